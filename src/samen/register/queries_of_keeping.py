"""What may be asked about provisions, requests for access, holds, and looks at persons."""

import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext

from samen.core.terms import Ground, LogAct, MemberRole
from samen.purposes.inside import Purpose
from samen.purposes.keeping import Due, due_within, held_until
from samen.purposes.queries import entries, parts_of
from samen.purposes.tokens import token
from samen.register.left_out import Text, texts, without
from samen.register.models import AccessRequest, Hold, Provision
from samen.register.models_of_access import LeftOut
from samen.register.names import family_key, given_key
from samen.register.others import are_others
from samen.register.refusals import refusals_under
from samen.register.sealing import opened, owner_of
from samen.register.unusual import Look
from samen.register.values import DELIVERED, said

DELIVERIES = "SELECT register_deliveries_of(%s::uuid[])"
HOLDS = "SELECT * FROM register_standing_holds()"
OPEN_UNTIL = "SELECT register_open_until(a) FROM register_accessrequest a WHERE a.id = %s"
OF_OTHERS = "rights_of_others"
"""How the ground of the law to tell nothing about others begins."""
DAYS = ("remove_due", "destroy_due")
REQUEST = "access request"
"""How the log calls a look at a request, and at how many registrations fit it."""
MEMBERS = "SELECT set_config('samen.members', %s, true)"
"""Gives the names that the application signs: by others the database does not answer."""
COLLEAGUES = "SELECT organisation, pseudonyms FROM register_of_colleagues()"

type Stretch = tuple[datetime | None, datetime | None]
"""After a moment, until another; None: from the first, to this day."""
type Times = dict[str, list[Stretch]]
"""Of each registration, by its number, the stretches in which it was of one person."""


def provisions(purpose: Purpose) -> QuerySet[Provision]:
    """The records of what was provided in a processing, latest first. No person is in them."""
    found = Provision.objects.filter(processing=purpose.membership.processing_id)
    return found.select_related("recipient", "organisation", "registrar")


def provision(purpose: Purpose, number: UUID) -> Provision | None:
    return provisions(purpose).filter(pk=number).first()


class Standing(NamedTuple):
    """A hold that stands, and the day on which it ends by itself."""

    hold: Hold
    until: date


def standing_holds(purpose: Purpose) -> list[Standing]:
    """The holds that stand, with who decided them, first that ends first; a privacy officer sees
    them after the processing ended too."""
    if purpose.role == MemberRole.PRIVACY_OFFICER:
        found = list(Hold.objects.raw(HOLDS).prefetch_related("registrar"))
    else:
        found = list(Hold.objects.filter(ended_on=None).select_related("registrar"))
    purpose.note(LogAct.READ, [each.registration for each in found], ["holds"])
    end = purpose.membership.processing.end
    holds = [
        Standing(each, held_until(each.destroy_due, each.decided_on, Ground(each.ground), end))
        for each in found
    ]
    return sorted(holds, key=lambda each: each.until)


def requests(purpose: Purpose) -> list[AccessRequest]:
    """The requests for access, latest first; a privacy officer sees them, nobody else does."""
    return _looked_at(purpose, _requests(purpose))


def requests_to_decide(purpose: Purpose) -> QuerySet[AccessRequest]:
    """Those that wait for this privacy officer, to count them: another person noted them."""
    waiting = _requests(purpose).filter(approved_by=None)
    return waiting.exclude(registrar__in=purpose.own_accounts)


def requests_to_answer(purpose: Purpose) -> QuerySet[AccessRequest]:
    """Those that were decided, and of which nobody noted that the person has an answer."""
    return _requests(purpose).filter(answered_on=None).exclude(approved_by=None)


def request(purpose: Purpose, number: UUID) -> AccessRequest | None:
    return next(iter(_looked_at(purpose, _requests(purpose).filter(pk=number))), None)


def _requests(purpose: Purpose) -> QuerySet[AccessRequest]:
    return AccessRequest.objects.filter(processing=purpose.membership.processing_id).select_related(
        "registrar"
    )


def _looked_at(purpose: Purpose, asked: Iterable[AccessRequest]) -> list[AccessRequest]:
    """Requests that are shown: who asks is a person too, so the log has the look."""
    found = list(asked)
    if found:
        purpose.note(LogAct.READ, [each.pk for each in found], [REQUEST])
    return found


def count_of_person(number: UUID) -> int:
    """How many registrations fit a request: told before anybody sees whose they are."""
    return int(_asked("SELECT register_count_of_person(%s)", number))


def count_perhaps_of_person(number: UUID) -> int:
    """How many may be of the person, of which too little is known to say so: never shown."""
    return int(_asked("SELECT register_count_perhaps_of_person(%s)", number))


