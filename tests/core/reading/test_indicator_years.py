"""Counts with their year: said, in turn, from the sentence before, or reckoned back."""

import pytest

from samen.core.reading import read_letter
from tests.core.reading.letters_read import figures_of

_TOP = "Datum 5 oktober 2023\nBetreft Voortgang\n\nGeachte voorzitter,\n\n"


def _found(text: str) -> list[tuple[object, ...]]:
    return figures_of(f"{_TOP}{text}\n\nHoogachtend,\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vorig jaar zijn 34 keukens aangemeld en 51 zaken begonnen.", [(51, 2022, "realised")]),
        (
            "In 2021 en 2022 zijn er respectievelijk 34 en 41 meldingen over koks gedaan.",
            [(34, 2021, "realised"), (41, 2022, "realised")],
        ),
        (
            "In 2021 zijn 340 gesprekken met koks gevoerd. Voor 2022 komen wij uit op 380.",
            [(340, 2021, "realised"), (380, 2022, "realised")],
        ),
        (
            "Op 1 september 2023 waren er 240 jongeren zoek, tegenover 290 een half jaar daarvoor.",
            [(240, 2023, "realised"), (290, 2023, "realised")],
        ),
        (
            "De dienst had eind 2021 22 rechercheurs; dat moeten er 60 zijn in 2024.",
            [(22, 2021, "realised"), (60, 2024, "target")],
        ),
        (
            "Het aantal controles steeg met 12% tot 340 in 2022.",
            [(12, 2022, "trend"), (340, 2022, "realised")],
        ),
        ("Ik streef naar 500 plekken in 2025.", [(500, 2025, "target")]),
        ("In de brief van 3 mei 2022 zijn 40 gemeenten genoemd.", []),
    ],
)
def test_a_count_gets_its_year(text: str, expected: list[tuple[object, ...]]) -> None:
    found = _found(text)
    assert [one for one in found if one in expected] == expected
    if not expected:
        assert found == []


def test_counts_without_a_year_are_no_indicators() -> None:
    assert _found("De dienst sprak met dertig gemeenten en 40 koks.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Het rapport laat voor 2021 een lichte toename van meldingen over keukens zien.",
        "Van de medewerkers had in augustus 2023 ruim de helft een diploma.",
        "Een derde van de gemeenten had in 2022 een keukenplan.",
        "In 2022 had twee op de vijf gemeenten een keukenplan.",
    ],
)
def test_a_share_in_words_has_a_year_and_no_number(text: str) -> None:
    assert [value for value, _, _ in _found(text)] == [None]
    assert [year for _, year, _ in _found(text)] != [None]


