"""Marks for a spreadsheet, and the pupils' notebooks as nbgrader lays them out."""

import csv
import io
import json
import re
import zipfile
from datetime import UTC, datetime
from functools import cache

from django.utils import timezone

from autograder.exercise import Lesson
from autograder.feedback.places import file_name
from autograder.feedback.results import cell
from classroom.course import course, lesson_named
from classroom.gradebook.marks import LessonMarks, marks_of_class
from classroom.models import Classroom, Copy, FreeAnswer, Pupil
from classroom.roster.pseudonyms import same

RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)  # Windows keeps these


def marks_csv(classroom: Classroom) -> str:
    """One line a pupil, for a French spreadsheet: semicolons, decimal commas, and the mark that says UTF-8."""
    table = marks_of_class(classroom)
    out = io.StringIO()
    lines = csv.writer(out, delimiter=";", lineterminator="\r\n")
    header = ["Élève"]
    for one in table[0].lessons if table else ():
        header += columns_of(one)
    lines.writerow([*map(cell, [*header, "Badges"])])
    for pupil in table:
        line: list[str | float] = [pupil.pupil.pseudonym]
        for one in pupil.lessons:
            line += [one.earned if one.is_started else "", *("" if m.points is None else m.points for m in one.marks)]
        lines.writerow([*map(cell, [*line, ", ".join(pupil.badges)])])
    return "\ufeff" + out.getvalue()


def columns_of(one: LessonMarks) -> list[str]:
    """« Leçon 1 (sur 21) », then « 1.4 probabilites (sur 3) »…"""
    columns = [f"Leçon {one.number} (sur {cell(one.out_of)})"]
    for mark in one.marks:
        number = mark.label if mark.label.startswith(f"{one.number}.") else f"{one.number} {mark.label}"
        columns.append(f"{number} {mark.name} (sur {cell(mark.out_of)}{', bonus' if mark.bonus else ''})")
    return columns


def folder_names(classroom: Classroom) -> dict[int, str]:
    """Pupil's number in the database -> a folder name every system accepts, different for each: « Léa_B »."""
    names: dict[int, str] = {}
    for pupil in classroom.pupils.order_by("pk"):
        name = pupil.pseudonym.rstrip(". ").replace(" ", "_")
        plain = name and not RESERVED.fullmatch(name) and same(name) not in {same(known) for known in names.values()}
        names[pupil.pk] = name if plain else file_name(pupil.pseudonym)
    return names


def notebooks_zip(classroom: Classroom) -> bytes:
    """submitted/<pupil>/<lesson>/<lesson>.ipynb and timestamp.txt, for every lesson a pupil has begun."""
    names = folder_names(classroom)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for pupil in classroom.pupils.all():
            for lesson, copy, answers in begun(pupil):
                folder = f"submitted/{names[pupil.pk]}/{lesson.name}"
                archive.writestr(f"{folder}/{lesson.name}.ipynb", notebook_of(lesson, copy, answers))
                archive.writestr(f"{folder}/timestamp.txt", timestamp(handed_at(copy, answers)))
    return out.getvalue()


def begun(pupil: Pupil) -> list[tuple[Lesson, Copy | None, list[FreeAnswer]]]:
    copies = {copy.lesson: copy for copy in pupil.copies.all()}
    answers: dict[str, list[FreeAnswer]] = {}
    for answer in pupil.free_answers.exclude(text=""):
        answers.setdefault(answer.lesson, []).append(answer)
    lessons = [lesson for name in sorted(copies | answers) if (lesson := lesson_named(name))]
    return [(lesson, copies.get(lesson.name), answers.get(lesson.name, [])) for lesson in lessons]


def handed_at(copy: Copy | None, answers: list[FreeAnswer]) -> datetime:
    return max([one.updated_at for one in (copy, *answers) if one], default=timezone.now())


def timestamp(when: datetime) -> str:
    """As nbgrader writes it: in UTC, named."""
    return when.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f UTC")


def notebook_of(lesson: Lesson, copy: Copy | None, answers: list[FreeAnswer]) -> str:
    """The released notebook with the pupil's cells put back; locked cells stay the release's."""
    content = json.loads(released(lesson.name))
    sources = {name: kept["source"] for name, kept in (copy.cells if copy else {}).items()}
    texts = {answer.name: answer.text for answer in answers}
    for one in content["cells"]:
        nbgrader = one["metadata"].get("nbgrader", {})
        text = texts.get(nbgrader.get("grade_id"), sources.get(one["id"]))
        if text is not None and not nbgrader.get("locked"):
            one["source"] = text.splitlines(keepends=True)
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


@cache
def released(lesson: str) -> str:
    """The text of a lesson's released notebook."""
    return (course().root / "release" / lesson / f"{lesson}.ipynb").read_text("utf-8")
