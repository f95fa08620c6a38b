"""Letters to numbers and back."""

import pytest

from engine.names import load_names
from engine.vocabulary import ALPHABET, Vocabulary, vocabulary_of


def test_the_course_alphabet_has_27_symbols():
    assert ALPHABET.size == 27
    assert ALPHABET.encode("az.") == [1, 26, 0]


def test_every_name_comes_back_whole():
    accented = load_names(accents=True)
    for vocabulary, names in ((ALPHABET, load_names()), (vocabulary_of(accented), accented)):
        assert [vocabulary.decode(vocabulary.tokens(name)) for name in names] == [f".{name}." for name in names]


def test_unknown_symbol_is_named():
    with pytest.raises(ValueError, match="'é'"):
        ALPHABET.encode("zoé")


@pytest.mark.parametrize("number", [-1, 27])
def test_unknown_number_is_named(number):
    with pytest.raises(ValueError, match=str(number)):
        ALPHABET.decode([1, number])


def test_an_edge_inside_a_word_is_refused():
    with pytest.raises(ValueError, match="without"):
        ALPHABET.tokens("a.b")


@pytest.mark.parametrize("symbols", ["", "ab", ".aa", "a."])
def test_a_vocabulary_starts_with_the_edge_and_repeats_nothing(symbols):
    with pytest.raises(ValueError, match="expected distinct"):
        Vocabulary(symbols)


def test_no_letter_no_vocabulary():
    with pytest.raises(ValueError, match="at least one letter"):
        vocabulary_of([""])
