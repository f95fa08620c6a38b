"""9.1 Better or worse than usual? Each reward less the mean of all."""

from random import Random

from autograder.exercise import Exercise, Misconception, Property


def advantages(rewards: list[float]) -> list[float]:
    """Each reward less their mean: the baseline of REINFORCE.

    >>> advantages([1, 0, 0, 1])
    [0.5, -0.5, -0.5, 0.5]
    """
    usual = sum(rewards) / len(rewards)
    return [reward - usual for reward in rewards]


def each(change):
    """One number per reward: `change(reward, all of them)`."""
    return lambda notes: [change(note, notes) for note in notes]


def mean(notes):
    return sum(notes) / len(notes)


def in_place(notes):
    notes[:] = advantages(notes)
    return notes


def draw_rewards(rng: Random):
    return ([rng.randint(-2, 6) for _ in range(rng.randint(2, 6))],)


avantages = Exercise(
    name="avantages",
    title="Mieux que d'habitude ?",
    reference=advantages,
    draw=draw_rewards,
    edges=(
        ([1, 0, 0, 1, 0],),
        ([3, 5, 1],),
        ([2, 2],),
        ([4],),
        ([-1, 1],),
        ([0.5, 2.5, -1.0, 4.0],),
        ([7, 2, 3],),
    ),
    points=2,
    built="Ta machine sait ce qui est mieux que d'habitude, et ce qui l'est moins.",
    hints=(
        "Avoir 12, est-ce bien ? Cela dépend de la moyenne de la classe. On regarde de combien on la dépasse.",
        "Avec `[3, 5, 1]`, la moyenne est 3. Les avantages sont 0, 2 et -2.",
        "Regarde les deux trous : la moyenne est `sum(notes) / len(notes)`, puis on ajoute `note - moyenne`.",
    ),
    properties=(
        Property(
            "un_par_note",
            lambda args, value: len(value) == len(args[0]),
            "Il faut un avantage pour chaque note.",
        ),
        Property(
            "somme_nulle",
            lambda args, value: abs(sum(value)) < 1e-9,
            "Tous les avantages ensemble doivent faire 0 : ce que les uns ont en plus, les autres l'ont en moins.",
        ),
        Property(
            "prof_genereux",
            lambda one, other: all(abs(a - b) < 1e-9 for a, b in zip(one, other, strict=True)),
            "Si on ajoute 10 à toutes les notes, les avantages ne doivent pas changer.",
            on=(([1, 4, 0],), ([11, 14, 10],)),
        ),
    ),
    misconceptions=(
        Misconception(
            "a_l_envers",
            each(lambda note, notes: mean(notes) - note),
            "Ta soustraction est à l'envers : la note MOINS la moyenne. Sinon, on encouragerait les moins bons.",
            "font la soustraction à l'envers",
            "Au-dessus de la moyenne, l'avantage est positif.",
        ),
        Misconception(
            "enleve_la_somme",
            each(lambda note, notes: note - sum(notes)),
            "Tu enlèves la somme des notes. Divise-la par le nombre de notes : c'est la moyenne.",
            "enlèvent la somme au lieu de la moyenne",
            "D'habitude, c'est la moyenne, pas le total.",
        ),
        Misconception(
            "enleve_la_meilleure",
            each(lambda note, notes: note - max(notes)),
            "Tu compares à la meilleure note : personne n'est jamais au-dessus. Compare à la moyenne.",
            "comparent à la meilleure note",
            "Si l'on compare au champion, tout le monde est puni.",
        ),
        Misconception(
            "enleve_la_moins_bonne",
            each(lambda note, notes: note - min(notes)),
            "Tu compares à la plus petite note : personne n'est jamais en dessous. Compare à la moyenne.",
            "comparent à la plus petite note",
            "Si l'on compare au dernier, tout le monde est félicité.",
        ),
        Misconception(
            "enleve_la_premiere",
            each(lambda note, notes: note - notes[0]),
            "Tu compares à la première note. Compare à la moyenne de toutes.",
            "comparent à la première note",
            "La moyenne se calcule avec toutes les notes.",
        ),
        Misconception(
            "ajoute",
            each(lambda note, notes: note + mean(notes)),
            "Tu ajoutes la moyenne. Enlève-la, pour voir ce qui la dépasse.",
            "ajoutent la moyenne",
            "On regarde la différence : une soustraction.",
        ),
        Misconception(
            "divise",
            each(lambda note, notes: note / mean(notes)),
            "Tu divises par la moyenne. On veut une différence : `note - moyenne`.",
            "divisent par la moyenne",
            "De combien au-dessus ? C'est une soustraction.",
        ),
        Misconception(
            "un_de_moins",
            each(lambda note, notes: note - sum(notes) / (len(notes) - 1)),
            "Tu divises par un de moins que le nombre de notes. C'est `len(notes)` tout court.",
            "divisent par le nombre de notes moins 1",
            "La moyenne de deux notes, c'est leur somme divisée par deux.",
        ),
        Misconception(
            "division_entiere",
            each(lambda note, notes: note - sum(notes) // len(notes)),
            "`//` jette ce qui est après la virgule. Utilise un seul `/`.",
            "utilisent la division entière",
            "Deux barres jettent ce qui est après la virgule ; une seule barre le garde.",
        ),
        Misconception(
            "jamais_negatif",
            each(lambda note, notes: max(0, note - mean(notes))),
            "Tu remplaces les avantages négatifs par 0. Garde-les : ils diront quoi décourager.",
            "effacent les avantages négatifs",
            "Décourager, c'est aussi apprendre.",
        ),
        Misconception(
            "sans_signe",
            each(lambda note, notes: abs(note - mean(notes))),
            "Tu enlèves le signe moins. Sans lui, on ne sait plus qui est en dessous de la moyenne.",
            "enlèvent le signe",
            "Le signe dit s'il faut encourager ou décourager.",
        ),
        Misconception(
            "moyenne_seule",
            mean,
            "Tu renvoies la moyenne. Il reste à l'enlever à chaque note.",
            "renvoient la moyenne",
            "La moyenne est le point de comparaison, pas la réponse.",
        ),
        Misconception(
            "moyenne_partout",
            each(lambda note, notes: mean(notes)),
            "Ta liste ne contient que la moyenne. Mets l'avantage de chaque note : `note - moyenne`.",
            "rangent la moyenne à chaque tour",
            "Chaque note a son avantage.",
        ),
        Misconception(
            "inchange",
            lambda notes: list(notes),
            "Tes notes n'ont pas changé. Enlève la moyenne à chacune.",
            "recopient les notes",
            "Une note seule ne dit pas si c'est mieux que d'habitude.",
        ),
        Misconception(
            "premiere_seule",
            lambda notes: advantages(notes)[:1],
            "Tu n'as que le premier avantage : ton return est peut-être DANS la boucle. Recule-le d'un cran.",
            "ont mis le return dans la boucle",
            "Return veut dire « j'ai fini » : dans la boucle, il l'arrête dès le premier tour.",
        ),
        Misconception(
            "abime",
            in_place,
            "Bon résultat, mais tu as écrit dans la liste prêtée. Range dans une nouvelle liste.",
            "écrivent dans la liste prêtée",
            "Une liste prêtée se rend comme on l'a reçue.",
        ),
    ),
)
