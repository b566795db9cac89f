"""The page on which a letter lies: its sections, what the checks find, what came back."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from http import HTTPStatus
from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samen.accounts.permissions import roles_today
from samen.core.errors import SamenError
from samen.core.numerals import say_number
from samen.core.terms import LetterState, Role
from samen.core.writing.checks import MENDS, NAMES, REASONS, Check, Finding
from samen.core.writing.facts import Facts, FigureFact
from samen.core.writing.formats.web import section_html
from samen.core.writing.formats.word_back import ChangeKind
from samen.core.writing.render import Renderer, say_euro
from samen.letters.actions.proposals import TAKEN
from samen.letters.differences import differences
from samen.letters.forms import WordForm
from samen.letters.forms_of_letter import MAKERS
from samen.letters.models import Proposal, Section
from samen.letters.queries import writing as queries
from samen.letters.views.common import status_of
from samen.work import clock

DONE = {
    "bewaard": gettext_lazy("Saved."),
    "terug": gettext_lazy("The words from before stand here again."),
    "herschreven": gettext_lazy(
        "This section was written again from the register. The words from before are kept."
    ),
    "vervangen": gettext_lazy("The new figure stands here. The words from before are kept."),
}
"""What the page says at a section after an act on it."""

KINDS = {
    ChangeKind.WORDS: gettext_lazy("Other words."),
    ChangeKind.ADDED: gettext_lazy("A new paragraph."),
    ChangeKind.REMOVED: gettext_lazy("A paragraph that was taken out."),
    ChangeKind.TITLE: gettext_lazy("Another title of the section."),
    ChangeKind.FIELD: gettext_lazy("A field was changed outside."),
    ChangeKind.HEAD: gettext_lazy("Not read back: a line above or below the sections."),
    ChangeKind.TABLE: gettext_lazy("Not read back: the results table."),
    ChangeKind.NOTE: gettext_lazy("Not read back: a footnote."),
    ChangeKind.REMARK: gettext_lazy("Not read back: a remark in the margin."),
    ChangeKind.PLACE: gettext_lazy("Not read back: a section that was moved or taken out."),
}
"""What a change that came back from Word is called."""

LONGEST_WORDS = 90
"""Characters of a field's words in the list of fields."""


def desk_page(
    request: HttpRequest,
    on_desk: queries.Desk,
    chosen: str,
    *,
    kept: dict[str, str] | None = None,
    error: SamenError | None = None,
) -> HttpResponse:
    """The page. kept: what somebody typed in a section that was not saved; error: why not."""
    letter = on_desk.letter
    is_draft = letter.state == LetterState.DRAFT
    findings = on_desk.findings if is_draft else on_desk.accepted
    may_write = is_draft and Role.PROGRAMME_TEAM in roles_today(request)
    rows = list(letter.sections.all())
    titles = {row.key: row.title for row in rows}
    rendered = zip(rows, on_desk.rendered.sections, strict=True)
    context = {
        "letter": letter,
        "sections": [(row, SafeString(section_html(section))) for row, section in rendered],
        "notes": on_desk.rendered.notes,
        "chosen": next((row for row in rows if row.key == chosen), None),
        "kept": kept if may_write and chosen in titles else None,
        "done": DONE.get(request.GET.get("gedaan", "")),
        "error": error,
        "groups": _groups(findings, on_desk.facts, rows),
        "found": len(findings),
        "blocking": len(on_desk.blocking),
        "words": sum(len(p.text.split()) for p in on_desk.rendered.paragraphs()),
        "fields": _fields(on_desk.facts) if chosen else [],
        "proposals": [_told(each, titles) for each in queries.open_proposals(letter)],
        "files": list(MAKERS),
        "form": WordForm(),
        "is_draft": is_draft,
        "frozen_on": clock.day_of(letter.frozen_at) if letter.frozen_at else None,
        "may_write": may_write,
        "may_freeze": is_draft and Role.APPROVER in roles_today(request),
    }
    status = status_of(error) if error else HTTPStatus.OK
    return render(request, "letters/desk.html", context, status=status)


