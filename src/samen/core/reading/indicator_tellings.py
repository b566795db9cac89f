"""Whether a sentence tells how many of something there were or are.

Any count is one, whatever it counts, when it is what its verb is about and the verb is of the
past, or of now in so many words: "achttien bewoners vertrokken", "er verblijven nu zes vrouwen".
A count behind a preposition ("in drie regio's") or in a plan tells of something else.
"""

import re
from functools import lru_cache

from samen.core.reading import indicator_words as said
from samen.core.reading.action_verbs import verb_forms
from samen.core.reading.indicator_clauses import is_in_figures, most
from samen.core.reading.quantities import Quantity
from samen.core.reading.sentences import Sentence
from samen.core.reading.series import COUNTED
from samen.core.reading.words import word_set
from samen.core.terms import Found

_MANY, _FEWEST = 10, 2
_WORD = re.compile(r"[^\W\d_]{2,}")
_HELPS = word_set("is zijn was waren werd werden worden heb hebben heeft had hadden")
_PARTICIPLE = re.compile(
    r"(?:[a-z]{2,8})?ge[a-zë]{3,}(?:d|t)"
    r"|(?:aan|af|bij|door|in|los|mee|na|neer|om|op|over|plaats|samen|stil|stop|terug|toe|uit|vast"
    r"|vol|voor|weg)ge[a-zë]{3,}en"
    r"|(?:be|ver|ont|her|over|onder)[a-zë]{2,}(?:d|t)"
)
"""What a participle looks like, for a verb that is on no list."""
_PAST = re.compile(
    r"\b(?!ge|af|aan|op|in|on)[a-z]{2,}eerden?\b|\b(?:beslisten?|liet(?:en)?|schre(?:ef|ven)|verlo(?:or|ren)"
    r"|kenden?|stelden?|schatten?|betrof(?:fen)?|ble(?:ek|ken|ef|ven)|lag(?:en)?|stond(?:en)?"
    r"|zag(?:en)?|viel(?:en)?|vroeg(?:en)?|weigerden?|onderkenden?|verhuisden?|vluchtten?"
    r"|oordeelden?|verklaarden?|koos|kozen|haalden?|hielden?|bood|boden|vormden?|voldeden?"
    r"|gebeurden?|gold(?:en)?|duurden?|leidden?|bestond(?:en)?|ontstond(?:en)?|versche(?:en|nen)"
    r"|was)\b",
    re.IGNORECASE,
)
"""Verbs of the past that are no work."""
_STRONG = re.compile(
    r"\b(?:be|ver|ont|her|over|onder|door|aan|om)?"
    r"(?:vond(?:en)?|bond(?:en)?|zond(?:en)?|sprak(?:en)?|brak(?:en)?|stak(?:en)?|bracht(?:en)?"
    r"|droeg(?:en)?|sloeg(?:en)?|gro(?:ef|even)|joeg(?:en)?|bleken|keken|streken|we(?:es|zen)"
    r"|we(?:ek|ken)|re(?:es|zen)|re(?:ed|den)|le(?:ed|den)|gre(?:ep|pen)|kne(?:ep|pen)|begon(?:nen)?"
    r"|dwong(?:en)?|drong(?:en)?|sprong(?:en)?|won(?:nen)?|schond(?:en)?|loog|logen|boog|bogen"
    r"|trok(?:ken)?|goot|genoot|genoten|slopen|sloop|koos|kozen|verloor|verloren|zocht(?:en)?"
    r"|kocht(?:en)?|dacht(?:en)?|wierf|wierven|stierf|stierven|hielp(?:en)?|viel(?:en)?|hield(?:en)?"
    r"|hing(?:en)?|ving(?:en)?|riep(?:en)?|sliep(?:en)?|trad(?:en)?|trof(?:fen)?|schrok(?:ken)?"
    r"|klom(?:men)?|zwol(?:len)?|smolt(?:en)?|kromp(?:en)?)\b",
    re.IGNORECASE,
)
"""Past forms of strong verbs, also behind a prefix: "bevonden", "overschreden"."""
_SIMPLE_PAST = re.compile(
    f"{said.HAPPENED.pattern}|{_PAST.pattern}|{_STRONG.pattern}", re.IGNORECASE
)
_NO_PARTICIPLE = word_set(
    """
    gebied geweld gezond gerecht geslacht gewicht gericht geduld bekend onbekend
    beleid bericht besluit bestand bewind beeld best bent verband verbod verdriet verzet overlast
    overzicht overheid verband aandacht leefgebied grondgebied rechtsgebied werkgebied
    beleidsgebied taalgebied politiegeweld opdracht
    """
)
_TELLS_NOTHING = word_set(
    """
    genoemd vermeld besproken beschreven aangekondigd opgesomd gevraagd toegezegd beloofd bedoeld
    voorgesteld beoogd verzocht zat zaten
    """
)
"""Verbs of what a letter or a debate says, and of a meeting, not of what was done."""
_ACTORS = re.compile(r"(?:gemeenten|scholen|regio['’]s|provincies|landen|fracties|leden)$", re.I)
"""Of these a number in words tells who did something, not how many: "vijf gemeenten startten"."""
_NOW = re.compile(
    r"\b(?:nu|thans|momenteel|inmiddels|op (?:dit|het) moment|vandaag|heden)\b", re.IGNORECASE
)
_BEHIND_PREPOSITION = re.compile(
    r"\b(?:aan|bij|binnen|door|in|langs|met|na|naar|naast|onder|op|over|per|rond|tegen|tot|tussen"
    r"|uit|van|vanuit|via|voor|waarin|gemiddeld)"
    r" (?:de |het |een |die |deze |onze |in totaal |ruim |circa |bijna |ongeveer |zo'n )*$",
    re.IGNORECASE,
)
_WITH_CASES = re.compile(
    r"\b(?:aan|bij|in|tegen|van|voor) (?:ruim |bijna |circa )?$", re.IGNORECASE
)
"""Before what an outcome is of: "in dertien zaken is ontneming gevorderd"."""
_AT = re.compile(r"\b[Bb]ij (?:ruim |bijna |circa )?$")


