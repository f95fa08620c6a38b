"""A limit of time for what the author wrote: a reference, a draw or a wrong idea may hold an endless loop."""

import _thread
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

SECONDS = 3.0  # of processor: a busy machine changes nothing
WALL = 20  # times as long by the clock: for code that waits without computing


class TooLong(BaseException):
    """Not an Exception: a function that catches everything, like ours that observes, must not swallow it."""


@contextmanager
def patience(seconds: float = SECONDS) -> Iterator[None]:
    """Raise TooLong inside the block once the time is up. Outside the main thread there is no limit.

    A thread that watches sends the signal of Ctrl-C: the only one that exists everywhere, Windows too.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    over, closing = threading.Event(), threading.Event()

    def interrupted(*_: object) -> None:
        if not over.is_set():
            raise KeyboardInterrupt
        if not closing.is_set():
            raise TooLong

    before = signal.signal(signal.SIGINT, interrupted)
    watch = threading.Thread(target=ring_after, args=(seconds, over, closing), daemon=True)
    watch.start()
    try:
        try:
            yield
        finally:
            closing.set()  # a bell that rings from here on is not heard; one that rings just before may end this line
    finally:
        watch.join()
        signal.signal(signal.SIGINT, before or signal.SIG_DFL)


def ring_after(seconds: float, over: threading.Event, closing: threading.Event) -> None:
    """Interrupt the main thread once the time is used up, unless the block ends first."""
    began, began_cpu = time.monotonic(), time.process_time()
    left = seconds
    while not closing.wait(max(left, 0.01)):
        left = seconds - (time.process_time() - began_cpu)
        if left <= 0 or time.monotonic() - began > WALL * seconds:
            over.set()
            interrupt_main()
            return


def interrupt_main() -> None:
    """Where threads can be sent signals, one that only waits wakes up as well."""
    if hasattr(signal, "pthread_kill"):
        signal.pthread_kill(threading.main_thread().ident, signal.SIGINT)
    else:
        _thread.interrupt_main()
