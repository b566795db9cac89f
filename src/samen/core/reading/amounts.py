"""Amounts of money in a letter: how much, from when until when, how often, and with what cover.

Whether there is cover is read in the sentence itself and in
the two after it, as far as those hold no other amount.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cached_property
from itertools import pairwise

from samen.core.numerals import is_english, parse_number
from samen.core.periods import Period, find_periods
from samen.core.periods.passage import fold, sentence_span
from samen.core.reading import amount_cover as cover
from samen.core.reading import amount_words as said
from samen.core.reading.money import Sum
from samen.core.reading.money import sums as sums_of
from samen.core.reading.unsure_numbers import unsure_spans
from samen.core.terms import Found, Funded, Precision, Recurrence

_LONGEST_SERIES, _APART = 8, 45


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum of money.

    value: in euro; of a range its low end, then low and high hold both. from_, until: first and
    last day that it is for, where said. unit_stated: whether the text names the euro.
    """

    value: Decimal
    from_: date | None
    until: date | None
    recurrence: Recurrence
    funded: Funded
    words: str
    unit_stated: bool
    low: Decimal | None = None
    high: Decimal | None = None


def find_amounts(text: str, anchor: date | None, heading: str = "") -> list[Found[Amount]]:
    """Every amount of money in a block of text, in order.

    anchor: the date of the letter; "vier jaar lang ... per jaar" counts from its year.
    heading: the words above the block, where a table's unit may stand ("x € 1.000").
    """
    low = fold(text)
    unsure = [*unsure_spans(low)]
    sums = [
        found
        for found in sums_of(low, english=is_english(text), heading=fold(heading))
        if not any(start < found.end and found.start < end for start, end in unsure)
    ]
    if not sums:
        return []
    periods = find_periods(text, anchor)
    surroundings = _Surroundings(low, sums, periods, anchor)
    return [
        Found(found.start, found.end, surroundings.amount(index, text[found.start : found.end]))
        for index, found in enumerate(sums)
    ]


