"""4.5 ★ Forbidden scores become minus infinity, so that softmax gives them nothing."""

import math
from random import Random

from autograder.compare import close
from autograder.exercise import Exercise, Misconception, Property
from engine import attention
from engine.layers import softmax
from exercises.lattention.classroom import matrix

INFINITY = math.inf


def cells(rule):
    """A wrong grid, cell by cell: `rule(score, permission, i, j)`."""
    return lambda scores, m: [
        [rule(score, m[i][j], i, j) for j, score in enumerate(row)] for i, row in enumerate(scores)
    ]


def hidden_as(value):
    return cells(lambda score, permission, i, j: score if permission == 1 else value)


def writes_in_place(scores, m):
    for i in range(len(scores)):
        for j in range(len(scores[i])):
            if m[i][j] == 0:
                scores[i][j] = -INFINITY
    return scores


def removes(scores, m):
    return [
        [score for score, permission in zip(row, permissions, strict=True) if permission]
        for row, permissions in zip(scores, m, strict=True)
    ]


def draw_scores(rng: Random):
    n = rng.randint(2, 5)
    return matrix(rng, n, n), attention.causal_mask(n)


TWO, THREE = attention.causal_mask(2), attention.causal_mask(3)
FRIENDS = [[1, 0, 1], [0, 1, 1], [1, 1, 1]]  # not a triangle: the mask has the last word, not the place

