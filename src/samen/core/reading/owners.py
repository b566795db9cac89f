"""Who does it: the office, ministry or partner that a sentence names as the one who acts.

Grammar first: the subject, "door X", "samen met X". Only where a clause names nobody is the
nearest actor of the paragraph taken, and said to be so.
"""

import re

from samen.core.reading.actor_roles import Actor, Role, is_joined, main_actors
from samen.core.reading.actors import FORM_NAME, actors_in, first_longest, named_actors
from samen.core.reading.context import Context
from samen.core.reading.councils import council_writer, is_to_council
from samen.core.reading.gazetteer import (
    find_organisations,
    organisation_named,
)
from samen.core.reading.letter_names import names_of
from samen.core.reading.offices import (
    HEAD,
    OFFICE,
    canonical_name,
    signing_office,
    signing_title,
)
from samen.core.reading.report_years import report_year
from samen.core.reading.unlisted_actors import (
    is_sure_name,
    name_acts,
    name_surely_acts,
    town_acts,
    unlisted_actor,
)
from samen.core.terms import OrganisationKind

_ASKED = re.compile(
    r"\b[Aa]an\s+(?P<whom>(?:(?!\b(?:mij|ons|uw)\b)[^.;,]){3,60}?)\s+(?:is|wordt|werd)\s+"
    r"(?:\w+\s+){0,2}?(?:gevraagd|verzocht|opgedragen)\b"
)
"""Somebody who was asked to do something, by nobody named."""
_ORDERED = re.compile(
    r"(?P<before>\b(?:[Ii]k|[Ww]ij|[Ww]e)\s+)?\b(?:heeft|hebben|heb|gaf|gaven|geeft|geven)\b"
    r"(?P<between>\s+(?P<writer>ik\b|wij\b|we\b)?[^;.]{3,140}?)"
    r"\b(?:de\s+)?opdracht(?:\s+(?:gegeven|verleend))?\b(?=[^.;]*\bte\b)"
)
"""Somebody who orders somebody else to do something."""
_HEAD_OF_CLAUSE = 40
"""Characters at the front of a clause in which its subject begins."""
_TITLES = 4
"""Blocks, and characters, over a report in which its body is named."""
_OVER = 200
_ADDRESSED = re.compile(
    r"\bGeachte\b|\b(?:Voorzitter|Kamer|raad)\b(?!\s+van\s+(?:toezicht|bestuur|Koophandel))"
)
_TO = re.compile(r"^[^\w\n]*Aan\b[^.\n]{0,90}$", re.MULTILINE)
_STATE = frozenset({
    OrganisationKind.MINISTRY, OrganisationKind.CABINET, OrganisationKind.PARLIAMENT, None,
})  # fmt: skip
_FROM = re.compile(r"^[^\w\n]*Van\s*:\s*(?P<sender>[^\n]+)$", re.MULTILINE)
_WRITER = re.compile(r"\b(?:ik|mijn|mij|wij|we|ons|onze)\b", re.IGNORECASE)
_SPEAKS = re.compile(r"\b(?:ik|wij|we)\b", re.IGNORECASE)
_SUBCLAUSE = re.compile(r"\b(?:of|dat|hoe|welke|waarin|waarmee|zodat|opdat|wat|waar)\b", re.I)
_MINE = re.compile(r"\b(?:ik|mijn|mij)\b", re.IGNORECASE)
_OURS = re.compile(r"\b(?:wij|we|ons|onze)\b", re.IGNORECASE)
_TURNED = re.compile(
    r"(?:\s*\([^()]*\))?\s+(?:heb|zal|hebben|zullen|ga|gaan|vraag|vragen|verzoek)\s+"
)
"""Between somebody who is asked and the writer: "De VNG heb ik gevraagd"."""
_BREAK = re.compile(r"[,;]|\ben\b")
_TELLS_THAT = re.compile(
    r"\b(?:(?:kan|kunnen)\s+(?:ik|wij|we)|(?:ik|wij|we)\s+(?:kan|kunnen))\b[^.;]{0,40}"
    r"\b(?:melden|mededelen|meedelen|berichten|bevestigen|zeggen)\s+(?:dan\s+)?dat\s+"
    r"|\b(?:merk(?:en)?\s+(?:ik|wij|we)|(?:[Ii]k|[Ww]ij)\s+merk(?:en)?)\b[^.;]{0,20}\bop\s+dat\s+"
)
"""The writer only tells what somebody does: "Wij merken op dat de gemeente ... overweegt"."""
_RIGHT_BEHIND = re.compile(r"(?:\s+(?:de|het|nu|ook|daarom|dit|onze))*\s+")
_INSIDE = re.compile(
    r"\b(?:zoals|waar\w*|die|dat|nadat|toen|omdat|als|wat|of)\s+(?:\w+\s+){0,2}$", re.I
)
"""Before "ik" in a clause of its own: "Zoals ik schreef, ..."."""
_IN_ASIDE = re.compile(r",\s+(?:[\w-]+\s+){1,4}$")
"""Before the agent of a participle set between commas: "drie sites, bijeengebracht door X,"."""
_AND_I = re.compile(r"(?:\s*\([^()]*\))?\s+en\s+ik\b")
_NAMED = re.compile(r"\s+(?:(?:de|het)\s+)?(?P<name>[A-Z][\w&’'-]+(?:\s+[A-Z][\w&’'-]+)*)\s+")
"""The whole of what stands between "heb" and "opdracht": a name that no list has."""
_QUESTION = re.compile(
    r"\b(?:onderzoek\w*|onderzocht|bezie[nt]?|beziet|beoordel\w*|verken\w*|bekijk\w*|inventaris\w*"
    r"|ga(?:at|an)?)\b[^.;]{0,60}?,?\s+(?:of|hoe|welke)\s+(?!(?:met|samen)\b)[^,;]{3,}",
    re.IGNORECASE,
)
"""Before somebody with whom it may be done, in what is only looked into."""
_TOGETHER = re.compile(r"\bsamen\s+met\s+(?:(?:de|het)\s+)?$", re.IGNORECASE)
_LEFT_TO = re.compile(r" (?:over )?aan ")
_LETS = re.compile(r"\b(?:laat|laten|liet|lieten)\b", re.IGNORECASE)


