"""Laws that no table has, by the form of their title: "de Regeling opvang gezinnen", "Wet X"."""

import re

from samen.core.references.laws import LawKind
from samen.core.references.paper_grammar import ONE

_BEFORE = r"(?:Uitvoerings|Invoerings|Aanpassings|Implementatie|Beginselen|Kader|Rijks)"
_ACT = rf"(?:{_BEFORE}-{ONE}en{ONE}[a-z]{{5,20}}wet|{_BEFORE}wet|Wet)"
_DECREE = (
    r"(?:[A-Z][a-zà-ÿ]{2,20}(?:regeling|besluit)|Regeling|Besluit|Aanwijzing|Beleidsregels?"
    r"|Circulaire|Instructie"
    rf"|Richtlijn{ONE}(?:en{ONE}kader{ONE})?voor{ONE}strafvordering)"
)
_BILL = r"(?:[Ww]etsvoorstel|[Ii]nitiatiefwet)"
_HEAD = rf"(?:(?P<act>Tijdelijke{ONE}wet|{_ACT})|(?P<bill>{_BILL})|(?P<decree>{_DECREE}))"
_SMALL = (
    "aan achter bij binnen buiten door in langs met na naar om onder op over per rond sinds te "
    "tegen ten ter tijdens tot tussen uit van vanaf vanwege via volgens voor vóór zonder"
)
_OTHER = (
    "al als alsnog alsmede anders binnenkort blijft blijven dan dat deze die dit dus echter eerder"
    " eerst eens eind begin medio er haar hebben heb heeft had hadden hem het hier hierin hierop"
    " hierover hiertoe hiervoor daarin daarna daarop daarover daartoe daarvoor hun ik inmiddels"
    " intussen is ja jongstleden kan komend komende kunnen laatst later mag maar mede mijn moet"
    " moeten mogelijk mogen momenteel naast nader namelijk niet nog nogal nu of omdat onlangs ons"
    " onze ook opnieuw overigens pas reeds slechts spoedig steeds straks terug thans uiterlijk u"
    " uw verder vervolgens vervolg volgend volgende voldoende voorziet voorzien vorig vorige waar"
    " waarbij waarin waarmee waarna waarop waarover waartoe waarvoor wanneer waren was we wel werd"
    " werden wij wil willen wordt worden zal zelf ze zich zij zijn zo zoals zodat zodra zou zouden"
    " biedt geldt gelden maakt maken regelt stelt treedt treden verplicht verbiedt beoogt ligt"
    " geeft geven gaat gaan komt komen staat staan volgt voorts mits tenzij toch nooit eveneens"
    " nodig wenselijk noodzakelijk gereed klaar beschikbaar iedereen iemand niemand alles niets men"
    " daarom daarmee hiermee hierdoor hiervan daarvan een geen bepalen bevatten bood kennen laat"
    " twee drie vier vijf doen kost kosten kent kende kenden om"
    " laten noemen schrijft vereisen vereist verplichten verbieden vragen gaf stond"
)


def _any(words: str) -> str:
    return rf"(?:{'|'.join(words.split())})(?![\w-])"


