"""No page is wider than its window, however long the words and addresses on it are."""

import pytest

from samen.programme import actions, queries
from samen.work import clock
from tests.browser.conftest import Visit
from tests.cast import Cast

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
LONG = "een-naam-" * 12
BROKEN = """[...document.querySelectorAll(".table td > a[href$='/intrekken/']")]
  .filter((link) => link.getClientRects().length > 1).map((link) => link.textContent)"""
"""The links in a table whose word is broken over two lines."""


def test_figures_and_the_trail_fit_in_the_window(visit: Visit, cast: Cast) -> None:
    team, roos = cast.client("programme_team"), "administrator"
    actions.load_programme_facts(by=cast["programme_team"], now=clock.now())
    (counted, code, _name) = next(row for row in queries.indicators() if "comensha" in row[1])
    slug = queries.all_themes()[0].slug
    for _ in range(2):
        team.post(f"/programma/thema/{slug}/intrekken/", {"reason": LONG})
        team.post(f"/programma/thema/{slug}/terugzetten/")
    team.post("/organisaties/", {"name": LONG, "kind": "ngo"})
    wide = []
    for who, address in (
        ("programme_team", f"/programma/indicator/{counted}/"),
        ("programme_team", f"/programma/cijfers/{code}/"),
        ("programme_team", "/organisaties/"),
        (roos, "/spoor/"),
    ):
        for width in (1280, 800, 320):
            page = visit(address, who, width=width)
            found = page.evaluate("document.documentElement.scrollWidth")
            wide += [(address, width, text) for text in page.evaluate(BROKEN)]
            if found > width:
                wide.append((address, width, found))
    assert wide == []
