"""7.1 Read one more letter: prepare it, note it, listen to all the notes."""

import copy

from autograder.exercise import Badge, Exercise, Misconception, Property
from engine import attention as engine
from exercises.une_memoire_eclair.reading import drawn_reading, heard, mixed, read_letter


def variant(note, answer):
    """A wrong reading: what is noted in the memory, then what is answered. Both are given (q, k, v, card, memory)."""

    def wrong(fiche, Wq, Wk, Wv, memoire):
        q, k, v = engine.qkv(fiche, Wq, Wk, Wv)
        note(q, k, v, fiche, memoire)
        return answer(q, k, v, fiche, memoire)

    return wrong


def noting(sign=None, info=None):
    """Notes `sign(q, k, v, card)` among the signs and `info(…)` among the informations; None notes nothing."""

    def note(q, k, v, card, memory):
        if sign:
            memory["pancartes"].append(sign(q, k, v, card))
        if info:
            memory["infos"].append(info(q, k, v, card))

    return note


right_note = noting(lambda q, k, v, card: k, lambda q, k, v, card: v)


def right_answer(q, k, v, card, memory):
    return mixed(heard(q, memory["pancartes"]), memory["infos"])


def starts_again(q, k, v, card, memory):
    memory["pancartes"], memory["infos"] = [k], [v]


def note_in_front(q, k, v, card, memory):
    memory["pancartes"].insert(0, k)
    memory["infos"].insert(0, v)


def on_a_photocopy(fiche, Wq, Wk, Wv, memoire):
    return read_letter(fiche, Wq, Wk, Wv, copy.deepcopy(memoire))


def listens_before_noting(fiche, Wq, Wk, Wv, memoire):
    q, k, v = engine.qkv(fiche, Wq, Wk, Wv)
    heard_before = mixed(heard(q, memoire["pancartes"]), memoire["infos"])
    right_note(q, k, v, fiche, memoire)
    return heard_before


def raw_scores(q, k, v, card, memory):
    return mixed([engine.attention_score(q, sign) for sign in memory["pancartes"]], memory["infos"])


def empty_memory():
    return {"pancartes": [], "infos": []}


IDENTITY = [[1, 0], [0, 1]]
DOUBLE, SWAP = [[2, 0], [0, 3]], [[0, 1], [1, 0]]
TWO_READ = {"pancartes": [[1.0, 0.0], [0.5, -1.0]], "infos": [[4.0, 1.0], [-2.0, 3.0]]}
ONE_READ = {"pancartes": [[0.0, 1.0]], "infos": [[10.0, 0.0]]}
OTHER_NOTE = {"pancartes": [[0.0, 1.0]], "infos": [[-10.0, 5.0]]}
THREE_CELLS = (
    [1.0, -0.5, 2.0],
    [[1, 0, 1], [0, 2, 0], [0.5, 0, 1]],
    [[0, 1, 0], [1, 0, 0], [0, 0, 1]],
    [[3, 0, 0], [0, 1, 1], [1, 0, 2]],
    {"pancartes": [[0.2, 1.0, -1.0], [1.0, 0.0, 0.5]], "infos": [[1.0, 2.0, 3.0], [0.0, -4.0, 1.0]]},
)

