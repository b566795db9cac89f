"""The written forms of an article of a law, as small bounded patterns."""

import re

from samen.core.references.paper_grammar import DASH, GAP, ONE, SP

_PLAIN = (
    rf"\d{{1,4}}(?:(?!bis|ter|quater)[a-z]{{1,3}}|[A-Z])?(?:{SP}?(?:bis|ter|quater)(?:\.\d{{1,2}})?)?"
    rf"(?![\w°º⁰%])(?!{SP}\d{{3}}\b)"
)
_COLON = r"\d{1,2}:\d{1,4}(?::\d{1,3})?[a-z]{0,2}(?![\w:])"
_DOTTED = r"\d{1,2}(?:\.\d{1,3}){1,3}[a-z]?(?!\w)"
_CIRCULAR = r"[ABC]\d{1,2}/\d{1,2}(?:\.\d{1,2}){0,3}(?!\w)"
NUMBER = rf"(?:{_COLON}|{_DOTTED}|{_CIRCULAR}|{_PLAIN})"
ARTICLE_NUMBER = re.compile(NUMBER)
"""The number of an article: 273f, 6:162, 2.1."""
_ROMAN = r"(?:X{0,2}(?:IX|IV|V?I{1,3}|V)|X{1,2})(?!\w)"

_ORDINAL = (
    r"(?:eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende|elfde|twaalfde"
    r"|laatste|\d{1,2}(?:e|de|ste))"
)
_AND = rf"(?:{GAP},{GAP}|{ONE}(?:en|of|t/m|tot{ONE}en{ONE}met){ONE})"
_LETTER = r"(?:[a-z]{1}|aa|bb|cc|dd)(?![\w])"
_PART = (
    rf"(?:{_ORDINAL}(?:{_AND}{_ORDINAL}){{0,5}}{ONE}(?:lid|leden|volzin|volzinnen|alinea|zin)\b"
    rf"|lid{ONE}\d{{1,2}}(?!\w)|leden{ONE}\d{{1,2}}(?:{_AND}\d{{1,2}}(?!\w)){{0,6}}"
    rf"|(?:(?:de{ONE})?aanhef{GAP},?{GAP}(?:en{ONE})?)?(?:onder|sub|onderdeel|onderdelen|letter){ONE}"
    rf"(?:{_LETTER}(?:{_AND}{_LETTER}){{0,8}}|\d{{1,2}}[°ºe⁰]?(?!\w)"
    rf"(?:{_AND}(?:sub{ONE})?\d{{1,2}}[°º⁰]?(?![\w:.]\w)){{0,8}})"
    rf"|(?:de{ONE})?aanhef\b|slotzin\b)"
)
_WITH = rf"(?:(?:en|juncto|jo\.?|j°){ONE})?"
PARTS = rf"(?:(?:{GAP},{GAP}|{ONE}){_WITH}{_PART}|\((?:\d{{1,2}}|[a-z])\)){{0,6}}"
_OLD = rf"(?:{GAP}\((?P<old>oud|nieuw)\)|{ONE}(?P<old_bare>oud)\b)?"

ARTICLE = re.compile(
    rf"(?<![\w-])(?:(?P<former>[Oo]ud|[Vv]oormalige?){ONE})?"
    rf"(?:(?P<word>(?:[Ww]ets)?[Aa]rtikel(?:en)?|ARTIKEL|[Aa]rticles?|[Aa]rtt?\.){GAP})"
    rf"(?P<number>{NUMBER}|{_ROMAN}){_OLD}(?P<parts>{PARTS})"
)
BARE = re.compile(rf"(?<![\w.,:/€$-])(?<![€$]{SP})(?P<number>{NUMBER}){_OLD}(?P<parts>{PARTS})")
ITEM = re.compile(
    rf"{GAP}(?P<link>,{GAP}(?:en|of|alsmede)\b|,|en\b|of\b|&|jo\.?(?!\w)|juncto\b|j°"
    rf"|(?:gelezen{ONE})?in{ONE}(?:verbinding|samenhang){ONE}met\b"
    rf"|tot{ONE}en{ONE}met\b|t/m|{DASH}|/|\((?:oud|voorheen|destijds|thans)\b){GAP}"
    rf"(?:(?P<word>[Aa]rtikel(?:en)?|[Aa]rtt?\.){GAP})?"
    rf"(?P<number>{NUMBER}){_OLD}(?P<parts>{PARTS})"
)
LINK = re.compile(
    rf"{GAP}\)?,?{GAP}(?:\((?P<aged>oud|nieuw)\))?,?{GAP}(?:(?:van|uit|in|bij|of){ONE})?"
    rf"(?:(?:[Bb]oek|[Tt]itel|[Hh]oofdstuk){ONE}\d{{1,2}}[A-Za-z]?,?{ONE}van{ONE})?"
    rf"(?:(?:de|het|den|the|haar|hun|zijn|onze|ons){ONE})?"
    rf"(?:(?P<age>huidige|oude|nieuwe|herziene|geldende|voormalige){ONE})?[\"'‘“(]?"
)
"""What stands between an article and its law."""

