"""1.7 Invent first names, letter after letter."""

from random import Random

from autograder.exercise import Exercise, Misconception, Property, Tool
from engine import bigrams
from exercises.deviner_la_suite.words import LETTERS


def de_truque(tirages):
    """Rigged dice: the given draws, then 0.0; a budget of 200 so that no loop is endless."""

    class TropDeTirages(Exception):
        pass

    reste = list(tirages)
    lancers = 0

    def hasard():
        nonlocal lancers
        lancers += 1
        if lancers > 200:
            raise TropDeTirages("plus de 200 tirages")
        return reste.pop(0) if reste else 0.0

    return hasard


def invented(modele, hasard, maxi, *, start=".", move=True, keep_dot=False, stop=True, best=False):
    """The reference with one thing wrong."""
    lettre, prenom = start, start.strip(".")
    while len(prenom) < maxi:
        page = modele[lettre if move else "."]
        tirage = hasard()
        suivante = max(page, key=page.get) if best else bigrams.sample(page, tirage)
        if suivante == "." and stop:
            return prenom + "." if keep_dot else prenom
        if suivante != ".":
            prenom += suivante
        lettre = suivante
    return prenom


def backwards(modele, hasard, maxi):
    return bigrams.generate(modele, hasard, maxi)[::-1]


def one_throw_for_all(modele, hasard, maxi):
    tirage = hasard()
    return bigrams.generate(modele, lambda: tirage, maxi)


def without_limit(modele, hasard, maxi):
    return bigrams.generate(modele, hasard, 10_000)


def last_letter_only(modele, hasard, maxi):
    prenom, lettre, tours = "", ".", 0
    while len(prenom) < maxi and tours < 10_000:
        lettre = bigrams.sample(modele[lettre], hasard())
        if lettre == ".":
            return prenom
        prenom = lettre
        tours += 1
    return prenom


VOWELS = {
    ".": {"a": 0.5, "l": 0.5},
    "a": {"n": 0.6, ".": 0.4},
    "n": {"a": 0.9, "n": 0.1},
    "l": {"o": 1.0},
    "o": {"u": 0.5, ".": 0.5},
    "u": {".": 1.0},
}
ROUND = {".": {"a": 1.0}, "a": {"b": 1.0}, "b": {"a": 1.0}}


def draw_generation(rng: Random):
    letters = rng.sample(LETTERS, 4)
    model = {".": bigrams.normalize({letter: rng.randint(1, 5) for letter in letters})}
    for letter in letters:
        after = [*rng.sample(letters, 2), "."]
        model[letter] = bigrams.normalize({other: rng.randint(1, 5) for other in after})
    return model, Tool(de_truque, ([round(rng.random(), 3) for _ in range(12)],)), rng.randint(3, 9)


