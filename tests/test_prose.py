"""What pupils read is short, easy and well spelt. Figures: python benchmarks/readability.py"""

import os
import shutil

import pytest

from benchmarks.readability import Prose, feedback, lessons, misspelt, prose_of, sentences, syllables, words

LESSONS = lessons()
TEXTS = [*LESSONS, *feedback()]
LONGEST_SENTENCE = 25
LONGEST_STEP = 90  # words between two things to do; the aim is 80


def name_of(text):
    return text.name


def test_how_words_sentences_and_syllables_are_counted():
    text = prose_of("## Titre\n\n> **Perte** : l’écart. Écris `a = 1` !\n\n![image](data:x)")
    assert [len(words(sentence)) for sentence in sentences(text)] == [2, 2]
    assert [syllables(word) for word in ("modèle", "table", "idée", "un")] == [2, 1, 2, 1]


@pytest.mark.parametrize("text", TEXTS, ids=name_of)
def test_no_sentence_is_too_long(text):
    assert [s for s in text.sentences if len(words(s)) > LONGEST_SENTENCE] == []


@pytest.mark.parametrize("text", LESSONS, ids=name_of)
def test_there_is_soon_something_to_do(text):
    assert max(text.steps) <= LONGEST_STEP


@pytest.mark.parametrize("text", TEXTS, ids=name_of)
def test_it_is_easy_reading(text):
    assert text.kandel_moles > 80
    assert text.lix < 35


def test_hard_prose_is_seen_as_hard():
    hard = Prose("x", ("L’optimisation différentielle conditionne intrinsèquement la généralisation statistique.",))
    assert hard.kandel_moles < 0


@pytest.mark.skipif(not shutil.which("hunspell") and not os.environ.get("CI"), reason="hunspell is not installed")
def test_it_is_well_spelt():
    assert misspelt(TEXTS) == {}
    assert misspelt([Prose("x", ("une petitte phote",))]) == {"x": ["petitte", "phote"]}
