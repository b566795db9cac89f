"""Patterns: what persons share, said with a reason, and never anything about one of them."""

from collections.abc import Sequence
from dataclasses import fields
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samen.core.networks.graph import NO_DAY, Graph
from samen.core.networks.patterns import Finding, Pattern, find, read_patterns
from samen.core.networks.vocabulary import NodeKind
from samen.core.networks.words import finding_in_words
from tests.core.networks.invented import FIRM, A, P, T, graph

FILE = Path(__file__).parents[3] / "data" / "networks" / "patterns.csv"
PATTERNS = read_patterns(FILE.read_text("utf-8").splitlines())
BY_NAME = {pattern.name: pattern for pattern in PATTERNS}
ACCOUNT, DOCUMENT = NodeKind.BANK_ACCOUNT, NodeKind.DOCUMENT
YEAR = 366


def crew(persons: int, *shared: NodeKind, days: Sequence[int] | None = None) -> Graph:
    """So many persons who each have all of the same; days: since when, by person."""
    kinds = [P] * persons + list(shared)
    edges = [(n, persons + at) for n in range(persons) for at in range(len(shared))]
    since = [days[n] for n, _ in edges] if days else None
    return graph(kinds, edges, since)


def named(found: list[Finding]) -> list[tuple[str, tuple[int, ...]]]:
    return [(each.pattern.name, each.members) for each in found]


def test_every_pattern_is_explained_in_both_languages_with_its_source() -> None:
    assert len(PATTERNS) == len(BY_NAME) >= 5
    for pattern in PATTERNS:
        assert all(getattr(pattern, field.name) not in ("", ()) for field in fields(Pattern)
                   if field.name not in {"suspects", "within_days"})  # fmt: skip
    meanings = [pattern.meaning_nl for pattern in PATTERNS]
    assert len(set(meanings)) == len(meanings)


def test_workers_with_one_address_employer_and_account_are_one_finding_with_its_members() -> None:
    found = find(crew(4, A, FIRM, ACCOUNT, days=[10, 20, 30, 40]), PATTERNS)
    assert named(found) == [("work_home_and_account", (0, 1, 2, 3))]
    assert (found[0].first, found[0].last, found[0].shared) == (10, 40, (4, 5, 6))


def test_a_finding_says_why_in_a_sentence() -> None:
    found = find(crew(4, A, FIRM, days=[0, 1, 2, 3]), PATTERNS)[0]
    labels = {4: "Dorpsstraat 1", 5: "Voorbeeld BV"}
    assert finding_in_words(found, labels) == (
        "4 personen delen het adres Dorpsstraat 1 en de organisatie Voorbeeld BV, geregistreerd"
        " van 1 januari 1970 tot en met 4 januari 1970."
    )
    assert finding_in_words(found, labels, dutch=False) == (
        "4 persons share the address Dorpsstraat 1 and the organisation Voorbeeld BV, registered"
        " from 1 January 1970 to 4 January 1970."
    )


def test_those_who_came_years_later_are_not_of_the_same_time() -> None:
    days = [0, 10, 20, 30, 3 * YEAR, 4 * YEAR]
    found = find(crew(6, A, FIRM, days=days), [BY_NAME["work_and_home"]])
    assert named(found) == [("work_and_home", (0, 1, 2, 3))]
    assert find(crew(4, A, FIRM, days=[0, YEAR + 1, 3 * YEAR, 5 * YEAR]), PATTERNS) == []


def test_without_a_day_nobody_is_of_the_same_time() -> None:
    assert find(crew(5, A, FIRM, days=[NO_DAY] * 5), [BY_NAME["work_and_home"]]) == []
    found = find(crew(2, DOCUMENT), [BY_NAME["one_document"]])
    assert named(found) == [("one_document", (0, 1))]
    assert "geregistreerd" not in finding_in_words(found[0], {2: "X12"})


def test_a_known_large_place_is_no_pattern() -> None:
    assert find(crew(10_000, A, FIRM, days=[1] * 10_000), PATTERNS) == []
    assert find(crew(10_000, T, days=[1] * 10_000), PATTERNS) == []


def test_two_addresses_together_are_a_move() -> None:
    found = find(crew(3, A, A, days=[1, 2, 3]), PATTERNS)
    assert named(found) == [("moved_together", (0, 1, 2))]


@pytest.mark.parametrize(("suspects", "told"), [([], 0), ([0], 1), ([0, 1, 2], 0)])
def test_a_suspect_among_others_at_an_address(suspects: list[int], told: int) -> None:
    flags = np.isin(np.arange(4), suspects)
    found = find(crew(3, A, days=[1, 2, 3]), [BY_NAME["suspect_at_the_address"]], flags)
    assert len(found) == told


def test_what_a_person_declared_or_might_be_is_no_shared_thing() -> None:
    assert find(graph([P, P, P], [(0, 1), (1, 2), (0, 2)]), PATTERNS) == []


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 7), st.integers(8, 12), st.integers(0, 900)),
                max_size=40))  # fmt: skip
def test_findings_are_what_looking_at_every_group_finds(edges: list[tuple[int, int, int]]) -> None:
    """The most persons within a year, against trying all groups of them."""
    pattern = BY_NAME["one_phone"]
    made = graph([P] * 8 + [T] * 5, [(a, b) for a, b, _ in edges], [day for *_, day in edges])
    since: dict[int, dict[int, int]] = {}
    for person, phone, day in edges:
        held = since.setdefault(phone, {})
        held[person] = min(day, held.get(person, day))
    expected = {}
    for phone, held in since.items():
        sizes = [
            size for size in range(len(held), pattern.persons - 1, -1)
            for some in combinations(held, size)
            if max(held[p] for p in some) - min(held[p] for p in some) <= pattern.within_days
        ]  # fmt: skip
        if sizes:
            expected[phone] = sizes[0]
    found = {each.shared[0]: len(each.members) for each in find(made, [pattern])}
    assert found == expected


def test_a_finding_has_no_number_that_ranks_a_person() -> None:
    assert {field.name for field in fields(Finding)} == {
        "pattern", "shared", "members", "first", "last",
    }  # fmt: skip
