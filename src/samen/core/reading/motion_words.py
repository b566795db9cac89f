"""How a letter names a motion, its movers and the day on which it was tabled."""

import re
from itertools import takewhile

from samen.core.reading.lexicon import word_set

_PREFIX = r"(?:(?:[Vv]an|[Dd]er?|[Dd]en|[Tt]e[nr]?|['’]t|[Ee]l|[Aa]l|[Bb]en|[Oo]uld)\s+)*"
_PARTY = (
    r"(?:VVD|PvdA|CDA|D66|SP|PVV|GroenLinks(?:-PvdA)?|GL-PvdA|GL|ChristenUnie|CU|SGP|DENK|Volt|BBB"
    r"|NSC|FVD|JA21|BIJ1|PvdD|50PLUS|OSF|LPF)"
)
_OF_A_PARTY = (
    rf"(?:\s*\((?:D66|50PLUS|[A-Z][A-Za-zë+ -]{{1,40}})\)|,\s*{_PARTY}(?=,|\s+en\b|\s*\())?"
)
_SECOND = (
    r"(?:(?:(?<=-El|-Al|-De|-Te)|(?<=-Ben|-Van|-Den|-Ter|-Ten|-Der))\s+(?:de[rn]?\s+)?"
    r"[A-ZÀ-Þ][\w’'-]+)?"
)
"""The end of a double name whose second part is of two words: "Smit-El Fassi"."""
NAME = (
    rf"(?!{_PARTY}\b)(?:[A-Z]\.\s?){{0,4}}{_PREFIX}[A-ZÀ-Þ][\w’'-]*[a-zà-ÿ][\w’'-]*"
    rf"{_SECOND}{_OF_A_PARTY}"
)
JOIN = (
    r"(?:(?:\s+dienden?)?,?\s+(?:mede\s+)?namens\s+(?:de\s+leden\s+)?"
    r"|,\s+mede\s?(?:ondertekend|ingediend)\s+door\s+(?:de\s+leden\s+)?"
    r"|,\s+(?:te)?zamen\s+met\s+(?:de\s+leden\s+)?|,\s+samen\s+met\s+(?:de\s+leden\s+)?|,\s+(?:nu\s+)?met\s+de\s+leden\s+|\s*/\s*|,\s*(?:en\s+)?|\s+en\s+)"
    r"(?:(?:(?:het\s+)?lid|de\s+heer|mevrouw)\s+(?=[A-Zvtde]))?"
)
"""Between two names of movers."""
NAMES = rf"(?P<movers>{NAME}(?:{JOIN}{NAME})*)"
CUM_SUIS = r"(?P<cs>\s+(?:c\.?\s?s\b\.?|cum\s+suis\b|e\.a\.))?"
_FORMER = r"(?:(?:voormalige?|toenmalige?|oud-)\s*)?"
LEDEN = (
    rf"(?i:(?:het\s+)?{_FORMER}(?:Kamer|{_PARTY}-)?lid|(?:het\s+)?(?:raads|Staten)lid|de\s+(?:raads|Staten)leden|de\s+senator(?:en)?|Kamerlid|de\s+{_FORMER}(?:Kamer)?leden"
    r"|mevrouw|de\s+heer|de\s+heren)\s+"
)

