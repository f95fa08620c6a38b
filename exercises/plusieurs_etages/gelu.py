"""8.2 A softer doorman: each number, as much as its door is open."""

from random import Random

from autograder.exercise import Exercise, Misconception, Property
from engine.layers import relu
from exercises.plusieurs_etages import floors


def opening(v: float) -> float:
    """The notebook's `ouverture`: the share of v that goes through."""
    return floors.gelu([v])[0] / v if v else 0.5


def each(through):
    return lambda x: [through(v) for v in x]


def in_place(x):
    x[:] = floors.gelu(x)
    return x


def draw_card(rng: Random):
    return ([rng.randint(-300, 300) / 100 for _ in range(rng.randint(2, 6))],)


gelu = Exercise(
    name="gelu",
    title="Le videur tout doux",
    reference=floors.gelu,
    draw=draw_card,
    edges=(
        ([1.0, -1.0, 0.0],),
        ([3.0, -3.0, 0.5],),
        ([2.0, 4.0],),
        ([-0.5],),
        ([0.25, -0.75, 1.5, -2.0],),
    ),
    points=2,
    built="Ton videur n'est plus brutal : la porte s'ouvre peu à peu. C'est GELU, celui de GPT-2.",
    hints=(
        "Une porte à moitié ouverte laisse passer la moitié. Quel calcul donne « une part de v » ?",
        "Pour v = 1, la porte est ouverte à 0.84 : il passe 1 × 0.84 = 0.84. Pour v = 0, il passe 0.",
        "Regarde le trou : la part qui passe, c'est v multiplié par `ouverture(v)`.",
    ),
    properties=(
        Property(
            "meme_taille",
            lambda args, value: len(value) == len(args[0]),
            "Une fiche entre, une fiche sort : autant de cases.",
        ),
        Property(
            "grands_passent",
            lambda value: abs(value[0] - 6) < 1e-3 and abs(value[1]) < 1e-3,
            "Loin de 0, ce doit être comme relu : 6 passe en entier, -6 ne passe presque pas.",
            on=(([6.0, -6.0],),),
        ),
        Property(
            "les_deux_cotes",
            lambda value: all(abs(value[i] - value[i + 1] - v) < 1e-9 for i, v in ((0, 0.3), (2, 1.0), (4, 2.5))),
            "Ce qui passe pour v, moins ce qui passe pour -v, doit redonner v.",
            on=(([0.3, -0.3, 1.0, -1.0, 2.5, -2.5],),),
        ),
    ),
    misconceptions=(
        Misconception(
            "porte_seule",
            each(opening),
            "Tu donnes l'ouverture de la porte. On veut ce qui passe : v multiplié par l'ouverture.",
            "renvoient l'ouverture de la porte",
            "La porte ouverte à moitié, ce n'est pas encore ce qui est passé.",
        ),
        Misconception(
            "addition",
            each(lambda v: v + opening(v)),
            "Tu ajoutes l'ouverture à v. Une part DE v, c'est une multiplication.",
            "ajoutent l'ouverture",
            "La moitié de 10, c'est 0,5 fois 10, pas 0,5 plus 10.",
        ),
        Misconception(
            "soustraction",
            each(lambda v: v - opening(v)),
            "Tu enlèves l'ouverture à v. Une part DE v, c'est une multiplication.",
            "enlèvent l'ouverture",
            "La moitié de 10, c'est 0,5 fois 10, pas 10 moins 0,5.",
        ),
        Misconception(
            "division",
            each(lambda v: v / opening(v)),
            "Tu divises par l'ouverture. Une part DE v, c'est une multiplication.",
            "divisent par l'ouverture",
            "Diviser par un demi, c'est doubler : la porte laisserait passer plus que ce qui se présente.",
        ),
        Misconception(
            "relu",
            relu,
            "Ça, c'est relu : la porte est ouverte ou fermée. Ici, elle s'ouvre peu à peu : `v * ouverture(v)`.",
            "réécrivent relu",
            "Relu est un interrupteur, gelu une porte qui s'ouvre doucement.",
        ),
        Misconception(
            "porte_a_l_envers",
            each(lambda v: v * opening(-v)),
            "Ta porte marche à l'envers : elle s'ouvre pour les négatifs. C'est `ouverture(v)` tout court.",
            "ouvrent la porte aux négatifs",
            "Plus v est grand, plus la porte est ouverte.",
        ),
        Misconception(
            "moitie",
            each(lambda v: v / 2),
            "Ta porte est toujours à moitié ouverte. Son ouverture dépend de v : `ouverture(v)`.",
            "ouvrent toujours la porte à moitié",
            "La porte regarde qui se présente : grand nombre, grande ouverture.",
        ),
        Misconception(
            "carre",
            each(lambda v: v * v),
            "Tu multiplies v par lui-même. Multiplie-le par l'ouverture de sa porte : `ouverture(v)`.",
            "multiplient v par lui-même",
            "Deux choses à multiplier : qui se présente, et combien la porte est ouverte.",
        ),
        Misconception(
            "porte_deux_fois",
            each(lambda v: opening(v) * opening(v)),
            "Tu multiplies l'ouverture par elle-même. Il manque v : `v * ouverture(v)`.",
            "oublient v dans le produit",
            "Deux choses à multiplier : qui se présente, et combien la porte est ouverte.",
        ),
        Misconception(
            "inchange",
            lambda x: list(x),
            "Tout passe ! Multiplie chaque note par l'ouverture de sa porte.",
            "laissent tout passer",
            "Sans porte, deux étages à la suite n'en font qu'un.",
        ),
        Misconception(
            "un_nombre",
            lambda x: sum(floors.gelu(x)),
            "Tu additionnes tout. Garde une liste : chaque case a sa porte.",
            "additionnent les cases",
            "Une fiche entre, une fiche sort.",
        ),
        Misconception(
            "premiere_seule",
            lambda x: floors.gelu(x[:1]),
            "Tu n'as que la première case : ton return est peut-être DANS la boucle. Recule-le d'un cran.",
            "ont mis le return dans la boucle",
            "Return veut dire « j'ai fini » : dans la boucle, il l'arrête dès le premier tour.",
        ),
        Misconception(
            "abime",
            in_place,
            "Bon résultat, mais tu as écrit dans la fiche x qu'on te prête. Range dans une nouvelle liste.",
            "écrivent dans la liste x",
            "Une fiche prêtée se rend comme on l'a reçue.",
        ),
    ),
)
