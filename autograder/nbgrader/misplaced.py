"""What lies in submitted/ where no hand-in is looked for: nobody stays without a mark and without a word."""

from collections.abc import Sequence
from pathlib import Path

from autograder.collect import SKIPPED, is_notebook
from autograder.nbgrader import phrases
from autograder.nbgrader.course_folder import CourseFolder
from autograder.report import Failure
from autograder.typography import french


def misplaced(folder: CourseFolder, lessons: Sequence[str], pupil: str = "") -> list[Failure]:
    """Notebooks out of a lesson's folder, pupils' folders without one, lessons' names in the wrong case, links."""
    lost = []
    for place in seen_in(folder.submitted) if folder.submitted.is_dir() else ():
        owner = place.name if place.is_dir() else place.stem
        if pupil in ("", owner):
            lost += [Failure(str(place), owner, french(said)) for said in problems(place, lessons)]
    return lost


def problems(place: Path, lessons: Sequence[str]) -> list[str]:
    if place.is_symlink():
        return [phrases.LINK]
    if not place.is_dir():
        return [out_of_place(place, "<élève>", lessons)] if is_notebook(place) else []
    try:
        inside = seen_in(place)
    except OSError:
        return [phrases.DENIED]
    said = [out_of_place(path, place.name, lessons) for path in inside if is_notebook(path) and not path.is_dir()]
    folders = [path.name for path in inside if path.is_dir()]
    meant = {name: almost(name, lessons) for name in folders}
    said += [phrases.ALMOST.format(found=name, lesson=lesson) for name, lesson in meant.items() if lesson]
    return said or ([] if folders else [phrases.EMPTY])


def seen_in(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if not path.name.startswith(".") and path.name not in SKIPPED)


def out_of_place(notebook: Path, pupil: str, lessons: Sequence[str]) -> str:
    lesson = next((name for name in lessons if name in notebook.stem), "<leçon>")
    return phrases.OUT_OF_PLACE.format(file=notebook.name, folder=f"submitted/{pupil}/{lesson}/")


def almost(name: str, lessons: Sequence[str]) -> str:
    """The lesson this folder was meant for; "" when it has the right name, or quite another."""
    return next((lesson for lesson in lessons if name != lesson and name.casefold() == lesson.casefold()), "")
