"""5.5 The whole GPT: letter + place, attention, MLP, scores."""

from random import Random

from autograder.compare import close
from autograder.exercise import Badge, Exercise, Misconception, Property
from engine import gpt
from engine.layers import add, rmsnorm, softmax
from exercises.mon_premier_llm.pieces import attention_step, drawn_brain, filtered, think

ENGINE_NAMES = {
    "lettres": "wte",
    "places": "wpe",
    "Wq": "layer0.attn_wq",
    "Wk": "layer0.attn_wk",
    "Wv": "layer0.attn_wv",
    "Wo": "layer0.attn_wo",
    "W1": "layer0.mlp_fc1",
    "W2": "layer0.mlp_fc2",
    "sortie": "lm_head",
}


def reference(P, ids):
    return gpt.mini_gpt({ours: P[theirs] for theirs, ours in ENGINE_NAMES.items()}, ids, P["tetes"])


def plain_start(P, ids, i):
    return rmsnorm(add(P["lettres"][ids[i]], P["places"][i]))


def assembled(*, start=plain_start, attention=attention_step, mlp=think, end=lambda card: card):
    """The reference with one step replaced: `start(P, ids, i)` is the card of letter i."""

    def wrong(P, ids):
        cards = attention(P, [start(P, ids, i) for i in range(len(ids))])
        return [filtered(P["sortie"], end(mlp(P, card))) for card in cards]

    return wrong


def placed_at(place):
    return lambda P, ids, i: rmsnorm(add(P["lettres"][ids[i]], P["places"][place(ids, i)]))


def attending(**wrong):
    return lambda P, cards: attention_step(P, cards, **wrong)


def one_head(P, cards):
    return attention_step(P, cards, heads=1)


def root_of_the_whole_card(P, cards):
    return attention_step(P, cards, scale=len(cards[0]))


def always_card(n):
    """The MLP reads the same letter at every turn."""

    def wrong(P, ids):
        cards = attention_step(P, [plain_start(P, ids, i) for i in range(len(ids))])
        return [filtered(P["sortie"], think(P, cards[n])) for _ in cards]

    return wrong


def flat(rows):
    return [score for row in rows for score in row]


def draw_word(rng: Random):
    return drawn_brain(rng), [0] + [rng.randrange(1, 6) for _ in range(rng.randint(1, 3))]


BRAIN, OTHER, THIRD = (drawn_brain(Random(seed)) for seed in (5, 6, 7))

