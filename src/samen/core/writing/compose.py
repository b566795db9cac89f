"""Drafts the sections of the next letter from what the register knows.

A section says, by theme, what was promised, what happened, and what is next. People edit
the words; the figures, dates and references in them are fields from the start.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from samen.core.numerals import say_number
from samen.core.terms import ActionStatus, CandidateKind, Funded, PromiseStatus, Recurrence
from samen.core.writing.binding import bind, named
from samen.core.writing.draft import Section
from samen.core.writing.facts import AmountFact, EntryFact, Facts, FigureFact
from samen.core.writing.pointing import points_back, without_links
from samen.core.writing.render import say_euro
from samen.core.writing.sources import source_name

ACTION_WORDS = {
    ActionStatus.PROPOSED: "Dit is voorgesteld; besluitvorming volgt",
    ActionStatus.PLANNED: "De uitvoering staat gepland",
    ActionStatus.RUNNING: "De uitvoering loopt",
    ActionStatus.CONTINUOUS: "Dit is een doorlopende activiteit",
    ActionStatus.DELAYED: "De uitvoering is vertraagd",
    ActionStatus.DONE: "Dit is afgerond",
    ActionStatus.DROPPED: "Dit is vervallen",
    ActionStatus.UNDECIDED: "Hierover moet nog worden besloten",
}
PROMISE_WORDS = {
    PromiseStatus.NEW: "Hieraan wordt nog uitvoering gegeven",
    PromiseStatus.RUNNING: "Hieraan wordt gewerkt",
    PromiseStatus.PARTLY_KEPT: "Hieraan is deels uitvoering gegeven",
    PromiseStatus.KEPT: "Hiermee is deze toezegging nagekomen",
    PromiseStatus.REPEATED: "Deze toezegging is herhaald en staat nog open",
    PromiseStatus.CHANGED: "Deze toezegging is gewijzigd",
    PromiseStatus.LAPSED: "Deze toezegging is vervallen",
}
MOTION_WORDS = PROMISE_WORDS | {
    PromiseStatus.KEPT: "Hiermee is de motie afgedaan",
    PromiseStatus.REPEATED: "De motie staat nog open",
    PromiseStatus.CHANGED: "De motie is gewijzigd",
    PromiseStatus.LAPSED: "De motie is vervallen",
}
COVER_WORDS = {
    Funded.YES: "Dit bedrag is gedekt",
    Funded.NO: "Voor dit bedrag is geen dekking op de begroting",
    Funded.UNKNOWN: "Of dit bedrag is gedekt, is nog niet vastgelegd",
}
RHYTHMS = {
    Recurrence.STRUCTURAL: (" structureel", "structure"),
    Recurrence.YEARLY: (" per jaar", "jaar"),
    Recurrence.ONCE: (" eenmalig", "eenmalig"),
    Recurrence.RISING: ("", "oplop"),
    Recurrence.UNKNOWN: ("", ""),
}
"""What a recurrence adds to a sum, and what a sentence holds that says it already."""
SAYS_ITSELF = ("dit is ", "dit wordt ", "dit was ", "hiermee ", "hieraan ", "hierover ")
"""How an owner begins who says in a sentence where it stands."""
SETTLED = re.compile(
    r"\b(?:afgedaan|nagekomen|voldaan|afgerond|verzonden|(?:geïnformeerd|gestuurd)$)", re.IGNORECASE
)
UNSETTLED = re.compile(
    r"\b(?:niet|nog|deels|gedeeltelijk|word(?:t|en)|zal|zullen|kan|moet|verwacht\w*|zodra|nadat)\b",
    re.IGNORECASE,
)
"""What takes the settling out of such words."""
IN_THE_TABLE = "bij dit thema hoort, staat met zijn stand in de resultatentabel in de bijlage."
NEWS_YEARS = 2
"""Years back from the letter that a figure still is news."""
NEXT = frozenset({ActionStatus.PROPOSED, ActionStatus.PLANNED, ActionStatus.UNDECIDED})


@dataclass(frozen=True, slots=True)
class Opening:
    """What the first section needs to know of the letter itself.

    before: the paper or date of the letter before this one; sequence: this is the N-th.
    """

    programme: str
    previous: date | None
    sequence: int = 0


def compose(facts: Facts, opening: Opening) -> list[Section]:
    """The sections of a first draft, in the order of the themes."""
    sections = [Section("inleiding", "Inleiding", _opening(opening))]
    if figures := "\n\n".join(_figures(facts)):
        sections.append(Section("cijfers", "Cijfers", figures))
    for place, (theme, entries) in enumerate(facts.by_section().items(), start=1):
        sections.append(Section(f"thema-{place}", theme, _theme(entries, facts)))
    if money := "\n\n".join(_amount(amount) for amount in facts.amounts.values()):
        sections.append(Section("middelen", "Financiële middelen", money))
    sections.append(Section("tenslotte", "Tot slot", _closing(facts)))
    return sections


def _opening(opening: Opening) -> str:
    since = (
        f" sinds de brief van [[date:{opening.previous.isoformat()}]]" if opening.previous else ""
    )
    which = ", zonder wat toen al was afgesloten," if opening.previous else ""
    return (
        f"Met deze brief informeren wij uw Kamer over de voortgang van het programma "
        f"{opening.programme}{since}. Per thema staat wat is toegezegd, wat daarvan is "
        f"gekomen en wat volgt. De stand van alle acties, toezeggingen en moties{which} staat in "
        "de resultatentabel in de bijlage."
    )


def _theme(entries: list[EntryFact], facts: Facts) -> str:
    """Motions and promises first, then what was done, then what is next.

    What is promise and action in the same words is told once, with the status of both; what
    points back to words that are not here is left to the table.
    """
    alone = [entry for entry in entries if not points_back(entry.title, entry.section)]
    promises = [e for e in alone if e.kind is not CandidateKind.ACTION]
    promised = {_folded(entry) for entry in promises}
    actions = [e for e in alone if e.kind is CandidateKind.ACTION]
    twins = {_folded(entry): entry for entry in actions if _folded(entry) in promised}
    actions = [entry for entry in actions if entry not in twins.values()]
    ahead = [e for e in actions if e.status in NEXT]
    done = [e for e in actions if e.status not in NEXT]
    parts = [
        ("Wat is toegezegd en gevraagd", [_promise(e, twins.pop(_folded(e), None), facts)
                                          for e in promises]),
        ("Wat was aangekondigd en wat is gedaan", [_action(e, facts) for e in done]),
        ("Wat volgt", [_action(e, facts) for e in ahead]),
    ]  # fmt: skip
    told = [f"{title}:\n" + "\n".join(f"- {line}" for line in lines)
            for title, lines in parts if lines]  # fmt: skip
    if rest := "".join(f"[[entry:{e.id}]]" for e in entries if e not in alone):
        told.append(f"{'Wat verder' if told else 'Wat'} {IN_THE_TABLE}{rest}")
    return "\n\n".join(told)


def _folded(entry: EntryFact) -> str:
    """The words of a title, however they are written."""
    return " ".join(re.findall(r"\w+", entry.title.lower()))


def _promise(entry: EntryFact, action: EntryFact | None, facts: Facts) -> str:
    """A promise or motion; action: the action that was read in the same words.

    Where one of the two is closed and the other runs, the action's state is left to the table.
    """
    motion = entry.kind is CandidateKind.MOTION
    words = MOTION_WORDS if motion else PROMISE_WORDS
    paper = f"[[paper:{entry.number}]]" if entry.number else ""
    status = words.get(PromiseStatus(entry.status) if entry.status else PromiseStatus.NEW, "")
    if entry.status == PromiseStatus.KEPT and not entry.proven:
        status = PROMISE_WORDS[PromiseStatus.RUNNING]
    title = _said(entry.title, entry)
    told = f"{title}{'' if paper in title else paper}. {_told(entry, status, facts.today)}"
    if action and action.closed != entry.closed:
        return f"{told}[[entry:{action.id}]]"
    return f"{told} {_state(action, facts.today)}" if action else told


def _action(entry: EntryFact, facts: Facts) -> str:
    owners = _bound("; ".join(_unnamed_owners(entry, facts.abbreviations)), entry)
    by = f" ({owners})" if owners else ""
    return f"{_said(entry.title, entry)}{by}. {_state(entry, facts.today)}"


def _state(action: EntryFact, today: date) -> str:
    status = ActionStatus(action.status) if action.status else ActionStatus.RUNNING
    return _told(action, ACTION_WORDS.get(status, ""), today)


def _unnamed_owners(entry: EntryFact, abbreviations: dict[str, str]) -> Iterator[str]:
    """Owners that the title does not name, in full or by their abbreviation."""
    words = set(re.findall(r"\w+", entry.title))
    named = {full.lower() for short, full in abbreviations.items() if short in words}
    for owner in entry.owners:
        if owner.lower() not in entry.title.lower() and not any(
            name in owner.lower() for name in named
        ):
            yield owner


def _told(entry: EntryFact, status: str, today: date) -> str:
    """Where it stands, what the owner said, and the term; bound to the entry.

    An owner's words that call settled what the status does not are left to the table.
    """
    said = bind(entry.said, entry=entry.id, said_on=entry.on).strip().rstrip(".")
    if SETTLED.search(said) and not UNSETTLED.search(said) and not _is_settled(entry):
        told = status
    elif said.lower().startswith(SAYS_ITSELF):
        told = f"{said[0].upper()}{said[1:]}"
    else:
        told = f"{status}: {_uncapped(said)}" if said else status
    term = ""
    if entry.has_term:
        term = f" De termijn {'was' if entry.is_overdue(today) else 'is'} [[due:{entry.id}]]."
    return f"{told}.[[entry:{entry.id}]]{term}"


def _is_settled(entry: EntryFact) -> bool:
    kept = entry.status == PromiseStatus.KEPT and entry.proven
    return kept or entry.status == ActionStatus.DONE


def _said(text: str, entry: EntryFact) -> str:
    bound = _bound(without_links(text), entry).strip().rstrip(".,;")
    return bound[:1].upper() + bound[1:]


def _bound(text: str, entry: EntryFact) -> str:
    return bind(text, entry=entry.id, said_on=entry.said_on)


def _uncapped(words: str) -> str:
    """A lower first letter, but not of an abbreviation or a name."""
    first = words.split(" ", 1)[0]
    return (
        words if first[1:].lower() != first[1:] or len(first) < 2 else words[0].lower() + words[1:]
    )


def _figures(facts: Facts) -> Iterator[str]:
    """Per indicator its newest year beside the year before it and its target.

    Only totals of indicators that the letter before told; of a first letter, all of them.
    """
    series: dict[str, list[FigureFact]] = defaultdict(list)
    targets = {}
    for figure in facts.figures.values():
        if figure.kind == "target":
            targets[figure.indicator, figure.year] = figure
        elif not figure.breakdown:
            series[figure.indicator].append(figure)
    told = {f.indicator for f in facts.figures.values() if f.told_last is not None}
    for indicator, members in series.items():
        newest = max(members, key=_newest)
        is_news = newest.last_year >= facts.today.year - NEWS_YEARS
        if is_news and (not told or indicator in told):
            target = None if newest.until else targets.get((indicator, newest.year))
            yield _series(newest, members, target)


def _newest(figure: FigureFact) -> tuple[int, bool, bool, date]:
    """One year before more, numbers before words, a known day of publication before none."""
    is_told = figure.value is not None
    return figure.last_year, not figure.until, is_told, figure.published_on or date.min


def _series(newest: FigureFact, members: list[FigureFact], target: FigureFact | None) -> str:
    against = _against(newest, members)
    lines = [f"{named(newest.indicator)}: [[figure:{newest.id}]] {_in_years(newest)}{against}."]
    if target:
        lines.append(f"De doelstelling voor [[date:{target.year}]] was [[figure:{target.id}]].")
    lines.append(f"Bron: [[name:{source_name(newest.publication)}]].")
    return " ".join(lines)


def _in_years(figure: FigureFact) -> str:
    if figure.until:
        return f"in de jaren [[date:{figure.year}/{figure.until}]]"
    return f"in [[date:{figure.year}]]"


def _against(newest: FigureFact, members: list[FigureFact]) -> str:
    """The year before, from the same publication; two vintages are never compared."""
    before = [
        figure
        for figure in members
        if figure.last_year < newest.year
        and figure.last_year - figure.year == newest.last_year - newest.year
        and figure.publication == newest.publication
        and figure.definition == newest.definition
    ]
    last = max(before, key=lambda figure: figure.year, default=None)
    if last is None or last.value is None or newest.value is None:
        return ""
    way = _way(last.value, newest.value)
    return f", {way} [[figure:{last.id}]] {_in_years(last)}"


def _way(before: Decimal, after: Decimal) -> str:
    if before == after:
        return "evenveel als"
    return "meer dan" if after > before else "minder dan"


def _amount(amount: AmountFact) -> str:
    """The sentence that told of it, with the sum as a field; else its name, sum and period."""
    told = _in_its_sentence(amount) or f"{named(amount.title)}: {_sum(amount)}"
    return f"{told}. {COVER_WORDS[amount.funded]}."


def _in_its_sentence(amount: AmountFact) -> str:
    """The title where it says the sum once, its years and its rhythm, and no other number."""
    short, whole = say_euro(amount.value_eur).removeprefix("€ "), say_number(amount.value_eur)
    digits = f"(?:{re.escape(short)}|{re.escape(whole)})"
    text, count = re.subn(rf"(?:€ ?)?(?<![\d.,]){digits}(?![.,]?\d)(?: euro)?", "€", amount.title)
    years = [str(year) for year in (amount.from_year, amount.until_year) if year]
    bound = bind(text, entry=0, said_on=None).rstrip(".")
    is_whole = all(year in text for year in years) and RHYTHMS[amount.recurrence][1] in text
    if count != 1 or text.count("€") != 1 or "[[cited:" in bound or not is_whole:
        return ""
    return bound.replace("€", f"[[amount:{amount.id}]]")


def _sum(amount: AmountFact) -> str:
    start, end = amount.from_year, amount.until_year
    period = f" vanaf [[date:{start}]]" if start else ""
    period += f" tot en met [[date:{end}]]" if end else ""
    period = f" in [[date:{start}]]" if start and start == end else period
    period += ", oplopend" if amount.recurrence is Recurrence.RISING else ""
    return f"[[amount:{amount.id}]]{RHYTHMS[amount.recurrence][0]}{period}"


def _closing(facts: Facts) -> str:
    late = any(entry.is_overdue(facts.today) for entry in facts.entries.values())
    told = (
        "Van een aantal onderdelen is de termijn verstreken; bij elk daarvan staat hierboven "
        "hoe het ermee staat."
        if late
        else "Van geen onderdeel is de termijn verstreken."
    )
    return f"{told} Wij blijven ons inzetten om slachtoffers te beschermen en daders te stoppen."
