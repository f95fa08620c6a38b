"""6.2 Glue one pair everywhere in a word."""

from random import Random

from autograder.exercise import Exercise, Misconception, Property
from exercises.des_mots_entiers.pieces import drawn_words, merge, most_frequent_pair


def walked(glued=lambda a, b: a + b, step=2):
    """The pupil's loop, with another way to glue, or another step after it."""

    def wrong(morceaux, paire):
        result, i = [], 0
        while i < len(morceaux):
            if i + 1 < len(morceaux) and (morceaux[i], morceaux[i + 1]) == paire:
                result.append(glued(morceaux[i], morceaux[i + 1]))
                i = i + step
            else:
                result.append(morceaux[i])
                i = i + 1
        return result

    return wrong


def first_only(morceaux, paire):
    for i in range(len(morceaux) - 1):
        if (morceaux[i], morceaux[i + 1]) == paire:
            return [*morceaux[:i], "".join(paire), *morceaux[i + 2 :]]
    return list(morceaux)


def from_the_right(morceaux, paire):
    return [piece[::-1] for piece in merge([p[::-1] for p in morceaux[::-1]], (paire[1][::-1], paire[0][::-1]))][::-1]


def loses_the_last(morceaux, paire):
    result, i = [], 0
    while i < len(morceaux) - 1:
        together = (morceaux[i], morceaux[i + 1]) == paire
        result.append("".join(paire) if together else morceaux[i])
        i += 2 if together else 1
    return result


def both_ways(morceaux, paire):
    result, i = [], 0
    while i < len(morceaux):
        together = tuple(morceaux[i : i + 2]) in (paire, paire[::-1])
        result.append("".join(morceaux[i : i + 2]) if together else morceaux[i])
        i += 2 if together else 1
    return result


def in_place(morceaux, paire):
    morceaux[:] = merge(morceaux, paire)
    return morceaux


def removes_them(morceaux, paire):
    return [piece for piece in merge(morceaux, paire) if piece != "".join(paire)]


def draw_word(rng: Random):
    words = drawn_words(rng, "abn")
    return words[0], most_frequent_pair(words)


