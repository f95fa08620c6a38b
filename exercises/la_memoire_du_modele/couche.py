"""3.5 One score per letter: a dot product with x, plus a little push."""

from random import Random

from autograder.exercise import Badge, Exercise, Misconception, Property
from engine import layers
from exercises.la_memoire_du_modele.cards import card, dot, table


def each(score):
    """One score per row: `score(W, b, x, j)`."""
    return lambda W, b, x: [score(W, b, x, j) for j in range(len(W))]


def transposed(W, b, x):
    return [b[j] + sum(W[i][j] * x[i] for i in range(len(x))) for j in range(len(W))]


def draw_layer(rng: Random):
    letters, notes = rng.choice(((2, 3), (3, 3), (4, 2), (2, 2), (3, 4)))
    return table(rng, letters, notes), card(rng, letters), card(rng, notes)


SQUARE = ([[1, 2], [3, 4]], [10, 20], [1, 2])

couche = Exercise(
    name="couche",
    title="Une note pour chaque lettre",
    reference=layers.linear_layer,
    draw=draw_layer,
    edges=(
        SQUARE,
        ([[1, 0, 2], [0, 3, -1]], [5, -4], [2, 1, 3]),
        ([[0.5, -1.0], [2.0, 0.25], [-3.0, 1.5]], [0.1, 0.2, -0.3], [4.0, 2.0]),
        ([[2, -1, 3], [0, 5, 1], [4, 1, -2]], [7, -3, 2], [1, 3, 2]),
        ([[1, 2, 3, 4]], [9], [1, 0, 2, 5]),
        ([[6, 1, 2], [3, 5, 4]], [8, 7], [1, 2, 3]),
    ),
    points=3,
    built="Une couche de réseau : 24 notes entrent, 27 scores sortent, un pour chaque lettre.",
    badge=Badge(
        "chef-du-jury",
        "Chef du jury",
        "Je sais calculer une couche : un score pour chaque lettre.",
        "Calcule une couche : un score pour chaque lettre.",
    ),
    hints=(
        "Imagine un jury de 27 juges. Chaque juge multiplie les notes par ce qu'il aime, additionne, "
        "puis ajoute son coup de pouce.",
        "Avec `W = [[1, 2], [3, 4]]`, `b = [10, 20]` et `x = [1, 2]` : le juge 0 donne 1 × 1 + 2 × 2 + 10 = 15.",
        "Regarde la ligne du trou : `produit_scalaire(W[j], x)` fait la multiplication. Ajoute ensuite `b[j]`.",
    ),
    properties=(
        Property(
            "un_score_par_ligne",
            lambda args, value: len(value) == len(args[0]),
            "Il faut un score pour chaque ligne de W : une ligne, une lettre.",
        ),
        Property(
            "x_nul_donne_b",
            lambda value: all(abs(got - want) < 1e-9 for got, want in zip(value, [0.5, -0.5], strict=True)),
            "Si toutes les notes valent 0, il ne doit rester que les coups de pouce b.",
            on=(([[1.0, 2.0], [3.0, 4.0]], [0.5, -0.5], [0.0, 0.0]),),
        ),
        Property(
            "identite",
            lambda value: all(abs(got - want) < 1e-9 for got, want in zip(value, [7.0, 8.0], strict=True)),
            "Avec W = [[1, 0], [0, 1]] et b = [0, 0], chaque note doit ressortir telle quelle.",
            on=(([[1.0, 0.0], [0.0, 1.0]], [0.0, 0.0], [7.0, 8.0]),),
        ),
    ),
    misconceptions=(
        Misconception(
            "sans_biais",
            each(lambda W, b, x, j: dot(W[j], x)),
            "Tu as oublié d'ajouter b[j], le petit coup de pouce de chaque lettre.",
            "oublient le coup de pouce b",
            "Certaines lettres sont fréquentes partout : b leur donne un petit avantage.",
        ),
        Misconception(
            "biais_seul",
            each(lambda W, b, x, j: b[j]),
            "Tu ne gardes que le coup de pouce. Ajoute d'abord le produit scalaire de W[j] avec x.",
            "ne gardent que le coup de pouce",
            "Le coup de pouce ne regarde pas les lettres : il faut aussi écouter x.",
        ),
        Misconception(
            "biais_repete",
            each(lambda W, b, x, j: sum(w * v + b[j] for w, v in zip(W[j], x, strict=True))),
            "Tu ajoutes b[j] à chaque multiplication. Ajoute-le une seule fois.",
            "ajoutent le coup de pouce plusieurs fois",
            "Un seul coup de pouce par lettre, à la fin.",
        ),
        Misconception(
            "transpose",
            transposed,
            "Tu as échangé lignes et colonnes : c'est W[j][i], la ligne j pour la lettre j.",
            "échangent les lignes et les colonnes",
            "Une ligne de W, c'est un juge : on lit sa ligne de gauche à droite.",
        ),
        Misconception(
            "biais_0",
            each(lambda W, b, x, j: b[0] + dot(W[j], x)),
            "Tu utilises toujours le même b. Chaque ligne j a son b[j].",
            "utilisent toujours le même coup de pouce",
            "Chaque lettre a le sien : le e n'a pas le même avantage que le k.",
        ),
        Misconception(
            "ligne_0",
            each(lambda W, b, x, j: b[j] + dot(W[0], x)),
            "Tu utilises toujours la ligne 0 de W. Chaque lettre j a sa ligne : `W[j]`.",
            "utilisent toujours la première ligne",
            "Vingt-sept juges, vingt-sept avis : chacun sa ligne.",
        ),
        Misconception(
            "biais_fois",
            each(lambda W, b, x, j: b[j] * dot(W[j], x)),
            "b s'ajoute (+), il ne se multiplie pas.",
            "multiplient par le coup de pouce",
            "Un coup de pouce, c'est un petit plus.",
        ),
        Misconception(
            "moins",
            each(lambda W, b, x, j: dot(W[j], x) - b[j]),
            "b s'ajoute, il ne se soustrait pas.",
            "soustraient le coup de pouce",
            "Un coup de pouce, c'est un petit plus.",
        ),
        Misconception(
            "tous_les_biais",
            each(lambda W, b, x, j: dot(W[j], x) + sum(b)),
            "Tu ajoutes tous les coups de pouce à chaque lettre. La lettre j ne reçoit que `b[j]`.",
            "ajoutent tous les coups de pouce",
            "Chaque lettre reçoit son coup de pouce, et pas celui des autres.",
        ),
        Misconception(
            "numero_j",
            each(lambda W, b, x, j: dot(W[j], x) + j),
            "Tu ajoutes le numéro j. Ajoute ce qu'il y a dans la case j de b : `b[j]`.",
            "ajoutent j au lieu de b[j]",
            "j dit où regarder ; b[j] dit combien ajouter.",
        ),
        Misconception(
            "ajoute_x",
            each(lambda W, b, x, j: dot(W[j], x) + x[j]),
            "Tu ajoutes une note de x. Le coup de pouce est dans b : `b[j]`.",
            "ajoutent x[j] au lieu de b[j]",
            "x, ce sont les notes des lettres d'avant ; b, les coups de pouce des lettres d'après.",
        ),
        Misconception(
            "b_pour_x",
            each(lambda W, b, x, j: dot(W[j], b) + b[j]),
            "Tu multiplies W[j] par b. On multiplie W[j] par x, puis on ajoute b[j].",
            "multiplient par b au lieu de x",
            "b ne fait que s'ajouter à la fin.",
        ),
        Misconception(
            "sans_produit",
            each(lambda W, b, x, j: sum(W[j]) + b[j]),
            "Tu additionnes la ligne de W sans regarder x. Fais le produit scalaire de W[j] avec x.",
            "oublient les notes x",
            "Un juge qui ne regarde pas les notes donnerait toujours le même score.",
        ),
        Misconception(
            "premier_seul",
            lambda W, b, x: [dot(W[0], x) + b[0]],
            "Tu n'as que le premier score : ton return est peut-être DANS la boucle. Recule-le d'un cran.",
            "ont mis le return dans la boucle",
            "Return veut dire « j'ai fini » : il va tout à la fin, après la boucle.",
        ),
        Misconception(
            "dernier_seul",
            lambda W, b, x: [dot(W[-1], x) + b[len(W) - 1]],
            "Tu n'as que le dernier score : la liste est recréée à chaque tour. "
            "Crée `scores = []` une seule fois, avant la boucle.",
            "recréent la liste à chaque tour",
            "On prend une liste vide avant la boucle, puis on ajoute au bout.",
        ),
        Misconception(
            "total",
            lambda W, b, x: sum(layers.linear_layer(W, b, x)),
            "Tu as additionné tous les scores. On les garde séparés : un par lettre, dans une liste.",
            "additionnent tous les scores",
            "Chaque lettre attend sa note : on ne les mélange pas.",
        ),
        Misconception(
            "trop_tot_en_parts",
            lambda W, b, x: layers.softmax(layers.linear_layer(W, b, x)),
            "Tu as déjà transformé les scores en parts. Ici, renvoie les scores bruts : softmax viendra juste après.",
            "font déjà le softmax dans la couche",
            "Une machine, un seul travail : la couche note, softmax partage.",
        ),
    ),
)
