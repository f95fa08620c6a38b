"""The page of one pupil for one lesson: what is right, what to change, what it opens."""

from dataclasses import dataclass
from pathlib import Path

from autograder.exercise import Choice, Course, Exercise, Outcome, Question
from autograder.feedback import phrases
from autograder.feedback.badges import PLAIN_DRAWING, drawings, later_medals, lesson_medals
from autograder.feedback.listing import Listing, listing
from autograder.feedback.page import write_page
from autograder.feedback.phrases import State
from autograder.feedback.places import Place, lesson_number, page_path, place
from autograder.feedback.progress import progress, sentence
from autograder.report import Report, Verdict

# With a right answer or our own fault there is nothing for the pupil to search for.
_TO_CHANGE = (Outcome.WRONG, Outcome.RAISED, Outcome.TIMED_OUT)
_WITH_HINTS = (*_TO_CHANGE, Outcome.NOT_ATTEMPTED)


@dataclass(frozen=True)
class Card:
    """One exercise or question, ready to be shown."""

    anchor: str
    place: Place
    verdict: Verdict
    state: State
    heading: str
    message: str
    hints: tuple[tuple[str, str], ...]  # name of the rung, hint
    choices: tuple[Choice, ...]
    code: Listing


def write_pupil_page(report: Report, course: Course, folder: Path) -> Path:
    """Write `<folder>/<pupil>/<lesson>.html` and return its path."""
    return write_page(folder / page_path(report.pupil, report.lesson), "pupil.html", **pupil_values(report, course))


def pupil_values(report: Report, course: Course) -> dict[str, object]:
    """All that the templates of a pupil's page show."""
    step = progress(report, course)
    here, later = lesson_medals(report), later_medals(course, report.lesson)
    cards = tuple(card(report, verdict, rank) for rank, verdict in enumerate(report.verdicts, 1))
    return {
        "report": report,
        "course": course,
        "heading": phrases.lesson_heading(lesson_number(report.lesson), report.lesson.title),
        "step": step,
        "sentence": sentence(report, step),
        "bonus_points": sum(verdict.points for verdict in report.verdicts if verdict.bonus),
        "cards": cards,
        "tallies": tallies(cards),
        "here": here,
        "later": later,
        "drawings": drawings(course.badges, [medal.badge for medal in here + later] + list(report.badges)),
        "plain_drawing": PLAIN_DRAWING,
    }


def card(report: Report, verdict: Verdict, rank: int) -> Card:
    where, state = place(report.lesson, verdict.name), phrases.STATES[verdict.outcome]
    message = verdict.message.strip() or state.otherwise
    hints = where.item.hints if isinstance(where.item, Exercise) and verdict.outcome in _WITH_HINTS else ()
    return Card(
        anchor=f"e{rank}",
        place=where,
        verdict=verdict,
        state=state,
        heading="" if message.startswith(state.heading.split(" ")[0]) else state.heading,
        message=message,
        hints=tuple((phrases.hint_name(rung), hint) for rung, hint in enumerate(hints, 1)),
        choices=where.item.choices if isinstance(where.item, Question) else (),
        code=listing(verdict.code, verdict.line if verdict.outcome in _TO_CHANGE else 0),
    )


def tallies(cards: tuple[Card, ...]) -> tuple[tuple[int, int, str], ...]:
    """(passed, all, what) for the exercises, then for the quiz; a kind that the lesson lacks is left out."""
    kinds = ((False, phrases.PASSED_LABEL), (True, phrases.QUIZ_LABEL))
    groups = [([one for one in cards if one.place.is_question is kind], label) for kind, label in kinds]
    return tuple((sum(one.verdict.passed for one in group), len(group), label) for group, label in groups if group)
