"""4.4 The grid of who may see whom. Rows that are one and the same list are seen too."""

import math
from random import Random

from autograder.exercise import Badge, Exercise, Misconception, Property
from engine import attention


def grid(allowed, yes=1, no=0):
    """A wrong mask: `allowed(i, j, n)` in place of j <= i."""
    return lambda n: [[yes if allowed(i, j, n) else no for j in range(n)] for i in range(n)]


def one_row_repeated(n):
    """`[[0] * n] * n`, then ones: the same row n times."""
    rows = [[0] * n] * n
    for i in range(n):
        for j in range(i + 1):
            rows[i][j] = 1
    return rows


def row_never_renewed(n):
    row: list[int] = []
    rows = []
    for i in range(n):
        row += [1 if j <= i else 0 for j in range(n)]
        rows.append(row)
    return rows


def without_the_zeros(n):
    return [[1] * (i + 1) for i in range(n)]


def draw_size(rng: Random):
    return (rng.randint(2, 12),)


masque = Exercise(
    name="masque",
    title="La grille du futur",
    reference=attention.causal_mask,
    draw=draw_size,
    edges=((4,), (1,), (3,), (2,), (6,)),
    points=3,
    built="Ton masque est en place : plus aucune lettre ne peut tricher en regardant le futur.",
    badge=Badge(
        "gardien-du-futur",
        "Gardien du futur",
        "Je sais empêcher le modèle de regarder la réponse.",
        "Empêche le modèle de regarder la réponse.",
    ),
    hints=(
        "Dessine la grille sur une feuille : une ligne par lettre qui regarde, une colonne par lettre regardée. "
        "Noircis le futur.",
        "Pour n = 3 : la ligne 0 est `[1, 0, 0]`, la ligne 1 est `[1, 1, 0]`, la ligne 2 est `[1, 1, 1]`.",
        "Regarde le if : la lettre i voit la lettre j si j est avant elle, ou à la même place. "
        "« Plus petit ou égal » s'écrit `<=`.",
    ),
    properties=(
        Property(
            "un_de_plus_par_ligne",
            lambda args, value: [sum(row) for row in value] == list(range(1, args[0] + 1)),
            "La première ligne doit avoir un seul 1, la suivante deux, et ainsi de suite.",
        ),
        Property(
            "se_voit",
            lambda args, value: all(value[i][i] == 1 for i in range(args[0])),
            "Chaque lettre doit pouvoir se voir elle-même : la diagonale est faite de 1.",
        ),
        Property(
            "futur_cache",
            lambda args, value: all(value[i][j] == 0 for i in range(args[0]) for j in range(i + 1, args[0])),
            "Une lettre voit encore le futur : au-dessus de la diagonale, il faut des 0.",
        ),
    ),
    misconceptions=(
        Misconception(
            "strict",
            grid(lambda i, j, n: j < i),
            "Chaque lettre peut se voir elle-même : utilise `<=` et pas `<`.",
            "empêchent une lettre de se voir elle-même",
            "Une lettre connaît sa propre fiche : la diagonale vaut 1.",
        ),
        Misconception(
            "a_l_envers",
            grid(lambda i, j, n: j >= i),
            "Ton triangle est à l'envers : tout le monde voit le futur et pas le passé !",
            "mettent le triangle à l'envers",
            "i regarde, j est regardée : elle doit être avant, donc j plus petit que i.",
        ),
        Misconception(
            "futur_seul",
            grid(lambda i, j, n: j > i),
            "C'est tout l'inverse : tu montres le futur, et seulement lui. Échange les deux côtés de ta comparaison, "
            "et pense à l'égalité.",
            "ne montrent que le futur",
            "Le premier élève ne voit que lui-même : sur sa ligne, un seul 1.",
        ),
        Misconception(
            "tout_1",
            grid(lambda i, j, n: True),
            "Tout le monde voit tout : c'est de la triche ! Mets 0 pour le futur.",
            "laissent tout le monde tout voir",
            "Si le c voit le t, il n'a plus rien à deviner.",
        ),
        Misconception(
            "tout_0",
            grid(lambda i, j, n: False),
            "Personne ne voit rien ! Une lettre a le droit de voir celles d'avant, et elle-même.",
            "ne laissent rien voir",
            "Le passé est permis : sous la diagonale, on met des 1.",
        ),
        Misconception(
            "diagonale",
            grid(lambda i, j, n: j == i),
            "Chaque lettre ne voit qu'elle-même. Elle a aussi le droit de voir celles d'avant.",
            "ne laissent voir que soi-même",
            "Le passé est permis : sous la diagonale aussi, on met des 1.",
        ),
        Misconception(
            "deux_dernieres",
            grid(lambda i, j, n: i - 1 <= j <= i),
            "Tu ne laisses voir que la lettre juste avant. Toutes celles d'avant sont permises.",
            "ne laissent voir que la lettre juste avant",
            "C'était le modèle de la leçon 1 ; ici, on voit tout le début du mot.",
        ),
        Misconception(
            "une_de_trop",
            grid(lambda i, j, n: j <= i + 1),
            "Chaque lettre voit encore la suivante. Arrête-toi à sa propre place : j va jusqu'à i.",
            "laissent voir une lettre de trop",
            "Une seule lettre d'avance, et le modèle connaît déjà la réponse.",
        ),
        Misconception(
            "escalier_retourne",
            grid(lambda i, j, n: j < n - i),
            "Ton escalier descend au lieu de monter. La première lettre voit 1 case, la dernière les voit toutes.",
            "retournent l'escalier",
            "La première lettre du mot n'a personne devant elle.",
        ),
        Misconception(
            "vrai_faux",
            grid(lambda i, j, n: j <= i, True, False),
            "Bonne idée ! Écris 1 et 0 au lieu de True et False.",
            "écrivent True et False au lieu de 1 et 0",
            "True et 1 se ressemblent, mais la grille demande des nombres.",
        ),
        Misconception(
            "moins_infini",
            grid(lambda i, j, n: j <= i, 1, -math.inf),
            "Tu vas trop vite, bravo ! Ici, on écrit seulement 1 ou 0. Moins l'infini vient en 4.5.",
            "mettent déjà moins l'infini",
            "Le masque dit seulement oui ou non : 1 ou 0.",
        ),
        Misconception(
            "plat",
            lambda n: [1 if j <= i else 0 for i in range(n) for j in range(n)],
            "Tu as tout mis sur une seule ligne. On veut une grille : une liste de lignes.",
            "mettent toute la grille sur une ligne",
            "Une grille est une liste de listes : une petite liste par lettre.",
        ),
        Misconception(
            "sans_les_zeros",
            without_the_zeros,
            "Les 1 sont bien placés ! Complète chaque ligne avec des 0, pour qu'elle ait n cases.",
            "oublient les 0",
            "Toutes les lignes ont la même longueur : le futur est là, mais caché.",
        ),
        Misconception(
            "lignes_jumelles",
            one_row_repeated,
            "Toutes tes lignes sont en fait la même ligne. Crée une nouvelle ligne à chaque tour.",
            "répètent la même ligne avec [[0] * n] * n",
            "Multiplier une liste de listes copie la même ligne : écrire dans une, c'est écrire dans toutes.",
        ),
        Misconception(
            "ligne_jamais_vide",
            row_never_renewed,
            "Ta ligne n'est jamais remise à vide, alors elle grandit. Écris `ligne = []` DANS la première boucle.",
            "créent la ligne une seule fois",
            "Une nouvelle lettre, une nouvelle ligne : on la recrée à chaque tour.",
        ),
        Misconception(
            "premiere_ligne",
            lambda n: attention.causal_mask(n)[:1],
            "Tu n'as que la première ligne : ton return est peut-être DANS la boucle. Recule-le vers la gauche.",
            "ont mis le return dans la boucle",
            "Return veut dire « j'ai fini » : dans la boucle, il l'arrête dès le premier tour.",
        ),
    ),
)
