"""The filter of system calls, executed here step by step for both processors. That the kernel enforces it, the doctor
tests."""

import pytest

from autograder.sandbox.lock import ALLOW, KILL, REFUSE, filter_program

ARCHITECTURES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
NUMBERS = {
    "x86_64": {"read": 0, "openat": 257, "socket": 41, "clone": 56, "execve": 59, "kill": 62, "ptrace": 101, "mmap": 9},
    "aarch64": {
        "read": 63,
        "openat": 56,
        "socket": 198,
        "clone": 220,
        "execve": 221,
        "kill": 129,
        "ptrace": 117,
        "mmap": 222,
    },
}
MACHINES = list(NUMBERS)
READ_WRITE, EXECUTE = 3, 4


def verdict(machine, number, protection=0, architecture=None):
    """What the filter decides: seccomp_data holds the call's number, the architecture, …, and the third argument."""
    data = {0: number, 4: architecture or ARCHITECTURES[machine], 32: protection}
    position, value, program = 0, 0, filter_program(machine)
    while True:
        code, yes, no, constant = program[position]
        position += 1
        if code == 0x06:
            return constant
        if code == 0x20:
            value = data[constant]
        else:
            holds = {0x15: value == constant, 0x35: value >= constant, 0x45: value & constant}[code]
            position += yes if holds else no


@pytest.mark.parametrize("machine", MACHINES)
@pytest.mark.parametrize("call", ["openat", "socket", "clone", "execve", "kill", "ptrace"])
def test_calls_that_reach_out_are_refused(machine, call):
    assert verdict(machine, NUMBERS[machine][call]) == REFUSE


@pytest.mark.parametrize("machine", MACHINES)
def test_computing_is_allowed(machine):
    assert verdict(machine, NUMBERS[machine]["read"]) == ALLOW


@pytest.mark.parametrize("machine", MACHINES)
def test_memory_may_be_mapped_but_not_to_run_it(machine):
    assert verdict(machine, NUMBERS[machine]["mmap"], READ_WRITE) == ALLOW
    assert verdict(machine, NUMBERS[machine]["mmap"], READ_WRITE | EXECUTE) == REFUSE


@pytest.mark.parametrize("machine", MACHINES)
def test_calls_of_another_kind_of_processor_kill(machine):
    assert verdict(machine, 0, architecture=0x40000003) == KILL
    assert verdict(machine, 0x40000000 + 257) == KILL
