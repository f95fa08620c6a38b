"""2.1 The loss: how far from the basket the ball fell. One number, for the share given to the right letter."""

import math
from random import Random

from autograder.exercise import Badge, Exercise, Misconception, Property
from engine import loss
from exercises.apprendre_des_erreurs.inputs import CHANCE, shares


def draw_prediction(rng: Random):
    probas = shares(rng, rng.randint(3, 6))
    return probas, rng.randrange(len(probas))


perte = Exercise(
    name="perte",
    title="La perte : à quelle distance du panier ?",
    reference=loss.loss,
    draw=draw_prediction,
    edges=(
        ([0.5, 0.2, 0.3], 0),
        ([0.5, 0.2, 0.3], 1),
        ([0.1, 0.2, 0.7], 2),
        ([0.6, 0.1, 0.3], 1),
        ([0.05, 0.15, 0.7, 0.1], 3),
        ([0.05, 0.15, 0.7, 0.1], 0),
    ),
    points=2,
    built="Ta machine a un arbitre : il mesure à quelle distance du panier tombe chaque lancer.",
    badge=Badge(
        "chasseur-d-erreurs",
        "Chasseur d'erreurs",
        "Je sais mesurer une erreur avec la perte.",
        "Mesure une erreur avec la perte.",
    ),
    hints=(
        "L'arbitre ne regarde qu'une seule part : celle de la bonne lettre. Grosse part, petite perte.",
        "Avec `[0.5, 0.2, 0.3]` et bonne = 1 : la part est 0.2, `math.log(0.2)` vaut −1,61, et la perte 1,61.",
        "Regarde la ligne du return : un moins, puis `math.log`, puis entre parenthèses la part `probas[bonne]`.",
    ),
    properties=(
        Property(
            "jamais_negative",
            lambda args, value: value >= -1e-12,
            "Une perte est une distance : elle n'est jamais négative.",
        ),
        Property(
            "sur_et_juste",
            lambda value: abs(value) < 1e-12,
            "Si la machine est sûre et qu'elle a raison, la perte doit être 0 : le ballon est dans le panier.",
            on=(([1.0, 0.0], 0),),
        ),
        Property(
            "hasard",
            lambda value: abs(value - CHANCE) < 1e-9,
            "Avec 27 parts égales, la perte doit valoir 3,30 : c'est la note du hasard.",
            on=(([1 / 27] * 27, 5),),
        ),
        Property(
            "plus_la_part_est_grosse",
            lambda small, middle, big: small > middle > big,
            "Plus la part de la bonne lettre est grosse, plus la perte doit être petite.",
            on=(([0.1, 0.9], 0), ([0.6, 0.4], 0), ([0.9, 0.1], 0)),
        ),
    ),
    misconceptions=(
        Misconception(
            "signe",
            lambda probas, bonne: math.log(probas[bonne]),
            "Il manque le signe moins : une perte est toujours positive (comme des points de pénalité).",
            "oublient le signe moins",
            "Le log d'une part est négatif ; un moins devant, et la perte devient une distance.",
        ),
        Misconception(
            "moins_dedans",
            lambda probas, bonne: math.log(-probas[bonne]),
            "Ton moins est entré dans les parenthèses, et `math.log` n'aime pas les nombres négatifs. Mets-le devant.",
            "mettent le moins dans les parenthèses du log",
            "On calcule d'abord le log, et seulement ensuite on change son signe.",
        ),
        Misconception(
            "log10",
            lambda probas, bonne: -math.log10(probas[bonne]),
            "Tu as pris log10. Ici on utilise `math.log` tout court.",
            "prennent log10",
            "Il y a plusieurs touches log ; la nôtre est math.log tout court.",
        ),
        Misconception(
            "log2",
            lambda probas, bonne: -math.log2(probas[bonne]),
            "Tu as pris un log avec un 2. Ici on utilise `math.log` tout court, avec la part seule.",
            "prennent log2",
            "Il y a plusieurs touches log ; la nôtre est math.log tout court.",
        ),
        Misconception(
            "un_moins_p",
            lambda probas, bonne: 1 - probas[bonne],
            "1 - p, c'est une bonne idée, mais pas assez sévère avec les grosses erreurs. Utilise `-math.log(p)`.",
            "prennent 1 moins la part",
            "Avec 1 moins p, se tromper en étant très sûr coûte à peine plus que d'hésiter.",
        ),
        Misconception(
            "carre",
            lambda probas, bonne: (1 - probas[bonne]) ** 2,
            "Ce carré a du sens, mais il n'est pas assez sévère avec les grosses erreurs. Utilise `-math.log(p)`.",
            "prennent le carré de l'écart",
            "Avec un carré, la perte ne dépasse jamais 1 ; avec le log, elle n'a pas de plafond.",
        ),
        Misconception(
            "inverse",
            lambda probas, bonne: 1 / probas[bonne],
            "1 / p grandit bien quand la part est petite, mais trop vite. Utilise `-math.log(p)`.",
            "prennent 1 divisé par la part",
            "Sûr et juste doit donner 0 ; un divisé par un donne 1.",
        ),
        Misconception(
            "max",
            lambda probas, bonne: -math.log(max(probas)),
            "Tu regardes la lettre préférée du modèle. Il faut regarder la BONNE lettre : `probas[bonne]`.",
            "regardent la lettre préférée du modèle",
            "L'arbitre ne regarde pas où la machine voulait tirer, mais où est le panier.",
        ),
        Misconception(
            "somme",
            lambda probas, bonne: -sum(math.log(p) for p in probas),
            "Tu additionnes pour toutes les lettres. Une seule compte : la bonne.",
            "additionnent pour toutes les lettres",
            "Il n'y a qu'un panier : une seule lettre compte, la bonne.",
        ),
        Misconception(
            "moyenne",
            lambda probas, bonne: -sum(math.log(p) for p in probas) / len(probas),
            "Tu fais une moyenne sur toutes les lettres. Une seule compte : la bonne.",
            "font la moyenne sur toutes les lettres",
            "Il n'y a qu'un panier : une seule lettre compte, la bonne.",
        ),
        Misconception(
            "sans_log",
            lambda probas, bonne: -probas[bonne],
            "Il manque `math.log` : `-math.log(probas[bonne])`.",
            "oublient le log",
            "Le log étire les toutes petites parts : c'est lui qui rend l'arbitre sévère.",
        ),
        Misconception(
            "part",
            lambda probas, bonne: probas[bonne],
            "Tu as trouvé la bonne part, bravo ! Il reste à la changer en perte, avec `math.log` et un moins devant.",
            "renvoient la part elle-même",
            "Une grosse part est une bonne nouvelle : la perte doit alors être petite.",
        ),
        Misconception(
            "autres_parts",
            lambda probas, bonne: -math.log(1 - probas[bonne]),
            "Tu mesures la part de toutes les AUTRES lettres. Prends celle de la bonne : `probas[bonne]`.",
            "mesurent la part des autres lettres",
            "1 moins p, c'est ce qui est tombé à côté ; on regarde ce qui est tombé sur la bonne lettre.",
        ),
        Misconception(
            "decale",
            lambda probas, bonne: -math.log(probas[bonne - 1]),
            "Tu regardes la lettre juste avant la bonne. Les cases commencent à 0 : écris `probas[bonne]`.",
            "regardent la case d'avant",
            "Le numéro de la bonne lettre est déjà celui de sa case : rien à enlever.",
        ),
        Misconception(
            "premiere",
            lambda probas, bonne: -math.log(probas[0]),
            "Tu regardes toujours la première lettre. Sers-toi de la boîte bonne : `probas[bonne]`.",
            "regardent toujours la première lettre",
            "La bonne lettre change à chaque lancer : son numéro est dans la boîte bonne.",
        ),
        Misconception(
            "numero",
            lambda probas, bonne: -math.log(bonne),
            "Tu prends le log du NUMÉRO de la lettre. On veut le log de sa part : `probas[bonne]`.",
            "prennent le log du numéro de la lettre",
            "Le numéro dit où regarder ; la part est dans la case.",
        ),
        Misconception(
            "tout_ou_rien",
            lambda probas, bonne: 0 if probas[bonne] == max(probas) else 1,
            "0 ou 1, c'est un arbitre qui ne sait pas mesurer. La perte dit COMBIEN : `-math.log(probas[bonne])`.",
            "répondent seulement 0 ou 1",
            "Presque dans le panier et loin du panier, ce n'est pas pareil : il faut une distance.",
        ),
        Misconception(
            "arrondi",
            lambda probas, bonne: round(-math.log(probas[bonne]), 2),
            "C'est le bon calcul ! Garde seulement tous les chiffres : n'arrondis pas.",
            "arrondissent à deux chiffres",
            "On arrondit pour lire, jamais pour calculer.",
        ),
    ),
)
