"""The class server under load: how long « Vérifier » takes, and that no attempt is lost.

    python -m benchmarks.classroom                       30 at once, then 200 pupils for three minutes; a Markdown table
    python -m benchmarks.classroom --kills 20            the same, with the server killed (SIGKILL) 20 times meanwhile
    python -m benchmarks.classroom --pupils 50 --seconds 30

A real server is started on a folder of its own; every pupil comes in with a card, then presses « Vérifier » on answers
that are right, wrong, unfinished or endless in a known proportion. The clients run on the same machine and are counted
in nothing but the time they make the server wait. What the pupil's browser does (Pyodide) is not part of this.
"""

import argparse
import asyncio
import os
import random
import re
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import psutil

ROOT = Path(__file__).resolve().parent.parent
LESSON = "01_deviner_la_suite"
RIGHT = 'def entourer(prenom):\n    return "." + prenom + "."\n'
PRESSES = (  # exercise, code, how often
    ("entourer", RIGHT, 5),
    ("entourer", 'def entourer(prenom):\n    return "." + prenom\n', 4),
    ("entourer", "def entourer(prenom):\n    return ____\n", 1),
    ("paires", "def paires(mot):\n    return [(mot[i], mot[i + 1]) for i in range(len(mot) - 1)]\n", 4),
    ("paires", "def paires(mot):\n    return [(mot[i], mot[i]) for i in range(len(mot))]\n", 3),
    (
        "probabilites",
        "def probabilites(compte):\n    total = sum(compte.values())\n"
        "    return {lettre: compte[lettre] / total for lettre in compte}\n",
        4,
    ),
    (
        "probabilites",
        "def probabilites(compte):\n    total = max(compte.values())\n"
        "    return {lettre: compte[lettre] / total for lettre in compte}\n",
        4,
    ),
)
ENDLESS = ("entourer", "def entourer(prenom):\n    while True:\n        pass\n")
PATIENCE = 60  # seconds a pupil's page goes on trying


@dataclass
class Server:
    """The class server, in a process of its own that may be killed and started again."""

    data: Path
    port: int
    process: subprocess.Popen | None = None
    peak: int = 0  # bytes, with its sandboxes
    starts: list[float] = field(default_factory=list)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def start(self) -> None:
        began = time.perf_counter()
        command = [sys.executable, "-m", "autograder.cli", "classe", "--port", str(self.port), "--data", str(self.data)]
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        self.process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
        async with httpx.AsyncClient() as client:
            while True:
                try:
                    await client.get(self.address + "/", timeout=2)
                    break
                except httpx.HTTPError:
                    if self.process.poll() is not None:
                        raise SystemExit("the server did not start") from None
                    await asyncio.sleep(0.05)
        self.starts.append(time.perf_counter() - began)

    def kill(self) -> None:
        """As a power cut would: no time to tidy up. Its sandboxes see their pipe close."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def close(self) -> None:
        self.process.send_signal(signal.SIGINT)
        self.process.wait(20)

    async def watch_memory(self) -> None:
        while True:
            try:
                family = [psutil.Process(self.process.pid), *psutil.Process(self.process.pid).children(recursive=True)]
                self.peak = max(self.peak, sum(one.memory_info().rss for one in family))
            except psutil.Error:
                pass
            await asyncio.sleep(0.5)


@dataclass
class Tally:
    waits: list[float] = field(default_factory=list)  # seconds, from the press to the verdict
    sent: set[str] = field(default_factory=set)  # keys that the server said it has
    wrong_answers: int = 0  # errors: neither a verdict nor « please wait »
    retries: int = 0  # a dead server, tried again


@dataclass
class Browser:
    """What the lesson page does when « Vérifier » is pressed, without the page."""

    client: httpx.AsyncClient
    token: str
    draw: random.Random

    async def press(self, tally: Tally, item: str, code: str) -> None:
        key, began = uuid.uuid4().hex, time.perf_counter()
        answer = await self.insist(tally, "POST", f"/api/lecon/{LESSON}/verifie/{item}/", {"key": key, "code": code})
        if answer is not None:
            tally.sent.add(key)
        while answer is not None and answer.get("state") == "waiting":
            await asyncio.sleep(0.3)
            answer = await self.insist(tally, "GET", f"/api/essai/{key}/", None)
        if answer is None or answer.get("state") != "done":
            tally.wrong_answers += 1
        tally.waits.append(time.perf_counter() - began)

    async def insist(self, tally: Tally, method: str, path: str, body: dict | None) -> dict | None:
        """The same request until it is answered: a page does not give up because the server was away."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            try:
                answer = await self.client.request(
                    method, path, json=body, headers={"X-CSRFToken": self.token}, timeout=20
                )
            except httpx.HTTPError:
                tally.retries += 1
                await asyncio.sleep(0.3)
                continue
            return answer.json() if answer.status_code in (200, 202) else None
        return None

    def choose(self) -> tuple[str, str]:
        item, code, _ = self.draw.choices(PRESSES, [often for *_, often in PRESSES])[0]
        return item, code


