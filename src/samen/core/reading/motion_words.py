"""How a letter names a motion and its movers, and the words that tell where it stands."""

import re
from itertools import takewhile

from samen.core.reading.lexicon import word_set

_PREFIX = r"(?:(?:[Vv]an|[Dd]er?|[Dd]en|[Tt]e[nr]?|['’]t|[Ee]l|[Aa]l|[Bb]en)\s+)*"
_PARTY = (
    r"(?:VVD|PvdA|CDA|D66|SP|PVV|GroenLinks(?:-PvdA)?|GL-PvdA|GL|ChristenUnie|CU|SGP|DENK|Volt|BBB"
    r"|NSC|FVD|JA21|BIJ1|PvdD|50PLUS|OSF|LPF)"
)
_OF_A_PARTY = (
    rf"(?:\s*\((?:D66|50PLUS|[A-Z][A-Za-zë+ -]{{1,40}})\)|,\s*{_PARTY}(?=,|\s+en\b|\s*\())?"
)
NAME = rf"(?!{_PARTY}\b)(?:[A-Z]\.\s?){{0,4}}{_PREFIX}[A-ZÀ-Þ][\w’'-]*[a-zà-ÿ][\w’'-]*{_OF_A_PARTY}"
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
_LIGHT = (
    r"(?:(?:ook|hiermee|daarmee|inmiddels|reeds|al|thans|nu|volledig|geheel|dus|daarom|derhalve|"
    r"wat\s+mij\s+betreft|naar\s+(?:(?:mijn|ons)\s+(?:oordeel|mening)|tevredenheid)|dan|zo|hierdoor|"
    r"(?:in|op|per|sinds)\s+(?:\d{1,2}\s+)?(?:(?:[a-z]+\s+)?(?:19|20)\d\d|[a-z]+(?:\s+jl\.)?))"
    r"\s+){0,4}"
)
_DONE = (
    r"(?:uitgevoerd|afgerond|voltooid|tot\s+uitvoering\s+gebracht|ten\s+uitvoer\s+(?:gelegd|gebracht)|ingelost|gerealiseerd"
    r"|nagekomen|afgewikkeld|ingewilligd|vervuld|geïmplementeerd)"
)
_OWN = r"(?:(?!\b(?:is|zijn|wordt|worden|heeft|hebben|waar\w*)\b)[^;]){0,120}"
"""Words that go on about the motion itself, without a second finite verb."""
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
SETTLED = re.compile(
    r"\bmoties?\b[^;.]{0,60}\bgestand\b|\bmoties?\b[^;.]{0,60}\bafgevoerd\b|"
    rf"\bnr\.? \d{{1,4}}\)?[\s|,:–-]+(?:{_DONE}|voldaan)\b"
    r"|\bafgedaan\b|\bafgehandeld\b"
    rf"|\bals\s+(?:{_DONE}|voldaan)\b[^.;]{{0,40}}"
    r"\b(?:aangemerkt|beschouwd?|gezien|beschouwen|aanmerken|zien)\b"
    r"|\b(?:beschouw|merk|zie)\w*\b[^.;]{0,120}\bals\s+"
    rf"(?:{_DONE}|voldaan)\b"
    r"|\b(?:hiermee|daarmee|hierdoor|met\s+(?:deze|dit|die|dat))\b[^.;]{0,60}\bvoldoe[tn]?\b"
    rf"|\bacht\w*\s+(?:ik|wij|het\s+kabinet)\b[^;]{{0,120}}\b(?:voldaan|{_DONE})\b"
    rf"|\b(?:ik|wij|het\s+kabinet)\s+acht(?:en)?\b[^;]{{0,120}}\b(?:voldaan|{_DONE})\b"
    r"|\b(?:doe|doet|doen)\s+(?:ik|wij|we|het\s+kabinet|de\s+regering)?\b[^;]{0,120}"
    r"\bmoties?\b[^;]{0,120}\saf\s*(?:[.,;]|$)"
    r"|\bmoties?\b[^;]{0,120}\b(?:doe|doen)\s+(?:ik|wij|we)\b[^;]{0,40}\saf\s*(?:[.,;]|$)"
    r"|\b(?:(?:doe|doen)\s+(?:ik|wij|we)|(?:ik|wij|we)\s+(?:doe|doen))\s+(?:deze|haar|hem|die)\b[^;]{0,60}\saf\s*(?:[.,;]|$)"
    r"|\b(?:hiermee|daarmee|hierdoor|met\s+(?:deze|dit|die|dat|het|de))\b[^;]{0,160}\bvoldaan\b"
    r"|\bmoties?\b[^;]{0,120}\b(?:is|zijn|heb|hebben)\s+(?:ik\s+|wij\s+)?"
    rf"{_LIGHT}voldaan\b"
    r"|\b(?:is|heb|hebben)\s+(?:ik\s+|wij\s+)?"
    rf"{_LIGHT}voldaan\s+aan\b"
    r"|\b(?:aan\s+(?:dit|dat|deze|die|het)\s+(?:verzoek|motie|oproep|wens)\w*|(?:hier|daar)aan)\b"
    r"[^;]{0,60}\bvoldaan\b"
    r"|\bmoties?\b[^;]{0,120}\b(?:is|zijn|heb\s+ik|hebben\s+wij)\s+"
    rf"{_LIGHT}{_DONE}\b"
    rf"|\b(?:is|zijn)\s+{_LIGHT}(?:de|deze|die|beide)\s+moties?\b{_OWN}\b{_DONE}\b"
    r"|\b(?:hiermee|daarmee)\b[^.;]{0,60}\bmoties?\b[^.;]{0,40}\b(?:is|zijn)\s+uitgevoerd\b",
    re.IGNORECASE,
)
_SETTLED_TOO = re.compile(
    rf"\b(?:ik|wij|we|het\s+kabinet|het\s+college)\s+(?:heb|hebben|heeft)\s+{_LIGHT}"
    rf"(?:de|deze|die|beide)\s+moties?\b{_OWN}\b(?:{_DONE}|afgedaan)\b"
    rf"|\bmoties?\b[^;.]{{0,120}}\(\s*(?:afgedaan|{_DONE})\s*\)"
    rf"|\bmoties?\b{_OWN}\b(?:is|zijn)\s+(?:met|bij|door|via|in)\s+(?:de|mijn|onze|het|deze|dit)\s+"
    rf"[^;.]{{1,60}}\b(?:{_DONE}|voldaan)\b"
    r"|\b(?:hiermee|daarmee|hierdoor|met\s+(?:deze|dit|die|dat|het|de)\b[^;.]{0,60}?)\s+"
    r"(?:is|zijn|heb\s+ik|hebben\s+wij|heeft\s+het\s+kabinet)\b[^;.]{0,120}"
    r"\b(?:uitvoering|invulling|gevolg|gehoor)\b[^;.]{0,120}\bgegeven\b"
    r"|\b(?:hiermee|daarmee)\b[^;.]{0,60}\bte\s+hebben\s+(?:gegeven|uitgevoerd|afgedaan|voldaan)\b"
    rf"|^\W*(?:deze|zij)\s+is\s+(?:hiermee|daarmee|inmiddels)\s+{_LIGHT}{_DONE}\b"
    rf"|(?:^|[.;:]\s+)moties?\s+{_DONE}\s*(?:[.;]|$)"
    r"|\bvan\s+de\s+lijst\b(?:\s+(?:worden\s+)?(?:af|afgevoerd|gehaald|geschrapt|verdwijnen)\b|\W*$)"
    rf"|^\W*(?:\d+\W+)?moties?\b[^;.]{{0,160}}:\s*(?:volledig\s+)?(?:{_DONE}|voldaan)\b",
    re.IGNORECASE,
)

