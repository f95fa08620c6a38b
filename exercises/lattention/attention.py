"""4.7 One whole attention head over a word, built from the exercises before it."""

from random import Random

from autograder.compare import close
from autograder.exercise import Badge, Exercise, Misconception, Property
from engine import attention as engine
from engine.layers import dot, linear, softmax
from exercises.lattention.classroom import CHAT, matrix
from exercises.lattention.wrong_heads import (
    asked,
    first_info_always,
    head,
    only_oneself,
    right_weights,
    shortcut_already,
    zeros_for_the_future,
)


def draw_word(rng: Random):
    letters, size = rng.randint(2, 4), rng.randint(2, 4)
    return matrix(rng, letters, size), *(matrix(rng, size, size) for _ in range(3))


IDENTITY = [[1, 0], [0, 1]]
TWO_LETTERS = ([[1, 0], [2, 3]], IDENTITY, [[0, 1], [1, 1]], [[2, 0], [1, 4]])
FOUR = (
    [[1.0, 0.0, 0.5, -0.3], [0.2, 0.8, -0.1, 0.5], [0.5, 0.3, 0.9, 0.1], [-0.3, 0.6, 0.2, 0.8]],
    [[0.5, 1.0, 0.0, -1.0], [1.0, 0.0, 0.3, 0.0], [0.0, 0.7, 1.0, 0.2], [-0.4, 0.1, 0.0, 1.0]],
    [[1.0, 0.2, 0.0, 0.0], [0.0, -1.0, 0.4, 0.0], [0.3, 0.0, 1.0, 0.6], [0.0, 0.5, 0.0, 0.9]],
    [[2.0, 0.0, 1.0, 0.0], [0.0, 3.0, 0.0, -1.0], [1.0, 0.0, -2.0, 0.0], [0.0, 1.0, 0.0, 4.0]],
)
LAST_CHANGED = ([*FOUR[0][:3], [9.0, -9.0, 9.0, -9.0]], *FOUR[1:])

