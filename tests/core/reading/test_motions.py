"""Motions of invented letters: identity by number, movers, status over the whole letter."""

from datetime import date

import pytest

from samen.core.reading.candidates import Candidate
from samen.core.reading.motions import find_motions
from samen.core.reading.repair import repair
from samen.core.reading.source import source_of_text

ANCHOR = date(2021, 3, 15)


def motions(text: str) -> list[Candidate]:
    return find_motions(repair(source_of_text(text)), ANCHOR)


def only(text: str) -> Candidate:
    found = motions(text)
    assert len(found) == 1, [each.quote for each in found]
    return found[0]


def test_number_movers_and_day_stand_in_the_sentence() -> None:
    found = only(
        "De motie van de leden Terlouwen en Van 't Hek (28 638, nr. 412) van 2 februari jl. vraagt "
        "om een meldpunt voor koks."
    )
    detail = found.detail
    assert detail["movers"] == ["Terlouwen", "Van 't Hek"]
    assert (detail["dossier"], detail["suffix"], detail["number"]) == ("28638", "", "412")
    assert detail["tabled"] == "2021-02-02"
    assert (detail["status"], detail["settled_quote"]) == ("open", None)


def test_names_parted_by_a_slash_and_cum_suis() -> None:
    assert only("De motie Zandstra/van der Plicht (35 570 VI, nr. 31) vraagt geld.").detail[
        "movers"
    ] == ["Zandstra", "Van der Plicht"]
    for written in ("Zandstra c.s.", "Zandstra cs.", "Zandstra c.s"):
        found = only(f"Uw Kamer nam de motie {written} (28638-77) aan over opvang.")
        assert found.detail["movers"] == ["Zandstra"]
        assert found.detail["cum_suis"] is True


def test_a_party_between_brackets_is_no_part_of_the_name() -> None:
    found = only("De motie van het lid Oosterveen (GroenRechts) (28 638, nr. 5) vraagt haast.")
    assert found.detail["movers"] == ["Oosterveen"]


def test_status_is_joined_by_number_over_paragraphs() -> None:
    found = only(
        "De motie Zandstra (28638-77) vraagt om een tweede opvangplek in het noorden.\n\n"
        "Over de opvang is in het najaar met alle betrokkenen gesproken in Assen.\n\n"
        "Nu de plek er is, is de motie van het lid Zandstra (28 638, nr. 77) afgedaan.\n"
    )
    assert found.detail["status"] == "settled"
    assert found.detail["settled_quote"].startswith("Nu de plek er is")


def test_weaker_words_do_not_settle() -> None:
    for words in (
        "Met dit pakket wordt invulling gegeven aan de motie Zandstra (28638-77).",
        "Ter uitvoering van de motie Zandstra (28638-77) is een werkgroep gevormd.",
        "In het kader van de motie Zandstra (28638-77) wordt het beleid verruimd.",
        "De motie Zandstra (28638-77) is nog niet afgedaan; er wordt uitvoering aan gegeven.",
    ):
        assert only(words).detail["status"] == "in_progress"


def test_two_motions_by_one_mover_stay_apart() -> None:
    found = motions(
        "De motie Zandstra (28638-77) vraagt om opvang. De motie Zandstra (28638-78) vraagt om "
        "tolken. Met de tolkentelefoon is deze motie afgedaan."
    )
    assert [each.detail["number"] for each in found] == ["77", "78"]
    assert [each.detail["status"] for each in found] == ["open", "settled"]


def test_a_later_mention_without_number_joins_by_movers() -> None:
    found = only(
        "De motie Zandstra en Pol (28638-77) vraagt om opvang.\n\nEr is veel gebeurd in Assen.\n\n"
        "De motie Zandstra en Pol roept ook op tot betere nazorg in de regio.\n"
    )
    assert found.detail["number"] == "77"


