"""Words that say how often an amount comes, and for which years."""

import re

from samen.core.terms import Precision, Recurrence

OFTEN: tuple[tuple[Recurrence, re.Pattern[str]], ...] = (
    (Recurrence.RISING, re.compile(r"\b(?:oplopend\w*|loopt op|lopen op|oploopt|oplopen|groeiend"
        r"|(?:groei|stijg|daal)(?:t|en) van|dalen van"
        r"|aflopend\w*|stapsgewijs|rising|increasing)\b")),
    (Recurrence.STRUCTURAL, re.compile(r"\b(?:structure(?:el|le)|structural(?:ly)?|permanente?"
        r"|blijvend\w*|voor onbepaalde tijd)\b")),
    (Recurrence.YEARLY, re.compile(
        r"\b(?:per (?:kalender)?jaar|(?:twee|half|drie)?jaarlijkse?|ieder jaar|elk jaar"
        r"|telken ?jare|telkens(?= (?:€|eur\b|\d))"
        r"|jaar na jaar|op jaarbasis|p\.j\.|per annum|a year|per year"
        r"|annual(?:ly)?)(?!\w)")),
    (Recurrence.ONCE, re.compile(r"\b(?:eenmalige?|eenmaal|incidente(?:el|le)|one-off|once"
        r"|in één keer|in een keer|ineens)\b")),
)  # fmt: skip
IN_TOTAL = re.compile(r"\bin totaal(?! om)\b")
"""A sum that is paid once, unless a run of years shares it."""
FOR_A_CASE = re.compile(
    r"\b(?:tegemoetkoming|uitkering|schadevergoeding|vergoeding|boete|smartengeld|premie"
    r"|eindejaarsuitkering|forfait)\w*\b"
)
"""What is paid once to one person or in one case, unless the words give a rhythm."""
OF_MANY = re.compile(r"\b(?:boetes|vergoedingen|uitkeringen)\b[^.;]{0,120}\b(?:totaal|samen)\b")
"""The sum of what was paid in many cases."""
RHYTHM = re.compile(r"\bper (?:maand|week|dag|nacht|uur|jaar|etmaal|kwartaal)\b|\bmaandelijks\w*")
ENDS_ONCE = re.compile(
    r"\b(?:evaluatie|evalueren|bouw|verbouwing|aanschaf|nulmeting|congres|conferentie"
    r"|onderzoek(?!\w))\b"
)
"""Work that is paid for once."""
GIVEN_ONCE = re.compile(
    r"\b(?:vrijgemaakt|uitgekeerd|gesubsidieerd|toegekend|bijgedragen|bijgelegd|verstrekt"
    r"|uitgetrokken|uitbetaald)\b"
)
MAY_RISE = re.compile(r"\bk(?:an|unnen) (?:\w+ ){0,3}oplopen tot (?:wel )?$")
"""Before the most that a fine or a fee can be, which rises in no year."""
STRUCTURAL_BESIDE = re.compile(r" {1,2}\(?structure(?:el|le)\b")
RISES = re.compile(r"[^.;€]{0,40}\b(?:oplopend|oploopt|aflopend)(?P<from> van\b)?")
"""A sum that goes up from itself; "18, oplopend van 6" is where it ends."""
COLUMN_OFTEN = {
    "structureel": Recurrence.STRUCTURAL,
    "incidenteel": Recurrence.ONCE,
    "eenmalig": Recurrence.ONCE,
}
IN_TURN = re.compile(r"\b(?:respectievelijk|resp\.|achtereenvolgens|onderscheidenlijk)")
YEAR_IN_BRACKETS = re.compile(
    r" {0,2}(?:miljoen|mln\.?)? ?\((?:in )?(20\d\d)(?P<on> en verder| e\.v\.)?\)"
)
FOR_YEAR = re.compile(
    r"\bvoor (?:het (?:begrotings|kalender|school|boek)?jaar )?((?:19|20)\d\d)"
    r"(?:[/-]((?:20)?\d\d))?(?![\d-])"
)
"""A year that a sum is said to be for; elsewhere "voor 2024" may be before it."""
PART_OF_LAST = re.compile(
    r"[ ,]{0,2}(?:waarvan |\(|(?:\(|, )(?:dat is|ofwel|oftewel|zijnde|d\.w\.z\.) )"
)
"""Between a sum and the same sum by the year: "€ 16 mln (€ 4 mln per jaar)"."""
SINCE = re.compile(
    r"\b(?:vanaf|met ingang van|sinds|ingaande|voor het eerst in) (?:[^\W\d]{1,20} ){0,3}$"
)
"""What stands before a year from which on a sum is paid."""
YEARS_LONG = re.compile(
    r"\b(\d{1,2}|een|één|twee|drie|vier|vijf|zes|zeven|acht|tien) jaar (?:lang|achtereen)"
    r"|(?:gedurende|voor een periode van|voor de duur van) (\d{1,2}|twee|drie|vier|vijf|zes"
    r"|tien) jaar"
)
REFERS_BACK = re.compile(
    r"(?:het|dit|dat) (?:gaat|betreft|is|bedrag)|(?:daar|hier)(?:mee|voor|van|toe|bij)\b"
    r"|[^.;:]{0,60}\b(?:daar|hier)(?:mee|voor|toe)\b|met (?:dit|deze|die|dat)\b"
    r"|in totaal|(?:de|deze) (?:kosten|uitgaven|middelen)\b|it concerns"
    r"|(?:de|deze) (?:verhoging|verlaging|ophoging|intensivering) (?:bedraagt|is|loopt)\b"
)
"""How a sentence begins that goes on about the money of the one before."""
SINCE_YEAR = re.compile(r"\b(?:vanaf|met ingang van|per|ingaande) (?:\d{1,2} )?(?:\w+ )?(20\d\d)\b")
RISES_UNTIL = re.compile(
    r"\btot (?:in )?(20\d\d) (?:\w+ ){0,2}(?:oplo\w+|stijg\w+|groei\w+|daal\w*|dalen)"
)
"""The year in which a sum reaches its height is one that it is for."""
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
