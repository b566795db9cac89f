"""Who acts in the sentences before one that names nobody, or only "he" or "she"."""

import re

from samen.core.reading.actor_roles import Role, is_joined
from samen.core.reading.actors import actors_in
from samen.core.reading.context import Context
from samen.core.reading.gazetteer import organisation_named
from samen.core.reading.offices import canonical_name, home_ministry, signing_offices
from samen.core.reading.owners import owners_of
from samen.core.reading.sentences import Sentence
from samen.core.terms import OrganisationKind

_APART = 3
_LOOK_BACK = 6
"""Sentences of a paragraph to look back for who acts."""
_RESEARCH = re.compile(
    r"\b(?:onderzoek|studie|rapport|resultaten|uitkomst|meting|monitor|schatting|evaluatie"
    r"|publicatie|eindrapport)\w*",
    re.IGNORECASE,
)
_THEY = re.compile(r"\b(?:zij|hij|ze|beide|samen|gezamenlijk|partijen)\b", re.IGNORECASE)
_PRONOUN = re.compile(r"\W*(?:Zij|Hij)\s+(?!zijn\b|hebben\b|zullen\b|worden\b|gaan\b)[a-zà-ÿ]+\b")
"""How a sentence begins that goes on about one office or body."""
_COUNTS = {"beide": 2, "twee": 2, "drie": 3, "vier": 4, "vijf": 5}
_GROUP = re.compile(
    r"\b(?:(?P<both>beide)|(?:de|deze)\s+(?:\w+e\s+)?(?P<many>twee|drie|vier|vijf)|deze)\s+"
    r"(?P<noun>[a-zà-ÿ]+(?:s|en|['’]s|ies))\b(?:\s+\((?P<names>[^()]{4,120})\))?",
    re.IGNORECASE,
)
"""Several at once that were named before: "beide ministeries", "de drie gemeenten"."""
_OF_THE_STATE = re.compile(r"ministeries|departementen|bewinds(?:lieden|personen)", re.IGNORECASE)
_MINE = re.compile(r"\b(?:ik|mijn|mij)\b", re.IGNORECASE)


def nearest_owners(context: Context, sentence: Sentence) -> list[str]:
    """Who acts in the sentences just before one, in its paragraph.

    Who only did research is passed over where the sentence does not go on about that, and who
    only helped where it does not speak of them.
    """
    earlier = context.sentences_in(sentence.block.start, sentence.start)
    if earlier and _PRONOUN.match(context.text, sentence.start, sentence.end):
        asked = _told_of(context, earlier[-1])
        if asked:
            return asked
    is_on_research = _RESEARCH.search(context.text, sentence.start, sentence.end)
    is_on_them = _THEY.search(context.text, sentence.start, sentence.end)
    for before in reversed(earlier[-_LOOK_BACK:]):
        names = owners_of(context, before.start, before.end)
        if names and not is_on_them and _only_helps(context, before, names):
            continue
        if names and (is_on_research or not all(_does_research(name) for name in names)):
            return names
    return []


def each_by_name(context: Context, sentence: Sentence, owners: list[str]) -> list[str]:
    """Owners with those of "beide ministeries" or "de drie gemeenten" by the names they have."""
    text = context.text
    for group in _GROUP.finditer(text, sentence.start, sentence.end):
        if group["noun"].lower() not in owners:
            continue
        at = owners.index(group["noun"].lower())
        named = _in_brackets(group["names"] or "") or _signers(context, group)
        named = named or _named_together(context, sentence, group)
        if named:
            return list(dict.fromkeys([*owners[:at], *named, *owners[at + 1 :]]))
    return owners


def _in_brackets(names: str) -> list[str]:
    parts = re.split(r",\s+|\s+en\s+(?=[A-Z])", " ".join(names.split()))
    return parts if len(parts) > 1 and all(part[:1].isupper() for part in parts) else []


def _signers(context: Context, group: re.Match[str]) -> list[str]:
    """The two ministries or offices of a letter that two sign."""
    offices = signing_offices(context)
    if len(offices) != 2 or not group["both"] or not _OF_THE_STATE.fullmatch(group["noun"]):
        return []
    is_office = group["noun"].lower().startswith("bewind")
    return [*offices] if is_office else [home_ministry(office) for office in offices]


def _named_together(context: Context, sentence: Sentence, group: re.Match[str]) -> list[str]:
    """The last actors before a place that were named in one breath, as many as it says."""
    count = _COUNTS.get((group["both"] or group["many"] or "").lower(), 0)
    nearby = context.sentences_in(sentence.block.start, sentence.end)[-_LOOK_BACK:]
    for each in reversed(nearby):
        row: list[str] = []
        rows: list[list[str]] = []
        last = None
        for actor in actors_in(context, each.start, min(each.end, group.start())):
            row = (
                [*row, actor.name]
                if last and is_joined(context.text, last, actor.start)
                else [actor.name]
            )
            rows.append(row)
            last = actor
        fits = (r for r in reversed(rows) if (len(r) == count if count else len(r) > 1))
        if found := next(fits, None):
            return found
    return _last_of_a_kind(context, group, count)


def _last_of_a_kind(context: Context, group: re.Match[str], count: int) -> list[str]:
    """The last organisations before a place whose names have its noun: "beide inspecties"."""
    one = re.sub(r"(?:en|s)$", "", group["noun"].lower())
    before = reversed(context.organisations_in(0, group.start()))
    names = (canonical_name(each.value) for each in before)
    last = dict.fromkeys(name for name in names if one in name.lower().split())
    if count and len(last) >= count:
        return [*last][:count][::-1]
    return _named_apart(context, group, count)


def _named_apart(context: Context, group: re.Match[str], count: int) -> list[str]:
    """The bodies that the sentences before name one by one, where they are as many as it says."""
    block = context.block_at(group.start())
    if block is None or count < 2:
        return []
    named: dict[str, None] = {}
    for each in reversed(context.sentences_in(block.start, group.start())[-_APART:]):
        actors = actors_in(context, each.start, min(each.end, group.start()))
        named |= {a.name: None for a in actors if a.kind is not None and not a.name.islower()}
        if len(named) >= count:
            break
    return [*named] if len(named) == count else []


def _told_of(context: Context, sentence: Sentence) -> list[str]:
    """Whom the writer asked or had do something in a sentence: the one body that it names."""
    if not _MINE.search(context.text, sentence.start, sentence.end):
        return []
    names = {actor.name for actor in actors_in(context, sentence.start, sentence.end)}
    return [*names] if len(names) == 1 else []


def _only_helps(context: Context, sentence: Sentence, names: list[str]) -> bool:
    """Whether the owners of a sentence are those with whom somebody unnamed does it."""
    actors = actors_in(context, sentence.start, sentence.end)
    return {actor.name for actor in actors if actor.role is Role.PARTNER} >= {*names}


def _does_research(name: str) -> bool:
    known = organisation_named(name)
    return known is not None and known.kind is OrganisationKind.RESEARCH
