"""Motions that a letter names by their paper, by their place in a row, or in other words."""

from datetime import date
from typing import Any

from samen.core.reading.motions import find_motions
from samen.core.reading.repair import repair
from samen.core.reading.source import source_of_text


def motions(text: str) -> list[dict[str, Any]]:
    letter = repair(source_of_text(f"Geachte voorzitter,\n\n{text}\n"))
    return [each.detail for each in find_motions(letter, date(2021, 3, 15))]


def test_motions_counted_off_have_the_movers_and_the_dossier_of_their_row() -> None:
    found = motions(
        "Het lid Pol diende twee moties in. De eerste (36 600 XX, nr. 57) vraagt om lepels. De "
        "keuken kocht ze. De tweede (nr. 58) vraagt om vorken. Ik beschouw de motie op stuk "
        "nr. 58 als afgedaan."
    )
    numbers = [(each["movers"], each["suffix"], each["number"]) for each in found]
    assert numbers == [(["Pol"], "XX", "57"), (["Pol"], "XX", "58")]
    assert found[1]["status"] == "settled"


def test_a_number_may_be_followed_by_its_dossier() -> None:
    found = motions("De leden Pol en Bos dienden een motie in (nr. 57 van dossier 29 861).")
    assert [(each["dossier"], each["number"]) for each in found] == [("29861", "57")]


def test_who_signed_with_the_mover_moves_it_too() -> None:
    found = motions(
        "Het lid Pol diende een motie in over lepels. De leden Bos en Kwint hebben de motie "
        "medeondertekend."
    )
    assert [each["movers"] for each in found] == [["Pol", "Bos", "Kwint"]]


def test_what_the_house_said_on_a_proposal_is_a_motion_when_it_is_called_so() -> None:
    found = motions(
        "Voorts sprak uw Kamer op voorstel van het lid Pol c.s. uit dat er lepels komen "
        "(28 638, nr. 77). Met de koop van lepels is deze motie uitgevoerd."
    )
    assert [(each["movers"], each["number"], each["status"]) for each in found] == [
        (["Pol"], "77", "settled")
    ]


def test_the_first_of_two_says_nothing_of_the_second() -> None:
    found = motions(
        "Over twee moties, te weten die van het lid Pol over lepels (29 861, nr. 112) en die van "
        "het lid Bos over vorken (29 861, nr. 119), schreef ik u. De eerste is toen afgedaan."
    )
    assert [(each["movers"], each["status"] == "settled") for each in found] == [
        (["Pol"], True), (["Bos"], False),
    ]  # fmt: skip


def test_the_groups_of_a_council_move_a_motion_with_a_title() -> None:
    found = motions(
        "Motie M21-58, 'Veilig koken' (GroenLinks, PvdA en D66), is afgedaan.\n\n"
        "Motie M21-59, 'Zonder drempel' (CDA; mede-ingediend door de fractie Jansen), loopt.\n\n"
        "Motie M21-61 van raadslid Pol (Lokaal) loopt ook.\n\n"
        "Motie M22-37 (PvdA/GroenLinks, Hart voor Bergen) loopt.\n\n"
        "Motie M22-38, ingediend door de fractie-Pol, loopt."
    )
    assert [each["movers"] for each in found] == [
        ["GroenLinks", "PvdA", "D66"], ["CDA", "Jansen"], ["Pol"],
        ["PvdA/GroenLinks", "Hart voor Bergen"], ["fractie-Pol"],
    ]  # fmt: skip


def test_a_clause_between_a_verb_and_its_end_does_not_hide_that_a_motion_is_settled() -> None:
    found = motions("De motie-Pol (28638-259) is, nu de lepels er zijn, uitgevoerd.")
    assert [each["status"] for each in found] == ["settled"]


def test_who_is_asked_to_carry_it_out_moves_no_motion() -> None:
    found = motions(
        "Het lid Pol legde zijn vraag neer in een motie (28 638, nr. 77). Aan die motie geef ik "
        "uitvoering door de Raad voor de keuken om lepels te vragen."
    )
    assert [(each["movers"], each["status"]) for each in found] == [(["Pol"], "in_progress")]
