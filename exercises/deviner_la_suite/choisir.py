"""1.6 ★ A dart on a ruler: sample a letter. Chance is a parameter, so the test is exact."""

from random import Random

from autograder.exercise import Exercise, Misconception, Property
from engine import bigrams
from exercises.deviner_la_suite.words import LETTERS


def never_the_last(probas, tirage):
    cumul = 0
    for lettre in probas:
        cumul += probas[lettre]
        if tirage < cumul:
            return lettre
    return None


def compares_before_adding(probas, tirage):
    cumul = 0
    for lettre in probas:
        if tirage < cumul:
            return lettre
        cumul += probas[lettre]
    return lettre


def other_way_round(probas, tirage, or_equal=False):
    cumul = 0
    for lettre in probas:
        cumul += probas[lettre]
        if tirage > cumul or (or_equal and tirage >= cumul):
            return lettre
    return lettre


def on_the_line(probas, tirage):
    cumul = 0
    for lettre in probas:
        cumul += probas[lettre]
        if tirage <= cumul:
            return lettre
    return lettre


def share_alone(probas, tirage):
    for lettre in probas:
        if tirage < probas[lettre]:
            return lettre
    return lettre


def draw_dart(rng: Random):
    sizes = {letter: rng.randint(1, 9) for letter in rng.sample(LETTERS, rng.randint(2, 5))}
    return bigrams.normalize(sizes), rng.random()


HALF = {"a": 0.5, "b": 0.25, "c": 0.25}
SMALL_FIRST = {"x": 0.1, "y": 0.6, "z": 0.3}
GAP = {"u": 0.1, "v": 0.2, "w": 0.7 - 1e-12}
FIFTHS = {"x": 0.2, "y": 0.2, "z": 0.6}
RULER = {"a": 0.2, "b": 0.5, "c": 0.3}

choisir = Exercise(
    name="choisir",
    title="La fléchette sur la règle",
    reference=bigrams.sample,
    draw=draw_dart,
    edges=(
        (HALF, 0.1),
        (HALF, 0.49),
        (HALF, 0.5),
        (HALF, 0.6),
        (HALF, 0.8),
        (SMALL_FIRST, 0.3),
        (SMALL_FIRST, 0.05),
        (GAP, 0.9999999999999),
        (FIFTHS, 0.15),
        (FIFTHS, 0.39),
        (FIFTHS, 0.1),
    ),
    points=3,
    bonus=True,
    built="Ton modèle sait tirer une lettre au hasard, en respectant les parts du gâteau.",
    hints=(
        "Pose les parts bout à bout sur une règle de 0 à 1. La fléchette tombe dans une part : c'est elle qui gagne.",
        "Avec a = 0.5, b = 0.25, c = 0.25 et une fléchette à 0.6 : a va jusqu'à 0.5, b jusqu'à 0.75. C'est b.",
        "Regarde le premier trou : cumul avance de `probas[lettre]`. "
        "Au second trou, on s'arrête si tirage est plus petit que cumul.",
    ),
    properties=(
        Property(
            "une_lettre_connue",
            lambda args, value: value in args[0],
            "La réponse doit être une des lettres de la règle.",
        ),
        Property(
            "frequences",
            lambda *letters: all(abs(letters.count(k) / len(letters) - p) < 2e-3 for k, p in RULER.items()),
            "Avec beaucoup de fléchettes, chaque lettre doit sortir aussi souvent que le dit sa part.",
            on=tuple((RULER, (i + 0.5) / 1000) for i in range(1000)),
        ),
    ),
    misconceptions=(
        Misconception(
            "toujours_max",
            lambda probas, tirage: max(probas, key=probas.get),
            "Tu choisis toujours la lettre la plus probable : ton IA dirait toujours le même prénom ! "
            "Sers-toi de tirage.",
            "choisissent toujours la lettre la plus probable",
            "Si on prend toujours la plus grosse part, on obtient toujours le même prénom.",
        ),
        Misconception(
            "premiere",
            lambda probas, tirage: next(iter(probas)),
            "Tu renvoies toujours la première lettre. Avance sur la règle graduée jusqu'à dépasser tirage.",
            "renvoient toujours la première lettre",
            "On avance sur la règle, part après part, jusqu'à dépasser la fléchette.",
        ),
        Misconception(
            "derniere",
            lambda probas, tirage: next(reversed(probas)),
            "Tu renvoies toujours la dernière lettre : ta condition n'est jamais vraie. Compare tirage et cumul.",
            "renvoient toujours la dernière lettre",
            "Le cumul grandit à chaque part ; on s'arrête dès qu'il dépasse la fléchette.",
        ),
        Misconception(
            "oublie_derniere",
            never_the_last,
            "Presque parfait ! Si tirage est tout près de 1, ta fonction ne renvoie rien. "
            "Après la boucle, renvoie la dernière lettre.",
            "oublient le bout de la règle",
            "Les arrondis laissent un minuscule trou au bout de la règle : la dernière lettre le bouche.",
        ),
        Misconception(
            "decale",
            compares_before_adding,
            "Tu compares avant d'ajouter la part : tu es décalé d'une lettre. Ajoute d'abord, compare ensuite.",
            "comparent avant d'ajouter la part",
            "On pose la part sur la règle, puis on regarde si la fléchette est dedans.",
        ),
        Misconception(
            "sens_inverse",
            other_way_round,
            "Ta comparaison est à l'envers : on s'arrête dès que tirage est PLUS PETIT que le cumul.",
            "comparent dans le mauvais sens",
            "On s'arrête quand la règle a dépassé la fléchette, pas avant.",
        ),
        Misconception(
            "sens_inverse_ou_egal",
            lambda probas, tirage: other_way_round(probas, tirage, or_equal=True),
            "Ta comparaison est à l'envers : on s'arrête dès que tirage est PLUS PETIT que le cumul.",
            "comparent dans le mauvais sens",
            "On s'arrête quand la règle a dépassé la fléchette, pas avant.",
        ),
        Misconception(
            "frontiere",
            on_the_line,
            "Presque parfait ! Pile sur la frontière, la fléchette est au début de la part suivante : "
            "utilise <, sans le signe égal.",
            "comptent la frontière dans la part d'avant",
            "Une fléchette pile à 0,5 est au tout début de la deuxième moitié.",
        ),
        Misconception(
            "part_seule",
            share_alone,
            "Tu compares tirage avec une seule part. Il faut additionner les parts déjà passées : c'est le cumul.",
            "oublient d'additionner les parts",
            "Sur une règle, la deuxième part commence là où la première finit.",
        ),
        Misconception(
            "probabilite",
            lambda probas, tirage: probas[bigrams.sample(probas, tirage)],
            "Tu renvoies la taille de la part. On veut la lettre.",
            "renvoient la part au lieu de la lettre",
            "On demande sur quelle lettre tombe la fléchette, pas la taille de sa part.",
        ),
    ),
)
