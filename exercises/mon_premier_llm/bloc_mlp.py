"""5.4 Think: normalise, filter, relu, filter, and add what was there before."""

from random import Random

from autograder.compare import close
from autograder.exercise import Exercise, Misconception, Property
from engine import layers
from engine.layers import add, relu, rmsnorm
from exercises.mon_premier_llm.pieces import drawn_matrix, drawn_vector, filtered


def draw_block(rng: Random):
    size, inside = rng.randint(2, 4), rng.randint(3, 6)
    return drawn_vector(rng, size), drawn_matrix(rng, inside, size), drawn_matrix(rng, size, inside)


def inner(x, W1):
    """What is inside the block after the first filter and relu."""
    return relu(filtered(W1, rmsnorm(x)))


def adds_the_inside(x, W1, W2):
    h = inner(x, W1)
    return [y + h[i] for i, y in enumerate(filtered(W2, h))]


CARD = [1.5, -2.0]
W1 = [[1.0, 0.5], [-1.0, 2.0], [0.5, 1.0], [-2.0, -1.0]]
W2 = [[0.5, -1.0, 2.0, 1.0], [1.0, 1.0, -0.5, 0.25]]
SQUARE = ([2.0, 1.0], [[1.0, -0.5], [-1.0, 0.5]], [[2.0, 1.0], [0.5, -1.0]])
LONGER = ([0.5, 3.0, -1.0], [[1.0, 0.0, -1.0], [0.5, 1.0, 0.5], [-1.0, 1.0, 2.0]], [[1.0, 2.0, 0.0]] * 3)

