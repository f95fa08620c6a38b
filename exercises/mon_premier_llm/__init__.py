"""Lesson 5, « Mon premier LLM »: assemble a GPT, train it, make it speak.

The references are the engine's; each wrong idea stands beside the hint that undoes it.
"""

from autograder.exercise import Badge, Lesson
from exercises.mon_premier_llm.additionner import additionner
from exercises.mon_premier_llm.bloc_mlp import bloc_mlp
from exercises.mon_premier_llm.generer_prenom import generer_prenom
from exercises.mon_premier_llm.mini_gpt import mini_gpt
from exercises.mon_premier_llm.quiz import FREE_TEXTS, QUESTIONS
from exercises.mon_premier_llm.relu import relu
from exercises.mon_premier_llm.rmsnorm import rmsnorm
from exercises.mon_premier_llm.temperature import temperature

LESSON = Lesson(
    name="05_mon_premier_llm",
    title="Mon premier LLM",
    exercises=(additionner, rmsnorm, relu, bloc_mlp, mini_gpt, temperature, generer_prenom),
    questions=QUESTIONS,
    free_texts=FREE_TEXTS,
    badge=Badge(
        "decollage-reussi",
        "Décollage réussi",
        "Je sais construire mon propre GPT, l’entraîner et le faire parler.",
        "Termine la leçon 5, avec assez de points pour ouvrir les niveaux bonus.",
    ),
)
