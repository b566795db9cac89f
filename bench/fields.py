"""Whether a field of a found entry is right, each kind in its own way."""

import re
from collections.abc import Callable
from typing import Any

from bench.names import canonical, canonicals
from samen.core.references.law_lookup import law_at

Entry = dict[str, Any]
Answer = bool | None

FIELDS: dict[str, tuple[str, ...]] = {
    "theme": ("name",),
    "action": ("owner", "owners_exact", "due", "status"),
    "commitment": ("by", "due", "status"),
    "motion": ("number", "movers", "cum_suis", "tabled", "status"),
    "indicator": ("year", "value", "value_kind"),
    "amount": ("value_eur", "from", "until", "recurrence", "funded"),
    "legal": ("article", "regime"),
    "parliamentary_ref": ("id",),
    "date": ("interval",),
    "footnote": ("number", "text"),
    "organisation": ("type",),
    "region": ("type",),
}


def right(kind: str, name: str, truth: Entry, found: Entry) -> Answer:
    """True or false; None where the truth has nothing to ask."""
    rule = _RULES.get((kind, name)) or _RULES.get(("", name))
    return rule(truth, found) if rule else _same(name, truth, found)


def _same(name: str, truth: Entry, found: Entry) -> Answer:
    mine, theirs = truth.get(name), found.get(name)
    if isinstance(mine, str) or isinstance(theirs, str):
        return _plain(mine) == _plain(theirs)
    return bool(mine == theirs)


def _plain(value: object) -> str:
    return " ".join(str("" if value is None else value).lower().split())


def _theme_name(truth: Entry, found: Entry) -> Answer:
    """Its number or letter may stand before the name, or be left out."""
    mine, theirs = _plain(truth["name"]), _plain(found.get("name"))
    return mine == theirs or (mine.endswith(f" {theirs}") and bool(_COUNTED.match(mine)))


def _owner(truth: Entry, found: Entry) -> Answer:
    """Asked only where the text names an owner: one of them found, and nobody else named."""
    mine, theirs = canonicals(truth["owners"]), canonicals(found.get("owners") or [])
    if not mine:
        return None
    return bool(mine & theirs)


def _owners_exact(truth: Entry, found: Entry) -> Answer:
    return canonicals(truth["owners"]) == canonicals(found.get("owners") or [])


def _by(truth: Entry, found: Entry) -> Answer:
    if not truth["by"]:
        return None
    return canonical(truth["by"]) == canonical(found.get("by") or "")


def _due(truth: Entry, found: Entry) -> Answer:
    return _near_day(truth.get("due"), found.get("due"))


def _near_day(mine: str | None, theirs: str | None) -> bool:
    """Equal days; any two days around the start of the summer recess are equal."""
    if mine == theirs:
        return True
    if not mine or not theirs or mine[:4] != theirs[:4]:
        return False
    return all("06-20" <= day[5:] <= "07-10" for day in (mine, theirs))


def _interval(truth: Entry, found: Entry) -> Answer:
    """Both ends; of "before" and "until" only the latest, of "after" only the earliest."""
    start = bool(truth["earliest"] == found.get("earliest"))
    end = _near_day(truth["latest"], found.get("latest"))
    match truth["precision"]:
        case "before" | "until":
            return end
        case "after":
            return start
        case _:
            return start and end


def _number(truth: Entry, found: Entry) -> Answer:
    if not truth["number"]:
        return None
    names = ("dossier", "suffix", "number")
    return all(_plain(truth[n]) == _plain(found.get(n)) for n in names)


def _movers(truth: Entry, found: Entry) -> Answer:
    mine = {_plain(name) for name in truth["movers"]}
    return mine == {_plain(name) for name in found.get("movers") or []}


def _tabled(truth: Entry, found: Entry) -> Answer:
    return None if truth["tabled"] is None else bool(truth["tabled"] == found.get("tabled"))


def _article(truth: Entry, found: Entry) -> Answer:
    """The article itself; member and part may be written in more ways."""
    mine = _plain(truth["article"]).split(",")[0]
    return None if not mine else mine == _plain(found.get("article")).split(",")[0]


def _regime(truth: Entry, found: Entry) -> Answer:
    """The law, by any of the names that it goes by: its code, its number or its title."""
    mine = {_law(truth["regime"]), _law(truth["name"])}
    theirs = {_law(found.get("regime")), _law(found.get("name"))} - {""}
    return bool(mine & theirs)


def _law(value: object) -> str:
    """The code of a known law, else its name."""
    words = " ".join(str("" if value is None else value).split())
    named = law_at(words, 0, is_cited=True)
    return _plain(named.regime if named and named.end == len(words) else words)


def _type(truth: Entry, found: Entry) -> Answer:
    return _same("type", truth, found) if "type" in truth else None


def _year(truth: Entry, found: Entry) -> Answer:
    """The year; of a school year either of its two."""
    years = [truth["year"], *truth.get("year_also", [])]
    return _plain(found.get("year")) in map(_plain, years)


def _value(truth: Entry, found: Entry) -> Answer:
    mine, theirs = truth["value"], found.get("value")
    if mine is None or theirs is None:
        return mine is None and theirs is None
    return abs(float(mine) - float(theirs)) < 0.005


def _note_number(truth: Entry, found: Entry) -> Answer:
    return bool(truth["number"] == found.get("number"))


def _note_text(truth: Entry, found: Entry) -> Answer:
    """The same words at begin and end: hyphens at a line end may have gone."""
    mine, theirs = _letters(truth["text"]), _letters(found.get("text") or "")
    return mine in theirs or (theirs in mine and len(theirs) > 0.9 * len(mine))


def _letters(text: str) -> str:
    return "".join(c for c in text.lower() if c.isalnum())


_COUNTED = re.compile(r"(?:(?:[a-z]\.?)?\d+(?:\.\d+)*|[a-z]|[ivx]+)[.)]? ")
_RULES: dict[tuple[str, str], Callable[[Entry, Entry], Answer]] = {
    ("theme", "name"): _theme_name,
    ("action", "owner"): _owner,
    ("action", "owners_exact"): _owners_exact,
    ("commitment", "by"): _by,
    ("", "due"): _due,
    ("date", "interval"): _interval,
    ("motion", "number"): _number,
    ("motion", "movers"): _movers,
    ("motion", "tabled"): _tabled,
    ("legal", "article"): _article,
    ("legal", "regime"): _regime,
    ("", "type"): _type,
    ("indicator", "year"): _year,
    ("indicator", "value"): _value,
    ("footnote", "number"): _note_number,
    ("footnote", "text"): _note_text,
}
