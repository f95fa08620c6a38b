"""What goes into the sandbox and what comes out: frozen values, no behaviour."""

from dataclasses import dataclass
from enum import StrEnum

from autograder.answer import Answer, Raised


@dataclass(frozen=True)
class Unit:
    """A piece of code to run before the calls.

    definitions_only   run only imports, `def`, `class` and plain assignments (no call but to builtin types)
    skip               names it may not define (exercises whose solutions are already in place)

    Units run statement by statement in one shared namespace: a statement that raises does not stop the next.
    IPython magics (`%time`, `%%time`, `!pip …`, `name?`) are read as comments.
    """

    code: str
    definitions_only: bool = False
    skip: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Job:
    """Run the units in order, then call `entry` once per input, all in one fresh instance.

    inputs   one tuple of arguments per call (values or exercise.Tool); None: read the variable `entry` instead,
             its value is then the one answer
    trace    count the turns of loops, so that an endless one ends with Raised("EndlessLoop", line=…) instead of a
             dead instance; once it is found nothing more runs, and all later answers are that one. Several times
             slower, only asked for after a time-out
    cpu      CPU seconds for this job, when less than the sandbox's limit
    """

    units: tuple[Unit, ...]
    entry: str
    inputs: tuple[tuple, ...] | None
    trace: bool = False
    cpu: float | None = None


class Stop(StrEnum):
    """Why an instance was stopped before its last answer."""

    CPU = "cpu"  # used its CPU time
    MEMORY = "memory"  # asked for more memory than allowed
    EXIT = "exit"  # left Python: os._exit, abort
    CRASH = "crash"  # any other trap of the instance (stack overflow of the interpreter …)
    ANSWER_TOO_BIG = "answer_too_big"  # over the caps on size, depth, nodes, keys, digits
    TAMPERED = "tampered"  # broke the protocol: every answer is void


@dataclass(frozen=True)
class Run:
    """What came out.

    entry      "function", "value" or "missing": what `entry` is after the units
    problems   (index of the unit, what it raised) for each statement that raised, at most 20
    answers    one per input when `stopped` is None; empty otherwise
    output     what the units printed, cleaned and capped
    cpu        CPU seconds used by the worker for this job
    """

    entry: str
    answers: tuple[Answer, ...]
    problems: tuple[tuple[int, Raised], ...] = ()
    stopped: Stop | None = None
    output: str = ""
    cpu: float = 0.0


@dataclass(frozen=True)
class Limits:
    """Per job. CPU seconds of the worker (never wall clock, so a busy machine changes no verdict) and bytes."""

    cpu: float = 2.0
    memory: int = 256 << 20
    output: int = 64 << 10
