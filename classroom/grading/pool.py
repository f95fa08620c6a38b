"""Grade attempts, with the same code as `tuto grade`, in a few sandboxes that work side by side.

`pool()` is started with the server (see asgi.py). A view that has written an attempt down calls `expect` then `wake`.
"""

import logging
import secrets
import threading
from collections import defaultdict
from collections.abc import Callable
from concurrent.futures import Future
from functools import cache

from django.conf import settings
from django.db import DatabaseError, connections

from autograder import phrases
from autograder.batch import IsolationTooWeak
from autograder.sandbox import Sandbox, is_locked
from classroom import course
from classroom.grading import queue
from classroom.grading.marking import mark, store
from classroom.lesson.release import release_of
from classroom.models import Attempt

log = logging.getLogger(__name__)
TICK = 1.0  # seconds between two looks at what other servers did
PATIENCE = 10.0  # seconds given to what is being graded when the server stops; it is graded at the next start otherwise


@cache
def pool() -> "Pool":
    """This process's."""
    return Pool(settings.GRADING_JOBS)


def open_sandbox() -> Sandbox:
    """Raises IsolationTooWeak when this machine cannot hold pupils' code, SandboxMissing before it is built."""
    sandbox = Sandbox()
    if settings.ACCEPT_PARTIAL_ISOLATION or is_locked(sandbox.mechanisms):
        return sandbox
    sandbox.close()
    raise IsolationTooWeak(phrases.PARTIAL_ISOLATION.format(mechanisms=", ".join(sandbox.mechanisms)))


class Pool:
    """Threads that take attempts from the queue, each with a sandbox of its own, and one that looks after them."""

    def __init__(self, jobs: int):
        self.jobs = jobs
        self.starting = threading.Lock()
        self.threads: list[threading.Thread] = []
        self.change = threading.Condition()  # guards all that follows
        self.stopping = False
        self.calls = 0  # goes up with every wake: nobody rests on an old news
        self.expected: dict[int, list[Future]] = defaultdict(list)
        self.working: set[str] = set()
        self.claiming = threading.Lock()  # guards the two that follow
        self.served: dict[int, int] = {}
        self.turn = 0

    def start(self) -> None:
        """Does nothing when it is started already. Raises IsolationTooWeak, SandboxMissing, SandboxError."""
        with self.starting:
            if self.threads:
                return
            for lesson in course.written_lessons():  # now, rather than while the first pupils wait
                course.master_of(lesson)
                release_of(lesson)
            queue.release_abandoned(queue.lease_at_start())
            sandboxes = open_sandboxes(self.jobs)
            self.stopping = False
            self.threads = [threading.Thread(target=self.watch, name="grading watch", daemon=True)]
            self.threads += [
                threading.Thread(target=self.work, args=(sandbox,), name=f"grading {number}", daemon=True)
                for number, sandbox in enumerate(sandboxes, 1)
            ]
            for thread in self.threads:
                thread.start()

    def stop(self) -> None:
        """What is being graded is finished, what waits is graded at the next start."""
        with self.starting:
            with self.change:
                self.stopping = True
                self.change.notify_all()
            for thread in self.threads:
                thread.join(PATIENCE)
            self.threads = []

    def wake(self) -> None:
        """Something was put in the queue."""
        self.start()
        self.call()

    def call(self) -> None:
        with self.change:
            self.calls += 1
            self.change.notify_all()

    def expect(self, attempt: int) -> Future:
        """Done when the attempt is graded, here or by another server. Ask before the attempt can be seen by others."""
        future = Future()
        with self.change:
            self.expected[attempt].append(future)
        return future

    def forget(self, attempt: int, future: Future) -> None:
        """Who asked with `expect` waits no longer."""
        with self.change:
            if future in self.expected.get(attempt, ()):
                self.expected[attempt].remove(future)
            if not self.expected.get(attempt):
                self.expected.pop(attempt, None)

    def tell(self, attempt: int) -> None:
        with self.change:
            futures = self.expected.pop(attempt, ())
        for future in futures:
            if future.set_running_or_notify_cancel():
                future.set_result(attempt)

    def work(self, sandbox: Sandbox) -> None:
        with sandbox:
            while not self.stopping:
                seen = self.calls
                if not survive(lambda: self.grade_next(sandbox)):
                    connections.close_all()
                    self.rest(seen)
        connections.close_all()

    def grade_next(self, sandbox: Sandbox) -> bool:
        """False when there is nothing to grade."""
        with self.claiming:
            attempt = queue.claim(self.served, worker=secrets.token_hex(8))
            if attempt is None:
                return False
            self.turn += 1
            self.served[attempt.pupil_id] = self.turn
        self.grade(attempt, sandbox)
        return True

    def grade(self, attempt: Attempt, sandbox: Sandbox) -> None:
        with self.change:
            self.working.add(attempt.worker)
        try:
            if store(attempt, mark(attempt, sandbox)):
                self.tell(attempt.id)
        finally:
            with self.change:
                self.working.discard(attempt.worker)

    def rest(self, seen: int) -> None:
        """Until somebody calls, or for a while after a storm."""
        with self.change:
            self.change.wait_for(lambda: self.stopping or self.calls != seen, timeout=10 * TICK)

    def watch(self) -> None:
        while not self.stopping:
            survive(self.look_around)
            connections.close_all()
            with self.change:
                self.change.wait_for(lambda: self.stopping, timeout=TICK)

    def look_around(self) -> bool:
        with self.change:
            working, expected = tuple(self.working), tuple(self.expected)
        queue.keep(working)
        queue.release_abandoned()
        if queue.is_anyone_waiting():
            self.call()
        for attempt in Attempt.objects.filter(id__in=expected, state=Attempt.State.DONE).values_list("id", flat=True):
            self.tell(attempt)
        return True


def open_sandboxes(jobs: int) -> list[Sandbox]:
    """All of them, or none."""
    opened: list[Sandbox] = []
    try:
        for _ in range(jobs):
            opened.append(open_sandbox())
    except BaseException:
        for sandbox in opened:
            sandbox.close()
        raise
    return opened


def survive(step: Callable[[], bool]) -> bool:
    """A full disk or a database that restarts stops no thread: what was claimed goes back to the queue by itself."""
    try:
        return step()
    except DatabaseError as error:
        log.error("grading: %s", error)
        return False
    except Exception:
        log.exception("grading")
        return False
