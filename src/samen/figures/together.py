"""Lines that take codes together: `vorm van uitbuiting: overig = bedelarij, orgaanverwijdering`.

Fields and codes are read as the reader calls them, or as they are kept.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from django.utils.translation import gettext_noop as _

from samen.core.errors import BadInput
from samen.figures.counting import fields_of
from samen.figures.gate import Close
from samen.figures.labels import FIELDS
from samen.figures.models import Count
from samen.figures.table_rows import in_order
from samen.figures.templatetags.figures_terms import figure_code
from samen.figures.values import TOTAL, YEAR, Groups

type CodesByField = Mapping[str, Sequence[str]]


def codes_in(count: Count) -> CodesByField:
    """The codes of each field that a count was made by, without the years."""
    places = {name: at for at, name in enumerate(fields_of(count.query), start=1)}
    return {
        name: sorted({codes[at] for codes, _n in count.cells})
        for name, at in places.items() if name in count.query.by
    }  # fmt: skip


def read_together(lines: str, known: CodesByField) -> Groups:
    """The lines as codes by field. Raises BadInput for a line that is none, and for a code that
    this count does not have."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for line in filter(str.strip, lines.splitlines()):
        told, colon, rest = line.partition(":")
        wide, equals, below = rest.partition("=")
        words = [word.strip() for word in below.split(",") if word.strip()]
        if not (colon and equals and words and wide.strip()):
            raise BadInput(
                _("“{line}” takes no codes together."),
                _("A line reads: field: new code = code, code."),
                _("Correct it, or leave it out."),
                line=line.strip()[:80],
            )
        field = _field(told.strip(), known)
        found.setdefault(field, {})[_new(wide.strip(), field, known)] = tuple(
            _code(word, field, known) for word in words
        )
    return found


def as_kept(groups: Groups) -> str:
    """The lines by the names that fields and codes are kept by, which no language changes."""
    return "\n".join(
        f"{field}: {wide} = {', '.join(codes)}" for field, wide, codes in _each(groups)
    )


def as_said(groups: Groups) -> str:
    """The lines as the reader calls fields and codes."""
    return "\n".join(f"{FIELDS[field]}: {wide} = {_named(codes, field)}"
                     for field, wide, codes in _each(groups))  # fmt: skip


def _each(groups: Groups) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for field, known in groups.items():
        for wide, codes in known.items():
            yield field, wide, codes


def suggested(close: Iterable[Close], by: Sequence[str]) -> str:
    """A line that takes the codes together of which the gate found a cell too close; or "".

    by: what the table is by. Of a table by more than one field it is better to leave one out.
    """
    if len(by) != 1:
        return ""
    cells = (dict(each.cell) for each in close)
    codes = sorted({cell[by[0]] for cell in cells if cell.get(by[0], TOTAL) != TOTAL})
    more = ", …" if len(codes) == 1 else ""
    return f"{FIELDS[by[0]]}: … = {_named(codes, by[0])}{more}" if codes else ""


def in_words(known: CodesByField, by: Iterable[str]) -> list[tuple[str, str]]:
    """Each field with its codes as the reader calls them, where there are two or more."""
    return [(str(FIELDS[name]), _named(known[name], name))
            for name in by if len(known.get(name, ())) > 1]  # fmt: skip


def _named(codes: Iterable[str], field: str) -> str:
    return ", ".join(figure_code(code, field) for code in in_order(codes, field))


def _field(word: str, known: CodesByField) -> str:
    names = {str(FIELDS[name]).casefold(): name for name in known} | {name: name for name in known}
    if word.casefold() not in names:
        raise BadInput(
            _("“{word}” is nothing that was counted by."),
            _("It was counted by: {known}."),
            _("Correct the word before the colon."),
            word=word[:80], known=", ".join(str(FIELDS[name]) for name in known),
        )  # fmt: skip
    return names[word.casefold()]


def _new(word: str, field: str, known: CodesByField) -> str:
    """A coarser code, which is no code of the field already."""
    if _as_code(word, field, known) or word in (TOTAL, YEAR):
        raise BadInput(
            _("“{word}” is a code of {field} already."),
            _("What takes codes together has a name of its own."),
            _("Give it another name."),
            word=word[:80], field=str(FIELDS[field]),
        )  # fmt: skip
    return word


def _code(word: str, field: str, known: CodesByField) -> str:
    found = _as_code(word, field, known)
    if not found:
        raise BadInput(
            _("“{word}” is no code of {field}."),
            _("Its codes are: {known}."),
            _("Choose from those."),
            word=word[:80], field=str(FIELDS[field]), known=_named(known[field], field),
        )  # fmt: skip
    return found


def _as_code(word: str, field: str, known: CodesByField) -> str:
    names = {figure_code(code, field).casefold(): code for code in known[field]}
    return word if word in known[field] else names.get(word.casefold(), "")
