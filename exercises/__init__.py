"""The hidden tests of the course, as values: one package a lesson, one file an exercise."""

from autograder.exercise import Lesson
from exercises.apprendre_des_erreurs import LESSON as APPRENDRE_DES_ERREURS
from exercises.deviner_la_suite import LESSON as DEVINER_LA_SUITE
from exercises.la_memoire_du_modele import LESSON as LA_MEMOIRE_DU_MODELE
from exercises.lattention import LESSON as LATTENTION
from exercises.mon_premier_llm import LESSON as MON_PREMIER_LLM

LESSONS: tuple[Lesson, ...] = (
    DEVINER_LA_SUITE,
    APPRENDRE_DES_ERREURS,
    LA_MEMOIRE_DU_MODELE,
    LATTENTION,
    MON_PREMIER_LLM,
)
