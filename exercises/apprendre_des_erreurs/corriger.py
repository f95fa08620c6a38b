"""2.4 One small step back: new score = old score − speed × slope."""

from random import Random

from autograder.exercise import Badge, Exercise, Misconception, Property
from engine import loss
from engine.layers import softmax
from exercises.apprendre_des_erreurs.inputs import numbers

GUESSES = (([0.0, 0.0, 0.0], 2), ([2.0, 1.0, -1.0], 2), ([0.1, 0.5, 0.9], 0))


def each(scores, grad, step):
    return [step(s, g) for s, g in zip(scores, grad, strict=True)]


def in_place(scores, grad, vitesse):
    for i in range(len(scores)):
        scores[i] = scores[i] - vitesse * grad[i]
    return scores


def the_loss_falls(*corrected) -> bool:
    return all(
        loss.loss(softmax(after), target) < loss.loss(softmax(before), target)
        for after, (before, target) in zip(corrected, GUESSES, strict=True)
    )


def draw_step(rng: Random):
    size = rng.randint(2, 5)
    return numbers(rng, size, 3), numbers(rng, size, 1), rng.choice((0.01, 0.1, 0.25, 0.5, 2.0))


corriger = Exercise(
    name="corriger",
    title="Corriger un petit peu",
    reference=loss.update,
    draw=draw_step,
    edges=(
        ([1.0, 2.0, 0.0], [0.5, -0.7, 0.2], 0.1),
        ([0.0, 0.0], [0.5, -0.5], 1.0),
        ([3.0, -1.0], [0.25, -0.25], 0.0),
        ([1.0, 1.0, 1.0], [0.2, 0.3, -0.5], 2.0),
        ([2.0, 4.0, 6.0, 8.0], [0.1, 0.2, -0.4, 0.1], 0.5),
    ),
    points=2,
    built="Ta machine sait corriger son tir, un petit peu à la fois.",
    badge=Badge(
        "bonne-vitesse",
        "Bonne vitesse",
        "Je sais corriger une machine, ni trop fort ni trop doucement.",
        "Corrige une machine, ni trop fort ni trop doucement.",
    ),
    hints=(
        "L'écart dit de quel côté on s'est trompé. On part de l'ancien score, et on fait un petit pas de l'autre côté.",
        "Score 1, écart 0.5, vitesse 0.1 : le petit pas vaut 0.1 × 0.5 = 0.05. Le nouveau score est 1 − 0.05 = 0.95.",
        "Regarde le append : `scores[i]`, puis un moins, puis `vitesse * grad[i]`.",
    ),
    properties=(
        Property(
            "un_score_par_lettre",
            lambda args, value: len(value) == len(args[0]),
            "Il faut autant de nouveaux scores que d'anciens.",
        ),
        Property(
            "vitesse_nulle",
            lambda value: all(abs(a - b) < 1e-9 for a, b in zip(value, [1.0, 2.0], strict=True)),
            "Avec une vitesse de 0, aucun score ne doit bouger.",
            on=(([1.0, 2.0], [5.0, -5.0], 0),),
        ),
        Property(
            "la_perte_baisse",
            the_loss_falls,
            "Après une petite correction, la perte doit baisser.",
            on=tuple((list(s), loss.gradient(softmax(s), target), 0.1) for s, target in GUESSES),
        ),
        Property(
            "deux_fois_plus_vite",
            lambda slow, fast: all(abs((f - 1) - 2 * (s - 1)) < 1e-9 for s, f in zip(slow, fast, strict=True)),
            "Avec une vitesse deux fois plus grande, chaque score doit bouger deux fois plus.",
            on=(([1.0, 1.0], [0.4, -0.4], 0.5), ([1.0, 1.0], [0.4, -0.4], 1.0)),
        ),
    ),
    misconceptions=(
        Misconception(
            "monte",
            lambda scores, grad, vitesse: each(scores, grad, lambda s, g: s + vitesse * g),
            "Tu vas dans le mauvais sens : la perte va monter ! On recule : score MOINS vitesse × gradient.",
            "ajoutent la correction au lieu de l'enlever",
            "Le ballon est tombé trop loin ? On tire moins fort : on enlève.",
        ),
        Misconception(
            "oublie_vitesse",
            lambda scores, grad, vitesse: each(scores, grad, lambda s, g: s - g),
            "Tu as oublié vitesse : sans elle, tu corriges trop fort d'un coup.",
            "oublient la vitesse",
            "La vitesse règle la taille du pas ; sans elle, on n'a plus de réglage.",
        ),
        Misconception(
            "oublie_vitesse_et_monte",
            lambda scores, grad, vitesse: each(scores, grad, lambda s, g: s + g),
            "Deux choses à revoir : on recule (MOINS), et on multiplie l'écart par vitesse.",
            "ajoutent le gradient, sans vitesse",
            "Un pas en arrière, et un petit : moins vitesse fois écart.",
        ),
        Misconception(
            "divise",
            lambda scores, grad, vitesse: each(scores, grad, lambda s, g: s - g / vitesse),
            "On multiplie par vitesse, on ne divise pas : petite vitesse = petit pas.",
            "divisent par la vitesse",
            "Petite vitesse, petit pas : on multiplie.",
        ),
        Misconception(
            "divise_par_l_ecart",
            lambda scores, grad, vitesse: each(scores, grad, lambda s, g: s - vitesse / g),
            "Tu divises vitesse par l'écart. On les multiplie : petit écart, petit pas.",
            "divisent la vitesse par l'écart",
            "Si l'écart est petit, on était presque juste : le pas doit être petit.",
        ),
        Misconception(
            "score_fois",
            lambda scores, grad, vitesse: each(scores, grad, lambda s, g: s * (1 - vitesse * g)),
            "Tu multiplies le score. Il faut lui ENLEVER vitesse × gradient.",
            "multiplient le score",
            "On part de l'ancien score et on enlève un petit pas, sans le multiplier.",
        ),
        Misconception(
            "gradient_seul",
            lambda scores, grad, vitesse: each(scores, grad, lambda s, g: -vitesse * g),
            "Tu renvoies la correction toute seule. Pars de l'ancien score et enlève-la.",
            "renvoient la correction sans l'ancien score",
            "On corrige le tir d'avant, on ne repart pas de rien.",
        ),
        Misconception(
            "pas_seul",
            lambda scores, grad, vitesse: each(scores, grad, lambda s, g: vitesse * g),
            "Tu as calculé le petit pas, bravo ! Il reste à l'enlever de l'ancien score.",
            "renvoient le petit pas seul",
            "On corrige le tir d'avant, on ne repart pas de rien.",
        ),
        Misconception(
            "premier_seul",
            lambda scores, grad, vitesse: [scores[0] - vitesse * grad[0], *scores[1:]],
            "Seul le premier score est corrigé. La boucle doit passer sur tous.",
            "corrigent seulement le premier score",
            "Chaque lettre a son score et son écart : la boucle passe sur toutes.",
        ),
        Misconception(
            "return_dans_la_boucle",
            lambda scores, grad, vitesse: [scores[0] - vitesse * grad[0]],
            "Ta liste n'a qu'un score : ton return est peut-être DANS la boucle. Recule-le d'un cran.",
            "ont mis le return dans la boucle",
            "Return veut dire « j'ai fini » : dans la boucle, il l'arrête dès le premier tour.",
        ),
        Misconception(
            "abime",
            in_place,
            "Le calcul est juste, mais tu as changé la liste scores elle-même. Range dans `nouveaux` avec append.",
            "abîment la liste qu'on leur prête",
            "Une liste prêtée se rend comme on l'a reçue : on écrit dans une nouvelle.",
        ),
        Misconception(
            "inchange",
            lambda scores, grad, vitesse: list(scores),
            "Tes scores n'ont pas bougé. Enlève à chacun son petit pas : `vitesse * grad[i]`.",
            "ne changent rien aux scores",
            "Sans correction, le prochain tir tombera au même endroit.",
        ),
        Misconception(
            "tout_enleve",
            lambda scores, grad, vitesse: each(scores, grad, lambda s, g: s - vitesse - g),
            "Tu enlèves la vitesse, puis l'écart. Il faut les MULTIPLIER d'abord : `vitesse * grad[i]`.",
            "enlèvent la vitesse et l'écart l'un après l'autre",
            "La vitesse est une taille de pas : elle multiplie l'écart.",
        ),
        Misconception(
            "vitesse_seule",
            lambda scores, grad, vitesse: each(scores, grad, lambda s, g: s - vitesse),
            "Tu enlèves la même chose à tous les scores. Chacun a son écart : `vitesse * grad[i]`.",
            "enlèvent seulement la vitesse",
            "La boîte grad dit de quel côté bouger ; sans elle, tout bouge pareil.",
        ),
        Misconception(
            "parenthese_gauche",
            lambda scores, grad, vitesse: each(scores, grad, lambda s, g: (s - vitesse) * g),
            "Tes parenthèses prennent la soustraction d'abord. Multiplie d'abord : `vitesse * grad[i]`.",
            "soustraient avant de multiplier",
            "D'abord le petit pas, vitesse fois écart ; ensuite on l'enlève.",
        ),
        Misconception(
            "parenthese_droite",
            lambda scores, grad, vitesse: each(scores, grad, lambda s, g: vitesse * (s - g)),
            "Tu multiplies tout par vitesse, même l'ancien score. Seul l'écart est multiplié : `vitesse * grad[i]`.",
            "multiplient aussi l'ancien score par la vitesse",
            "L'ancien score reste entier ; seul le pas est réduit par la vitesse.",
        ),
        Misconception(
            "a_l_envers",
            lambda scores, grad, vitesse: each(scores, grad, lambda s, g: vitesse * g - s),
            "Ta soustraction est à l'envers : l'ancien score d'abord, MOINS le petit pas.",
            "font la soustraction à l'envers",
            "On part de l'ancien score, puis on enlève.",
        ),
        Misconception(
            "roles_echanges",
            lambda scores, grad, vitesse: each(scores, grad, lambda s, g: g - vitesse * s),
            "Tu as échangé scores et grad. On part du score, et c'est l'écart qui est multiplié par vitesse.",
            "échangent scores et grad",
            "C'est le score qu'on corrige, avec l'écart.",
        ),
        Misconception(
            "premier_ecart",
            lambda scores, grad, vitesse: [s - vitesse * grad[0] for s in scores],
            "Tu utilises toujours le premier écart. Chaque score a le sien : `grad[i]`.",
            "utilisent toujours le premier écart",
            "La case i du score va avec la case i de l'écart.",
        ),
        Misconception(
            "premier_score",
            lambda scores, grad, vitesse: [scores[0] - vitesse * g for g in grad],
            "Tu repars toujours du premier score. Chacun repart du sien : `scores[i]`.",
            "repartent toujours du premier score",
            "La case i du score va avec la case i de l'écart.",
        ),
    ),
)
