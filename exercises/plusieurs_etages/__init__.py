"""Bonus level 8, « Plusieurs étages »: LayerNorm, GELU, and floors on top of each other, as in GPT-2."""

from autograder.exercise import Badge, Lesson
from exercises.plusieurs_etages.empiler import empiler
from exercises.plusieurs_etages.gelu import gelu
from exercises.plusieurs_etages.layernorm import layernorm
from exercises.plusieurs_etages.quiz import FREE_TEXTS, QUESTIONS

LESSON = Lesson(
    name="08_plusieurs_etages",
    title="Plusieurs étages",
    exercises=(layernorm, gelu, empiler),
    questions=QUESTIONS,
    free_texts=FREE_TEXTS,
    badge=Badge(
        "au-septieme-ciel",
        "Au septième ciel",
        "Je sais donner plusieurs étages à un modèle, comme dans GPT-2.",
        "Termine le niveau 8, avec assez de points pour ouvrir le niveau 9.",
    ),
)
