"""What Linux adds around the instance: the worker gives up, for good, all it does not need.

Were the WebAssembly wall ever to fall, the code would land in a process that can open no file and no socket, start
nothing, signal nobody and gain no right. Each mechanism is used when the system has it, and named only then.
"""

import ctypes
import os
import struct
import sys

if sys.platform == "linux":
    import resource  # now: once locked, no module can be read

PR_SET_DUMPABLE, PR_SET_NO_NEW_PRIVS = 4, 38
LANDLOCK_CREATE, LANDLOCK_RESTRICT = 444, 446  # the same numbers on every processor
DATA = 2 << 30  # bytes of writable memory for the whole process, above any Limits.memory in use


def libc():
    return ctypes.CDLL(None, use_errno=True)


def lock_paths() -> list[str]:
    """No path, no TCP, no signal out. For this thread and those it starts later: call it before starting any."""
    if sys.platform != "linux":
        return []
    libc().prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    libc().prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)  # nobody reads its memory, it reads nobody's
    return ["landlock"] if landlock() else []


def lock_calls() -> list[str]:
    """No new file, process or thread, and only the system calls that computing takes. For every thread."""
    if sys.platform != "linux":
        return []
    limit_resources()
    return ["rlimits", "seccomp"] if seccomp() else ["rlimits"]


def landlock() -> bool:
    """Landlock with every right handled and no rule that grants one."""
    call = libc().syscall
    version = call(LANDLOCK_CREATE, None, ctypes.c_size_t(0), 1)
    if version < 1:
        return False
    files = (1 << 13) - 1 | (version >= 2) << 13 | (version >= 3) << 14 | (version >= 5) << 15
    network, scopes = (3 if version >= 4 else 0), (3 if version >= 6 else 0)
    size = 24 if version >= 6 else 16 if version >= 4 else 8
    rules = call(LANDLOCK_CREATE, struct.pack("=QQQ", files, network, scopes)[:size], ctypes.c_size_t(size), 0)
    if rules < 0:
        return False
    done = call(LANDLOCK_RESTRICT, rules, 0) == 0
    os.close(rules)
    return done


def limit_resources() -> None:
    limits = {"NOFILE": 0, "FSIZE": 0, "NPROC": 0, "CORE": 0, "MEMLOCK": 0, "MSGQUEUE": 0, "DATA": DATA}
    for name, value in limits.items():
        number = getattr(resource, f"RLIMIT_{name}")
        _, hard = resource.getrlimit(number)
        value = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(number, (value, value))


# Seccomp: the calls a computing process makes, with their numbers on x86-64 and on 64-bit ARM.
X86_64, AARCH64 = 0xC000003E, 0xC00000B7
CALLS = {
    "read": (0, 63),
    "write": (1, 64),
    "close": (3, 57),
    "fstat": (5, 80),
    "lseek": (8, 62),
    "munmap": (11, 215),
    "brk": (12, 214),
    "rt_sigaction": (13, 134),
    "rt_sigprocmask": (14, 135),
    "rt_sigreturn": (15, 139),
    "sched_yield": (24, 124),
    "mremap": (25, 216),
    "madvise": (28, 233),
    "nanosleep": (35, 101),
    "getpid": (39, 172),
    "exit": (60, 93),
    "getppid": (110, 173),
    "sigaltstack": (131, 132),
    "gettid": (186, 178),
    "futex": (202, 98),
    "sched_getaffinity": (204, 123),
    "restart_syscall": (219, 128),
    "clock_gettime": (228, 113),
    "clock_getres": (229, 114),
    "clock_nanosleep": (230, 115),
    "exit_group": (231, 94),
    "epoll_wait": (232, 22),  # epoll_pwait on ARM, which has no other: wasmtime's own threads wait there for its timers
    "set_robust_list": (273, 99),
    "getrandom": (318, 278),
    "rseq": (334, 293),
}
MAPPINGS = {"mmap": (9, 222), "mprotect": (10, 226)}  # allowed unless they make memory executable
LOAD, IF_EQUAL, IF_AT_LEAST, IF_SET, RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
ALLOW, REFUSE, KILL = 0x7FFF0000, 0x00050001, 0x80000000  # REFUSE: the call fails with EPERM
X32 = 0x40000000
PROT_EXEC = 4


def filter_program(machine: str) -> list[tuple[int, int, int, int]]:
    """The filter, as BPF instructions (code, jump if true, jump if false, constant)."""
    arch, column = {"x86_64": (X86_64, 0), "aarch64": (AARCH64, 1)}[machine]
    program = [(LOAD, 0, 0, 4), (IF_EQUAL, 1, 0, arch), (RETURN, 0, 0, KILL), (LOAD, 0, 0, 0)]
    program += [(IF_AT_LEAST, 0, 1, X32), (RETURN, 0, 0, KILL)]
    for numbers in CALLS.values():
        program += [(IF_EQUAL, 0, 1, numbers[column]), (RETURN, 0, 0, ALLOW)]
    for numbers in MAPPINGS.values():
        program += [(IF_EQUAL, 0, 4, numbers[column]), (LOAD, 0, 0, 32), (IF_SET, 0, 1, PROT_EXEC)]
        program += [(RETURN, 0, 0, REFUSE), (RETURN, 0, 0, ALLOW)]
    return [*program, (RETURN, 0, 0, REFUSE)]


class Instruction(ctypes.Structure):
    _fields_ = (("code", ctypes.c_ushort), ("yes", ctypes.c_ubyte), ("no", ctypes.c_ubyte), ("constant", ctypes.c_uint))


class Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.POINTER(Instruction)))


def seccomp() -> bool:
    """Install the filter on every thread of the process (SECCOMP_FILTER_FLAG_TSYNC)."""
    machine = os.uname().machine
    if machine not in ("x86_64", "aarch64"):
        return False
    instructions = [Instruction(*step) for step in filter_program(machine)]
    program = Program(len(instructions), (Instruction * len(instructions))(*instructions))
    number = 317 if machine == "x86_64" else 277
    return libc().syscall(number, 1, 1, ctypes.byref(program)) == 0
