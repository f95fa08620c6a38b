"""Break every solution in small ways and see whether the grader notices, and whether it can say why.

    python benchmarks/mutation.py [exercise …]     prints a table, the survivors, and the shares of the whole

A mutant is a solved cell with one thing changed: an operator, a constant, an index, a name, a line removed. One that
passes is a survivor: either it computes the same thing, or the inputs have a hole.
"""

import ast
import copy
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from autograder import phrases
from autograder.batch import Grader, open_grader
from autograder.exercise import Exercise, Lesson, Outcome
from autograder.grade import grade_item
from autograder.notebook import Cell, Notebook
from autograder.report import Verdict
from autograder.sandbox.job import Limits
from autograder.submission import find_attempt, own_cells
from autograder.typography import french
from course_config import COURSE

SWAPS = {
    ast.Add: (ast.Sub,),
    ast.Sub: (ast.Add,),
    ast.Mult: (ast.Add, ast.Div),
    ast.Div: (ast.Mult, ast.FloorDiv),
    ast.FloorDiv: (ast.Div,),
    ast.Lt: (ast.LtE, ast.Gt),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.Lt),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.Is: (ast.IsNot,),
    ast.And: (ast.Or,),
    ast.Or: (ast.And,),
    ast.USub: (ast.UAdd,),
}
VAGUE = {french(phrases.VALUE), french(phrases.SOMETIMES)}


@dataclass(frozen=True)
class Result:
    exercise: str
    code: str
    verdict: Verdict

    @property
    def rejected(self) -> bool:
        return not self.verdict.passed

    @property
    def explained(self) -> bool:
        return self.verdict.message not in VAGUE


def mutants(code: str) -> Iterator[str]:
    """Every different mutant of a cell, once."""
    tree = ast.parse(code)
    seen = {ast.unparse(tree)}
    for place, node in enumerate(ast.walk(tree)):
        for change in changes(node):
            other = copy.deepcopy(tree)
            change(next(found for at, found in enumerate(ast.walk(other)) if at == place))
            text = ast.unparse(ast.fix_missing_locations(other))
            if text not in seen:
                seen.add(text)
                yield text


def changes(node: ast.AST) -> Iterator:
    """Functions that break this very node, one way each."""
    for field in ("op", "ops"):
        held = getattr(node, field, None)
        for at, op in enumerate(held if isinstance(held, list) else [held]):
            for other in SWAPS.get(type(op), ()):
                yield lambda n, field=field, at=at, other=other: set_op(n, field, at, other())
    if isinstance(node, ast.Constant):
        for value in other_constants(node.value):
            yield lambda n, value=value: setattr(n, "value", value)
    if isinstance(node, ast.Subscript) and not isinstance(node.slice, ast.Slice):
        for shift in (ast.Add, ast.Sub):
            yield lambda n, shift=shift: setattr(n, "slice", ast.BinOp(n.slice, shift(), ast.Constant(1)))
    if isinstance(node, ast.Call) and len(node.args) > 1:
        yield lambda n: n.args.reverse()
    if isinstance(node, (ast.If, ast.While)):
        yield lambda n: setattr(n, "test", ast.UnaryOp(ast.Not(), n.test))
    if isinstance(node, ast.Return) and node.value is not None:
        yield lambda n: setattr(n, "value", None)
    for block in ("body", "orelse"):
        lines = getattr(node, block, None)
        for at in range(len(lines) if isinstance(lines, list) else 0):
            yield lambda n, block=block, at=at: remove_line(getattr(n, block), at)


def set_op(node: ast.AST, field: str, at: int, op: ast.AST) -> None:
    if field == "ops":
        node.ops[at] = op
    else:
        node.op = op


def remove_line(block: list[ast.stmt], at: int) -> None:
    block[at] = ast.Pass()


def other_constants(value: object) -> tuple:
    if isinstance(value, bool) or value is None:
        return ()
    if isinstance(value, (int, float)):
        return (value + 1, value - 1)
    return (value + "x", "") if isinstance(value, str) else ()


def run(grader: Grader, lesson: Lesson, exercise: Exercise, code: str) -> Result:
    notebook = Notebook((Cell("code", code, exercise.name),))
    master = grader.master_of(lesson)
    attempt = find_attempt(notebook, exercise, lesson, own_cells(notebook, master))
    sandbox = grader.sandboxes.get()
    try:
        verdict, _ = grade_item(exercise, attempt, lesson, master, sandbox, seed=11)
    finally:
        grader.sandboxes.put(sandbox)
    return Result(exercise.name, code, verdict)


def every_result(wanted: set[str]) -> Iterator[Result]:
    with open_grader(COURSE, limits=Limits(cpu=0.4)) as grader:
        for lesson in COURSE.lessons:
            for exercise in lesson.exercises:
                if wanted and exercise.name not in wanted:
                    continue
                for code in mutants(grader.master_of(lesson).solutions[exercise.name]):
                    yield run(grader, lesson, exercise, code)


def main(names: list[str]) -> None:
    results = list(every_result(set(names)))
    print("| Exercise | Mutants | Rejected | Explained |\n|---|---|---|---|")
    for name in dict.fromkeys(result.exercise for result in results):
        print(row(name, [result for result in results if result.exercise == name]))
    print(row("**all**", results))
    print("\nOutcomes:", dict(Counter(str(result.verdict.outcome) for result in results)))
    print("\nSurvivors:")
    for result in results:
        if not result.rejected:
            print(f"--- {result.exercise}\n{result.code}")
    print("\nRejected without a reason:")
    for result in results:
        if result.rejected and not result.explained:
            print(f"--- {result.exercise}: {result.verdict.counterexample}\n{result.code}")


def row(name: str, results: list[Result]) -> str:
    rejected = [result for result in results if result.rejected]
    explained = [result for result in rejected if result.explained]
    assert all(result.verdict.outcome is not Outcome.GRADER_ERROR for result in results)
    return (
        f"| {name} | {len(results)} | {share(len(rejected), len(results))} | {share(len(explained), len(rejected))} |"
    )


def share(part: int, whole: int) -> str:
    return f"{part} ({100 * part / whole:.1f} %)" if whole else "0"


if __name__ == "__main__":
    main(sys.argv[1:])
