"""The cast of the programme's tests, and a register with a little in it."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from django.contrib.auth import get_user_model
from django.db import transaction
from pytest_django import DjangoDbBlocker

from samen.programme.actions import add_document, record_commitment
from samen.programme.actions.wording import Actor
from samen.programme.values import DocumentFacts, Place, Standing, Wording
from samen.site.messages import compile_messages

NOW = datetime(2021, 11, 17, 12, tzinfo=UTC)
LETTER_DATE = date(2021, 11, 17)


@pytest.fixture(scope="session", autouse=True)
def dutch() -> None:
    """The Dutch words, compiled as they are when the site starts."""
    compile_messages()


@pytest.fixture(scope="module")
def beneath(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """A transaction beneath those of a file's tests: what is written in it stands for all of them,
    and goes after the last."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture
def tess(db: None) -> Actor:
    return member_of_the_team()


@pytest.fixture
def letter(tess: Actor) -> int:
    return letter_of(tess)


@pytest.fixture
def promise(tess: Actor, letter: int) -> int:
    return promise_of(tess, letter)


def member_of_the_team() -> Actor:
    return get_user_model().objects.create_user(email="tess@voorbeeld.nl", name="Tess Team")


def letter_of(by: Actor) -> int:
    facts = DocumentFacts(title="Verzonnen voortgangsbrief", date=LETTER_DATE, text="Wij doen dit.")
    return add_document(document=facts, by=by, now=NOW)


def promise_of(by: Actor, letter: int) -> int:
    """A promise from the letter with a term in the summer of 2022."""
    return record_commitment(
        wording=Wording(
            title="De Kamer hoort in de zomer hoe de crisisbedden worden benut",
            owners=("Ministerie van Justitie en Veiligheid",),
        ),
        standing=Standing(
            status="new", on=LETTER_DATE, due=date(2022, 7, 8), due_words="voor de zomer van 2022"
        ),
        place=Place(document=letter, line=12, line_end=13, start=0, end=12, quote="Wij doen dit."),
        by=by,
        now=NOW,
    )
