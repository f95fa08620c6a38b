"""Bonus level 7, « Une mémoire éclair »: keep the keys and values of the letters already read (KV-cache)."""

from autograder.exercise import Badge, Lesson
from exercises.une_memoire_eclair.attention_eclair import attention_eclair
from exercises.une_memoire_eclair.compter_multiplications import compter_multiplications
from exercises.une_memoire_eclair.quiz import FREE_TEXTS, QUESTIONS

LESSON = Lesson(
    name="07_une_memoire_eclair",
    title="Une mémoire éclair",
    exercises=(attention_eclair, compter_multiplications),
    questions=QUESTIONS,
    free_texts=FREE_TEXTS,
    badge=Badge(
        "plus-vite-que-l-eclair",
        "Plus vite que l’éclair",
        "Je sais rendre un modèle plus rapide sans changer ses réponses.",
        "Termine le niveau 7, avec assez de points pour ouvrir le niveau 8.",
    ),
)
