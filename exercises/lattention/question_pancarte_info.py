"""4.1 ★ Each letter prepares its question, its sign and its information: three filters of one card."""

from random import Random

from autograder.compare import close
from autograder.exercise import Exercise, Misconception, Property
from engine import attention
from engine.layers import linear as filtered
from exercises.lattention.classroom import CARDS, WK, WQ, WV, matrix, vector

IDENTITY = [[1, 0], [0, 1]]
SWAP = [[0, 1], [1, 0]]
DOUBLE = [[2, 0], [0, 2]]


def draw_filters(rng: Random):
    size = rng.randint(2, 4)
    return vector(rng, size), *(matrix(rng, size, size) for _ in range(3))


def each_from_the_one_before(x, q, k, v):
    question = filtered(q, x)
    sign = filtered(k, question)
    return question, sign, filtered(v, sign)


def both_from_the_question(x, q, k, v):
    question = filtered(q, x)
    return question, filtered(k, question), filtered(v, question)


def three_names_for_one_list(x, q, k, v):
    question = filtered(q, x)
    return question, question, question


def info_is_the_sign(x, q, k, v):
    sign = filtered(k, x)
    return filtered(q, x), sign, sign


def info_from_the_sign(x, q, k, v):
    return filtered(q, x), filtered(k, x), filtered(v, filtered(k, x))


