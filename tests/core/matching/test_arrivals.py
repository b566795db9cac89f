"""New records into linked ones: the answer of a run over all, whatever the order in which they
come."""

from dataclasses import dataclass, replace

import numpy as np
import pyarrow as pa
import pytest

from samen.core.matching.arrivals import Arrived, Evidence, Holders, Numbers, arrived, index
from samen.core.matching.blocking import RULES, blocked
from samen.core.matching.clusters import Labels, clustered
from samen.core.matching.columns import Column
from samen.core.matching.engines import duck
from samen.core.matching.kept import Kept, kept
from samen.core.matching.link import Linked, contradicting, linked
from samen.core.matching.model import Model
from samen.core.matching.rarities import Rarities, rarities
from samen.core.matching.scoring import Scorer
from samen.core.matching.standardise import Marks, Standardised, standardised
from tests.core.matching.nation import invented

type Columns = dict[Column, pa.ChunkedArray]


@dataclass
class State:
    """What a run left, and the entity of each record by now."""

    model: Model
    rarities: Rarities
    known: Kept
    labels: Labels

    def take_in(self, columns: Columns) -> Arrived:
        size = len(next(iter(columns.values())))
        came = arrived(
            columns, size, self.known, duck("500MB"), self.model, self.rarities, lambda _: None
        )
        number = np.concatenate([came.numbers, len(self.labels) + np.arange(size)])
        self.labels = np.concatenate([self.labels, np.zeros(size, np.int64)])
        self.labels[number[came.touched]] = number[came.labels[came.touched]]
        self.known = self.known.after(standardised(columns, size), came)
        return came


def run(columns: Columns) -> Linked:
    return linked(columns, len(next(iter(columns.values()))), duck("500MB"), lambda _: None)


def state_of(columns: Columns) -> State:
    found = run(columns)
    ready = standardised(columns, len(found.labels))
    return State(found.model, rarities(ready), kept(ready, found, 0.0), found.labels)


def rows(columns: Columns, places: np.ndarray[tuple[int], np.dtype[np.int64]]) -> Columns:
    return {name: column.take(pa.array(places)) for name, column in columns.items()}


def whole_run(columns: Columns, by: State) -> Labels:
    """Over all records, with the model and the rarities of an earlier run."""
    size = len(next(iter(columns.values())))
    ready = standardised(columns, size)
    scored = Scorer(ready, duck("500MB"), by.rarities).scored(blocked(ready).pairs, by.model)
    return clustered(size, scored.pairs, scored.totals, 0.0, contradicting(scored))


@pytest.mark.parametrize("seed", range(4))
def test_what_arrives_gets_the_answer_of_a_run_over_all(seed: int) -> None:
    """One by one, some, or many at a time, in any order."""
    columns, many = shuffled(500, seed)
    size = len(columns[Column.SEX])
    state = state_of(rows(columns, np.arange(many)))
    for begin, end in ((many, many + 1), (many + 1, many + 30), (many + 30, size)):
        state.take_in(rows(columns, np.arange(begin, end)))
    assert state.labels.tolist() == whole_run(columns, state).tolist()


def test_the_order_of_arrival_does_not_matter() -> None:
    columns, many = shuffled(300, seed=11)
    new = np.arange(many, len(columns[Column.SEX]))
    state = state_of(rows(columns, np.arange(many)))
    again = replace(state)
    for batch in np.array_split(new, 3):
        state.take_in(rows(columns, batch))
    for batch in np.array_split(new[::-1], 4):
        again.take_in(rows(columns, batch))
    back = np.concatenate([np.arange(many), new[::-1]])
    assert grouped(state.labels) == grouped(again.labels, back)


def test_only_what_is_touched_gets_a_label() -> None:
    columns, many = shuffled(300, seed=3)
    state = state_of(rows(columns, np.arange(many)))
    before = state.labels
    came = state.take_in(rows(columns, np.arange(many, many + 5)))
    assert len(came.touched) < 40
    assert (came.labels[came.touched] >= 0).all()
    untouched = np.setdiff1d(np.arange(many), came.numbers[came.touched[:-5]])
    assert state.labels[untouched].tolist() == before[untouched].tolist()


def test_known_records_may_be_held_anywhere() -> None:
    """A table of hashed keys with records that are numbered in their own way is enough."""
    columns, many = shuffled(200, seed=5)
    state = state_of(rows(columns, np.arange(many)))
    new = rows(columns, np.arange(many, len(columns[Column.SEX])))
    size = len(columns[Column.SEX]) - many
    elsewhere = Elsewhere(rows(columns, np.arange(many)), state.known)
    one, other = (
        arrived(new, size, known, duck("500MB"), state.model, state.rarities, lambda _: None)
        for known in (state.known, elsewhere)
    )
    assert other.numbers.tolist() == (one.numbers * 7 + 3).tolist()
    assert other.labels.tolist() == one.labels.tolist()
    assert other.scored.pairs.tolist() == one.scored.pairs.tolist()


