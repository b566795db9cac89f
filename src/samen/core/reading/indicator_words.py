"""Words by which a count is known as one that is followed, and tied to the count before it."""

import re

from samen.core.reading.words import FUNCTION_WORDS, word_set

MEASURES = re.compile(
    r"\b(?:wachtlijst\w*|aantal|aantallen|totaal|percentage|aandeel|tekort|geschat\w*|schatting|raming|norm"
    r"|nulmeting|stand|teller|realisatie"
    r"|doelstelling|streefwaarde|streefcijfer|\w*streven|instroom|uitstroom|bezetting\w*|capaciteit"
    r"|gemiddeld\w*|\w*tevredenheid|\w*waardering|\w*verzuim|verloop|uitval|index\w*|\w+(?:cijfer|score|graad)"
    r"|\w+percentage|number of|target|share)\b",
    re.IGNORECASE,
)
TIME_UNIT = re.compile(
    r"^(?:(?:kalender|werk)?dag(?:en)?|we{1,2}k(?:en)?|ma{1,2}nd(?:en)?|ja{1,2}r(?:en)?"
    r"|u{1,2}r(?:en)?"
    r"|minu(?:ut|ten))$",
    re.IGNORECASE,
)
AVERAGE = re.compile(
    r"\b(?:gemiddeld\w*|doorgaans|meestal|mediaan|doorsnee|wachttijd\w*|doorlooptijd\w*|verblijfsduur"
    r"|duur(?! van \w+ (?:ja{1,2}r|ma{1,2}nd|we{1,2}k|dag))|leeftijd"
    r"|average|median)\b",
    re.IGNORECASE,
)
"""With these a length of time is a measure."""
NO_MEASURE = re.compile(
    r"^(?:webinars?|landen|lidstaten|talen|sporen|kanalen|pilaren|pijlers|studies|onderdelen"
    r"|inwoners|klanten|respondenten|werkgroepen|bevraagden|artikelen|pagina['’]s|bladzijden"
    r"|aanbevelingen|stem(?:men)?|deskundigen|experts|leden|ministeries|hoofdstukken)$",
    re.IGNORECASE,
)
FEW = re.compile(
    r"^(?:keer|onderzoeken|regio\w*|plaatsen|trajecten|partners?\w*|organisaties)$", re.I
)
"""What counts only in numbers of twenty and more."""
OUTCOME = re.compile(
    r"(?:slachtoffer|verdacht|dader|veroordel|(?:^|straf)za(?:ak|ken)$|melding|aangift|gevallen$"
    r"|aanhouding|boetes?$|overtreding|stillegging|vermissing|verdwijning)",
    re.IGNORECASE,
)
"""What a programme is judged by: a count with a year counts however small it is."""
ONE_OF = re.compile(
    r" van (?:de |alle |in totaal |onze )?(?:\d|(?:twee|drie|vier|vijf|zes|zeven|acht|negen"
    r"|tien|elf"
    r"|twaalf|\w+tien|\w+tig)\b)",
    re.IGNORECASE,
)
"""After a number that is a part of another: "7 van de 10 regio's"."""
OF_A_YEAR = re.compile(
    r"(?: (?!ha(?:d|dden)\b|he(?:eft|bben)\b|er\b)[^\W\d_]+){0,4} (?:in|over|van|uit) 20\d\d\b"
)
TARGET = re.compile(
    r"\b(?:doel|doelstelling\w*|afspraak (?:is|was)|afgesproken|overeengekomen"
    r"|(?<!binnen de )norm|(?!enorm)[a-z]+norm(?= (?:is|was|bedraagt|geldt|van)\b)"
    r"|lat"
    r"|streef\w*|\w*stre(?:ven|efd\w*)"
    r"|\w*gestreefd|ambitie|prognose|target|zouden? (?:\w+ )*worden|moeten|moet|dienen|dient"
    r"|bedoeling|richtlijn(?= (?:[a-z]+ )?(?:uitgaat|is|was|bedraagt)\b)"
    r"|niet (?:onder|boven|beneden)(?= (?:de )?\d)"
    r"|(?:geraamd|begroot) (?:was|waren)|(?:was|waren) (?:geraamd|begroot)"
    r"|verwacht(?:t|en|te|ing)?|willen|(?:in)?gepland|beoogd\w*|beoog(?:t|en)|bijgesteld|mik(?:t|ken)|voorzien|nastre\w+)\b",
    re.IGNORECASE,
)
YEAR_AND_NUMBER = re.compile(r"(?:in )?(?:19|20)\d\d ?[:–-] ?\d[\d.,]{0,12}(?: ?%| procent)?[;.]?")
"""A line of a list that only gives a number for a year."""
AIM_BEFORE = re.compile(
    r"\b(?:doel\w*|\w*streef\w+|norm|ambitie|target)\b[^.;,()]{0,40}[,:(] ?$", re.IGNORECASE
)
"""Before a clause that only gives the aim: "het doel, 500 plekken,"."""
AIMS = re.compile(
    r"\b(?:str(?:eef|even|eeft|eefden?) (?:\w+ )?(?:er ?naar|naar)"
    r"|(?:doel|ambitie|bedoeling|afspraak) is|afgesproken) (?:dat|om)\b[^.;,]*$"
    r"|\bverwacht(?:en)?\b[^.;,]*$",
    re.IGNORECASE,
)
"""Before a number that is aimed at."""
AIM_OF_NEXT = re.compile(
    r"\b(?:(?:de|het|een) (?:doel\w*|\w*streef\w+|norm|ambitie|target) (?:van |op |om )?"
    r"|(?:doel|streef)\w* (?:voor |in )?20\d\d(?:: )?"
    r"|(?<=\()(?:norm|doel\w*|\w*streef\w+|ambitie|target)(?: is| was|:)? ?)$",
    re.IGNORECASE,
)
"""At the end of a clause, before the number that it is the aim of."""
AIMS_IN_A_ROW = re.compile(
    r"\b(?:(?:ten|tot) doel|doel\w* (?:is|was|waren|zijn)|ambitie|streven|inzet|voornemens?"
    r"|opdracht)\b",
    re.IGNORECASE,
)
TO_DO = re.compile(r"[^.;]{0,100}? te [a-zà-ÿ]+en\b")
"""Before and behind each of several aims that are told with infinitives."""
REACHED = re.compile(r"[^.;,]{0,60}?\b(?:behaald|gehaald|bereikt|gerealiseerd|overtroffen)\b")
"""Behind a number that says how far an aim was reached."""
OF_LATE = re.compile(
    r"\bafgelopen (?:\w+ )?(?:jaar|jaren|maanden)\b|\bsinds\b[^,;]{0,40}\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)
"""A time that is no year: what is counted in it has none."""
MOVES_TO = re.compile(r"\b(?:tot|naar|op) (?:ruim |circa |ongeveer |bijna )?$", re.IGNORECASE)
AT_THAT_TIME = re.compile(r"\W*(?:en )?toen\b", re.IGNORECASE)
SAME_AGAIN = re.compile(r"\b(?:was|waren|is|zijn|bedroeg|werd) (?:dat|dit|die|deze|het)\b", re.I)
COUNT_AGAIN = re.compile(
    r"\b(?:(?:waren|zijn) (?:het|dat|dit) er|(?:dat|dit|het) (?:waren|zijn) er|er nu)"
    r" (?:nog |al |nu |inmiddels |ruim )?$",
    re.IGNORECASE,
)
NUMBER_OF = re.compile(r"\b(?:[Hh]et|[Dd]e) aantal(?:len)?\b")
MOVES = re.compile(
    r"\b(?:steeg|stegen|daalde\w*|liep|liepen|groeide\w*|nam|gestegen|gedaald|uitgebreid"
    r"|opgehoogd|toegenomen|afgenomen|gegroeid|verhoogd|verlaagd|teruggebracht|verdubbeld\w*"
    r"|van\s+\d+\s+in)\b",
    re.IGNORECASE,
)
ELLIPTIC_AIM = re.compile(
    r"\b(?:ambitie|doel|\w*streef\w+|norm|streven|doel\w+|inzet|afspraak|ambitie)\b"
    r"[^,;:]{0,60}\b(?:is|zijn|was|blijft|ligt op|staat op|wordt|:) (?:er )?$",
    re.IGNORECASE,
)
COMPARED = re.compile(
    r"\b(?:tegen|tegenover|waar|naar|tot|versus|van|dan(?: de| het)?|vergeleken met"
    r"|ten opzichte van)"
    r" (?:de |het |nog |ruim |circa |bijna |ongeveer )*$",
    re.IGNORECASE,
)
NO_LENGTH = re.compile(
    r" (?:eerder|later|geleden|daarvoor|daarna|terug|ervoor|tevoren)\b"
    r"| (?:langer|korter|sneller|eerder|later|meer|minder) dan\b"
)
"""After a length of time that only reckons from another day, or is a difference."""
OUT_OF = re.compile(
    r"\b(?<!opzichte )van (?:in totaal |ruim |bijna |circa )?"
    r"(?:de|het|alle|deze|die|onze|haar|zijn|hun)"
    r" (?:in totaal |ruim |bijna |circa )?$",
    re.IGNORECASE,
)
"""Before a number that others are a part of: "van de 42 regio's"."""
DIFFERENCE = re.compile(
    r" ?(?:[^\W\d_]+ ){0,2}(?:meer|minder|hoger|lager|extra)"
    r"(?: [^\W\d_]+)? (?:dan|ten opzichte van)\b",
    re.I,
)
"""After a number that is the difference between two others."""
MOVE_FROM = re.compile(r"\bvan (?:ruim |circa |ongeveer |bijna )?$", re.IGNORECASE)
MOVE_TO = re.compile(
    r"(?: ?%| [^\W\d_]+){0,3} (?:naar|tot) (?:ruim |circa |ongeveer |bijna )?\d", re.I
)
"""Around the first number of "van 60 naar 74": without a year of its own it has none."""
DIFFERS = re.compile(r"\b(?:uiteen|vari[eë]\w*|verschil\w*|schommel\w*)\b", re.IGNORECASE)
"""Before the two ends of what differs from place to place: "loopt uiteen van 22% tot 41%"."""
PART_OF = re.compile(
    r"\b[Vv]an (?:de|alle|deze|die|het totaal van|onze|haar|hen|hun|in totaal)\b ?"
    r"(?P<whole>[^,;.]{1,60}?) (?:had|hadden|heeft|hebben|beschikten?|bleek|bleken|werkten?|was"
    r"|waren"
    r"|is|zijn|kwam(?:en)?|deed|deden|namen|kregen|krijgen|voldeed|voldeden|voldoen|meld\w+"
    r"|\w+(?:den|ten|de|te))\b",
)
PART_RIGHT_BEHIND = re.compile(
    r"\b[Vv]an (?:de|alle|deze|die|onze|haar|hen|hun)\b(?:[^,;.]|[.,](?=\d)){0,60}"
    r" (?:\w+den|\w+ten|\w+en|was|had|heeft|is|ging|kwam) (?:ruim |circa |bijna |zeker )?$"
)
"""Before the part where the verb alone parts it from its whole: "van deze zaken leidden 31"."""
PARTS_BEFORE = re.compile(
    r"\b(?:waarvan|daarvan|hiervan|waaronder|van wie|onder wie|onder hen|van hen)\b"
    r"[^.,;:\d]{0,40}$",
    re.IGNORECASE,
)
PARTS_AFTER = re.compile(r" (?:van (?:hen|deze|dezen|die)|daarvan|hiervan)\b", re.IGNORECASE)
HOLDS = re.compile(
    r"\b(?:telt|kent|heeft|biedt(?: plaats aan)?|omvat|bestaat uit|beschikt over"
    r"|er (?:zijn|werken|wonen|staan)|zijn er|staan er"
    r"|is (?:er )?(?:plaats|ruimte) voor)"
    r" (?:\w+ ){0,3}$",
    re.IGNORECASE,
)
"""Before a count of what there is now: "de gemeente telt 14 bedrijven"."""
IS_THERE = re.compile(
    r"(?: [^\W\d_]+){0,3} (?:beschikbaar|aanwezig|actief|werkzaam|in gebruik|geopend|bezet)\b"
)
"""Behind a count of what there is now."""
HAPPENED = re.compile(
    r"\b(?:nam(?:en)?|deed|deden|kwam(?:en)?|kre(?:eg|gen)|ontving(?:en)?|tro(?:f|ffen)|vond(?:en)?"
    r"|ging(?:en)?|liep(?:en)?|bereikten?|registreerden?|telden?|voerden?|hield(?:en)?"
    r"|behandelden?|meldden?|volgden?|verble(?:ef|ven)|werkten?|woonden?|vertrok(?:ken)?"
    r"|keerden?|trok(?:ken)?|verrichtten?|bezochten?|begeleidden?|hielp(?:en)?|plaatsten?"
    r"|slo(?:ot|ten)|verleenden?|we(?:es|zen)|startten?|rondden?|openden?|waren|had(?:den)?"
    r"|bedroeg(?:en)?|dienden?|legden?|leverden?|maakten?|deelden?"
    r"|gaf|gaven|verliet(?:en)?|verdwe(?:en|nen)|stroomden?|stuurden?|stierven|overleden|trad(?:en)?)\b",
    re.IGNORECASE,
)
"""A verb of what was done or was so."""
LEADS_TO_WHOLE = re.compile(
    r"\b(?:onder|van|met|uit|door|(?<!goed )voor) (?:de |in totaal |ruim |circa |bijna )?$"
    r"|\b(?:sprak(?:en)?|spraken|interviewden?|ondervroegen|bevroegen) met\b[^,;]{0,60}$",
    re.IGNORECASE,
)
"""Before a count of those who were asked, or of a whole that something is a part of."""
ON_AVERAGE = re.compile(r"\b(?:gemiddeld|doorgaans) (?:\w+ ){0,2}$", re.IGNORECASE)
ESTIMATED = re.compile(
    r"\b(?:schat\w*|geschat\w*|raamt|ramen|geraamd|wereldwijd|volgens)\b", re.IGNORECASE
)
"""In a sentence that gives the size of a whole, as others see it."""
NOT_SO = re.compile(
    r"\b(?:moet|moeten|mag|mogen|bepaalt|geldt|vereist"
    r"|(?<!van )(?<!onder )(?<!met )(?<!bij )wie|(?:lezen|lees|vernemen|stellen) dat"
    r"|zou|zouden|indien|stel|mits|tenzij|voorstel\w*|minimaal|maximaal|ten hoogste|hooguit"
    r"|vra(?:ag|gen)|klopt|toegezegd|beloofd)\b|\?",
    re.IGNORECASE,
)
"""In a sentence that does not tell what is."""
NOW_BEHIND = re.compile(
    r"(?: ?%| procent)? (?:nu|thans|(?:op|van) dit moment)(?: [^\W\d_]+)? (?:naar|tot) ", re.I
)
"""Behind the first end of a rise to come: "van 64 nu naar 80"."""
_DECIDED = (
    r"(?:gesloten|verleend|geweigerd|ingetrokken|opgelegd|aangehouden|opgepakt|veroordeeld"
    r"|(?:aan)?gemeld|geregistreerd|gecontroleerd|begeleid|opgevangen|geplaatst|getraind|opgeleid"
    r"|beëindigd|stilgelegd|overgedragen|doorverwezen|teruggekeerd|geholpen|gedagvaard"
    r"|vrijgesproken|aangetroffen)"
)
_OUTCOME_OF_WORK = (
    rf"(?:{_DECIDED}|behandeld|afgerond|gestart|begonnen|gehouden|uitgestroomd|bereikt|bezocht"
    r"|vastgesteld|ontvangen|ingediend|gevolgd|vertrokken|aanvaard|geaccepteerd|afgewezen"
    r"|toegekend|toegewezen|gehonoreerd|verstrekt|uitgereikt|gebruikt|onderzocht|uitgevoerd"
    r"|vervuld|ingevuld|hersteld|opgelost|teruggevonden)"
)
_HELPS = r"(?:is|zijn|was|waren|werd|werden|heb|hebben|heeft|had|hadden)"


def _done(work: str) -> re.Pattern[str]:
    """A clause that tells of work that was done, by its participle."""
    return re.compile(rf"\b{_HELPS}\b[^;]{{0,120}}\b{work}\b|\b{work} {_HELPS}\b", re.IGNORECASE)


DECIDED = _done(_DECIDED)
"""What an office tells of its work, whose numbers count however small: "zijn gesloten"."""
RESULT = _done(_OUTCOME_OF_WORK)
"""The same, with words of which only larger numbers count."""
NO_RESULT = re.compile(
    r"(?:brie(?:f|ven)|moties?|vragen|maatregel\w*|actielijn\w*|artikel\w*|partners?|wethouders?|toezegging\w*"
    r"|document\w*|bijeenkomst\w*|overleg\w*|partij\w*|organisaties|instellingen|punten|mails)$",
    re.IGNORECASE,
)
AND_MORE = re.compile(
    rf" (?:{_OUTCOME_OF_WORK}|uit|in|af|op grond van|wegens|(?:keer|maal) (?:ging|betrof|was))\b",
    re.IGNORECASE,
)
"""Behind a bare number that counts what the one before it counts: "45 gestart en 38 afgerond"."""
RECKONED = re.compile(r"\b(?:had(?:den)?|was|waren) (?:[^.;]{0,30} )?op $", re.IGNORECASE)
RECKONED_ON = re.compile(r"\S+(?: [^\W\d_]+)? (?:ge(?:rekend|hoopt|mikt))\b", re.IGNORECASE)
"""Around a number that was hoped for: "wij hadden op 40 gerekend"."""
FORESEEN = re.compile(r" die (?:waren|was|zijn|is) (?:voorzien|gepland|beoogd|afgesproken)\b")
_DEALT = re.compile(
    r" (?:[^\W\d_]+ )?(?P<to>naar|van|bij|door|uit|aan|voor|tegen"
    r"|op|in(?! \d)|over|wegens|via) ",
    re.IGNORECASE,
)


def are_dealt_out(between: str, behind: str) -> bool:
    """Whether two numbers are parts of one whole: a colon parts them, or the same word leads on.

    between: what stands between them. behind: what follows the second.
    """
    if len(between) > 60 or re.search(r"[;.]\s", between):
        return False
    second = _DEALT.match(behind)
    if second is None:
        return False
    is_listed = re.search(r": (?:[^\W\d_]+ ){0,3}$", between) is not None
    first = _DEALT.match(between)
    return is_listed or (first is not None and first["to"].lower() == second["to"].lower())


MARK_BEFORE = re.compile(r"\b(?:een|cijfer|score|waardering)(?: van(?: een)?)? $", re.IGNORECASE)
MARKS = re.compile(
    r"\b(?:waarde(?:er\w*|ring\w*)|gewaardeerd\w*|beoorde\w+|g(?:af|aven|even)|\w*cijfer\w*"
    r"|score\w*|tevreden\w*)\b",
    re.IGNORECASE,
)
"""Around a mark from one to ten."""
STAND = re.compile(r"\b(?:de|huidige) stand (?:is|was) (?:nu )?$", re.IGNORECASE)
ROW = re.compile(
    r"(?: (?:ruim|bijna|circa))?(?:,|;|,? en|,? maar)(?: [^\W\d_][\w'’.-]*){0,5} (?:\()?"
)
"""Between two numbers that count one thing for different places or years."""
ENDS_ROW = re.compile(r"[,.;)]|$| (?:en|in|bij|uit|voor|naar)\b")
OF_THEM = re.compile(r"\ber (?:al |nog |ruim |bijna |circa |slechts )*$", re.IGNORECASE)
"""Before a number of what the sentence before counts: "registreerde er 211"."""
BESIDE = re.compile(r"(?:,|,? en|,? plus) (?:ruim |circa |bijna )?")
"""Between two counts that are told together."""
TIMES = re.compile(r" (?:keer|maal)\b")
TIMES_DONE = re.compile(r" (?:keer|maal) (?:[^\W\d_]+ )?(?:ge|be|ver|aan|op|uit|af)\w+(?:d|t|en)\b")
RISES_TO = re.compile(r"\b(?:naar|tot) (?:ruim |circa |ongeveer |bijna )?$", re.IGNORECASE)
"""Before the last number of a rise or a fall, which is of a later year than the others."""
_LEFT_OUT = FUNCTION_WORDS | word_set(
    """
    er nog al slechts maar circa ruim bijna ongeveer minstens zo'n waren was zijn is werden
    worden wordt bleven bleef bedroeg ging gaat gaan lag kwam kwamen kon konden moet moeten
    dient dienen zal toen zullen zou zouden jaar eerder daarvoor ervoor later lopende vorig
    vorige afgelopen huidige eind begin ultimo medio heel gevallen hetzelfde dezelfde tegenover
    daarna erna komend volgend daarop voorafgaande voorgaande laatste eerste helft hen alle
    allemaal zover bereikt geworden gehaald stuks totaal januari februari maart april mei juni juli
    augustus september oktober november december komen geteld genoteerd geregistreerd meer
    twee drie vier vijf tien minder hoogstens minimaal ten minste procent stond stonden
    """
)
"""Words of a clause that leaves out what is counted."""


def says_only_a_year(clause: str) -> bool:
    """Whether a clause gives a number for a year and nothing else ("in 2019 waren dat er 29")."""
    words = re.findall(r"[^\W\d_][\w']*", clause.replace("’", "'"))
    return len(words) <= 12 and all(word.lower() in _LEFT_OUT for word in words)


NO_UNITS = frozenset({"gevallen", "stuks", "in", "procent"})
"""Words after a number that do not say what is counted."""
