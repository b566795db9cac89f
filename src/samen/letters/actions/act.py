"""The act of accepting: who takes over what and when, and what it made in the register."""

import re
from dataclasses import asdict, dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from django.utils.translation import gettext_noop as _

from samen.core.errors import BadInput, Refused
from samen.core.reading.themes import is_closing
from samen.core.terms import ActionStatus, CandidateKind, EntryKind, Judgement, PromiseStatus
from samen.letters.models import Candidate
from samen.letters.wording import first_sentence, letter_title
from samen.programme import actions as programme
from samen.programme import queries as register
from samen.programme.actions.wording import Actor
from samen.programme.queries import Filters
from samen.programme.values import Place, Standing, Wording


@dataclass(frozen=True, slots=True)
class Made:
    """What accepting did in the register.

    entry: the entry that is shown. own: the entry that this act made or restored, None
    where it only added to a known one. merged: own went up in entry. figure, target: the
    value that this act recorded, None where it was known. document,
    theme: the paper or the theme that was added, or was there. new_theme: it was added.
    """

    entry: int | None = None
    own: int | None = None
    merged: bool = False
    figure: int | None = None
    target: int | None = None
    document: int | None = None
    theme: int | None = None
    new_theme: bool = False

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Act:
    """Who accepts which candidate and when. into: the entry to merge it into, if any."""

    candidate: Candidate
    by: Actor
    now: datetime
    into: int | None = None

    @property
    def detail(self) -> dict[str, Any]:
        return dict(self.candidate.detail)

    @property
    def on(self) -> date:
        """The day from which the letter's statuses hold."""
        on = self.candidate.letter.date
        if on is None:
            raise Refused(
                _("No date was found in this letter."),
                _("A status holds from the date of the letter."),
                _("Give the date of the letter first."),
            )
        return on

    @property
    def place(self) -> Place:
        document = self.candidate.letter.document_id
        if document is None:
            raise Refused(_("This letter has not been read."), "", _("Let it be read again."))
        c = self.candidate
        return Place(document, c.line, c.line_end, c.start, c.end, c.quote)


def wording_of(act: Act, words: object, owners: tuple[str, ...] = ()) -> Wording:
    """The words of an entry: a short title, and the whole where the title is cut."""
    whole = " ".join(str(words or act.candidate.quote).split())
    title = first_sentence(whole)
    is_whole = title.casefold() == whole.rstrip(" .").casefold()
    return Wording(
        title=title,
        detail="" if is_whole else whole,
        theme=theme_of(act),
        owners=owners,
    )


def standing_of(act: Act, status: ActionStatus | PromiseStatus) -> Standing:
    """A status from the letter's date on, with the term in the words of the letter."""
    due = day_of(act.detail.get("due"))
    return Standing(status=status, on=act.on, due=due, due_words=_due_words(act, due))


def _due_words(act: Act, due: date | None) -> str:
    """The words of the date in this passage that ends on the same day."""
    if due is None:
        return ""
    given = str(act.detail.get("due_words") or "")
    c = act.candidate
    dates = Candidate.objects.filter(
        letter=c.letter,
        kind=CandidateKind.DATE,
        start__lt=c.end,
        end__gt=c.start,
        detail__latest=due.isoformat(),
    )
    return given or next((found.quote for found in dates), "")


def theme_of(act: Act) -> int | None:
    """The theme that a candidate stands under.

    Accepting a candidate accepts its theme, unless the heading itself was rejected or only
    ends the letter.
    """
    name = act.candidate.theme.strip()
    if not name:
        return None
    known = theme_named(name)
    if known is not None or is_closing(name):
        return known
    rejected = Candidate.objects.filter(
        letter=act.candidate.letter, kind=CandidateKind.THEME, state=Judgement.REJECTED
    )
    if any(str(each.detail.get("name")).casefold() == name.casefold() for each in rejected):
        return None
    return programme.add_theme(name=name[:200], parent=wider_theme(name))


def wider_theme(name: str) -> int | None:
    """The theme that a heading goes on about: every word of it stands in the heading."""
    said = _words_of(name)
    wider = [(len(words), -pk) for pk, called, _parent in register.themes()
             if (words := _words_of(called)) < said and words]  # fmt: skip
    return -max(wider)[1] if wider else None


def _words_of(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", name.casefold()))


def theme_named(name: str) -> int | None:
    """The theme with this name, wherever it stands; the one on top first."""
    folded = name.strip().casefold()
    same = [(parent or 0, pk) for pk, called, parent in register.themes()
            if called.casefold() == folded]  # fmt: skip
    return min(same)[1] if same else None


def joined(act: Act, own: int, into: int | None) -> Made:
    """A new entry that stands by itself, or goes up in the known one."""
    if into is None or into == own:
        return Made(entry=own, own=own)
    programme.merge_entries(entry=own, into=into, now=act.now)
    return Made(entry=into, own=own, merged=True)


def same_title(act: Act, own: int, kind: EntryKind) -> int | None:
    """The oldest living entry of a kind with the same title, besides the new one."""
    states = register.entries_as_of(on=act.now.date(), filters=Filters(kind=kind))
    title = next(state.title for state in states if state.id == own).casefold()
    return next((s.id for s in states if s.id != own and s.title.casefold() == title), None)


def title_of_letter(act: Act) -> str:
    """The letter as the publication of its figures."""
    return letter_title(act.candidate.letter.name, act.candidate.letter.date)


def number_of(value: object) -> Decimal | None:
    """A number from a candidate, None where it has none."""
    if value in (None, ""):
        return None
    try:
        return Decimal(str(value))
    except InvalidOperation:
        raise BadInput(
            _("The value is not a number."), "", _("Write it in digits.")
        ) from None  # fmt: skip


def year_of(value: object) -> int | None:
    return None if value in (None, "") else int(str(value)[:4])


def day_of(value: object) -> date | None:
    return date.fromisoformat(str(value)) if value else None
