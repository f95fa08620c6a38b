"""One job inside an instance: its inputs are made, its units run, its entry called, and a reply comes out."""

import sys
import types

from .console import Console
from .loops import LoopFinder
from .units import MISSING, Notebook, file_name
from .values import Encoder, decode, has_twins

CALL_OUTPUT = 2_000  # characters
CONSOLE, SILENCE = Console(), Console()  # what sys.stdout and sys.stderr are for the pupil


class Session:
    """Made before any code of the pupil has run, and run once."""

    def __init__(self, job):
        self.units, self.entry, self.room = job["units"], job["entry"], job["output"]
        inputs = job["inputs"]
        self.reads_variable = inputs is None
        self.tools = [[is_tool(value) for value in args] for args in inputs or ()]
        self.inputs = [[make_argument(value, job["tools"]) for value in args] for args in inputs or ()]
        self.trace, self.finder = job["trace"], LoopFinder(file_name(i) for i in range(len(self.units)))
        self.encoder = Encoder()

    def run(self):
        main = types.ModuleType("__main__")
        sys.modules["__main__"] = main
        if self.trace:
            self.finder.start()
        self.notebook = Notebook(main.__dict__, self.entry, self.finder)
        CONSOLE.start_page(self.room)
        for index in range(len(self.units)):
            self.notebook.run(index, *self.units.pop(0))  # its text is gone when the next one runs
        output = CONSOLE.page()
        found = main.__dict__.get(self.entry, MISSING)
        kind = "missing" if found is MISSING else "function" if callable(found) else "value"
        answers = [self.read(found)] if self.reads_variable else [self.call(found, i) for i in range(len(self.inputs))]
        return {"entry": kind, "problems": self.notebook.problems, "answers": answers, "output": output}

    def read(self, found):
        return self.answer(found, None, [], "") if found is not MISSING else self.answer(None, self.missing(), [], "")

    def call(self, function, index):
        args, self.inputs[index] = self.inputs[index], None  # freed with the call
        value = error = None
        CONSOLE.start_page(min(CALL_OUTPUT, self.room))
        if self.finder.spent:  # nothing of the pupil's runs any more
            error = self.finder.found(self.notebook.home)
        elif function is MISSING:
            error = self.missing()
        else:
            try:
                value = function(*args)
            except BaseException as problem:  # SystemExit and the like are the pupil's answer too
                error = self.notebook.describe(problem, self.notebook.home)
        output = CONSOLE.page()
        self.room -= len(output)
        after = [None if tool else arg for tool, arg in zip(self.tools[index], args, strict=True)]
        return self.answer(value, error, after, output)

    def answer(self, value, error, after, output):
        return {
            "value": None if error else self.encoder.encode(value),
            "raised": error,
            "args": [self.encoder.encode(arg) for arg in after],
            "twins": error is None and has_twins(value),
            "output": output,
        }

    def missing(self):
        return ["NameError", f"name '{self.entry}' is not defined", 0]


def is_tool(value):
    return type(value) is dict and "tool" in value


def make_argument(value, tools):
    if not is_tool(value):
        return decode(value)
    index, args = value["tool"]
    source, name = tools[index]
    namespace = {"__name__": "tool"}  # of its own: the pupil's names do not reach it
    exec(compile(source, "<tool>", "exec"), namespace)
    return namespace[name](*decode(args))
