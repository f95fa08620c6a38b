"""5.2 Back to a normal size: divide by the root of the mean square."""

import math
from collections.abc import Callable

from autograder.exercise import Exercise, Misconception, Property
from engine import layers
from exercises.mon_premier_llm.pieces import drawn_vector

EPSILON = 0.00001


def shared_out(size: Callable) -> Callable:
    """v / size(x), for another idea of the size."""

    def wrong(x):
        divisor = size(x)
        return [v / divisor for v in x]

    return wrong


def mean_square(x) -> float:
    return sum(v * v for v in x) / len(x)


def layer_norm(x):
    mean = sum(x) / len(x)
    centred = [v - mean for v in x]
    return [v / math.sqrt(mean_square(centred) + EPSILON) for v in centred]


def writes_in_x(x):
    size = math.sqrt(mean_square(x) + EPSILON)
    for i in range(len(x)):
        x[i] = x[i] / size
    return x


def size_upside_down(x):
    size = math.sqrt(mean_square(x) + EPSILON)
    return [size / v for v in x]


rmsnorm = Exercise(
    name="rmsnorm",
    title="Remettre à une taille normale",
    reference=layers.rmsnorm,
    draw=lambda rng: (drawn_vector(rng, rng.randint(2, 6)),),
    edges=(
        ([3.0, -4.0],),
        ([3, 4],),  # whole numbers: there `v ^ 2` computes something instead of stopping
        ([1.0, -2.0, 0.5, 4.0],),
        ([0.0, 0.0, 0.0],),
        ([10.0, 0.0, -10.0],),
    ),
    points=3,
    built="Ton modèle garde des nombres de taille normale : ni géants, ni minuscules. Il apprendra bien mieux.",
    hints=(
        "Mesure d'abord la taille de la fiche, une seule fois. Ensuite, divise chaque note par cette taille.",
        "Pour `[3, 4]` : les carrés font 9 + 16 = 25, leur moyenne 12,5, sa racine 3,54. "
        "On divise : environ `[0.85, 1.13]`.",
        "Regarde les trous dans l'ordre : `v * v`, `len(x)`, la moyenne plus 0.00001, et enfin v divisé par taille.",
    ),
    properties=(
        Property(
            "moyenne_des_carres",
            lambda value: abs(mean_square(value) - 1) < 1e-4,
            "Après rmsnorm, la moyenne des carrés doit valoir à peu près 1.",
            on=(([1.0, 2.0, -3.0, 0.5],),),
        ),
        Property(
            "signes_gardes",
            lambda args, value: all(u * v >= 0 for u, v in zip(args[0], value, strict=True)),
            "Un nombre positif doit rester positif, et un nombre négatif rester négatif.",
        ),
        Property(
            "dix_fois",
            lambda small, big: all(abs(u - v) < 1e-4 for u, v in zip(small, big, strict=True)),
            "Une fiche dix fois plus grande doit donner presque le même résultat.",
            on=(([1.0, -2.0, 3.0],), ([10.0, -20.0, 30.0],)),
        ),
    ),
    misconceptions=(
        Misconception(
            "sans_racine",
            shared_out(lambda x: mean_square(x) + EPSILON),
            "Il manque la racine : `math.sqrt(moyenne + 0.00001)`.",
            "oublient la racine",
            "On a mis au carré, il faut revenir : la racine défait le carré.",
        ),
        Misconception(
            "sans_moyenne",
            shared_out(lambda x: math.sqrt(sum(v * v for v in x) + EPSILON)),
            "Tu as la somme des carrés. Divise-la par `len(x)` pour avoir la moyenne.",
            "oublient de faire la moyenne",
            "Une fiche plus longue n'est pas plus grande : c'est pour cela qu'on prend la moyenne.",
        ),
        Misconception(
            "moins_moyenne",
            layer_norm,
            "Tu enlèves la moyenne : ça, c'est LayerNorm (niveau bonus !). Ici on ne l'enlève pas.",
            "enlèvent la moyenne (LayerNorm)",
            "Enlever la moyenne existe aussi, dans GPT-2. Notre modèle fait plus simple : il divise, c'est tout.",
        ),
        Misconception(
            "sans_epsilon",
            shared_out(lambda x: math.sqrt(mean_square(x))),
            "Presque ! Avec une liste de zéros, tu divises par 0. Ajoute 0.00001 sous la racine.",
            "oublient le 0,00001",
            "Diviser par zéro, personne ne sait faire : le petit 0,00001 est là pour cela.",
        ),
        Misconception(
            "epsilon_dehors",
            shared_out(lambda x: math.sqrt(mean_square(x)) + EPSILON),
            "Le 0.00001 va SOUS la racine, pas à côté.",
            "ajoutent 0,00001 après la racine",
            "On ajoute d'abord, on prend la racine ensuite : regardons où la parenthèse se ferme.",
        ),
        Misconception(
            "epsilon_trop_gros",
            shared_out(lambda x: math.sqrt(mean_square(x) + 0.0001)),
            "Compte les zéros : 0.00001 a quatre zéros après le point, puis un 1.",
            "ajoutent 0,0001 au lieu de 0,00001",
            "Comptons les zéros ensemble : quatre, puis un.",
        ),
        Misconception(
            "un_sous_la_racine",
            shared_out(lambda x: math.sqrt(mean_square(x) + 1)),
            "Tu ajoutes 1 sous la racine : c'est beaucoup trop. Ajoute 0.00001, juste assez pour ne jamais avoir 0.",
            "ajoutent 1 sous la racine",
            "Le petit nombre doit être si petit qu'on ne le voit pas.",
        ),
        Misconception(
            "multiplie",
            lambda x: [v * math.sqrt(mean_square(x) + EPSILON) for v in x],
            "Tu multiplies. Il faut diviser, pour ramener à une taille normale.",
            "multiplient par la taille",
            "Ce qui est trop grand doit rétrécir : on divise.",
        ),
        Misconception(
            "par_max",
            shared_out(lambda x: max(abs(v) for v in x) or 1),
            "Tu divises par le plus grand. Divise par la racine de la moyenne des carrés.",
            "divisent par le plus grand",
            "La taille se mesure avec toutes les notes, pas avec la plus grande seulement.",
        ),
        Misconception(
            "sans_carre",
            shared_out(lambda x: math.sqrt(sum(x) / len(x) + EPSILON)),
            "Tu additionnes les notes, pas leurs carrés. Sans carré, les plus effacent les moins : prends `v * v`.",
            "oublient de mettre au carré",
            "Au carré, tout devient positif : les notes négatives ne peuvent plus effacer les autres.",
        ),
        Misconception(
            "fois_deux",
            shared_out(lambda x: math.sqrt(sum(v * 2 for v in x) / len(x) + EPSILON)),
            "`v * 2` double v. Le carré de v, c'est v fois lui-même : `v * v`.",
            "doublent au lieu de mettre au carré",
            "Le carré de 3, c'est 3 fois 3, donc 9. Le double de 3, c'est 6.",
        ),
        Misconception(
            "chapeau",
            shared_out(lambda x: math.sqrt(sum(v ^ 2 for v in x) / len(x) + EPSILON)),
            "En Python, `^` n'est pas la puissance. Le carré s'écrit `v * v`, ou bien `v ** 2`.",
            "écrivent ^ pour le carré",
            "Le chapeau de la calculette ne marche pas en Python : on écrit v étoile v.",
        ),
        Misconception(
            "carre_du_dernier",
            shared_out(lambda x: math.sqrt(x[-1] * x[-1] / len(x) + EPSILON)),
            "Ton total ne garde que le dernier carré. Ajoute-le à l'ancien total : `carres + v * v`.",
            "ne gardent que le dernier carré",
            "Nouveau total égale ancien total plus le carré : sinon on efface à chaque tour.",
        ),
        Misconception(
            "len_moins_1",
            shared_out(lambda x: math.sqrt(sum(v * v for v in x) / (len(x) - 1) + EPSILON)),
            "Tu divises par un de moins que le nombre de cases. C'est `len(x)` tout court.",
            "divisent par le nombre de cases moins 1",
            "La moyenne de deux notes, c'est leur somme divisée par deux, pas par un.",
        ),
        Misconception(
            "a_l_envers",
            size_upside_down,
            "Ta division est à l'envers : c'est v divisé par taille.",
            "font la division à l'envers",
            "On partage chaque note par la taille : la note en haut, la taille en bas.",
        ),
        Misconception(
            "inchange",
            lambda x: list(x),
            "Tu recopies la fiche sans la changer. Divise chaque note par `taille`.",
            "recopient la fiche sans diviser",
            "Mesurer la taille ne suffit pas : il faut s'en servir pour diviser.",
        ),
        Misconception(
            "taille_seule",
            lambda x: math.sqrt(mean_square(x) + EPSILON),
            "Tu renvoies la taille. C'est la bonne première étape ! Il reste à diviser chaque note par elle.",
            "renvoient la taille au lieu de la fiche",
            "La taille est un outil : la réponse est la fiche remise à la bonne taille.",
        ),
        Misconception(
            "abime",
            writes_in_x,
            "Bon résultat, mais tu as écrit dans la fiche x qu'on te prête. Range les notes dans une nouvelle liste.",
            "écrivent dans la liste x",
            "Le modèle aura encore besoin de x pour le raccourci : on ne la rature pas.",
        ),
        Misconception(
            "premiere_seule",
            lambda x: layers.rmsnorm(x)[:1],
            "Tu n'as que la première case : ton return est peut-être DANS la boucle. Recule-le d'un cran.",
            "ont mis le return dans la boucle",
            "Return veut dire « j'ai fini » : dans la boucle, il l'arrête dès le premier tour.",
        ),
    ),
)
