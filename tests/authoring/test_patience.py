"""A function that never ends is stopped; Ctrl-C stays Ctrl-C."""

import signal
import threading
import time

import pytest

from autograder.authoring import patience as limits
from autograder.authoring.patience import TooLong, patience


def swallow_everything():
    while True:
        try:
            sum(range(100))
        except Exception:
            continue


def test_an_endless_loop_is_stopped():
    with pytest.raises(TooLong), patience(0.05):
        swallow_everything()


def test_code_that_only_waits_is_stopped_later(monkeypatch):
    monkeypatch.setattr(limits, "WALL", 2)
    with pytest.raises(TooLong), patience(0.05):
        time.sleep(60)


def test_what_ends_in_time_is_left_alone():
    before = signal.getsignal(signal.SIGINT)
    with patience(60):
        done = sum(range(10))
    assert done == 45
    assert signal.getsignal(signal.SIGINT) is before


def test_a_bell_that_rings_as_the_block_ends_leaves_ctrl_c_as_it_was(monkeypatch):
    ready = threading.Event()

    def ring_at_the_end(seconds, over, closing):
        def ring():
            over.set()
            signal.raise_signal(signal.SIGINT)

        closing.set = ring
        ready.set()

    monkeypatch.setattr(limits, "ring_after", ring_at_the_end)
    before = signal.getsignal(signal.SIGINT)
    with pytest.raises(TooLong), patience(60):
        ready.wait(60)
    assert signal.getsignal(signal.SIGINT) is before


def test_ctrl_c_is_heard():
    with pytest.raises(KeyboardInterrupt), patience(60):
        signal.raise_signal(signal.SIGINT)


def test_another_thread_has_no_limit_and_no_trouble():
    seen = []

    def work():
        with patience(60):
            seen.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert seen