mini_gpt = Exercise(
    name="mini_gpt",
    title="Ton mini-GPT",
    reference=reference,
    draw=draw_word,
    edges=((BRAIN, [0, 3, 1, 5]), (OTHER, [0, 2, 2]), (THIRD, [0]), (OTHER, [4, 1, 0, 4])),
    points=4,
    built="Un GPT entier, assemblé par toi : des lettres entrent, des scores sortent pour la lettre suivante.",
    badge=Badge(
        "architecte-gpt",
        "Architecte GPT",
        "Je sais assembler un GPT entier : lettre, place, attention, réflexion, scores.",
        "Assemble toutes les pièces de ton mini-GPT.",
    ),
    hints=(
        "Suis la fiche dans l'usine : lettre et place, rmsnorm, attention, réflexion, scores. "
        "Chaque machine reçoit ce que la précédente a fabriqué.",
        'Pour la lettre 3 à la place 1 : additionne `P["lettres"][3]` et `P["places"][1]`.',
        'Regarde les trois trous : `P["places"][place]`, puis v dans le bloc, puis encore v dans le dernier filtre.',
    ),
    properties=(
        Property(
            "une_ligne_par_lettre",
            lambda args, value: (
                len(value) == len(args[1]) and all(len(row) == len(args[0]["lettres"]) for row in value)
            ),
            "Il faut une ligne par lettre lue, et dans chaque ligne un score pour chaque symbole.",
        ),
        Property(
            "pas_de_futur",
            lambda long, short: close(long[:2], short),
            "Ajouter des lettres à la fin ne doit rien changer aux premiers scores : le futur est interdit.",
            on=((BRAIN, [0, 3, 1, 5]), (BRAIN, [0, 3])),
        ),
        Property(
            "ordre_important",
            lambda one, other: any(abs(a - b) > 1e-6 for a, b in zip(one[-1], other[-1], strict=True)),
            "Si on mélange les lettres du début, les scores doivent changer : l'ordre compte.",
            on=((BRAIN, [0, 1, 2, 3]), (BRAIN, [0, 2, 1, 3])),
        ),
    ),
    misconceptions=(
        Misconception(
            "sans_place",
            assembled(start=lambda P, ids, i: rmsnorm(P["lettres"][ids[i]])),
            "Tu as oublié la place : sans elle, le modèle confond « 1re lettre » et « 3e lettre ».",
            "oublient la place",
            "Sans la place, le mot est un sac de lettres : « anna » et « naan » se ressemblent.",
        ),
        Misconception(
            "place_0",
            assembled(start=placed_at(lambda ids, i: 0)),
            'Toutes les lettres ont la même place (0). Utilise la place de chaque lettre : `P["places"][place]`.',
            "donnent la place 0 à toutes les lettres",
            "Chacun a sa chaise : la première lettre sur la chaise 0, la suivante sur la chaise 1.",
        ),
        Misconception(
            "place_suivante",
            assembled(start=placed_at(lambda ids, i: i + 1)),
            "Tes places sont décalées d'une chaise. Python compte à partir de 0 : la première place est 0.",
            "comptent les places à partir de 1",
            "La première chaise porte le numéro 0, comme la première case d'une liste.",
        ),
        Misconception(
            "place_de_la_lettre",
            assembled(start=placed_at(lambda ids, i: ids[i])),
            'Tu prends `P["places"][lettre]`. Le numéro de la lettre n\'est pas sa place : utilise `place`.',
            "confondent le numéro de la lettre et sa place",
            "Quelle lettre ? Et sur quelle chaise ? Ce sont deux numéros différents.",
        ),
        Misconception(
            "lettre_deux_fois",
            assembled(start=lambda P, ids, i: rmsnorm(add(P["lettres"][ids[i]], P["lettres"][ids[i]]))),
            'Tu additionnes la lettre avec elle-même. La fiche de la place est dans `P["places"]`.',
            "additionnent la lettre avec elle-même",
            "Deux tables différentes : une pour « quelle lettre », une pour « quelle place ».",
        ),
        Misconception(
            "lettres_au_lieu_de_places",
            assembled(start=lambda P, ids, i: rmsnorm(add(P["lettres"][ids[i]], P["lettres"][i]))),
            'Tu cherches la place dans la table des lettres. Les places ont leur table : `P["places"]`.',
            "cherchent la place dans la table des lettres",
            "Deux tables différentes : une pour « quelle lettre », une pour « quelle place ».",
        ),
        Misconception(
            "sans_residu",
            assembled(attention=attending(shortcut=False)),
            "Il manque le raccourci après l'attention : ajoute x.",
            "oublient le raccourci après l'attention",
            "Ce que la lettre apprend des autres s'ajoute à ce qu'elle était.",
        ),
        Misconception(
            "sans_mlp",
            assembled(mlp=lambda P, card: card),
            "Il manque le bloc MLP après l'attention.",
            "oublient le bloc MLP",
            "D'abord on écoute les autres, ensuite on réfléchit : il faut les deux.",
        ),
        Misconception(
            "sans_attention",
            assembled(attention=lambda P, cards: cards),
            "L'étage d'attention a disparu : chaque lettre ignore les autres. Garde la ligne `etage_attention`.",
            "sautent l'étage d'attention",
            "Sans attention, chaque lettre est seule : on revient aux bigrammes de la leçon 1.",
        ),
        Misconception(
            "sans_norm0",
            assembled(start=lambda P, ids, i: add(P["lettres"][ids[i]], P["places"][i])),
            "Il manque `rmsnorm` juste après lettre + place.",
            "oublient rmsnorm après lettre + place",
            "À l'entrée de l'usine, on remet chaque fiche à une taille normale.",
        ),
        Misconception(
            "sans_norm1",
            assembled(attention=attending(norm=False)),
            "Il manque `rmsnorm` au début de l'étage d'attention. La ligne `etage_attention(P, x)` le fait pour toi.",
            "oublient rmsnorm dans l'étage d'attention",
            "Avant d'écouter les autres, on remet les fiches à une taille normale.",
        ),
        Misconception(
            "sans_wo",
            assembled(attention=attending(output=False)),
            "Il manque le filtre Wo à la sortie de l'attention.",
            "oublient le filtre Wo",
            "Après avoir recollé les têtes, un dernier filtre mélange ce qu'elles ont trouvé.",
        ),
        Misconception(
            "une_tete",
            assembled(attention=one_head),
            "Tu n'utilises qu'une seule tête. Coupe q, k et v en `P[\"tetes\"]` morceaux.",
            "n'utilisent qu'une seule tête",
            "Plusieurs têtes écoutent plusieurs choses à la fois : on coupe la fiche entre elles.",
        ),
        Misconception(
            "racine_d",
            assembled(attention=root_of_the_whole_card),
            "Dans chaque tête, la racine est celle de la taille de la TÊTE, pas de toute la fiche.",
            "prennent la racine de toute la fiche",
            "Chaque tête ne voit que son morceau : c'est sa longueur qui compte.",
        ),
        Misconception(
            "futur",
            assembled(attention=attending(future=True)),
            "Tes lettres voient le futur ! Chacune n'écoute que celles d'avant et elle-même.",
            "laissent voir le futur",
            "Lire la réponse avant de deviner, c'est de la triche : on cache ce qui vient après.",
        ),
        Misconception(
            "norm_avant_mlp",
            assembled(mlp=lambda P, card: think(P, rmsnorm(card))),
            "Il y a un `rmsnorm` de trop : ton `bloc_mlp` normalise déjà. Donne-lui simplement v.",
            "normalisent une fois de trop avant le MLP",
            "Le bloc normalise lui-même : il lui faut la fiche entière pour son raccourci.",
        ),
        Misconception(
            "norm_fin",
            assembled(end=rmsnorm),
            "Tu ajoutes un `rmsnorm` avant les scores. GPT-2 le fait, mais pas notre modèle : donne v au filtre.",
            "normalisent avant les scores",
            "C'est une bonne idée de GPT-2 ; notre petit modèle s'en passe.",
        ),
        Misconception(
            "probas",
            lambda P, ids: [softmax(row) for row in reference(P, ids)],
            "Renvoie les scores bruts. Le softmax viendra après, avec la température.",
            "passent déjà les scores dans softmax",
            "Les scores d'abord ; les parts de gâteau viendront avec la température.",
        ),
        Misconception(
            "probas_avant_sortie",
            assembled(end=softmax),
            "Tu passes la fiche dans softmax avant le dernier filtre. Donne-lui v tel quel.",
            "passent la fiche dans softmax avant le dernier filtre",
            "Le dernier filtre transforme la fiche en scores : il lui faut la fiche, pas des parts de gâteau.",
        ),
        Misconception(
            "toujours_la_premiere",
            always_card(0),
            "Toutes tes lignes se ressemblent : tu reprends toujours la première fiche. Celle du tour s'appelle v.",
            "reprennent toujours la première fiche",
            "À chaque tour de boucle, une nouvelle fiche arrive : elle s'appelle v.",
        ),
        Misconception(
            "toujours_la_derniere",
            always_card(-1),
            "Toutes tes lignes se ressemblent : tu reprends toujours la dernière fiche. Celle du tour s'appelle v.",
            "reprennent toujours la dernière fiche",
            "À chaque tour de boucle, une nouvelle fiche arrive : elle s'appelle v.",
        ),
        Misconception(
            "fiches",
            lambda P, ids: [
                think(P, card) for card in attention_step(P, [plain_start(P, ids, i) for i in range(len(ids))])
            ],
            'Tu renvoies les fiches. Il manque le dernier filtre : `filtre(P["sortie"], v)` donne les scores.',
            "oublient le dernier filtre",
            "Une fiche décrit la lettre lue ; le dernier filtre en fait un score par lettre possible.",
        ),
        Misconception(
            "dernier",
            lambda P, ids: reference(P, ids)[-1],
            "Renvoie les scores pour chaque lettre, pas seulement la dernière.",
            "ne renvoient que la dernière ligne",
            "Pour apprendre, le modèle devine après chaque lettre : il faut toutes les lignes.",
        ),
        Misconception(
            "derniere_ligne_seule",
            lambda P, ids: reference(P, ids)[-1:],
            "Il ne reste que la dernière ligne : la liste scores est recommencée à chaque tour. "
            "Crée-la une seule fois, avant la boucle.",
            "recréent la liste scores à chaque tour",
            "On prend une feuille neuve une seule fois, avant de commencer.",
        ),
        Misconception(
            "premiere_seule",
            lambda P, ids: reference(P, ids)[:1],
            "Tu n'as que la première ligne : ton return est peut-être DANS la boucle. Recule-le d'un cran.",
            "ont mis le return dans la boucle",
            "Return veut dire « j'ai fini » : dans la boucle, il l'arrête dès le premier tour.",
        ),
        Misconception(
            "a_plat",
            lambda P, ids: flat(reference(P, ids)),
            "Tu as mis tous les scores bout à bout. On veut une ligne par lettre : `append`, pas `+`.",
            "mettent tous les scores sur une seule ligne",
            "Une ligne de scores par lettre lue : c'est une grille, pas un long ruban.",
        ),
    ),
)
