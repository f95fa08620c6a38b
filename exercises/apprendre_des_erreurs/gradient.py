"""2.3 The gradient: for each letter, what I said less what had to be said. The true derivative of the loss."""

from random import Random

from autograder.exercise import Badge, Exercise, Misconception, Property
from engine import loss
from engine.layers import softmax
from exercises.apprendre_des_erreurs.inputs import shares

STEP = 1e-5  # the small move of one score, for the finite difference
SCORES, TARGET = [0.3, -1.2, 0.8, 0.0], 2


def in_place(probas, bonne):
    probas[bonne] = probas[bonne] - 1
    return probas


def each(probas, bonne, right, other):
    """One slope per letter: `right(p)` for the right letter, `other(p)` for the others."""
    return [right(p) if i == bonne else other(p) for i, p in enumerate(probas)]


def moved_loss(i: int, step: float) -> float:
    return loss.loss(softmax([s + step * (j == i) for j, s in enumerate(SCORES)]), TARGET)


def is_the_slope(ecarts) -> bool:
    """Moving each score a little moves the loss as the gradient says."""
    slopes = [(moved_loss(i, STEP) - moved_loss(i, -STEP)) / (2 * STEP) for i in range(len(SCORES))]
    return len(ecarts) == len(slopes) and all(abs(a - b) < 1e-6 for a, b in zip(ecarts, slopes, strict=True))


def draw_prediction(rng: Random):
    probas = shares(rng, rng.randint(3, 5))
    return probas, rng.randrange(len(probas))


