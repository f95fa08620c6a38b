"""Bonus level 6, « Des mots entiers »: glue the most frequent neighbours, again and again, as BPE does."""

from autograder.exercise import Badge, Lesson
from exercises.des_mots_entiers.apprendre_fusions import apprendre_fusions
from exercises.des_mots_entiers.fusionner import fusionner
from exercises.des_mots_entiers.paire_frequente import paire_frequente
from exercises.des_mots_entiers.quiz import FREE_TEXTS, QUESTIONS

LESSON = Lesson(
    name="06_des_mots_entiers",
    title="Des mots entiers",
    exercises=(paire_frequente, fusionner, apprendre_fusions),
    questions=QUESTIONS,
    free_texts=FREE_TEXTS,
    badge=Badge(
        "puzzle-resolu",
        "Puzzle résolu",
        "Je sais comment une machine choisit ses morceaux de mots.",
        "Termine le niveau 6, avec assez de points pour ouvrir le niveau 7.",
    ),
)