_ROW_END = r"(?:\W*(?:\d{1,3}\W*)?$|[;:,]\s)"
_SETTLED_CELL = r"(?:[Aa]fgedaan|[Aa]fgehandeld|[Uu]itgevoerd|[Aa]fgerond|[Vv]oldaan)"
ROW_SETTLED = re.compile(
    rf"[\s|](?:Afgedaan|Afgehandeld|Uitgevoerd|Afgerond|Voldaan){_ROW_END}|\| ?{_SETTLED_CELL}\W*$"
)
ROW_RUNS = re.compile(
    rf"[\s|](?:Loopt|Lopend|In uitvoering|In behandeling|Onderhanden|Gestart|Opgepakt){_ROW_END}"
    r"|\| ?(?:loopt|lopend|onderhanden|gestart|opgepakt)\W*$"
)
"""The last cell of a row of motions: where one stands."""

_BETWEEN = re.compile(r"(\b(?:is|zijn|heb)), [^,;.]{3,80},", re.IGNORECASE)
"""A clause set between an auxiliary and its verb: "is, nu het geld er is, uitgevoerd"."""


_ASKING = re.compile(r", (?:die|waarin|waarmee)\b[^;.]{3,180}, (?=(?:is|zijn)\b)", re.IGNORECASE)
"""What a motion asks, between its name and where it stands: ", die vroeg om koks, is"."""


