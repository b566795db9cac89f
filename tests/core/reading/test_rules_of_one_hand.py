"""Ways of telling that one more hand showed: years told by pointing, motions told in turn."""

import pytest

from tests.core.reading.letters_read import fields_of
from tests.core.reading.test_rules_of_three_hands import told


def counted(text: str) -> list[tuple[object, ...]]:
    return told(text, "indicator", "value", "year")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Het aantal ovens groeide van 112 naar 187 tussen 2019 en medio 2022.",
            [(112, 2019), (187, 2022)],
        ),
        (
            "Het aantal koks steeg van 64 in 2019 via 71 en 83 in de beide tussenliggende jaren "
            "tot 97 in 2022.",
            [(64, 2019), (71, 2020), (83, 2021), (97, 2022)],
        ),
        (
            "Het aandeel gist nam toe van 26 procent in 2018 naar 41 procent in 2022, terwijl het "
            "aandeel zuurdesem in dezelfde periode van 52 procent op 35 procent uitkwam.",
            [(26, 2018), (41, 2022), (52, 2018), (35, 2022)],
        ),
        (
            "Ik wil dat het aantal ovens, dat sinds 2020 van 96 naar 148 is gestegen, eind 2026 op "
            "190 ligt.",
            [(96, 2020), (148, 2023), (190, 2026)],
        ),
        (
            "Het aantal meldingen bleef in 2022 met 2.874 achter bij dat in 2021.",
            [(2874, 2022)],
        ),
        (
            "In haar op 13 mei 2023 gepubliceerde jaarverslag meldt de Inspectie 1.214 bezoeken. "
            "Twee jaar daarvoor waren dat er 1.020.",
            [(1214, 2022), (1020, 2020)],
        ),
        (
            "In 2022 telde de politie 812 meldingen. De pakkans schat zij op 9 procent; mijn "
            "ambitie is 15 procent in 2027.",
            [(812, 2022), (9, 2022), (15, 2027)],
        ),
        (
            "De bakkers bereikten tot nu toe 540 leerlingen; aan het einde van het schooljaar "
            "moeten het er 1.800 zijn.",
            [(540, 2023), (1800, 2024)],
        ),
    ],
)
def test_a_year_is_told_by_another(text: str, expected: list[tuple[object, ...]]) -> None:
    assert counted(text) == expected


def test_what_was_counted_since_a_year_is_of_the_letter() -> None:
    text = "In vier landen zijn sinds 2019 83.000 kinderen uit kinderarbeid gehaald."
    assert counted(text) == [(83000, 2023)]


def test_a_yearly_report_may_have_a_long_name() -> None:
    text = (
        "Jaarverslag van het Ministerie van Sociale Zaken en Werkgelegenheid 2022 (XV)\n"
        "Den Haag, 15 mei 2023\n\nCijfers\n\nVan de meldingen leidde 18 procent tot "
        "een onderzoek.\n"
    )
    assert fields_of(text, "indicator", "value", "year") == [(18, 2022)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2022 was de wachttijd 19 weken; de broodnorm is 14 weken.", ["realised", "target"]),
        (
            "De voorraad groeide van 12 dossiers in 2019 tot 21 in 2021, terwijl de landelijke "
            "richtlijn uitgaat van 15.",
            ["realised", "realised", "target"],
        ),
    ],
)
def test_a_norm_is_aimed_at(text: str, expected: list[str]) -> None:
    assert [kind for (kind,) in told(text, "indicator", "value_kind")] == expected


def test_a_share_in_words_has_the_year_of_the_figures_before_it() -> None:
    text = (
        "In 2021 kwamen er 97 meldingen binnen. Bij vrijwel alle meldingen ging het om gist. "
        "Zorgelijk is dat een toenemend aantal slachtoffers bakt."
    )
    assert told(text, "indicator", "year", "value") == [(2021, 97), (2021, None), (2021, None)]


TOGETHER = (
    "De moties-Bakker (28 638, nr. 401), -Smit c.s. (28 638, nr. 404) en -De Wit (28 638, nr. 409) "
    "gaan over brood. De politie onderzoekt een proef. "
)


def motions(text: str, *names: str) -> list[tuple[object, ...]]:
    return told(text, "motion", *names)


