"""The acts on the register in a browser: without faults, on a phone, by key, without scripts."""

from dataclasses import dataclass
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from samen.core.terms import CandidateKind, EvidenceRole, LinkRole
from samen.letters.actions import review
from samen.letters.models import Candidate
from samen.programme import actions, queries
from samen.programme.actions import Said
from samen.programme.values import Place
from samen.work import clock
from tests.browser.conftest import Visit, faults
from tests.cast import Cast
from tests.letters.incoming_letters import NOW, demo_letter

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
ADDRESSES = [
    "/",
    "/programma/thema/",
    "/programma/thema/{slug}/intrekken/",
    "/programma/actie/{one}/",
    "/programma/actie/{one}/samenvoegen/",
    "/programma/actie/{one}/samenvoegen/?met={other}",
    "/programma/actie/{one}/intrekken/",
    "/programma/actie/{one}/koppelen/?q=Kamer",
    "/programma/actie/{one}/koppelen/?met={promise}",
    "/programma/actie/{one}/bewijs/",
    "/programma/ronde/{round}/",
    "/programma/ronde/{round}/sluiten/",
    "/programma/cijfers/{code}/",
    "/programma/stuk/{paper}/?passage={passage}#regel-{line}",
]


@dataclass
class Register:
    """The numbers with which the addresses are filled in."""

    one: int
    other: int
    promise: int
    round: int
    code: str
    slug: str
    paper: int
    passage: int
    line: int

    def at(self, address: str) -> str:
        return address.format(**vars(self))


@pytest.fixture
def register(cast: Cast) -> Register:
    """A register with what a letter says, a proposed passage, a link and a round half answered."""
    noor, bas = cast["programme_team"], cast["action_owner"]
    letter = demo_letter(noor)
    wanted = {CandidateKind.ACTION: 4, CandidateKind.COMMITMENT: 3, CandidateKind.INDICATOR: 2}
    made: dict[str, list[int]] = {kind: [] for kind in wanted}
    for kind, number in wanted.items():
        for row in Candidate.objects.filter(letter=letter, kind=kind).order_by("start")[:number]:
            entry = review.accept_candidate(candidate=row.pk, by=noor, now=NOW)
            made[kind].append(entry or 0)
    one, other = made[CandidateKind.ACTION][:2]
    promise = made[CandidateKind.COMMITMENT][0]
    (code,) = (c for pk, c, _name in queries.indicators() if pk == made[CandidateKind.INDICATOR][0])
    actions.link_entries(entry=one, other=promise, role=LinkRole.CARRIES_OUT)
    paper = queries.papers_with_text()[0][0]
    place = Place(paper, 9, 9, 0, 5, "Een andere plaats.", EvidenceRole.SETTLES)
    actions.add_evidence(entry=one, place=place, by=bas, now=NOW, accepted=False)
    today = clock.today()
    asked = actions.ask_round(
        title="Stand van zaken najaar", asked_on=today, due=today + timedelta(days=14), by=noor,
        now=clock.now(), filters=None,
    )  # fmt: skip
    page = queries.owner_page(token=asked.links[0][1], now=clock.now(), today=today)
    assert page is not None
    asks = page.questions[0]
    said = Said(entry=asks.state.id, status=asks.choices[0], note="Loopt volgens plan.")
    actions.answer_question(
        token=asked.links[0][1], said=said, answered_by="Bas Voorbeeld", now=clock.now()
    )
    told = queries.passages_of_document(document=paper)[0]
    slug = queries.all_themes()[0].slug
    return Register(
        one, other, promise, asked.id, code, slug, paper, told.passage, told.lines[0]
    )  # fmt: skip


def test_axe_finds_nothing_and_320_pixels_are_enough(visit: Visit, register: Register) -> None:
    page = visit("/", "programme_team")
    for address in ADDRESSES:
        page.set_viewport_size({"width": 1280, "height": 800})
        answer = page.goto(register.at(address))
        assert getattr(answer, "status", 0) == 200, address
        assert faults(page) == [], address


def test_a_passage_opens_at_its_line_without_scripts(visit: Visit, register: Register) -> None:
    page = visit(register.at("/programma/actie/{one}/"), "programme_team", scripts=False)
    page.locator("blockquote + p a").first.click()
    lit = page.locator("mark.is-lit").first
    expect(lit).to_be_in_viewport()
    expect(page.locator("p:target")).to_have_count(1)


def test_merging_and_its_undo_need_no_mouse(visit: Visit, register: Register) -> None:
    page = visit(register.at("/programma/actie/{one}/samenvoegen/?met={other}"), "programme_team")
    page.locator("input[name=stays]:checked").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/programma/actie/{register.other}/")
    page.locator(".undo button").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".messages")).to_contain_text("los")
    page.wait_for_url(f"**/programma/actie/{register.one}/")
