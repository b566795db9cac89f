"""Papers that are no Kamerstuk, and the session years of those that are."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samen.core.references import (
    OtherPaperKind,
    PaperDoubtKind,
    check_paper,
    find_other_papers,
    find_papers,
    known_dossiers,
    out_of_order,
    parse_paper_id,
    session_year,
)


@pytest.mark.parametrize(
    ("text", "kind", "identity"),
    [
        (
            "Aanhangsel Handelingen, vergaderjaar 2020-2021, nr. 12",
            "questions",
            "ah-tk-20202021-12",
        ),
        ("Aanhangsel Handelingen II 2020/21, nr. 45", "questions", "ah-tk-20202021-45"),
        ("ah-tk-20202021-99", "questions", "ah-tk-20202021-99"),
        ("Handelingen II 2020/21, nr. 12, item 3", "proceedings", "h-tk-20202021-12-3"),
        ("2021D12345", "document", "2021D12345"),
        ("2021Z12345", "case", "2021Z12345"),
        ("TZ202109-123", "commitment", "TZ202109-123"),
        ("COM (2021) 171", "european", "COM(2021)171"),
        ("Stb. 2024, 59", "law_gazette", "stb-2024-59"),
        ("Staatscourant 2021, nr. 28638", "government_gazette", "stcrt-2021-28638"),
        ("Trb. 2005, 99", "treaty_series", "trb-2005-99"),
        ("ECLI:NL:HR:2018:1946", "ruling", "ECLI:NL:HR:2018:1946"),
    ],
)
def test_each_form_gives_its_id(text: str, kind: str, identity: str) -> None:
    padded = f"Zie {text}. Meer niet."
    [found] = find_other_papers(padded)
    assert (found.value.kind, found.value.id) == (OtherPaperKind(kind), identity)
    assert padded[found.start : found.end] == text
    assert find_papers(padded) == []


@given(st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    assert all(0 <= f.start < f.end <= len(text) for f in find_other_papers(text))


def test_a_session_starts_on_the_third_tuesday_of_september() -> None:
    assert session_year(date(2021, 9, 20)) == "2020-2021"
    assert session_year(date(2021, 9, 21)) == "2021-2022"
    assert session_year(date(2026, 9, 15)) == "2026-2027"


@given(st.dates(date(1950, 1, 1), date(2090, 1, 1)))
def test_sessions_follow_each_other(day: date) -> None:
    assert session_year(day) <= session_year(day + timedelta(days=1))


def test_a_session_year_is_checked_against_the_date() -> None:
    [found] = find_papers("Tweede Kamer, vergaderjaar 2021-2022, 28 638, nr. 201.")
    [doubt] = check_paper(found.value, date(2021, 9, 15))
    assert doubt.kind is PaperDoubtKind.SESSION_DATE
    assert check_paper(found.value, date(2021, 10, 1)) == []


def test_a_session_of_three_years_is_doubted() -> None:
    [found] = find_papers("Tweede Kamer, vergaderjaar 2020-2022, 28 638, nr. 201.")
    assert [d.kind for d in check_paper(found.value)] == [PaperDoubtKind.SESSION_SHAPE]


def test_a_number_out_of_date_order_is_doubted() -> None:
    known = [(parse_paper_id("28638-183"), date(2020, 7, 1))]
    [doubt] = check_paper(parse_paper_id("28638-206"), date(2020, 2, 7), known)
    assert doubt.kind is PaperDoubtKind.NUMBER_ORDER
    assert check_paper(parse_paper_id("28638-206"), date(2022, 2, 7), known) == []


def test_the_one_paper_with_a_wrong_date_is_out_of_order() -> None:
    days = {
        "161": (2018, 5, 25),
        "183": (2023, 7, 1),
        "206": (2021, 2, 7),
        "219": (2022, 2, 7),
        "247": (2024, 2, 2),
    }
    dated = [(parse_paper_id(f"28638-{n}"), date(*day)) for n, day in days.items()]
    assert [paper.number for paper in out_of_order(reversed(dated))] == ["183"]
    assert known_dossiers()["28638"] == "Mensenhandel"