def owners_of(context: Context, start: int, end: int) -> list[str]:
    """Who acts in a clause, by its own words; empty where it names nobody."""
    if told := _TELLS_THAT.search(context.text, start, end):
        start = told.end()
    actors = main_actors(context.text, start, end, actors_in(context, start, end))
    clause = context.text[start:end]
    subjects = _first_group(context.text, actors, Role.SUBJECT)
    agents = [a for a in actors if a.role is Role.AGENT and not _is_aside(context, subjects, a)]
    has_it_done = bool(subjects) and _LETS.search(clause) is not None
    doers = agents or [a for a in actors if a.role is Role.SUBJECT and a not in subjects]
    leaders = [*subjects, *doers] if has_it_done else agents or subjects
    partners = [
        actor
        for actor in actors
        if actor.role is Role.PARTNER and not _is_in_question(context.text, start, actor)
    ]
    names = [actor.name for actor in [*leaders, *partners]]
    unlisted = [] if _SPEAKS.search(clause) else unlisted_actor(clause)
    if _writer_leads(context.text, start, end, leaders) and not unlisted:
        leading = {actor.name for actor in leaders if actor.role is Role.SUBJECT}
        names = [writer_of(context, clause), *(name for name in names if name not in leading)]
    if leaders and _AND_I.match(context.text, leaders[-1].end, end):
        names = [names[0], writer_of(context, "ik"), *names[1:]]
    if asked := _asked_in(context, start, end):
        names = asked
    elif unlisted and _opens_with_name(context.text, clause) and not _leads_from(actors, start):
        partners_too = [actor.name for actor in partners]
        names = [*unlisted, *partners_too]
    holders = [a.name for a in _first_group(context.text, actors, Role.HOLDER)]
    if not names and holders and not name_surely_acts(clause):
        names = holders
    if not names:
        names = [n for n in unlisted_actor(clause) if not _is_common_noun(context, n)] or holders
    parts = (part for name in names for part in _apart(context, clause, name))
    return [name for name in dict.fromkeys(parts) if name]


def _is_in_question(text: str, start: int, partner: Actor) -> bool:
    """Whether a partner stands in what is looked into: "onderzoekt of het met de VNG kan"."""
    is_asked = _QUESTION.search(text, start, partner.start) is not None
    return is_asked and _TOGETHER.search(text, start, partner.start) is None


def _is_aside(context: Context, subjects: list[Actor], agent: Actor) -> bool:
    """Whether an agent only tells of the subject before it, which acts itself."""
    lead = context.text[subjects[0].end : agent.start] if subjects else ""
    return _IN_ASIDE.search(lead.rpartition("door ")[0]) is not None


