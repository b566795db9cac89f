"""Capture tables from CSV: every shape of good input, one sentence for every bad one."""

import io
from contextlib import suppress
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samen.core.errors import BadInput, SamenError
from samen.core.estimation.capture_file import read_table
from samen.core.estimation.table import MISSING, CaptureTable

COUNTS = "A,B,C,count\n1,0,0,40\n0,1,0,30\n1,1,0,6\n0,0,1,20\n"


def read(text: str, *lists: str, by: tuple[str, ...] = (), count: str = "") -> CaptureTable:
    return read_table(io.StringIO(text, newline=""), lists, by, count)


def test_a_row_a_history() -> None:
    table = read(COUNTS)
    assert table.lists == ("A", "B", "C")
    assert list(table.by_history()) == [0, 40, 30, 6, 20, 0, 0, 0]


@pytest.mark.parametrize(
    "text",
    [
        COUNTS.replace(",", ";"),
        COUNTS.replace(",", "\t"),
        COUNTS.replace("\n", "\r\n"),
        "\ufeff" + COUNTS,
        COUNTS.replace("A,B,C,count", '"A","B","C","count"'),
        COUNTS + "\n\n",
        COUNTS + "0,0,0,0\n",
        COUNTS.replace("40", "40.0"),
        COUNTS.replace(",", ";").replace("40", "40,0"),
        COUNTS.replace("1,1,0,6\n", "1,1,0,2\n1,1,0,4\n"),
        "count,A,B,C\n40,1,0,0\n30,0,1,0\n6,1,1,0\n20,0,0,1\n",
        "A,B,C\n" + "1,0,0\n" * 40 + "0,1,0\n" * 30 + "1,1,0\n" * 6 + "0,0,1\n" * 20,
        "id,A,B,C\n" + "".join(f"p{at},{'1,0,0' if at < 40 else '0,1,0'}\n" for at in range(70))
        + "x,1,1,0\n" * 6 + "y,0,0,1\n" * 20,
    ],
)  # fmt: skip
def test_the_same_table_in_other_clothes(text: str) -> None:
    table = read(text)
    assert table.lists == ("A", "B", "C")
    assert list(table.by_history()) == [0, 40, 30, 6, 20, 0, 0, 0]


def test_covariates_with_levels_in_order_and_what_is_not_known() -> None:
    table = read("A,B,year,sex\n1,0,2021,v\n1,1,2019,m\n0,1,onbekend,\n0,1,2019,v\n",
                 by=("year", "sex"))  # fmt: skip
    assert [covariate.levels for covariate in table.covariates] == [("2019", "2021"), ("m", "v")]
    assert table.has_missing
    assert (table.codes == MISSING).sum() == 2
    assert list(table.only("year", "2019").by_history()) == [0, 0, 1, 1]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "empty"),
        ("\n", "empty"),
        ("A,B,count\n", "no persons"),
        ("A,B,count\n1,0,-1\n", "below zero"),
        ("A,B,count\n1,0,1.5\n", "1.5"),
        ("A,B,count\n1,0,much\n", "much"),
        ("A,B,count\n1,0,\n", "The count – is no number"),
        ("A,B,count\n1,0,1e400\n", "1e400"),
        ("A,B,count\n1,0,NaN\n", "NaN"),
        ("A,B,count\n1,0,9999999999999\n", "9999999999999"),
        ("A,B,count\n0,0,5\n1,0,3\n", "stand on none of the lists A, B"),
        ("A,B,count\n1,0\n", "Line 2 has 2 fields"),
        ("A,A,count\n1,0,3\n", "two columns A"),
        ("A,count\n1,3\n", "list columns is 1"),
        ("name,count\npolice,3\n", "list columns is 0"),
        (",".join(f"L{at}" for at in range(21)) + "\n" + ",".join(["1"] * 21), "21 lists"),
    ],
)
def test_one_sentence_for_what_cannot_be_used(text: str, told: str) -> None:
    with pytest.raises(SamenError, match=told):
        read(text)


def test_named_columns_have_to_be_there_and_to_be_lists() -> None:
    with pytest.raises(SamenError, match="no column D"):
        read(COUNTS, "A", "D")
    with pytest.raises(SamenError, match="Column count, line 2: 40 is neither 0 nor 1"):
        read(COUNTS, "A", "count", count="B")
    with pytest.raises(SamenError, match="named twice"):
        read(COUNTS, "A", "B", by=("A",))
    with pytest.raises(SamenError, match="500 different values"):
        read("A,B,town\n" + "".join(f"1,1,t{at}\n" for at in range(500)), by=("town",))


WRONG = COUNTS.replace("1,1,0,6", "{},1,0,6")


@pytest.mark.parametrize("cell", ["2", "", "NA", "ja", "1.0", "O"])
@pytest.mark.parametrize("lists", [(), ("A", "B", "C")])
def test_one_wrong_cell_is_told_with_its_column_and_line(cell: str, lists: tuple[str, ...]) -> None:
    """A column with it was taken for no list, and the numbers were those of the others."""
    with pytest.raises(BadInput, match=f"Column A, line 4: {cell or '–'} is neither 0 nor 1"):
        read(WRONG.format(cell), *lists)


