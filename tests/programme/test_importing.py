"""Published figures from a file: doubts first, then all of it or nothing."""

from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from samen.core.errors import BadInput, SamenError, TooBig
from samen.programme.actions import record_figure, record_indicator
from samen.programme.actions.importing import look_at_figures, take_in_figures
from samen.programme.figures_file import MOST_BYTES, read_figures
from samen.programme.queries import all_figures, indicator_with_code
from samen.programme.values import FigureFacts, IndicatorFacts, Wording
from tests.cast import Cast, make_cast

pytestmark = pytest.mark.django_db
NOW = datetime(2021, 11, 17, 9, tzinfo=UTC)
HEAD = "indicator,year,breakdown,value,publication,vintage,base\n"
RIGHT = HEAD + "meldingen,2019,,106,Jaarbeeld,2021,\nmeldingen,2020,,160,Jaarbeeld,2021,\n"
WRONG = RIGHT + (
    "meldingen,2020,vorm: a,90,Jaarbeeld,2021,\nmeldingen,2020,vorm: b,80,Jaarbeeld,2021,\n"
    "aandeel,2020,vrouw,45.9%,Jaarbeeld,2021,meldingen\n"
    "aandeel,2020,,+70%,Krant,2021,meldingen\n"
)


@pytest.fixture
def cast() -> Cast:
    made = make_cast()
    for code, unit in (("meldingen", "personen"), ("aandeel", "procent")):
        record_indicator(
            wording=Wording(code.capitalize()), by=made["programme_team"], now=NOW,
            indicator=IndicatorFacts(code=code, unit=unit, definition="Wie belde."),
        )  # fmt: skip
    return made


def test_a_file_that_adds_up_comes_in_whole(cast: Cast) -> None:
    look = take_in_figures(RIGHT.encode(), by=cast["programme_team"], now=NOW)
    assert (look.lines, look.added, look.doubts) == (2, 2, {})
    assert [figure.value for figure in all_figures()] == [106, 160]
    again = take_in_figures(RIGHT.encode(), by=cast["programme_team"], now=NOW)
    assert (again.lines, again.added) == (2, 0)


def test_a_total_takes_the_place_of_the_same_total_by_another_name(cast: Cast) -> None:
    by, number = cast["programme_team"], indicator_with_code(code="meldingen") or 0
    as_before = FigureFacts(2020, "Jaarbeeld", Decimal(106), breakdown="totaal", vintage="2021")
    record_figure(indicator=number, figure=as_before, by=by, now=NOW)
    (old,) = all_figures()
    take_in_figures(f"{HEAD}meldingen,2020,,107,Jaarbeeld,2021,\n".encode(), by=by, now=NOW)
    (new,) = all_figures()
    assert (new.value, new.supersedes, new.breakdown) == (Decimal(107), old.id, "totaal")


def test_a_look_says_what_is_doubted_and_nothing_of_it_stays(cast: Cast) -> None:
    look = look_at_figures(WRONG.encode(), by=cast["programme_team"], now=NOW)
    assert look.added == 6
    found = {title: sorted(each.kind for each in told) for title, told in look.doubts.items()}
    assert found == {"Meldingen": ["parts"], "Aandeel": ["change", "share"]}
    assert all_figures() == []


def test_a_member_of_the_team_looks_on_the_page_and_takes_in_as_the_source_says(
    cast: Cast,
) -> None:
    team, page = cast.client("programme_team"), reverse("programme:import_figures")
    words = {"accept-language": "nl"}
    told = team.post(page, {"text": WRONG, "act": "look"}, headers=words).content.decode()
    assert "3 twijfels" in told
    assert "2020: de delen tellen op tot 170, het totaal is 160 (2021)." in told
    assert "2020: 70% volgt niet uit 106 en 160." in told
    assert "Van 106 naar 160 is 51%." in told
    assert all_figures() == []
    assert team.post(page, {"text": WRONG, "act": "take"}).status_code == 302
    assert len(all_figures()) == 6
    shown = reverse("programme:indicator", args=["meldingen"])
    assert "de delen tellen op tot 170" in team.get(shown, headers=words).content.decode()