question_pancarte_info = Exercise(
    name="question_pancarte_info",
    title="Question, pancarte, info",
    reference=attention.qkv,
    draw=draw_filters,
    edges=(
        ([1, 2], IDENTITY, SWAP, DOUBLE),
        ([3, 1], [[1, 1], [0, 2]], [[2, 0], [1, 1]], [[0, 3], [1, 0]]),
        (CARDS[3], WQ, WK, WV),
        ([0.5, -1.0, 2.0], [[1, 0, 2], [0, 1, 1], [3, 0, 0]], [[0, 1, 0], [2, 0, 1], [1, 1, 0]], [[1, 2, 3]] * 3),
    ),
    points=2,
    bonus=True,
    built="Chaque lettre sait maintenant poser sa question, lever sa pancarte et préparer son info.",
    hints=(
        "Un filtre transforme une fiche en une autre fiche. "
        "La même fiche x passe dans trois filtres, et donne trois choses.",
        "Avec x = [1, 2] et un filtre qui double tout, [[2, 0], [0, 2]], on obtient [2, 4].",
        "Regarde la ligne de q : `filtre(Wq, x)`. Celle de k fait pareil avec le filtre des pancartes, `Wk`.",
    ),
    properties=(
        Property(
            "filtre_qui_recopie",
            lambda value: close(value[0], [1, 2]),
            "Avec un filtre qui recopie tout, la question doit être la fiche elle-même.",
            on=(([1, 2], IDENTITY, SWAP, DOUBLE),),
        ),
        Property(
            "chacun_son_filtre",
            lambda one, other: close(one[:2], other[:2]) and not close(one[2], other[2]),
            "Si on change le filtre Wv, seule l'info doit changer.",
            on=(([1, 2], IDENTITY, SWAP, DOUBLE), ([1, 2], IDENTITY, SWAP, IDENTITY)),
        ),
    ),
    misconceptions=(
        Misconception(
            "meme_filtre",
            lambda x, q, k, v: (filtered(q, x), filtered(q, x), filtered(q, x)),
            "Tu utilises le même filtre trois fois. Question, pancarte et info ont chacune le leur : Wq, Wk, Wv.",
            "utilisent le même filtre trois fois",
            "Trois rôles, trois filtres : Wq pour la question, Wk pour la pancarte, Wv pour l'info.",
        ),
        Misconception(
            "echange_kv",
            lambda x, q, k, v: (filtered(q, x), filtered(v, x), filtered(k, x)),
            "Tu as échangé la pancarte (K) et l'info (V). L'ordre est : Q, K, V.",
            "échangent la pancarte et l'info",
            "L'ordre est toujours question, pancarte, info : Q, K, V.",
        ),
        Misconception(
            "enchaine",
            each_from_the_one_before,
            "Tu passes le résultat d'un filtre dans le suivant. Chaque filtre part de x, la fiche de la lettre.",
            "enchaînent les filtres",
            "Les trois filtres ne se suivent pas : chacun repart de la fiche x.",
        ),
        Misconception(
            "sans_filtre",
            lambda x, q, k, v: (x, x, x),
            "Tu renvoies la fiche sans la filtrer. Utilise `filtre(Wq, x)`, puis fais pareil avec Wk et Wv.",
            "renvoient la fiche sans la filtrer",
            "La fiche dit qui je suis ; le filtre en fait une question, une pancarte ou une info.",
        ),
        Misconception(
            "liste",
            lambda x, q, k, v: [filtered(q, x), filtered(k, x), filtered(v, x)],
            "Presque ! Renvoie les trois séparés par des virgules : `return q, k, v`.",
            "rangent les trois réponses dans une liste",
            "Ici on rend trois choses côte à côte, avec des virgules et sans crochets.",
        ),
        Misconception(
            "pancarte_deux_fois",
            lambda x, q, k, v: (filtered(q, x), filtered(k, x), filtered(k, x)),
            "Ta pancarte est juste ! Mais ton info passe par le même filtre. L'info a le sien : Wv.",
            "utilisent Wk pour l'info aussi",
            "La pancarte sert à être trouvée, l'info est ce qu'on donne : deux filtres différents.",
        ),
        Misconception(
            "tout_egal_a_q",
            three_names_for_one_list,
            "Ta pancarte et ton info sont une copie de la question. Chacune a son filtre : Wk, puis Wv.",
            "recopient la question",
            "Trois rôles, trois filtres : Wq pour la question, Wk pour la pancarte, Wv pour l'info.",
        ),
        Misconception(
            "v_egal_k",
            info_is_the_sign,
            "Ta pancarte est juste ! Mais ton info en est une copie. L'info a son filtre à elle : Wv.",
            "recopient la pancarte pour faire l'info",
            "La pancarte sert à être trouvée, l'info est ce qu'on donne : deux filtres différents.",
        ),
        Misconception(
            "question_deux_fois",
            lambda x, q, k, v: (filtered(q, x), filtered(q, x), filtered(v, x)),
            "Ton info est juste ! Mais ta pancarte passe par le filtre de la question. La pancarte a le sien : Wk.",
            "utilisent Wq pour la pancarte aussi",
            "Ce que je cherche et ce que je montre ne sont pas la même chose : deux filtres.",
        ),
        Misconception(
            "depuis_la_question",
            both_from_the_question,
            "Tu filtres la question q. La pancarte et l'info partent aussi de x, la fiche de la lettre.",
            "filtrent la question au lieu de la fiche",
            "Les trois filtres partent de la même fiche x.",
        ),
        Misconception(
            "info_depuis_la_pancarte",
            info_from_the_sign,
            "Ta pancarte est juste ! L'info part de x, elle aussi, pas de la pancarte k.",
            "filtrent la pancarte pour faire l'info",
            "L'info vient de la fiche x, comme la question et la pancarte.",
        ),
        Misconception(
            "fiche_nue",
            lambda x, q, k, v: (filtered(q, x), x, x),
            "Ta pancarte et ton info sont la fiche toute nue. Passe-la dans leurs filtres : Wk, puis Wv.",
            "oublient le filtre de la pancarte et de l'info",
            "Une pancarte, c'est la fiche après son filtre ; l'info aussi.",
        ),
        Misconception(
            "filtres_nus",
            lambda x, q, k, v: (filtered(q, x), k, v),
            "Tu renvoies les filtres eux-mêmes. Un filtre est une machine : donne-lui x avec `filtre(Wk, x)`.",
            "renvoient les filtres au lieu de s'en servir",
            "Le filtre est la machine ; il faut y faire passer la fiche.",
        ),
        Misconception(
            "question_seule",
            lambda x, q, k, v: filtered(q, x),
            "Tu ne renvoies que la question. Il faut les trois : `return q, k, v`.",
            "ne renvoient que la question",
            "Chaque élève prépare trois choses ; la fonction les rend toutes les trois.",
        ),
        Misconception(
            "bout_a_bout",
            lambda x, q, k, v: filtered(q, x) + filtered(k, x) + filtered(v, x),
            "Tu as collé les trois listes bout à bout. Sépare-les par des virgules : `return q, k, v`.",
            "collent les trois listes bout à bout",
            "Avec plus, les listes se collent ; avec des virgules, elles restent trois.",
        ),
        Misconception(
            "ordre_kqv",
            lambda x, q, k, v: (filtered(k, x), filtered(q, x), filtered(v, x)),
            "Tu as échangé la question (Q) et la pancarte (K). L'ordre est : Q, K, V.",
            "échangent la question et la pancarte",
            "D'abord ce que je cherche, ensuite ce que je montre, enfin ce que je donne.",
        ),
    ),
)
