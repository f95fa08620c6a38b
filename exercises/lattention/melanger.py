"""4.6 A little of each information, according to its weight."""

from random import Random

from autograder.compare import close
from autograder.exercise import Badge, Exercise, Misconception, Property
from engine import attention
from exercises.lattention.classroom import INFOS, matrix, shares


def mixed(term):
    """The pupil's two loops with another term: `term(weights, infos, i, d)`."""

    def mix(weights, infos):
        result = [0.0] * len(infos[0])
        for i in range(len(weights)):
            for d in range(len(result)):
                result[d] = result[d] + term(weights, infos, i, d)
        return result

    return mix


def loudest(weights, infos):
    return list(infos[weights.index(max(weights))])


def draw_mix(rng: Random):
    letters, size = rng.randint(2, 4), rng.randint(2, 4)
    return shares(rng, letters), matrix(rng, letters, size)


melanger = Exercise(
    name="melanger",
    title="Le mélange des infos",
    reference=attention.weighted_sum,
    draw=draw_mix,
    edges=(
        ([0.5, 0.25, 0.25], [[1, 2], [3, 4], [5, -6]]),
        ([0.1, 0.9], [[10, 0], [0, 10]]),
        ([0.1, 0.1, 0.7, 0.1], INFOS),
        ([1.0, 0.0], [[1, 2, 3], [4, 5, 6]]),
        ([1.0], [[7, 8]]),
        ([0.2, 0.3, 0.5], [[1, 0, 2, 4], [3, -1, 0, 1], [2, 2, 5, 0.5]]),
    ),
    points=3,
    built="Chaque lettre récupère un peu d'info de celles qu'elle écoute, selon son attention.",
    badge=Badge(
        "melangeur-d-infos",
        "Mélangeur d’infos",
        "Je sais mélanger des infos selon leur poids.",
        "Mélange des infos selon leur poids.",
    ),
    hints=(
        "Comme une recette de cocktail : une grande part de l'un, une petite part de l'autre, dans le même verre.",
        "Poids 0.5 et 0.5, infos [2, 0] et [0, 4]. Première case : 0.5 × 2 + 0.5 × 0 = 1. Le mélange est [1, 2].",
        "Regarde la dernière ligne : on ajoute le poids de la lettre, `poids[i]`, fois la case d de son info.",
    ),
    properties=(
        Property(
            "un_seul_poids",
            lambda value: close(value, [3, 4]),
            "Si une lettre a tout le poids, le mélange doit être son info à elle.",
            on=(([0.0, 1.0], [[1, 2], [3, 4]]),),
        ),
        Property(
            "infos_pareilles",
            lambda value: close(value, [5, 6]),
            "Si toutes les infos sont pareilles, le mélange doit être cette info.",
            on=(([0.3, 0.7], [[5, 6], [5, 6]]),),
        ),
        Property(
            "entre_min_et_max",
            lambda args, value: all(
                min(column) - 1e-9 <= got <= max(column) + 1e-9
                for got, column in zip(value, zip(*args[1], strict=True), strict=True)
            ),
            "Un mélange reste entre la plus petite et la plus grande des infos. Le tien en sort.",
        ),
    ),
    misconceptions=(
        Misconception(
            "sans_poids",
            mixed(lambda w, v, i, d: v[i][d]),
            "Tu additionnes toutes les infos à égalité. Multiplie chaque info par son poids d'abord.",
            "additionnent les infos sans les poids",
            "Le poids dit combien on écoute : on multiplie avant d'additionner.",
        ),
        Misconception(
            "moyenne",
            mixed(lambda w, v, i, d: v[i][d] / len(v)),
            "Tu fais la moyenne simple. Les lettres n'ont pas toutes le même poids : utilise `poids[i]`.",
            "font la moyenne simple",
            "La moyenne écoute tout le monde pareil ; l'attention choisit.",
        ),
        Misconception(
            "un_nombre",
            lambda w, v: sum(weight * sum(info) for weight, info in zip(w, v, strict=True)),
            "Tu obtiens un seul nombre. Fais le mélange case par case : on garde une liste.",
            "obtiennent un seul nombre",
            "Chaque case du mélange se calcule à part ; à la fin, on a une liste.",
        ),
        Misconception(
            "mauvais_indice",
            mixed(lambda w, v, i, d: w[d] * v[i][d]),
            "Tu prends `poids[d]` (la case) au lieu de `poids[i]` (la lettre).",
            "prennent le poids de la case au lieu de celui de la lettre",
            "i est la lettre, d est la case : le poids appartient à la lettre.",
        ),
        Misconception(
            "infos_de_travers",
            mixed(lambda w, v, i, d: w[i] * v[d][i]),
            "Tu lis les infos de travers : d'abord la lettre i, ensuite la case d, donc `infos[i][d]`.",
            "échangent la lettre et la case",
            "D'abord à qui on prend, ensuite quelle case.",
        ),
        Misconception(
            "divise_encore",
            mixed(lambda w, v, i, d: w[i] * v[i][d] / len(w)),
            "Pas besoin de diviser : les poids font déjà 1 au total.",
            "divisent encore par le nombre de lettres",
            "Les poids sont déjà des parts de gâteau : leur somme est 1.",
        ),
        Misconception(
            "ecrase",
            lambda w, v: [w[-1] * number for number in v[-1]],
            "Ton total ne garde que la dernière lettre : ajoute à `resultat[d]`, ne le remplace pas.",
            "remplacent au lieu d'ajouter",
            "On verse dans le même verre : ce qui y est déjà reste.",
        ),
        Misconception(
            "addition",
            mixed(lambda w, v, i, d: w[i] + v[i][d]),
            "Tu additionnes le poids et l'info. Il faut les multiplier : une part DE cette info.",
            "additionnent le poids et l'info",
            "La moitié de 10, c'est 0,5 fois 10, pas 0,5 plus 10.",
        ),
        Misconception(
            "poids_seuls",
            mixed(lambda w, v, i, d: w[i]),
            "Tu additionnes seulement les poids. Multiplie chaque poids par la case de l'info : `infos[i][d]`.",
            "additionnent les poids sans les infos",
            "Le poids dit combien ; il manque de quoi.",
        ),
        Misconception(
            "premiere_case",
            mixed(lambda w, v, i, d: w[i] * v[i][0]),
            "Toutes tes cases sont pareilles : tu lis toujours la première. Prends la case d : `infos[i][d]`.",
            "lisent toujours la première case",
            "Chaque case du mélange vient de la même case des infos.",
        ),
        Misconception(
            "premier_poids",
            mixed(lambda w, v, i, d: w[0] * v[i][d]),
            "Tu prends toujours le poids de la première lettre. Chaque lettre a le sien : `poids[i]`.",
            "prennent toujours le premier poids",
            "À chaque lettre son poids.",
        ),
        Misconception(
            "premiere_info",
            mixed(lambda w, v, i, d: w[i] * v[0][d]),
            "Tu prends toujours l'info de la première lettre. Chaque lettre a la sienne : `infos[i][d]`.",
            "prennent toujours la première info",
            "On passe voir chaque lettre, et on prend son info à elle.",
        ),
        Misconception(
            "la_plus_forte",
            loudest,
            "Tu n'écoutes que la lettre la plus forte. Prends un peu de chacune, selon son poids.",
            "n'écoutent que la lettre la plus forte",
            "L'attention n'est pas tout ou rien : on écoute chacun un peu.",
        ),
        Misconception(
            "sans_addition",
            lambda w, v: [[weight * number for number in info] for weight, info in zip(w, v, strict=True)],
            "Les parts sont justes ! Il reste à les additionner, case par case, dans une seule liste.",
            "oublient d'additionner les parts",
            "On verse toutes les parts dans le même verre.",
        ),
        Misconception(
            "saute_la_premiere",
            lambda w, v: attention.weighted_sum(w[1:], v[1:]),
            "Il manque la première lettre. En Python, on commence à la place 0.",
            "sautent la première lettre",
            "La première lettre est à la place 0.",
        ),
        Misconception(
            "oublie_la_derniere",
            lambda w, v: attention.weighted_sum(w[:-1], v[:-1]),
            "Il manque la dernière lettre : ta boucle s'arrête un tour trop tôt.",
            "oublient la dernière lettre",
            "Autant de tours que de poids.",
        ),
        Misconception(
            "return_trop_tot",
            lambda w, v: [w[0] * number for number in v[0]],
            "Une seule lettre est versée : ton return est peut-être DANS la boucle. Recule-le vers la gauche.",
            "ont mis le return dans la boucle",
            "Return veut dire « j'ai fini » : dans la boucle, il l'arrête dès le premier tour.",
        ),
    ),
)
