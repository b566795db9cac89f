"""Who makes a promise: the office that a sentence names or means, or the one that signs."""

import re
from collections.abc import Sequence

from samen.core.reading import promise_words as words
from samen.core.reading.actor_roles import Actor, Role
from samen.core.reading.actors import actors_in
from samen.core.reading.context import Context
from samen.core.reading.councils import council_writer, is_to_council
from samen.core.reading.offices import signing_offices
from samen.core.reading.owners import sending_bodies, writer_of
from samen.core.reading.sentences import Sentence
from samen.core.terms import OrganisationKind

PROMISERS = frozenset({OrganisationKind.MINISTRY, OrganisationKind.CABINET, None})
_MINE = re.compile(r"\b(?:ik|mijn|mij)\b", re.IGNORECASE)
_BY_ME = re.compile(r"\bdoor\s+mij\b", re.IGNORECASE)
_OURS = re.compile(r"\b(?:wij|we|ons|onze)\b", re.IGNORECASE)
_SENATE = re.compile(
    r"Voorzitter\s+van\s+de\s+Eerste\s+Kamer|^\s*Eerste\s+Kamer\s+der", re.I | re.M
)
_GIVER = re.compile(
    r"(?:^\W*|[,;]\s+|\b(?:hoewel|nadat|omdat|zoals|heeft|hebben)\s+)(?:[Dd]e|[Hh]et)\s+"
    r"(?P<who>(?!minister\b|staatssecretaris\b|lid\b|leden\b|Kamer\b)[\w-]+(?:\s+(?:van\s+)?[\w-]*[A-Z][\w-]*(?:\s+[A-Z][\w-]+)?"
    r"|\s+van\s+[a-z-]+)?)\s+"
    r"(?:(?:heeft|hebben|had|zegde(?:n)?|zegt|zei|belooft?|beloofden?)\b|(?=(?:mij|u|ons|uw|dat)\b))"
    r"[^.;]{0,160}\b(?:toegezegd|beloofd|toe)\b"
)
_PRONOUNS = frozenset({"ik", "wij", "we", "hij", "zij", "u"})
_HEAD = 1500
"""Characters of the original in which a letter says to whom it goes."""
_RANK_REACH = 2000
"""Characters before "de minister" in which the whole office may be named."""


def speaks_itself(said: str) -> bool:
    """Whether the writer speaks: "ik", "mij", "onze"."""
    return bool(_MINE.search(said) or _OURS.search(said))


def promiser_of(context: Context, sentence: Sentence) -> str:
    """The office that promises: named in the sentence, or the one that signs where it says "ik"."""
    actors = actors_in(context, sentence.start, sentence.end)
    said = context.text[sentence.start : sentence.end]
    if _BY_ME.search(said):
        return writer_of(context, said)
    if leading := _leading(context, actors):
        return leading
    if named := _meant_by_pronoun(context, sentence) or _bare_rank(context, sentence):
        return named
    if giver := _giver_of(context, sentence):
        return giver
    if speaks_itself(said):
        return writer_of(context, said)
    spoken = [a.name for a in actors if a.kind is None and _is_quoted(context.text, a.start)]
    if spoken:
        return spoken[0]
    held = [a for a in actors if a.kind in PROMISERS and a.role is Role.HOLDER]
    if held:
        return held[0].name
    return _who_writes(context)


def _leading(context: Context, actors: Sequence[Actor]) -> str:
    """The office or ministry that acts in a sentence, or the body whose report it stands in."""
    able = [a for a in actors if a.kind in PROMISERS and a.role in (Role.SUBJECT, Role.AGENT)]
    if able:
        return able[0].name
    first = next((a.name for a in actors if a.role is Role.SUBJECT), "")
    return first if first and first in sending_bodies(context) else ""


def _who_writes(context: Context) -> str:
    offices = signing_offices(context)
    if not offices and is_to_council(context):
        return council_writer(context, alone=True)
    return offices[0] if len(offices) == 1 else ""


def _giver_of(context: Context, sentence: Sentence) -> str:
    """Who gave their word, where that is no minister: "de VNG heeft toegezegd"."""
    given = _GIVER.search(context.text, sentence.start, sentence.end)
    if given is None or given["who"].lower() in _PRONOUNS:
        return ""
    named = [a for a in actors_in(context, *given.span("who")) if a.start >= given.start("who")]
    return named[0].name if named else " ".join(given["who"].split())


def _is_quoted(text: str, place: int) -> bool:
    """Whether an office is said to have announced it: "zoals de minister u schreef"."""
    return re.search(r"\bzoals\s+(?:de\s+)?$", text[max(0, place - 20) : place], re.I) is not None


def _meant_by_pronoun(context: Context, sentence: Sentence) -> str:
    """The office that "hij" or "zij" means: the last one named before it in the paragraph, else
    the body whose report it is."""
    pronoun = words.PRONOUN.search(context.text[sentence.start : sentence.end])
    if pronoun is None:
        return ""
    own_actors = actors_in(context, sentence.start, sentence.start + pronoun.start())
    actors = [*actors_in(context, sentence.block.start, sentence.start), *own_actors]
    offices = [actor for actor in actors if actor.kind is None]
    leading = [actor for actor in offices if actor.role in (Role.SUBJECT, Role.AGENT)]
    own = [actor for actor in offices if actor.start >= sentence.start]
    nearest = (own or leading or offices)[-1:]
    bodies = [actor.name for actor in nearest] or sending_bodies(context)
    return bodies[0] if len(bodies) == 1 else ""


def _bare_rank(context: Context, sentence: Sentence) -> str:
    """The office that "de staatssecretaris" alone means: of that rank, named before or signing."""
    bare = words.BARE_RANK.search(context.text[sentence.start : sentence.end])
    if bare is None:
        return ""
    rank = bare["rank"] or bare["turned"]
    before = actors_in(context, max(0, sentence.start - _RANK_REACH), sentence.start)
    named = [actor.name for actor in before if actor.kind is None]
    same = [name for name in [*signing_offices(context), *named] if name.startswith(rank)]
    return same[-1] if same else rank


def addressee_of(context: Context, start: int, end: int) -> str:
    """To which House a promise is made: the one that its words name, or that is written to."""
    said = context.text[start:end]
    named = re.search(r"\b(Tweede|Eerste)\s+Kamer\b", said)
    if named is not None:
        return f"{named.group(1)} Kamer"
    is_senate = _SENATE.search(context.letter.original[:_HEAD]) is not None
    return "Eerste Kamer" if is_senate else "Tweede Kamer"
