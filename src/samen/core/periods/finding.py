"""Every date and period in running text, in order, resolved against the text's own date."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from samen.core.periods import calendar as cal
from samen.core.periods.bounds import year_of_bound
from samen.core.periods.guards import Closed, closed_stretches, year_use
from samen.core.periods.loose import read_loose
from samen.core.periods.parts import read_point
from samen.core.periods.passage import Passage
from samen.core.periods.period import Period
from samen.core.periods.points import Point, dated_by_last
from samen.core.terms import Found, Precision

_TOKEN = re.compile(r"[^\W_]+")
_OPENING = r"(?:(?:start|aanvang|begin|ingang) van (?:het |de )?(?=\w{0,8}-?reces|zomer|winter))?"
_PREFIX = re.compile(
    r"(?P<between>tussen|between) {1,3}(?:de |het |the )?"
    r"|(?P<until>(?P<through>tot en met|t/m|through|tot(?= uiterlijk))|tot aan|tot|until|till)"
    r" {1,3}(?:uiterlijk |in |aan |het |de |the ){0,2}"
    r"|(?P<after>na|after) {1,3}(?:(?:afloop|ommekomst|afronding) van )?(?:het |de |the )?"
    r"|(?P<since>vanaf|sinds|sedert|(?P<effect>met ingang van|ingaande)|niet eerder dan|since"
    r"|as of|from) {1,3}"
    r"(?:het |de |the )?"
    r"|(?P<from>van) {1,3}(?:het |de )?"
    r"|(?P<latest>uiterlijk|no later than|niet later dan|op (?:zijn|z'n) laatst|ten laatste"
    r"|by) {1,3}"
    r"(?P<strict_too>voor |vóór )?(?:aan |tegen |in |op |per |het |de |the ){0,2}"
    r"|(?P<strict>vóór|before|voorafgaand aan"
    r"|(?:nog|ruim|liefst|kort) voor) {1,3}(?:het |de |the )?"
    rf"{_OPENING}"
    rf"|(?P<soft>voor) {{1,3}}(?P<article>het |de )?{_OPENING}"
)
_JOIN = re.compile(
    r" {0,3}(tot en met|t/m|tot|until|till|through|to|-|/|en|and) {0,3}(?:het |de |the )?"
)
_DAY_LIST = re.compile(r"(\d{1,2})(?:, {0,3}\d{1,2}){0,4},? (?:en|of|and) {0,3}(?=\d)")
_DAY_PAIR = re.compile(r"(\d{1,2}) {0,3}(en|and|op|-|t/m|tot en met|tot|to) {0,3}(?=\d)")
_ONWARDS = re.compile(
    r",? {1,3}(?:- )?(?:en|and) (?:(?:verder|daarna|later|onwards|beyond)\b"
    r"|(?:in )?(?:de )?(?:jaren|periode) (?:erna|daarna|die volgen)\b|(?:de )?volgende jaren\b)"
)
_MEANT_FOR = re.compile(
    r"\b(?:gepland\w*|voorzien|geagendeerd|begroot|beoogd|raming|doelstelling\w*|agenda|planning"
    r"|begroting|staat|verwacht) {1,3}$"
)
_MEANT = re.compile(
    r" {1,3}(?:(?:had|is|was|zijn|waren|werd|staat|stond)\b[^.;,]{0,30} )?"
    r"(?:voorzien|gepland|beoogd|geagendeerd|begroot|ingepland|op de (?:agenda|rol))\b"
)
_PUT_OFF = re.compile(r"\b(?:uitgesteld|verschoven|doorgeschoven|verdaagd|verzet) {1,3}$")
_EVERY = re.compile(r"\b(?:elke?|iedere?|jaarlijks|each|every)(?: (?:in|op|per|voor|vóór|rond))? $")
_EACH_YEAR = re.compile(r" (?:van )?(?:elk|ieder|each|every) (?:kalender)?(?:jaar|year)\b")
_TITLE_BEFORE = re.compile(r"([^\W\d_]{3,})['’\")]? {1,3}$")
_NO_TITLE_WORDS = """
periode jaren jaar van tot voor over tussen tijdvak looptijd sinds vanaf cijfers begroting
uit tussenin boekjaren kabinetsperiode regeerperiode voorjaar najaar zomer winter medio
begin eind met per ten opzichte schooljaar studiejaar seizoen period years from during the
and meerjarenperiode
"""
_NO_TITLE = frozenset(_NO_TITLE_WORDS.split())


def find_periods(text: str, anchor: date | None) -> list[Found[Period]]:
    """Every date or period expression, in order and without overlap.

    anchor: the date of the text; without it relative expressions keep an open interval.
    A number that is a session year, a law's number, money or a count is no date.
    """
    return list(_found(text, anchor))


@lru_cache(maxsize=256)
def _found(text: str, anchor: date | None) -> tuple[Found[Period], ...]:
    """The periods of a text; kept, because amounts and quantities ask for them again."""
    usable = anchor is not None and cal.FIRST_YEAR < anchor.year < cal.LAST_YEAR
    passage = Passage(text, anchor if usable else None)
    scan = _Scan(passage, closed_stretches(passage.low))
    return tuple(scan.run())


@dataclass
class _Scan:
    """One walk over the words of a passage."""

    passage: Passage
    closed: Closed
    last_year_end: int = -1
    last: Found[Period] | None = None

    def run(self) -> Iterator[Found[Period]]:
        done = 0
        for token in _TOKEN.finditer(self.passage.low):
            start = token.start()
            if start < done or not _may_start(token[0]) or self.closed.holds(start):
                continue
            if (hit := self._read(start)) is not None:
                done = hit.end
                self.last = hit
                yield hit

    def _read(self, start: int) -> Found[Period] | None:
        if start and self.passage.low[start - 1] in "-/.,@€" and not self._after_blank(start):
            return None
        loose = read_loose(self.passage, start)
        exact = self._exact(start)
        if exact is not None and self._comes_again(exact):
            again = Period(None, None, Precision.RECURRING, recurrence="1/year")
            return self._found(start, exact.end, again)
        if exact is not None and (loose is None or exact.end >= loose[0]):
            return exact
        return self._found(start, *loose) if loose else None

    def _comes_again(self, found: Found[Period]) -> bool:
        """Whether a day or month without a year is one of every year: "elk voorjaar"."""
        low = self.passage.low
        if re.search(r"\d{4}|\bjaar$", found.value.words):
            return False
        every = _EVERY.search(low, max(0, found.start - 20), found.start)
        return bool(every or _EACH_YEAR.match(low, found.end))

    def _after_blank(self, start: int) -> bool:
        """A hyphen that is a dash, or a stop that ends something else than a number."""
        before = self.passage.low[max(0, start - 2) : start]
        return not (before[:1].isalnum() or before[:1] in "./€") or (
            before[-1:] in (".", "/") and (before[:1].isalpha())
        )

    def _found(self, start: int, end: int, period: Period) -> Found[Period]:
        words = self.passage.text[start:end]
        return Found(start, end, replace(period, words=words, anchor=self.passage.anchor))

    def _exact(self, start: int) -> Found[Period] | None:
        prefix = _PREFIX.match(self.passage.low, start)
        if prefix is None or self.closed.holds(prefix.end()):
            return self._unprefixed(start)
        point = read_point(self.passage, prefix.end())
        if point is None and prefix["between"]:
            return self._days_of_one_month(start, prefix.end())
        if point is None or not self._stands(point):
            return self._unprefixed(start)
        return self._prefixed(start, prefix, point)

    def _stands(self, point: Point, prefix: bool = True) -> bool:
        if point.kind != "year":
            return True
        use = year_use(self.passage.low, point.start, point.end, self.last_year_end)
        if use == "year":
            self.last_year_end = point.end
        return use == "year" or (use == "name" and not prefix)

    def _unprefixed(self, start: int) -> Found[Period] | None:
        point = read_point(self.passage, start)
        if point is None:
            return self._days_of_one_month(start) or self._day_of_a_list(start)
        joined = self._joined(
            point, ("tot en met", "t/m", "-", "/", "tot", "until", "through", "to")
        )
        if joined is not None:
            self.last_year_end = joined[0]
            name = point.kind == "year" and self._in_title(start, joined[0])
            return self._found(start, joined[0], replace(joined[1], in_name=name))
        if not self._stands(point, prefix=False):
            return None
        point = dated_by_last(self.passage, self._dated_by_next(point), self.last)
        onwards = _ONWARDS.match(self.passage.low, point.end)
        if onwards and point.earliest:
            period = Period(point.earliest, None, Precision.AFTER, approximate=point.approximate)
            return self._found(start, onwards.end(), period)
        name = point.kind == "year" and self.last_year_end != point.end
        return self._found(start, point.end, replace(_as_period(point), in_name=name))

    def _days_of_one_month(self, start: int, after: int = 0) -> Found[Period] | None:
        """ "21 en 22 maart 2022", "1 tot en met 5 mei"; after "tussen": "1 en 15 april"."""
        first = _DAY_PAIR.match(self.passage.low, after or start)
        last = read_point(self.passage, first.end()) if first else None
        if first is None or last is None or last.precision is not Precision.DAY:
            return None
        number, high = int(first[1]), last.latest
        if high is None or not 0 < number < high.day:
            return None
        if first[2] in ("en", "and", "op") and number + 1 != high.day and not after:
            return None
        high -= timedelta(days=first[2] == "tot")
        return self._found(start, last.end, Period(high.replace(day=number), high, Precision.SPAN))

    def _day_of_a_list(self, start: int) -> Found[Period] | None:
        """The first of "3, 10 en 17 maart 2022"; the others follow by themselves."""
        first = _DAY_LIST.match(self.passage.low, start)
        last = read_point(self.passage, first.end()) if first else None
        if first is None or last is None or last.precision is not Precision.DAY:
            return None
        if last.earliest is None or not 0 < int(first[1]) < last.earliest.day:
            return None
        day = last.earliest.replace(day=int(first[1]))
        return self._found(start, first.end(1), Period(day, day, Precision.DAY))

    def _in_title(self, start: int, end: int) -> bool:
        """Whether a range of years belongs to the name before it."""
        text = self.passage.text
        before = _TITLE_BEFORE.search(text[max(0, start - 40) : start])
        hyphen = "-" in self.passage.low[start:end]
        return before is not None and hyphen and before[1].lower() not in _NO_TITLE

    def _dated_by_next(self, point: Point) -> Point:
        """ "1 mei en 3 juni 2022": the first takes the year of the second."""
        if point.recast is None:
            return point
        joint = re.compile(r"(?:,| en| of| and) {1,3}").match(self.passage.low, point.end)
        following = read_point(self.passage, joint.end()) if joint else None
        if following is None or following.recast or following.precision != point.precision:
            return point
        return point.in_year(following.earliest.year) if following.earliest else point

    def _joined(self, first: Point, joints: tuple[str, ...]) -> tuple[int, Period] | None:
        """A range that starts with a point: its end and its period."""
        joint = _JOIN.match(self.passage.low, first.end)
        if joint is None or joint[1] not in joints:
            return None
        second = read_point(self.passage, joint.end())
        if second is None or (first.kind == "year") != (second.kind == "year"):
            return None
        if first.kind == "year" and not _may_be_range(self.passage.low, second.end):
            return None
        pair = _aligned(first, second, self.passage.anchor)
        if pair is None:
            return (second.end, Period(None, None, Precision.SPAN)) if first.recast else None
        low, high = pair
        if joint[1] == "tot" and second.kind != "end":
            high = (
                high.replace() if second.earliest is None else second.earliest - timedelta(days=1)
            )
            high = max(low, high)
        approximate = first.approximate or second.approximate
        return second.end, Period(low, high, Precision.SPAN, approximate=approximate)

    def _prefixed(self, start: int, prefix: re.Match[str], point: Point) -> Found[Period] | None:
        kind = prefix.lastgroup or ""
        groups = {name for name, value in prefix.groupdict().items() if value}
        if "between" in groups:
            joined = self._joined(point, ("en", "and"))
            return self._found(start, *joined) if joined else None
        if groups & {"from", "since"}:
            joined = self._joined(
                point, ("tot en met", "t/m", "tot", "until", "through", "to", "-")
            )
            if joined:
                self.last_year_end = joined[0]
                return self._found(start, *joined)
        if "from" in groups or kind == "":
            return None
        point = self._dated_by_next(point)
        return self._bounded(start, groups, point)

    def _bounded(self, start: int, groups: set[str], point: Point) -> Found[Period] | None:
        """A period open on one side."""
        if point.earliest is None or point.latest is None:
            precision = Precision.AFTER if groups & {"after", "since"} else Precision.BEFORE
            return self._found(start, point.end, Period(None, None, precision))
        if groups & {"soft", "strict"} and self.passage.low.endswith("niet ", 0, start):
            groups = {"since"}
        if "soft" in groups and self._meant_for(start, point):
            return None
        if "until" in groups and _PUT_OFF.search(self.passage.low[max(0, start - 20) : start]):
            return None
        point = year_of_bound(self.passage, groups, point, self.last)
        period = _bounded_period(groups, point)
        return self._found(start, point.end, period)

    def _meant_for(self, start: int, point: Point) -> bool:
        """ "voor 2021", "gepland voor het voorjaar": for that time, not before it."""
        if point.precision is Precision.YEAR:
            return True
        before = self.passage.low[max(0, start - 24) : start]
        return bool(_MEANT_FOR.search(before) or _MEANT.match(self.passage.low, point.end))


def _bounded_period(groups: set[str], point: Point) -> Period:
    low, high = point.earliest, point.latest
    if low is None or high is None:
        return Period(None, None, Precision.VAGUE)
    one_day = timedelta(days=1)
    rough = point.approximate
    if "effect" in groups and point.precision is Precision.DAY:
        return _as_period(point)
    if "since" in groups:
        return Period(low, None, Precision.AFTER, approximate=rough)
    if "after" in groups:
        start = (
            cal.summer_recess(low.year)[1] + one_day if point.kind == "summer" else high + one_day
        )
        return Period(start, None, Precision.AFTER, approximate=rough)
    if point.kind == "summer" and groups & {"soft", "strict", "until"}:
        eve = cal.summer_recess(low.year)[0] - one_day
        return Period(None, eve, Precision.BEFORE, approximate=True)
    if point.kind == "turn" and not groups & {"latest"}:
        high = low  # the eve of the new year
    inclusive = point.kind in ("end", "turn") or (
        groups & {"latest"} and "strict_too" not in groups
    )
    if "until" in groups:
        through = inclusive or "through" in groups
        return Period(None, high if through else low - one_day, Precision.UNTIL, approximate=rough)
    return Period(None, high if inclusive else low - one_day, Precision.BEFORE, approximate=rough)


def _as_period(point: Point) -> Period:
    return Period(point.earliest, point.latest, point.precision, approximate=point.approximate)


def _aligned(first: Point, second: Point, anchor: date | None) -> tuple[date, date] | None:
    """Both ends in order, a missing year taken from the other end.

    Where neither end has a year, the span that holds the anchor is meant.
    """
    if first.recast and second.recast is None and second.earliest:
        first = first.in_year(second.earliest.year)
        if first.earliest and first.earliest > second.earliest:
            first = first.in_year(second.earliest.year - 1)
    elif first.recast and second.recast and first.earliest:
        is_now = anchor is not None and _is_under_way(first, second, anchor)
        year = anchor.year if anchor and is_now else first.earliest.year
        first, second = first.in_year(year), second.in_year(year)
    if second.recast and first.earliest and second.latest and second.latest < first.earliest:
        second = second.in_year(first.earliest.year + 1)
    if first.earliest is None or second.latest is None or second.latest < first.earliest:
        return None
    return first.earliest, second.latest


def _is_under_way(first: Point, second: Point, anchor: date) -> bool:
    """Whether an anchor lies between two points that begin in its own year."""
    low, high = first.in_year(anchor.year).earliest, second.in_year(anchor.year).latest
    if low is None or high is None or low > anchor:
        return False
    return anchor <= high or high < low  # over the turn of the year


def _may_be_range(low: str, end: int) -> bool:
    return not re.match(r"[-/]?\d|[-/][^\W\d_]|%| ?(?:euro|procent)", low[end : end + 8])


_STARTING_WORDS = """
maandag dinsdag woensdag donderdag vrijdag zaterdag zondag monday tuesday wednesday thursday
friday saturday sunday eerste tweede derde vierde laatste first second third fourth kwartaal
q1 q2 q3 q4 h1 h2 hj1 hj2 k1 k2 k3 k4 begin start early medio half halverwege mid eind einde
late end beginning jaareinde zomerreces herfstreces kerstreces meireces voorjaarsreces
krokusreces prinsjesdag kerst kerstmis christmas jaarwisseling van per vandaag gisteren
today yesterday dit deze het this vorig vorige afgelopen voorgaand voorgaande verleden last
volgend volgende komend komende aankomend aankomende aanstaand aanstaande eerstkomende next
coming tussen between tot t until till through na after vanaf sinds sedert met ingaande
since as from uiterlijk no ultimo by vóór before nog ruim liefst kort voor zo op binnen
binnenkort spoedig te in shortly over past recente voorbije circa ca ongeveer bijna about
approximately maximaal minimaal ten minstens hooguit één een twee drie vier vijf zes zeven
acht negen tien elf twaalf vijftien achttien twintig vierentwintig anderhalf anderhalve two
three four five six seven eight nine ten twelve jaarlijks halfjaarlijks maandelijks
wekelijks dagelijks driemaandelijks tweejaarlijks tweemaandelijks annually yearly quarterly
monthly weekly jaarlijkse halfjaarlijkse maandelijkse wekelijkse driemaandelijkse
tweejaarlijkse eens eenmaal tweemaal driemaal viermaal once twice ieder elk iedere elke each
every om within the de niet week voorafgaand schooljaar studiejaar collegejaar
"""
_STARTERS = frozenset([*cal.MONTHS, *cal.SEASONS, *_STARTING_WORDS.split()])


def _may_start(word: str) -> bool:
    return word in _STARTERS or word[0].isdigit()
