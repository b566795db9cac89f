"""Session years, and what can be checked of a reference without any network.

A session of the Staten-Generaal runs from the third Tuesday of September (Grondwet, art. 65)
to the day before the next.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from samen.core.references.papers import Paper

KNOWN_DOSSIERS = {
    "21501": "Raad van de Europese Unie",
    "22112": "Nieuwe Commissievoorstellen en initiatieven van de lidstaten van de EU",
    "28638": "Mensenhandel",
    "29861": "Arbeidsmigratie en sociale zekerheid",
    "35300": "Begroting 2020",
    "35570": "Begroting 2021",
    "35925": "Begroting 2022",
    "36200": "Begroting 2023",
    "36410": "Begroting 2024",
    "36600": "Begroting 2025",
}
"""Names of dossiers, from the papers themselves; the budgets are written down from memory."""


def known_dossiers() -> dict[str, str]:
    """Names of the dossiers that a programme letter cites most, by number."""
    return dict(KNOWN_DOSSIERS)


class PaperDoubtKind(StrEnum):
    """What does not fit in a reference."""

    SESSION_SHAPE = "session_shape"
    SESSION_DATE = "session_date"
    NUMBER_ORDER = "number_order"


@dataclass(frozen=True, slots=True)
class PaperDoubt:
    """A doubt about a paper, with its reason in Dutch."""

    kind: PaperDoubtKind
    paper: Paper
    reason: str


def session_year(day: date) -> str:
    """The session year that a day belongs to: 2020-2021 up to 20 September 2021."""
    first = day.year if day >= opening_day(day.year) else day.year - 1
    return f"{first}-{first + 1}"


def opening_day(year: int) -> date:
    """The third Tuesday of September."""
    first = date(year, 9, 1)
    return first + timedelta(days=(1 - first.weekday()) % 7 + 14)


def check_paper(
    paper: Paper,
    day: date | None = None,
    known_order: Iterable[tuple[Paper, date]] = (),
) -> list[PaperDoubt]:
    """What does not fit between a paper, its date and the dated papers known of its dossier."""
    doubts = list(_session_doubts(paper, day))
    if day is not None:
        doubts.extend(_order_doubts(paper, day, known_order))
    return doubts


def _session_doubts(paper: Paper, day: date | None) -> Iterable[PaperDoubt]:
    if not paper.session_year:
        return
    first, _, second = paper.session_year.partition("-")
    if not (first.isdigit() and second.isdigit() and int(second) == int(first) + 1):
        reason = f"{paper.session_year} is geen vergaderjaar: dat beslaat twee opvolgende jaren."
        yield PaperDoubt(PaperDoubtKind.SESSION_SHAPE, paper, reason)
    elif day is not None and session_year(day) != paper.session_year:
        reason = (
            f"{day.isoformat()} valt in vergaderjaar {session_year(day)}, "
            f"niet in {paper.session_year}."
        )
        yield PaperDoubt(PaperDoubtKind.SESSION_DATE, paper, reason)


def _order_doubts(
    paper: Paper, day: date, known_order: Iterable[tuple[Paper, date]]
) -> Iterable[PaperDoubt]:
    for other, other_day in known_order:
        if not _same_series(paper, other) or paper == other:
            continue
        if (paper < other and day > other_day) or (paper > other and day < other_day):
            reason = (
                f"nr. {paper.number} van {day.isoformat()} past niet bij "
                f"nr. {other.number} van {other_day.isoformat()}."
            )
            yield PaperDoubt(PaperDoubtKind.NUMBER_ORDER, paper, reason)


def _series(paper: Paper) -> tuple[str, str, bool]:
    return (paper.dossier, paper.suffix, paper.number.isalpha())


def _same_series(one: Paper, other: Paper) -> bool:
    return _series(one) == _series(other)


def out_of_order(papers: Iterable[tuple[Paper, date]]) -> list[Paper]:
    """The papers whose date does not follow the number order of their dossier.

    Per dossier the fewest papers that must be wrong: those outside a longest run in which
    numbers and dates rise together.
    """
    series: dict[tuple[str, str, bool], list[tuple[Paper, date]]] = defaultdict(list)
    for paper, day in papers:
        series[_series(paper)].append((paper, day))
    wrong: list[Paper] = []
    for members in series.values():
        members.sort(key=lambda member: (member[0], member[1]))
        kept = _longest_rise([day for _, day in members])
        wrong.extend(paper for i, (paper, _) in enumerate(members) if i not in kept)
    return sorted(wrong)


def _longest_rise(days: list[date]) -> set[int]:
    """Places of a longest run of days that never goes back (patience sorting)."""
    tops: list[date] = []
    places: list[int] = []
    before: list[int] = []
    for place, day in enumerate(days):
        pile = bisect_right(tops, day)
        before.append(places[pile - 1] if pile else -1)
        tops[pile : pile + 1] = [day]
        places[pile : pile + 1] = [place]
    kept: set[int] = set()
    place = places[-1] if places else -1
    while place >= 0:
        kept.add(place)
        place = before[place]
    return kept
