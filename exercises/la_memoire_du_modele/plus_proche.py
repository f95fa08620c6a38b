"""3.7 ★ Which letter has the card most like this one? Played again on the trained cards."""

from collections.abc import Callable
from itertools import pairwise
from random import Random

from autograder.exercise import Badge, Exercise, Misconception, Property
from engine import layers
from engine.vocabulary import ALPHABET
from exercises.la_memoire_du_modele.cards import dot, table


def others(table, i):
    return [j for j in range(len(table)) if j != i]


def smallest(measure: Callable):
    """The other letter for which `measure(card of i, card of j)` is the smallest."""
    return lambda table, i: min(others(table, i), key=lambda j: measure(table[i], table[j]))


def searched(skip: Callable, wins: Callable, keep: Callable):
    """The template with other fillings: `skip(i, j)`, `wins(gap, record)`, `keep(gap, j)`."""

    def wrong(table, i):
        winner = record = None
        for j in range(len(table)):
            if skip(i, j):
                continue
            gap = layers.distance(table[i], table[j])
            if record is None or wins(gap, record):
                winner, record = j, keep(gap, j)
        return winner

    return wrong


def same_letter(i, j):
    return i == j


def shorter(gap, record):
    return gap < record


def draw_cards(rng: Random):
    while True:
        cards = table(rng, rng.randint(4, 7), 3)
        i = rng.randrange(len(cards))
        gaps = sorted(layers.distance(cards[i], cards[j]) for j in others(cards, i))
        if all(b - a > 1e-6 for a, b in pairwise(gaps)):  # a tie would have two right answers
            return cards, i


SMALL = [[1, 9], [8, 2], [2, 7], [9, 9]]
LETTERS = [[9, 1, 4], [2, 8, 1], [8, 2, 6], [1, 6, 2], [5, 5, 5], [7, 0, 9]]
CROSS = [[0, 0], [3, 3], [5, 0], [-6, 1]]  # 1 is nearest by squares, 2 by absolute differences
CLOSE = [[0.0, 0.0], [2.0, 0.0], [0.5, 0.25], [1.0, -0.5]]  # a gap smaller than the number of a letter
SIGNED = [[1.0, -4.0], [-6.0, 2.5], [2.0, -1.5], [-5.0, -5.0], [9.0, 8.0]]

