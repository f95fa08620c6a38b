"""`tuto autograde`: a whole nbgrader course folder in one warm process. nbgrader is imported only when it runs."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

from autograder import terminal
from autograder.exercise import Outcome
from autograder.feedback.typography import clean
from autograder.nbgrader import phrases
from autograder.report import Failure, Report
from autograder.system_words import reason
from autograder.typography import french

AUTOGRADE = (
    "Corrige un dossier de cours nbgrader (submitted/<élève>/<leçon>/) et remplit autograded/ et gradebook.db, comme "
    "« nbgrader autograde », en une seule fois et sans s'arrêter à un carnet abîmé."
)
SOMETHING_TO_DO, UNREAD = 1, 2
FEW = 5  # pupils named in one sentence
LONG_WORK = 5  # hand-ins from which a progress bar is worth showing


def add_to(commands: argparse._SubParsersAction) -> None:
    grading = commands.add_parser("autograde", help="corriger un cours nbgrader", description=AUTOGRADE)
    grading.add_argument("lessons", nargs="*", metavar="LEÇON", help="les leçons à corriger (toutes sinon)")
    grading.add_argument(
        "--course", type=Path, default=Path(), metavar="DOSSIER", help="le dossier du cours (ici sinon)"
    )
    grading.add_argument("--student", default="", metavar="NOM", help="un seul élève : le nom de son dossier")
    grading.add_argument("--force", action="store_true", help="corriger à nouveau ce qui est déjà corrigé")
    grading.add_argument("--isolation-partielle", action="store_true", help="corriger même si un verrou manque")
    grading.set_defaults(run=run_autograde)


def run_autograde(options: argparse.Namespace, config: ModuleType) -> int:
    course, root = config.COURSE, options.course
    named = [course.find(word) for word in options.lessons]
    unknown = [word for word, lesson in zip(options.lessons, named, strict=True) if not lesson or not lesson.items]
    if not root.is_dir():
        return stop(phrases.NO_COURSE_FOLDER.format(folder=root))
    if unknown:
        names = ", ".join(lesson.name for lesson in course.lessons if lesson.items)
        return stop(phrases.UNKNOWN_LESSON.format(lesson=unknown[0], names=names))
    try:
        from autograder.nbgrader.course_folder import CannotOpen, handed_in, open_folder
        from autograder.nbgrader.misplaced import almost, misplaced
    except ModuleNotFoundError as missing:
        return stop(phrases.NBGRADER_MISSING.format(name=missing.name))
    try:
        folder = open_folder(course, config.configure, root)
    except CannotOpen as problem:
        return stop(str(problem))
    wanted = [lesson.name for lesson in named or course.lessons if lesson.items]
    every = handed_in(folder, options.student)
    chosen = [handed for handed in every if handed.lesson in wanted]
    lost = misplaced(folder, wanted, options.student)
    names = [lesson.name for lesson in course.lessons]
    tell_left_alone([handed for handed in every if handed.lesson not in names and not almost(handed.lesson, names)])
    if not chosen:
        return tell(lost) if lost else stop(nothing(folder, options.student))
    return grade_chosen(folder, chosen, lost, options)


def nothing(folder, pupil: str) -> str:
    from autograder.nbgrader.course_folder import handed_in

    pupils = dict.fromkeys(handed.pupil for handed in handed_in(folder))
    if not pupil or not pupils:
        return phrases.NOTHING_HANDED_IN.format(folder=folder.submitted)
    return clean(phrases.NOTHING_OF_PUPIL.format(pupil=pupil, folder=folder.submitted, pupils=", ".join(pupils)))


def stop(sentence: str) -> int:
    terminal.complain(french(sentence))
    return UNREAD


def tell_left_alone(others: Sequence) -> None:
    """Other work of the same class, or a lesson's folder with a wrong name: the pupils tell which."""
    for name in sorted({handed.lesson for handed in others}):
        pupils = [handed.pupil for handed in others if handed.lesson == name]
        who = ", ".join(pupils[:FEW]) + ("…" if len(pupils) > FEW else "")
        terminal.complain(clean(french(phrases.LEFT_ALONE.format(lesson=name, pupils=who))))


def grade_chosen(folder, chosen: Sequence, lost: Sequence[Failure], options: argparse.Namespace) -> int:
    from sqlalchemy.exc import SQLAlchemyError

    from autograder.batch import IsolationTooWeak, open_grader
    from autograder.build import CannotBuild
    from autograder.nbgrader.course_folder import prepare
    from autograder.nbgrader.exporter import course_at
    from autograder.nbgrader.one_pupil import autograde_one
    from autograder.sandbox import SandboxError, SandboxMissing

    try:
        for lesson in folder.course.lessons:
            if any(handed.lesson == lesson.name for handed in chosen) and prepare(folder, lesson):
                print(french(phrases.PREPARED.format(lesson=lesson.name)))
        opened = open_grader(course_at(folder.course, folder.root), accept_partial=options.isolation_partielle)
        with opened as grader, terminal.progress(len(chosen), LONG_WORK) as tick:
            results = list(lost)
            for handed in chosen:
                results.append(autograde_one(folder, handed, grader, options.force))
                tick()
    except (CannotBuild, SandboxMissing, SandboxError, IsolationTooWeak) as problem:
        return stop(str(problem))
    except SQLAlchemyError as problem:
        return stop(phrases.BAD_GRADEBOOK.format(reason=str(problem).splitlines()[0]))
    except OSError as problem:
        return stop(phrases.CANNOT_WRITE.format(file=problem.filename or options.course, reason=reason(problem)))
    return tell(results)


def tell(results: Sequence) -> int:
    """Who was not graded and why, then the class, then what is left to do by hand."""
    failures = [result for result in results if isinstance(result, Failure)]
    reports = [result for result in results if isinstance(result, Report)]
    for failure in failures:
        terminal.complain(clean(french(phrases.NOT_GRADED.format(pupil=failure.pupil, message=failure.message))))
    by_hand = [(report.pupil, verdict.name) for report in reports for verdict in unjudged(report)]
    for pupil, name in by_hand:
        terminal.complain(french(phrases.BY_HAND.format(pupil=pupil, cell=f"test_{name}")))
    for lesson in dict.fromkeys(report.lesson.name for report in reports):
        print(lesson)
        terminal.show_class([report for report in reports if report.lesson.name == lesson])
    skipped = len(results) - len(reports) - len(failures)
    texts = sum(bool(words) for report in reports for _, words in report.free_texts)
    counts = ((len(reports), phrases.GRADED), (skipped, phrases.SKIPPED), (len(failures), phrases.UNGRADED))
    print(french(" ; ".join(counted(count, said) for count, said in counts if count) + "."))
    if texts:
        print(french(counted(texts, phrases.TEXTS_TO_READ) + "."))
    return UNREAD if failures else SOMETHING_TO_DO if by_hand else 0


def counted(count: int, said: tuple[str, str]) -> str:
    return said[count > 1].format(count=count)


def unjudged(report: Report) -> list:
    return [verdict for verdict in report.verdicts if verdict.outcome is Outcome.GRADER_ERROR]
