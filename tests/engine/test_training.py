"""Training: what a run tells, that it can be repeated, stopped and resumed, and how it ends when it goes wrong."""

import itertools
import math
import random

import pytest

from engine.beyond.bpe import learn_pairs
from engine.config import Config, gpt2_config, parameters
from engine.names import load_names
from engine.sampling import invent, share_of_new
from engine.training import Exploded, Progress, Recipe, new_session, train
from engine.vocabulary import ALPHABET, vocabulary_of

WORDS = ["emma", "lina", "hugo", "jules", "rose"]


def losses(session, words=WORDS):
    return [progress.loss for progress in train(session, words)]


def test_each_step_says_where_it_is():
    events = list(train(new_session(Recipe(steps=4, samples_every=2, samples=3)), WORDS))
    assert [(event.step, event.steps) for event in events] == [(1, 4), (2, 4), (3, 4), (4, 4)]
    assert [len(event.samples) for event in events] == [0, 3, 0, 3]
    assert all(isinstance(event, Progress) and event.loss > 0 for event in events)


def test_the_loss_starts_at_chance_and_falls():
    curve = losses(new_session(Recipe(steps=60)))
    assert curve[0] == pytest.approx(math.log(27), abs=0.2)
    assert sum(curve[-5:]) / 5 < 1.5


def test_the_same_seed_gives_the_same_run():
    config = Config(dropout=0.2)
    first, again, other = (losses(new_session(Recipe(steps=8, seed=seed), config)) for seed in (1, 1, 2))
    assert first == again != other


def test_a_run_goes_on_where_it_stopped():
    recipe, config = Recipe(steps=12, samples_every=6), Config(dropout=0.2)
    whole = list(train(new_session(recipe, config), WORDS))
    session = new_session(recipe, config)
    begun = list(itertools.islice(train(session, WORDS), 5))
    assert begun + list(train(session, WORDS)) == whole


def test_frozen_tables_do_not_change():
    session = new_session(Recipe(steps=3, frozen=("wte", "lm_head")))
    before = session.learner.weights()
    losses(session)
    after = session.learner.weights()
    assert {name for name in before if before[name] == after[name]} == {"wte", "lm_head"}


@pytest.mark.parametrize("rate", [1e3, 1e200])
def test_a_rate_that_explodes_ends_with_a_sentence(rate):
    with pytest.raises(Exploded, match="est trop grande") as caught:
        losses(new_session(Recipe(steps=50, rate=rate)))
    assert caught.value.step > 1


def test_a_long_word_is_cut_to_the_context():
    assert len(losses(new_session(Recipe(steps=1)), ["a" * 100])) == 1


def test_pieces_of_words_can_be_learned():
    vocabulary = learn_pairs(WORDS * 2, 3)
    assert losses(new_session(Recipe(steps=20), vocabulary=vocabulary))[-1] < 5


def test_gpt2_learns():
    curve = losses(new_session(Recipe(steps=80), gpt2_config(n_layer=2)))
    assert sum(curve[-5:]) / 5 < 2.5


@pytest.mark.parametrize(
    ("words", "message"), [([], "no words"), (["zoé"], "unknown symbol 'é'"), (["a.b"], "expected a word without")]
)
def test_words_that_cannot_be_learned_are_named(words, message):
    with pytest.raises(ValueError, match=message):
        losses(new_session(Recipe(steps=2)), words)


@pytest.mark.parametrize(
    "wrong",
    [{"steps": 0}, {"rate": 0}, {"rate": float("inf")}, {"samples_every": 0}],
    ids=lambda wrong: next(iter(wrong)),
)
def test_an_impossible_recipe_is_named(wrong):
    with pytest.raises(ValueError, match=f"got {next(iter(wrong))} ="):
        Recipe(**wrong)


def test_unknown_frozen_tables_are_named():
    with pytest.raises(ValueError, match="cannot freeze"):
        new_session(Recipe(frozen=("wtf",)))
    with pytest.raises(ValueError, match="cannot freeze"):
        new_session(Recipe(frozen=tuple(parameters(Config()))))


def test_a_model_and_a_vocabulary_of_different_sizes_are_refused():
    with pytest.raises(ValueError, match="vocab_size = 27: expected 5"):
        new_session(Recipe(), Config(), vocabulary_of(["abcd"]))


@pytest.mark.slow
def test_the_course_model_learns_french_names():
    """Issue 3: 1000 steps, mean loss of the last 100 at most 2.20, at least 80 % of 300 invented names are new."""
    names = load_names()
    session = new_session(Recipe(steps=1000))
    curve = losses(session, names)
    assert sum(curve[-100:]) / 100 <= 2.20
    words = invent(session.config, session.learner.weights(), ALPHABET, random.Random(1))
    assert share_of_new([next(words) for _ in range(300)], set(names)) >= 0.8