def _apart(context: Context, clause: str, name: str) -> list[str]:
    """The two of "ambassade in Boekarest en FairWork", of which lists or the letter know one.

    Or of which the verb says that they are two: "ROC Noord en Welstad hebben".
    """
    first, joined, last = name.rpartition(" en ")
    if not joined or first.endswith("-") or organisation_named(name) or OFFICE.match(name):
        return [name]
    known = organisation_named(last)
    if not known and last not in names_of(context.text):
        return [first, last] if last[:1].isupper() and _goes_with_many(clause, name) else [name]
    return [first, canonical_name(known) if known else names_of(context.text)[last]]


def _goes_with_many(clause: str, name: str) -> bool:
    """Whether a name opens a clause, or follows its verb, and that verb is a plural."""
    said = re.escape(name).replace(r"\ ", r"\s+")
    verb = r"(?:hebben|zijn|zullen|gaan|willen|worden|laten|[a-zà-ÿ]{3,}(?<!t)en)"
    return bool(
        re.match(rf"(?:[^\w]|\w{{1,2}}[.)]\s|[Dd]e\s|[Hh]et\s)*{said}\s+{verb}\b", clause)
        or re.search(rf"\b(?:hebben|zullen|gaan|willen)\s+(?:(?:de|het|ook)\s+)*{said}\b", clause)
    )


def _opens_with_name(text: str, clause: str) -> bool:
    """Whether a clause opens with towns or with a name that is no noun, and that does something."""
    return town_acts(clause) or (name_acts(clause) and is_sure_name(text, clause))


def _leads_from(actors: list[Actor], start: int) -> bool:
    """Whether one of the actors is what a clause begins with."""
    return any(
        actor.start - start < _HEAD_OF_CLAUSE and actor.role is Role.SUBJECT for actor in actors
    )


def _asked_in(context: Context, start: int, end: int) -> list[str]:
    """Who was asked to do something: "Aan de korpschef is verzocht een plan te maken"."""
    asked = _ASKED.search(context.text, start, end)
    if asked is None and (ordered := _ORDERED.search(context.text, start, end)):
        return _ordered_in(context, start, end, ordered)
    if asked is None:
        return []
    between = asked.span("whom")
    actors = [a for a in actors_in(context, start, end) if between[0] <= a.start < between[1]]
    return list(dict.fromkeys(actor.name for actor in actors if actor.role is not Role.PARTNER))


def _ordered_in(context: Context, start: int, end: int, ordered: re.Match[str]) -> list[str]:
    """Who got the order of another: "VWS heeft het NJi opdracht gegeven een plan te maken"."""
    low, high = ordered.span("between")
    actors = [a for a in actors_in(context, start, end) if a.role is not Role.PARTNER]
    inside = [actor for actor in actors if low <= actor.start < high]
    is_by_writer = bool(ordered["before"] or ordered["writer"])
    is_led = is_by_writer or any(actor.end <= ordered.start() for actor in actors)
    groups: list[list[str]] = []
    for before, actor in zip([None, *inside], inside, strict=False):
        if before is not None and is_joined(context.text, before, actor.start):
            groups[-1].append(actor.name)
        else:
            groups.append([actor.name])
    given = groups if is_led else groups[1:]
    if not inside and is_by_writer and (named := _NAMED.fullmatch(ordered["between"])):
        return [named["name"]]
    return given[0] if given else []


def partners_in(context: Context, start: int, end: int) -> list[str]:
    """With whom a clause says that something is done."""
    actors = actors_in(context, start, end)
    return [actor.name for actor in actors if actor.role is Role.PARTNER]


def _is_common_noun(context: Context, name: str) -> bool:
    """Whether a word only has its capital from the start of a sentence."""
    is_name = not name[:1].isupper() or " " in name
    return not is_name and bool(re.search(rf"(?<![\w-]){name.lower()}(?!\w)", context.text))


def _writer_leads(text: str, start: int, end: int, leaders: list[Actor]) -> bool:
    """Whether "ik" or "wij" acts: nobody else does, or only in a later clause, or as an object."""
    writer = _WRITER.search(text, start, end)
    if writer is None or not leaders:
        return writer is not None
    first = leaders[0]
    is_own = text[writer.start() : writer.end()].lower() in {"ik", "wij", "we"}
    if not is_own or first.role is not Role.SUBJECT:
        return False
    if writer.start() > first.start:
        return _TURNED.fullmatch(text, first.end, writer.start()) is not None
    between = text[writer.end() : first.start]
    has_none = not (_LETS.search(between) or _BREAK.search(between))
    if _LETS.search(text, start, writer.start()) and _RIGHT_BEHIND.fullmatch(between):
        return False  # "Ook laat ik ZonMw een leidraad maken."
    if _LEFT_TO.match(between) and _LETS.search(text, start, writer.start()):
        return False  # "Dat laat ik aan een volgend kabinet."
    is_inside = _INSIDE.search(text, start, writer.start()) is not None
    return bool(_SUBCLAUSE.search(between)) or (has_none and not is_inside)


