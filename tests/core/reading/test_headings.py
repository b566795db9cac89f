"""Headings and notes of letters that number their chapters."""

import pytest

from samen.core.reading import read_letter
from samen.core.terms import CandidateKind

_RAISED = """Datum 4 maart 2024
Betreft Voortgang

Geachte voorzitter,

Het plan voor de koks is klaar¹ en de kamer van koks is blij².

1    Stand van zaken

1.1  Keukens

De keukens zijn schoon. Dat blijkt uit een rondgang door de provincie.

2    Maatregelen

2.1  Schorten
a.   De schorten worden vaker gewassen.
b.   De mutsen gaan jaarlijks naar de stomerij.

Noten

¹  Kamerstukken II 2022/23, 28 638, nr. 77.
²  Bond van Koks, Jaarbericht 2022, Assen.
"""


def _names(text: str, kind: CandidateKind, key: str) -> list[object]:
    found = read_letter(text.encode(), "a.txt").candidates
    return [c.detail[key] for c in found if c.kind is kind]


def test_numbered_chapters_are_headings_and_raised_figures_are_notes() -> None:
    assert _names(_RAISED, CandidateKind.FOOTNOTE, "number") == [1, 2]
    assert _names(_RAISED, CandidateKind.THEME, "name") == [
        "Stand van zaken", "Keukens", "Maatregelen", "Schorten",
    ]  # fmt: skip


def test_plain_notes_below_numbered_chapters() -> None:
    text = _RAISED.replace("¹", "1").replace("²", "2")
    assert _names(text, CandidateKind.FOOTNOTE, "number") == [1, 2]
    assert "Maatregelen" in _names(text, CandidateKind.THEME, "name")


@pytest.mark.parametrize("mark", [">>", "##"])
def test_a_mark_before_a_heading_is_no_part_of_it(mark: str) -> None:
    text = f"Geachte voorzitter,\n\nEen zin vooraf.\n\n{mark} Keukens\n\nZij zijn schoon.\n"
    assert _names(text, CandidateKind.THEME, "name") == ["Keukens"]


def test_lettered_subheads_are_headings_and_lettered_items_are_not() -> None:
    text = (
        "Geachte voorzitter,\n\nEen zin vooraf.\n\nKEUKENS\n\na. Messen en borden\n\n"
        "De messen zijn geslepen. Dat gebeurt elk jaar.\n\nb. Schone handen\n\n"
        "De koks wassen hun handen. Zij doen dat vaak.\n\nc. Wat nog komt:\n\n"
        "De volgende zaken worden gekocht.\n\na. Nieuwe pannen\n\nb. Nieuwe lepels\n\n"
        "Daarmee is alles gezegd.\n"
    )
    assert _names(text, CandidateKind.THEME, "name") == [
        "KEUKENS", "Messen en borden", "Schone handen",
    ]  # fmt: skip


def test_an_address_without_salutation_is_no_heading() -> None:
    text = (
        "De voorzitter van de Tweede Kamer der Staten-Generaal\nHofweg 1\n"
        "2511 AA DEN HAAG                                        Directie Koks\n"
        "                                                        Afdeling Soep\n\n"
        "Datum    14 november 2024                               2024-000111\n"
        "Betreft  Tweede voortgangsbrief koken                   Bijlagen\n"
        "         Met smaak                                      1\n\n"
        "Het plan Met smaak telt drie maatregelen, die hieronder worden toegelicht.\n\n"
        "Keukens\n\nDe keukens zijn schoon.\n"
    )
    assert _names(text, CandidateKind.THEME, "name") == ["Keukens"]
    assert read_letter(text.encode(), "a.txt").masthead.sequence == 2


def test_offices_that_sign_side_by_side_keep_their_own_names() -> None:
    text = (
        "Geachte voorzitter,\n\nEen zin vooraf over de koks van het land.\n\n"
        "De minister voor Buitenlandse Handel                    De minister van Financiën,\n"
        "en Ontwikkelingssamenwerking,\n\n\nA. Lepelaar                                "
        "             B. Vorkstra\n"
    )
    signed = read_letter(text.encode(), "a.txt").masthead.signatories
    assert [(each.office, each.name) for each in signed] == [
        ("minister voor Buitenlandse Handel en Ontwikkelingssamenwerking", "A. Lepelaar"),
        ("minister van Financiën", "B. Vorkstra"),
    ]


_BEFORE = (
    "Geachte voorzitter,\n\nDe keukens van het land zijn schoon, en dat blijkt ook uit een "
    "rondgang door de provincie.\n\n"
)
_AFTER = (
    "\n\nDe messen worden elk jaar geslepen door een slijper uit Zwolle, die daarvoor speciaal\n"
    "langskomt met zijn bakfiets.\n"
)


