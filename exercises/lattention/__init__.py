"""Lesson 4, « L’attention »."""

from autograder.exercise import Lesson

LESSON = Lesson(name="04_lattention", title="L’attention")