_OF = r"\b(?:(?:[Ss]taten|[Rr]aads|[Kk]amer)m|[Mm])"
MENTION = re.compile(rf"{_OF}oties?\b|\bMOTIES?\b")
SEVERAL = re.compile(rf"{_OF}oties\b|\bMOTIES\b")
SINGLE = re.compile(rf"{_OF}otie\b")
MOVERS_AFTER = re.compile(
    rf"(?:-|\s+|\s*\()(?:(?:is\s+|zijn\s+)?(?:aangenomen|ingediend|voorgesteld|aanvaard)\s+)?"
    rf"(?:(?:van|door)\s+)?(?:{LEDEN})?{NAMES}{CUM_SUIS}"
)
NEXT_MOVERS = re.compile(
    rf"[^\w(]*(?:,|en|alsmede|alsook)\s+(?:(?:die\s+)?(?:van|door)\s+)?-?(?:{LEDEN})?{NAMES}{CUM_SUIS}"
)
"""Behind the number of one of several motions: the movers of the next."""
BARE_NUMBER = re.compile(
    r"(?:(?:\((?:[^()]{0,40}\b)?|\b(?:op\s+stuk|onder)\s+)nr\.\s*|\bonder\s+letter\s+)"
    r"(?P<number>[1-9]\d{0,3}|[A-Z]{1,2}\b)"
    r"(?:\s+(?:van|in|onder)\s+dossier\s+(?P<dossier>\d{2} ?\d{3}))?(?=\)|[^()\w][^()]*$|,)"
)
"""The number of a motion without its dossier."""
WITH_MEMBERS = re.compile(rf"\b(?:samen|tezamen|gezamenlijk)\s+met\s+{LEDEN}{NAMES}{CUM_SUIS}")
"""Members who move a motion with the one named first."""
MEMBERS = re.compile(rf"\b{LEDEN}{NAMES}{CUM_SUIS}")
LOOSE_MOVERS = re.compile(
    r"\b(?:(?<!\braad )(?<!gemeente )(?<!Staten )van|indieners?:?"
    rf"|(?:ingediend|voorgesteld|gedaan)\s+door)\s+(?:{LEDEN})?{NAMES}{CUM_SUIS}"
)
CO_SIGNED = re.compile(
    r"\bmede[\s-]?(?:onder-?\s?tekend|onder-?\s?tekenden?|ingediend|indienden?|ondersteund)\b",
    re.IGNORECASE,
)
SAME_MEMBER = re.compile(r"\b(?:het|de)zelfde\s+(?:lid|leden)\b")
ANAPHOR = re.compile(
    r"\b(?:de|deze|die|dezelfde|genoemde|eerdergenoemde|voornoemde|betreffende|aangenomen|"
    r"aanvaarde|bovengenoemde|bovenstaande|beide|eerstgenoemde|laatstgenoemde"
    r"|de\s+(?:eerste|tweede|derde|vierde|laatste)|alle)(?:\s+(?:twee|drie|vier|vijf|zes|genoemde))?\s+$",
    re.IGNORECASE,
)
TWO = re.compile(r"\b(?:beide|twee)\s+$", re.IGNORECASE)
ORDINAL = re.compile(
    r"\b(?:(?P<first>eerst(?:e|genoemde))|(?P<second>tweede)|(?P<third>derde)|(?P<fourth>vierde)"
    r"|(?P<last>laatst(?:e|genoemde)))\s+$",
    re.IGNORECASE,
)
"""Before "motie": which of those just named it is."""
NO_NAMES = word_set(
    "Kamer Kamers Kamerstuk Kamerstukken Tweede Eerste Uw Met De Het Een In Op Aan Dit Deze "
    "Indiener Indieners Ingediend Strekking Zaken Inhoud Nummer Stand Status Onderwerp Titel "
    "Omschrijving Datum Uitvoering Afgedaan "
    "Handelingen Aanhangsel Regering Nederland Daarmee Hiermee Voor Over Toezegging Europese "
    "Januari Februari Maart April Mei Juni Juli Augustus September Oktober November December"
)
PARTICLES = re.compile(_PREFIX)
TABLING = re.compile(
    r"\b(?:ingediend|voorgesteld|indiende|indienden|diende|dienden|voorstelde|stelde)\b",
    re.IGNORECASE,
)
TABLED_TOGETHER = re.compile(
    r"^[^.;()]{0,40}\bdie\s+(?:zij|hij|deze)\b[^.;()]{0,80}\b(?:indiende|voorstelde)\b",
    re.IGNORECASE,
)
"""Behind the word "motie": the member named before is a mover too."""
OTHER_DAY = re.compile(
    r"\b(?:aangenomen|aanvaard|verworpen|aangehouden|brief|rapport|advies|afgedaan|verslag|beantwoord\w*)"
    r"\b[^,;()]{0,40}$",
    re.IGNORECASE,
)
"""In front of a day on which something else was done than tabling."""
NOT_ITS_PAPER = re.compile(
    r"(?:\bbrief\b|\bbijlage\b|\bantwoorden\b)[^;]*$"
    r"|(?:\bter vervanging van\b|\bt\.\s?v\.\s?v\.)(?:(?!\bnr\.? ?\d)[^;])*$",
    re.IGNORECASE,
)
NOTE_OF_LETTER = re.compile(
    r"\b(?:brief|rapport|antwoord(?:en)?|verslag|evaluatie|\w*rapportage|\w*reactie)\s+van\s+[^.;]{0,30}$",
    re.IGNORECASE,
)
"""Before the mark of a note on a letter or a report that a motion is spoken of in."""
TABLED = re.compile(r"(?:\bingediend\b[^.;]{0,25}|\bvan|\bd\.d\.|\bop|[,(])\s*$", re.IGNORECASE)
TABLED_DURING = re.compile(r"\bingediend\s+(?:tijdens|bij|in)\b[^.;]*\bvan\s+$", re.IGNORECASE)
NOT_TABLED = re.compile(
    r"(?:\b(?:debat|brief|overleg|vergadering|commissie\w*|rapport|aangenomen|aanvaard|verworpen|"
    r"afgedaan|behandeling)\b[^;()]{0,40})$",
    re.IGNORECASE,
)
TABLED_LINE = re.compile(
    r"(?:ingediend(?:\s+op|:)|datum\s+(?:van\s+)?indiening:?)\s", re.IGNORECASE
)
TABLED_BEFORE = re.compile(
    r"^[^.;]{0,60}\b(?:ingediende|voorgestelde)"
    r"(?:\s+(?:en\s+)?(?:op\s+\d{1,2}\s+[a-z]+\s+\d{4}\s+)?[a-z]+){0,3}\s+$",
    re.IGNORECASE,
)
VOTED_BEHIND = re.compile(
    r"^(?! en\b)(?:(?!\bingediend|\bvoorgesteld)[^.;,]){0,40}"
    r"\b(?:aangenomen|aanvaard|verworpen|aangehouden|gestemd|in stemming)\b",
    re.IGNORECASE,
)
"""Behind the day of a vote, which is no day of tabling."""
TABLED_BEHIND = re.compile(
    r"^[^.;,]{0,40}\b(?:ingediend|indienden?|voorgesteld|voorstelden?)\b", re.IGNORECASE
)
"""Between a day and the word "motie", and behind a day: it is that of tabling."""
_STEM = 7
COMMON = word_set(
    """
    regering kabinet kamer minister ministerie ministeries gemeente gemeenten slachtoffer
    slachtoffers mensenhandel uitbuiting nederland nederlandse aanpak programma verzoekt verzoek
    verzoeken vraagt gevraagd aangenomen leden motie moties kamerstuk kamerstukken onderzoek
    mogelijk nemen worden zullen kunnen hebben waarin waarbij betere nieuwe tussen binnen
    """
)
"""Words that any two paragraphs of a letter may share."""