bloc_mlp = Exercise(
    name="bloc_mlp",
    title="Le coin réflexion",
    reference=layers.mlp_block,
    draw=draw_block,
    edges=((CARD, W1, W2), SQUARE, LONGER, ([0.0, 0.0], W1, W2)),
    points=3,
    built="Ton modèle sait réfléchir sur une fiche, puis ajouter son idée à ce qu'il savait déjà.",
    hints=(
        "Quatre étapes dans l'ordre : rmsnorm, premier filtre, relu, deuxième filtre. Puis le raccourci.",
        "Si W2 est rempli de 0, le filtre ne dit rien. Il reste le raccourci : la réponse est x, sans changement.",
        "Regarde les deux trous : le premier filtre reçoit `rmsnorm(x)`, et on ajoute à la fin le x de départ.",
    ),
    properties=(
        Property(
            "w2_vide",
            lambda value: close(value, [1.0, 2.0]),
            "Quand W2 est rempli de 0, il ne doit rester que x : c'est le raccourci.",
            on=(([1.0, 2.0], [[1.0, 1.0]] * 4, [[0.0] * 4] * 2),),
        ),
        Property(
            "meme_taille",
            lambda args, value: len(value) == len(args[0]),
            "La fiche qui sort doit avoir autant de cases que la fiche x.",
        ),
    ),
    misconceptions=(
        Misconception(
            "sans_residu",
            lambda x, W1, W2: filtered(W2, inner(x, W1)),
            "Tu as oublié le raccourci : ajoute x à la fin, pour ne rien perdre du départ.",
            "oublient le raccourci",
            "L'idée nouvelle s'ajoute à ce qu'on savait : on ne jette pas x.",
        ),
        Misconception(
            "sans_relu",
            lambda x, W1, W2: add(filtered(W2, filtered(W1, rmsnorm(x))), x),
            "Il manque relu entre les deux filtres : sans lui, deux filtres n'en font qu'un.",
            "oublient relu entre les deux filtres",
            "Deux filtres collés n'en font qu'un : le videur entre les deux change tout.",
        ),
        Misconception(
            "sans_norm",
            lambda x, W1, W2: add(filtered(W2, relu(filtered(W1, x))), x),
            "Tu as oublié `rmsnorm` au début.",
            "oublient rmsnorm au début",
            "Avant de filtrer, on remet la fiche à une taille normale.",
        ),
        Misconception(
            "residu_norme",
            lambda x, W1, W2: add(filtered(W2, inner(x, W1)), rmsnorm(x)),
            "Le raccourci ajoute le x d'ORIGINE, pas la version normalisée.",
            "ajoutent la fiche normalisée",
            "Le raccourci passe par la porte de derrière : c'est le x de départ, intact.",
        ),
        Misconception(
            "relu_debut",
            lambda x, W1, W2: add(filtered(W2, filtered(W1, relu(rmsnorm(x)))), x),
            "relu va après le premier filtre, pas avant.",
            "mettent relu avant le premier filtre",
            "Le videur est entre les deux filtres : filtre, videur, filtre.",
        ),
        Misconception(
            "relu_deux_fois",
            lambda x, W1, W2: add(filtered(W2, relu(filtered(W1, relu(rmsnorm(x))))), x),
            "Il y a un relu de trop avant le premier filtre. Donne-lui simplement `rmsnorm(x)`.",
            "mettent un relu de trop au début",
            "Un seul videur, entre les deux filtres : avant, les négatifs ont encore leur mot à dire.",
        ),
        Misconception(
            "relu_sans_norm",
            lambda x, W1, W2: add(filtered(W2, relu(filtered(W1, relu(x)))), x),
            "Le premier filtre reçoit la fiche remise à une taille normale : `rmsnorm(x)`, pas `relu(x)`.",
            "mettent relu à la place de rmsnorm",
            "D'abord la bonne taille, ensuite le filtre, et seulement après le videur.",
        ),
        Misconception(
            "relu_fin",
            lambda x, W1, W2: add(relu(filtered(W2, filtered(W1, rmsnorm(x)))), x),
            "Ton relu arrive trop tard. Il va entre les deux filtres, pas après le deuxième.",
            "mettent relu après le deuxième filtre",
            "Le videur est entre les deux filtres : filtre, videur, filtre.",
        ),
        Misconception(
            "norm_fin",
            lambda x, W1, W2: rmsnorm(add(filtered(W2, relu(filtered(W1, x))), x)),
            "Tu normalises à la fin. Ici, `rmsnorm` vient au début, avant le premier filtre.",
            "normalisent à la fin",
            "Le premier Transformer normalisait à la fin. Le nôtre le fait au début.",
        ),
        Misconception(
            "ajoute_h",
            adds_the_inside,
            "Tu ajoutes h, la fiche du milieu. Le raccourci ajoute x, la fiche de départ.",
            "ajoutent h au lieu de x",
            "Le raccourci part de l'entrée : c'est x qui saute par-dessus les filtres.",
        ),
        Misconception(
            "x_deux_fois",
            lambda x, W1, W2: add(x, x),
            "Tu ajoutes x à lui-même, et ta réflexion est perdue. Ajoute x à `filtre(W2, h)`.",
            "ajoutent x à lui-même",
            "D'un côté l'idée nouvelle, de l'autre le départ : on additionne les deux.",
        ),
        Misconception(
            "inchange",
            lambda x, W1, W2: list(x),
            "Tu rends x sans réfléchir. Passe par les deux filtres, puis ajoute x.",
            "rendent x tel quel",
            "Le raccourci seul ne suffit pas : il faut aussi l'idée nouvelle.",
        ),
        Misconception(
            "multiplie",
            lambda x, W1, W2: [a * b for a, b in zip(filtered(W2, inner(x, W1)), x, strict=True)],
            "Tu multiplies par x. Le raccourci est une addition : utilise `additionner`.",
            "multiplient par x",
            "On ajoute ce qu'on savait : si l'idée vaut zéro, il doit rester x.",
        ),
        Misconception(
            "colle",
            lambda x, W1, W2: filtered(W2, inner(x, W1)) + x,
            "Avec des listes, + colle bout à bout. Pour le raccourci, utilise `additionner`.",
            "collent les deux listes avec +",
            "Liste plus liste veut dire « bout à bout ». Pour additionner des fiches, on a écrit additionner.",
        ),
        Misconception(
            "filtres_echanges",
            lambda x, W1, W2: add(filtered(W1, relu(filtered(W2, rmsnorm(x)))), x),
            "Tu as échangé les deux filtres : d'abord W1, ensuite W2.",
            "échangent W1 et W2",
            "W1 ouvre la fiche en grand, W2 la referme : l'ordre compte.",
        ),
        Misconception(
            "milieu_seul",
            lambda x, W1, W2: inner(x, W1),
            "Tu t'arrêtes au milieu : il reste le deuxième filtre, puis le raccourci.",
            "s'arrêtent après relu",
            "Après le videur, il reste deux pas : le deuxième filtre et le raccourci.",
        ),
    ),
)
