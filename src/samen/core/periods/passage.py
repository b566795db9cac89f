"""A text made ready for reading periods: folded one to one, with its sentences and closed spots."""

import re
from dataclasses import dataclass, field
from datetime import date

_FOLD = str.maketrans({
    "\n": " ", "\t": " ", "\r": " ", "\u00a0": " ", "\u202f": " ", "\u2009": " ",
    "–": "-", "—": "-", "‑": "-", "’": "'", "‘": "'",
})  # fmt: skip

_FUTURE = re.compile(
    r"\b(?:zal|zullen|zult|wordt|worden|verwacht\w*|uiterlijk|komende?|beoogd|gepland\w*|streven\w*"
    r"|streef|streeft|hoop|hoopt|hopen|willen|voornemens"
    r"|zou|zouden|(?<!van )start|starten|volgt|volgen"
    r"|will|shall|expected|planned|gereed|verlengd|tegemoet|kan|kunt|kunnen|moet|moeten|ontvangt|stuurt?|zendt?|informeert?|komt"
    r"|komen|verschijnt|verschijnen|treedt|treden|bieden|opent|openen|begint|beginnen|biedt?|legt?|leggen"
    r"|doen toekomen|[^\W\d_]{3,}eert|evalueren|(?<!het )ga(?:at|an)?(?! (?:om|het)\b))\b"
)
_PAST = re.compile(
    r"\b(?:heeft|hebben|heb|afgelopen|vorige?|eerder"
    r"|has|have|were|presenteerde|stuurde|verscheen|spraken|sprak|kwam|kwamen|vond|vonden|ging"
    r"|gingen"
    r"|begon|begonnen|startte|startten|bezocht|liep|liepen|kreeg|kregen|meldde|besloot|bleek|zond"
    r"|gaf|gaven|nam|namen|stond|stonden|werkten?|hield|hielden|bracht|brachten|schreef|schreven"
    r"|verschenen|ontving|ontvingen|registreerden?|bood|boden|legde|legden|zei|zeiden|trad|traden"
    r"|sloot|sloten|deed|deden|had|zag|zagen|trok|trokken|vroeg|vroegen|wees|wezen|maakten?"
    r"|gold|golden|steeg|stegen|daalden?|bleef|bleven|viel|vielen|droeg|droegen|vertrok|vertrokken|koos|kozen"
    r"|riep|riepen|wist|wisten|leidden?|leerden?|bestond|bestonden|ontstond|ontstonden|lukten?|verliep|verliepen"
    r"|lag|lagen|[^\W\d_]{0,8}(?:wilde|kende|zegde|telde|deelde|noemde|haalde|stelde|diende|rondde|voerde|volgde|vormde"
    r"|tekende|opende|maakte|toonde|bereikte|duurde|regelde)n?"
    r"|(?!ge|be|voorb|afb|onder)[^\W\d_]{3,20}(?:el|er|ig)den?|[^\W\d_]{3,20}(?:tt|dd)e"
    r"|zoals (?:eerder |ook )?[^\W\d_]{2,20}[dt] (?:in|op|tijdens))\b"
)
_WAS = re.compile(
    r"\b(?:was|waren|werd|werden|had|hadden|kon|konden|moest|moesten|mocht|mochten)\b"
)
_UNTENSED = re.compile(
    r"\b(?:worden|gereed|kunnen|komen|verlengd|gepland\w*|verwacht\w*|voorzien|beoogd|starten"
    r"|verschijnen|openen|beginnen|leggen|volgen|moeten|treden|volgt)\b"
)
"""Words that look ahead, but not behind a verb of the past ("konden tot 1 juni worden")."""
_PERFECT = re.compile(r"\b(?:is|zijn)\b")
_DONE_FORM = (
    r"(?!gereed\b|gemeente|gebied|geld\b|geweld\b|gesprek|gezond|gedeelte|gezien\b|gelet\b|overigens)"
    r"(?:[^\W\d_]{0,8}ge[^\W\d_]{2,}|(?:ver|be|ont|her|er|over|onder)[^\W\d_]{2,}"
    r"|[^\W\d_]{3,}eer)(?:d|t|en)\b|\b(?:[^\W\d_]{0,8}ge(?:g|d)aan|ontstaan)\b"
)
_PARTICIPLE = re.compile(rf"\b{_DONE_FORM}")
"""With "is" it tells of the past; without it, "is" tells of now."""
_DONE = re.compile(_DONE_FORM)
"""At the front of a clause: "..., gestart in november, ..."."""
_SUBJECT = re.compile(r" (?:ik|wij|we|zij|ze|hij|u)\b")
"""Behind a verb of now that only looks like one of the past: "..., bezien wij met ..."."""
_CLAUSE = re.compile(
    r"[,;:] |(?<! [a-z]) - |\b(?:(?<!tot )en|maar|terwijl|omdat|nadat|zodat|waarna|dat) "
)
_TO_DO = re.compile(
    r"[^,;.]{0,80}\b(?:te (?:gaan|staan|slaan|zien|[^\W\d_]{2,20}en)"
    r"|(?:op|aan|uit|af|in|toe|terug|mee|voor)te[^\W\d_]{2,20}en)\b"
)
"""An infinitive group: what was promised for a day lies ahead, though the promise lies behind."""
_WORDS_OF_A_CLAUSE = 5
_DAY_OF_SPAN = re.compile(r"\b\d{1,2}(?= tot \d)")
_STOP = re.compile(r"[.!?;] +(?=[^\W\d_])|\n\n")
_NO_STOP = re.compile(
    r"(?:\b(?:jl|j\.l|l\.l|a\.s|cs|c\.s|nrs?|art|o\.a|zgn|bijv|m\.b\.t|t\.o\.v|blz|ca|mln|mld|dr|mr"
    r"|prof|drs|resp|incl|excl|d\.w\.z|i\.v\.m|e\.d|t\.z\.t|[a-z]))$"
)


