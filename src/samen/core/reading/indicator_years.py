"""The year that a count belongs to, where its own words do not give it."""

import re
from datetime import date

from samen.core.numerals import parse_number
from samen.core.periods import Period
from samen.core.reading.context import Context
from samen.core.reading.quantities import Quantity
from samen.core.reading.report_years import came_out, report_year
from samen.core.reading.sentences import Sentence
from samen.core.terms import Found, Precision

_COMPARED = re.compile(
    r"\b(?:(?:dan|evenveel als|gelijk aan|zoveel als"
    r"|(?:achter bij|onder|boven) (?:dat|die|het aantal)(?: van)?)(?:\s+in)?"
    r"|opzichte\s+van|vergeleken\s+met"
    r"|sinds(?:\s+(?:de|het)\s+[a-z]+\s+(?:in|van))?)\s+(?:heel\s+|het\s+|de\s+)?(?:dezelfde\s+periode\s+(?:in|van)\s+)?$",
    re.IGNORECASE,
)
_SINCE = re.compile(r"(?:sinds|met ingang van)\b", re.IGNORECASE)
_YEAR_OF_LATE = re.compile(r"\b(?:afgelopen|voorbije|achterliggende) jaar$", re.IGNORECASE)
_SINCE_THEN = re.compile(
    r"\bdan\s+(?:in\s+)?(?:vorig jaar|een jaar (?:eerder|geleden)|het jaar (?:ervoor|daarvoor))"
    r"|\b(?:inmiddels|nu|thans)\b",
    re.IGNORECASE,
)
_OF_A_PAPER = re.compile(
    r"\b(?:brief|debat|overleg|motie|vergadering|kamerbrief|toezegging|verordening|wet|besluit)\b"
    r"[^.;]{0,30}$"
    r"|\b(?:evaluatie|rapport|onderzoek|studie|advies|verslag|nota)\b"
    r"(?:(?!\b(?:voor|over)\b)[^.;]){0,30}$",
    re.IGNORECASE,
)
"""A day behind these words is that of a paper or a meeting, not that of a count."""
_TELLING = frozenset(
    {
        Precision.YEAR,
        Precision.HALF,
        Precision.QUARTER,
        Precision.SEASON,
        Precision.MONTH,
        Precision.DAY,
        Precision.UNTIL,
        Precision.BEFORE,
        Precision.SPAN,
    }
)
_PARTS = frozenset(
    {Precision.YEAR, Precision.HALF, Precision.QUARTER, Precision.SEASON, Precision.MONTH}
)
_OTHER = re.compile(r"\b(?:tegen|tegenover|vergeleken met)\b", re.IGNORECASE)
"""A season over two years: "2018/'19", "18/19"."""
_PART_OF_YEAR = re.compile(
    r"\b(?:(?:[1-4][eE]|[Ee]erste|[Tt]weede|[Dd]erde|[Vv]ierde|[Ll]aatste) "
    r"(?:kwartaal|half ?jaar|jaarhelft|trimester|tertaal|helft van (?=(?:het jaar )?20\d\d))"
    r"|(?:[Qq]|[HTK])[1-4]\b)"
)
_YEAR_BEFORE = re.compile(
    r"\b(?:(?P<year>20\d\d)|(?:een jaar (?:eerder|daarvoor)|vorig jaar|het jaar (?:er|daar)voor))"
    r" \((?:[a-z]+ ){0,3}$",
    re.IGNORECASE,
)
_OF_THE_YEAR = re.compile(r"\b(?:van|in) (?:het|dit) (?:verslag)?jaar$", re.IGNORECASE)
"""In a yearly report, the year that it reports on."""
_FIRST_OF_RISE = re.compile(
    r"\bvan (?:ruim |circa |bijna )?\d[^;]{0,60}\b(?:19|20)\d\d\b[^;\d]{0,30}"
    r"\b(?:naar|tot) (?:ruim |circa |bijna )?$",
    re.IGNORECASE,
)
"""Before the last number of a rise, of which the year is told for the first alone."""
_STEP_OF_RISE = re.compile(
    r"\b(?:19|20)\d\d\b[^;\d]{0,30}\bvia (?:ruim |circa |bijna )?$", re.IGNORECASE
)
_OWN_YEAR = re.compile(r"[^;,\d]{0,30}\b(?:19|20)\d\d\b")
_AIMED_FOR = re.compile(
    r"voor (?:het jaar |eind |begin |medio |ultimo |het einde van )?(?P<year>20\d\d)", re.IGNORECASE
)
"""A year that a number is meant for: "voor eind 2023"."""
_APART = re.compile(r"[,;:(]| en | maar | terwijl ")
_OF_OTHER = re.compile(
    r"[,;(] ?(?:tegen|tegenover|terwijl|waar|ten opzichte van|vergeleken met)\b[^;]{0,40}?"
    r"(?:\d|\b(?:een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf)\b)",
    re.IGNORECASE,
)
"""Between a number and a year: the year is that of the number that it is compared with."""
_NEXT_COUNT = re.compile(r";[^;]*(?<![\w.,])\d")
"""Between a number and a year: the year stands at a number behind a semicolon."""
_OF_OTHER_THEN = re.compile(
    r"[,;] ?(?:terwijl|waar|hetgeen|wat|een aantal) (?:dat|die|dit|er|in|het|deze)\b[^;,]{0,30}$",
    re.IGNORECASE,
)
"""Right before a year: "..., waar dat in 2022 nog 21 was"."""
_OLDER = re.compile(r"[;,] ?(?:een|het) jaar (?:eerder|daarvoor|ervoor|tevoren)\b", re.IGNORECASE)
_SAME = (
    r"(?:in |van |over )?(?:dat(?:zelfde)?|hetzelfde|dit laatste|laatstgenoemde|genoemde?) jaar\b"
)
_BACK = (
    r"(?:in |over )?(?:het|een|vorig) (?:daaraan )?(?:jaar (?:daarvoor|ervoor|eerder|tevoren|terug"
    r"|geleden|voordien|daaraan voorafgaand)|(?:voorafgaande|voorgaande|voorbije) jaar)\b"
    r"|a year earlier"
)
_ON = (
    r"(?:in )?(?:het|een) (?:jaar (?:daarna|erna|daarop|later|nadien)|(?:daarop ?"
    r"|eerst)?volgende jaar)\b"
    r"|a year later"
)
RELATIVE = re.compile(
    rf"\b(?:(?P<same>{_SAME})|(?P<back>{_BACK})|(?P<on>{_ON})"
    r"|(?P<many>twee|drie|vier|vijf|zes|zeven|acht|tien) jaar (?:(?P<before>eerder|daarvoor|ervoor"
    r"|tevoren|terug)|(?P<after>later|daarna|nadien)))",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"\b(?:ultimo|primo|anno|jaareinde) +(?P<a>20\d\d)\b|\((?P<b>20\d\d)\)|\b(?P<c>20\d\d) ?: "
    r"|(?:^|[.,;:] )(?P<d>20\d\d) (?:telde|kende|gaf|liet|nog|al|slechts)\b|\b(?:was|werd"
    r"|is) (?P<e>20\d\d) (?:een|het|opnieuw)\b",
    re.IGNORECASE,
)
_SCHOOL_YEAR = re.compile(
    r"(?<!sinds )(?<!sinds het )(?<!vanaf het )\b(?:(?:school|studie|cursus|leer)jaar"
    r"|seizoen) ?(?P<from>20\d\d) ?[-–/] ?(?:20)?\d\d\b",
    re.IGNORECASE,
)
"""A year that runs over two, which is called by the one that it ends in."""
_NEAR_SCHOOL_YEAR = 200
"""Characters before a clause in which a school year is named by its noun."""
_SAME_SORT_OF_YEAR = re.compile(r"(?<![\d/])20\d\d ?/ ?(?:20)?(?P<last>\d\d)\b(?!/)")
_END_OF_SCHOOL_YEAR = re.compile(
    r"\b(?:einde?|slot|afloop) van (?:het|dit) (?:lopende |huidige )?(?:school|studie|cursus)jaar\b"
    r"(?! ?20\d\d)",
    re.IGNORECASE,
)
_THEN = re.compile(r"\W*(?:en )?toen(?!malig)", re.IGNORECASE)
_SCHOOLS_BEGIN = 8
"""The month in which a school year begins."""
_NOW = re.compile(
    r"\b(?:nu|thans|momenteel|inmiddels|huidige|op (?:dit|het) moment|heden|now|currently)\b", re.I
)


