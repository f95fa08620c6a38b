"""5.3 ★ The bouncer: positive numbers pass, negative ones become 0."""

from random import Random

from autograder.compare import close
from autograder.exercise import Exercise, Misconception, Property
from engine import layers


def draw_vector(rng: Random):
    return ([rng.randint(-300, 300) / 100 for _ in range(rng.randint(2, 7))],)


def writes_in_x(x):
    for i in range(len(x)):
        if x[i] < 0:
            x[i] = 0
    return x


def with_zero_from(limit):
    return lambda x: [v if v > limit else 0 for v in x]


relu = Exercise(
    name="relu",
    title="Le videur à l'entrée",
    reference=layers.relu,
    draw=draw_vector,
    edges=(
        ([1.0, -2.0, 0.0, 3.0, -0.5, 0.25],),
        ([-1.0, -5.0],),
        ([0.5],),
        ([2.0, 4.0],),
        ([-0.75, 1.5, -1.0],),
    ),
    points=2,
    bonus=True,
    built="Ton modèle sait dire non : ce qui est négatif ne passe pas.",
    hints=(
        "Le videur regarde les notes une par une. Positive : elle entre. Négative : un 0 entre à sa place.",
        "Avec `[2, -3, 1]` : 2 passe, -3 devient 0, 1 passe. La réponse est `[2, 0, 1]`.",
        "Regarde la ligne du if : `v > 0` demande si v est positif. Au second trou, écris ce qui remplace un négatif.",
    ),
    properties=(
        Property(
            "meme_taille",
            lambda args, value: len(value) == len(args[0]),
            "La liste doit garder sa taille : un négatif est remplacé, pas enlevé.",
        ),
        Property(
            "rien_de_negatif",
            lambda args, value: all(v >= 0 for v in value),
            "Après le videur, il ne doit rester aucun nombre négatif.",
        ),
        Property(
            "positifs_intacts",
            lambda args, value: all(close(u, v) for u, v in zip(args[0], value, strict=True) if u > 0),
            "Un nombre positif doit passer sans changer.",
        ),
    ),
    misconceptions=(
        Misconception(
            "valeur_absolue",
            lambda x: [abs(v) for v in x],
            "-2 devient 2 chez toi. Avec relu, un négatif devient 0.",
            "enlèvent seulement le signe moins",
            "Le videur ne déguise pas les négatifs en positifs : il met 0 à leur place.",
        ),
        Misconception(
            "enleve",
            lambda x: [v for v in x if v > 0],
            "Tu as supprimé les négatifs : la liste est plus courte. Remplace-les par 0.",
            "suppriment les négatifs",
            "Chaque case a son rôle : on la vide, on ne l'arrache pas.",
        ),
        Misconception(
            "escalier",
            lambda x: [1 if v > 0 else 0 for v in x],
            "Tu mets 1 pour les positifs. Garde leur valeur !",
            "mettent 1 pour tous les positifs",
            "Celui qui passe garde sa valeur : 3 reste 3.",
        ),
        Misconception(
            "un_nombre",
            lambda x: max(0, max(x)),
            "Tu renvoies un seul nombre. Passe sur chaque case.",
            "renvoient un seul nombre",
            "Une fiche entre, une fiche sort, avec autant de cases.",
        ),
        Misconception(
            "a_l_envers",
            lambda x: [v if v < 0 else 0 for v in x],
            "Tu laisses passer les négatifs et tu bloques les positifs. Retourne le signe : `v > 0`.",
            "laissent passer les négatifs",
            "Plus grand que zéro, on entre ; plus petit, on devient zéro.",
        ),
        Misconception(
            "seuil_un",
            with_zero_from(1),
            "Ton videur est trop sévère : 0.25 est positif, il doit passer. Compare avec 0.",
            "comparent avec 1 au lieu de 0",
            "La frontière est à zéro : un quart, c'est déjà positif.",
        ),
        Misconception(
            "seuil_moins_un",
            with_zero_from(-1),
            "Ton videur laisse entrer -0.5, qui est négatif. La frontière est à 0.",
            "laissent passer les petits négatifs",
            "Moins un demi est négatif, même s'il est tout près de zéro.",
        ),
        Misconception(
            "inchange",
            lambda x: list(x),
            "Tout le monde passe ! Dans le else, ajoute 0 à la place de v.",
            "laissent passer tout le monde",
            "Un négatif qui se présente doit être remplacé par zéro.",
        ),
        Misconception(
            "tout_a_zero",
            lambda x: [0] * len(x),
            "Personne ne passe ! Un nombre positif doit garder sa valeur. Vérifie la ligne du if.",
            "mettent tout à zéro",
            "Le videur laisse passer les positifs, sans les changer.",
        ),
        Misconception(
            "moins_un",
            lambda x: [v if v > 0 else -1 for v in x],
            "Tu remplaces les négatifs par -1, qui est encore négatif. Mets 0.",
            "remplacent les négatifs par -1",
            "Zéro veut dire « rien ne passe » ; moins un, ce serait encore quelque chose.",
        ),
        Misconception(
            "rien",
            lambda x: [v if v > 0 else None for v in x],
            "Tu mets None à la place des négatifs. Il faut un nombre pour la suite des calculs : 0.",
            "mettent None à la place des négatifs",
            "Zéro est un nombre, on peut continuer à calculer avec ; None n'en est pas un.",
        ),
        Misconception(
            "abime",
            writes_in_x,
            "Bon résultat, mais tu as écrit dans la liste x qu'on te prête. Range les nombres dans `sortie`.",
            "écrivent dans la liste x",
            "On écrit sur une feuille neuve, on ne rature pas celle qu'on nous prête.",
        ),
        Misconception(
            "premiere_seule",
            lambda x: layers.relu(x)[:1],
            "Tu n'as que la première case : ton return est peut-être DANS la boucle. Recule-le d'un cran.",
            "ont mis le return dans la boucle",
            "Return veut dire « j'ai fini » : dans la boucle, il l'arrête dès le premier tour.",
        ),
    ),
)
