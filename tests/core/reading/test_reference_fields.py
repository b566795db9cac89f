"""The letterhead's fields are kept although its lines are no running text."""

from samen.core.reading.reference_fields import masthead_fields
from samen.core.reading.repair import repair
from samen.core.reading.source import source_of_text
from tests.core.reading import printed_letters as letters


def fields(text: str) -> dict[str, str]:
    return masthead_fields(repair(source_of_text(text)))


def test_a_ministry_letter() -> None:
    found = fields(letters.MINISTRY)
    assert found["date"] == "3 maart 2020"
    assert found["reference"] == "2020-000123"
    assert found["subject"] == "Voortgang van het plan Veilig werk"
    assert found["ministry"] == "Ministerie van Werk"
    assert found["department"] == "Directie Toezicht"
    assert found["addressee"] == "de Voorzitter van de Tweede Kamer"


def test_fields_with_colons_and_tabs() -> None:
    found = fields(
        "Datum:\t5 mei 2021\nOns kenmerk: ABC/12-3\nUw kenmerk:\nBetreft: een plan\n\n"
        "Geachte voorzitter,\n\nHet plan is klaar.\n"
    )
    assert found == {"date": "5 mei 2021", "reference": "ABC/12-3", "subject": "een plan"}


def test_a_date_line_without_a_label() -> None:
    found = fields("Den Haag, 3 maart 2020\n\nGeachte voorzitter,\n\nHet plan is klaar.\n")
    assert found["date"] == "3 maart 2020"


def test_dates_in_the_running_text_are_no_fields() -> None:
    assert fields("Geachte voorzitter,\n\nOp 5 mei 2021 is het plan verstuurd.\n") == {}
