"""Stretches of a text whose numbers are no dates, and whether a bare year is used as one."""

import re
from bisect import bisect_right

from samen.core.periods import calendar as cal

_CLOSED = re.compile(
    r"https?://\S{1,400}|www\.\S{1,200}|@[\w.-]{1,80}"
    # sessions and papers
    r"|(?:vergader|parlementair )jaar {1,2}\d{4} {0,2}[-/] {0,2}\d{2,4}"
    r"|(?:kamerstuk(?:ken)?|handelingen|tk|ek|aanhangsel)"
    r"(?: i{1,2})?,? {1,2}\d{4} {0,2}[-/] {0,2}\d{2,4}"
    r"|\d{4} ?[-/] ?\d{2,4}(?=, ?(?:\d{2} ?\d{3}|aanhangsel|nr))"
    r"|\d{2} ?\d{3}(?: [ivx]{1,6}\b)?,? {1,2}nrs?\.? ?\d{1,5}|\d{5}-\d{1,5}"
    r"|\b(?:stb|stcrt|trb|pbeu|pb|jb|ab|nj|oj)\.? ?\d{4}"
    r"|ecli:[\w:.]{1,60}"
    # laws by name or number
    r"|(?:wet|besluit|regeling|circulaire|voorschrift(?:en)?|richtlijn|verordening|verdrag"
    r"|protocol|convention|directive|regulation|act|code)"
    r"(?: \((?:eu|eg|ce)\))? (?:nr\. ?)?(?:19|20)\d{2}(?:/\d{1,4})?(?:/[a-z]{2,4})?"
    r"|\(eu\) ?\d{4}/\d{1,4}|\d{4}/\d{1,4}/[a-z]{2,4}|\d{4}/(?!20\d\d)\d{3,4}"
    # money, shares, places in a text, numbers of things
    r"|€ ?\d[\d.,]{0,15}|(?:euro?|usd) \d[\d.,]{0,15}"
    r"|\d[\d.,]{0,15} ?(?:%|procent|percent|euro?\b(?! ?\d)|euro's|miljoen|miljard"
    r"|mln|mld|million|billion)"
    r"|(?:artikel(?:en)?|art\.|nrs?\.?|nummer|pagina|blz\.|p\.|postbus|kenmerk|lid|bijlage|agenda"
    r"|iso"
    r"|telefoon|tel\.?|kamer) ?:? ?\d{1,12}"
    r"|\+\d[\d ()-]{6,18}|\b0\d{1,3}[- ]\d{6,8}"
    r"|[a-z]{1,10}-\d{4}\b|\d{4}[a-z]{1,3}\d{0,6}"
)
_MONTH = "|".join(sorted(cal.MONTHS, key=len, reverse=True))
_EXEMPT = re.compile(r"(?:mid|medio|half|begin|eind|late|early)-\d{4}$")