ELLIPTIC = [
    ("In 2018, 2019 en 2020 zijn achtereenvolgens 5, 7 en 9 verdachten aangehouden.",
     [(5, 2018), (7, 2019), (9, 2020)]),
    ("Van de 342 gemeenten hadden er in 2022 251 een keukenplan.", [(251, 2022)]),
    ("Het aantal zaken bleef met 98 in 2022 gelijk aan 2021.", [(98, 2022)]),
    ("Nulmeting 2019: 48%. Stand 2022: 71%. Doel 2025: 100%.",
     [(48, 2019), (71, 2022), (100, 2025)]),
    ("In 2022 telde de opvang 214 koks; het jaar ervoor waren dat er 18.",
     [(214, 2022), (18, 2021)]),
    ("De dienst hield in 2022 41 koks aan. In het voorafgaande jaar waren dat er 7.",
     [(41, 2022), (7, 2021)]),
    ("De stichting beschikte ultimo 2022 over 86 plekken voor koks.", [(86, 2022)]),
    ("In 2022 begonnen 41 zaken. Bij het OM stroomden in dat jaar 38 zaken in.",
     [(41, 2022), (38, 2022)]),
    ("Het aantal plekken stijgt in 2024 naar 24, tegen 10 in het lopende jaar.",
     [(24, 2024), (10, 2023)]),
    ("Van de twaalf keukens hadden er in 2022 zeven een plan; in 2024 dienen alle twaalf zover te"
     " zijn.", [(7, 2022), (12, 2024)]),
    ("Tot een veroordeling kwam het in 2022 in drie zaken.", [(3, 2022)]),
    ("De gemiddelde wachttijd bedroeg in 2022 elf weken, tegen negen in 2021.",
     [(11, 2022), (9, 2021)]),
    ("In 2022 verbleven 64 koks binnen; de ambitie is nul in 2025.", [(64, 2022), (0, 2025)]),
    ("In 2022 kwamen 412 signalen binnen (2021: 388).", [(412, 2022), (388, 2021)]),
    ("Aantal meldingen: 412 (2022), 380 (2021) en 350 (2020).",
     [(412, 2022), (380, 2021), (350, 2020)]),
    ("Het aantal plekken ligt nu op 86 en moet in 2026 op 120 liggen.", [(86, 2023), (120, 2026)]),
    ("In de eerste helft van 2023 kwamen 55 koks, evenveel als in heel 2022.", [(55, 2023)]),
    ("Anders dan in 2021, toen het er 40 waren, zijn in 2022 62 keukens bezocht.",
     [(40, 2021), (62, 2022)]),
    ("In 2020, 2021 en 2022 bedroeg het aantal koks 780, 812 en 868.",
     [(780, 2020), (812, 2021), (868, 2022)]),
    ("In 2022 had 7 van de 10 keukens een plan.", [(7, 2022)]),
    ("Vorig jaar deden ruim honderd jongeren een beroep op de lijn.", [(100, 2022)]),
    ("Het percentage liep in 2022 op van 41 naar 64 procent.", [(64, 2022)]),
    ("In 2022 waren er 12 veroordelingen van koks. In 2021 waren het er 9. Dat is meer.",
     [(12, 2022), (9, 2021)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ELLIPTIC)
def test_a_number_goes_on_from_another(text: str, expected: list[tuple[int, int]]) -> None:
    assert [(value, year) for value, year, _ in _found(text) if value is not None] == expected


NO_INDICATORS = """
In 2022 zijn drie regionale bijeenkomsten georganiseerd.
In 2022 hebben vijf gemeenten een proef uitgevoerd.
De wet uit 2013 telt 31 artikelen.
Het rapport van 112 pagina's verscheen in 2022.
De straf is in 2022 verhoogd van 8 naar 12 jaar.
In 2022 is gesproken met 45 deskundigen uit 12 landen.
Een op de drie koks was in 2022 minderjarig.
In 2024 breidt de dienst uit met zestig koks.
"""


@pytest.mark.parametrize("text", NO_INDICATORS.strip().splitlines())
def test_a_number_beside_a_year_is_not_always_followed(text: str) -> None:
    assert [value for value, _, _ in _found(text) if value is not None] == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("In 2025 moeten alle gemeenten een keukenplan hebben.", "target"),
        ("In 2022 zijn meer verdachten gezien dan in 2021.", "trend"),
        ("Het aantal meldingen bleef in 2022 nagenoeg gelijk.", "trend"),
        ("Het aantal meldingen halveerde in 2022.", "trend"),
        ("Het merendeel van de slachtoffers in 2022 was kok.", "trend"),
        ("Twee van de drie slachtoffers waren in 2022 kok.", "trend"),
    ],
)
def test_a_development_in_words(text: str, kind: str) -> None:
    assert [(value, said) for value, _, said in _found(text)] == [(None, kind)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Tussen 2018 en 2022 daalde het aantal aangiften van 210 naar 164.",
            [(210, 2018, "realised"), (164, 2022, "realised")],
        ),
        (
            "Het aantal aangiften groeide in de periode 2018-2022 van 164 tot 210.",
            [(164, 2018, "realised"), (210, 2022, "realised")],
        ),
        (
            "De wachttijd was in 2021 gemiddeld 11 weken. In 2022 was dat 9 weken.",
            [(11, 2021, "realised"), (9, 2022, "realised")],
        ),
        (
            "In 2022 (868 meldingen) lag het aantal hoger dan in 2021 (791 meldingen).",
            [(868, 2022, "realised"), (791, 2021, "realised")],
        ),
        (
            "In de jaren 2020, 2021 en 2022 werden 12, 18 en 25 locaties stilgelegd.",
            [(12, 2020, "realised"), (18, 2021, "realised"), (25, 2022, "realised")],
        ),
    ],
)
def test_the_year_of_each_number_of_a_rise_or_a_list(
    text: str, expected: list[tuple[object, ...]]
) -> None:
    assert _found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Sinds de start in 2020 zijn 640 jongeren begeleid.",
        "De afgelopen twaalf maanden zijn 640 jongeren begeleid.",
        "Het aantal jongeren steeg naar 640 jongeren.",
    ],
)
def test_a_count_over_a_time_that_is_no_year_has_none(text: str) -> None:
    assert _found(text) == [(640, None, "realised")]


def test_an_aim_beside_a_count_does_not_make_it_one() -> None:
    text = "Met 1.210 getrainde agenten in 2022 is de doelstelling van 1.000 gehaald."
    assert _found(text) == [(1210, 2022, "realised"), (1000, 2022, "target")]
    text = "Het doel, 500 getrainde agenten eind 2022, is gehaald."
    assert _found(text) == [(500, 2022, "target")]


def test_what_is_denied_is_no_count() -> None:
    text = "Er zijn in 2022 niet 40, maar 46 zaken voor de rechter gebracht."
    assert _found(text) == [(46, 2022, "realised")]


