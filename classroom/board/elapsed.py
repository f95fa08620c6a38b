"""How long ago, in a teacher's words."""

from datetime import timedelta

A_MOMENT = timedelta(seconds=15)


def ago(time: timedelta) -> str:
    """Coarse on purpose: a figure that moves every second draws the eye for nothing.

    >>> ago(timedelta(seconds=3)), ago(timedelta(seconds=47)), ago(timedelta(minutes=4, seconds=30))
    ('à l’instant', '40 s', '4 min')
    """
    seconds = int(time.total_seconds())
    if time < A_MOMENT:
        return "à l’instant"
    if seconds < 60:
        return f"{max(seconds // 20, 1) * 20} s"
    if seconds < 3600:
        return f"{seconds // 60} min"
    return f"{seconds // 3600} h" if seconds < 24 * 3600 else f"{seconds // (24 * 3600)} j"
