"""Which law, if any, is named at a place of a text."""

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from samen.core.references.law_names import KNOWN_LAWS, ONLY_WITH_ARTICLE
from samen.core.references.law_titles import titled_law
from samen.core.references.laws import Law, LawKind
from samen.core.references.paper_grammar import DASH, GAP, ONE

WORD = re.compile(r"(?<![\w-])[A-Za-zÀ-ÿ]+")
"""Where a law may start."""

_EU = re.compile(
    r"(?:[A-Za-z][a-zà-ÿ]+(?=richtlijn|verordening))?"
    rf"(?P<kind>[Rr]ichtlijn|[Vv]erordening|[Kk]aderbesluit|Directive|Regulation)(?:en)?{GAP}"
    rf"(?P<titled>(?:van{ONE}de{ONE}Raad)?[^().;\d]{{0,90}}\(|van{ONE}de{ONE}Raad{ONE})?"
    rf"(?P<union>\((?:EU|EG|EEG|Euratom)\){GAP})?(?:nr\.?{GAP})?"
    rf"(?P<a>\d{{2,4}})/(?P<b>\d{{1,4}})(?P<tail>/(?:EU|EG|EEG|JBZ|GBVB|Euratom))?(?![\w/])"
)
_EU_KINDS = {
    "richtlijn": LawKind.DIRECTIVE,
    "verordening": LawKind.REGULATION,
    "kaderbesluit": LawKind.FRAMEWORK_DECISION,
    "directive": LawKind.DIRECTIVE,
    "regulation": LawKind.REGULATION,
}
_LABOUR = re.compile(
    rf"(?:(?:ILO|IAO){DASH}?{GAP}(?:[Vv]erdrag|[Cc]onventie){ONE}(?:nr\.?{GAP})?(?P<number>\d{{1,3}})"
    rf"|(?:[Vv]erdrag|[Cc]onventie){ONE}(?:nr\.?{GAP})?(?P<first>\d{{1,3}}){ONE}van{ONE}de{ONE}"
    r"(?:ILO|IAO|Internationale\sArbeidsorganisatie))(?![\w/])"
)
_TO_DO = rf"{ONE}te{ONE}[a-zë]+en\b"
_NAME_WORD = rf"(?!{_TO_DO}){ONE}[a-zà-ÿ][a-zà-ÿ’'-]{{0,30}}(?:\(e\)s)?"
_ACT_HEAD = (
    rf"(?:Wet|Besluit|Rijkswet|Regeling|[Ww]etsvoorstel|[Ii]nitiatiefwet|Tijdelijke{ONE}wet"
    r"|(?:Uitvoerings|Invoerings|Beginselen|Kader)wet)"
)
_VERB_NEXT = (
    rf"{ONE}(?:is|zijn|was|wordt|werd|heeft|kan|moet|geldt|\w{{3,}}t{ONE}"
    r"(?:nog|niet|ook|dat|de|het|een|geen|op|in|voor))\b"
)
_UNKNOWN_ACT = re.compile(
    rf"(?P<name>{_ACT_HEAD}(?:{_NAME_WORD}){{1,9}}?(?P<part>{ONE}[IVX]{{1,4}}\b)?)"
    rf"(?:(?P<cited>{GAP}[,(]{GAP}(?:[Aa]rtikel|[Aa]rt\.){ONE}\d|{GAP}\(\d\d\s?\d{{3}}\))|(?<=[IVX])(?!\w)"
    rf"|{GAP}\({GAP}(?P<code>[A-Z][A-Za-z]{{1,9}}){GAP}\)|(?P<stop>{GAP}[.,;:)]|\s*\Z|(?={_VERB_NEXT}|{_TO_DO})))"
)
_NAMED_ACT = re.compile(rf"(?!wetsvoorstel|initiatiefwet){_ACT_HEAD}\s")
_NO_NAME = re.compile(
    r"\b(?:is|zijn|was|waren|wordt|worden|werd|werden|heeft|hebben|had|die|dat|dit|deze|waarin"
    r"|waarmee|waarbij|waardoor|biedt|bieden|regelt|treedt|treden|geldt|gelden|maakt|maken|kan"
    r"|kunnen|zal|zullen|moet|moeten|ook|niet|nog|al|er|wij|we|ik|het kabinet|eveneens|daarom"
    r"|momenteel|verplicht om|als|omdat|zodat|indien|hierover|waarover|stelt|beoogt|naar|uw)\b"
)
_IN_BRACKETS = re.compile(
    rf"{GAP}\({GAP}(?:hierna:?{GAP})?(?:de|het)?{GAP}[‘'\"“]?(?P<code>[\w .-]{{2,20}})"
    r"[’'\"”]?\)"
)
_OPEN = re.compile(rf"{GAP}\({GAP}")
_CODE_OF_ACT = re.compile(
    r"(?:W[b-df-hj-np-qs-tv-xz][a-z]{1,5}|W[A-Z]{2,4})(?:\s(?:19|20)\d\d)?(?![\w-])"
)
"""The abbreviation of an act beside its article: Wgbo, WVW 1994."""
_ACT_WORD = re.compile(
    r"(?P<name>(?!Rijkswet\s)[A-Z][a-zà-ÿ]{3,40}(?:-[a-zà-ÿ]{3,30})?wet"
    r"|[A-Z][a-zà-ÿ]{3,40}(?:besluit(?:\sW[a-z]{2,6})?|grenscode)|Visumcode)(?P<year>\s(?:19|20)\d\d)?(?![\w-])"
)
_DIRECTIVE_WORD = re.compile(r"[A-Z][a-zà-ÿ]{3,40}richtlijn(?![\w-])")
_BEFORE_A_NAME = re.compile(
    rf"(?<![\w(-])(?:de|het|[Dd]e{ONE}(?:Europese|nieuwe|herziene|bestaande)){ONE}$"
)
"""Before a capital within a sentence, which a name has and a common noun has not."""
_NEAR = 24
_PARTICLE = re.compile(rf"{ONE}(?:aan|af|in|op|uit|toe|mee|over|voor|door|om|na|tegen)$")
"""A part of a verb behind a name, which no name of a law ends with."""


