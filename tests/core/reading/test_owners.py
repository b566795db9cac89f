"""Who acts in invented sentences."""

from datetime import date

import pytest

from samen.core.reading.actions import find_actions
from samen.core.reading.context import build_context
from samen.core.reading.owners import owners_of
from samen.core.reading.repair import repair
from samen.core.reading.source import source_of_text

ANCHOR = date(2021, 3, 15)


def owners(text: str) -> list[str]:
    """Who acts in the last paragraph of a text, by its own words."""
    context = build_context(repair(source_of_text(text)), ANCHOR)
    last = context.letter.blocks[-1]
    return owners_of(context, last.start, last.end)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "De politie heeft een team gevormd, waarvan de kosten door Eurojust worden gedragen.",
            ["politie"],
        ),
        (
            "Omdat veel gemeenten hulp vragen, is met CoMensha een spreekuur ingericht.",
            ["CoMensha"],
        ),
    ],
)
def test_who_acts_in_the_main_clause_goes_first(sentence: str, expected: list[str]) -> None:
    assert owners(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Er is gewerkt aan een beter contact met lokale teams en de politie.", []),
        (
            "Samen met organisaties zoals FairWork en CoMensha is een folder gemaakt.",
            ["FairWork", "CoMensha"],
        ),
        (
            "Dit voorjaar hebben de politie, enkele ziekenhuizen en het OM een cursus opgezet.",
            ["politie", "ziekenhuizen", "Openbaar Ministerie"],
        ),
        ("De leidraad biedt gemeenten een stappenplan.", []),
    ],
)
def test_the_part_of_an_actor_follows_from_its_fellows(sentence: str, expected: list[str]) -> None:
    assert owners(sentence) == expected


def test_an_abbreviation_in_brackets_is_the_same_actor() -> None:
    assert owners(
        "De samenwerking met de Internationale Organisatie voor Migratie (IOM) en de Dienst "
        "Justitiële Inrichtingen (DJI) is uitgebreid."
    ) == ["Internationale Organisatie voor Migratie", "Dienst Justitiële Inrichtingen"]


def test_a_noun_at_the_front_is_no_name() -> None:
    assert owners("Huisvesting krijgt aandacht. Goede huisvesting is schaars.") == []
    assert owners("Vermiste leerlingen uit het buitenland.") == []
    assert owners("Divosa krijgt de leiding.") == ["Divosa"]


def test_a_part_of_a_sentence_takes_no_owner_from_over_a_semicolon() -> None:
    letter = repair(
        source_of_text("De politie opent een loket; er is een nieuwe cursus ontwikkeld.")
    )
    found = find_actions(letter, ANCHOR)
    assert [each.detail["owners"] for each in found] == [["politie"], []]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("De IND en de Nederlandse politie leggen een lijst aan.", ["IND", "politie"]),
        ("Door de IND wordt tezamen met de politie een loket geopend.", ["IND", "politie"]),
        ("De politie laat de IND de aanvragen doorrekenen.", ["politie", "IND"]),
    ],
)
def test_who_acts_beside_another_is_an_owner_too(sentence: str, expected: list[str]) -> None:
    full = {"IND": "Immigratie- en Naturalisatiedienst"}
    assert owners(sentence) == [full.get(name, name) for name in expected]


