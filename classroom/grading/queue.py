"""The fair queue. It is the database's: several servers may share it, and a killed one loses nothing.

Each pupil's attempts are graded in their order, one at a time; pupils take turns.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from django.db import IntegrityError, connection, transaction
from django.db.models import QuerySet
from django.utils import timezone

from classroom.models import Attempt

LEASE = timedelta(seconds=15)  # a server that has not said for so long that it is grading is dead
AT_ONCE = timedelta(0)
State = Attempt.State


@dataclass(frozen=True)
class Ungraded:
    id: int
    pupil: int
    is_running: bool


def next_in_line(ungraded: Iterable[Ungraded], served: Mapping[int, int]) -> Ungraded | None:
    """The oldest attempt of the pupil who was served longest ago; a pupil being served waits.

    served: pupil -> the turn at which one of their attempts was last taken.

    >>> next_in_line([Ungraded(1, 7, False), Ungraded(2, 7, False), Ungraded(3, 8, False)], served={7: 1}).id
    3
    """
    ungraded = sorted(ungraded, key=lambda attempt: attempt.id)
    busy = {attempt.pupil for attempt in ungraded if attempt.is_running}
    first = {}
    for attempt in ungraded:
        if attempt.pupil not in busy:
            first.setdefault(attempt.pupil, attempt)
    return min(first.values(), key=lambda attempt: (served.get(attempt.pupil, 0), attempt.id), default=None)


def not_done() -> QuerySet[Attempt]:
    """In the words of the index `ungraded`, so that a year of attempts is not read each time."""
    return Attempt.objects.exclude(state=State.DONE)


def ungraded() -> tuple[Ungraded, ...]:
    rows = not_done().values_list("id", "pupil_id", "state")
    return tuple(Ungraded(id, pupil, state == State.RUNNING) for id, pupil, state in rows)


def claim(served: Mapping[int, int], worker: str) -> Attempt | None:
    """Take the next attempt, alone in the world to have it. None when nothing can be graded now."""
    while chosen := next_in_line(ungraded(), served):
        if take(chosen.id, worker):
            return Attempt.objects.select_related("pupil__classroom").defer("pupil__memory").get(id=chosen.id)
    return None


def take(attempt: int, worker: str) -> bool:
    """False when another server was faster, for this attempt or for this pupil."""
    waiting = Attempt.objects.filter(id=attempt, state=State.WAITING)
    try:
        with transaction.atomic():
            return bool(waiting.update(state=State.RUNNING, worker=worker, claimed_at=timezone.now()))
    except IntegrityError:
        return False


def keep(workers: Collection[str]) -> None:
    """Say that these are still at it."""
    if workers:
        not_done().filter(state=State.RUNNING, worker__in=workers).update(claimed_at=timezone.now())


def release_abandoned(lease: timedelta = LEASE) -> None:
    """Put back in the queue what a killed server was grading."""
    dead = not_done().filter(state=State.RUNNING, claimed_at__lte=timezone.now() - lease)
    dead.update(state=State.WAITING, worker="")


def lease_at_start() -> timedelta:
    """An SQLite file has one server (see serving/lock.py): whatever runs when it starts was left by its predecessor."""
    return AT_ONCE if connection.vendor == "sqlite" else LEASE


def is_anyone_waiting() -> bool:
    return not_done().filter(state=State.WAITING).exists()
