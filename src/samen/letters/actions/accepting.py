"""What an accepted candidate becomes in the register: one function for each kind.

Each function writes through the doors of the programme and returns what it made, so that
the act can be taken back. Where the register knows the thing already, a new entry is kept
for what this letter says of it and merged into the known one: the two are told as one life,
and parted again by an undo.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from django.utils.text import slugify
from django.utils.translation import gettext_noop as _

from samen.core.errors import Refused
from samen.core.references.papers import parse_paper_id
from samen.core.terms import (
    ActionStatus,
    CandidateKind,
    Chamber,
    CommitmentStatus,
    DocumentKind,
    EntryKind,
    EvidenceRole,
    Funded,
    MotionStatus,
    PromiseStatus,
    Recurrence,
    ValueKind,
)
from samen.letters.actions.act import (
    Act,
    Made,
    day_of,
    joined,
    number_of,
    same_title,
    standing_of,
    theme_named,
    theme_of,
    title_of_letter,
    wider_theme,
    wording_of,
    year_of,
)
from samen.letters.actions.taking_back import bring_back
from samen.letters.wording import action_words, label_of
from samen.programme import actions as programme
from samen.programme import queries as register
from samen.programme.values import (
    AmountFacts,
    CommitmentFacts,
    DocumentFacts,
    FigureFacts,
    IndicatorFacts,
    MotionFacts,
    Place,
    TargetFacts,
)

TREND = "ontwikkeling"
"""The breakdown that keeps "more reports" apart from the number of reports."""


def accept_into_register(act: Act) -> Made:
    """Write what a candidate says into the register, by its kind."""
    return bring_back(act) or ACCEPTING[CandidateKind(act.candidate.kind)](act)


def _theme(act: Act) -> Made:
    name = str(act.detail.get("name") or act.candidate.quote)
    parent = act.candidate.theme
    is_under = bool(parent) and parent.casefold() != name.casefold()
    known = theme_named(name)
    if known is not None:
        return Made(theme=known)
    above = theme_of(act) if is_under else wider_theme(name)
    return Made(theme=programme.add_theme(name=name[:200], parent=above), new_theme=True)


def _sentence_of(act: Act) -> str:
    """The sentence that holds a candidate, as the reading repaired it."""
    return str(act.detail.get("sentence") or act.candidate.quote)


def _action(act: Act) -> Made:
    detail = act.detail
    owners = tuple(detail.get("owners") or ())
    c = act.candidate
    whole = _sentence_of(act)
    what = action_words(str(detail.get("what") or c.quote), owners, whole)
    wording = wording_of(act, what, owners)
    standing = standing_of(act, ActionStatus(detail.get("status") or ActionStatus.UNDECIDED))
    entry = programme.record_action(
        wording=wording, standing=standing, by=act.by, now=act.now, place=act.place
    )
    return joined(act, entry, act.into)


_PROMISE = {
    CommitmentStatus.NEW: PromiseStatus.NEW,
    CommitmentStatus.KEPT: PromiseStatus.KEPT,
    CommitmentStatus.REPEATED: PromiseStatus.REPEATED,
    CommitmentStatus.OPEN: PromiseStatus.NEW,
}
_MOTION = {
    MotionStatus.SETTLED: PromiseStatus.KEPT,
    MotionStatus.IN_PROGRESS: PromiseStatus.RUNNING,
    MotionStatus.OPEN: PromiseStatus.NEW,
}


def _commitment(act: Act) -> Made:
    detail = act.detail
    status = CommitmentStatus(detail.get("status") or CommitmentStatus.OPEN)
    place = act.place
    if status is CommitmentStatus.KEPT:
        place = replace(place, role=EvidenceRole.SETTLES)
    owners = tuple(name for name in [detail.get("by")] if name)
    entry = programme.record_commitment(
        wording=wording_of(act, detail.get("what") or detail.get("about"), owners),
        standing=standing_of(act, _PROMISE[status]),
        by=act.by,
        now=act.now,
        place=place,
        commitment=CommitmentFacts(
            promised_by=str(detail.get("by") or "")[:200],
            promised_to=str(detail.get("to") or "")[:200],
        ),
    )
    return joined(act, entry, act.into)


def _motion(act: Act) -> Made:
    """A motion by its paper: known, it is told with the known one."""
    facts = motion_facts_of(act.detail)
    known = _paper_motion(facts)
    life = register.life_of(entry=known) if known is not None else None
    if known is not None and life is not None and life.withdrawn_at is not None:
        return _motion_back(act, known, facts)
    if known is not None and act.into is None:
        act = replace(act, into=known)
    if known is not None:
        facts = replace(facts, dossier="", suffix="", number="")
    entry = programme.record_motion(
        wording=wording_of(act, act.detail.get("what")),
        standing=standing_of(act, _motion_status(act)),
        by=act.by,
        now=act.now,
        place=_motion_place(act),
        motion=facts,
    )
    return joined(act, entry, act.into)


def _motion_back(act: Act, entry: int, facts: MotionFacts) -> Made:
    """A motion that was withdrawn stands again, as this letter tells it."""
    programme.restore_entry(entry=entry)
    programme.edit_entry(entry=entry, wording=wording_of(act, act.detail.get("what")))
    programme.edit_motion(entry=entry, motion=facts)
    standing = standing_of(act, _motion_status(act))
    life = register.life_of(entry=entry)
    last = life.last_status if life else None
    if last is None or (last.status, last.on, last.due) != (
        standing.status, standing.on, standing.due,
    ):  # fmt: skip
        programme.append_status(
            entry=entry, standing=standing, by=act.by, now=act.now, place=_motion_place(act)
        )
    return joined(act, entry, act.into)


def _motion_status(act: Act) -> PromiseStatus:
    """What the letter says; a known motion that it only mentions stays as it was."""
    said = MotionStatus(act.detail.get("status") or MotionStatus.OPEN)
    known = register.life_of(entry=act.into) if act.into is not None else None
    if said is MotionStatus.OPEN and known is not None and known.last_status is not None:
        return PromiseStatus(known.last_status.status)
    return _MOTION[said]


def _motion_place(act: Act) -> Place:
    is_settled = act.detail.get("status") == MotionStatus.SETTLED
    return replace(act.place, role=EvidenceRole.SETTLES) if is_settled else act.place


def motion_facts_of(detail: Mapping[str, Any]) -> MotionFacts:
    """What a candidate knows of its motion."""
    return MotionFacts(
        movers=tuple(detail.get("movers") or ()),
        cum_suis=bool(detail.get("cum_suis")),
        chamber=detail.get("chamber") or Chamber.HOUSE,
        dossier=str(detail.get("dossier") or ""),
        suffix=str(detail.get("suffix") or ""),
        number=str(detail.get("number") or ""),
        tabled=day_of(detail.get("tabled")),
    )


def _paper_motion(facts: MotionFacts) -> int | None:
    if not facts.number:
        return None
    return register.motion_with(
        dossier=facts.dossier, number=facts.number, suffix=facts.suffix
    )  # fmt: skip


def _amount(act: Act) -> Made:
    detail = act.detail
    value = number_of(detail.get("value_eur"))
    if value is None:
        raise Refused(_("The amount has no single value."), "", _("Fill in the amount in euros."))
    entry = programme.record_amount(
        wording=wording_of(act, _sentence_of(act)),
        amount=AmountFacts(
            value_eur=value,
            from_year=year_of(detail.get("from")),
            until_year=year_of(detail.get("until")),
            recurrence=Recurrence(detail.get("recurrence") or Recurrence.UNKNOWN),
            funded=Funded(detail.get("funded") or Funded.UNKNOWN),
        ),
        by=act.by,
        now=act.now,
        place=act.place,
    )
    return joined(act, entry, act.into)


def _indicator(act: Act) -> Made:
    """An indicator, found by its name or made, with the value that the letter gives it."""
    detail = act.detail
    kind = ValueKind(detail.get("value_kind") or ValueKind.REALISED)
    year = year_of(detail.get("year"))
    if year is None and kind is not ValueKind.TREND:
        raise Refused(_("The figure has no year."), "", _("Fill in the year."))
    indicator, is_own = _indicator_entry(act, str(detail.get("name") or "").strip())
    made = Made(entry=indicator, own=indicator if is_own else None)
    if year is None:
        return made
    if kind is ValueKind.TARGET:
        before = {target.id for target in register.targets_of(indicator=indicator)}
        target = _target(act, indicator, year)
        return replace(made, target=None if target in before else target)
    before = {figure.id for figure in register.figures_of(indicator=indicator)}
    figure = _figure(act, indicator, year, kind)
    return replace(made, figure=None if figure in before else figure)


def _indicator_entry(act: Act, name: str) -> tuple[int, bool]:
    """The indicator and whether this act brought it into the register."""
    if not name:
        raise Refused(_("The indicator has no name."), "", _("Fill in what is counted."))
    known = act.into or register.indicator_with_code(code=indicator_code(name))
    life = register.life_of(entry=known) if known is not None else None
    if known is None or life is None:
        facts = IndicatorFacts(unit=str(act.detail.get("unit") or "")[:60])
        made = programme.record_indicator(
            wording=wording_of(act, name), indicator=facts, by=act.by, now=act.now, place=act.place
        )
        return made, True
    if life.withdrawn_at is not None:
        programme.restore_entry(entry=known)
        return known, True
    return life.merged_into or known, False


def indicator_code(name: str) -> str:
    """The name of an indicator in an address, as the register makes it."""
    return slugify(name)[:80].strip("-")


def _figure(act: Act, indicator: int, year: int, kind: ValueKind) -> int:
    """A trend is kept in its words: its percentage is no level of the indicator."""
    is_trend = kind is ValueKind.TREND
    words = str(act.detail.get("words") or "")[:300]
    figure = FigureFacts(
        year=year,
        publication=title_of_letter(act),
        value=None if is_trend else number_of(act.detail.get("value")),
        words=words if is_trend or act.detail.get("value") is None else "",
        breakdown=TREND if is_trend else "",
        published_on=act.candidate.letter.date,
    )
    return programme.record_figure(
        indicator=indicator, figure=figure, by=act.by, now=act.now, place=act.place
    )


def _target(act: Act, indicator: int, year: int) -> int:
    value = number_of(act.detail.get("value"))
    target = TargetFacts(
        year=year,
        value=value,
        words="" if value is not None else str(act.detail.get("words") or "")[:300],
        set_by=title_of_letter(act),
        decided_on=act.candidate.letter.date,
        source=act.candidate.quote[:500],
    )
    return programme.set_target(
        indicator=indicator, target=target, by=act.by, now=act.now, place=act.place
    )


def _parliamentary_ref(act: Act) -> Made:
    """A paper that the letter cites; one whose number is not given is accepted as read."""
    detail = act.detail
    if not (detail.get("dossier") and detail.get("number")):
        return Made()
    facts = DocumentFacts(
        title=label_of(act.candidate)[:500],
        kind=DocumentKind.OTHER,
        chamber=detail.get("chamber") or Chamber.HOUSE,
        dossier=str(detail["dossier"]),
        suffix=str(detail.get("suffix") or ""),
        number=str(detail["number"]),
        session_year=str(detail.get("session_year") or "")[:9],
    )
    parts = ("kst", facts.dossier, facts.suffix, facts.number)
    parse_paper_id("-".join(part for part in parts if part))
    return Made(document=programme.add_document(document=facts, by=act.by, now=act.now))


def _publication(act: Act) -> Made:
    wording = wording_of(act, act.detail.get("name"))
    entry = programme.record_publication(
        wording=wording, by=act.by, now=act.now, place=act.place
    )  # fmt: skip
    return joined(act, entry, act.into or same_title(act, entry, EntryKind.PUBLICATION))


def _legal(act: Act) -> Made:
    detail = act.detail
    entry = programme.record_legal_text(
        wording=wording_of(act, label_of(act.candidate)),
        regime=str(detail.get("name") or detail.get("regime") or ""),
        article=str(detail.get("article") or ""),
        version=str(detail.get("version") or ""),
        by=act.by,
        now=act.now,
        place=act.place,
    )
    return joined(act, entry, act.into or same_title(act, entry, EntryKind.LEGAL))


def _as_read(_act: Act) -> Made:
    """Accepted as a right reading; the register has no entries of this kind."""
    return Made()


ACCEPTING: Mapping[CandidateKind, Callable[[Act], Made]] = {
    CandidateKind.THEME: _theme,
    CandidateKind.ACTION: _action,
    CandidateKind.COMMITMENT: _commitment,
    CandidateKind.MOTION: _motion,
    CandidateKind.INDICATOR: _indicator,
    CandidateKind.QUANTITY: _as_read,
    CandidateKind.AMOUNT: _amount,
    CandidateKind.LEGAL: _legal,
    CandidateKind.PARLIAMENTARY_REF: _parliamentary_ref,
    CandidateKind.PUBLICATION: _publication,
    CandidateKind.ORGANISATION: _as_read,
    CandidateKind.PERSON: _as_read,
    CandidateKind.PROGRAMME: _as_read,
    CandidateKind.REGION: _as_read,
    CandidateKind.DATE: _as_read,
    CandidateKind.FOOTNOTE: _as_read,
}
"""What each kind becomes; a test sees to it that none is forgotten."""
