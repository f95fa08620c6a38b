"""2.6 ★ Which speed learns best? The one whose last loss is the smallest."""

from random import Random

from autograder.exercise import Exercise, Misconception, Property
from engine import loss


def smaller_than_the_speed(essais):
    meilleure = None
    for vitesse in essais:
        if meilleure is None or essais[vitesse] < meilleure:
            meilleure = vitesse
    return meilleure


def speed_against_loss(essais):
    meilleure = None
    for vitesse in essais:
        if meilleure is None or vitesse < essais[meilleure]:
            meilleure = vitesse
    return meilleure


def draw_trials(rng: Random):
    speeds = rng.sample((0.001, 0.01, 0.03, 0.1, 0.3, 0.5, 1.0, 3.0, 5.0, 10.0), rng.randint(3, 5))
    losses = rng.sample(range(221, 480), len(speeds))
    return ({speed: n / 100 for speed, n in zip(speeds, losses, strict=True)},)


meilleure_vitesse = Exercise(
    name="meilleure_vitesse",
    title="La meilleure vitesse",
    reference=loss.best_rate,
    draw=draw_trials,
    edges=(
        ({0.01: 3.1, 0.1: 2.4, 1.0: 2.6, 10.0: 9.9},),
        ({5.0: 2.2, 0.1: 2.5, 1.0: 2.9},),
        ({0.001: 3.29, 0.5: 2.31},),
        ({3.0: 4.1, 0.3: 2.9, 0.03: 2.3, 0.001: 3.2, 1.0: 2.5},),
        ({0.1: 0.9, 0.5: 0.3, 0.01: 1.8},),
    ),
    points=2,
    bonus=True,
    built="Ta machine choisit toute seule sa vitesse : celle qui laisse la plus petite perte.",
    hints=(
        "Comme dans un concours : garde la championne. Une vitesse la bat si sa perte est plus petite.",
        "Avec `{0.01: 3.1, 0.1: 2.4, 10.0: 9.9}` : la plus petite perte est 2.4, donc la meilleure vitesse est 0.1.",
        "Regarde la ligne du if : compare `essais[vitesse]` et `essais[meilleure]`, avec le signe <.",
    ),
    properties=(
        Property(
            "une_vitesse_essayee",
            lambda args, value: value in args[0],
            "La réponse doit être une des vitesses essayées.",
        ),
        Property(
            "aucune_ne_fait_mieux",
            lambda args, value: all(args[0][value] <= other for other in args[0].values()),
            "Une autre vitesse a une perte plus petite que celle que tu as choisie.",
        ),
    ),
    misconceptions=(
        Misconception(
            "maxi",
            lambda essais: max(essais, key=essais.get),
            "Tu as pris la plus GRANDE perte. On cherche la plus petite.",
            "prennent la plus grande perte",
            "Une perte est une distance au panier : la plus petite gagne.",
        ),
        Misconception(
            "perte",
            lambda essais: min(essais.values()),
            "Tu donnes la perte. On veut la vitesse qui donne cette perte.",
            "donnent la perte au lieu de la vitesse",
            "La perte sert à comparer ; la réponse est le réglage.",
        ),
        Misconception(
            "pire_perte",
            lambda essais: max(essais.values()),
            "Tu donnes la plus grande perte. On veut la VITESSE qui a la plus petite perte.",
            "donnent la plus grande perte",
            "La perte sert à comparer ; la réponse est le réglage.",
        ),
        Misconception(
            "plus_lente",
            lambda essais: min(essais),
            "La plus petite vitesse n'est pas toujours la meilleure : regarde les pertes.",
            "choisissent la vitesse la plus petite",
            "Trop lentement, on n'arrive jamais au panier : ce sont les pertes qui décident.",
        ),
        Misconception(
            "plus_rapide",
            lambda essais: max(essais),
            "La plus grande vitesse n'est pas toujours la meilleure : regarde les pertes, `essais[vitesse]`.",
            "choisissent la vitesse la plus grande",
            "Trop vite, le ballon part dans tous les sens : ce sont les pertes qui décident.",
        ),
        Misconception(
            "du_milieu",
            lambda essais: sorted(essais)[len(essais) // 2],
            "Tu prends la vitesse du milieu. C'est souvent une bonne idée, mais seules les pertes décident.",
            "choisissent la vitesse du milieu",
            "Ni trop vite ni trop lentement, oui : mais c'est la perte qui le dit.",
        ),
        Misconception(
            "premiere",
            lambda essais: next(iter(essais)),
            "Tu gardes toujours la première vitesse : ta condition n'est jamais vraie, ou ton return est trop tôt.",
            "gardent la première vitesse",
            "Il faut essayer toutes les vitesses avant de choisir.",
        ),
        Misconception(
            "derniere",
            lambda essais: next(reversed(essais)),
            "Tu gardes toujours la dernière vitesse : ta condition est toujours vraie. Compare deux pertes avec <.",
            "gardent la dernière vitesse",
            "Une nouvelle vitesse ne gagne que si sa perte est plus petite.",
        ),
        Misconception(
            "perte_contre_vitesse",
            smaller_than_the_speed,
            "Tu compares une perte avec une vitesse. Compare deux pertes : `essais[vitesse]` et `essais[meilleure]`.",
            "comparent une perte avec une vitesse",
            "On compare deux distances entre elles, pas une distance avec une vitesse.",
        ),
        Misconception(
            "vitesse_contre_perte",
            speed_against_loss,
            "Tu compares une vitesse avec une perte. Compare deux pertes : `essais[vitesse]` et `essais[meilleure]`.",
            "comparent une vitesse avec une perte",
            "On compare deux distances entre elles, pas une distance avec une vitesse.",
        ),
        Misconception(
            "couple",
            lambda essais: (min(essais, key=essais.get), min(essais.values())),
            "Tu donnes la vitesse ET sa perte. La vitesse seule suffit.",
            "donnent la vitesse avec sa perte",
            "La perte a servi à choisir ; on ne garde que le réglage.",
        ),
    ),
)