def test_a_paper_that_the_motion_replaces_or_a_letter_is_not_its_number() -> None:
    found = only(
        "De gewijzigde motie van de leden Pol en Zandstra (28 638, nr. 80, ter vervanging van die "
        "gedrukt onder nr. 79) is met de brief van 3 februari jl. (28 638, nr. 91) afgedaan."
    )
    assert (found.detail["number"], found.detail["status"]) == ("80", "settled")


def test_without_mover_the_number_is_enough() -> None:
    found = only("Een door uw Kamer aanvaarde motie (35 570 VI, nr. 85) verzoekt om een campagne.")
    assert (found.detail["movers"], found.detail["suffix"]) == ([], "VI")


def test_the_word_alone_is_no_motion() -> None:
    assert motions("Uw Kamer heeft over dit onderwerp moties aangenomen.") == []
    assert motions("De motie in de straat was groot.") == []


def test_the_number_may_stand_in_a_footnote_only() -> None:
    found = only(
        "Vorig jaar is veel gedaan voor de opvang. De motie Zandstra c.s.1 verzoekt\n"
        "de regering om een tweede opvangplek in het noorden van het land. In Assen is daarvoor\n"
        "een pand gehuurd door de gemeente.2 Daarmee is een stap gezet.\n\n"
        "1 Tweede Kamer, vergaderjaar 2019-2020, 28 638, nr. 77.\n"
        "2 Zie hiervoor de website. Met de huur van het pand is de motie Zandstra c.s. afgedaan.\n"
    )
    assert (found.detail["dossier"], found.detail["number"]) == ("28638", "77")
    assert found.detail["movers"] == ["Zandstra"]
    assert found.detail["status"] == "settled"


def test_both_motions_are_settled_by_one_sentence() -> None:
    found = motions(
        "De motie Zandstra (28638-77) vraagt om opvang. De motie Pol (28638-78) vraagt om tolken. "
        "Hiermee zijn beide moties afgedaan."
    )
    assert [each.detail["status"] for each in found] == ["settled", "settled"]


def test_a_number_alone_may_settle() -> None:
    found = only(
        "De motie Zandstra (28638-77) vraagt om een opvangplek in Assen.\n\n"
        "De overige stukken zijn besproken in het najaar van 2020 in Assen.\n\n"
        "Kamerstuk 28 638, nr. 77 is hiermee afgedaan, zo meent het kabinet.\n"
    )
    assert found.detail["status"] == "settled"


@pytest.mark.parametrize(
    "sentence",
    [
        "In het debat van 14 januari 2021 diende het lid De Wit een motie in (28 638, nr. 77).",
        "Door het lid De Wit is op 14 januari 2021 een motie ingediend (28 638, nr. 77).",
        "De op 14 januari 2021 door het lid De Wit ingediende motie (28 638, nr. 77) vraagt dit.",
        "Het lid De Wit heeft op 14 januari 2021 een motie voorgesteld (28 638, nr. 77).",
        "Bij motie van 14 januari 2021 (28 638, nr. 77) vroeg het lid De Wit om een loket.",
        "De motie-De Wit (28 638, nr. 77), die op 14 januari 2021 werd ingediend, vraagt dit.",
        "De motie De Wit (28 638, nr. 77) van 14 januari jl. verzoekt om een loket.",
    ],
)
def test_the_day_of_tabling_in_many_words(sentence: str) -> None:
    detail = only(sentence).detail
    assert (detail["movers"], detail["tabled"]) == (["De Wit"], "2021-01-14")


@pytest.mark.parametrize(
    "sentence",
    [
        "De motie van het lid De Wit (28 638, nr. 77), aangenomen op 14 januari 2021, vraagt dit.",
        "Op 14 januari jl. heeft uw Kamer een motie van het lid De Wit (28 638, nr. 77) aanvaard.",
        "De motie-De Wit (28 638, nr. 77) is met de brief van 14 januari 2021 afgedaan.",
    ],
)
def test_the_day_of_something_else_is_no_day_of_tabling(sentence: str) -> None:
    detail = only(sentence).detail
    assert (detail["movers"], detail["tabled"]) == (["De Wit"], None)