def settles(said: str) -> bool:
    """Whether words say that what they speak of is settled."""
    said = _BETWEEN.sub(r"\1", _ASKING.sub(" ", said))
    if UNSETTLED.search(said):
        return False
    return any(form.search(said) for form in (SETTLED, _SETTLED_TOO, ROW_SETTLED))


UNSETTLED = re.compile(
    r"\bafgedaan\s+(?:zal|zullen)\b"
    r"|(?:\b(?:nog\s+niet|niet|nog\s+geen|pas|zal|zullen|kan\s+pas|zou|zodra|verwacht|deels"
    r"|gedeeltelijk|grotendeels|ten\s+dele|voor\s+een\s+deel)\b|^\W*(?:daarna|dan|vervolgens)\b)[^;]{0,80}"
    r"\b(?:afgedaan|afgehandeld|uitgevoerd|voldaan|afgerond|gegeven|van\s+de\s+lijst)\b|\bzodra\b[^;]*\saf\s*[.,;]"
    r"|\b(?:wanneer|of|hoe)\b[^;.]{0,30}\bmoties?\b[^;]{0,80}\b(?:uitgevoerd|afgedaan)\b"
    r"|\b(?:na|bij)\s+(?:de\s+|het\s+)?(?:afronding|inwerkingtreding|publicatie|verschijnen|vaststelling|ommekomst"
    r"|invoering|oplevering|ontvangst|verzending|afloop)\b[^;]*\b(?:beschouw|acht|merk|kan|doe)\w*\b",
    re.IGNORECASE,
)
_TAKE_UP = r"(?:uitvoeren|oppakken|verwerken|meenemen|betrekken|opnemen|invullen|uitwerken)"
_GIVE = r"(?:invulling|uitvoering|gevolg|opvolging|gehoor)"
IN_PROGRESS = re.compile(
    rf"\b(?:begin|aanvang)\s+(?:mee\s+)?gemaakt\b|\b(?:{_GIVE}\s+(?:aan\s+)?(?:te\s+)?(?:gegeven|geven|geef|geeft)"
    r"|(?:geef|geeft|geven)\b[^;]{0,120}\b(?:invulling|uitvoering|gevolg|opvolging|gehoor)"
    r"|(?:mede\s+)?(?:ter|tot)\s+(?:uitvoering|invulling|opvolging)\s+van"
    r"|in\s+(?:reactie|vervolg|aansluiting)\s+op|in\s+navolging\s+van"
    r"|(?:deels|gedeeltelijk|grotendeels|ten\s+dele)\s+(?:uitgevoerd|afgedaan|voldaan|ingevuld)"
    r"|aan\s+(?:de|deze|die)\s+motie\b[^;]{0,80}\bwordt\s+(?:\w+\s+){0,2}gewerkt"
    r"|wordt\s+(?:\w+\s+){0,2}gewerkt|aan\s+het\s+werk|doorgeleid|verloopt|onder\s+de\s+aandacht"
    r"\s+gebracht|voornemens|\b(?:dat|dit)\s+(?:doe|doen)\s+(?:ik|wij|we)"
    r"|moties?\b[^;.]{0,120}\b(?:loopt|lopen)(?=\s*(?:[.;,]|$|en\b))"
    r"|krijgt\s+een\s+pl(?:ek|aats)|vindt\b[^;.]{0,40}\boverleg|gesproken\s+met"
    r"|uitvoering\b[^;.]{0,60}\b(?:vertraagd|vertraging|meer\s+tijd)|loopt\s+mee"
    r"|geleid\s+tot|in\s+handen\s+(?:gelegd|gegeven)|krijgt\b[^;.]{0,20}\bbeslag"
    r"|voor\s+de\s+uitvoering\s+van\b[^;]{0,120}\b(?:heb|is|zijn|wordt|trek)"
    r"|geef\s+ik\b[^;.]{0,20}\bvorm|overleg\s+gaande"
    r"|te\s+hebben\s+(?:uitgevoerd|afgedaan|voldaan)|(?:werk|zoek)\s+ik\b[^;]{0,120}\suit"
    r"|gevraagde?\b[^;.]{0,120}\b(?:loopt|lopen)|(?:heb|hebben)\b[^;.]{0,20}\bmoties?\b[^;.]{0,120}"
    r"(?:voorgelegd|doorgeleid|overgebracht|besproken|neergelegd)|:\s*(?:loopt|lopend)"
    r"|\bnr\.? \d{1,4}\)?[\s|,:–-]+(?:loopt|lopend|gestart|opgepakt|onderhanden|in voorbereiding)"
    r"|(?!ligt\s+(?:nog\s+|nu\s+)?bij\s+(?:u|mij|ons)\b)(?:ligt|voorgelegd)\b[^;.]{0,40}\bbij\b|moties?\b[^;.]{0,60}\b(?:is|zijn)\s+(?:\w+\s+){0,2}"
    r"(?:opgepakt|gestart|ingezet|ingevuld|voorgelegd|meegenomen|verwerkt)"
    r"|uitvoering\b[^;.]{0,60}\b(?:gestart|begonnen|ingezet|belegd)"
    r"|in\s+(?:het\s+)?kader\s+van|in\s+lijn\s+met|conform|naar\s+aanleiding\s+van"
    r"|als\s+afgedaan\s+zal\s+beschouwen|in\s+(?:de\s+)?praktijk\s+te\s+brengen|(?:is|zijn)\s+in\s+gesprek\s+met"
    r"|mee\s+bezig|in\s+uitvoering|aan\s+de\s+slag"
    r"|uitvoering\b[^;.]{0,60}\b(?:wordt|is|zijn|zal|zullen)\b[^;.]{0,40}\b(?:gewerkt|gestart|begonnen"
    r"|ingezet|voorbereid)|uitvoering\b[^;.]{0,40}\bloopt|wordt\s+gewerkt\s+aan"
    r"|(?:(?:ben|zijn)\s+(?:ik|wij)|(?:ik|wij)\s+(?:ben|zijn))\b[^;]{0,60}(?<!nog\s)in\s+gesprek"
    r"|(?:ik|wij)\s+ne(?:em|men)\b[^;]{0,60}\bmee"
    r"|(?<!kan )(?<!kunnen )word(?:t|en)\s+(?:\w+\s+){0,6}(?:uitgevoerd|opgepakt|betrokken"
    r"|meegenomen|uitgewerkt)|voldaan"
    r"|(?:zal|zullen|ga|gaan)\s+(?:ik|wij|het\s+kabinet)\s+(?:\w+\s+){0,4}"
    rf"{_TAKE_UP}"
    rf"|moties?\b[^;]{{0,120}}\b(?:zal|zullen|ga|gaan)\s+(?:\w+\s+){{0,4}}{_TAKE_UP}"
    rf"|(?:zal|zullen|ga|gaan)\b[^;.]{{0,60}}\bmoties?\b[^;]{{0,80}}\b{_TAKE_UP}"
    r"|voer(?:en)?\s+(?:ik|wij|we|het\s+kabinet)\b[^;]{0,120}\suit|voer(?:t|en)?\b[^;]{0,60}\s"
    r"(?:de|deze|die)\s+moties?\b[^;]{0,120}\suit"
    r"|(?:ter\s+hand|in\s+gang|in\s+werking)\s+(?:genomen|gezet)|(?:werk|werken)\s+(?:ik|wij)\s+aan"
    r"|(?:kom|komt|komen)\b[^;]{0,60}\btegemoet|tegemoet(?:gekomen|\s+te\s+komen)"
    r"|(?:(?:ben|zijn|is)\s+(?:ik|wij|het\s+kabinet)|(?:ik|wij)\s+(?:ben|zijn))\s+"
    r"(?:\w+\s+){0,3}(?:begonnen|gestart|bezig)"
    r"|neem\s+ik\b[^;]{0,60}\bmee|betrek\s+ik|pak\s+ik\b[^;]{0,60}\bop"
    r"|(?:mede\s+)?dankzij|ertoe\s+geleid|(?:mede\s+)?op\s+verzoek\s+van|met\s+het\s+oog\s+op"
    r"|zoals\s+(?:gevraagd|verzocht)|neergelegd\s+bij|waar(?:\s+(?:de|deze))?\s+moti\w+[^;.]{0,60}\bom\s"
    r"|over\s+(?:de\s+)?uitvoering\b[^;.]{0,30}\b(?:spreek|overleg|spreken)"
    r"|loopt\s+nog|in\s+behandeling"
    r"|(?:breng|leg|geef|agendeer|bespreek|verwerk|vertaal|werk|bereid|verken|onderzoek)(?:t|en)?"
    r"\s+(?:ik|wij|we|het\s+kabinet)\b(?:(?!\b(?:niet|geen)\b)[^;.]){0,120}"
    r"\b(?:in|voor|vorm|uit|door|bij|aan|of|naar))\b",
    re.IGNORECASE,
)
NOT_YET = re.compile(
    r"\b(?:nog\s+(?:niet|geen)|niet|geen|pas)\b[^.;,]{0,50}"
    r"\b(?:gegeven|geven|begonnen|gestart|bezig|voldaan|genomen|gezet|uitgevoerd|opgepakt|in\s+behandeling)$",
    re.IGNORECASE,
)
"""Words in front of a word of work that say that it has not begun."""
NEXT_MOTION = re.compile(
    r"[;:]\s|,\s+(?:maar|terwijl|en\s+)?\s*(?:(?:is|zijn|wordt|worden)\s+)?(?=(?:de|aan\s+de|met\s+de|voor\s+de|over\s+de)\s+moties?\b)"
    r"|,\s+(?:maar|terwijl)\s",
    re.IGNORECASE,
)
"""Where one motion of a sentence ends and the next begins."""
WORKED_ON = re.compile(
    r"\b(?:hiernaar|daarnaar|op\s+dit\s+moment|momenteel|voorbereidingen|hierop|hieraan|hiertoe|hiervoor|hiermee|daartoe|daarmee|daaraan|daarop|in\s+d(?:it|at)\s+kader|"
    r"in\s+vervolg\s+(?:hier|daar)op|daarvoor|daarover|(?:dit|dat)\s+verzoek|inmiddels|thans|"
    r"(?:uitkomst|resulta)\w+\s+(?:\w+\s+){0,6}(?:stuur|sturen|zenden|ontvangt)|"
    r"naar\s+aanleiding\s+(?:hier|daar)van|die\s+onderhandelingen|aan\s+(?:beide|deze|die))\b",
    re.IGNORECASE,
)
WORK = re.compile(
    r"\b(?:in\s+overleg|overleg\w*|gesproken|gesprekken|verken\w+|onderzoek\w*|onderzocht|opdracht"
    r"|voorbereid\w*|proef|pilot|in\s+ontwikkeling|ontwikkel\w+|uitgewerkt|gestart|van\s+start"
    r"|uitgezet|geopend|opgericht|ingericht|ingesteld|gepubliceerd|verzonden|aangepast|opgenomen|verwerkt"
    r"|ingediend|in\s+consultatie)\b",
    re.IGNORECASE,
)
"""Words of work behind the sentence of a motion, unless they repeat what it asks."""
ASKS = re.compile(
    r"\b(?:verzoekt|verzoeken|verzocht|vraagt|vragen|gevraagd\s+om|roept\b.*\bop|oproep)\b",
    re.IGNORECASE,
)
NOT_BEGUN = re.compile(
    r"\bnog\s+(?:niet|geen)\s+(?:\w+\s+)?(?:gestart|begonnen|opgepakt|aangevangen|begin|start)\b",
    re.IGNORECASE,
)
REFUSED = re.compile(
    r"\bvoer(?:en|t)?\b[^;.]{0,120}\bniet\s+uit\b|\bniet\s+(?:uitvoeren|overnemen)\b"
    r"|\bgeen\s+(?:uitvoering|gevolg|invulling|opvolging)\b|,\s+zodra\b"
    r"|\b(?:kabinets)?formatie\b|\b(?:volgend|nieuw)\s+kabinet\b|\bverworpen\b|\bingetrokken\b"
    r"|\baangehouden\s+moties?\b|\bmoties?\b[^.;]{0,120}\b(?:is|zijn|werd)\b[^.;]{0,40}\baangehouden\b"
    r"|\bkan\s+(?:eerst|pas)\s+(?:\w+\s+){0,2}(?:gevolg|uitvoering|begin)\b",
    re.IGNORECASE,
)
"""Words of the motion's own sentence that say that nothing is done, or not now."""
STALLED = re.compile(
    r"\bopgeschort\b|\bnog\s+(?:geen|niet|niets\s+(?:besloten|gedaan|bekend)|in\s+gesprek|met)\b|\bberaad\b|\boverweg\w*|\bverworpen\b|\bontraden\b(?![^.;]*\baangenomen\b)|"
    r"\bgeen\s+(?:mogelijkhe\w+|aanleiding|reden|ruimte|noodzaak|plannen|standpunt|begin)\b|"
    r"\bbesluit\s+\w+\s+laat\b[^.;]{0,40}\b(?:volgend|nieuw)\s+kabinet\b|\bniet\s+(?:\w+\s+)?(?:mogelijk|wenselijk|uitvoerbaar|haalbaar|nodig|over(?:nemen)?)\b|"
    r"\b(?:komt|komen)\s+er\s+(?:\w+\s+)?niet\b|"
    r"\bontbre(?:ekt|ken)\b|\bgeen\s+(?:middelen|dekking|geld|besluit)\b|\baangehouden\b|\bingetrokken\b|\bin\s+afwachting\b"
    r"|\bbegin\w*\s+er\s+pas\b|\bpas\s+(?:op|aan)\s+als\b|\bpak\w*\s+\w+\s+pas\s+op\b",
    re.IGNORECASE,
)
"""Words that say that nothing has been done yet."""

