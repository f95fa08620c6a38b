"""Runs pupils' code out of harm's way. It reads in this order: job (the contract) -> sandbox -> process and reply
(the trusted side) -> worker, wasm and lock (the locked process) -> guest (inside the instance); component builds
what runs there, doctor tries to break it.
"""

from autograder.sandbox.errors import SandboxError, SandboxMissing
from autograder.sandbox.sandbox import Sandbox, is_locked

__all__ = ["Sandbox", "SandboxError", "SandboxMissing", "is_locked"]
