"""Raw columns to ready ones: every later step compares numbers and short texts, on any engine.

Each distinct value is looked at once. A mark is a whole number that stands for a text; 0 is none.
The marks of a bag of tokens add up, so that their order is free.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, reduce
from hashlib import blake2b
from operator import or_

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from samen.core.matching import addresses
from samen.core.matching.birth_dates import BirthDate, birth_date
from samen.core.matching.columns import Column
from samen.core.matching.documents import document, kind
from samen.core.matching.names import Token, family_tokens, given_tokens, split_full_name
from samen.core.matching.phones import phone
from samen.core.matching.romanisation import plain

type Marks = npt.NDArray[np.int64]
type Texts = npt.NDArray[np.object_]

NONE = np.int64(0)
_EMPLOYER_FORMS = {"bv", "b", "v", "nv", "n", "vof", "cv", "uitzendbureau", "holding"}
_SEX_WORDS = (
    "m man male mannelijk 1 dhr heer jongen de mr",
    "v f vrouw w female vrouwelijk 2 mevr mevrouw mw meisje mrs ms",
)
_SEXES = {word: sex for sex, words in enumerate(_SEX_WORDS, 1) for word in words.split()}


@dataclass(frozen=True)
class Standardised:
    """Ready columns of `size` records. marks: int64 of shape (size,), 0 for none; texts: str
    objects of shape (size,), '' for none."""

    size: int
    marks: Mapping[str, Marks]
    texts: Mapping[str, Texts]

    def __getitem__(self, name: str) -> Marks:
        return self.marks[name]

    def take(self, places: npt.NDArray[np.int64]) -> "Standardised":
        """Some of the records, in this order."""
        return Standardised(
            len(places),
            {name: marks[places] for name, marks in self.marks.items()},
            {name: texts[places] for name, texts in self.texts.items()},
        )

    def before(self, other: "Standardised") -> "Standardised":
        """These records and then others."""
        return Standardised(
            self.size + other.size,
            {name: np.concatenate([one, other[name]]) for name, one in self.marks.items()},
            {name: np.concatenate([one, other.texts[name]]) for name, one in self.texts.items()},
        )

    def as_arrow(self, names: Sequence[str]) -> pa.Table:
        """Some columns: one row a record, with `record` its place; none is null."""
        columns: dict[str, pa.Array] = {"record": pa.array(np.arange(self.size))}
        for name in names:
            values = self.texts[name] if name in self.texts else self.marks[name]
            nothing = "" if name in self.texts else NONE
            columns[name] = pa.array(values, mask=values == nothing)
        return pa.table(columns)


def standardised(records: Mapping[Column, pa.ChunkedArray], size: int) -> Standardised:
    """The ready columns of raw ones. Nationality and source are not looked at."""
    given, family = _name_columns(records, size)
    marks: dict[str, Marks] = {}
    texts: dict[str, Texts] = {}
    _add_names(marks, texts, given, family)
    _add_dates(marks, texts, _column(records, Column.BIRTH_DATE, size))
    _add_place(marks, records, size)
    for column, rule in ((Column.PHONE, phone), (Column.DOCUMENT, document)):
        found = _by_value(_column(records, column, size), rule)
        texts[f"{column}_text"] = found
        marks[column.value] = _marked(found)
    heads = [text[:-2] if len(text) > 6 else "" for text in texts["document_text"]]
    tails = [text[2:] if len(text) > 6 else "" for text in texts["document_text"]]
    marks["document_head"], marks["document_tail"] = (
        _marked(np.array(part, dtype=object)) for part in (heads, tails)
    )
    kinds = _marked(_by_value(_column(records, Column.DOCUMENT, size), kind))
    marks["document_kind"] = np.where(marks["document"] != NONE, kinds, NONE)
    marks["employer"] = _marked(_by_value(_column(records, Column.EMPLOYER, size), _employer))
    sexes = _by_value(_column(records, Column.SEX, size), _sex)
    marks["sex"] = sexes.astype(np.int64)
    return Standardised(size, marks, texts)


@lru_cache(maxsize=1 << 20)
def mark(text: str) -> int:
    """A number for a text, the same in every run and never 0 for one that is not empty."""
    if not text:
        return 0
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), signed=True) or 1


def joined(*parts: Marks) -> Marks:
    """One mark for several in this order; 0 where one of them is."""
    out = np.zeros_like(parts[0])
    whole = np.ones(len(out), dtype=bool)
    for part in parts:
        whole &= part != NONE
        out = (out ^ (part + np.int64(0x1E3779B97F4A7C15) + (out << 6) + (out >> 2))) * np.int64(
            0x2545F4914F6CDD1D
        )
    return np.where(whole, out, NONE)


def _column(records: Mapping[Column, pa.ChunkedArray], column: Column, size: int) -> pa.Array:
    found = records.get(column)
    if found is None or not size:
        return pa.DictionaryArray.from_arrays(pa.array(np.zeros(size, np.int32)), pa.array([""]))
    texts = pc.fill_null(pc.cast(found, pa.string()), "")
    return texts.combine_chunks().dictionary_encode()


def _by_value(column: pa.DictionaryArray, rule: Callable[[str], object]) -> Texts:
    """The rule of each value, as an object array of shape (records,)."""
    found = np.empty(len(column.dictionary), dtype=object)
    found[:] = [rule(value) for value in column.dictionary.to_pylist()]
    taken: Texts = found[column.indices.to_numpy()]
    return taken


def _rows_by_value(column: pa.DictionaryArray, rule: Callable[[str], Sequence[int]]) -> Marks:
    """The numbers of each value, int64 of shape (numbers, records)."""
    rows = np.array([rule(value) for value in column.dictionary.to_pylist()], dtype=np.int64)
    taken: Marks = np.ascontiguousarray(rows[column.indices.to_numpy()].T)
    return taken


def _marked(texts: Texts) -> Marks:
    """The mark of each text, eight bytes at a time; the same whatever texts stand beside it."""
    if not len(texts):
        return np.zeros(0, np.int64)
    column = pa.array(texts, pa.string()).dictionary_encode()
    encoded = np.array([value.encode() for value in column.dictionary.to_pylist()], dtype=bytes)
    width = -(-encoded.dtype.itemsize // 8) * 8
    words = encoded.astype(f"S{width}").view(np.int64).reshape(len(encoded), -1)
    mixed = np.ones(len(words), np.int64)
    for word in words.T:
        mixed = np.where(word == 0, mixed, joined(mixed, word))
    marks: Marks = np.where(encoded == b"", NONE, mixed)[column.indices.to_numpy()]
    return marks


def _name_columns(
    records: Mapping[Column, pa.ChunkedArray], size: int
) -> tuple[pa.DictionaryArray, pa.DictionaryArray]:
    """Given and family names. A whole name in one field, as some forms have it, is split."""
    given, family = (
        _column(records, column, size) for column in (Column.GIVEN_NAME, Column.FAMILY_NAME)
    )
    whole = _column(records, Column.FULL_NAME, size)
    for at, one in enumerate((whole, family, given)):
        halves = [split_full_name(value) for value in one.dictionary.to_pylist()]
        first, last = (
            pa.array([half[side] for half in halves]).take(one.indices) for side in (0, 1)
        )
        has_given, has_family = (
            pc.not_equal(each.dictionary_decode(), "") for each in (given, family)
        )
        alone = pc.and_(
            pc.not_equal(one.dictionary_decode(), ""),
            pc.invert((pc.or_(has_given, has_family), has_given, has_family)[at]),
        )
        given = pc.if_else(alone, first, given.dictionary_decode()).dictionary_encode()
        family = pc.if_else(alone, last, family.dictionary_decode()).dictionary_encode()
    return given, family


_NAME_FIELDS = (
    "letters", "text", "sound", "bones", "one", "two", "three", "first", "start", "twos",
)  # fmt: skip


def _name_numbers(value: str, tokens: Sequence[Token]) -> tuple[int, ...]:
    """The numbers of a name in the order of _NAME_FIELDS; initials only where there is no more."""
    words = [each for each in tokens if len(each.text) > 1]
    sounds = [mark(each.sound) for each in words] + [0, 0, 0]
    bones = [mark(each.bones) for each in words]
    return (
        _wrapped(mark(sign) for sign in plain(value) if sign.isalpha()) if tokens else 0,
        _wrapped(mark(each.text) for each in words),
        _wrapped(sounds),
        _wrapped(bones),
        *sounds[:3],
        ord(tokens[0].sound[0]) if tokens else 0,
        mark(words[0].bones[:3]) if words else 0,
        reduce(or_, (each.twos for each in words), 0),
    )


def _wrapped(numbers: Iterable[int]) -> int:
    """A sum in 64 bits."""
    total = sum(numbers) & 0xFFFFFFFFFFFFFFFF
    return total - (1 << 64) if total >= 1 << 63 else total


def _add_names(
    marks: dict[str, Marks],
    texts: dict[str, Texts],
    given: pa.DictionaryArray,
    family: pa.DictionaryArray,
) -> None:
    fields: dict[str, Marks] = {}
    for name, column, rule in (
        ("given", given, given_tokens),
        ("family", family, family_tokens),
    ):
        values = column.dictionary.to_pylist()
        tokens = [rule(value) for value in values]
        rows = np.array(
            [_name_numbers(*each) for each in zip(values, tokens, strict=True)], dtype=np.int64
        )
        rows = rows.reshape(-1, len(_NAME_FIELDS))
        places = column.indices.to_numpy()
        fields |= {f"{name}_{field}": rows[places, at] for at, field in enumerate(_NAME_FIELDS)}
        written = np.array([" ".join(word.text for word in each) for each in tokens], dtype=object)
        texts[name] = written[places]
    for field in ("text", "letters", "sound", "bones"):
        marks[f"name_{field}"] = fields[f"given_{field}"] + fields[f"family_{field}"]
    marks |= {"g1": fields["given_one"], "g2": fields["given_two"], "g3": fields["given_three"]}
    marks |= {"f1": fields["family_one"], "f2": fields["family_two"]}
    marks |= {"g_first": fields["given_first"], "f_first": fields["family_first"]}
    marks |= {"g_twos": fields["given_twos"], "f_twos": fields["family_twos"]}
    marks["name_rest"] = marks["name_sound"] - marks["g1"] - marks["f1"]
    marks["name_start"] = np.where(
        (fields["given_start"] != NONE) & (fields["family_start"] != NONE),
        fields["given_start"] + fields["family_start"],
        NONE,
    )
    marks["name_pair"] = np.where(
        (marks["g1"] != NONE) & (marks["f1"] != NONE), marks["g1"] + marks["f1"], NONE
    )


def _date_numbers(found: BirthDate | None) -> tuple[int, ...]:
    if found is None:
        return (0,) * 6
    y, m, d = found.year, found.month, found.day
    if not found.is_full:
        return 0, y * 100 + m if m else 0, 0, 0, y, 0
    swapped = y * 10000 + d * 100 + m if d <= 12 and d != m else 0
    return y * 10000 + m * 100 + d, y * 100 + m, y * 100 + d, m * 100 + d, y, swapped


def _add_dates(
    marks: dict[str, Marks], texts: dict[str, Texts], column: pa.DictionaryArray
) -> None:
    found = {value: birth_date(value) for value in column.dictionary.to_pylist()}
    rows = _rows_by_value(column, lambda value: _date_numbers(found[value]))
    names = ("date", "year_month", "year_day", "month_day", "year", "date_swapped")
    marks |= dict(zip(names, rows, strict=True))
    conventional = (each is not None and each.is_conventional for each in found.values())
    flags = dict(zip(found, conventional, strict=True))
    marks["convention"] = _rows_by_value(column, lambda value: (int(flags[value]),))[0]
    texts["date_text"] = _by_value(column, lambda value: _eight(found[value]))


def _eight(found: BirthDate | None) -> str:
    return f"{found.year}{found.month:02}{found.day:02}" if found and found.is_full else ""


def _add_place(
    marks: dict[str, Marks], records: Mapping[Column, pa.ChunkedArray], size: int
) -> None:
    streets = _by_value(_column(records, Column.ADDRESS, size), addresses.street_and_number)
    own = _by_value(_column(records, Column.HOUSE_NUMBER, size), addresses.house_number)
    behind = [addresses.house_number(number) for _, number in streets]
    house = np.where(own == 0, behind, own).astype(np.int64)
    whole = _by_value(_column(records, Column.ADDRESS, size), addresses.postcode_and_city)
    code = _by_value(_column(records, Column.POSTCODE, size), addresses.postcode)
    code = np.where(code == "", [each for each, _ in whole], code)
    city = _by_value(_column(records, Column.CITY, size), addresses.city)
    city = np.where(city == "", [each for _, each in whole], city)
    marks["postcode"] = _marked(np.where([len(each) == 6 for each in code], code, ""))
    marks["postcode_digits"] = _marked(np.array([each[:4] for each in code], dtype=object))
    marks["city"] = _marked(city)
    marks["street"] = _marked(np.array([street for street, _ in streets], dtype=object))
    marks["place"] = joined(marks["postcode"], house)
    marks["street_place"] = joined(marks["street"], house, marks["city"])
    marks["digits_place"] = joined(marks["postcode_digits"], house)
    marks["street_city"] = joined(marks["street"], marks["city"])


def _sex(value: str) -> int:
    words = plain(value).split()
    return _SEXES.get(words[-1], 0) if words else 0


def _employer(value: str) -> str:
    return "".join(word for word in plain(value).split() if word not in _EMPLOYER_FORMS)