@dataclass
class Elsewhere:
    """As a database would hold them: rows of keys, and numbers that are not places."""

    held: Columns
    kept: Kept

    def holders(self, keys: Marks, most: Numbers) -> Holders:
        marks, places = index(standardised(self.held, len(self.held[Column.SEX])))
        found = [np.flatnonzero(marks == key) for key in keys]
        counts = np.array([len(each) for each in found])
        free = [at for at in range(len(keys)) if counts[at] <= most[at]]
        return Holders(
            np.repeat(free, counts[free]),
            np.concatenate([places[found[at]] for at in free]) * 7 + 3,
            counts,
        )

    def ready(self, numbers: Numbers) -> Standardised:
        return standardised(rows(self.held, (numbers - 3) // 7), len(numbers))

    def companions(self, numbers: Numbers) -> Numbers:
        return self.kept.companions((numbers - 3) // 7) * 7 + 3

    def evidence(self, numbers: Numbers) -> Evidence:
        found = self.kept.evidence((numbers - 3) // 7)
        return replace(found, left=found.left * 7 + 3, right=found.right * 7 + 3)


def test_a_key_is_crowded_by_all_who_share_it() -> None:
    """Where the records of a run and those that arrive are more than the cap together, the key
    says nothing, as in a run over all."""
    cap = next(rule.cap for rule in RULES if rule.name == "phone and name")
    held = {
        Column.FAMILY_NAME: pa.chunked_array([["Jansen"] * cap]),
        Column.PHONE: pa.chunked_array([["0612345678"] * cap]),
    }
    state = state_of(held)
    came = state.take_in(rows(held, np.arange(1)))
    assert came.pairs == 0
    less = state_of(rows(held, np.arange(cap - 1)))
    assert less.take_in(rows(held, np.arange(1))).pairs == cap - 1


@pytest.mark.parametrize("held", [0, 1])
@pytest.mark.parametrize("new", [0, 1, 2])
def test_nobody_and_one(held: int, new: int) -> None:
    one = {
        Column.GIVEN_NAME: pa.chunked_array([["Anna", "Anna", "Anna"]]),
        Column.FAMILY_NAME: pa.chunked_array([["Nowak", "Nowak", "Novak"]]),
        Column.DOCUMENT: pa.chunked_array([["NX1234567"] * 3]),
    }
    state = state_of(rows(one, np.arange(held)))
    state.take_in(rows(one, held + np.arange(new)))
    assert state.labels.tolist() == [0] * (held + new)


def test_all_equal_names_that_arrive_are_not_one_person() -> None:
    dates = [f"19{60 + i % 40}-{1 + i % 12:02}-{1 + i % 28:02}" for i in range(300)]
    columns = {
        Column.GIVEN_NAME: pa.chunked_array([["Jan"] * 300]),
        Column.FAMILY_NAME: pa.chunked_array([["Jansen"] * 300]),
        Column.BIRTH_DATE: pa.chunked_array([dates]),
    }
    state = state_of(rows(columns, np.arange(250)))
    state.take_in(rows(columns, np.arange(250, 300)))
    assert len(set(state.labels.tolist())) > 200
    assert state.labels.tolist() == whole_run(columns, state).tolist()


def test_columns_that_only_one_side_has() -> None:
    held = {Column.FULL_NAME: pa.chunked_array([["Nowak, Anna", "Bakker, Jan"]])}
    new = {
        Column.GIVEN_NAME: pa.chunked_array([["Anna"]]),
        Column.FAMILY_NAME: pa.chunked_array([["Nowak"]]),
        Column.PHONE: pa.chunked_array([["0612345678"]]),
    }
    state = state_of(held)
    came = state.take_in(new)
    assert came.numbers.tolist() == [0]


def test_a_key_is_the_same_in_any_batch() -> None:
    """Whatever stands beside a text, however long."""
    long = {Column.ADDRESS: pa.chunked_array([["Dorpsweg 1", "x" * 90 + " 2"]]),
            Column.PHONE: pa.chunked_array([["0612345678", None]])}  # fmt: skip
    short = rows(long, np.arange(1))
    one, other = standardised(short, 1), standardised(long, 2)
    for name, marks in one.marks.items():
        assert marks[0] == other[name][0], name


def shuffled(persons: int, seed: int) -> tuple[Columns, int]:
    """Records of a nation in any order, and how many of them are there first."""
    columns, _ = invented(persons, seed=seed)
    size = len(columns[Column.SEX])
    return rows(columns, np.random.default_rng(seed).permutation(size)), size - 80


def grouped(labels: Labels, places: Numbers | None = None) -> set[tuple[int, ...]]:
    """The entities as sets of records; places: of the records, if not 0, 1, 2."""
    places = np.arange(len(labels)) if places is None else places
    return {tuple(sorted(places[labels == each].tolist())) for each in np.unique(labels)}
