"""What a pupil is called here: a first name, told apart from the others of the class by an initial or a number."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

from autograder.feedback.typography import clean

LONGEST = 30  # what a printed card holds
LONGEST_INITIALS = 3


def tidy(name: str) -> str:
    """Letters, digits, spaces, - ’ and . only: nothing that disguises a name or means something elsewhere.

    >>> tidy("  Zoé\\u202e <b>😀 l'été "), tidy("=SOMME(A1)"), tidy("Anne\\u00a0-  Lou")
    ('Zoé b l’été', 'SOMMEA1', 'Anne - Lou')
    """
    text = unicodedata.normalize("NFC", clean(name)).replace("'", "’")
    kept = "".join(char if is_plain(char) else " " if char.isspace() else "" for char in text)
    few_marks = re.sub(r"([\u0300-\u036f]{2})[\u0300-\u036f]+", r"\1", kept)
    return " ".join(few_marks.split()).strip(" -’.") + ("." if ends_with_initial(few_marks) else "")


def is_plain(char: str) -> bool:
    return char in "-’." or unicodedata.category(char)[0] in "LM" or (char.isascii() and char.isdigit())


def ends_with_initial(text: str) -> bool:
    """« Léa B. » keeps its point."""
    return re.search(r"\w \w{1,3}\.\s*$", text) is not None


def shorten(name: str) -> str:
    """At most LONGEST characters, cut between two words when that leaves something to read."""
    if len(name) <= LONGEST:
        return name
    cut = name[:LONGEST]
    words = re.split(r"[ -]", cut)
    return tidy(cut[: -len(words[-1]) - 1]) if len(words) > 1 and name[LONGEST] not in " -" else tidy(cut)


def same(name: str) -> str:
    """Two names with the same `same` cannot be told apart when called aloud: « LÉA » and « Lea »."""
    bare = "".join(char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char))
    return re.sub(r"[ .’-]+", " ", bare).strip().casefold()


def told_apart(names: Sequence[tuple[str, str]]) -> list[str]:
    """One pseudonym for each (first name, family name or ""), all different.

    >>> told_apart([("Léa", "Bernard"), ("Tom", "Roy"), ("Léa", "Moreau"), ("Léa", ""), ("Lea", "")])
    ['Léa B.', 'Tom', 'Léa M.', 'Léa', 'Lea 2']
    >>> told_apart([("Léa", "Bernard"), ("Léa", "Blin")])
    ['Léa Be.', 'Léa Bl.']
    """
    chosen = [first for first, _ in names]
    for length in range(1, LONGEST_INITIALS + 1):
        count = Counter(map(same, chosen))
        chosen = [
            f"{first} {family[:length].title()}." if family and count[same(now)] > 1 else now
            for (first, family), now in zip(names, chosen, strict=True)
        ]
    return numbered(chosen)


def numbered(names: Sequence[str], taken: frozenset[str] = frozenset()) -> list[str]:
    """The second « Léa » becomes « Léa 2 »."""
    seen, result = set(taken), []
    for name in names:
        free, number = name, 1
        while same(free) in seen:
            number += 1
            free = f"{name} {number}"
        seen.add(same(free))
        result.append(free)
    return result
