"""Notebooks that seem to be the same pupil's, for the same lesson: told apart by where they lie, and it is said."""

import os
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile
from pathlib import Path

from autograder import phrases
from autograder.collect import own_name, plain
from autograder.exercise import Course
from autograder.report import Failure, Report
from autograder.typography import french


def tell_apart(results: Sequence[Report | Failure], course: Course) -> tuple[list[Report | Failure], list[str]]:
    """(results, sentences): a pupil has one report a lesson, so that no page is written over another's."""
    groups = by_pupil(results)
    crowd = Counter((lesson, folder_of(results[rank])) for (_, lesson), ranks in groups.items() for rank in ranks)
    taken = {key for key, ranks in groups.items() if len(ranks) == 1}
    apart, said = list(results), []
    for (pupil, lesson), ranks in groups.items():
        group = [results[rank] for rank in ranks]
        if len(group) > 1:
            alone = all(crowd[lesson, folder] == count for folder, count in Counter(map(folder_of, group)).items())
            tried = zip(group, names_of(group, alone, course), strict=True)
            names = [report.notebook if (name, lesson) in taken else name for report, name in tried]
            taken |= {(name, lesson) for name in names}
            for rank, result in zip(ranks, settle(group, names), strict=True):
                apart[rank] = result
            if len(set(names)) > 1:
                said.append(french(phrases.NAMESAKES).format(pupil=pupil, names=", ".join(dict.fromkeys(names))))
    return apart, said


def by_pupil(results: Sequence[Report | Failure]) -> dict[tuple[str, str], list[int]]:
    """(pupil, lesson) -> places of the reports."""
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    for rank, result in enumerate(results):
        if isinstance(result, Report):
            groups[result.pupil, result.lesson.name].append(rank)
    return groups


def names_of(group: Sequence[Report], alone: bool, course: Course) -> list[str]:
    """A name for each, from the part of the path that differs; the same name where nothing does.

    alone: no other pupil's notebook lies in these folders, so that a folder may well be named after its pupil.
    """
    parts = [plain(folder_of(report)).parts for report in group]
    common = len([*takewhile(lambda step: len({*step}) == 1, zip(*parts, strict=False))])
    folders = ["/".join(part for part in path[common:] if not course.lesson(part)) for path in parts]
    files = [own_name(Path(report.notebook), course) for report in group]
    if not alone or len({*zip(folders, files, strict=True)}) > len({*folders}):
        folders = ["/".join(filter(None, both)) for both in zip(folders, files, strict=True)]
    pupil = group[0].pupil
    return [f"{pupil}/{name}" if name else pupil for name in folders] if "" in folders else folders


def settle(group: Sequence[Report], names: Sequence[str]) -> list[Report | Failure]:
    """Under their new names. What nothing tells apart was downloaded twice: the newest counts."""
    kept: dict[str, Report] = {}
    for name, report in sorted(zip(names, group, strict=True), key=lambda named: freshness(named[1])):
        kept[name] = report
    return [
        replace(report, pupil=name) if kept[name] is report else older(report, name, kept[name])
        for name, report in zip(names, group, strict=True)
    ]


def older(report: Report, name: str, kept: Report) -> Failure:
    return Failure(report.notebook, name, french(phrases.OLDER).format(kept=Path(kept.notebook).name))


def freshness(report: Report) -> tuple[bool, float]:
    """nbgrader takes the notebook that bears the lesson's name, whatever lies beside it."""
    path = Path(report.notebook)
    try:
        return path.stem == folder_of(report).name, path.stat().st_mtime
    except OSError:
        return False, 0.0


def folder_of(report: Report) -> Path:
    return Path(os.path.abspath(report.notebook)).parent
