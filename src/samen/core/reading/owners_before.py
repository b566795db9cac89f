"""Who acts in the sentences before one that names nobody, or only "he" or "she"."""

import re

from samen.core.reading.actor_roles import Role
from samen.core.reading.context import Context
from samen.core.reading.gazetteer import organisation_named
from samen.core.reading.owners import actors_in, owners_of
from samen.core.reading.sentences import Sentence
from samen.core.terms import OrganisationKind

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
