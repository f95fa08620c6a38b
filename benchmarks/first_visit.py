"""What a pupil's first and second visits to lesson 1 cost: bytes, time to read, time to the first cell that ran.

    python -m benchmarks.first_visit          prints a Markdown table; a real server, headless Chromium, plain http

The browser runs on the same machine as the server: what the network of a classroom adds is the bytes. CPU is that of
all the browser's processes. Beside them, what the design measured for this page's prototype and for JupyterLite.
"""

import os
import re
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

import psutil
from playwright.sync_api import BrowserContext, sync_playwright

from benchmarks.classroom import ROOT, free_port

LESSON = "01_deviner_la_suite"
FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync"),
)
FIRST_OUTPUT = "bonjour emma"  # of the lesson's first experiment


def serve(data: str, port: int) -> subprocess.Popen:
    words = ["classe", "--solo", "--port", str(port), "--data", data]
    process = subprocess.Popen([sys.executable, "-m", "autograder.cli", *words], cwd=ROOT, stdout=subprocess.DEVNULL)
    for _ in range(300):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/static/").close()
        except urllib.error.HTTPError:
            return process
        except OSError:
            time.sleep(0.1)
    raise SystemExit("the server did not start")


def lan_address() -> str:
    from classroom.serving.addresses import lan_addresses

    return next(iter(lan_addresses()), "127.0.0.1")


def browser_cpu() -> float:
    """Seconds used so far by the browser's processes that are alive."""
    children = psutil.Process().children(recursive=True)
    chromium = [one for one in children if "chrom" in one.name()]
    return sum(sum(one.cpu_times()[:2]) for one in chromium)


def visit(context: BrowserContext, address: str) -> str:
    page = context.new_page()
    cpu, began = browser_cpu(), time.perf_counter()
    page.goto(address + "/")
    page.goto(f"{address}/lecon/{LESSON}/", wait_until="domcontentloaded")
    readable = time.perf_counter() - began
    cell = page.locator("section.cell", has_text="bonjour").first
    cell.get_by_role("button", name="Exécuter").click()
    page.get_by_text(FIRST_OUTPUT).first.wait_for(timeout=120_000)
    ran = time.perf_counter() - began
    spent = browser_cpu() - cpu
    page.close()
    return f"{readable:.1f} s | {ran:.1f} s | {spent:.1f} s"


def carried() -> float:
    """MB that this machine's network interfaces carried so far, loopback included; let nothing else be going on."""
    return psutil.net_io_counters().bytes_sent / 1e6


def main() -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "classroom.settings")
    with tempfile.TemporaryDirectory(prefix="tuto-visite-") as data, tempfile.TemporaryDirectory() as profile:
        port = free_port()
        server = serve(data, port)
        address = f"http://{lan_address()}:{port}"
        rows = []
        try:
            with sync_playwright() as playwright:
                for name in ("first visit", "second visit"):
                    context = playwright.chromium.launch_persistent_context(
                        profile, executable_path="/usr/bin/chromium", args=list(FLAGS), headless=True
                    )
                    before = carried()
                    costs = visit(context, address)
                    rows.append(f"| {name} | {carried() - before:.2f} MB | {costs} |")
                    context.close()
        finally:
            server.terminate()
            server.wait()
    chromium = subprocess.run(["/usr/bin/chromium", "--version"], capture_output=True, text=True).stdout
    print(re.sub(r"\s+", " ", chromium).strip())
    print("| | carried | readable | first cell ran | CPU |\n|---|---|---|---|---|")
    print("\n".join(rows))
    print("| prototype of this page (design) | 6.6 MB | – | 11–13 s of CPU, then 6.3 | – |")
    print("| JupyterLite (design) | 12.2 MB | – | 29–35 s of CPU, then 24 | – |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
