"""The demo: an invented year of a real programme, in one database, start to finish.

Each step is one of the house's own acts, done by an invented person, so the demo shows
nothing that a user could not do on the pages. It is told as if each step was taken on its day
of that year: so both clocks of the register, since when it is so and since when it is known,
can be read. Only the trail tells when the demo was made.
"""

import csv
import random
import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from samen.accounts import actions as accounts
from samen.accounts import queries as who
from samen.core.errors import SamenError
from samen.core.terms import CandidateKind, OrganisationKind, Role
from samen.letters.actions import review, writing
from samen.letters.queries import review as reviewing
from samen.letters.queries.writing import Desk, desk, letter_with
from samen.programme import actions as programme
from samen.programme import queries as register
from samen.programme.actions.wording import Actor
from samen.programme.values import EntryState, Standing

BEGINS = datetime(2021, 11, 17, 12, tzinfo=UTC)
LETTER_DAY = date(2022, 11, 15)
ENDS = datetime(2022, 11, 15, 9, tzinfo=UTC)
MINISTRY = "Ministerie van Justitie en Veiligheid"
DEMO_DOMAIN = "demo.example"
SURE = 0.5
SETTLED = frozenset({"kept", "done"})
TERM_TOLD = SETTLED | {"delayed", "partly_kept"}
"""What can be said of an entry whose term has passed."""
NEXT_GOVERNMENT = re.compile(
    r"\b(?:volgende?|nieuwe?|komende?) (?:kabinet|regering)", re.IGNORECASE
)
SEED = 20211117
PEOPLE = (
    ("Programmateam", Role.PROGRAMME_TEAM),
    ("Actiehouder", Role.ACTION_OWNER),
    ("Vaststeller", Role.APPROVER),
    ("Lezer", Role.READER),
    ("Beheerder", Role.ADMINISTRATOR),
)
SIGNATURES = (
    ("De Staatssecretaris van Justitie en Veiligheid", "V. Voorbeeld"),
    ("De Staatssecretaris van Volksgezondheid, Welzijn en Sport", "M. Monster"),
)


@dataclass(frozen=True, slots=True)
class DemoAccount:
    """An account that the demo prints on the screen."""

    email: str
    password: str
    role: Role


type Report = Callable[[int, int], None]
"""Told how much of a step is done: done, total."""


def make_accounts() -> list[DemoAccount]:
    """One account for each role, with a password of its own, all of one ministry."""
    made = []
    ministry = who.organisation_by_name(MINISTRY) or accounts.add_organisation(
        name=MINISTRY, kind=OrganisationKind.MINISTRY, abbreviation="JenV"
    )
    for name, role in PEOPLE:
        email = f"{name.lower()}@{DEMO_DOMAIN}"
        invitation = accounts.invite_user(
            email=email,
            name=f"Demo {name}",
            organisation=ministry.pk,
            role=role,
            today=date(2021, 1, 1),
        )
        password = secrets.token_urlsafe(12)
        accounts.set_first_password(
            number=invitation.number, token=invitation.token, password=password
        )
        made.append(DemoAccount(email, password, role))
    return made


def account(people: list[DemoAccount], role: Role) -> Actor:
    """The person behind a demo account."""
    email = next(one.email for one in people if one.role is role)
    person = who.person_by_email(email)
    if person is None:
        raise SamenError("The demo account that was just made is gone.")
    return person


def load_facts(*, by: Actor) -> None:
    """Themes, organisations, indicators, figures and papers, each with its source."""
    programme.load_programme_facts(by=by, now=BEGINS)


def document_of(letter: int) -> int | None:
    """The document that a read letter became in the register."""
    read = reviewing.letter_with(letter)
    return read.document_id if read else None


def read_letter_in(path: Path, *, by: Actor) -> int:
    """Give the letter to the house and read it; return its number."""
    number = review.upload_letter(content=path.read_bytes(), name=path.name, by=by, now=BEGINS)
    review.read_into(number, now=BEGINS)
    return number


def accept_all(letter: int, *, by: Actor, report: Report) -> tuple[int, int]:
    """Accept what the reader is sure of, kind by kind; return (accepted, left to people)."""
    kinds = list(CandidateKind)
    for place, kind in enumerate(kinds, start=1):
        review.accept_batch(letter=letter, kind=kind, least_confidence=SURE, by=by, now=BEGINS)
        report(place, len(kinds))
    now_at = reviewing.progress(letter)
    return now_at.decided, now_at.total - now_at.decided


def invent_progress(file: Path, *, by: Actor, report: Report) -> int:
    """A year of invented progress on everything open; return how many entries moved."""
    chance = random.Random(SEED)
    events = _events(file)
    states = register.open_entries(on=date(2021, 12, 31))
    moved = 0
    for place, state in enumerate(states, start=1):
        if event := _next_event(state, events):
            moved += _move(state, event, chance=chance, by=by)
        report(place, len(states))
    return moved


def write_letter(*, previous: int | None, by: Actor) -> Desk:
    """Draft the 2022 letter from the register."""
    plan = writing.LetterPlan(
        year=LETTER_DAY.year,
        on=LETTER_DAY,
        subject="Vierde voortgangsbrief programma Samen tegen mensenhandel",
        sender=MINISTRY,
        sequence=4,
        signatures=SIGNATURES,
        previous_document=previous,
    )
    letter = letter_with(writing.start_letter(plan=plan, by=by, now=ENDS))
    if letter is None:
        raise SamenError("The letter that was just started is gone.")
    return desk(letter)


@dataclass(frozen=True, slots=True)
class Event:
    """An invented step: its status, its words, and the day where the words name one."""

    status: str
    note: str
    on: date | None


type Events = dict[tuple[str, str], list[Event]]
"""By kind, and the words of an entry that it goes with; the words that say most come first."""


def _events(file: Path) -> Events:
    events: Events = {}
    with file.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            on = date.fromisoformat(row["on"]) if row["on"] else None
            event = Event(row["status"], row["note"], on)
            events.setdefault((row["kind"], row["about"]), []).append(event)
    return events


def _next_event(state: EntryState, events: Events) -> Event | None:
    """The next event that goes with the words of an entry; past its term, one that says so."""
    words = f"{state.title} {state.detail}"
    for (kind, about), those in events.items():
        if kind == state.kind and re.search(rf"\b(?:{about})", words, re.IGNORECASE):
            is_past = state.due is not None and state.due < LETTER_DAY
            telling = [event for event in those if event.status in TERM_TOLD] if is_past else those
            event = (telling or those)[0]
            those.append(those.pop(those.index(event)))
            return event
    return None


def _move(state: EntryState, event: Event, *, chance: random.Random, by: Actor) -> int:
    """Append one invented status; a step that the ladder refuses is left out.

    What the letter leaves to a next government is not settled in that year.
    """
    some_day = date(2022, 2, 1) + timedelta(days=chance.randrange(270))
    on, status = event.on or some_day, event.status
    if status in SETTLED and NEXT_GOVERNMENT.search(f"{state.title} {state.detail}"):
        return 0
    now = datetime(on.year, on.month, on.day, 10, tzinfo=UTC)
    keep = status not in SETTLED
    link = "" if keep else f"https://{DEMO_DOMAIN}/brief-{on.isoformat()}"
    standing = Standing(status=status, on=on, note=event.note, link=link, keep_due=keep)
    try:
        programme.append_status(entry=state.id, standing=standing, by=by, now=now)
    except SamenError:
        return 0
    return 1
