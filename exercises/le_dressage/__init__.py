"""Bonus level 9, « Le dressage »: make what is rewarded more probable, a very small RLHF."""

from autograder.exercise import Badge, Lesson
from exercises.le_dressage.avantages import avantages
from exercises.le_dressage.quiz import FREE_TEXTS, QUESTIONS
from exercises.le_dressage.recompenser import recompenser

LESSON = Lesson(
    name="09_le_dressage",
    title="Le dressage",
    exercises=(avantages, recompenser),
    questions=QUESTIONS,
    free_texts=FREE_TEXTS,
    badge=Badge(
        "etoile-de-la-piste",
        "Étoile de la piste",
        "Je sais dresser un modèle avec des récompenses, et pourquoi m’en méfier.",
        "Termine le niveau 9 : gagne assez de points pour atteindre son but.",
    ),
)
