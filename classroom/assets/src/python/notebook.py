"""Runs the page's cells as a notebook does: one after the other, with the same names, the last value shown.

What stops a cell is explained in French by the kit, with the line; Python's own words come under it.
"""

import ast
import html
import importlib
import io
import linecache
import sys
import time
import traceback
from collections.abc import Callable
from types import CodeType, ModuleType

import tuto_page
import tuto_worker

PYTHONS_WORDS = "Le message de Python"
LONGEST = 10_000  # characters of a value: a list of a million numbers would freeze the page
NAP = 0.05  # seconds: sleeping by small bits, Python can be stopped meanwhile


class Screen(io.TextIOBase):
    """sys.stdout and sys.stderr."""

    encoding = "utf-8"

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        tuto_worker.write(str(text))
        return len(text)


class Notebook:
    """The cells share the names of one module, as if typed in `__main__`."""

    def __init__(self):
        self.main = ModuleType("__main__")
        sys.modules["__main__"] = self.main
        sys.stdout = sys.stderr = Screen()
        time.sleep = napping(time.sleep)
        importlib.import_module("tuto.secours")  # the kit, once and for all: the first cell is then quick

    def run(self, code: str, cell: str) -> bool:
        """True when the cell came to its end."""
        tuto_page.DESK.cells.append(code)
        file = f"<{cell}>"
        linecache.cache[file] = (len(code), None, code.splitlines(keepends=True), file)
        try:
            self.execute(code, file)
        except BaseException as error:
            tuto_worker.rest()  # a second « Stop » does not stop the explanation
            explain(error)
            return False
        finally:
            tuto_page.DESK.keep_memory()
        return True

    def execute(self, code: str, file: str) -> None:
        body, last = halves(code, file)
        exec(body, vars(self.main))
        if last and (value := eval(last, vars(self.main))) is not None:
            show_value(value)


def halves(code: str, file: str) -> tuple[CodeType, CodeType | None]:
    """The cell compiled, and apart its last line when that is an expression: its value will be shown."""
    tree = ast.parse(code, file)
    last = None
    if tree.body and isinstance(tree.body[-1], ast.Expr) and not code.rstrip().endswith(";"):
        last = compile(ast.Expression(tree.body.pop().value), file, "eval")
    return compile(tree, file, "exec"), last


def show_value(value: object) -> None:
    drawn = getattr(value, "_repr_html_", None)
    text = repr(value)
    if len(text) > LONGEST:
        text = text[:LONGEST] + "…"
    tuto_worker.show("result", text, drawn() if callable(drawn) else None, "", False)


def explain(error: BaseException) -> None:
    from tuto.affichage import card
    from tuto.secours import first_aid

    words = "".join(traceback.format_exception_only(error)).strip()
    if isinstance(error, KeyboardInterrupt):
        text, page = card(*first_aid(error))
    else:
        text, page = card(*first_aid(error), more=details(words))
        text = f"{text}\n  {words}"
    tuto_worker.show("error", text, page, "", False)


def details(words: str) -> str:
    return f"<details><summary>{PYTHONS_WORDS}</summary><pre>{html.escape(words)}</pre></details>"


def napping(sleep: Callable[[float], None]) -> Callable[[float], None]:
    """The same `sleep`, that hears « Stop »."""

    def sleep_by_bits(seconds: float) -> None:
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            if tuto_worker.must_stop():
                raise KeyboardInterrupt
            sleep(min(left, NAP))

    return sleep_by_bits
