"""Linking a processing in a terminal."""

import pytest
from django.core.management import call_command
from django.test import override_settings

from samen.core.errors import Refused
from samen.core.terms import MemberRole
from tests.linkage.people import strangers
from tests.register.given_files import DAY, Setting

pytestmark = pytest.mark.django_db(transaction=True)


def link(setting: Setting, role: MemberRole) -> None:
    part = setting.members[role]
    with override_settings(TODAY=DAY):
        call_command(
            "link_register", processing=part.processing.name, member=part.user.email, ground="avg6e"
        )


def test_who_may_link_links_in_a_terminal(
    setting: Setting, capsys: pytest.CaptureFixture[str]
) -> None:
    strangers(setting, 3)
    link(setting, MemberRole.ANALYST)
    assert "3 registrations, 3 persons, 0 links" in capsys.readouterr().out


def test_who_may_not_is_told(setting: Setting) -> None:
    with pytest.raises(Refused, match="Nobody with this address links"):
        link(setting, MemberRole.REGISTRAR)
