"""Lesson 1, « Deviner la suite »: the hidden tests of the bigram model, one exercise a file, as values.

The references are the engine's; each wrong idea stands beside the hint that undoes it.
"""

from autograder.exercise import Badge, Lesson
from exercises.deviner_la_suite.choisir import choisir
from exercises.deviner_la_suite.compter_paires import compter_paires
from exercises.deviner_la_suite.entourer import entourer
from exercises.deviner_la_suite.generer import generer
from exercises.deviner_la_suite.paires import paires
from exercises.deviner_la_suite.probabilites import probabilites
from exercises.deviner_la_suite.quiz import FREE_TEXTS, QUESTIONS
from exercises.deviner_la_suite.suggestions import suggestions

LESSON = Lesson(
    name="01_deviner_la_suite",
    title="Deviner la suite",
    exercises=(entourer, paires, compter_paires, probabilites, suggestions, choisir, generer),
    questions=QUESTIONS,
    free_texts=FREE_TEXTS,
    badge=Badge(
        "boule-de-cristal",
        "Boule de cristal",
        "Je sais construire un modèle qui devine la lettre suivante.",
        "Termine la leçon 1, avec assez de points pour ouvrir la leçon 2.",
    ),
)
