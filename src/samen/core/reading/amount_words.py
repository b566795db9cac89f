"""Words that say how often an amount comes and whether there is cover for it."""

import re

from samen.core.terms import Precision, Recurrence

OFTEN: tuple[tuple[Recurrence, re.Pattern[str]], ...] = (
    (Recurrence.RISING, re.compile(r"\b(?:oplopend\w*|loopt op|oploopt|groeiend|rising"
        r"|increasing)\b")),
    (Recurrence.STRUCTURAL, re.compile(r"\b(?:structure(?:el|le)|structural(?:ly)?)\b")),
    (Recurrence.YEARLY, re.compile(
        r"\b(?:per jaar|jaarlijkse?|ieder jaar|elk jaar|p\.j\.|per annum|a year|per year|annual"
        r"(?:ly)?)\b")),
    (Recurrence.ONCE, re.compile(r"\b(?:eenmalige?|incidente(?:el|le)|one-off|once|in totaal"
        r"(?! om))\b")),
)  # fmt: skip
COLUMN_OFTEN = {
    "structureel": Recurrence.STRUCTURAL,
    "incidenteel": Recurrence.ONCE,
    "eenmalig": Recurrence.ONCE,
}
NO_COVER = re.compile(
    r"\bgeen (?:\w+ ){0,2}(?:ruimte|dekking|middelen|budget|geld)|\b(?:on|niet "
    r"(?:\w+ ){0,2})gedekt|zonder dekking"
    r"|\bdekking (?:[\w ]{0,40} )?(?:te vinden|vinden|zoeken|gevonden (?:moet|dient)|gezocht"
    r"|ontbreekt|nodig|ontbreken)"
    r"|ontbreekt (?:[\w ]{0,30} )?dekking|\bniets (?:is |wordt |was )?(?:opgenomen|gereserveerd"
    r"|begroot|beschikbaar)"
    r"|\bgeen (?:\w+ )?financiering|\bniet (?:\w+ ){0,2}gefinancierd"
    r"|\bniet (?:\w+ ){0,3}(?:beschikbaar|begroot|gereserveerd"
    r"|voorzien)"
    r"|nog (?:geen|niet) (?:\w+ ){0,3}(?:dekking|gedekt|financiering)|\bno (?:\w+ ){0,2}(?:cover"
    r"|budget|funding|funds)"
    r"|\bunfunded|not (?:yet )?(?:been )?(?:funded|covered|budgeted)"
)
COVER = re.compile(
    r"\bbijdrage van|\bbeschikbaar(?! (?:te |kom|zou))|\b(?:ge)?reserve\w*|\btoegekend"
    r"|\bvrijgemaakt|\bgedekt|\bbegroot"
    r"|opgenomen (?:in|op) de begroting|\bsubsidie van|\binvesteert|\btrekt\b.{0,60}\buit\b"
    r"|\buitgetrokken"
    r"|\bstelt\b.{0,80}\bbeschikbaar|\btoegezegd|\bcommitted|\ballocated"
    r"|\bhas been made available|\bis available"
    r"|\bcontribution of|\bgrant of|\bdekking (?:is )?gevonden|\bstak\b|\bbesteedt|\bontvangt"
    r"|\buitgekeerd|\bgesubsidieerd|\bbekostig\w*|\bten laste van|\bgeïnvesteerd"
    r"|\bverstrek(?:t|te)\b"
    r"|\bbesteed|\bverleen(?:t|de)\b|\bmaakt\b.{0,60}\bvrij\b|\btoegevoegd|\bop de begroting van"
    r"|\bten koste van|\bfinanci(?:er|eer)(?:t|de|en)\b|\bkeert?\b.{0,60}\buit\b|\bbetaal(?:t|de)\b"
    r"|\bsubsidieovereenkomst\w*\b.{0,20}\bgesloten|\b(?:middelen|geld) uit het"
    r"|\bovergeheveld|\bingezet|\bzet\b.{0,60}\bin\b|\bkrijg(?:t|en)\b|\bkreeg\b"
    r"|\buit (?:de|het) (?:begroting|enveloppe|coalitieakkoord|\w*fonds)"
    r"|\bontvangen|\bgefinancierd|\bdraagt\b.{0,40}\bbij"
)
LATER_COVER = re.compile(
    r"\b(?:hiervoor|daarvoor|deze middelen|dit bedrag|het bedrag|deze kosten|dit geld)\b.{0,60}"
    r"\b(?:gedekt|dekking gevonden|beschikbaar|gereserveerd|begroot|opgenomen|vrijgemaakt)"
)
YEARS_LONG = re.compile(
    r"\b(\d{1,2}|een|één|twee|drie|vier|vijf|zes|zeven|acht|tien) jaar (?:lang|achtereen)"
    r"|(?:gedurende|voor een periode van|voor de duur van) (\d{1,2}|twee|drie|vier|vijf|zes"
    r"|tien) jaar"
)
REFERS_BACK = re.compile(
    r"(?:het|dit|dat) (?:gaat|betreft|is|bedrag)|(?:daar|hier)(?:mee|voor|van|toe|bij)\b"
    r"|met (?:dit|deze|die|dat)\b|in totaal|(?:de|deze) (?:kosten|uitgaven|middelen)\b|it concerns"
)
"""How a sentence begins that goes on about the money of the one before."""
SINCE_YEAR = re.compile(r"\b(?:vanaf|met ingang van|per|ingaande) (?:\d{1,2} )?(?:\w+ )?(20\d\d)\b")
YEAR_BEFORE_COLON = re.compile(r"\b(20\d\d) ?: ?[^.;]{0,30}$")
SPENDING = frozenset(
    {
        Precision.YEAR,
        Precision.SPAN,
        Precision.UNTIL,
        Precision.AFTER,
        Precision.HALF,
        Precision.QUARTER,
    }
)
