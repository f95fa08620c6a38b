"""5.6 ★ Temperature: divide the scores by T, then softmax."""

from random import Random

from autograder.compare import close
from autograder.exercise import Badge, Exercise, Misconception, Property
from engine import gpt
from engine.layers import softmax


def draw_scores(rng: Random):
    return [rng.randint(-30, 40) / 10 for _ in range(rng.randint(2, 5))], rng.choice((0.25, 0.5, 0.8, 1.5, 2.0, 4.0))


temperature = Exercise(
    name="temperature",
    title="Le bouton de la folie",
    reference=gpt.temperature,
    draw=draw_scores,
    edges=(
        ([1.0, 2.0, 3.0], 0.5),
        ([1.0, 2.0, 3.0], 2.0),
        ([0.0, 1.0], 1.0),
        ([-1.0, 4.0, 0.0], 0.25),
        ([3.0, 3.5, -2.5], 1.5),
    ),
    points=2,
    bonus=True,
    built="Ton modèle a un bouton : sage quand T est petit, fou quand T est grand.",
    badge=Badge(
        "dompteur-de-temperature",
        "Dompteur de température",
        "Je sais régler la folie d'un modèle avec la température.",
        "Règle la folie de ton modèle avec la température.",
    ),
    hints=(
        "Petite température : le favori écrase les autres. Grande température : les parts deviennent presque égales.",
        "Avec les scores `[1, 2]` et T = 0.5 : on divise, cela donne `[2, 4]`. L'écart double, puis vient softmax.",
        "Regarde les deux trous : chaque score devient `s / T`, et softmax reçoit la liste `regles`.",
    ),
    properties=(
        Property(
            "t_egal_1",
            lambda value: close(value, softmax([1.0, 2.0])),
            "Avec T = 1, la température ne change rien : on retrouve softmax.",
            on=(([1.0, 2.0], 1.0),),
        ),
        Property(
            "sage",
            lambda value: value[2] > 0.999,
            "Avec une toute petite température, le favori doit prendre presque tout le gâteau.",
            on=(([1.0, 2.0, 3.0], 0.05),),
        ),
        Property(
            "fou",
            lambda value: max(value) - min(value) < 0.01,
            "Avec une très grande température, les parts doivent être presque égales.",
            on=(([1.0, 2.0, 3.0], 1000.0),),
        ),
    ),
    misconceptions=(
        Misconception(
            "multiplie",
            lambda scores, T: softmax([s * T for s in scores]),
            "C'est l'inverse : on DIVISE les scores par T. Petite température = modèle sage, grande = modèle fou.",
            "multiplient par T",
            "Diviser par un grand nombre rapproche les scores : le modèle hésite, donc il ose.",
        ),
        Misconception(
            "sans_effet",
            lambda scores, T: softmax(scores),
            "Ta température ne change rien. Tu l'as oubliée, ou ajoutée, ou soustraite : softmax ne le voit pas. "
            "Divise chaque score par T.",
            "oublient T, ou l'ajoutent, ou la soustraient",
            "Softmax ne regarde que les écarts : ajouter ou enlever le même nombre partout ne change rien.",
        ),
        Misconception(
            "apres",
            lambda scores, T: [p / T for p in softmax(scores)],
            "Divise les scores AVANT softmax, sinon la somme ne fait plus 1.",
            "divisent après softmax",
            "On règle d'abord les scores ; softmax coupe le gâteau en dernier.",
        ),
        Misconception(
            "sans_softmax",
            lambda scores, T: [s / T for s in scores],
            "Il reste à passer le résultat dans softmax.",
            "oublient softmax à la fin",
            "Des scores ne sont pas encore des parts de gâteau : softmax s'en charge.",
        ),
        Misconception(
            "softmax_avant",
            lambda scores, T: softmax([p / T for p in softmax(scores)]),
            "Tu passes deux fois dans softmax. Divise d'abord les scores par T, puis un seul softmax.",
            "passent deux fois dans softmax",
            "Un seul softmax, tout à la fin : il coupe le gâteau une fois pour toutes.",
        ),
        Misconception(
            "softmax_deux_fois",
            lambda scores, T: softmax(softmax([s / T for s in scores])),
            "Tu passes deux fois dans softmax. Le gâteau est déjà coupé après le premier.",
            "passent deux fois dans softmax à la fin",
            "Un seul softmax, tout à la fin : il coupe le gâteau une fois pour toutes.",
        ),
        Misconception(
            "inverse",
            lambda scores, T: softmax([T / s for s in scores]),
            "Ta division est à l'envers : c'est le score divisé par T, `s / T`.",
            "divisent T par le score",
            "Le score en haut, la température en bas.",
        ),
        Misconception(
            "entiere",
            lambda scores, T: softmax([s // T for s in scores]),
            "Tu as écrit // : on perd les chiffres après la virgule. Mets un seul /.",
            "utilisent la division entière",
            "Deux barres jettent ce qui est après la virgule ; une seule barre le garde.",
        ),
        Misconception(
            "puissance",
            lambda scores, T: softmax([s**T for s in scores]),
            "Tu élèves les scores à la puissance T. Divise-les simplement : `s / T`.",
            "élèvent à la puissance T",
            "La température divise : c'est tout ce qu'elle fait.",
        ),
        Misconception(
            "favori",
            lambda scores, T: scores.index(max(scores)),
            "Tu donnes le numéro du favori. On veut toutes les parts du gâteau, une par score.",
            "renvoient le numéro du favori",
            "La température prépare le tirage au sort ; elle ne choisit pas elle-même.",
        ),
        Misconception(
            "un_seul",
            lambda scores, T: softmax(scores[:1]),
            "Tu n'as qu'une seule part : ton return est peut-être DANS la boucle. Recule-le d'un cran.",
            "ont mis le return dans la boucle",
            "Return veut dire « j'ai fini » : dans la boucle, il l'arrête dès le premier tour.",
        ),
    ),
)
