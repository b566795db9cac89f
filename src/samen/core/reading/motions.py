"""Motions: one candidate for each distinct motion, its status joined over the whole letter.

Identity is the number of the paper, from the sentence, from brackets or from the footnote at
the mention. A surname is never a key: a mention without a number joins an earlier motion only
when its movers are the same, or when it says "deze motie".
"""

import re
from bisect import bisect_left, insort
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise, zip_longest

from samen.core.reading import motion_words as words
from samen.core.reading.candidates import Candidate
from samen.core.reading.context import Context, build_context, candidate
from samen.core.reading.motion_codes import code_of
from samen.core.reading.motion_days import day_of_tabling
from samen.core.reading.motion_lists import listed_mentions
from samen.core.reading.motion_mentions import Mention, Motion
from samen.core.reading.motion_papers import (
    bare_number,
    in_order,
    numbered_first,
    paper_of,
    put_otherwise,
)
from samen.core.reading.motion_status import status_of
from samen.core.reading.motion_subjects import by_subject, counted_off, subjects_of, told_together
from samen.core.reading.sentences import Sentence
from samen.core.reading.text import BlockKind, Letter
from samen.core.references import Paper
from samen.core.terms import CandidateKind, MotionStatus

_TOLD = re.compile(r"Motie (?:is )?(?:hiermee |dus )?(?:uitgevoerd|afgedaan|afgehandeld)\b")
"""A sentence that only says that the motion before it is settled."""
_ANSWER = re.compile(r"\A\s*Antwoord(?: (?:op )?(?:vraag )?\d{1,2})?[.:]?\s*\n")
_NOT_MOVED = re.compile(r"\s+(?:aangekondigd|overwogen)\b[^.;]{0,20}\bniet\s+ingediend\b")


def find_motions(letter: Letter, anchor: date | None) -> list[Candidate]:
    """Every distinct motion of a letter. anchor: the date of the letter."""
    return motions_of(build_context(letter, anchor))


def motions_of(context: Context) -> list[Candidate]:
    """Every distinct motion, from what was already worked out."""
    mentions = [*_mentions(context), *listed_mentions(context)]
    motions = _joined(context, sorted(mentions, key=lambda each: each.start))
    found = [_candidate(context, motion) for motion in motions]
    return sorted(found, key=lambda each: each.start)


def _mentions(context: Context) -> Iterator[Mention]:
    for sentence in context.sentences:
        if sentence.block.kind is BlockKind.SIGNATURE:
            continue
        yield from in_order(context, sentence)
        yield from numbered_first(context, sentence)
        hits = words.MENTION.finditer(context.text, sentence.start, sentence.end)
        places = [hit.start() for hit in hits]
        for place, end in pairwise([*places, sentence.end]):
            mention = _mention(context, sentence, place, end)
            if mention is not None:
                yield from put_otherwise(context, mention)
                yield mention
                yield from _next_ones(context, mention, end)


def _next_ones(context: Context, first: Mention, end: int) -> Iterator[Mention]:
    """The other motions of "de moties van de leden A (nr. 1) en B (nr. 2)", "A (nrs. 1 en 2)"."""
    papers = context.papers_in(first.start, end)
    if first.paper is None or not words.SEVERAL.match(context.text, first.start):
        return
    own = [found for found in papers if found.value == first.paper][:1]
    for before, found in pairwise([*own, *(f for f in papers if f.value != first.paper)]):
        close = re.match(r"[^()]{0,40}\)", context.text[before.end : found.start])
        after = before.end + (close.end() if close else 0)
        named = words.NEXT_MOVERS.match(context.text, after, found.start)
        movers, cum_suis = (
            (words.surnames(named["movers"]), bool(named["cs"]))
            if named
            else (first.movers, first.cum_suis)
        )
        start = named.start("movers") if named else found.start
        yield replace(
            first, start=start, end=found.end, movers=movers, cum_suis=cum_suis, paper=found.value
        )


def _mention(context: Context, sentence: Sentence, place: int, end: int) -> Mention | None:
    text = context.text
    word = words.MENTION.match(text, place)
    if word is None:
        return None
    if _NOT_MOVED.match(text, word.end(), end):
        return None
    coded = code_of(text, word.end(), end)
    code = coded.code if coded else ""
    movers, cum_suis, reach = _movers(text, sentence, coded.end if coded else word.end(), end)
    if coded and not movers:
        movers = coded.groups
    paper = paper_of(context, place, end, sentence)
    if not (paper or code):
        code = bare_number(text, place, end, has_movers=bool(movers))
    lead = text[max(sentence.start, place - 30) : place]
    is_told = _TOLD.match(text, place, end) is not None
    back = (is_told or words.ANAPHOR.search(lead) is not None) and not movers
    same = words.SAME_MEMBER.search(text, place, end) is not None
    if not (movers or paper or back or same or code):
        return None
    tabled = day_of_tabling(context, sentence, (place, end), paper)
    signed = words.CO_SIGNED.search(text, sentence.start, end) if movers else None
    is_behind = signed and words.MOVERS_AFTER.match(text, word.end(), end) is None
    is_of_signers = signed and (reach <= word.end() or is_behind)
    if is_of_signers and not (paper or code):
        back = words.ANAPHOR.search(lead) is not None
    return Mention(place, max(reach, word.end()), sentence, movers, cum_suis, paper, tabled,
                   back and not (paper or code), same, "" if paper else code)  # fmt: skip


