"""9.2 Make a drawn letter more probable when it did well, less when it did badly."""

from random import Random

from autograder.exercise import Badge, Exercise, Misconception, Property
from engine import loss
from engine.layers import softmax


def rewarded(scores: list[float], letter: int, advantage: float, rate: float) -> list[float]:
    """One step of REINFORCE on one page: the usual correction toward the letter drawn, times its advantage.

    >>> rewarded([0.0, 0.0], 1, 2.0, 0.5)
    [-0.5, 0.5]
    """
    return loss.update(scores, loss.gradient(softmax(scores), letter), rate * advantage)


def corrected(length, letter=lambda scores, drawn: drawn, probas=softmax):
    """The same with another length of step, another letter, or something else than the shares of the cake."""

    def wrong(scores, lettre, avantage, vitesse):
        slopes = loss.gradient(probas(scores), letter(scores, lettre))
        return loss.update(scores, slopes, length(vitesse, avantage))

    return wrong


def favourite(scores, drawn):
    return scores.index(max(scores))


def sign(number):
    return (number > 0) - (number < 0)


def drawn_letter_only(scores, lettre, avantage, vitesse):
    return [score + vitesse * avantage * (i == lettre) for i, score in enumerate(scores)]


def as_shares(scores, lettre, avantage, vitesse):
    return softmax(rewarded(scores, lettre, avantage, vitesse))


def slopes_only(scores, lettre, avantage, vitesse):
    return loss.gradient(softmax(scores), lettre)


def in_place(scores, lettre, avantage, vitesse):
    scores[:] = rewarded(scores, lettre, avantage, vitesse)
    return scores


def draw_reward(rng: Random):
    scores = [round(rng.uniform(-2, 2), 1) for _ in range(rng.randint(2, 5))]
    advantage = rng.choice((-1, 1)) * rng.randint(1, 30) / 10
    return scores, rng.randrange(len(scores)), advantage, rng.choice((0.1, 0.25, 0.5, 2.0))


def share_moves(way):
    """The share of letter 1 in [0, 0, 1] goes this way."""
    return lambda value: (softmax(value)[1] - softmax([0.0, 0.0, 1.0])[1]) * way > 0