ON_SUBJECT = re.compile(
    r"\s+(?:(?:over|inzake|betreffende|rond|voor|tot|met\s+betrekking\s+tot)\s+(?P<about>[^.;:()]{5,80})"
    r"|['‘’“\"](?P<title>[^'’”\"]{5,80})['’”\"])"
)
"""Behind "de motie": what it is about, where it is not named."""


def surnames(names: str) -> tuple[str, ...]:
    """The names of movers apart, as they stand alone, up to the first word that is no name."""
    parted = re.split(JOIN, re.sub(rf"\s*\([^)]*\)|,\s*{_PARTY}(?=,|\s+en\b|$)", "", names))
    kept = [re.sub(r"^(?:[A-Z]\.\s?)+", "", name.strip()) for name in parted if name.strip()]
    kept = [*takewhile(_is_name, kept)]
    return tuple(name[0].upper() + name[1:] if name[0].isalpha() else name for name in kept)


def _is_name(name: str) -> bool:
    return PARTICLES.sub("", name, count=1).split()[0] not in NO_NAMES


def long_words(said: str) -> set[str]:
    """The longer words that tell what is spoken of, without those that all share."""
    return {word for word in re.findall(r"[a-zà-ÿ]{6,}", said.lower()) if word not in COMMON}


def telling(said: str) -> set[str]:
    """The begins of the longer words of what is said."""
    return {word[:_STEM] for word in long_words(said)}
