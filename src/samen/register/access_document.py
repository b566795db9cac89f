"""What a person who asked for access is told: one readable document, in parts.

The same parts make the page and the Word file. Who looked is told by role and organisation:
the privacy officer has the names (HvJ EU C-579/21). What a partner called its file is told to
nobody: it may name somebody else.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from typing import Any

from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.translation import gettext, ngettext

from samen.core.terms import Ground
from samen.core.writing.formats.word import to_word
from samen.core.writing.rendered import Heading, RenderedLetter, RenderedSection
from samen.register.access_everywhere import Held, Place
from samen.register.access_values import as_it_came, lines_of, otherwise
from samen.register.labels import label
from samen.register.refusals import refusals
from samen.register.templatetags.register_terms import logged_names
from samen.register.values import said
from samen.work import clock

type Rows = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Part:
    """A heading and its lines: what it is called, and what is held."""

    title: str
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Told:
    """What names the numbers stand for. members: membership to role and organisation."""

    members: Mapping[str, str]
    organisations: Mapping[int, str]


def whole(answers: Iterable[tuple[Place, Held, Told]]) -> list[Part]:
    """One document over processings: of each what for, on what ground, what became of the
    request, and all that is held."""
    made = []
    for place, found, told in answers:
        name = place.purpose.membership.processing.name
        title = f"{name}: {label('regime', place.purpose.regime)}"
        made.append(Part(title, tuple(_processing(place, found))))
        if found:
            made += [Part(f"{name}. {each.title}", each.lines) for each in parts(found, told)]
    return [*made, Part(gettext("Your rights"), tuple(_rights()))]


def _rights() -> Iterable[tuple[str, str]]:
    """What else a person may ask, and of whom: AVG art. 15 lid 1 onder e and f, Wpg art. 25."""
    yield gettext("Whom to ask"), gettext(
        "Who is responsible for it, as stands with each processing. This is about the processings "
        "that are named here; for others you ask where these are supervised."
    )  # fmt: skip
    yield gettext("Correct, complete, erase"), gettext(
        "You may ask to correct or complete what is not right, to erase what need not be kept, "
        "and to limit what is done with it (GDPR art. 16 to 18, Police Data Act art. 28)."
    )  # fmt: skip
    yield gettext("Object"), gettext(
        "You may object to what is done for a public task or a legitimate interest "
        "(GDPR art. 21)."
    )  # fmt: skip
    yield gettext("Complain"), gettext(
        "You may complain to the Dutch data protection authority, Autoriteit Persoonsgegevens "
        "(autoriteitpersoonsgegevens.nl), and go to a court."
    )  # fmt: skip


def _processing(place: Place, found: Held) -> Iterable[tuple[str, str]]:
    processing, regime = place.purpose.membership.processing, place.purpose.regime
    yield gettext("What for"), processing.goal
    grounds = [each for each in map(Ground, processing.grounds) if each.regime == regime]
    yield gettext("On what ground"), ", ".join(label("ground", each) for each in grounds)
    whose = processing.controllers.select_related("organisation")
    yield gettext("Who is responsible for it"), ", ".join(each.organisation.name for each in whose)
    if not found.get("registrations"):
        # Where something is held, its own page says the day on which it goes.
        yield gettext("How long it is kept"), _kept(processing.kept_months)
    if processing.end:
        yield gettext("The processing ends on"), _day(processing.end)
    yield gettext("Your request"), _became(place)


def _kept(months: int | None) -> str:
    if not months:
        return gettext("the term of the law for its ground")
    return ngettext("{n} month at most", "{n} months at most", months).format(n=months)


def _became(place: Place) -> str:
    asked = place.asked
    if asked is None:
        return gettext("no request was noted in this processing")
    if asked.refusal:
        return gettext("refused: {why}").format(why=refusals()[asked.refusal].sentence)
    if not asked.is_approved:
        return gettext("it is not decided yet")
    if not place.is_open:
        return gettext("the approval is over; what is held is not shown any more")
    if not place.fits and place.perhaps:
        return gettext("nothing is held of which it is sure that it is about you")
    if not place.fits:
        return gettext("nothing is held about you")
    return gettext("what is held stands below")


def parts(found: Mapping[str, Rows], told: Told) -> list[Part]:
    """All that is held, from what `queries_of_keeping.about_person` gives."""
    made = []
    for n, row in enumerate(found["registrations"], start=1):
        title = gettext("Registration {n}: {kind}").format(n=n, kind=label("kind", row["kind"]))
        made.append(Part(title, tuple(_registration(row, told))))
        made += _versions(row, n, found["versions"])
    made += [_of_earlier(row, told) for row in found["earlier"]]
    made.append(Part(gettext("To whom it was provided"), tuple(_provisions(found, told))))
    made.append(Part(gettext("Decisions to keep it longer"), tuple(_holds(found))))
    made.append(Part(gettext("Who looked, and why"), tuple(_looks(found["looks"], told))))
    return [each for each in made if each.lines]


def _registration(row: dict[str, Any], told: Told) -> Iterable[tuple[str, str]]:
    by, came = told.organisations.get(row["organisation_id"], "-"), ""
    if brought := row["brought"]:
        how = gettext("Typed in by") if brought["typed"] else gettext("Brought in a file by")
        came = _day(clock.day_of(datetime.fromisoformat(brought["at"])))
        yield how, f"{by}, {came}"
    else:
        yield gettext("Registered by"), by
    yield gettext("Ground"), label("ground", row["ground"])
    if (first := _day(row["first_processed_at"])) != came:
        yield gettext("First processed"), first
    if row["remove_due"] != row["destroy_due"]:
        yield gettext("Out of sight from"), _day(row["remove_due"])
    yield gettext("To be destroyed on"), _day(row["destroy_due"])
    values = said(row)
    yield from lines_of(values)
    yield from as_it_came(row["raw"], values)


def _of_earlier(row: dict[str, Any], told: Told) -> Part:
    """What a registration said of the person, before its number became somebody else's."""
    was, by = row["was"], told.organisations.get(row["organisation_id"], "-")
    title = gettext("Registration that was about you until {moment}").format(
        moment=_moment(row["changed_at"])
    )
    values = said(was)
    lines = (*lines_of(values), *as_it_came(was["raw"], values))
    return Part(title, ((gettext("Registered by"), by), *lines))


