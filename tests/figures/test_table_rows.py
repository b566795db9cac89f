"""A table of a release is read by year, with what adds up at the bottom."""

from samen.figures.table_rows import by_year, in_order


def test_totals_stand_last_and_what_says_little_above_them() -> None:
    codes = ("total", "unknown", "labour", "several", "sexual", "other", "begging")
    rows = [((year, code), None if code == "begging" else n)
            for year in ("2020", "2019") for n, code in enumerate(codes)]  # fmt: skip
    told = by_year(("exploitation",), rows)
    assert told["years"] == ["2019", "2020"]
    order = [row["codes"][0][1] for row in told["groups"]]
    assert order[-4:] == ["several", "other", "unknown", "total"]
    assert order.index("labour") < order.index("begging") < order.index("several")
    assert [row["is_total"] for row in told["groups"]] == [False] * 6 + [True]
    assert told["hidden"] == 2


def test_a_cell_that_is_not_there_is_not_one_that_is_hidden() -> None:
    rows = [(("2019", "female"), None), (("2020", "male"), 3)]
    known = {row["codes"][0][1]: row["cells"] for row in by_year(("sex",), rows)["groups"]}
    assert [cell["is_there"] for cell in known["female"]] == [True, False]
    assert [cell["n"] for cell in known["male"]] == [None, 3]


def test_a_table_of_years_alone_has_one_row() -> None:
    (row,) = by_year((), [(("2019",), 30), (("2020",), 43)])["groups"]
    assert [cell["n"] for cell in row["cells"]] == [30, 43]
    assert row["is_total"]


def test_ages_stand_in_their_own_order() -> None:
    assert in_order(("adult", "unknown", "minor", "young"), "age") == [
        "minor", "young", "adult", "unknown",
    ]  # fmt: skip