def test_a_wrong_file_is_told_on_the_page(cast: Cast) -> None:
    team, page = cast.client("programme_team"), reverse("programme:import_figures")
    answer = team.post(page, {"text": HEAD + "meldingen,2020,,1.013,Jaarbeeld,,\n", "act": "take"})
    assert answer.status_code == 422
    assert "1.013" in answer.content.decode()
    assert team.post(page, {"act": "look"}).status_code == 422
    assert all_figures() == []


@pytest.mark.parametrize(("line", "told"), [
    ("meldingen,2020,,NaN,Jaarbeeld,,", "“NaN” in the column value"),
    ("meldingen,2020,,1.013,Jaarbeeld,,", "“1.013” in the column value"),
    ("meldingen,20,,5,Jaarbeeld,,", "“20” in the column year"),
    ("meldingen,2020-2019,,5,Jaarbeeld,,", "“2020-2019” in the column year"),
    ("meldingen,2020,,5,,,", "in the column publication"),
    ("niets,2020,,5,Jaarbeeld,,", "There is no indicator niets"),
    ("aandeel,2020,,5%,Jaarbeeld,,aandeel", "itself in percent"),
    ("meldingen,2020", "Line 2 has 2 fields"),
    ('meldingen,2020,,"1\n2",Jaarbeeld,,', "in the column value"),
    ("meldingen,2020,,1\u20282,Jaarbeeld,,", "in the column value"),
])  # fmt: skip
def test_a_wrong_line_is_told_and_nothing_comes_in(cast: Cast, line: str, told: str) -> None:
    with pytest.raises(BadInput, match=told):
        take_in_figures(f"{HEAD}{line}\n".encode(), by=cast["programme_team"], now=NOW)
    assert all_figures() == []


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"indicator,year\n",
        b"a,b\n1,2\n",
        HEAD.encode(),
        b"indicator,year,value,value,publication\na,2020,1,2,p\n",
    ],
)
def test_what_is_no_such_file_is_refused(content: bytes) -> None:
    with pytest.raises(SamenError):
        read_figures(content)


def test_a_file_that_is_too_large_is_refused() -> None:
    with pytest.raises(TooBig):
        read_figures(b"x" * (MOST_BYTES + 1))


def test_a_change_keeps_its_sign_in_words_and_a_definition_has_to_be_there(cast: Cast) -> None:
    head = "indicator;year;value;publication;definition;published_on\n"
    take_in_figures(f"{head}aandeel;2020;+7,5%;Krant;1;2021-04-01\n".encode(),
                    by=cast["programme_team"], now=NOW)  # fmt: skip
    (figure,) = all_figures()
    assert (figure.value, figure.words, figure.definition_version) == (Decimal("7.5"), "+7,5%", 1)
    with pytest.raises(BadInput, match="no definition 2"):
        take_in_figures(f"{head}aandeel;2020;8;Krant;2;\n".encode(),
                        by=cast["programme_team"], now=NOW)  # fmt: skip


def test_the_command_looks_first_and_takes_in_when_told(
    cast: Cast, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "reeks.csv"
    file.write_text(WRONG)
    by = cast["programme_team"].email
    with pytest.raises(CommandError, match="3 doubts"):
        call_command("import_figures", file, by=by)
    assert "Meldingen: 2020: the parts add up to 170" in capsys.readouterr().out
    assert all_figures() == []
    call_command("import_figures", file, by=by, take=True)
    assert "6 lines, 6 new values taken in." in capsys.readouterr().out
    assert indicator_with_code(code="aandeel") in {figure.indicator for figure in all_figures()}
    with pytest.raises(BadInput, match="Nobody has this address"):
        call_command("import_figures", file, by="niemand@voorbeeld.example")


def test_only_the_team_takes_figures_in(cast: Cast) -> None:
    page = reverse("programme:import_figures")
    assert cast.client("reader").get(page).status_code == 403
    assert Client().get(page).status_code == 302