_STRONG = re.compile(
    r"\b(?:in|sinds|sedert|vanaf|eind|begin|medio|half|halverwege|[a-z]{0,20}jaar|jaren"
    r"|periode|looptijd|over|per|na|tot|t/m|en met|begroting|najaar"
    r"|voorjaar"
    r"|gelijk aan|evenveel als|opzichte van|vergeleken met|t\.o\.v\."
    r"|dan in|uit|op|tussen|during|since|until|after|year"
    r"|in de loop van|ingang van|geheel|vóór|uiterlijk|eerst|vroegste|loop van|from|by) {1,3}$"
)
_WEAK = re.compile(
    r"\b(?:van|voor|naar|dan|tegen|met|en|of|for|to|of|and|in heel|heel|gehele|resultaten"
    r"|cijfers) {1,3}$"
)
_LIST = re.compile(r"(?:,| en| of| and|;|/| ?-) ?$")
_COUNTED = re.compile(
    r" {1,3}(?:euro(?! ?\d)|personen|mensen|slachtoffers|meldingen|gemeenten|zaken|verdachten"
    r"|gevallen|kinderen"
    r"|jongeren|vrouwen|mannen|signalen|dossiers|onderzoeken|plaatsen|bedden|fte|uur|dagen|keer"
    r"|werknemers|bedrijven|organisaties|landen|leden|deelnemers|people|victims|cases|persons"
    r"|slachtofferregistraties|arbeidsmigranten|professionals|medewerkers|vluchtelingen)\b"
)
_NEXT = re.compile(r" {1,3}([^\W\d_]{2,40})")
_SUBJECT = re.compile(r" (?:ik|wij|we|zij|ze|hij|u|het|de|er)\b")
"""Behind the verb of a clause that a year opens: "voor 2028 ga ik uit van 400"."""
_NO_NOUN_WORDS = """
is was zijn waren werd werden wordt worden heeft hebben had hadden zal zullen zou zouden kan
kunnen kon konden moet moeten moest mag mogen blijkt bleek bleef blijft blijven laat laten
liet staat staan stond gaat gaan ging komt komen kwam kwamen ligt lag liggen nam nemen neemt
steeg stegen stijgt daalde daalden daalt groeide in op aan van voor met bij door uit over
naar om te tot en of maar dan als toen waarin waarbij waarmee die dat deze dit de het een
ook nog al weer niet geen ik wij we u uw er hier daar verder opnieuw samen tussen onder na
per vastgestelde gepubliceerd gepubliceerde verschenen verzonden aangekondigd aangekondigde
uitgevoerde gestart the and of for with has have were will to by on at from mogelijk heel
ruim hebben opgenomen afgesproken geldt gelden gold golden betreft betrof ontvangt ontvangen
verschijnt nader
verwacht verwachten verwachtte streeft streven rekent rekenen bedraagt bedroeg
bedragen bedroegen telde telden telt kreeg kregen ontving ontvingen wil willen
één twee drie vier vijf zes zeven acht negen tien elf twaalf dertien vijftien
twintig dertig veertig vijftig zestig zeventig tachtig negentig honderd
"""
_NO_NOUN = frozenset(_NO_NOUN_WORDS.split())


def closed_stretches(low: str) -> "Closed":
    """The stretches of a folded text in which no date may start."""
    spans = [m.span() for m in _CLOSED.finditer(low) if not _EXEMPT.search(m[0])]
    return Closed(spans)


class Closed:
    """Ordered stretches, with a quick answer to "is this place inside one?"."""

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]

    def holds(self, position: int) -> bool:
        index = bisect_right(self._starts, position) - 1
        return index >= 0 and position < self._ends[index]


def year_use(low: str, start: int, end: int, last_year_end: int) -> str:
    """How a four-digit number is used: "year", "name" (part of a title or citation) or ""."""
    before = low[max(0, start - 24) : start]
    if low.strip() == low[start:end]:
        return "year"
    if _COUNTED.match(low, end):
        return ""
    if _STRONG.search(before):
        return "year"
    listed = last_year_end >= 0 and start - last_year_end <= 6 and _LIST.search(before)
    if listed or (_WEAK.search(before) and not _noun_follows(low, end)):
        return "year"
    return _in_brackets_or_title(low, end, before)


def _in_brackets_or_title(low: str, end: int, before: str) -> str:
    if before.endswith("("):
        closes = low[end : end + 1] in (")", ";", ",")
        counted = re.search(r"\d ?\($", before)
        return ("year" if counted else "name") if closes else ""
    ends_title = low[end : end + 1] in (";", "'", "”", '"')
    return "name" if ends_title and re.search(r"[^\W\d_]{4,} $", before) else ""


def _noun_follows(low: str, end: int) -> bool:
    following = _NEXT.match(low, end)
    if following is None or following[1] in _NO_NOUN:
        return False
    return _SUBJECT.match(low, following.end()) is None


_MONTH_CUE = re.compile(
    r"(?:[(:]|(?<!\w)(?:in|sinds|vanaf|per|tot|t/m|met|eind|begin|medio|voor|vóór|na|van|tussen|en|maand|maanden|periode|half"
    rf"|deze|komende|afgelopen|vorige|uiterlijk|uit|(?:{_MONTH}) ?-|until|since|by|from)) {{0,3}}$"
)
_ENGLISH_CUE = re.compile(r"\b(?:in|since|by|from|until|between|early|late) {1,3}$")
_GLUED = re.compile(rf"-(?! ?(?:{_MONTH})\b| )")


def is_month_in_use(low: str, start: int, end: int) -> bool:
    """Whether a month without a year is a month here (not a surname, a verb or an address)."""
    if _GLUED.match(low, end):
        return False
    if low[start:end] in ("may", "march", "jan", "mar"):
        return bool(_ENGLISH_CUE.search(low, max(0, start - 10), start))
    return bool(_MONTH_CUE.search(low, max(0, start - 16), start))
