"""Words with which a government promises Parliament something, and those that only look so.

A promise to tell is put together: whom (`PARLIAMENT`), a way of telling (`INFORM`) and a time
that is not past. `PROMISED` holds the words for a promise made before.
"""

import re

from samen.core.cued import Cued

_I = re.IGNORECASE
PARLIAMENT = Cued(
    r"\b(?:(?:uw|de|beide)\s+kamers?(?!\s+van)|uw\s+(?:raad|staten|college|ministerie|bestuur)|(?:de|provinciale)\s+staten(?!-)|de\s+gemeenteraad|(?:tweede|eerste)\s+kamer|het\s+parlement|u|"
    r"(?:uw|de)\s+(?:vaste\s+)?commissie\s+voor|uw\s+(?:vaste\s+)?commissie|staten-generaal|TK"
    r"|EK)\b",
    _I,
)
_NEWS = (
    r"(?:verslag|uitsluitsel|duidelijkheid|antwoord|inzicht|verantwoording|rekenschap|"
    r"(?:nader\s+)?bericht|reactie|terugkoppeling|toelichting|briefing|overzicht|appreciatie|stand|voorstel)"
)
_GIVE = (
    r"(?:geef|geeft|geven|gegeven|doe|doet|doen|gedaan|bied|biedt|bieden|geboden|leg|legt|leggen|"
    r"afleggen|afgelegd|uitbrengen|uitgebracht|breng|brengt|brengen|verzorgt?|verzorgen|verzorgd|verschaf|verschaft|verschaffen|"
    r"maak|maakt|maken|volgt?|krijgt?)"
)
_WITHIN = r"(?:(?!\b(?:die|dat|waarin|waarmee)\b)[^.;])"
INFORM = Cued(
    r"\b(?:informeer|informeert|informeren|geïnformeerd|geinformeerd|bericht(?:en)?"
    r"|inlichten|ingelicht|in\s+te\s+lichten|melden|meldt?|mede(?:delen|gedeeld)|meedelen"
    r"|meegedeeld"
    r"|rapporteer|rapporteert|rapporteren|gerapporteerd|terugkomen|terugkom|terugkomt|teruggekomen"
    r"|terug\s+te\s+komen|(?:toe|na|op|door)?(?:zend|zendt|zenden|gezonden|stuur|stuurt|sturen"
    r"|gestuurd)"
    r"|(?:toe|na|op|door)\s+te\s+(?:zenden|sturen)|toe(?:ge)?zonden|toegestuurd|verzenden|verzonden"
    r"|versturen|verstuurd|aanbied|aanbiedt|aanbieden|aangeboden|aan\s+te\s+bieden|voorleg"
    r"|voorleggen"
    r"|voorgelegd|voor\s+te\s+leggen|toekomen|ontvangen|tegemoet\s*zien"
    r"|tegemoet\s+(?:te\s+zien|kunt\s+zien|kan\s+zien)|vernemen|bereikt|bereiken|deelgenoot"
    r"|verstrek|verstrekt|verstrekken|beantwoord|beantwoordt|beantwoorden|schrijft?|schrijven"
    r"|bijpraten"
    r"|uiteenzetten|toelichten|toegelicht|op\s+de\s+hoogte|in\s+kennis|ter\s+kennis|te\s+informeren"
    r"|meegenomen|besproken|bespreken|delen|gedeeld|uiteengezet|doorgeleiden|doorgeleid)\b"
    r"|\bdeel\s+(?:ik|wij)\b|\bik\b[^.;]{0,60}\bmet\s+(?:u|uw\s+Kamer)\s+deel\b"
    r"|\bla(?:at|ten)\b[^.;]{0,120}\b(?:weten|toekomen)\b|\bdoe[nt]?\b[^.;]{0,120}\btoekomen\b"
    r"|\b(?:u|kamers?|commissie|raad(?:sleden|scommissie)?|staten|college|ministerie|fracties)\s+(?:[\w-]+\s+){0,8}"
    r"(?:krijgt|krijgen|ontvangt|ontvangen|verneemt|hoort)\b"
    r"|\b(?:krijgt|krijgen|ontvangt|ontvangen|verneemt|hoort)\s+(?:u|uw|(?:de|beide)\s+(?:Kamers?|raad|staten))\b"
    r"|\b(?:u|kamers?|raad|staten)\s+(?:[\w-]+\s+){0,4}betrokken\b"
    r"|\b(?:kunt|kan|mag)\s+(?:u|uw\s+Kamer)\b[^.;]{0,80}\bverwachten\b|\bkenbaar\s+(?:ge)?ma(?:akt|ken)\b"
    r"|\b(?:u|kamers?|raad)\s+(?:kunt|kan|mag)\b[^.;]{0,80}\bverwachten\b|\bantwoord(?:en)?\s+(?:ik|wij)\b|\bkomt\b[^.;]{0,80}\btoe\b"
    r"|\bga(?:at|an)?\s+(?:ik|wij)\b[^.;]{0,60}\bin\b(?!\s+(?:gesprek|overleg|debat))|\bla(?:at"
    r"|ten)\s+(?:ik|wij)\s+(?:u|uw\s+Kamer)\b"
    r"|\bkom(?:t|en)?\b[^.;]{0,80}\bterug\b|\bpra(?:at|ten)\b[^.;]{0,60}\bbij\b"
    r"|\blicht(?:en)?\b[^.;]{0,80}\b(?:in|toe)\b"
    r"|\bbied(?:t|en)?\b[^.;]{0,120}\baan\b|\bleg(?:t|gen)?\b[^.;]{0,80}\bvoor\b"
    r"|\bzet(?:ten)?\b[^.;]{0,80}\buiteen\b|\bdeel(?:t)?\b[^.;]{0,60}\bmede\b"
    rf"|\b{_NEWS}\b{_WITHIN}{{0,90}}\b{_GIVE}\b|\b{_GIVE}\b{_WITHIN}{{0,90}}\b{_NEWS}\b",
    _I,
)
"""Ways to tell: verbs of telling, sending and receiving, and "verslag doen" with its kind."""
_TOLD = (
    r"(?:geïnformeerd|geinformeerd|ingelicht|toegezonden|toegestuurd|verzonden|gezonden|gestuurd|"
    r"aangeboden|ontvangen|gerapporteerd|bericht(?!\s+(?:ik|wij)\b)|gemeld|gedeeld|beantwoord|"
    r"meegenomen|toegelicht|besproken|uiteengezet|voorgelegd|verstrekt|gekregen|laten\s+weten"
    r"|gegeven|"
    r"doen\s+toekomen|teruggekomen|opgenomen)"
)
PAST = Cued(
    r"\b(?:bent|is|zijn|heb|heeft|hebben|was|waren|werd|werden|had|hadden)\b"
    rf"(?:(?!\b(?:zal|zullen|wordt|worden|ontvangt|zodra)\b)[^;]){{0,120}}\b{_TOLD}\b"
    r"|\b(?:informeerde|stuurde|zond|ontving|berichtte|meldde|vroeg|verzocht|kreeg)\b"
    rf"|\bte\s+hebben\s+{_TOLD}\b|\b{_TOLD}\s+te\s+hebben\b",
    _I,
)
ONCE = Cued(r"\b(?:zodra|nadat|wanneer)\b[^,.;]{0,90},", _I)
"""A clause that says after what a promise is kept: what has been done in it is no past."""
AHEAD = Cued(
    r"\b(?:zal|zullen|zult|word|wordt|worden|antwoord(?:en)?|verschaft?|ontvangt|krijgt|krijgen|informeert?|stuurt?|zendt?|komt?|komen"
    r"|bied|biedt|"
    r"rapporteert?|rapporteren|informeren|berichten|bericht|schrijft?|bereikt|stel|stellen|stelt|leg|legt|leggen|hoop|wil|bereid"
    r"|deel|delen|"
    r"blijf|blijft|kunt|kan|mag|meld(?:en|t)?|toestuurt?|toezendt?|terugkomt?|aanbiedt?|laat|laten|houd"
    r"|houdt|"
    r"houden|praten|nemen|voorleggen|ontvangen|betrek|ga|gaan|streef|streven|verwacht|verwachten|hoort|doe|doet|doen"
    r"|verneemt|licht|lichten|zet|"
    r"geeft?|geven|verzorg\w*|beantwoordt?|breng|brengt|brengen|praat|maak|maakt|sturen|zenden"
    r"|informeren|"
    r"berichten|bieden|verstrek\w*|volgt)\b",
    _I,
)
PROMISED = Cued(
    r"\btoezegging(?:en)?\b|\btoegezegd\w*|\bzeg(?:de|t|den|gen)?\b[^.;]{0,60}\btoe\b|"
    r"\bzei(?:den)?\b[^.;]{0,40}\btoe\b|\bgestand\b|\bbeloofd\w*|\bbeloof\b|\bbeloven\b|\bbeloften?\b|"
    r"\b(?:ik|wij)\b[^.;]{0,60}\bin\s+het\s+vooruitzicht\s+stel\w+|"
    r"\bin\s+het\s+vooruitzicht\s+(?:ge|te\s+)stel\w+|\btoezeg(?:gen|de)\b|"
    r"\bheb\s+(?:ik|wij)\b[^.;]{0,60}\b(?:gezegd|aangegeven)\s+dat\s+(?:ik|wij)\b[^.;]{0,90}\bzou(?:den)?\b|"
    r"\bvoornemen\s+houd\b|\b(?:heb|had|hebben|heeft)\s+(?:ik|wij"
    r"|mijn\s+\w+)\b[^.;]{0,60}\b(?:aangegeven|"
    r"aangekondigd|gezegd)\b[^.;]{0,90}\bte\s+(?:zullen\b|komen\b|informeren|doen\s+toekomen|sturen|zenden)",
    _I,
)
"""A promise that was made: "zei toe", "beloofd", "in het vooruitzicht gesteld"."""
CITED = re.compile(
    r"\W*Toe(?:zegging\b|gezegd\b)(?![^.]*\b(?:zal|wordt|worden|is|zijn|ontvangt|staat|nagekomen)\b)"
)
"""A note that only says where a promise was made."""
NO_PROMISE = Cued(
    r"\b(?:leden|lid|fracties?|heer|mevrouw)\b[^.;]{0,90}(?<!de )(?<!die )(?<!deze )"
    r"\b(?:vra(?:agt|gen)|vroeg(?:en)?)\s+(?:zich\s+af\s+)?(?:(?:mij|ons|voorts|verder|daarnaast|ook|tevens)\s+)?(?:in\s+het\s+\w+\s+(?:van\s+[^.,;]{3,25}\s)?)?"
    r"(?:of|wanneer|hoe|hoeveel|wat|welke|waarom)\b"
    r"|\bwil(?:len)?\b[^.;]{0,20}\bleden\b[^.;]{0,20}\bweten\b|"
    r"\btoezegging\b[^.;]{0,60}\b(?:kan|kunnen|wil|willen)\s+(?:ik|wij)\b[^.;]{0,20}\bniet\b"
    r"|\b(?:kan|kunnen|wil|willen)\b[^.;]{0,60}\bniet\b[^.;]{0,20}\b(?:toezeggen|beloven)\b"
    r"|\bzeg(?:gen)?\s+(?:ik|wij)\b[^.;]{0,30}\bniet\s+toe\b|\binforme(?:ert|ren|erde|erden)\s+naar\b"
    r"|\bgeen\s+toezegging(?:en)?\s+(?:gedaan|gekregen|ontvangen)\b"
    r"|\b(?:kan|kunnen|wil|willen)\b[^.;]{0,40}\bgeen\b[^.;]{0,20}\b(?:toezegg|mededel)ing|(?:€|\beuro\b|\bsubsidie\b)[^;]{0,40}\btoegezegd\b"
    r"|\btoegezegd\s+(?:om\s+)?(?:€|EUR\b)",
    _I,
)
"""A promise that is refused, or money that is promised to somebody."""
PROMISES_NOW = Cued(
    r"\b(?:zeg|zeggen)\s+(?:ik|wij)\b[^.;]{0,60}\btoe\b|\b(?:ik|wij|zij|hij)\s+(?:zegt?"
    r"|zeggen)\b[^.;]{0,60}\btoe\b|\b(?:beloof|beloven)\b|\bwil(?:len)?\b[^.;]{0,60}\btoezeggen\b"
    r"|^\W*toegezegd\s*(?::|wordt\b)|\b(?:ik\s+doe|doe\s+ik|wij\s+doen|doen\s+wij)\b[^.;]{0,40}\bde\s+toezegging\b(?!\s+gestand)",
    _I,
)
"""A promise that is made here and now."""
_NOT = r"(?:niet|nog\s+niet|nog\s+geen|geen|onvoldoende)"
NOT_YET = Cued(
    r"\b(?:dat|dit)\s+lukt\b[^.;]{0,20}\bniet\b|\bnog\s+geen\s+(?:overeenstemming|duidelijkheid|besluit|uitsluitsel|zicht|resultaat)\b"
    rf"|\b{_NOT}\b[^.;]{{0,60}}\b(?:waarmaken|nakomen|nagekomen|inlossen|ingelost|gestand|gereed|klaar"
    rf"|voldoen|voldaan|"
    r"afgerond|beschikbaar|afgedaan|gegeven|geven|beantwoord(?:en)?|toegezonden|verzonden"
    r"|verschenen|plaatsgevonden|gevoerd|begonnen|gestart|uitgevoerd|afgehandeld)\b"
    r"|\bmoet(?:en)?\s+(?:ik\s+|wij\s+)?nog\b|\b(?:toezegging|belofte)\s+wacht(?:en|t)?\b|\bnog\s+openstaat\b"
    r"|\b(?:houdt\s+u|heeft\s+u|krijgt\s+u)\b[^.;]{0,60}\btegoed\b|\b(?:staat|staan)\s+nog\s+uit\b"
    r"|\b(?:nog|langer)\s+op\s+zich\s+wachten\b",
    _I,
)
"""What says that a promise could not be kept until now."""
DELAYED = Cued(
    r"\b(?:staat|staan)\s+nog\s+open\b|\bvertra(?:agd|ging)\b|\blanger\s+op\s+zich\s+wachten\b"
    r"|\b(?:verg|kos)(?:t|en|ten)\s+(?:nog\s+)?meer\s+tijd\b",
    _I,
)
"""What leaves a promise open, unless a new day is given."""
KEPT = re.compile(
    r"\btoezegging\b[^.;]{0,160}\bis\s+(?:inmiddels\s+|hiermee\s+)?(?:uitgevoerd|verwerkt|vervuld|gerealiseerd)\b|\bhieronder\b|\b(?:ter|in)\s+(?:uitvoering|nakoming|invulling|antwoord)\s+(?:van|op)\s+"
    r"(?:de|deze|die|mijn|onze)\s+toezegging|\btoegezegde\b[^;]{0,80}\b(?:is|zijn|heeft|hebt)\b"
    r"[^;]{0,90}\b(?:aangeboden|ontvangen|toegezonden|toegestuurd|verzonden|gestuurd|gepubliceerd|"
    r"verschenen|afgerond|verricht|uitgevoerd|opgeleverd|voltooid|gepresenteerd)\b|"
    r"\bgestand\b|\bnagekomen\b|\bik\s+betrek\s+(?:daar|hier)bij\b|\b(?:uitvoering|gevolg|invulling)\b[^.;]{0,20}\baan\s+(?:de|mijn|deze|die|onze)\s+toezegging|"
    r"\bkom(?:en)?\s+(?:ik|wij)\b[^.;]{0,60}\bna\b|\b(?:ik"
    r"|wij)\b[^.;]{0,60}\bnakom(?:en)?\b|"
    r"\binvulling\s+(?:aan\s+)?(?:gegeven|geef|geven)?|"
    r"\bvoldaan\b|\bvoldoe(?:n)?\b|\bafgedaan\b|\bafgehandeld\b|\bingelost\b"
    r"|\blos(?:sen)?\b[^.;]{0,60}\bin\b|"
    r"\bdoe\s+dat\s+hierbij\b|\bgevolg\s+door\s+hierbij\b|"
    r"\b(?:met|in)\s+(?:deze|onderhavige)\s+(?:\w+\s+)?(?:brief|voortgangsbrief|rapportage)\b|"
    r"\b(?:inmiddels|intussen|reeds|al)\s+(?:\w+\s+){0,2}(?:gepubliceerd|verzonden|toegezonden"
    r"|aangeboden|"
    r"verschenen|gedaan|gebeurd|beantwoord|verricht|uitgevoerd|ontvangen)\b|"
    r"\b(?:met|in)\s+dit\s+schrijven\b|\bhierbij\b(?!\s+(?:is|werd|zijn|heb|heeft|hebben)\b)|"
    r"\bbij\s+dezen?\b|\bbijgaand\w*|\bbijgevoegd\w*|"
    r"\b(?:in|als)\s+(?:de\s+|een\s+)?bijlage\b|\btreft\s+u\b[^.;]{0,80}\baan\b|\bbijgesloten\b",
    _I,
)
KEPT_LATER = Cued(
    r"\bkom(?:en)?\s+(?:ik|wij)\s+(?:(?!deze|dit|bij)\w+\s+){0,2}(?:in|voor|vóór|na|begin|eind|medio|uiterlijk)\b"
    r"[^.;]{0,40}\bna\W*$",
    _I,
)
THAT_THING = re.compile(
    r"(?:Dat|Die|Deze|Dit|Hieronder|Hierbij|Bijgaand|U\s+(?:vindt|treft)\s+(?:het|die|deze|dit|dat|ze))\s"
)
"""How a sentence begins that goes on about what was promised in the one before."""
_HOW_MANY = (
    r"\d+|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|alle|openstaande|(?:na)?volgende"
)
NAMES = Cued(
    r"\bvolgen\s+(?:de|alle)\s+toezeggingen\b|\b(?:moties\s+en|(?:stand|overzicht|lijst|uitvoering)(?:\s+van\s+zaken)?\s+van\s+(?:de|alle|uw|mijn))\s+toezeggingen\b|\btoezeggingenregister\b"
    rf"|\b(?:{_HOW_MANY})\s+toezeggingen\b"
    r"|^\W*(?:moties?\s+(?:of|en|/)\s+)?toezegging(?:en)?\b(?=.*\b(?:[Ss]tand|status|wanneer|datum)\b)[^.]{0,80}$"
    r"|^\W*(?:[\w-]+\s+){0,3}een\s+(?:nieuwe|laatste)\s+toezegging\W*$|\bniet\s+alles\s+wat\b"
    r"|^\W*toezegging\s+(?:nr\.?\s*)?[A-Z]{0,3}-?\d[\d./-]*\W*$",
    re.IGNORECASE,
)
"""The word "toezegging" in a title, or in a number of them."""
HEADS_LIST = Cued(r"\btoezegging(?:en)?\b|\btoegezegde?\b", _I)
"""A heading over a list of promises."""
STATED = Cued(r"[:;–]\s|\.\s+(?=[A-Z])")
STATE_LABEL = Cued(r"\b(?:Stand(?: van zaken)?|Status|Afdoening):\s")
"""Between what an item of a list promises and where that stands."""
DONE = Cued(
    r"\b(?:verzonden|toegezonden|gestuurd|verstuurd|aangeboden|ingelost|gereed|gepubliceerd"
    r"|verschenen|beantwoord|gedaan|afgerond|uitgevoerd)\b", _I,
)  # fmt: skip
TOLD_THEM = Cued(r"\b(?:geïnformeerd|ingelicht|bericht|gemeld|nagekomen)\b", _I)
NOT_DONE = Cued(
    r"\b(?:nog\s+)?niet\b|\bnog\s+geen\b|\bmoet(?:en)?\s+nog\b|\bopen\b|\bvertraagd\b|\bvervallen\b"
    r"|\bloopt\b|\bnog\s+in\s+\w+|\bligt\s+nog\b|\bloopt\s+nog\b|\bwordt\s+nog\b",
    _I,
)
AGAIN = Cued(
    r"\bopnieuw\b|\bjaarlijks\w*|\bieder\s+jaar\b|\belk\s+jaar\b|\bblijft?\b[^.;]{0,30}\bstaan\b|"
    r"\b(?:staat|staan)\s+nog\s+open\b|\bin\s+stand\b"
    r"|\b(?:zoals\s+)?eerder\b[^.;]{0,20}\btoegezegd|"
    r"\bnogmaals\b|\bherhaal\b|\bherhalen\b|\bonverkort\b|\bonverminderd\b|\bnog\s+steeds\b|"
    r"\bzoals\s+(?:(?!\bik\b)[^,.;]){0,60}\b(?:vermeld|gemeld|aangekondigd|aangegeven|afgesproken"
    r"|bericht|meldde|"
    r"aankondigde|toegezegd|bekend)\b|\bzoals\s+ik\b[^,.;]{0,60}\b(?:aankondigde|meldde"
    r"|heb\s+(?:aangekondigd|gemeld))",
    _I,
)
SAID_BEFORE = Cued(
    r"\bblijft?\b[^.;]{0,30}\b(?:staan|doen)\b|\bnogmaals\b|\bherhaal\b|\bherhalen\b|\bonverkort\b|\bonverminderd\b"
    r"|\bnog\s+steeds\b|\b(?:nog\s+)?niet\s+gereed\b|\b(?:zoals|anders\s+dan)\s+[^,.;]{0,60}\b(?:vermeld|gemeld|aangekondigd|aangegeven"
    r"|afgesproken|bericht|meldde|aankondigde|toegezegd|bekend)\b|\beerder\b[^.;]{0,30}\b(?:toegezegd|aangekondigd|beloofd)\w*"
    r"|\b(?:staat|staan)\s+nog\s+open\b|\bkondigden?\s+(?:ik|wij)\b[^.;]{0,80}\baan\b"
    r"|\b(?:heb(?:ben)?\s+(?:ik|wij)|(?:ik|wij)\s+heb(?:ben)?)\s+(?:toen|destijds|daarop|indertijd)\s+(?:aangegeven|gemeld|geantwoord|gezegd)\b"
    r"|\b(?:die|dat)\s+(?:ik|wij|mijn)\b[^,.;]{0,60}\b(?:had|heb|hadden|hebben)\s+(?:aangekondigd|beloofd)\b",
    _I,
)
"""What says that a promise to tell was made before; "opnieuw" and "jaarlijks" do not."""
DELIVERED = Cued(
    r"\b(?:\w*fiche|standpunt|\w*reactie|\w*rapport\w*|\w*brief|evaluatie|overzicht|verslag"
    r"|\w*plan|monitor|onderzoek)\b[^;]{0,60}\b(?:daarover|hierover|daarvan|hiervan)\b"
    r"[^;]{0,60}\b(?:is|zijn|heeft|hebt)\s+(?:u|uw\s+Kamer|uw\s+raad)\b[^;]{0,90}"
    r"\b(?:toegezonden|toegestuurd|ontvangen|aangeboden|gestuurd)\b"
    r"|\b(?:ge|ver)(?:vraagde|zochte|wenste)\b[^;]{0,80}\b(?:is|zijn)\s+(?:u|uw\s+Kamer)\s+(?:inmiddels|al|reeds)\b"
    r"|\bAan\s+(?:dat|dit|die|deze|uw)\s+(?:verzoek|wens|vraag)\s+(?:voldoe(?:n)?|geef|geven|kom(?:en)?)\s+(?:ik|wij)\b"
    r"[^.;]{0,20}\b(?:met|in|door)\s+(?:deze|dit|bijgaand)",
    _I,
)
"""A paper on what was just announced, that Parliament was given."""
HAPPENED = re.compile(
    r"\b(?:is|zijn|heeft|hebben|heb)\b[^.;]{0,60}\b(?:plaatsgevonden|plaatsgehad|gevoerd|gebeurd"
    r"|verwerkt|opgenomen|afgerond|uitgevoerd|verschenen|opgeleverd|gepubliceerd|gevoegd)\b|\bis\s+(?:het\s+geval|gebeurd|inmiddels|gedaan)\b|\b(?:staat|staan)\s+in\b|\bheb\s+ik\s+gedaan\b|\btreft\s+u\b",
    _I,
)
"""What says that it was done, behind a promise."""
DONE_BEHIND = Cued(
    r";\s+(?:dat|die|dit)\s+(?:(?:is|zijn)\s+(?:het\s+geval|gebeurd|gedaan|er\s+\d+)|heb\s+ik)\b",
    _I,
)
BEFORE_MEETING = Cued(
    r"(?:\bvóór|(?<!agenda\s)\bvoor)\s+(?:de|het)\s+(?:[\w-]+\s+){1,4}(?:van|op)\s+$", _I
)
"""Before what happens on a day: "vóór de raad van 24 april"."""
OF_A_PAPER = Cued(
    r"\b(?:toezegging|brief|rapport|antwoord|motie|verzoek)(?:en)?\s+(?:van|d\.d\.)\s+$"
    r"|\b(?:begroting|\w*nota|jaarverslag)\s+(?:van\s+|voor\s+)?$",
    _I,
)
"""Before the day or year of a paper, which is no deadline."""
PARTLY = Cued(r"\bten\s+dele\b|\bgedeeltelijk\b|\bdeels\b", _I)
TELLS_NOW = re.compile(
    r"\W*ik\s+schrijf\s+u\s+(?:mede\s+)?namens\b"
    r"|\W*(?:Graag\s+|Daarom\s+)?(?:(?:ik|wij)\s+(?:informe(?:er|ren)|bericht(?:en)?)"
    r"|(?:informe(?:er|ren)|bericht(?:en)?)\s+(?:ik|wij))\s+(?:u|uw\s+(?:Kamer|raad|Staten))\s+over\b",
    _I,
)
"""How a letter says what it does itself."""
THEREIN = Cued(
    r"\b(?:daarin|daarbij|hierin)\b[^.;]{0,60}\b(?:ik|wij|zal|zullen)\b|\b(?:ik|wij)\b[^.;]{0,20}\bdaarin\b",
    _I,
)
"""What the paper that was just promised will hold."""
TELLS = Cued(
    r"\b(?:ingaan|vermeld\w*|opnemen|opgenomen|meenemen|meegenomen|aandacht|toelicht\w*|betrekken|betrokken|schets\w*)\b"
    r"|\bga\s+ik\b[^.;]{0,60}\bin\b",
    _I,
)
ONCE_MORE = Cued(r"\bopnieuw\b[^.;]{0,20}\bgestand\b|\bnogmaals\b|\bherhaal\b", _I)
"""A promise that is kept each time, or said again, goes on."""
THIS_LETTER = Cued(
    r"\b(?<!naast\s)(?<!na\s)(?<!op\s)(?:deze|onderhavige|voorliggende)\s+(?:\w+\s+)?(?:brief"
    r"|voortgangsbrief|rapportage)\b"
    r"|\b(?:ik\s+schrijf|wij\s+schrijven)\s+u\s+(?:mede\s+|ook\s+)?namens\b"
    r"|\b(?:(?:kan|kunnen)\s+(?:ik|wij)\s+(?:u|uw\s+Kamer)|(?:ik|wij)\s+(?:kan|kunnen)\s+(?:u|uw\s+Kamer))\b[^.;]{0,30}"
    r"\b(?:melden|mededelen|meedelen|berichten)\s+(?:dan\s+)?dat\b|\bkan\s+worden\s+(?:medegedeeld|meegedeeld|gemeld)\s+dat\b"
    r"|\bdit\s+schrijven\b|\bhierbij\b(?![^.;]{0,60}\bbetrek)|\bhieronder\b|\bhierna\b|\bhiervoor\s+(?:ben|heb|is)\b"
    r"|\bbijgaand\w*|\bbijgevoegd\w*"
    r"|\b(?:in|als)\s+(?:de|een)\s+bijlage\b|\b(?:in\s+)?het\s+(?:onderstaande|navolgende"
    r"|bovenstaande)\b"
    r"|\bachtereenvolgens\b|\btreft\s+u\b",
    _I,
)
SEPARATE = Cued(r"\b(?:separate|afzonderlijke|aparte|eigen)\s+(?:Kamer)?brief\b", _I)
RETURN = Cued(
    r"\b(?:hier|daar)\b[^.;]{0,60}\bop\s+terug\b|\bkom(?:en|t)?\b[^.;]{0,20}\b(?:hier"
    r"|daar)op\b[^.;]{0,60}\bterug\b|"
    r"\b(?:hier|daar)op\s+(?:kom(?:en|t)?|zal|zullen)\b[^.;]{0,60}\bterug(?:komen)?\b|"
    r"\bkom(?:en)?\s+(?:ik|wij)\b[^.;]{0,80}\bterug\b|\b(?:ik"
    r"|wij)\s+kom(?:en)?\b[^.;]{0,80}\bterug\b",
    _I,
)
"""To come back to something, said in a letter to Parliament, is a promise to Parliament."""
HANDS_OVER = Cued(
    r"\b(?:dat|die|deze|dit)\s+(?:zal|zullen)\s+(?:ik|wij|we)\s+(?:[\w-]+\s+){0,4}"
    r"(?:verstrekken|toezenden|toesturen|sturen|geven|aanbieden|toekomen)\b"
    r"|\bverzoek\b[^.;]{0,90}\b(?:willig(?:en)?\s+(?:ik|wij|we)\b[^.;]{0,20}\bin\b"
    r"|voldoe(?:n)?\s+(?:ik|wij|we)\s+(?:in|voor|vóór|na|uiterlijk)\b"
    r"|ge(?:ef|ven)\s+(?:ik|wij|we)\b[^.;]{0,20}\bgehoor\b)",
    _I,
)
"""What a member asked for, and will get."""
TO_COUNCIL = Cued(r"\bde\s+raad(?:sleden|scommissie)?\b(?!\s+van\b|-)", _I)
"""Whom a letter to a council promises something."""
IMPLICIT = Cued(
    r"\b(?:zal|zullen)\b[^.;]*\b(?:geëvalueerd|evalueren|uitwerken|uitgewerkt|aanvullen|aangevuld|"
    r"betrokken\s+worden|worden\s+betrokken|betrekken)\b",
    _I,
)
LATER = Cued(
    r"\bde\s+komende\s+(?:maanden|tijd|periode|jaren|weken)\b|\bover\s+een\s+(?:aantal"
    r"|paar)\s+jaar\b|"
    r"\bop\s+termijn\b|\bte\s+zijner\s+tijd\b|\bzo\s+spoedig\s+mogelijk\b|\bbeleids\w+",
    _I,
)
OPEN_ENDED = Cued(
    r"\bte\s+zijner\s+tijd\b|\bzo\s+(?:spoedig|snel)\s+mogelijk\b|"
    r"\bbereid\b[^.;]{0,120}\b(?:indien|als|wanneer)\b|\b(?:indien|als"
    r"|wanneer)\b[^.;]{0,120}\bbereid\b|"
    r"\bnog\s+niet\s+(?:kunnen|te)\b|\bmeer\s+(?:duidelijkheid|zicht|bekend)\b",
    _I,
)
"""A promise without any term: it may come, on request, or when there is something to tell."""
SPEAKS_AHEAD = Cued(
    r"\b(?:ik|wij|zal|zullen|ontvangt|kom)\b|\b(?:wordt|worden)\b[^.;]*\baan\s+(?:u|uw\s+Kamer)\b",
    _I,
)
ASKED = Cued(
    r"\b(?:verzocht|vroeg|vraagt|verzoekt)\s+(?:uw|de)\s+(?:Kamer|raad)\b|\bbeve(?:elt|len)\b[^.;]{0,20}\baan\b|"
    r"\b(?:uw|de)\s+Kamer\b[^.;]{0,60}\b(?:gevraagd|verzocht|opgeroepen|verzoekt|vraagt)\b|"
    r"\b(?:verzoek|vraag|roep|draag)(?:t|en)?\s+(?:\w+\s+)?(?:de\s+regering|het\s+kabinet)\b|"
    r"\b(?:de\s+regering|het\s+kabinet|mij|ons)\b[^.;]{0,40}\b(?:verzocht|gevraagd|opgeroepen"
    r"|verzoekt|vraagt)\b|"
    r"\b(?:verzocht|gevraagd|opgeroepen)\b[^.;]{0,20}\bom\b",
    _I,
)
_LATER_ON = r"(?:\w+\s+){0,2}(?:jaar|jaren|maand|maanden|week|weken|tijd)\b"
ABOUT = Cued(
    rf"\b(?:over|omtrent|inzake|aangaande)\s+(?!{_LATER_ON})(?P<about>[^.;]+?)"
    r"(?=\s+(?:wordt|worden|zal|zullen|informeer\w*|geïnformeerd|geinformeerd|terug\w*|ontvangt|"
    r"bericht\w*|voor\s+(?:de|het)|in\s+het\s+\w+kwartaal)\b|[.;,]|$)",
    _I,
)
PURPOSE = Cued(
    r"\btoezegging\b(?:[^.;:]|(?<=\bjl)\.){0,160}?\bom\s+(?P<goal>(?:[^.;:]|(?<=\bjl)\.)+)"
    r"|\btoezegging(?:\s+om)?\s+(?P<about>[^.;:]+)|\btoegezegd\s+(?:om\s+)?(?P<rest>[^.;:]+)",
    _I,
)
OTHERS = Cued(
    r"\b(?:aan|jegens)\s+(?:de\s+|het\s+|alle\s+|deze\s+)?(?!(?:uw|beide|tweede|eerste|kamer"
    r"|leden|lid|u|die|de|het|alle|deze|mevrouw|mw|dhr|heer|vaste|commissies?|raad|fracties?|senator(?:en)?|kamerl(?:id|eden))\b)"
    r"[^\W\d_]{3,}(?:\s+[^\W\d_]+){0,3}\s+(?:is\s+|heb\s+ik\s+)?(?:toegezegd|beloofd)\b",
    _I,
)
"""To whom else a promise was made."""
FOLLOWS = Cued(r",\s+(?:zodat|opdat)\b", _I)
THEN = Cued(
    r"\b(?:zal|zullen|wordt|worden|ontvangt|krijgt)\b[^.;]{0,30}\bdan\b(?!\s+(?:ook|wel)\b)", _I
)
"""A day that the sentence before gave."""
COUNTED_ON = Cued(
    r"\b(?:waarna|daarna|vervolgens|nadien)\b[^.;]{0,80}\bbinnen\s+\w+\s+(?:dagen|weken|maanden)\b",
    _I,
)
BARE_RANK = Cued(
    r"^\W*(?:[Dd]e|[Mm]ijn)\s+(?P<rank>minister|staatssecretaris)\s+(?=(?:heeft|zal|zegt?|zegde|stuurt|komt|informeert|bericht|wil|is)\b)"
    r"|\b(?:heeft|zal|zegt|zegde|stuurt|door)\s+de\s+(?P<turned>minister|staatssecretaris)\b(?!\s+(?:van|voor)\s|[-\w])"
)
PRONOUN = Cued(
    r"^\W*(?:Zij|Hij)\b|\bafgesproken\s+dat\s+(?:hij|zij)\b|\b(?:van|door)\s+(?:hem|haar)\b(?!\s+(?!toegezegde?\b)[a-zà-ÿ]{4,})|[,;]\s+(?:zij|hij)\b"
)
"""A pronoun for the office that was named just before."""
PROMISE_ITSELF = Cued(
    r"\btoezegging(?:en)?\b(?P<whose>\s+(?:van|door)\s+(?:(?:de|het)\s+)?)?"
    r"|\b(?:is|was|werd|zijn)\b(?:(?!\b(?:heeft|hebben|dat|door)\b)[^.;]){0,90}\btoegezegd\b"
    r"|^\W*(?:[Tt]oegezegd|[Bb]eloofd)\s+(?:is|was|werd)\b",
    re.IGNORECASE,
)
"""A promise as a noun or in the passive: that of the government, unless it says whose it is."""
GIVES_WORD = re.compile(r"^\W*(?:Dat|Dit)\s+zeg(?:gen)?\s+(?:ik|wij)\b[^.;]{0,40}\btoe\b", _I)
"""A promise of what the sentence before asks."""
YET_TO_BE = Cued(r"\btoezegging\b[^.;]{0,20}\b(?:wordt|worden|zal)\b", _I)
"""What says that a promise will be kept later."""
REFERS_BACK = re.compile(
    r"\bdaarmee\b[^.;]{0,20}\btoezegging\b|\btoezegging\b[^.;]{0,20}\b(?:daarmee|hiermee)\b|\b(?:die|deze|aan\s+welke|genoemde|bedoelde)\s+(?:toezegging|belofte)\b|\bdaaraan\b|\bhieraan\b",
    _I,
)
"""The promise of the sentence before."""


def only_names(said: str) -> bool:
    """Whether a sentence has the word "toezegging" but says nothing of one: a list or a title."""
    bare = NAMES.search(said)
    return bare is not None and len(said) < 400 and not re.search(r"\btoegezegd\b|gestand", said)