def writer_of(context: Context, clause: str) -> str:
    """Who "ik" or "wij" is: the signing office, the cabinet where nobody signs alone.

    In a letter to a council its mayor or the college; in a report the body that reports, and
    nobody where several bodies write.
    """
    is_mine, is_ours = _MINE.search(clause) is not None, _OURS.search(clause) is not None
    if (is_mine or is_ours) and is_to_council(context):
        return council_writer(context, alone=is_mine)
    office = signing_office(context)
    if not office and is_mine and (title := signing_title(context)):
        return title
    if not office and is_ours and (bodies := sending_bodies(context)):
        return bodies[0] if len(bodies) == 1 else ""
    is_cabinet = is_ours and (report_year(context) is None or office)
    return (office if is_mine else "") or ("kabinet" if is_cabinet else "")


def sending_bodies(context: Context) -> list[str]:
    """The bodies that a letter is from, of none of which is the state; or whose report it is."""
    head = context.letter.original[:HEAD]
    if (addressed := _TO.search(head)) is not None:
        sender = _FROM.search(head)
        over = sender["sender"] if sender else head[: addressed.start()]
        found = [each.value for each in find_organisations(over)]
        is_state = any(each.kind in _STATE for each in found[:1])
        names = [canonical_name(each) for each in found if each.kind not in _STATE]
        names = names or _named_by_form(over)
        if names or is_state:
            return [] if is_state else list(dict.fromkeys(names))
    body = _reporting_body(context) or _signing_body(context) or _body_over(context)
    return [body] if body else []


def _signing_body(context: Context) -> str:
    """The body in the signature, where that is no part of the state."""
    named = FORM_NAME.fullmatch(context.letter.block_text(context.letter.blocks[-1]))
    lines = " ".join([*(line for line, _ in context.signature_lines), named[0] if named else ""])
    found = [each.value for each in find_organisations(lines)]
    names = [canonical_name(each) for each in found if each.kind not in _STATE]
    return next(iter(names or _named_by_form(lines)), "")


def _body_over(context: Context) -> str:
    """The body in the first lines of a yearly report, which repair may have lifted."""
    lines = context.letter.original[:_OVER]
    if report_year(context) is None or _ADDRESSED.search(context.letter.original[:HEAD]):
        return ""
    found = [each.value for each in find_organisations(lines)]
    return next((canonical_name(each) for each in found if each.kind not in _STATE), "")


def _named_by_form(line: str) -> list[str]:
    """The body over a letter that no list has, by the form of its name."""
    return [" ".join(match.group().split()) for match in FORM_NAME.finditer(line)][:1]


def _reporting_body(context: Context) -> str:
    """The first body named over a report that goes to nobody."""
    if _ADDRESSED.search(context.letter.original[:HEAD]):
        return ""
    for block in context.letter.blocks[:_TITLES]:
        if context.letter.block_text(block).rstrip().endswith((".", ":", ";")):
            return ""
        named = sorted(named_actors(context, block.start, block.end), key=first_longest)
        bodies = [name for _, _, name, kind in named if kind not in _STATE]
        if bodies:
            return bodies[0]
    return ""


def mentioned_owners(context: Context, start: int, end: int) -> list[str]:
    """Who a clause names in any other part: "in opdracht van", "met subsidie van", "bij"."""
    actors = [actor for actor in actors_in(context, start, end) if _is_known(actor)]
    return [actor.name for actor in _first_group(context.text, actors, Role.OBLIQUE)]


def _is_known(actor: Actor) -> bool:
    return actor.kind is not OrganisationKind.OTHER or organisation_named(actor.name) is not None


def _first_group(text: str, actors: list[Actor], role: Role) -> list[Actor]:
    """The first actor of a role, with those that are joined to it."""
    group: list[Actor] = []
    for actor in actors:
        if actor.role is not role:
            continue
        if group and not is_joined(text, group[-1], actor.start):
            break
        group.append(actor)
    return group


def heading_owners(context: Context, position: int) -> list[str]:
    """Who the heading above a place names: measures may be listed by ministry."""
    heading = context.heading_at(position)
    if heading is None:
        return []
    found = context.organisations_in(heading.start, heading.end)
    return [canonical_name(each.value) for each in found]
