"""The `tuto` command, in French. Exit: 0 all went well, 1 something to do, 2 something could not be read."""

import argparse
import importlib
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

from autograder import phrases, terminal
from autograder.authoring.broken import BrokenCourse, import_course
from autograder.collect import NothingFound, collect
from autograder.exercise import Outcome
from autograder.report import Failure, Report
from autograder.system_words import reason
from autograder.typography import french

GRADE = "Corrige des carnets sans jamais exécuter le code des élèves hors du bac à sable."
BUILD = "Prépare les carnets des élèves (release/) et les corrigés (solutions/) à partir de source/."
DOCTOR = "Essaie de sortir du bac à sable où tourne le code des élèves, et dit ce qui le protège."

MORE = (  # modules of ours that add words to the command
    "autograder.authoring.command",
    "autograder.nbgrader.command",
    "autograder.jupyter.command",
)

UNREAD = 2
LONG_WORK = 5  # notebooks from which a progress bar is worth showing


def main(arguments: Sequence[str] | None = None) -> int:
    for stream in (sys.stdout, sys.stderr):  # a Windows console may not know « é »
        stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        config = import_course()
    except BrokenCourse as problem:
        terminal.complain(str(problem))
        return UNREAD
    options = make_parser(config).parse_args(arguments)
    try:
        return options.run(options, config)
    except KeyboardInterrupt:
        terminal.complain("Arrêté. Rien n'est perdu : relancez la même commande quand vous voulez.")
        return 130
    except BrokenPipeError:
        sys.stderr.close()
        return 0


def make_parser(config: ModuleType) -> argparse.ArgumentParser:
    """The grader's commands, then those of the modules that the course's configuration names."""
    parser = terminal.FrenchParser("tuto", "Ouvre la classe et corrige les leçons du cours Tuto LLM.")
    commands = parser.add_subparsers(metavar="COMMANDE", required=True, parser_class=terminal.subparser)
    grading = commands.add_parser("grade", help="corriger un ou plusieurs carnets", description=GRADE)
    grading.add_argument("paths", nargs="+", type=Path, metavar="CHEMIN", help="un carnet, plusieurs, ou un dossier")
    grading.add_argument("--lesson", default="", metavar="NOM", help="la leçon, si les carnets ne le disent pas")
    how = grading.add_mutually_exclusive_group()
    how.add_argument("--json", action="store_true", help="écrire le résultat en JSON, et rien d'autre")
    how.add_argument("--csv", type=Path, metavar="FICHIER", help="écrire aussi les résultats dans un tableau CSV")
    grading.add_argument("--feedback", type=Path, metavar="DOSSIER", help="écrire une page par élève et un bilan")
    grading.add_argument("--jobs", type=terminal.positive, default=1, metavar="N", help="carnets corrigés ensemble")
    grading.add_argument("--isolation-partielle", action="store_true", help="corriger même si un verrou manque")
    grading.set_defaults(run=run_grade)
    building = commands.add_parser("build", help="préparer release/ et solutions/", description=BUILD)
    what = building.add_mutually_exclusive_group()
    what.add_argument("--check", action="store_true", help="dire seulement ce qui n'est plus à jour")
    otter = {"nargs": "?", "type": Path, "const": Path("dist", "otter"), "metavar": "DOSSIER"}
    what.add_argument("--otter", **otter, help="écrire plutôt la version otter et Gradescope (dans dist/otter/)")
    building.set_defaults(run=run_build)
    doctor = commands.add_parser("doctor", help="éprouver le bac à sable", description=DOCTOR)
    doctor.set_defaults(run=run_doctor)
    for name in (*MORE, *config.COMMANDS):
        importlib.import_module(name).add_to(commands)
    return parser


def run_grade(options: argparse.Namespace, config: ModuleType) -> int:
    from autograder.batch import IsolationTooWeak, grade_all, open_grader
    from autograder.namesakes import tell_apart
    from autograder.sandbox import SandboxError, SandboxMissing

    course = config.COURSE
    if options.lesson and not course.lesson(options.lesson):
        names = ", ".join(lesson.name for lesson in course.lessons)
        terminal.complain(f"Je ne connais pas la leçon {options.lesson}. Les leçons : {names}.")
        return UNREAD
    try:
        notebooks = collect(options.paths, course, options.lesson)
        opened = open_grader(course, options.jobs, accept_partial=options.isolation_partielle)
        with opened as grader, terminal.progress(len(notebooks), LONG_WORK) as tick:
            results, sentences = tell_apart(grade_all(grader, notebooks, options.jobs, tick), course)
    except (NothingFound, SandboxMissing, SandboxError, IsolationTooWeak) as problem:
        terminal.complain(str(problem))
        return UNREAD
    for sentence in sentences:
        terminal.complain(terminal.on_one_line(sentence))
    return finish(results, options, course)