async def come_in(server: Server, code: str, words: tuple[str, ...], seed: int) -> Browser:
    client = httpx.AsyncClient(base_url=server.address, follow_redirects=True, timeout=60)
    page = (await client.get("/")).text
    form = {"csrfmiddlewaretoken": token_in(page), "code": code}
    form |= {f"mot{rank}": word for rank, word in enumerate(words, 1)}
    road = await client.post("/", data=form)
    assert road.url.path == "/parcours/", road.text[:500]
    return Browser(client, token_in((await client.get(f"/lecon/{LESSON}/")).text), random.Random(seed))


def token_in(page: str) -> str:
    return re.search(r'name="(?:csrfmiddlewaretoken" value|csrf-token" content)="([^"]+)"', page)[1]


async def at_once(browsers: list[Browser], rounds: int, tally: Tally) -> None:
    """Everybody presses at the same moment, again and again."""
    for _ in range(rounds):
        await asyncio.gather(*(browser.press(tally, *browser.choose()) for browser in browsers))
        await asyncio.sleep(1)


async def spread(browsers: list[Browser], seconds: float, every: float, tally: Tally) -> None:
    """Each pupil presses every `every` seconds, not all together; one press in 200 never ends."""

    async def pupil(browser: Browser) -> None:
        until = time.monotonic() + seconds
        await asyncio.sleep(browser.draw.uniform(0, every))
        while time.monotonic() < until:
            began = time.monotonic()
            await browser.press(tally, *(ENDLESS if browser.draw.random() < 0.005 else browser.choose()))
            await asyncio.sleep(max(0.0, every * browser.draw.uniform(0.8, 1.2) - (time.monotonic() - began)))

    await asyncio.gather(*map(pupil, browsers))


async def kill_often(server: Server, times: int, seconds: float) -> None:
    draw = random.Random(1)
    for _ in range(times):
        await asyncio.sleep(draw.uniform(0.5, 1.5) * max(0.5, seconds / times - 3))
        server.kill()
        await server.start()


def make_class(count: int) -> tuple[str, list[tuple[str, ...]]]:
    """A class of `count` pupils in the data folder that TUTO_DATA names: its code, and every pupil's words."""
    from classroom.serving.server import prepare

    prepare()
    from django.contrib.auth.models import User

    from classroom.gates.secret_words import give_words, words_of
    from classroom.models import Classroom, Pupil

    teacher = User.objects.create_user("prof")
    classroom = Classroom.objects.create(code="LUNE", name="Charge", teacher=teacher)
    pupils = [Pupil(classroom=classroom, pseudonym=f"Élève {number}") for number in range(count)]
    for pupil in pupils:
        give_words(pupil)
        pupil.save()
    return classroom.code, [words_of(pupil) for pupil in pupils]


