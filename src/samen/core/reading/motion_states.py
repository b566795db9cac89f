"""The words that tell where a motion stands: settled, worked on, refused or not begun."""

import re

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
SETTLED = re.compile(
    r"\bmoties?\b[^;.]{0,60}\bgestand\b|\bmoties?\b[^;.]{0,60}\bafgevoerd\b|"
    rf"\bnr\.? \d{{1,4}}\)?[\s|,:–-]+(?:{_DONE}|voldaan)\b"
    r"|\bafgedaan\b|\bafgehandeld\b|\b(?:afgedane|afgehandelde|uitgevoerde)\s+moties?\b"
    rf"|\bals\s+(?:{_DONE}|voldaan)\b[^.;]{{0,40}}"
    r"\b(?:aangemerkt|beschouw[dt]?|gezien|beschouwen|aanmerken|zien)\b"
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
    r"|(?:\b(?:nog\s+niet|niet|niets|nog\s+geen|pas|zal|zullen|kan\s+pas|zou|zodra|verwacht|deels"
    r"|gedeeltelijk|grotendeels|ten\s+dele|voor\s+een\s+deel)\b|^\W*(?:daarna|dan|vervolgens)\b)[^;]{0,80}"
    r"\b(?:afgedaan|afgedane|afgehandelde?|uitgevoerde?|voldaan|afgerond|gegeven|van\s+de\s+lijst)\b"
    r"|\bzodra\b[^;]*\saf\s*[.,;]"
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
    r"|uitvoering\b[^;.]{0,60}\b(?:vertraagd|vertraging|meer\s+tijd)|loopt\s+(?:\w+\s+){0,2}mee"
    r"|als\s+lopend|tegen\s+het\s+licht|ik\s+betrek|(?:praat|praten)\s+met"
    r"|geven\s+(?:wij|we)\b[^;.]{0,40}\bvorm"
    r"|(?:(?:ik|wij|we)\s+(?:heb|hebben)|(?:heb|hebben)\s+(?:ik|wij|we))\b(?:[^;.]|\bjl\.){0,80}\b(?:gevraagd|verzocht)\b"
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
RUNS = re.compile(r"\b(?:loopt|lopen|gaande)\b", re.IGNORECASE)
"""Words of work in what is told of one motion alone."""
NOT_YET = re.compile(
    r"\b(?:nog\s+(?:niet|geen)|niet|geen|pas)\b[^.;,]{0,50}"
    r"\b(?:gegeven|geven|begonnen|gestart|bezig|voldaan|genomen|gezet|uitgevoerd|opgepakt|in\s+behandeling"
    r"|aan\s+de\s+slag|aan\s+het\s+werk)$",
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
    r"|\baangehouden\s+moties?\b|\bmoties?\b[^.;]{0,120}\b(?:is|zijn|werd)\b(?:[^.;]|\bjl\.){0,40}\baangehouden\b"
    r"|\bkan\s+(?:eerst|pas)\s+(?:\w+\s+){0,2}(?:gevolg|uitvoering|begin)\b"
    r"|\bmoties?\s+(?:(?:dus|daarom|vooralsnog|voorlopig|nog|dan\s+ook)\s+)*"
    r"(?:openstaa[nt]|open\s+(?:staat|staan|blijft)|(?:staat|staan|blijft|blijven)\s+(?:\w+\s+){0,2}open)\b",
    re.IGNORECASE,
)
"""Words of the motion's own sentence that say that nothing is done, or not now."""
STALLED = re.compile(
    r"\bopgeschort\b|\bnog\s+(?:geen|niet|niets\s+(?:besloten|gedaan|bekend|uitgevoerd)|in\s+gesprek|met)\b|\bberaad\b|\boverweg\w*|\bverworpen\b|\bontraden\b(?![^.;]*\baangenomen\b)|"
    r"\bgeen\s+(?:mogelijkhe\w+|aanleiding|reden|ruimte|noodzaak|plannen|standpunt|begin)\b|"
    r"\bbesluit\s+\w+\s+laat\b[^.;]{0,40}\b(?:volgend|nieuw)\s+kabinet\b|\bniet\s+(?:\w+\s+)?(?:mogelijk|wenselijk|uitvoerbaar|haalbaar|nodig|over(?:nemen)?)\b|"
    r"\b(?:komt|komen)\s+er\s+(?:\w+\s+)?niet\b|"
    r"\bontbre(?:ekt|ken)\b|\bgeen\s+(?:middelen|dekking|geld|besluit)\b|\baangehouden\b|\bingetrokken\b|\bin\s+afwachting\b"
    r"|\bbegin\w*\s+er\s+pas\b|\bpas\s+(?:op|aan)\s+als\b|\bpak\w*\s+\w+\s+pas\s+op\b",
    re.IGNORECASE,
)
"""Words that say that nothing has been done yet."""

PARTLY = re.compile(
    rf"\bnog\s+niet\s+(?:(?:volledig|geheel|helemaal)\s+(?:{_DONE}|afgedaan|voldaan)|klaar|gereed)\b",
    re.IGNORECASE,
)
HEAD_SETTLED = re.compile(
    r"\b(?:afgedane|uitgevoerde|afgeronde|afgehandelde)\s+(?:\w+\s+)?moties\b", re.IGNORECASE
)
HEAD_RUNS = re.compile(r"\blopende\s+(?:\w+\s+)?moties\b|\bmoties\s+in\s+uitvoering\b", re.I)
"""Headings over motions that stand alike."""
REPORTS = re.compile(
    r"\b(?:terugkomen|terug\s+te\s+komen|kom(?:t|en)?\b[^;.]{0,60}\bterug"
    r"|teken(?:en)?\b[^;.]{0,30}\baan)\b",
    re.IGNORECASE,
)
"""A sentence that only says that the House will hear of it, or only remarks, tells of no work."""
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
ASIDE = re.compile(
    r"\s*\((?=[^()]*\d)(?![^()]*\baf(?:gedaan|gehandeld)\b)[^()]*\)|(?<=\bnr)s?\.|(?<=\bc)\.s\."
)
"""Numbers between brackets and the stops of "nr." and "c.s.": they part no words."""
