"""The rows of the six partners' files, each in its own layout, with the truth beside them."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from samen.core.simulation.cases import (
    Things,
    case_names,
    case_of,
    suspect_cases,
    suspects,
    things,
)
from samen.core.simulation.chance import Whole
from samen.core.simulation.error_model import ErrorModel
from samen.core.simulation.layouts import LAYOUTS, NOT_ASKED, REFUSED, UNKNOWN, Layout
from samen.core.simulation.nation import Nation
from samen.core.simulation.people import People
from samen.core.simulation.records import AT_ONCE, id_column
from samen.core.simulation.world import FORMS, PARTNERS, Words, texts
from samen.core.simulation.writing_down import Written

FIELDS = (
    *("number", "kind", "registered_on", "given_name", "family_name_prefix", "family_name"),
    *("birth_date", "age", "sex", "nationality", "address", "house_number", "postcode", "city"),
    *("phone", "document", "employer", "plate", "case", "form", "signs", "ground", "consent"),
    "place",
)
_MAY_BE_REFUSED = ("birth_date", "sex", "nationality", "address", "phone", "document")
_WHY = (UNKNOWN, REFUSED, NOT_ASKED, "")
_OFTEN = np.array([0.4, 0.55, 0.8])
NAMES_CASE = 0.7
_GROUNDS = {
    "police": ("wpg8", "wpg9"),
    "border_police": ("wpg8", "wpg8"),
    "inspectorate": ("wpg9", "wpg9"),
    "shelter": ("avg6a", "avg6e"),
    "municipality": ("avg6e", "avg6a"),
    "comensha": ("avg9_2_g", "avg6a"),
}
_ASKS_CONSENT = np.array([each in {"shelter", "municipality", "comensha"} for each in PARTNERS])
_YEAR = 365.25


@dataclass(frozen=True, eq=False, slots=True)
class Rows:
    """Some rows of one partner's file.

    columns: by its own headers. number: of each row, as in the file. person, group: who it truly
    is about; -1 and "" for what is no person. kind: in our words.
    """

    partner: str
    kind: str
    columns: dict[str, Words]
    number: Words
    person: Whole
    group: Words


def victim_rows(nation: Nation, written: Written) -> Iterator[Rows]:
    """The registrations of a piece as partners keep them; `id` of a record is `number` here."""
    fields = _of_persons(nation, written, "victim")
    cases = case_of(written.places.place[written.rows.at])
    yield from _by_partner(nation, written, fields, cases, "victim")


def other_rows(nation: Nation, model: ErrorModel, at_once: int = AT_ONCE) -> Iterator[Rows]:
    """Suspects, and what belongs to the cases, by partner."""
    for written in suspects(nation, model, at_once):
        fields = _of_persons(nation, written, "suspect")
        cases = suspect_cases(nation, written.places)[written.rows.at]
        yield from _by_partner(nation, written, fields, cases, "suspect")
    for found in things(nation, at_once):
        yield from _of_things(nation, found)


def _of_persons(nation: Nation, written: Written, kind: str) -> dict[str, Words]:
    """All fields of registrations of persons, in our words."""
    fields = dict(written.columns)
    fields |= {
        "kind": np.full(len(written.person), kind, dtype=object),
        "age": _ages(nation, written),
        "form": _forms(nation, written),
        "signs": _signs(nation, written),
        "place": np.where(fields["city"] == "", UNKNOWN, fields["city"]),
    }
    fields |= _grounds(nation, written)
    for name in _MAY_BE_REFUSED:
        shares = nation.chance.shares(f"why no {name}", written.rows.content)
        why = texts(_WHY)[np.searchsorted(_OFTEN, shares)]
        left_out = fields[name] == ""
        if name == "address":
            left_out &= fields["city"] == ""
        fields[name] = np.where(left_out, why, fields[name])
    return fields


def _ages(nation: Nation, written: Written) -> Words:
    """Whole years on the day of registration."""
    born = People(nation, written.places).birth_day[written.rows.at]
    ages = ((written.rows.day - born) / _YEAR).astype(np.int64)
    return np.where(written.drawn["no_birth_date"], "", texts(map(str, ages.tolist())))


def _grounds(nation: Nation, written: Written) -> dict[str, Words]:
    """The ground of the partner, now and then its other one; consent where it is asked."""
    rows = written.rows
    usual, seldom = (texts(_GROUNDS[partner][at] for partner in PARTNERS) for at in (0, 1))
    is_seldom = nation.chance.below("ground", rows.content, 8) == 0
    says = nation.chance.shares("consent", rows.content)
    answer = np.where(says < 0.7, "yes", np.where(says < 0.85, "no", NOT_ASKED)).astype(object)
    ground = np.where(is_seldom, seldom[rows.partner], usual[rows.partner])
    answer = np.where(ground == "avg6a", "yes", answer)
    return {"ground": ground, "consent": np.where(_ASKS_CONSENT[rows.partner], answer, "")}


def _forms(nation: Nation, written: Written) -> Words:
    """The form as the partner sees it: sometimes another, sometimes none."""
    true = written.places.form[written.rows.at]
    other = nation.chance.below("other form", written.rows.content, len(FORMS))
    seen = np.where(written.drawn["wrong_form"], other, true)
    return np.where(written.drawn["no_form"], UNKNOWN, texts(FORMS)[seen])


def _signs(nation: Nation, written: Written) -> Words:
    """One or two signs of the true form."""
    rows = nation.world.tables["signs"]
    by_form = [[row["sign"] for row in rows if row["form"] == form] for form in FORMS]
    forms = written.places.form[written.rows.at].tolist()
    bits = nation.chance.bits("signs", written.rows.content).tolist()
    found = []
    for form, number in zip(forms, bits, strict=True):
        signs = by_form[form]
        one, other = signs[number % len(signs)], signs[(number >> 20) % len(signs)]
        found.append(one if one == other or number >> 63 else f"{one}; {other}")
    return texts(found)


def _by_partner(
    nation: Nation, written: Written, fields: dict[str, Words], cases: Whole, kind: str
) -> Iterator[Rows]:
    rows = written.rows
    named = nation.chance.shares("names case", rows.content) < NAMES_CASE
    fields["case"] = np.where(named, case_names(nation, cases), "")
    fields["number"] = np.asarray(id_column(nation, rows.number).to_numpy(zero_copy_only=False))
    dates = np.datetime_as_string(rows.day.astype("datetime64[D]")).astype(object)
    fields["registered_on"] = dates
    for at, partner in enumerate(PARTNERS):
        of = np.flatnonzero(rows.partner == at)
        if len(of):
            mine = {name: texts[of] for name, texts in fields.items()}
            yield Rows(partner, kind, laid_out(nation, partner, mine), mine["number"],
                       written.person[of], written.group[of])  # fmt: skip


def _of_things(nation: Nation, found: Things) -> Iterator[Rows]:
    for at, partner in enumerate(PARTNERS):
        of = np.flatnonzero(found.partner == at)
        if not len(of):
            continue
        fields = {name: words[of] for name, words in found.columns.items()}
        number = np.asarray(id_column(nation, found.number[of]).to_numpy(zero_copy_only=False))
        day = found.day[of].astype("datetime64[D]")
        fields |= {
            "number": number,
            "kind": np.full(len(of), found.kind, dtype=object),
            "registered_on": np.datetime_as_string(day).astype(object),
            "case": case_names(nation, found.case[of]),
            "ground": np.full(len(of), _GROUNDS[partner][0], dtype=object),
        }
        nobody = np.full(len(of), -1), np.full(len(of), "", dtype=object)
        yield Rows(partner, found.kind, laid_out(nation, partner, fields), number, *nobody)


def laid_out(nation: Nation, partner: str, fields: dict[str, Words]) -> dict[str, Words]:
    """The columns of a partner's file from fields in our words."""
    layout = LAYOUTS[partner]
    groups = nation.world.tables["groups"]
    nationality = {row["group"]: row[layout.nationality] for row in groups}
    coded = {"nationality": nationality, **layout.codes}
    some = next(iter(fields.values()))
    known = {name: fields.get(name, np.full(len(some), "", dtype=object)) for name in FIELDS}
    for name in ("birth_date", "registered_on"):
        known[name] = texts(_date(layout, text) for text in known[name])
    for name, words in known.items():
        codes = {**layout.absent, **coded.get(name, {})}
        known[name] = texts(codes.get(word, word) for word in words)
    known |= {
        "family_whole": _joined(" ", known["family_name_prefix"], known["family_name"]),
        "family_comma": _joined(", ", known["family_name"], known["family_name_prefix"]),
        "whole_address": _joined(
            ", ",
            _joined(" ", known["address"], known["house_number"]),
            _joined(" ", known["postcode"], known["city"]),
        ),
    }
    known["whole_name"] = _joined(" ", known["given_name"], known["family_whole"])
    return {header: known[name] for header, name in layout.columns.items()}


def _joined(between: str, first: Words, second: Words) -> Words:
    both = (first != "") & (second != "")
    joined: Words = first + np.where(both, between, "") + second
    return joined


def _date(layout: Layout, text: str) -> str:
    """A date as the partner writes it; what is no date stays."""
    if not text[:4].isdecimal():
        return text
    if len(text) == 4 and layout.year_alone:
        return text
    return layout.dates.format(y=text[:4], m=text[5:7] or "00", d=text[8:] or "00")
