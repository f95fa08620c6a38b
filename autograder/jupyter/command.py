"""`tuto jupyter` and `tuto recommencer`. Jupyter is imported only when the server starts."""

import argparse
from pathlib import Path
from types import ModuleType
from urllib.parse import quote

from autograder import terminal
from autograder.exercise import Course, Item, Lesson
from autograder.jupyter import phrases
from autograder.jupyter.phrases import said
from autograder.jupyter.work_folder import MARK, NotReleased, Refreshed, WorkFolder
from autograder.system_words import NO_ROOM, reason
from autograder.typography import french

JUPYTER = "Ouvre les leçons dans Jupyter, en français : chacune apparaît quand la précédente est réussie."
AGAIN = "Remet un exercice, ou toute une leçon, comme au départ. L'ancien cahier est gardé dans sauvegardes/."
FOLDER = "mes_lecons"
UNREAD = 2


def add_to(commands: argparse._SubParsersAction) -> None:
    opening = commands.add_parser("jupyter", help="ouvrir les leçons dans Jupyter", description=JUPYTER)
    opening.add_argument("--dossier", type=Path, metavar="DOSSIER", help=f"où sont vos leçons ({FOLDER} sinon)")
    opening.add_argument("--port", type=terminal.port, help="le port (8888 sinon, ou le premier qui est libre)")
    opening.add_argument("--sans-navigateur", action="store_true", help="donner l'adresse, sans rien ouvrir")
    opening.add_argument("--lab", action="store_true", help="JupyterLab au lieu de Notebook")
    opening.add_argument("--auteur", action="store_true", help="le projet lui-même, pour écrire les leçons")
    opening.set_defaults(run=run_jupyter)
    again = commands.add_parser("recommencer", help="reprendre un exercice ou une leçon au départ", description=AGAIN)
    again.add_argument("lesson", metavar="LEÇON", help="son numéro ou son nom : 1, 01_deviner_la_suite")
    again.add_argument("exercise", metavar="EXERCICE", nargs="?", help="le nom de l'exercice ; sans lui, la leçon")
    again.add_argument("--dossier", type=Path, metavar="DOSSIER", help=f"où sont vos leçons ({FOLDER} sinon)")
    again.set_defaults(run=run_again)


def run_jupyter(options: argparse.Namespace, config: ModuleType) -> int:
    from autograder.jupyter.server import CannotServe

    work = work_folder(options, config.COURSE)
    try:
        if options.auteur:
            open_for_author(options, config.COURSE)
        else:
            open_for_learner(options, work)
    except (CannotServe, NotReleased) as problem:
        return stop(str(problem))
    except BrokenPipeError:
        raise
    except OSError as problem:
        if options.auteur:
            return stop(not_written(problem, config.COURSE.root, phrases.MEND))
        return stop(not_written(problem, work.path, phrases.OTHER_FOLDER))
    return 0


def stop(sentence: str) -> int:
    terminal.complain(sentence)
    return UNREAD


def not_written(problem: OSError, folder: Path, otherwise: str) -> str:
    """otherwise: what to do where the disk is not full."""
    advice = said(phrases.MAKE_ROOM if problem.errno in NO_ROOM else otherwise)
    return said(phrases.NOT_WRITTEN, path=problem.filename or folder, why=french(reason(problem)), advice=advice)


def open_for_learner(options: argparse.Namespace, work: WorkFolder) -> None:
    from autograder.jupyter.server import serve

    lesson = prepare(work)
    home = work.path / MARK / "jupyter"
    serve(work.path, home, options, page_of(work, lesson, options.lab), ours(work.course, "release"))


def open_for_author(options: argparse.Namespace, course: Course) -> None:
    from autograder.jupyter.server import serve

    first_page = "/lab/tree/source" if options.lab else "/tree/source"
    serve(course.root, course.root / ".tuto" / "jupyter", options, first_page, ours(course, "source"))


def work_folder(options: argparse.Namespace, course: Course) -> WorkFolder:
    return WorkFolder((options.dossier or course.root / FOLDER).resolve(), course)


def prepare(work: WorkFolder) -> Lesson:
    """Open what is deserved, bring kits up to date, say it; gives the last lesson that is open."""
    work.prepare()
    lessons = work.deserved()
    for lesson in lessons:
        tell(work.refresh(lesson))
    written = sum(bool(lesson.items) for lesson in work.course.lessons)
    print(said(phrases.STATE, open=len(lessons), all=written, folder=work.path))
    return lessons[-1]


def tell(done: Refreshed) -> None:
    if done.is_new:
        print(said(phrases.NEW, title=french(done.lesson.title)))
    elif done.kept:
        print(said(phrases.CHANGED, name=done.lesson.name, files=", ".join(done.kept)))


def ours(course: Course, kind: str) -> list[Path]:
    """The notebooks of the project: "release" or "source"."""
    paths = (course.root / kind / lesson.name / f"{lesson.name}.ipynb" for lesson in course.lessons)
    return [path for path in paths if path.is_file()]


def page_of(work: WorkFolder, lesson: Lesson, lab: bool) -> str:
    path = quote(work.notebook(lesson).relative_to(work.path).as_posix())
    return f"/lab/tree/{path}" if lab else f"/notebooks/{path}"


def run_again(options: argparse.Namespace, config: ModuleType) -> int:
    work = work_folder(options, config.COURSE)
    lesson = config.COURSE.find(options.lesson)
    if lesson is None or not work.is_open(lesson):
        return stop(not_there(work, lesson, options.lesson))
    item = next((item for item in lesson.items if item.name == options.exercise), None)
    if options.exercise and item is None:
        names = ", ".join(item.name for item in lesson.items)
        return stop(said(phrases.NO_EXERCISE, lesson=lesson.name, name=options.exercise, names=names))
    return begin_again(work, lesson, item)


def not_there(work: WorkFolder, lesson: Lesson | None, word: str) -> str:
    """Why this lesson cannot begin again."""
    names = ", ".join(lesson.name for lesson in work.course.lessons if work.is_open(lesson))
    if not names:
        return said(phrases.NONE_OPEN, folder=work.path)
    if lesson is None:
        return said(phrases.NO_LESSON, word=word, names=names)
    return said(phrases.NOT_OPEN, lesson=lesson.name, folder=work.path, names=names)


def begin_again(work: WorkFolder, lesson: Lesson, item: Item | None) -> int:
    from autograder.jupyter.fresh_start import CannotBegin, begin_exercise_again, begin_lesson_again

    try:
        copy = begin_exercise_again(work, lesson, item) if item else begin_lesson_again(work, lesson)
    except (CannotBegin, NotReleased) as problem:
        return stop(str(problem))
    except OSError as problem:
        return stop(not_written(problem, work.path, phrases.MEND))
    done = said(phrases.EXERCISE_AGAIN, name=item.name) if item else said(phrases.LESSON_AGAIN, name=lesson.name)
    print(done, said(phrases.RELOAD))
    if copy:
        print(said(phrases.KEPT, copy=copy))
    return 0
