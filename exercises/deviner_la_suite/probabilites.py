"""1.4 Counts as shares of the cake: divide by the total."""

from autograder.exercise import Badge, Exercise, Misconception, Property
from engine import bigrams
from exercises.deviner_la_suite.words import LETTERS


def moving_total(compte):
    parts = dict(compte)
    for lettre in parts:
        parts[lettre] = parts[lettre] / sum(parts.values())
    return parts


def running_sum(compte):
    parts, cumul = {}, 0
    for lettre in compte:
        cumul += compte[lettre]
        parts[lettre] = cumul / sum(compte.values())
    return parts


def first_share_only(compte):
    lettre = next(iter(compte))
    return {lettre: compte[lettre] / sum(compte.values())}


def each(compte, share):
    """One share per letter: `share(count, all the counts)`."""
    return {lettre: share(n, list(compte.values())) for lettre, n in compte.items()}


probabilites = Exercise(
    name="probabilites",
    title="Partager le gâteau",
    reference=bigrams.normalize,
    draw=lambda rng: ({letter: rng.randint(1, 20) for letter in rng.sample(LETTERS, rng.randint(2, 6))},),
    edges=(
        ({"a": 3, "e": 1},),
        ({"a": 2, "b": 2, "c": 4, ".": 2},),
        ({"z": 5},),
        ({"n": 6, "l": 3, ".": 1},),
        ({"q": 1, "u": 2},),
    ),
    points=3,
    built="Tes comptages sont devenus des probabilités : des parts de gâteau qui font 1 gâteau en tout.",
    badge=Badge(
        "partageur-de-gateau",
        "Partageur de gâteau",
        "Je sais changer des comptages en probabilités.",
        "Change des comptages en probabilités.",
    ),
    hints=(
        "Deux amis qui ont droit à la même part reçoivent chacun une moitié, pas un gâteau entier.",
        "Avec 6, 3 et 1 : la somme est 10, donc la première lettre reçoit 6 / 10, soit 0.6.",
        "Regarde la ligne du total : elle additionne tous les nombres, avec `sum(compte.values())`.",
    ),
    properties=(
        Property(
            "memes_lettres",
            lambda args, value: set(value) == set(args[0]),
            "Chaque lettre du carnet doit recevoir sa part, et aucune autre.",
        ),
        Property(
            "somme_1",
            lambda args, value: abs(sum(value.values()) - 1) < 1e-12,
            "Toutes les parts ensemble doivent faire exactement 1 gâteau.",
        ),
        Property(
            "fois_10",
            lambda one, ten: all(abs(one[letter] - ten[letter]) < 1e-9 for letter in one),
            "Si on multiplie tous les comptages par 10, les parts ne doivent pas changer.",
            on=(({"a": 7, "b": 3},), ({"a": 70, "b": 30},)),
        ),
    ),
    misconceptions=(
        Misconception(
            "par_len",
            lambda compte: each(compte, lambda n, all_: n / len(all_)),
            "Tu divises par le nombre de lettres différentes. Divise par le TOTAL des comptages (la somme).",
            "divisent par le nombre de lettres",
            "On partage entre toutes les fois, pas entre toutes les lettres : divisons par la somme.",
        ),
        Misconception(
            "par_max",
            lambda compte: each(compte, lambda n, all_: n / max(all_)),
            "Tu divises par le plus grand. Pour partager tout le gâteau, divise par la somme.",
            "divisent par le plus grand",
            "Si on divise par le plus grand, la première part prend déjà tout le gâteau.",
        ),
        Misconception(
            "pourcent",
            lambda compte: each(compte, lambda n, all_: 100 * n / sum(all_)),
            "Ce sont de bons pourcentages ! Ici on veut des nombres entre 0 et 1 : enlève le × 100.",
            "donnent des pourcentages",
            "50 % et 0,5, c'est la même part ; le modèle préfère les nombres entre 0 et 1.",
        ),
        Misconception(
            "arrondi",
            lambda compte: each(compte, lambda n, all_: round(n / sum(all_), 1)),
            "N'arrondis pas : garde tous les chiffres, sinon la somme ne fait plus 1.",
            "arrondissent à un chiffre",
            "Si chacun arrondit sa part, il manque des miettes et le gâteau n'est plus entier.",
        ),
        Misconception(
            "arrondi_2",
            lambda compte: each(compte, lambda n, all_: round(n / sum(all_), 2)),
            "N'arrondis pas : garde tous les chiffres, sinon la somme ne fait plus 1.",
            "arrondissent à deux chiffres",
            "Si chacun arrondit sa part, il manque des miettes et le gâteau n'est plus entier.",
        ),
        Misconception(
            "liste",
            lambda compte: [n / sum(compte.values()) for n in compte.values()],
            "Bons nombres ! Mais on ne sait plus quelle lettre est laquelle : "
            "renvoie un dictionnaire {lettre: probabilité}.",
            "renvoient une liste au lieu d'un dictionnaire",
            "Une part sans nom ne sert à rien : on garde la lettre à côté de son nombre.",
        ),
        Misconception(
            "total_qui_bouge",
            moving_total,
            "Tu recalcules le total pendant que tu changes les nombres : il bouge ! "
            "Calcule-le une seule fois, avant la boucle.",
            "recalculent le total pendant le partage",
            "On mesure le gâteau avant de le couper.",
        ),
        Misconception(
            "inverse",
            lambda compte: each(compte, lambda n, all_: sum(all_) / n),
            "La division est à l'envers : c'est le comptage divisé par le total.",
            "font la division à l'envers",
            "Une part est plus petite que le gâteau : la part en haut, le gâteau en bas.",
        ),
        Misconception(
            "moins_1",
            lambda compte: each(compte, lambda n, all_: (n - 1) / sum(all_)),
            "Tu enlèves 1 quelque part. Divise simplement chaque comptage par le total.",
            "enlèvent 1 au comptage",
            "Pas besoin d'enlever quoi que ce soit : comptage divisé par total.",
        ),
        Misconception(
            "entiere",
            lambda compte: each(compte, lambda n, all_: n // sum(all_)),
            "Tu as écrit // : on perd les chiffres après la virgule. Mets un seul /.",
            "utilisent la division entière",
            "Deux barres jettent ce qui est après la virgule ; une seule barre le garde.",
        ),
        Misconception(
            "fois_total",
            lambda compte: each(compte, lambda n, all_: n * sum(all_)),
            "Tu multiplies par le total. Pour partager, on divise.",
            "multiplient par le total",
            "Partager, c'est diviser.",
        ),
        Misconception(
            "inchange",
            lambda compte: dict(compte),
            "Tu renvoies les comptages tels quels. Divise chacun par le total pour en faire des parts.",
            "renvoient les comptages sans diviser",
            "6 fois sur combien ? C'est la question à laquelle répond la division.",
        ),
        Misconception(
            "total_seul",
            lambda compte: sum(compte.values()),
            "Tu renvoies le total. C'est la bonne première étape ! Il reste à partager : renvoie parts.",
            "renvoient le total au lieu des parts",
            "Le total, c'est la taille du gâteau ; on veut les parts.",
        ),
        Misconception(
            "cumul",
            running_sum,
            "Tes parts s'ajoutent les unes aux autres. Chaque lettre reçoit seulement SA part.",
            "additionnent les parts au fur et à mesure",
            "La part d'une lettre ne dépend pas des lettres d'avant.",
        ),
        Misconception(
            "parts_egales",
            lambda compte: each(compte, lambda n, all_: 1 / len(all_)),
            "Tu donnes la même part à chaque lettre. Une lettre vue plus souvent doit recevoir plus.",
            "donnent la même part à toutes les lettres",
            "Une lettre vue plus souvent mérite une plus grosse part.",
        ),
        Misconception(
            "un_sur_total",
            lambda compte: each(compte, lambda n, all_: 1 / sum(all_)),
            "Tu donnes à chaque lettre la part d'une seule fois. Divise son comptage, `compte[lettre]`, par le total.",
            "donnent 1 / total à chaque lettre",
            "Une lettre vue six fois reçoit six morceaux, pas un seul.",
        ),
        Misconception(
            "premiere_seule",
            first_share_only,
            "Une seule lettre a reçu sa part : ton return est peut-être DANS la boucle. Recule-le d'un cran.",
            "ont mis le return dans la boucle",
            "Return veut dire « j'ai fini » : dans la boucle, il l'arrête dès le premier tour.",
        ),
    ),
)
