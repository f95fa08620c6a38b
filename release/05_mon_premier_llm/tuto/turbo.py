"""« Mode turbo »: the same weights `P` as « mode mon code », on the engine's matrix tape, with Adam.

The calculation is the pupil's, table by table instead of number by number; Adam, which adapts the rate to each number,
is the one thing that the pupil did not write, and the lesson says so.
"""

import time
from collections.abc import Callable, Sequence
from functools import cache

from tuto.affichage import carte
from tuto.cerveau import Brain, moyenne, numeros
from tuto.essais import NotReady
from tuto.mon_code import corrige, measured, mesure
from tuto.typographie import virgule
from tuto.valeurs import close

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
RATE = 0.01  # microgpt's, for Adam; it decreases to 0 over the training
TRIAL = "lea"
WINDOW = 200  # names whose mean loss is drawn: enough for a calm curve
SAME = 1e-6  # two ways of adding the same numbers


def learner_of(P: Brain):
    """The engine's fast learner on these weights."""
    from engine.learner import MatrixLearner
    from engine.model import Config

    config = Config(n_embd=len(P["lettres"][0]), n_head=P["tetes"], block_size=len(P["places"]))
    return MatrixLearner(config, {engine: P[ours] for ours, engine in ENGINE_NAMES.items()})


def compare(modele: Callable | None, P: Brain, prenom: str) -> None:
    """The pupil's code and the fast engine on the same word: the same loss, not the same time."""
    if missing := disagreement(modele, P, prenom):
        carte("pense", *missing)
        return
    learner, ids = learner_of(P), numeros(prenom)
    mine = fastest(lambda: corrige(dict(P), mesure(modele, P, prenom), 0.0))
    fast = fastest(lambda: learner.gradients(ids))
    loss, _ = learner.gradients(ids)
    carte(
        "bravo",
        f"La même perte sur « {prenom} », jusqu'au sixième chiffre : {virgule(loss, 6)}",
        f"Ton code : {milliseconds(mine)}. Turbo : {milliseconds(fast)}.",
        f"Turbo va environ {mine / fast:.0f} fois plus vite.",
    )


def fastest(work: Callable[[], object], tries: int = 5) -> float:
    """The best time of a few tries, in seconds: the others waited for something else."""
    times = []
    for _ in range(tries):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def milliseconds(seconds: float) -> str:
    """In French, the plural begins at two.

    >>> milliseconds(0.0007), milliseconds(0.042)
    ('0,7 millième de seconde', '42 millièmes de seconde')
    """
    thousandths = round(1000 * seconds, 0 if seconds > 0.01 else 1)
    plural = "s" if thousandths >= 2 else ""
    return f"{virgule(thousandths, 0 if seconds > 0.01 else 1)} millième{plural} de seconde"


def turbo(modele: Callable | None, P: Brain, prenoms: Sequence[str], tours: int) -> Callable[[int], float]:
    """A step for `entraine`, on the same weights but much faster.

    It prepares itself at its first turn, where a Stop is expected and what is missing is said.
    """
    from engine.optimisers import linear_decay
    from engine.scalar import LogOfZero

    @cache
    def prepared() -> tuple:
        if missing := disagreement(modele, P, TRIAL):
            raise NotReady(missing)
        learner = learner_of(P)
        return learner, [learner.gradients(numeros(prenom))[0] for prenom in prenoms[:WINDOW]]  # before the start

    def pas_turbo(numero: int) -> float:
        learner, losses = prepared()
        try:
            loss = learner.learn(numeros(prenoms[numero % len(prenoms)]), linear_decay(RATE, numero, tours))
        except LogOfZero as error:
            raise OverflowError("a probability fell to 0: the model exploded") from error
        weights = learner.weights()
        P.update({ours: weights[engine] for ours, engine in ENGINE_NAMES.items()})
        losses.append(loss)
        return moyenne(losses[-WINDOW:])

    return pas_turbo


def disagreement(modele: Callable | None, P: Brain, prenom: str) -> tuple | None:
    """What is missing for the pupil's model to find the same loss as the engine on this word; None when it does."""
    mine, missing = measured(modele, P, prenom)
    if missing:
        return missing
    fast, _ = learner_of(P).gradients(numeros(prenom))
    return None if close(mine.perte, fast, SAME) else DIFFERENT


DIFFERENT = "Les deux ne sont pas d'accord.", "Vérifie d'abord l'exercice 5.5 : c'est sûrement lui."
