"""Teach a model what we like: it invents words, we give points, what earned more than usual becomes more likely.

Does: a small version of how assistants are tuned by people's preferences (RLHF): REINFORCE with a leash to the model it
started from, so that it does not say the same well-paid word for ever.
Does not: learn what people like: the reward is a function you write.

Source: Williams 1992 (REINFORCE); Ziegler et al. 2019 for the leash, a price on becoming different.
"""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from engine.evaluation import word_loss
from engine.sampling import invent
from engine.training import Session, learn


@dataclass(frozen=True)
class RewardProgress:
    """The words invented at one step, from 1, and the mean of their points, the leash not counted."""

    step: int
    steps: int
    mean_reward: float
    words: tuple[str, ...]


def reward_tuning(
    session: Session, reward: Callable[[str], float], *, words_per_step: int = 16, leash: float = 0.05
) -> Iterator[RewardProgress]:
    """Change the session's model, step after step, to invent words of higher reward.

    The recipe gives the number of steps, the rate and the seed. `leash` is the price of each nat by which a word
    became more likely than for the first model. Raises ValueError when there is nothing to compare a word with,
    Exploded when the model breaks.

    >>> from engine.training import Recipe, new_session
    >>> session = new_session(Recipe(steps=2, rate=0.01))
    >>> [event.step for event in reward_tuning(session, len, words_per_step=2)]
    [1, 2]
    """
    if words_per_step < 2:
        raise ValueError(f"got words_per_step = {words_per_step}: expected at least 2, to compare them")
    recipe, config, first = session.recipe, session.config, session.learner.weights()
    while session.step < recipe.steps:
        now = session.learner.weights()
        dice = random.Random(f"reward {recipe.seed} {session.step}")
        words = tuple(islice(invent(config, now, session.vocabulary, dice), words_per_step))
        tokens = [session.vocabulary.tokens(word)[: config.block_size + 1] for word in words]
        points = [float(reward(word)) for word in words]
        paid = [p - leash * _drift(config, first, now, ids) for p, ids in zip(points, tokens, strict=True)]
        usual = sum(paid) / len(paid)
        for ids, pay in zip(tokens, paid, strict=True):
            symbols = len(ids) - 1  # the loss is a mean per symbol, the logarithm of a word's probability is a sum
            learn(session, ids, recipe.rate, weight=(pay - usual) * symbols / words_per_step)
        session.step += 1
        yield RewardProgress(session.step, recipe.steps, sum(points) / len(points), words)


def _drift(config, first, now, tokens: list[int]) -> float:
    """How many nats more likely the word has become since the first model."""
    return (word_loss(config, first, tokens) - word_loss(config, now, tokens)) * (len(tokens) - 1)
