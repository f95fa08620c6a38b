"""1.3 Count the pairs: one page per letter."""

from autograder.exercise import Badge, Exercise, Misconception, Property
from engine import bigrams
from exercises.deviner_la_suite.words import NAMES


def counted(prenoms, step):
    """Walk over every pair of every name with `step(counts, before, after)`."""
    compte: dict = {}
    for prenom in prenoms:
        for avant, apres in bigrams.bigrams(bigrams.wrap(prenom)):
            step(compte, avant, apres)
    return compte


def set_to(value):
    return lambda compte, avant, apres: compte.setdefault(avant, {}).update({apres: value})


def starts_at_zero(compte, avant, apres):
    row = compte.setdefault(avant, {})
    row[apres] = row.get(apres, -1) + 1


def starts_at_one_then_adds(compte, avant, apres):
    row = compte.setdefault(avant, {})
    row[apres] = row.get(apres, 1) + 1


def wipes_the_page(compte, avant, apres):
    compte[avant] = {apres: 1}


def swaps(compte, avant, apres):
    row = compte.setdefault(apres, {})
    row[avant] = row.get(avant, 0) + 1


def flat(compte, avant, apres):
    compte[avant, apres] = compte.get((avant, apres), 0) + 1


def letters_only(compte, avant, apres):
    compte[avant] = compte.get(avant, 0) + 1


def all_glued(prenoms):
    return bigrams.count_bigrams(["".join(prenoms)])


def without_dots(prenoms):
    compte: dict = {}
    for prenom in prenoms:
        for avant, apres in bigrams.bigrams(prenom):
            row = compte.setdefault(avant, {})
            row[apres] = row.get(apres, 0) + 1
    return compte


def one_shared_page(prenoms):
    page: dict = {}
    compte = {}
    for prenom in prenoms:
        for avant, apres in bigrams.bigrams(bigrams.wrap(prenom)):
            compte[avant] = page
            page[apres] = page.get(apres, 0) + 1
    return compte