generer = Exercise(
    name="generer",
    title="Inventer des prénoms",
    reference=bigrams.generate,
    draw=draw_generation,
    edges=(
        (VOWELS, Tool(de_truque, ([0.1, 0.1, 0.1, 0.9],)), 12),
        (VOWELS, Tool(de_truque, ([0.7, 0.1, 0.1, 0.1],)), 12),
        (VOWELS, Tool(de_truque, ([0.2, 0.3, 0.95, 0.2, 0.7, 0.9],)), 12),
        (ROUND, Tool(de_truque, ([0.5] * 60,)), 5),
        (VOWELS, Tool(de_truque, ([0.9, 0.0, 0.6],)), 12),
    ),
    points=3,
    built="Ton premier modèle de langage invente des prénoms, lettre après lettre !",
    hints=(
        "Le modèle saute de lettre en lettre, comme sur des pierres : il part du point et s'arrête quand il y revient.",
        "Départ : le point. Le dé donne l, puis o, puis le point. Le prénom inventé est `lo`.",
        "Regarde les trois trous : tant que le prénom a moins de maxi lettres ; "
        "si la lettre est le point, c'est fini ; sinon, ajoute-la au prénom.",
    ),
    properties=(
        Property(
            "sans_point",
            lambda args, value: "." not in value,
            "Le prénom ne doit contenir aucun point : le point dit seulement où il finit.",
        ),
        Property(
            "pas_trop_long",
            lambda args, value: len(value) <= args[2],
            "Le prénom ne doit pas dépasser maxi lettres.",
        ),
        Property(
            "paires_vues",
            lambda args, value: all(b in args[0][a] for a, b in bigrams.bigrams("." + value)),
            "Ton prénom contient deux lettres voisines que le modèle n'a jamais vues ensemble.",
        ),
    ),
    misconceptions=(
        Misconception(
            "garde_le_point",
            lambda m, h, maxi: invented(m, h, maxi, keep_dot=True),
            "Le point veut dire « fini », il ne fait pas partie du prénom. Teste-le AVANT d'ajouter la lettre.",
            "gardent le point dans le prénom",
            "Le point est le panneau « fin » : on s'arrête devant, on ne le ramasse pas.",
        ),
        Misconception(
            "ne_bouge_pas",
            lambda m, h, maxi: invented(m, h, maxi, move=False),
            "Tu repars toujours du point de départ. "
            "Après chaque tirage, la nouvelle lettre devient la lettre actuelle.",
            "repartent toujours du point",
            "Après chaque lettre, on tourne la page du carnet : on va à la page de la nouvelle lettre.",
        ),
        Misconception(
            "commence_par_a",
            lambda m, h, maxi: invented(m, h, maxi, start="a"),
            "Tous tes prénoms commencent par a. Pars du point « . », c'est lui qui choisit la première lettre.",
            "font commencer tous les prénoms par a",
            "La page du point dit par quelles lettres les prénoms commencent.",
        ),
        Misconception(
            "ignore_fin",
            lambda m, h, maxi: invented(m, h, maxi, stop=False),
            "Quand tu tombes sur le point, le prénom est terminé : renvoie-le tout de suite.",
            "ne s'arrêtent pas au point",
            "Le point de fin est tombé : le prénom est terminé, même s'il est court.",
        ),
        Misconception(
            "toujours_max",
            lambda m, h, maxi: invented(m, h, maxi, best=True),
            "Tu prends toujours la lettre la plus probable : tous les prénoms seront pareils. "
            "Utilise ta fonction choisir.",
            "prennent toujours la lettre la plus probable",
            "Sans hasard, le modèle dit toujours le même prénom.",
        ),
        Misconception(
            "une_lettre",
            lambda m, h, maxi: bigrams.sample(m["."], h()),
            "Tu ne tires qu'une seule lettre. Mets le tirage dans une boucle.",
            "ne tirent qu'une lettre",
            "Un prénom, c'est plusieurs lettres : on recommence jusqu'au point.",
        ),
        Misconception(
            "a_l_envers",
            backwards,
            "Tes prénoms sont à l'envers : la nouvelle lettre se colle à la FIN. Écris `prenom + lettre`.",
            "écrivent les prénoms à l'envers",
            "On écrit de gauche à droite : la nouvelle lettre va après les autres.",
        ),
        Misconception(
            "derniere_lettre",
            last_letter_only,
            "Il ne reste que la dernière lettre : tu remplaces le prénom au lieu de l'allonger. "
            "Écris `prenom + lettre`.",
            "remplacent le prénom par la nouvelle lettre",
            "On garde ce qu'on a déjà écrit, et on ajoute la nouvelle lettre derrière.",
        ),
        Misconception(
            "un_seul_lancer",
            one_throw_for_all,
            "Tu lances le dé une seule fois pour tout le prénom. Lance-le pour chaque lettre : "
            "`hasard()` dans la boucle.",
            "lancent le dé une seule fois",
            "Un nouveau lancer pour chaque lettre, sinon le hasard se répète.",
        ),
        Misconception(
            "trop_long",
            lambda m, h, maxi: bigrams.generate(m, h, maxi + 1),
            "Ton prénom peut avoir une lettre de trop : arrête-toi dès qu'il a maxi lettres.",
            "dépassent maxi d'une lettre",
            "Tant que c'est plus petit que maxi, on continue ; à maxi, on s'arrête.",
        ),
        Misconception(
            "trop_court",
            lambda m, h, maxi: bigrams.generate(m, h, maxi - 1),
            "Ton prénom s'arrête une lettre trop tôt : il peut avoir maxi lettres, pas une de moins.",
            "s'arrêtent une lettre avant maxi",
            "Maxi est permis : le prénom peut avoir exactement maxi lettres.",
        ),
        Misconception(
            "sans_limite",
            without_limit,
            "Ton prénom peut devenir géant : si le point ne sort jamais, ta boucle ne s'arrête pas. Compare avec maxi.",
            "oublient la longueur maximale",
            "Si le point ne sort jamais, qui arrête la boucle ? C'est maxi.",
        ),
        Misconception(
            "liste",
            lambda m, h, maxi: list(bigrams.generate(m, h, maxi)),
            "Bonnes lettres, mais dans une liste. Un prénom est un texte : pars de `''` et colle les lettres avec +.",
            "renvoient une liste de lettres",
            "Un prénom se lit d'un seul tenant : on colle les lettres dans un texte.",
        ),
    ),
)
