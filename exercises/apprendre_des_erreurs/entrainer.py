"""2.5 Train: guess, measure the loss, correct the page of the letter; again and again. `poids` is really changed."""

import math
from itertools import pairwise
from random import Random

from autograder.exercise import Badge, Exercise, Misconception, Property
from engine import loss
from exercises.apprendre_des_erreurs import trainings
from exercises.apprendre_des_erreurs.inputs import numbers

TABLE = [[0.1, -0.2, 0.3], [0.0, 0.5, -0.5], [0.2, 0.2, 0.1]]
ENTROPY = math.log(3) - 2 / 3 * math.log(2)  # the smallest mean loss when the answer is 0 two times out of three


def draw_training(rng: Random):
    size = rng.randint(2, 3)
    poids = [numbers(rng, size, 0.8) for _ in range(size)]
    exemples = [(rng.randrange(size), rng.randrange(size)) for _ in range(rng.randint(3, 5))]
    return poids, exemples, rng.choice((0.1, 0.2, 0.5)), rng.randint(2, 4)


entrainer = Exercise(
    name="entrainer",
    title="L'entraînement",
    reference=loss.train,
    draw=draw_training,
    edges=(
        (TABLE, [(0, 1), (1, 2), (2, 0), (0, 1), (0, 2)], 0.5, 4),
        (TABLE, [(0, 2), (2, 1)], 0.1, 3),
        ([[0.0, 0.0], [0.0, 0.0]], [(0, 1), (1, 0), (0, 0)], 0.5, 2),
        (TABLE, [(1, 0), (1, 0), (1, 1)], 0.2, 5),
        (TABLE, [(2, 1)], 0.4, 2),
    ),
    points=4,
    built="Ta machine s'entraîne toute seule : elle devine, se trompe un peu, se corrige, et recommence.",
    badge=Badge(
        "entraineur-de-machine",
        "Entraîneur de machine",
        "Je sais entraîner une machine jusqu'à ce que sa perte baisse.",
        "Entraîne une machine jusqu'à ce que sa perte baisse.",
    ),
    hints=(
        "À chaque lancer, toujours la même danse : je devine, je mesure la perte, je corrige la page de la lettre.",
        "Pour la paire (0, 1) : ouvre la page 0, compte la perte de la lettre 1, puis corrige la page 0.",
        "Dans l'ordre des trous : `poids[avant]`, `perte(probas, apres)`, `gradient(probas, apres)`, "
        "et `total / len(exemples)`.",
    ),
    properties=(
        Property(
            "un_point_par_tour",
            lambda args, value: len(value) == args[3],
            "La courbe doit avoir un point par tour, ni plus ni moins.",
        ),
        Property(
            "commence_au_hasard",
            lambda courbe: abs(courbe[0] - math.log(3)) < 1e-9,
            "Une machine qui n'a rien appris doit commencer à la note du hasard.",
            on=(([[0.0] * 3 for _ in range(3)], [(0, 1)], 0.1, 1),),
        ),
        Property(
            "la_perte_baisse",
            lambda courbe: all(before > after for before, after in pairwise(courbe)),
            "À chaque tour, la perte doit baisser.",
            on=(([[0.0] * 3 for _ in range(3)], [(0, 1), (1, 2), (2, 0)], 0.5, 10),),
        ),
        Property(
            "retrouve_le_comptage",
            lambda courbe: abs(courbe[-1] - ENTROPY) < 0.03,
            "Une lettre vient deux fois sur trois : après beaucoup de tours, ta machine doit lui donner 2/3 du gâteau.",
            on=(([[0.0, 0.0]], [(0, 0), (0, 0), (0, 1)], 0.05, 400),),
        ),
    ),
    misconceptions=(
        Misconception(
            "monte",
            trainings.with_step(trainings.climbs),
            "La perte monte au lieu de baisser ! Ton signe est à l'envers dans la correction.",
            "corrigent dans le mauvais sens",
            "Si la courbe monte, c'est qu'on pousse le ballon du mauvais côté.",
        ),
        Misconception(
            "oublie_maj",
            trainings.with_step(trainings.keeps_nothing),
            "La perte ne change pas : tu calcules la correction, mais tu ne la ranges pas dans `poids[avant]`.",
            "oublient de ranger la correction",
            "Corriger sans rien noter, c'est refaire le même lancer : on range dans poids.",
        ),
        Misconception(
            "inverse_ligne",
            trainings.with_step(trainings.corrects_the_next_page),
            "Tu corriges la ligne de la lettre d'après. C'est la ligne de la lettre ACTUELLE qui a fait la prédiction.",
            "corrigent la page de la lettre d'après",
            "Celui qui a lancé le ballon, c'est lui qu'on corrige : la page de la lettre d'avant.",
        ),
        Misconception(
            "paires_a_l_envers",
            trainings.with_step(trainings.pairs_swapped),
            "Tu as échangé avant et apres partout. On ouvre la page de `avant`, et la bonne réponse est `apres`.",
            "échangent avant et apres",
            "On part de la lettre d'avant pour deviner celle d'après.",
        ),
        Misconception(
            "page_suivante",
            trainings.with_step(trainings.reads_page(lambda avant, apres: apres)),
            "Tu ouvres la page de la lettre d'après : c'est regarder la réponse ! Ouvre celle de `avant`.",
            "ouvrent la page de la lettre d'après",
            "Quand on devine, on ne connaît que la lettre d'avant.",
        ),
        Misconception(
            "premiere_page",
            trainings.with_step(trainings.reads_page(lambda avant, apres: 0)),
            "Tu ouvres toujours la page 0. Chaque lettre a la sienne : `poids[avant]`.",
            "ouvrent toujours la page 0",
            "On ouvre la page de la lettre qu'on vient de lire.",
        ),
        Misconception(
            "page_du_tour",
            trainings.opens_the_page_of_the_turn,
            "Tu ouvres la page qui porte le numéro du tour. Ouvre celle de la lettre : `poids[avant]`.",
            "ouvrent la page du numéro du tour",
            "Le tour compte les passages ; c'est la lettre qui dit quelle page ouvrir.",
        ),
        Misconception(
            "perte_de_avant",
            trainings.with_step(trainings.loss_of_the_letter_before),
            "Ta perte regarde la lettre d'avant. La bonne réponse est celle d'après : `perte(probas, apres)`.",
            "mesurent la perte de la lettre d'avant",
            "La lettre à deviner, c'est celle d'après.",
        ),
        Misconception(
            "gradient_de_avant",
            trainings.with_step(trainings.slope_of_the_letter_before),
            "Ton gradient regarde la lettre d'avant. La bonne réponse est celle d'après : `gradient(probas, apres)`.",
            "calculent le gradient pour la lettre d'avant",
            "La lettre à deviner, c'est celle d'après.",
        ),
        Misconception(
            "sans_gradient",
            trainings.with_step(trainings.takes_away_the_shares),
            "Tu enlèves les parts elles-mêmes. Pour corriger, il faut les écarts : `gradient(probas, apres)`.",
            "corrigent avec les parts au lieu du gradient",
            "On corrige avec l'écart : ce que j'ai dit moins ce qu'il fallait dire.",
        ),
        Misconception(
            "part_au_lieu_de_perte",
            trainings.with_step(trainings.sums_the_shares),
            "Tu additionnes les parts. Ajoute plutôt la perte de ce lancer : `perte(probas, apres)`.",
            "additionnent les parts au lieu des pertes",
            "La part dit combien on y croyait ; la perte dit à quelle distance est tombé le ballon.",
        ),
        Misconception(
            "toutes_lignes",
            trainings.with_step(trainings.corrects_every_page),
            "Tu corriges toutes les lettres. Seule la ligne de la lettre actuelle s'est trompée.",
            "corrigent toutes les pages",
            "On ne corrige que le joueur qui vient de lancer.",
        ),
        Misconception(
            "sans_vitesse",
            trainings.with_step(trainings.forgets_the_speed),
            "Tu n'utilises pas la boîte vitesse : donne-la à `corriger`.",
            "n'utilisent pas la vitesse",
            "La taille du pas est un réglage : on le passe à corriger.",
        ),
        Misconception(
            "somme",
            trainings.with_mean(lambda total, exemples: total),
            "Tes pertes ne sont pas moyennées : divise par le nombre d'exemples.",
            "oublient de diviser par le nombre d'exemples",
            "La note d'un tour est une moyenne : le total divisé par le nombre de lancers.",
        ),
        Misconception(
            "par_tours",
            lambda poids, exemples, vitesse, tours: [
                n * len(exemples) / tours for n in loss.train(poids, exemples, vitesse, tours)
            ],
            "Tu divises par le nombre de tours. La moyenne d'un tour se fait sur ses exemples : `len(exemples)`.",
            "divisent par le nombre de tours",
            "Dans un tour, il y a autant de lancers que d'exemples.",
        ),
        Misconception(
            "par_pages",
            lambda poids, exemples, vitesse, tours: [
                n * len(exemples) / len(poids) for n in loss.train(poids, exemples, vitesse, tours)
            ],
            "Tu divises par le nombre de pages. La moyenne d'un tour se fait sur ses exemples : `len(exemples)`.",
            "divisent par le nombre de pages",
            "Dans un tour, il y a autant de lancers que d'exemples.",
        ),
        Misconception(
            "derniere",
            lambda poids, exemples, vitesse, tours: loss.train(poids, exemples, vitesse, tours)[-1],
            "Tu renvoies seulement la dernière perte. On veut toute la liste pour dessiner la courbe.",
            "renvoient seulement la dernière perte",
            "Pour voir la courbe descendre, il faut garder tous ses points.",
        ),
        Misconception(
            "un_tour",
            lambda poids, exemples, vitesse, tours: loss.train(poids, exemples, vitesse, 1),
            "Ta courbe n'a qu'un point : ton return est peut-être dans la boucle des tours.",
            "ont mis le return dans la boucle des tours",
            "Return veut dire « j'ai fini » : dans la boucle, l'entraînement s'arrête au premier tour.",
        ),
        Misconception(
            "apres",
            trainings.with_step(trainings.measures_after),
            "Tu mesures la perte APRÈS avoir corrigé : c'est comme regarder la réponse avant. "
            "Mesure d'abord, corrige ensuite.",
            "mesurent la perte après la correction",
            "On note le lancer avant de corriger le geste.",
        ),
        Misconception(
            "oublie_total",
            trainings.keeps_the_last_loss,
            "Ton total ne garde que la perte du dernier exemple. À chaque lancer, il doit grandir : `total + …`.",
            "ne gardent que la perte du dernier exemple",
            "Le total se souvient de tous les lancers du tour.",
        ),
        Misconception(
            "derniere_perte_du_tour",
            trainings.keeps_the_last_loss_undivided,
            "Chaque point de ta courbe est la perte d'un seul exemple. Il faut la moyenne : `total / len(exemples)`.",
            "mettent dans la courbe la perte du dernier exemple",
            "La note d'un tour compte tous ses lancers.",
        ),
        Misconception(
            "total_jamais_remis",
            trainings.never_back_to_zero,
            "Ton total continue d'un tour à l'autre. Remets-le à 0 au début de chaque tour.",
            "ne remettent pas le total à zéro",
            "Chaque tour est un nouveau match : le tableau d'affichage repart de zéro.",
        ),
        Misconception(
            "un_point_par_exemple",
            trainings.one_point_an_example,
            "Ta courbe a trop de points : le append de courbe est dans la petite boucle. Recule-le d'un cran.",
            "notent un point après chaque exemple",
            "On note la moyenne une fois par tour, quand tous les exemples sont passés.",
        ),
        Misconception(
            "a_la_fin",
            trainings.corrects_at_the_end,
            "Tu attends la fin du tour pour corriger. Ici, on corrige tout de suite après chaque exemple.",
            "corrigent seulement à la fin du tour",
            "Les deux façons existent ; ici, on corrige après chaque lancer.",
        ),
        Misconception(
            "copie",
            trainings.on_a_copy,
            "Ta courbe est parfaite, mais poids n'a pas changé : c'était une copie. Range dans `poids[avant]`.",
            "travaillent sur une copie des poids",
            "Cette fois, on veut vraiment changer ce qu'on nous prête : c'est la mémoire de la machine.",
        ),
        Misconception(
            "renvoie_poids",
            trainings.returns_the_weights,
            "Tu renvoies poids. Il est déjà changé, bravo ! La fonction doit rendre la courbe.",
            "renvoient poids au lieu de la courbe",
            "Les poids sont déjà changés sur place ; ce qu'on rend, c'est la courbe.",
        ),
        Misconception(
            "un_exemple",
            trainings.first_example_only,
            "Un seul exemple est utilisé à chaque tour. Ta boucle doit passer sur tous les exemples.",
            "n'utilisent que le premier exemple",
            "Un tour, c'est tous les exemples, l'un après l'autre.",
        ),
    ),
)
