"""A pupil's copy of a lesson: what was typed, kept cell by cell. Two tabs never silently overwrite each other."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from autograder.exercise import Lesson
from autograder.master import squeeze
from autograder.notebook import Notebook
from classroom.lesson.release import Release, ReleasedCell, release_of
from classroom.models import Copy, FreeAnswer, Pupil, Standing

MAX_CELL = 100_000  # characters
MAX_CELLS = 400


@dataclass(frozen=True)
class Saved:
    """version  of the copy, now
    cells    what another tab changed since the base: the page must take it over before it takes the version
    clash    some of the cells sent are among them: those were not saved, the others were
    """

    version: int
    cells: dict[str, str]
    clash: bool


def save(pupil: Pupil, lesson: Lesson, sent: dict[str, str], base: int | None = None) -> Saved:
    """Merge what a page sends, typed since version `base`; None: whatever else was typed, this is what counts.

    Every id must be one of the release's writable cells (see `unknown_cells`).
    """
    with transaction.atomic():
        return merge(copy_to_change(pupil, lesson), lesson, sent, base)


def copy_to_change(pupil: Pupil, lesson: Lesson) -> Copy:
    """The pupil's copy, locked until the transaction ends: saves and presses of one lesson go one by one."""
    which = {"pupil": pupil, "lesson": lesson.name}
    locked = Copy.objects.select_for_update().filter(**which)
    copy = locked.first()
    if copy is None:
        Copy.objects.get_or_create(**which)
        copy = locked.get()
    copy.pupil = pupil  # so that nobody reads the pupil again
    return copy


def merge(copy: Copy, lesson: Lesson, sent: dict[str, str], base: int | None = None) -> Saved:
    """In a transaction that has locked the copy. It changes `copy`, too."""
    release = release_of(lesson)
    since = copy.version if base is None else min(base, copy.version)  # a restored backup may be behind the page
    elsewhere = {cell: kept["source"] for cell, kept in copy.cells.items() if kept["at"] > since}
    new = {cell: source for cell, source in sent.items() if source != source_in(copy, release, cell)}
    accepted = {cell: source for cell, source in new.items() if cell not in elsewhere}
    if accepted:
        write(copy, accepted)
        note_changes(copy.pupil, lesson, [(release.writable[cell], source) for cell, source in accepted.items()])
    return Saved(copy.version, elsewhere, clash=accepted.keys() != new.keys())


def source_in(copy: Copy, release: Release, cell: str) -> str:
    return copy.cells[cell]["source"] if cell in copy.cells else release.writable[cell].source


def write(copy: Copy, cells: dict[str, str]) -> None:
    """A cell that is put back as it was released stays here, so that another tab learns that it changed."""
    copy.version += 1
    copy.cells |= {cell: {"source": source, "at": copy.version} for cell, source in cells.items()}
    copy.save()


def note_changes(pupil: Pupil, lesson: Lesson, changes: list[tuple[ReleasedCell, str]]) -> None:
    """An answer's cell changed: its standing knows when. A free text: the teacher will read the new words."""
    answers, free = {item.name for item in lesson.items}, {text.name for text in lesson.free_texts}
    for cell, source in changes:
        which = {"pupil": pupil, "lesson": lesson.name}
        if cell.grade_id in answers:
            note_edit({**which, "item": cell.grade_id})
        elif cell.grade_id in free:
            text = "" if squeeze(source) == squeeze(cell.source) else source
            FreeAnswer.objects.update_or_create(**which, name=cell.grade_id, defaults={"text": text})


def note_edit(which: dict) -> None:
    """In one statement when the standing is there, as it is from the second change on."""
    now = timezone.now()
    if not Standing.objects.filter(**which).update(edited_at=now, updated_at=now):
        Standing.objects.update_or_create(**which, defaults={"edited_at": now})


def copy_of(pupil: Pupil, lesson: Lesson) -> Copy:
    """The pupil's copy; an empty one, not saved, before the first change."""
    return Copy.objects.filter(pupil=pupil, lesson=lesson.name).first() or Copy(pupil=pupil, lesson=lesson.name)


def differences(copy: Copy, lesson: Lesson) -> dict[str, str]:
    """Cell id -> source, for the cells that are not as they were released."""
    writable = release_of(lesson).writable
    kept = {cell: saved["source"] for cell, saved in copy.cells.items() if cell in writable}
    return {cell: source for cell, source in kept.items() if source != writable[cell].source}


def notebook_of(copy: Copy, lesson: Lesson) -> Notebook:
    """The pupil's whole notebook, as the grader reads it."""
    return release_of(lesson).notebook(differences(copy, lesson))


def unknown_cells(lesson: Lesson, cells: dict[str, str]) -> bool:
    """Some of these cells are not in the release, or not the pupil's to change."""
    return not cells.keys() <= release_of(lesson).writable.keys()


def too_long(cells: dict[str, str]) -> bool:
    return len(cells) > MAX_CELLS or any(len(source) > MAX_CELL for source in cells.values())