def finish(results: list, options: argparse.Namespace, course) -> int:
    try:
        tell(results, options, course)
    except BrokenPipeError:  # who was reading has read enough: see main
        raise
    except OSError as problem:  # a full disk does not say which file
        asked = " ou ".join(str(path) for path in (options.csv, options.feedback) if path)
        terminal.complain(f"Je n'ai pas pu écrire {problem.filename or asked or 'la réponse'} : {reason(problem)}.")
        return UNREAD
    return UNREAD if any(isinstance(result, Failure) or unjudged(result) for result in results) else 0


def unjudged(report: Report) -> list[str]:
    """The exercises where the grader itself broke down."""
    return [verdict.name for verdict in report.verdicts if verdict.outcome is Outcome.GRADER_ERROR]


def tell(results: list, options: argparse.Namespace, course) -> None:
    """Everything asked for: JSON or a summary on stdout, sentences on stderr, pages and CSV in files."""
    failures = [result for result in results if isinstance(result, Failure)]
    reports = [result for result in results if not isinstance(result, Failure)]
    for failure in failures:
        terminal.complain(terminal.on_one_line(f"{failure.notebook} : {failure.message}"))
    for report in reports:
        if names := unjudged(report):
            terminal.complain(
                french(phrases.UNJUDGED).format(pupil=terminal.on_one_line(report.pupil), names=", ".join(names))
            )
    if options.json:
        from autograder.records import record

        records = [record(result) for result in results]
        print(json.dumps(records[0] if len(records) == 1 else records, ensure_ascii=False, indent=2))
    else:
        terminal.show_reports(reports)
    if options.csv:
        from autograder.feedback import write_results

        write_results(reports, failures, course, options.csv)
    if options.feedback:
        from autograder.feedback import write_class_summary, write_pupil_page

        for report in reports:
            write_pupil_page(report, course, options.feedback)
        page, _ = write_class_summary(reports, failures, course, options.feedback)
        print(f"Les pages : {page.resolve().as_uri()}", file=sys.stderr if options.json else sys.stdout)


def run_build(options: argparse.Namespace, config: ModuleType) -> int:
    if options.otter:
        return run_build_otter(options, config)
    from autograder.build import BUILT, CannotBuild, build, check

    try:
        if not options.check:
            for folder in build(config.COURSE, config.configure):
                print(f"Écrit : {folder.name}/")
            return 0
        differences = check(config.COURSE, config.configure)
    except CannotBuild as problem:
        terminal.complain(str(problem))
        return UNREAD
    for difference in differences:
        terminal.complain(f"{difference.path} : {difference.what}")
    if differences:
        terminal.complain("Relancez : python3 start.py build")
        return 1
    print(f"{' et '.join(f'{name}/' for name in BUILT)} sont à jour.")
    return 0


def run_build_otter(options: argparse.Namespace, config: ModuleType) -> int:
    from autograder.otter.folder import CannotBuildOtter, build_otter

    try:
        for sentence in build_otter(config.COURSE, options.otter):
            print(sentence)
    except CannotBuildOtter as problem:
        terminal.complain(str(problem))
        return UNREAD
    except OSError as problem:
        terminal.complain(f"Je n'ai pas pu écrire {problem.filename or options.otter} : {reason(problem)}.")
        return UNREAD
    return 0


def run_doctor(options: argparse.Namespace, config: ModuleType) -> int:
    from autograder.sandbox import SandboxError, SandboxMissing
    from autograder.sandbox.doctor import describe, examine

    try:
        examination = examine()
    except (SandboxMissing, SandboxError) as problem:
        terminal.complain(str(problem))
        return UNREAD
    print(describe(examination))
    return 0 if examination.level == "COMPLÈTE" else 1


if __name__ == "__main__":
    sys.exit(main())
