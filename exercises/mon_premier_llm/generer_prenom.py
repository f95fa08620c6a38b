"""5.7 The loop of ChatGPT: predict, draw, add, start again. The model is a spy that reads the whole context."""

from random import Random

from autograder.exercise import Badge, Exercise, Misconception, Property, Tool
from engine import gpt
from engine.vocabulary import ALPHABET

LETTERS = ALPHABET.symbols


def modele_espion(depart, symboles):
    """A model whose scores depend on every number read and on their order; a budget so that no loop is endless."""

    class EndlessLoop(Exception):
        pass

    appels = 0

    def modele(ids):
        nonlocal appels
        appels += 1
        if appels > 150:
            raise EndlessLoop("plus de 150 appels du modèle")
        lignes, memoire = [], depart
        for numero in ids:
            memoire = (memoire * 7 + numero * 5 + 3) % 101
            lignes.append([(memoire * (numero_suivant + 2) * 13) % 17 / 6 for numero_suivant in range(symboles)])
        return lignes

    return modele


def modele_bavard(symboles):
    """A spy that never says the dot: it always prefers, by far, letter 1 + the length of the context."""

    class EndlessLoop(Exception):
        pass

    appels = 0

    def modele(ids):
        nonlocal appels
        appels += 1
        if appels > 150:
            raise EndlessLoop("plus de 150 appels du modèle")
        favoris = [1 + (place + sum(ids[: place + 1])) % (symboles - 1) for place in range(len(ids))]
        return [[900.0 if numero == favori else 0.0 for numero in range(symboles)] for favori in favoris]

    return modele


def de_truque(tirages):
    """Rigged dice: the given draws, again and again."""
    lancers = 0

    def hasard():
        nonlocal lancers
        lancers += 1
        return tirages[(lancers - 1) % len(tirages)]

    return hasard


def reference(modele, hasard, T, maxi):
    return gpt.generate_name(modele, hasard, T, maxi, ALPHABET)


def grown(ids, n):
    return [*ids, n]


def invented(modele, hasard, T, maxi, *, first=0, row=-1, context=grown, write=None, stop=True, keep_dot=False):
    """The reference with one thing wrong."""
    ids, prenom = [first], LETTERS[first].strip(".")
    while len(prenom) < maxi:
        n = drawn(gpt.temperature(modele(ids)[row], T), hasard())
        if n == 0 and stop:
            return prenom + "." if keep_dot else prenom
        ids = context(ids, n)
        letter = LETTERS[n]
        prenom = write(prenom, n) if write else prenom + letter
    return prenom


def drawn(shares, throw):
    """The given `tirer`: where the dart lands."""
    total = 0
    for number, share in enumerate(shares):
        total += share
        if throw < total:
            return number
    return len(shares) - 1


def with_wrong(**wrong):
    return lambda modele, hasard, T, maxi: invented(modele, hasard, T, maxi, **wrong)


def favourite(modele, hasard, T, maxi):
    def best(ids):
        return [[900.0 if score == max(row) else 0.0 for score in row] for row in modele(ids)]

    return reference(best, hasard, T, maxi)


def one_throw_for_all(modele, hasard, T, maxi):
    throw = hasard()
    return reference(modele, lambda: throw, T, maxi)


def append_gives_nothing(ids, n):
    return ids.append(n)


def glues_a_number(modele, hasard, T, maxi):
    n = drawn(gpt.temperature(modele([0])[-1], T), hasard())
    return "" if n == 0 else "" + n


def counts_the_turns(modele, hasard, T, maxi):
    """`while len(ids) < maxi`: the starting dot counts as a letter."""
    return reference(modele, hasard, T, maxi - 1)


def draw_game(rng: Random):
    throws = [rng.randint(0, 999) / 1000 for _ in range(9)]
    spy = Tool(modele_espion, (rng.randint(1, 100), 6))
    return spy, Tool(de_truque, (throws,)), rng.choice((0.3, 0.8, 1.5)), rng.randint(3, 9)


def game(start, throws, T, longest):
    return Tool(modele_espion, (start, 6)), Tool(de_truque, (throws,)), T, longest


