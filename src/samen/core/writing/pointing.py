"""Whether a sentence of the letter before can stand alone, or points back to words beside it."""

import re

_TIMES = (
    r"(?! (?:jaar|\w+jaar|zomer|winter|kwartaal|maand|moment|week|kabinet\w*|regering|brief|periode"
    r"|programma|begroting)\b)"
)
"""What "dit" and "deze" may stand before: the letter itself and the time that it speaks of."""
_OPENING = re.compile(
    r"(?:Het (?:zal|wordt|werd|is|was|kan|moet|heeft|gaat|komt)|Deze|Dit|Die|Dat|Hij|Zij|Ze"
    r"|Dergelijke|Zulke|Ook|Daarnaast|Daarom|Voorts|Tevens|Bovendien|Vervolgens|Tegelijkertijd"
    r"|Allereerst|Ten ?slotte|Ten (?:eerste|tweede|derde)|Tot slot|Zo(?! (?:veel|spoedig|snel)\b)"
    r"|Om (?:die|deze) reden(?:en)?|(?:Met|Binnen|Naar aanleiding van) (?:dit|dat|deze|die)"
    r"|Naar aanleiding (?:hier|daar)van"
    rf"|(?:Hier|Daar)(?:mee|aan|voor|bij|toe|over|van|in|op|uit|door|tegen))\b{_TIMES}"
)
"""How a sentence begins that cannot stand alone; "dit najaar" and "deze brief" can."""
_PRONOUN = (
    r"aan|als|bij|dan|dat|de|die|door|een|en|heeft|hebben|het|in|is|kan|kunnen|met|naar|niet|nog|of"
    r"|om|onder|ook|op|over|per|te|tot|uit|van|vanaf|voor|waar|wel|wordt|worden|zal|zijn|zo|zullen"
)
"""Words behind "dit" and "deze" that no noun begins with: there they mean what was just named."""
_NAMED = re.compile(
    rf"\b(?:[Dd]eze|[Dd]it)\b(?! (?:{_PRONOUN})\b){_TIMES} (?P<noun>\w+(?: \w+)?)"
    rf"|\b(?:aan|bij|binnen|door|in|met|naar|onder|op|over|rond|rondom|tegen|tot|uit|van|voor)"
    rf" (?:die|dat)(?! (?:{_PRONOUN})\b){_TIMES} (?P<other>\w+(?: \w+)?)"
)
"""A thing that was named before: "dit plan", "uit die leerlijn"."""
_ADVERB = re.compile(
    r"\b(?:hier|daar)(?:aan|bij|door|in|mee|naast|onder|op|over|toe|tegen|uit|van|voor)\b"
)
_TURN = re.compile(r"[,;:]| (?:en|maar|of|om|dat|die) ")
"""Where a sentence has named something that a later word can mean."""
_LINK = re.compile(r"(?<=\w) (?:daarom|derhalve|bovendien|tevens|echter|dan ook)(?= \w)")


def points_back(sentence: str, heading: str = "") -> bool:
    """Whether a sentence under a heading means something that only words around it name."""
    if _OPENING.match(sentence) or _means_again(sentence):
        return True
    return _names_again(sentence, heading)


def without_links(sentence: str) -> str:
    """The sentence without what only ties it to the one before: "is daarom gewerkt"."""
    return _LINK.sub("", sentence, count=1)


def _names_again(sentence: str, heading: str) -> bool:
    """Whether it says "dit plan" of a plan that neither it nor its heading names."""
    for found in _NAMED.finditer(sentence):
        named = f"{heading} {sentence[: found.start()]}".lower()
        words = (found["noun"] or found["other"]).lower().split()
        if not any(len(word) > 3 and word[:5] in named for word in words):
            return True
    return False


def _means_again(sentence: str) -> bool:
    """Whether it says "hiervan" before it has named what that can be."""
    found = _ADVERB.search(sentence)
    return found is not None and not _TURN.search(sentence[: found.start()])
