"""4.8 ★ One card shared between several heads. Sizes (8, 2) and (8, 4): on a square, size and heads are the same."""

from random import Random

from autograder.exercise import Badge, Exercise, Misconception, Property
from engine import attention


def pieces(slice_of):
    """A wrong cut: `slice_of(t, size, heads)` gives where piece t begins and ends."""

    def cut(x, heads):
        size = len(x) // heads
        return [x[slice(*slice_of(t, size, heads))] for t in range(heads)]

    return cut


def draw_card(rng: Random):
    heads, size = rng.randint(2, 4), rng.randint(2, 4)
    return [rng.randint(-9, 9) for _ in range(heads * size)], heads


EIGHT = [1, 2, 3, 4, 5, 6, 7, 8]

couper = Exercise(
    name="couper",
    title="Plusieurs têtes",
    reference=attention.split_heads,
    draw=draw_card,
    edges=(
        (EIGHT, 2),
        (EIGHT, 4),
        ([5, 6, 7, 8], 1),
        ([3, 1, 4, 1, 5, 9], 3),
        ([3, 1, 4, 1, 5, 9], 2),
    ),
    points=2,
    bonus=True,
    built="Plusieurs têtes peuvent écouter en même temps, chacune avec son morceau de fiche.",
    badge=Badge(
        "dragon-a-plusieurs-tetes",
        "Dragon à plusieurs têtes",
        "Je sais partager une fiche entre plusieurs têtes.",
        "Partage une fiche entre plusieurs têtes.",
    ),
    hints=(
        "Coupe une tablette de chocolat en parts égales, sans changer l'ordre des carrés.",
        "8 nombres pour 2 têtes : 8 divisé par 2 = 4 nombres chacune. La tête 0 prend 0 à 3, la tête 1 prend 4 à 7.",
        "Regarde les trous : `taille` est `len(x) // tetes`. "
        "Le morceau t commence à `t * taille`, et finit une taille plus loin.",
    ),
    properties=(
        Property(
            "autant_que_de_tetes",
            lambda args, value: len(value) == args[1],
            "Il faut autant de morceaux que de têtes.",
        ),
        Property(
            "parts_egales",
            lambda args, value: len({len(piece) for piece in value}) == 1,
            "Tous les morceaux doivent avoir la même taille.",
        ),
        Property(
            "recolle",
            lambda args, value: [number for piece in value for number in piece] == args[0],
            "Si on recolle tes morceaux bout à bout, on doit retrouver la fiche entière.",
        ),
    ),
    misconceptions=(
        Misconception(
            "taille_tetes",
            lambda x, heads: [x[i : i + heads] for i in range(0, len(x), heads)],
            "Tu fais des morceaux de taille tetes. On veut tetes morceaux : `taille = len(x) // tetes`.",
            "font des morceaux de taille tetes",
            "8 nombres pour 2 têtes : 2 morceaux de 4, pas 4 morceaux de 2.",
        ),
        Misconception(
            "taille_tetes_boucle",
            pieces(lambda t, size, heads: (t * heads, (t + 1) * heads)),
            "Tes morceaux ont la taille tetes. La taille d'un morceau, c'est `len(x) // tetes`.",
            "prennent le nombre de têtes comme taille",
            "8 nombres pour 2 têtes : chaque morceau a 4 nombres.",
        ),
        Misconception(
            "entrelace",
            lambda x, heads: [x[i::heads] for i in range(heads)],
            "Tes morceaux sont mélangés. Coupe en tranches qui se suivent.",
            "distribuent les nombres un par un",
            "On coupe comme une tablette, on ne distribue pas comme des cartes.",
        ),
        Misconception(
            "un_seul",
            lambda x, heads: [x[: len(x) // heads]],
            "Tu n'as que le premier morceau. Ton return est peut-être DANS la boucle : recule-le vers la gauche.",
            "ne gardent que le premier morceau",
            "Return veut dire « j'ai fini » : dans la boucle, il l'arrête dès le premier tour.",
        ),
        Misconception(
            "chevauche",
            pieces(lambda t, size, heads: (t, t + size)),
            "Tes morceaux se chevauchent : tu avances d'une case. Avance d'un morceau entier : `t * taille`.",
            "avancent d'une case au lieu d'un morceau",
            "Le morceau t commence après t morceaux entiers : t fois la taille.",
        ),
        Misconception(
            "pas_de_tetes",
            pieces(lambda t, size, heads: (t * heads, t * heads + size)),
            "Tu avances de tetes cases. Avance d'un morceau entier : `t * taille`.",
            "avancent de tetes cases",
            "Le morceau t commence après t morceaux entiers : t fois la taille.",
        ),
        Misconception(
            "fin_fixe",
            pieces(lambda t, size, heads: (t * size, size)),
            "Les débuts sont justes ! Mais la fin ne bouge pas. Elle aussi avance : `(t + 1) * taille`.",
            "oublient d'avancer la fin",
            "Chaque tranche a son début et sa fin ; les deux avancent.",
        ),
        Misconception(
            "fin_sans_taille",
            pieces(lambda t, size, heads: (t * size, t + size)),
            "Les débuts sont justes ! La fin, c'est le début plus une taille : `t * taille + taille`.",
            "se trompent sur la fin du morceau",
            "La fin, c'est le début plus la taille d'un morceau.",
        ),
        Misconception(
            "manque_le_dernier",
            pieces(lambda t, size, heads: (t * size, (t + 1) * size - 1)),
            "Il manque le dernier nombre de chaque morceau. Python s'arrête déjà juste avant la fin : n'enlève pas 1.",
            "enlèvent 1 à la fin de chaque morceau",
            "Dans une tranche, la fin n'est pas comprise : inutile d'enlever 1.",
        ),
        Misconception(
            "toujours_le_premier",
            pieces(lambda t, size, heads: (0, size)),
            "Tu prends toujours le premier morceau. Le début doit avancer avec t : `t * taille`.",
            "prennent toujours le premier morceau",
            "Chaque tête reçoit un morceau différent.",
        ),
        Misconception(
            "jusqu_au_bout",
            pieces(lambda t, size, heads: (t * size, None)),
            "Tes morceaux vont jusqu'au bout de la fiche. Arrête chacun après une taille : `(t + 1) * taille`.",
            "ne terminent pas les morceaux",
            "Une tranche a un début et une fin.",
        ),
        Misconception(
            "taille_totale",
            lambda x, heads: [x[t * len(x) : (t + 1) * len(x)] for t in range(heads)],
            "Ton premier morceau prend toute la fiche. Partage-la entre les têtes : `len(x) // tetes`.",
            "prennent toute la fiche comme taille",
            "On partage en parts égales : la longueur divisée par le nombre de têtes.",
        ),
        Misconception(
            "toujours_deux",
            lambda x, heads: [x[t * (len(x) // 2) : (t + 1) * (len(x) // 2)] for t in range(heads)],
            "Tu coupes toujours en 2. Le nombre de têtes peut changer : divise par tetes.",
            "coupent toujours en deux",
            "2 marche pour deux têtes ; avec quatre, il faut diviser par 4.",
        ),
        Misconception(
            "recolle",
            lambda x, heads: list(x),
            "Tu as recollé les morceaux. Garde-les séparés : ajoute chaque tranche avec `append`, pas avec +.",
            "recollent les morceaux en une seule liste",
            "Chaque tête a sa petite liste : une liste de listes.",
        ),
        Misconception(
            "saute_le_premier",
            pieces(lambda t, size, heads: ((t + 1) * size, (t + 2) * size)),
            "Tu es décalé d'un morceau : le premier manque. La tête 0 commence à la case 0.",
            "sautent le premier morceau",
            "La tête 0 prend le début de la fiche.",
        ),
    ),
)
