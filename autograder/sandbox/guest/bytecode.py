"""No function is made of bytes: its author writes it.

The exercises before have the author's solution in the instance, and Python shows the bytecode of any function. Read
piece by piece in the feedback, it must not come back as an answer.
"""

import _imp
import sys


def close():
    """When all is imported, and for the rest of the instance's life."""

    def refuse(event, args):
        """An audit hook. Python itself alone holds it, and what it knows is in its own code: nothing reaches it."""
        if event in ("marshal.load", "marshal.loads", "code.__new__"):
            raise PermissionError("une fonction s'écrit en Python")
        if event in ("gc.get_objects", "gc.get_referrers", "gc.get_referents"):  # would find this function
            raise PermissionError("ces objets ne sont pas à toi")
        if event == "object.__setattr__" and args[1] == "__code__":
            raise PermissionError("une fonction s'écrit en Python")

    del _imp.get_frozen_object  # reads bytecode too, and tells no hook
    sys.addaudithook(refuse)
