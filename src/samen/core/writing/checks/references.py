"""Checks on references: every field leads somewhere, every paper is in its place."""

from collections.abc import Iterator, Sequence

from samen.core.references import ARTICLE_NUMBER, find_laws, parse_paper_id, session_year
from samen.core.writing.checks.findings import Check, Finding
from samen.core.writing.draft import Field, FieldKind, Section, fields_in, id_in
from samen.core.writing.facts import Facts, PaperFact
from samen.core.writing.render import Renderer


def check_references(sections: Sequence[Section], facts: Facts) -> Iterator[Finding]:
    """Everything about fields and the papers that they name."""
    named: set[str] = set()
    yield from _laws(sections, facts)
    for section in sections:
        yield from _unknown(section, facts)
        for found in _fields(section):
            if found.kind is FieldKind.ENTRY and not _is_entry(found.key, facts):
                yield _found(section, found, Check.UNKNOWN_FIELD, {"field": found.markup})
            if found.kind is not FieldKind.PAPER:
                continue
            named.add(found.key)
            if found.key not in facts.papers:
                yield _found(section, found, Check.UNKNOWN_REFERENCE, {"id": found.key})
    papers = [facts.papers[key] for key in sorted(named) if key in facts.papers]
    for paper in papers:
        yield from _session(paper)
        yield from _order(paper, facts)


def _unknown(section: Section, facts: Facts) -> Iterator[Finding]:
    """The fields that print nothing known; one inside a note is found at the note."""
    for outer in fields_in(section.body):
        renderer = Renderer(facts)
        for _ in renderer.runs(outer.markup):
            pass
        for found in renderer.unknown:
            yield _found(section, outer, Check.UNKNOWN_FIELD, {"field": found.markup})


def _laws(sections: Sequence[Section], facts: Facts) -> Iterator[Finding]:
    """The articles of law that the register nowhere names."""
    cited = [(section, found) for section in sections for found in _fields(section)
             if found.kind is FieldKind.LAW]  # fmt: skip
    known = _known_laws(facts) if cited else set()
    for section, found in cited:
        regime, _, article = found.key.rpartition(" ")
        if ARTICLE_NUMBER.fullmatch(article) and found.key not in known:
            values = {"law": f"artikel {article} {regime}"}
            yield _found(section, found, Check.UNKNOWN_LAW, values)


def _known_laws(facts: Facts) -> set[str]:
    said = (f"{e.title}. {e.said}. {e.quote}" for e in facts.entries.values())
    found = (law.value for words in said for law in find_laws(words))
    return {*facts.laws, *(f"{law.regime} {law.article}" for law in found)}


def _fields(section: Section) -> Iterator[Field]:
    for found in fields_in(section.body):
        yield found
        if found.kind is FieldKind.NOTE:
            yield from fields_in(found.key)


def _is_entry(key: str, facts: Facts) -> bool:
    return id_in(key) in facts.entries


def _session(paper: PaperFact) -> Iterator[Finding]:
    if paper.on and paper.session_year:
        right = session_year(paper.on)
        if right != paper.session_year:
            values = {
                "id": paper.id,
                "on": paper.on.isoformat(),
                "right": right,
                "said": paper.session_year,
            }
            yield Finding(Check.SESSION_YEAR, values=values)


def _order(paper: PaperFact, facts: Facts) -> Iterator[Finding]:
    """Inside a dossier a higher number is never of an earlier day."""
    ours = parse_paper_id(paper.id)
    if not (paper.on and id_in(ours.number)):
        return
    for other in facts.papers.values():
        theirs = parse_paper_id(other.id)
        if (theirs.dossier, theirs.suffix) != (ours.dossier, ours.suffix) or not other.on:
            continue
        if not id_in(theirs.number) or other.id == paper.id:
            continue
        if (id_in(theirs.number) < id_in(ours.number)) == (other.on <= paper.on):
            continue
        if other.on != paper.on:
            values = {
                "id": paper.id,
                "on": paper.on.isoformat(),
                "other": other.id,
                "other_on": other.on.isoformat(),
            }
            yield Finding(Check.REFERENCE_OUT_OF_ORDER, values=values)
            return


def _found(section: Section, found: Field, check: Check, values: dict[str, str]) -> Finding:
    return Finding(check, section.key, found.start, found.end, found.markup, values=values)
