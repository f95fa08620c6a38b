"""The invented class of `--demo`: twelve pupils, where each one is, and the mistakes they made on the way.

A mistake is an edit of the solution, as (what stands there, what the pupil wrote): the judge finds it by itself.
"""

from dataclasses import dataclass

Edit = tuple[str, str]

LARGEST: Edit = ("sum(compte", "max(compte")
ONE_TOO_FAR: Edit = ("len(mot) - 1", "len(mot)")
SAME_LETTER: Edit = ("(mot[i], mot[i + 1])", "(mot[i], mot[i])")
NO_END: Edit = (' + prenom + "."', " + prenom")
PRINTED: Edit = ("return ", "print")
NOT_ONE_MORE: Edit = ("[apres] + 1", "[apres]")
STARTS_AT_ONE: Edit = ("[apres] = 0", "[apres] = 1")
MISSPELT: Edit = ("range(len(mot) - 1)", "range(len(mots) - 1)")
NO_LOG: Edit = ("-math.log(probas[bonne])", "1 - probas[bonne]")
NO_MINUS: Edit = ("-math.log", "math.log")
WRONG_WAY: Edit = ("scores[i] - vitesse", "scores[i] + vitesse")
FORGETS_LENGTH: Edit = ("return total / len(pertes)", "return total")
END_OF_THE_WORD: Edit = ("if i < 0:", "if False:")
NO_EXP: Edit = ("math.exp(s)", "s")
NO_ROOT: Edit = ("math.sqrt(len(q))", "len(q)")
SEES_THE_FUTURE: Edit = ("if j <= i", "if j >= i")
ENDLESS: Edit = ("while len(prenom) < maxi:", "while True:\n        continue")


@dataclass(frozen=True)
class Invented:
    """One pupil of the demonstration.

    done      written lessons finished, from the first
    mistakes  in those: {exercise: the edits tried before it passed}
    now       in the next lesson, in order: (exercise, edits tried, whether it then passed)
    away      minutes since the last thing it did
    hand      minutes since the hand went up, None when it is down
    says      {free text: what the pupil wrote}
    """

    name: str
    done: int = 0
    mistakes: tuple[tuple[str, tuple[Edit, ...]], ...] = ()
    now: tuple[tuple[str, tuple[Edit, ...], bool], ...] = ()
    away: int = 0
    hand: int | None = None
    says: tuple[tuple[str, str], ...] = ()


CLASS = (
    Invented(
        "Adèle",
        done=5,
        mistakes=(("paires", (ONE_TOO_FAR,)), ("corriger", (WRONG_WAY,)), ("masque", (SEES_THE_FUTURE,))),
        away=40,
        says=(
            ("explique_1", "C’est un gâteau, et chaque lettre a un bout. Tous les bouts ensemble font 1."),
            ("explique_2", "La perte, c’est le regret de la machine. Le gradient dit dans quel sens corriger."),
        ),
    ),
    Invented("Bilal", done=1, now=(("perte", (NO_MINUS, NO_LOG), True), ("perte_moyenne", (FORGETS_LENGTH,), False))),
    Invented(
        "Capucine",
        now=(
            ("entourer", (NO_END,), True),
            ("paires", (), True),
            ("compter_paires", (STARTS_AT_ONE,), True),
            ("probabilites", (LARGEST, LARGEST, LARGEST), False),
        ),
        away=2,
    ),
    Invented(
        "Diego",
        now=(
            ("entourer", (), True),
            ("paires", (ONE_TOO_FAR, ONE_TOO_FAR), True),
            ("compter_paires", (), True),
            ("probabilites", (LARGEST, LARGEST), False),
        ),
        hand=4,
    ),
    Invented(
        "Elif",
        now=(
            ("entourer", (PRINTED,), True),
            ("paires", (), True),
            ("compter_paires", (NOT_ONE_MORE,), True),
            ("probabilites", (LARGEST,), True),
            ("generer", (ENDLESS,), False),
        ),
    ),
    Invented(
        "Félix",
        done=2,
        mistakes=(("probabilites", (LARGEST,)), ("perte", (NO_MINUS,))),
        now=(("encoder", (), True), ("contexte", (END_OF_THE_WORD,), False)),
        away=6,
        says=(("explique_1", "La machine regarde la dernière lettre et elle compte."),),
    ),
    Invented("Hana", now=(("entourer", (NO_END,), True), ("paires", (SAME_LETTER, ONE_TOO_FAR, ONE_TOO_FAR), False))),
    Invented("Inès", away=-1),
    Invented("Jules", now=(("entourer", (PRINTED, NO_END), True),), away=11),
    Invented(
        "Kenza",
        done=3,
        mistakes=(("softmax", (NO_EXP,)),),
        now=(("question_pancarte_info", (), True), ("score", (NO_ROOT,), True), ("scores_visibles", (), True)),
        says=(("explique_1", "Une probabilité dit si une lettre a beaucoup de chances ou pas."),),
        away=1,
    ),
    Invented("Malo", now=(("entourer", (), True), ("paires", (MISSPELT, MISSPELT), False)), hand=1),
    Invented(
        "Zoé",
        done=1,
        mistakes=(("compter_paires", (STARTS_AT_ONE,)),),
        says=(("explique_1", "C’est un nombre entre 0 et 1. Par exemple 0,6 veut dire 6 fois sur 10."),),
        away=3,
    ),
)
MEMORY = {  # what the kit keeps at the end of lesson 5: see tuto/memoire.py
    "perte_gpt": 2.17,
    "courbe_gpt": [3.3, 2.92, 2.71, 2.6, 2.49, 2.41, 2.34, 2.29, 2.24, 2.2, 2.17],
    "escalier": {"hasard": 3.3, "fréquences": 2.8, "bigrammes": 2.32, "ton code": 2.37, "ton turbo": 2.17},
    "prenoms_inventes": ["malina", "evane", "tomelie", "sorian", "lucene", "amarie"],
}