def fold(text: str) -> str:
    """Lower case, plain blanks, hyphens and quotes; every character keeps its place."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return low.translate(_FOLD)


@dataclass(frozen=True)
class Passage:
    """A text, its folded twin and the date of the letter it stands in."""

    text: str
    anchor: date | None
    low: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "low", fold(self.text))

    def sentence(self, position: int) -> tuple[int, int]:
        """The sentence around a position, at most 400 characters to each side."""
        return sentence_span(self.low, position)

    def tense(self, position: int) -> int:
        """1 where the sentence looks ahead, -1 where it looks back, 0 where it does not say.

        The clause of the place decides; the whole sentence where the clause is a mere part.
        """
        clause = self.clause(position)
        own = self._tense_of(*clause)
        is_whole = self._is_whole(clause)
        if own or (is_whole and not _PARTICIPLE.search(self.low, *clause)):
            return own
        return self._tense_of(*self.sentence(position))

    def looks_back(self, start: int, end: int) -> bool:
        """Whether a deadline without a year lies behind: only where its own clause says so."""
        clause = self.clause(start)
        if _WAS.search(self.low, *clause):
            return True
        if _TO_DO.match(self.low, end, clause[1]):
            return False
        is_whole = self._is_whole(clause)
        return self._tense_of(*(clause if is_whole else self.sentence(start))) < 0

    def _is_whole(self, clause: tuple[int, int]) -> bool:
        """Whether a clause is more than a mere time ("van 17 tot en met 23 oktober")."""
        words = self.low[slice(*clause)].replace("tot en met", "tot").split()
        return len(words) - len(_DAY_OF_SPAN.findall(" ".join(words))) >= _WORDS_OF_A_CLAUSE

    def clause(self, position: int) -> tuple[int, int]:
        """The part of a sentence around a position, between commas and conjunctions."""
        start, end = self.sentence(position)
        for cut in _CLAUSE.finditer(self.low, start, end):
            if cut.end() <= position:
                start = cut.end()
            elif cut.start() > position:
                return start, cut.start()
        return start, end

    def _tense_of(self, start: int, end: int) -> int:
        was = _WAS.search(self.low, start, end)
        words = [m[0] for m in _FUTURE.finditer(self.low, start, end)]
        ahead = any(not (was and _UNTENSED.fullmatch(word)) for word in words)
        back = (
            was
            or _PAST.search(self.low, start, end)
            or (_PERFECT.search(self.low, start, end) and _PARTICIPLE.search(self.low, start, end))
        )
        done = _DONE.match(self.low, start, end) if start > self.sentence(start)[0] else None
        is_part = done and not _SUBJECT.match(self.low, done.end(), end)
        return int(ahead) - int(bool(back or is_part))


def sentence_span(low: str, position: int, reach: int = 400) -> tuple[int, int]:
    """Start and end of the sentence around a position of a folded text, cut at a reach."""
    first, last = max(0, position - reach), min(len(low), position + reach)
    start = first
    end = last
    for stop in _STOP.finditer(low, first, last):
        if low[stop.start()] == "." and _NO_STOP.search(
            low, max(0, stop.start() - 12), stop.start()
        ):
            continue
        if stop.end() <= position:
            start = stop.end()
        elif stop.start() >= position:
            end = stop.start() + 1
            break
    return start, end
