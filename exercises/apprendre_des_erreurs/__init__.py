"""Lesson 2, « Apprendre de ses erreurs »: the hidden tests of loss, gradient and training, one exercise a file.

The references are the engine's; each wrong idea stands beside the hint that undoes it.
"""

from autograder.exercise import Badge, Lesson
from exercises.apprendre_des_erreurs.corriger import corriger
from exercises.apprendre_des_erreurs.entrainer import entrainer
from exercises.apprendre_des_erreurs.gradient import gradient
from exercises.apprendre_des_erreurs.meilleure_vitesse import meilleure_vitesse
from exercises.apprendre_des_erreurs.perte import perte
from exercises.apprendre_des_erreurs.perte_moyenne import perte_moyenne
from exercises.apprendre_des_erreurs.quiz import FREE_TEXTS, QUESTIONS

LESSON = Lesson(
    name="02_apprendre_des_erreurs",
    title="Apprendre de ses erreurs",
    exercises=(perte, perte_moyenne, gradient, corriger, entrainer, meilleure_vitesse),
    questions=QUESTIONS,
    free_texts=FREE_TEXTS,
    badge=Badge(
        "as-de-la-descente",
        "As de la descente",
        "Je sais apprendre à une machine à se corriger toute seule.",
        "Termine la leçon 2, avec assez de points pour ouvrir la leçon 3.",
    ),
)
