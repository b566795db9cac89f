"""Plans and yearly reports: no letterhead, a running title, pages that count within a chapter."""

import pytest

from samen.core.reading.candidates import Candidate
from samen.core.reading.formats import open_letter
from samen.core.reading.reader import read_letter
from samen.core.reading.repair import repair
from samen.core.terms import CandidateKind

LINE = "De stichting ving slachtoffers op en hielp hen bij het doen van aangifte.\n"
CUT = (
    "Het bestuur noemt de motie-Koudijs (Kamerstukken II 2021/22, 28 638,\n",
    "nr. 219), ingediend op 30 juni 2022, die vraagt om meer plaatsen.\n",
)
BODY = "\n\nDe stichting opent in november een loket in Assen.\n\n"


def _of(text: str, kind: CandidateKind) -> list[Candidate]:
    return [c for c in read_letter(text.encode(), "verslag.txt").candidates if c.kind is kind]


def _pages(title: str, feet: list[str]) -> str:
    """Four pages of running text; a reference is cut by the end of the second."""
    texts = [LINE * 14, LINE * 14 + CUT[0], CUT[1] + LINE * 14, LINE * 14]
    pages = [f"{title}\n\n{text}\n{foot}\n\n" for text, foot in zip(texts, feet, strict=True)]
    return "".join(pages)


@pytest.mark.parametrize(
    ("title", "foot"),
    [
        ("Jaarverslag 2022 De Wending           Hoofdstuk 3", "                   3-{}"),
        ("Jaarverslag De Wending", "                   B.{}"),
        ("", "Jaarverslag 2022 De Wending          {}"),
        ("", "{} | Jaarverslag 2022"),
        ("", "{}    Plan van aanpak uitbuiting"),
    ],
)
def test_a_number_cut_by_the_end_of_a_page_is_whole(title: str, foot: str) -> None:
    text = _pages(title, [foot.format(number) for number in (4, 5, 6, 7)])
    papers = _of(text, CandidateKind.PARLIAMENTARY_REF)
    assert [paper.detail["id"] for paper in papers] == ["kst-28638-219"]
    (motion,) = _of(text, CandidateKind.MOTION)
    assert (motion.detail["number"], motion.detail["tabled"]) == ("219", "2022-06-30")


def test_rows_of_a_table_are_no_page_titles() -> None:
    rows = "Meldingen Assen      4\nMeldingen Emmen      5\n"
    text = f"Datum 3 mei 2023\n\n{rows}{LINE * 14}\n{rows}"
    letter = repair(open_letter(text.encode(), "b.txt"))
    assert letter.text.count("Meldingen Emmen") == 2


@pytest.mark.parametrize(
    ("head", "foot", "day"),
    [
        ("PLAN VAN AANPAK\nversie 2.1, 4 maart 2019", "", "2019-03-04"),
        ("JAARPLAN\nVastgesteld door het bestuur op 12 mei 2020", "", "2020-05-12"),
        ("Werkplan uitstapzorg | 7 februari 2022", "", "2022-02-07"),
        (
            "Jaarverslag 2021 | Ministerie van Opvang, Werk en Wonen in Regio's (XXI) | 9 mei 2022",
            "",
            "2022-05-09",
        ),
        ("Startnotitie\n12-10-2023", "", "2023-10-12"),
        (
            "Jaarverslag 2021",
            "Groningen, 3 juni 2022\n\nmr. A. Paterswold, voorzitter",
            "2022-06-03",
        ),
        (
            "BIJLAGE 2\nbij de brief van de staatssecretaris van Koken van 6 maart 2025",
            "",
            "2025-03-06",
        ),
        ("Verslag", "Aldus vastgesteld te Assen op 9 april 2021", "2021-04-09"),
        (
            "Vragen van het lid Pol (ingezonden 9 januari 2023).\nAntwoord van Minister De Boer "
            "(Justitie en Veiligheid) (ontvangen 21 februari 2023)",
            "",
            "2023-02-21",
        ),
    ],
)
def test_a_report_is_dated_by_its_title_page_or_its_signing(head: str, foot: str, day: str) -> None:
    reading = read_letter((head + BODY + foot).encode(), "verslag.txt")
    assert reading.masthead.date == day
    dates = [c for c in reading.candidates if c.kind is CandidateKind.DATE]
    assert f"{day[:4]}-11-01" in [each.detail["earliest"] for each in dates]


@pytest.mark.parametrize(
    ("head", "foot"),
    [
        (
            "Evaluatie",
            "Noten\n1 Brief van de minister, 25 april 2018.\n2 Vastgesteld op 3 mei 2018.",
        ),
        ("Het plan volgt uit de wet van\n3 mei 2023", ""),
    ],
)
def test_the_day_of_something_else_is_not_the_day_of_the_report(head: str, foot: str) -> None:
    assert read_letter((head + BODY + foot).encode(), "verslag.txt").masthead.date == ""
