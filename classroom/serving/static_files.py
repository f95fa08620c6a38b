"""The built site over HTTP: compressed twins, kept by browsers for ever, since their address has its key."""

from collections.abc import Callable
from pathlib import Path
from wsgiref.headers import Headers

from servestatic import ServeStaticASGI

from classroom.serving.site_files import Site

FOR_EVER = "public, max-age=31536000, immutable"  # a year, the longest that HTTP speaks of
TYPES = {".mjs": "text/javascript", ".js": "text/javascript", ".wasm": "application/wasm"}
WORKER = "/python/worker.js"
# A worker lives under the policy of its own script. It looks at a blob to know when to stop (see assets/src/python).
WORKER_POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self' blob:"


def with_site_files(application: Callable, site: Site, address: str) -> Callable:
    """The ASGI application, with the site's files under `address` (a path); everything else is still its own."""
    if not site.folder.is_dir():
        return application
    served = ServeStaticASGI(
        application,
        root=site.folder,
        prefix=address,
        max_age=None,
        allow_all_origins=False,
        mimetypes=TYPES,
        add_headers_function=add_headers,
    )
    for file in only_zipped(site.folder):
        url = address + file.relative_to(site.folder).as_posix()
        served.files[url.removesuffix(".gz")] = served.files.pop(url)
    return served


def only_zipped(folder: Path) -> list[Path]:
    """The big files, that are kept in gzip only: every browser reads it (see assets/twins.py)."""
    return [path for path in folder.rglob("*.gz") if not path.with_suffix("").exists()]


def add_headers(headers: Headers, path: str, url: str) -> None:
    headers["Cache-Control"] = FOR_EVER
    headers["X-Content-Type-Options"] = "nosniff"
    if path.endswith(".gz"):
        headers["Content-Type"] = TYPES[Path(path).with_suffix("").suffix]
        headers["Content-Encoding"] = "gzip"
    if url.endswith(WORKER):
        headers["Content-Security-Policy"] = WORKER_POLICY
