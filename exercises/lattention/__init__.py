"""Lesson 4, « L’attention »: the hidden tests of one attention head, one exercise a file, as values.

The references are the engine's; each wrong idea stands beside the hint that undoes it.
"""

from autograder.exercise import Badge, Lesson
from exercises.lattention.attention import attention
from exercises.lattention.cacher import cacher
from exercises.lattention.couper import couper
from exercises.lattention.masque import masque
from exercises.lattention.melanger import melanger
from exercises.lattention.question_pancarte_info import question_pancarte_info
from exercises.lattention.quiz import FREE_TEXTS, QUESTIONS
from exercises.lattention.score import score
from exercises.lattention.scores_visibles import scores_visibles

LESSON = Lesson(
    name="04_lattention",
    title="L’attention",
    exercises=(
        question_pancarte_info,
        score,
        scores_visibles,
        masque,
        cacher,
        melanger,
        attention,
        couper,
    ),
    questions=QUESTIONS,
    free_texts=FREE_TEXTS,
    badge=Badge(
        "tete-chercheuse",
        "Tête chercheuse",
        "Je sais construire une tête d’attention qui choisit quelles lettres écouter.",
        "Termine la leçon 4, avec assez de points pour ouvrir la leçon 5.",
    ),
)
