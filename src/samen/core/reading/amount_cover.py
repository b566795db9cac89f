"""Words that say whether there is cover for an amount.

Cover is said in three ways: a verb of giving ("uitgekeerd"), a purse that pays ("ten laste
van", "gedekt uit", "binnen de bestaande budgetten"), or a paper that provides ("de
Voorjaarsnota voorziet hierin"). A negation before or after the same words says that there is
none; an estimate alone says nothing.
"""

import re

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
_ON = r"(?:[^.;]|(?<=ml[nd])\.)"
"""One character further in the sentence, past the stop of "mln."."""
_WHOSE = r"(?:dekking|financiering|bekostiging|budget|middelen|geld)"
NO_COVER = re.compile(
    rf"\b{_NOT}\b(?: (?!maar\b)[^\s,.;:]{{1,30}}){{0,6}} {_PURSE}\b"
    rf"|\bontbre\w+ (?:[^\s,.;:]{{1,30}} ){{0,6}}{_PURSE}\b"
    rf"|\b{_WHOSE}\b{_ON}{{0,130}}\b{_GONE}\b"
    rf"|\b{_WHOSE}\b[^.;]{{0,60}}\b(?:betrokken bij|meegewogen|besluitvorming)"
    rf"|\bbesluitvorming over (?:de )?{_WHOSE}"
    r"|\baan (?:een|het) (?:volgend|nieuw) kabinet\b"
    rf"|\b(?:over|omtrent) (?:de |het )?{_WHOSE}\b[^.;]{{0,80}}\b(?:besl\w+|bezien|kabinet)"
    rf"|\b{_WHOSE}\b[^.;]{{0,60}}\bmoet(?:en)?\b[^.;]{{0,30}}\bgevonden"
    r"|\bdekking [^.;]{0,40}\b(?:gevonden (?:moet|dient)|nodig)\b"
    r"|\bniets (?:is |wordt |was )?opgenomen|\bongedekt\w*|\bongefinancierd|\bonbegroot"
    r"|\b(?:op zoek naar|zoekt naar|zoeken naar|zoekt|zoeken) (?:\w+ ){0,2}(?:dekking|financiering)"
    r"|\bniet (?:\w+ ){0,3}(?:ingepast|toegezegd|gehonoreerd)"
    r"|\bno (?:\w+ ){0,2}(?:cover|budget|funding|funds)"
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
    r"|ingeboekt|gealloceerd|committed|allocated|bestemd)"
)
_SPLIT = (
    (r"stel(?:t|len|de|den)", "beschikbaar|ter beschikking"),
    (r"tr(?:ek(?:t|ken)?|ok|okken)", "uit"),
    (r"ke(?:er(?:t|de|den)|ren)", "uit"),
    (r"ge(?:eft|ven)|gaf|gaven", "uit"),
    (r"(?:ma(?:akt|ken)|maakte(?:n)?)", "vrij"),
    (r"dr(?:aagt|agen|oeg|oegen)", "bij"),
    (r"leg(?:t|gen|de|den)", "bij|in|opzij"),
    (r"kom(?:t|en)|kwam(?:en)?", "bij"),
    (r"verhoog(?:t|de|den)|verhogen|vergroot", "budget|subsidie|bijdrage|begroting"),
    (r"budget|subsidie|bijdrage|begroting", "verhoogd|vergroot|opgehoogd"),
    (r"(?:er )?(?:is|zijn|komt|komen)", "extra"),
    (r"kosten|uitgaven", "bedroegen|beliepen|gedeeld|gedragen"),
    (r"binnen (?:de|het) \w*(?:begroting\w*|budget\w*|middelen)", "opgevangen|opvangen"),
    (r"kosten|rekening", "draagt|dragen"),
    (r"financiering", "loopt|lopen|rond|geregeld"),
    (r"(?:dekking|ruimte)", "gevonden|voorzien|aanwezig|geregeld|loopt|lopen"),
    (r"zet(?:ten|te)?", "in"),
    (r"he(?:eft|bben)|had(?:den)?", "gereserveerd"),
)
_BY_VERB = "|".join(rf"\b(?:{verb})\b.{{0,80}}\b(?:{end})\b" for verb, end in _SPLIT)
COVER = re.compile(
    rf"\b{_GIVEN}\b|{_BY_VERB}"
    r"|\b(?:bijdrage|subsidie|krediet|budget|contribution|grant) (?:van|of|ad|groot|ter (?:hoogte"
    r"|grootte|waarde)|ten bedrage)\b"
    r"|\b(?:subsidie|bijdrage|toelage|krediet|budget|rijksbijdrage)\b[^.;]{0,60}\b(?:bedraagt"
    r"|bedragen|beloopt|belopen|bedroeg|beliep|loopt op|stijgt|daalt)\b"
    r"|\bten (?:laste|koste)\b|\bvoor (?:zijn|haar|hun|onze|mijn|eigen)? ?rekening\b"
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
    rf"|\b(?:voorzien|opgenomen|vastgelegd|ingeboekt) (?:in|op) (?:de |het )?{_PLANS}\b"
    r"|\bhas been made available|\bgesubsidieerd"
)
LATER_COVER = re.compile(
    r"\b(?:hiervoor|daarvoor|hiertoe|daartoe|hierin|daarin|deze middelen|dit bedrag|dat bedrag"
    r"|het bedrag|deze kosten|die kosten|de kosten|dit geld|dat geld)\b.{0,60}\b(?:gedekt"
    r"|dekking gevonden|beschikbaar|gereserveerd|begroot|opgenomen|vrijgemaakt|ten laste|voorziet"
    r"|voorzien"
    r"|voor rekening|gedragen|bekostigd|betaald|opgevangen|drukken)"
)
INVOLVED = re.compile(r"\bgemoeid\b")
"""Money that a measure takes is there, if nothing else is said of its cover."""
WISHED = re.compile(
    r"\b(?:zou|zouden|bepleit\w*|pleit\w*|vraagt om|vragen om|gevraagd om|verzoek(?:t|en)"
    r"|behoefte aan"
    r"|moet(?:en)? nog"
    r"|nog moet(?:en)?)\b"
)
"""What is wished for is not given: words of giving near it make a sum no more covered."""
