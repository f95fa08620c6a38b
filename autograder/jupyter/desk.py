"""For the kit, in a notebook's kernel: open the next lesson, give a blank back. Plain values and sentences."""

from collections.abc import Collection
from pathlib import Path
from typing import Any

from autograder.exercise import Course
from autograder.jupyter.fresh_start import begin_lesson_again, blank_cell
from autograder.jupyter.work_folder import NotReleased, WorkFolder, reaches

NOT_WRITTEN = (
    "Je n'ai pas pu la poser sur le disque : il est peut-être plein, ou protégé. "
    "Ta réussite n'est pas perdue : la leçon s'ouvrira au prochain démarrage de Jupyter."
)


def next_lesson(course: Course, name: str, passed: Collection[str], folder: Path) -> dict[str, str] | None:
    """The lesson that these successes open, copied if it was not there; None where there is nothing to open.

    folder   the notebook's; only in a work folder of `tuto jupyter` is anything written
    """
    work, lesson = WorkFolder(folder.resolve().parent, course), course.lesson(name)
    following = course.after(lesson) if lesson else None
    if not (work.is_ours and following and reaches(course, lesson, passed)):
        return None
    try:
        if not work.is_open(following):
            work.refresh(following)
    except (NotReleased, OSError):
        return {"titre": following.title, "souci": NOT_WRITTEN}
    path = f"../{following.name}/{following.name}.ipynb"
    return {"titre": following.title, "dossier": following.name, "chemin": path}


def blank(course: Course, name: str, exercise: str) -> str | None:
    """The cell as it was given, None when it is not known."""
    lesson = course.lesson(name)
    item = next((item for item in lesson.items if item.name == exercise), None) if lesson else None
    try:
        cell = blank_cell(WorkFolder(course.root, course), lesson, item) if item else {}
    except (NotReleased, OSError, ValueError, StopIteration):
        return None
    source: Any = cell.get("source")
    return "".join(source) if isinstance(source, list) else source


def lesson_again(course: Course, name: str, folder: Path) -> dict[str, str]:
    """Where the old notebook is kept, or what went wrong."""
    work, lesson = WorkFolder(folder.resolve().parent, course), course.lesson(name)
    if lesson is None or not work.is_ours or folder.resolve().name != name:
        return {"souci": "Ici, je ne peux pas remettre le cahier du départ. Demande-le à la personne qui te l'a donné."}
    try:
        copy = begin_lesson_again(work, lesson)
    except (NotReleased, OSError):
        return {"souci": "Je n'ai pas pu écrire sur le disque. Rien n'a changé."}
    return {"copie": copy.relative_to(work.path / name).as_posix() if copy else ""}
