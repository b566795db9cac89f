"""The acts of publishing: propose, approve by another person, refuse, withdraw.

The gate stands in `propose` and in `approve`: there is no other way out.
"""

from collections.abc import Sequence
from datetime import datetime

from django.db import connection
from django.db.models import Max
from django.utils.translation import gettext_noop as _

from samen.core.disclosure.protect import Status
from samen.core.errors import BadInput, Conflict, Refused
from samen.core.terms import LogAct
from samen.figures.actions import require_counting
from samen.figures.actions_of_looks import refuse_replaced, try_release
from samen.figures.gate import Shown, audit, policy_of, unsafe
from samen.figures.looking import (
    SECONDS,
    SECONDS_AT_ONCE,
    count_here,
    earlier,
    from_content,
    limit,
)
from samen.figures.models import Count, Release, ReleaseStep
from samen.figures.publishing import record_values, withdraw_values
from samen.figures.queries_of_releases import (
    State,
    counts_below,
    release_in,
    releases_in,
    signed_words,
)
from samen.figures.values import (
    Proposal,
    ReleaseAct,
    TableFacts,
    canonical,
    digest,
)
from samen.programme.queries import figure_with_id
from samen.purposes.inside import Purpose
from samen.purposes.signing import signing_key

FORMAT = "samen-release/1"
ALONE = "SELECT pg_advisory_xact_lock(hashtextextended('figures release', 0))"


def propose(
    purpose: Purpose, proposal: Proposal, *, now: datetime, at_once: bool = False
) -> Release:
    """Propose to publish; what the gate does not find safe is refused, with the cells.

    at_once: somebody waits; then raises TimedOut where the gate needs longer.
    """
    tried = try_release(purpose, proposal, now=now, at_once=at_once)
    if not tried.is_safe:
        raise unsafe(tried.report)
    content = canonical(_content(purpose, proposal, tried.tables))
    with connection.cursor() as cursor:
        cursor.execute(ALONE)
    last = Release.objects.aggregate(last=Max("number"))["last"] or 0
    made = Release.objects.create(
        number=last + 1, title=proposal.title.strip()[:200],
        processing=purpose.membership.processing_id, regime=purpose.regime,
        replaces_id=proposal.replaces, content=content, content_sha256=digest(content),
    )  # fmt: skip
    _step(purpose, made, ReleaseAct.PROPOSED, now)
    return made


def approve(purpose: Purpose, number: int, *, now: datetime, at_once: bool = False) -> None:
    """Publish what another proposed, if it still is safe with all that was released since.

    at_once: as `propose` has it.
    """
    require_counting(purpose)
    with connection.cursor() as cursor:
        cursor.execute(ALONE)
    state = _waiting(purpose, number)
    if state.proposed.by_id in purpose.own_accounts:
        raise Refused(
            _("You proposed this release yourself."),
            _("A release takes two persons."),
            _("Ask another statistician of this processing to look at it."),
        )
    _refuse_gone(purpose, state)
    _refuse_opened(purpose, state, SECONDS_AT_ONCE if at_once else SECONDS)
    key = signing_key()
    signature = key.sign(signed_words(state.release, now)).hex()
    _step(purpose, state.release, ReleaseAct.RELEASED, now, signature=signature,
          public_key=key.public_key().public_bytes_raw().hex())  # fmt: skip
    record_values(purpose, state, counts_below(purpose, [state]), now=now)


def refuse(purpose: Purpose, number: int, *, reason: str, now: datetime) -> None:
    """Do not publish what was proposed; who proposed it may take it back so."""
    require_counting(purpose)
    state = _waiting(purpose, number)
    _step(purpose, state.release, ReleaseAct.REFUSED, now, reason=_needed(reason))


def withdraw(purpose: Purpose, number: int, *, reason: str, now: datetime) -> None:
    """Say that a release does not hold any more. It stays to be seen, and stays part of the gate:
    what was out is known."""
    require_counting(purpose)
    state = _there(purpose, number)
    if not state.is_out or state.is_withdrawn:
        raise Conflict(
            _("Release {number} does not stand."),
            _("What stands can be withdrawn, once."),
            _("Load the page again."),
            number=number,
        )
    why = _needed(reason)
    _step(purpose, state.release, ReleaseAct.WITHDRAWN, now, reason=why)
    withdraw_values(purpose, state, reason=why, now=now)


