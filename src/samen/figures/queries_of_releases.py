"""What was released: for everybody, and for who makes a next one."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from django.db import connection
from django.db.models import QuerySet

from samen.figures.models import Count, Release, ReleasedFigure, ReleaseStep
from samen.figures.values import ReleaseAct, digest
from samen.programme.queries import edition_of_figures, figures_of
from samen.programme.values import FigureState
from samen.purposes.inside import Purpose


@dataclass(frozen=True, slots=True)
class Published:
    """A value that was released: what it is, its interval, and the release that it came with."""

    figure: FigureState
    release: Release
    low: int | None
    high: int | None
    verdict: str
    is_withdrawn: bool
    """With its release; what others published only went with that, and stands as they said it."""


@dataclass(frozen=True, slots=True)
class State:
    """A release with what became of it."""

    release: Release
    steps: tuple[ReleaseStep, ...]
    content: dict[str, Any] = field(repr=False)

    @property
    def acts(self) -> frozenset[str]:
        return frozenset(step.act for step in self.steps)

    @property
    def is_out(self) -> bool:
        """Whether it was ever published; a withdrawn one was."""
        return ReleaseAct.RELEASED in self.acts

    @property
    def is_withdrawn(self) -> bool:
        return ReleaseAct.WITHDRAWN in self.acts

    @property
    def is_waiting(self) -> bool:
        return self.acts == {ReleaseAct.PROPOSED}

    def step(self, act: ReleaseAct) -> ReleaseStep | None:
        return next((each for each in self.steps if each.act == act), None)

    @property
    def proposed(self) -> ReleaseStep:
        return next(each for each in self.steps if each.act == ReleaseAct.PROPOSED)

    @property
    def released_at(self) -> datetime | None:
        step = self.step(ReleaseAct.RELEASED)
        return step.at if step else None

    @property
    def revised_by(self) -> tuple[int, ...]:
        """The numbers of the releases that took its place."""
        out = self.release.revisions.filter(steps__act=ReleaseAct.RELEASED)
        return tuple(out.order_by("number").values_list("number", flat=True))


def released() -> list[State]:
    """Everything that was ever published, the latest first; withdrawn releases too."""
    return _states(_out())


def released_with(number: int) -> State | None:
    """A release that was published; one that was not is not there, and takes no longer to find."""
    return next(iter(_states(_out().filter(number=number))), None)


def releases_in(purpose: Purpose) -> list[State]:
    """The releases of a processing, proposed and refused ones too, the latest first."""
    ours = Release.objects.filter(
        processing=purpose.membership.processing_id, regime=purpose.regime
    )
    return _states(ours)


def releases_to_decide(purpose: Purpose) -> int:
    """How many releases that another statistician proposed wait for a decision."""
    others = ReleaseStep.objects.exclude(act=ReleaseAct.PROPOSED)
    waiting = Release.objects.filter(
        processing=purpose.membership.processing_id, regime=purpose.regime
    ).exclude(pk__in=others.values("release"))
    return waiting.exclude(steps__by__in=purpose.own_accounts).count()


def release_in(purpose: Purpose, number: int) -> State | None:
    return next((each for each in releases_in(purpose) if each.release.number == number), None)


def catalogue() -> list[tuple[str, str]]:
    """The code and the name of every indicator of which something was released."""
    rows = _figures().values_list("figure__indicator__code", "figure__indicator__title")
    return sorted(set(rows), key=lambda each: (each[1].casefold(), each[0]))


def published(code: str) -> list[Published]:
    """The released values of an indicator by year, withdrawn ones too; [] when there are none.

    What was not released is not in it, and cannot be told from what does not exist: one question
    is asked of both.
    """
    known = {row.figure_id: row for row in _figures().filter(figure__indicator__code=code)
             .select_related("figure")}  # fmt: skip
    if not known:
        return []
    indicator = next(iter(known.values())).figure.indicator_id
    gone = ReleaseStep.objects.filter(act=ReleaseAct.WITHDRAWN).values_list("release", flat=True)
    withdrawn = set(gone)
    return [_published(state, known[state.id], withdrawn)
            for state in figures_of(indicator=indicator, with_withdrawn=True)
            if state.id in known]  # fmt: skip


def _published(state: FigureState, row: ReleasedFigure, withdrawn: set[UUID]) -> Published:
    is_own = row.count is not None
    gone = state.withdrawn_at is not None or (is_own and row.release_id in withdrawn)
    return Published(state, row.release, row.low, row.high, row.verdict, gone)


def edition() -> str:
    """A mark that is another as soon as anything in what is published may be."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT max(id) FROM figures_releasestep")
        return f"{cursor.fetchone()}/{edition_of_figures()}"


