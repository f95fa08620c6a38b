"""3.1 ★ A number for each letter: the locker it has in our alphabet."""

from random import Random

from autograder.exercise import Exercise, Misconception, Property
from engine.vocabulary import ALPHABET

SYMBOLS = ALPHABET.symbols
LETTERS = SYMBOLS[1:]


def draw_word(rng: Random):
    word = "".join(rng.choice(LETTERS) for _ in range(rng.randint(2, 8)))
    return (f".{word}." if rng.random() < 0.7 else word,)


def each(number):
    """One number per letter: `number(letter, word)`."""
    return lambda mot: [number(lettre, mot) for lettre in mot]


encoder = Exercise(
    name="encoder",
    title="Le numéro de casier",
    reference=ALPHABET.encode,
    draw=draw_word,
    edges=((".ab.",), ("m",), (".",), (".zoe.",), (".emma.",), ("lilou",)),
    points=1,
    bonus=True,
    built="Chaque lettre a son numéro de casier : le modèle va pouvoir ouvrir sa fiche.",
    hints=(
        "Imagine 27 casiers numérotés de 0 à 26. Le point a le casier 0, a le casier 1, z le casier 26.",
        'Pour `".ab."` : le point donne 0, a donne 1, b donne 2, le point donne encore 0. La liste est `[0, 1, 2, 0]`.',
        "Regarde la ligne du trou : `index` cherche une seule lettre. À chaque tour, elle est dans la boîte `lettre`.",
    ),
    properties=(
        Property(
            "un_numero_par_lettre",
            lambda args, value: len(value) == len(args[0]),
            "Il faut un numéro pour chaque lettre du mot, points compris.",
        ),
        Property(
            "aller_retour",
            lambda args, value: ALPHABET.decode(value) == args[0],
            "Avec tes numéros, on doit pouvoir relire le mot : un casier, une lettre.",
        ),
    ),
    misconceptions=(
        Misconception(
            "a_egal_0",
            each(lambda lettre, mot: (LETTERS + ".").index(lettre)),
            "Ici le point « . » porte le numéro 0 et a le numéro 1. Regarde l'ordre de l'alphabet.",
            "donnent le numéro 0 à la lettre a",
            "Dans notre alphabet, le point vient en premier : il a le casier 0.",
        ),
        Misconception(
            "ord",
            each(lambda lettre, mot: ord(lettre)),
            "ord donne le code secret de l'ordinateur. On veut la place dans NOTRE alphabet : alphabet.index(lettre).",
            "donnent le code de l'ordinateur (ord)",
            "L'ordinateur a ses propres codes ; nous rangeons nos 27 signes dans notre ordre à nous.",
        ),
        Misconception(
            "ord_sans_le_point",
            each(lambda lettre, mot: ord(lettre) - 96),
            "Presque ! Les lettres sont bien numérotées de 1 à 26. Mais le point doit porter le numéro 0.",
            "calculent avec ord et oublient le point",
            "Le point n'est pas une lettre : son code à lui ne tombe pas sur 0.",
        ),
        Misconception(
            "texte",
            each(lambda lettre, mot: str(SYMBOLS.index(lettre))),
            "Tes numéros sont des textes (avec guillemets). Laisse-les en nombres.",
            "donnent les numéros sous forme de textes",
            'On peut calculer avec 5, pas avec le texte "5".',
        ),
        Misconception(
            "sans_points",
            lambda mot: [SYMBOLS.index(lettre) for lettre in mot if lettre != "."],
            "Tu as sauté les points ! Ils comptent : ils disent où le prénom commence et finit.",
            "sautent les points",
            "Le point est un signe comme les autres : il a son casier, le numéro 0.",
        ),
        Misconception(
            "ensemble",
            lambda mot: sorted(SYMBOLS.index(lettre) for lettre in mot),
            "L'ordre des lettres a changé. Garde-les dans l'ordre du mot.",
            "rangent les numéros dans l'ordre croissant",
            "Anna et Nana ont les mêmes lettres : c'est l'ordre qui fait le prénom.",
        ),
        Misconception(
            "a_l_envers",
            lambda mot: [SYMBOLS.index(lettre) for lettre in mot][::-1],
            "Tes numéros sont justes, mais à l'envers. Commence par la première lettre du mot.",
            "lisent le mot à l'envers",
            "append ajoute au bout : la première lettre du mot reste la première de la liste.",
        ),
        Misconception(
            "sans_doublon",
            lambda mot: [SYMBOLS.index(lettre) for lettre in dict.fromkeys(mot)],
            "Une lettre qui revient doit revenir aussi dans la liste. Dans emma, il y a deux m.",
            "gardent chaque lettre une seule fois",
            "On écrit le mot en numéros : deux m, c'est deux fois le même numéro.",
        ),
        Misconception(
            "mot_entier",
            each(lambda lettre, mot: SYMBOLS.index(mot)),
            "Tu cherches le mot entier dans l'alphabet. Cherche une lettre à la fois : la boîte `lettre`.",
            "cherchent le mot entier dans l'alphabet",
            "La boucle donne les lettres une par une : c'est une lettre qu'on cherche.",
        ),
        Misconception(
            "entre_guillemets",
            each(lambda lettre, mot: SYMBOLS.index("lettre")),
            "Tu as écrit le mot lettre entre guillemets. Sans guillemets, Python prend ce qu'il y a dans la boîte.",
            "mettent le nom de la boîte entre guillemets",
            "Avec des guillemets c'est un mot ; sans guillemets c'est une boîte.",
        ),
        Misconception(
            "toujours_le_point",
            each(lambda lettre, mot: 0),
            "Tu obtiens toujours 0, le casier du point. Cherche la lettre du tour : la boîte `lettre`.",
            "cherchent toujours le même signe",
            "À chaque tour de boucle, la lettre change, donc le numéro change.",
        ),
        Misconception(
            "premiere_lettre",
            each(lambda lettre, mot: SYMBOLS.index(mot[0])),
            "Tu donnes toujours le numéro de la première lettre. Prends la lettre du tour : la boîte `lettre`.",
            "donnent toujours le numéro de la première lettre",
            "La boucle change de lettre à chaque tour : servons-nous-en.",
        ),
        Misconception(
            "un_de_trop",
            each(lambda lettre, mot: SYMBOLS.index(lettre) + 1),
            "Tous tes numéros ont 1 de trop. Python compte à partir de zéro : le point a le numéro 0.",
            "comptent les casiers à partir de 1",
            "Le premier casier porte le numéro 0 : c'est celui du point.",
        ),
        Misconception(
            "place_dans_le_mot",
            each(lambda lettre, mot: mot.index(lettre)),
            "Tu donnes la place de la lettre dans le mot. On veut sa place dans l'alphabet : `alphabet.index(lettre)`.",
            "cherchent la lettre dans le mot au lieu de l'alphabet",
            "Le numéro de casier d'une lettre est le même dans tous les prénoms.",
        ),
        Misconception(
            "numero_du_tour",
            lambda mot: list(range(len(mot))),
            "Tu donnes le numéro du tour : 0, 1, 2… On veut le numéro de la lettre dans l'alphabet.",
            "donnent le numéro du tour",
            "Un a vaut 1 partout, au début comme à la fin du prénom.",
        ),
        Misconception(
            "lettres",
            lambda mot: list(mot),
            "Tu as rangé les lettres, pas leurs numéros. Demande le numéro avec `alphabet.index(lettre)`.",
            "renvoient les lettres au lieu des numéros",
            "Un modèle ne sait que calculer : il lui faut des nombres.",
        ),
        Misconception(
            "colle",
            lambda mot: "".join(str(SYMBOLS.index(lettre)) for lettre in mot),
            "Tes numéros sont collés en un seul texte. On ne voit plus si 12 est l, ou a puis b. Fais une liste.",
            "collent les numéros en un texte",
            "Dans une liste, chaque numéro garde sa case.",
        ),
        Misconception(
            "premiere_seule",
            lambda mot: [SYMBOLS.index(mot[0])],
            "Tu n'as que le premier numéro : ton return est peut-être DANS la boucle. Recule-le d'un cran.",
            "ont mis le return dans la boucle",
            "Return veut dire « j'ai fini » : dans la boucle, il l'arrête dès le premier tour.",
        ),
        Misconception(
            "derniere_seule",
            lambda mot: [SYMBOLS.index(mot[-1])],
            "Tu n'as que le dernier numéro : la liste est recréée à chaque tour. "
            "Crée-la une seule fois, avant la boucle.",
            "recréent la liste à chaque tour",
            "On prend une liste vide avant la boucle, puis on ajoute au bout.",
        ),
    ),
)