@pytest.mark.parametrize(
    "sentence",
    ["De inspectie legt een lijst aan.", "Inspectie, politie en OM leggen een lijst aan."],
)
def test_an_inspectorate_is_known_by_its_short_name(sentence: str) -> None:
    named = "De Nederlandse Arbeidsinspectie houdt toezicht op het werk in de bouw."
    assert "Nederlandse Arbeidsinspectie" in owners(f"{named}\n\n{sentence}")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Ook wordt een campagne voor werkgevers ontwikkeld.", []),
        (
            "De uitkomsten worden in mei verwacht.",
            ["Wetenschappelijk Onderzoek- en Datacentrum"],
        ),
    ],
)
def test_who_did_research_owns_only_what_goes_on_about_it(
    sentence: str, expected: list[str]
) -> None:
    letter = repair(source_of_text(f"Het WODC rondt een studie naar tolken af. {sentence}"))
    assert find_actions(letter, ANCHOR)[-1].detail["owners"] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("De VO-raad ontwikkelt een lesprogramma.", ["VO-raad"]),
        ("De KNMG werkt aan een handreiking voor artsen.", ["KNMG"]),
        ("De korpschef verlengt de proef.", ["korpschef"]),
        ("Door de eenheid Oost-Brabant is een programma gemaakt.", ["eenheid Oost-Brabant"]),
        ("Door de zorgaanbieder Het Fornuis worden vier bedden geopend.", ["Het Fornuis"]),
        (
            "De Nederlandse Arbeidsinspectie ontwikkelt met CoMensha een definitie.",
            ["Nederlandse Arbeidsinspectie", "CoMensha"],
        ),
        ("De politie deelt de uitkomsten in het voorjaar met CoMensha.", ["politie"]),
    ],
)
def test_who_works_with_whom(sentence: str, expected: list[str]) -> None:
    assert owners(sentence) == expected


_TO_THE_COUNCIL = (
    "Gemeente Waterrade\nAan de leden van de gemeenteraad\nDatum: 17 oktober 2023\n\n"
    "Geachte leden van de raad,\n\n{}\n\nMet vriendelijke groet,\n\n"
    "M.J. van der Heide\nburgemeester\n"
)
_COLLEGE = "college van burgemeester en wethouders"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Wij sluiten dit voorjaar vier panden.", [_COLLEGE]),
        ("Het college heeft in juni twee koks aangesteld.", [_COLLEGE]),
        ("Ik onderzoek met de VNG of er woningen vrijkomen.", [
            "burgemeester", "Vereniging van Nederlandse Gemeenten",
        ]),
        ("Wethouder De Wolf opent in mei een keuken.", ["wethouder De Wolf"]),
        ("Onze toezichthouders bezochten 84 keukens.", [_COLLEGE]),
    ],
)  # fmt: skip
def test_in_a_letter_to_a_council_the_college_acts(sentence: str, expected: list[str]) -> None:
    letter = repair(source_of_text(_TO_THE_COUNCIL.format(sentence)))
    context = build_context(letter, ANCHOR)
    place = context.text.index(sentence)
    assert owners_of(context, place, place + len(sentence)) == expected


def test_in_the_report_of_a_body_we_are_not_the_cabinet() -> None:
    text = "Jaarverslag 2022\n\nWij openen in mei een nieuwe keuken."
    assert owners(text) == []


def test_an_office_may_sign_without_a_preposition() -> None:
    text = (
        "Datum 5 februari 2026\n\nGeachte voorzitter,\n\nIk open een keuken.\n\n"
        "De staatssecretaris Jeugd, Preventie en Sport,\n\nA. Bos\n"
    )
    context = build_context(repair(source_of_text(text)), ANCHOR)
    place = context.text.index("Ik open")
    assert owners_of(context, place, place + 20) == ["staatssecretaris Jeugd, Preventie en Sport"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("De Roemeense politie opent een loket.", ["Roemeense politie"]),
        ("De Nederlandse ambassade in Tunis opent een loket.", ["ambassade in Tunis"]),
        ("Slovenië stelt twee rechercheurs aan.", ["Slovenië"]),
        ("Het Rijk verlengt de regeling.", ["Rijk"]),
        ("De regio Twente opent een loket.", ["regio Twente"]),
        ("De Inspectie voor Koken en Bakken opent een loket.", [
            "Inspectie voor Koken en Bakken",
        ]),
        ("De burgemeesters van Breda en Gouda openen een loket.", [
            "burgemeester van Breda", "burgemeester van Gouda",
        ]),
        ("Er komt een werkgroep.", []),
        ("De officier van justitie houdt maandelijks een weegploeg.", ["Openbaar Ministerie"]),
    ],
)  # fmt: skip
def test_a_body_without_a_place_on_a_list_acts(sentence: str, expected: list[str]) -> None:
    assert owners(sentence) == expected


