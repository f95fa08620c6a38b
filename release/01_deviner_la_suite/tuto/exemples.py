"""The public examples: a small judge that needs nothing but the lesson's sheet. It runs here, on photocopies.

It knows a few inputs of each exercise, what is expected, and what the usual wrong ideas answer there. The class's
judge (see verification.py) tries many more, fresh each time.
"""

import contextlib
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from tuto.erreurs import explain_error
from tuto.essais import pupils_place
from tuto.typographie import ecrit, french
from tuto.valeurs import close, has_twins, read_value

Sheet = dict[str, Any]
TYPES = {
    int: "un nombre",
    float: "un nombre",
    str: "un texte",
    list: "une liste",
    tuple: "une paire `( , )`",
    dict: "un dictionnaire",
    bool: "`True` ou `False`",
    type(None): "rien du tout (None)",
}

UNREADABLE = 600  # signs of a dictionary
UNFINISHED = ("generator", "map", "filter", "zip", "range", "dict_keys", "dict_values", "dict_items")
FUNCTIONS = ("function", "builtin_function_or_method", "method", "type")
SPECIAL = {"ellipsis": "DOTS"} | dict.fromkeys(FUNCTIONS, "PARENTHESES") | dict.fromkeys(UNFINISHED, "WRAP_LIST")


@dataclass(frozen=True)
class Verdict:
    """outcome: "passed", "wrong", "raised", "timed_out" or "not_attempted". example: (call, got, expected)."""

    outcome: str
    message: str
    example: tuple[str, str, str] | None = None


@dataclass(frozen=True)
class Seen:
    """What one call gave: a value or the name of an error, what it left of its arguments, what it printed."""

    value: Any = None
    error: str = ""
    explained: str = ""
    after: tuple = ()
    twins: bool = False
    printed: str = ""


@dataclass(frozen=True)
class Example:
    """One public input. A tool (dice, a model that notes what it is asked) is made anew for each call."""

    call: str
    make: Callable[[], tuple]
    expected: Seen


def judge_examples(sheet: Sheet, exercise: Sheet, function: Callable, code: str = "") -> Verdict:
    """Decide and explain on the public examples alone. A KeyboardInterrupt goes through."""
    examples = [read_example(exercise["nom"], written, parameters_of(function)) for written in exercise["exemples"]]
    seen = [observe(function, example.make(), code, exercise["nom"]) for example in examples]
    failed = [(example, got) for example, got in zip(examples, seen, strict=True) if not same(got, example.expected)]
    if not failed:
        return Verdict("passed", french(f"C'est juste ! {exercise['construit']}"))
    example, got = min(failed, key=teaches)
    message = known_idea(exercise, examples, seen) or explain(sheet["phrases"], examples, seen, example, got)
    shown = (example.call, show(got), show(example.expected))
    return Verdict("raised" if got.error else "wrong", french(message), shown if shown[1] != shown[2] else None)


def teaches(pair: tuple[Example, Seen]) -> tuple[bool, bool, bool, int]:
    """To sort: a difference that is seen, an answer before an error, an input that holds something, the shortest."""
    example, got = pair
    return (
        show(got) == show(example.expected),
        bool(got.error),
        any(value in ("", [], {}) for value in example.make()),
        len(example.call),
    )


def parameters_of(function: Callable) -> Sequence[str]:
    code = getattr(function, "__code__", None)
    return code.co_varnames[: code.co_argcount] if code else ()


def read_example(name: str, written: Sheet, parameters: Sequence[str] = ()) -> Example:
    def make() -> tuple:
        return tuple(read_argument(argument) for argument in written["entrees"])

    named = zip_longest(written["entrees"], parameters[: len(written["entrees"])], fillvalue="")
    shown = ", ".join(show_argument(argument, parameter) for argument, parameter in named)
    return Example(f"{name}({shown})", make, read_seen(written["attendu"], make))


def is_tool(written: Any) -> bool:
    return isinstance(written, dict) and "outil" in written


def read_argument(written: Any) -> Any:
    if not is_tool(written):
        return read_value(written)
    source, name, values = written["outil"]
    space: dict[str, Any] = {}
    exec(source, space)
    return space[name](*map(read_value, values))


