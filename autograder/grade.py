"""The pipeline, top to bottom: a notebook goes in, a report comes out.

    read -> find each answer -> run it in the sandbox -> judge what came out -> report

Pupil code runs in the sandbox only; verdicts are made here only.
"""

import re
from dataclasses import replace

from autograder import phrases
from autograder.cases import cases_for, seed_for
from autograder.exercise import Course, Exercise, Item, Lesson, Outcome, Question
from autograder.free_text import free_text
from autograder.holes import blanks_left
from autograder.judge import Finding, Related, judge, judge_question
from autograder.master import Master, squeeze
from autograder.notebook import Notebook
from autograder.prepare import only_the_answer, units_for, with_values_made
from autograder.python_errors import explain_error
from autograder.report import Report, Verdict
from autograder.sandbox import Sandbox, SandboxError
from autograder.sandbox.job import Job, Run, Stop
from autograder.submission import MAX_CODE, Attempt, find_attempt, own_cells
from autograder.typography import french

TRACE_SECONDS = 1.0
STOPPED = {
    Stop.CPU: (Outcome.TIMED_OUT, phrases.CPU),
    Stop.MEMORY: (Outcome.RAISED, phrases.MEMORY),
    Stop.EXIT: (Outcome.RAISED, phrases.EXIT),
    Stop.CRASH: (Outcome.RAISED, phrases.CRASH),
    Stop.ANSWER_TOO_BIG: (Outcome.WRONG, phrases.TOO_BIG),
    Stop.TAMPERED: (Outcome.RAISED, phrases.TAMPERED),
}


def grade(
    notebook: Notebook,
    lesson: Lesson,
    course: Course,
    *,
    master: Master,
    sandbox: Sandbox,
    secret: bytes,
    pupil: str,
    path: str = "",
    attempt: str,
) -> Report:
    """Grade every answer of one notebook. Never raises for what a pupil wrote."""
    verdicts, notes = [], []
    own = own_cells(notebook, master)
    for item in lesson.items:
        found = find_attempt(notebook, item, lesson, own)
        seed = seed_for(secret, pupil, item.name, attempt)
        verdict, remarks = grade_item(item, found, lesson, master, sandbox, seed)
        verdicts.append(verdict)
        notes += [french(note) for note in (*found.notes, *remarks)]
    report = Report(
        notebook=path,
        pupil=pupil,
        lesson=lesson,
        verdicts=tuple(verdicts),
        unlocked=None,
        threshold=course.threshold,
        free_texts=tuple((free, free_text(notebook, free, master)) for free in lesson.free_texts),
        notes=tuple(notes),
    )
    return replace(report, unlocked=course.after(lesson) if report.reached else None)


def grade_item(
    item: Item, attempt: Attempt, lesson: Lesson, master: Master, sandbox: Sandbox, seed: int
) -> tuple[Verdict, tuple[str, ...]]:
    """One exercise or question: (verdict, remarks)."""
    remarks: tuple[str, ...] = ()
    finding = too_long(attempt) or not_attempted(item, attempt, master)
    if finding is None and isinstance(item, Question):
        finding = judge_question(item, written_key(item, attempt.code))
    elif finding is None:
        try:
            finding, remarks = run_and_judge(item, attempt, lesson, master, sandbox, seed)
        except SandboxError:
            finding = Finding(Outcome.GRADER_ERROR, phrases.GRADER)
    passed = finding.outcome is Outcome.PASSED
    return Verdict(
        name=item.name,
        outcome=finding.outcome,
        points=item.points if passed else 0,
        max_points=item.points,
        bonus=item.bonus,
        message=french(finding.message),
        misconception=finding.misconception,
        counterexample=finding.counterexample,
        badge=item.badge if passed else None,
        code=attempt.code,
        line=finding.line,
    ), remarks


def too_long(attempt: Attempt) -> Finding | None:
    count = len(attempt.code)
    return Finding(Outcome.WRONG, phrases.TOO_LONG.format(count=count)) if count > MAX_CODE else None


def not_attempted(item: Item, attempt: Attempt, master: Master) -> Finding | None:
    """Nothing was tried yet, or blanks remain: not attempted is not wrong."""
    said = None
    if not attempt.found:
        said = phrases.NO_CELL
    elif not attempt.code.strip():
        said = phrases.EMPTY_CELL
    elif left := blanks_left(attempt.code, item.name):
        untouched = f"\n{squeeze(master.blanks.get(item.name, ''))}\n" in f"\n{squeeze(attempt.code)}\n"
        started = phrases.BLANKS_LEFT_ONE if left == 1 else phrases.BLANKS_LEFT.format(count=left)
        said = phrases.BLANK if untouched or isinstance(item, Question) else started
    return Finding(Outcome.NOT_ATTEMPTED, said) if said else None


