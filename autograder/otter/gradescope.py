"""A correction as Gradescope reads it: results.json. Everything is plain text, so nothing a pupil writes is markup.

Bonuses are worth 0 in `max_score`: won, they are extra credit; not won, they show neither a score nor a colour.
"""

from typing import Any

from autograder.exercise import Badge, Course, Exercise, FreeText, Item, Outcome
from autograder.feedback import phrases as words
from autograder.feedback.places import lesson_number, place
from autograder.feedback.progress import progress, sentence
from autograder.otter import phrases
from autograder.otter.correction import Correction
from autograder.report import Report, Verdict
from autograder.typography import french
from autograder.wire import clean_text

LONGEST = 20_000  # characters of a free text or of a traceback
TO_HINT = (Outcome.WRONG, Outcome.RAISED, Outcome.TIMED_OUT)
Entry = dict[str, Any]


def results(correction: Correction, course: Course) -> Entry:
    """The whole file, ready for json.dump."""
    report, lesson = correction.report, correction.lesson
    if report:
        tests = [graded(report, verdict) for verdict in report.verdicts]
    else:
        tests = [ungraded(correction, item) for item in lesson.items if not item.bonus]
    hidden = [by_hand(free, said) for free, said in report.free_texts] if report else []
    return {
        "score": report.points if report else 0,
        "output": "\n".join(summary(correction, course)),
        "output_format": "text",
        "visibility": "visible",
        "stdout_visibility": "hidden",
        "tests": [*tests, *hidden, for_teacher(correction)],
    }


def entry(name: str, output: str, visibility: str = "visible", **more: Any) -> Entry:
    name = clean_text(french(name), 300)
    return {"name": name, "output": output, "output_format": "text", "visibility": visibility, **more}


def graded(report: Report, verdict: Verdict) -> Entry:
    where = place(report.lesson, verdict.name)
    star = f" ({phrases.BONUS})" if verdict.bonus else ""
    more: Entry = {"extra_data": {"exercise": verdict.name, "outcome": str(verdict.outcome)}}
    if verdict.passed or not verdict.bonus:
        more |= {"score": verdict.points, "max_score": 0 if verdict.bonus else verdict.max_points}
        more |= {"status": "passed" if verdict.passed else "failed"}
    return entry(f"{where.heading} · {where.title}{star}", "\n".join(explained(verdict, where.item)), **more)


def explained(verdict: Verdict, item: Item | None) -> list[str]:
    said = [verdict.message.strip() or french(words.STATES[verdict.outcome].otherwise)]
    if example := verdict.counterexample:
        call, got, expected = (clean_text(text) for text in (example.call, example.got, example.expected))
        said.append(french(phrases.EXAMPLE).format(call=call, got=got, expected=expected))
    if isinstance(item, Exercise) and verdict.outcome in TO_HINT and item.hints:
        said.append(french(phrases.HINT.format(hint=item.hints[0])))
    return [*said, badge_won(verdict.badge)] if verdict.badge else said


def badge_won(badge: Badge) -> str:
    return french(phrases.BADGE.format(title=badge.title, proves=badge.proves))


def ungraded(correction: Correction, item: Item) -> Entry:
    """Listed with nothing, so that the assignment keeps its total."""
    where = place(correction.lesson, item.name)
    more = {"score": 0, "max_score": item.points, "extra_data": {"exercise": item.name, "outcome": ""}}
    return entry(f"{where.heading} · {where.title}", french(phrases.NOT_GRADED), **more)


def summary(correction: Correction, course: Course) -> list[str]:
    """What the pupil reads first."""
    lesson, report = correction.lesson, correction.report
    said = [french(words.lesson_heading(lesson_number(lesson), lesson.title))]
    if report is None:
        return [*said, *correction.says]
    extra = report.points - report.required_points
    points = words.points_of(report.required_points, report.required_max)
    said.append(f"{points}, {words.points_bonus(extra)}." if extra else f"{points}.")
    said += [badge_won(report.lesson_badge)] if report.lesson_badge else []
    said += [*correction.says, french(sentence(report, progress(report, course))), *report.notes]
    return [*said, french(phrases.FREE_TEXT)] if any(text for _, text in report.free_texts) else said


def by_hand(free: FreeText, said: str) -> Entry:
    name = phrases.BY_HAND.format(title=words.FREE_TEXT_TITLE, points=words.count(free.points, "point"))
    return entry(name, clean_text(said, LONGEST) or french(phrases.NO_WORDS), visibility="hidden")


def for_teacher(correction: Correction) -> Entry:
    told = "\n".join(teacher_lines(correction)) or french(phrases.ALL_WELL)
    return entry(phrases.FOR_TEACHER, clean_text(told, LONGEST), visibility="hidden")


def teacher_lines(correction: Correction) -> list[str]:
    """Hidden from pupils: our own problems, how well the container isolates, wrong ideas with what to say aloud."""
    said = list(correction.teacher)
    for verdict in correction.report.verdicts if correction.report else ():
        where = place(correction.lesson, verdict.name)
        if verdict.outcome is Outcome.GRADER_ERROR:
            said.append(french(phrases.FAILED_ITEM.format(place=where.heading)))
        ideas = where.item.misconceptions if isinstance(where.item, Exercise) else ()
        said += [
            french(phrases.MISCONCEPTION.format(place=where.heading, group=idea.group, say=words.quoted(idea.say)))
            for idea in ideas
            if idea.name == verdict.misconception
        ]
    return said
