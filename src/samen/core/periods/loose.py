"""Expressions that name no calendar period: vague ones, durations, recurrences, rolling spans."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from samen.core.numerals import parse_number
from samen.core.periods import calendar as cal
from samen.core.periods.passage import Passage
from samen.core.periods.period import Period
from samen.core.terms import Precision

type Builder = Callable[[Passage, re.Match[str]], Period | None]

_COUNT = (
    r"(?P<count>\d{1,3}(?:[.,]\d)?|(?:een )?half|anderhal(?:f|ve)|één|een|twee|drie|vier|vijf|zes"
    r"|zeven|acht|negen|tien|elf|twaalf|vijftien|achttien|twintig|vierentwintig|two|three|four|five|six"
    r"|seven|eight|nine|ten|twelve)"
)
_MANY = r"(?:enkele|aantal|paar|meerdere|few|several|coming|some|vele|lange|korte)"
_UNIT = (
    r"(?P<unit>dag(?:en)?|we(?:ek|ken)|maand(?:en)?|kwarta(?:al|len)|ja(?:ar|ren)|days?"
    r"|weeks?|months?|years?)"
)
_ABOUT = (
    r"(?P<about>(?:circa|ca\.?|ongeveer|ruim|bijna|about|approximately|maximaal|minimaal"
    r"|ten minste|minstens|hooguit) )?"
)
_PLURALS = (
    r"(?:dagen|weken|maanden|kwartalen|jaren|jaar|tijd|periode|perioden|days|weeks|months"
    r"|years|period)"
)
_AGE = re.compile(
    r"(?:leeftijd\w*|straf\w*|onder de|boven de|jonger dan|ouder dan|tot en met|t/m|vanaf|van"
    r"|tussen"
    r"|en|of|tot|minderjarig\w*|aged?|veroordeeld\w*) {1,3}(?:van {1,3})?$"
)
_LASTING = re.compile(
    r"(?:looptijd|duur|periode|termijn|doorlooptijd|verlenging|verlengd|gedurende|voor|binnen|duurt"
    r"|duren|duurde|tijdvak|period|for|within|over|na|om de|laatste|elke|iedere|proeftijd) {1,3}"
    r"(?:van {1,3}|of {1,3}|met {1,3})?(?:een {1,3})?(?:periode van {1,3})?$"
)


_SPREAD = re.compile(
    r"(?:\w*spreid\w*|\w*deeld|uitgesmeerd|euro|€ ?[\d.,]+|mln\.?|miljoen|gemeten|cijfers|gemiddeld"
    r"|\d|loopt|lopend) $"
)
_SPREAD_AFTER = re.compile(
    r" (?:\w*spreid\w*|\w*deeld|uitgesmeerd|heen|gemeten|gezien|gerekend|\d|tijd)\b"
)


@dataclass(frozen=True, slots=True)
class _Length:
    days: int = 0
    months: int = 0

    def after(self, start: date) -> date:
        return cal.add_months(start, self.months) + timedelta(days=self.days)

    def before(self, end: date) -> date:
        return cal.add_months(end, -self.months) - timedelta(days=self.days)


def _length(match: re.Match[str]) -> _Length:
    number = parse_number(match["count"].replace("één", "een")) or 1
    unit = match["unit"]
    if unit.startswith("d"):
        return _Length(days=int(number))
    if unit.startswith("w"):
        return _Length(days=int(number * 7))
    months = {"m": 1, "k": 3}.get(unit[0], 12)
    return _Length(months=int(number * months))


def _vague(passage: Passage, _: re.Match[str]) -> Period:
    return Period(None, None, Precision.VAGUE, passage.anchor)


def _rolling(passage: Passage, match: re.Match[str]) -> Period:
    """ "de afgelopen drie jaar", "de komende zes maanden"."""
    anchor = passage.anchor
    if anchor is None:
        return Period(None, None, Precision.SPAN, approximate=True)
    length = _length(match)
    if match["which"].startswith(("af", "vo", "la", "pa")):
        return Period(length.before(anchor), anchor, Precision.SPAN, anchor, approximate=True)
    return Period(anchor, length.after(anchor), Precision.SPAN, anchor, approximate=True)


def _within(passage: Passage, match: re.Match[str]) -> Period:
    """ "binnen zes weken": a last day; counted from another event it has none."""
    anchor = passage.anchor
    if anchor is None or re.match(
        r" {1,3}(?:(?:na|nadat|vanaf|of|after|from)\b|\d)", passage.low[match.end() :][:12]
    ):
        return Period(None, None, Precision.MONTHS, anchor)
    looks_back = passage.tense(match.start()) < 0 and not match["now"]
    if looks_back or match["unit"].startswith(("ja", "y")):
        return Period(None, None, Precision.MONTHS, anchor)
    latest = _length(match).after(anchor)
    return Period(None, latest, Precision.BEFORE, anchor, approximate=True)


def _from_now(passage: Passage, match: re.Match[str]) -> Period:
    """ "over twee jaar": the year, the month or the week that is so far ahead of the letter.

    A length of time that something is spread over, or was told of, is no date.
    """
    anchor, start = passage.anchor, match.start()
    is_spread = _SPREAD.search(passage.low, max(0, start - 30), start) or _SPREAD_AFTER.match(
        passage.low, match.end()
    )
    if anchor is None or is_spread or passage.tense(start) < 0:
        return Period(None, None, Precision.MONTHS, anchor)
    day = _length(match).after(anchor)
    if match["unit"].startswith(("ja", "y")):
        return Period(date(day.year, 1, 1), date(day.year, 12, 31), Precision.YEAR, anchor)
    if match["unit"].startswith(("m", "k")):
        month = cal.months_of(day.year, day.month, day.month)
        return Period(*month, Precision.MONTH, anchor, approximate=True)
    first = day - timedelta(days=day.weekday())
    return Period(first, first + timedelta(days=6), Precision.SPAN, anchor, approximate=True)


def _duration(passage: Passage, match: re.Match[str]) -> Period | None:
    """A length of time; ages and prison terms are none."""
    before = passage.low[max(0, match.start() - 40) : match.start()]
    years = match["unit"].startswith(("ja", "y", "d", "w"))
    after = passage.low[match.end() : match.end() + 12]
    if match[0].endswith(" lang") or re.match(r" {1,3}long\b", after):
        end_words = True
    elif re.match(
        r" {1,3}(?:oud|cel|gevangen|en ouder|geleden|eerder|later|old|na)\b|[- ]?cel", after
    ):
        return None
    else:
        end_words = bool(_LASTING.search(before)) and not re.search(r"straf|leeftijd", before)
    if match["count"] in ("een",) and not end_words:
        return None
    if years and not end_words:
        return None
    if not end_words and _AGE.search(before):
        return None
    return Period(None, None, Precision.MONTHS, passage.anchor, approximate=bool(match["about"]))


_UNITS = {
    "jaar": "year", "year": "year", "maand": "month", "month": "month", "week": "week",
    "kwartaal": "quarter", "quarter": "quarter", "dag": "day", "halfjaar": "half-year",
    "half jaar": "half-year", "jaren": "years", "maanden": "months", "weken": "weeks",
}  # fmt: skip
_ADVERBS = {
    "jaarlijks": "1/year", "halfjaarlijks": "2/year", "maandelijks": "1/month",
    "wekelijks": "1/week", "dagelijks": "1/day", "driemaandelijks": "4/year",
    "tweejaarlijks": "1/2 years", "tweemaandelijks": "1/2 months", "annually": "1/year",
    "yearly": "1/year", "quarterly": "1/quarter", "monthly": "1/month", "weekly": "1/week",
}  # fmt: skip


def _recurring(passage: Passage, recurrence: str) -> Period:
    return Period(None, None, Precision.RECURRING, passage.anchor, recurrence=recurrence)


def _adverb(passage: Passage, match: re.Match[str]) -> Period:
    return _recurring(passage, _ADVERBS[match["adverb"]])


def _times(passage: Passage, match: re.Match[str]) -> Period:
    count = match["n"]
    number = 1 if count in ("een", "één", "eens", "eenmaal", "once") else None
    if number is None:
        number = (
            2
            if count in ("tweemaal", "twice")
            else int(parse_number(count.removesuffix("maal")) or 1)
        )
    return _recurring(passage, f"{number}/{_UNITS[match['per']]}")


def _each(passage: Passage, match: re.Match[str]) -> Period:
    return _recurring(passage, f"1/{_UNITS[match['per']]}")


def _every_so_many(passage: Passage, match: re.Match[str]) -> Period:
    return _recurring(passage, f"1/{int(parse_number(match['n']) or 1)} {_UNITS[match['per']]}")


_PER = r"(?P<per>jaar|year|maand|month|week|kwartaal|quarter|dag|half ?jaar)\b"
_N = r"(?P<n>\d{1,2}|een|één|twee|drie|vier|vijf|zes|acht|tien|twaalf|two|three|four|five|six)"
_REPORTS = (
    r"(?:voortgangs|rapport|brief|bericht|overleg|evaluatie|monitor\w* ?rapport|update|cyclus)"
)
_GRAMMAR: tuple[tuple[str, Builder], ...] = (
    (r"zo (?:spoedig|snel) mogelijk\b|op (?:zeer )?korte termijn\b|binnen afzienbare (?:tijd"
     r"|termijn)\b"
     r"|binnenkort\b|spoedig\b|te zijner tijd\b|t\.z\.t\.|op (?:lange|langere|termijn)\b"
     r"(?: termijn)?"
     r"|op enig moment\b|as soon as possible\b|shortly\b|in due course\b"
     r"|in the near future\b", _vague),
    (rf"(?:over|binnen|in|na) (?:een )?{_MANY} {_PLURALS}\b", _vague),
    (rf"(?:afgelopen|komende|coming|past|laatste|recente|voorbije) (?:{_MANY} )?"
     r"(?:dagen|weken|maanden|kwartalen|jaren|tijd|periode|kabinetsperiode|days|weeks|months"
     r"|years)\b",
     _vague),
    (r"(?:deze|de huidige|de volgende|de komende) kabinetsperiode\b|(?:een )?volgend kabinet\b"
     r"(?!.)", _vague),
    (rf"(?P<which>afgelopen|komende|voorbije|laatste|past|coming"
     rf"|next) {_COUNT} {_UNIT}\b", _rolling),
    (rf"(?:binnen|within) {_ABOUT}{_COUNT} {_UNIT}\b(?P<now> na (?:heden|nu|vandaag"
     r"|(?:(?:de )?(?:dagtekening|datum|verzending|ontvangst)(?: van)? )?deze brief"
     r"|dagtekening)\b)?", _within),
    (rf"over {_ABOUT}{_COUNT} {_UNIT}\b", _from_now),
    (rf"{_ABOUT}{_COUNT} {_UNIT}\b(?: lang\b)?", _duration),
    (rf"(?P<adverb>{'|'.join(_ADVERBS)})\b", _adverb),
    (rf"(?P<adverb>(?:half|driemaande|tweejaar|tweemaande)?(?:jaar|maande|week|we?ke)?lijks)e "
     rf"(?={_REPORTS})",
     _adverb),
    (rf"(?:{_N[:-1]}|eens|eenmaal|tweemaal|driemaal|viermaal|once|twice))(?: (?:keer|maal|times))? "
     rf"(?:per|in het|in de|a|per|elk) {_PER}", _times),
    (rf"(?:ieder|elk|iedere|elke|each|every) {_PER}", _each),
    (rf"(?:om de|iedere|elke|every) {_N} (?P<per>jaar|maanden|weken|jaren)\b", _every_so_many),
)  # fmt: skip
_RULES = [(re.compile(pattern), builder) for pattern, builder in _GRAMMAR]


def read_loose(passage: Passage, position: int) -> tuple[int, Period] | None:
    """The longest loose expression that starts at a position: its end and its period."""
    best: tuple[int, Period] | None = None
    for pattern, build in _RULES:
        match = pattern.match(passage.low, position)
        if match and (best is None or match.end() > best[0]):
            period = build(passage, match)
            best = (match.end(), period) if period else best
    return best
