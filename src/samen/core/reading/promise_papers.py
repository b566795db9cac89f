"""Papers that a letter announces to Parliament: "een brief volgt in mei"."""

import re

from samen.core.cued import Cued

_I = re.IGNORECASE
_LETTER = r"(?:[a-z]*brief|(?!eind|tussen)[a-z]*rapportage)"
_PAPER = (
    rf"(?:{_LETTER}|(?:kabinets|beleids)?reactie|appreciatie|standpunt|kabinetsstandpunt"
    r"|berichtgeving|beantwoording|planning|jaarverslag)"
)
_NEXT = r"(?:volgende|eerstvolgende|komende)"
NEXT_HOLDS = Cued(
    rf"\b{_NEXT}\s+(?:[a-z]*verslag|[a-z]*monitor|[a-z]*nota|begroting|{_LETTER})\b[^.;]{{0,40}}\b(?:vindt|treft)\s+u\b"
    r"|\bin\s+(?:het|de)\s+(?:jaarverslag|[a-z]*nota|begroting)\s+(?:vindt|treft)\s+u\b[^.;]{0,40}\bdan\b",
    _I,
)
"""What the reader will find in a paper that is still to come."""
NEXT_APPEARS = Cued(
    rf"\b{_NEXT}\s+(?:{_LETTER}|[a-z]*monitor)\s+(?:verschijnt|volgt|komt|stuur|zend|ontvangt)\b",
    _I,
)
"""The next of a row of papers, with the time that it comes."""
FRONT = re.compile(
    r"\W*(?:(?:Mede\s+namens|Op\s+(?:uw\s+)?verzoek|Naar\s+aanleiding|In\s+(?:antwoord|reactie)"
    r"|Conform|Overeenkomstig|Ter\s+(?:voorbereiding|uitvoering))\b(?:[^.;]|\.(?!\s+[A-Z])){0,220}"
    r"\b(?:stuur|zend|bied|geef|breng(?:en)?|doe|informeer|bericht|sturen|zenden|bieden|geven)\s+(?:ik|wij)\b)",
)
"""How a letter opens that sends or tells something itself."""
OF_ITSELF = re.compile(
    rf"\W*(?:De|Deze|Dit|Mijn|Onze)\s+{_PAPER}\s+volgt\s+(?:de|het)\s+"
    r"(?!(?:komende?|volgende?|eerst\w*|tweede|derde|vierde|week|maand)\b)"
    r"|[^.;]*\bga(?:an)?\s+(?:ik|wij)\s+daar(?:bij|in)\b[^.;]*\bin\s+op\b"
)
"""What a letter says of its own order and of what it goes into."""
OF_IT = re.compile(
    r"(?:Dat|Die|Dit|Deze|Het|Daar|Daaraan|Daartoe|Daarmee|Hier|Hieraan|Hiermee|Daarvan)\b"
)
WOULD = Cued(r"\bzou(?:den)?\b(?!\s+graag)", _I)
STALLED = Cued(
    r"\b(?:niet|geen)\b[^.;]{0,60}\b(?:begin|gelukt|gereed|rond|zover|gestart|begonnen|afgerond"
    r"|klaar|verschenen|beschikbaar|toegekomen|gekomen)\b"
    r"|\b(?:vertra(?:agd|ging)|op\s+zich\s+wachten|meer\s+tijd|uitgesteld|doorgeschoven)\b",
    _I,
)
"""What says, behind a promise, that it was not kept yet."""
LOOSE = Cued(
    rf"\b{_PAPER}\b[^.;]{{0,60}}\b(?:volgt|komt\s+(?:in|voor|vóór|na|eind|begin|medio|dit)"
    rf"|verschijnt|"
    r"wordt\s+verwacht|is\s+(?:[^.;]{0,40}\s)?(?:voorzien|gepland|te\s+verwachten))\b"
    rf"|\b{_PAPER}\s+(?:zend|stuur|bied|lever)\s+ik\b"
    r"|\bvolg(?:t|en)\b[^.;]{0,40}\b(?:nader\s+bericht|(?:meer|nadere)\s+informatie|uitsluitsel|duidelijkheid)\b"
    rf"|\b(?:volgen|verschijnen)\b[^.;]{{0,60}}\bin\s+een\s+(?:\w+\s+)?{_LETTER}\b|\bantwoord(?:en)?\b[^;]{{0,160}}\bvolg(?:t|en)\b"
    r"|^(?!.*\b(?:wet|wetsvoorstel|ontwerpbesluit)\b).*\b(?:lig(?:t|gen)|kom(?:t|en)|ga(?:at|an))\s+(?:[\w-]+\s+){0,3}"
    r"(?:in|voor|vóór|na|eind|begin|medio|uiterlijk)\s+(?:[\w-]+\s+){1,4}(?:bij|naar)\s+(?:uw|de|beide)\s+(?:Kamers?|raad|Staten)\b"
    r"|\brapporte(?:er|ren)\s+(?:ik|wij|we)\b[^.;]{0,30}\b(?:opnieuw|nader|in|voor|vóór|na|eind|begin|medio)\b"
    r"|\b(?:opnieuw|in\s+\w+\s+\d{4})\s+rapporte(?:er|ren)\s+(?:ik|wij|we)\b"
    rf"|\b(?:zend|stuur|bied)\s+(?:ik|wij)\s+(?:(?:de|een)\s+)?(?:\w+\s+)?{_LETTER}\b(?!\s+(?:aan|naar))"
    rf"|\bga(?:at|an)?\b[^.;]{{0,60}}\bin\s+(?:mijn|haar|zijn|onze|hun|een|de)\s+{_LETTER}\b[^.;]{{0,60}}\bin(?=\W*$|[;,])"
    rf"|\bvolgende\s+(?:voortgangs)?rapportage\b|\b(?:volgt"
    rf"|verschijnt)\b[^.;]{{0,60}}\b{_PAPER}\b(?!\s+van\s+een\s+(?:volgend|nieuw)\s)"
    r"|\b(?:rapport|evaluatie|brief|rapportage|plan|reactie|eindrapportage|verslag)\s+aan\s+(?:uw"
    r"|de)\s+Kamer\b"
    rf"|\b{_NEXT}\s+(?:[a-z]*monitor|[a-z]*verslag)\s+(?:besteed|betrek|neem|ga|kom|meld|zal)\s+ik\b"
    rf"|\b{_NEXT}\s+{_LETTER}\b[^.;]*\b(?:ga"
    r"|gaat|"
    r"gaan|kom|komt|neem|besteed|betrek|zal|zullen|wordt|worden)\b"
    r"|\b(?:toezending|verzending|aanbieding|terugkoppeling|berichtgeving|rapportage)\b[^.;]{0,40}"
    r"\baan\s+(?:uw|de|beide)\s+Kamers?\b"
    r"|\b(?:besteed|betrek|neem|bericht|meld|zal|zullen|wij)\b[^.;]{0,90}"
    rf"\b{_NEXT}\s+(?:{_LETTER}|[a-z]*monitor)\b"
    r"|\bneem(?:en)?\b[^.;]{0,60}\bop\s+in\b[^.;]{0,60}\b(?:aan|naar)\s+(?:u|uw\s+(?:Kamer|raad))\b"
    r"|\b(?:[a-z]*rapport(?:age)?|evaluatie|brief|reactie|onderzoek|plan|verslag|overzicht)\b[^.;]{0,60}"
    r"\bga(?:at|an)\b[^.;]{0,60}\bnaar\s+(?:uw|de|beide)\s+(?:Kamers?|raad)\b"
    r"|\b(?:ik|wij|kabinet)\b[^.;]{0,20}\bkom(?:en|t)?\b[^.;]{0,60}\b(?:met\s+(?:een|de|mijn|onze)\s+"
    rf"(?:\w+\s+){{0,4}}(?:{_LETTER}|\w*reactie|standpunt)|naar\s+uw\s+(?:Kamer|raad))\b"
    r"|\bkom(?:en)?\s+(?:ik|wij)\b[^.;]{0,40}\bmet\s+(?:een|de|mijn|onze)\s+(?:\w+\s+){0,4}"
    rf"(?:{_LETTER}|\w*reactie|standpunt)\b"
    r"|\b(?:zal|zullen)\s+(?:ik|wij)\b[^.;]{0,60}\breageren\b"
    r"|\breage(?:er|ert|ren)\s+(?:ik|wij|het\s+kabinet)\b"
    r"|\b(?:ik|wij|het\s+kabinet)\s+reage(?:er|ert|ren)\b(?!\s+(?:mede\s+)?namens)"
    r"|\b(?:overzicht|uitkomst(?:en)?|resultaten)\b[^.;]{0,40}\bvolg(?:t|en)\s+(?:in|bij|voor|vóór|na|eind|begin|medio)\b"
    r"|\b(?:zal|neem|vermeld|splits|meld)\s+ik\b[^.;]{0,30}\b(?:cijfers|kosten|gegevens|overzicht|stand)\b[^.;]{0,30}\bvoortaan\b"
    r"|\b(?:ik|wij)\b[^.;]{0,90}\bbij\s+(?:uw|de|beide)\s+Kamers?\s+(?:in\s+te\s+dienen|indienen)\b"
    r"|\bkabinet\s+zal\b[^.;]{0,60}\b(?:reageren|reactie\s+geven)\b"
    r"|\b(?:kabinets|beleids)(?:reactie|standpunt)\s+wordt\b[^.;]{0,40}\bverwacht\b"
    r"|\bop\s+verzoek\s+van\s+(?:het\s+lid|de\s+leden|de\s+heer|mevrouw|(?:uw|de)\s+(?:Kamer|raad"
    r"|commissie))\b[^.;]{0,60}\b(?:zal|zullen|ga|gaan)\s+(?:ik|wij)\b"
    r"|\b(?:neem(?:en)?\s+(?:ik|wij)|(?:ik|wij)\s+neem(?:en)?)\b[^.;]{0,60}\b(?:voortaan|jaarlijks|(?:ieder|elk)\s+[a-z]*(?:jaar|kwartaal))\b"
    rf"[^.;]{{0,40}}\bop\s+in\s+(?:de|het|mijn|onze)\s+(?:{_LETTER}|[a-z]*verslag|[a-z]*monitor)\b"
    rf"|\bbetrek(?:ken)?\s+(?:ik|wij)\b[^.;]{{0,30}}\bbij\s+(?:die|mijn|onze)\s+(?:\w+\s+)?{_PAPER}\b"
    r"|\b(?:zal|zullen|ga|gaan)\s+(?:ik|wij)\b(?=[^.;]*\b[Tt]ijdens\b)[^.;]{0,60}\b(?:hier|daar)op\b"
    r"[^.;]{0,20}\bin(?:gaan)?\b|\b[Tt]ijdens\b[^.;]{0,60}\w*(?:debat|overleg|behandeling)\b[^.;]{0,60}"
    r"\b(?:zal|ga)\s+ik\b[^.;]{0,30}\b(?:hier|daar)op\b[^.;]{0,20}\bin(?:gaan)?\b"
    r"|\bvolg(?:t|en)\s+(?:een|de)\s+(?:tussen(?:stand|rapportage|bericht|tijds\s+verslag)|update)\b"
    r"|\bhoop\s+ik\b[^.;]{0,90}\bte\s+kunnen\s+zeggen\b|\bik\s+hoop\s+u\b[^.;]{0,90}\bte\s+kunnen\s+zeggen\b",
    _I,
)
"""A paper that is announced, and sending as a noun."""
