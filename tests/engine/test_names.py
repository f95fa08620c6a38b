"""The first names that everything learns from."""

import pytest

from engine.names import load_names, plain_letters, split_names

LETTERS = "abcdefghijklmnopqrstuvwxyz"
ACCENTED = LETTERS + "àâäéèêëîïôöùûüÿçœæ-'"


def test_at_least_1500_distinct_names():
    names = load_names(accents=True)
    assert len(names) == len(set(names)) >= 1500
    assert len(load_names()) == len(set(load_names())) >= 1500


def test_names_are_lower_case_french_spelling():
    assert not [name for name in load_names(accents=True) if set(name) - set(ACCENTED) or len(name) < 2]
    assert not [name for name in load_names() if set(name) - set(LETTERS)]


def test_the_list_without_accents_is_derived_from_the_other():
    assert load_names() == sorted({plain_letters(name) for name in load_names(accents=True)})


def test_names_are_in_the_alphabetical_order_of_their_plain_letters():
    names = load_names(accents=True)
    assert names == sorted(names, key=lambda name: (plain_letters(name), name))


@pytest.mark.parametrize("name", ["léa", "fatima", "mohamed", "inès", "maëlys", "loïc", "jean-marc", "awa", "mei"])
def test_names_from_many_places_are_there(name):
    assert name in load_names(accents=True)


def test_split_keeps_every_name_once():
    names = load_names()
    learned, unseen = split_names(names, share=0.1)
    assert sorted(learned + unseen) == sorted(names)
    assert len(unseen) == round(0.1 * len(names))
    assert split_names(names) == split_names(names) != split_names(names, seed=1)


@pytest.mark.parametrize(("names", "share"), [([], 0.5), (["ada"], 0.5), (["ada", "eve"], 0.0), (["ada", "eve"], 1.0)])
def test_split_refuses_an_empty_part(names, share):
    with pytest.raises(ValueError, match="is empty"):
        split_names(names, share=share)
