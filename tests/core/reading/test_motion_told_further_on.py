"""Where a motion stands: further on in its sentence, in its turn, at the mark of its note."""

import pytest

from samen.core.reading.motions import find_motions
from samen.core.reading.repair import repair
from samen.core.reading.source import source_of_text


def _states(text: str) -> list[tuple[str, str]]:
    letter = repair(source_of_text(f"Geachte voorzitter,\n\n{text}\n"))
    return [(str(m.detail["number"]), str(m.detail["status"])) for m in find_motions(letter, None)]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (
            "De motie-Zandstra (28 638, nr. 77), die vroeg om onaangekondigde proeverijen, is "
            "uitgevoerd: de koks hielden er 38.",
            "settled",
        ),
        (
            "De motie-Zandstra (28 638, nr. 77) vroeg om een code voor soep; de dienst bouwt die "
            "thans in.",
            "in_progress",
        ),
        ("Motie-Zandstra (28 638, nr. 77), over soep: de bond rolt het plan uit.", "in_progress"),
        (
            "Bij de motie van het lid Zandstra (28 638, nr. 77) is verzocht de soep te tellen, "
            "waaromtrent kan worden medegedeeld dat een onderzoek is aangevangen.",
            "in_progress",
        ),
        (
            "De motie-Zandstra (28 638, nr. 77) ligt nog bij mij; daaraan kan eerst gevolg worden "
            "gegeven nadat het voorstel is aanvaard.",
            "open",
        ),
        ("Wij betrekken de aangehouden motie-Zandstra (28 638, nr. 77) daarbij.", "open"),
        ("De motie-Zandstra (28 638, nr. 77): dit volgt nog.", "open"),
    ],
)
def test_its_state_stands_behind_what_it_asks(text: str, status: str) -> None:
    assert _states(text) == [("77", status)]


def test_each_of_three_motions_has_its_own_turn() -> None:
    text = (
        "Er zijn drie moties: de motie-Zandstra (28 638, nr. 77), de motie-Koppelaar (28 638, "
        "nr. 78) en de motie-Visser (29 911, nr. 44). Aan de eerste, over folders, is met de "
        "handreiking voldaan. De tweede, die strekt tot een keuken, wordt uitgevoerd door de bond. "
        "Met de derde, over ovens, kan pas een begin worden gemaakt als er geld is."
    )
    assert _states(text) == [("77", "settled"), ("78", "in_progress"), ("44", "open")]


def test_a_motion_named_in_a_note_stands_as_the_sentence_at_its_mark_says() -> None:
    text = (
        "Met de komst van de keuken is dit verzoek afgedaan.1\n\n"
        "1 Motie van het lid Zandstra, Kamerstukken II 2021/22, 28 638, nr. 77.\n"
    )
    assert _states(text) == [("77", "settled")]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("De motie-Zandstra, gedrukt onder nr. 77, vroeg om soep.", "77"),
        ("De motie van het lid Zandstra onder letter R in dossier 28 638 is gedrukt.", "R"),
        ("Het lid Zandstra vroeg in motie nr. 57 om een verbod.", "57"),
    ],
)
def test_a_number_may_be_told_in_words(text: str, number: str) -> None:
    assert [found[0] for found in _states(text)] == [number]
