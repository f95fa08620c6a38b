"""2.2 ★ The mark of the match: the mean of all the losses."""

from random import Random

from autograder.exercise import Exercise, Misconception, Property
from engine import loss


def divided_as_it_goes(pertes):
    total = 0
    for p in pertes:
        total = (total + p) / len(pertes)
    return total


def draw_losses(rng: Random):
    return ([round(rng.uniform(0.05, 4.5), 2) for _ in range(rng.randint(3, 6))],)


perte_moyenne = Exercise(
    name="perte_moyenne",
    title="La note du match",
    reference=loss.mean_loss,
    draw=draw_losses,
    edges=(([1.0, 2.0, 6.0],), ([3.3],), ([0.5, 0.5, 2.0, 4.0],), ([2.5, 0.5, 1.1],), ([1.0, 3.0],)),
    points=1,
    bonus=True,
    built="Un seul nombre résume tout le match : la perte moyenne.",
    hints=(
        "C'est comme ta moyenne à l'école : on additionne toutes les notes, puis on partage par leur nombre.",
        "Avec `[1.0, 2.0, 6.0]` : le total est 9, il y a 3 pertes, et 9 / 3 donne 3.",
        "Regarde les deux trous : `total` grandit de p à chaque tour ; à la fin, on le divise par `len(pertes)`.",
    ),
    properties=(
        Property(
            "entre_les_deux",
            lambda args, value: min(args[0]) - 1e-9 <= value <= max(args[0]) + 1e-9,
            "Une moyenne se place toujours entre la plus petite perte et la plus grande.",
        ),
        Property(
            "constante",
            lambda value: abs(value - 2.5) < 1e-12,
            "Si toutes les pertes valent 2,5, la moyenne doit valoir 2,5.",
            on=(([2.5] * 7,),),
        ),
        Property(
            "ordre_indifferent",
            lambda one, other: abs(one - other) < 1e-9,
            "Si on change l'ordre des lancers, la note du match ne doit pas changer.",
            on=(([0.5, 4.0, 1.5],), ([4.0, 1.5, 0.5],)),
        ),
    ),
    misconceptions=(
        Misconception(
            "somme",
            lambda pertes: sum(pertes),
            "Tu as la somme ! Divise-la par le nombre de pertes pour avoir la moyenne.",
            "donnent la somme au lieu de la moyenne",
            "Un match plus long ne doit pas donner une plus mauvaise note : on partage par le nombre de lancers.",
        ),
        Misconception(
            "entiere",
            lambda pertes: sum(pertes) // len(pertes),
            "Tu as écrit // : on perd les chiffres après la virgule. Mets un seul /.",
            "écrivent // au lieu de /",
            "Deux barres, et Python jette tout ce qui est après la virgule.",
        ),
        Misconception(
            "len_moins_1",
            lambda pertes: sum(pertes) / (len(pertes) - 1),
            "Tu divises par un de moins que le nombre de pertes. C'est `len(pertes)` tout court.",
            "divisent par un de moins",
            "Trois lancers, on divise par trois.",
        ),
        Misconception(
            "len_plus_1",
            lambda pertes: sum(pertes) / (len(pertes) + 1),
            "Tu divises par un de plus que le nombre de pertes. C'est `len(pertes)` tout court.",
            "divisent par un de plus",
            "Trois lancers, on divise par trois.",
        ),
        Misconception(
            "derniere",
            lambda pertes: pertes[-1] / len(pertes),
            "Ta somme ne garde que la dernière valeur : écris `total + p`, pas seulement p.",
            "ne gardent que la dernière perte dans le total",
            "Le total se souvient de tout : nouveau total égale ancien total plus p.",
        ),
        Misconception(
            "derniere_seule",
            lambda pertes: pertes[-1],
            "Tu donnes la dernière perte toute seule. Additionne-les toutes, puis divise par `len(pertes)`.",
            "donnent la dernière perte",
            "Un seul lancer ne dit pas tout : on les compte tous.",
        ),
        Misconception(
            "premiere",
            lambda pertes: pertes[0] / len(pertes),
            "Une seule perte est comptée : ton return est peut-être DANS la boucle. Recule-le d'un cran.",
            "ont mis le return dans la boucle",
            "Return veut dire « j'ai fini » : dans la boucle, il l'arrête dès le premier tour.",
        ),
        Misconception(
            "premiere_seule",
            lambda pertes: pertes[0],
            "Tu donnes la première perte toute seule. Additionne-les toutes, puis divise par `len(pertes)`.",
            "donnent la première perte",
            "Un seul lancer ne dit pas tout : on les compte tous.",
        ),
        Misconception(
            "mediane",
            lambda pertes: sorted(pertes)[len(pertes) // 2],
            "Ça, c'est la valeur du milieu. La moyenne = tout additionner puis diviser.",
            "prennent la valeur du milieu",
            "La valeur du milieu s'appelle la médiane ; la moyenne, elle, partage le total.",
        ),
        Misconception(
            "maxi",
            lambda pertes: max(pertes),
            "Ça, c'est la pire perte. La moyenne = tout additionner puis diviser.",
            "prennent la pire perte",
            "La note du match compte tous les lancers, pas seulement le plus mauvais.",
        ),
        Misconception(
            "mini",
            lambda pertes: min(pertes),
            "Ça, c'est le meilleur lancer. La moyenne = tout additionner puis diviser.",
            "prennent la plus petite perte",
            "La note du match compte tous les lancers, pas seulement le meilleur.",
        ),
        Misconception(
            "extremes",
            lambda pertes: (min(pertes) + max(pertes)) / 2,
            "Tu fais le milieu entre la plus petite et la plus grande. Il faut compter TOUTES les pertes.",
            "font le milieu entre la plus petite et la plus grande",
            "Tous les lancers comptent, pas seulement le meilleur et le pire.",
        ),
        Misconception(
            "par_deux",
            lambda pertes: sum(pertes) / 2,
            "Tu divises toujours par 2. Il faut diviser par le nombre de pertes : `len(pertes)`.",
            "divisent toujours par 2",
            "On divise par 2 quand il y a deux lancers ; ici, leur nombre change.",
        ),
        Misconception(
            "compte",
            lambda pertes: len(pertes) / len(pertes),
            "Tu ajoutes 1 à chaque tour : tu comptes les lancers. Ajoute la perte : `total + p`.",
            "ajoutent 1 au lieu de la perte",
            "Compter les lancers et additionner les pertes, ce n'est pas pareil.",
        ),
        Misconception(
            "reste_a_zero",
            lambda pertes: 0.0,
            "Ton total reste à 0. À chaque tour, il doit grandir de p : `total + p`.",
            "laissent le total à zéro",
            "Un total qui ne grandit pas ne compte rien : on ajoute p à chaque tour.",
        ),
        Misconception(
            "divise_dans_la_boucle",
            divided_as_it_goes,
            "Tu divises à chaque tour : les premières pertes sont divisées plusieurs fois. Divise une fois, à la fin.",
            "divisent à chaque tour de boucle",
            "On additionne d'abord, on divise une seule fois, tout à la fin.",
        ),
        Misconception(
            "divise_deux_fois",
            lambda pertes: sum(pertes) / len(pertes) ** 2,
            "Tu divises deux fois : dans la boucle et à la fin. Une seule fois suffit, à la fin.",
            "divisent deux fois",
            "On additionne d'abord, on divise une seule fois, tout à la fin.",
        ),
        Misconception(
            "inverse",
            lambda pertes: len(pertes) / sum(pertes),
            "La division est à l'envers : c'est le total divisé par le nombre de pertes.",
            "font la division à l'envers",
            "Le total en haut, le nombre de lancers en bas.",
        ),
        Misconception(
            "arrondi",
            lambda pertes: round(sum(pertes) / len(pertes), 2),
            "C'est la bonne moyenne ! Garde seulement tous les chiffres : n'arrondis pas.",
            "arrondissent à deux chiffres",
            "On arrondit pour lire, jamais pour calculer.",
        ),
    ),
)