attention = Exercise(
    name="attention",
    title="L’attention au complet",
    reference=engine.causal_attention,
    draw=draw_word,
    edges=(
        TWO_LETTERS,
        ([[1, 0], [0, 1], [1, 1]], [[1, 2], [0, 1]], [[1, 0], [1, 1]], [[3, 0], [0, 5]]),
        CHAT,
        FOUR,
    ),
    points=4,
    built="Chaque lettre écoute celles d'avant, plus ou moins fort : c'est le cœur de ChatGPT.",
    badge=Badge(
        "chef-d-orchestre",
        "Chef d’orchestre de l’attention",
        "Je sais choisir quelle lettre écoute quelle lettre.",
        "Choisis quelle lettre écoute quelle lettre.",
    ),
    hints=(
        "Pour chaque lettre : d'abord les scores de sa question avec les pancartes qu'elle voit, "
        "ensuite softmax, enfin le mélange des infos.",
        "La première lettre ne voit qu'elle-même : son seul poids vaut 1, et elle récupère sa propre info.",
        "Regarde les deux trous : dans softmax, `scores_visibles(Q[i], K, i)` ; dans melanger, les infos V.",
    ),
    properties=(
        Property(
            "une_sortie_par_lettre",
            lambda args, value: len(value) == len(args[0]),
            "Il faut une sortie pour chaque lettre du mot.",
        ),
        Property(
            "premiere_lettre",
            lambda args, value: close(value[0], linear(args[3], args[0][0])),
            "La première lettre ne voit qu'elle-même : sa sortie doit être sa propre info.",
        ),
        Property(
            "futur_sans_effet",
            lambda one, other: close(one[:3], other[:3]),
            "Si on change la dernière lettre, la sortie des trois premières ne doit pas bouger.",
            on=(FOUR, LAST_CHANGED),
        ),
        Property(
            "poids_a_1",
            lambda value: all(close(row[0], 1) for row in value),
            "Les poids d'une lettre doivent faire 1 au total. Chez toi, il en manque, ou il y en a trop.",
            on=(([[1, 0], [1, 2], [1, 1]], IDENTITY, IDENTITY, IDENTITY),),
        ),
    ),
    misconceptions=(
        Misconception(
            "futur",
            head(lambda q, k, v, i, xs: asked(q[i], k, len(k) - 1)),
            "Le « c » de chat connaît déjà le « t » : il voit le futur ! "
            "Chaque lettre ne regarde que celles d'avant et elle-même.",
            "laissent voir le futur",
            "Si le c voit le t, il n'a plus rien à deviner.",
        ),
        Misconception(
            "sans_racine",
            head(lambda q, k, v, i, xs: softmax([dot(q[i], k[j]) for j in range(i + 1)])),
            "Il manque la racine dans le score. Sers-toi de ta fonction `score`, ou de `scores_visibles`.",
            "oublient la racine dans le score",
            "La fonction score divise déjà par la racine : on la réutilise.",
        ),
        Misconception(
            "masque_apres",
            head(lambda q, k, v, i, xs: asked(q[i], k, len(k) - 1)[: i + 1]),
            "Tu caches le futur APRÈS softmax : les poids ne font plus 1. Cache avant.",
            "cachent le futur après softmax",
            "On ferme la porte avant de partager le gâteau, pas après.",
        ),
        Misconception(
            "masque_zero",
            head(zeros_for_the_future),
            "Tu caches avec 0 au lieu de moins l'infini : le futur garde une part.",
            "cachent le futur avec 0",
            "Pour softmax, 0 est un score comme un autre : exp(0) vaut 1.",
        ),
        Misconception(
            "fiche",
            head(right_weights, lambda q, k, v, xs: xs),
            "Tu mélanges les fiches de départ. On récupère les INFOS (V).",
            "mélangent les fiches au lieu des infos",
            "Une fois qu'on sait qui écouter, on prend son info : V.",
        ),
        Misconception(
            "melange_pancartes",
            head(right_weights, lambda q, k, v, xs: k),
            "Tu mélanges les pancartes. Elles servent à choisir qui écouter. Ce qu'on récupère, ce sont les INFOS (V).",
            "mélangent les pancartes au lieu des infos",
            "La pancarte sert à être trouvée, l'info est ce qu'on emporte.",
        ),
        Misconception(
            "melange_questions",
            head(right_weights, lambda q, k, v, xs: q),
            "Tu mélanges les questions. Ce qu'on récupère, ce sont les INFOS (V).",
            "mélangent les questions au lieu des infos",
            "On a posé la question ; maintenant, on emporte les infos.",
        ),
        Misconception(
            "dernier",
            lambda *args: engine.causal_attention(*args)[-1],
            "Tu ne renvoies que la dernière lettre. Il faut une sortie pour chaque lettre de chat.",
            "ne renvoient que la dernière lettre",
            "Chaque lettre fait son mélange : autant de sorties que de lettres.",
        ),
        Misconception(
            "premiere_seule",
            lambda *args: engine.causal_attention(*args)[:1],
            "Tu n'as que la première lettre : ton return est peut-être DANS la boucle. Recule-le vers la gauche.",
            "ont mis le return dans la boucle",
            "Return veut dire « j'ai fini » : dans la boucle, il l'arrête dès le premier tour.",
        ),
        Misconception(
            "plus_x",
            shortcut_already,
            "Tu as déjà ajouté la fiche de départ. Ce raccourci viendra en leçon 5.",
            "ajoutent déjà la fiche de départ",
            "Le raccourci est une bonne idée : il arrive en leçon 5.",
        ),
        Misconception(
            "derniere_question",
            head(lambda q, k, v, i, xs: asked(q[-1], k, i)),
            "Toutes tes lettres posent la question de la dernière. Chaque lettre a la sienne : `Q[i]`, pas q.",
            "utilisent q au lieu de Q[i]",
            "Après la première boucle, la boîte q garde la question de la dernière lettre.",
        ),
        Misconception(
            "premiere_question",
            head(lambda q, k, v, i, xs: asked(q[0], k, i)),
            "Toutes tes lettres posent la question de la première. Chaque lettre a la sienne : `Q[i]`.",
            "utilisent toujours la première question",
            "Chacun son tour : la lettre i pose la question Q[i].",
        ),
        Misconception(
            "echange_qk",
            head(lambda q, k, v, i, xs: asked(k[i], q, i)),
            "Tu as échangé questions et pancartes. La lettre i pose SA question, `Q[i]`, aux pancartes K.",
            "échangent questions et pancartes",
            "C'est ma question, et ce sont les pancartes des autres.",
        ),
        Misconception(
            "compare_aux_infos",
            head(lambda q, k, v, i, xs: asked(q[i], v, i)),
            "Tu compares la question avec les infos. Pour choisir qui écouter, on lit les pancartes : K.",
            "comparent la question aux infos",
            "On lit la pancarte d'abord ; l'info vient ensuite, dans le mélange.",
        ),
        Misconception(
            "compare_aux_questions",
            head(lambda q, k, v, i, xs: asked(q[i], q, i)),
            "Tu compares la question avec d'autres questions. Compare-la avec les pancartes : K.",
            "comparent les questions entre elles",
            "Une question cherche une réponse : elle lit les pancartes.",
        ),
        Misconception(
            "compare_les_pancartes",
            head(lambda q, k, v, i, xs: asked(k[i], k, i)),
            "Tu compares les pancartes entre elles. C'est la question de la lettre, `Q[i]`, qui lit les pancartes K.",
            "comparent les pancartes entre elles",
            "Une pancarte ne cherche rien : c'est la question qui lit les pancartes.",
        ),
        Misconception(
            "question_aux_fiches",
            head(lambda q, k, v, i, xs: asked(q[i], xs, i)),
            "Tu compares la question avec les fiches. Elles ont été changées en pancartes : donne K.",
            "comparent la question aux fiches",
            "Le filtre Wk a fait des pancartes : on s'en sert.",
        ),
        Misconception(
            "fiche_aux_pancartes",
            head(lambda q, k, v, i, xs: asked(xs[i], k, i)),
            "Tu compares la fiche avec les pancartes. La lettre i a une question toute prête : `Q[i]`.",
            "utilisent la fiche au lieu de la question",
            "Le filtre Wq a fait des questions : on s'en sert.",
        ),
        Misconception(
            "fiches_brutes",
            head(lambda q, k, v, i, xs: asked(xs[i], xs, i)),
            "Tu compares les fiches de départ. Utilise la question `Q[i]` et les pancartes K, déjà préparées.",
            "comparent les fiches de départ",
            "Les filtres ont préparé questions et pancartes : on s'en sert.",
        ),
        Misconception(
            "s_oublie",
            head(lambda q, k, v, i, xs: asked(q[i], k, i - 1)),
            "Une lettre s'écoute aussi elle-même : donne la place i, pas i - 1.",
            "oublient la lettre elle-même",
            "La première lettre n'a qu'elle-même à écouter.",
        ),
        Misconception(
            "sans_softmax",
            head(lambda q, k, v, i, xs: engine.visible_scores(q[i], k, i)),
            "Tu mélanges avec les scores. Passe-les d'abord dans softmax, pour en faire des poids.",
            "oublient softmax",
            "Un score peut être négatif ou énorme ; softmax en fait des parts de gâteau.",
        ),
        Misconception(
            "egalite",
            head(lambda q, k, v, i, xs: [1 / (i + 1)] * (i + 1)),
            "Tu écoutes toutes les lettres à égalité. Ce sont les scores qui disent qui écouter.",
            "écoutent toutes les lettres à égalité",
            "Sans les scores, la question et la pancarte ne servent à rien.",
        ),
        Misconception(
            "que_soi",
            only_oneself,
            "Chaque lettre n'écoute qu'elle-même. Elle doit aussi écouter celles d'avant.",
            "n'écoutent que leur propre lettre",
            "L'attention sert à écouter les autres.",
        ),
        Misconception(
            "premiere_info",
            first_info_always,
            "Toutes tes lettres récupèrent l'info de la première. Il faut un poids pour chaque lettre visible.",
            "récupèrent toujours l'info de la première lettre",
            "Autant de poids que de lettres visibles, dans le même ordre que les infos.",
        ),
    ),
)