def _groups(
    findings: Iterable[Finding], facts: Facts, rows: Sequence[Section]
) -> list[dict[str, object]]:
    """The findings by check and then by section, those that block first."""
    order = list(Check)
    by_check = sorted(findings, key=lambda f: (not f.is_blocking, order.index(f.check)))
    groups = []
    for check, same in groupby(by_check, key=lambda finding: finding.check):
        found = list(same)
        groups.append(
            {
                "name": _(NAMES[check]),
                "is_blocking": found[0].is_blocking,
                "count": len(found),
                "mend": _(MENDS[check]),
                "may_redraft": check is Check.STATUS_DIFFERS,
                "places": _places(found, facts, rows),
            }
        )
    return groups


def _places(
    found: Iterable[Finding], facts: Facts, rows: Sequence[Section]
) -> list[dict[str, object]]:
    """Findings of one check by the section that they stand in."""
    keys, by_key = [row.key for row in rows], {row.key: row for row in rows}
    in_order = sorted(found, key=lambda f: keys.index(f.section) if f.section in keys else -1)
    places = []
    for key, here in groupby(in_order, key=lambda finding: finding.section):
        findings = [_in_words(finding, facts) for finding in here]
        row = by_key.get(key)
        title = row.title if row else key or _("The letter as a whole")
        version = row.version if row else 0
        places.append({"key": key, "title": title, "version": version, "findings": findings})
    return places


def _in_words(finding: Finding, facts: Facts) -> dict[str, object]:
    """A finding in the reader's language, its sentence as the letter prints it.

    With the kind of entry that it is about.
    """
    entry = facts.entries.get(finding.entry)
    return {
        "excerpt": "".join(run.text for run in Renderer(facts).runs(finding.excerpt)),
        "entry": finding.entry,
        "kind": entry.kind if entry else "",
        "figure": finding.values.get("figure", ""),
        "value": finding.values.get("value", ""),
        "reason": _(REASONS[finding.check]).format(
            **{name: _read(value) for name, value in finding.values.items()}
        ),
    }


def _read(value: str) -> str:
    """What a reason's placeholder stands for: a day in the reader's language."""
    try:
        return date_format(date.fromisoformat(value), "j F Y")
    except ValueError:
        return value


def _told(proposal: Proposal, titles: dict[str, str]) -> dict[str, object]:
    return {
        "pk": proposal.pk,
        "section": titles.get(proposal.section_key, ""),
        "what": KINDS[ChangeKind(proposal.kind)],
        "may_take": proposal.kind in TAKEN,
        "pieces": differences(proposal.before, proposal.after),
    }


def _fields(facts: Facts) -> list[tuple[str, list[tuple[str, str]]]]:
    """The fields that can be put into a text: markup and what it prints."""
    entries = facts.entries.values()
    return [
        (_("Figures"), [(f"[[figure:{f.id}]]", _figure(f)) for f in facts.figures.values()]),
        (
            _("Amounts"),
            [
                (f"[[amount:{a.id}]]", f"{a.title}: {say_euro(a.value_eur)}")
                for a in facts.amounts.values()
            ],
        ),
        (_("Entries"), [(f"[[entry:{e.id}]]", e.title[:LONGEST_WORDS]) for e in entries]),
        (_("Terms"), [(f"[[due:{e.id}]]", e.title[:LONGEST_WORDS]) for e in entries if e.due]),
        (
            _("Papers"),
            [(f"[[paper:{p.id}]]", p.title[:LONGEST_WORDS]) for p in facts.papers.values()],
        ),
        (_("To be filled in"), [*_examples()]),
    ]


def _examples() -> Iterator[tuple[str, str]]:
    """The fields that take words or a day of the writer, each with an example."""
    yield "[[date:2022-06-30]]", _("A day; 2022-06 is a month, 2022 a year.")
    yield "[[law:Sr 273f]]", _("An article of a law, printed in full.")
    yield "[[name:Covid-19]]", _("A name that holds a digit.")
    yield "[[note:…]]", _("A footnote with words of your own; other fields may stand in it.")
    yield (
        "[[cited:31:422]]",
        _("The number 422 as it stands in the words of entry 31. It stays bound to that entry."),
    )


def _figure(fact: FigureFact) -> str:
    """A figure as the letter prints it, after what it counts, and who published it."""
    period = f"{fact.year}–{fact.until}" if fact.until else str(fact.year)
    part = f" {fact.breakdown}" if fact.breakdown else ""
    unit = "%" if fact.unit == "percent" and fact.value is not None else ""
    value = fact.words if fact.value is None else say_number(fact.value)
    source = f" ({fact.publication})" if fact.publication else ""
    return f"{fact.indicator} {period}{part}: {value}{unit}{source}"