def open_until(number: UUID) -> date | None:
    """The last day on which an approved request shows what is held; None where nobody decided."""
    day: date | None = _asked(OPEN_UNTIL, number)
    return day


def rights_of_others(purpose: Purpose) -> str:
    """On which article a text about others is left out, as the person is told it."""
    found = (each for each in refusals_under(purpose.regime) if each.code.startswith(OF_OTHERS))
    return next((each.sentence for each in found), "")


def free_texts(purpose: Purpose, number: UUID) -> list[tuple[Text, LeftOut | None]]:
    """The free texts of what is held about a person, each with how it was left out of the answer.

    Raises DatabaseError as `about_person` does.
    """
    left = {(each.registration, each.place): each for each in _left_out(number)}
    return [(each, left.get((each.registration, each.place)))
            for each in texts(_all_about(purpose, number))]  # fmt: skip


def _left_out(number: UUID) -> QuerySet[LeftOut]:
    return LeftOut.objects.filter(request=number, put_back_by=None)


def about_person(purpose: Purpose, number: UUID) -> dict[str, list[dict[str, Any]]]:
    """What a person is told who asked: all that is held, without what is left out of it."""
    found = _all_about(purpose, number)
    left = {(str(each.registration), each.place) for each in _left_out(number)}
    if left:
        why = gettext("left out: {why}").format(why=rights_of_others(purpose))
        without(found, left, why)
    return found


def _all_about(purpose: Purpose, number: UUID) -> dict[str, list[dict[str, Any]]]:
    """All that is held about a person, and who looked: by an approved request only.

    Gives `registrations`, `earlier`, `versions`, `holds`, `provisions`, and `looks`, each a list
    of rows; earlier: what a registration said of the person whose number is somebody else's now.
    Raises DatabaseError where nobody else approved the request, or its approval has ended.
    """
    text = _asked("SELECT register_about_person(%s)::text", number)
    found: dict[str, list[dict[str, Any]]] = json.loads(text)
    times = _leave_out_others(found)
    _put_together(found)
    for row in found["registrations"]:
        days = Due(*(date.fromisoformat(row[name]) for name in DAYS))
        end = purpose.membership.processing.end
        within = due_within(days, Ground(row["ground"]), end)
        row.update(zip(DAYS, map(date.isoformat, within), strict=True))
    persons = [UUID(each["id"]) for each in found["registrations"]]
    found["looks"] = [
        {"at": entry.at, "membership": entry.membership, "act": entry.act, "ground": entry.ground,
         "fields": entry.fields}
        for entry in _looks_at_person(purpose, times)
    ]  # fmt: skip
    told = {*persons, *(UUID(each["registration"]) for each in found["earlier"])}
    purpose.note(LogAct.READ, sorted(told), [REQUEST])
    return found


def _looks_at_person(purpose: Purpose, times: Times) -> list[Any]:
    """The looks at a person, latest first: at each registration while it was of that person."""
    looks = {}
    for number, stretches in times.items():
        for entry in looks_at(purpose, [UUID(number)]):
            if _is_within(entry.at, stretches):
                looks[entry.number] = entry
    return [looks[number] for number in sorted(looks, reverse=True)]


def _leave_out_others(found: dict[str, list[dict[str, Any]]]) -> Times:
    """Leave out what a registration said while its number was of somebody else, to whom that was
    provided, why it was held, and which other registrations were provided with it: these are not
    about who asked. What was corrected stands in the versions that are told, and may be of somebody
    else where it is not. Gives when each registration was of who asked."""
    rows = {each["id"]: each for each in found["registrations"]}
    pairs = [(each["was"], rows[each["registration"]]) for each in found["versions"]]
    others = [each for each, is_other in zip(found["versions"], are_others(pairs), strict=True)
              if is_other]  # fmt: skip
    until = {each["registration"]: each["changed_at"] for each in others}
    times = _times(found, others)
    found["versions"] = [each for each in found["versions"] if each not in others]
    for each in found["origins"]:
        each["earlier"] = [
            said for said in each["earlier"] if said["until"] > until.get(each["id"], "")
        ]
    for state in found["registrations"] + [
        each["was"] for each in found["versions"] + found["earlier"]
    ]:
        state.pop("corrected", None)
    for each in found["holds"]:
        if each["decided_on"] <= until.get(each["registration"], "")[:10]:
            each["reason"] = ""
    found["provisions"] = [
        {**each, "registrations": [number for number in each["registrations"] if number in rows]}
        for each in found["provisions"]
        if any(_is_within(datetime.fromisoformat(each["provided_at"]), times.get(number, []))
               for number in each["registrations"])
    ]  # fmt: skip
    return times


