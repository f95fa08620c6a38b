"""3.2 The letters just before a place, completed on the left with the edge."""

from collections.abc import Callable
from random import Random

from autograder.exercise import Badge, Exercise, Misconception, Property
from engine import layers
from engine.vocabulary import ALPHABET


def window(start: Callable, stop: Callable = lambda p, t: p, missing: Callable = lambda ids, i: 0):
    """The template with other fillings: from `start(position, taille)` to `stop(…)`, `missing` where i < 0."""
    return lambda ids, position, taille: [
        ids[i] if i >= 0 else missing(ids, i) for i in range(start(position, taille), stop(position, taille))
    ]


def just_before(p, t):
    return p - t


def padded_right(ids, position, taille):
    seen = ids[max(0, position - taille) : position]
    return seen + [0] * (taille - len(seen))


def draw_window(rng: Random):
    ids = [rng.randint(1, 26) for _ in range(rng.randint(4, 8))]
    if rng.random() < 0.5:
        ids[0] = ids[-1] = 0
    return ids, rng.randrange(len(ids)), rng.randint(1, 5)


EMMA = [0, 5, 13, 13, 1, 0]
EMLAB = [7, 5, 13, 12, 1, 2]  # does not begin with the edge, so that ids[0] cannot pass for 0

contexte = Exercise(
    name="contexte",
    title="La fenêtre sur les lettres d'avant",
    reference=layers.context,
    draw=draw_window,
    edges=(
        (EMLAB, 2, 3),
        (EMMA, 4, 3),
        (EMMA, 1, 3),
        (EMMA, 2, 3),
        (EMMA, 5, 2),
        ([4, 9, 3], 2, 1),
        ([3, 1, 2], 0, 2),
        ([8, 2, 6, 4, 9], 3, 4),
        ([8, 2, 6, 4, 9, 7, 5], 5, 2),
    ),
    points=4,
    built="Ton modèle a une mémoire : avant de deviner, il relit les lettres juste avant.",
    badge=Badge(
        "veilleur-du-contexte",
        "Veilleur du contexte",
        "Je sais donner au modèle les lettres d'avant, sans tricher.",
        "Donne au modèle les lettres d'avant, sans tricher.",
    ),
    hints=(
        "Imagine une fenêtre de `taille` cases qui glisse sur le mot. Elle s'arrête juste avant la lettre à deviner.",
        "Pour `[7, 5, 13, 12]`, position 2 et taille 3 : les cases sont -1, 0 et 1. La réponse est `[0, 7, 5]`.",
        "Regarde le début du `range` : la fenêtre commence `taille` cases avant `position`. Une soustraction suffit. "
        "Et avant le début du mot, on range un 0.",
    ),
    properties=(
        Property(
            "toujours_taille",
            lambda args, value: len(value) == args[2],
            "La fenêtre a toujours `taille` cases, même au début du mot.",
        ),
        Property(
            "sans_le_futur",
            lambda one, other: one == other,
            "Si on change les lettres d'après, la fenêtre ne doit pas changer : elle ne voit pas le futur.",
            on=(([0, 5, 9, 9, 9], 2, 3), ([0, 5, 1, 2, 3], 2, 3)),
        ),
    ),
    misconceptions=(
        Misconception(
            "triche",
            window(lambda p, t: p - t + 1, lambda p, t: p + 1),
            "Ton contexte contient la lettre à deviner : c'est de la triche ! Arrête-toi juste AVANT position.",
            "laissent voir la lettre à deviner",
            "Si la réponse est dans la question, le modèle n'apprend rien : il recopie.",
        ),
        Misconception(
            "triche_en_plus",
            window(just_before, lambda p, t: p + 1),
            "Ta fenêtre a une case de trop : la dernière est la lettre à deviner. Arrête-toi juste AVANT position.",
            "ajoutent la lettre à deviner au bout",
            "range s'arrête juste avant son deuxième nombre : position tout court suffit.",
        ),
        Misconception(
            "indice_negatif",
            window(just_before, missing=lambda ids, i: ids[i]),
            "Piège de Python : ids[-1] veut dire « le dernier » ! Au début du mot tu lis la fin. "
            "Si i est négatif, mets 0 (le point).",
            "lisent la fin du mot avec un numéro négatif",
            "En Python, la case -1 existe : c'est la dernière. Avant le début, on met donc 0 nous-mêmes.",
        ),
        Misconception(
            "complete_a_droite",
            padded_right,
            "Tu complètes du mauvais côté : les points doivent être à GAUCHE, avant le mot.",
            "complètent à droite",
            "Ce qui manque est avant le début du mot, donc à gauche.",
        ),
        Misconception(
            "a_l_envers",
            lambda ids, position, taille: layers.context(ids, position, taille)[::-1],
            "Tes lettres sont à l'envers. La plus ancienne d'abord, la plus récente à la fin.",
            "rangent les lettres à l'envers",
            "La fenêtre se lit comme le mot, de gauche à droite.",
        ),
        Misconception(
            "debut_du_mot",
            lambda ids, position, taille: ids[:taille],
            "Tu prends toujours le début du mot. Prends les lettres juste avant position.",
            "prennent toujours le début du mot",
            "La fenêtre glisse avec position : elle ne reste pas collée au début.",
        ),
        Misconception(
            "fin_du_mot",
            lambda ids, position, taille: ids[-taille:],
            "Tu prends toujours la fin du mot. Prends les lettres juste avant position.",
            "prennent toujours la fin du mot",
            "La fin du mot, le modèle ne la connaît pas encore : c'est elle qu'il devine.",
        ),
        Misconception(
            "decale_passe",
            window(lambda p, t: p - t - 1, lambda p, t: p - 1),
            "Tu es décalé : il manque la lettre juste avant. Va jusqu'à position (non comprise).",
            "s'arrêtent une lettre trop tôt",
            "range s'arrête déjà avant position : inutile d'enlever encore 1.",
        ),
        Misconception(
            "apres",
            lambda ids, position, taille: ids[position : position + taille],
            "Tu prends les lettres d'APRÈS : c'est le futur ! La fenêtre regarde avant position.",
            "prennent les lettres d'après",
            "Pour deviner la suite, on n'a que ce qui est déjà écrit.",
        ),
        Misconception(
            "depuis_le_debut",
            window(lambda p, t: 0),
            "Ta boucle part de 0 : tu prends tout le début du mot. La fenêtre commence à `position - taille`.",
            "font partir la fenêtre de zéro",
            "La mémoire du modèle est courte : seulement les dernières lettres.",
        ),
        Misconception(
            "depuis_taille",
            window(lambda p, t: t),
            "Ta boucle part de `taille`. Pour reculer de taille cases, calcule `position - taille`.",
            "font partir la fenêtre de taille",
            "taille dit combien de cases, pas où commencer.",
        ),
        Misconception(
            "depuis_moins_taille",
            window(lambda p, t: -t),
            "Ta boucle part de `-taille`, loin avant le mot. Recule à partir de position : `position - taille`.",
            "oublient position dans la soustraction",
            "On part de la lettre à deviner, puis on recule de trois cases.",
        ),
        Misconception(
            "soustraction_a_l_envers",
            window(lambda p, t: t - p),
            "Ta soustraction est à l'envers. Pars de position et recule : `position - taille`.",
            "écrivent taille - position",
            "On recule depuis position : c'est elle qui vient en premier dans la soustraction.",
        ),
        Misconception(
            "trois_en_dur",
            window(lambda p, t: p - 3),
            "Tu recules toujours de 3 cases. La fenêtre peut avoir une autre taille : sers-toi de `taille`.",
            "reculent toujours de trois cases",
            "Un nombre écrit en dur ne marche qu'une fois ; la boîte taille marche toujours.",
        ),
        Misconception(
            "trop_courte",
            window(lambda p, t: p - t + 1),
            "Il manque la lettre la plus ancienne : ta fenêtre commence une case trop tard.",
            "commencent une case trop tard",
            "De position - taille à position non comprise, il y a exactement taille cases.",
        ),
        Misconception(
            "trop_longue",
            window(lambda p, t: p - t - 1),
            "Ta fenêtre a une case de trop à gauche. Commence à `position - taille`, sans rien enlever d'autre.",
            "commencent une case trop tôt",
            "De position - taille à position non comprise, il y a exactement taille cases.",
        ),
        Misconception(
            "une_seule",
            window(lambda p, t: p - 1),
            "Tu ne prends que la lettre d'avant : ta machine redevient celle de la leçon 1. Recule de `taille` cases.",
            "ne prennent qu'une seule lettre",
            "Une lettre de mémoire, c'était la leçon 1 ; maintenant on en prend plusieurs.",
        ),
        Misconception(
            "sans_completer",
            lambda ids, position, taille: ids[max(0, position - taille) : position],
            "Au début du mot, ta fenêtre est trop petite. Quand i est négatif, ajoute 0 au lieu de ne rien mettre.",
            "oublient de compléter au début du mot",
            "Le modèle attend toujours le même nombre de cases : on remplit les vides avec le point.",
        ),
        Misconception(
            "tranche_negative",
            lambda ids, position, taille: ids[position - taille : position],
            "Piège : si la tranche commence à un numéro négatif, Python compte depuis la fin. "
            "Au début du mot, complète avec 0.",
            "coupent une tranche qui commence à un numéro négatif",
            "Une tranche de -1 à 2 est vide : au début du mot, il faut ajouter les 0 nous-mêmes.",
        ),
        Misconception(
            "point_en_texte",
            window(just_before, missing=lambda ids, i: "."),
            'Bonne idée, le point ! Mais ids contient des numéros : écris 0, son numéro, au lieu de `"."`.',
            "complètent avec le texte du point",
            "Dans cette liste il n'y a que des numéros ; celui du point est 0.",
        ),
        Misconception(
            "numero_negatif",
            window(just_before, missing=lambda ids, i: i),
            "Tu as ajouté le numéro de la case, -1 ou -2. Aucune lettre ne porte ce numéro : mets 0, le point.",
            "complètent avec le numéro de la case",
            "Avant le début du prénom il n'y a rien : on met le point, numéro 0.",
        ),
        Misconception(
            "premiere_repetee",
            window(just_before, missing=lambda ids, i: ids[0]),
            "Tu répètes la première lettre du mot. Avant le début, il n'y a que des points : mets 0.",
            "répètent la première lettre au début",
            "Répéter la première lettre ferait croire au modèle qu'elle est écrite deux fois.",
        ),
        Misconception(
            "complete_avec_1",
            window(just_before, missing=lambda ids, i: 1),
            "Le numéro 1, c'est la lettre a. Pour compléter, mets 0 : le point.",
            "complètent avec 1, la lettre a",
            "1 est déjà pris par la lettre a ; le vide, c'est le point, numéro 0.",
        ),
        Misconception(
            "complete_avec_moins_1",
            window(just_before, missing=lambda ids, i: -1),
            "Aucune lettre ne porte le numéro -1. Pour compléter, mets 0 : le point.",
            "complètent avec -1",
            "Avant le début du prénom il n'y a rien : on met le point, numéro 0.",
        ),
        Misconception(
            "premiere_lettre_perdue",
            lambda ids, position, taille: [ids[i] if i > 0 else 0 for i in range(position - taille, position)],
            "Presque ! La case 0 existe : c'est la première lettre du mot. Ne mets 0 que si i est négatif.",
            "effacent la première lettre du mot",
            "Zéro n'est pas négatif : la case 0 est la première du mot.",
        ),
        Misconception(
            "places",
            lambda ids, position, taille: [max(0, i) for i in range(position - taille, position)],
            "Tu ranges le numéro de la case. On veut la lettre qui est dedans : `ids[i]`.",
            "rangent les numéros de case au lieu des lettres",
            "i dit où regarder ; ids[i] dit ce qu'il y a là.",
        ),
        Misconception(
            "lettres",
            lambda ids, position, taille: [ALPHABET.symbols[n] for n in layers.context(ids, position, taille)],
            "Ce sont les bonnes lettres ! Mais laisse-les en numéros : le modèle ne sait que calculer.",
            "renvoient les lettres au lieu des numéros",
            "On garde les numéros de casier : ils servent à ouvrir les fiches.",
        ),
        Misconception(
            "premiere_seule",
            lambda ids, position, taille: layers.context(ids, position, taille)[:1],
            "Ta fenêtre n'a qu'une case : ton return est peut-être DANS la boucle. Recule-le d'un cran.",
            "ont mis le return dans la boucle",
            "Return veut dire « j'ai fini » : dans la boucle, il l'arrête dès le premier tour.",
        ),
    ),
)
