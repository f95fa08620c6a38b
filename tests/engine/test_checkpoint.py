"""A saved model comes back whole, or not at all."""

import itertools
import json

import pytest

from engine.beyond.bpe import learn_pairs
from engine.checkpoint import load, save
from engine.config import gpt2_config
from engine.training import Recipe, new_session, train

WORDS = ["emma", "lina", "hugo", "jules", "rose"]


@pytest.fixture
def saved(tmp_path):
    session = new_session(Recipe(steps=6))
    begun = list(itertools.islice(train(session, WORDS), 3))
    save(session, tmp_path / "model.json")
    return tmp_path / "model.json", begun


def test_a_saved_session_goes_on_to_the_same_result(saved):
    path, begun = saved
    assert begun + list(train(load(path), WORDS)) == list(train(new_session(Recipe(steps=6)), WORDS))


def test_every_choice_comes_back(tmp_path):
    recipe = Recipe(steps=2, frozen=("wpe",), samples_every=1)
    session = new_session(recipe, gpt2_config(vocab_size=260), learn_pairs(WORDS * 2, 3))
    save(session, tmp_path / "model.json")
    again = load(tmp_path / "model.json")
    assert (again.config, again.recipe, again.vocabulary) == (session.config, recipe, session.vocabulary)
    assert again.learner.weights() == session.learner.weights()


def test_the_file_is_small(saved):
    assert saved[0].stat().st_size < 500_000
    assert [path.name for path in saved[0].parent.iterdir()] == ["model.json"]


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        (lambda text: "", "expected a model saved"),
        (lambda text: text[:5000], "expected a model saved"),
        (lambda text: "[]", "expected a file that says"),
        (lambda text: '{"format": "other"}', "expected a file that says"),
        (lambda text: text.replace('"step": 3', '"step": 4'), "damaged"),
        (lambda text: text.replace("0.0", "0.1", 1), "damaged"),
    ],
)
def test_a_damaged_file_is_refused(saved, damage, message):
    path, _ = saved
    path.write_text(damage(path.read_text()))
    with pytest.raises(ValueError, match=message):
        load(path)


@pytest.mark.parametrize(
    "change",
    [
        {"weights": {}}, {"config": {"n_embd": 3}}, {"recipe": None}, {"step": None, "momentum": None},
        {"vocabulary": {"symbols": "abc"}},
    ],
)  # fmt: skip
def test_a_foreign_file_is_refused_even_when_its_checksum_is_right(saved, change):
    from engine.checkpoint import _checksum

    path, _ = saved
    content = json.loads(path.read_text()) | change
    del content["checksum"]
    content["checksum"] = _checksum(content)
    path.write_text(json.dumps(content))
    with pytest.raises(ValueError, match="cannot read"):
        load(path)