@pytest.mark.parametrize(
    "sentence",
    [
        "Het lid De Wit vroeg in de motie die zij met het lid Vos indiende (28 638, nr. 77) dit.",
        "De motie van mevrouw De Wit en de heer Vos (28 638, nr. 77) vraagt om een loket.",
        "De leden De Wit en Vos vragen in hun motie (28 638, nr. 77) om een loket.",
        "De motie-De Wit/Vos (28 638, nr. 77) vraagt om een loket.",
    ],
)
def test_all_movers_are_named_however_they_are_joined(sentence: str) -> None:
    assert only(sentence).detail["movers"] == ["De Wit", "Vos"]


@pytest.mark.parametrize(
    "text",
    [
        "De moties van de leden Zandstra (28 638, nr. 77) en Plichtema c.s. (28 638, nr. 78) gaan.",
        "De moties-Zandstra (28 638, nr. 77) en -Plichtema c.s. (28 638, nr. 78) lopen.",
    ],
)
def test_several_motions_in_one_breath_are_each_found(text: str) -> None:
    found = [(m.detail["movers"], m.detail["number"], m.detail["cum_suis"]) for m in motions(text)]
    assert found == [(["Zandstra"], "77", False), (["Plichtema"], "78", True)]


def test_two_numbers_of_one_member_are_two_motions() -> None:
    found = motions("De moties van het lid Zandstra (28 638, nrs. 77 en 79) zijn afgedaan.")
    assert [m.detail["number"] for m in found] == ["77", "79"]
    assert {m.detail["status"] for m in found} == {"settled"}
    assert {*map(tuple, (m.detail["movers"] for m in found))} == {("Zandstra",)}


def test_of_two_motions_in_a_sentence_each_has_its_own_state() -> None:
    found = motions(
        "Waar de motie-Zandstra (28 638, nr. 77) is afgedaan, is met de motie-Plichtema (28 638, "
        "nr. 78) nog niet begonnen."
    )
    assert [m.detail["status"] for m in found] == ["settled", "open"]


def test_a_former_member_and_a_name_with_an_accent_are_movers() -> None:
    text = "De motie van het voormalig lid Özbakir (28 638, nr. 77) is afgedaan."
    assert only(text).detail["movers"] == ["Özbakir"]


def test_a_number_without_a_dossier_has_the_one_that_the_letter_cites_most_or_none() -> None:
    head = "Zie de brieven (28 638, nr. 70), (28 638, nr. 71) en (29 861, nr. 5). "
    found = only(f"{head}Aan de motie-Zandstra (nr. 77) wordt gewerkt.")
    assert (found.detail["dossier"], found.detail["number"]) == ("28638", "77")
    assert only("Aan de motie-Zandstra (nr. 77) wordt gewerkt.").detail["number"] == "77"


def test_a_day_may_stand_before_carried_out() -> None:
    text = "De motie-Zandstra (28 638, nr. 77) is op 7 december uitgevoerd met een brief."
    assert only(text).detail["status"] == "settled"


@pytest.mark.parametrize(
    ("named", "movers"),
    [
        ("de leden Zandstra, PvdA, en Bakema, VVD", ["Zandstra", "Bakema"]),
        ("het lid Zandstra (VVD), mede namens het lid Bakema", ["Zandstra", "Bakema"]),
        ("de leden Zandstra (GroenLinks-PvdA) en Dijk (Partij voor de Bij)", ["Zandstra", "Dijk"]),
        ("het CDA-lid Zandstra", ["Zandstra"]),
        ("Kamerlid Zandstra", ["Zandstra"]),
        ("het lid A. Zandstra", ["Zandstra"]),
    ],
)
def test_a_party_an_initial_and_the_word_member_are_no_names(named: str, movers: list[str]) -> None:
    assert only(f"De motie van {named} (28638, nr. 77) vraagt om een folder.").detail[
        "movers"
    ] == movers  # fmt: skip


