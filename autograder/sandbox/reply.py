"""What an instance replied, read with suspicion: its text becomes answers, or a WireError."""

from typing import Any

from autograder import wire
from autograder.answer import Answer, Raised
from autograder.sandbox.job import Job, Run, Stop

CLAIMS = {"answer_too_big": Stop.ANSWER_TOO_BIG, "memory": Stop.MEMORY}  # what an instance may say of itself
ENTRIES = ("function", "value", "missing")
PROBLEMS = 20
LINES = 1_000_000
CALL_OUTPUT = 2_000


def read_reply(content: bytes, job: Job, output: int, cpu: float) -> Run:
    """The run an instance tells of; WireError when it is not a reply to this job."""
    reply = wire.loads(content)
    if type(reply) is dict and reply.keys() == {"stopped"}:
        return Run("missing", (), stopped=_one_of(reply["stopped"], CLAIMS), cpu=cpu)
    entry, problems, answers, printed = wire.fields(reply, "entry", "problems", "answers", "output")
    expected = 1 if job.inputs is None else len(job.inputs)
    if len(_list(answers)) != expected or len(_list(problems)) > PROBLEMS:
        raise wire.WireError("not as many as asked")
    decoder = wire.Decoder()
    return Run(
        entry=_one_of(entry, {name: name for name in ENTRIES}),
        answers=tuple(_answer(answer, decoder) for answer in answers),
        problems=tuple(_problem(problem, len(job.units)) for problem in problems),
        output=wire.text(printed, output),
        cpu=cpu,
    )


def _answer(answer: Any, decoder: wire.Decoder) -> Answer:
    value, raised, args, twins, output = wire.fields(answer, "value", "raised", "args", "twins", "output")
    if type(twins) is not bool:
        raise wire.WireError("twins")
    return Answer(
        value=decoder.decode(value),
        raised=None if raised is None else _raised(raised),
        args_after=tuple(decoder.decode(arg) for arg in _list(args)),
        twins=twins,
        output=wire.text(output, CALL_OUTPUT),
    )


def _problem(problem: Any, units: int) -> tuple[int, Raised]:
    if len(_list(problem)) != 2:
        raise wire.WireError("problem")
    return _count(problem[0], units), _raised(problem[1])


def _raised(raised: Any) -> Raised:
    if len(_list(raised)) != 3:
        raise wire.WireError("raised")
    kind, detail, line = raised
    return Raised(wire.text(kind, 60), wire.text(detail, 500), _count(line, LINES))


def _list(value: Any) -> list:
    if type(value) is not list:
        raise wire.WireError("expected a list")
    return value


def _count(value: Any, cap: int) -> int:
    if type(value) is not int or not 0 <= value < cap:
        raise wire.WireError("expected a small number")
    return value


def _one_of(value: Any, choices: dict) -> Any:
    if type(value) is not str or value not in choices:
        raise wire.WireError("unknown word")
    return choices[value]
