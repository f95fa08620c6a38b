"""What a function answered: plain values only, whether they come from the reference or out of the sandbox."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Raised:
    """An exception, as data. `line` counts from 1 inside the cell, 0 when unknown."""

    kind: str
    detail: str = ""
    line: int = 0


@dataclass(frozen=True)
class Opaque:
    """A value of a type that does not cross the sandbox's wall: only the name of its type does."""

    type_name: str


@dataclass(frozen=True)
class Answer:
    """What one call gave.

    value       the returned value, exact builtin types only (or Opaque)
    raised      the exception, when there was one; then `value` means nothing
    args_after  the arguments after the call, to see whether a lent list was damaged
    twins       two rows of the returned list or dict are one and the same object
    output      what the call printed
    """

    value: Any = None
    raised: Raised | None = None
    args_after: tuple = ()
    twins: bool = False
    output: str = ""