def test_the_line_is_that_of_the_file() -> None:
    """Empty lines and fields of more lines count; a wrong cell after 100,000 rows is found too."""
    with pytest.raises(BadInput, match="Column A, line 6: 2"):
        read('name,A,B\n"x\ny",1,0\n\n\nz,2,1\nv,1,0\nw,0,1\n')
    with pytest.raises(BadInput, match="Column B, line 100004: – is neither"):
        read("A,B\n" + "1,0\n" * 100_002 + "1,\n")


@pytest.mark.parametrize(("yes", "no"), [("TRUE", "FALSE"), ("ja", "nee"), ("x", "")])
def test_lists_in_other_words_are_told_where_there_are_no_others(yes: str, no: str) -> None:
    text = "A,B,C\n" + f"1,{no},{yes}\n" * 5 + f"0,{yes},{no}\n" * 5
    with pytest.raises(BadInput, match="Column B, line 2"):
        read(text)
    assert read(text.replace(f",{no},", ",0,").replace(f",{yes},", ",1,")).lists == ("A", "B")


@pytest.mark.parametrize(("yes", "no"), [("1", ""), ("1.0", "0.0")])
def test_lists_that_another_program_wrote_are_told_and_never_left_out(yes: str, no: str) -> None:
    text = "A,B,C\n" + f"1,0,{yes}\n" * 5 + f"0,1,{no}\n" * 5
    with pytest.raises(BadInput, match="Column C, line"):
        read(text)
    assert read(text, "A", "B").lists == ("A", "B")
    assert read(text, by=("C",)).lists == ("A", "B")


def test_columns_of_other_things_are_no_lists() -> None:
    """Children by number are mostly 0 and 1, and a yes or no says something of a person."""
    text = "id,year,form,A,B,empty,minor,children\n" + "".join(
        f"{at},{2019 + at % 3},labour,{at % 2},1,,{'ja' if at % 2 else 'nee'},{at % 4}\n"
        for at in range(9))  # fmt: skip
    found = read(text)
    assert found.lists == ("A", "B")
    (said,) = map(str, found.notes)
    assert said.startswith("The column minor is not taken as a list")
    assert (read(text, "A", "B").notes, read(text, by=("minor",)).notes) == ((), ())


@pytest.mark.parametrize("name", ["Count", "n", "Freq", "aantal"])
def test_counts_by_another_name_are_asked_for(name: str) -> None:
    """Each history was one person, and 96 persons were 4."""
    with pytest.raises(BadInput, match=f"column {name} seems to hold counts"):
        read(COUNTS.replace("count", name))
    assert read(COUNTS.replace("count", name), count=name).n_observed == 96


@pytest.mark.parametrize("name", ["Aantal personen", "persons", "x"])
def test_whole_numbers_beside_histories_that_are_all_different_are_asked_for(name: str) -> None:
    """Three histories were three persons; a running number of records is no count."""
    text = f"A,B,{name}\n1,0,40\n0,1,30\n1,1,6\n"
    with pytest.raises(BadInput, match=f"column {name} seems to hold counts"):
        read(text, "A", "B")
    assert read(text, count=name).n_observed == 76
    numbered = "id,A,B\n1,1,0\n2,0,1\n3,1,1\n"
    assert read(numbered).n_observed == 3
    assert read(numbered.replace("2,0,1", "2,0,1\n7,0,1")).n_observed == 4


def test_a_list_may_have_any_name() -> None:
    assert read("n,x\n1,0\n0,1\n1,1\n").lists == ("n", "x")


@given(st.text(max_size=300))
def test_any_text_gives_a_table_or_a_sentence(text: str) -> None:
    with suppress(SamenError):
        assert read(text).n_observed > 0


@given(st.lists(st.tuples(st.integers(1, 7), st.integers(1, 99)), min_size=1, max_size=12),
       st.randoms())  # fmt: skip
def test_the_order_of_rows_and_columns_changes_nothing(
    rows: list[tuple[int, int]], chance: Random
) -> None:
    columns = ["A", "B", "C", "count"]
    records = [{"A": h & 1, "B": h >> 1 & 1, "C": h >> 2, "count": n} for h, n in rows]
    text = ",".join(columns) + "\n" + "".join(
        ",".join(str(record[name]) for name in columns) + "\n" for record in records)  # fmt: skip
    chance.shuffle(columns)
    chance.shuffle(records)
    other = ",".join(columns) + "\n" + "".join(
        ",".join(str(record[name]) for name in columns) + "\n" for record in records)  # fmt: skip
    one, two = read(text, "A", "B", "C"), read(other, "A", "B", "C")
    assert list(one.by_history()) == list(two.by_history())


@pytest.mark.parametrize("count", ["1.000", "1,000", "-12.000", "1.000.000"])
def test_a_count_with_marks_between_thousands_is_refused(count: str) -> None:
    """One thousand to some and one to others: 1,108 persons were read as 109."""
    with pytest.raises(BadInput, match="is no number of persons"):
        read(f"A;B;count\n1;0;{count}\n0;1;100\n1;1;8\n")
