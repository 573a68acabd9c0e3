"""A Chromium that talks to nobody, and pages opened from disk in it.

Needs `pip install '.[browser]'` and a Chromium of the system (FACTCHECK_CHROMIUM or /usr/bin/chromium); axe-core from npm is looked for at
FACTCHECK_AXE or .ci/node_modules. What is missing is said by the tests that are skipped.

The page answers to a click, a key or an address when the browser tells it, on a slow machine a while later: after an action a test waits
for what it expects (`expect`, `Desk.go`), it never looks once. FACTCHECK_CPU_THROTTLE=6 makes Chromium six times slower, to prove it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

try:
    from playwright import sync_api
except ModuleNotFoundError:
    sync_api = None

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests" / "report"))

CHROMIUM = Path(os.environ.get("FACTCHECK_CHROMIUM", "/usr/bin/chromium"))
AXE = Path(os.environ.get("FACTCHECK_AXE", ROOT / ".ci/node_modules/axe-core/axe.min.js"))
THROTTLE = float(os.environ.get("FACTCHECK_CPU_THROTTLE", "1"))
PATIENCE = 30_000  # milliseconds
ARGUMENTS = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


class Desk:
    """A window on a report: what it asks for and what it complains of is kept."""

    VIEWS = ("findings", "histories", "articles", "outlets", "coverage")

    def __init__(self, context: Any, folder: Path) -> None:
        self.context = context
        self.folder = folder
        self.page = context.new_page()
        if THROTTLE > 1:
            context.new_cdp_session(self.page).send("Emulation.setCPUThrottlingRate", {"rate": THROTTLE})
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", lambda message: self.complaints.append(f"{message.type}: {message.text}"))
        self.page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))
        self.page.on("dialog", lambda dialog: (self.complaints.append(f"dialog: {dialog.message}"), dialog.dismiss()))

    def open(self, text: str, hash: str = "", name: str = "report.html") -> Any:
        """Write the page and open it from disk."""
        path = self.folder / name
        path.write_bytes(text.encode("utf-8"))
        self.page.goto("about:blank")
        self.page.goto(path.as_uri() + hash)
        return self.page

    def go(self, address: str) -> None:
        """Set the address's hash and wait until the page has drawn what it names."""
        self.page.evaluate("address => { location.hash = address; }", address)
        sync_api.expect(self.page.locator("#main")).to_have_attribute("data-address", address)

    def visit(self, view: str) -> None:
        """Click on a view in the navigation and wait until the page has drawn it."""
        self.page.get_by_role("navigation").locator(f"li:nth-child({self.VIEWS.index(view) + 1}) a").click()
        sync_api.expect(self.page.locator("#main")).to_have_attribute("data-address", f"#view={view}" if view != "findings" else "")

    def open_everything(self) -> None:
        """Open every `details` of the view, those too that are built when one is opened."""
        self.page.wait_for_function(
            """() => { const closed = [...document.querySelectorAll('main details:not([open])')];
            closed.forEach(details => { details.open = true; });
            return !closed.length && [...document.querySelectorAll('main details.finding')].every(row => row.querySelector('.body')); }"""
        )

    def assert_quiet(self) -> None:
        """Nothing was asked of any network, nothing went wrong."""
        assert self.complaints == []
        assert [url for url in self.requests if not url.startswith(("file:", "about:", "blob:"))] == []
        assert {url.partition("#")[0] for url in self.requests if url.startswith("file:")} <= {
            path.as_uri() for path in self.folder.glob("*.html")
        }


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    if sync_api is None:
        pytest.skip("playwright is not installed: pip install '.[browser]'")
    sync_api.expect.set_options(timeout=PATIENCE)
    if not CHROMIUM.exists():
        pytest.skip(f"no Chromium at {CHROMIUM}: apt-get install chromium, or set FACTCHECK_CHROMIUM")
    with sync_api.sync_playwright() as playwright:
        # A user data folder of its own is made for every launch, and storage of its own for every context.
        browser = playwright.chromium.launch(executable_path=CHROMIUM, headless=True, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def make_desk(chromium: Any, tmp_path: Path) -> Iterator[Callable[..., Desk]]:
    """Opens windows: each with nothing remembered from the others."""
    contexts = []

    def make(**options: Any) -> Desk:
        folder = tmp_path / f"pages{len(contexts)}"
        folder.mkdir()
        context = chromium.new_context(accept_downloads=True, reduced_motion="reduce", **options)
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        return Desk(context, folder)

    yield make
    for context in contexts:
        context.close()


@pytest.fixture
def desk(make_desk: Callable[..., Desk]) -> Desk:
    return make_desk()


@pytest.fixture(scope="session")
def axe() -> str:
    if not AXE.exists():
        pytest.skip(f"no axe-core at {AXE}: npm install --prefix .ci axe-core, or set FACTCHECK_AXE")
    return AXE.read_text(encoding="utf-8")
