"""Pieces of words: any text comes back, and frequent text gets shorter."""

import random

import pytest

from engine.beyond.bpe import Bpe, learn_pairs
from engine.names import load_names

TEXTS = ["", "emma", "Zoé", "l’élève dit « 42 » !", "日本語", "🦦🦦", "\x00\n\t", "a" * 50]


@pytest.mark.parametrize("text", TEXTS)
def test_any_text_comes_back(text):
    for bpe in (Bpe(), learn_pairs(TEXTS, 20), learn_pairs(load_names(accents=True)[:300], 60)):
        assert bpe.decode(bpe.encode(text)) == text
        assert bpe.decode(bpe.tokens(text)) == text
        assert all(1 <= number < bpe.size for number in bpe.encode(text))


def test_random_letters_come_back():
    rng, bpe = random.Random(1), learn_pairs(load_names(accents=True)[:300], 60)
    for _ in range(200):
        text = "".join(
            chr(rng.choice([rng.randrange(32, 127), rng.randrange(0xA0, 0xD800), 0x1F600])) for _ in range(9)
        )
        assert bpe.decode(bpe.encode(text)) == text


def test_pairs_make_text_shorter():
    names = load_names(accents=True)
    bpe = learn_pairs(names[:500], 80)
    assert sum(len(bpe.encode(name)) for name in names) < 0.75 * sum(len(name.encode()) for name in names)


def test_the_most_frequent_pair_is_glued_first():
    assert learn_pairs(["abab", "ab"], 1).merges == ((98, 99),)
    assert learn_pairs(["abcabc"], 9).merges == ((98, 99), (257, 100))


def test_half_a_letter_is_shown_not_refused():
    assert Bpe().decode(Bpe().encode("é")[:1]) == "�"


@pytest.mark.parametrize("merges", [((0, 5),), ((257, 5),), ((1, 2, 3),)])
def test_impossible_pairs_are_named(merges):
    with pytest.raises(ValueError, match="got the pair"):
        Bpe(merges)


def test_unknown_number_and_negative_wish_are_named():
    with pytest.raises(ValueError, match="unknown number 257"):
        Bpe().decode([257])
    with pytest.raises(ValueError, match="-1 pairs"):
        learn_pairs(["a"], -1)
