"""Promises under a heading of promises that are told in prose, and reports to a council."""

from datetime import date

from samen.core.reading.candidates import Candidate
from samen.core.reading.commitments import find_commitments
from samen.core.reading.repair import repair
from samen.core.reading.source import source_of_text


def commitments(text: str) -> list[Candidate]:
    return find_commitments(repair(source_of_text(text)), date(2021, 3, 4))


def test_prose_under_the_heading_is_a_promise_a_sentence() -> None:
    text = (
        "Datum 4 maart 2021\n\nGeachte voorzitter,\n\nHieronder staat het beeld van dit jaar.\n\n"
        "Moties en toezeggingen\n\n"
        "Aan het lid Pol zegde ik toe de wachttijden te melden; die zijn gedaald, waarmee ik de "
        "toezegging als nagekomen beschouw. Het aan het lid Kwint toegezegde gesprek heeft nog "
        "niet plaatsgevonden. De derde brief ontvangt u vóór de zomer van 2022.\n"
    )
    found = [(each.detail["status"], each.quote[:10]) for each in commitments(text)]
    assert found == [("kept", "Aan het li"), ("open", "Het aan he"), ("new", "De derde b")]


def test_to_report_is_to_tell() -> None:
    text = (
        "Aan de leden van de gemeenteraad\n\nGeachte raad,\n\nVeel loketten zijn open.\n\n"
        "Er is een keuken.\n\nWij rapporteren u eind 2021 opnieuw.\n\nBurgemeester en wethouders\n"
    )
    assert [each.detail["due"] for each in commitments(text)] == ["2021-12-31"]
