"""The table of sessions gives nobody a session."""

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from samen.accounts.kept_sessions import SessionStore
from tests.cast import make_cast

pytestmark = pytest.mark.django_db


def is_signed_in(key: str) -> bool:
    client = Client()
    client.cookies["sessionid"] = key
    return client.get("/mijn/", follow=False).wsgi_request.user.is_authenticated


def test_who_reads_the_table_of_sessions_is_nobody() -> None:
    client = make_cast().client("administrator")
    key = client.cookies["sessionid"].value
    assert is_signed_in(key)
    kept = Session.objects.get().session_key
    assert kept != key
    assert not is_signed_in(kept)


def test_signing_out_ends_the_session_for_every_browser_that_has_its_key() -> None:
    client = make_cast().client("administrator")
    key = client.cookies["sessionid"].value
    client.logout()
    assert not is_signed_in(key)
    assert not Session.objects.exists()


def test_a_session_is_found_saved_and_removed_by_its_key() -> None:
    store = SessionStore()
    store["place"] = "Utrecht"
    store.save()
    key = store.session_key
    assert key
    assert store.exists(key)
    again = SessionStore(key)
    assert again["place"] == "Utrecht"
    again["place"] = "Delft"
    again.save()
    assert SessionStore(key)["place"] == "Delft"
    again.cycle_key()
    assert not store.exists(key)
    again.delete()
    assert not Session.objects.exists()
    assert dict(SessionStore(key).items()) == {}


def test_a_session_whose_time_is_over_opens_nothing() -> None:
    client = make_cast().client("administrator")
    Session.objects.update(expire_date="2020-01-01T00:00:00Z")
    assert not is_signed_in(client.cookies["sessionid"].value)
