"""The words of a pupil who answers a question freely, for the teacher to read."""

from autograder.exercise import FreeText
from autograder.master import Master, squeeze
from autograder.notebook import Notebook


def free_text(notebook: Notebook, free: FreeText, master: Master) -> str:
    """The pupil's own words, "" when the text of the release is still there."""
    return "\n\n".join(written_words(notebook, free, master)).strip()


def written_words(notebook: Notebook, free: FreeText, master: Master) -> tuple[str, ...]:
    """The cells they are in: all those with the answer's label; else what was written just after the question."""
    untouched = ("", squeeze(master.blanks.get(free.name, "")))
    labelled = [cell.source for cell in notebook.cells if cell.grade_id == free.name]
    words = labelled or words_without_label(notebook, free, master)
    return tuple(dict.fromkeys(text for text in words if squeeze(text) not in untouched))


def words_without_label(notebook: Notebook, free: FreeText, master: Master) -> list[str]:
    """The pupil's text cells between the question, which is the cell before the answer's, and the next known cell."""
    labels = [cell.grade_id for cell in master.release]
    if free.name not in labels[1:]:
        return []
    question = master.release[labels.index(free.name) - 1]
    texts = {cell.source for cell in master.release}
    words, asked = [], False
    for cell in notebook.cells:
        text = squeeze(cell.source)
        if text in texts or (cell.grade_id and cell.grade_id in labels):
            asked = text == question.source or "" != cell.grade_id == question.grade_id
        elif asked and cell.kind == "markdown":
            words.append(cell.source)
    return words
