"""Lesson 2, « Apprendre de ses erreurs »."""

from autograder.exercise import Lesson

LESSON = Lesson(name="02_apprendre_des_erreurs", title="Apprendre de ses erreurs")
