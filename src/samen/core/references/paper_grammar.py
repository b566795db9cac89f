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
    rf"|{DASH}(?<=501.)(?P<part>\d{{2}})(?={GAP},|{ONE}nr|{DASH}\d|{ONE}en{ONE}\d)"
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
_MARK = (
    rf"(?P<mark>[Nn]r(?:s|en)?\b\.?|[Nn]os?\.|[Nn]o(?={ONE}\d)|[Nn]ummers?\b|[Nn][°º]"
    rf"|[Ll]etters?(?={ONE}[A-Z]{{1,2}}\b))"
)
NUMBERED = re.compile(rf"{GAP}[,;:/]?{GAP}{_MARK}{GAP}(?P<number>{_N})")
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
LISTED = re.compile(
    rf"(?:{GAP},{GAP}[1-9]\d{{0,3}}(?!\w)){{1,8}},?{GAP}(?:en|&){GAP}[1-9]\d{{0,3}}{GAP}"
    r"(?:[).;]|\Z)"
)
"""The further numbers of a list that begins with one "nr.": ", 13 en 14)"."""
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
    r"(?:postbus|kenmerk|referentie|\bref\.?|telefoon|\btel\.?|\bfax|\bkvk\w*|\bbsn"
    r"|\bisbn[\s\d]*|\bissn|\+\d[\s\d]*|\biban"
    r"|\b(?:stcrt|stb|trb|pb)\.?[\s,\d]*|(?:staatscourant|\w{0,12}blad)[\s,\d]*|\beuro|\beur"
    r"|postcode|koophandel|\w{2,20}(?<!stuk)nummers?|handelingen[^;)]{0,30})"
    r"(?:nummer|nr\.?)?[\s:.(]*\Z"
    r"|(?:polis|rekening|\border|klant|artikel|inschrijf|registratie|certificaat)\w*[\s:.]*\Z",
    re.IGNORECASE,
)
"""What numbers something else; "Kamerstuknummer" and "dossiernummer" are heads of a paper."""
OTHER_BEFORE = re.compile(
    r"\b(?:(?:raads|college|gemeente|provinci|waterschaps|project|contract)\w*"
    r"|bestelling|factuur|zaak|perceel|sectie|schaal|lot|vergunning|aanbesteding|document|klacht"
    r"|verzoek|resolutie|agendapunt|huisnummers?|publicatie|\w*rapport|\w*besluit|\w*beschikking"
    r"|(?-i:(?!NR|BRIEF|MOTIE)[A-Z]{2,5}))"
    rf"(?:{SP}(?:met|onder))?(?:{SP}(?:nummer|nr\.?|no\.?))?:?{GAP}\Z",
    re.IGNORECASE,
)
"""What else is numbered in this way, right before a number that nothing calls a paper."""
OTHER_AFTER = re.compile(
    rf"{GAP}(?:van|bij){ONE}(?:(?:de|het|ons|uw){ONE})?(?:gemeente|college|rechtbank|[A-Z]{{2,5}}\b"
    r"|B&W|bureau|burgemeester)"
)
"""Whose it is, right behind a number that nothing calls a paper: no house of Parliament's."""

_COUNTED = (
    r"procent|euro\b|miljoen|miljard|slachtoffers?|personen|mensen|kinderen|verdachten|meldingen"
)
COUNTED = re.compile(rf"{GAP}(?:%|{_COUNTED})")
"""What makes a number that looks like a dossier a count."""
UNIT_AFTER = re.compile(
    rf"{GAP}(?:%|{_COUNTED}|km\b|uur\b|jaar\b|jarige|[A-Z]{{2}}\b|(?:januari|februari|maart|april"
    r"|mei|juni|juli|augustus|september|oktober|november|december)\b|stukken|bijlagen|brieven"
    r"|moties|vragen|documenten|pagina|bladzijden|leden)"
)
_OF_DOSSIER = (
    rf"{GAP}\)?{GAP}(?:van|in|uit|op|bij){ONE}(?:het{ONE})?"
    rf"(?:(?:[Kk]amer)?dossier|[Kk]amerstuk)(?:{ONE}nr\.?|nummer)?{GAP}\Z"
)
REVERSED = re.compile(
    rf"(?i:kamerstuk|stuk|motie|brief|amendement|verslag|onder){GAP}(?:\(?{GAP}|met{ONE})?"
    rf"(?:nr\.?|nummer){ONE}(?P<number>{_N}){_OF_DOSSIER}"
)
"""The number before its dossier: "motie nr. 12 in dossier 28 638"."""
REVERSED_MANY = re.compile(
    rf"(?i:(?:kamer)?stukken|moties|brieven|amendementen|verslagen|onder){GAP}"
    rf"(?:\(?{GAP}|met{ONE}(?:de{ONE})?)?(?P<numbers>(?i:nrs\.?|nummers){ONE}{_N}"
    rf"(?:{GAP}(?:,|en\b|&|{DASH}|t/m|tot{ONE}en{ONE}met){GAP}{_N}){{1,8}}){_OF_DOSSIER}"
)
"""Numbers before their dossier: "moties met de nrs. 12 – 14 en 16 in dossier 28 638"."""
REVERSED_IN_BRACKETS = re.compile(
    rf"(?:(?i:stuk|motie|brief|amendement|verslag){ONE}(?:met{ONE})?(?:nr\.?|nummer){ONE}"
    rf"(?P<number>{_N}){GAP}\({GAP}"
    rf"|nr\.?{ONE}(?P<kind_number>{_N}){GAP}\({GAP}(?i:kamerstuk(?:ken)?|dossier)(?:{ONE}II?)?"
    rf"{GAP},?{GAP})\Z"
)
"""The number before the dossier in brackets: "motie nr. 12 (28 638)"."""

CARRY = re.compile(rf"{GAP}(?:[;,]|en\b|alsmede\b|[;,]{GAP}en\b){GAP}")
"""What stands between two citations that share one head."""