def reckoned_year(context: Context, clause: tuple[int, int], base: int | None) -> int | None:
    """The year of "een jaar eerder" or "in dat jaar" in a clause, or of "ultimo 2023".

    base: the year that it is reckoned from. None where the clause says no such thing, only
    compares with it, or names a year itself.
    """
    start, end = clause
    if school_year := _end_of_school_year(context, start, end):
        return school_year
    named = _NAMED.search(context.text[start : end + 1])
    if named:
        return int(next(year for year in named.groups() if year))
    if _THEN.match(context.text, start, end) and single_year(context, start, end) is None:
        return last_year_before(context, max(0, start - 200), start, compared=True)
    found = RELATIVE.search(context.text, start, end)
    if found is None or _COMPARED.search(context.text[start : found.start()]):
        return None
    if base is None or single_year(context, start, end) is not None:
        return None
    if found["many"]:
        number = parse_number(found["many"])
        many = int(number) if number is not None else 0
        return base + (many if found["after"] else -many)
    return base + (1 if found["on"] else -1 if found["back"] else 0)


def _end_of_school_year(context: Context, start: int, end: int) -> int | None:
    """The year in which the school year of a clause ends: named, named as one before it, or now."""
    if school := _SCHOOL_YEAR.search(context.text, start, end):
        return int(school["from"]) + 1
    again = _SAME_SORT_OF_YEAR.search(context.text, start, end)
    if again and _SCHOOL_YEAR.search(context.text, max(0, start - _NEAR_SCHOOL_YEAR), start):
        return 2000 + int(again["last"])
    if context.anchor is not None and _END_OF_SCHOOL_YEAR.search(context.text, start, end):
        return context.anchor.year + (context.anchor.month >= _SCHOOLS_BEGIN)
    return None