@pytest.mark.parametrize("others", ["cum suis", "e.a."])
def test_others_may_be_written_out(others: str) -> None:
    found = only(f"De motie van het lid Zandstra {others} (28638, nr. 77) vraagt om een folder.")
    assert found.detail["cum_suis"] is True


def _told(text: str) -> list[tuple[object, ...]]:
    details = [each.detail for each in motions(text)]
    return [(d["movers"], d["number"], d["status"]) for d in details]


@pytest.mark.parametrize(
    "text",
    [
        "Motie                      Indiener        Nummer           Stand\n"
        "Over een folder            Zandstra c.s.   28638, nr. 77    Afgedaan\n"
        "Over een poster            Bakema          28638, nr. 78    In uitvoering\n",
        "Moties\n\n- Zandstra c.s. over een folder (28638, nr. 77): afgedaan.\n"
        "- Bakema over een poster (28638, nr. 78): in uitvoering.\n",
        "Uw Kamer nam twee moties aan. De eerste, van het lid Zandstra c.s. (28638, nr. 77), is "
        "afgedaan. De tweede, van het lid Bakema (28638, nr. 78), is in uitvoering.",
        "Het gaat om deze moties: Zandstra c.s. (28638, nr. 77), die is afgedaan. "
        "Daarnaast Bakema (28638, nr. 78): deze is in uitvoering.",
    ],
)
def test_motions_of_a_list_need_not_say_the_word(text: str) -> None:
    assert _told(text) == [(["Zandstra"], "77", "settled"), (["Bakema"], "78", "in_progress")]


def test_a_letter_or_an_amendment_under_a_head_of_motions_is_none() -> None:
    text = (
        "Moties\n\nDe brief van minister Bakema (28638, nr. 78) gaat daarop in. Het amendement van "
        "het lid Dijk (28638, nr. 79) staat daar los van. Zie ook Opvang (28638, nr. 80) over "
        "opvang.\n"
    )
    assert motions(text) == []


def test_a_title_and_the_paragraph_under_it_are_one_motion() -> None:
    text = (
        "Motie van het lid Zandstra c.s. over een folder\n\n"
        "Deze motie (28638, nr. 77) verzoekt om een folder.\n"
    )
    assert _told(text) == [(["Zandstra"], "77", "open")]


@pytest.mark.parametrize(
    "text",
    [
        "De gewijzigde motie Zandstra ter vervanging van die onder nr. 70 (28638, nr. 77) is goed.",
        "Kamerstukken II 2021/22, 28 638, nr. 77 (motie-Zandstra).",
    ],
)
def test_the_number_may_stand_behind_an_older_one_or_before_the_motion(text: str) -> None:
    assert _told(text) == [(["Zandstra"], "77", "open")]


def test_a_senate_paper_in_brackets_has_a_letter_and_a_chapter_of_a_budget_is_none() -> None:
    assert only("De motie Zandstra (28638, A) vraagt haast.").detail["number"] == "A"
    assert only("De motie Zandstra (36200, VI) vraagt haast.").detail["number"] == ""


@pytest.mark.parametrize(
    "text",
    [
        "Tijdens het debat van 3 november 2022 is de motie Zandstra (28638, nr. 77) ingediend, die "
        "op 8 november 2022 is aangenomen.",
        "De op 3 november 2022 ingediende en op 8 november 2022 aangenomen motie Zandstra "
        "(28638, nr. 77) vraagt haast.",
        "Motie Zandstra (28638, nr. 77)\n\nIngediend op 3 november 2022\n",
    ],
)
def test_the_day_of_the_vote_is_not_that_of_tabling(text: str) -> None:
    assert only(text).detail["tabled"] == "2022-11-03"