def count_in_database() -> tuple[set[str], int, int, int]:
    """(keys of the attempts, not graded, tries counted in standings, attempts that count as a try)."""
    from django.db.models import Sum

    from classroom.models import Attempt, Standing

    keys = set(Attempt.objects.values_list("key", flat=True))
    ungraded = Attempt.objects.exclude(state=Attempt.State.DONE).count()
    tries = Standing.objects.aggregate(all=Sum("tries"))["all"] or 0
    counted = Attempt.objects.filter(outcome__in=("passed", "wrong", "raised", "timed_out")).count()
    return keys, ungraded, tries, counted


def row(name: str, tally: Tally) -> str:
    waits = sorted(tally.waits)
    p50, p95 = statistics.median(waits), waits[int(0.95 * (len(waits) - 1))]
    return f"| {name} | {len(waits)} | {p50:.2f} s | {p95:.2f} s | {waits[-1]:.2f} s | {tally.wrong_answers} |"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


async def play(options: argparse.Namespace, server: Server, code: str, cards: list[tuple[str, ...]]) -> list[str]:
    await server.start()
    watching = asyncio.create_task(server.watch_memory())
    gate = asyncio.Semaphore(8)

    async def enter(rank: int) -> Browser:
        async with gate:
            return await come_in(server, code, cards[rank], rank)

    began = time.perf_counter()
    browsers = await asyncio.gather(*map(enter, range(len(cards))))
    print(f"{len(browsers)} pupils came in, in {time.perf_counter() - began:.0f} s", file=sys.stderr)
    together, long = Tally(), Tally()
    await at_once(browsers[: options.together], options.rounds, together)
    killing: Awaitable = kill_often(server, options.kills, options.seconds) if options.kills else asyncio.sleep(0)
    await asyncio.gather(spread(browsers, options.seconds, options.every, long), killing)
    watching.cancel()
    server.close()
    return report(options, server, together, long)


def report(options: argparse.Namespace, server: Server, together: Tally, long: Tally) -> list[str]:
    keys, ungraded, tries, counted = count_in_database()
    said = together.sent | long.sent
    return [
        "| « Vérifier » | presses | p50 | p95 | longest | errors |",
        "|---|---|---|---|---|---|",
        row(f"{options.together} at the same moment, {options.rounds} times", together),
        row(f"{options.pupils} pupils, one press each every {options.every:.0f} s, {options.seconds:.0f} s", long),
        "",
        f"Server killed {options.kills} times; started again in {statistics.median(server.starts):.1f} s (median).",
        f"Attempts the server said it had: {len(said)}; of these lost: {len(said - keys)}; left ungraded: {ungraded}.",
        f"Attempts graded: {counted}; tries counted: {tries}; counted twice or forgotten: {tries - counted}.",
        f"Requests sent again because nobody answered: {together.retries + long.retries}.",
        f"Memory of the server and its sandboxes, at most: {server.peak / 1e6:.0f} MB.",
    ]


def main(run: Callable[..., Awaitable[list[str]]] = play) -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--pupils", type=int, default=200)
    parser.add_argument("--together", type=int, default=30)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=180)
    parser.add_argument("--every", type=float, default=20)
    parser.add_argument("--kills", type=int, default=0)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="tuto-charge-") as folder:
        os.environ["TUTO_DATA"] = folder
        os.environ["DJANGO_SETTINGS_MODULE"] = "classroom.settings"
        os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")  # this script counts in the database between two loads
        code, cards = make_class(max(options.pupils, options.together))
        server = Server(Path(folder), free_port())
        try:
            lines = asyncio.run(run(options, server, code, cards))
        finally:
            if server.process and server.process.poll() is None:
                server.process.kill()
                server.process.wait()
    print("\n".join(lines))
    return 0


if __name__ == "__main__":
    sys.exit(main())
