"""Words with which a government promises Parliament something, and those that only look so."""

import re

_I = re.IGNORECASE
PARLIAMENT = re.compile(
    r"\b(?:(?:uw|de|beide)\s+kamers?(?!\s+van)|(?:tweede|eerste)\s+kamer|het\s+parlement|u|"
    r"uw\s+(?:vaste\s+)?commissie|staten-generaal|TK|EK)\b",
    _I,
)
INFORM = re.compile(
    r"\b(?:geïnformeerd|geinformeerd|informeren|informeert?|bericht(?:en)?|in\s+kennis\s+(?:te\s+)?"
    r"(?:stellen|gesteld)|op\s+de\s+hoogte|toe(?:ge)?zonden|(?:toe)?zenden|zend|zendt|"
    r"toegestuurd|(?:toe)?sturen|(?:toe)?stuurt?|verzonden|gezonden|gestuurd|aangeboden|aanbieden|"
    r"aan\s+te\s+bieden|ontvang(?:t|en)?|rapporte(?:ert?|ren)|gerapporteerd|terugkomen|"
    r"terug\s+te\s+komen|teruggekomen|doen\s+toekomen|bereikt|"
    r"verslag\s+(?:uit|doen|gedaan)|schrijf|schrijven|krijgt|tegemoetzien|voorgelegd|voorleggen|"
    r"deelgenoot|toestuur|toezend|terugkom|informeer|aanbied|besproken|meld|melden|meldt|tegemoet\s*zien|verstrek(?:t|ken)?|bereiken|beantwoord(?:t|en)?|meegenomen|delen|gedeeld|deel|te\s+informeren)\b"
    r"|\bla(?:at|ten)\b[^.;]{0,80}\bweten\b|\bhoud(?:t|en)?\b[^.;]{0,80}\bhoogte\b"
    r"|\bga(?:at|an)?\s+(?:ik|wij)\b[^.;]{0,60}\bin\b"
    r"|\bkom(?:t|en)?\b[^.;]{0,80}\bterug\b"
    r"|\bbied(?:t|en)?\b[^.;]{0,80}\baan\b|\bleg(?:t|gen)?\b[^.;]{0,60}\bvoor\b"
    r"|\bstel(?:t|len)?\b[^.;]{0,60}\bin\s+kennis\b",
    _I,
)
PAST = re.compile(
    r"\b(?:bent|is|zijn|heb|heeft|hebben|was|waren|werd|werden|had|hadden)\b"
    r"(?:(?!\b(?:zal|zullen|wordt|worden)\b)[^;]){0,120}\b"
    r"(?:geïnformeerd|geinformeerd|toegezonden|toegestuurd|verzonden|gezonden|gestuurd|aangeboden|"
    r"ontvangen|gerapporteerd|bericht|gemeld|gedeeld|beantwoord|meegenomen)\b"
    r"|\b(?:informeerde|stuurde|zond|ontving|berichtte|meldde)\b",
    _I,
)
AHEAD = re.compile(
    r"\b(?:zal|zullen|zult|wordt|worden|ontvangt|krijgt|informeert?|stuurt?|zendt?|komt?|bied|biedt|"
    r"rapporteert?|bericht|schrijf|bereikt|stel|leg|hoop|wil|bereid|deel|blijf|kunt|mag|meld|meldt|toestuur|toezend|terugkom|aanbied|laat|laten|houd|houden|ontvangen|betrek|ga|streef|verwacht)\b",
    _I,
)
PROMISED = re.compile(
    r"\btoezegging(?:en)?\b|\btoegezegd\w*|\bzeg(?:de|t|den)?\b[^.;]{0,60}\btoe\b|"
    r"\bzei(?:den)?\b[^.;]{0,40}\btoe\b|\bgestand\b|\bbeloofd\b|\bin\s+het\s+vooruitzicht\s+gesteld\b|\btoezeg(?:gen|de)\b|"
    r"\bvoornemen\s+houd\b|\b(?:heb|had)\s+ik\b[^.;]{0,60}\baangegeven\b[^.;]{0,90}\bte\s+zullen\b",
    _I,
)
KEPT = re.compile(
    r"\bgestand\b|\bnagekomen\b|\binvulling\s+(?:aan\s+)?(?:gegeven|geef|geven)?|\bvoldaan\b|"
    r"\bvoldoe\b|\bafgedaan\b|\bafgehandeld\b|\bdoe\s+dat\s+hierbij\b|"
    r"\b(?:met|in)\s+deze\s+brief\b|\bhierbij\s+(?:kom|doe|bied|stuur|voldoe|geef)|\bbij\s+dezen\b",
    _I,
)
AGAIN = re.compile(
    r"\bopnieuw\b|\bjaarlijks\w*|\bieder\s+jaar\b|\belk\s+jaar\b|\bblijft?\b[^.;]{0,30}\bstaan\b|"
    r"\b(?:staat|staan)\s+nog\s+open\b|\bin\s+stand\b|\b(?:zoals\s+)?eerder\b[^.;]{0,20}\btoegezegd",
    _I,
)
THIS_LETTER = re.compile(
    r"\b(?:met|in)\s+(?:deze|onderhavige)\s+(?:\w+\s+)?(?:brief|voortgangsbrief|rapportage)\b"
    r"|\bhierbij\b|\bhieronder\b|\bbijgaand\w*|\bin\s+(?:de|een)\s+bijlage\b",
    _I,
)
SEPARATE = re.compile(r"\b(?:separate|afzonderlijke|aparte|eigen)\s+(?:Kamer)?brief\b", _I)
RETURN = re.compile(
    r"\b(?:hier|daar)\b[^.;]{0,40}\bop\s+terug\b|\bkom(?:en)?\b[^.;]{0,20}\b(?:hier|daar)op\b[^.;]{0,60}\bterug\b|"
    r"\b(?:hier|daar)op\s+kom(?:en)?\b[^.;]{0,60}\bterug\b",
    _I,
)
"""To come back to something, said in a letter to Parliament, is a promise to Parliament."""
LOOSE = re.compile(
    r"\b(?:brief|rapportage|reactie|kabinetsreactie|standpunt|rapport|voortgangsbrief|evaluatie)"
    r"\s+(?:volgt|komt|aan\s+(?:uw|de)\s+Kamer)\b|\bvolgende\s+(?:voortgangs)?rapportage\b"
    r"|\bvolgt\b[^.;]{0,30}\b(?:brief|rapportage|reactie|kabinetsreactie)\b"
    r"|\b(?:volgende|eerstvolgende|komende)\s+(?:voortgangs)?(?:brief|rapportage)\b[^.;]*\b(?:ga|gaat|"
    r"gaan|kom|komt|neem|betrek|zal|zullen|wordt|worden)\b",
    _I,
)
IMPLICIT = re.compile(
    r"\b(?:zal|zullen)\b[^.;]*\b(?:geëvalueerd|evalueren|uitwerken|uitgewerkt|aanvullen|aangevuld|"
    r"betrokken\s+worden|worden\s+betrokken|betrekken)\b",
    _I,
)
LATER = re.compile(
    r"\bde\s+komende\s+(?:maanden|tijd|periode|jaren|weken)\b|\bover\s+een\s+(?:aantal|paar)\s+jaar\b|"
    r"\bop\s+termijn\b|\bte\s+zijner\s+tijd\b|\bzo\s+spoedig\s+mogelijk\b|\bbeleids\w+",
    _I,
)
SPEAKS_AHEAD = re.compile(r"\b(?:ik|zal|zullen|ontvangt|wordt|worden)\b", _I)
ASKED = re.compile(
    r"\b(?:uw|de)\s+Kamer\b[^.;]{0,60}\b(?:gevraagd|verzocht|opgeroepen|verzoekt|vraagt)\b|"
    r"\bverzoek(?:t|en)?\s+(?:u\s+)?de\s+regering\b",
    _I,
)
ABOUT = re.compile(
    r"\b(?:over|omtrent|inzake|aangaande)\s+(?P<about>[^.;]+?)"
    r"(?=\s+(?:wordt|worden|zal|zullen|informeer\w*|geïnformeerd|geinformeerd|terug\w*|ontvangt|"
    r"bericht\w*|voor\s+(?:de|het)|in\s+het\s+\w+kwartaal)\b|[.;,]|$)",
    _I,
)
PURPOSE = re.compile(
    r"\btoezegging(?:\s+om)?\s+(?P<about>[^.;:]+)|\btoegezegd\s+(?:om\s+)?(?P<rest>[^.;:]+)", _I
)
FIRMLY_KEPT = re.compile(
    r"\bnagekomen\b|\bvoldaan\b|\binmiddels\s+(?:gepubliceerd|verzonden|gedaan|gebeurd|toegezonden)\b|"
    r"\bdoe\b[^.;]{0,30}\bhierbij\b|\bhierbij\s+gestand\b",
    _I,
)
