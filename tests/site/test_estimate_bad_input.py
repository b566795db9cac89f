"""Files as they come: an exact answer, or one sentence; never a traceback, never a wrong number."""

import json
from pathlib import Path
from typing import Any

import pytest

from samen.core.errors import BadInput, SamenError
from samen.site.commands.estimate import run

COUNTS = {"100": 400, "010": 300, "001": 200, "110": 60, "101": 50, "011": 43, "111": 12}
HEAD = "A,B,C,count\n"
TABLE = HEAD + "".join(f"{','.join(on)},{n}\n" for on, n in COUNTS.items())


def given(folder: Path, content: str | bytes) -> Path:
    path = folder / "lists.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def told(path: Path, capsys: pytest.CaptureFixture[str], *options: str) -> dict[str, Any]:
    assert run([str(path), "--bootstrap", "0", "--json", *options]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


@pytest.mark.parametrize(
    "content",
    [
        TABLE.replace(",", ";").replace("400", "400,0"),
        TABLE.replace("\n", "\r\n"),
        TABLE.replace("\n", "\r"),
        "\ufeff" + TABLE,
        TABLE.replace(",", ", "),
        TABLE.replace("400", "4e2"),
        TABLE.replace("1,0,0,400\n", "1,0,0,150\n1,0,0,250\n") + "0,0,0,0\n",
        "count,C,B,A\n" + "".join(f"{n},{','.join(reversed(on))}\n" for on, n in COUNTS.items()),
        HEAD.removesuffix(",count\n") + "\n"
        + "".join(f"{','.join(on)}\n" * n for on, n in COUNTS.items()),
    ],
)  # fmt: skip
def test_other_clothes_give_the_same_answer(
    content: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plain = told(given(tmp_path, TABLE), capsys, "--lists", "A,B,C")
    found = told(given(tmp_path, content), capsys, "--lists", "A,B,C")
    assert found["estimate"] == pytest.approx(plain["estimate"], rel=1e-12)
    assert (found["input"], found["model"]) == (plain["input"], plain["model"])


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"PK\3\4\0\0\0\0excel", "no text"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), "no text"),
        (b"PAR1\x15\4\0\0\x15PAR1", "no text"),
        (b"PAR1\x15\4\x15\4PAR1", "list columns is"),
        (TABLE.replace("400", "400,0"), "Line 2 has 5 fields"),
        (TABLE.replace("400", "-400"), "below zero"),
        (TABLE.replace("400", "400.5"), "400.5"),
        (TABLE.replace("400", "1" + "0" * 30), "at most 1000000000000"),
        (TABLE.replace("400", "1e999999999"), "count 1e999999999 is no number of persons"),
        (TABLE.replace("400", "1_400"), "count 1_400 is no number of persons"),
        (TABLE.replace("400", ""), "The count – is no number"),
        (TABLE + "0,0,0,7\n", "stand on none of the lists A, B, C"),
        (HEAD, "no persons"),
        ("A,B,C\n", "no persons"),
        ("", "empty"),
        ("A,count\n1,5\n", "list columns is 1"),
    ],
)
def test_one_sentence_for_what_cannot_be_used(
    content: str | bytes, said: str, tmp_path: Path
) -> None:
    with pytest.raises(SamenError, match=said):
        run([str(given(tmp_path, content)), "--bootstrap", "0"])


def test_a_column_in_which_nothing_is_known_or_too_much_is_refused(tmp_path: Path) -> None:
    unknown = "A,B,sex,year\n" + "1,0,,\n0,1,,\n1,1,,\n" * 20
    with pytest.raises(SamenError, match="known value of sex"):
        run([str(given(tmp_path, unknown)), "--bootstrap", "0", "--by", "sex,year"])
    many = "A,B,town\n" + "".join(f"{on},t{at}\n" for at in range(500) for on in ("1,0", "1,1"))
    with pytest.raises(SamenError, match="500 different values"):
        run([str(given(tmp_path, many)), "--bootstrap", "0", "--by", "town"])


@pytest.mark.parametrize("content", ["A,B,C,count\n1,1,1,50\n", "A,B\n" + "1,1\n" * 50])
def test_all_persons_on_all_lists_leave_nothing_to_estimate_from(
    content: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nobody on one list alone: which share of the others is missed cannot be told."""
    found = told(given(tmp_path, content), capsys)
    assert (found["estimate"], found["verdict"]) == (None, "refuse")
    assert found["reasons"]


def test_a_list_that_overlaps_with_no_other_has_no_say(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With lists that avoid each other dead, the others give Lincoln-Petersen (by hand)."""
    content = "A,B,C,count\n1,0,0,40\n0,1,0,30\n1,1,0,10\n0,0,1,20\n"
    found = told(given(tmp_path, content), capsys, "--model", "[12,3]")
    assert found["status"] == "does_not_exist"
    assert found["estimate"] is None
    pairs = told(given(tmp_path, content), capsys, "--model", "[13,23]")
    assert pairs["estimate"] == pytest.approx(100 + 40 * 30 / 10)


def test_counts_of_a_billion_are_exact(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Two lists: the hidden number is the product of the ones alone over those on both."""
    content = "A,B,count\n1,0,1000000000\n0,1,999999999\n1,1,1000000\n"
    found = told(given(tmp_path, content), capsys)
    assert found["hidden"] == pytest.approx(1_000_000_000 * 999_999_999 / 1_000_000, rel=1e-9)


def test_twenty_lists_have_an_answer(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every two neighbours share as many persons: all lists are alike."""
    heads = [f"L{at}" for at in range(20)]
    rows = [("".join("1" if at in (one, (one + 1) % 20) else "0" for at in range(20)), 9)
            for one in range(20)]  # fmt: skip
    rows += [("".join("1" if at == one else "0" for at in range(20)), 90) for one in range(20)]
    content = ",".join([*heads, "count"]) + "\n"
    content += "".join(f"{','.join(on)},{n}\n" for on, n in rows)
    found = told(given(tmp_path, content), capsys, "--method", "main")
    n, size = found["n_observed"], 108
    total = found["estimate"]
    assert total - n == pytest.approx(total * (1 - size / total) ** 20, rel=1e-6)


@pytest.mark.parametrize("option", ["--model", "--count", "--by", "--lists"])
@pytest.mark.parametrize("value", ["", " "])
def test_an_option_that_names_nothing_is_refused(option: str, value: str, tmp_path: Path) -> None:
    """An empty variable of a script would ask for something else without a word."""
    with pytest.raises(BadInput, match=f"{option}: '{value}' names nothing"):
        run([str(given(tmp_path, TABLE)), option, value, "--bootstrap", "0"])
