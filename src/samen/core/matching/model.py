"""The model as data: which comparisons there are, from the strongest level to the weakest.

Conditions are SQL that DuckDB and Spark read alike, over ready columns: whole numbers first, and
the similarity of texts only where no number decides.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import Any

import numpy as np
import numpy.typing as npt

from samen.core.errors import BadInput


@dataclass(frozen=True)
class Level:
    """name: of the level, said in explanations. condition: SQL; '' for all that is left.
    rarity: the column whose frequency weighs in; chance: its u before rarity, when it is known."""

    name: str
    condition: str
    rarity: str = ""


@dataclass(frozen=True)
class Comparison:
    """missing: SQL for when nothing can be compared, which weighs nothing."""

    name: str
    missing: str
    levels: tuple[Level, ...]


def _same(*columns: str) -> str:
    return " AND ".join(f"{column}_l = {column}_r" for column in columns)


def _none(*columns: str) -> str:
    return " OR ".join(f"{column}_l IS NULL OR {column}_r IS NULL" for column in columns)


def _alike(column: str, least: float) -> str:
    return _alike_to(f"{column}_l", f"{column}_r", least)


def _alike_to(one: str, other: str, least: float) -> str:
    return f"jaro_winkler_similarity({one}, {other}) >= {least}"


_FAMILY = "(f1_l = f1_r OR f1_l = f2_r OR f2_l = f1_r OR f2_l = f2_r)"
_GIVEN = "(g1_l = g1_r OR g1_l = g2_r OR g2_l = g1_r OR g2_l = g2_r)"
_CROSSED = (
    "(g1_l = f1_r OR g2_l = f1_r OR g1_l = f2_r) AND (f1_l = g1_r OR f1_l = g2_r OR f2_l = g1_r)"
)
_ONE_CROSSED = "(g1_l = f1_r OR f1_l = g1_r OR g2_l = f1_r OR f1_l = g2_r)"
_NO_OTHERS = "(name_rest_l IS NULL OR name_rest_r IS NULL)"
"""One record has no names beside the first ones, so that none contradicts: Nguyen Thu Hanh is no
Nguyen Ngoc Hanh."""
_NO_INITIALS_APART = "(g1_l IS NOT NULL OR coalesce(g_first_l = g_first_r, TRUE))"
_LIKE_CROSSED = (
    "(g_first_l = f_first_r OR f_first_l = g_first_r)"
    f" AND {_alike_to('given_l', 'family_r', 0.8)} AND {_alike_to('family_l', 'given_r', 0.8)}"
)
_INITIAL = "(g_first_l = g_first_r AND (g1_l IS NULL OR g1_r IS NULL))"
_NAME = Comparison("name", "(g1_l IS NULL AND f1_l IS NULL) OR (g1_r IS NULL AND f1_r IS NULL)", (
    Level("same_name", f"{_same('name_text')} AND {_NO_INITIALS_APART}", "name_text"),
    Level("same_letters", _same("name_letters"), "name_letters"),
    Level("same_sound", _same("name_sound"), "name_sound"),
    Level("same_names", f"{_FAMILY} AND {_GIVEN} AND {_NO_OTHERS}", "name_pair"),
    Level("swapped", f"{_CROSSED} AND {_NO_OTHERS}", "name_pair"),
    Level("others_differ", f"({_FAMILY} AND {_GIVEN}) OR ({_CROSSED})", "name_pair"),
    Level("family_and_like_given", f"{_FAMILY} AND {_alike('given', 0.85)}", "f1"),
    Level("given_and_like_family", f"{_GIVEN} AND {_alike('family', 0.85)}", "g1"),
    Level("family_and_initial", f"{_FAMILY} AND {_INITIAL}", "f1"),
    Level("like_names", f"{_alike('given', 0.8)} AND {_alike('family', 0.8)}"),
    Level("like_swapped", _LIKE_CROSSED),
    Level("family_only_known", f"{_FAMILY} AND (given_l IS NULL OR given_r IS NULL)", "f1"),
    Level("family_and_near_given", f"{_FAMILY} AND {_alike('given', 0.6)}", "f1"),
    Level("given_and_near_family", f"{_GIVEN} AND {_alike('family', 0.6)}", "g1"),
    Level("given_only", _GIVEN, "g1"),
    Level("family_only", _FAMILY, "f1"),
    Level("one_crossed", _ONE_CROSSED),
    Level("like_one", f"{_alike('given', 0.85)} OR {_alike('family', 0.85)}"),
    Level("different", ""),
))  # fmt: skip
_DAY_UNKNOWN = "convention_l = 1 OR convention_r = 1 OR date_l IS NULL OR date_r IS NULL"
_DATE = Comparison("birth_date", _none("year"), (
    Level("same_date", _same("date"), "date"),
    Level("swapped", "date_l = date_swapped_r"),
    Level("one_digit", "levenshtein(date_text_l, date_text_r) <= 1"),
    Level("year_and_convention", f"year_l = year_r AND ({_DAY_UNKNOWN})", "year"),
    Level("near_year_and_convention", f"abs(year_l - year_r) <= 2 AND ({_DAY_UNKNOWN})"),
    Level("same_month", "year_month_l = year_month_r"),
    Level("same_year_and_day", "year_day_l = year_day_r"),
    Level("same_day", "month_day_l = month_day_r AND abs(year_l - year_r) <= 11"),
    Level("same_year", _same("year")),
    Level("near_year", "abs(year_l - year_r) <= 1"),
    Level("different", ""),
))  # fmt: skip
_NO_PLACE = " OR ".join(
    f"(postcode_{side} IS NULL AND city_{side} IS NULL AND street_{side} IS NULL)" for side in "lr"
)
_PLACE = Comparison("address", _NO_PLACE, (
    Level("same_address", _same("place"), "place"),
    Level("same_street_and_number", _same("street_place"), "street_place"),
    Level("same_postcode", _same("postcode"), "postcode"),
    Level("same_digits_and_number", _same("digits_place"), "digits_place"),
    Level("same_street", _same("street_city"), "street_city"),
    Level("same_city", _same("city"), "city"),
    Level("different", ""),
))  # fmt: skip
_PHONE = Comparison("phone", _none("phone"), (
    Level("same_phone", _same("phone"), "phone"),
    Level("one_digit", "levenshtein(phone_text_l, phone_text_r) <= 1"),
    Level("different", ""),
))  # fmt: skip
_DOCUMENT = Comparison("document", _none("document"), (
    Level("same_document", _same("document"), "document"),
    Level("one_sign", "levenshtein(document_text_l, document_text_r) <= 1"),
    Level("other_kind", "coalesce(document_kind_l, 0) <> coalesce(document_kind_r, 0)"),
    Level("different", ""),
))  # fmt: skip
_SEX = Comparison("sex", _none("sex"), (Level("same_sex", _same("sex")), Level("different", "")))
_EMPLOYER = Comparison("employer", _none("employer"), (
    Level("same_employer", _same("employer"), "employer"),
    Level("different", ""),
))  # fmt: skip
COMPARISONS = (_NAME, _DATE, _PLACE, _PHONE, _DOCUMENT, _SEX, _EMPLOYER)
BIRTH_DATE = COMPARISONS.index(_DATE)

type Chances = tuple[tuple[float, ...], ...]
"""A chance for each level of each comparison."""
type Levels = npt.NDArray[np.int8]
"""Of shape (pairs, comparisons); -1 where nothing could be compared."""

RARITY = 0.8
"""How much of a rarity weighs in: records that share a value are also errors of one another."""
LEAST = 1e-9
"""No chance is taken for smaller."""
_TOP = 30
"""Each level weighs a whole number in the answer of Splink: this for the first, one less for each
that follows."""
_BITS = 5
"""Hold the number of a level, and none, of any comparison."""


@dataclass(frozen=True)
class Model:
    """What was learnt, and nothing about a person.

    prior: that two random records are of one person. m, u: of each level; the u of a level with a
    rarity is the frequency of the values on which strangers mostly agree. classes: shares and
    chances of the pairs that blocking gives, the same person first, then ways to be somebody else.
    undated: log2 odds that are added to those of a pair that lacks a birth date, and how many times
    its own count.
    """

    prior: float
    m: Chances
    u: Chances
    classes: tuple[tuple[float, Chances], ...]
    undated: tuple[float, float] = (0.0, 1.0)

    def as_json(self) -> str:
        """The same text for the same model."""
        return json.dumps({"comparisons": [each.name for each in COMPARISONS], **asdict(self)})

    @classmethod
    def from_json(cls, text: str) -> "Model":
        """The model of a text that as_json wrote. Raises BadInput for another one."""
        try:
            read = json.loads(text)
            return cls(
                float(read["prior"]),
                _chances(read["m"]),
                _chances(read["u"]),
                tuple((float(share), _chances(chances)) for share, chances in read["classes"]),
                (float(read["undated"][0]), float(read["undated"][1])),
            )
        except (ValueError, KeyError, TypeError):
            raise BadInput("The model cannot be read.", "A model is what an earlier run wrote.",
                           "Leave it out to learn a new one.") from None  # fmt: skip

    @property
    def hash(self) -> str:
        """Names the model in every link."""
        return sha256(self.as_json().encode()).hexdigest()[:16]

    def context(self, levels: Levels, rarity: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        """What the levels together weigh beside each alone, in log2, of shape (pairs,).

        Housemates share a name, an address and a phone at once: alone each speaks for one person,
        together they speak for one family too. Includes the prior. rarity: what rare values weigh
        in each pair, of shape (pairs,).
        """
        rows, place, _ = patterns(levels)
        logs = [np.log2(share) + summed(chances, rows) for share, chances in self.classes]
        others = np.logaddexp2.reduce(logs[1:], axis=0)
        total = (logs[0] - others)[place] + rarity
        added, times = self.undated
        total = np.where(levels[:, BIRTH_DATE] < 0, added + times * total, total)
        found: npt.NDArray[np.float64] = total - self.alone(rows)[place] - rarity
        return found

    def alone(self, levels: Levels) -> npt.NDArray[np.float64]:
        """What the levels weigh each by itself, added up, in log2, of shape (pairs,)."""
        return summed(self.m, levels) - summed(self.u, levels)

    def weights(self, levels: Levels) -> npt.NDArray[np.float64]:
        """What each level weighs by itself, in log2, of shape (pairs, comparisons)."""
        weights = np.zeros(levels.shape)
        for at, (m, u) in enumerate(zip(self.m, self.u, strict=True)):
            weights[:, at] = np.append(np.log2(m) - np.log2(u), 0.0)[levels[:, at]]
        return weights


def _chances(read: Sequence[Sequence[float]]) -> Chances:
    chances = tuple(tuple(float(chance) for chance in each) for each in read)
    if [len(each) for each in chances] != [len(each.levels) for each in COMPARISONS]:
        raise ValueError
    return chances


def patterns(
    levels: Levels,
) -> tuple[Levels, npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """The distinct rows of levels, the row of each pair, and how many pairs have each."""
    bits = _BITS * np.arange(levels.shape[1])
    codes = ((levels.astype(np.int64) + 1) << bits).sum(axis=1)
    distinct, place, counts = np.unique(codes, return_inverse=True, return_counts=True)
    rows = ((distinct[:, None] >> bits & (1 << _BITS) - 1) - 1).astype(np.int8)
    return rows, place.ravel(), counts


def summed(chances: Chances, levels: Levels) -> npt.NDArray[np.float64]:
    """log2 of the chances of levels that are independent; a missing one is certain."""
    total = np.zeros(len(levels))
    for at, each in enumerate(chances):
        total += np.append(np.log2(np.maximum(each, LEAST)), 0.0)[levels[:, at]]
    return total


def settings() -> dict[str, Any]:
    """The settings by which Splink finds levels; what they weigh is the model's, so that one
    query serves every model."""
    return {
        "link_type": "dedupe_only",
        "unique_id_column_name": "record",
        "probability_two_random_records_match": 0.5,
        "retain_matching_columns": False,
        "retain_intermediate_calculation_columns": True,
        "blocking_rules_to_generate_predictions": [],
        "comparisons": [_comparison(each) for each in COMPARISONS],
    }


def _comparison(of: Comparison) -> dict[str, Any]:
    levels: list[dict[str, Any]] = [
        {"sql_condition": of.missing, "label_for_charts": "missing", "is_null_level": True}
    ]
    levels += [
        {
            "sql_condition": level.condition or "ELSE",
            "label_for_charts": level.name,
            "m_probability": 2.0**-number,
            "u_probability": 2.0**-_TOP,
        }
        for number, level in enumerate(of.levels)
    ]
    return {"output_column_name": of.name, "comparison_levels": levels}


def level_of(weights: npt.NDArray[np.float64]) -> Levels:
    """The levels that weights of `settings` stand for; what is missing weighs nothing."""
    return np.where(weights == 0.0, -1, _TOP - weights).astype(np.int8)


def compared_columns() -> list[str]:
    """The ready columns that conditions name."""
    texts = [text for of in COMPARISONS for text in (of.missing, *(x.condition for x in of.levels))]
    return sorted({name for text in texts for name in re.findall(r"(\w+)_[lr]\b", text)})