def test_a_short_year_is_no_count_and_dates_a_month() -> None:
    text = "Uw Kamer is in mei '22 geïnformeerd over 30 zaken."
    assert _found(text) == [(30, 2022, "realised")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In 2022 waren er 1.094 meldingen, tegen 972 in 2021. "
            "Van de meldingen kwam 41% van koks.",
            [(1094, 2022), (972, 2021), (41, 2022)],
        ),
        (
            "In 2022 deed de dienst 38 controles. "
            "De afspraak was 40. Bij 19 controles ging het mis.",
            [(38, 2022), (40, 2022), (19, 2022)],
        ),
    ],
)
def test_a_share_an_aim_and_a_part_have_the_year_of_their_paragraph(
    text: str, expected: list[tuple[object, ...]]
) -> None:
    assert [each[:2] for each in _found(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Het doel was 80 procent en in 2019, voor de brand, werd 77 procent gehaald.",
            [(80, None), (77, 2019)],
        ),
        (
            "De wachttijd was in 2020 elf weken, waar koks voor 2022 zes weken nastreven.",
            [(11, 2020), (6, 2022)],
        ),
        (
            "In 2022 lukte 83% van de zaken; het doel voor eind 2023 is 95%.",
            [(83, 2022), (95, 2023)],
        ),
    ],
)
def test_a_year_of_the_next_clause_is_not_that_of_a_number_before_it(
    text: str, expected: list[tuple[object, ...]]
) -> None:
    assert [each[:2] for each in _found(text)] == expected


def test_a_level_that_a_share_reaches_is_no_change() -> None:
    assert _found("In 2022 steeg de gemiddelde bezetting naar 93%.") == [(93, 2022, "realised")]


def test_the_year_of_a_yearly_report_is_that_of_its_counts() -> None:
    text = (
        "JAARVERSLAG 2022\nStichting Houvast\n\nAanmeldingen\n\nEr zijn 423 cliënten ingestroomd.\n"
    )
    found = [c for c in read_letter(text.encode(), "a.txt").candidates if c.kind == "indicator"]
    assert [(c.detail["value"], c.detail["year"]) for c in found] == [(423, 2022)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Van de 14.200 koks heeft 31% een diploma.", [(31, 2023)]),
        ("Van de 140 koks hebben er 96 de training gevolgd.", [(96, 2023)]),
        ("In 2021 meldden zich 146 koks. Van 23 koks is de keuken gesloten.",
         [(146, 2021), (23, 2021)]),
        ("Onze gemeente telt 14 vergunde keukens; in 2019 waren het er nog 19.",
         [(14, 2023), (19, 2019)]),
        ("Zeven panden zijn gesloten vanwege muizen en twee op grond van de verordening.",
         [(7, 2023), (2, 2023)]),
        ("Ik heb vijf keer een dwangsom opgelegd.", [(5, 2023)]),
        ("Vorig jaar begeleidde de dienst 23 slachtoffers, van wie negen jonger dan 18 jaar.",
         [(23, 2022), (9, 2022)]),
        ("In 2022 kwamen 23 meldingen binnen. Vier daarvan gingen naar de politie.",
         [(23, 2022), (4, 2022)]),
        ("In 2022 werden 423 koks geplaatst en 352 beëindigd.", [(423, 2022), (352, 2022)]),
        ("Wij hadden op 40 gerekend.", [(40, 2023)]),
        ("In 2022 meldden zich 64 koks:\n\n- 29 over brand;\n- 21 over muizen;\n- 14 over loon.",
         [(64, 2022), (29, 2022), (21, 2022), (14, 2022)]),
        ("Gemiddeld komen er 6 bezoekers.", [(6, 2023)]),
        ("Zoals in de brief van 4 februari 2022 staat, zijn 3.000 ambtenaren getraind.",
         [(3000, 2023)]),
        ("Twaalf bedrijven sloten zich in 2021 aan, tegen zeven in 2019.", [(12, 2021), (7, 2019)]),
        ("Volgens de ILO verrichten 27,6 miljoen mensen dwangarbeid.", [(27600000, 2023)]),
        ("Een op de vijf keukens is dicht; 64 op de kade werken door.", []),
    ],
)  # fmt: skip
def test_parts_results_and_what_is_now_are_counted(
    text: str, expected: list[tuple[object, ...]]
) -> None:
    assert [(value, year) for value, year, _ in _found(text) if value is not None] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Twee wethouders zijn vertrokken en er zijn vijf bijeenkomsten gehouden.",
        "In onze gemeente zijn 3 brieven ontvangen. Er is voor twee jaar subsidie verleend.",
        "Klopt het dat 30% van de gemeenten geen keuken heeft?",
        "De minister zou 12 keukens hebben gesloten.",
        "De leden lezen dat 40% van de keukens dicht is.",
        "Ten minste 70% van het loon moet giraal worden betaald.",
        "Wie minder dan 25% eigen vermogen heeft, krijgt geen vergunning.",
        "Nederland telt naar schatting een half miljoen koks.",
        "Vergunning is nodig zodra er meer dan één persoon kookt.",
    ],
)
def test_what_tells_of_no_result_is_not_counted(text: str) -> None:
    assert _found(text) == []


def test_what_was_reckoned_on_is_an_aim() -> None:
    assert _found("Wij hadden op 40 koks gerekend.") == [(40, 2023, "target")]


def test_what_is_to_come_in_the_year_of_the_letter_is_an_aim() -> None:
    assert _found("In december 2023 opent de opvang 12 bedden.") == [(12, 2023, "target")]