def year_around(
    context: Context, found: Found[Quantity], stretches: tuple[tuple[int, int], ...]
) -> int | None:
    """The year of a number: in its own clause, by its own words, or in what stands around it.

    stretches: its own clause, the clause with its neighbours, the sentence.
    """
    is_step = _STEP_OF_RISE.search(context.text, stretches[-1][0], found.start)
    if is_step and not _OWN_YEAR.match(context.text, found.end, stretches[-1][1]):
        return None
    own = single_year(context, *stretches[0], ahead=True)
    if own is not None:
        return own
    is_now = _NOW.search(context.text, *stretches[0])
    if is_now and context.anchor is not None and _is_alone(context, stretches[0]):
        return context.anchor.year
    if found.value.year is not None and not _is_of_other(context, found, stretches[-1][1]):
        return found.value.year
    if _FIRST_OF_RISE.search(context.text, stretches[-1][0], found.start):
        return None
    if _opens_next(context, found, stretches[-1][1]):
        return None
    years = (single_year(context, *stretch) for stretch in stretches[1:])
    return next(filter(None, years), None) or _end_of_span(context, found, stretches[-1][0])


def _end_of_span(context: Context, found: Found[Quantity], start: int) -> int | None:
    """The last year of the time that a count opens with: "Over 2018 tot en met 2022"."""
    told = [p.value for p in context.periods_in(start, found.start) if p.value.earliest]
    if len(told) != 1 or told[0].precision is not Precision.SPAN or told[0].latest is None:
        return None
    is_over = context.anchor is not None and told[0].latest < context.anchor
    return told[0].latest.year if is_over else None


def _opens_next(context: Context, found: Found[Quantity], end: int) -> bool:
    """Whether the first year behind a number opens the next clause, for a number there."""
    behind = [p for p in context.periods_in(found.end, end) if p.value.precision in _TELLING]
    if not behind:
        return False
    between = context.text[found.end : behind[0].start]
    if (
        _NEXT_COUNT.search(between)
        or _OF_OTHER.search(between)
        or _OF_OTHER_THEN.search(between)
        or _OLDER.search(between)
    ):
        return True
    is_apart = _APART.search(context.text, found.end, behind[0].start)
    return bool(is_apart) and bool(re.search(r"(?<![\w.,])\d", context.text[behind[0].end : end]))


def _is_of_other(context: Context, found: Found[Quantity], end: int) -> bool:
    """Whether the first year behind a number stands at what it is compared with."""
    behind = [p for p in context.periods_in(found.end, end) if p.value.precision in _TELLING]
    if not behind or (behind[0].value.earliest or date.min).year != found.value.year:
        return False
    return _OF_OTHER_THEN.search(context.text[found.end : behind[0].start]) is not None


def _is_alone(context: Context, clause: tuple[int, int]) -> bool:
    """Whether no year stands in the clause of a number."""
    return not any(period.value.earliest for period in context.periods_in(*clause))


def last_year_before(
    context: Context, start: int, end: int, *, compared: bool = False
) -> int | None:
    """The last year that a stretch speaks of; years of papers and meetings are left out.

    compared: take a year that is only compared with too ("dan in 2022, toen ...").
    """
    for period in reversed(context.periods_in(start, end)):
        value = period.value
        before = context.text[max(start, period.start - 50) : period.start]
        if value.precision not in _TELLING or value.in_name:
            continue
        if not compared and _COMPARED.search(before):
            continue
        if value.earliest is None or value.latest is None or _OF_A_PAPER.search(before):
            continue
        if value.earliest.year == value.latest.year:
            return value.earliest.year - came_out(context, period)
    return None


def part_of_year(context: Context, sentence: Sentence, clause: tuple[int, int]) -> str:
    """The part of a year that a count is of ("eerste kwartaal", "H1"), or "" for a whole year.

    From its clause, or from the words before it where the clause names no time.
    """
    found = _PART_OF_YEAR.search(context.text, *clause)
    if found is None and not context.periods_in(*clause):
        found = _PART_OF_YEAR.search(context.text, sentence.start, clause[0])
    return found[0].removesuffix(" van ") if found else ""


