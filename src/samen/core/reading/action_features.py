"""What speaks for and against a clause telling of an action.

Each feature has a key, by which `action_weights` weighs it, a strength, and the words with
which a reviewer is told of it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from samen.core.periods import Period
from samen.core.reading import action_words as words
from samen.core.reading.actor_roles import Actor, Role
from samen.core.reading.actors import actors_in
from samen.core.reading.clauses import AUXILIARIES, VerbHit, tokens_of, verb_hits
from samen.core.reading.context import Context
from samen.core.reading.lexicon import word_set
from samen.core.reading.owners import owners_of
from samen.core.reading.owners_before import nearest_owners
from samen.core.reading.sentences import Sentence
from samen.core.reading.text import BlockKind
from samen.core.reading.unlisted_actors import is_sure_name, name_acts, town_acts
from samen.core.terms import OrganisationKind, Precision

_OUTSIDE = frozenset({
    OrganisationKind.COMPANY, OrganisationKind.AUDIT_OFFICE, OrganisationKind.RAPPORTEUR,
})  # fmt: skip
"""Bodies whose own work is seldom part of the approach that a letter reports on."""
_AGAINST = (
    ("finding", words.FINDING, "bevinding of cijfer"),
    ("wish", words.WISH, "wens of doel"),
    ("stance", words.STANCE, "oordeel of mening"),
    ("absent", words.ABSENT, "zegt wat er niet is"),
    ("condition", words.CONDITION, "voorwaarde"),
    ("asks", words.ASKS, "vraag van de Kamer"),
    ("about_letter", words.ABOUT_LETTER, "gaat over de brief zelf"),
    ("count", words.COUNT, "telt personen of zaken"),
    ("sum", words.SUM, "noemt een bedrag"),
    ("money", words.MONEY, "gaat over geld"),
    ("settled", words.SETTLED, "gaat over een motie"),
    ("law_text", words.LAW_TEXT, "beschrijft de wet"),
    ("reasoning", words.REASONING, "redenering"),
    ("motion", words.MOTION, "noemt een motie"),
    ("motion_row", words.MOTION_ROW, "regel over een motie"),
)
_WORD_BEFORE = re.compile(r"\b([a-zà-ÿ]{3,}t)\s+(?:(?:de|het)\s+)?$")
_NEXT_WORD = re.compile(r"\s+([a-zà-ÿ]+(?:t|en))\b")
_ACTING = frozenset({"ours_acts", "writer_acts", "pronoun_acts", "same_subject", "name_acts"})
_PRONOUN = re.compile(
    r"\W*(?:(?:Zij|Hij|Ze)\b(?!\s+(?:is|zijn|was|waren|blijkt|betekent)\b)"
    r"|(?:[\w]+\s+){1,4}[a-zà-ÿ]+(?:t|en|de|den|te|ten)\s+(?:zij|hij|ze)\b)"
)
_WE_ACT = re.compile(r"\b(?:ik|wij|we)\b|^\W*(?:onze|mijn)\s+[a-z]+(?:s|en)\b", re.IGNORECASE)
_NOT_DOING = word_set(
    "met het uit tot niet dat want zien ziet kennen kent bestaan bestaat vallen valt verschillen "
    "verschilt ervaren ervaart weten weet tellen telt beschikken beschikt vormen vormt hebben "
    "ondervinden ondervindt beslaat vertegenwoordigt verblijven verblijft toekomen ontvangen"
)
_TELLING = frozenset({
    "ours_acts", "writer_acts", "form_passive", "form_perfect", "form_past", "form_intended",
    "phrase", "phrase_with_verb", "time", "status_row", "planning_row",
})  # fmt: skip
"""Features without one of which a short item of a list is a title."""
_LOOSE = frozenset({Precision.VAGUE, Precision.RECURRING, Precision.YEAR, Precision.SPAN})
_OF_WHAT_IS_OPEN = frozenset({"absent", "finding"})
"""What says little against a clause that leaves something open: "nog niet", "moet blijken"."""
_FEWEST = 5
"""Words below which a clause seldom tells of anything."""


@dataclass(frozen=True, slots=True)
class Feature:
    """Something in a clause that weighs: what, how much of it (mostly 1), and in words."""

    key: str
    strength: float
    said: str


def features_of(context: Context, sentence: Sentence, start: int, end: int) -> list[Feature]:
    """The features of a clause of a sentence."""
    said = context.text[start:end]
    if words.HOUSE_ASKS.match(said):
        return [Feature("asks", 1, "vraag van de Kamer")]
    found = [
        *_verbs(context, start, end),
        *_actors(context, sentence, start, end),
        *_times(context, start, end, said),
        *_place(context, sentence, said),
        *_against(said),
    ]
    keys = {feature.key for feature in found}
    if "form_past" in keys and keys & _ACTING:
        found.append(Feature("past_acts", 1, "vertelt wat iemand deed"))
    if len(said.split()) < _FEWEST or said.rstrip().endswith(("?", ":")):
        has_verb = any(key.startswith(("form_", "phrase")) for key in keys)
        is_head = said.rstrip().endswith(":") and not has_verb
        is_title = "list_item" in keys and (is_head or not keys & _TELLING)
        found.append(Feature("title" if is_title else "bare", 1, "kort, of een vraag"))
    return found


def _against(said: str) -> Iterator[Feature]:
    """What speaks against an action; what was stopped or put off is one, though "niet" says so."""
    is_stopped = words.DROPPED.search(said) or words.DELAYED.search(said)
    if is_stopped and not words.SETTLED.search(said):
        yield Feature("stopped", 1, "gestopt of uitgesteld")
    is_open = is_stopped or words.UNDECIDED.search(said)
    said = words.SETTLES_IT.sub("", said)
    for key, pattern, told in _AGAINST:
        if pattern.search(said) and not (is_open and key in _OF_WHAT_IS_OPEN):
            yield Feature(key, 1, told)


def _verbs(context: Context, start: int, end: int) -> Iterator[Feature]:
    """The verb of work that weighs most, a second one, and phrases that stand for a verb."""
    hits = sorted(verb_hits(tokens_of(context.text, start, end)), key=_rank, reverse=True)
    phrase = words.PHRASE.search(context.text, start, end)
    said = context.text[start:end]
    if phrase is None and words.UNDECIDED.search(said):
        phrase = words.IN_DOUBT.search(said)
    if hits:
        first = hits[0]
        yield Feature(
            f"form_{first.form}", first.verb.weight, f"werkwoord “{first.verb.infinitive}”"
        )
    if len(hits) > 1:
        yield Feature("second_verb", 1, f"werkwoord “{hits[1].verb.infinitive}”")
    if not hits and phrase is None and _subject_acts(context, start, end):
        yield Feature("partner_acts", 1, "een partner doet iets")
    elif not hits and phrase is None and words.SOME_PARTICIPLE.search(context.text, start, end):
        yield Feature("some_participle", 1, "er is of wordt iets gedaan")
    if words.HAS_DONE.search(context.text, start, end):
        yield Feature("has_done", 1, "laat iets doen")
    if phrase is not None:
        key = "phrase_with_verb" if hits else "phrase"
        yield Feature(key, 1, f"zegt “{_short(phrase.group())}”")


def _rank(hit: VerbHit) -> tuple[bool, float]:
    return hit.form not in words.WEAK_FORMS, hit.verb.weight


def _subject_acts(context: Context, start: int, end: int) -> bool:
    """Whether a verb of no list follows a subject of ours: "Nidos en COA melden ..."."""
    subjects = [a for a in actors_in(context, start, end) if a.role is Role.SUBJECT]
    if not subjects or not _is_ours(subjects[-1]):
        return False
    following = _NEXT_WORD.match(context.text, subjects[-1].end)
    before = _WORD_BEFORE.search(context.text, start, subjects[0].start)
    beside = [hit.group(1) for hit in (following, before) if hit is not None]
    return any(word not in AUXILIARIES | _NOT_DOING for word in beside)


def _short(found: str) -> str:
    parts = found.split()
    return " ".join(parts if len(parts) <= 5 else [*parts[:2], "…", *parts[-2:]])


def _actors(context: Context, sentence: Sentence, start: int, end: int) -> Iterator[Feature]:
    """Who acts, by the surest sign of it, and whether others take part."""
    yield from _who_acts(context, sentence, start, end)
    if words.PARTNERED.search(context.text, start, end):
        yield Feature("partnered", 1, "samenwerking")


def _who_acts(context: Context, sentence: Sentence, start: int, end: int) -> Iterator[Feature]:
    actors = actors_in(context, start, end)
    leading = [a for a in actors if a.role in (Role.SUBJECT, Role.AGENT)]
    if any(_is_ours(actor) for actor in leading):
        yield Feature("ours_acts", 1, f"{leading[0].name} handelt")
    elif leading:
        yield Feature("outside_acts", 1, f"{leading[0].name} staat buiten de aanpak")
    elif name_acts(context.text[start:end]):
        yield _name_feature(context, context.text[start:end])
    elif _WE_ACT.search(context.text[start:end]):
        yield Feature("writer_acts", 1, "het kabinet spreekt zelf")
    elif start > sentence.start and owners_of(context, sentence.start, start):
        yield Feature("same_subject", 1, "zelfde onderwerp als de zin ervoor")
    elif _PRONOUN.match(context.text, start, end) and nearest_owners(context, sentence):
        yield Feature("pronoun_acts", 1, "wie ervoor is genoemd, handelt")
    elif actors:
        yield Feature("names_actor", 1, f"noemt {actors[0].name}")


def _name_feature(context: Context, clause: str) -> Feature:
    """What a clause that opens with a name says; a town or what is surely a name acts as ours."""
    if town_acts(clause):
        return Feature("ours_acts", 1, "een gemeente handelt")
    if is_sure_name(context.text, clause):
        return Feature("ours_acts", 1, "een naam handelt")
    return Feature("name_acts", 1, "begint met een naam die iets doet")


def _is_ours(actor: Actor) -> bool:
    is_union = actor.kind is OrganisationKind.EUROPEAN and actor.name.startswith("Europe")
    return actor.kind not in _OUTSIDE and not (is_union and not actor.name.startswith("Europol"))


def _times(context: Context, start: int, end: int, said: str) -> Iterator[Feature]:
    periods = context.periods_in(start, end)
    if periods:
        yield Feature("time", 1, "noemt een tijdstip")
    if any(_is_ahead(context, found.value) for found in periods):
        yield Feature("ahead", 1, "noemt een dag die nog komt")
    for key, pattern, told in (
        ("now", words.NOW, "zegt dat het nu speelt"),
        ("result", words.RESULT, "kondigt een uitkomst aan"),
        ("ready", words.READY, "noemt wanneer het gereed is"),
    ):
        if pattern.search(said):
            yield Feature(key, 1, told)


def _is_ahead(context: Context, period: Period) -> bool:
    """Whether a period of days, months or quarters lies wholly ahead of the letter."""
    begin = period.earliest or period.latest
    is_near = period.precision not in _LOOSE and not period.in_name
    return bool(is_near and context.anchor and begin and begin > context.anchor)


def _place(context: Context, sentence: Sentence, said: str) -> Iterator[Feature]:
    """What the place of a clause says: a list of measures, a row of a table, a footnote."""
    if sentence.block.kind is BlockKind.LIST_ITEM:
        yield Feature("list_item", 1, "opsomming van maatregelen")
        has_day = bool(context.periods_in(sentence.start, sentence.end))
        if has_day and words.NOUN_ROW.search(said):
            yield Feature("planning_row", 1, "regel van een planning")
    if words.STATUS_ROW.match(said) and not words.NO_ROW.match(said):
        yield Feature("status_row", 1, "regel die begint met de stand van zaken")
    if sentence.block.kind is BlockKind.FOOTNOTE:
        yield Feature("footnote", 1, "voetnoot")
    if any(p.search(said) for p in (words.PROPOSED, words.A_PROPOSAL, words.UNDECIDED)):
        yield Feature("proposed", 1, "voorstel of open besluit")
