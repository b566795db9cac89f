"""The paper of a motion: in its words, in its note, in the row of the last one; and motions
that are named by their paper alone.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from samen.core.reading import motion_words as words
from samen.core.reading.context import Context
from samen.core.reading.motion_days import day_of_tabling
from samen.core.reading.motion_mentions import Mention
from samen.core.reading.sentences import Sentence
from samen.core.references import Paper
from samen.core.terms import Chamber

_COUNTED_OFF = re.compile(
    r"\W*(?:De|Die)\s+(?:eerste|tweede|derde|vierde|laatste|andere)\s+\(", re.IGNORECASE
)
"""How a sentence begins on one of the motions that the one before it counts."""
_NAMED_OFF = re.compile(
    r"\W*[Dd](?:e|ie)\s+(?:ene|eerste|tweede|derde|vierde|andere|laatste),?\s+(?:is\s+)?"
    rf"(?:ingediend\s+door|van)\s+{words.LEDEN}{words.NAMES}{words.CUM_SUIS}"
)
"""How a sentence begins that names the movers of one of several motions told of before it."""
_PROPOSED = re.compile(
    r"\b(?:op\s+voorstel\s+van|uitgesproken|sprak\b[^.;]*\buit|verzocht|verzoekt|vroeg(?:en)?|riep(?:en)?)\b",
    re.IGNORECASE,
)
_WITHIN = 200
"""Characters behind the word "motie" in which the parts of its paper stand."""
_DOSSIER = r"(?P<dossier>\d{2} ?\d{3})\b(?!\.\d)"
_NUMBER_FIRST = re.compile(
    r"\b(?:nrs?\.?|nummer)\s*(?P<number>\d{1,4})\b,?\s*\(?"
    rf"(?:(?:op|van|in|onder|bij)\s+)?(?:dossier(?:nummer)?|Kamerstuk)\s+{_DOSSIER}"
)
_BARE_PAIR = re.compile(rf"\({_DOSSIER},\s*(?P<number>\d{{1,4}})\)")
_PLAIN_NUMBER = re.compile(
    r"[Mm]otie\s+(?:met\s+)?(?:nr\.?\s*|nummer\s+)?(?P<number>\d{1,4})\b(?=\s+(?:van|over|om|\())"
)
_NEW_NUMBER = re.compile(
    r"\b(?:ter vervanging van"
    r"|t\.\s?v\.\s?v\.)[^.;]*?(?:\.[^.;]*?)?\bnummer\s+(?P<number>\d{1,4})\s+gekregen\b"
)
_NUMBERS = re.compile(
    r"\bmoties?\s+(?:met\s+)?(?:nrs?\.?|nummers?)\s+(?P<numbers>\d{1,4}(?:(?:,|\s+en)\s*\d{1,4})*)"
    r"\s+(?:\(|(?:van|in|op)\s+(?:dossier|Kamerstuk)\s+)(?P<dossier>\d{2} ?\d{3})\b"
)
_LABEL, _DASHES = 6, frozenset({"–", "-", "—", ":", "|"})
"""Characters before a paper that opens an item ("a. "), and what may stand behind it."""
_SERIES, _SERIES_REACH = 40, 900
"""Papers of one series that a letter cites by number, and characters back to the last in full."""


def paper_of(context: Context, place: int, end: int, sentence: Sentence) -> Paper | None:
    """The paper of the motion mentioned at a place, if one is given."""
    return (
        _paper(context, place, end, sentence)
        or _parted_paper(context, place, end)
        or _paper_around(context, place, sentence)
        or _bare_paper(context, place, end)
    )


def _parted_paper(context: Context, place: int, end: int) -> Paper | None:
    """The paper of "nummer 249 (dossier 28 638)", with its number first, or of "(28638, 249)"."""
    for form in (_NUMBER_FIRST, _BARE_PAIR):
        if found := form.search(context.text, place, min(end, place + _WITHIN)):
            return Paper(Chamber.HOUSE, found["dossier"].replace(" ", ""), found["number"])
    return None


def _paper(context: Context, place: int, end: int, sentence: Sentence) -> Paper | None:
    """The paper that a mention gives: in its own words, else in the footnote there."""
    papers = context.papers_in(place, end)
    if papers and (renewed := _NEW_NUMBER.search(context.text, place, end)):
        return replace(papers[0].value, number=renewed["number"])
    for found in papers:
        if not words.NOT_ITS_PAPER.search(context.text, place, found.start):
            return found.value
    last = min(end, sentence.end)
    for marker in (m for m in context.letter.markers if place <= m.position <= last):
        note = context.letter.footnote(marker.number)
        if note is None or words.NOTE_OF_LETTER.search(context.text, place, marker.position):
            continue
        for found in context.papers_in(note.start, note.end):
            if not words.NOT_ITS_PAPER.search(context.text, note.start, found.start):
                return found.value
    return None


def _paper_around(context: Context, place: int, sentence: Sentence) -> Paper | None:
    """The paper that a mention explains: "28 638, nr. 77 (motie-Zandstra)", and at the front of an
    item "28 638, nr. 77 – Motie-Zandstra"."""
    before = context.papers_in(max(0, place - 100), place)
    if not before:
        return None
    between = context.text[before[-1].end : place].strip()
    is_label = before[-1].start - sentence.start < _LABEL and between in _DASHES
    return before[-1].value if between == "(" or is_label else None


def _bare_paper(context: Context, place: int, end: int) -> Paper | None:
    """The paper of "(nr. 17)": one of the series cited before it, of the dossier that it names, or
    of the dossier that the letter cites most, if one stands out."""
    bare = words.BARE_NUMBER.search(context.text, place, end)
    if bare is None or context.papers_in(place, end):
        return None
    for near in context.papers_in(max(0, place - _SERIES_REACH), place)[-1:]:
        number = near.value.number
        both = number.isdigit() and bare["number"].isdigit()
        if both and abs(int(number) - int(bare["number"])) <= _SERIES:
            return replace(near.value, number=bare["number"])
    if bare["dossier"]:
        return Paper(Chamber.HOUSE, bare["dossier"].replace(" ", ""), bare["number"])
    cited = Counter(found.value.dossier for found in context.papers if not found.value.suffix)
    most = cited.most_common(2)
    stands_out = most and most[0][1] > 1 and (len(most) == 1 or most[0][1] > most[1][1])
    return Paper(Chamber.HOUSE, most[0][0], bare["number"]) if stands_out else None


def bare_number(text: str, place: int, end: int, *, has_movers: bool) -> str:
    """The number of "motie 17", or of "(nr. 17)" behind movers, where nothing tells its dossier."""
    bare = _PLAIN_NUMBER.match(text, place, end)
    if has_movers and bare is None:
        bare = words.BARE_NUMBER.search(text, place, end)
    if bare is None or words.NOT_ITS_PAPER.search(text, place, bare.start("number")):
        return ""
    return bare["number"]


def numbered_first(context: Context, sentence: Sentence) -> Iterator[Mention]:
    """The motions of "de moties nrs. 207 en 209 (28 638)", each by its number."""
    for listed in _NUMBERS.finditer(context.text, sentence.start, sentence.end):
        dossier = listed["dossier"].replace(" ", "")
        for number in re.findall(r"\d+", listed["numbers"]):
            paper = Paper(Chamber.HOUSE, dossier, number)
            yield Mention(listed.start(), listed.end(), sentence, (), False, paper)


def in_order(context: Context, sentence: Sentence) -> Iterator[Mention]:
    """The motion of "De tweede (nr. 58) betreft" or "De andere, van het lid X," behind a sentence
    on several."""
    yield from _named_off(context, sentence)
    opened = _COUNTED_OFF.match(context.text, sentence.start, sentence.end)
    if opened is None:
        return
    end = context.text.find(")", opened.end(), sentence.end) + 1
    papers = context.papers_in(opened.start(), end)
    paper = papers[0].value if papers else _bare_paper(context, opened.end() - 1, end)
    for before in reversed(context.sentences_in(sentence.block.start, sentence.start)):
        members = words.MEMBERS.search(context.text, before.start, before.end)
        if members and paper and words.SEVERAL.search(context.text, before.start, before.end):
            movers = words.surnames(members["movers"])
            yield Mention(sentence.start, end, sentence, movers, bool(members["cs"]), paper)
            return


def _named_off(context: Context, sentence: Sentence) -> Iterator[Mention]:
    named = _NAMED_OFF.match(context.text, sentence.start, sentence.end)
    before = context.sentences_in(sentence.block.start, sentence.start) if named else ()
    if named is None or not any(
        words.SEVERAL.search(context.text, each.start, each.end) for each in before
    ):
        return
    movers, stretch = words.surnames(named["movers"]), (sentence.start, sentence.end)
    paper = paper_of(context, *stretch, sentence)
    tabled = day_of_tabling(context, sentence, stretch, paper)
    yield Mention(stretch[0], named.end(), sentence, movers, bool(named["cs"]), paper, tabled)


def put_otherwise(context: Context, mention: Mention) -> Iterator[Mention]:
    """What "deze motie" means where no words before it in its paragraph have the word "motie".

    "Uw Kamer sprak op voorstel van het lid X uit dat ... (28 638, nr. 77)."
    """
    block, text = mention.sentence.block, context.text
    is_first = words.MENTION.search(text, block.start, mention.start) is None
    if not (mention.refers_back and is_first) or words.SEVERAL.match(text, mention.start):
        return
    for before in reversed(context.sentences_in(block.start, mention.sentence.start)):
        papers = context.papers_in(before.start, before.end)
        members = words.MEMBERS.search(text, before.start, before.end)
        if papers and members and _PROPOSED.search(text, before.start, before.end):
            movers, paper = words.surnames(members["movers"]), papers[0].value
            yield Mention(before.start, before.end, before, movers, bool(members["cs"]), paper)
            return