@dataclass(frozen=True, slots=True)
class Named:
    """A law as named in a text, from where it was looked up to `end`."""

    end: int
    regime: str
    name: str
    kind: LawKind
    needs_article: bool = False


def law_at(text: str, position: int, *, is_cited: bool = False) -> Named | None:
    """The law whose name starts at a position.

    is_cited: an article stands beside it, so weaker names (an unknown act) are believed.
    """
    first = WORD.match(text, position)
    if first is None:
        return None
    is_union = first[0].endswith(("richtlijn", "verordening"))
    if is_union and (numbered := _union_act(text, position)):
        return numbered
    for spelling, pattern, law in _spellings().get(first[0].lower(), ()):
        if match := pattern.match(text, position):
            end = _past_own_code(text, match.end(), law)
            return Named(end, law.code, law.name, law.kind, spelling in ONLY_WITH_ARTICLE)
    known = _union_act(text, position) or _labour_convention(text, position)
    return known or _unknown_act(text, position, is_cited=is_cited)


@cache
def _spellings() -> dict[str, list[tuple[str, re.Pattern[str], Law]]]:
    """Spellings by their first word, the longest first."""
    table: dict[str, list[tuple[str, re.Pattern[str], Law]]] = defaultdict(list)
    pairs = {(spelling, law) for law in KNOWN_LAWS for spelling in law.spellings}
    for spelling, law in sorted(pairs, key=lambda pair: (-len(pair[0]), pair[0])):
        first = WORD.match(spelling)
        if first is not None:
            table[first[0].lower()].append((spelling, _pattern(spelling), law))
    return dict(table)


def _pattern(spelling: str) -> re.Pattern[str]:
    """A spelling with free white space and dashes; names, unlike codes, in either case."""
    body = ONE.join(re.escape(word).replace(r"\-", DASH) for word in spelling.split())
    is_name = len(spelling) > 8 and not any(c.isdigit() for c in spelling)
    boundary = rf"(?!\w)(?!{DASH}\w)"
    return re.compile(rf"(?:{body}){boundary}", re.IGNORECASE if is_name else 0)


def _past_own_code(text: str, position: int, law: Law) -> int:
    """Past "(hierna: DSA)" or "(Verordening (EU) 2022/2065)" after the name of the DSA."""
    bracket = _OPEN.match(text, position)
    act = _union_act(text, bracket.end()) if bracket and law.eu_number else None
    if act is not None and act.regime == law.code and text[act.end : act.end + 1] == ")":
        return act.end + 1
    match = _IN_BRACKETS.match(text, position)
    if match is None:
        return position
    own = {spelling.lower() for spelling in law.spellings}
    return match.end() if match["code"].strip().lower() in own else position