@dataclass(frozen=True)
class _Surroundings:
    """What the words around the sums of a block say about them."""

    low: str
    sums: list[Sum]
    periods: list[Found[Period]]
    anchor: date | None

    def amount(self, index: int, words: str) -> Amount:
        found = self.sums[index]
        if found.column:
            return self._cell(found, words)
        from_, until = self._years(index)
        often = Recurrence.RISING if self._is_in_series(index) else self._recurrence(index)
        amount = Amount(
            found.low, from_, until, often, self._funded(index), words, found.unit_stated
        )
        return amount if found.high is None else replace(amount, low=found.low, high=found.high)

    def _cell(self, found: Sum, words: str) -> Amount:
        """A cell of a table: its column gives the year, or says that it is structural."""
        year = int(found.column) if found.column.isdigit() else None
        often = (
            Recurrence.YEARLY if year else said.COLUMN_OFTEN.get(found.column, Recurrence.UNKNOWN)
        )
        return Amount(
            found.low,
            date(year, 1, 1) if year else None,
            date(year, 12, 31) if year else None,
            often, Funded.UNKNOWN, words, found.unit_stated,
        )  # fmt: skip

    def _clause(self, index: int) -> tuple[int, int]:
        """The stretch of its sentence that belongs to one sum, not to its neighbours."""
        found = self.sums[index]
        start, end = sentence_span(self.low, found.start, self._reach)
        if index and self.sums[index - 1].end > start:
            start = self._cut(self.sums[index - 1].end, found.start, self.sums[index - 1].end)
        if index + 1 < len(self.sums) and self.sums[index + 1].start < end:
            following = self.sums[index + 1].start
            end = self._cut(found.end, following, following)
        return start, max(end, found.end)

    def _cut(self, low: int, high: int, otherwise: int) -> int:
        """Where one sum's words end and the next one's begin."""
        cuts = [m.start() for m in re.finditer(r",|;| en | and | waarvan ", self.low[low:high])]
        return low + cuts[-1] if cuts else otherwise

    def _recurrence(self, index: int) -> Recurrence:
        found = self.sums[index]
        start, end = self._clause(index)
        ranked: list[tuple[int, int]] = []
        for rank, (_, pattern) in enumerate(said.OFTEN):
            for hit in pattern.finditer(self.low, start, end):
                distance = max(hit.start() - found.end, found.start - hit.end(), 0)
                ranked.append((rank if distance <= 60 else rank + 10, rank))
        kinds = {said.OFTEN[rank][0] for _, rank in ranked}
        if said.STRUCTURAL_BESIDE.match(self.low, found.end):
            return Recurrence.STRUCTURAL
        if said.MAY_RISE.search(self.low, start, found.start):
            return Recurrence.ONCE if self._is_once(index) else Recurrence.UNKNOWN
        rises = said.RISES.match(self.low, found.end, found.end + 60)
        if rises and rises["from"] and Recurrence.STRUCTURAL in kinds:
            return Recurrence.STRUCTURAL
        if rises:
            return Recurrence.RISING
        if ranked:
            return said.OFTEN[min(ranked)[1]][0]
        around = self._recurrence_around(index)
        is_once = around is Recurrence.UNKNOWN and self._is_once(index)
        return Recurrence.ONCE if is_once else around

    def _is_in_series(self, index: int) -> bool:
        """Whether a sum is one of a list in a sentence that rises or falls year by year."""
        start, end = sentence_span(self.low, self.sums[index].start, self._reach)
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        listed = self.sums[first:last]
        is_close = all(b.start - a.end < _APART for a, b in pairwise(listed))
        if not 1 < len(listed) <= _LONGEST_SERIES or not is_close:
            return False
        years = [day.year for i in range(first, last) if (day := self._years(i)[0])]
        steps = [*pairwise(each.low for each in listed)]
        is_yearly = years == [*range(years[0], years[0] + len(listed))] if years else False
        return is_yearly and (all(a < b for a, b in steps) or all(a > b for a, b in steps))

    def _recurrence_around(self, index: int) -> Recurrence:
        """What the sentence said last before a sum, or the sentence that it goes on from."""
        found = self.sums[index]
        start, _ = sentence_span(self.low, found.start, self._reach)
        for low, high in [(start, found.start), *self._sentence_before(start)]:
            hits = [
                (hit.start(), rank)
                for rank, (_, pattern) in enumerate(said.OFTEN)
                for hit in pattern.finditer(self.low, low, high)
            ]
            if hits:
                return said.OFTEN[max(hits)[1]][0]
        return Recurrence.UNKNOWN

    def _is_once(self, index: int) -> bool:
        """Whether a sum is paid once by its nature: to one person, for one work, in one year."""
        start, end = sentence_span(self.low, self.sums[index].start, self._reach)
        if said.RHYTHM.search(self.low, start, end) or said.OF_MANY.search(self.low, start, end):
            return False
        if said.FOR_A_CASE.search(self.low, start, end):
            return True
        if said.IN_TOTAL.search(self.low, start, end):
            shared = self.periods[self._inside(start, end)]
            return not any(each.value.precision is Precision.SPAN for each in shared)
        low = next((before for before, _ in self._sentence_before(start)), start)
        if said.ENDS_ONCE.search(self.low, low, end):
            return True
        from_, until = self._years(index)
        in_one_year = from_ is not None and until is not None and from_.year == until.year
        return in_one_year and bool(said.GIVEN_ONCE.search(self.low, start, end))

    def _sentence_before(self, start: int) -> list[tuple[int, int]]:
        """The sentence before one that goes on about it, if that one holds no sum."""
        before = self.low[:start].rstrip()
        if not before or not said.REFERS_BACK.match(self.low, start):
            return []
        low, high = sentence_span(self.low, len(before) - 1, self._reach)
        has_sum = bisect_left(self._starts, low) < bisect_left(self._starts, high)
        return [] if has_sum else [(low, high)]

    def _funded(self, index: int) -> Funded:
        """Cover in the clause, the sentence, the two after it, or the one it goes on from."""
        start, end = sentence_span(self.low, self.sums[index].start, self._reach)
        own = [(*span, cover.COVER) for span in (self._clause(index), (start, end))]
        later = [(*span, cover.LATER_COVER) for span in self._next_sentences(end)]
        before = [(*span, cover.COVER) for span in self._sentence_before(start)]
        of_it = cover.OF_THE_SUM.match(self.low, self.sums[index].end)
        if of_it and cover.says_cover(of_it["said"]) and not cover.NO_COVER.search(of_it["said"]):
            return Funded.YES
        for low, high, given in (*own, *later, *before):
            words = self.low[low:high]
            is_later = given is cover.LATER_COVER
            if cover.NO_COVER.search(words) or (is_later and cover.LATER_NO.search(words)):
                return Funded.NO
            if cover.DENIED.search(words):
                return Funded.UNKNOWN
            if cover.says_cover(words, given) and not self._is_taken_back(end):
                return Funded.YES
        said_so = cover.INVOLVED.search(self.low, start, end)
        is_wished = cover.WISHED.search(self.low, start, end)
        return Funded.YES if said_so and not is_wished else Funded.UNKNOWN

    def _is_taken_back(self, end: int) -> bool:
        """Whether the sentence of a sum or the next says that the cover is not so."""
        start, _ = sentence_span(self.low, max(0, end - 1), self._reach)
        spans = [(start, end), *self._next_sentences(end)][:2]
        return any(
            cover.DENIED.search(self.low[low:high]) or cover.LATER_NO.search(self.low[low:high])
            for low, high in spans
        )

    def _next_sentences(self, end: int) -> Iterator[tuple[int, int]]:
        """The two sentences after one, up to a sentence that speaks of another sum."""
        for _ in range(2):
            while end < len(self.low) and self.low[end].isspace():
                end += 1
            if end >= len(self.low):
                return
            start, end = sentence_span(self.low, end, self._reach)
            starts = self._starts
            if bisect_left(starts, start) < bisect_left(starts, end):
                return
            yield start, end

    def _inside(self, low: int, high: int) -> slice:
        """Which periods start in a stretch."""
        starts = self._period_starts
        return slice(bisect_left(starts, low), bisect_left(starts, high))

    @property
    def _reach(self) -> int:
        """How far a sentence may reach: a block with hundreds of sums is a list, not prose."""
        return 400 if len(self.sums) < 300 else 40

    @cached_property
    def _starts(self) -> list[int]:
        return [found.start for found in self.sums]

    @cached_property
    def _period_starts(self) -> list[int]:
        return [period.start for period in self.periods]

    def _years(self, index: int) -> tuple[date | None, date | None]:
        found = self.sums[index]
        start, end = self._clause(index)
        near = [
            p for p in self.periods[self._inside(start, end)]
            if p.value.precision in said.SPENDING and not p.value.in_name
        ]  # fmt: skip
        long = said.YEARS_LONG.search(self.low, start, end)
        begun = next((p.value.earliest for p in near if p.value.earliest), None)
        if long and not begun:
            since = said.SINCE_YEAR.search(self.low, *sentence_span(self.low, found.start))
            begun = date(int(since[1]), 1, 1) if since else None
        first = begun or (self.anchor.replace(month=1, day=1) if self.anchor else None)
        if long and first:
            count = int(parse_number((long[1] or long[2]).replace("één", "een")) or 1)
            return first, date(first.year + count - 1, 12, 31)
        own = said.YEAR_IN_BRACKETS.match(self.low, found.end) or self._year_in_turn(index)
        if own:
            year = int(own[1])
            goes_on = "on" in own.groupdict() and own["on"]
            return date(year, 1, 1), None if goes_on else date(year, 12, 31)
        after = [p for p in near if p.start >= found.end]
        before = [p for p in near if p.end <= found.start]
        chosen = self._run([p for p in after if p.start - found.end <= 60]) or self._run(
            before[::-1]
        )
        if chosen:
            return self._from_until(chosen, start, end)
        own = said.FOR_YEAR.search(self.low, start, end)
        if own:
            last = own[2][-2:] if own[2] else own[1][-2:]
            return date(int(own[1]), 1, 1), date(int(own[1][:2] + last), 12, 31)
        if index and said.PART_OF_LAST.fullmatch(self.low, self.sums[index - 1].end, found.start):
            return self._years(index - 1)
        return self._years_around(index, start)

    def _from_until(
        self, chosen: list[Found[Period]], start: int, end: int
    ) -> tuple[date | None, date | None]:
        """The first and the last day of periods that are one; open where they only begin."""
        first, last = chosen[0], chosen[-1]
        begins = said.SINCE.search(self.low, max(0, first.start - 60), first.start)
        if begins and first is last and last.value.precision is Precision.YEAR:
            return first.value.earliest, None
        top = said.RISES_UNTIL.search(self.low, start, end)
        return first.value.earliest, date(int(top[1]), 12, 31) if top else last.value.latest

    def _year_in_turn(self, index: int) -> re.Match[str] | None:
        """The year of a sum in "in 2024 en 2025 respectievelijk € 2 en € 3", or None."""
        start, end = sentence_span(self.low, self.sums[index].start, self._reach)
        if not said.IN_TURN.search(self.low, start, end):
            return None
        first = bisect_left(self._starts, start)
        years = [*re.compile(r"(?<!\d)(20\d\d)(?!\d)").finditer(self.low, start, end)]
        fits = len(years) == bisect_left(self._starts, end) - first
        return years[index - first] if fits else None

    def _years_around(self, index: int, start: int) -> tuple[date | None, date | None]:
        """The year before a colon ("Kosten 2023: ..."), or that of the sentence before."""
        colon = said.YEAR_BEFORE_COLON.search(self.low[start : self.sums[index].start])
        if colon:
            return date(int(colon[1]), 1, 1), date(int(colon[1]), 12, 31)
        first, _ = sentence_span(self.low, self.sums[index].start, self._reach)
        for low, high in self._sentence_before(first):
            near = self.periods[self._inside(low, high)]
            near = [p for p in near if p.value.precision in (Precision.UNTIL, Precision.SPAN)]
            if len(near) == 1:
                return near[0].value.earliest, near[0].value.latest
        return None, None

    def _goes_on(self, first: Found[Period], second: Found[Period]) -> bool:
        """Whether a second period is the end of the first: "vanaf 2022 ... tot en met 2025"."""
        listed = re.fullmatch(r",? en | and |, ", self.low[first.end : second.start])
        return second.value.precision is Precision.UNTIL or bool(listed)

    def _run(self, near: list[Found[Period]]) -> list[Found[Period]]:
        """The nearest period to a sum, with those it is listed with ("2020, 2021 en 2022").

        near: from the nearest on, so either forwards or backwards in the text.
        """
        run = near[:1]
        for period in near[1:]:
            first, second = sorted((run[-1], period), key=lambda each: each.start)
            if not self._goes_on(first, second):
                break
            run.append(period)
        return sorted(run, key=lambda each: each.start)