VERSION_AFTER = re.compile(
    rf"\.?{GAP}(?:\({GAP}(?P<paren>oud|nieuw|(?:versie{ONE})?(?:19|20)\d\d){GAP}\)|(?P<bare>oud)\b"
    rf"|,?{GAP}zoals{ONE}(?:(?:dat|die|deze|dit){ONE})?(?:geldend|gold|luidde|luidend){ONE}"
    rf"(?:op|in|tot|vóór|voor){ONE}(?P<date>(?:\d{{1,2}}{ONE}[a-z]{{3,9}}{ONE})?(?:19|20)\d\d))"
)
OF_IT = re.compile(rf"{GAP},?{GAP}(?:waarvan|waarin){ONE}")
"""Between a law and an article of it, in a relative clause."""
OTHER_OWNER = re.compile(rf"{GAP},?{GAP}van{ONE}(?:de|het|dit|deze|een|ons|onze|zijn|hun){ONE}\w")
"""An article of something that is not named here: no law is carried over to it."""

_AGREED = (
    r"(?:\w*convenant\w*|\w*overeenkomst\w*|\w*contract\w*|\w*statuten|cao\b|CAO\b|\w*reglement\w*"
    r"|\w*voorwaarden|\w*afspraken|\w*instructie|\w*gedragscode|huisregels|\w*handboek"
    r"|\w*bestek|\w*beschikking)"
)
NO_LAW_AFTER = re.compile(
    rf"{GAP},?{GAP}(?:(?:van|uit|in|op|bij){ONE}(?:[\w-]+{ONE}){{0,3}}(?:\w*-?begroting\w*|{_AGREED}"
    r"|\w*krant|NRC|Trouw|Volkskrant|serie|reeks|\w*magazine|\w*programma)"
    rf"|magazine|{DASH}?organisatie"
    r"|(?:jaar|jaren|maanden|weken|dagen|miljoen|mln|euro|procent|keer|tips|vragen)\b)"
)
OF_ANOTHER = re.compile(
    rf"{GAP},?{GAP}(?:van|uit){ONE}(?:de|het|dit|deze|dat|die|een|ons|onze|uw|mijn|zijn|haar|hun"
    rf"|dezelfde|hetzelfde){ONE}(?:[a-z][\w-]*e{ONE}|eigen{ONE}){{0,2}}+"
    r"(?![\w-]*(?:wet|wetten|wetboek|wetgeving|wetsvoorstel|voorstel|verordening|richtlijn|verdrag|recht|regels?"
    r"|protocol|besluit|regeling|statuut|handvest|conventie|beleidsregels?|voorschrift\w*|circulaire)\b)"
    r"[a-z]"
)
"""An article of what is no law: a letter, a programme, an agreement."""
NO_LAW_SUBJECT = re.compile(
    rf"\b{_AGREED}(?!\w)(?![^.\n]{{0,150}}\b{_AGREED}(?!\w))[^.\n]{{0,150}}\Z"
)
"""Words before an article that make it one of an agreement: "het convenant (artikel 5)"."""
IN_A_BUDGET = re.compile(
    rf"[^.;:()\n]{{0,50}}\)?(?:{ONE}(?:€{SP}?)?-?(?:\d[\d.]*(?:,\d+)?|[-–])){{2,}}(?!\w)"
)
"""What follows an article of a budget in a table: its name and columns of amounts."""
NO_LAW_BEFORE = re.compile(r"begroting[^.;]{0,30}\Z", re.IGNORECASE)
BUDGET_PLACE = re.compile(
    rf"(?:\b(?:op|binnen|naar|uit|vanuit|ten{ONE}laste{ONE}van){ONE}(?:het{ONE}|de{ONE})?|[;:(]{GAP})\Z",
    re.IGNORECASE,
)
BUDGET_TITLE = re.compile(rf"{GAP}\(?[A-Z][a-z]{{3,}}(?!wet\b)")
"""What stands before and behind an article of a budget: "op artikel 36", "artikel 36 Asiel"."""
MONEY = re.compile(
    r"€|\b(?:EUR|euro|miljoen|mln|begro\w+|\w*middelen|budget\w*|uitgaven|hoofdstuk)\b"
)
CHAINED = re.compile(r"(?:\bjo\.?|\bjuncto|\ben|\bof|&|\(|,|\bvan|\bex|\bo\.g\.v\.|/)\s*\Z")
"""What may stand before a bare number of an article without a letter."""
