"""5.1 Add two vectors, place by place."""

from random import Random

from autograder.compare import close
from autograder.exercise import Exercise, Misconception, Property
from engine import layers
from exercises.mon_premier_llm.pieces import drawn_vector


def draw_addition(rng: Random):
    size = rng.randint(2, 6)
    return drawn_vector(rng, size), drawn_vector(rng, size)


def writes_in_a(a, b):
    for i in range(len(a)):
        a[i] = a[i] + b[i]
    return a


def by_place(step):
    return lambda a, b: [step(a[i], b[i]) for i in range(len(a))]


additionner = Exercise(
    name="additionner",
    title="Additionner deux fiches",
    reference=layers.add,
    draw=draw_addition,
    edges=(([1.0, 2.0], [10.0, 20.0]), ([0.5, -0.5, 1.0], [1.0, 1.0, 2.0]), ([3.0], [4.0])),
    points=1,
    built="Ton modèle sait poser deux fiches l'une sur l'autre : la lettre et sa place ne font plus qu'une.",
    hints=(
        "Deux colonnes de notes, côte à côte. Sur chaque ligne, additionne les deux notes.",
        "Avec `[1, 2]` et `[10, 20]` : d'abord 1 + 10, puis 2 + 20. La réponse est `[11, 22]`.",
        "Regarde le trou : la case i de la première fiche est `a[i]`. Et celle de la seconde ?",
    ),
    properties=(
        Property(
            "meme_taille",
            lambda args, value: len(value) == len(args[0]),
            "Le résultat doit avoir autant de cases que chaque fiche.",
        ),
        Property(
            "ordre_indifferent",
            close,
            "Si on échange les deux fiches, la somme doit rester la même.",
            on=(([1.0, 2.5], [3.0, -5.0]), ([3.0, -5.0], [1.0, 2.5])),
        ),
        Property(
            "ajouter_zero",
            lambda value: close(value, [1.5, -2.0, 4.0]),
            "Quand on ajoute une fiche remplie de 0, rien ne doit changer.",
            on=(([1.5, -2.0, 4.0], [0.0, 0.0, 0.0]),),
        ),
    ),
    misconceptions=(
        Misconception(
            "colle",
            lambda a, b: a + b,
            "Piège ! Avec des listes, + colle bout à bout. Additionne case par case avec une boucle.",
            "collent les deux listes avec +",
            "Pour Python, liste plus liste veut dire « bout à bout ». Nous, on additionne case par case.",
        ),
        Misconception(
            "abime",
            writes_in_a,
            "Bon résultat, mais tu as changé la liste a. Renvoie une nouvelle liste.",
            "écrivent dans la liste a",
            "On ne rature pas la fiche qu'on nous prête : on écrit sur une feuille neuve.",
        ),
        Misconception(
            "total",
            lambda a, b: sum(a) + sum(b),
            "Tu obtiens un seul nombre. On veut une liste de la même taille.",
            "obtiennent un seul nombre",
            "Une fiche plus une fiche donne une fiche : autant de cases qu'au départ.",
        ),
        Misconception(
            "moyenne",
            by_place(lambda x, y: (x + y) / 2),
            "Ne divise pas par 2 : juste l'addition.",
            "font la moyenne au lieu de la somme",
            "Ici on empile les notes, on ne les partage pas.",
        ),
        Misconception(
            "multiplie",
            by_place(lambda x, y: x * y),
            "Tu multiplies les cases deux à deux. Ici, on les additionne : `a[i] + b[i]`.",
            "multiplient case par case",
            "Multiplier case par case, c'était le produit scalaire. Aujourd'hui, on additionne.",
        ),
        Misconception(
            "soustrait",
            by_place(lambda x, y: x - y),
            "Tu enlèves la deuxième fiche. On veut l'ajouter : le signe plus, `+`.",
            "soustraient la deuxième fiche",
            "On pose la place par-dessus la lettre : on ajoute, on n'enlève rien.",
        ),
        Misconception(
            "double_a",
            by_place(lambda x, y: x + x),
            "Tu ajoutes la première fiche à elle-même. La deuxième s'appelle b : prends `b[i]`.",
            "ajoutent a à elle-même",
            "Deux fiches entrent dans la machine : chacune doit servir une fois.",
        ),
        Misconception(
            "a_seule",
            lambda a, b: list(a),
            "Tu recopies la première fiche. Ajoute dans chaque case la note de la deuxième : `b[i]`.",
            "recopient seulement la première fiche",
            "La place doit laisser une trace, sinon le modèle ne sait plus où est la lettre.",
        ),
        Misconception(
            "b_seule",
            lambda a, b: list(b),
            "Tu recopies la deuxième fiche. Ajoute dans chaque case la note de la première : `a[i]`.",
            "recopient seulement la deuxième fiche",
            "La lettre doit laisser une trace, sinon le modèle ne sait plus laquelle c'est.",
        ),
        Misconception(
            "numero",
            lambda a, b: [a[i] + i for i in range(len(a))],
            "Tu ajoutes le numéro de la case. On veut la note écrite dedans : `b[i]`.",
            "ajoutent le numéro de la case",
            "i est le numéro de la case ; la note écrite dedans, c'est b, crochet, i.",
        ),
        Misconception(
            "paires",
            lambda a, b: [(a[i], b[i]) for i in range(len(a))],
            "Tu ranges les deux notes côte à côte. Il reste à les additionner : un + à la place de la virgule.",
            "font des paires au lieu de sommes",
            "Les deux notes d'une case deviennent une seule note : leur somme.",
        ),
        Misconception(
            "premiere_seule",
            lambda a, b: [a[0] + b[0]],
            "Tu n'as que la première case : ton return est peut-être DANS la boucle. Recule-le d'un cran.",
            "ont mis le return dans la boucle",
            "Return veut dire « j'ai fini » : dans la boucle, il l'arrête dès le premier tour.",
        ),
        Misconception(
            "derniere_seule",
            lambda a, b: [a[-1] + b[-1]],
            "Il ne reste que la dernière case : la liste est recommencée à chaque tour. "
            "Crée-la une seule fois, avant la boucle.",
            "recréent la liste à chaque tour",
            "On prend une feuille neuve une seule fois, avant de commencer.",
        ),
    ),
)
