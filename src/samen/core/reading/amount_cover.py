"""Words that say whether there is cover for an amount.

Cover is said in three ways: a verb of giving ("uitgekeerd"), a purse that pays ("ten laste
van", "gedekt uit", "binnen de bestaande budgetten"), or a paper that provides ("de
Voorjaarsnota voorziet hierin"). A negation before or after the same words says that there is
none; an estimate alone says nothing.
"""

import re

from samen.core.terms import Funded

_PURSE = (
    r"(?:dekking\w*|gedekt|budget\w*|(?:geld)?middelen|financiering|gefinancierd|begroot"
    r"|(?:\w+)?begroting\w*"
    r"|gereserveerd|beschikbaar|geld|voorzien|voorziening|bekosti\w+|vrijgemaakt"
    r"|uitgetrokken"
    r"|toegekend|fonds\w*|ruimte|reserve\w*|geldbron\w*|subsidie|post|oplossing|geregeld|opgevoerd"
    r"|ingeboekt|voorhanden)"
)
_NOT = r"(?:geen|niet(?! (?:alleen|uitsluitend|enkel|meer dan|minder dan))|zonder|niets|nergens)"
_GONE = (
    r"(?:ontbre\w+|ontbrak|onzeker|onduidelijk|ongewis|niet (?:gevonden|geregeld|rond|voorhanden)"
    r"|(?:ge)?vinden(?! (?:binnen|in|uit|op)\b)|zoeken|gezocht|te kort|tekort|is er niet"
    r"|hang(?:t|en) af|afhankelijk van|aan een (?:volgend|nieuw) kabinet)"
)
LATER_NO = re.compile(
    r"^(?:het|dit|dat|de \w+|deze|die) (?:is|werd) (?:\w+ ){0,2}(?:verworpen|afgewezen)"
)
"""Behind the sentence of a sum: what should have given it was turned down."""
_ON = r"(?:[^.;]|(?<=ml[nd])\.|\.(?=\d))"
"""One character further in the sentence, past the stop of "mln." and of "40.000"."""
_WHOSE = r"(?:dekking|financiering|bekostiging|budget|middelen|geld|ruimte)"
NO_COVER = re.compile(
    rf"\b{_NOT}\b(?: (?!maar\b)[^\s,.;:]{{1,30}}){{0,6}} {_PURSE}\b"
    rf"|\bontbre\w+ (?:[^\s,.;:]{{1,30}} ){{0,6}}{_PURSE}\b"
    rf"|\b{_WHOSE}\b{_ON}{{0,130}}\b{_GONE}\b"
    rf"|\b{_WHOSE}\b[^.;]{{0,60}}\b(?:betrokken bij|meegewogen|besluitvorming)"
    rf"|\bbesluitvorming over (?:de )?{_WHOSE}"
    r"|\baan (?:een|het) (?:volgend|nieuw) kabinet\b"
    r"|\bbeslis(?:t|sen) (?:een|het) (?:volgend|nieuw) kabinet"
    r"|\b(?:besluit|beslist) (?:pas |nog )?(?:in|later|volgend) [^.;]{0,30}\bover\b"
    rf"|\b(?:moet|moeten|dient|dienen)\b{_ON}{{0,60}}\bgevonden\b|\bnog\b{_ON}{{0,40}} te vinden\b"
    r"|\bkan (?:ik|het kabinet|het college) niet (?:toezeggen|honoreren|dekken|inwilligen)"
    rf"|\b{_WHOSE} (?:heb|hebben|heeft) (?:ik|wij|het \w+|de \w+) (?:daar(?:voor)? )?niet\b"
    rf"|\b(?:over|omtrent) (?:de |het )?{_WHOSE}\b[^.;]{{0,80}}\b(?:besl\w+|bezien|kabinet)"
    rf"|\b{_WHOSE}\b[^.;]{{0,60}}\bmoet(?:en)?\b[^.;]{{0,30}}\bgevonden"
    r"|\bdekking [^.;]{0,40}\b(?:gevonden (?:moet|dient)|nodig)\b"
    r"|\bniets (?:is |wordt |was )?opgenomen|\bongedekt\w*|\bongefinancierd|\bonbegroot"
    r"|\b(?:op zoek naar|zoekt naar|zoeken naar|zoekt|zoeken) (?:\w+ ){0,2}(?:dekking|financiering)"
    r"|\bniet (?:\w+ ){0,3}(?:ingepast|toegezegd|gehonoreerd)"
    r"|\bno (?:\w+ ){0,2}(?:cover|budget|funding|funds)"
    r"|\bontbre(?:ekt|ken) [^.;]{0,20}€"
    rf"|\btekort (?:van|bedraagt|bedroeg|is|was|op)\b|€{_ON}{{0,40}}\btekort(?= |[.,;]|$)"
    rf"|\b{_WHOSE} is er\b[^.;]{{0,40}}\bniet\b|\bclaims? van\b"
    rf"|\b(?:aanvraag|amendement|voorstel|verzoek|wens|claim|motie)\b{_ON}{{0,120}}\b(?:afgewezen"
    r"|verworpen|ingetrokken)\b"
    r"|\bnog (?:niet|geen) (?:beslist|besloten|toegekend|beoordeeld|besluit|beslissing)"
    r"|\bunfunded|not (?:yet )?(?:been )?(?:funded|covered|budgeted)"
)
_PLANS = (
    r"(?:\w*nota|\w*akkoord|(?:\w+)?begroting\w*|enveloppe\w*|investeringsagenda|meerjarenraming"
    r"|suppletoire|aanvullende post|rijksbijdrage|\w+fonds|fonds)"
)
_GIVEN = (
    r"(?:beschikbaar(?! (?:te |kom|zou))|ter beschikking|(?:ge)?reserve\w*|toegekend|toegezegd"
    r"|vrijgemaakt|vrijgekomen|gedekt|begroot|uitgetrokken|uitgekeerd|uitgegeven|uitbetaald"
    r"|bijgedragen|bijgelegd|besteed|besteedt|toegevoegd|overgeheveld|overgemaakt|ingezet"
    r"|ontvangt|ontvangen|ontving(?:en)?|krijg(?:t|en)|kreeg|kregen|gekregen|verstrek(?:t|te|ten)"
    r"|verleen(?:t|de|den)|betaal(?:t|d|de|den)|vergoedt|ge(?:subsidieerd|financierd|investeerd"
    r"|ïnvesteerd)"
    r"|bekostig(?:t|d|de|en)|investe(?:er|re)\w*|financi(?:er|eer)(?:t|de|den|en)"
    r"|subsidie(?:er|er)t|stak|staken|gestoken|geoormerkt|gehonoreerd|kostte|gekost|belegd"
    r"|aangewend|verleend|medegefinancierd|gecofinancierd|gegund|gerealiseerd|gestort|geschonken"
    r"|ingeboekt|gealloceerd|committed|allocated|bestemd)"
)
_SPLIT = (
    (r"stel(?:t|len|de|den)", "beschikbaar|ter beschikking"),
    (r"tr(?:ek(?:t|ken)?|ok|okken)", "uit"),
    (r"ke(?:er(?:t|de|den)|ren)", "uit"),
    (r"ge(?:eft|ven)|gaf|gaven", "uit"),
    (r"(?:ma(?:akt|ken)|maakte(?:n)?)", "vrij"),
    (r"dr(?:aagt|agen|oeg|oegen)", "bij"),
    (r"leg(?:t|gen|de|den)", "bij|in(?=[.,;]|$)|opzij"),
    (r"kom(?:t|en)|kwam(?:en)?", "bij"),
    (r"verhoog(?:t|de|den)|verhogen|vergroot", "budget|subsidie|bijdrage|begroting"),
    (r"budget|subsidie|bijdrage|begroting", "verhoogd|vergroot|opgehoogd"),
    (r"(?:er )?(?:is|zijn|komt|komen)", "extra"),
    (r"subsidie|bijdrage|financiering", "verlengd|voortgezet|gecontinueerd"),
    (r"kosten|uitgaven", "bedroegen|beliepen|gedeeld|gedragen"),
    (r"binnen (?:de|het) \w*(?:begroting\w*|budget\w*|middelen)", "opgevangen|opvangen"),
    (r"kosten|rekening", "draagt|dragen"),
    (r"financiering", "loopt|lopen|rond|geregeld"),
    (r"(?:dekking|ruimte)", "gevonden|voorzien|aanwezig|geregeld|loopt|lopen"),
    (r"zet(?:ten|te)?|stop(?:t|pen|te|ten)", "in"),
    (r"voeg(?:t|en|de|den)?", "toe"),
    (r"betalen", "uit"),
    (
        r"(?:in|op) (?:de|mijn|onze|het|haar|zijn) \w*(?:begroting\w*|nota|budget|jaarplan)",
        "opgenomen|verwerkt|voorzien|staat|staan|gereserveerd|geraamd",
    ),
    (
        r"baten|lasten|inkomsten|opbrengsten|bestedingen|uitgaven|realisatie",
        "kwam(?:en)? uit|bedroeg|bedroegen|bedragen|beliepen",
    ),
    (r"he(?:eft|bben)|had(?:den)?", "gereserveerd"),
)
_BY_VERB = "|".join(rf"\b(?:{verb})\b.{{0,80}}\b(?:{end})\b" for verb, end in _SPLIT)
_FROM_A_PURSE = (
    r"\bdekking (?:hiervan |daarvan |hiervoor |daarvoor )?(?:vindt plaats|komt|loopt)"
    r" (?:binnen|uit|op|ten|via)\b"
)
COVER = re.compile(
    rf"\b{_GIVEN}\b|{_BY_VERB}"
    r"|\b(?:bijdrage|subsidie|krediet|budget|investering|contribution|grant)"
    r" (?:van|of|ad|groot|ter (?:hoogte|grootte|waarde)|ten bedrage)\b"
    r"|\bresteert\b|\bovergehouden\b|\bafgesproken in (?:de|het) \w*(?:akkoord|nota|begroting)"
    r"|\b(?:subsidie|bijdrage|toelage|krediet|budget|rijksbijdrage"
    r"|(?:specifieke |doel)uitkering)\b[^.;]{0,60}\b(?:bedraagt"
    r"|bedragen|beloopt|belopen|bedroeg|beliep|loopt op|stijgt|daalt)\b"
    r"|\bbudget\b[^.;]{0,40}\b(?:is|was) (?:nu |thans |circa )?€"
    rf"|{_FROM_A_PURSE}"
    r"|\b(?:dekking|financiering): (?!n\.?t\.?b|nog|geen|volgt|onbekend|nader)"
    r"|\bten (?:laste|koste)\b|\bvoor (?:zijn|haar|hun|onze|mijn|eigen)? ?rekening\b"
    r"|\b(?:realisatie|begroting|\w*plafond|\w*budget|\w*bijdrage|\w*subsidie)"
    r" (?:(?:in|over|voor) 20\d\d )?(?:van|ad|is|was|bedraagt|bedroeg) (?:\w+ )?€"
    r"|\bplafond (?:\w+ )?€|\b(?:pas|val)(?:t|sen|len) binnen\b"
    rf"|\bis er (?:\w+ ){{0,2}}€|\bga(?:at|an) (?:\w+ ){{0,2}}€{_ON}{{0,40}} naar (?!schatting)"
    rf"|\bkom(?:t|en) (?:\w+ ){{0,2}}€{_ON}{{0,40}}\buit (?:de|het)\b"
    r"|\bvanuit [^.;]{1,40} kom(?:t|en)\b"
    r"|\b(?:opgenomen|geraamd|verwerkt|staat|staan) (?:in|op) (?:de|het|mijn|onze) \w*begroting"
    r"|\bvia (?:het|de) [\w-]*uitkering\b"
    r"|\bdrukt?(?:en)? op\b|\b(?:opgenomen|verwerkt) (?:in|op) (?:de|het) \w*(?:begroting|nota"
    r"|akkoord)"
    r"|\bop de (?:begroting|aanvullende post)\b"
    r"|\b(?:vrij|uit|bij) te (?:maken|trekken|keren|dragen|leggen|geven)"
    r"|\bbeschikbaar te stellen"
    r"|\bopdracht verle(?:end|ent)|\bvoorhanden"
    r"|\bte (?:vinden|dekken|betalen|halen) (?:binnen|in|uit)\b|\b(?:ge)?de(?:eld|elt"
    r"|len)\b[^.;]{0,20} met\b"
    r"|\b(?:gedragen|betaald|opgebracht|vergoed|gefinancierd) (?:door|uit)\b"
    r"|\bworden door [^.;]{1,60} (?:gedragen|betaald|vergoed|opgebracht)"
    r"|\bdekking (?:is )?gevonden|\bvind(?:t|en) (?:hun |zijn |haar )?dekking"
    r"|\bop(?:gevangen|vangen) binnen|\bbinnen (?:de |het |haar |zijn |hun )?(?:bestaande|huidige"
    r"|eigen|lopende|reguliere) (?:begroting\w*|budget\w*|middelen|subsidie\w*|ruimte)"
    r"|\bsubsidieovereenkomst\w*\b.{0,20}\bgesloten"
    r"|\b(?:middelen|geld|gelden|bijdrage) (?:uit|van) het"
    rf"|\buit (?:de |het |dit |mijn |onze |haar |zijn )?{_PLANS}\b|\bis available"
    rf"|\b{_PLANS}\b{_ON}{{0,150}}\b(?:voorzie[nt]\w*|opgenomen|verwerkt|vastgelegd|gemoeid"
    rf"|regelt|reserveert)\b"
    rf"|\bbij (?:de )?{_PLANS}(?: 20\d\d)? is besloten\b"
    rf"|\b(?:voorzien|opgenomen|vastgelegd|ingeboekt) (?:in|op) (?:de |het )?{_PLANS}\b"
    r"|\bhas been made available|\bgesubsidieerd"
)
LATER_COVER = re.compile(
    r"\b(?:hiervoor|daarvoor|hiertoe|daartoe|hierin|daarin|deze middelen|dit bedrag|dat bedrag"
    r"|het bedrag|deze kosten|die kosten|de kosten|dit geld|dat geld)\b.{0,60}\b(?:gedekt"
    r"|dekking gevonden|beschikbaar|gereserveerd|begroot|opgenomen|vrijgemaakt|ten laste|voorziet"
    r"|voorzien"
    r"|toegevoegd|overgeheveld|voor rekening|gedragen|bekostigd|betaald|opgevangen|drukken)"
    rf"|{_FROM_A_PURSE}"
    r"|^(?:deze|die|dit|dat|zij) (?:worden|zijn|is|wordt) [^.;]{0,60}\b(?:gedekt|gedragen|bekostigd"
    r"|betaald|opgevangen|voorzien|opgenomen|begroot|gereserveerd|beschikbaar)"
    r"|^(?:de )?dekking\b[^.;]{0,40}\b(?:gevonden|geregeld|voorzien)"
    r"|\bde (?:dekking|financiering|bekostiging) is (?:rond|geregeld|gevonden|gereed)"
    r"|^(?:het )?(?:rijk|kabinet|ministerie[^.;]{0,40}|(?:de )?gemeenten?)"
    r" (?:betaa?lt?|betalen|draagt|dragen|financiert|financieren|bekostigt|bekostigen)\b"
)
INVOLVED = re.compile(r"\bgemoeid\b")
"""Money that a measure takes is there, if nothing else is said of its cover."""
DENIED = re.compile(
    r"\b(?:dat|dit) is (?:echter |evenwel )?(?:onjuist|niet (?:juist|zo|waar|het geval))"
    r"|\bklopt niet"
    r"|\bten onrechte|\babusievelijk"
)
"""Words that take back what was said of the cover."""
OF_THE_SUM = re.compile(r"(?: (?:euro|miljoen))? (?:die|dat|welke) (?P<said>[^,.;]{3,80})")
"""Words right behind a sum that tell of that sum alone."""
WISHED = re.compile(
    r"\b(?:zou|zouden|bepleit\w*|pleit\w*|vraagt om|vragen om|gevraagd om|verzoek(?:t|en)"
    r"|behoefte aan"
    r"|moet(?:en)? nog"
    r"|nog moet(?:en)?)\b"
)
"""What is wished for is not given: words of giving near it make a sum no more covered."""


UNCOVERED_HEAD = re.compile(
    r"\b(?:ongedekt\w*|(?:nog )?niet gedekt\w*|zonder dekking|dekkingsopgave|claims)\b"
)
COVERED_HEAD = re.compile(r"^\W*(?:[\d.]+ )?(?:gedekt\w*|realisatie|besteding\w*|jaarrekening)\b")
"""The heading of sums that have, or had, their money."""


def says_cover(words: str, given: re.Pattern[str] = COVER) -> bool:
    """Whether folded words say that there is cover, and neither wish for it nor take it back."""
    is_given = given.search(words) and not WISHED.search(words)
    return bool(is_given and not DENIED.search(words))


def cover_of(said: Funded, lead: str, heading: str = "") -> Funded:
    """The cover of a sum: what is said of it, else what the folded lead-in of its list says,
    else what the heading over it says of all that stands under it.
    """
    if said is not Funded.UNKNOWN:
        return said
    if NO_COVER.search(lead) or UNCOVERED_HEAD.search(heading):
        return Funded.NO
    return Funded.YES if says_cover(lead) or COVERED_HEAD.search(heading) else Funded.UNKNOWN