def is_told(text: str, found: Found[Quantity], sentence: Sentence) -> bool:
    """Whether a sentence tells how many there were, or are now."""
    part = _part(text, found, sentence)
    return (
        _is_thing(text, found, sentence)
        and not _is_led_in(text, found, sentence)
        and (tells_of_the_past(text[part[0] : part[1]]) or bool(_NOW.search(text, *part)))
    )


def _part(text: str, found: Found[Quantity], sentence: Sentence) -> tuple[int, int]:
    """The stretch between semicolons that a number stands in."""
    low = text.rfind(";", sentence.start, found.start)
    high = text.find(";", found.end, sentence.end)
    return max(sentence.start, low + 1), high if high > 0 else sentence.end


def _is_thing(text: str, found: Found[Quantity], sentence: Sentence) -> bool:
    """Whether what is counted can be followed: people and cases from two, other things from ten
    in figures, or in words as what a sentence begins with."""
    quantity = found.value
    times = said.TIMES.match(text, found.end)
    if not (quantity.unit or times) or said.TIME_UNIT.match(quantity.unit):
        return False
    if said.NO_RESULT.search(quantity.unit):
        return False
    is_written = is_in_figures(quantity)
    if not is_written and _ACTORS.search(quantity.unit):
        return False
    if COUNTED.search(quantity.unit):
        return most(quantity) >= _FEWEST
    if said.NO_MEASURE.match(quantity.unit):
        return False
    is_first = not text[_part(text, found, sentence)[0] : found.start].strip()
    return most(quantity) >= (_MANY if is_written else _FEWEST) and (is_written or is_first)


def _is_led_in(text: str, found: Found[Quantity], sentence: Sentence) -> bool:
    """Whether a preposition or a whole leads in the number; for cases in figures few do."""
    near = (max(sentence.start, found.start - 60), found.start)
    if said.LEADS_TO_WHOLE.search(text, sentence.start, found.start):
        return True
    if text.endswith("waarin ", *near):
        return True
    if found.value.words[:1].isdigit():
        return False
    is_outcome = said.OUTCOME.search(found.value.unit) and _WITH_CASES.search(text, *near)
    is_at = COUNTED.search(found.value.unit) and _AT.search(text, *near)
    return not (is_outcome or is_at) and _BEHIND_PREPOSITION.search(text, *near) is not None


def says_what_was(words: str) -> bool:
    """Whether a sentence tells of a time behind it, and not of now."""
    return _NOW.search(words) is None and _SIMPLE_PAST.search(words) is not None


@lru_cache(maxsize=512)
def tells_of_the_past(words: str) -> bool:
    """Whether words hold a verb of the past: a simple past, or a participle with its helper."""
    if _SIMPLE_PAST.search(words):
        return True
    forms = verb_forms()
    spoken = {word.lower() for word in _WORD.findall(words)} - _TELLS_NOTHING
    if any(word in forms.pasts for word in spoken):
        return True
    is_helped = any(word in _HELPS for word in spoken)
    return is_helped and any(
        word in forms.participles or (_PARTICIPLE.fullmatch(word) and word not in _NO_PARTICIPLE)
        for word in spoken
    )
