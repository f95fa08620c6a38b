"""What can go wrong on our side of the wall. What goes wrong on the other side is an answer: see job.Run."""


class SandboxMissing(Exception):
    """The component is not there, is damaged or cannot be made; the text says in French what to do."""


class SandboxError(Exception):
    """The job is not right (a tool that cannot be made, an input that cannot cross), or the worker does not start: the
    text then says so in French. Never the pupil's doing."""