def test_motions_told_in_turn_each_have_their_own_state() -> None:
    text = TOGETHER + (
        "De eerste van deze moties beschouw ik hiermee als uitgevoerd; de tweede is in uitvoering "
        "en op de derde kom ik terug wanneer de raad zijn plan heeft gepubliceerd."
    )
    assert motions(text, "number", "status", "cum_suis") == [
        ("401", "settled", False),
        ("404", "in_progress", True),
        ("409", "open", False),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "De motie-Bakker (28 638, nr. 401) vraagt om een beeld van brood. Dat beeld is er nog "
            "niet. Het Nederlands Jeugdinstituut ontwikkelt een definitie.",
            "in_progress",
        ),
        (
            "De motie-Bakker (28 638, nr. 401) vraagt om een oven. Die is er nog niet. Ik teken "
            "daarbij aan dat bakkers nu al ovens delen.",
            "open",
        ),
        (
            "De motie-Bakker (28 638, nr. 401) gaat over gist. Ik heb de bakkers op 3 mei jl. om "
            "advies gevraagd.",
            "in_progress",
        ),
        ("Met de motie-Bakker (28 638, nr. 401) ben ik nog niet klaar.", "in_progress"),
        ("De motie-Bakker (28 638, nr. 401) merk ik vooralsnog aan als lopend.", "in_progress"),
        ("De motie-Bakker (28 638, nr. 401) is op 4 maart jl. aangehouden.", "open"),
        ("De motie-Bakker (28 638, nr. 401) gaat over brood. Motie uitgevoerd.", "settled"),
    ],
)
def test_work_is_told_behind_a_motion(text: str, expected: str) -> None:
    assert motions(text, "status") == [(expected,)]


def test_a_study_that_runs_is_work_on_the_motion_told_in_turn() -> None:
    text = (
        "Dit plan geeft gevolg aan de motie-Bakker (28 638, nr. 401) en de motie-De Wit (28 638, "
        "nr. 402). Aan de eerste motie is met het plan voldaan; voor de tweede, die een oven "
        "vraagt, loopt een studie."
    )
    assert motions(text, "number", "status") == [("401", "settled"), ("402", "in_progress")]


def test_the_one_and_the_other_are_motions_by_their_movers() -> None:
    text = (
        "Uw Kamer heeft twee moties aangenomen. De ene, van de leden Bakker en Smit-El Fassi "
        "(28 638, nr. 401), vraagt om een zakelijke rekening. De andere, van het lid Ould Kaddour "
        "(28 638, nr. 402), betreft een verbod. Daarvan is nog niets uitgevoerd. "
        "Aan de motie over de bankrekeningen is hiermee voldaan."
    )
    assert motions(text, "number", "movers", "status") == [
        ("401", ["Bakker", "Smit-El Fassi"], "settled"),
        ("402", ["Ould Kaddour"], "open"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Uw Kamer vroeg dit bij de inmiddels afgedane motie-Bakker (28 638, nr. 401).", "settled"),
        (
            "De motie-Bakker (28 638, nr. 401) vraagt om een loket. Ik mag aannemen dat u deze "
            "motie als uitgevoerd beschouwt.",
            "settled",
        ),
        ("Bij de nog niet afgedane motie-Bakker (28 638, nr. 401) hoort een plan.", "open"),
        (
            "Met de motie-Bakker (28 638, nr. 401) kan ik nog niet aan de slag.",
            "open",
        ),
        (
            "Het kabinet overweegt dit in lijn met de motie-Bakker (28 638, nr. 401). Een "
            "standpunt is nog niet ingenomen, zodat deze motie openstaat.",
            "open",
        ),
    ],
)
def test_plain_words_tell_where_a_motion_stands(text: str, expected: str) -> None:
    assert motions(text, "status") == [(expected,)]


def test_a_paragraph_may_open_with_the_number_of_a_motion_of_a_council() -> None:
    text = (
        "Aan de gemeenteraad\n\nDatum 4 oktober 2022\n\nMoties\n\n"
        "M21-12. Op voorstel van de fracties van GroenLinks, D66 en Brood sprak u uit dat koks "
        "een loket verdienen. Ik stel voor deze motie als afgedaan te beschouwen.\n\n"
        "Met motie M21-15 over gist in de Dorpsstraat, van de VVD, kan ik nog niet aan de slag.\n"
    )
    assert fields_of(text, "motion", "number", "movers", "status") == [
        ("M21-12", ["GroenLinks", "D66", "Brood"], "settled"),
        ("M21-15", ["VVD"], "open"),
    ]


