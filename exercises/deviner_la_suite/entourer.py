"""1.1 Wrap a first name in dots."""

from autograder.exercise import Exercise, Misconception, Property
from engine import bigrams
from exercises.deviner_la_suite.words import word

entourer = Exercise(
    name="entourer",
    title="Entourer un prénom de points",
    reference=bigrams.wrap,
    draw=lambda rng: (word(rng),),
    edges=(("emma",), ("leo",), ("",)),
    points=1,
    built="Ton modèle sait maintenant où un prénom commence et où il finit.",
    hints=(
        "Le point veut dire « début » quand il est devant, et « fin » quand il est derrière. Il en faut donc deux.",
        'Avec des textes, + colle : `"." + "leo"` donne `".leo"`. Il reste à coller un point de l\'autre côté.',
        "Regarde la ligne du return : colle un point, puis la boîte prenom (sans guillemets), puis un point.",
    ),
    properties=(
        Property(
            "deux_de_plus",
            lambda args, value: len(value) == len(args[0]) + 2,
            "Il doit y avoir deux caractères de plus que dans le prénom : un point devant, un point derrière.",
        ),
        Property(
            "prenom_au_milieu",
            lambda args, value: args[0] in value,
            "Entre les deux points, on doit retrouver le prénom tel quel, sans le changer.",
        ),
    ),
    misconceptions=(
        Misconception(
            "oublie_fin",
            lambda prenom: "." + prenom,
            "Bravo pour le point du début ! Il en faut un aussi à la fin, pour dire « le prénom est fini ».",
            "oublient le point de la fin",
            "Sans point à la fin, comment le modèle saurait-il que le prénom est terminé ?",
        ),
        Misconception(
            "oublie_debut",
            lambda prenom: prenom + ".",
            "Bravo pour le point de la fin ! Il en faut un aussi au début, pour dire « un prénom commence ».",
            "oublient le point du début",
            "Le point du début dit au modèle : « un prénom commence, choisis la première lettre ».",
        ),
        Misconception(
            "litteral",
            lambda prenom: ".prenom.",
            "Tu as écrit le mot prenom entre guillemets. Sans guillemets, Python mettra la valeur de la boîte prenom.",
            "mettent le nom de la boîte entre guillemets",
            "Entre guillemets, Python recopie les lettres. Sans guillemets, il ouvre la boîte.",
        ),
        Misconception(
            "inchange",
            lambda prenom: prenom,
            "Tu renvoies le prénom tel quel. Colle un point devant et un point derrière.",
            "renvoient le prénom sans points",
            "Le modèle doit voir où le prénom commence et où il finit : ajoutons les deux points.",
        ),
        Misconception(
            "points_devant",
            lambda prenom: ".." + prenom,
            "Tu as bien deux points, mais tous les deux devant. Mets-en un devant et un derrière.",
            "mettent les deux points devant",
            "Un point ouvre le prénom, l'autre le ferme : un de chaque côté.",
        ),
        Misconception(
            "points_derriere",
            lambda prenom: prenom + "..",
            "Tu as bien deux points, mais tous les deux derrière. Mets-en un devant et un derrière.",
            "mettent les deux points derrière",
            "Un point ouvre le prénom, l'autre le ferme : un de chaque côté.",
        ),
        Misconception(
            "espaces",
            lambda prenom: ". " + prenom + " .",
            "C'est presque ça ! Enlève les espaces : le point doit toucher la lettre.",
            "laissent des espaces autour du prénom",
            "Pour l'ordinateur, un espace est un caractère comme un autre : il compterait comme une lettre.",
        ),
        Misconception(
            "point_seul",
            lambda prenom: ".",
            "Il ne reste que le point : le prénom a disparu. Colle trois morceaux : point, prénom, point.",
            "perdent le prénom et ne gardent que le point",
            "On colle trois morceaux : un point, le prénom, un point.",
        ),
        Misconception(
            "deux_fois_le_prenom",
            lambda prenom: prenom + "." + prenom,
            "C'est l'inverse : tu as mis le prénom autour du point. Mets un point autour du prénom.",
            "entourent le point avec le prénom",
            "Le point est la clôture, le prénom est au milieu.",
        ),
    ),
)