def test_a_branch_named_once_is_meant_by_its_short_name() -> None:
    assert owners("Het loket is van GGD Drenthe.\n\nDe GGD opent een tweede loket.") == [
        "GGD Drenthe"
    ]


def test_a_short_name_that_the_letter_explains_stands_for_the_long_one() -> None:
    named = "De Kamer voor Bakkers en Slagers (KBS) is een nieuwe vereniging."
    assert owners(f"{named}\n\nDe KBS stelt een lijst op.") == ["Kamer voor Bakkers en Slagers"]
    law = "De Wet keuring broden (WKB) geldt sinds 2012."
    assert owners(f"{law}\n\nDe WKB is gewijzigd.") == []


def test_people_of_a_body_act_for_it() -> None:
    assert owners("Onderzoekers van CoMensha interviewden twintig koks.") == ["CoMensha"]


def test_a_number_or_kind_before_an_actor_leaves_it_one() -> None:
    assert owners("Door drie gemeenten is een loket geopend.") == ["gemeenten"]
    assert owners("Met de vier grootste gemeenten hebben wij een loket geopend.") == [
        "kabinet", "gemeenten",
    ]  # fmt: skip


def test_in_the_report_of_a_body_it_acts_itself() -> None:
    assert owners("Jaarbericht CoMensha 2022\n\nWij openen in mei een loket.") == ["CoMensha"]
    report = (
        "Stichting Kaas\nJaarbericht\n\nDe raad van toezicht is nieuw.\n\nWij openen een loket."
    )
    assert owners(report) == ["Stichting Kaas"]
    letter = "Geachte voorzitter van de Kamer,\n\nOver CoMensha.\n\nWij openen een loket."
    assert owners(letter) == ["kabinet"]


def test_who_answers_in_a_report_of_questions_is_the_office_they_were_put_to() -> None:
    text = (
        "De vragen zijn op 3 mei 2020 voorgelegd aan de minister voor Rechtsbescherming.\n\n"
        "Ik open in mei een loket."
    )
    assert owners(text) == ["minister voor Rechtsbescherming"]


def test_in_a_letter_to_the_states_of_a_province_its_executive_acts() -> None:
    text = "Aan de leden van Provinciale Staten\n\nGeachte Statenleden,\n\nWij openen een loket."
    assert owners(text) == ["Gedeputeerde Staten"]


def test_in_the_letter_of_a_body_it_is_we_and_of_two_bodies_nobody_is_named() -> None:
    letter = "{}\n\nAan de burgemeesters in Drenthe\n\nGeachte burgemeesters,\n\n{}"
    said = "Wij organiseren op 15 juni een congres."
    assert owners(letter.format("CoMensha", said)) == ["CoMensha"]
    assert owners(letter.format("CoMensha\nFairWork", said)) == []
    assert owners(letter.format("Ministerie van Algemene Zaken", said)) == ["kabinet"]
    memo = f"Aan: de taskforce\nVan: CoMensha\n\nGeachte leden,\n\n{said}"
    assert owners(memo) == ["CoMensha"]


def test_who_holds_the_office_that_answers_may_be_named() -> None:
    text = (
        "Antwoord van Staatssecretaris Van der Meulen (Justitie en Veiligheid) (ontvangen 3 mei "
        "2020)\n\nIk open een loket."
    )
    assert owners(text) == ["staatssecretaris van Justitie en Veiligheid"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Haarlem en Zaanstad hebben een loket geopend.", [
            "gemeente Haarlem", "gemeente Zaanstad",
        ]),
        ("Het Landelijk Meldpunt Brood opent een loket.", ["Landelijk Meldpunt Brood"]),
        ("IOM helpt koks bij hun reis, wat door de politie wordt betaald.", [
            "Internationale Organisatie voor Migratie",
        ]),
        ("Kadera vangt koks uit onze gemeenten op.", ["Kadera"]),
        ("Fier nam zes koks op.", ["Fier"]),
        ("Het Erasmus Ziekenhuis zal koks onderzoeken.", ["Erasmus Ziekenhuis"]),
        ("De rechtspraak opent een loket.", ["rechtspraak"]),
        ("Kaas Hogescholen opent een loket.", ["Kaas Hogescholen"]),
        ("Het Appel Fonds opent een loket.", ["Appel Fonds"]),
        ("De minister-president heeft een loket geopend.", ["minister-president"]),
        ("Er is door de uitvoeringsorganisaties gewerkt aan een loket.", [
            "uitvoeringsorganisaties",
        ]),
        ("Het secretariaat van de Benelux-Unie stelt een lijst op.", ["Benelux-Unie"]),
        ("De SVB opent een loket.", ["Sociale Verzekeringsbank"]),
        ("Lespakket getest op twaalf scholen.", []),
        ("De Mosterdgroep en de Azijnbond verspreiden een folder.", ["Mosterdgroep", "Azijnbond"]),
        ("Stichting Brood & Beleg opent een loket.", ["Stichting Brood & Beleg"]),
        ("In mei opent de douane een loket.", ["douane"]),
    ],
)  # fmt: skip
def test_who_opens_the_clause_acts(sentence: str, expected: list[str]) -> None:
    assert owners(sentence) == expected


