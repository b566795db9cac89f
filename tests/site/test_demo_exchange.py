"""The demo's two organisations reach each other at the port where the site is served."""

from pathlib import Path

import pytest

from samen.core.terms import MemberRole
from samen.exchange.queries import running
from samen.site import demo_register as demo
from samen.site.demo import DEMO_DOMAIN
from samen.site.demo_exchange import NAME, make_exchange, move_to, moved
from samen.site.demo_register import Member, opened

pytestmark = pytest.mark.django_db(transaction=True)


def say_nothing(_done: int, _total: int) -> None:
    pass


def addresses(members: list[Member]) -> list[str]:
    """Where a side may ask today."""
    analyst = next(each for each in members if each.role is MemberRole.ANALYST)
    with opened(analyst, demo.JOINT, NAME) as purpose:
        return [each.address for each in running(purpose)]


def test_both_sides_follow_the_port_that_is_served(tmp_path: Path) -> None:
    ours, _added = demo.make_register(
        domain=DEMO_DOMAIN, out=tmp_path, report=say_nothing, persons=40
    )
    theirs, known = make_exchange(ours, domain=DEMO_DOMAIN, folder=tmp_path, port=8000)
    assert known
    before = addresses(ours) + addresses(theirs)
    move_to(8123, domain=DEMO_DOMAIN)
    after = addresses(ours) + addresses(theirs)
    assert len(set(after)) == 2
    assert after == [each.replace(":8000/", ":8123/") for each in before]


def test_where_no_demo_was_made_nothing_is_told() -> None:
    move_to(8123, domain=DEMO_DOMAIN)


def test_the_address_of_another_machine_stays() -> None:
    elsewhere = "https://elders.example:8000/zonder-namen/aan/1/"
    assert moved(elsewhere, 8123) == elsewhere
