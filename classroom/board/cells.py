"""One pupil, one exercise: what the board's cell says. Pure rules, on what Standing keeps."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from autograder.exercise import Outcome
from autograder.feedback.typography import clean
from classroom.models import Standing

SAME_TIMES = 3  # the same mistake once more than « je réessaie »: by then the message does not help
STILL_AFTER = timedelta(minutes=6)  # longer than reading a whole section and making its guess
AWAY_AFTER = timedelta(seconds=90)  # the lesson page says it is there every 30 s; two may get lost

MISSED = (Outcome.WRONG, Outcome.RAISED, Outcome.TIMED_OUT)


class State(StrEnum):
    """The names are the classes of app.css."""

    DONE = "done"
    STUCK = "stuck"
    RETRY = "retry"
    NOW = "now"
    NONE = ""


WORDS = {
    State.DONE: "réussi",
    State.STUCK: "bloqué",
    State.RETRY: "à reprendre",
    State.NOW: "en cours",
    State.NONE: "pas commencé",
}
ICONS = {State.DONE: "check", State.STUCK: "flag", State.RETRY: "reset", State.NOW: "pencil", State.NONE: ""}


@dataclass(frozen=True)
class Cell:
    """`shown` is the figure beside the sign; `message` what the pupil was last told."""

    item: str
    state: State
    tries: int = 0
    message: str = ""
    since: datetime | None = None  # the last try, when stuck

    @property
    def word(self) -> str:
        return WORDS[self.state]

    @property
    def icon(self) -> str:
        return ICONS[self.state]

    @property
    def is_stuck(self) -> bool:
        return self.state is State.STUCK

    @property
    def shown(self) -> str:
        first_try = self.state is State.DONE and self.tries < 2
        return "" if first_try or self.state is State.NOW or not self.tries else str(self.tries)

    @property
    def described(self) -> str:
        tries = f", {self.tries} essai{'s' if self.tries > 1 else ''}" if self.tries else ""
        return f"{self.word}{tries}"


def cell_of(item: str, max_points: float, standing: Standing | None, is_still: bool) -> Cell:
    """`is_still`: nothing has moved for long, and this is where the pupil stands."""
    if standing is None:
        return Cell(item, State.STUCK if is_still else State.NONE)
    state = state_of(standing, max_points, is_still)
    since = standing.last_at or standing.edited_at
    message = clean(standing.last_message) if state in (State.STUCK, State.RETRY) else ""
    return Cell(item, state, standing.tries, message, since if state is State.STUCK else None)


def state_of(standing: Standing, max_points: float, is_still: bool) -> State:
    if is_done(standing, max_points):
        return State.DONE
    if is_still or standing.same_mistake >= SAME_TIMES:
        return State.STUCK
    if standing.last_outcome in MISSED:
        return State.RETRY
    return State.NOW if standing.tries or standing.edited_at else State.NONE


def is_done(standing: Standing, max_points: float) -> bool:
    """The teacher's word comes before the machine's, both ways."""
    return standing.passed_at is not None if standing.override is None else standing.override >= max_points


def is_here(seen_at: datetime | None, now: datetime) -> bool:
    return seen_at is not None and now - seen_at < AWAY_AFTER