def intervals(figures: Iterable[int]) -> dict[int, tuple[int, int]]:
    """The interval of each of these figures of the programme that has one."""
    rows = ReleasedFigure.objects.filter(figure__in=list(figures), low__isnull=False)
    return {row.figure_id: (row.low or 0, row.high or 0) for row in rows}


def revised() -> dict[int, int]:
    """By a figure of a release that was revised: the same figure of the revision that stands."""
    gone = ReleaseStep.objects.filter(act=ReleaseAct.WITHDRAWN).values("release")
    rows = list(_figures().filter(count__isnull=False).exclude(release__in=gone)
                .select_related("figure", "release"))  # fmt: skip
    by = {row.release.replaces_id: row.release_id for row in rows}
    told = {(row.release_id, _told(row)): row.figure_id for row in rows}
    found: dict[int, int] = {}
    for row in rows:
        release = by.get(row.release_id)
        while release is not None:
            found[row.figure_id] = told.get((release, _told(row)), found.get(row.figure_id, 0))
            release = by.get(release)
    return {old: new for old, new in found.items() if new}


def _told(row: ReleasedFigure) -> tuple[object, ...]:
    figure = row.figure
    return figure.indicator_id, figure.year, figure.until_year, figure.breakdown, figure.method


def counts_of(figures: Iterable[int]) -> dict[int, ReleasedFigure]:
    """From which count each of these figures of the programme came, of those that did."""
    rows = ReleasedFigure.objects.filter(figure__in=list(figures), count__isnull=False)
    return {row.figure_id: row for row in rows.select_related("release")}


def is_as_signed(state: State) -> bool:
    """Whether the bytes of a release are those that were signed when it was made."""
    step = state.step(ReleaseAct.RELEASED)
    content = bytes(state.release.content)
    if step is None or digest(content) != state.release.content_sha256:
        return False
    key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(step.public_key))
    try:
        key.verify(bytes.fromhex(step.signature), signed_words(state.release, step.at))
    except InvalidSignature:
        return False
    return True


def signed_words(release: Release, at: datetime) -> bytes:
    """What a signature is over."""
    return f"samen-release|{release.number}|{release.content_sha256}|{at.isoformat()}".encode()


def counts_below(purpose: Purpose, states: Iterable[State]) -> dict[str, Count]:
    """The exact counts below these releases, as the purpose shows them."""
    numbers = {table["count"] for state in states
               for table in (*state.content["tables"], *state.content["estimates"])}  # fmt: skip
    rows = Count.objects.filter(
        pk__in=numbers, processing=purpose.membership.processing_id, regime=purpose.regime
    ).select_related("query")
    return {str(row.pk): row for row in rows}


def _out() -> QuerySet[Release]:
    return Release.objects.filter(steps__act=ReleaseAct.RELEASED)


def _states(rows: QuerySet[Release]) -> list[State]:
    return [
        State(row, tuple(row.steps.all()), json.loads(bytes(row.content)))
        for row in rows.prefetch_related("steps__by").select_related("replaces")
    ]


def _figures() -> QuerySet[ReleasedFigure]:
    out = ReleaseStep.objects.filter(act=ReleaseAct.RELEASED).values("release")
    return ReleasedFigure.objects.filter(release__in=out).select_related("release")
