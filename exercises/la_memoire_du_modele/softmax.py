"""3.6 Any scores into shares of the cake.

The plain version, which does not take the largest away, is right: inputs stay where `math.exp` does not overflow.
Large scores are a ★ of the notebook (`tuto.lecon_3.grands_scores`), not an input here.
"""

import math
from collections.abc import Callable

from autograder.exercise import Badge, Exercise, Misconception, Property
from engine import layers


def shares(make: Callable, total: Callable = sum):
    """Numbers made of the scores by `make`, then each divided by `total` of these numbers."""

    def wrong(scores):
        made = [make(s) for s in scores]
        return [number / total(made) for number in made]

    return wrong


def on_the_lent_list(scores):
    for i in range(len(scores)):
        scores[i] = math.exp(scores[i])
    total = sum(scores)
    return [e / total for e in scores]


def moving_total(scores):
    exps = [math.exp(s) for s in scores]
    for i in range(len(exps)):
        exps[i] = exps[i] / sum(exps)
    return exps


def from_the_smallest(scores):
    return shares(lambda s: s - min(scores))(scores)


def largest_away_on_one_side(scores):
    return [math.exp(s - max(scores)) / sum(math.exp(u) for u in scores) for s in scores]


softmax = Exercise(
    name="softmax",
    title="La boîte magique",
    reference=layers.softmax,
    draw=lambda rng: ([round(rng.uniform(-4, 4), 2) for _ in range(rng.randint(2, 6))],),
    edges=(([1, 2, 3],), ([0.0, 0.0],), ([-1.0, 0.5, 2.0, -3.0],), ([3.0, -2.0],), ([2.5],), ([0.0, -1.0, 1.5],)),
    points=3,
    built="Tu as ouvert la boîte magique : n'importe quels scores deviennent des parts de gâteau.",
    badge=Badge(
        "alchimiste-softmax",
        "Alchimiste softmax",
        "Je sais changer des scores en probabilités.",
        "Change des scores en probabilités.",
    ),
    hints=(
        "C'est le partage du gâteau de la leçon 1. Mais d'abord, chaque score passe dans l'exponentielle, "
        "qui le rend positif.",
        "Pour `[0, 0]` : exp(0) vaut 1, deux fois. Le total est 2, et chaque part vaut 1 / 2.",
        "Regarde le premier trou : `math.exp(s)`. Le total est la somme de `exps`. Chaque part est e divisé par total.",
    ),
    properties=(
        Property(
            "positif",
            lambda args, value: all(share > 0 for share in value),
            "Une part de gâteau est toujours plus grande que 0, même pour un score négatif.",
        ),
        Property(
            "ordre_garde",
            lambda args, value: all(
                (value[i] > value[j]) == (args[0][i] > args[0][j]) for i in range(len(value)) for j in range(i)
            ),
            "Le plus grand score doit recevoir la plus grande part.",
        ),
        Property(
            "somme_1",
            lambda args, value: abs(sum(value) - 1) < 1e-12,
            "Toutes les parts ensemble doivent faire exactement 1 gâteau.",
        ),
        Property(
            "decaler",
            lambda one, shifted: all(abs(a - b) < 1e-9 for a, b in zip(one, shifted, strict=True)),
            "Si on ajoute 10 à tous les scores, les parts ne doivent pas changer.",
            on=(([1.0, 2.0, 4.0],), ([11.0, 12.0, 14.0],)),
        ),
    ),
    misconceptions=(
        Misconception(
            "sans_exp",
            shares(lambda s: s),
            "Tu as divisé par le total comme en leçon 1, mais il manque l'exponentielle : "
            "avec des scores négatifs, ça ne marche plus. Passe chaque score dans math.exp d'abord.",
            "oublient l'exponentielle",
            "Une part de gâteau négative n'existe pas : l'exponentielle rend tout positif.",
        ),
        Misconception(
            "sans_division",
            lambda scores: [math.exp(s) for s in scores],
            "Tu as bien pris l'exponentielle ! Il reste à diviser par le total pour que la somme fasse 1.",
            "oublient de diviser par le total",
            "L'exponentielle rend positif ; la division fait le gâteau entier.",
        ),
        Misconception(
            "par_max",
            shares(math.exp, max),
            "Tu divises par le plus grand. Divise par la somme de toutes les exponentielles.",
            "divisent par le plus grand",
            "Si on divise par le plus grand, la première part prend déjà tout le gâteau.",
        ),
        Misconception(
            "par_len",
            shares(math.exp, len),
            "Tu divises par le nombre de cases. Divise par la somme des exponentielles.",
            "divisent par le nombre de cases",
            "On partage selon la taille : il faut donc le total, pas le nombre de parts.",
        ),
        Misconception(
            "somme_scores",
            lambda scores: [math.exp(s) / sum(scores) for s in scores],
            "Tu divises par la somme des scores de départ. Divise par la somme des EXPONENTIELLES.",
            "divisent par la somme des scores",
            "En haut des exponentielles, donc en bas aussi.",
        ),
        Misconception(
            "scores_en_haut",
            lambda scores: [s / sum(math.exp(u) for u in scores) for s in scores],
            "Le total est bon ! Mais tu partages les scores de départ. Divise chaque exponentielle e par total.",
            "divisent les scores au lieu des exponentielles",
            "En bas des exponentielles, donc en haut aussi.",
        ),
        Misconception(
            "mauvaise_boite",
            lambda scores: [scores[-1] / sum(math.exp(u) for u in scores) for _ in scores],
            "Tu divises `s`, qui est resté sur le dernier score. Dans la seconde boucle, la boîte s'appelle `e`.",
            "utilisent s dans la seconde boucle",
            "Chaque boucle a sa boîte : s dans la première, e dans la seconde.",
        ),
        Misconception(
            "inverse",
            lambda scores: [sum(math.exp(u) for u in scores) / math.exp(s) for s in scores],
            "La division est à l'envers : c'est l'exponentielle divisée par le total.",
            "font la division à l'envers",
            "Une part est plus petite que le gâteau : la part en haut, le gâteau en bas.",
        ),
        Misconception(
            "multiplie",
            lambda scores: [math.exp(s) * sum(math.exp(u) for u in scores) for s in scores],
            "Tu multiplies par le total. Pour partager, on divise.",
            "multiplient par le total",
            "Partager, c'est diviser.",
        ),
        Misconception(
            "exp_entiere",
            shares(lambda s: math.exp(s) // 1),
            "Garde tous les chiffres de l'exponentielle : ne la transforme pas en nombre entier.",
            "arrondissent l'exponentielle",
            "Un petit score donne une petite part, mais jamais zéro : on garde les chiffres.",
        ),
        Misconception(
            "division_entiere",
            lambda scores: [math.exp(s) // sum(math.exp(u) for u in scores) for s in scores],
            "Tu as écrit // : on perd les chiffres après la virgule. Mets un seul /.",
            "utilisent la division entière",
            "Deux barres jettent ce qui est après la virgule ; une seule barre le garde.",
        ),
        Misconception(
            "deux_puissance",
            shares(lambda s: 2**s),
            "Tu utilises 2 puissance. Ici c'est math.exp (e puissance).",
            "utilisent 2 puissance",
            "L'idée est la même, mais tout le monde doit prendre la même base : e, qui vaut environ 2,718.",
        ),
        Misconception(
            "dix_puissance",
            shares(lambda s: 10**s),
            "Tu utilises 10 puissance. Ici c'est math.exp (e puissance).",
            "utilisent 10 puissance",
            "L'idée est la même, mais tout le monde doit prendre la même base : e, qui vaut environ 2,718.",
        ),
        Misconception(
            "carre",
            shares(lambda s: s * s),
            "Le carré rend positif, bonne idée ! Mais -3 deviendrait plus fort que 2. Utilise math.exp.",
            "prennent le carré",
            "Le carré oublie le signe : le pire score deviendrait le meilleur.",
        ),
        Misconception(
            "valeur_absolue",
            shares(abs),
            "Enlever le signe rend positif, bonne idée ! Mais -3 deviendrait plus fort que 2. Utilise math.exp.",
            "enlèvent le signe moins",
            "Sans le signe, le pire score deviendrait le meilleur.",
        ),
        Misconception(
            "coupe_negatifs",
            shares(lambda s: max(0, s)),
            "Tu mets les négatifs à 0 : ces lettres n'auraient plus aucune chance. Utilise math.exp.",
            "mettent les négatifs à zéro",
            "Même un mauvais score garde une toute petite chance.",
        ),
        Misconception(
            "decale_minimum",
            from_the_smallest,
            "Tu remontes tous les scores, bonne idée ! Mais le plus petit tombe à 0. Utilise math.exp.",
            "enlèvent le plus petit score",
            "Même le plus mauvais score garde une toute petite chance.",
        ),
        Misconception(
            "signe",
            shares(lambda s: math.exp(-s)),
            "C'est à l'envers : le plus petit score reçoit la plus grande part. Enlève le signe moins.",
            "donnent la plus grande part au plus petit score",
            "Un bon score doit donner une grosse part : exponentielle de s, sans moins.",
        ),
        Misconception(
            "max_d_un_seul_cote",
            largest_away_on_one_side,
            "Tu enlèves le plus grand score, super idée ! Enlève-le aussi dans les exponentielles du total.",
            "enlèvent le maximum en haut seulement",
            "On a le droit de décaler les scores, mais tous, en haut comme en bas.",
        ),
        Misconception(
            "gagnant_seul",
            lambda scores: [1 if s == max(scores) else 0 for s in scores],
            "Tu donnes tout le gâteau au meilleur score. Les autres lettres doivent garder une petite part.",
            "donnent tout au meilleur score",
            "Si le gagnant prend tout, ta machine dira toujours la même chose.",
        ),
        Misconception(
            "abime",
            on_the_lent_list,
            "Bon calcul, mais tu as écrasé la liste des scores. Mets les exponentielles dans une nouvelle liste.",
            "écrasent la liste des scores",
            "Quand on nous prête une feuille, on écrit sur une photocopie.",
        ),
        Misconception(
            "total_qui_bouge",
            moving_total,
            "Le total change pendant que tu divises. Calcule-le une seule fois AVANT la boucle.",
            "recalculent le total pendant le partage",
            "On mesure le gâteau avant de le couper.",
        ),
        Misconception(
            "arrondi_2",
            lambda scores: [round(share, 2) for share in layers.softmax(scores)],
            "N'arrondis pas : garde tous les chiffres, sinon la somme ne fait plus 1.",
            "arrondissent à deux chiffres",
            "Si chacun arrondit sa part, il manque des miettes et le gâteau n'est plus entier.",
        ),
        Misconception(
            "pourcent",
            lambda scores: [100 * share for share in layers.softmax(scores)],
            "Ce sont de bons pourcentages ! Ici on veut des nombres entre 0 et 1 : enlève le × 100.",
            "donnent des pourcentages",
            "50 % et 0,5, c'est la même part ; le modèle préfère les nombres entre 0 et 1.",
        ),
        Misconception(
            "premiere_seule",
            lambda scores: layers.softmax(scores)[:1],
            "Tu n'as que la première part : ton return est peut-être DANS la boucle. Recule-le d'un cran.",
            "ont mis le return dans la boucle",
            "Return veut dire « j'ai fini » : dans la boucle, il l'arrête dès le premier tour.",
        ),
        Misconception(
            "dico",
            lambda scores: dict(enumerate(layers.softmax(scores))),
            "Bons nombres ! Renvoie une liste, dans le même ordre que les scores.",
            "renvoient un dictionnaire",
            "Dans une liste, c'est la place qui dit de quelle lettre on parle.",
        ),
        Misconception(
            "total_seul",
            lambda scores: sum(math.exp(s) for s in scores),
            "Tu renvoies le total. C'est une bonne étape ! Il reste à partager : renvoie parts.",
            "renvoient le total au lieu des parts",
            "Le total, c'est la taille du gâteau ; on veut les parts.",
        ),
    ),
)
