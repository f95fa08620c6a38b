"""`nbgrader zip_collect`: whose file is it, by its name. Set by `c.ZipCollectApp.collector_plugin`.

A pupil's name becomes a folder, an identifier in the gradebook and a word in formgrader's pages: see `is_harmless`.
"""

import re
from pathlib import Path

from nbgrader.plugins import FileNameCollectorPlugin

from autograder.feedback.typography import clean
from autograder.nbgrader import phrases
from autograder.notebook import Unreadable
from autograder.typography import french

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
    """nbgrader's own, which says in French what it does not take."""

    def collect(self, submitted_file):
        file = Path(submitted_file)
        if file.name.startswith("._"):  # a Mac puts one beside every file of a zip
            return None
        found = super().collect(submitted_file)
        if not found or not is_harmless(found["student_id"]):
            self.log.warning(french(phrases.NOT_COLLECTED.format(file=clean(file.name))))
            return None
        return found
