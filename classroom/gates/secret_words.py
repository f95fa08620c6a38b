"""The secrets of the cards. A pupil's three words are drawn from the server's key, so they are never stored and a card
can be printed again at any time; the database only keeps a mark, to find the pupil who types them.
"""

import hashlib
import hmac
import re
import secrets
import unicodedata
from collections.abc import Iterable

from django.conf import settings

from classroom.gates.easy_words import CODES, WORDS
from classroom.models import Classroom, Pupil

COUNT = 3  # 679 ** 3 cards: three hundred million


def plain(typed: str) -> str:
    """Letters and digits as they are compared: no accents, no capitals, nothing between words.

    >>> plain("Crêpe, TIGRE - moulin ")
    'crepetigremoulin'
    """
    flat = unicodedata.normalize("NFD", typed.casefold().replace("œ", "oe"))
    return re.sub(r"[^a-z0-9]", "", flat)


def words_of(pupil: Pupil) -> tuple[str, ...]:
    """The pupil's words, in order, as the card writes them; no word comes twice."""
    return derive(pupil.key, pupil.secret_version)


def derive(key: str, version: int) -> tuple[str, ...]:
    drawn: list[str] = []
    rank = 0
    while len(drawn) < COUNT:
        number = int(sign("words", key, str(version), str(rank)), 16)
        word = WORDS[number % len(WORDS)]
        if word not in drawn:
            drawn.append(word)
        rank += 1
    return tuple(drawn)


def fragment_of(words: Iterable[str]) -> str:
    """What follows `#` in the address of a card's QR code.

    >>> fragment_of(("tigre", "crêpe", "moulin"))
    'tigre-crepe-moulin'
    """
    return "-".join(plain(word) for word in words)


def mark_of(code: str, words: Iterable[str]) -> str:
    """What the database knows of a card: without the server's key, the words cannot be found from it."""
    return sign("mark", plain(code), plain("".join(words)))


def sign(*parts: str) -> str:
    return hmac.new(settings.SECRET_KEY.encode(), "\n".join(parts).encode(), hashlib.sha256).hexdigest()


def give_words(pupil: Pupil) -> None:
    """Choose, from the pupil's version on, the first words that nobody has in the class. Nothing is saved."""
    while True:
        pupil.secret_mark = mark_of(pupil.classroom.code, words_of(pupil))
        if not Pupil.objects.filter(secret_mark=pupil.secret_mark).exclude(pk=pupil.pk).exists():
            return
        pupil.secret_version += 1


def renew_words(pupil: Pupil) -> None:
    """Other words from now on; the sessions opened with the old ones are closed (see pupils.py)."""
    pupil.secret_version += 1
    give_words(pupil)
    pupil.save(update_fields=["secret_version", "secret_mark"])


def new_code() -> str:
    """A class code that is free: an easy word of four letters, else a longer one, else one and a number."""
    taken = set(Classroom.objects.values_list("code", flat=True))
    longer = {plain(word).upper() for word in WORDS if len(word) <= 6}
    for candidates in (set(CODES), longer):
        if free := sorted(candidates - taken):
            return secrets.choice(free)
    while (code := f"{secrets.choice(CODES)}{2 + secrets.randbelow(9998)}") in taken:
        pass
    return code
