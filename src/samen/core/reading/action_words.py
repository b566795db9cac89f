"""Phrases that tell of work, and words that tell that a clause is about something else."""

import re

from samen.core.cued import Cued
from samen.core.reading.clauses import Form

WEAK_FORMS = frozenset(
    {Form.POSSIBLE, Form.NEEDED, Form.AIM, Form.SUBORDINATE, Form.RELATIVE, Form.PAST}
)
"""How a verb stands when it tells less surely of work."""

_I = re.IGNORECASE
PHRASE = Cued(
    r"\bvan\s+start\s+(?:gaan|gegaan|gaat|ging)\b|\bga(?:at|an)\b[^.;]{0,60}\bvan\s+start\b|"
    r"\bin\s+gang\s+gezet\b|\b(?:een\s+)?start\s+gemaakt\b|\bin\s+kaart\s+(?:te\s+)?(?:ge)?br\w+|"
    r"\bbr[ea]\w+\b[^.;]{0,90}\bin\s+kaart\b|\bin\s+de\s+maak\b|\bbezig\s+(?:om|met)\b|"
    r"\bin\s+voorbereiding\b|\bin\s+ontwikkeling\b|\b(?:heeft|hebben)\b[^.;]{0,40}\bin\s+onderzoek\b|\bin\s+uitvoering\b|\bin\s+consultatie\b|"
    r"\btreedt\b[^.;]{0,150}\bin\s+werking\b|\bin\s+werking\s+getreden\b|"
    r"\bstappen\s+gezet\b|afspra(?:ak|ken)\s+(?:gemaakt|over)\b|\bconvenant\s+gesloten\b|"
    r"\bwerk\s+(?:gemaakt|van\s+gemaakt)\b|\bpartnerschap\s+(?:aangegaan|gesloten)\b|"
    r"\bloopt\b[^.;]{0,40}\b(?:proef|pilot|onderzoek|werving|traject|campagne)\b|"
    r"\b(?:onderzoek|proef|pilot|traject|project)\b[^.;]{0,40}\bloopt\b|"
    r"\b(?:voert|voeren|verricht|doet)\b[^.;]{0,80}\bonderzoek\b|\bonderzoek\s+(?:verricht|gedaan)\b|"
    r"\bonderzoek\b[^.;]{0,40}\b(?:starten|uit\s+te\s+laten\s+voeren|laten\s+uitvoeren)\b|"
    r"\b(?:een\s+)?besluit\s+genomen\b|\bter\s+beschikking\s+gesteld\b|"
    r"\bbeschikbaar\s+(?:worden\s+)?gesteld\b|\bstelt\b[^.;]{0,90}\bbeschikbaar\b|"
    r"\b(?:komt|komen)\s+er\s+(?!meer|minder)|\ber\s+(?:komt|komen)\s+(?!meer|minder)|\bin\s+opdracht\s+van\b|"
    r"\bkrijg(?:t|en)\s+(?:toegang|een|de)\b|\bkrijg(?:t|en)\b[^.;]{0,60}\btoegang\b|"
    r"\b(?:heb|heeft|hebben)\b[^.;]{0,60}\bgevraagd\b[^.;]*\bte\b|\bopdracht\s+(?:gegeven|verleend)\b|"
    r"\b(?:is|zijn)\s+(?:het\s+)?gevraagd\b|\bin\s+gesprek\b|\bvast\s+onderdeel\b|"
    r"\b(?:houdt|houden)\b[^.;]{0,60}\bbij\b|\b(?:worden|wordt)\b[^.;]{0,80}\bverwacht\b|"
    r"\b(?:loopt|lopen|draait|draaien)\b[^.;]{0,50}\b(?:verkenning|proef|proeven|pilots?|opleiding|"
    r"onderzoek|trajecten|project|experiment|werving|inkoop)\b|"
    r"\bligt\b[^.;]{0,50}\b(?:ter\s+consultatie|voor\s+advies|ter\s+inzage|bij\s+de\s+Raad)\b|"
    r"\bin\s+werking\s+tre\w+|\bbeschikbaar\s+(?:gemaakt|gekomen|gesteld)\b|\bspreekuren\b|"
    r"\be-learning\b|\bis\s+de\s+bedoeling\b|\bstaat\s+gepland\b|\bhangen\b|"
    r"^\W*(?:bezien|nagegaan|overwogen|onderzocht|verkend|bekeken|gewerkt)\s+wordt\b|"
    r"\bvind(?:t|en)\b[^.;]{0,60}\bplaats\b|\bvertraging\s+opgelopen\b|\bis\s+vertraagd\b|\bingegaan\b|\bafgezien\b|"
    r"\bin\s+gebruik\s+(?:te\s+)?(?:ge)?n[aeo]me?n?\w*|\bne(?:em|emt|men)\b[^.;]{0,60}\bin\s+gebruik\b|"
    r"\b(?:staat|staan|stond|stonden)\b[^.;]{0,60}\b(?:gepland|op\s+stapel|op\s+de\s+(?:agenda|planning))\b|"
    r"\b(?:is|zijn)\s+(?:voorzien|gepland|beoogd)\b|\b(?:is|zijn)\b[^.;]{0,40}\b(?:gaande|van\s+kracht)\b|"
    r"\bervaring\s+opgedaan\b|\bin\s+(?:overweging|studie|internetconsultatie)\b|"
    r"\bkre(?:eg|gen)\b[^.;]{0,40}\b(?:opdracht|training|les|toegang|de\s+taak)\b|"
    r"\b(?:doe[nt]?|doet|deed|deden|houdt|houden|hield|hielden|geeft|geven|gaf|gaven|voer|houd|geef|voert|voeren|voerde|voerden)\b"
    r"[^.;]{0,60}\b(?:onderzoek|bezoek(?:en)?|controles?|spreek(?:uur|uren)|gesprek(?:ken)?|overleg|voorlichting|"
    r"bijeenkomst(?:en)?|cursus(?:sen)?|training(?:en)?|(?:gast|taal)?les(?:sen)?|toezicht|congres)\b|"
    r"\b(?:gesprek|overleg)\s+gevoerd\b|\b(?:komt|komen|kwam|kwamen)\b[^.;]{0,60}\b(?:bijeen|bij\s+elkaar|langs)\b|"
    r"\b(?:komt|komen|kwam|kwamen)\b[^.;]{0,30}\bmet\s+een\s+(?:\w+\s+)?(?:plan|richtlijn|voorstel|aanpak|handreiking|leidraad)\b|"
    r"\bnadruk\b|\baan\s+de\s+bel\b|\bgaa?[nt]?\b[^.;]{0,60}\bopen\b|\bging(?:en)?\b[^.;]{0,60}\bopen\b|"
    r"\bbestaat\b[^.;]{0,20}\bafspra\w+|\bneem\w*\b[^.;]{0,60}\bbesluit\b|\b(?:draait|draaien)\b[^.;]{0,20}\bteam\b|"
    r"\b(?:is|zijn)\s+er\s+sinds\b|\bonline\b[^.;]{0,10}$|\bdoorlopende\s+afspraak\b|"
    r"\bin\s+stand\b|\bverschijnt\b|\bvoornemens\b|\bgewerkt\s+aan\b|\bverloopt\s+via\b|\bnieuw\s+plan\b|\bmoet(?:en)?\b[^.;]{0,60}\bgereed\s+zijn\b|\bvoortaan\b|\bheeft\s+plaatsgevonden\b|\bgaat\b[^.;]{0,60}\bvan\s+start\b",
    _I,
)
NOUN_ROW = Cued(
    r"\b(?:start|publicatie|oplevering|lancering|invoering|evaluatie|pilot|proef|onderzoek|overleg|"
    r"bijeenkomst|conferentie|training|campagne|inwerkingtreding|besluit|opening|aanbesteding)\b",
    _I,
)
SEQUEL = Cued(
    r"\b(?:rapport|resultaten|uitkomsten|doorlooptijd|looptijd|dat|dit)\b[^.;]*"
    r"\b(?:verwacht|beschikbaar|geschat|gereed)\b"
    r"|^\W*(?:(?:(?:het|dit|dat)\s+onderzoek|dat|dit|deze|die)\s+)?(?:is|zijn|wordt|worden)\b[^.;]*\b(?:begonnen|gestart|afgerond)\b"
    r"|^\W*(?:hij|zij|ze)\s+(?:verwacht|hoopt|streeft)\w*\b[^.;]*\baf\s+te\s+ronden\b",
    _I,
)
"""A clause that only says when the work of the clause before it yields something."""
MOTION = Cued(r"(?<!\bin\shet\skader\svan\sde\s)(?<!\bter\suitvoering\svan\sde\s)\bmotie\b", _I)
"""A motion that is told of; "in het kader van de motie" tells what is done for it."""
MOTION_ROW = Cued(r"^\W*(?:gewijzigde\s+)?motie\b", _I)
RESULT = Cued(
    r"\b(?:rapport|resultaten|uitkomsten|eindrapport|studie|monitor|jaarrapportage)\w*\b"
    r"[^.;]*\b(?:verwacht|beschikbaar|verschijnt|gereed|opgeleverd)\b"
    r"|\bverschijnt\b",
    _I,
)
READY = Cued(r"\b(?:moet|dient|zal)\b[^.;]*\b(?:gereed|afgerond|voltooid|klaar|beschikbaar)\b", _I)
NOW = Cued(
    r"\b(?:momenteel|inmiddels|thans|op\s+dit\s+moment|sinds|recent|onlangs|dit\s+jaar|"
    r"dit\s+najaar|dit\s+voorjaar|(?:het|de)\s+afgelopen|voorts|daarnaast|tevens|ook|tot\s+slot|"
    r"tenslotte|allereerst|verder|daarom|daartoe|hiertoe|in\s+aanvulling)\b",
    _I,
)
PARTNERED = Cued(r"\b(?:samen\s+met|in\s+samenwerking\s+met|in\s+afstemming\s+met)\b", _I)
FINDING = Cued(
    r"\b(?:concludeer\w*|geconcludeerd|blijkt|bleek|blijken|constate\w+|geconstateerd|la(?:at|ten)\s+zien|vermoed(?:t|en)|"
    r"geeft\b[^.;]{0,25}\baan\b|geven\b[^.;]{0,25}\baan\b|stelt\s+vast\b|wijst\s+erop|wijzen\s+erop|"
    r"meldt|melden\s+dat|leert\s+dat|betekent|houdt\s+in|"
    r"van\s+mening|van\s+oordeel|oordeel|acht\s+(?:het|ik|dit|dat)|denk(?:t|en)\b[^.;]{0,30}\b(?:over|anders|dat)|ik\s+herken|erop\s+gewezen|herkent|verklaring(?![^.;]*\bondertekend)|verwachting\s+is|"
    r"steeg|daalde|gestegen|gedaald|daling|stijging|toegenomen|afgenomen|baart|valt\s+op|realiseer\s+mij|ziet\b[^.;]{0,30}\bdat|zich\b[^.;]{0,40}\bdoorgezet|"
    r"aanbevolen|opgeroepen|registreerden?|(?:minder|meer|vaker|hoger|lager)\b[^.;]{0,40}\bdan\s+(?:in\s+)?(?:\d{4}|vorig|een\s+jaar|het\s+jaar|verwacht)|ontving(?:en)?|telden?|beschikten?|nagenoeg|meer\s+zaken|roept\s+op|vraagt\s+in\s+haar|aandacht\s+gevraagd|"
    r"volgens|in\s+de\s+literatuur|geschat|ingeschat|naar\s+schatting|gemiddeld|procent|valt\b[^.;]{0,40}\bte\s+zeggen|beschikken\s+niet|beveelt)\b|%",
    _I,
)
WISH = Cued(
    r"\b(?:is|zijn)\b[^.;]{0,25}\b(?:belangrijk|van\s+belang|nodig|noodzakelijk|wenselijk|mogelijk|"
    r"denkbaar|lastig|moeilijk)\b|\b(?:belangrijk|van\s+belang)\s+(?:is|om|dat)\b|"
    r"\b(?:doel|doelstelling|nagestreefd|streven|uitgangspunt|toekomstvisie)\b[^.;]{0,60}\b(?:is|was|blijft)\b|"
    r"\bzou(?:den)?\b[^.;]*\bmoeten\b|\bmits\b|\bstap\s+is\s+dat\b|\bbeoogd\b|\bnut\s+en\b",
    _I,
)
STANCE = Cued(
    r"\b(?:onderschrij\w+|deel\s+ik|ik\s+deel\s+(?:de|uw|deze|die)\s+(?:opvatting|mening|zorg|analyse|conclusie|oordeel)\w*|waardering|delen\s+wij|(?:ik|wij|kabinet)\s+steun(?:t|en)?|steun(?:t|en)?\s+(?:ik|wij|het\s+kabinet)|waardeer\w*|begrijp\w*|bepleit\w*|"
    r"pleit(?:te|ten|en)?|vrees\w*|vreest|vindt|(?<!\bte\s)(?<!\bkunnen\s)vinden|meent|menen|kanttekening\w*|meningen|terecht|"
    r"zorgwekkend|uiteen|nog\s+gesproken|hecht(?:en)?|beaamt|erken(?:t|nen)?|benadruk\w*|"
    r"van\s+oudsher|aangewezen\s+op)\b",
    _I,
)
ABSENT = Cued(
    r"\b(?:geen|niet|nog\s+niet|onvoldoende|nauwelijks|zelden)\b"
    r"(?!\s+(?:alleen|langer|meer\b))",
    _I,
)
"""What is not there or not done; "niet alleen ... maar ook" says that it is."""
HAS_DONE = Cued(r"\b(?:laat|laten|liet|lieten)\b[^.;]{0,120}\b[a-zà-ÿ]{3,}en\b", _I)
"""Has others do it: "laat door het WODC uitzoeken"."""
CONDITION = Cued(r"^\W*(?:indien|als|wanneer|mocht(?:en)?|wie|zodra)\b", _I)
ASKS = Cued(
    r"\bverzoe(?:kt|ken)\b[^.;]{0,40}\b(?:de\s+regering|u)\b|\bmotie\b[^.;]{0,60}\b(?:roept|vraagt|verzoekt|gevraagd|verzocht)\b|"
    r"\bu(?:w\s+Kamer)?\s+(?:heeft|heb|vraagt|verzoekt)\b|\b(?:heeft|hebt|nam|had)\s+(?:uw\s+(?:Kamer|raad)|de\s+Kamer(?!\s+van\b)|u)\b|\bde(?:ze)?\s+leden\b|"
    r"\bde\s+regering\s+(?:is|wordt)\s+(?:verzocht|gevraagd)\b|\bis\s+gevraagd\s+(?:waarom|wanneer|hoeveel|naar)\b|"
    r"\bcommissie(?:\s+voor\b[^.;]{0,60})?\s+(?:heeft|verzocht|vroeg)\b[^.;]*\b(?:vragen|om|of|naar)\b|"
    r"\b(?:heeft|vroeg|verzocht)\s+de\s+(?:vaste\s+)?commissie\b[^.;]*\b(?:vragen|om|of|naar)\b|"
    r"\bvragen\s+zij\s+(?:of|hoe|wat|welke|waarom|wanneer)\b|\bmet\s+motie\b[^.;]*\bgevraagd\b",
    _I,
)
HOUSE_ASKS = re.compile(
    r"\W*(?:U|(?:Uw|De)\s+(?:Kamer|raad))\s+(?:hebt|heeft|had|vraagt|vroeg|verzoekt|verzocht|ontvangt|krijgt|kunt"
    r"|kan|treft|vindt|hoort|leest)\b"
)
"""Parliament asks, or is told something: whom else the clause names does nothing yet."""
_COUNTED = (
    r"(?:verdachten?|slachtoffers?|meldingen|zaken|aangiften|signalen|vergunningen|overtredingen|gevallen|cliënten"
    r"|personen|mensen|minderjarigen|kinderen|jongeren|vrouwen|mannen|Nederlanders|deelnemers|bezoekers|veroordeelden"
    r"|onderzoeken|toezichten|grensoverschrijdingen|plaatsen|aanvragen|verzoeken|telefoontjes|nachten)"
)
COUNT = Cued(
    rf"(?<!\bvoor )\b(?!(?:19|20)\d\d\s)\d[\d.]*\s+(?:[a-zà-ÿ]+\s+){{0,2}}{_COUNTED}\b"
    r"|\btegen(?:over)?\s+[\d.]+\b|\bwerken\s+(?:er\s+)?\d|\b\d[\d.]*\s+keer\b"
    r"|\b(?:schat(?:te)?|meldde|telde)\b[^;]*\d|\bAantal\b",
)
"""How many persons or cases there were: a figure, whoever counted them."""
SUM = Cued(r"€|\beuro\b|\bmln\b")
ABOUT_LETTER = Cued(
    r"\b(?:in|met)\s+deze\s+(?:\w+\s+)?brief\b|\bin\s+(?:de|een)\s+bijlage\b|\bhieronder\b|\bhierboven\b|"
    r"\bbijgevoegd\w*|\btreft\s+u\b|\bstil\s*(?:ge)?sta\w+|\bresultatentabel\b|\bingaan\b|\bzie\b|"
    r"\b(?:ik\s+schrijf|schrijf\s+ik|wij\s+schrijven)\s+u\b|\bu\s+(?:\w+\s+){0,2}op\s+de\s+hoogte\b|\bbron(?:nen)?:|"
    r"\bga\s+ik\s+(?:hier\s+)?(?:niet\s+)?in\b|\bvervolg\s+van\s+deze\b|\binzichtelijk\s+gemaakt\b|\bhard\s+gewerkt\b|\bopdrachten\s+gewerkt\b|\buiteengezet\b|\bper\s+onderdeel\b|\bben?t?\s+u\b|\bmerk\s+ik\b|"
    r"\b(?:ik\s+verwijs|verwijs\s+ik|ik\s+schreef|schreef\s+ik|meldde\s+ik|ik\s+meldde)\b|\b(?:onder|boven)staande\b|\bde\s+tabel\b|\bals\s+volgt\b|\b(?:de|het)\s+volgende\b[^.;]*:\s*$|\bteken\s+(?:ik\s+)?daarbij\b|\bu\s+(?:op\b[^.;]{0,40})?ontvangen\b",
    _I,
)
LAW_TEXT = Cued(
    r"\bop\s+grond\s+van\b|(?<!ing\svan\s)(?<!ing\svan\shet\s)\bartikel\s+\d|\bartikelen\b|\bstrafbaar\b|\bvergunningplicht\b|"
    r"\brechter\b|\baanbieders\b|\bde\s+klant\b",
    _I,
)
REASONING = Cued(
    r"\b(?:immers|echter|dus|weliswaar|evenwel|hierdoor|kortom|overigens|vermoedelijk|bijvoorbeeld|vaak|"
    r"soms|namelijk|niet\s+altijd|te\s+weinig|te\s+vaak|lijkt|geen\s+ruimte)\b",
    _I,
)
UNDECIDED = Cued(
    r"\b(?:volgend|nieuw|toekomstig)\w*\s+kabinet\b[^.;]*\b(?:besluit\w*|beslis\w*|aan)\b|"
    r"\baan\s+een\s+(?:volgend|nieuw)\s+kabinet\b|\bnog\s+(?:geen|niet)\b[^.;]*\bbesl\w+|"
    r"\bmoet(?:en)?\b[^.;]{0,20}\bnog\b[^.;]{0,20}\b(?:beslissen|besluiten)\b|\bna\s+ommekomst\b|^\W*[Oo]f\b[^.;]*\bhangt\b|"
    r"\b[Oo]f\b[^.;]{0,60},\s*(?:beslis|besluit)\w*|^\W*Of\b[^.;]*,\s*wordt\b[^.;]*\bbesl(?:oten|ist)\b"
    r"|\bnog\s+(?:te\s+|worden\s+)?(?:besloten|beslist|besluiten)\b"
    r"|\b(?:besluit|beslissing|keuze)\b[^.;]{0,60}\bniet\s+genomen\b|\b(?:nog\s+)?een\s+open\s+vraag\b"
    r"|^\W*Of\b[^.;]*,\s*(?:laat\s+(?:ik|wij|het\s+kabinet)\s+(?:over|afhangen)|(?:zal|moet)\b[^.;]*\b(?:blijken|beslissen|besluiten))\b"
    r"|\b(?:besluit|beslissing)\s+(?:daarover|hierover)\s+(?:valt|volgt)\b|\baan\s+een\s+later\b[^.;]*\bbesluit\b",
    _I,
)
PROPOSED = Cued(
    r"\bstel(?:t|len)?\s+(?:ik\s+|wij\s+)?voor\s+(?:een|om|de|het)\b[^.;]*\bte\b|\bvoorgesteld\s+wordt\b|\bwordt\s+voorgesteld\b|"
    r"\bzou(?:den)?\b[^.;]*\bkunnen\b|\boverw(?:eeg|eg)\w*\b|\boverwogen\s+wordt\b|\bwordt\s+overwogen\b",
    _I,
)
IN_DOUBT = Cued(
    r"^\W*Of\b[^.;]*,\s*(?:laat|beslis\w*|besluit\w*|zal|is|hangt)\b|\b(?:besluit|beslissing|keuze)\b[^.;]*\bgenomen\b"
    r"|\boverwe(?:eg|egt|gen)\b",
    _I,
)
"""What is weighed or left open, without a verb of work."""
A_PROPOSAL = Cued(r"\been\s+(?:\w+\s+)?voorstel\b(?!\s+(?:te\s+)?doen\b)", _I)
DELAYED = Cued(
    r"\bvertraging\b|\bvertraagd\b|\buitgesteld\b|\b(?:vooruit|op|ver)geschoven\b|\bverschoven\s+naar\b|\blater\s+dan\b|\blanger\s+op\s+zich\s+wachten\b|"
    r"\bverplaatst\s+naar\s+\d|\bmeer\s+tijd\s+nodig\b|\bloopt\b[^.;]{0,30}\buit\b|\bloopt\s+achter\b",
    _I,
)
DROPPED = Cued(
    r"\bstopgezet\b|\b(?:is|zijn|wordt|worden)\b[^.;]{0,60}\bgestopt\b|\bgeen\s+doorgang\b|\bbeëindigd\b|\bafgezien\b|\bzie(?:n|t)?\s+(?:ik|wij|we)\s+af\b|\blaten\s+varen\b|"
    r"\b(?:niet|geen)\b[^.;]{0,60}\b(?:door|voort)gezet\b|\bniet\s+voortgezet\b|\bgaat\s+niet\s+door\b|\bvan\s+de\s+baan\b|"
    r"\bvan\s+tafel\b|\b(?:gaat|gaan)\b[^.;]{0,40}\bniet\s+door\b|\bgeannuleerd\b|\bafgelast\b|^\W*vervallen\b|\btrek(?:ken)?\s+(?:ik|wij|we)\s+in\b|\b(?:ik|wij|we)\s+trek(?:ken)?\b[^.;]{0,60}\bin\b|"
    r"\b(?:komt|komen)\s+er\s+(?:vooralsnog\s+)?niet\b|\bgestaakt\b|\blosgelaten\b|\bingetrokken\b",
    _I,
)
WITHDRAWN = re.compile(
    r"\b(?:[a-z]*vergunning|ontheffing|erkenning|licentie|certifica(?:at|ten))\b[^.;]*\bingetrokken\b",
    _I,
)
"""What an office takes from somebody is its own act, and no work that stops."""
CONTINUOUS = Cued(
    r"\bdoorlopend\b|\bvoortdurend\b|\bstructureel\b|\bcontinu\b|\bdag\s+en\s+nacht\b|\bvaste?\s+organisatie\b|"
    r"\bal\s+(?:een\s+)?geruime\s+tijd\b",
    _I,
)
AHEAD = Cued(
    r"^\W*(?:Zodra|Wanneer)\b|\bzodra\b|\bheeft\s+het\s+voornemen\b|\bvan\s+plan\b|\bga(?:at|an)?\b[^.;]{0,60}\bin\s+gesprek\b"
    r"|^\W*Na\s+(?:(?:de|het|een)\s+)?[a-zà-ÿ]+(?:ing|atie|name|ontvangst)\b(?![^;]*\b(?:is|zijn|heeft|hebben|werd)\b)"
    r"|^\W*Er\s+kom(?:t|en)\b|\bkom(?:t|en)\s+er\b|\b(?:de\s+)?komende\s+(?:maanden|weken|periode|tijd)\b|\bbinnenkort\b"
    r"|\b(?:voornemens|gepland|wil|willen)\b|\bgaat\b[^.;]*\bvan\s+start\b|\bstart(?:en)?\b[^.;]*\bbegin\b",
    _I,
)
WAS_DONE = Cued(r"\bwerd(?:en)?\b(?![^;]*\b(?:wordt|worden)\b)", _I)
ENDED = Cued(r"\b(?:is|zijn|heeft|hebben|heb|werd|werden)\b", _I)
STARTED = Cued(
    r"\b(?:gestart|van\s+start|begonnen|in\s+gang|in\s+de\s+maak|loopt|lopen|gewerkt|ingezet|"
    r"(?:start|begin)\s+gemaakt)\b",
    _I,
)
UNDER_WAY = Cued(
    r"\b(?:bezig\s+(?:om|met)|in\s+de\s+maak|in\s+(?:ontwikkeling|voorbereiding|uitvoering)|momenteel|"
    r"op\s+dit\s+moment)\b",
    _I,
)
MONEY = Cued(
    r"(?:€|\beuro\b|\bmiljoen\b|\bmln\b)[^;]*\b(?:gereserveerd|beschikbaar|uitgetrokken|gemoeid|begroot)\b"
    r"|\bstel\w*\b[^;]*(?:€|\beuro\b|\bmiljoen\b|\bmln\b)[^;]*\bbeschikbaar\b",
    _I,
)
SETTLED = Cued(
    r"\bafgedaan\b|\bmoties?\b[^;]*\b(?:is|zijn|werd|werden)\b[^;]{0,60}"
    r"\b(?:ingediend|aanvaard|aangenomen|ingetrokken|verworpen)\b"
    r"|\b(?:is|zijn|werd|werden)\b[^;]{0,30}\bmoties?\s+(?:ingediend|aanvaard|aangenomen)\b",
    _I,
)
"""What became of a motion: nobody's work yet."""
SOME_PARTICIPLE = Cued(
    r"\b(?:wordt|worden|is|zijn|heeft|hebben|heb|zal|zullen)\b[^;]*\b(?!geweest|gebleken|geworden|gegaan|"
    r"gekomen|geleden|gebleven|gestegen|gedaald|geacht|bekend|beperkt|betekent|gebied|gevolg|gelegen|"
    r"geval|gezien|gevonden|bestaat|bevoegd|bereid|besteed|bestand|beleid|bericht|gericht|gerecht|"
    r"gebracht|verplicht|verschillend|bedoeld|belangrijk|ontstaan|gebeurd|toegenomen|afgenomen)"
    r"(?:\w{0,6}ge|be|ver|ont|her)[a-zë]{3,}(?:d|t)\b(?![^;]{0,3}\w*\s+(?:dat|hoe)\b)",
    _I,
)
"""A finite auxiliary with what looks like the participle of a verb that no list has."""
SETTLES_IT = re.compile(r",\s+(?:zodat|waarmee|en\s+daarmee)\b[^;]*\bmotie\b[^;]*$")
"""What work means for a motion, behind the work: ", zodat ik de motie als afgedaan beschouw"."""
STATUS_ROW = re.compile(
    r"^\W*(?P<word>[A-Z]?[a-zà-ÿ]*(?:gesteld|[a-zà-ÿ]{5,}(?:d|t)|gegeven|genomen|gekomen|gesloten)|[Vv]ervallen|"
    r"[Nn]og\s+te\s+besluiten|[Ll]open[d]?|[Vv]oorgenomen|[Ii]n\s+(?:voorbereiding|uitvoering|ontwikkeling)|"
    r"[Jj]aarlijks|[Dd]oorlopend|[Gg]ereed|[Nn]ieuw|[Gg]epland)\b[^:.;]{0,50}:\s(?=[^.;]*[a-zà-ÿ]{3})",
)
"""A row that begins with where it stands: "Afgerond: ...", "In voorbereiding: ..."."""
NO_ROW = re.compile(r"^\W*(?:toegezegd|motie|kosten|budget|bedrag|stand|datum)\b", _I)
OFTEN = Cued(
    r"\b(?:(?:een|twee|drie|vier)maal\s+per|(?:twee|drie|vier)\s+keer\s+per|jaarlijks\w*|maandelijks\w*|"
    r"wekelijks\w*|dagelijks\w*|geregeld|regelmatig|periodiek|telkens|steeds\s+weer"
    r"|(?:elk|ieder)e?\s+(?:twee\s+)?(?:jaar|kwartaal|maand|weken|week|dag|keer)|om\s+de\s+(?:week|maand)|doorlopende?)\b",
    _I,
)
