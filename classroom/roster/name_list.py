"""Reading a list of names as schools have them: a CSV of any kind, or lines pasted from anywhere. Saves nothing."""

import csv
import io
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from autograder.feedback.typography import clean
from autograder.notebook import decode_text
from classroom.roster.pseudonyms import tidy

MAX_BYTES = 1 << 20
MAX_PUPILS = 200
SEPARATORS = ("\t", ";", ",")
HEADERS = {
    "first": {"prenom", "prenoms", "prenom usuel", "prenom 1", "pseudo", "pseudonyme", "surnom", "first name"},
    "family": {"nom", "noms", "nom de famille", "nom usuel", "nom famille", "last name", "lastname", "family name"},
    "whole": {"eleve", "eleves", "nom prenom", "nom et prenom", "noms et prenoms", "prenom nom", "nom complet", "name"},
}
BINARY = (
    (b"PK\x03\x04", "Ce fichier vient d’un tableur (Excel ou LibreOffice)."),
    (b"\xd0\xcf\x11\xe0", "Ce fichier vient d’un ancien Excel."),
    (b"%PDF", "Ce fichier est un PDF."),
)
BULLET = r"^\s*(\d+\s*[.)°-]|[-•*–])\s*"  # « 1. Léa », « - Léa »
SAVE_AS_CSV = "Ouvrez-le, choisissez « Enregistrer sous », enregistrez-le au format CSV, puis envoyez ce fichier-là."


class UnreadableList(ValueError):
    """No list can be read in this; the message, in French, says why and what to do."""


@dataclass(frozen=True)
class Person:
    """line    where it stands in the list, from 1
    first   the first name, tidy; never empty
    family  only read to tell two Léas apart; never kept
    """

    line: int
    first: str
    family: str = ""


@dataclass(frozen=True)
class NameList:
    """people   in the order of the list
    columns  the first cells of each column that could hold first names, to let the teacher choose another
    chosen   the column in which first names were read
    guessed  no header and no other sign told which column it is
    """

    people: tuple[Person, ...]
    columns: tuple[tuple[int, str], ...]
    chosen: int
    guessed: bool


def decode_list(raw: bytes) -> str:
    """Raises UnreadableList for what is not text."""
    if len(raw) > MAX_BYTES:
        raise UnreadableList(f"Ce fichier est trop gros pour une liste de noms : {MAX_BYTES >> 20} Mo au plus.")
    for start, what in BINARY:
        if raw.startswith(start):
            raise UnreadableList(f"{what} {SAVE_AS_CSV}")
    if raw[1::2].count(0) > len(raw) // 4:
        return raw.decode("utf-16-le", "replace")  # Excel's, without its mark
    if b"\x00" in raw and not raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UnreadableList(f"Ce fichier n’est pas du texte. {SAVE_AS_CSV}")
    return decode_text(raw)


def read_list(text: str, column: int | None = None) -> NameList:
    """The people of a list; `column` says where the first names are, else it is worked out. Raises UnreadableList."""
    if len(text) > MAX_BYTES:
        raise UnreadableList("Ce texte est trop long pour une liste de noms.")
    table = read_table(text)
    header = header_of(table[0][1]) if table else {}
    rows = table[1:] if header else table
    if not rows:
        raise UnreadableList("Je n’ai trouvé aucun nom. Écrivez un élève par ligne, ou choisissez un fichier CSV.")
    if len(rows) > MAX_PUPILS:
        raise UnreadableList(f"Cette liste a {len(rows)} lignes ; une classe a {MAX_PUPILS} élèves au plus.")
    wordy = columns_with_names([cells for _, cells in rows])
    first, family, guessed = choose(header, wordy, [cells for _, cells in rows], column)
    people = tuple(filter(None, (person(line, cells, first, family) for line, cells in rows)))
    if not people:
        raise UnreadableList("Je n’ai trouvé aucun prénom. La liste doit avoir une colonne avec les prénoms.")
    samples = tuple((index, ", ".join(sample(rows, index))) for index in wordy)
    return NameList(people, samples, first, guessed)