def test_numbers_over_the_line_notes_are_of_chapters() -> None:
    text = (
        "Datum 4 oktober 2022\n\nIn mijn vorige brief1 stond dit. Over gist schreef ik ook.2 "
        "Over meel schreef ik later.3\n\n1.  Brood\nIn het debat van 3 mei sprak ik over brood. "
        "Dat is gedaan.\n\n2.  Gist\nEr komt een plan voor gist.1 Het is in maart gereed.2\n\n"
        "3.  Meel\nDe brief over meel volgt.3 Er is haast bij.\n\nPagina 1 van 2\n\nNoten\n"
        "1  Kamerstukken II 2021/22, 28 638, nr. 297.\n"
        "2  Kamerstukken II 2021/22, 35 715, nr. 39.\n"
        "3  Kamerstukken II 2021/22, 35 715, nr. 44.\n"
    )
    found = fields_of(text, "footnote", "number", "text")
    assert [number for number, _ in found] == [1, 2, 3]
    assert {str(said)[:12] for _, said in found} == {"Kamerstukken"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "De Minister van Buitenlandse Zaken en ik starten in mei 2024 een proef met gist.",
            ["minister van Buitenlandse Zaken", "minister van Justitie en Veiligheid"],
        ),
        ("Ik heb TOPAdvies opdracht gegeven drie recepten uit te werken.", ["TOPAdvies"]),
        (
            "In mei hebben drie platforms, bijeengeroepen door de Kamer van Koophandel, een "
            "convenant ondertekend.",
            ["platforms"],
        ),
        (
            "De politie Noord-Nederland controleert sinds mei alle ovens.",
            ["politie Noord-Nederland"],
        ),
        (
            "Niettemin zal de inspecteur-generaal vóór 1 juni 2024 bezien of de teams beter worden "
            "ingezet.",
            ["inspecteur-generaal"],
        ),
    ],
)
def test_who_acts(text: str, expected: list[str]) -> None:
    assert told(text, "action", "owners") == [(expected,)]


def test_what_was_agreed_that_somebody_will_do_is_planned() -> None:
    text = "Afgesproken is dat de gemeenten de opvang uitbreiden per eind 2025."
    assert told(text, "action", "status") == [("planned",)]


def test_a_permit_that_was_withdrawn_is_no_work_that_stopped() -> None:
    text = "De burgemeester heeft op 3 mei 2023 de vergunning van een bakker ingetrokken."
    assert told(text, "action", "status") == [("done",)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Op grond van artikel 4 van de Wet Nationaal rapporteur mensenhandel en seksueel "
            "geweld tegen kinderen krijg ik het verslag.",
            ["Wet Nationaal rapporteur"],
        ),
        (
            "De herziene mensenhandelrichtlijn (EU) 2024/1712 moet in 2026 zijn omgezet.",
            ["Richtlijn (EU) 2024/1712"],
        ),
        (
            "Nederland heeft het Protocol bij het Verdrag betreffende de gedwongen arbeid in 2017 "
            "bekrachtigd.",
            ["Protocol bij het Verdrag betreffende de gedwongen arbeid"],
        ),
        (
            "Het Protocol van 2014 bij het Verdrag betreffende de gedwongen arbeid (ILO-verdrag "
            "nr. 29) geldt.",
            ["Protocol van 2014 bij het Verdrag betreffende de gedwongen arbeid"],
        ),
        (
            "De Europese richtlijn inzake platformwerk wordt omgezet.",
            ["Europese richtlijn inzake platformwerk"],
        ),
        ("In 2024 is € 2 miljoen beschikbaar, ten laste van artikel 34.", []),
    ],
)
def test_laws_by_their_titles(text: str, expected: list[str]) -> None:
    assert [regime for (regime,) in told(text, "legal", "regime")] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Aan de invoering is een budget verbonden van € 11 miljoen in 2024. Deze middelen zijn "
            "aan de begroting toegevoegd.",
            [("yes", "unknown")],
        ),
        (
            "Zij legde in dat jaar boetes op tot een totaal van € 3 miljoen.",
            [("unknown", "unknown")],
        ),
        (
            "Bij Voorjaarsnota is besloten de middelen te verhogen. De verhoging bedraagt € 6 "
            "miljoen in 2024.",
            [("yes", "unknown")],
        ),
        ("Hiervoor is in 2023 en 2024 telkens € 350.000 gereserveerd.", [("yes", "yearly")]),
    ],
)
def test_cover_and_rhythm_of_sums(text: str, expected: list[tuple[object, ...]]) -> None:
    assert told(text, "amount", "funded", "recurrence") == expected