cacher = Exercise(
    name="cacher",
    title="Cacher le futur",
    reference=attention.apply_mask,
    draw=draw_scores,
    edges=(
        ([[5, 3], [4, 2]], TWO),
        ([[1, 2, 3], [4, 5, 6], [7, 8, 9]], THREE),
        ([[0.5, -0.5], [0.0, 2.0]], TWO),
        ([[1, 2, 3], [4, 5, 6], [7, 8, 9]], FRIENDS),
    ),
    points=2,
    bonus=True,
    built="Le futur est caché : après softmax, il ne reçoit plus rien du tout.",
    hints=(
        "Softmax partage un gâteau. Pour qu'une lettre n'ait aucune miette, son score doit être moins l'infini.",
        "Avec `[[5, 3], [4, 2]]`, la première ligne devient 5 puis moins l'infini. La seconde ne change pas.",
        "Regarde les deux trous : permis, on garde `scores[i][j]` ; interdit, on met `float('-inf')`.",
    ),
    properties=(
        Property(
            "permis_intact",
            lambda args, value: all(
                close(value[i][j], args[0][i][j])
                for i, row in enumerate(args[1])
                for j, permission in enumerate(row)
                if permission == 1
            ),
            "Là où le masque vaut 1, le score ne doit pas changer.",
        ),
        Property(
            "interdit_infini",
            lambda args, value: all(
                value[i][j] == -INFINITY
                for i, row in enumerate(args[1])
                for j, permission in enumerate(row)
                if permission == 0
            ),
            "Là où le masque vaut 0, il faut moins l'infini : tout autre nombre laisse une petite part au futur.",
        ),
        Property(
            "apres_softmax",
            lambda args, value: all(abs(sum(softmax(row)) - 1) < 1e-12 for row in value),
            "Après softmax, les parts de chaque ligne doivent faire 1.",
        ),
    ),
    misconceptions=(
        Misconception(
            "zero",
            hidden_as(0),
            "0 n'est pas « interdit » : après softmax, exp(0) = 1, donc le futur garde une part ! "
            "Mets moins l'infini : `float('-inf')`.",
            "cachent le futur avec 0",
            "Pour softmax, 0 est un score comme un autre : exp(0) vaut 1.",
        ),
        Misconception(
            "plus_infini",
            hidden_as(INFINITY),
            "C'est MOINS l'infini : avec plus l'infini, on ne regarderait que le futur.",
            "mettent plus l'infini",
            "Le score le plus bas possible, c'est moins l'infini.",
        ),
        Misconception(
            "inverse",
            cells(lambda score, permission, i, j: score if permission == 0 else -INFINITY),
            "Tu as caché le passé et montré le futur ! On cache quand le masque vaut 0.",
            "cachent le passé au lieu du futur",
            "1 veut dire « j'ai le droit », 0 veut dire « interdit ».",
        ),
        Misconception(
            "abime",
            writes_in_place,
            "Bon résultat, mais tu as écrit dans la grille d'origine. Fabrique une nouvelle grille.",
            "écrivent dans la grille d'origine",
            "On ne gribouille pas sur la feuille prêtée : on en prend une nouvelle.",
        ),
        Misconception(
            "moins_un",
            hidden_as(-1),
            "-1 n'est pas assez petit : il reste une petite part de futur. Mets `float('-inf')`.",
            "cachent le futur avec -1",
            "exp(-1) vaut encore 0,37 : le futur garde une part.",
        ),
        *(
            Misconception(
                f"moins_{big}",
                hidden_as(-big),
                f"-{big}, c'est très petit, bien vu ! Mais il y a plus petit encore que tout : `float('-inf')`.",
                f"cachent le futur avec -{big}",
                "Moins l'infini est plus petit que tous les nombres : avec lui, la part est vraiment zéro.",
            )
            for big in (100, 1000, 1000000000)
        ),
        Misconception(
            "texte",
            hidden_as("-inf"),
            "Entre guillemets, c'est un simple mot. Change-le en nombre avec float : `float('-inf')`.",
            "écrivent '-inf' sans float",
            "Les guillemets font un texte ; float en fait un nombre.",
        ),
        Misconception(
            "tout_cache",
            cells(lambda *_: -INFINITY),
            "Tu caches tout, même le passé. Quand le masque vaut 1, garde `scores[i][j]`.",
            "cachent tout",
            "Le passé est permis : on garde son score.",
        ),
        Misconception(
            "rien_cache",
            cells(lambda score, *_: score),
            "Tu ne caches rien : les deux trous font la même chose. Quand le masque vaut 0, mets `float('-inf')`.",
            "ne cachent rien",
            "Le masque vaut 0 : c'est là qu'on change le score.",
        ),
        Misconception(
            "garde_le_masque",
            cells(lambda score, permission, i, j: 1 if permission == 1 else -INFINITY),
            "Tu gardes le 1 du masque. On veut le score qui était là : `scores[i][j]`.",
            "gardent le 1 du masque au lieu du score",
            "Le masque dit où regarder ; le nombre à garder est dans scores.",
        ),
        Misconception(
            "enleve",
            removes,
            "Tu as supprimé les cases interdites. Garde-les, mais mets-y moins l'infini.",
            "suppriment les cases interdites",
            "La grille garde sa forme : on remplace, on n'enlève pas.",
        ),
        Misconception(
            "ignore_le_masque",
            cells(lambda score, permission, i, j: score if j <= i else -INFINITY),
            "Tu caches selon la place, sans lire le masque. C'est lui qui décide : regarde `m[i][j]`.",
            "cachent sans lire le masque",
            "Un autre masque pourrait cacher autre chose : on lit m, case par case.",
        ),
        Misconception(
            "masque_couche",
            lambda scores, m: [
                [score if m[j][i] == 1 else -INFINITY for j, score in enumerate(row)] for i, row in enumerate(scores)
            ],
            "Tu lis le masque de travers : ligne i, colonne j, donc `m[i][j]`.",
            "échangent lignes et colonnes du masque",
            "D'abord la ligne, ensuite la colonne : i puis j.",
        ),
        Misconception(
            "deja_softmax",
            lambda scores, m: [softmax(row) for row in attention.apply_mask(scores, m)],
            "Tu as déjà passé softmax : ce sera l'étape d'après. Ici, rends les scores cachés.",
            "passent déjà softmax",
            "On cache d'abord ; softmax viendra juste après.",
        ),
        Misconception(
            "premiere_ligne",
            lambda scores, m: attention.apply_mask(scores, m)[:1],
            "Tu n'as que la première ligne : ton return est peut-être DANS la boucle. Recule-le vers la gauche.",
            "ont mis le return dans la boucle",
            "Return veut dire « j'ai fini » : dans la boucle, il l'arrête dès le premier tour.",
        ),
    ),
)
