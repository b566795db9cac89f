"""An agreement is approved by another person than who proposed it, not by another account."""

import pytest
from django.db import DatabaseError, transaction

from samen.accounts.actions import note_same_person
from samen.core.errors import Refused
from samen.exchange.models import Peer
from samen.exchange.queries import to_approve
from tests.exchange.houses import ANALYST, OFFICER, agreed, connected
from tests.register.given_files import make_setting

pytestmark = pytest.mark.django_db(transaction=True)
ADDRESS, KEY = "https://ander.example/zonder-namen/aan/1/", "ab" * 32


def test_a_second_account_of_who_proposed_an_agreement_does_not_approve_it() -> None:
    setting, other = make_setting("Vragen", "stichting Vraagt"), make_setting("Dossiers", "dienst")
    mine = agreed(setting, other.organisation.pk)
    officer, analyst = setting.members[OFFICER].user_id, setting.members[ANALYST].user_id
    note_same_person(user=officer, same_as=analyst)
    with pytest.raises(Refused, match="cannot approve"):
        connected(setting, mine, ADDRESS, KEY)
    with setting.inside(OFFICER) as purpose:
        assert list(to_approve(purpose)) == []
    with pytest.raises(DatabaseError, match="another person approves"), transaction.atomic():
        Peer.objects.filter(pk=mine.pk).update(approved_by=officer)
    note_same_person(user=officer, same_as=None)
    connected(setting, mine, ADDRESS, KEY)
    mine.refresh_from_db()
    assert mine.approved_by_id == officer
