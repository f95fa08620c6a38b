"""6.3 Count, glue, count again: the pairs learned, in order."""

from random import Random

from autograder.exercise import Badge, Exercise, Misconception, Property
from exercises.des_mots_entiers.pieces import (
    FRUIT,
    count_pairs,
    drawn_words,
    learn_merges,
    merge,
    most_frequent_pair,
)


def never_glues(mots, fois):
    return [pair for pair in [most_frequent_pair(mots)] * fois if pair]


def final_words(mots, fois):
    for pair in learn_merges(mots, fois):
        mots = [merge(mot, pair) for mot in mots]
    return [list(mot) for mot in mots]


def favourites_at_once(mots, fois):
    counts = count_pairs(mots)
    return sorted(counts, key=lambda pair: (-counts[pair], pair))[:fois]


def last_word_only(mots, fois):
    merges = []
    for _ in range(fois):
        pair = most_frequent_pair(mots)
        if pair is None:
            break
        merges.append(pair)
        mots = [merge(mots[-1], pair)]
    return merges


def first_word_only(mots, fois):
    merges = []
    for _ in range(fois):
        pair = most_frequent_pair(mots)
        if pair is None:
            break
        merges.append(pair)
        mots = [merge(mots[0], pair)]
    return merges


def draw_course(rng: Random):
    return drawn_words(rng), rng.randint(1, 4)


apprendre_fusions = Exercise(
    name="apprendre_fusions",
    title="Compter, coller, recommencer",
    reference=learn_merges,
    draw=draw_course,
    edges=(
        (FRUIT, 3),
        (FRUIT, 1),
        ([list("anan"), list("ana")], 2),
        ([["l", "e"], ["l", "e"], ["l", "a"], ["c", "h", "a", "t"], ["c", "h", "a", "t"], ["c", "h", "a", "t"]], 4),
        ([["o", "n"]], 5),
        (FRUIT, 0),
    ),
    points=3,
    built="Ta machine découvre seule les morceaux utiles : syllabes, petits mots, mots entiers.",
    badge=Badge(
        "colleur-de-morceaux",
        "Colleur de morceaux",
        "Je sais apprendre à une machine à lire par morceaux.",
        "Apprends à une machine à lire par morceaux.",
    ),
    hints=(
        "À chaque tour, trois gestes : trouver la paire gagnante, la coller dans tous les mots, la noter.",
        'Avec `[["a", "n", "a", "n"]]` et 2 tours : d\'abord (a, n), le mot devient an, an. Ensuite (an, an).',
        "Regarde le trou : le mot qui entre dans `nouveaux` est celui où la paire est collée. "
        "C'est `fusionner(mot, paire)`.",
    ),
    properties=(
        Property(
            "jamais_deux_fois",
            lambda args, value: len(set(value)) == len(value),
            "La même paire revient deux fois. Une fois collée partout, elle ne peut plus se trouver dans les mots.",
        ),
        Property(
            "au_plus_fois",
            lambda args, value: len(value) <= args[1],
            "Il y a plus de paires que de tours demandés.",
        ),
    ),
    misconceptions=(
        Misconception(
            "ne_colle_pas",
            never_glues,
            "Ta machine apprend toujours la même paire : les mots n'ont pas changé. "
            "Range `fusionner(mot, paire)` dans `nouveaux`.",
            "oublient de coller avant de recompter",
            "Si rien n'est collé, la gagnante du tour d'avant gagne encore.",
        ),
        Misconception(
            "une_seule",
            lambda mots, fois: learn_merges(mots, min(fois, 1)),
            "Tu n'as qu'une paire : ton return est peut-être DANS la boucle. Recule-le d'un cran.",
            "s'arrêtent après la première paire",
            "Return veut dire « j'ai fini » : dans la boucle, il l'arrête dès le premier tour.",
        ),
        Misconception(
            "rend_les_mots",
            final_words,
            "Tu renvoies les mots collés. On veut la liste des paires apprises, dans l'ordre : `fusions`.",
            "renvoient les mots au lieu des paires",
            "Les paires sont la recette : avec elles, on pourra couper n'importe quel mot.",
        ),
        Misconception(
            "toutes_d_un_coup",
            favourites_at_once,
            "Tu choisis toutes les paires au départ. Recompte après chaque collage : de gros morceaux naissent.",
            "choisissent toutes les paires sans recompter",
            "Une grosse brique ne peut se coller qu'une fois fabriquée : on recompte à chaque tour.",
        ),
        Misconception(
            "morceaux_colles",
            lambda mots, fois: ["".join(pair) for pair in learn_merges(mots, fois)],
            "Tu notes les morceaux déjà collés. Note plutôt la paire : elle dit aussi comment le fabriquer.",
            "notent le morceau au lieu de la paire",
            "La recette dit quoi coller avec quoi, pas seulement le résultat.",
        ),
        Misconception(
            "un_de_trop",
            lambda mots, fois: learn_merges(mots, fois + 1),
            "Il y a un tour de trop. `range(fois)` suffit.",
            "font un tour de trop",
            "Trois tours, trois paires.",
        ),
        Misconception(
            "un_de_moins",
            lambda mots, fois: learn_merges(mots, fois - 1),
            "Il manque une paire : ta boucle s'arrête un tour trop tôt.",
            "font un tour de moins",
            "Trois tours, trois paires.",
        ),
        Misconception(
            "a_l_envers",
            lambda mots, fois: learn_merges(mots, fois)[::-1],
            "Les bonnes paires, mais à l'envers. La première apprise doit être la première de la liste.",
            "notent les paires à l'envers",
            "L'ordre compte : on ne peut pas coller an avec an avant d'avoir fabriqué an.",
        ),
        Misconception(
            "dernier_mot",
            last_word_only,
            "Après un tour, il ne te reste que le dernier mot. Vide la liste `nouveaux` AVANT la boucle, pas dedans.",
            "ne gardent que le dernier mot",
            "On prépare une feuille neuve une seule fois, puis on y écrit tous les mots.",
        ),
        Misconception(
            "premier_mot",
            first_word_only,
            "Après un tour, il ne te reste que le premier mot. Passe sur tous les mots avant de remplacer la liste.",
            "ne gardent que le premier mot",
            "On colle la paire dans tous les mots, pas seulement dans le premier.",
        ),
        Misconception(
            "derniere_paire",
            lambda mots, fois: learn_merges(mots, fois)[-1],
            "Tu renvoies seulement la dernière paire. On les veut toutes, dans l'ordre : `fusions`.",
            "renvoient seulement la dernière paire",
            "Une recette a besoin de toutes ses étapes.",
        ),
    ),
)
