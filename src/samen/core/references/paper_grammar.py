"""The written forms of a parliamentary paper, as small bounded patterns.

A citation is read from its dossier outwards: the tail (number, page) to the right, the head
(chamber, session year) to the left. Every repetition is bounded, so any text is read in time
linear in its length. Dashes and spaces of all kinds are met in real letters, also mixed.
"""

import re

from samen.core.references.papers import CHAPTER

SP = r"[ \t\r\n\u00a0\u2000-\u200a\u202f\u205f]"
"""White space as it comes out of Word, a PDF or a broken line."""
DASH = r"[-\u2010\u2011\u2012\u2013\u2014\u2212]"
ONE = rf"{SP}{{1,4}}"
GAP = rf"{SP}{{0,4}}"

_DIGITS = rf"[1-4]\d(?:{SP}{{1,2}}|\.)?\d{{3}}(?!\d)(?!\.\d)"
_SUFFIX = (
    rf"(?:{GAP}(?:,?{GAP}(?:[Hh]oofdstuk|[Hh]fdst\.?){ONE})?(?P<chapter>{CHAPTER}|[A-M](?={GAP},?{GAP}nr|{DASH}\d|{ONE}en{ONE}[1-4]\d))(?!\w)"
    rf"|{GAP}{DASH}{GAP}(?P<dashed>{CHAPTER})(?={GAP}{DASH}|{GAP},)"
    rf"|{DASH}(?P<part>\d{{2}})(?={GAP},|{ONE}nr|{DASH}\d|(?<=501.\d\d){ONE}en{ONE}\d)"
    rf"|{GAP}\({GAP}(?P<act>R{GAP}\d{{3,4}}){GAP}\))"
)
DOSSIER = re.compile(
    rf"(?<![\w.,+€$£/\u2010-\u2015\u2212-])(?<!\d:)(?<![€$£]{SP})(?P<dossier>{_DIGITS}){_SUFFIX}?"
)
"""A dossier with its suffix. Not inside a longer number, an amount, an e-mail or a code."""

NEXT_DOSSIER = re.compile(rf"{GAP}(?:/|,|en\b|&){GAP}(?P<dossier>{_DIGITS}){_SUFFIX}?")
"""A further dossier of the same paper: "28 638 en 29 861, nr. 12"."""

CANONICAL = re.compile(
    r"(?<![\w-])(?i:kst)-(?P<id>[1-9]\d{4}-(?:(?:R\d{3,4}|\d{2}|[A-Z]{1,5})-)?"
    r"(?:[1-9]\d{0,3}[a-z]?|[A-Z]{1,3}))(?![\w-])"
)

_N = rf"(?:[1-9]\d{{0,3}}[a-z]?(?![\w°º%])(?!{SP}\d{{3}}(?!\d))(?![.,:]\d)|[A-Z]{{1,2}}(?![\w’']))"
_MARK = r"(?P<mark>[Nn]r(?:s|en)?\b\.?|[Nn]os?\.|[Nn]ummers?\b|[Nn][°º])"
NUMBERED = re.compile(rf"{GAP}[,;:]?{GAP}{_MARK}{GAP}(?P<number>{_N})")
"""A number with its mark: ", nr. 12"."""

TITLED = re.compile(
    rf"(?P<title>{GAP}\([^()\d]{{1,80}}\){GAP},?|[^\d.;?!]{{1,120}}?){GAP}(?<!\w){_MARK}{GAP}"
    rf"(?P<number>{_N})"
)
"""A number somewhat later: "dossier 28 638 (title), nr. 12", "28 638 Title Nr. 12"."""

BEFORE_NUMBER = re.compile(
    r"(?:^|[(,:]|\b(?:onder|stuk|stukken|motie|moties|brief|amendement|verslag|kamerstuk"
    r"|kamerstukken|document|nota))\s*$",
    re.IGNORECASE,
)
"""What may stand before a later number, so that it is a paper and no table or house."""

DASHED = re.compile(rf"{GAP}{DASH}{SP}{{0,3}}(?P<number>{_N})(?!{DASH}\w|[/:]\d)")
TIGHT_DASHED = re.compile(rf"{DASH}{SP}{{0,3}}(?P<number>{_N})(?!{DASH}\w|[/:]\d)")
COMMA = re.compile(rf"{GAP},{GAP}(?P<number>{_N})(?!{GAP}{DASH}{GAP}\d)")

