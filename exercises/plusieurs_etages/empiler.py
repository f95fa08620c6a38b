"""8.3 Floors on top of each other: each adds its idea to what it received."""

from autograder.exercise import Badge, Exercise, Misconception, Property
from exercises.plusieurs_etages.floors import added, drawn_tower, floor, stacked


def built(step):
    """A tower where `step(x, first, W)` makes the next card, `first` being the card of the ground floor."""

    def wrong(x, etages):
        first = x
        for W in etages:
            x = step(x, first, W)
        return x

    return wrong


def last_floor_only(x, etages):
    return added(x, floor(x, etages[-1])) if etages else x


def same_filter(x, etages):
    return stacked(x, [etages[0] for _ in etages])


def every_floor(x, etages):
    return [stacked(x, etages[: n + 1]) for n in range(len(etages))]


def ideas_only(x, etages):
    """The sum of all the ideas, without the card they started from."""
    return [after - before for after, before in zip(stacked(x, etages), x, strict=True)]


def in_place(x, etages):
    x[:] = stacked(x, etages)
    return x


def returns_in_the_loop(x, etages):
    return stacked(x, etages[:1]) if etages else None


CARD = [1.0, -2.0]
UP, TURN, SHARP = [[1.0, 0.5], [-1.0, 2.0]], [[0.0, 1.0], [1.0, 0.0]], [[2.0, -1.0], [0.5, 3.0]]
BIGGER = [[0.5, 1.0, -1.0], [2.0, 0.0, 1.0], [-0.5, 1.5, 0.25]]

