"""How well the last run linked, by what people judged of the sample; also for each origin group.

The groups are counted to see whether one is served worse, and for nothing else. The database
counts them: whose nationality it is, is told to nobody.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from samen.core.matching.quality import LEAST, Quality, Served, Tally, band, quality, served
from samen.core.matching.vocabulary import PairAnswer
from samen.core.terms import LogAct
from samen.linkage import judging
from samen.linkage.queries import pairs
from samen.linkage.queries_of_review import sample
from samen.purposes.inside import Purpose
from samen.register.queries_of_linkage import by_origin

LEAST_GROUP = 100
"""Pairs below which a group is told together with the other small ones."""
OTHERS = ""
WEIGHS = (PairAnswer.UNSURE, PairAnswer.SAME, PairAnswer.DIFFERENT)
"""Of two answers on one pair the later one here counts."""


class Stratum(NamedTuple):
    """Where a pair is drawn from: its band of the chance, whether it counts, whether it acts."""

    band: int
    together: bool
    acts: bool


@dataclass(frozen=True, slots=True)
class Found:
    """The quality of links that count and of links that act, and the first for each group.

    asked, judged: pairs of the sample, and those of them that somebody judged; unsure: those of
    which nobody could tell.
    """

    asked: int
    judged: int
    unsure: int
    counting: Quality
    acting: Quality
    groups: Mapping[str, Served]

    @property
    def tells(self) -> bool:
        """Whether enough was judged to say something of all together."""
        return not self.lacking

    @property
    def lacking(self) -> int:
        """How many more have to be judged before anything is said."""
        return max(LEAST - self.judged, 0)


def found_quality(purpose: Purpose) -> Found | None:
    """The quality of the last run as the sample tells it; None before the first run."""
    drawn = set(sample(purpose))
    if not drawn:
        return None
    answers = _answers(purpose)
    persons, cells = [], []
    fields = ("pk", "left_id", "right_id", "chance", "together", "acts")
    for number, left, right, chance, together, acts in pairs(purpose).values_list(*fields):
        answer = answers.get((left, right)) if number in drawn else None
        persons.append(left)
        cells.append("|".join(map(str, (band(chance), +together, +acts, answer or ""))))
    sizes: Counter[tuple[str, Stratum]] = Counter()
    judged: dict[str, Counter[tuple[str, Stratum]]] = defaultdict(Counter)
    for (origin, cell), n in by_origin(persons, cells).items():
        of_band, is_together, does_act, said = cell.split("|")
        place = origin, Stratum(int(of_band), is_together == "1", does_act == "1")
        sizes[place] += n
        judged[said][place] += n
    same, different = judged[PairAnswer.SAME], judged[PairAnswer.DIFFERENT]
    tally = _Tallies(sizes, same, different)
    purpose.note(LogAct.READ, [], ["quality of links"])
    return Found(
        len(drawn), same.total() + different.total(), judged[PairAnswer.UNSURE].total(),
        quality(tally.of(_counts)), quality(tally.of(_acts)), served(tally.by_group()),
    )  # fmt: skip


def _answers(purpose: Purpose) -> dict[judging.Couple, PairAnswer]:
    """What people make of each pair: different when one says so, else the same when one does.

    Not what holds: here one person's word counts, also where a merge takes two.
    """
    found: dict[judging.Couple, PairAnswer] = {}
    for each in judging.standing(purpose):
        couple, answer = (each.left_id, each.right_id), PairAnswer(each.answer)
        found[couple] = max(found.get(couple, answer), answer, key=WEIGHS.index)
    return found


def _counts(stratum: Stratum) -> bool:
    return stratum.together


def _acts(stratum: Stratum) -> bool:
    return stratum.acts


@dataclass(frozen=True, slots=True)
class _Tallies:
    """Pairs, and judged ones, by group and stratum."""

    sizes: Counter[tuple[str, Stratum]]
    same: Counter[tuple[str, Stratum]]
    different: Counter[tuple[str, Stratum]]

    def of(self, made: Callable[[Stratum], bool]) -> list[Tally]:
        """The strata of all groups together. made: which strata are links."""
        strata = sorted({stratum for _, stratum in self.sizes})
        groups = {group for group, _ in self.sizes}
        return [self._tally([(group, each) for group in groups], made(each)) for each in strata]

    def by_group(self) -> dict[str, list[Tally]]:
        """The strata of each group; small groups are one."""
        pairs_of: Counter[str] = Counter()
        for (group, _), size in self.sizes.items():
            pairs_of[group] += size
        named = {group: group if pairs_of[group] >= LEAST_GROUP else OTHERS for group in pairs_of}
        places: dict[tuple[str, Stratum], list[tuple[str, Stratum]]] = defaultdict(list)
        for group, stratum in self.sizes:
            places[named[group], stratum].append((group, stratum))
        found: dict[str, list[Tally]] = defaultdict(list)
        for (group, stratum), these in sorted(places.items()):
            found[group].append(self._tally(these, _counts(stratum)))
        return dict(found)

    def _tally(self, places: Iterable[tuple[str, Stratum]], together: bool) -> Tally:
        chosen = list(places)
        return Tally(
            sum(self.sizes[each] for each in chosen),
            sum(self.same[each] for each in chosen),
            sum(self.different[each] for each in chosen),
            together,
        )
