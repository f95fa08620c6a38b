"""8.1 Bring a card back around 0, then to a normal size."""

import math
from collections.abc import Callable

from autograder.exercise import Exercise, Misconception, Property
from engine.layers import rmsnorm
from exercises.plusieurs_etages import floors
from exercises.plusieurs_etages.floors import drawn_vector


def centred(x, centre: Callable = lambda x: sum(x) / len(x)):
    middle = centre(x)
    return [v - middle for v in x]


def around(centre: Callable) -> Callable:
    """LayerNorm around something else than the mean."""
    return lambda x: rmsnorm(centred(x, centre))


def divided(size: Callable) -> Callable:
    """Centred, then divided by something else than the standard deviation."""

    def wrong(x):
        divisor = size(centred(x))
        return [v / divisor for v in centred(x)]

    return wrong


def mean_square(x) -> float:
    return sum(v * v for v in x) / len(x)


def divides_by_the_mean(x):
    mean = sum(x) / len(x)
    return rmsnorm([v / mean for v in x])


def in_place(x):
    x[:] = floors.layernorm(x)
    return x


layernorm = Exercise(
    name="layernorm",
    title="Remettre au milieu, puis à la bonne taille",
    reference=floors.layernorm,
    draw=lambda rng: (drawn_vector(rng, rng.randint(2, 6)),),
    edges=(
        ([1.0, 2.0, 6.0],),
        ([101.0, 102.0, 106.0],),
        ([3.0, -4.0],),
        ([5.0, 5.0, 5.0],),
        ([-2.0, 0.0, 2.0],),
        ([0.5, 1.5, -3.0, 4.0, 0.25],),
        ([0.003, 0.001],),
    ),
    points=3,
    built="Ta tour ne penche plus : chaque fiche revient autour de 0, à une taille normale. C'est LayerNorm.",
    hints=(
        "Deux gestes : d'abord enlever la moyenne à chaque note, ensuite ramener le tout à la bonne taille.",
        "Avec `[1, 3]`, la moyenne est 2. Les écarts sont -1 et 1. Leur taille est déjà 1 : on garde `[-1, 1]`.",
        "Regarde les deux trous : l'écart est `v - moyenne`, et c'est `ecarts` qui passe dans rmsnorm.",
    ),
    properties=(
        Property(
            "autour_de_zero",
            lambda args, value: abs(sum(value)) < 1e-9,
            "Après layernorm, la somme de la fiche doit faire 0 : elle est revenue au milieu.",
        ),
        Property(
            "plus_cent",
            lambda one, other: all(abs(a - b) < 1e-6 for a, b in zip(one, other, strict=True)),
            "Si on ajoute 100 à toutes les notes, le résultat ne doit pas changer : la moyenne monte aussi de 100.",
            on=(([1.0, 5.0, -2.0],), ([101.0, 105.0, 98.0],)),
        ),
        Property(
            "taille_1",
            lambda value: abs(mean_square(value) - 1) < 1e-4,
            "La moyenne des carrés doit valoir à peu près 1 : c'est la bonne taille.",
            on=(([1.0, 5.0, -2.0, 3.0],),),
        ),
    ),
    misconceptions=(
        Misconception(
            "rmsnorm_de_x",
            lambda x: rmsnorm(x),
            "Tu passes x dans rmsnorm, sans le remettre au milieu. Ce sont les écarts qu'il faut y passer : `ecarts`.",
            "oublient de se servir des écarts",
            "Calculer les écarts ne suffit pas : il faut les utiliser ensuite.",
        ),
        Misconception(
            "ecarts_seuls",
            centred,
            "Tu as remis la fiche au milieu, bravo ! Il reste à la ramener à la bonne taille, avec rmsnorm.",
            "s'arrêtent après avoir enlevé la moyenne",
            "Deux gestes : au milieu, puis à la bonne taille.",
        ),
        Misconception(
            "a_l_envers",
            lambda x: rmsnorm([-v for v in centred(x)]),
            "Ta soustraction est à l'envers : la note MOINS la moyenne, pour qu'une grande note reste positive.",
            "font la soustraction à l'envers",
            "Au-dessus de la moyenne, on veut un plus ; en dessous, un moins.",
        ),
        Misconception(
            "enleve_la_somme",
            around(sum),
            "Tu enlèves la somme. Enlève la moyenne : la somme divisée par le nombre de notes.",
            "enlèvent la somme au lieu de la moyenne",
            "Le milieu de la classe, c'est la moyenne, pas le total des notes.",
        ),
        Misconception(
            "enleve_la_premiere",
            around(lambda x: x[0]),
            "Tu enlèves la première note à toutes les autres. Enlève la moyenne.",
            "enlèvent la première note",
            "Le milieu se calcule avec toutes les notes.",
        ),
        Misconception(
            "enleve_la_plus_grande",
            around(max),
            "Tu enlèves la plus grande note : tout devient négatif. Enlève la moyenne.",
            "enlèvent la plus grande note",
            "Softmax enlève la plus grande ; layernorm enlève la moyenne.",
        ),
        Misconception(
            "ajoute",
            around(lambda x: -sum(x) / len(x)),
            "Tu ajoutes la moyenne : la fiche s'éloigne encore du milieu. Enlève-la.",
            "ajoutent la moyenne",
            "Pour revenir au milieu, on enlève ce qui dépasse.",
        ),
        Misconception(
            "divise_par_la_moyenne",
            divides_by_the_mean,
            "Tu divises par la moyenne. Pour revenir au milieu, on soustrait : `v - moyenne`.",
            "divisent par la moyenne",
            "Soustraire déplace, diviser rétrécit : ici, on déplace d'abord.",
        ),
        Misconception(
            "taille_d_abord",
            lambda x: centred(rmsnorm(x)),
            "Tu fais les deux gestes dans le mauvais ordre : d'abord au milieu, ensuite à la bonne taille.",
            "normalisent la taille avant d'enlever la moyenne",
            "Si on déplace après avoir mis à la taille, la taille n'est plus bonne.",
        ),
        Misconception(
            "sans_racine",
            divided(lambda e: mean_square(e) + 0.00001),
            "Il manque la racine : la taille est la racine de la moyenne des carrés. rmsnorm le fait pour toi.",
            "oublient la racine",
            "On a mis au carré, il faut revenir : la racine défait le carré.",
        ),
        Misconception(
            "sans_epsilon",
            divided(lambda e: math.sqrt(mean_square(e))),
            "Presque ! Quand toutes les notes sont pareilles, tu divises par 0. Passe par rmsnorm, qui y pense.",
            "divisent par zéro quand les notes sont toutes pareilles",
            "Si personne n'est au-dessus ni en dessous, l'écart vaut zéro : rmsnorm ajoute un tout petit nombre.",
        ),
        Misconception(
            "par_max",
            divided(lambda e: max(abs(v) for v in e) or 1),
            "Tu divises par le plus grand écart. La taille se mesure avec tous les écarts : utilise rmsnorm.",
            "divisent par le plus grand écart",
            "La taille se mesure avec toutes les notes, pas avec la plus grande seulement.",
        ),
        Misconception(
            "moyenne_seule",
            lambda x: sum(x) / len(x),
            "Tu renvoies la moyenne. C'est le premier geste ! Enlève-la ensuite à chaque note.",
            "renvoient la moyenne",
            "La moyenne est un outil : la réponse est la fiche remise au milieu.",
        ),
        Misconception(
            "inchange",
            lambda x: list(x),
            "Ta fiche n'a pas changé. Enlève la moyenne à chaque note, puis passe par rmsnorm.",
            "recopient la fiche",
            "Il faut deux gestes, et aucun n'est encore fait.",
        ),
        Misconception(
            "premiere_seule",
            lambda x: rmsnorm(centred(x)[:1]),
            "Tu n'as que la première case : ton return est peut-être DANS la boucle. Recule-le d'un cran.",
            "ont mis le return dans la boucle",
            "Return veut dire « j'ai fini » : dans la boucle, il l'arrête dès le premier tour.",
        ),
        Misconception(
            "abime",
            in_place,
            "Bon résultat, mais tu as écrit dans la fiche x qu'on te prête. Range les écarts dans une nouvelle liste.",
            "écrivent dans la liste x",
            "L'étage aura encore besoin de x pour le raccourci : on ne la rature pas.",
        ),
    ),
)
