"""What the lesson page asks while the pupil works, in JSON."""