def written_key(question: Question, code: str) -> str | None:
    """A quiz answer is read, never run: the last `quiz_1 = "b"`, with or without its quotes.

    Nothing is tried twice (`*+`): thousands of spaces take no longer than thousands of letters.
    """
    before, after = r"[\s(]*+[\"']*+\s*+", r"[^\S\n]*+[\"']*+(?:[^\S\n]|\))*+"
    line = rf"^[ \t]*+{re.escape(question.name)}\s*+={before}(\w++){after}(?:[;#].*+)?$"
    written = re.findall(line, code, re.MULTILINE)
    return written[-1] if written else None


def run_and_judge(
    exercise: Exercise, attempt: Attempt, lesson: Lesson, master: Master, sandbox: Sandbox, seed: int
) -> tuple[Finding, tuple[str, ...]]:
    cases = cases_for(exercise, seed)
    job = Job(units_for(exercise, attempt, lesson, master), exercise.name, tuple(case.args for case in cases))
    job, run = run_job(job, attempt, sandbox)
    remarks: tuple[str, ...] = ()
    if run.stopped in (Stop.CPU, Stop.MEMORY, Stop.EXIT, Stop.CRASH):
        job = only_the_answer(job)
        if run.stopped is Stop.CPU and (endless := endless_finding(job, sandbox)):
            return endless, ()
        run = sandbox.run(job)  # the function may be right, and the code around it endless
        remarks = () if run.stopped else (phrases.NOTE_SCRATCH.format(name=exercise.name),)
    if run.stopped or run.entry != "function":
        return no_answers_finding(run, job, attempt.code), remarks
    finding = judge(exercise, cases, run.answers, attempt.code)
    if finding.family in ("numbers", "value"):  # a property with inputs of its own may say it better
        related = answers_for_properties(exercise, job, sandbox)
        finding = judge(exercise, cases, run.answers, attempt.code, related)
    return finding, remarks


def run_job(job: Job, attempt: Attempt, sandbox: Sandbox) -> tuple[Job, Run]:
    """Once; where a word was missing, once more with the values that the pupil's other cells make."""
    run = sandbox.run(job)
    if any(answer.raised and answer.raised.kind == "NameError" for answer in run.answers):
        fuller = with_values_made(job, attempt)
        again = sandbox.run(fuller) if fuller is not job else run
        return (job, run) if again.stopped else (fuller, again)
    return job, run


def answers_for_properties(exercise: Exercise, job: Job, sandbox: Sandbox) -> Related:
    """What the pupil's function gives on the inputs that some properties bring with them."""
    asked = {prop.name: sandbox.run(replace(job, inputs=prop.on)) for prop in exercise.properties if prop.on}
    return {name: run.answers for name, run in asked.items() if not run.stopped}


def endless_finding(job: Job, sandbox: Sandbox) -> Finding | None:
    """Run once more, briefly and counting lines: where is the loop that does not end? None when all is well."""
    traced = sandbox.run(replace(job, trace=True, cpu=TRACE_SECONDS))
    raised = [answer.raised for answer in traced.answers if answer.raised and answer.raised.kind == "EndlessLoop"]
    if raised and raised[0].line:
        line = raised[0].line
        return Finding(Outcome.TIMED_OUT, phrases.CPU_LINE.format(line=line), line=line)
    return Finding(Outcome.TIMED_OUT, phrases.CPU) if raised or traced.stopped else None


def no_answers_finding(run: Run, job: Job, code: str) -> Finding:
    """Nothing to compare: the instance was stopped, or the function is not there."""
    if run.stopped:
        outcome, sentence = STOPPED[run.stopped]
        return Finding(outcome, sentence)
    raised = next((raised for unit, raised in run.problems if unit == len(job.units) - 1), None)
    if raised:
        return Finding(Outcome.RAISED, explain_error(raised, code), line=raised.line)
    absent = phrases.NOT_A_FUNCTION if run.entry == "value" else phrases.NO_FUNCTION
    return Finding(Outcome.WRONG, absent.format(name=job.entry))
