"""The three words of a card, and the codes of classes."""

from itertools import combinations

import pytest
from django.contrib.auth.models import User

from classroom.gates import secret_words
from classroom.gates.easy_words import CODES, WORDS
from classroom.gates.secret_words import derive, give_words, mark_of, new_code, plain, renew_words, words_of
from classroom.models import Classroom, Pupil

pytestmark = pytest.mark.django_db


@pytest.fixture
def room():
    return Classroom.objects.create(code="LUNE", name="5e B", teacher=User.objects.create(username="prof"))


def new_pupil(room, name):
    pupil = Pupil(classroom=room, pseudonym=name)
    give_words(pupil)
    pupil.save()
    return pupil


def test_there_are_enough_easy_words():
    assert len(WORDS) >= 600
    assert len(CODES) >= 150
    assert all(4 <= len(plain(word)) <= 10 for word in WORDS)
    assert all(len(code) == 4 and code.isascii() and code.isupper() for code in CODES)
    assert len(set(CODES)) == len(CODES)


def test_a_slip_of_the_finger_is_never_another_word():
    words = [plain(word) for word in WORDS]
    assert [pair for pair in combinations(words, 2) if are_one_slip_apart(*pair)] == []


def are_one_slip_apart(one, other):
    short, long = sorted((one, other), key=len)
    if len(short) == len(long):
        return sum(a != b for a, b in zip(short, long, strict=True)) <= 1
    return len(long) == len(short) + 1 and any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


def test_words_can_be_printed_again(room):
    pupil = new_pupil(room, "Léa")
    assert words_of(Pupil.objects.get(key=pupil.key)) == words_of(pupil)


def test_words_are_three_different_ones():
    assert all(len(set(derive(f"key{number}", 0))) == 3 for number in range(2000))


def test_all_words_are_drawn_sooner_or_later():
    drawn = {word for number in range(3000) for word in derive(f"key{number}", 0)}
    assert len(drawn) > 0.95 * len(WORDS)


def test_words_are_forgiven_their_accents_capitals_and_spaces():
    mark = mark_of("LUNE", ("zèbre", "école", "tigre"))
    assert mark_of(" lune", ("ZEBRE ", "Ecole", "tigre")) == mark
    assert mark_of("LUNE", ("zèbre, école-tigre",)) == mark
    assert mark_of("LUNE", ("ze\u0300bre", "e\u0301cole", "", "tigre")) == mark


def test_other_words_or_another_class_make_another_mark():
    marks = {
        mark_of("LUNE", ("zèbre", "école", "tigre")),
        mark_of("LUNE", ("école", "zèbre", "tigre")),
        mark_of("PONT", ("zèbre", "école", "tigre")),
    }
    assert len(marks) == 3


def test_the_database_does_not_hold_the_words(room):
    pupil = new_pupil(room, "Léa")
    kept = " ".join(str(value) for value in Pupil.objects.values_list().get(key=pupil.key))
    assert not any(word in kept for word in words_of(pupil))


def test_another_server_gives_other_words(settings):
    here = derive("key", 0)
    settings.SECRET_KEY = "another key"
    assert derive("key", 0) != here


def test_two_pupils_of_a_class_never_share_their_words(room, monkeypatch):
    monkeypatch.setattr(secret_words, "WORDS", WORDS[:4])  # 24 cards
    marks = {new_pupil(room, f"élève {number}").secret_mark for number in range(20)}
    assert len(marks) == 20


def test_renewed_words_are_others_and_are_kept(room):
    pupil = new_pupil(room, "Léa")
    before = words_of(pupil)
    renew_words(pupil)
    kept = Pupil.objects.get(key=pupil.key)
    assert words_of(kept) != before
    assert kept.secret_mark == mark_of("LUNE", words_of(kept))


def test_class_codes_are_free_words(room):
    assert new_code() in set(CODES) - {"LUNE"}


def test_class_codes_never_run_out(room):
    def take(codes):
        Classroom.objects.bulk_create(Classroom(code=code, name=code, teacher=room.teacher) for code in codes)

    take(set(CODES) - {"LUNE"})
    longer = new_code()
    assert longer.lower() in {plain(word) for word in WORDS}
    assert longer not in CODES
    take({plain(word).upper() for word in WORDS if len(plain(word)) <= 8} - set(CODES))
    assert new_code()[:4] in CODES
    assert len(new_code()) <= 8