compter_paires = Exercise(
    name="compter_paires",
    title="Compter les paires",
    reference=bigrams.count_bigrams,
    draw=lambda rng: ([rng.choice(NAMES) for _ in range(rng.randint(2, 5))],),
    edges=((["emma", "anna"],), (["leo", "lea", "lola"],), (["aa"],), (["tom", "tom"],)),
    points=4,
    built="Tu viens de construire le carnet du modèle : il sait combien de fois chaque lettre en suit une autre.",
    badge=Badge(
        "compteur-de-bigrammes",
        "Compteur de bigrammes",
        "Je sais compter quelle lettre suit quelle lettre.",
        "Compte quelle lettre suit quelle lettre.",
    ),
    hints=(
        "Imagine un carnet : une page par lettre. À chaque paire, va à la page de la première lettre, ajoute un trait.",
        'Pour `["aa"]` : les paires sont `. a`, `a a`, `a .`. Le carnet est `{".": {"a": 1}, "a": {"a": 1, ".": 1}}`.',
        "Regarde la dernière ligne de la boucle : la nouvelle valeur est l'ancienne, `compte[avant][apres]`, plus 1.",
    ),
    properties=(
        Property(
            "total",
            lambda args, value: (
                sum(sum(page.values()) for page in value.values()) == sum(len(prenom) + 1 for prenom in args[0])
            ),
            "Chaque prénom doit donner une paire de plus que de lettres. Ton total ne tombe pas juste.",
        ),
        Property(
            "ordre_indifferent",
            lambda one, other: one == other,
            "Si on change l'ordre des prénoms, les comptes doivent rester les mêmes.",
            on=((["ana", "bob", "ana"],), (["bob", "ana", "ana"],)),
        ),
    ),
    misconceptions=(
        Misconception(
            "toujours_1",
            lambda prenoms: counted(prenoms, set_to(1)),
            "Chaque fois que tu revois une paire, il faut AJOUTER 1 (`+ 1`), pas remettre le compteur à 1.",
            "remettent le compteur à 1",
            "Un compteur avance : nouvelle valeur égale ancienne valeur plus 1.",
        ),
        Misconception(
            "toujours_0",
            lambda prenoms: counted(prenoms, set_to(0)),
            "Tes compteurs restent tous à 0. À chaque paire vue, prends l'ancienne valeur et ajoute 1.",
            "n'ajoutent jamais 1",
            "Voir une paire, c'est ajouter un trait dans le carnet.",
        ),
        Misconception(
            "commence_a_0",
            lambda prenoms: counted(prenoms, starts_at_zero),
            "La première fois que tu vois une paire, elle compte déjà pour 1, pas pour 0.",
            "comptent la première fois pour zéro",
            "La première fois, c'est déjà une fois.",
        ),
        Misconception(
            "un_de_trop",
            lambda prenoms: counted(prenoms, starts_at_one_then_adds),
            "Tous tes comptes ont 1 de trop : tu commences à 1, puis tu ajoutes encore 1. Commence à 0.",
            "commencent à 1 puis ajoutent 1",
            "On pose le compteur à zéro, puis on ajoute un : sinon la première fois compte double.",
        ),
        Misconception(
            "efface_la_ligne",
            lambda prenoms: counted(prenoms, wipes_the_page),
            "Tu effaces la page de la lettre à chaque fois. Ne crée `{}` que si la lettre n'y est pas encore.",
            "effacent la page à chaque fois",
            "On ouvre une page neuve seulement la première fois qu'on voit la lettre.",
        ),
        Misconception(
            "tout_colle",
            all_glued,
            "Tu colles tous les prénoms en un seul mot géant : la fin d'un prénom touche le début du suivant. "
            "Traite-les un par un.",
            "collent tous les prénoms ensemble",
            "Entre deux prénoms il y a une fin et un début : on les traite un par un.",
        ),
        Misconception(
            "sans_points",
            without_dots,
            "Il manque les paires de début et de fin. Entoure chaque prénom de points avant de compter.",
            "oublient d'entourer les prénoms de points",
            "Sans les points, le modèle ne sait ni commencer ni finir un prénom.",
        ),
        Misconception(
            "premier_seul",
            lambda prenoms: bigrams.count_bigrams(prenoms[:1]),
            "Seul le premier prénom est compté. Regarde où est ton return : "
            "il doit être tout à la fin, hors des boucles.",
            "ne comptent que le premier prénom",
            "Return veut dire « j'ai fini » : il va tout à la fin, aligné avec le premier for.",
        ),
        Misconception(
            "dernier_seul",
            lambda prenoms: bigrams.count_bigrams(prenoms[-1:]),
            "Seul le dernier prénom est compté : ton carnet est recommencé à chaque prénom. "
            "Crée `compte = {}` une seule fois, avant les boucles.",
            "recommencent le carnet à chaque prénom",
            "Un seul carnet pour tous les prénoms : on le crée avant la boucle.",
        ),
        Misconception(
            "dico_partage",
            one_shared_page,
            "Toutes tes lettres partagent le même carnet ! Donne un nouveau `{}` à chaque lettre.",
            "donnent la même page à toutes les lettres",
            "Chaque lettre a sa page : il faut un nouveau dictionnaire vide pour chacune.",
        ),
        Misconception(
            "inverse",
            lambda prenoms: counted(prenoms, swaps),
            "Tes pages sont à l'envers : on ouvre la page de la lettre d'AVANT, et on y note celle d'APRÈS.",
            "inversent la lettre d'avant et celle d'après",
            "La page porte le nom de la lettre d'avant ; dessus, on note ce qui vient après.",
        ),
        Misconception(
            "a_plat",
            lambda prenoms: counted(prenoms, flat),
            "Tu comptes bien, mais dans un seul grand carnet. Il faut une page par lettre : `compte[avant][apres]`.",
            "font un seul dictionnaire au lieu d'une page par lettre",
            "Une page par lettre : cela nous servira à demander « qu'est-ce qui vient après le a ? ».",
        ),
        Misconception(
            "lettres_seules",
            lambda prenoms: counted(prenoms, letters_only),
            "Tu comptes les lettres, pas les paires. Pour chaque lettre, note aussi celle qui la suit.",
            "comptent les lettres au lieu des paires",
            "Savoir que le a est fréquent ne suffit pas : on veut savoir ce qui vient après lui.",
        ),
    ),
)