fusionner = Exercise(
    name="fusionner",
    title="Coller une paire",
    reference=merge,
    draw=draw_word,
    edges=(
        (list("ananas"), ("a", "n")),
        (["b", "a", "n", "a", "n", "e"], ("n", "a")),
        (["a", "a", "a"], ("a", "a")),
        (["an", "an", "a", "s"], ("an", "a")),
        (["o", "u", "i"], ("a", "n")),
        (["t", "on"], ("t", "on")),
        (["s", "i", "s", "i"], ("s", "i")),
        (["n", "a", "n", "a"], ("a", "n")),
        ([], ("a", "n")),
    ),
    points=3,
    built="Ta machine sait coller deux morceaux : le mot devient plus court à lire, sans perdre une lettre.",
    hints=(
        "Avance comme un doigt sur le mot. Voilà la paire ? Note un seul gros morceau, puis saute par-dessus les deux.",
        'Avec ananas et (a, n) : an, on saute de 2, an, on saute de 2, a, s. La réponse est `["an", "an", "a", "s"]`.',
        "Regarde les deux trous : on ajoute `morceaux[i] + morceaux[i + 1]`, puis i avance de 2.",
    ),
    properties=(
        Property(
            "recoller",
            lambda args, value: "".join(value) == "".join(args[0]),
            "Mis bout à bout, tes morceaux doivent redonner le mot de départ. Une lettre s'est perdue ou répétée.",
        ),
        Property(
            "jamais_plus",
            lambda args, value: len(value) <= len(args[0]),
            "Après le collage, il ne peut pas y avoir plus de morceaux qu'avant.",
        ),
    ),
    misconceptions=(
        Misconception(
            "avance_d_un",
            walked(step=1),
            "Après avoir collé, tu n'avances que d'une case : la deuxième lettre est lue deux fois. Saute de 2.",
            "n'avancent que d'une case après le collage",
            "Deux morceaux viennent d'être utilisés : le doigt saute par-dessus les deux.",
        ),
        Misconception(
            "avance_de_trois",
            walked(step=3),
            "Tu sautes trop loin : une lettre disparaît. Deux morceaux sont collés, donc avance de 2.",
            "sautent de trois cases",
            "On saute juste ce qu'on a collé : deux morceaux.",
        ),
        Misconception(
            "sans_coller",
            walked(glued=lambda a, b: a),
            "Tu ne gardes que le morceau de gauche. Colle les deux : `morceaux[i] + morceaux[i + 1]`.",
            "ne gardent que le morceau de gauche",
            "Coller, c'est garder les deux, l'un contre l'autre.",
        ),
        Misconception(
            "droite_seule",
            walked(glued=lambda a, b: b),
            "Tu ne gardes que le morceau de droite. Colle les deux : `morceaux[i] + morceaux[i + 1]`.",
            "ne gardent que le morceau de droite",
            "Coller, c'est garder les deux, l'un contre l'autre.",
        ),
        Misconception(
            "paire_rangee",
            walked(glued=lambda a, b: (a, b)),
            "Tu ranges la paire, avec ses parenthèses. Entre deux textes, `+` les colle en un seul.",
            "rangent la paire au lieu du texte collé",
            "Une boîte de deux briques n'est pas une grosse brique : il faut les emboîter.",
        ),
        Misconception(
            "espace",
            walked(glued=lambda a, b: a + " " + b),
            "Tu as mis un espace entre les deux. Colle-les directement, avec `+`.",
            "mettent un espace entre les morceaux",
            "Coller, c'est sans rien entre les deux.",
        ),
        Misconception(
            "colle_a_l_envers",
            walked(glued=lambda a, b: b + a),
            "Tu colles dans le mauvais ordre : d'abord le morceau de gauche, ensuite celui de droite.",
            "collent à l'envers",
            "Le mot doit rester lisible : gauche d'abord.",
        ),
        Misconception(
            "double",
            walked(glued=lambda a, b: a + a),
            "Tu colles le morceau de gauche avec lui-même. Le voisin, c'est `morceaux[i + 1]`.",
            "collent un morceau avec lui-même",
            "Le voisin de la case i est dans la case i plus 1.",
        ),
        Misconception(
            "une_seule_fois",
            first_only,
            "Tu t'arrêtes après la première paire. Dans ananas, il y en a deux à coller.",
            "ne collent que la première paire",
            "On va jusqu'au bout du mot : la paire peut revenir.",
        ),
        Misconception(
            "depuis_la_fin",
            from_the_right,
            "Tu colles en partant de la fin. On lit de gauche à droite : pour a, a, a on veut aa, puis a.",
            "collent en partant de la fin",
            "Tout le monde doit couper pareil : on part toujours de la gauche.",
        ),
        Misconception(
            "oublie_le_dernier",
            loses_the_last,
            "Ta boucle s'arrête trop tôt : le dernier morceau du mot disparaît.",
            "perdent le dernier morceau",
            "Le dernier n'a pas de voisin, mais il fait partie du mot.",
        ),
        Misconception(
            "deux_sens",
            both_ways,
            "Tu colles aussi la paire retournée. L'ordre compte : (a, n) n'est pas (n, a).",
            "collent aussi la paire à l'envers",
            "Dans une paire, il y a une gauche et une droite.",
        ),
        Misconception(
            "abime",
            in_place,
            "Bon résultat, mais tu as changé la liste prêtée. Range dans une nouvelle liste : `resultat`.",
            "changent la liste qu'on leur prête",
            "Une liste prêtée se rend comme on l'a reçue.",
        ),
        Misconception(
            "enleve",
            removes_them,
            "La paire a disparu ! Remplace-la par un seul morceau collé.",
            "enlèvent la paire au lieu de la coller",
            "On colle, on ne jette rien : le mot garde toutes ses lettres.",
        ),
        Misconception(
            "inchange",
            lambda morceaux, paire: list(morceaux),
            "Ton mot n'a pas changé. Quand la paire est là, ajoute un seul morceau : les deux collés.",
            "laissent le mot tel quel",
            "Reconnaître la paire ne suffit pas : il faut la coller.",
        ),
        Misconception(
            "texte",
            lambda morceaux, paire: "".join(morceaux),
            "Tu colles le mot en entier. Colle seulement cette paire, et rends une liste de morceaux.",
            "collent tout le mot",
            "On ne colle qu'une paire à la fois ; le reste attend son tour.",
        ),
    ),
)
