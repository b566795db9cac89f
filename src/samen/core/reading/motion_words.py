"""How a letter names a motion and its movers, and the words that tell where it stands."""

import re

from samen.core.reading.lexicon import word_set

_PREFIX = r"(?:(?:[Vv]an|[Dd]er?|[Dd]en|[Tt]e[nr]?|['’]t|[Ee]l|[Aa]l|[Bb]en)\s+)*"
NAME = rf"{_PREFIX}[A-Z][\w’'-]*[a-zà-ÿ][\w’'-]*(?:\s*\([A-Z][\w+ ]*\))?"
_NAMES = rf"(?P<movers>{NAME}(?:(?:\s*/\s*|,\s*(?:en\s+)?|\s+en\s+){NAME})*)"
_CUM_SUIS = r"(?P<cs>\s+c\.?\s?s\b\.?)?"
_LEDEN = r"(?i:het\s+(?:Kamer)?lid|de\s+(?:Kamer)?leden|mevrouw|de\s+heer|de\s+heren)\s+"

MENTION = re.compile(r"\b[Mm]oties?\b")
SEVERAL = re.compile(r"\b[Mm]oties\b")
MOVERS_AFTER = re.compile(
    rf"(?:-|\s+|\s*\()(?:(?:is\s+|zijn\s+)?(?:aangenomen|ingediend|voorgesteld|aanvaard)\s+)?"
    rf"(?:(?:van|door)\s+)?(?:{_LEDEN})?{_NAMES}{_CUM_SUIS}"
)
MEMBERS = re.compile(rf"\b{_LEDEN}{_NAMES}{_CUM_SUIS}")
LOOSE_MOVERS = re.compile(rf"\b(?:van|door)\s+(?:{_LEDEN})?{_NAMES}{_CUM_SUIS}")
SAME_MEMBER = re.compile(r"\b(?:het|de)zelfde\s+(?:lid|leden)\b")
ANAPHOR = re.compile(
    r"\b(?:de|deze|die|dezelfde|genoemde|eerdergenoemde|voornoemde|betreffende|aangenomen|"
    r"aanvaarde|bovengenoemde|bovenstaande|beide)\s+$",
    re.IGNORECASE,
)
NO_NAMES = word_set(
    "Kamer Kamers Kamerstuk Kamerstukken Tweede Eerste Uw Met De Het Een In Op Aan Dit Deze "
    "Handelingen Aanhangsel Regering Nederland Daarmee Hiermee Voor Over Toezegging Europese "
    "Januari Februari Maart April Mei Juni Juli Augustus September Oktober November December"
)
NOT_ITS_PAPER = re.compile(
    r"(?:\bbrief\b|\bter vervanging van\b|\bt\.\s?v\.\s?v\.|\bbijlage\b|\bantwoorden\b)[^;]*$",
    re.IGNORECASE,
)
TABLED = re.compile(r"(?:\bingediend\b[^.;]{0,25}|\bvan|\bd\.d\.|\bop|[,(])\s*$", re.IGNORECASE)
TABLED_DURING = re.compile(r"\bingediend\s+(?:tijdens|bij|in)\b[^.;]*\bvan\s+$", re.IGNORECASE)
NOT_TABLED = re.compile(
    r"(?:\b(?:debat|brief|overleg|vergadering|commissie\w*|rapport|aangenomen|aanvaard|verworpen|"
    r"afgedaan|behandeling)\b[^;()]{0,40})$",
    re.IGNORECASE,
)
SETTLED = re.compile(
    r"\bafgedaan\b|\bafgehandeld\b"
    r"|\bals\s+(?:uitgevoerd|voldaan|afgerond)\b[^.;]{0,40}\b(?:aangemerkt|beschouwd?|gezien)\b"
    r"|\bbeschouw\w*\b[^.;]{0,90}\bals\s+(?:uitgevoerd|voldaan|afgerond)\b"
    r"|\b(?:hiermee|daarmee)\b[^.;]{0,60}\bmoties?\b[^.;]{0,40}\b(?:is|zijn)\s+uitgevoerd\b"
    r"|\b(?:hiermee|daarmee)\b[^.;]{0,20}\b(?:is|zijn)\b[^.;]{0,40}\bmoties?\b[^.;]{0,60}\buitgevoerd\b",
    re.IGNORECASE,
)
UNSETTLED = re.compile(
    r"\b(?:nog\s+niet|niet|nog\s+geen|pas|zal|zullen|kan\s+pas|zou)\b[^;]{0,60}"
    r"\b(?:afgedaan|afgehandeld)\b",
    re.IGNORECASE,
)
IN_PROGRESS = re.compile(
    r"\b(?:(?:invulling|uitvoering|gevolg|opvolging|gehoor)\s+(?:aan\s+)?(?:te\s+)?(?:gegeven|geven|geef|geeft)"
    r"|(?:geef|geeft|geven)\b[^.;]{0,60}\b(?:invulling|uitvoering|gevolg|opvolging)"
    r"|(?:mede\s+)?(?:ter|tot)\s+(?:uitvoering|invulling|opvolging)\s+van"
    r"|in\s+(?:het\s+)?kader\s+van|in\s+lijn\s+met|conform|naar\s+aanleiding\s+van"
    r"|mee\s+bezig|in\s+uitvoering|wordt\s+(?:nu\s+)?(?:uitgevoerd|opgepakt|betrokken|meegenomen)|voldaan"
    r"|loopt\s+nog|in\s+behandeling)\b",
    re.IGNORECASE,
)
WORKED_ON = re.compile(
    r"\b(?:hierop|hieraan|hiertoe|hiermee|daartoe|daarmee|daaraan|daarop|in\s+d(?:it|at)\s+kader|"
    r"in\s+vervolg\s+(?:hier|daar)op|daarvoor|daarover|(?:dit|dat)\s+verzoek|inmiddels|thans|"
    r"naar\s+aanleiding\s+(?:hier|daar)van|die\s+onderhandelingen|aan\s+(?:beide|deze|die))\b",
    re.IGNORECASE,
)
STALLED = re.compile(
    r"\bnog\s+(?:geen|niet|in\s+gesprek|met)\b|\bberaad\b|\boverweg\w*|\bverworpen\b|\bontraden\b|"
    r"\baangehouden\b|\bingetrokken\b|\bin\s+afwachting\b",
    re.IGNORECASE,
)
"""Words that say that nothing has been done yet."""
