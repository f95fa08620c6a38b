"""`tuto jupyter` and `tuto recommencer`. Jupyter is imported only when the server starts."""

import argparse
from pathlib import Path
from types import ModuleType
from urllib.parse import quote

from autograder import terminal
from autograder.exercise import Course, Lesson
from autograder.jupyter.work_folder import MARK, NotReleased, Refreshed, WorkFolder

JUPYTER = "Ouvre les leçons dans Jupyter, en français : chacune apparaît quand la précédente est réussie."
AGAIN = "Remet un exercice, ou toute une leçon, comme au départ. L'ancien cahier est gardé dans sauvegardes/."
FOLDER = "mes_lecons"
STATE = "Leçons ouvertes : {open} sur {all}, dans {folder}"
NEW = "  Nouvelle leçon : {title}"
CHANGED = (
    "  La leçon {name} a changé depuis que vous l'avez ouverte. Votre version de {files} reste en place.\n"
    "  Pour prendre la nouvelle, en gardant l'ancienne : python3 start.py recommencer {name}"
)
NOT_WRITTEN = "Impossible d'écrire {path} ({why}). Libérez de la place ou choisissez un autre dossier : --dossier"
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
        open_for_author(options, config.COURSE) if options.auteur else open_for_learner(options, work)
    except (CannotServe, NotReleased) as problem:
        terminal.complain(str(problem))
        return UNREAD
    except BrokenPipeError:
        raise
    except OSError as problem:
        terminal.complain(not_written(problem, work))
        return UNREAD
    return 0


def not_written(problem: OSError, work: WorkFolder) -> str:
    return NOT_WRITTEN.format(path=problem.filename or work.path, why=problem.strerror)


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
    print(STATE.format(open=len(lessons), all=written, folder=work.path))
    return lessons[-1]


def tell(done: Refreshed) -> None:
    if done.is_new:
        print(NEW.format(title=done.lesson.title))
    elif done.kept:
        print(CHANGED.format(name=done.lesson.name, files=", ".join(done.kept)))


def ours(course: Course, kind: str) -> list[Path]:
    """The notebooks of the project: "release" or "source"."""
    paths = (course.root / kind / lesson.name / f"{lesson.name}.ipynb" for lesson in course.lessons)
    return [path for path in paths if path.is_file()]


def page_of(work: WorkFolder, lesson: Lesson, lab: bool) -> str:
    path = quote(work.notebook(lesson).relative_to(work.path).as_posix())
    return f"/lab/tree/{path}" if lab else f"/notebooks/{path}"


def run_again(options: argparse.Namespace, config: ModuleType) -> int:
    from autograder.jupyter.fresh_start import CannotBegin, begin_exercise_again, begin_lesson_again

    work = work_folder(options, config.COURSE)
    lesson = lesson_named(work, options.lesson)
    if lesson is None:
        names = ", ".join(lesson.name for lesson in config.COURSE.lessons if work.is_open(lesson))
        terminal.complain(f"Je ne trouve pas la leçon {options.lesson} dans {work.path}. Leçons ouvertes : {names}")
        return UNREAD
    item = next((item for item in lesson.items if item.name == options.exercise), None)
    if options.exercise and item is None:
        names = ", ".join(item.name for item in lesson.items)
        terminal.complain(f"La leçon {lesson.name} n'a pas d'exercice {options.exercise}. Les siens : {names}")
        return UNREAD
    try:
        copy = begin_exercise_again(work, lesson, item) if item else begin_lesson_again(work, lesson)
    except (CannotBegin, NotReleased) as problem:
        terminal.complain(str(problem))
        return UNREAD
    except OSError as problem:
        terminal.complain(not_written(problem, work))
        return UNREAD
    what = f"L'exercice {item.name}" if item else f"La leçon {lesson.name}"
    print(f"{what} est comme au départ. Si le cahier est ouvert, rechargez la page (F5) sans enregistrer.")
    if copy:
        print(f"Votre cahier d'avant : {copy}")
    return 0


def lesson_named(work: WorkFolder, name: str) -> Lesson | None:
    """An open lesson, by its name or its number."""
    for lesson in work.course.lessons:
        number = lesson.name.split("_")[0]
        if work.is_open(lesson) and name.lstrip("0") in (lesson.name.lstrip("0"), number.lstrip("0")):
            return lesson
    return None
