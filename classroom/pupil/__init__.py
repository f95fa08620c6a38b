"""The pupil's pages: the door, the road, the lesson, the badges."""
