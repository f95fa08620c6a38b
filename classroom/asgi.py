"""The ASGI application: Django, the site's files beside it, and the grading pool, which lives as long as the server."""

import asyncio
import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "classroom.settings")

from django.conf import settings
from django.core.asgi import get_asgi_application

from classroom.serving.floodgate import floodgate
from classroom.serving.static_files import with_site_files

pages = with_site_files(floodgate(get_asgi_application()), settings.SITE, settings.STATIC_URL)


async def application(scope, receive, send) -> None:
    if scope["type"] == "lifespan":
        await live(receive, send)
    else:
        await pages(scope, receive, send)


async def live(receive, send) -> None:
    """The server says when it starts and when it stops; a pool that cannot start stops it, and the reason is told."""
    from autograder.batch import IsolationTooWeak  # here: models can be read once Django is ready
    from autograder.sandbox import SandboxError, SandboxMissing
    from classroom.grading.pool import pool

    await receive()
    try:
        await asyncio.to_thread(pool().start)
    except (IsolationTooWeak, SandboxMissing, SandboxError) as problem:
        await send({"type": "lifespan.startup.failed", "message": str(problem)})
        return
    await send({"type": "lifespan.startup.complete"})
    await receive()
    await asyncio.to_thread(pool().stop)
    await send({"type": "lifespan.shutdown.complete"})
