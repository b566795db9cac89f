"""Linking a processing in a terminal."""

import pytest
from django.core.management import call_command
from django.test import override_settings

from samen.core.errors import Refused
from samen.core.terms import MemberRole
from tests.linkage.people import person, registered, strangers
from tests.register.given_files import DAY, Setting

pytestmark = pytest.mark.django_db(transaction=True)


def link(setting: Setting, role: MemberRole, *, new: bool = False) -> None:
    part = setting.members[role]
    with override_settings(TODAY=DAY):
        call_command(
            "link_register", processing=part.processing.name, member=part.user.email,
            ground="avg6e", new=new,
        )  # fmt: skip


def test_who_may_link_links_in_a_terminal(
    setting: Setting, capsys: pytest.CaptureFixture[str]
) -> None:
    strangers(setting, 3)
    link(setting, MemberRole.ANALYST)
    assert "3 registrations, 3 persons, 0 links" in capsys.readouterr().out


def test_what_is_new_is_put_in_place_in_a_terminal(
    setting: Setting, capsys: pytest.CaptureFixture[str]
) -> None:
    strangers(setting, 3)
    link(setting, MemberRole.ANALYST)
    registered(setting, [person("new")])
    capsys.readouterr()
    link(setting, MemberRole.ANALYST, new=True)
    told = capsys.readouterr()
    assert "4 registrations, 4 persons, 0 links" in told.out
    assert "learn" not in told.err


def test_who_may_not_is_told(setting: Setting) -> None:
    with pytest.raises(Refused, match="Nobody with this address links"):
        link(setting, MemberRole.REGISTRAR)
