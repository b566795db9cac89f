"""Which pairs of records are looked at: those that share a key, and are not hopeless.

A rule gives each record one or more keys. A key that more records share than the cap says nothing
about who somebody is (one phone of all, 1 January, an asylum centre): it is left out and told.
Where a key alone says little, the names have to be alike too.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import JaroWinkler
from rapidfuzz.process import cpdist

from samen.core.matching.standardise import NONE, Marks, Standardised, Texts, joined, mark

type Pairs = npt.NDArray[np.int64]
"""left * size + right, left < right, each once and in order."""
_AT_ONCE = 2
type Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Rule:
    """name: said in the result. keys: the columns of keys of the records; cap: records a key.

    contact: whether the key is how somebody is reached. dated: whether it holds when somebody was
    born. alike: how alike the names of a pair have to be, from 0 to 1, where the key alone says
    little.
    """

    name: str
    keys: Callable[[Standardised], Sequence[Marks]]
    cap: int
    contact: bool = False
    dated: bool = False
    alike: float = 0.0


@dataclass(frozen=True)
class Capped:
    """Keys of a rule that were left out: how many, and how many records the largest has."""

    rule: str
    keys: int
    largest: int


@dataclass(frozen=True)
class Blocked:
    """pairs: to be scored. by_person, by_contact: which of them share who they are (name and birth
    date), and how they are reached (address, phone, document, employer). undated: which of them
    share a key without a birth date, and would be here if one of the two had none."""

    pairs: Pairs
    by_person: Flags
    by_contact: Flags
    undated: Flags
    capped: tuple[Capped, ...]

    def ceiling(self, chances: npt.NDArray[np.float64]) -> float:
        """The estimated share of the true pairs that is among the pairs; chances: of each pair.

        The two kinds of keys fail apart, so what one kind misses of the pairs of the other tells
        what both miss. Source: Chapman, 1951, the estimator for two captures.
        """
        one, other = (float(chances[flags].sum()) for flags in (self.by_person, self.by_contact))
        both = float(chances[self.by_person & self.by_contact].sum())
        estimated = (one + 1.0) * (other + 1.0) / (both + 1.0) - 1.0
        found = one + other - both
        return min(1.0, found / estimated) if estimated > 0 else 1.0


def _names(of: Standardised) -> tuple[Marks, ...]:
    return of["f1"], of["g1"], of["f2"], of["g2"]


def _with_names(*columns: str) -> Callable[[Standardised], Sequence[Marks]]:
    """A key for each name of a record, since names are swapped, doubled and left out."""

    def keys(of: Standardised) -> Sequence[Marks]:
        return [joined(*(of[column] for column in columns), name) for name in _names(of)]

    return keys


def _of(*columns: str) -> Callable[[Standardised], Sequence[Marks]]:
    return lambda of: [joined(*(of[column] for column in columns))]


def _alike_documents(of: Standardised) -> Sequence[Marks]:
    """The number without its end and without its beginning: one wrong sign leaves one whole."""
    return [of["document_head"], of["document_tail"]]


def _swapped_dates(of: Standardised) -> Sequence[Marks]:
    """The lesser of a date and its mirror, with each name."""
    mirror = of["date_swapped"]
    lesser = np.where(mirror != NONE, np.minimum(of["date"], mirror), NONE)
    return [joined(lesser, name) for name in _names(of)]


def _families_and_initials(*columns: str) -> Callable[[Standardised], Sequence[Marks]]:
    """A key for a name and the first sound of the other, either way round."""

    def keys(of: Standardised) -> Sequence[Marks]:
        shared = [of[column] for column in columns]
        return [
            joined(of["f1"], of["g_first"], *shared),
            joined(of["g1"], of["f_first"], *shared),
        ]

    return keys


def _with_initials(*columns: str) -> Callable[[Standardised], Sequence[Marks]]:
    """A key for the first sound of each name."""

    def keys(of: Standardised) -> Sequence[Marks]:
        shared = [of[column] for column in columns]
        return [joined(*shared, of["g_first"]), joined(*shared, of["f_first"])]

    return keys


def _with_beginnings(*columns: str) -> Callable[[Standardised], Sequence[Marks]]:
    """A key for the first consonants of given and family name together, in any order."""
    return lambda of: [joined(*(of[column] for column in columns), of["name_start"])]


def _consonants_and_about_the_year(of: Standardised) -> Sequence[Marks]:
    """Where the day is unknown the year is often reckoned from an age, and a year or two off."""
    guessed = (of["convention"] != NONE) | (of["date"] == NONE)
    years = [np.where(guessed | (off == 0), of["year"] + off, NONE) for off in range(-2, 3)]
    known = of["year"] != NONE
    return [joined(of["name_bones"], np.where(known, each, NONE)) for each in years]


_LIKE_NAME, _LIKE_AT_ALL = 0.72, 0.62
_SLACK = 0.2
"""How much less alike names may be by their letters two by two, for a pair to be looked at."""
_UNKNOWN = 0.7
"""How alike a name is that a record does not have."""

RULES = (
    Rule("document", _of("document"), 40, contact=True),
    Rule("document but for a sign", _alike_documents, 20, contact=True),
    Rule("phone", _of("phone"), 25, contact=True),
    Rule("phone and name", _with_names("phone"), 40, contact=True),
    Rule("birth date and name", _with_names("date"), 60, dated=True),
    Rule("name", _of("name_sound"), 15),
    Rule("names", _of("name_pair"), 15),
    Rule("consonants", _of("name_bones"), 12),
    Rule("consonants and about the birth year", _consonants_and_about_the_year, 40, dated=True),
    Rule("beginnings and birth year", _with_beginnings("year"), 25, dated=True),
    Rule("birth month and name", _with_names("year_month"), 20, dated=True, alike=_LIKE_NAME),
    Rule("birth year, day and name", _with_names("year_day"), 20, dated=True, alike=_LIKE_NAME),
    Rule("birth day, month and name", _with_names("month_day"), 14, dated=True, alike=_LIKE_NAME),
    Rule("birth date, day and month swapped, and name", _swapped_dates, 30, dated=True),
    Rule("birth date and initial", _with_initials("date"), 25, dated=True, alike=_LIKE_AT_ALL),
    Rule("address and name", _with_names("place"), 30, contact=True),
    Rule("street, house number and name", _with_names("street_place"), 30, contact=True),
    Rule("address and initial", _with_initials("place"), 16, contact=True, alike=_LIKE_AT_ALL),
    Rule(
        "street, house number and initial",
        _with_initials("street_place"),
        16,
        contact=True,
        alike=_LIKE_AT_ALL,
    ),
    Rule(
        "address and birth year",
        _of("place", "year"),
        16,
        dated=True,
        contact=True,
        alike=_LIKE_AT_ALL,
    ),
    Rule("city and birth date", _of("city", "date"), 20, dated=True, alike=_LIKE_AT_ALL),
    Rule("letters and birth year", _of("name_letters", "year"), 40, dated=True),
    Rule("consonants and place", _of("name_bones", "city"), 16),
    Rule("family name and initial", _families_and_initials(), 12),
    Rule("family name, initial and place", _families_and_initials("city"), 16, alike=_LIKE_NAME),
    Rule("employer and name", _with_names("employer"), 16, contact=True),
)


def hashed(rule: Rule, keys: Marks) -> Marks:
    """Keys of a rule as numbers that differ from those of any other rule; NONE stays NONE."""
    return joined(np.full(len(keys), mark(rule.name), np.int64), keys)


def blocked(
    records: Standardised,
    rules: Sequence[Rule] = RULES,
    since: int = 0,
    crowded: Marks | None = None,
) -> Blocked:
    """The pairs of all rules together.

    since: the place from which records are new; pairs without a new one are left out. crowded:
    hashed keys, in order, that more records share than the cap, of which not all are here.
    """
    person, contact, undated = [_NO_PAIRS], [_NO_PAIRS], [_NO_PAIRS]
    capped: list[Capped] = []
    with ThreadPoolExecutor(_AT_ONCE) as threads:
        for rule, (pairs, left_out) in zip(
            rules,
            threads.map(lambda each: _pairs_of(each, records, since, crowded), rules),
            strict=True,
        ):
            (contact if rule.contact else person).append(pairs)
            undated += [] if rule.dated else [pairs]
            capped += left_out
        parts = list(threads.map(_distinct, (person, contact, undated)))
    pairs = _distinct(parts[:2])
    by_person, by_contact, without_date = (_among(pairs, part) for part in parts)
    return Blocked(pairs, by_person, by_contact, without_date, tuple(capped))


def _distinct(parts: Sequence[Pairs]) -> Pairs:
    """Sorted and each once."""
    pairs = np.concatenate(parts)
    pairs.sort()
    return pairs[np.concatenate([[True], pairs[1:] != pairs[:-1]])] if len(pairs) else pairs


def _among(pairs: Pairs, some: Pairs) -> Flags:
    flags = np.zeros(len(pairs), dtype=bool)
    flags[np.searchsorted(pairs, some)] = True
    return flags


def among(values: Marks, held: Marks) -> Flags:
    """Which values are held; held: in order."""
    if not len(held):
        return np.zeros(len(values), dtype=bool)
    found: Flags = held[np.minimum(np.searchsorted(held, values), len(held) - 1)] == values
    return found


_NO_PAIRS: Pairs = np.array([], dtype=np.int64)


def keys_of(rule: Rule, records: Standardised) -> tuple[Marks, Marks]:
    """The places of records and the key of each. A key that a record has twice counts twice."""
    columns = rule.keys(records)
    keys = np.concatenate(columns)
    at = np.tile(np.arange(records.size), len(columns))
    return at[keys != NONE], keys[keys != NONE]


def _pairs_of(
    rule: Rule, records: Standardised, since: int, crowded: Marks | None
) -> tuple[Pairs, list[Capped]]:
    at, keys = keys_of(rule, records)
    if crowded is not None:
        free = ~among(hashed(rule, keys), crowded)
        at, keys = at[free], keys[free]
    order = np.argsort(keys, kind="stable")
    at, keys = at[order], keys[order]
    starts = np.flatnonzero(np.r_[True, keys[1:] != keys[:-1]]) if len(keys) else _NO_PAIRS
    sizes = np.diff(np.r_[starts, len(keys)])
    large = sizes > rule.cap
    capped = [Capped(rule.name, int(large.sum()), int(sizes.max()))] if large.any() else []
    kept = np.repeat(~large, sizes)
    at, keys = at[kept], keys[kept]
    pairs: list[Pairs] = []
    same = np.arange(len(keys))
    for step in range(1, int(sizes[~large].max(initial=1))):
        same = same[: np.searchsorted(same, len(keys) - step)]
        same = same[keys[same + step] == keys[same]]
        one, other = at[same], at[same + step]
        low, high = np.minimum(one, other), np.maximum(one, other)
        pairs.append((low * records.size + high)[(low != high) & (high >= since)])
    found = np.concatenate(pairs) if pairs else _NO_PAIRS
    return (_alike(records, found, rule.alike) if rule.alike else found), capped


def _alike(records: Standardised, pairs: Pairs, least: float) -> Pairs:
    """The pairs whose names are alike on average, as they stand or swapped, and whose sexes may be
    the same."""
    pairs = _near(records, pairs, least - _SLACK)
    left, right = pairs // records.size, pairs % records.size
    given, family = records.texts["given"], records.texts["family"]
    mean = (_likeness(given[left], given[right]) + _likeness(family[left], family[right])) / 2
    kept = mean >= least
    first, last = records["g_first"], records["f_first"]
    crossed = (first[left] == last[right]) | (last[left] == first[right])
    again = np.flatnonzero(~kept & crossed)
    left, right = left[again], right[again]
    mean = (_likeness(given[left], family[right]) + _likeness(family[left], given[right])) / 2
    kept[again] = mean >= least
    return pairs[kept]


def _near(records: Standardised, pairs: Pairs, least: float) -> Pairs:
    """The pairs that are worth comparing letter by letter, which takes ten times as long."""
    sex, left, right = records["sex"], pairs // records.size, pairs % records.size
    fits = (sex[left] == sex[right]) | (sex[left] == NONE) | (sex[right] == NONE)
    pairs, left, right = pairs[fits], left[fits], right[fits]
    given, family = records["g_twos"], records["f_twos"]
    one, other = (given[left], family[left]), (given[right], family[right])
    straight = _shared(one[0], other[0]) + _shared(one[1], other[1])
    crossed = _shared(one[0], other[1]) + _shared(one[1], other[0])
    near: Pairs = pairs[np.maximum(straight, crossed) >= 2 * least]
    return near


def _shared(one: Marks, other: Marks) -> npt.NDArray[np.float32]:
    """The share of the letters two by two of the shorter name that the other has too."""
    shorter = np.minimum(np.bitwise_count(one), np.bitwise_count(other))
    both = np.bitwise_count(one & other).astype(np.float32)
    alike = np.divide(both, np.maximum(shorter, 1), dtype=np.float32)
    alike[shorter == 0] = _UNKNOWN
    return alike


def _likeness(one: Texts, other: Texts) -> npt.NDArray[np.float32]:
    """Jaro-Winkler of texts one by one."""
    alike: npt.NDArray[np.float32] = cpdist(
        one.tolist(), other.tolist(), scorer=JaroWinkler.similarity, dtype=np.float32, workers=2
    )
    alike[(one == "") | (other == "")] = _UNKNOWN
    return alike
