"""The scorer gives full marks to the truth itself, and takes them off for what is wrong."""

from typing import Any

import pytest

from bench.fields import right
from bench.invention import invented, unquoted
from bench.names import canonical
from bench.reading import interval, letter_paths, main, rates, truth_of
from bench.scoring import match

Entry = dict[str, Any]


def date(quote: str, line: int, latest: str, precision: str = "day") -> Entry:
    return {
        "kind": "date",
        "quote": quote,
        "line": line,
        "line_end": line,
        "earliest": latest,
        "latest": latest,
        "precision": precision,
    }


@pytest.mark.parametrize("name", ["demo", "dev", "held_out"])
def test_truth_against_itself_is_whole(name: str) -> None:
    for path in letter_paths(name):
        entries = truth_of(path)["entries"]
        for kind in {entry["kind"] for entry in entries}:
            mine = [entry for entry in entries if entry["kind"] == kind]
            tally = match(kind, mine, mine)
            assert (tally.misses, tally.extras) == ((), ()), (path.name, kind)
            assert all(good == asked for good, asked in tally.fields.values()), (path.name, kind)


def test_the_same_words_on_another_line_are_no_hit() -> None:
    tally = match("date", [date("7 juli jl.", 3, "2021-07-07")], [date("7 juli jl.", 9, "x")])
    assert tally.counts == (0, 1, 1)


def test_one_found_entry_answers_one_truth() -> None:
    twice = [date("7 juli", 3, "2021-07-07"), date("7 juli", 3, "2021-07-07")]
    assert match("date", twice, twice[:1]).counts == (1, 2, 1)


def test_equal_fields_decide_between_equal_quotes() -> None:
    truths = [date("in mei en juni", 3, "2021-05-31"), date("in mei en juni", 3, "2021-06-30")]
    tally = match("date", truths, list(reversed(truths)))
    assert tally.fields["interval"] == (2, 2)


def test_a_bare_year_found_is_not_held_against_the_reader() -> None:
    assert match("date", [], [date("2021", 3, "2021-12-31", "year")]).counts == (0, 0, 0)


def test_any_day_around_the_recess_is_before_the_summer() -> None:
    truth = date("voor de zomer", 1, "2022-07-01", "before")
    assert right("date", "interval", truth, date("voor de zomer", 1, "2022-06-20"))
    assert not right("date", "interval", truth, date("voor de zomer", 1, "2021-06-20"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ministerie van JenV", "Ministerie van Justitie en Veiligheid"),
        ("Inspectie SZW", "de Arbeidsinspectie"),
        ("SZW", "ministerie van Sociale Zaken en Werkgelegenheid"),
        ("het OM", "Openbaar Ministerie"),
    ],
)
def test_one_body_under_two_names(one: str, other: str) -> None:
    assert canonical(one) == canonical(other)


def test_a_minister_is_no_ministry() -> None:
    assert canonical("minister van SZW") != canonical("ministerie van SZW")


def test_an_invented_number_is_seen() -> None:
    text = "In 2020 waren er 187 verdachten; er is acht ton beschikbaar, vanaf volgend jaar."
    entry: Entry = {"kind": "indicator", "quote": text, "line": 1, "line_end": 1}
    assert not invented(entry | {"year": 2020, "value": 187}, text, "2021-11-17", "")
    assert not invented(entry | {"value_eur": 800000, "from": 2022}, text, "2021-11-17", "")
    assert invented(entry | {"value": 1870}, text, "2021-11-17", "") == []
    assert invented(entry | {"value": 18}, text, "2021-11-17", "") == ["value=18"]
    assert invented(entry | {"value": 188}, text, "2021-11-17", "") == ["value=188"]
    assert not unquoted(entry, text.replace(" ", "\n"))
    assert unquoted(entry | {"quote": "In 2019 waren"}, text)


def test_a_year_that_a_letter_reckons_to_is_not_invented() -> None:
    text = "In 2018 duurde dat gemiddeld 415 dagen; drie jaar eerder was dat 290 dagen."
    entry: Entry = {"kind": "indicator", "quote": text, "line": 1, "line_end": 1}
    assert invented(entry | {"year": 2015}, text, "2024-06-27", "") == []
    assert invented(entry | {"year": 2016}, text, "2024-06-27", "") == ["year=2016"]


def test_rates_and_their_interval() -> None:
    counts = [(8, 10, 10), (5, 10, 5)]
    assert rates(counts) == (13 / 20, 13 / 15, 26 / 35)
    low, high = interval(counts)
    assert low <= rates(counts)[2] <= high


def test_held_out_letters_are_never_shown(capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("held_out", "all"):
        with pytest.raises(SystemExit):
            main(["--letters", name, "--show", "date"])
    assert "never shown" in capsys.readouterr().err


def test_what_a_range_or_a_note_mark_hides_is_not_invented() -> None:
    text = "Over 2019 waren het er 226³. Zie Kamerstukken II 2022/23, 36 377, nrs. 1 – 4."
    entry: dict[str, Any] = {"kind": "indicator", "quote": text, "line": 1, "line_end": 1}
    assert invented(entry | {"value": 226}, text, "2021-11-17", "") == []
    paper = entry | {"kind": "parliamentary_ref"}
    assert invented(paper | {"number": "3"}, text, "2021-11-17", "") == []
    assert invented(paper | {"number": "5"}, text, "2021-11-17", "") == ["number=5"]
    assert invented(paper | {"number": "N"}, text, "2021-11-17", "") == []


def test_raised_figures_and_spelt_numerals_are_not_invented() -> None:
    text = "Er zijn tweeëntwintig koks en driehonderdvijftig schorten³ in twee derde der keukens."
    entry: dict[str, Any] = {"kind": "quantity", "quote": "", "line": 1, "line_end": 1}
    for number in (22, 350, 3, 0.6667):
        assert invented(entry | {"value": number}, text, "2021-11-17", "") == []
    assert invented(entry | {"value": 45}, text, "2021-11-17", "") == ["value=45"]
