"""A real browser against a real server, for who has Chromium."""

import os
import shutil
from collections.abc import Callable, Iterable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from playwright.sync_api import Browser, Page, sync_playwright

from samen.accounts.models import User
from samen.core.terms import MemberRole
from samen.site.demo_register import PEOPLE
from tests.browser.demo_people import DOMAIN, Somebody
from tests.cast import Cast, make_cast, signed_in

os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

type Visit = Callable[..., Page]


def faults(page: Page, narrowest: int = 320) -> list[tuple[str, str]]:
    """What axe finds on a page, and whether it is wider than a narrow window."""
    found = Axe().run(page, options={"runOnly": RULES}).response["violations"]
    told = [(one["id"], str([node["failureSummary"] for node in one["nodes"]])) for one in found]
    page.set_viewport_size({"width": narrowest, "height": 640})
    width = page.evaluate("document.documentElement.scrollWidth")
    return [*told, *([("too wide", f"{width} pixels")] if width > narrowest else [])]


def faults_on(
    visit: Visit, addresses: Iterable[str], who: str, language: str = "nl", narrowest: int = 320
) -> list[tuple[str, tuple[str, str]]]:
    """The faults of pages that one person opens one after another, each with its address."""
    page, found = visit("/", who, language=language), []
    for address in addresses:
        page.set_viewport_size({"width": 1280, "height": 800})
        answer = page.goto(address)
        assert answer is not None, address
        assert answer.status < 500, address
        assert page.locator("html").get_attribute("lang") == language
        found += [(address, fault) for fault in faults(page, narrowest)]
    return found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    program = shutil.which("chromium") or shutil.which("google-chrome")
    if program is None:
        if os.environ.get("SAMEN_BROWSER_TESTS") == "required":
            pytest.fail("Chromium is not here, and this build asks for browser tests")
        pytest.skip("Chromium is not here: apt-get install chromium")
    with sync_playwright() as player:
        found = player.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield found
        found.close()


@pytest.fixture
def cast(transactional_db: None) -> Cast:
    return make_cast()


@pytest.fixture
def visit(browser: Browser, live_server: object, cast: Cast) -> Iterator[Visit]:
    """visit(address, who, width=1280, scripts=True, language="nl"): a page, with them signed in.

    who: a name of the cast, or any account.
    """
    opened = []

    def go(
        address: str,
        who: str | User = "visitor",
        *,
        width: int = 1280,
        scripts: bool = True,
        language: str = "nl",
    ) -> Page:
        base = str(live_server)
        context = browser.new_context(
            viewport={"width": width, "height": 800},
            base_url=base,
            java_script_enabled=scripts,
        )
        context.add_cookies(
            [{"name": settings.LANGUAGE_COOKIE_NAME, "value": language, "url": base}]
        )
        opened.append(context)
        if who != "visitor":
            client = cast.client(who) if isinstance(who, str) else signed_in(who)
            cookie = client.cookies["sessionid"].value
            context.add_cookies([{"name": "sessionid", "value": cookie, "url": base}])
        page = context.new_page()
        page.goto(address)
        return page

    yield go
    for context in opened:
        context.close()


@pytest.fixture
def sign_in(visit: Visit) -> Callable[[MemberRole], Somebody]:
    """sign_in(role): somebody of the demo's register, who is a member in that role."""

    def go(role: MemberRole) -> Somebody:
        person = User.objects.get(email=f"{PEOPLE[role].lower()}@{DOMAIN}")
        return Somebody(visit("/register/", person))

    return go
