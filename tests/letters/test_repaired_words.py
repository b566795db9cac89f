"""What enters the register is called by repaired words, though its quote is of the original."""

import pytest

from samen.letters.actions import review
from samen.letters.models import Candidate
from samen.programme import queries as register
from tests.cast import make_cast
from tests.letters.incoming_letters import LETTER_DATE, NOW

pytestmark = pytest.mark.django_db

LETTER = """Datum 17 november 2021
Betreft Voortgang

Geachte voorzitter,

Er is een nieuwe afspraak met de keukens1. Daarnaast is de samenwerking met de koks en de
bakkers, die in het hele land samen aan de opvang van gasten werken en daarvoor dit jaar

1 Deze afspraak, genaamd Lepel en Vork, wordt nu uitgevoerd in twaalf keukens en heeft een

looptijd tot en met 2023. Ook is de samenwerking met de slagers van de stad en met de

bezorgers (BEZ) verlengd met een tweede fase tot en met 2023.
 een keuken openen, versterkt met een nieuwe bijdrage van 10,5 miljoen euro tot en met 2024.
Ten slotte is er met de obers gesproken.
"""


def test_a_sum_is_called_by_its_sentence_without_the_footnote_that_parts_it() -> None:
    noor = make_cast()["programme_team"]
    letter = review.upload_letter(content=LETTER.encode(), name="brief.txt", by=noor, now=NOW)
    review.read_into(letter, now=NOW)
    row = Candidate.objects.get(letter=letter, kind="amount")
    entry = review.accept_candidate(candidate=row.pk, by=noor, now=NOW)
    amount = next(state for state in register.entries_as_of(on=LETTER_DATE) if state.id == entry)
    assert amount.title.startswith("Daarnaast is de samenwerking met de koks en de bakkers")
    assert amount.title.endswith(
        "daarvoor dit jaar een keuken openen, versterkt met een nieuwe bijdrage van "
        "10,5 miljoen euro tot en met 2024"
    )