@pytest.mark.parametrize(
    "title",
    [
        "1. Messen",
        "§ 2 Messen",
        "2 | Messen",
        "Actielijn 3: Scherpe messen in de keten",
        "Aanbeveling 4: Verbeter de opvang van messen",
        "Inzet in 2022",
        "Wat is er gedaan",
        "Wat wij doen voor messen",
        "Koks krijgen betere messen",
        "Motie-De Wit c.s. over messen",
        "MESSEN EN BORDEN",
    ],
)
def test_titles_of_many_kinds(title: str) -> None:
    named = _names(_BEFORE + title + _AFTER, CandidateKind.THEME, "name")
    assert named == [title.removeprefix("1. ").removeprefix("§ 2 ").removeprefix("2 | ")]


@pytest.mark.parametrize(
    "line",
    [
        "De aanpak kost twee ton. In 2020",
        "Het gaat daarbij om de volgende messen:",
        "Vleesmes      groot      12 euro",
        "Zij zijn scherp.",
        "messen en borden",
    ],
)
def test_lines_that_are_no_titles(line: str) -> None:
    assert _names(_BEFORE + line + _AFTER, CandidateKind.THEME, "name") == []


def test_an_annex_on_a_theme_of_the_letter_has_the_name_of_that_theme() -> None:
    text = (
        "Datum 4 maart 2024\n\nGeachte voorzitter,\n\nDit is de stand van zaken.\n\n"
        "Toezicht op keukens\n\nDe inspecteur bezoekt dit jaar elke keuken in de provincie.\n\n"
        "Bijlage 1: Toezicht op Keukens\n\nDe bezoeken beginnen in mei bij de koks.\n\n"
        "Bijlage 2: Schorten\n\nDe schorten worden dit jaar vaker gewassen.\n"
    )
    names = _names(text, CandidateKind.THEME, "name")
    assert names == ["Toezicht op keukens", "Toezicht op keukens", "Bijlage 2: Schorten"]


def test_a_heading_that_only_ends_the_letter_is_hardly_a_theme() -> None:
    text = (
        "Datum 4 maart 2024\n\nGeachte voorzitter,\n\nDit is de stand van zaken.\n\n"
        "Toezicht op keukens\n\nDe inspecteur bezoekt dit jaar elke keuken in de provincie.\n\n"
        "Tot slot\n\nDe schorten worden dit jaar vaker gewassen.\n"
    )
    found = read_letter(text.encode(), "a.txt").candidates
    themes = [each for each in found if each.kind is CandidateKind.THEME]
    assert [each.detail["name"] for each in themes] == ["Toezicht op keukens", "Tot slot"]
    assert themes[0].confidence > 0.8
    assert themes[1].confidence < 0.5


_AROUND = (
    "Geachte voorzitter,\n\nDe koks zijn er.\n\n{}\n\n"
    "De keukens zijn in elk district weer schoon\nen heel, zo blijkt uit een rondgang.\n"
)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("A.1 Messen", "Messen"),
        ("DEEL B. WAT WE GAAN DOEN", "DEEL B. WAT WE GAAN DOEN"),
        ("HOOFDSTUK 3     KEUKENS", "HOOFDSTUK 3 KEUKENS"),
        ("Wat wij van u vragen en wat u van ons krijgt", ""),
        ("Wat de kok doet", ""),
        ("Messen bij koks en OM", ""),
        ("Aanbeveling 7. Richt een fonds op", ""),
    ],
)
def test_a_heading_is_told_by_its_form_and_its_place(line: str, name: str) -> None:
    assert _names(_AROUND.format(line), CandidateKind.THEME, "name") == [name or line]


def test_a_numbered_heading_may_stand_above_a_lettered_list() -> None:
    text = _AROUND.format("4. Toezeggingen\n\na. De pan is gekocht.\nb. De soep is warm.")
    assert _names(text, CandidateKind.THEME, "name") == ["Toezeggingen"]


@pytest.mark.parametrize(
    "line",
    [
        "Vergaderjaar 2022-2023",
        "De fungerend voorzitter van de commissie,\nTen Broeke-Kok",
        "De adjunct-griffier van de commissie,\nKokmans",
        "                                        Bericht aan de raad 1/3",
        "Tabel B1. Pannen en lepels",
        "De koks vragen aandacht voor wat wij in mei door de keuken kregen van de heer",
        "De door de leden Pannekoek en Schuimer voorgestelde motie\n(28 638, nr. 12) vraagt veel.",
        "De nieuwe keuken van het huis met de lange naam kostte\n€ 640.000 in een jaar.",
    ],
)
def test_a_line_that_only_looks_like_a_heading_is_none(line: str) -> None:
    assert _names(_AROUND.format(line), CandidateKind.THEME, "name") == []
