"""The arguments of one call: do they fit a function, and can they enter the sandbox?"""

import inspect
from collections.abc import Callable

from autograder import wire
from autograder.exercise import Tool


def fits(function: Callable, args: tuple) -> bool:
    """Whether the function can be called so; a function of Python's own that does not say is trusted."""
    try:
        inspect.signature(function).bind(*args)
    except TypeError:
        return False
    except ValueError:
        return True
    return True


def signature_of(function: Callable) -> str | None:
    """Its arguments as text; None for a function of Python's own that does not say.

    >>> signature_of(lambda mots, n: None)
    '(mots, n)'
    """
    try:
        return str(inspect.signature(function))
    except ValueError:
        return None


def stranger(args: tuple) -> str | None:
    """The type of what cannot enter the sandbox; None when all can."""
    for arg in args:
        try:
            for value in arg.args if isinstance(arg, Tool) else (arg,):
                wire.encode(value)
        except TypeError:
            return type(arg).__name__
    return None


def stands_alone(arg: object) -> bool:
    """A tool's factory goes to the sandbox as its source: a plain def, without anything of around it."""
    if not isinstance(arg, Tool):
        return True
    code = getattr(arg.factory, "__code__", None)
    return bool(code) and code.co_name != "<lambda>" and not code.co_freevars