empiler = Exercise(
    name="empiler",
    title="La tour",
    reference=stacked,
    draw=drawn_tower,
    edges=(
        (CARD, [UP, TURN]),
        (CARD, [UP]),
        (CARD, []),
        ([0.5, 3.0], [SHARP, UP, TURN]),
        ([1.0, 2.0, -1.5], [BIGGER, [row[::-1] for row in BIGGER]]),
    ),
    points=3,
    built="Tu sais empiler des étages : GPT-2 en a 12 ou plus, GPT-3 en a 96.",
    badge=Badge(
        "batisseur-d-etages",
        "Bâtisseur d’étages",
        "Je sais empiler des étages sans perdre ce qui est déjà compris.",
        "Empile des étages sans perdre ce qui est déjà compris.",
    ),
    hints=(
        "Monte dans la tour. À chaque étage, on garde la fiche, et on lui ajoute l'idée de l'étage.",
        "Aucun étage : la fiche ressort comme elle est entrée. Un étage rempli de 0 : rien ne change non plus.",
        "Regarde le trou : la nouvelle fiche est `additionner(x, etage(x, W))`.",
    ),
    properties=(
        Property(
            "zero_etage",
            lambda value: value == [1.5, -2.0],
            "Sans étage, la fiche doit ressortir comme elle est entrée.",
            on=(([1.5, -2.0], []),),
        ),
        Property(
            "etage_vide",
            lambda value: value == [1.5, -2.0],
            "Un étage rempli de 0 n'a pas d'idée : grâce au raccourci, la fiche doit ressortir intacte.",
            on=(([1.5, -2.0], [[[0.0, 0.0], [0.0, 0.0]]]),),
        ),
        Property(
            "meme_taille",
            lambda args, value: len(value) == len(args[0]),
            "La fiche qui sort de la tour doit avoir autant de cases que celle qui entre.",
        ),
        Property(
            "deux_tours",
            lambda whole, half: all(a != b for a, b in zip(whole, half, strict=True)),
            "Le deuxième étage doit changer quelque chose : passe-t-il vraiment sur la fiche ?",
            on=((CARD, [UP, TURN]), (CARD, [UP])),
        ),
    ),
    misconceptions=(
        Misconception(
            "sans_raccourci",
            built(lambda x, first, W: floor(x, W)),
            "Il manque le raccourci : chaque étage remplace la fiche au lieu de lui ajouter son idée.",
            "oublient le raccourci",
            "L'étage ajoute une idée ; il ne jette pas ce que la fiche savait.",
        ),
        Misconception(
            "raccourci_du_depart",
            built(lambda x, first, W: added(first, floor(x, W))),
            "Ton raccourci repart toujours du rez-de-chaussée. Ajoute l'idée à la fiche qui vient d'arriver : x.",
            "ajoutent toujours la fiche de départ",
            "Le raccourci saute un seul étage, pas toute la tour.",
        ),
        Misconception(
            "lit_le_depart",
            built(lambda x, first, W: added(x, floor(first, W))),
            "Tous tes étages regardent la fiche de départ. Chacun doit regarder celle de l'étage d'en dessous : x.",
            "font lire la fiche de départ à tous les étages",
            "Le deuxième étage réfléchit sur ce que le premier a compris.",
        ),
        Misconception(
            "dernier_seul",
            last_floor_only,
            "Seul le dernier étage compte chez toi. Range le résultat dans x, pour que l'étage suivant parte de lui.",
            "ne gardent que le dernier étage",
            "On monte marche après marche : on repart d'où l'on est arrivé.",
        ),
        Misconception(
            "premier_seul",
            returns_in_the_loop,
            "Tu t'arrêtes au premier étage : ton return est peut-être DANS la boucle. Recule-le d'un cran.",
            "ont mis le return dans la boucle",
            "Return veut dire « j'ai fini » : dans la boucle, il l'arrête dès le premier tour.",
        ),
        Misconception(
            "par_le_toit",
            lambda x, etages: stacked(x, etages[::-1]),
            "Tu descends la tour. Prends les étages dans l'ordre de la liste, du premier au dernier.",
            "prennent les étages à l'envers",
            "Une tour se monte par le bas.",
        ),
        Misconception(
            "meme_filtre",
            same_filter,
            "Tu utilises toujours le filtre du premier étage. Chaque étage a le sien : `W`.",
            "utilisent toujours le premier filtre",
            "Chaque étage a ses propres réglages, sinon il ne peut rien apprendre de nouveau.",
        ),
        Misconception(
            "colle",
            built(lambda x, first, W: x + floor(x, W)),
            "Avec des listes, + colle bout à bout. Pour le raccourci, utilise `additionner`.",
            "collent les deux listes avec +",
            "Liste plus liste veut dire « bout à bout ».",
        ),
        Misconception(
            "multiplie",
            built(lambda x, first, W: [a * b for a, b in zip(x, floor(x, W), strict=True)]),
            "Tu multiplies la fiche par l'idée. Le raccourci est une addition : `additionner`.",
            "multiplient au lieu d'ajouter",
            "Si l'étage n'a pas d'idée, il doit rester x : c'est une addition.",
        ),
        Misconception(
            "double",
            built(lambda x, first, W: added(x, x)),
            "Tu ajoutes x à lui-même. Ajoute-lui l'idée de l'étage : `etage(x, W)`.",
            "ajoutent la fiche à elle-même",
            "Deux choses à additionner : ce qu'on savait, et l'idée nouvelle.",
        ),
        Misconception(
            "etage_double",
            built(lambda x, first, W: added(floor(x, W), floor(x, W))),
            "Tu ajoutes l'idée à elle-même. Le raccourci ajoute la fiche qui entre : x.",
            "ajoutent l'idée à elle-même",
            "Deux choses à additionner : ce qu'on savait, et l'idée nouvelle.",
        ),
        Misconception(
            "inchange",
            lambda x, etages: list(x),
            "Ta fiche n'a pas changé : range le résultat de chaque étage dans x, avec `x = …`.",
            "oublient de ranger le résultat dans x",
            "Calculer ne suffit pas : sans le signe égal, le résultat est perdu.",
        ),
        Misconception(
            "saute_le_dernier",
            lambda x, etages: stacked(x, etages[:-1]),
            "Il manque le dernier étage. `for W in etages` passe sur tous.",
            "oublient le dernier étage",
            "Autant de tours de boucle que d'étages.",
        ),
        Misconception(
            "saute_le_premier",
            lambda x, etages: stacked(x, etages[1:]),
            "Il manque le premier étage. En Python, on commence à la place 0.",
            "oublient le premier étage",
            "Le premier étage est à la place 0.",
        ),
        Misconception(
            "toutes_les_fiches",
            every_floor,
            "Tu renvoies la fiche de chaque étage. On veut seulement celle qui sort tout en haut : x.",
            "renvoient la fiche de chaque étage",
            "En haut de la tour, il ne sort qu'une fiche.",
        ),
        Misconception(
            "idees_sans_fiche",
            ideas_only,
            "Tu renvoies les idées sans la fiche de départ. Le raccourci commence dès le premier étage.",
            "perdent la fiche de départ",
            "Toutes les idées s'ajoutent à ce qui était là au début.",
        ),
        Misconception(
            "abime",
            in_place,
            "Bon résultat, mais tu as écrit dans la liste x prêtée. `additionner` fabrique déjà une nouvelle fiche.",
            "écrivent dans la liste x",
            "Une fiche prêtée se rend comme on l'a reçue.",
        ),
    ),
)
