"""4.3 ★ Only the pupils in front, and oneself, can be asked."""

import math
from random import Random

from autograder.compare import close
from autograder.exercise import Exercise, Misconception, Property
from engine import attention
from engine.attention import attention_score as score
from engine.layers import dot
from exercises.lattention.classroom import QUESTIONS, SIGNS, matrix, vector


def over(*numbers):
    """The scores with the signs that `numbers(q, signs, position)` gives, as the pupil's loop would."""
    return lambda q, signs, position: [score(q, signs[i]) for i in range(*numbers[0](q, signs, position))]


def with_future_as(value):
    return lambda q, signs, p: [score(q, sign) if i <= p else value for i, sign in enumerate(signs)]


def draw_visible(rng: Random):
    letters, size = rng.randint(2, 6), rng.randint(2, 5)
    return vector(rng, size), matrix(rng, letters, size), rng.randrange(letters)


PAIR, TRIO = [[1, 0], [0, 2]], [[1, 0], [0, 2], [3, 4]]
FIVE = [[1, 0], [0, 1], [1, 1], [2, -1], [0.5, 3]]
FUTURE_CHANGED = [*SIGNS[:2], [9, 9, 9, 9], [9, 9, 9, 9]]

scores_visibles = Exercise(
    name="scores_visibles",
    title="Seulement devant toi",
    reference=attention.visible_scores,
    draw=draw_visible,
    edges=(
        ([1, 2], TRIO, 1),
        ([1, 2], TRIO, 0),
        ([1, 2], PAIR, 1),
        ([2, 1], FIVE, 3),
        ([2, 1], FIVE, 2),
        ([1, -1, 2], [[1, 1, 1], [2, 0, 1], [0, 3, 1]], 1),
        (QUESTIONS[2], SIGNS, 2),
        (QUESTIONS[3], SIGNS, 3),
    ),
    points=2,
    bonus=True,
    built="Chaque lettre interroge celles d'avant et elle-même, jamais celles d'après.",
    hints=(
        "Dans la classe, on ne voit que les élèves assis devant. Et chacun peut aussi lire sa propre pancarte.",
        "Dans « chat », a est à la place 2. Il interroge les places 0, 1 et 2 : cela fait 3 scores.",
        "Regarde la ligne du for : i doit aller jusqu'à position comprise. Or `range(3)` s'arrête à 2.",
    ),
    properties=(
        Property(
            "futur_sans_effet",
            lambda one, other: close(one, other),
            "Si on change les pancartes des lettres d'après, les scores ne doivent pas bouger.",
            on=((QUESTIONS[1], SIGNS, 1), (QUESTIONS[1], FUTURE_CHANGED, 1)),
        ),
        Property(
            "soi_meme_a_la_fin",
            lambda args, value: close(value[-1], score(args[0], args[1][args[2]])),
            "Le dernier score doit être celui de la lettre avec sa propre pancarte.",
        ),
    ),
    misconceptions=(
        Misconception(
            "voit_le_futur",
            over(lambda q, signs, p: (len(signs),)),
            "Ta lettre regarde derrière elle : c'est le futur, interdit ! Arrête-toi à sa propre place.",
            "laissent voir le futur",
            "Quand on devine la suite, les lettres d'après n'existent pas encore.",
        ),
        Misconception(
            "s_oublie",
            over(lambda q, signs, p: (p,)),
            "Une lettre peut aussi se regarder elle-même : va jusqu'à position COMPRISE (`range(position + 1)`).",
            "oublient la lettre elle-même",
            "La lettre compte aussi : position plus 1 tours de boucle.",
        ),
        Misconception(
            "que_le_futur",
            over(lambda q, signs, p: (p, len(signs))),
            "C'est l'inverse : on regarde les lettres d'AVANT (et soi-même).",
            "ne regardent que le futur",
            "On regarde vers le début du mot, jamais vers la fin.",
        ),
        Misconception(
            "apres_seulement",
            over(lambda q, signs, p: (p + 1, len(signs))),
            "C'est l'inverse : on regarde les lettres d'AVANT (et soi-même).",
            "ne regardent que les lettres d'après",
            "On regarde vers le début du mot, jamais vers la fin.",
        ),
        Misconception(
            "une_de_trop",
            lambda q, signs, p: [score(q, sign) for sign in signs[: p + 2]],
            "Tu vois une lettre de trop : la suivante. `range(position + 1)` suffit.",
            "voient une lettre de trop",
            "Une seule lettre d'avance, c'est déjà le futur.",
        ),
        Misconception(
            "une_de_trop_plante",
            over(lambda q, signs, p: (p + 2,)),
            "Tu vois une lettre de trop : la suivante. À la fin du mot, il n'y en a plus ! "
            "`range(position + 1)` suffit.",
            "vont une lettre trop loin",
            "Une seule lettre d'avance, c'est déjà le futur.",
        ),
        Misconception(
            "la_precedente",
            over(lambda q, signs, p: (p, p + 1)),
            "Tu ne regardes que toi-même. Regarde aussi toutes les lettres d'avant.",
            "ne regardent qu'eux-mêmes",
            "On part de la place 0 et on avance jusqu'à la sienne.",
        ),
        Misconception(
            "saute_la_premiere",
            over(lambda q, signs, p: (1, p + 1)),
            "Il manque la première lettre. En Python, les places commencent à 0.",
            "commencent à la place 1",
            "La première lettre est à la place 0.",
        ),
        Misconception(
            "a_l_envers",
            over(lambda q, signs, p: (p, -1, -1)),
            "Tu as les bons scores, mais à l'envers. Pars de la première lettre : la place 0.",
            "rangent les scores à l'envers",
            "Le premier score est celui de la première lettre du mot.",
        ),
        Misconception(
            "taille_de_la_question",
            over(lambda q, signs, p: (len(q),)),
            "`len(q)` compte les cases de la question. On veut un tour par lettre visible : position + 1.",
            "comptent les cases de la question au lieu des lettres",
            "Combien de lettres vois-tu de ta place ? C'est cela, le nombre de tours.",
        ),
        Misconception(
            "quatre_en_dur",
            over(lambda q, signs, p: (4,)),
            "4 ne marche que pour le t de « chat ». Le nombre de tours dépend de position.",
            "écrivent 4 au lieu de position + 1",
            "Chaque lettre voit un nombre différent de pancartes, selon sa place.",
        ),
        Misconception(
            "toujours_la_sienne",
            lambda q, signs, p: [score(q, signs[p]) for _ in range(p + 1)],
            "Tu lis toujours la même pancarte. À chaque tour, lis celle de la place i : `pancartes[i]`.",
            "lisent toujours leur propre pancarte",
            "À chaque tour de boucle, on change de pancarte.",
        ),
        Misconception(
            "zeros",
            with_future_as(0),
            "Tu mets 0 pour les lettres d'après. Ici, ne note rien du tout pour elles : la liste est plus courte.",
            "mettent 0 pour les lettres d'après",
            "On ne note que ce qu'on a le droit de voir.",
        ),
        Misconception(
            "moins_infini",
            with_future_as(-math.inf),
            "Belle idée, elle servira en 4.5 ! Ici, ne note rien pour les lettres d'après.",
            "cachent déjà le futur avec moins l'infini",
            "C'est la méthode de l'exercice 4.5 ; ici la liste s'arrête simplement plus tôt.",
        ),
        Misconception(
            "sans_racine",
            lambda q, signs, p: [dot(q, signs[i]) for i in range(p + 1)],
            "Les bonnes lettres ! Mais il manque la racine : sers-toi de ta fonction score.",
            "recalculent le score sans la racine",
            "La fonction score existe déjà : on la réutilise.",
        ),
        Misconception(
            "premier_seul",
            lambda q, signs, p: [score(q, signs[0])],
            "Un seul score : ton return est peut-être DANS la boucle. Recule-le d'un cran vers la gauche.",
            "ont mis le return dans la boucle",
            "Return veut dire « j'ai fini » : dans la boucle, il l'arrête dès le premier tour.",
        ),
    ),
)
