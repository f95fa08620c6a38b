"""Reports as plain records, for `--json`."""

from dataclasses import asdict
from typing import Any

from autograder.report import Failure, Report, Verdict


def record(result: Report | Failure) -> dict[str, Any]:
    """The documented shape; a notebook that could not be read has the same keys and says why in "error"."""
    if isinstance(result, Failure):
        return {
            "notebook": result.notebook,
            "pupil": result.pupil,
            "lesson": None,
            "exercises": [],
            "points": 0,
            "max_points": 0,
            "badges": [],
            "unlocked": None,
            "error": result.message,
        }
    return {
        "notebook": result.notebook,
        "pupil": result.pupil,
        "lesson": result.lesson.name,
        "exercises": [verdict_record(verdict) for verdict in result.verdicts],
        "points": result.points,
        "max_points": result.max_points,
        "badges": [badge.slug for badge in result.badges],
        "unlocked": result.unlocked.name if result.unlocked else None,
    }


def verdict_record(verdict: Verdict) -> dict[str, Any]:
    return {
        "name": verdict.name,
        "outcome": str(verdict.outcome),
        "points": verdict.points,
        "max_points": verdict.max_points,
        "bonus": verdict.bonus,
        "message": verdict.message,
        "misconception": verdict.misconception,
        "counterexample": asdict(verdict.counterexample) if verdict.counterexample else None,
        "badge": verdict.badge.slug if verdict.badge else None,
    }
