"""Lesson 3, « La mémoire du modèle »."""

from autograder.exercise import Lesson

LESSON = Lesson(name="03_la_memoire_du_modele", title="La mémoire du modèle")
