"""Lesson 3, « La mémoire du modèle »: the hidden tests of a small network with three letters of memory.

The references are the engine's; each wrong idea stands beside the hint that undoes it.
"""

from autograder.exercise import Badge, Lesson
from exercises.la_memoire_du_modele.coller import coller
from exercises.la_memoire_du_modele.contexte import contexte
from exercises.la_memoire_du_modele.couche import couche
from exercises.la_memoire_du_modele.encoder import encoder
from exercises.la_memoire_du_modele.plus_proche import plus_proche
from exercises.la_memoire_du_modele.produit_scalaire import produit_scalaire
from exercises.la_memoire_du_modele.quiz import FREE_TEXTS, QUESTIONS
from exercises.la_memoire_du_modele.softmax import softmax

LESSON = Lesson(
    name="03_la_memoire_du_modele",
    title="La mémoire du modèle",
    exercises=(encoder, contexte, coller, produit_scalaire, couche, softmax, plus_proche),
    questions=QUESTIONS,
    free_texts=FREE_TEXTS,
    badge=Badge(
        "memoire-d-elephant",
        "Mémoire d’éléphant",
        "Je sais construire un modèle qui se souvient des lettres d’avant.",
        "Termine la leçon 3, avec assez de points pour ouvrir la leçon 4.",
    ),
)
