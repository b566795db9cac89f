"""Corrections by hand when the partner delivers again.

A correction is the decision of a named person. It stands as long as the partner delivers what was
corrected; another value is news, which is taken in and told. `corrected` of a registration holds,
for each field that was corrected, what the partner had delivered.
"""

import json
from collections.abc import Collection, Mapping
from typing import Any

from django.db.backends.utils import CursorWrapper
from psycopg import sql

from samen.core.terms import ValueState
from samen.register.known_fields import fields
from samen.register.others import are_others
from samen.register.values import columns_of, said

type Said = Mapping[str, str] | None
"""What is said of a field: its state and value; None where it has never been delivered."""

MET = (
    "SELECT to_jsonb(i)::text, to_jsonb(r)::text FROM register_met i"
    " JOIN register_registration r ON r.id = i.id"
    " WHERE r.corrected IS NOT NULL AND r.row_hash <> i.row_hash"
    " AND r.id = ANY (ARRAY(SELECT id FROM register_met)) FOR UPDATE OF r"
)
LAID = ["corrected", "values", *sorted({each for name in fields() for each in columns_of(name)})]
LAY = sql.SQL(
    "UPDATE register_met i SET {} FROM jsonb_populate_recordset(NULL::register_met, %s::jsonb) n"
    " WHERE n.id = i.id"
).format(sql.SQL(", ").join(sql.SQL("{0} = n.{0}").format(sql.Identifier(n)) for n in LAID))


def noted(
    corrected: Mapping[str, Said] | None, before: Mapping[str, Said], now: Mapping[str, Said]
) -> dict[str, Said] | None:
    """What the partner delivered of each field that a person corrected, after one more correction.

    before, now: what a registration says, by field. None where it says again what was delivered.
    """
    changed = {name: before.get(name) for name in {*before, *now}
               if before.get(name) != now.get(name)}  # fmt: skip
    was = changed | dict(corrected or {})
    return {name: each for name, each in was.items() if each != now.get(name)} or None


def lay_corrections(cursor: CursorWrapper, brought: Collection[str]) -> int:
    """Lay corrections that stand over the rows that were met, and over none that is of somebody
    else then; how many rows say other things than those that were corrected. Asked of each batch:
    a file of minutes meets what was corrected while it was taken in."""
    cursor.execute(MET)
    rows = [(json.loads(now), json.loads(there)) for now, there in cursor.fetchall()]
    laid = [(there, _laid(now, there, brought)) for now, there in rows]
    stand = [(there, row) for (there, row), is_other in zip(laid, are_others(laid), strict=True)
             if not is_other]  # fmt: skip
    if stand:
        cursor.execute(LAY.as_string(), [json.dumps([row for _there, row in stand])])
    kept = sum(len(row["corrected"] or ()) == len(there["corrected"]) for there, row in stand)
    return len(rows) - kept


def _laid(
    now: Mapping[str, Any], there: Mapping[str, Any], brought: Collection[str]
) -> dict[str, Any]:
    """A row with what stands of the registration."""
    delivered, kept = said(now), dict(there["corrected"])
    values, laid = dict(now["values"]), dict(now)
    for name, was in there["corrected"].items():
        if name not in brought:
            continue
        if not _is_the_same(was, delivered.get(name)):
            del kept[name]
            continue
        laid |= {each: there[each] for each in columns_of(name)}
        values.pop(name, None)
        if name in there["values"]:
            values[name] = there["values"][name]
    return laid | {"values": values, "corrected": kept or None}


def _is_the_same(was: Said, now: Said) -> bool:
    """Whether the partner says what it said, or nothing where it said nothing."""
    return was == now or not (_is_known(was) or _is_known(now))


def _is_known(each: Said) -> bool:
    return each is not None and each["state"] == ValueState.KNOWN