_NO_PARTICIPLE = (
    r"(?!geweld|gebied|gedrag|gezag|gebruik|geld|gezin|gemeen|geneesk|gewest|gelijk|geestelijk"
    r"|gebod|bestand|verband|verbod|beleid|bericht|besluit|bewind|beroep|bestuur|bezit|verkeer"
    r"|verzekering|vermogen|veilig|verblijf)"
)
_DONE = (
    rf"{_NO_PARTICIPLE}(?:(?:aan|af|bij|door|in|mee|om|op|open|over|terug|toe|uit|vast|voor)?ge"
    r"[a-zë]{3,}(?:d|t|en)|(?:be|ver|ont|her)[a-zë]{3,}(?:d|t)|herzien"
    r"|verwerken|toepassen|wijzigen|aanpassen|uitvoeren|invoeren|opnemen|evalueren|intrekken"
    r"|(?:in|aan|op|af|vast|voor)(?:dien|bied|neem|zend|stel|gaa|treed)t)(?![\w-])"
)
_VERB = (
    r"(?:[a-zà-ÿ]{2,}(?:[lm]t|eert|(?<!ch)gt|(?<!ce)(?<!ri)pt|[eo]kt|eft)(?![\w-])"
    rf"|(?!{_any(_SMALL + ' en of houdende inzake betreffende')})[a-zà-ÿ]{{3,30}}{ONE}"
    rf"{_any('de het een dit deze dat ik wij we u men er geen mijn onze uw')})"
)
"""A verb of the sentence, by its ending or by the article or pronoun that it leads on to."""
_ENDS = (
    rf"(?=[.,;:)?!\]\[]|\s*\Z|\s\(|\n\n|{ONE}(?:{_any(_OTHER)}|{_DONE}|{_VERB}|te{ONE}[a-zë]+en\b"
    rf"|(?:{_any('in op per door met sinds vanaf tijdens na bij uit onder als')}"
    rf"|en{ONE}(?:{_any('de het een in op van voor met onder artikel ' + _OTHER)}|[A-Z]))))"
)
_WORD = (
    rf"{ONE}(?!{_any(_OTHER)})(?!{_DONE})(?!{_VERB})(?:[a-zà-ÿ][a-zà-ÿ’'-]{{0,34}}|[A-Z]\w{{1,6}}-[a-zà-ÿ]{{3,30}}"
    rf"|[A-Z]{{2,6}}(?:,{ONE}[A-Z]{{2,6}}){{0,4}}{ONE}en{ONE}[A-Z]{{2,6}}(?![\w-])"
    r"|Wet|W(?:av|aadi|ajong|[b-df-hj-np-tv-z][a-z]{1,4})(?![\w-])|[A-Z]{2,6}(?![\w-])|[a-z]{3,20}-\d{2}(?!\d)|[A-Z][a-zà-ÿ]{2,20}-(?=\sen\s)"
    r"|[A-Z][a-zà-ÿ]{4,20})(?:\(e\)s)?"
)
_FIRST = rf"(?!{ONE}{_any(_SMALL)})(?!{ONE}en\b)(?!{ONE}[A-Z][a-z]+(?!\w|-\s)){_WORD}"
_TITLE = re.compile(
    rf"{_HEAD}(?P<rest>(?:{_FIRST}|(?<=et){ONE}(?:op|tot|ter){ONE}(?:de|het)?{_WORD})"
    rf"(?:{_WORD}){{0,11}}?(?:{ONE}(?:19|20)\d\d(?![\w-])|{_ENDS}))"
)
_DATED = re.compile(
    rf"Wet{ONE}van{ONE}\d{{1,2}}{ONE}[a-z]{{3,9}}{ONE}(?:19|20)\d\d{ONE}(?:ter|tot|houdende|inzake"
    rf"|betreffende|over)(?:{_WORD}|{ONE}(?:het|een)){{0,16}}?"
    rf"{ONE}(?!{_any(_SMALL + ' de het een')})[a-zà-ÿ-]{{3,30}}{_ENDS}"
)
"""By its day, as in the gazette, and in other countries: "Wet van 17 mei 2010 tot ..."."""
_CAPITAL = r"[A-Z][\wà-ÿ’'-]{2,}"
_TREATY = re.compile(
    rf"(?:Verdrag|Protocol|Conventie){ONE}van{ONE}"
    rf"(?:de{ONE}Raad{ONE}van{ONE}Europa|(?:Den{ONE})?(?!De\b|Het\b){_CAPITAL})"
    rf"(?:{ONE}(?:inzake|betreffende|tot|ter)(?:{_WORD}){{1,9}}?(?:{_ENDS}|(?={ONE}{_any(_SMALL)})))?"
    rf"|Protocol{ONE}{_CAPITAL}(?:{ONE}{_CAPITAL}){{1,4}}(?![\w-])"
    rf"|(?:Protocol{ONE}(?:van{ONE}(?:19|20)\d\d{ONE})?bij{ONE}het{ONE})?(?:Verdrag|Conventie){ONE}(?:inzake|betreffende|tegen)"
    rf"(?:{ONE}[a-zà-ÿ][a-zà-ÿ-]+){{1,14}}?(?=\s?[.,;:()]|\s*\Z|{ONE}{_any(_OTHER)}|{ONE}[a-z]+{ONE}\d)"
)
_BY_NUMBER = re.compile(r"\s\((?:ILO|IAO)-?\s?[Vv]erdrag\s(?:nr\.\s)?\d{1,3}\)")
"""The number of a treaty in brackets behind its title."""
_OF_THE_UNION = re.compile(
    rf"(?:Europese{ONE}|EU-)richtlijn{ONE}(?:inzake|betreffende|tegen)(?:{_WORD}){{1,9}}?{_ENDS}"
)
_ABROAD = re.compile(
    rf"(?!(?:De|Het|Een|In|Op|Met|Deze|Die)\b)(?:{_CAPITAL}{ONE}(?:(?:and|of|for){ONE})?){{2,7}}Act"
    rf"(?:{ONE}(?:19|20)\d\d)?(?![\w-])"
)
"""An act of another country, by its English name."""
_OF_A_BODY = re.compile(r"(?:VN|EU|ILO|Raad)-[A-Z]?[a-zà-ÿ]{5,30}(?:verdrag|conventie)(?![\w-])")
_PLAIN = (
    (_TREATY, LawKind.TREATY), (_OF_A_BODY, LawKind.TREATY), (_ABROAD, LawKind.ACT),
    (_DATED, LawKind.ACT), (_OF_THE_UNION, LawKind.DIRECTIVE),
)  # fmt: skip
_FEWEST = 2
"""Words of the title of a bill: "het wetsvoorstel modernisering" is a short way of speaking."""


def titled_law(text: str, position: int) -> tuple[int, str, LawKind] | None:
    """End, name and kind of a law that no table has, where its title plainly ends.

    What ends a title: a stop, a verb, a participle or a word that leads on.
    """
    for pattern, kind in _PLAIN:
        if named := pattern.match(text, position):
            numbered = _BY_NUMBER.match(text, named.end())
            end = numbered.end() if numbered else named.end()
            return end, " ".join(named[0].split()), kind
    found = _TITLE.match(text, position)
    if found is None:
        return None
    if found["bill"] and len(found["rest"].split()) < _FEWEST:
        return None
    kind = LawKind.BILL if found["bill"] else LawKind.ACT if found["act"] else LawKind.DECREE
    return found.end(), " ".join(found[0].split()), kind