def test_a_ministry_named_once_is_meant_by_the_word() -> None:
    named = "Dit is een rapport aan het ministerie van VWS."
    assert owners(f"{named}\n\nHet ministerie opende een loket.") == [
        "ministerie van Volksgezondheid, Welzijn en Sport"
    ]


def test_in_a_letter_to_a_council_what_names_nobody_is_the_work_of_its_writer() -> None:
    letter = repair(source_of_text(_TO_THE_COUNCIL.format("In zes talen is een folder verspreid.")))
    assert [each.detail["owners"] for each in find_actions(letter, ANCHOR)] == [["burgemeester"]]


@pytest.mark.parametrize(
    ("front", "signed", "owner"),
    [
        ("", "R. de Wolf\nburgemeester van Bergen", "burgemeester van Bergen"),
        ("Van : burgemeester R. de Wolf\n", "", "burgemeester"),
        (
            "",
            "de secretaris,      de burgemeester,\n\nA. Pan            R. de Wolf",
            "burgemeester",
        ),
    ],
)
def test_who_writes_alone_to_a_council_is_its_mayor(front: str, signed: str, owner: str) -> None:
    text = (
        f"Aan de gemeenteraad\n{front}\nGeachte raad,\n\nIk sluit in mei vier panden.\n\n{signed}\n"
    )
    assert [
        each.detail["owners"] for each in find_actions(repair(source_of_text(text)), ANCHOR)
    ] == [[owner]]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("De Federatie van Friese Koks en Stichting Lepel leiden in mei koks op.", [
            "Federatie van Friese Koks", "Stichting Lepel",
        ]),
        ("Het Nederlands Genootschap van Koks stelt in mei een kader vast.", [
            "Nederlands Genootschap van Koks",
        ]),
        ("De centrumgemeenten Zwolle en Den Haag openen in mei een keuken.", [
            "gemeente Zwolle", "gemeente Den Haag",
        ]),
        ("Ik richt daarvoor de Nederlandse Autoriteit Soep in.", ["minister van Defensie"]),
        ("Een besluit daarover laat ik aan een volgend kabinet.", ["volgend kabinet"]),
        ("De Soepwet biedt daarvoor een grondslag.", []),
    ],
)  # fmt: skip
def test_names_by_form_act_and_things_do_not(sentence: str, expected: list[str]) -> None:
    text = f"Geachte voorzitter,\n\n{sentence}\n\nDe minister van Defensie,\n\nA. Bakker\n"
    context = build_context(repair(source_of_text(text)), ANCHOR)
    found = next(each for each in context.sentences if sentence in context.text[each.start :])
    assert owners_of(context, found.start, found.end) == expected


def test_the_line_over_a_list_names_who_acts_in_its_items() -> None:
    text = (
        "Geachte voorzitter,\n\nDe stand is goed.\n\nDe politie:\n\n- werft vóór 1 mei 35 koks;\n"
        "- opent in juni een keuken.\n"
    )
    found = find_actions(repair(source_of_text(text)), ANCHOR)
    assert [each.detail["owners"] for each in found] == [["politie"], ["politie"]]
