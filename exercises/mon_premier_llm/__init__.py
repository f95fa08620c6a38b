"""Lesson 5, « Mon premier LLM »."""

from autograder.exercise import Lesson

LESSON = Lesson(name="05_mon_premier_llm", title="Mon premier LLM")
