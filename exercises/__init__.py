"""The hidden tests of the course, as values: one package a lesson, one file an exercise."""

from autograder.exercise import Lesson
from exercises.apprendre_des_erreurs import LESSON as APPRENDRE_DES_ERREURS
from exercises.bientot import ANNOUNCED
from exercises.des_mots_entiers import LESSON as DES_MOTS_ENTIERS
from exercises.deviner_la_suite import LESSON as DEVINER_LA_SUITE
from exercises.la_memoire_du_modele import LESSON as LA_MEMOIRE_DU_MODELE
from exercises.lattention import LESSON as LATTENTION
from exercises.le_dressage import LESSON as LE_DRESSAGE
from exercises.mon_premier_llm import LESSON as MON_PREMIER_LLM
from exercises.plusieurs_etages import LESSON as PLUSIEURS_ETAGES
from exercises.une_memoire_eclair import LESSON as UNE_MEMOIRE_ECLAIR

LESSONS: tuple[Lesson, ...] = (
    DEVINER_LA_SUITE,
    APPRENDRE_DES_ERREURS,
    LA_MEMOIRE_DU_MODELE,
    LATTENTION,
    MON_PREMIER_LLM,
    DES_MOTS_ENTIERS,
    UNE_MEMOIRE_ECLAIR,
    PLUSIEURS_ETAGES,
    LE_DRESSAGE,
    *ANNOUNCED,
)