LIST_ITEM = re.compile(
    rf"{GAP}(?P<link>,|en\b|&|of\b|,{GAP}en\b){GAP}(?P<mark>nrs?\b\.?)?{GAP}(?P<number>{_N})"
)
RANGE = re.compile(
    rf"{GAP}(?P<link>{DASH}|t/m|tot{ONE}en{ONE}met){GAP}(?P<number>{_N})(?!{GAP}{DASH}{GAP}\d)"
)
PAGE = re.compile(
    rf"{GAP},?{GAP}(?:blz|pag|pp?|pagina)\.?{ONE}(?P<page>\d{{1,4}}(?:{GAP}{DASH}{GAP}\d{{1,4}})?)"
    r"(?!\d)"
)

YEAR = rf"(?P<y1>(?:19|20)\d\d){GAP}(?:/|{DASH}){GAP}(?P<y2>(?:(?:19|20)\d)?\d\d?)(?!\d)"
SESSION_WORD = rf"(?:verg(?:ader)?\.?{GAP}ja?a?r\.?|vj\.|zittingsjaar)"
HEAD_TOKEN = re.compile(
    rf"(?<!\w)(?:(?P<session>(?i:{SESSION_WORD}{GAP})?(?<!\d){YEAR})"
    rf"|(?P<chamber>(?:[Tt]weede|[Ee]erste){ONE}[Kk]amer(?:{ONE}der{ONE}Staten{DASH}Generaal)?"
    rf"|[Vv]erenigde{ONE}[Vv]ergadering|H?TK|H?EK)(?!\w)"
    rf"|(?P<kind>(?i:kamerstuk(?:ken)?(?:nummer|nr)?|(?:kamer)?dossier(?:{GAP}(?:nummer|nr))?|kst"
    rf"|parlementaire{ONE}stukken)(?!\w)\.?(?:{GAP}/?(?P<which>II|I)(?!\w))?))"
)
"""One word of what may stand before a dossier."""
HEAD_GAP = re.compile(rf"(?:{SP}|[,;:()/])*")

NOT_BEFORE = re.compile(
    r"(?:postbus|kenmerk|referentie|\bref\.?|telefoon|\btel\.?|\bfax|factuur\w*|bestelnummer"
    r"|zaaknummer|rolnummer|parketnummer|polis\w*|\bkvk\w*|\bbsn|\bisbn[\s\d]*|\bissn|\+\d[\s\d]*|\biban|rekening\w*"
    r"|\border\w*|klant\w*|artikel\w*|stcrt\.?[\s,\d]*|staatscourant[\s,\d]*|\beuro|\beur"
    r"|postcode|inschrijf\w*|registratie\w*|volgnummer|serienummer|certificaat\w*)"
    r"(?:nummer|nr\.?)?[\s:.(]*\Z",
    re.IGNORECASE,
)
UNIT_AFTER = re.compile(
    rf"{GAP}(?:%|procent|euro\b|miljoen|miljard|slachtoffers?|personen|mensen|kinderen|verdachten"
    r"|meldingen|km\b|uur\b|jaar\b|jarige|[A-Z]{2}\b)",
)
REVERSED = re.compile(
    rf"(?i:kamerstuk|stuk|motie|brief|amendement|verslag){GAP}(?:\(?{GAP})?nr\.?{ONE}"
    rf"(?P<number>{_N}){GAP}\)?{GAP}(?:van|in|uit|op){ONE}(?:het{ONE})?(?:(?:[Kk]amer)?dossier|[Kk]amerstuk)"
    rf"(?:{ONE}nr\.?|nummer)?{GAP}\Z"
)
"""The number before its dossier: "motie nr. 12 in dossier 28 638"."""
REVERSED_IN_BRACKETS = re.compile(
    rf"(?:(?i:stuk|motie|brief|amendement|verslag){ONE}nr\.?{ONE}(?P<number>{_N}){GAP}\({GAP}"
    rf"|nr\.?{ONE}(?P<kind_number>{_N}){GAP}\({GAP}(?i:kamerstuk(?:ken)?|dossier)(?:{ONE}II?)?"
    rf"{GAP},?{GAP})\Z"
)
"""The number before the dossier in brackets: "motie nr. 12 (28 638)"."""

CARRY = re.compile(rf"{GAP}(?:[;,]|en\b|alsmede\b|[;,]{GAP}en\b){GAP}")
"""What stands between two citations that share one head."""
