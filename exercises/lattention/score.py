"""4.2 Do this question and this sign go together? Sizes 1, 4 and 9: at size 4 alone, the root is the half."""

import math
from random import Random

from autograder.compare import close
from autograder.exercise import Badge, Exercise, Misconception, Property
from engine import attention
from engine.layers import dot
from exercises.lattention.classroom import QUESTIONS, SIGNS, vector


def draw_score(rng: Random):
    size = rng.randint(1, 9)
    return vector(rng, size), vector(rng, size)


score = Exercise(
    name="score",
    title="La question et la pancarte",
    reference=attention.attention_score,
    draw=draw_score,
    edges=(
        ([2.0], [3.0]),
        (QUESTIONS[3], SIGNS[2]),
        ([1, 2, 3, 0, 1, 1, 2, 1, 1], [1, 1, 2, 5, 0, 1, 1, 1, 2]),
        ([1.0, 2.0], [3.0, -4.0]),
        ([-0.3, 0.6, 0.2, 0.8], [1.0, 0.0, 0.5, -0.3]),
    ),
    points=3,
    built="Ton modèle sait dire si une pancarte répond bien à une question.",
    badge=Badge(
        "lecteur-de-pancartes",
        "Lecteur de pancartes",
        "Je sais mesurer si une pancarte répond à une question.",
        "Mesure si une pancarte répond à une question.",
    ),
    hints=(
        "Multiplie case par case et additionne : si la question et la pancarte se ressemblent, le total est grand. "
        "La racine le calme.",
        "Avec q = [1, 1, 1, 1] et k = [2, 2, 2, 2], le total est 8. La racine de 4 est 2, et 8 / 2 = 4.",
        "Regarde les deux trous : en haut, `produit_scalaire(q, k)` ; sous la racine, la taille de q, `len(q)`.",
    ),
    properties=(
        Property(
            "double",
            lambda one, other: close(other, 2 * one),
            "Si on double la question, le score doit doubler aussi.",
            on=(([1, 2, 3], [1, 1, 1]), ([2, 4, 6], [1, 1, 1])),
        ),
        Property(
            "rien_en_commun",
            lambda value: close(value, 0),
            "Une question et une pancarte sans rien en commun doivent avoir un score de 0.",
            on=(([1, 0, 2, 0], [0, 3, 0, 4]),),
        ),
        Property(
            "echange",
            lambda one, other: close(one, other),
            "Si on échange la question et la pancarte, le score ne doit pas changer.",
            on=(([1, 2, 4], [3, 5, 1]), ([3, 5, 1], [1, 2, 4])),
        ),
    ),
    misconceptions=(
        Misconception(
            "sans_racine",
            dot,
            "Il manque la division par la racine de la taille. Sans elle, les scores deviennent trop grands.",
            "oublient de diviser par la racine",
            "Plus la fiche a de cases, plus le total grossit : la racine le ramène à une taille normale.",
        ),
        Misconception(
            "par_taille",
            lambda q, k: dot(q, k) / len(q),
            "Tu divises par la taille. Divise par sa RACINE : `math.sqrt(len(q))`.",
            "divisent par la taille au lieu de sa racine",
            "Pour 9 cases, on divise par 3, pas par 9.",
        ),
        Misconception(
            "par_2",
            lambda q, k: dot(q, k) / 2,
            "Diviser par 2 ne marche que pour 4 nombres. En général : `math.sqrt(len(q))`.",
            "divisent toujours par 2",
            "2 est la racine de 4. Pour 9 cases, la racine est 3.",
        ),
        Misconception(
            "multiplie",
            lambda q, k: dot(q, k) * math.sqrt(len(q)),
            "Tu multiplies par la racine. Il faut diviser, pour calmer les scores.",
            "multiplient par la racine",
            "On veut calmer le score, donc on divise.",
        ),
        Misconception(
            "carre",
            lambda q, k: dot(q, k) / len(q) ** 2,
            "Tu as mis au carré. La racine, c'est `math.sqrt(...)`.",
            "mettent la taille au carré",
            "Le carré de 4 est 16, sa racine est 2.",
        ),
        Misconception(
            "entiere",
            lambda q, k: dot(q, k) // math.sqrt(len(q)),
            "`//` enlève ce qui est après la virgule. Utilise un seul `/`.",
            "utilisent la division entière",
            "Deux barres jettent ce qui est après la virgule ; une seule barre le garde.",
        ),
        Misconception(
            "inverse",
            lambda q, k: math.sqrt(len(q)) / dot(q, k),
            "La division est à l'envers : le produit scalaire en haut, la racine en bas.",
            "font la division à l'envers",
            "En haut ce qu'on mesure, en bas ce qui calme.",
        ),
        Misconception(
            "tout_sous_la_racine",
            lambda q, k: math.sqrt(dot(q, k) / len(q)),
            "Tu prends la racine de tout. La racine va seulement sur la taille : `math.sqrt(len(q))`.",
            "prennent la racine de tout le calcul",
            "Seule la taille passe sous la racine : un score peut être négatif.",
        ),
        Misconception(
            "deux_tailles",
            lambda q, k: dot(q, k) / math.sqrt(len(q) + len(k)),
            "Tu additionnes les deux tailles. Une seule suffit : q et k ont autant de cases.",
            "additionnent les deux tailles",
            "La question et la pancarte ont la même taille : on la compte une fois.",
        ),
        Misconception(
            "norme",
            lambda q, k: dot(q, k) / math.sqrt(dot(q, q)),
            "Sous la racine, on veut le NOMBRE de cases : `len(q)`. Toi, tu as mis q multiplié par lui-même.",
            "mettent la longueur du vecteur sous la racine",
            "La taille, ici, c'est combien de cases, pas combien elles valent.",
        ),
        Misconception(
            "avec_soi_meme",
            lambda q, k: dot(q, q) / math.sqrt(len(q)),
            "Tu compares la question avec elle-même. Compare-la avec la pancarte : `produit_scalaire(q, k)`.",
            "comparent la question avec elle-même",
            "Il faut les deux : la question de l'un, la pancarte de l'autre.",
        ),
        Misconception(
            "pancarte_seule",
            lambda q, k: dot(k, k) / math.sqrt(len(q)),
            "Tu compares la pancarte avec elle-même. Compare-la avec la question : `produit_scalaire(q, k)`.",
            "comparent la pancarte avec elle-même",
            "Il faut les deux : la question de l'un, la pancarte de l'autre.",
        ),
        Misconception(
            "produits",
            lambda q, k: [a * b / math.sqrt(len(q)) for a, b in zip(q, k, strict=True)],
            "Les produits sont justes, case par case ! Il reste à les additionner : `produit_scalaire` le fait.",
            "oublient d'additionner les produits",
            "Un score est un seul nombre : on additionne tous les produits.",
        ),
        Misconception(
            "premier_produit",
            lambda q, k: q[0] * k[0] / math.sqrt(len(q)),
            "Tu ne prends que la première case : ton return est peut-être DANS la boucle. Utilise `produit_scalaire`.",
            "ne multiplient que la première case",
            "Toutes les cases comptent ; return dans la boucle arrête tout au premier tour.",
        ),
        Misconception(
            "sommes",
            lambda q, k: sum(q) * sum(k) / math.sqrt(len(q)),
            "Tu multiplies les deux sommes. Multiplie case par case, puis additionne : `produit_scalaire(q, k)`.",
            "multiplient les deux sommes",
            "D'abord multiplier les cases deux à deux, ensuite additionner.",
        ),
        Misconception(
            "additions",
            lambda q, k: (sum(q) + sum(k)) / math.sqrt(len(q)),
            "Tu additionnes les cases. Il faut les MULTIPLIER deux à deux, puis additionner.",
            "additionnent les cases au lieu de les multiplier",
            "Deux cases vont ensemble si leur produit est grand.",
        ),
        Misconception(
            "arrondi",
            lambda q, k: round(dot(q, k) / math.sqrt(len(q))),
            "N'arrondis pas : garde tous les chiffres après la virgule.",
            "arrondissent le score",
            "Un petit écart de score change déjà qui est écouté.",
        ),
    ),
)
