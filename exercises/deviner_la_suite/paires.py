"""1.2 The pairs of neighbouring letters."""

from itertools import pairwise

from autograder.exercise import Exercise, Misconception, Property
from engine import bigrams
from exercises.deviner_la_suite.words import word


def first_pair_only(mot):
    return [(mot[0], mot[1])]


def one_letter_too_far(mot):
    return [(mot[i], mot[i + 1]) for i in range(len(mot))]


paires = Exercise(
    name="paires",
    title="Les lettres voisines",
    reference=bigrams.bigrams,
    draw=lambda rng: (bigrams.wrap(word(rng)),),
    edges=((".emma.",), (".leo.",), (".a.",), (".anna.",)),
    points=2,
    built="Ton modèle sait découper un prénom en paires de lettres voisines : des bigrammes.",
    hints=(
        "Pose deux doigts sur deux lettres voisines, note la paire, puis avance d'une case. Quand faut-il s'arrêter ?",
        'Avec `".al."` (4 caractères) : `(".", "a")`, `("a", "l")`, `("l", ".")`. Cela fait 3 paires, une de moins.',
        "Regarde la ligne du for : i doit s'arrêter une case avant la fin. La voisine de `mot[i]` est `mot[i + 1]`.",
    ),
    properties=(
        Property(
            "une_de_moins",
            lambda args, value: len(value) == len(args[0]) - 1,
            "Il doit y avoir une paire de moins que de caractères : la dernière lettre n'a pas de voisine à droite.",
        ),
        Property(
            "chaine",
            lambda args, value: all(a[1] == b[0] for a, b in pairwise(value)),
            "Chaque paire doit commencer par la lettre qui finit la paire d'avant, comme des dominos.",
        ),
    ),
    misconceptions=(
        Misconception(
            "depasse",
            one_letter_too_far,
            "Tu vas une lettre trop loin : la dernière lettre n'a pas de voisine à droite. "
            "Arrête-toi une case avant : `len(mot) - 1`.",
            "vont une lettre trop loin",
            "La dernière lettre n'a personne à sa droite : on s'arrête juste avant elle.",
        ),
        Misconception(
            "trop_court",
            lambda mot: [(mot[i], mot[i + 1]) for i in range(len(mot) - 2)],
            "Il te manque la dernière paire (celle qui finit par le point). Ta boucle s'arrête un tour trop tôt.",
            "oublient la dernière paire",
            "Comptons ensemble : pour 4 caractères, il y a 3 paires, pas 2.",
        ),
        Misconception(
            "inverse",
            lambda mot: [(mot[i + 1], mot[i]) for i in range(len(mot) - 1)],
            "Tes paires sont à l'envers : d'abord la lettre d'avant, ensuite celle d'après.",
            "écrivent les paires à l'envers",
            "On lit de gauche à droite : d'abord la lettre d'avant, ensuite celle d'après.",
        ),
        Misconception(
            "chaine",
            lambda mot: [mot[i : i + 2] for i in range(len(mot) - 1)],
            "Tu as les bonnes lettres, mais collées ensemble. Mets-les dans une paire : `(lettre1, lettre2)`.",
            "collent les deux lettres au lieu d'en faire une paire",
            "Une paire, c'est deux lettres séparées par une virgule, entre parenthèses.",
        ),
        Misconception(
            "liste_listes",
            lambda mot: [[mot[i], mot[i + 1]] for i in range(len(mot) - 1)],
            "Presque ! Utilise des parenthèses ( , ) pour la paire, pas des crochets.",
            "mettent des crochets au lieu de parenthèses",
            "Les crochets font une liste, les parenthèses font une paire.",
        ),
        Misconception(
            "premiere_seule",
            first_pair_only,
            "Tu n'as que la première paire : ton return est peut-être DANS la boucle. "
            "Recule-le d'un cran vers la gauche.",
            "ont mis le return dans la boucle",
            "Return veut dire « j'ai fini » : dans la boucle, il l'arrête dès le premier tour.",
        ),
        Misconception(
            "derniere_seule",
            lambda mot: [(mot[-2], mot[-1])],
            "Il ne reste que la dernière paire : la liste est recommencée à chaque tour. "
            "Crée-la une seule fois, avant la boucle.",
            "recréent la liste à chaque tour",
            "On ouvre le carnet une fois, avant de commencer ; sinon on efface tout à chaque tour.",
        ),
        Misconception(
            "meme_lettre",
            lambda mot: [(mot[i], mot[i]) for i in range(len(mot) - 1)],
            "Tu notes deux fois la même lettre. Sa voisine de droite est une case plus loin : `mot[i + 1]`.",
            "notent deux fois la même lettre",
            "La voisine est une case plus loin : i plus 1.",
        ),
        Misconception(
            "saute",
            lambda mot: [(mot[i], mot[i + 1]) for i in range(0, len(mot) - 1, 2)],
            "Tu avances de deux cases à la fois, alors tu sautes des paires. Avance d'une seule case.",
            "avancent de deux cases",
            "Les paires se chevauchent, comme des dominos : on avance d'une seule case.",
        ),
        Misconception(
            "commence_a_1",
            lambda mot: [(mot[i], mot[i + 1]) for i in range(1, len(mot) - 1)],
            "Il te manque la première paire. En Python, la première case porte le numéro 0, pas 1.",
            "commencent à la case 1",
            "Python compte à partir de zéro : la première lettre est dans la case 0.",
        ),
        Misconception(
            "numeros",
            lambda mot: [(i, i + 1) for i in range(len(mot) - 1)],
            "Tu notes les numéros des cases. On veut les lettres qui sont dedans : `mot[i]`.",
            "notent les numéros des cases au lieu des lettres",
            "i est le numéro de la case ; la lettre qui est dedans s'écrit mot, crochet, i.",
        ),
        Misconception(
            "lettre_et_numero",
            lambda mot: [(mot[i], i + 1) for i in range(len(mot) - 1)],
            "À droite, tu notes un numéro de case. On veut la lettre de cette case : `mot[i + 1]`.",
            "notent un numéro à la place de la lettre voisine",
            "i plus 1 est un numéro ; la lettre s'écrit mot, crochet, i plus 1.",
        ),
        Misconception(
            "avance_de_un",
            lambda mot: [(mot[i], chr(ord(mot[i]) + 1)) for i in range(len(mot) - 1)],
            "Tu prends la lettre suivante de l'alphabet. On veut la voisine dans le mot : `mot[i + 1]`.",
            "prennent la lettre suivante de l'alphabet",
            "La voisine est celle qui suit dans le prénom, pas celle qui suit dans l'alphabet.",
        ),
    ),
)
