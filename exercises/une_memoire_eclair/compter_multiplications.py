"""7.2 How many multiplications the keys and values cost, with and without the memory."""

from random import Random

from autograder.exercise import Exercise, Misconception, Property


def multiplications(letters: int, size: int, with_memory: bool) -> int:
    """Two filters, size × size each, for every letter prepared: one a turn, or all those read so far.

    >>> multiplications(3, 10, False), multiplications(3, 10, True)
    (1200, 600)
    """
    prepared = letters if with_memory else letters * (letters + 1) // 2
    return prepared * 2 * size * size


def counted(without=lambda turn, letters: turn + 1, with_memory=lambda turn, letters: 1, cost=lambda d: 2 * d * d):
    """The pupil's loop, with something else in a blank or another cost for one letter."""

    def wrong(lettres, taille, avec_memoire):
        prepared = with_memory if avec_memoire else without
        return sum(prepared(turn, lettres) * cost(taille) for turn in range(lettres))

    return wrong


def last_turn_only(lettres, taille, avec_memoire):
    prepared = 1 if avec_memoire else lettres
    return prepared * 2 * taille * taille if lettres else 0


def first_turn_only(lettres, taille, avec_memoire):
    return 2 * taille * taille if lettres else None


def draw_count(rng: Random):
    return rng.randint(2, 30), rng.randint(2, 16), rng.random() < 0.5


compter_multiplications = Exercise(
    name="compter_multiplications",
    title="Compter les multiplications",
    reference=multiplications,
    draw=draw_count,
    edges=(
        (5, 4, False),
        (5, 4, True),
        (1, 3, False),
        (1, 3, True),
        (0, 4, False),
        (4, 5, False),
        (4, 5, True),
    ),
    points=2,
    built="Tu sais mesurer ce qu'une mémoire fait gagner : c'est le travail d'un vrai ingénieur.",
    hints=(
        "À chaque tour, demande-toi : combien de lettres faut-il préparer ? Une seule, ou toutes celles du début ?",
        "Mot de 3 lettres. Sans mémoire, on en prépare 1, puis 2, puis 3 : 6 en tout. Avec mémoire : 1, 1, 1, donc 3.",
        "Regarde les deux trous : avec mémoire, une seule lettre. Sans mémoire, `tour + 1`, car tour part de 0.",
    ),
    properties=(
        Property(
            "une_lettre_pareil",
            lambda one, other: one == other,
            "Pour une seule lettre, la mémoire ne change rien : il n'y a encore aucune note à relire.",
            on=((1, 6, True), (1, 6, False)),
        ),
        Property(
            "memoire_fait_gagner",
            lambda one, other: one < other,
            "Avec la mémoire, il doit y avoir moins de multiplications que sans elle.",
            on=((6, 4, True), (6, 4, False)),
        ),
        Property(
            "deux_fois_plus",
            lambda short, long: long == 2 * short,
            "Avec la mémoire, un mot deux fois plus long doit coûter juste deux fois plus.",
            on=((4, 3, True), (8, 3, True)),
        ),
    ),
    misconceptions=(
        Misconception(
            "tour_sans_1",
            counted(without=lambda turn, letters: turn),
            "Presque ! Python compte les tours à partir de 0. Au premier tour, il y a déjà une lettre : `tour + 1`.",
            "oublient que le premier tour porte le numéro 0",
            "Tour numéro 0, mais une lettre à lire : on ajoute 1.",
        ),
        Misconception(
            "tout_le_mot",
            counted(without=lambda turn, letters: letters),
            "Au premier tour, le mot n'a encore qu'une lettre. Sans mémoire, on prépare `tour + 1` lettres.",
            "préparent le mot entier à chaque tour",
            "Le mot grandit d'une lettre par tour : 1, puis 2, puis 3.",
        ),
        Misconception(
            "echange",
            counted(without=lambda turn, letters: 1, with_memory=lambda turn, letters: turn + 1),
            "Tes deux trous sont échangés : c'est avec la mémoire qu'une seule lettre suffit.",
            "échangent avec et sans mémoire",
            "La mémoire sert à ne préparer que la nouvelle lettre.",
        ),
        Misconception(
            "memoire_inutile",
            counted(with_memory=lambda turn, letters: turn + 1),
            "Avec ta mémoire, on relit encore tout. Les anciennes lettres sont déjà notées : il en reste 1 à préparer.",
            "comptent pareil avec et sans mémoire",
            "Ce qui est noté n'est plus à calculer.",
        ),
        Misconception(
            "toujours_1",
            counted(without=lambda turn, letters: 1),
            "Sans mémoire, rien n'est noté : à chaque tour, il faut préparer toutes les lettres du début.",
            "préparent une seule lettre, même sans mémoire",
            "Sans cahier, on relit tout depuis la première page.",
        ),
        Misconception(
            "memoire_gratuite",
            counted(with_memory=lambda turn, letters: 0),
            "La nouvelle lettre n'est pas encore dans la mémoire : il faut la préparer, elle. Cela fait 1.",
            "croient que la mémoire rend tout gratuit",
            "On note ce qu'on vient de calculer : il faut bien le calculer une fois.",
        ),
        Misconception(
            "memoire_relit_le_mot",
            counted(with_memory=lambda turn, letters: letters),
            "Avec la mémoire, on ne prépare que la nouvelle lettre : 1 par tour, pas tout le mot.",
            "préparent tout le mot malgré la mémoire",
            "Une lettre nouvelle par tour, donc une seule à préparer.",
        ),
        Misconception(
            "memoire_tour",
            counted(with_memory=lambda turn, letters: turn),
            "Avec la mémoire, le nombre de lettres à préparer ne dépend pas du tour : c'est toujours 1.",
            "préparent de plus en plus de lettres malgré la mémoire",
            "Que le mot soit long ou court, il n'y a qu'une lettre nouvelle.",
        ),
        Misconception(
            "un_filtre",
            counted(cost=lambda d: d * d),
            "Il y a deux filtres par lettre : un pour la pancarte, un pour l'info. Garde le `2`.",
            "comptent un seul filtre",
            "Pancarte et info : deux filtres, donc deux fois plus.",
        ),
        Misconception(
            "taille_simple",
            counted(cost=lambda d: 2 * d),
            "Un filtre a `taille` lignes de `taille` nombres : garde `taille * taille`.",
            "comptent une seule ligne du filtre",
            "Chaque case de la sortie demande toute une ligne de multiplications.",
        ),
        Misconception(
            "dernier_tour",
            last_turn_only,
            "Tu ne gardes que le dernier tour. Ajoute à l'ancien total : `total = total + …`.",
            "ne gardent que le dernier tour",
            "On veut le travail de toute la phrase, pas seulement de la dernière lettre.",
        ),
        Misconception(
            "premier_tour",
            first_turn_only,
            "Tu ne comptes qu'un tour : ton return est peut-être DANS la boucle. Recule-le d'un cran.",
            "ont mis le return dans la boucle",
            "Return veut dire « j'ai fini » : dans la boucle, il l'arrête dès le premier tour.",
        ),
    ),
)
