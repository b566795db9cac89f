"""The act of providing data to another organisation: under a rule, and with a record of it."""

import csv
import hashlib
import io
import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext_noop as _

from samen.accounts.queries import organisation
from samen.core.csv_rows import plain_cell
from samen.core.errors import BadInput, Refused
from samen.core.registration.whole_names import WHOLE
from samen.core.terms import Ground, LogAct, OrganisationKind, RegistrationKind
from samen.purposes.inside import Purpose
from samen.purposes.keeping import Due, months_after, own_terms
from samen.register.actions import allowed, bound
from samen.register.actions_of_shelter import shelters
from samen.register.known_fields import fields
from samen.register.models import Provision, Registration
from samen.register.provision_rules import CONSENT, Asked, fitting, rule_named

ORIGINS = "SELECT registration, said::text FROM register_origins(%s::uuid[], %s)"

type Extract = list[dict[str, str]]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be provided, to whom and why. about: groups of fields, as in fields.csv.

    decision: the reference of a written decision, where the rule asks for one.
    """

    recipient: int
    registrations: tuple[UUID, ...]
    about: frozenset[str]
    goal: str
    decision: str = ""


def provide(purpose: Purpose, wanted: Wanted, *, now: datetime) -> Provision:
    """Note that data go to another organisation, if a rule lets them; the record stays.

    Raises Refused, saying which rule is missing, and BadInput for what is not said.
    """
    if not wanted.goal.strip():
        raise BadInput(
            _("The goal is missing."), _("Data are provided for a goal."), _("Say what for.")
        )
    rows = _rows(wanted.registrations)
    rule = fitting(_asked(wanted, rows, sender=purpose.membership.organisation_id,
                          on=purpose.ground))  # fmt: skip
    last = months_after(purpose.day, own_terms()["provision"].months)
    with allowed():
        made = Provision.objects.create(
            **bound(purpose, Due(last, last)), region=purpose.membership.region,
            recipient_id=wanted.recipient, rule=rule.name, article=rule.article,
            goal=wanted.goal.strip(), decision=wanted.decision.strip(),
            about=sorted(wanted.about), registrations=[row.pk for row in rows],
            sha256=hashlib.sha256(
                as_json(extract(rows, wanted.about, LogAct.PROVIDE))
            ).hexdigest(),
            provided_at=now,
        )  # fmt: skip
    purpose.note(LogAct.PROVIDE, made.registrations, made.about)
    return made


def _rows(numbers: Collection[UUID]) -> list[Registration]:
    rows = list(Registration.objects.filter(pk__in=numbers).order_by("pk"))
    if not rows or len(rows) != len(set(numbers)):
        raise BadInput(
            _("A registration is missing or is not one that you may see here."),
            _("A purpose shows its own registrations only."),
            _("Search again and choose what is to be provided."),
        )
    return rows


def _asked(wanted: Wanted, rows: Sequence[Registration], *, sender: int, on: str) -> Asked:
    """What is tried against the rules. on: the ground on which the purpose is or was open."""
    recipient, giver = organisation(wanted.recipient), organisation(sender)
    if giver is None or recipient is None or recipient.pk == sender:
        raise BadInput(
            _("There is no recipient."), _("Data go to another organisation."), _("Choose one.")
        )
    return Asked(
        sender=OrganisationKind(giver.kind), recipient=OrganisationKind(recipient.kind),
        recipient_name=recipient.name,
        grounds=frozenset({Ground(on), *(Ground(row.ground) for row in rows)}),
        kinds=frozenset(RegistrationKind(row.kind) for row in rows), about=wanted.about,
        decision=wanted.decision,
        consents=_consent(rows),
    )  # fmt: skip


def _consent(rows: Collection[Registration]) -> bool:
    """Whether each of them says that the person consents."""
    return all(_value(row.said, "consent") == "yes" for row in rows)


def _value(values: Mapping[str, dict[str, str]], name: str) -> str:
    said = values.get(name) or {}
    return said.get("value", "") if said.get("state") == "known" else ""


def extract(rows: Sequence[Registration], about: Collection[str], act: LogAct) -> Extract:
    """What goes: the known values of the chosen groups of fields, a line a registration.

    What stands apart is given by the database, which logs it under the act.
    """
    names = [name for name, field in fields().items() if field.about in about and name != WHOLE]
    apart = [given(rows, act) for group, given in APART.items() if group in about]
    lines = []
    for row in rows:
        values = row.said
        for found in apart:
            values |= found.get(row.pk, {}).get("values", {})
        lines.append({"kind": row.kind, **{name: _value(values, name) for name in names}})
    return lines


def _origins(rows: Collection[Registration], act: LogAct) -> dict[UUID, dict[str, Any]]:
    with connection.cursor() as cursor:
        cursor.execute(ORIGINS, [[row.pk for row in rows], act])
        return {number: json.loads(said) for number, said in cursor.fetchall()}


APART = {"origin": _origins, "shelter": shelters}


def as_json(lines: Extract) -> bytes:
    """An extract as JSON, the same bytes for the same data."""
    return json.dumps(lines, ensure_ascii=False, sort_keys=True, indent=1).encode()


def as_csv(lines: Extract) -> bytes:
    """An extract for a spreadsheet; what would be a formula there stands as text."""
    columns = list(lines[0]) if lines else []
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";")
    writer.writerow(columns)
    writer.writerows([plain_cell(line[name]) for name in columns] for line in lines)
    return out.getvalue().encode("utf-8-sig")


def fetch(purpose: Purpose, provision: Provision, form: str) -> bytes:
    """The extract of a provision as a file, from what is registered now. form: json or csv.

    Raises Refused where it went with a consent that somebody has withdrawn since, where no rule
    lets it go any more, and where it would say something else than what was provided.
    """
    rows = _rows(provision.registrations)
    rule = rule_named(provision.rule)
    if rule and rule.asks == CONSENT and not _consent(rows):
        raise Refused(
            _("A person has withdrawn consent since this was provided."),
            _("What goes with consent is fetched as long as the consent stands."),
            _("Tell the recipient, and provide again without this person."),
        )
    wanted = Wanted(provision.recipient_id, tuple(provision.registrations),
                    frozenset(provision.about), provision.goal, provision.decision)  # fmt: skip
    fitting(_asked(wanted, rows, sender=provision.organisation_id, on=provision.ground))
    lines = extract(rows, provision.about, LogAct.EXPORT)
    if hashlib.sha256(as_json(lines)).hexdigest() != provision.sha256:
        raise Refused(
            _("What is registered has changed since this was provided."),
            _("The record is of the data as they were then."),
            _("Provide anew what the recipient needs now."),
        )
    purpose.note(LogAct.EXPORT, provision.registrations, provision.about)
    return as_json(lines) if form == "json" else as_csv(lines)
