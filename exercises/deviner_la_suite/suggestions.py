"""1.5 ★ The keyboard suggests the most frequent letters."""

from random import Random

from autograder.exercise import Badge, Exercise, Misconception, Property
from engine import bigrams
from exercises.deviner_la_suite.words import LETTERS


def ranked(compte):
    return sorted(compte, key=lambda lettre: (-compte[lettre], lettre))


def draw_suggestions(rng: Random):
    letters = rng.sample(LETTERS, rng.randint(2, 7))
    return {letter: rng.randint(1, 6) for letter in letters}, rng.randint(1, 4)


suggestions = Exercise(
    name="suggestions",
    title="Les suggestions du clavier",
    reference=bigrams.top_suggestions,
    draw=draw_suggestions,
    edges=(
        ({"a": 3, "e": 5, "i": 1, "o": 4, "u": 2}, 3),
        ({"x": 2, "b": 2, "m": 7}, 2),
        ({"a": 1}, 3),
        ({"x": 2, "m": 7, "b": 2, "c": 2}, 3),
    ),
    points=2,
    bonus=True,
    built="Ton clavier T9 propose les lettres les plus probables, comme celui d'un téléphone.",
    badge=Badge(
        "inventeur-t9",
        "Inventeur du T9",
        "Je sais proposer les lettres les plus probables.",
        "Propose les lettres les plus probables.",
    ),
    hints=(
        "Cherche la lettre la plus fréquente, note-la, retire-la du tas, puis recommence avec ce qui reste.",
        'Avec `{"a": 3, "e": 5, "o": 4}` et n = 2 : d\'abord e (5 fois), puis o (4 fois).',
        "Regarde la ligne du if : une lettre est meilleure si `reste[lettre]` est plus grand que `reste[meilleure]`.",
    ),
    properties=(
        Property(
            "au_plus_n",
            lambda args, value: len(value) == min(args[1], len(args[0])),
            "Le clavier doit proposer n lettres, ou moins s'il n'y en a pas assez.",
        ),
        Property(
            "sans_doublon",
            lambda args, value: len(set(value)) == len(value),
            "Une même lettre est proposée deux fois. Retire du tas celle que tu viens de choisir.",
        ),
    ),
    misconceptions=(
        Misconception(
            "croissant",
            lambda compte, n: sorted(compte, key=lambda lettre: (compte[lettre], lettre))[:n],
            "Tu proposes les lettres les plus RARES. Range du plus grand au plus petit.",
            "proposent les lettres les plus rares",
            "Un bon clavier propose d'abord ce qu'on tape le plus souvent.",
        ),
        Misconception(
            "avec_comptes",
            lambda compte, n: [(lettre, compte[lettre]) for lettre in ranked(compte)[:n]],
            "Le clavier n'affiche que les lettres : garde la lettre, pas le nombre.",
            "gardent le nombre avec la lettre",
            "Sur les touches du clavier, on ne voit que des lettres.",
        ),
        Misconception(
            "nombres",
            lambda compte, n: [compte[lettre] for lettre in ranked(compte)[:n]],
            "Tu donnes les nombres. Le clavier affiche des lettres : range `meilleure`, pas son nombre.",
            "donnent les nombres au lieu des lettres",
            "Sur les touches du clavier, on ne voit que des lettres.",
        ),
        Misconception(
            "alphabetique",
            lambda compte, n: sorted(compte)[:n],
            "Tu as rangé par ordre alphabétique. Range par nombre de fois.",
            "rangent par ordre alphabétique",
            "L'ordre alphabétique ne sert qu'à départager les égalités.",
        ),
        Misconception(
            "toutes",
            lambda compte, n: ranked(compte),
            "Très bien rangé ! Garde seulement les n premières : `liste[:n]`.",
            "renvoient toutes les lettres",
            "L'écran est petit : on ne garde que les n premières.",
        ),
        Misconception(
            "egalites_a_l_envers",
            lambda compte, n: sorted(compte, key=lambda lettre: (compte[lettre], lettre), reverse=True)[:n],
            "Presque ! Quand deux lettres sont à égalité, la première dans l'alphabet passe devant.",
            "rangent les égalités à l'envers",
            "À égalité, on suit l'ordre alphabétique. Le signe > suffit ; avec >=, la dernière gagne.",
        ),
        Misconception(
            "egalites_au_hasard",
            lambda compte, n: sorted(compte, key=lambda lettre: -compte[lettre])[:n],
            "Presque ! Quand deux lettres sont à égalité, la première dans l'alphabet passe devant.",
            "laissent les égalités dans l'ordre d'arrivée",
            "À égalité, on suit l'ordre alphabétique, sinon deux bonnes réponses existent.",
        ),
        Misconception(
            "une_de_moins",
            lambda compte, n: ranked(compte)[: max(0, n - 1)],
            "Il manque une suggestion : il en faut n en tout.",
            "en donnent une de moins",
            "Pour n égal 3, on veut bien trois lettres.",
        ),
        Misconception(
            "une_de_trop",
            lambda compte, n: ranked(compte)[: n + 1],
            "Il y a une suggestion de trop : arrête-toi à n.",
            "en donnent une de trop",
            "Tant que la liste a moins de n lettres, on continue ; à n, on s'arrête.",
        ),
        Misconception(
            "la_meilleure_seule",
            lambda compte, n: ranked(compte)[0],
            "Tu donnes une seule lettre. On veut une liste : la meilleure, puis la suivante, jusqu'à n.",
            "donnent une seule lettre",
            "Le clavier propose plusieurs lettres : il faut une liste.",
        ),
        Misconception(
            "texte",
            lambda compte, n: "".join(ranked(compte)[:n]),
            "Bonnes lettres, mais collées en un seul texte. Range-les dans une liste.",
            "collent les lettres en un texte",
            "Chaque lettre a sa touche : on les garde séparées, dans une liste.",
        ),
    ),
)
