"""6.1 Which two neighbours are seen together most often?"""

from collections import Counter
from itertools import pairwise

from autograder.exercise import Exercise, Misconception, Property
from exercises.des_mots_entiers.pieces import FRUIT, count_pairs, drawn_words, most_frequent_pair


def best_of(counts, better=lambda new, old: new > old):
    """The pupil's last loop, on counts made another way or with another comparison."""
    best = None
    for pair in sorted(counts):
        if best is None or better(counts[pair], counts[best]):
            best = pair
    return best


def with_counts(count):
    return lambda mots: best_of(count(mots))


def in_how_many_words(mots):
    return Counter(pair for mot in mots for pair in set(pairwise(mot)))


def forgets_the_last(mots):
    return Counter(pair for mot in mots for pair in pairwise(mot[:-1]))


def across_words(mots):
    return Counter(pairwise([piece for mot in mots for piece in mot]))


def first_met(mots):
    counts = count_pairs(mots)
    return max(counts, key=counts.get, default=None)


def whole_count(mots):
    return max(count_pairs(mots).values(), default=None)


def returns_in_the_loop(mots):
    return best_of(count_pairs(mots[:1]))


paire_frequente = Exercise(
    name="paire_frequente",
    title="La paire la plus fréquente",
    reference=most_frequent_pair,
    draw=lambda rng: (drawn_words(rng),),
    edges=(
        (FRUIT,),
        ([["o", "n"], ["o", "n"], ["n", "e"]],),
        ([["t", "o"], ["c", "h"], ["a", "b"], ["t", "o"], ["a", "b"], ["c", "h"], ["z", "e"], ["z", "e"]],),
        ([["a", "b"], ["t", "o"], ["c", "h"], ["t", "o"], ["a", "b"], ["t", "o"]],),
        ([["b", "a", "b", "a", "b", "a"], ["c", "o"], ["c", "o"]],),
        ([["an", "an", "a", "s"], ["b", "an", "an", "e"], ["an"]],),
        ([["l", "e"], ["l", "a"], ["l", "e"], ["l", "e"]],),
        ([["m", "a"], ["n", "a"], ["m", "o"], ["n", "a"], ["m", "i"]],),
        ([["z", "e"], ["z", "e"], ["a", "s"], ["e", "z"], ["e", "z"], ["e", "z"]],),
    ),
    points=3,
    built="Ta machine sait repérer les deux morceaux qui vont le plus souvent ensemble.",
    hints=(
        "C'est comme élire un délégué : on compte les voix de chaque paire, puis on garde celle qui en a le plus.",
        "Dans `ananas`, la paire (a, n) vient 2 fois, (n, a) 2 fois, (a, s) 1 fois. "
        "À égalité, (a, n) gagne : a vient avant n.",
        "Regarde le trou : on change de gagnante si `compte[paire]` est plus grand que `compte[meilleure]`.",
    ),
    properties=(
        Property(
            "une_paire_presente",
            lambda args, value: value in count_pairs(args[0]),
            "La réponse doit être une paire de voisins qui existe vraiment dans un des mots.",
        ),
        Property(
            "ordre_des_mots",
            lambda one, other: one == other,
            "L'ordre des mots ne doit rien changer : on compte toutes les paires, puis on choisit.",
            on=((FRUIT,), (FRUIT[::-1],)),
        ),
    ),
    misconceptions=(
        Misconception(
            "plus_rare",
            lambda mots: best_of(count_pairs(mots), lambda new, old: new < old),
            "Tu gardes la paire la plus RARE. Retourne le signe : on veut le plus grand compte.",
            "gardent la paire la plus rare",
            "On colle ce qui revient souvent : la gagnante est celle qui a le plus de voix.",
        ),
        Misconception(
            "egalite_la_derniere",
            lambda mots: best_of(count_pairs(mots), lambda new, old: new >= old),
            "Presque ! À égalité, la première dans l'alphabet gagne : utilise `>`, sans le signe égal.",
            "donnent les égalités à la dernière",
            "À égalité, on garde celle qu'on a déjà : plus grand, sans le signe égal.",
        ),
        Misconception(
            "egalite_la_premiere_vue",
            first_met,
            "Presque ! À égalité, la première dans l'alphabet gagne, pas la première rencontrée. Passe par `sorted`.",
            "laissent les égalités dans l'ordre d'arrivée",
            "Il faut une règle d'égalité, sinon deux bonnes réponses existent : nous suivons l'alphabet.",
        ),
        Misconception(
            "premiere_de_l_alphabet",
            lambda mots: min(count_pairs(mots), default=None),
            "Tu donnes toujours la première paire de l'alphabet. Change de gagnante quand un compte est plus grand.",
            "gardent toujours la première paire de l'alphabet",
            "La première n'est qu'une candidate : on la remplace dès qu'une autre a plus de voix.",
        ),
        Misconception(
            "derniere_de_l_alphabet",
            lambda mots: max(count_pairs(mots), default=None),
            "Ta gagnante change à chaque tour. Elle ne doit changer que si son compte est plus grand : "
            "`compte[paire] > compte[meilleure]`.",
            "changent de gagnante à chaque tour",
            "Comparer deux paires, c'est suivre l'alphabet. Ce sont leurs comptes qu'il faut comparer.",
        ),
        Misconception(
            "nombre",
            whole_count,
            "Tu renvoies le nombre de fois. On veut la paire elle-même : `meilleure`.",
            "renvoient le nombre au lieu de la paire",
            "Qui est élu ? On demande son nom, pas son nombre de voix.",
        ),
        Misconception(
            "une_voix_par_mot",
            with_counts(in_how_many_words),
            "Dans ananas, la paire (a, n) vient deux fois : elle compte pour 2, pas pour 1.",
            "comptent chaque paire une seule fois par mot",
            "Deux fois dans le même mot, cela fait bien deux traits dans le carnet.",
        ),
        Misconception(
            "oublie_la_derniere",
            with_counts(forgets_the_last),
            "Il te manque la dernière paire de chaque mot. Il y a `len(mot) - 1` paires dans un mot.",
            "oublient la dernière paire de chaque mot",
            "Six morceaux, cinq paires : un de moins, pas deux.",
        ),
        Misconception(
            "a_cheval",
            with_counts(across_words),
            "Tu comptes des paires à cheval sur deux mots. Le dernier morceau d'un mot n'a pas de voisin à droite.",
            "comptent des paires à cheval sur deux mots",
            "Chaque mot est une chaîne à part : on ne saute pas de l'un à l'autre.",
        ),
        Misconception(
            "deja_colle",
            lambda mots: "".join(most_frequent_pair(mots)),
            "Tu renvoies les deux morceaux déjà collés. Garde-les séparés, dans une paire : `meilleure`.",
            "collent déjà les deux morceaux",
            "Coller, c'est l'étape d'après. Ici on montre seulement qui va avec qui.",
        ),
        Misconception(
            "liste",
            lambda mots: list(most_frequent_pair(mots)),
            "Les bons morceaux ! Mais une paire s'écrit avec des parenthèses, pas avec des crochets.",
            "renvoient une liste au lieu d'une paire",
            "Une paire ne change pas : parenthèses.",
        ),
        Misconception(
            "morceau",
            lambda mots: best_of(Counter(piece for mot in mots for piece in mot)),
            "Tu donnes le morceau le plus fréquent, tout seul. On cherche DEUX voisins : `(mot[i], mot[i + 1])`.",
            "cherchent un morceau au lieu d'une paire",
            "On veut savoir qui va avec qui : il faut être deux.",
        ),
        Misconception(
            "paire_retournee",
            lambda mots: tuple(reversed(most_frequent_pair(mots))),
            "Ta paire est à l'envers : d'abord le morceau de gauche, ensuite son voisin de droite.",
            "retournent la paire",
            "On lit de gauche à droite : a puis n n'est pas n puis a.",
        ),
        Misconception(
            "premier_mot",
            returns_in_the_loop,
            "Tu ne regardes que le premier mot. Compte les paires de tous les mots avant de choisir.",
            "ne comptent que le premier mot",
            "On dépouille toutes les urnes avant de donner le résultat.",
        ),
        Misconception(
            "compte_tout",
            lambda mots: dict(count_pairs(mots)),
            "Tu renvoies tout le carnet de comptes. Il reste à choisir la paire qui a le plus grand compte.",
            "renvoient tous les comptes",
            "Compter, c'est la moitié du travail : après, on choisit.",
        ),
    ),
)
