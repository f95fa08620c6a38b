"""The built site as browsers get it."""

import asyncio
import gzip

import httpx
import pytest

from classroom.assets.twins import write_twins
from classroom.serving.site_files import Site
from classroom.serving.static_files import with_site_files

STYLE, WASM = "b { color: red }\n" * 100, bytes(1_000_001)


async def pages(scope, receive, send):
    await send({"type": "http.response.start", "status": 404, "headers": []})
    await send({"type": "http.response.body", "body": b"a page"})


@pytest.fixture
def ask(tmp_path):
    """`ask(path, **headers)` is what a small site answers."""
    for file, content in {"classroom/app.css": STYLE.encode(), "python/a.wasm": WASM, "python/worker.js": b"1"}.items():
        (tmp_path / file).parent.mkdir(exist_ok=True)
        (tmp_path / file).write_bytes(content)
    (tmp_path / "python" / "b.mjs").write_bytes(b"export {}")
    write_twins(tmp_path)
    application = with_site_files(pages, Site("k1", tmp_path), "/static/k1/")

    async def request(path: str, headers: dict) -> httpx.Response:
        transport = httpx.ASGITransport(application)
        async with httpx.AsyncClient(transport=transport, base_url="http://192.168.1.20:8000") as client:
            return await client.get(path, headers=headers)

    return lambda path, **headers: asyncio.run(request(path, {"accept-encoding": "identity"} | headers))


@pytest.mark.parametrize("encoding", ["identity", "gzip", "br"])
def test_a_file_comes_in_the_form_that_the_browser_reads(ask, encoding):
    answer = ask("/static/k1/classroom/app.css", **{"accept-encoding": encoding})
    assert answer.text == STYLE
    assert answer.headers.get("content-encoding", "identity") == encoding
    assert answer.headers["content-type"].startswith("text/css")


def test_a_file_is_kept_for_ever(ask):
    answer = ask("/static/k1/classroom/app.css")
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert ask("/static/k1/classroom/app.css", **{"if-none-match": answer.headers["etag"]}).status_code == 304


def test_a_big_file_comes_zipped_with_its_own_type(ask):
    answer = ask("/static/k1/python/a.wasm", **{"accept-encoding": "gzip"})
    assert answer.content == WASM
    assert answer.headers["content-type"] == "application/wasm"
    assert int(answer.headers["content-length"]) == len(gzip.compress(WASM, 9))
    assert ask("/static/k1/python/a.wasm.gz").status_code == 404


def test_modules_are_scripts(ask):
    assert ask("/static/k1/python/b.mjs").headers["content-type"].startswith("text/javascript")


def test_the_worker_may_compile_python_and_ask_this_server_only(ask):
    policy = ask("/static/k1/python/worker.js").headers["content-security-policy"]
    assert policy == "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self' blob:"


@pytest.mark.parametrize("path", ["/static/k1/nothing.js", "/static/old/classroom/app.css", "/static/k1/../x", "/"])
def test_the_rest_is_left_to_the_pages(ask, path):
    answer = ask(path)
    assert (answer.status_code, answer.content) == (404, b"a page")


def test_before_the_first_build_pages_are_served_alone(tmp_path):
    assert with_site_files(pages, Site("none", tmp_path / "none"), "/static/none/") is pages