def year_before_bracket(
    context: Context, sentence: Sentence, found: Found[Quantity], base: int | None
) -> int | None:
    """The year of "in 2021 (791 meldingen)", or of "dan een jaar eerder (94%)".

    base: the year that the year before is reckoned from, where no report gives it.
    """
    before = _YEAR_BEFORE.search(context.text, max(sentence.start, found.start - 40), found.start)
    if before is None:
        return None
    from_year = report_year(context) or base
    return int(before["year"]) if before["year"] else from_year - 1 if from_year else None


def single_year(context: Context, start: int, end: int, *, ahead: bool = False) -> int | None:
    """The one year that the periods of a stretch lie in, when it is one.

    ahead: of a term ("vóór 1 juli 2025") the year counts too.
    """
    years: set[int] = set()
    since: int | None = None
    up_to = (Precision.UNTIL, Precision.BEFORE) if ahead else (Precision.UNTIL,)
    for period in context.periods_in(start, end):
        value = period.value
        aimed = _AIMED_FOR.fullmatch(context.text, period.start, period.end)
        if aimed:
            years.add(int(aimed["year"]))
        years |= _of_late(context, period)
        since = since or _since_then(context, period)
        earliest = value.latest if value.precision in up_to else value.earliest
        if value.in_name or earliest is None or value.latest is None:
            continue
        if came_out(context, period):
            years.add(earliest.year - 1)
            continue
        before = context.text[max(start, period.start - 50) : period.start]
        is_length = value.words.startswith("binnen ")
        if is_length or _COMPARED.search(before) or _OF_A_PAPER.search(before):
            continue
        if _OF_THE_YEAR.search(context.text, period.start, period.end) and report_year(context):
            years.add(report_year(context) or 0)
        elif value.precision in _TELLING and not _of_late(context, period):
            years |= {earliest.year, value.latest.year}
    return years.pop() if len(years) == 1 else None if years else since


def _since_then(context: Context, period: Found[Period]) -> int | None:
    """The year of the letter for what was counted "sinds 2019": it goes on until then."""
    first, anchor = period.value.earliest, context.anchor
    is_since = _SINCE.match(context.text, period.start) and period.value.latest is None
    return anchor.year if is_since and anchor and first and first <= anchor else None


def _of_late(context: Context, period: Found[Period]) -> set[int]:
    """The year of what was counted up to the letter: "het afgelopen jaar", "sinds januari"."""
    first, last, anchor = period.value.earliest, period.value.latest, context.anchor
    if anchor is None or first is None or first > anchor:
        return set()
    if last == anchor and _YEAR_OF_LATE.search(context.text, period.start, period.end):
        return {(first + (last - first) / 2).year}
    is_since = _SINCE.match(context.text, period.start) is not None
    return {anchor.year} if is_since and last is None and first.year == anchor.year else set()


def names_a_time(context: Context, start: int, end: int, *, compared: bool = True) -> bool:
    """Whether a stretch names a time that is not the day of a paper or a meeting.

    compared: a time that is only compared with counts too ("ten opzichte van 2016").
    """
    named = [period.start for period in context.periods_in(start, end) if period.value.earliest]
    leads = [context.text[max(start, place - 50) : place] for place in named]
    leads = [lead for lead in leads if not _OF_A_PAPER.search(lead)]
    return any(compared or not _COMPARED.search(lead) for lead in leads)


def tells_of_a_time(context: Context, start: int, end: int) -> bool:
    """Whether a clause gives the time that a count is of: a part of a year, a day of counting."""
    for period in context.periods_in(start, end):
        day, value = period.value.earliest, period.value
        before = context.text[max(start, period.start - 50) : period.start]
        if day is None or value.in_name or _OF_A_PAPER.search(before):
            continue
        is_turn = (day.month, day.day) in ((1, 1), (12, 31)) or day.day == 1
        is_part = value.precision is Precision.SPAN and day.year == (value.latest or day).year
        if is_part or value.precision in _PARTS or (value.precision is Precision.DAY and is_turn):
            return True
    return False


def year_of_words(context: Context, clause: tuple[int, int], end: int) -> int | None:
    """The year of a statement in words; that of the letter where it compares with last year.

    end: of the words. A year behind "tegen" or "dan" is that of another count.
    """
    year = single_year(context, *clause) or single_year(context, *clause, ahead=True)
    other = _OTHER.search(context.text, end, clause[1])
    if other and single_year(context, clause[0], other.start()) is None:
        year = None
    since = _SINCE_THEN.search(context.text, *clause)
    if year is None and since is not None and context.anchor is not None:
        return context.anchor.year
    return year
