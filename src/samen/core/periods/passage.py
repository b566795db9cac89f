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
    r"|voornemens|zou|zouden|start|starten|volgt|will|shall|expected|planned|gereed)\b"
)
_PAST = re.compile(
    r"\b(?:is|zijn|was|waren|werd|werden|heeft|hebben|had|hadden|heb|afgelopen|vorige?|eerder"
    r"|has|have|were|presenteerde|stuurde|verscheen|spraken|sprak|kwam|kwamen|vond|vonden|ging"
    r"|gingen"
    r"|begon|begonnen|startte|startten|bezocht|liep|liepen|kreeg|kregen|meldde|besloot|bleek|zond"
    r"|gaf)\b"
)
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
        """1 where the sentence looks ahead, -1 where it looks back, 0 where it does not say."""
        start, end = self.sentence(position)
        ahead = _FUTURE.search(self.low, start, end) is not None
        back = _PAST.search(self.low, start, end) is not None
        return int(ahead) - int(back)


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
