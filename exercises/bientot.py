"""Levels announced and not written yet: they stay visible as « bientôt »."""

from autograder.exercise import Lesson

ANNOUNCED: tuple[Lesson, ...] = (
    Lesson(name="10_tout_d_un_coup", title="Tout d’un coup (NumPy)"),
    Lesson(name="11_mille_petits_bras", title="Mille petits bras (la carte graphique)"),
    Lesson(name="12_des_trous_expres", title="Des trous exprès (dropout)"),
    Lesson(name="13_une_specialite", title="Une spécialité (fine-tuning)"),
    Lesson(name="14_voir_plus_loin", title="Voir plus loin (long contexte, RoPE)"),
    Lesson(name="15_huit_bits", title="Tout tenir sur huit bits (quantification)"),
    Lesson(name="16_les_k_meilleures", title="Les k meilleures (top-k)"),
)
