"""What the pupil prints: kept up to a cap, forgotten beyond it. Printing a lot costs time, never memory."""

import io


class Console(io.TextIOBase):
    """Stands for sys.stdout. `start_page(room)` opens a page of at most `room` characters, `page()` gives its text."""

    encoding = "utf-8"

    def __init__(self):
        self.pieces, self.room = [], 0

    def start_page(self, room):
        self.pieces, self.room = [], room

    def page(self):
        return "".join(self.pieces)

    def writable(self):
        return True

    def write(self, text):
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        kept = text[: self.room]
        if kept:
            self.room -= len(kept)
            self.pieces.append(kept)
        return len(text)
