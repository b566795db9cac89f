"""How a candidate is called: short sentences and labels made from its own words only."""

import re
from collections.abc import Sequence
from datetime import date
from itertools import takewhile
from typing import Any, Protocol

from samen.core.reading.action_verbs import verb_forms
from samen.core.reading.clauses import AUXILIARIES
from samen.core.reading.sentences import split_sentences
from samen.core.terms import CandidateKind, Chamber

LONGEST_TITLE = 300
LONGEST_SUBJECT = 200
_FARTHEST = 600
"""Characters on either side of a stretch in which its sentence is looked for."""

_SUBJECT = re.compile(
    r"\W*(?:Onderwerp|Betreft|ONDERWERP|BETREFT)(?:\s*:\s*|\s{2,}|\s+(?=[A-Z]))"
    r"(?P<words>\S+(?:\s{1,2}\S+)*)"
)
_RUNS_ON = re.compile(r"\s{6,}\S")
_COLUMNS = re.compile(r"\s{3,}")

_MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip


class Labelled(Protocol):
    """A candidate as far as its label needs it."""

    kind: str
    quote: str
    detail: Any


def first_sentence(text: str) -> str:
    """The first sentence of a text as a title: no stop, cut at a word where it is long."""
    folded = " ".join(text.split())
    start, end = next(iter(split_sentences(folded)), (0, 0))
    sentence = folded[start:end].strip(" .;:,–-•")
    if len(sentence) > LONGEST_TITLE:
        sentence = sentence[: LONGEST_TITLE - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"
    return sentence[:1].upper() + sentence[1:]


def action_words(what: str, owners: Sequence[str], sentence: str) -> str:
    """The words of an action that stand by themselves.

    A clause that begins with its verb ("verzorgt dit voorjaar drie werksessies") gets its one
    owner before it; where none or several act, it is told by its whole sentence.
    """
    first = what.split(" ", 1)[0]
    is_headless = first[:1].islower() and (first in verb_forms().finite or first in AUXILIARIES)
    if not is_headless:
        return what
    return f"{owners[0]} {what}" if len(owners) == 1 else sentence


def sentence_around(text: str, start: int, end: int) -> str:
    """The sentence of a text that holds a stretch, within its paragraph."""
    low = max(text.rfind("\n\n", 0, start) + 1, start - _FARTHEST, 0)
    stop = text.find("\n\n", end)
    high = min(stop if stop >= 0 else len(text), end + _FARTHEST)
    window = text[low:high]
    for first, last in split_sentences(window):
        if first <= start - low < last:
            return " ".join(window[first : max(last, end - low)].split())
    return text[start:end]


def label_of(candidate: Labelled) -> str:
    """One line that names a candidate, for lists and as title of a paper or an article."""
    kind = CandidateKind(candidate.kind)
    detail = dict(candidate.detail)
    label = {
        CandidateKind.LEGAL: _legal,
        CandidateKind.PARLIAMENTARY_REF: _paper,
        CandidateKind.MOTION: _motion,
    }.get(kind, _plain)(detail)
    return label or first_sentence(candidate.quote)


def _plain(detail: dict[str, Any]) -> str:
    words = next((detail[key] for key in ("what", "about", "name", "text") if detail.get(key)), "")
    return first_sentence(str(words))


def _legal(detail: dict[str, Any]) -> str:
    law = detail.get("name") or detail.get("regime") or ""
    return f"Artikel {detail['article']} {law}".strip() if detail.get("article") else str(law)


def _paper(detail: dict[str, Any]) -> str:
    """ "Kamerstuk 28 638, nr. 200", or "" when its number is not given."""
    if not (detail.get("dossier") and detail.get("number")):
        return ""
    name = "Kamerstuk Eerste Kamer" if detail.get("chamber") == Chamber.SENATE else "Kamerstuk"
    return f"{name} {_numbered(detail)}"


def _motion(detail: dict[str, Any]) -> str:
    movers = " en ".join(detail.get("movers") or ())
    others = " c.s." if detail.get("cum_suis") else ""
    paper = f" ({_numbered(detail)})" if detail.get("number") else ""
    return f"Motie {movers}{others}{paper}" if movers or paper else ""


def _numbered(detail: dict[str, Any]) -> str:
    dossier = str(detail.get("dossier") or "")
    spaced = f"{dossier[:-3]} {dossier[-3:]}" if len(dossier) > 3 else dossier
    suffix = f"-{detail['suffix']}" if detail.get("suffix") else ""
    return f"{spaced}{suffix}, nr. {detail['number']}"


def letter_title(name: str, on: date | None, subject: str = "") -> str:
    """How a letter is called in the register: by subject and date, else by its file."""
    dated = f"{on.day} {_MONTHS[on.month - 1]} {on.year}" if on else ""
    if subject:
        return f"{subject} (brief {dated})" if dated else subject
    return f"Brief {dated or name}"


def subject_of(original: str) -> str:
    """What a letter says that it is about, after "Onderwerp" or "Betreft"; "" if it does not.

    In a printed head other columns may stand to the right of it, and it may run on below.
    """
    lines = original.splitlines()
    for place, line in enumerate(lines):
        if found := _SUBJECT.match(line):
            rest = takewhile(_RUNS_ON.match, lines[place + 1 :])
            words = [found["words"], *(_COLUMNS.split(below.strip())[0] for below in rest)]
            return " ".join(" ".join(words).split())[:LONGEST_SUBJECT]
    return ""
