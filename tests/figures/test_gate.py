"""The gate attacks what is proposed with all that was published, and never lets a doubt through."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from samen.core.disclosure.program import Limit
from samen.core.disclosure.protect import Status
from samen.core.disclosure.system import spoken
from samen.core.errors import BadInput, Refused
from samen.figures.cube import by_source, table
from samen.figures.gate import Shown, Why, audit, made_safe, policy_of, unsafe

POLICY = policy_of(5)
ORDER = ("year", "sex", "form")
CELLS: Mapping[tuple[str, ...], int] = {
    ("2020", "female", "sexual"): 40, ("2020", "female", "labour"): 12,
    ("2020", "female", "criminal"): 2, ("2020", "male", "sexual"): 7,
    ("2020", "male", "labour"): 30, ("2020", "male", "criminal"): 9,
}  # fmt: skip


def shown(
    by: tuple[str, ...] = ("sex", "form"), edition: str = "one",
    cells: Mapping[tuple[str, ...], int] = CELLS, hidden: frozenset[tuple[str, ...]] = frozenset(),
    base: str = "victims", groups: Mapping[str, Mapping[str, tuple[str, ...]]] | None = None,
) -> Shown:  # fmt: skip
    wide = groups or {}
    return Shown(base, edition, ("year", *by), table(cells, ORDER, by, wide), hidden, wide)


def registered(by: tuple[str, ...], cells: Mapping[tuple[str, ...], int]) -> Shown:
    """A table of persons by whom they were registered, the last code."""
    order = (*ORDER, "sources")
    return Shown("victims", "one", ("year", *by), table(cells, order, by, {}),
                 by_source=by_source(cells, order, by, {}))  # fmt: skip


def changed(**by: int) -> dict[tuple[str, ...], int]:
    """The cells with some numbers raised: `female_labour=1`."""
    return {cell: n + by.get("_".join(cell[1:]), 0) for cell, n in CELLS.items()}


def test_tables_have_all_totals_but_that_over_the_years() -> None:
    found = table({**CELLS, ("2021", "male", "labour"): 5}, ORDER, ("sex",), {})
    assert found == {
        ("2020", "female"): 54, ("2020", "male"): 46, ("2020", "total"): 100,
        ("2021", "female"): 0, ("2021", "male"): 5, ("2021", "total"): 5,
    }  # fmt: skip


def test_a_small_cell_that_is_shown_is_named_with_what_it_gives_away() -> None:
    report = audit([shown()], [], POLICY)
    assert report.status is Status.UNSAFE
    close = next(each for each in report.close if each.attacker == "outsider")
    assert (spoken(close.cell), close.low, close.high) == ("criminal × female × 2020", 2, 2)
    assert "criminal × female × 2020 [2, 2]" in str(unsafe(report))


def test_hiding_only_the_small_cell_gives_it_away_through_the_totals() -> None:
    small = frozenset({("2020", "female", "criminal")})
    assert audit([shown(hidden=small)], [], POLICY).status is Status.UNSAFE


def test_what_the_gate_itself_hides_is_safe_and_no_more_than_needed() -> None:
    made = made_safe([shown()], [], POLICY)
    assert audit(made, [], POLICY).status is Status.SAFE
    assert ("2020", "female", "criminal") in made[0].hidden
    assert len(made[0].hidden) == 4


def test_an_organisation_knows_whom_it_registered_itself() -> None:
    """Hidden beside the cell of 2 are cells of a shelter that registered all in them: it computes
    the 2. Who does not know that hides so; the gate does not."""
    cells: Mapping[tuple[str, ...], int] = {("2020", *codes): n for *codes, n in (
        ("female", "sexual", "police", 40), ("female", "labour", "shelter", 4),
        ("female", "labour", "police+shelter", 5), ("female", "criminal", "police", 2),
        ("male", "sexual", "police", 5), ("male", "sexual", "shelter", 1),
        ("male", "labour", "shelter", 30), ("male", "criminal", "police", 9),
    )}  # fmt: skip
    given = registered(("sex", "form"), cells)
    assert given.by_source["shelter"]["2020", "female", "labour"] == 9
    assert given.by_source["police"]["2020", "total", "labour"] == 5
    (unknowing,) = made_safe([replace(given, by_source={})], [], POLICY)
    assert audit([unknowing], [], POLICY).status is Status.SAFE
    (close,) = audit([replace(unknowing, by_source=given.by_source)], [], POLICY).close
    assert (spoken(close.cell), close.attacker) == ("criminal × female × 2020", "reporter")
    assert (close.low, close.high) == (2, 2)
    (safe,) = made_safe([given], [], POLICY)
    assert audit([safe], [], POLICY).status is Status.SAFE


def test_coarser_codes_make_it_safe_without_hiding() -> None:
    wide = {"form": {"other": ("criminal", "labour")}}
    assert audit([shown(groups=wide)], [], POLICY).status is Status.SAFE


def test_a_table_that_is_safe_alone_is_refused_where_it_opens_an_earlier_one() -> None:
    (first,) = made_safe([shown()], [], POLICY)
    other = frozenset({("2020", "female", "criminal"), ("2020", "female", "sexual"),
                       ("2020", "male", "criminal"), ("2020", "male", "sexual")})  # fmt: skip
    second = shown(hidden=other)
    assert audit([second], [], POLICY).status is Status.SAFE
    assert first.hidden != other
    assert audit([second], [first], POLICY).status is Status.UNSAFE


def test_tables_of_several_counts_that_make_a_ring_are_refused() -> None:
    """No table has sex, form and age together, so what the three tell together is not attacked."""
    order = (*ORDER, "age")
    cells = {(*cell, age): n for cell, n in CELLS.items() for age in ("adult", "minor")}
    first, second, third = (
        Shown("victims", edition, ("year", *by), table(cells, order, by, {}))
        for edition, by in (
            ("one", ("sex", "form")), ("two", ("form", "age")), ("three", ("sex", "age")),
        )
    )  # fmt: skip
    report = audit([third], [first, second], POLICY)
    assert report.status is Status.REFUSED
    assert "ring" in str(report.reason)
    assert "ring" not in str(audit([second], [first], POLICY).reason)


def test_a_detailed_table_after_a_coarse_one_is_one_system() -> None:
    coarse = shown(("form",), groups={"form": {"other": ("criminal", "labour")}})
    fine = shown(("form",))
    assert audit([fine], [coarse], POLICY).status is Status.SAFE
    cells = {**CELLS, ("2020", "male", "criminal"): 1}
    coarse = shown(("form",), cells=cells, groups={"form": {"other": ("criminal", "labour")}})
    fine = shown(("form",), cells=cells,
                 hidden=frozenset({("2020", "criminal"), ("2020", "labour")}))  # fmt: skip
    assert audit([fine], [], POLICY).status is Status.SAFE
    assert audit([fine], [coarse], POLICY).status is Status.SAFE
    open_now = shown(("form",), cells=cells, hidden=frozenset({("2020", "criminal")}))
    assert audit([open_now], [coarse], POLICY).status is Status.UNSAFE


def test_two_ways_to_take_codes_together_are_refused() -> None:
    one = shown(("form",), groups={"form": {"other": ("criminal", "labour")}})
    two = shown(("form",), groups={"form": {"rest": ("criminal", "sexual")}})
    report = audit([two], [one], POLICY)
    assert report.status is Status.REFUSED
    assert "taken together in two ways" in str(report.reason)


def test_a_revision_is_attacked_together_with_what_it_replaces() -> None:
    (first,) = made_safe([shown()], [], POLICY)
    again = shown(edition="two", cells=changed(female_labour=20))
    (second,) = made_safe([again], [first], POLICY)
    assert first.hidden <= second.hidden
    assert audit([second], [first], POLICY).status is Status.SAFE
    opened = shown(edition="two", cells=changed(female_labour=20), hidden=frozenset(
        {("2020", "female", "criminal"), ("2020", "female", "sexual"),
         ("2020", "male", "criminal"), ("2020", "male", "sexual")}))  # fmt: skip
    assert audit([opened], [], POLICY).status is Status.SAFE
    assert audit([opened], [first], POLICY).status is Status.UNSAFE


def test_a_small_change_between_two_counts_in_one_proposal_is_a_small_cell() -> None:
    both = [shown(("sex",)), shown(("sex",), "two", changed(female_labour=2))]
    (close,) = audit(both, [], POLICY).close
    assert (spoken(close.cell), close.low, close.why) == ("female × 2020", 2, Why.CHANGE)


def test_a_small_change_between_two_editions_is_a_small_cell() -> None:
    (first,) = made_safe([shown(("sex",))], [], POLICY)
    again = shown(("sex",), "two", changed(female_labour=2))
    report = audit([again], [first], POLICY)
    assert [(spoken(each.cell), each.low, each.why) for each in report.close] == [
        ("female × 2020", 2, Why.CHANGE)
    ]
    assert audit([shown((), "two", changed(female_labour=2))], [shown(())], POLICY).status is (
        Status.SAFE
    )


@pytest.mark.parametrize(("more", "status"), [(2, Status.UNSAFE), (20, Status.SAFE)])
def test_a_small_change_of_hidden_cells_together_is_a_small_cell(more: int, status: Status) -> None:
    hidden = frozenset({("2020", "criminal"), ("2020", "labour")})
    few = {cell: 1 if "criminal" in cell else n for cell, n in CELLS.items()}
    first = shown(("form",), cells=few, hidden=hidden)
    by_form = {"sexual": 10, "labour": more}
    again = shown(("form",), "two", {
        cell: n + by_form.get(cell[2], 0) * (cell[1] == "male") for cell, n in few.items()
    }, hidden)  # fmt: skip
    report = audit([again], [first], POLICY)
    assert report.status is status
    told = {(spoken(each.cell), each.low) for each in report.close if each.why is Why.TOGETHER}
    assert told == ({("criminal × 2020", 2), ("labour × 2020", 2)} if more == 2 else set())


def test_all_cells_hidden_below_the_total_of_a_year_change_as_it_does() -> None:
    hidden = frozenset({("2020", "female"), ("2020", "male")})
    first, again = shown(("sex",), hidden=hidden), shown(
        ("sex",), "two", changed(female_labour=2), hidden
    )  # fmt: skip
    assert audit([again], [first], POLICY).status is Status.SAFE


def test_tables_of_other_persons_tell_nothing_of_each_other() -> None:
    (first,) = made_safe([shown()], [], POLICY)
    (second,) = made_safe([shown(base="suspects", cells=changed(male_labour=3))], [], POLICY)
    assert audit([second], [first], POLICY).status is Status.SAFE


def test_a_solver_that_runs_out_of_time_releases_nothing() -> None:
    late = Limit(1.0, lambda: 2.0)
    (safe,) = made_safe([shown()], [], POLICY)
    report = audit([safe], [], POLICY, late)
    assert report.status is Status.REFUSED
    with pytest.raises(Refused):
        made_safe([shown()], [], POLICY, late)


def test_a_table_in_which_every_cell_is_small_is_refused() -> None:
    with pytest.raises(Refused, match="cannot be protected"):
        made_safe([shown(("form",), cells={cell: 1 for cell in list(CELLS)[:2]})], [], POLICY)


def test_a_table_by_what_was_not_counted_is_refused() -> None:
    with pytest.raises(BadInput, match="does not know age"):
        table(CELLS, ORDER, ("age",), {})
    with pytest.raises(BadInput, match="two coarser codes"):
        table(CELLS, ORDER, ("form",), {"form": {"a": ("labour",), "b": ("labour",)}})
    with pytest.raises(BadInput, match="not by it"):
        table(CELLS, ORDER, ("form",), {"sex": {"a": ("male",)}})
