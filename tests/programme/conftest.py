"""The cast of the programme's tests, and a register with a little in it."""

from datetime import UTC, date, datetime

import pytest
from django.contrib.auth import get_user_model

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


@pytest.fixture
def tess(db: None) -> Actor:
    """A member of the programme team."""
    return get_user_model().objects.create_user(email="tess@voorbeeld.nl", name="Tess Team")


@pytest.fixture
def letter(tess: Actor) -> int:
    facts = DocumentFacts(title="Verzonnen voortgangsbrief", date=LETTER_DATE, text="Wij doen dit.")
    return add_document(document=facts, by=tess, now=NOW)


@pytest.fixture
def promise(tess: Actor, letter: int) -> int:
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
        by=tess,
        now=NOW,
    )