gradient = Exercise(
    name="gradient",
    title="Le gradient : dans quel sens corriger ?",
    reference=loss.gradient,
    draw=draw_prediction,
    edges=(
        ([0.5, 0.2, 0.3], 0),
        ([0.1, 0.2, 0.7], 1),
        ([0.25, 0.25, 0.25, 0.25], 3),
        ([0.7, 0.1, 0.2], 2),
        ([0.375, 0.625], 1),
    ),
    points=3,
    built="Ta machine sait dans quel sens corriger, lettre par lettre : c'est le gradient.",
    badge=Badge(
        "boussole-du-gradient",
        "Boussole du gradient",
        "Je sais dans quel sens corriger une machine.",
        "Trouve dans quel sens corriger une machine.",
    ),
    hints=(
        "L'écart, c'est ce que j'ai dit MOINS ce qu'il fallait dire : 1 pour la bonne lettre, 0 pour les autres.",
        "Avec `[0.5, 0.2, 0.3]` et bonne = 0, les écarts sont `0.5 - 1`, puis `0.2 - 0`, puis `0.3 - 0`.",
        "Regarde les deux append : `probas[i] - 1` pour la bonne lettre, et `probas[i] - 0` pour les autres.",
    ),
    properties=(
        Property(
            "un_ecart_par_lettre",
            lambda args, value: len(value) == len(args[0]),
            "Il faut un écart par lettre, ni plus ni moins.",
        ),
        Property(
            "negatif_pour_la_bonne",
            lambda args, value: [ecart < 0 for ecart in value] == [i == args[1] for i in range(len(value))],
            "Seule la bonne lettre doit avoir un écart négatif : elle seule n'a pas reçu assez.",
        ),
        Property(
            "somme_nulle",
            lambda args, value: abs(sum(value)) < 1e-12,
            "Tous les écarts ensemble doivent faire 0 : ce qui manque à la bonne lettre, les autres l'ont en trop.",
        ),
        Property(
            "difference_finie",
            is_the_slope,
            "La perte ne bouge pas comme le disent tes écarts. Refais la soustraction : la part, moins 1 ou moins 0.",
            on=((softmax(SCORES), TARGET),),
        ),
    ),
    misconceptions=(
        Misconception(
            "signe",
            lambda probas, bonne: each(probas, bonne, lambda p: 1 - p, lambda p: -p),
            "C'est l'inverse : ce que j'ai dit MOINS ce qu'il fallait. "
            "Sinon le ballon part encore plus loin du panier.",
            "font la soustraction à l'envers",
            "D'abord ce que la machine a dit, moins ce qu'il fallait dire.",
        ),
        Misconception(
            "oublie_1",
            lambda probas, bonne: list(probas),
            "Tu renvoies les probabilités telles quelles. Pour la bonne lettre, il faut enlever 1.",
            "oublient d'enlever 1 à la bonne lettre",
            "Pour la bonne lettre, il fallait dire 1 : on enlève 1.",
        ),
        Misconception(
            "bonne_seule",
            lambda probas, bonne: each(probas, bonne, lambda p: p - 1, lambda p: 0),
            "Tu corriges seulement la bonne lettre. Les autres aussi doivent baisser un peu : "
            "leur erreur est leur probabilité.",
            "corrigent seulement la bonne lettre",
            "Les autres lettres ont reçu du gâteau en trop : leur écart est leur part.",
        ),
        Misconception(
            "bonne_seule_a_l_envers",
            lambda probas, bonne: each(probas, bonne, lambda p: 1 - p, lambda p: 0),
            "Deux choses à revoir. Pour la bonne lettre : la part MOINS 1. Pour les autres : leur part, pas 0.",
            "ne corrigent que la bonne lettre, et à l'envers",
            "Ce que j'ai dit moins ce qu'il fallait dire, pour chaque lettre.",
        ),
        Misconception(
            "abime",
            in_place,
            "Le résultat est juste, mais tu as changé la liste probas elle-même. Écris sur une copie : `list(probas)`.",
            "abîment la liste qu'on leur prête",
            "Une liste prêtée se rend comme on l'a reçue : on écrit sur une photocopie.",
        ),
        Misconception(
            "nombre",
            lambda probas, bonne: probas[bonne] - 1,
            "Tu ne renvoies qu'un nombre. Il faut une correction par lettre : une liste.",
            "renvoient un seul nombre",
            "Chaque lettre a sa correction : il en faut autant que de lettres.",
        ),
        Misconception(
            "carre",
            lambda probas, bonne: each(probas, bonne, lambda p: 2 * (p - 1), lambda p: 2 * p),
            "Il y a un facteur 2 en trop. Juste : probabilité moins 1 (ou moins 0).",
            "ont un facteur 2 en trop",
            "Une soustraction suffit, sans rien multiplier.",
        ),
        Misconception(
            "moitie",
            lambda probas, bonne: each(probas, bonne, lambda p: (p - 1) / 2, lambda p: p / 2),
            "Tes écarts sont deux fois trop petits. Une soustraction suffit, sans rien diviser.",
            "divisent les écarts par 2",
            "Une soustraction suffit : la part moins 1, ou moins 0.",
        ),
        Misconception(
            "arrondi",
            lambda probas, bonne: each(probas, bonne, lambda p: round(p - 1, 1), lambda p: round(p, 1)),
            "C'est le bon calcul ! Garde seulement tous les chiffres : n'arrondis pas.",
            "arrondissent à un chiffre",
            "On arrondit pour lire, jamais pour calculer.",
        ),
        Misconception(
            "arrondi_2",
            lambda probas, bonne: each(probas, bonne, lambda p: round(p - 1, 2), lambda p: round(p, 2)),
            "C'est le bon calcul ! Garde seulement tous les chiffres : n'arrondis pas.",
            "arrondissent à deux chiffres",
            "On arrondit pour lire, jamais pour calculer.",
        ),
        Misconception(
            "decale",
            lambda probas, bonne: [p - (i == bonne - 1) for i, p in enumerate(probas)],
            "Tu es décalé d'une case : compare i avec bonne, pas bonne - 1.",
            "comparent avec la case d'avant",
            "Le numéro de la bonne lettre est déjà celui de sa case.",
        ),
        Misconception(
            "decale_apres",
            lambda probas, bonne: [p - (i == bonne + 1) for i, p in enumerate(probas)],
            "Tu es décalé d'une case : compare i avec bonne, pas bonne + 1.",
            "comparent avec la case d'après",
            "Le numéro de la bonne lettre est déjà celui de sa case.",
        ),
        Misconception(
            "echange",
            lambda probas, bonne: each(probas, bonne, lambda p: p, lambda p: p - 1),
            "Tes deux trous sont échangés : c'est à la BONNE lettre qu'on enlève 1.",
            "échangent les deux cas",
            "Il fallait dire 1 pour la bonne, 0 pour les autres.",
        ),
        Misconception(
            "partout",
            lambda probas, bonne: [p - 1 for p in probas],
            "Tu enlèves 1 à toutes les lettres. Il fallait dire 1 pour la bonne seulement, et 0 pour les autres.",
            "enlèvent 1 à toutes les lettres",
            "Une seule lettre devait recevoir tout le gâteau : la bonne.",
        ),
        Misconception(
            "plus_1",
            lambda probas, bonne: each(probas, bonne, lambda p: p + 1, lambda p: p),
            "Pour la bonne lettre, tu ajoutes 1. L'écart est une différence : enlève 1.",
            "ajoutent 1 à la bonne lettre",
            "Ce que j'ai dit MOINS ce qu'il fallait dire : on enlève.",
        ),
        Misconception(
            "signe_de_la_bonne",
            lambda probas, bonne: each(probas, bonne, lambda p: 1 - p, lambda p: p),
            "Pour la bonne lettre, tu donnes 1 - p. Garde l'ordre : ce que j'ai dit d'abord, donc p - 1.",
            "font la soustraction à l'envers pour la bonne lettre",
            "Un écart négatif veut dire « pas assez » : c'est bien le cas de la bonne lettre.",
        ),
        Misconception(
            "signe_des_autres",
            lambda probas, bonne: each(probas, bonne, lambda p: p - 1, lambda p: -p),
            "La bonne lettre est parfaite ! Pour les autres, c'est leur part moins 0 : sans signe moins devant.",
            "mettent un moins devant les autres parts",
            "Les autres lettres ont reçu trop : leur écart est positif.",
        ),
        Misconception(
            "cible",
            lambda probas, bonne: each(probas, bonne, lambda p: 1, lambda p: 0),
            "Tu donnes seulement ce qu'il fallait dire. L'écart part de ce que j'ai dit : `probas[i]` moins 1 ou 0.",
            "donnent la cible au lieu de l'écart",
            "Il faut les deux : ce que la machine a dit, et ce qu'il fallait dire.",
        ),
        Misconception(
            "cible_negative",
            lambda probas, bonne: each(probas, bonne, lambda p: -1, lambda p: 0),
            "Tu as oublié ce que la machine a dit. L'écart part de `probas[i]`, puis enlève 1 ou 0.",
            "oublient ce que la machine a dit",
            "Il faut les deux : ce que la machine a dit, et ce qu'il fallait dire.",
        ),
        Misconception(
            "bonne_a_zero",
            lambda probas, bonne: each(probas, bonne, lambda p: 0, lambda p: p),
            "Tu mets 0 pour la bonne lettre, comme s'il n'y avait rien à corriger. Elle doit monter : part moins 1.",
            "mettent 0 pour la bonne lettre",
            "La bonne lettre n'a pas encore reçu tout le gâteau : il lui manque quelque chose.",
        ),
        Misconception(
            "toujours_la_bonne",
            lambda probas, bonne: each(probas, bonne, lambda p: p - 1, lambda p: probas[bonne]),
            "Pour les autres lettres, tu reprends la part de la bonne. Chacune a SA part : `probas[i]`.",
            "reprennent la part de la bonne lettre partout",
            "À chaque tour, la boucle s'arrête sur une autre lettre : sa part est dans la case i.",
        ),
        Misconception(
            "voisine",
            lambda probas, bonne: [p - 1 if i == bonne else probas[i + 1] for i, p in enumerate(probas)],
            "Tu prends la part de la case d'à côté. Chaque lettre a SA part : `probas[i]`.",
            "prennent la part de la case d'à côté",
            "Le numéro de la case est i : ni plus 1, ni moins 1.",
        ),
        Misconception(
            "numeros",
            lambda probas, bonne: [i - (i == bonne) for i in range(len(probas))],
            "Tu calcules avec i, le numéro de la case. On veut la part qui est dedans : `probas[i]`.",
            "calculent avec le numéro de la case",
            "i dit où regarder ; la part s'écrit probas, crochet, i.",
        ),
        Misconception(
            "premier_seul",
            lambda probas, bonne: [probas[0] - (bonne == 0)],
            "Tu n'as que le premier écart : ton return est peut-être DANS la boucle. Recule-le d'un cran.",
            "ont mis le return dans la boucle",
            "Return veut dire « j'ai fini » : dans la boucle, il l'arrête dès le premier tour.",
        ),
        Misconception(
            "derivee_de_la_part",
            lambda probas, bonne: each(probas, bonne, lambda p: -1 / p, lambda p: 0),
            "Ça, c'est la pente par rapport à la PART. Ici on corrige des scores : la part moins 1, ou moins 0.",
            "dérivent par rapport à la part et pas au score",
            "On ne touche pas directement aux parts : on corrige les scores, et la formule devient une soustraction.",
        ),
    ),
)