def _versions(row: dict[str, Any], n: int, versions: Rows) -> Iterable[Part]:
    """Earlier versions of a registration, oldest first, each with what was otherwise. What stood
    apart has versions of its own, which say nothing else."""
    ours = [each for each in versions if each["registration"] == row["id"]]
    whole_ones = [each for each in ours if "kind" in each["was"]]
    states = [*(said(each["was"]) for each in whole_ones), said(row)]
    for each, (was, now) in zip(whole_ones, pairwise(states), strict=True):
        yield _version(each, n, otherwise(was, now))
    for each in ours:
        if "kind" not in each["was"]:
            yield _version(each, n, lines_of(said(each["was"])))


def _version(row: dict[str, Any], n: int, lines: Iterable[tuple[str, str]]) -> Part:
    title = gettext("Registration {n}: what was otherwise until {moment}").format(
        n=n, moment=_moment(row["changed_at"])
    )
    return Part(title, tuple(lines))


def _provisions(found: Mapping[str, Rows], told: Told) -> Iterable[tuple[str, str]]:
    if found["registrations"] and not found["provisions"]:
        yield gettext("Until today"), gettext("to nobody")
    for row in found["provisions"]:
        to = told.organisations.get(row["recipient_id"], "-")
        yield _moment(row["provided_at"]), f"{to}; {row['article']}; {row['goal']}"


def _holds(found: Mapping[str, Rows]) -> Iterable[tuple[str, str]]:
    for row in found["holds"]:
        end = gettext("ended on {day}").format(day=_day(row["ended_on"])) if row["ended_on"] else ""
        yield _day(row["decided_on"]), "; ".join(filter(None, (row["reason"], end))) or "-"


def _looks(looks: Rows, told: Told) -> Iterable[tuple[str, str]]:
    """A line for all that one person did on a day on one ground, latest day first."""
    of_day: dict[tuple[str, ...], Rows] = {}
    for row in looks:
        day = date_format(_local(row["at"]), "j F Y")
        key = (day, str(row["membership"]), row["act"], row["ground"])
        of_day.setdefault(key, []).append(row)
    for (day, membership, act, ground), rows in of_day.items():
        who = told.members.get(membership, gettext("the system itself"))
        often = ngettext("{n} time", "{n} times", len(rows)).format(n=len(rows))
        what = logged_names(field for row in rows for field in row["fields"])
        did = f"{label('act', act)} ({often}): {what}" if what else f"{label('act', act)} ({often})"
        yield day, f"{who}; {did}; {label('ground', ground)}"


def _day(value: str | date) -> str:
    day = parse_date(value) if isinstance(value, str) else value
    return date_format(day, "j F Y") if day else str(value)


def _moment(value: str | datetime) -> str:
    return date_format(_local(value), "j F Y H:i")


def _local(value: str | datetime) -> datetime:
    at = datetime.fromisoformat(value) if isinstance(value, str) else value
    return timezone.localtime(at)


def as_word(made: Iterable[Part], heading: Heading) -> bytes:
    """The document as a .docx file."""
    sections = tuple(
        RenderedSection(f"deel-{n}", part.title, (), part.lines) for n, part in enumerate(made)
    )
    return to_word(RenderedLetter(heading, sections, (), is_draft=False))
