"""The pages in a real browser: they load, they ask for nothing, they complain of nothing."""

import json
import shutil
import subprocess

import pytest

from autograder.feedback import write_class_summary, write_pupil_page
from tests.feedback.demo_class import FAILURES, pupil_of_everything, reports

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
OPTIONS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --enable-logging=stderr"
).split()
BY_THE_BROWSER_ITSELF = "not an origin"  # its updates and its clock: no page asked for them

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def chromium():
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    return found or pytest.skip("no Chromium on this machine")


@pytest.fixture
def visit(chromium, tmp_path):
    """Opens a file: (addresses the page asked for, console lines, size of its picture in bytes)."""

    def open_page(path, *options):
        log, picture = tmp_path / "net.json", tmp_path / "page.png"
        command = [chromium, *OPTIONS, *options, f"--user-data-dir={tmp_path / 'profile'}", f"--log-net-log={log}"]
        command += ["--window-size=1366,768", f"--screenshot={picture}", path.resolve().as_uri()]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
        events = [event.get("params", {}) for event in json.loads(log.read_text(encoding="utf-8"))["events"]]
        asked = {
            event["url"] for event in events if event.get("initiator", BY_THE_BROWSER_ITSELF) != BY_THE_BROWSER_ITSELF
        }
        console = [line for line in done.stderr.splitlines() if "CONSOLE" in line]
        return asked, console, picture.stat().st_size

    return open_page


@pytest.mark.parametrize("theme", [(), ("--force-dark-mode",)], ids=["light", "dark"])
def test_pages_load_alone_and_in_silence(visit, course, tmp_path, theme):
    folder = tmp_path / "feedback"
    pupil = write_pupil_page(pupil_of_everything(), course, folder)
    summary, _ = write_class_summary(reports(), FAILURES, course, folder)
    for page in (pupil, summary):
        asked, console, picture = visit(page, *theme)
        assert not asked and not console
        assert picture > 20_000  # a white page weighs less


def test_this_test_sees_requests_and_complaints(visit, tmp_path):
    bad = tmp_path / "bad.html"
    bad.write_text(
        '<!doctype html><meta http-equiv="Content-Security-Policy" content="default-src \'none\'; img-src http:">'
        '<img src="http://example.invalid/x.png"><script>alert(1)</script>',
        encoding="utf-8",
    )
    asked, console, _ = visit(bad)
    assert asked == {"http://example.invalid/x.png"} and console
