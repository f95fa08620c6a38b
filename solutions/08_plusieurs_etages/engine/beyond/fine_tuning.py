"""Teach a trained model something new without starting again, and without letting it forget everything.

Does: a new session on the weights of another, where chosen tables are frozen.
Does not: add small tables beside the frozen ones (LoRA).

Source: Howard and Ruder 2018; freezing all but the last layer is its simplest form.
"""

from collections.abc import Collection

from engine.config import Config, shapes
from engine.learner import MatrixLearner
from engine.training import Recipe, Session


def fine_tuning(session: Session, recipe: Recipe, make_learner=MatrixLearner) -> Session:
    """A session at step 0 on the weights of this one, which it does not change; `recipe.frozen` stays as it is.

    >>> from engine.training import new_session, train
    >>> session = new_session(Recipe(steps=1))
    >>> frozen = all_but(session.config, "lm_head")
    >>> [progress.step for progress in train(fine_tuning(session, Recipe(steps=2, frozen=frozen)), ["lou"])]
    [1, 2]
    """
    learner = make_learner(session.config, session.learner.weights(), recipe.frozen)
    return Session(session.config, session.vocabulary, recipe, learner)


def all_but(config: Config, *beginnings: str) -> tuple[str, ...]:
    """The names of the tables to freeze so that only those that begin so are learned. Raises ValueError if none does.

    >>> all_but(Config(), "layer0.", "lm_head")
    ('wte', 'wpe')
    """
    names: Collection[str] = shapes(config)
    frozen = tuple(name for name in names if not name.startswith(beginnings))
    if len(frozen) == len(names):
        raise ValueError(f"got {beginnings}: expected the beginning of one of {sorted(names)}")
    return frozen
