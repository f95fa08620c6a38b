"""What can be read of a pupil's code without running it."""

import ast
import re

LONGEST = 100_000  # characters: longer code is no answer, and takes long to parse
PROMPT = re.compile(r"^(?:>>>|\.\.\.)(?: |$)")
MAGIC = re.compile(r"^([ \t]*+)(?:[%!?].*|[\w.]+\?+[ \t]*)$", re.MULTILINE)  # %time, !ls, print?


def as_run(source: str) -> str:
    """The cell as IPython runs it: without the indentation of its first line, without prompts that were pasted.

    >>> as_run("  def f():\\n      return 1")
    'def f():\\n    return 1'
    >>> as_run(">>> def f():\\n...     return 1")
    'def f():\\n    return 1'
    """
    lines = source.split("\n")
    start = next((at for at, line in enumerate(lines) if line.strip()), 0)
    indent = lines[start][: len(lines[start]) - len(lines[start].lstrip(" \t"))]
    lines = [line.removeprefix(indent) for line in lines]
    prompted = any(PROMPT.match(line) for line in lines[start : start + 2])
    return "\n".join(PROMPT.sub("", line) for line in lines) if prompted else "\n".join(lines)


def parsed(code: str) -> list[ast.stmt] | None:
    """Its statements, lines for IPython alone apart; None where Python cannot read it."""
    for text in (code, MAGIC.sub(r"\1pass", code)) if len(code) <= LONGEST else ():
        try:
            return ast.parse(text).body
        except (SyntaxError, ValueError, MemoryError, RecursionError):
            continue
    return None
