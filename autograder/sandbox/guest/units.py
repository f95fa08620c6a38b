"""Runs cells as a notebook would, statement by statement, in one namespace."""

import ast
import re

from .values import type_name

PROBLEMS = 20
MISSING = object()
DEFINITIONS = (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
BUILDERS = {"bool", "dict", "float", "frozenset", "int", "len", "list", "range", "set", "sorted", "str", "tuple"}
PYTHON_CELL_MAGICS = ("time", "timeit", "capture", "prun")
CELL_MAGIC = re.compile(r"\s*%%(\w+)")
LINE_END = re.compile(r"\r\n|\r|\n")  # Python's own; str.splitlines knows others, and line numbers would drift
LINE_MAGIC = re.compile(r"(\s*)(?:[%!?]|[\w.]+\s*=\s*[%!]|[^#'\"]*\?\s*$)")


def file_name(index):
    return f"<cellule {index}>"


def parse(code, file):
    """The statements of a cell. A line that only IPython understands becomes `pass`: the others keep their number."""
    foreign = CELL_MAGIC.match(code)
    if foreign and foreign[1] not in PYTHON_CELL_MAGICS:
        return []
    lines = LINE_END.split(code)
    while True:
        try:
            return ast.parse("\n".join(lines), file).body
        except SyntaxError as error:
            at = (error.lineno or 0) - 1
            magic = LINE_MAGIC.match(lines[at]) if 0 <= at < len(lines) else None
            if not magic:
                raise
            lines[at] = magic[1] + "pass"


def is_definition(node):
    """An import, a def, a class, or an assignment that calls nothing but a builtin type."""
    if isinstance(node, DEFINITIONS):
        return True
    if not isinstance(node, ast.Assign | ast.AnnAssign):
        return False
    return all(isinstance(called, ast.Name) and called.id in BUILDERS for called in functions_called(node))


def functions_called(node):
    """What running a statement calls: not what the body of a lambda will. Without recursion: a sum may be very long."""
    waiting = [node]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Call):
            yield node.func
        waiting.extend(ast.iter_child_nodes(node.args if isinstance(node, ast.Lambda) else node))


def defines(node):
    """The plain names a def, a class or an assignment binds."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return {node.name}
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    return {inner.id for target in targets for inner in ast.walk(target) if isinstance(inner, ast.Name)}


def raised(error, file):
    """[kind, detail, line]: the deepest line of `file` on the way to the error, 0 when it never went there."""
    line = 0
    if isinstance(error, SyntaxError) and error.filename == file:
        return [type_name(type(error))[:60], str(error.msg)[:500], error.lineno or 0]
    step = error.__traceback__
    while step:
        if step.tb_frame.f_code.co_filename == file:
            line = step.tb_lineno
        step = step.tb_next
    try:
        detail = str(error)[:500]
    except BaseException:  # a __str__ of the pupil may raise anything
        detail = ""
    return [type_name(type(error))[:60], detail, line]


class Notebook:
    """The namespace the units share, what went wrong in them, and which unit last defined `entry`."""

    def __init__(self, namespace, entry, finder):
        self.namespace, self.entry, self.finder = namespace, entry, finder
        self.problems, self.home = [], file_name(-1)

    def run(self, index, code, definitions_only, skip):
        file = file_name(index)
        try:
            nodes = parse(code, file)
        except (SyntaxError, ValueError, MemoryError, RecursionError) as error:
            return self.report(index, error)
        skip = frozenset(skip)
        kept = {name: self.namespace.get(name, MISSING) for name in skip}
        for node in nodes:
            if self.finder.spent:
                return
            names = defines(node)
            if (definitions_only and not is_definition(node)) or (names and names <= skip):
                continue
            self.execute(index, node, file)
            self.restore(kept)

    def execute(self, index, node, file):
        before = self.namespace.get(self.entry, MISSING)
        try:
            exec(compile(ast.Module([node], []), file, "exec", dont_inherit=True), self.namespace)
        except BaseException as error:  # SystemExit and the like are the pupil's answer too
            self.report(index, error)
        if self.namespace.get(self.entry, MISSING) is not before:
            self.home = file

    def restore(self, kept):
        for name, value in kept.items():
            if value is MISSING:
                self.namespace.pop(name, None)
            else:
                self.namespace[name] = value

    def report(self, index, error):
        if len(self.problems) < PROBLEMS:
            self.problems.append([index, self.describe(error, file_name(index))])

    def describe(self, error, file):
        return self.finder.found(file) if self.finder.spent else raised(error, file)