attention_eclair = Exercise(
    name="attention_eclair",
    title="Lire une lettre, avec des notes",
    reference=read_letter,
    draw=drawn_reading,
    edges=(
        ([1.0, 2.0], IDENTITY, SWAP, DOUBLE, ONE_READ),
        ([1.0, 2.0], IDENTITY, SWAP, DOUBLE, empty_memory()),
        ([0.5, -1.0], DOUBLE, IDENTITY, SWAP, TWO_READ),
        THREE_CELLS,
    ),
    points=4,
    built="Ton modèle lit une nouvelle lettre sans relire les anciennes : il a pris des notes.",
    badge=Badge(
        "memoire-eclair",
        "Mémoire éclair",
        "Je sais garder ce qui est déjà calculé, au lieu de tout refaire.",
        "Garde ce qui est déjà calculé, au lieu de tout refaire.",
    ),
    hints=(
        "D'abord tu prépares la nouvelle lettre, ensuite tu la notes, enfin tu écoutes toutes les lettres notées.",
        "Mémoire vide ? Après avoir noté, il n'y a qu'une pancarte. Son poids vaut 1 : la sortie est sa propre info.",
        'Regarde les deux trous : on note `info`, et la boucle lit chaque pancarte de `memoire["pancartes"]`.',
    ),
    properties=(
        Property(
            "premiere_lettre",
            lambda value: all(abs(got - want) < 1e-9 for got, want in zip(value, [2.0, 6.0], strict=True)),
            "Quand la mémoire est vide, la lettre n'écoute qu'elle-même : la sortie doit être sa propre info.",
            on=(([1.0, 2.0], IDENTITY, SWAP, DOUBLE, empty_memory()),),
        ),
        Property(
            "les_notes_comptent",
            lambda one, other: all(abs(a - b) > 1e-6 for a, b in zip(one, other, strict=True)),
            "Si une info déjà notée change, la sortie doit changer aussi : on écoute toutes les notes.",
            on=(
                ([1.0, 2.0], IDENTITY, SWAP, DOUBLE, ONE_READ),
                ([1.0, 2.0], IDENTITY, SWAP, DOUBLE, OTHER_NOTE),
            ),
        ),
        Property(
            "une_sortie_par_case",
            lambda args, value: len(value) == len(args[0]),
            "La sortie doit avoir autant de cases que la fiche.",
        ),
    ),
    misconceptions=(
        Misconception(
            "ne_note_rien",
            variant(noting(), right_answer),
            "Tu n'as rien noté : au premier tour, la mémoire est vide. Ajoute la pancarte et l'info avant d'écouter.",
            "oublient de noter la nouvelle lettre",
            "Sans note, la lettre suivante ne saura jamais que celle-ci a existé.",
        ),
        Misconception(
            "oublie_la_pancarte",
            variant(noting(info=lambda q, k, v, card: v), right_answer),
            "Tu notes l'info, mais pas la pancarte. Il faut les deux, sinon on ne saura pas qui écouter.",
            "notent l'info sans la pancarte",
            "La pancarte sert à être trouvé, l'info à être entendu : on note les deux.",
        ),
        Misconception(
            "oublie_l_info",
            variant(noting(sign=lambda q, k, v, card: k), right_answer),
            "Tu notes la pancarte, mais pas l'info. Il faut les deux, sinon il n'y a rien à écouter.",
            "notent la pancarte sans l'info",
            "La pancarte sert à être trouvé, l'info à être entendu : on note les deux.",
        ),
        Misconception(
            "echange",
            variant(noting(lambda q, k, v, card: v, lambda q, k, v, card: k), right_answer),
            "Tu as échangé les deux notes : la pancarte va avec les pancartes, l'info avec les infos.",
            "échangent pancarte et info",
            "Deux tas séparés : les pancartes d'un côté, les infos de l'autre.",
        ),
        Misconception(
            "note_la_question",
            variant(noting(lambda q, k, v, card: q, lambda q, k, v, card: v), right_answer),
            "Tu notes la question au lieu de la pancarte. La question ne sert qu'une fois : elle ne se garde pas.",
            "notent la question au lieu de la pancarte",
            "La question ne sert qu'à la lettre qui la pose ; les suivantes liront sa pancarte.",
        ),
        Misconception(
            "note_la_question_en_info",
            variant(noting(lambda q, k, v, card: k, lambda q, k, v, card: q), right_answer),
            "Tu notes la question parmi les infos. Ce qu'on écoutera plus tard, c'est `info`.",
            "notent la question parmi les infos",
            "La question cherche, l'info répond : on garde la réponse.",
        ),
        Misconception(
            "note_la_fiche",
            variant(noting(lambda q, k, v, card: k, lambda q, k, v, card: list(card)), right_answer),
            "Tu notes la fiche de départ parmi les infos. Note `info` : la fiche passée par le filtre Wv.",
            "notent la fiche au lieu de l'info",
            "Si on garde la fiche, il faudra refaire le filtre à chaque tour : on n'a rien gagné.",
        ),
        Misconception(
            "info_est_la_pancarte",
            variant(noting(lambda q, k, v, card: k, lambda q, k, v, card: k), right_answer),
            "Tu notes la pancarte deux fois. Parmi les infos, note `info`.",
            "notent la pancarte dans les deux tas",
            "Ce que la lettre montre n'est pas ce qu'elle dit.",
        ),
        Misconception(
            "efface",
            variant(starts_again, right_answer),
            "Tu remplaces les notes d'avant. Ajoute à la liste avec append, pour ne rien oublier.",
            "effacent les notes d'avant",
            "On écrit à la suite, on ne change pas de cahier à chaque lettre.",
        ),
        Misconception(
            "photocopie",
            on_a_photocopy,
            "Le calcul est juste, mais tes notes disparaissent : tu as écrit sur une copie. "
            "Écris dans la vraie `memoire`.",
            "écrivent sur une copie de la mémoire",
            "Cette fois, on a le droit d'écrire dans la boîte prêtée : c'est même son rôle.",
        ),
        Misconception(
            "note_trop_tard",
            listens_before_noting,
            "Tu écoutes avant de noter. Une lettre s'écoute aussi elle-même : note d'abord.",
            "notent après avoir écouté",
            "La première lettre n'a qu'elle-même à écouter : il faut qu'elle soit déjà notée.",
        ),
        Misconception(
            "note_devant",
            variant(note_in_front, right_answer),
            "La sortie est juste ! Mais note à la fin, avec append : les lettres restent dans l'ordre du mot.",
            "notent au début de la liste",
            "Dans un cahier, on écrit à la suite.",
        ),
        Misconception(
            "nouvelle_seule",
            variant(right_note, lambda q, k, v, card, memory: mixed([1.0], memory["infos"])),
            "Tu ne lis qu'une pancarte. La boucle doit passer sur toutes celles de la mémoire.",
            "ne comparent qu'à une seule pancarte",
            "À quoi bon des notes si on ne les relit pas ?",
        ),
        Misconception(
            "info_seule",
            variant(right_note, lambda q, k, v, card, memory: v),
            "Tu renvoies l'info de la nouvelle lettre. Mélange-la avec celles des lettres d'avant.",
            "renvoient la nouvelle info sans mélanger",
            "L'attention, c'est écouter les autres aussi.",
        ),
        Misconception(
            "sans_softmax",
            variant(right_note, raw_scores),
            "Tu mélanges avec les scores. Passe-les dans softmax, pour en faire des poids.",
            "oublient softmax",
            "Un score peut être négatif ; softmax en fait des parts de gâteau.",
        ),
        Misconception(
            "melange_les_pancartes",
            variant(
                right_note, lambda q, k, v, card, memory: mixed(heard(q, memory["pancartes"]), memory["pancartes"])
            ),
            "Tu mélanges les pancartes. Elles disent qui écouter ; ce qu'on écoute, ce sont les infos.",
            "mélangent les pancartes",
            "La pancarte sert à être trouvée, l'info est ce qu'on emporte.",
        ),
        Misconception(
            "compare_aux_infos",
            variant(right_note, lambda q, k, v, card, memory: mixed(heard(q, memory["infos"]), memory["infos"])),
            "Tu compares la question avec les infos. Pour choisir qui écouter, on lit les pancartes.",
            "comparent la question aux infos",
            "On lit la pancarte d'abord ; l'info vient ensuite, dans le mélange.",
        ),
        Misconception(
            "rend_la_memoire",
            variant(right_note, lambda q, k, v, card, memory: copy.deepcopy(memory)),
            "Tu renvoies la mémoire. Elle est déjà à jour ; renvoie le mélange des infos.",
            "renvoient la mémoire",
            "Les notes restent dans le cahier ; la réponse, c'est ce qu'on a entendu.",
        ),
        Misconception(
            "rend_les_poids",
            variant(right_note, lambda q, k, v, card, memory: heard(q, memory["pancartes"])),
            "Tu renvoies les poids. Il reste à mélanger les infos : `melanger(poids, infos)`.",
            "renvoient les poids",
            "On sait qui écouter ; il reste à écouter.",
        ),
    ),
)
