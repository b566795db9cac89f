"""The acts of publishing: try, propose, approve by another person, refuse, withdraw.

The gate stands in `try_release` and in `approve`: there is no other way out.
"""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import connection
from django.db.models import Max
from django.utils.translation import gettext_noop as _

from samen.core.disclosure.protect import Status
from samen.core.errors import BadInput, Conflict, Refused
from samen.core.terms import LogAct
from samen.figures.actions import require_counting
from samen.figures.gate import Report, Shown, audit, policy_of, unsafe
from samen.figures.looking import (
    SECONDS,
    Instead,
    Tried,
    count_here,
    earlier,
    from_content,
    limit,
    looked,
    others,
)
from samen.figures.models import Count, GateReport, Release, ReleaseStep
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
from samen.linkage.values import NEVER
from samen.programme.queries import figure_with_id
from samen.purposes.inside import Purpose
from samen.purposes.signing import signing_key
from samen.register.actions import bound

LEAST_THRESHOLD = 5
FORMAT = "samen-release/1"
ALONE = "SELECT pg_advisory_xact_lock(hashtextextended('figures release', 0))"


def try_release(purpose: Purpose, proposal: Proposal, *, now: datetime) -> Tried:
    """Let the gate look at a proposal, and keep what it said.

    Raises BadInput and Refused for what is no proposal.
    """
    require_counting(purpose)
    _refuse_odd(purpose, proposal)
    tried = looked(purpose, proposal, limit(SECONDS))
    _keep(purpose, proposal, tried.report, now)
    return tried


def instead(purpose: Purpose, proposal: Proposal, *, now: datetime) -> list[Instead]:
    """Other tables that the gate lets through, the one that shows most cells first.

    Each look is kept as any other, also at what is not let through.
    """
    found = others(purpose, proposal)
    for each in found:
        _keep(purpose, proposal, each.tried.report, now, without=each.without)
    safe = (each for each in found if each.tried.is_safe)
    return sorted(safe, key=lambda each: each.tried.hidden - each.tried.cells)


def propose(purpose: Purpose, proposal: Proposal, *, now: datetime) -> Release:
    """Propose to publish; what the gate does not find safe is refused, with the cells."""
    tried = try_release(purpose, proposal, now=now)
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


def approve(purpose: Purpose, number: int, *, now: datetime) -> None:
    """Publish what another proposed, if it still is safe with all that was released since."""
    require_counting(purpose)
    with connection.cursor() as cursor:
        cursor.execute(ALONE)
    state = _waiting(purpose, number)
    if state.proposed.by_id == purpose.membership.user_id:
        raise Refused(
            _("You proposed this release yourself."),
            _("A release takes two persons."),
            _("Ask another statistician of this processing to look at it."),
        )
    _refuse_gone(purpose, state)
    _refuse_opened(purpose, state)
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


def _refuse_odd(purpose: Purpose, proposal: Proposal) -> None:
    if not proposal.title.strip():
        raise BadInput(_("The release has no title."), _("It has one."), _("Give it."))
    if not (proposal.tables or proposal.estimates or proposal.reported):
        raise BadInput(
            _("There is nothing to release."),
            _("A release has a table, an estimate or a published figure."),
            _("Choose at least one."),
        )
    if proposal.threshold < LEAST_THRESHOLD:
        raise BadInput(
            _("The threshold is {threshold}."),
            _("It is {least} at least."),
            _("Choose a higher one."),
            threshold=proposal.threshold, least=LEAST_THRESHOLD,
        )  # fmt: skip
    _refuse_replaced(purpose, proposal.replaces)


def _refuse_replaced(purpose: Purpose, replaces: UUID | None) -> None:
    """Refuse what replaces nothing that stands; it may have been withdrawn since the proposal."""
    if replaces is None:
        return
    replaced = next((each for each in releases_in(purpose) if each.release.pk == replaces), None)
    if replaced is None or not replaced.is_out:
        raise Refused(
            _("What this would replace was not released here."),
            _("A revision replaces a release of the same processing."),
            _("Choose one of the list, or none."),
        )
    if replaced.is_withdrawn:
        raise Refused(
            _("Release {number} was withdrawn, and cannot be replaced any more."),
            _("A revision replaces what stands."),
            _("Propose it as a new release; the gate attacks it together with what was out."),
            number=replaced.release.number,
        )


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
        "rows": [[list(codes), None if codes in shown.hidden else n]
                 for codes, n in sorted(shown.counts.items())],
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
        "years": [row.first_year, row.last_year],
    }  # fmt: skip


def _refuse_gone(purpose: Purpose, state: State) -> None:
    """What it replaces and what goes with it have to stand still."""
    _refuse_replaced(purpose, state.release.replaces_id)
    for told in state.content["reported"]:
        _reported(told["figure"])


def _refuse_opened(purpose: Purpose, state: State) -> None:
    """The gate once more, with what was released since it was proposed."""
    ours = [from_content(table, counts_below(purpose, [state]))
            for table in state.content["tables"]]  # fmt: skip
    before = earlier(purpose, releases_in(purpose))
    report = audit(ours, before, policy_of(state.content["threshold"]), limit(SECONDS))
    if report.status is not Status.SAFE:
        raise unsafe(report)


def _keep(
    purpose: Purpose, proposal: Proposal, report: Report, now: datetime, **offered: str
) -> None:
    found = [
        {"cell": dict(each.cell), "attacker": each.attacker, "low": each.low, "high": each.high,
         "why": str(each.why)}
        for each in report.close
    ]  # fmt: skip
    made = GateReport.objects.create(
        **bound(purpose, NEVER), at=now, status=str(report.status), found=found,
        policy={"threshold": proposal.threshold, **offered},
    )  # fmt: skip
    purpose.note(LogAct.WRITE, [made.pk], ["gate"])


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
