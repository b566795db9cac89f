"""Where a letter says that a motion stands, in the many ways in which letters say it."""

import pytest

from samen.core.reading.motions import find_motions
from samen.core.reading.repair import repair
from samen.core.reading.source import source_of_text

_SETTLED = """
Met de folder voor koks is de motie Zandstra (28 638, nr. 77) uitgevoerd.
Aan de motie Zandstra (28 638, nr. 77) is hiermee voldaan.
Hiermee heb ik voldaan aan de motie Zandstra (28 638, nr. 77).
Hiermee doe ik de motie van het lid Zandstra (28 638, nr. 77) af.
De motie Zandstra (28 638, nr. 77) doe ik hiermee af.
De motie Zandstra (28 638, nr. 77) vraagt om een folder. Die is er. Ik doe haar hiermee af.
De motie Zandstra (28 638, nr. 77) beschouw ik daarmee als uitgevoerd.
Hiermee acht ik de motie Zandstra (28 638, nr. 77) uitgevoerd.
Ik merk de motie Zandstra (28 638, nr. 77) aan als afgedaan.
De motie Zandstra (28 638, nr. 77) is inmiddels volledig uitgevoerd.
Met het gesprek is voldaan aan het verzoek in de motie Zandstra (28 638, nr. 77).
"""
_WORKED_ON = """
Met de folder geef ik invulling aan de motie van het lid Zandstra (28 638, nr. 77).
De motie Zandstra (28 638, nr. 77) zal ik uitvoeren.
De motie Zandstra (28 638, nr. 77) wordt dit jaar door het Rijk uitgevoerd.
De motie Zandstra (28 638, nr. 77) wordt betrokken bij de nieuwe folder.
Ik voer de motie Zandstra (28 638, nr. 77) samen met gemeenten uit.
Met de folder kom ik tegemoet aan de motie Zandstra (28 638, nr. 77).
De motie Zandstra (28 638, nr. 77) is nog niet afgedaan; er wordt uitvoering aan gegeven.
"""
_OPEN = """
De motie Zandstra (28 638, nr. 77) vraagt om een folder voor koks.
Met de motie Zandstra (28 638, nr. 77) ben ik nog niet begonnen.
Aan de motie Zandstra (28 638, nr. 77) is nog geen uitvoering gegeven.
De motie Zandstra (28 638, nr. 77) is door mij ontraden.
"""


def _said(lines: str) -> list[str]:
    return lines.strip().split("\n")


def _statuses(text: str) -> list[str]:
    return [each.detail["status"] for each in find_motions(repair(source_of_text(text)), None)]


@pytest.mark.parametrize("text", _said(_SETTLED))
def test_plain_words_settle(text: str) -> None:
    assert _statuses(text) == ["settled"]


@pytest.mark.parametrize("text", _said(_WORKED_ON))
def test_words_of_work_are_progress(text: str) -> None:
    assert _statuses(text) == ["in_progress"]


@pytest.mark.parametrize("text", _said(_OPEN))
def test_nothing_begun_is_open(text: str) -> None:
    assert _statuses(text) == ["open"]


def test_each_motion_of_a_sentence_has_its_own_status() -> None:
    text = (
        "De motie Zandstra (28 638, nr. 77) is hiermee afgedaan, terwijl de motie Voskuil "
        "(28 638, nr. 78) nog aandacht vraagt."
    )
    assert _statuses(text) == ["settled", "open"]


def test_research_on_account_of_a_motion_does_not_settle_it() -> None:
    text = "Naar aanleiding van de motie Zandstra (28 638, nr. 77) is onderzoek uitgevoerd."
    assert _statuses(text) == ["in_progress"]


@pytest.mark.parametrize(
    "text",
    [
        "De op 3 mei 2021 ingediende motie Zandstra (28 638, nr. 77) vraagt om een folder.",
        "De motie die het lid Zandstra op 3 mei 2021 indiende (28 638, nr. 77) vraagt om haast.",
        "De tijdens het debat van 3 mei 2021 ingediende motie Zandstra (28 638, nr. 77) is nuttig.",
    ],
)
def test_the_day_of_tabling_may_stand_before_the_motion(text: str) -> None:
    (found,) = find_motions(repair(source_of_text(text)), None)
    assert found.detail["tabled"] == "2021-05-03"