def _union_act(text: str, position: int) -> Named | None:
    match = _EU.match(text, position)
    if match is None or (match["titled"] and not match["tail"]):
        return None
    kind = _EU_KINDS[match["kind"].lower()]
    number = f"{match['a']}/{match['b']}"
    law = next((law for law in KNOWN_LAWS if law.eu_number == number), None)
    if law is not None and law.kind is kind:
        return Named(_past_own_code(text, match.end(), law), law.code, law.name, kind)
    union = f"{match['union'].strip()} " if match["union"] else ""
    # until 2015 regulations were numbered number/year, with "nr." before it
    is_old = kind is LawKind.REGULATION and len(match["b"]) == 4 and match["b"][:2] in ("19", "20")
    numbered = f"nr. {number}" if is_old else number
    printed = f"{kind.value.capitalize()} {union}{numbered}{match['tail'] or ''}"
    return Named(match.end(), printed, printed, kind)


def _labour_convention(text: str, position: int) -> Named | None:
    """A convention of the International Labour Organization, known by its number."""
    match = _LABOUR.match(text, position)
    if match is None:
        return None
    name = f"ILO-verdrag {match['number'] or match['first']}"
    return Named(match.end(), name, name, LawKind.TREATY)


def _unknown_act(text: str, position: int, *, is_cited: bool) -> Named | None:
    """An act outside the table: only where its name plainly ends, or has its code beside it."""
    named = _coded_act(text, position, is_cited=False) or _titled(text, position)
    if named and not is_cited:
        return named
    full = _UNKNOWN_ACT.match(text, position) if is_cited else None
    is_full = full is not None and not full["code"] and not _NO_NAME.search(full["name"])
    if (match := _ACT_WORD.match(text, position)) and not is_full:
        name = f"{match['name']}{match['year'] or ''}"
        is_named = _BEFORE_A_NAME.search(text, max(0, position - _NEAR), position) is not None
        return Named(match.end(), name, name, LawKind.ACT, needs_article=not is_named)
    if (match := _DIRECTIVE_WORD.match(text, position)) and _BEFORE_A_NAME.search(
        text, max(0, position - _NEAR), position
    ):
        return Named(match.end(), match[0], match[0], LawKind.DIRECTIVE)
    if is_cited and (code := _CODE_OF_ACT.match(text, position)):
        return Named(code.end(), code[0], code[0], LawKind.ACT, needs_article=True)
    return _coded_act(text, position, is_cited=is_cited) or _titled(text, position)


def _titled(text: str, position: int) -> Named | None:
    titled = titled_law(text, position)
    return Named(titled[0], titled[1], titled[1], titled[2]) if titled else None


def _coded_act(text: str, position: int, *, is_cited: bool) -> Named | None:
    """An act with its code or an article beside its name."""
    match = _UNKNOWN_ACT.match(text, position)
    if match is None or _NO_NAME.search(match["name"]):
        return None
    particle = _PARTICLE.search(match["name"])
    end = match.start() + particle.start() if particle else match.end("name")
    name = " ".join(text[match.start() : end].split())
    if match["code"]:
        kind = LawKind.BILL if name[0].islower() else LawKind.ACT
        return Named(match.end(), match["code"], name, kind)
    is_plain = is_cited or match["cited"] or match["part"]
    if is_plain and _NAMED_ACT.match(name):
        return Named(end, name, name, LawKind.ACT)
    return None


ANAPHOR = re.compile(
    rf"(?:die|deze|dat|dit|(?:voor)?genoemde?|dezelfde|hetzelfde){ONE}"
    r"(?P<kind>wet|wetboek|verordening|richtlijn|verdrag|protocol|regeling|besluit)\b|(?:daar|hier)van\b"
)
"""A law named by pointing back: "artikel 10 van die wet", "artikel 10 daarvan"."""

ITS_KIND = re.compile(
    r"(?:EU-)?(?P<kind>[Rr]ichtlijn|[Vv]erordening|[Vv]erdrag|[Ww]et)(?![\w-])(?!\s+(?:van|inzake|op|voor|\(|\d|[A-Z]))"
)
"""A law called by its kind alone: "artikel 18 van de richtlijn"."""
KIND_WORDS = {
    "richtlijn": (LawKind.DIRECTIVE,),
    "verordening": (LawKind.REGULATION,),
    "verdrag": (LawKind.TREATY,),
    "protocol": (LawKind.TREATY,),
    "wetboek": (LawKind.CODE,),
    "besluit": (LawKind.DECREE,),
    "regeling": (LawKind.DECREE,),
    "wet": (LawKind.ACT, LawKind.BILL),
}