@pytest.mark.parametrize(
    ("text", "number", "movers"),
    [
        (
            "Motie M23-14 (Dorpsbelang, LVD), ‘Open deur’, is in uitvoering.",
            "M23-14",
            ["Dorpsbelang", "LVD"],
        ),
        ("Motie M23-15 van mevrouw Terlouwen c.s., ‘Klare taal’.", "M23-15", ["Terlouwen"]),
        ("Motie 2023-031 van het lid Terlouwen (VVD) over leges.", "2023-031", ["Terlouwen"]),
        ("Motie nr. 2023/7 van de heer Terlouwen over leges.", "2023/7", ["Terlouwen"]),
        ("Motie M-12 vraagt om een meldpunt.", "M-12", []),
    ],
)
def test_a_motion_of_a_council_has_a_number_of_its_own(
    text: str, number: str, movers: list[str]
) -> None:
    found = only(f"{text} Wij stellen u voor deze motie als afgedaan te beschouwen.").detail
    assert (found["number"], found["dossier"]) == (number, "")
    assert (found["movers"], found["status"]) == (movers, "settled")


def test_a_party_behind_the_word_is_no_number() -> None:
    assert motions("De motie D66 is verworpen.") == []


@pytest.mark.parametrize(
    "text",
    [
        "De motie-Brom, die op 3 februari 2021 is ingediend en later aangenomen, vraagt dit.",
        "De motie-Brom, op 3 februari 2021 ingediend en op 9 februari aangenomen, vraagt dit.",
    ],
)
def test_a_day_of_tabling_stays_one_where_the_vote_is_told_too(text: str) -> None:
    assert only(text).detail["tabled"] == "2021-02-03"


def test_a_motion_is_meant_by_what_it_is_about() -> None:
    found = motions(
        "De motie van het lid Terlouwen (28 638, nr. 12) over een meldprotocol vraagt om overleg."
        "\n\nDe motie van het lid Kwint (28 638, nr. 13) over kookbussen vraagt om geld.\n\n"
        "De motie over het meldprotocol is hiermee afgedaan."
    )
    assert [each.detail["status"] for each in found] == ["settled", "open"]


def test_a_council_numbers_a_motion_behind_its_title() -> None:
    found = only(
        "De motie 'Geen kok uit beeld' (M23-07) van de fracties van GroenLinks en D66 vraagt een "
        "protocol. Hiermee beschouwen wij de motie als afgedaan."
    )
    told = [found.detail[key] for key in ("number", "movers", "status")]
    assert told == ["M23-07", ["GroenLinks", "D66"], "settled"]


def test_a_comma_parts_the_one_mover_of_a_row_from_its_subject() -> None:
    text = (
        "Moties\n\nMotie   Kamerstuk   Stand\n"
        "El Idrissi, noodfonds   36 600 VI, nr. 51   Nog niet opgepakt.\n"
    )
    assert [each.detail["movers"] for each in motions(text)] == [["El Idrissi"]]


@pytest.mark.parametrize(
    ("text", "movers"),
    [
        ("De motie M24-031 ‘Een eigen plek’ van GroenLinks-PvdA en D66 vraagt een kok.",
         ["GroenLinks-PvdA", "D66"]),
        ("Motie M24-044 van het CDA, medeondertekend door de ChristenUnie en de SP.",
         ["CDA", "ChristenUnie", "SP"]),
        ("Het lid Terlouwen, mede namens de leden Kwint en Pol, kwam met motie 28 638, nr. 3",
         ["Terlouwen", "Kwint", "Pol"]),
    ],
)  # fmt: skip
def test_groups_and_members_move_together(text: str, movers: list[str]) -> None:
    assert only(text).detail["movers"] == movers


def test_who_moves_together_with_another_is_a_mover_too() -> None:
    found = only(
        "Het lid Van der Rups diende samen met het lid Kwik-Pluis de motie nr. 77 (28 638) in."
    )
    assert found.detail["movers"] == ["Van der Rups", "Kwik-Pluis"]