def read_table(text: str) -> list[tuple[int, list[str]]]:
    """(line number, cells) of the lines that hold something."""
    lines = clean(text.replace("\u2028", "\n")).split("\n")
    full = [line for line in lines if line.strip(' \t;,"')]
    if not full:
        return []
    separator = max(SEPARATORS, key=lambda mark: sum(mark in line.strip() for line in full))
    if not any(separator in line.strip() for line in full):
        lines = [line.strip() for line in lines]
    quoting = csv.QUOTE_NONE if text.count('"') % 2 else csv.QUOTE_MINIMAL
    reader = csv.reader(io.StringIO("\n".join(lines)), delimiter=separator, quoting=quoting)
    try:
        rows = [(reader.line_num, [" ".join(cell.split()) for cell in cells]) for cells in reader]
    except csv.Error:
        raise UnreadableList("Je n’ai pas pu lire ce tableau : une case est trop longue.") from None
    return [(line, cells) for line, cells in rows if any(cells)]


def header_of(cells: Sequence[str]) -> dict[str, int]:
    """What each column says it holds: {"first": 1, "family": 0}; {} when this line is not a header."""
    found: dict[str, int] = {}
    for index, cell in enumerate(cells):
        for kind, names in HEADERS.items():
            if bare(cell) in names:
                found.setdefault(kind, index)
    return found


def bare(cell: str) -> str:
    letters = unicodedata.normalize("NFKD", cell).encode("ascii", "ignore").decode().casefold()
    return " ".join(re.sub(r"[^a-z0-9]+", " ", letters).split())


def columns_with_names(rows: Sequence[Sequence[str]]) -> list[int]:
    """The columns where most lines hold a word: not the numbers, dates, e-mails or one-letter codes."""
    width = max(map(len, rows))
    cells = {index: [row[index] for row in rows if index < len(row)] for index in range(width)}
    named = {index: sum(looks_like_name(cell) for cell in column) for index, column in cells.items()}
    return [index for index, count in named.items() if count * 2 > len(rows)] or [max(named, key=named.__getitem__)]


def looks_like_name(cell: str) -> bool:
    return "@" not in cell and sum(map(str.isalpha, cell)) > 1 and not re.search(r"\d{2}", cell)


def choose(
    header: dict[str, int], wordy: list[int], rows: list[list[str]], column: int | None
) -> tuple[int, int, bool]:
    """(column of first names, column of family names or -1, was it a guess?)"""
    if column is not None and column in wordy:
        return column, next((index for index in wordy if index != column), -1), False
    if "first" in header:
        return header["first"], header.get("family", -1), False
    if "whole" in header or "family" in header:
        return header.get("whole", header.get("family", 0)), -1, False
    if len(wordy) < 2:
        return wordy[0], -1, False
    left, right = wordy[:2]
    shouted = {index: sum(is_shouted(row[index]) for row in rows if index < len(row)) for index in (left, right)}
    if shouted[left] == shouted[right]:
        return right, left, True  # « nom ; prénom » is how schools write lists
    return (right, left, False) if shouted[left] > shouted[right] else (left, right, False)


def is_shouted(word: str) -> bool:
    return word.isupper() and sum(map(str.isalpha, word)) > 1


def person(line: int, cells: Sequence[str], first: int, family: int) -> Person | None:
    name = re.sub(BULLET, "", cells[first] if first < len(cells) else "")
    other = cells[family] if 0 <= family < len(cells) else ""
    words = name.split()
    loud = [word for word in words if is_shouted(word)]
    if not other and loud and len(loud) < len(words):  # « BERNARD Léa », as school software prints it
        other, name = " ".join(loud), " ".join(word for word in words if not is_shouted(word))
    first_name = tidy(name)
    if is_shouted(first_name):
        first_name = first_name.title()
    return Person(line, first_name, tidy(other)) if any(map(str.isalpha, first_name)) else None


def sample(rows: Sequence[tuple[int, list[str]]], index: int) -> list[str]:
    return [cells[index][:20] for _, cells in rows[:3] if index < len(cells) and cells[index]]