def show_argument(written: Any, parameter: str) -> str:
    """A dictionary that nobody would read, like the tables P of a model, goes by the name of the pupil's parameter."""
    if is_tool(written):
        return f"{written['outil'][1]}({', '.join(ecrit(read_value(value)) for value in written['outil'][2])})"
    value = read_value(written)
    return parameter if parameter and isinstance(value, dict) and len(repr(value)) > UNREADABLE else ecrit(value)


def read_seen(written: Sheet, make: Callable[[], tuple]) -> Seen:
    if "arret" in written:
        return Seen(error=written["arret"])
    after = tuple(map(read_value, written["apres"])) if "apres" in written else plain(make())
    return Seen(read_value(written["valeur"]), after=after, twins=written.get("jumelles", False))


def observe(function: Callable, arguments: tuple, code: str, name: str) -> Seen:
    """One call, and all that can be seen of it."""
    output = io.StringIO()
    try:
        with contextlib.redirect_stdout(output):
            value = function(*arguments)
    except (Exception, SystemExit) as error:
        kind, place = type(error).__name__, pupils_place(error)
        line = place.lineno if place else 0
        return Seen(error=kind, explained=explain_error(kind, str(error), line, code, name))
    twins = has_twins(value)
    return Seen(common(value), after=plain(arguments), twins=twins, printed=output.getvalue())


def plain(arguments: tuple) -> tuple:
    """What can be compared of the arguments: a tool is not."""
    kinds = (int, float, str, list, tuple, dict, set, type(None))
    return tuple(argument if isinstance(argument, kinds) else None for argument in arguments)


def common(value: Any) -> Any:
    """A photocopy, where a dictionary of any kind counts as a dict."""
    if isinstance(value, dict):
        return {key: common(item) for key, item in value.items()}
    return type(value)(map(common, value)) if type(value) in (list, tuple) else value


def same(a: Seen, b: Seen) -> bool:
    if a.error or b.error:
        return a.error == b.error
    return a.twins == b.twins and close(a.value, b.value) and close(a.after, b.after)


def known_idea(exercise: Sheet, examples: Sequence[Example], seen: Sequence[Seen]) -> str | None:
    """The hint of the wrong idea that answers just this everywhere."""
    for idea in exercise["idees"]:
        answers = [read_seen(answer, example.make) for answer, example in zip(idea["reponses"], examples, strict=True)]
        if all(map(same, seen, answers)):
            return idea["indice"]
    return None


def explain(
    phrases: dict[str, str], examples: Sequence[Example], seen: Sequence[Seen], example: Example, got: Seen
) -> str:
    """What can be said of a wrong answer without knowing the exercise."""
    if got.error:
        return got.explained
    silent = [(at, answer) for at, answer in zip(examples, seen, strict=True) if answer.value is None]
    if silent and all(str(at.expected.value) in answer.printed for at, answer in silent):
        return phrases["PRINTS"]
    if silent:
        return phrases["NO_RETURN" if len(silent) == len(seen) else "SOMETIMES_NOTHING"]
    if special := SPECIAL.get(type(got.value).__name__):
        return phrases[special]
    if not close(got.after, example.expected.after):
        return phrases["DAMAGES"]
    if got.twins and not example.expected.twins:
        return phrases["TWINS"]
    return explain_value(phrases, got.value, example.expected.value)


def explain_value(phrases: dict[str, str], got: Any, wanted: Any) -> str:
    kinds = [TYPES.get(type(value), "autre chose") for value in (got, wanted)]
    if kinds[0] != kinds[1]:
        return phrases["WRONG_TYPE"].format(got=kinds[0], want=kinds[1])
    if isinstance(wanted, (list, tuple)) and len(got) != len(wanted):
        return phrases["LENGTH"].format(got=len(got), want=len(wanted))
    return phrases["VALUE"]


def show(seen: Seen) -> str:
    if seen.error:
        return french(f"Python s'arrête ({seen.error})")
    return "rien (None)" if seen.value is None else ecrit(seen.value)