plus_proche = Exercise(
    name="plus_proche",
    title="La lettre la plus ressemblante",
    reference=layers.nearest,
    draw=draw_cards,
    edges=(
        (SMALL, 0),
        (SMALL, 1),
        (SMALL, 3),
        *((LETTERS, i) for i in range(len(LETTERS))),
        (CROSS, 0),
        (CLOSE, 0),
        (SIGNED, 0),
        (SIGNED, 1),
        (SIGNED, 4),
    ),
    points=2,
    bonus=True,
    built="Tu sais mesurer la ressemblance entre deux fiches : ton modèle a sa carte des lettres.",
    badge=Badge(
        "cartographe-des-lettres",
        "Cartographe des lettres",
        "Je sais trouver les lettres que le modèle trouve ressemblantes.",
        "Trouve les lettres que le modèle trouve ressemblantes.",
    ),
    hints=(
        "Tu cherches ton voisin le plus proche sur une carte. Mesure la distance avec chacun, et garde la plus petite.",
        "Avec `[[1, 9], [8, 2], [2, 7]]` et i = 0 : la fiche 1 est à 98, la fiche 2 est à 5. La plus proche est 2.",
        "Regarde les trois trous : saute j quand c'est i. Un écart plus petit que record gagne. "
        "Alors record devient ecart.",
    ),
    properties=(
        Property(
            "une_autre_lettre",
            lambda args, value: value != args[1],
            "La lettre la plus proche doit être une AUTRE lettre.",
        ),
        Property(
            "un_numero_de_fiche",
            lambda args, value: value in range(len(args[0])),
            "La réponse doit être un numéro de fiche de la table.",
        ),
    ),
    misconceptions=(
        Misconception(
            "elle_meme",
            lambda table, i: i,
            "La plus proche, c'est elle-même ! Saute la lettre de départ.",
            "oublient de sauter la lettre de départ",
            "On est toujours à distance zéro de soi-même : il faut se sauter.",
        ),
        Misconception(
            "plus_loin",
            searched(same_letter, lambda gap, record: gap > record, lambda gap, j: gap),
            "Tu as trouvé la plus LOINTAINE. Garde la plus petite distance.",
            "trouvent la lettre la plus lointaine",
            "Petite distance, grande ressemblance.",
        ),
        Misconception(
            "sans_carre",
            smallest(lambda a, b: sum(x - y for x, y in zip(a, b, strict=True))),
            "Les écarts positifs et négatifs s'annulent : mets-les au carré.",
            "oublient le carré dans la distance",
            "Trois pas à gauche et trois pas en arrière, ce n'est pas rester sur place.",
        ),
        Misconception(
            "valeurs_absolues",
            smallest(lambda a, b: sum(abs(x - y) for x, y in zip(a, b, strict=True))),
            "Ta distance additionne les écarts sans les mettre au carré. Utilise la fonction `distance` fournie.",
            "mesurent une autre distance",
            "Il y a plusieurs façons de mesurer ; ici, tout le monde prend la somme des carrés.",
        ),
        Misconception(
            "produit",
            smallest(lambda a, b: -dot(a, b)),
            "Tu gardes le plus grand produit scalaire. Ici, on compare les distances : utilise `distance`.",
            "comparent avec le produit scalaire",
            "Le produit scalaire aime les grandes fiches ; la distance regarde la ressemblance.",
        ),
        Misconception(
            "premiere_note",
            smallest(lambda a, b: abs(a[0] - b[0])),
            "Tu compares seulement la première note. Compare les fiches entières, avec `distance`.",
            "comparent une seule note",
            "Deux lettres peuvent avoir une note en commun et être très différentes.",
        ),
        Misconception(
            "premiere_venue",
            searched(same_letter, lambda gap, record: False, lambda gap, j: gap),
            "Tu gardes la première lettre venue. Compare : un ecart plus petit que record doit gagner.",
            "gardent la première lettre venue",
            "Le record est battu chaque fois qu'on trouve plus près.",
        ),
        Misconception(
            "derniere_venue",
            searched(same_letter, lambda gap, record: True, lambda gap, j: gap),
            "Tu gardes la dernière lettre venue. Change seulement si ecart est plus petit que record.",
            "gardent la dernière lettre venue",
            "On ne change de gagnante que si elle bat le record.",
        ),
        Misconception(
            "record_numero",
            searched(same_letter, shorter, lambda gap, j: j),
            "Ton record est un numéro de lettre. Note plutôt la distance : `record = ecart`.",
            "notent le numéro au lieu de la distance",
            "Le record du saut en longueur, c'est la longueur, pas le dossard du sauteur.",
        ),
        Misconception(
            "saute_le_point",
            searched(lambda i, j: j == 0, shorter, lambda gap, j: gap),
            "Tu sautes la lettre 0. C'est la lettre de départ, i, qu'il faut sauter.",
            "sautent la lettre 0 au lieu de i",
            "Celle qu'on saute, c'est celle qui cherche sa voisine.",
        ),
        Misconception(
            "avant_seulement",
            searched(lambda i, j: j >= i, shorter, lambda gap, j: gap),
            "Tu ne regardes que les lettres avant i. Saute seulement i elle-même : `j == i`.",
            "ne regardent que les lettres d'avant",
            "La plus ressemblante peut être n'importe où dans l'alphabet.",
        ),
        Misconception(
            "apres_seulement",
            searched(lambda i, j: j <= i, shorter, lambda gap, j: gap),
            "Tu ne regardes que les lettres après i. Saute seulement i elle-même : `j == i`.",
            "ne regardent que les lettres d'après",
            "La plus ressemblante peut être n'importe où dans l'alphabet.",
        ),
        Misconception(
            "voisine_d_alphabet",
            lambda table, i: i + 1 if i + 1 < len(table) else i - 1,
            "Tu prends la voisine dans l'alphabet. Regarde les fiches : quelle distance est la plus petite ?",
            "prennent la voisine dans l'alphabet",
            "Sur la carte du modèle, a n'habite pas à côté de b.",
        ),
        Misconception(
            "la_distance",
            lambda table, i: min(layers.distance(table[i], table[j]) for j in others(table, i)),
            "Tu renvoies la distance. On veut le numéro de la lettre : renvoie gagnante.",
            "renvoient la distance au lieu du numéro",
            "On demande qui est le plus proche, pas à combien de pas.",
        ),
        Misconception(
            "la_fiche",
            lambda table, i: list(table[layers.nearest(table, i)]),
            "Tu renvoies la fiche. On veut seulement son numéro : renvoie gagnante.",
            "renvoient la fiche au lieu du numéro",
            "On demande le numéro du casier, pas ce qu'il contient.",
        ),
        Misconception(
            "la_lettre",
            lambda table, i: ALPHABET.symbols[layers.nearest(table, i)],
            "C'est la bonne lettre ! Mais on veut son numéro : renvoie gagnante telle quelle.",
            "renvoient la lettre au lieu de son numéro",
            "Le modèle parle en numéros ; on traduira en lettres à l'affichage.",
        ),
    ),
)