def _movers(
    text: str, sentence: Sentence, after: int, end: int
) -> tuple[tuple[str, ...], bool, int]:
    """Movers, "c.s." or not, and where their names end."""
    hit = words.MOVERS_AFTER.match(text, after, end)
    if hit is None or not words.surnames(hit["movers"]):
        hit = words.MEMBERS.search(text, after, end) or words.MEMBERS.search(
            text, sentence.start, after
        )
    if hit is None or not words.surnames(hit["movers"]):
        hit = words.LOOSE_MOVERS.search(text, after, min(end, after + 60))
    if hit is None or not words.surnames(hit["movers"]):
        return (), False, after
    movers = words.surnames(hit["movers"])
    if words.TABLED_TOGETHER.match(text[after:end]):
        before = words.MEMBERS.search(text, sentence.start, after)
        movers = tuple(
            dict.fromkeys([*words.surnames(before["movers"] if before else ""), *movers])
        )
    beside = words.WITH_MEMBERS.search(text, sentence.start, after)
    if beside and beside.start() > hit.start():
        movers = tuple(dict.fromkeys([*movers, *words.surnames(beside["movers"])]))
    return movers, bool(hit["cs"]), hit.end() if hit.start() >= after else after


def _joined(context: Context, mentions: list[Mention]) -> list[Motion]:
    """Mentions gathered into distinct motions: by number, by movers, by reference back."""
    mentions = [_completed(mention, mentions) for mention in mentions]
    mentions = [
        _numbered(context, *both) for both in zip_longest(mentions, mentions[1:]) if both[0]
    ]
    own = [m for m in mentions if not m.refers_back]
    motions = _by_paper(own)
    _add_by_movers(motions, [m for m in own if not (m.paper or m.code)])
    subjects = subjects_of(context, motions)
    places = sorted((m.start, index) for index, each in enumerate(motions) for m in each.mentions)
    for mention in (m for m in mentions if m.refers_back):
        named = by_subject(context, mention, subjects)
        for index in named or _antecedents(context, mention, places):
            motions[index].mentions.append(_with_co_signers(mention, motions[index]))
            insort(places, (mention.start, index))
    _take_turns(motions)
    return motions


def _take_turns(motions: list[Motion]) -> None:
    """Put the mentions of each motion in order, each with its turn in its paragraph."""
    named: dict[int, list[int]] = {}
    own = [(m, index) for index, each in enumerate(motions) for m in each.mentions]
    for mention, index in sorted(own, key=lambda each: (each[0].start, each[1])):
        row = named.setdefault(mention.sentence.block.start, [])
        if not mention.refers_back and index not in row:
            row.append(index)
    for index, motion in enumerate(motions):
        motion.mentions.sort(key=lambda m: m.start)
        for at, mention in enumerate(motion.mentions):
            row = named[mention.sentence.block.start]
            if index in row:
                motion.mentions[at] = replace(mention, turn=(row.index(index), len(row)))


def _with_co_signers(mention: Mention, motion: Motion) -> Mention:
    """A mention that names who signed with the movers, with those movers."""
    if not mention.movers:
        return mention
    return replace(mention, movers=tuple(dict.fromkeys([*motion.movers, *mention.movers])))


def _add_by_movers(motions: list[Motion], mentions: list[Mention]) -> None:
    """Mentions without a number, each to the motion of its movers or to a motion of its own."""
    named: dict[str, list[Motion]] = {}
    for motion in motions:
        for name in _names(motion.movers):
            named.setdefault(name, []).append(motion)
    for mention in mentions:
        target = _target(mention, named)
        if target is None:
            target = Motion()
            motions.append(target)
            for name in _names(mention.movers):
                named.setdefault(name, []).append(target)
        target.mentions.append(mention)


def _by_paper(mentions: list[Mention]) -> list[Motion]:
    """One motion for each paper or number that is given, whatever the movers."""
    motions: dict[Paper | str, Motion] = {}
    for mention in mentions:
        if key := mention.paper or mention.code:
            motions.setdefault(key, Motion()).mentions.append(mention)
    return list(motions.values())


def _completed(mention: Mention, mentions: list[Mention]) -> Mention:
    """A mention of "hetzelfde lid" with the name that was said before."""
    if not mention.same_member:
        return mention
    earlier = [m for m in mentions if m.start < mention.start and m.movers]
    if not earlier:
        return mention
    first = earlier[-1].movers[0]
    others = tuple(name for name in mention.movers if name != first)
    return replace(mention, movers=(first, *others))