recompenser = Exercise(
    name="recompenser",
    title="Encourager, décourager",
    reference=rewarded,
    draw=draw_reward,
    edges=(
        ([0.0, 0.0, 1.0], 1, 2.0, 0.5),
        ([0.0, 0.0, 1.0], 1, -2.0, 0.5),
        ([0.0, 0.0, 1.0], 2, 1.5, 0.1),
        ([0.5, -1.0, 2.0, 0.0], 3, 0.25, 2.0),
        ([1.0, 1.0], 0, 0.0, 1.0),
        ([0.2, 0.7, 0.1], 0, -3.0, 0.25),
    ),
    points=4,
    built="Ta machine sait encourager ce qui plaît, et décourager le reste : c'est le cœur du dressage.",
    badge=Badge(
        "dresseur-de-modele",
        "Dresseur de modèle",
        "Je sais rendre plus probable ce qu'on récompense.",
        "Rends plus probable ce qu'on récompense.",
    ),
    hints=(
        "C'est la correction de la leçon 2 : on fait comme si la lettre tirée était la bonne. L'avantage dit combien.",
        "Avantage 0 : rien ne bouge. Avantage 2 : un pas deux fois plus grand. Avantage négatif : un pas en arrière.",
        "Regarde les deux trous : l'écart se calcule avec `lettre`, et le pas vaut `vitesse * avantage`.",
    ),
    properties=(
        Property(
            "avantage_nul",
            lambda value: all(abs(a - b) < 1e-9 for a, b in zip(value, [1.0, 2.0], strict=True)),
            "Avec un avantage de 0, rien ne doit bouger : ce n'est ni mieux ni moins bien que d'habitude.",
            on=(([1.0, 2.0], 0, 0.0, 1.0),),
        ),
        Property(
            "encourage",
            share_moves(+1),
            "Avec un avantage positif, la part de la lettre tirée doit grandir.",
            on=(([0.0, 0.0, 1.0], 1, 1.0, 0.5),),
        ),
        Property(
            "decourage",
            share_moves(-1),
            "Avec un avantage négatif, la part de la lettre tirée doit baisser.",
            on=(([0.0, 0.0, 1.0], 1, -1.0, 0.5),),
        ),
        Property(
            "deux_fois_plus",
            lambda one, two: all(abs(b - 2 * a) < 1e-9 for a, b in zip(one, two, strict=True)),
            "Un avantage deux fois plus grand doit faire un pas deux fois plus grand.",
            on=(([0.0, 0.0], 1, 1.0, 0.5), ([0.0, 0.0], 1, 2.0, 0.5)),
        ),
    ),
    misconceptions=(
        Misconception(
            "oublie_avantage",
            corrected(lambda vitesse, avantage: vitesse),
            "Tu encourages tout pareil. Multiplie la vitesse par l'avantage : `vitesse * avantage`.",
            "oublient l'avantage",
            "Si l'on félicite tout, on n'apprend rien à personne.",
        ),
        Misconception(
            "oublie_vitesse",
            corrected(lambda vitesse, avantage: avantage),
            "Tu as oublié la vitesse : le pas est trop grand. Multiplie : `vitesse * avantage`.",
            "oublient la vitesse",
            "La vitesse règle la taille du pas ; l'avantage dit dans quel sens.",
        ),
        Misconception(
            "a_l_envers",
            corrected(lambda vitesse, avantage: -vitesse * avantage),
            "Tu décourages ce qui plaît ! `corriger` s'occupe déjà du moins : donne-lui `vitesse * avantage`.",
            "mettent un moins de trop",
            "La fonction corriger recule déjà : on ne met pas de moins en plus.",
        ),
        Misconception(
            "addition",
            corrected(lambda vitesse, avantage: vitesse + avantage),
            "Tu additionnes la vitesse et l'avantage. Multiplie-les : avec un avantage de 0, rien ne doit bouger.",
            "additionnent vitesse et avantage",
            "Zéro avantage, zéro pas : c'est une multiplication.",
        ),
        Misconception(
            "soustraction",
            corrected(lambda vitesse, avantage: vitesse - avantage),
            "Tu soustrais l'avantage. Multiplie : `vitesse * avantage`.",
            "soustraient l'avantage",
            "Zéro avantage, zéro pas : c'est une multiplication.",
        ),
        Misconception(
            "division",
            corrected(lambda vitesse, avantage: vitesse / avantage),
            "Tu divises par l'avantage. Grand avantage, grand pas : multiplie.",
            "divisent par l'avantage",
            "Plus c'est mieux que d'habitude, plus on encourage : on multiplie.",
        ),
        Misconception(
            "favori",
            corrected(lambda vitesse, avantage: vitesse * avantage, letter=favourite),
            "Tu encourages la lettre préférée. Encourage celle qui a été tirée : `lettre`.",
            "encouragent la lettre préférée",
            "On félicite celui qui a joué, pas le favori.",
        ),
        Misconception(
            "premiere_lettre",
            corrected(lambda vitesse, avantage: vitesse * avantage, letter=lambda scores, drawn: 0),
            "Tu encourages toujours la lettre numéro 0. Encourage celle qui a été tirée : `lettre`.",
            "encouragent toujours la lettre 0",
            "Le numéro de la lettre tirée est dans la boîte lettre.",
        ),
        Misconception(
            "jamais_decourager",
            corrected(lambda vitesse, avantage: vitesse * max(0, avantage)),
            "Tu ne décourages jamais. Un avantage négatif doit faire baisser la lettre tirée.",
            "n'osent pas décourager",
            "Encourager et décourager : il faut les deux.",
        ),
        Misconception(
            "sans_signe",
            corrected(lambda vitesse, avantage: vitesse * abs(avantage)),
            "Tu as perdu le signe de l'avantage : tu encourages aussi ce qui déplaît.",
            "perdent le signe de l'avantage",
            "Le signe moins veut dire « moins souvent ».",
        ),
        Misconception(
            "signe_seul",
            corrected(lambda vitesse, avantage: vitesse * sign(avantage)),
            "Tu ne gardes que le signe. Un grand avantage doit faire un plus grand pas.",
            "ne gardent que le signe de l'avantage",
            "Bravo et BRAVO ne disent pas la même chose.",
        ),
        Misconception(
            "scores_bruts",
            corrected(lambda vitesse, avantage: vitesse * avantage, probas=list),
            "Tu calcules les écarts avec les scores. Il faut les parts de gâteau : `probas`.",
            "oublient de passer par vers_probas",
            "Le gradient compare des parts de gâteau, pas des scores.",
        ),
        Misconception(
            "lettre_seule",
            drawn_letter_only,
            "Tu ne changes que la lettre tirée. Les autres doivent lui laisser la place : passe par `gradient`.",
            "ne changent que la lettre tirée",
            "Le gradient corrige toutes les lettres à la fois, chacune de son écart.",
        ),
        Misconception(
            "rend_les_parts",
            as_shares,
            "Tu renvoies des parts de gâteau. La page garde des scores : renvoie ce que donne `corriger`.",
            "renvoient des probabilités",
            "Sur la page, on écrit des scores ; la boîte magique en fait des parts plus tard.",
        ),
        Misconception(
            "rend_les_ecarts",
            slopes_only,
            "Tu renvoies les écarts. Il reste à corriger les scores avec eux.",
            "renvoient les écarts",
            "Savoir dans quel sens aller, ce n'est pas encore avancer.",
        ),
        Misconception(
            "inchange",
            lambda scores, lettre, avantage, vitesse: list(scores),
            "Tes scores n'ont pas bougé. Renvoie ce que donne `corriger`.",
            "ne changent rien",
            "Sans correction, la machine fera toujours la même chose.",
        ),
        Misconception(
            "abime",
            in_place,
            "Bon résultat, mais tu as écrit dans la page prêtée. Renvoie une nouvelle liste : `corriger` en fait une.",
            "écrivent dans la page prêtée",
            "Une page prêtée se rend comme on l'a reçue.",
        ),
    ),
)
