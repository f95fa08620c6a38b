"""`nbgrader zip_collect` and `nbgrader collect`: whose hand-in is it, by its name. See configure_collecting.

A pupil's name becomes a folder, an identifier in the gradebook and a word in formgrader's pages: see `is_harmless`.
"""

import re
from pathlib import Path

from nbgrader.exchange.default import ExchangeCollect
from nbgrader.plugins import FileNameCollectorPlugin
from traitlets import Dict

from autograder.feedback.typography import clean
from autograder.nbgrader import phrases
from autograder.notebook import Unreadable
from autograder.typography import french

NUMBERED = re.compile(r" ?\((\d+)\)$")
HARMFUL = re.compile(r'[<>"&/\\\x00-\x1f\x7f-\x9f]')


def is_harmless(pupil: str) -> bool:
    """No markup, nothing invisible, no way out of the folder: accents, spaces and apostrophes are welcome.

    >>> is_harmless("Zoé d'à côté"), is_harmless("<img src=x>"), is_harmless("..")
    (True, False, False)
    """
    return not HARMFUL.search(pupil) and not pupil.startswith(".")


def refuse_name(pupil: str) -> None:
    if not is_harmless(pupil):
        raise Unreadable(phrases.HARMFUL_NAME)


class PupilFiles(FileNameCollectorPlugin):
    """nbgrader's own, which says in French what it does not take, and takes one file when a pupil has two.

    nbgrader would stop for the whole class at the second, when their names tell no date.
    """

    taken = Dict(help="the file of each pupil's notebook")

    def collect(self, submitted_file):
        file = Path(submitted_file)
        if file.name.startswith("._"):  # a Mac puts one beside every file of a zip
            return None
        found = super().collect(submitted_file)
        if not found or not is_harmless(found["student_id"]):
            return self.leave(phrases.NOT_COLLECTED, file=file.name)
        newest = max(self.copies_of(file), key=copy_number)
        kept = self.taken.setdefault((found["student_id"], found["file_id"]), newest)
        if kept != file and not found.get("timestamp"):
            return self.leave(phrases.TWO_FILES, pupil=found["student_id"], file=file.name, kept=kept.name)
        return found

    def copies_of(self, file: Path) -> list[Path]:
        """This file and the same one downloaded again, which the browser numbered."""
        beside = (path for path in file.parent.iterdir() if path.suffix == file.suffix)
        return [path for path in beside if NUMBERED.sub("", path.stem) == NUMBERED.sub("", file.stem)]

    def leave(self, sentence: str, **words: str) -> None:
        self.log.warning(clean(french(sentence.format(**words))))


class PupilFolders(ExchangeCollect):
    """nbgrader's own, without the folders of the exchange whose name would do harm."""

    def init_src(self):
        super().init_src()
        for record in self.src_records:
            if not is_harmless(record["username"]):
                self.log.warning(clean(french(phrases.NOT_FETCHED.format(folder=record["filename"]))))
        self.src_records = [record for record in self.src_records if is_harmless(record["username"])]


def copy_number(file: Path) -> int:
    """
    >>> copy_number(Path("lea.ipynb")), copy_number(Path("lea (12).ipynb"))
    (0, 12)
    """
    number = NUMBERED.search(file.stem)
    return int(number[1]) if number else 0