def _numbered(context: Context, mention: Mention, after: Mention | None) -> Mention:
    """A mention with the number of "Deze motie (28 638, nr. 77)" that opens the next sentence, or
    the answer to its question."""
    if after is None or mention.paper or not mention.movers or after.movers or not after.paper:
        return mention
    between = _ANSWER.sub("", context.text[mention.sentence.end : after.start])
    is_next = words.ANAPHOR.fullmatch(between.lstrip())
    return replace(mention, paper=after.paper) if is_next else mention


def _target(mention: Mention, named: dict[str, list[Motion]]) -> Motion | None:
    """The motion of the same movers before a mention, else after it. named: motions by mover."""
    if not mention.movers:
        return None
    known = named.get(mention.movers[0].casefold(), [])
    same = [m for m in known if _same_movers(mention, m)]
    before = [m for m in same if min(x.start for x in m.mentions) < mention.start]
    return next(reversed(before or same), None)


def _names(movers: tuple[str, ...]) -> set[str]:
    return {name.casefold() for name in movers}


def _same_movers(mention: Mention, motion: Motion) -> bool:
    mine, theirs = _names(mention.movers), _names(motion.movers)
    return mine == theirs or (mention.cum_suis and motion.cum_suis and mine <= theirs)


def _antecedents(context: Context, mention: Mention, places: list[tuple[int, int]]) -> list[int]:
    """The motion that "deze motie" means, the last before it; the last two for "beide moties".

    places: where each motion is spoken of, in order, with its index; so are the answers.
    """
    place, low = mention.start, mention.sentence.block.start
    if named := counted_off(context, mention, places):
        return named
    last = _last_before(places, low, place)
    if last is None:
        in_note = mention.sentence.block.kind is BlockKind.FOOTNOTE
        place = context.hangs_at(mention.start) + 1 if in_note else place
        last = _last_before(places, 0, place)
    if last is None or not words.SEVERAL.match(context.text, mention.start):
        return [] if last is None else [last]
    if len(told := told_together(context, mention, places)) > 1:
        return told
    before = _last_before(places, 0, mention.start, but=last)
    return [last] if before is None else [before, last]


def _last_before(
    places: list[tuple[int, int]], low: int, high: int, but: int | None = None
) -> int | None:
    at = bisect_left(places, (high, -1)) - 1
    while at >= 0 and places[at][0] >= low:
        if places[at][1] != but:
            return places[at][1]
        at -= 1
    return None


def _candidate(context: Context, motion: Motion) -> Candidate:
    status, settled = status_of(context, motion)
    primary = _primary(context.text, motion)
    paper = motion.paper
    tabled = motion.tabled
    detail = {
        "movers": list(motion.movers),
        "cum_suis": motion.cum_suis,
        "dossier": paper.dossier if paper else "",
        "suffix": paper.suffix if paper else "",
        "number": paper.number if paper else motion.code,
        "tabled": tabled.isoformat() if tabled else None,
        "status": status.value,
        "settled_quote": context.letter.quote(settled.start, settled.end) if settled else None,
    }
    span = (primary.sentence.start, primary.sentence.end)
    confidence = 0.95 if paper and motion.movers else 0.85 if paper else 0.55
    return candidate(
        context, CandidateKind.MOTION, span, confidence, _reason(motion, status), detail
    )


def _primary(text: str, motion: Motion) -> Mention:
    """The mention to quote: the first that says most about which motion it is, and of it alone."""
    named = [m for m in motion.mentions if m.movers or m.paper or m.code]
    named = [m for m in named if not _is_by_the_way(text, m)] or named
    alone = [m for m in named if m.paper or m.code or not words.SEVERAL.match(text, m.start)]
    return (alone or named or motion.mentions)[0]


def _is_by_the_way(text: str, mention: Mention) -> bool:
    """Whether somebody else in its sentence, and not its own words, tells which motion is meant."""
    own = words.MENTION.match(text, mention.start)
    is_bare = own is not None and mention.end == own.end() and not (mention.paper or mention.code)
    return is_bare and words.ANAPHOR.search(text, mention.sentence.start, mention.start) is not None


def _reason(motion: Motion, status: MotionStatus) -> str:
    known = "met nummer" if motion.paper or motion.code else "zonder nummer in de tekst"
    places = len(motion.mentions)
    said = {
        MotionStatus.SETTLED: "de brief noemt haar afgedaan",
        MotionStatus.IN_PROGRESS: "de brief zegt dat eraan gewerkt wordt, niet dat zij is afgedaan",
        MotionStatus.OPEN: "de brief zegt niet waar zij staat",
    }
    where = "op 1 plaats" if places == 1 else f"op {places} plaatsen"
    return f"motie {known}, genoemd {where}; {said[status]}"