PARTLY = re.compile(
    rf"\bnog\s+niet\s+(?:volledig|geheel|helemaal)\s+(?:{_DONE}|afgedaan|voldaan)\b", re.IGNORECASE
)
HEAD_SETTLED = re.compile(
    r"\b(?:afgedane|uitgevoerde|afgeronde|afgehandelde)\s+(?:\w+\s+)?moties\b", re.IGNORECASE
)
HEAD_RUNS = re.compile(r"\blopende\s+(?:\w+\s+)?moties\b|\bmoties\s+in\s+uitvoering\b", re.I)
"""Headings over motions that stand alike."""
REPORTS = re.compile(
    r"\b(?:terugkomen|terug\s+te\s+komen|kom(?:t|en)?\b[^;.]{0,60}\bterug)\b", re.IGNORECASE
)
"""A sentence that only says that the House will hear of it tells of no work."""
OTHER_DEBT = re.compile(
    r"\b(?:toezegging\w*|aanbeveling\w*|amendement\w*|wetsvoorstel\w*)\b", re.IGNORECASE
)
"""What else may be settled than a motion."""
STATE = re.compile(
    r"(?:status|stand(?:\s+van\s+zaken)?|uitvoering|voortgang|stavaza)\s*(?::|$)", re.IGNORECASE
)
"""The label before where a motion stands."""
BACK = re.compile(
    r"(?:(?:hier|daar)(?:aan|mee|op|toe|voor|in|over|naar)|inmiddels|met\s+(?:deze|dit|die|dat)"
    r"|aan\s+(?:dit|dat)\s+verzoek)\b",
    re.IGNORECASE,
)
"""How a paragraph begins that goes on about the one before."""
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
ASIDE = re.compile(
    r"\s*\((?=[^()]*\d)(?![^()]*\baf(?:gedaan|gehandeld)\b)[^()]*\)|(?<=\bnr)s?\.|(?<=\bc)\.s\."
)
"""Numbers between brackets and the stops of "nr." and "c.s.": they part no words."""


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


def telling(said: str) -> set[str]:
    """The begins of the longer words that tell what is spoken of, without those that all share."""
    longer = (word for word in re.findall(r"[a-zà-ÿ]{6,}", said.lower()) if word not in COMMON)
    return {word[:_STEM] for word in longer}
