"""3.3 ★ The cards of some letters, end to end: one long list."""

from random import Random

from autograder.exercise import Exercise, Misconception, Property
from engine import layers
from exercises.la_memoire_du_modele.cards import table


def damages_the_table(table, ids):
    v = table[ids[0]]
    for i in ids[1:]:
        v.extend(table[i])
    return v


def added(table, ids):
    return [sum(notes) for notes in zip(*(table[i] for i in ids), strict=True)]


def interleaved(table, ids):
    return [note for notes in zip(*(table[i] for i in ids), strict=True) for note in notes]


def draw_cards(rng: Random):
    cards = rng.randint(4, 6)
    return table(rng, cards, rng.randint(2, 3)), [rng.randrange(cards) for _ in range(rng.randint(2, 4))]


SMALL = [[1, 2], [3, 4], [5, 6], [7, 9]]
EIGHT_NOTES = [[round(0.37 * row - 0.11 * note * row + 0.5 * note, 2) for note in range(8)] for row in range(6)]

coller = Exercise(
    name="coller",
    title="Les fiches bout à bout",
    reference=layers.concat_embeddings,
    draw=draw_cards,
    edges=((SMALL, [2, 0]), (SMALL, [1]), (SMALL, [3, 1, 3]), (SMALL, [2, 2, 0, 1]), (EIGHT_NOTES, [0, 3, 5])),
    points=2,
    bonus=True,
    built="Trois fiches de 8 notes font une longue liste de 24 nombres : voilà ce que le modèle lit.",
    hints=(
        "Pose les fiches sur la table, l'une après l'autre, comme les wagons d'un train.",
        "Avec `table = [[1, 2], [3, 4], [5, 6]]` et `ids = [2, 0]` : la fiche 2, puis la fiche 0. "
        "Cela fait `[5, 6, 1, 2]`.",
        "Regarde la ligne du trou : à chaque tour, i est un numéro de casier. La fiche de ce casier est `table[i]`.",
    ),
    properties=(
        Property(
            "longueur",
            lambda args, value: len(value) == len(args[1]) * len(args[0][0]),
            "Compte les notes : il en faut autant que dans toutes les fiches réunies.",
        ),
    ),
    misconceptions=(
        Misconception(
            "numero",
            lambda table, ids: [] + ids[0],
            "i est seulement le numéro du casier. Ajoute la fiche qui est dedans : `table[i]`.",
            "ajoutent le numéro au lieu de la fiche",
            "Le numéro dit quel casier ouvrir ; c'est la fiche rangée dedans que l'on colle.",
        ),
        Misconception(
            "liste_de_listes",
            lambda table, ids: [table[i] for i in ids],
            "Tu as une liste de listes. On veut UNE longue liste : `v + table[i]`, sans crochets autour.",
            "font une liste de listes",
            "On accroche les wagons bout à bout : un seul long train, sans crochets au milieu.",
        ),
        Misconception(
            "somme",
            added,
            "Tu as additionné les fiches. Ici on les met bout à bout : 3 fiches de 8 notes = 24 notes.",
            "additionnent les fiches",
            "Si on additionne, on ne sait plus quelle lettre était devant.",
        ),
        Misconception(
            "moyenne",
            lambda table, ids: [total / len(ids) for total in added(table, ids)],
            "Tu as fait la moyenne des fiches. Ici on les met bout à bout : 3 fiches de 8 notes = 24 notes.",
            "font la moyenne des fiches",
            "Une moyenne mélange tout ; on veut garder chaque fiche entière.",
        ),
        Misconception(
            "derniere",
            lambda table, ids: table[ids[-1]],
            "Tu ne gardes que la dernière fiche. Ajoute chaque fiche au bout de v.",
            "ne gardent que la dernière fiche",
            "v = v + fiche ajoute ; v = fiche remplace.",
        ),
        Misconception(
            "premiere",
            lambda table, ids: table[ids[0]],
            "Tu ne gardes que la première fiche : ton return est peut-être dans la boucle.",
            "ne gardent que la première fiche",
            "Return veut dire « j'ai fini » : il va tout à la fin, après la boucle.",
        ),
        Misconception(
            "inverse",
            lambda table, ids: layers.concat_embeddings(table, ids[::-1]),
            "Les fiches sont dans le mauvais ordre. Ajoute la nouvelle fiche au bout : `v + fiche`, pas l'inverse.",
            "rangent les fiches à l'envers",
            "Le nouveau wagon s'accroche derrière, pas devant.",
        ),
        Misconception(
            "abime_la_table",
            damages_the_table,
            "Attention, la table a changé ! `v = table[...]` ne copie pas la fiche. Pars d'une liste vide : `v = []`.",
            "abîment la table en agrandissant une fiche",
            "Deux noms pour une même liste : si v grandit, la fiche grandit aussi.",
        ),
        Misconception(
            "numeros",
            lambda table, ids: list(ids),
            "Tu as collé les numéros de casier. On veut les notes rangées dans ces casiers : `table[i]`.",
            "collent les numéros au lieu des fiches",
            "Le numéro dit quel casier ouvrir ; ce qu'on prend, c'est la fiche.",
        ),
        Misconception(
            "numeros_repetes",
            lambda table, ids: list(ids) * len(ids),
            "Tu recolles la liste des numéros à chaque tour. On veut la fiche du casier i : `table[i]`.",
            "collent la liste des numéros à chaque tour",
            "Le numéro dit quel casier ouvrir ; ce qu'on prend, c'est la fiche.",
        ),
        Misconception(
            "toute_la_table",
            lambda table, ids: [row for _ in ids for row in table],
            "Tu colles toute la table à chaque tour. Prends seulement la fiche numéro i : `table[i]`.",
            "collent toute la table",
            "On n'ouvre que les casiers des lettres du contexte.",
        ),
        Misconception(
            "toujours_la_fiche_0",
            lambda table, ids: layers.concat_embeddings(table, [0] * len(ids)),
            "Tu prends toujours la fiche du point, numéro 0. Prends celle de la lettre du tour : `table[i]`.",
            "prennent toujours la fiche numéro 0",
            "i change à chaque tour : c'est lui qui choisit le casier.",
        ),
        Misconception(
            "numero_du_tour",
            lambda table, ids: layers.concat_embeddings(table, list(range(len(ids)))),
            "Tu prends les fiches 0, 1, 2… dans l'ordre de la table. Prends celles que demande ids.",
            "prennent les premières fiches de la table",
            "ids contient déjà les numéros : inutile de compter les tours.",
        ),
        Misconception(
            "casier_d_avant",
            lambda table, ids: layers.concat_embeddings(table, [i - 1 for i in ids]),
            "Tu es décalé d'un casier. Les numéros commencent à 0, comme les cases de Python : `table[i]` suffit.",
            "enlèvent 1 au numéro de casier",
            "Notre alphabet et Python comptent tous les deux à partir de zéro.",
        ),
        Misconception(
            "premiere_note",
            lambda table, ids: [table[i][0] for i in ids],
            "Tu ne prends que la première note de chaque fiche. Prends la fiche entière : `table[i]`.",
            "ne prennent qu'une note par fiche",
            "Une lettre, c'est toute sa fiche.",
        ),
        Misconception(
            "entrelace",
            interleaved,
            "Tes notes sont mélangées, une de chaque fiche. Mets d'abord toute la première fiche, puis la deuxième.",
            "mélangent les notes des fiches",
            "On pose la première fiche entière, puis la deuxième entière.",
        ),
        Misconception(
            "un_nombre",
            lambda table, ids: sum(sum(table[i]) for i in ids),
            "Tu obtiens un seul nombre. On veut garder toutes les notes, dans une longue liste.",
            "additionnent toutes les notes",
            "Un seul nombre ne dit plus rien des lettres.",
        ),
    ),
)
