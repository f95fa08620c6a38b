"""The data: French first names, one per line, which the model learns to imitate.

Does: read the two lists, remove accents, keep some names aside to test the model on words it never saw.
Does not: turn letters into numbers (see vocabulary.py).

`prenoms.txt` holds girls' and boys' names in use in France, written for this course, in the alphabetical order of their
plain letters. `prenoms_sans_accents.txt` is the same list in the 26 letters a-z, which with the edge makes the course's
27 symbols. A test derives the second list from the first.
"""

import random
import unicodedata
from collections.abc import Sequence
from pathlib import Path

_DATA = Path(__file__).parent / "data"


def load_names(*, accents: bool = False) -> list[str]:
    """The first names, lower case: in the letters a-z, or as they are really spelled.

    >>> load_names()[:3]
    ['abdallah', 'abdelkader', 'abdoulaye']
    """
    file = "prenoms.txt" if accents else "prenoms_sans_accents.txt"
    return (_DATA / file).read_text(encoding="utf-8").split()


def plain_letters(name: str) -> str:
    """The name in lower-case letters only: no accent, hyphen, apostrophe or joined letter.

    >>> plain_letters("Marie-Ève"), plain_letters("N'Dèye"), plain_letters("Lætitia")
    ('marieeve', 'ndeye', 'laetitia')
    """
    spelled = name.lower().replace("æ", "ae").replace("œ", "oe")
    return "".join(letter for letter in unicodedata.normalize("NFD", spelled) if letter.isalpha())


def split_names(names: Sequence[str], *, share: float = 0.1, seed: int = 0) -> tuple[list[str], list[str]]:
    """Shuffle, then cut in two: names to learn from, and a `share` of them to judge on, never learned.

    Raises ValueError when one of the two parts would be empty.

    >>> split_names(["ada", "eve", "lou", "zoe"], share=0.25)
    (['ada', 'eve', 'zoe'], ['lou'])
    """
    aside = round(len(names) * share)
    if not 0 < aside < len(names):
        raise ValueError(f"cannot keep a share of {share} of {len(names)} names aside: one of the two parts is empty")
    shuffled = list(names)
    random.Random(seed).shuffle(shuffled)
    return shuffled[aside:], shuffled[:aside]