generer_prenom = Exercise(
    name="generer_prenom",
    title="Inventer un prénom avec ton GPT",
    reference=reference,
    draw=draw_game,
    edges=(
        game(4, [0.55, 0.9, 0.35, 0.7, 0.15, 0.45], 0.8, 6),
        game(11, [0.3, 0.65, 0.85, 0.2, 0.95, 0.5, 0.05], 0.3, 8),
        game(23, [0.8, 0.4, 0.6, 0.25, 0.02], 1.5, 9),
        game(37, [0.01, 0.5], 1.5, 5),
        game(52, [0.5, 0.75, 0.99, 0.3], 4.0, 1),
        (Tool(modele_bavard, (6,)), Tool(de_truque, ([0.5, 0.2],)), 0.5, 4),
    ),
    points=4,
    built="La boucle de ChatGPT est à toi : prédire, tirer, ajouter, recommencer.",
    badge=Badge(
        "inventeur-de-prenoms",
        "Inventeur de prénoms",
        "Je sais faire parler un GPT : prédire, tirer, ajouter, recommencer.",
        "Fais parler ton GPT, lettre après lettre.",
    ),
    hints=(
        "À chaque tour, le modèle relit TOUT ce qui est écrit. On tire une lettre, on l'ajoute, et on recommence.",
        "Départ : ids vaut `[0]`. Si on tire le numéro 12, ids devient `[0, 12]` et le prénom devient `l`.",
        "Regarde les trois trous : `[-1]` prend la dernière ligne, `ids + [n]` allonge la liste, "
        "`alphabet[n]` donne la lettre.",
    ),
    properties=(
        Property(
            "sans_point",
            lambda args, value: "." not in value,
            "Le prénom ne doit contenir aucun point : le point dit seulement où il finit.",
        ),
        Property(
            "pas_trop_long",
            lambda args, value: len(value) <= args[3],
            "Le prénom ne doit pas dépasser maxi lettres.",
        ),
        Property(
            "des_lettres",
            lambda args, value: all(letter in LETTERS for letter in value),
            "Un prénom est fait de lettres de a à z, et de rien d'autre.",
        ),
    ),
    misconceptions=(
        Misconception(
            "garde_point",
            with_wrong(keep_dot=True),
            "Le point veut dire « fini » : ne l'ajoute pas au prénom.",
            "gardent le point dans le prénom",
            "Le point est le panneau « fin » : on s'arrête devant, on ne le ramasse pas.",
        ),
        Misconception(
            "ignore_fin",
            with_wrong(stop=False, write=lambda prenom, n: prenom + LETTERS[n].strip(".")),
            "Quand le modèle dit « . », le prénom est terminé : renvoie-le.",
            "ne s'arrêtent pas au point",
            "Le point est tombé : le prénom est terminé, même s'il est court.",
        ),
        Misconception(
            "point_au_milieu",
            with_wrong(stop=False),
            "Ton prénom contient des points et continue après. Le numéro 0 veut dire « fini » : renvoie le prénom.",
            "écrivent le point et continuent",
            "Le point est tombé : on s'arrête, et on ne l'écrit pas.",
        ),
        Misconception(
            "oublie_contexte",
            with_wrong(context=lambda ids, n: ids),
            "Ton modèle redit toujours la même chose. Deux pistes : ajoute la nouvelle lettre à ids, "
            "et lis la DERNIÈRE ligne : `[-1]`.",
            "n'allongent pas ids, ou lisent la première ligne",
            "Le modèle doit relire tout ce qui est écrit, et sa dernière ligne parle de la lettre suivante.",
        ),
        Misconception(
            "derniere_seule",
            with_wrong(context=lambda ids, n: [n]),
            "Tu ne gardes que la dernière lettre : ton GPT redevient un bigramme ! Garde toutes les lettres.",
            "ne gardent que la dernière lettre",
            "La force de l'attention, c'est de relire tout le début : il faut le garder.",
        ),
        Misconception(
            "debut_liste",
            with_wrong(context=lambda ids, n: [n, *ids]),
            "Tu ajoutes la nouvelle lettre au début. Elle va à la FIN de ids.",
            "ajoutent la lettre au début de ids",
            "On écrit de gauche à droite : la nouvelle lettre va au bout.",
        ),
        Misconception(
            "perd_le_point",
            with_wrong(context=lambda ids, n: [*ids[1:], n] if ids[0] == 0 else [*ids, n]),
            "Tu perds le 0 du début. Garde tout ce qu'il y a dans ids, et ajoute n au bout.",
            "perdent le point de départ",
            "Le 0 du début dit « ici commence le prénom » : le modèle en a besoin à chaque tour.",
        ),
        Misconception(
            "oublie_T",
            lambda modele, hasard, T, maxi: reference(modele, hasard, 1.0, maxi),
            "Tu n'utilises pas la température T.",
            "oublient la température",
            "La température arrive dans la boîte T : il faut la donner à la fonction temperature.",
        ),
        Misconception(
            "depart_a",
            with_wrong(first=1),
            "Tous tes prénoms commencent par a. Pars de `[0]`, le point.",
            "font commencer tous les prénoms par a",
            "Le numéro 0 est le point, le panneau « début » : c'est de là qu'on part.",
        ),
        Misconception(
            "numeros",
            with_wrong(write=lambda prenom, n: prenom + str(n)),
            "Tu affiches des numéros. Transforme chaque numéro en lettre : `alphabet[n]`.",
            "écrivent des numéros au lieu de lettres",
            "Le modèle parle en numéros ; l'alphabet les traduit en lettres.",
        ),
        Misconception(
            "colle_un_nombre",
            glues_a_number,
            "n est un numéro, on ne peut pas le coller tel quel. Dans ids, mets `[n]` ; dans le prénom, `alphabet[n]`.",
            "collent le numéro sans crochets ou sans alphabet",
            "Une liste se colle avec une liste, un texte avec un texte.",
        ),
        Misconception(
            "append_rend_rien",
            with_wrong(context=append_gives_nothing),
            "`ids.append(n)` ajoute, mais ne rend rien : ids devient None. Écris `ids = ids + [n]`.",
            "écrivent ids = ids.append(n)",
            "append travaille en silence : soit append tout seul, soit égale ids plus crochet n crochet.",
        ),
        Misconception(
            "decale_alphabet",
            with_wrong(write=lambda prenom, n: prenom + LETTERS[n - 1]),
            "Tes lettres sont décalées d'une case : le numéro 1 est a. Écris `alphabet[n]`, sans enlever 1.",
            "décalent l'alphabet d'une lettre",
            "La case 0 de l'alphabet, c'est le point ; a est dans la case 1.",
        ),
        Misconception(
            "toujours_max",
            favourite,
            "Tu prends toujours la lettre préférée : tous les prénoms seront pareils. Sers-toi de `tirer`.",
            "prennent toujours la lettre préférée",
            "Sans hasard, le modèle dit toujours le même prénom.",
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
            "a_l_envers",
            with_wrong(write=lambda prenom, n: LETTERS[n] + prenom),
            "Tes prénoms sont à l'envers : la nouvelle lettre se colle à la FIN, `prenom + alphabet[n]`.",
            "écrivent les prénoms à l'envers",
            "On écrit de gauche à droite : la nouvelle lettre va après les autres.",
        ),
        Misconception(
            "derniere_lettre",
            with_wrong(write=lambda prenom, n: LETTERS[n]),
            "Il ne reste que la dernière lettre : tu remplaces le prénom au lieu de l'allonger. "
            "Écris `prenom + alphabet[n]`.",
            "remplacent le prénom par la nouvelle lettre",
            "On garde ce qui est déjà écrit, et on ajoute la nouvelle lettre derrière.",
        ),
        Misconception(
            "une_lettre",
            lambda modele, hasard, T, maxi: reference(modele, hasard, T, 1),
            "Tu ne tires qu'une seule lettre : ton return est peut-être dans la boucle. Recule-le d'un cran.",
            "ne tirent qu'une lettre",
            "Un prénom, c'est plusieurs lettres : on recommence jusqu'au point.",
        ),
        Misconception(
            "trop_long",
            lambda modele, hasard, T, maxi: reference(modele, hasard, T, maxi + 1),
            "Ton prénom peut avoir une lettre de trop : arrête-toi dès qu'il a maxi lettres.",
            "dépassent maxi d'une lettre",
            "Tant que c'est plus petit que maxi, on continue ; à maxi, on s'arrête.",
        ),
        Misconception(
            "trop_court",
            counts_the_turns,
            "Ton prénom s'arrête une lettre trop tôt. Compte les lettres de `prenom`, pas celles de ids.",
            "s'arrêtent une lettre avant maxi",
            "Dans ids, il y a aussi le point de départ : il ne compte pas comme une lettre.",
        ),
        Misconception(
            "sans_limite",
            lambda modele, hasard, T, maxi: reference(modele, hasard, T, 1000),
            "Ton prénom peut devenir géant : si le point ne sort jamais, ta boucle ne s'arrête pas. "
            "Compare `len(prenom)` avec maxi.",
            "oublient la longueur maximale",
            "Si le point ne sort jamais, qui arrête la boucle ? C'est maxi.",
        ),
        Misconception(
            "liste",
            lambda modele, hasard, T, maxi: list(reference(modele, hasard, T, maxi)),
            'Bonnes lettres, mais dans une liste. Un prénom est un texte : pars de `""` et colle les lettres avec +.',
            "renvoient une liste de lettres",
            "Un prénom se lit d'un seul tenant : on colle les lettres dans un texte.",
        ),
        Misconception(
            "rend_ids",
            lambda modele, hasard, T, maxi: ALPHABET.encode("." + reference(modele, hasard, T, maxi)),
            "Tu renvoies ids, la liste des numéros. On veut le prénom, en lettres : renvoie `prenom`.",
            "renvoient ids au lieu du prénom",
            "ids est pour la machine, prenom est pour nous.",
        ),
    ),
)
