"""Django reads the whole body of a request, to the disk if need be, before it looks at its length. Here it ends."""

from collections.abc import Awaitable, Callable

MOST = 8 << 20  # bytes: above all that a page or a form may send; the settings have tighter limits, kindly worded
SENTENCE = "C’est trop long pour être envoyé ici."
App = Callable[..., Awaitable[None]]


def floodgate(pages: App, most: int = MOST) -> App:
    """The same application, for bodies of `most` bytes at most."""

    async def guarded(scope, receive, send) -> None:
        if announced(scope) > most:
            await refuse(send)
        else:
            await pages(scope, counted(receive, most), send)

    return guarded


def announced(scope) -> int:
    length = dict(scope["headers"]).get(b"content-length", b"")
    return int(length) if length.isdigit() else 0


async def refuse(send) -> None:
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"connection", b"close")]
    await send({"type": "http.response.start", "status": 413, "headers": headers})
    await send({"type": "http.response.body", "body": SENTENCE.encode()})


def counted(receive: App, most: int) -> App:
    """A body that was not announced is cut when it is too long, as if its sender had gone."""
    left = most

    async def count():
        nonlocal left
        message = await receive()
        left -= len(message.get("body", b""))
        return message if left >= 0 else {"type": "http.disconnect"}

    return count
