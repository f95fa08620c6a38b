"""Finds the loop that never ends: counts the turns of all loops, and says which one was turning at the end."""

import sys
from collections import deque

BUDGET = 300_000  # turns of loops in the cells, for the whole job
REMEMBERED = 2_000
TOOL = sys.monitoring.DEBUGGER_ID
JUMP, LINE = sys.monitoring.events.JUMP, sys.monitoring.events.LINE


class EndlessLoop(BaseException):
    """Raised at every turn and every line once the budget is spent: no `except` of the pupil can hold it back."""


class LoopFinder:
    """Watches the loops of some files, once started. `spent` when there were too many turns.

    sys.monitoring rather than sys.settrace: an exception in a settrace function ends the tracing, and
    `while True: try … except: pass` would go on unwatched.
    """

    def __init__(self, files):
        self.files = frozenset(files)
        self.left, self.last = BUDGET, deque(maxlen=REMEMBERED)
        self.spent, self.file, self.line = False, "", 0

    def start(self):
        sys.monitoring.use_tool_id(TOOL, "loops")
        sys.monitoring.register_callback(TOOL, JUMP, self.on_jump)
        sys.monitoring.register_callback(TOOL, LINE, self.on_line)
        sys.monitoring.set_events(TOOL, JUMP)

    def on_jump(self, code, offset, target):
        if target > offset or code.co_filename not in self.files:
            return sys.monitoring.DISABLE
        self.left -= 1
        if self.left < REMEMBERED:
            self.last.append((code, target))
        if self.left <= 0:
            if not self.spent:
                self.find()
            raise EndlessLoop
        return None

    def on_line(self, code, line):
        if code.co_filename not in self.files:
            return sys.monitoring.DISABLE
        raise EndlessLoop

    def find(self):
        """The outermost function on the stack that was turning: what it calls may loop too, but ends."""
        self.spent = True
        sys.monitoring.set_events(TOOL, JUMP | LINE)
        turning = {code for code, _ in self.last}
        frame, outermost = sys._getframe(1), None
        while frame:
            if frame.f_code in turning:
                outermost = frame.f_code
            frame = frame.f_back
        self.file = outermost.co_filename
        self.line = min(line_at(code, target) for code, target in self.last if code is outermost)

    def found(self, file):
        """The problem, for someone who reads that file."""
        return ["EndlessLoop", "", self.line if self.file == file else 0]


def line_at(code, offset):
    return next(line for start, end, line in code.co_lines() if start <= offset < end and line is not None)