def _times(found: Mapping[str, list[dict[str, Any]]], others: list[dict[str, Any]]) -> Times:
    """When each registration was of who asked: its versions, oldest first, say until when they
    stood; others: those of somebody else."""
    times: Times = {each["id"]: [] for each in found["registrations"]}
    began: dict[str, datetime] = {}
    for each in found["versions"]:
        number, until = each["registration"], datetime.fromisoformat(each["changed_at"])
        if each not in others:
            times[number].append((began.get(number), until))
        began[number] = until
    for number, stretches in times.items():
        stretches.append((began.get(number), None))
    for each in found["earlier"]:
        since = each["since"] and datetime.fromisoformat(each["since"])
        stretch = (since, datetime.fromisoformat(each["changed_at"]))
        times.setdefault(each["registration"], []).append(stretch)
    return times


def _is_within(at: datetime, stretches: Iterable[Stretch]) -> bool:
    return any(
        (since is None or since < at) and (until is None or at <= until)
        for since, until in stretches
    )


def _put_together(found: dict[str, list[dict[str, Any]]]) -> None:
    """Put what stands apart back with its registration, and what was said before with versions."""
    rows = {each["id"]: each for each in found["registrations"]}
    apart = [(each["id"], each["said"]) for each in found["origins"]]
    for each in found.pop("shelters"):
        row = rows[each["registration"]]
        owner = owner_of(row["processing_id"], row["organisation_id"], row["source_key"])
        sealed = bytes.fromhex(each["sealed"].removeprefix("\\x"))
        apart.append((row["id"], opened(sealed, owner, date.fromisoformat(each["key_day"]))))
    for number, kept in apart:
        for part in ("values", "raw"):
            rows[number][part] |= kept.get(part, {})
    for row in rows.values():
        row["values"] = said(row)
    found["versions"] += [
        {"registration": each["id"], "changed_at": earlier["until"], "was": earlier["said"]}
        for each in found.pop("origins")
        for earlier in each["earlier"]
    ]  # fmt: skip


def looks_at(purpose: Purpose, persons: list[UUID]) -> list[Any]:
    """The entries of the log about these registrations and the files that brought them, latest
    first, each once. What was destroyed stands in the log beside its files, so that an entry of
    that is about the persons in it alone and not about others of their file."""
    with connection.cursor() as cursor:
        cursor.execute(DELIVERIES, [persons])
        files = cursor.fetchone()[0]
    found = {entry.number: entry for each in persons for entry in entries(purpose, person=each)}
    for each in files:
        of_file = entries(purpose, person=each).exclude(act=LogAct.DELETE)
        found |= {entry.number: entry for entry in of_file}
    for gone in [each for each in found.values() if each.act == LogAct.DELETE]:
        brought = entries(purpose).filter(fields=[DELIVERED], subjects__overlap=gone.subjects)
        found |= {entry.number: entry for entry in brought}
    return [found[number] for number in sorted(found, reverse=True)]


def looks_on(purpose: Purpose, *, membership: UUID, day: date) -> list[Any]:
    """The entries of the log about what one member did on a day, latest first."""
    since = timezone.make_aware(datetime.combine(day, time()))
    until = timezone.make_aware(datetime.combine(day, time.max))
    return list(entries(purpose).filter(membership=membership, at__range=(since, until)))


def looks(purpose: Purpose, *, since: datetime) -> list[Look]:
    """What members did in a processing since a moment, as its privacy officer sees it."""
    found = entries(purpose).filter(at__gte=since).exclude(user=0)
    return [
        Look(each.at, each.user, each.membership, frozenset(each.subjects))
        for each in found.order_by("number")
    ]


def of_colleagues(purpose: Purpose) -> dict[int, frozenset[str]]:
    """Whose registrations have the name of a member, as the log names them, by organisation."""
    names = [
        [part.organisation_id, *_keys_of(part.user.name)]
        for part in parts_of(purpose.membership.processing_id)
    ]
    with connection.cursor() as cursor:
        signed = token("members", purpose.moment, json.dumps(names).encode().hex())
        cursor.execute(MEMBERS, [signed])
        cursor.execute(COLLEAGUES)
        found: dict[int, set[str]] = {}
        for organisation, pseudonyms in cursor.fetchall():
            found.setdefault(organisation, set()).update(pseudonyms)
    return {organisation: frozenset(each) for organisation, each in found.items()}


def _keys_of(name: str) -> tuple[str, str]:
    given, _space, family = name.partition(" ")
    return given_key(given), family_key(family)


def _asked(words: str, number: UUID) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(words, [number])
        row = cursor.fetchone()
        return row[0] if row else None
