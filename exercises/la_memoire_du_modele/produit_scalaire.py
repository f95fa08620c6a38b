"""3.4 Multiply place by place, then add everything: the brick of every network."""

from random import Random

from autograder.exercise import Exercise, Misconception, Property
from engine import layers
from exercises.la_memoire_du_modele.cards import card


def added(step, start=0):
    """The template with another filling: `total = step(total, a, b, i)` for each place."""

    def wrong(a, b):
        total = start
        for i in range(len(a)):
            total = step(total, a, b, i)
        return total

    return wrong


def draw_two_cards(rng: Random):
    notes = rng.randint(2, 5)
    return card(rng, notes), card(rng, notes)


produit_scalaire = Exercise(
    name="produit_scalaire",
    title="Multiplier et additionner",
    reference=layers.dot,
    draw=draw_two_cards,
    edges=(
        ([1, 2, 3], [4, 5, 6]),
        ([1.0, -1.0], [2.0, 2.0]),
        ([0.5, 0.0, 2.0, 1.0], [2.0, 9.0, -1.0, 3.0]),
        ([3], [7]),
        ([2, 0, 5], [0, 4, 10]),
    ),
    points=2,
    built="Tu as la brique de tous les réseaux : les grandes IA la refont des milliards de fois.",
    hints=(
        "C'est comme un ticket de caisse : prix fois quantité sur chaque ligne, puis le total en bas.",
        "Avec `[1, 2, 3]` et `[4, 5, 6]` : 1 × 4 = 4, 2 × 5 = 10, 3 × 6 = 18. En tout : 32.",
        "Regarde la ligne du trou : le nouveau total est l'ancien total, plus `a[i] * b[i]`.",
    ),
    properties=(
        Property(
            "symetrique",
            lambda one, other: abs(one - other) < 1e-9,
            "Si on échange les deux listes, le résultat ne doit pas changer.",
            on=(([1.0, 2.0], [3.0, 5.0]), ([3.0, 5.0], [1.0, 2.0])),
        ),
        Property(
            "double",
            lambda one, twice: abs(2 * one - twice) < 1e-9,
            "Si une liste devient deux fois plus grande, le résultat doit devenir deux fois plus grand.",
            on=(([1.0, 2.0], [3.0, 5.0]), ([2.0, 4.0], [3.0, 5.0])),
        ),
        Property(
            "avec_elle_meme",
            lambda value: value > 0,
            "Une liste multipliée par elle-même donne un nombre positif.",
            on=(([-3.0, 1.0], [-3.0, 1.0]),),
        ),
    ),
    misconceptions=(
        Misconception(
            "liste",
            lambda a, b: [x * y for x, y in zip(a, b, strict=True)],
            "Très bien, les produits sont justes ! Il reste à les additionner tous.",
            "renvoient la liste des produits",
            "Sur un ticket de caisse, on veut le total en bas, pas seulement les lignes.",
        ),
        Misconception(
            "ecrase",
            added(lambda total, a, b, i: a[i] * b[i]),
            "Ton total ne garde que le dernier produit : écris total = total + ... (ou +=).",
            "remplacent le total à chaque tour",
            "Nouveau total égale ancien total plus le produit : il faut garder l'ancien.",
        ),
        Misconception(
            "premier_seul",
            lambda a, b: a[0] * b[0],
            "Seule la première case est comptée : ton return est peut-être DANS la boucle. Recule-le d'un cran.",
            "ont mis le return dans la boucle",
            "Return veut dire « j'ai fini » : dans la boucle, il l'arrête dès le premier tour.",
        ),
        Misconception(
            "toujours_case_0",
            added(lambda total, a, b, i: total + a[0] * b[0]),
            "Tu multiplies toujours la case 0. À chaque tour, prends la case i : `a[i] * b[i]`.",
            "multiplient toujours la première case",
            "i avance d'une case à chaque tour : c'est lui qu'il faut entre les crochets.",
        ),
        Misconception(
            "somme_somme",
            lambda a, b: sum(a) * sum(b),
            "Tu multiplies les deux sommes. Multiplie case par case, puis additionne.",
            "multiplient les deux sommes",
            "On multiplie d'abord, ligne par ligne ; on additionne à la fin.",
        ),
        Misconception(
            "tout_avec_tout",
            added(lambda total, a, b, i: total + a[i] * b[0]),
            "Tu prends toujours la case 0 de b. Prends la même case des deux côtés : `a[i] * b[i]`.",
            "prennent toujours la première case de b",
            "Chaque prix avec sa quantité : la case i avec la case i.",
        ),
        Misconception(
            "addition",
            added(lambda total, a, b, i: total + a[i] + b[i]),
            "Tu additionnes les cases. Il faut les MULTIPLIER deux à deux, puis additionner.",
            "additionnent les cases au lieu de les multiplier",
            "Prix fois quantité, et pas prix plus quantité.",
        ),
        Misconception(
            "soustraction",
            added(lambda total, a, b, i: total + a[i] - b[i]),
            "Tu fais une soustraction. Multiplie les deux cases : `a[i] * b[i]`.",
            "soustraient les cases au lieu de les multiplier",
            "Prix fois quantité, et pas prix moins quantité.",
        ),
        Misconception(
            "fois_total",
            added(lambda total, a, b, i: total * a[i] * b[i]),
            "Ton total reste à 0 : zéro fois quelque chose, cela fait toujours zéro. Ajoute avec + : `total + ...`.",
            "multiplient le total au lieu d'ajouter",
            "Le total part de zéro : si on multiplie, il y reste.",
        ),
        Misconception(
            "produit_de_tout",
            added(lambda total, a, b, i: total * a[i] * b[i], start=1),
            "Tu multiplies tout ensemble. Multiplie case par case, puis ADDITIONNE les produits.",
            "multiplient tous les produits entre eux",
            "Au bas du ticket de caisse, on additionne les lignes.",
        ),
        Misconception(
            "total_double",
            added(lambda total, a, b, i: total + total + a[i] * b[i]),
            "L'ancien total est compté deux fois. Écris `total + a[i] * b[i]`, avec un seul total.",
            "comptent deux fois l'ancien total",
            "Soit total = total + produit, soit total += produit : jamais les deux.",
        ),
        Misconception(
            "a_seul",
            added(lambda total, a, b, i: total + a[i]),
            "Tu additionnes les cases de a, sans b. Multiplie d'abord les deux cases : `a[i] * b[i]`.",
            "oublient la deuxième liste",
            "Il faut les deux colonnes du ticket : le prix et la quantité.",
        ),
        Misconception(
            "b_seul",
            added(lambda total, a, b, i: total + b[i]),
            "Tu additionnes les cases de b, sans a. Multiplie d'abord les deux cases : `a[i] * b[i]`.",
            "oublient la première liste",
            "Il faut les deux colonnes du ticket : le prix et la quantité.",
        ),
        Misconception(
            "a_fois_a",
            added(lambda total, a, b, i: total + a[i] * a[i]),
            "Tu multiplies a par elle-même. La deuxième case vient de b : `a[i] * b[i]`.",
            "multiplient a par elle-même",
            "Une case de chaque liste : a d'un côté, b de l'autre.",
        ),
        Misconception(
            "moyenne",
            lambda a, b: layers.dot(a, b) / len(a),
            "Ne divise pas par la longueur : juste la somme des produits.",
            "divisent par la longueur",
            "Un total n'est pas une moyenne : on ne divise pas.",
        ),
        Misconception(
            "saute_premier",
            lambda a, b: sum(a[i] * b[i] for i in range(1, len(a))),
            "Il manque la première case : on commence à 0.",
            "oublient la première case",
            "Python compte à partir de zéro.",
        ),
        Misconception(
            "oublie_dernier",
            lambda a, b: sum(a[i] * b[i] for i in range(len(a) - 1)),
            "Il manque la dernière case. Ici chaque case a sa voisine en face : laisse `range(len(a))`.",
            "oublient la dernière case",
            "range(len(a)) va déjà de la première à la dernière case.",
        ),
        Misconception(
            "part_de_1",
            lambda a, b: 1 + layers.dot(a, b),
            "Ton total commence à 1. Pour une somme, on part de 0.",
            "font partir le total de 1",
            "Avant le premier article, le ticket de caisse est à zéro.",
        ),
    ),
)