def _content(purpose: Purpose, proposal: Proposal, tables: Sequence[Shown]) -> dict[str, object]:
    """What would be published, and nothing else."""
    return {
        "format": FORMAT, "title": proposal.title.strip(), "threshold": proposal.threshold,
        "tables": [
            _table(count_here(purpose, facts.count), facts, shown)
            for facts, shown in zip(proposal.tables, tables, strict=True)
        ],
        "estimates": [_estimate(count_here(purpose, each)) for each in proposal.estimates],
        "reported": [_reported(each) for each in proposal.reported],
    }  # fmt: skip


def _table(row: Count, facts: TableFacts, shown: Shown) -> dict[str, object]:
    return _about(row) | {
        "title": facts.title.strip()[:200], "by": list(facts.by),
        "groups": {name: {code: list(below) for code, below in wide.items()}
                   for name, wide in facts.groups.items()},
        "rows": [[list(codes), n] for codes, n in sorted(shown.rows.items())],
    }  # fmt: skip


def _estimate(row: Count) -> dict[str, object]:
    if row.answer is None:
        raise BadInput(
            _("This count is no estimate."), _("Of an estimate the answer is released."),
            _("Choose an estimate, or release it as a table."),
        )  # fmt: skip
    return _about(row) | {"years": {
        year: {name: told[name] for name in ("verdict", "total", "low", "high", "method")
               if name in told}
        for year, told in row.answer.items()
    }}  # fmt: skip


def _reported(number: int) -> dict[str, object]:
    found = figure_with_id(figure=number)
    if found is None or found.withdrawn_at is not None or found.superseded_by is not None:
        raise BadInput(
            _("A figure that was chosen does not stand any more."),
            _("What stands in the programme can be released."),
            _("Choose again."),
        )
    return {
        "figure": found.id, "indicator": found.code, "year": found.year,
        "until_year": found.until_year, "breakdown": found.breakdown,
        "value": str(found.value) if found.value is not None else None, "words": found.words,
        "publication": found.publication, "vintage": found.vintage, "source": found.source,
    }  # fmt: skip


def _about(row: Count) -> dict[str, object]:
    return {
        "query": row.query.name, "version": row.query.version,
        "indicator": row.query.indicator.code, "definition": row.query.definition.words,
        "definition_version": row.query.definition.version,
        "counted_by": row.query.definition.counted_by,
        "since": str(row.query.definition.since or ""), "unit": row.query.indicator.unit,
        "count": str(row.pk), "cells_sha256": row.cells_sha256, "counted_at": row.at.isoformat(),
        "years": [row.first_year, row.last_year], "only": row.query.only,
    }  # fmt: skip


def _refuse_gone(purpose: Purpose, state: State) -> None:
    """What it replaces and what goes with it have to stand still."""
    refuse_replaced(purpose, state.release.replaces_id)
    for told in state.content["reported"]:
        _reported(told["figure"])


def _refuse_opened(purpose: Purpose, state: State, seconds: float) -> None:
    """The gate once more, with what was released since it was proposed."""
    ours = [from_content(table, counts_below(purpose, [state]))
            for table in state.content["tables"]]  # fmt: skip
    before = earlier(purpose, releases_in(purpose))
    report = audit(ours, before, policy_of(state.content["threshold"]), limit(seconds))
    if report.status is not Status.SAFE:
        raise unsafe(report)


def _there(purpose: Purpose, number: int) -> State:
    state = release_in(purpose, number)
    if state is None:
        raise Refused(_("There is no such release here."), "", _("Choose one of the list."))
    return state


def _waiting(purpose: Purpose, number: int) -> State:
    state = _there(purpose, number)
    if not state.is_waiting:
        raise Conflict(
            _("Somebody decided about release {number} already."),
            _("It is decided once."),
            _("Load the page again."),
            number=number,
        )
    return state


def _needed(reason: str) -> str:
    if not reason.strip():
        raise BadInput(_("The reason is missing."), _("It is read by others."), _("Give it."))
    return reason.strip()


def _step(purpose: Purpose, release: Release, act: ReleaseAct, now: datetime, **more: str) -> None:
    ReleaseStep.objects.create(
        release=release, act=act, at=now, by_id=purpose.membership.user_id, **more
    )
    purpose.note(LogAct.WRITE, [release.pk], [f"release {act}"])
