"""`./samen read FILE [--json]`: a letter into candidates, without a database."""

import json
import sys
from dataclasses import asdict
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import Any

from samen.core.errors import SamenError, TooBig, Unreadable
from samen.core.reading import Candidate, Reading, read_letter
from samen.core.reading.formats import MOST_BYTES
from samen.core.terms import CandidateKind
from samen.site.arguments import Parser
from samen.site.speech import add_language, translation

_EXAMPLE = """example:
  ./samen read brief.txt             a table by kind
  ./samen read brief.docx --json     every candidate with its quote and place"""
_TITLES = {
    "nl": {
        CandidateKind.THEME: "Thema's",
        CandidateKind.ACTION: "Acties",
        CandidateKind.COMMITMENT: "Toezeggingen",
        CandidateKind.MOTION: "Moties",
        CandidateKind.INDICATOR: "Indicatoren",
        CandidateKind.QUANTITY: "Aantallen",
        CandidateKind.AMOUNT: "Bedragen",
        CandidateKind.LEGAL: "Wetsartikelen",
        CandidateKind.PARLIAMENTARY_REF: "Kamerstukken",
        CandidateKind.PUBLICATION: "Publicaties",
        CandidateKind.ORGANISATION: "Organisaties",
        CandidateKind.PERSON: "Personen",
        CandidateKind.PROGRAMME: "Programma's",
        CandidateKind.REGION: "Gebieden",
        CandidateKind.DATE: "Data en periodes",
        CandidateKind.FOOTNOTE: "Voetnoten",
    },
    "en": {
        CandidateKind.THEME: "Themes",
        CandidateKind.ACTION: "Actions",
        CandidateKind.COMMITMENT: "Commitments",
        CandidateKind.MOTION: "Motions",
        CandidateKind.INDICATOR: "Indicators",
        CandidateKind.QUANTITY: "Counts",
        CandidateKind.AMOUNT: "Amounts",
        CandidateKind.LEGAL: "Articles of law",
        CandidateKind.PARLIAMENTARY_REF: "Parliamentary papers",
        CandidateKind.PUBLICATION: "Publications",
        CandidateKind.ORGANISATION: "Organisations",
        CandidateKind.PERSON: "Persons",
        CandidateKind.PROGRAMME: "Programmes",
        CandidateKind.REGION: "Regions",
        CandidateKind.DATE: "Dates and periods",
        CandidateKind.FOOTNOTE: "Footnotes",
    },
}
_WORDS = {
    "nl": {"date": "Datum", "reference": "kenmerk", "sequence": "brief nr.", "from": "Van",
           "signed": "Ondertekend", "note": "Let op", "line": "r."},
    "en": {"date": "Date", "reference": "reference", "sequence": "letter no.", "from": "From",
           "signed": "Signed", "note": "Note", "line": "l."},
}  # fmt: skip
_SHOWN = {
    CandidateKind.ACTION: ("owners", "status", "due"),
    CandidateKind.COMMITMENT: ("by", "status", "due"),
    CandidateKind.MOTION: ("movers", "dossier", "suffix", "number", "status"),
    CandidateKind.INDICATOR: ("name", "year", "value", "unit", "value_kind", "words"),
    CandidateKind.QUANTITY: ("value", "unit", "year"),
    CandidateKind.AMOUNT: ("value_eur", "from", "until", "recurrence", "funded"),
    CandidateKind.LEGAL: ("regime", "article"),
    CandidateKind.PARLIAMENTARY_REF: ("id",),
    CandidateKind.DATE: ("earliest", "latest", "precision"),
    CandidateKind.FOOTNOTE: ("number",),
    CandidateKind.PERSON: ("name", "role"),
    CandidateKind.ORGANISATION: ("name", "type"),
    CandidateKind.REGION: ("name", "type"),
}
_QUOTE = 70


def run(args: list[str]) -> int:
    """Read one file and print it; 0 when read, 2 when it cannot be read."""
    chosen = _parser().parse_args(args)
    try:
        reading = read_letter(_content(Path(chosen.file)), Path(chosen.file).name)
    except SamenError as error:
        sys.stderr.write(f"samen: {error.in_words(translation('read', args))}\n")
        return 2
    if chosen.json:
        sys.stdout.write(json.dumps(as_json(reading), ensure_ascii=False, indent=1) + "\n")
    else:
        sys.stdout.write(as_table(reading, chosen.lang))
    return 0


def as_json(reading: Reading) -> dict[str, Any]:
    """The contract of `--json`: `{"letter": {...}, "entries": [...]}`."""
    head = asdict(reading.masthead)
    head["signatories"] = list(head["signatories"])
    letter = {field: value if value != "" else None for field, value in head.items()}
    return {
        "letter": letter | {"notes": list(reading.notes)},
        "entries": [_entry(each) for each in reading.candidates],
    }


def as_table(reading: Reading, lang: str = "nl") -> str:
    """What was read, kind by kind, for a person at a screen."""
    words = _WORDS[lang]
    head = reading.masthead
    signed = "; ".join(f"{each.name} ({each.office})" for each in head.signatories)
    lines = [
        f"{words['date']} {head.date or '?'} · {words['reference']} {head.reference or '?'}"
        f" · {head.house or '?'} · dossier {head.dossier or '?'} · "
        f"{words['sequence']} {head.sequence or '?'}",
        f"{words['from']}: {head.department or '?'}",
        f"{words['signed']}: {signed or '?'}",
        *(f"{words['note']}: {note}" for note in reading.notes),
    ]
    for kind, title in _TITLES[lang].items():
        of_kind = [each for each in reading.candidates if each.kind is kind]
        if of_kind:
            lines += [
                "",
                f"{title} ({len(of_kind)})",
                *(_row(each, words["line"]) for each in of_kind),
            ]
    return "\n".join(lines) + "\n"


def _entry(found: Candidate) -> dict[str, Any]:
    entry = found.as_json()
    entry["kind"] = found.kind.value
    return entry


def _row(found: Candidate, line: str) -> str:
    values = (found.detail.get(field) for field in _SHOWN.get(found.kind, ("name",)))
    told = " · ".join(_told(value) for value in values if value not in (None, "", []))
    quote = found.quote if len(found.quote) <= _QUOTE else found.quote[: _QUOTE - 1] + "…"
    if told == quote:
        told = ""
    return f"  {line} {found.line:>4}  {quote}" + (f"  [{told}]" if told else "")


def _told(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _content(path: Path) -> bytes:
    """The bytes of a file. Raises Unreadable or TooBig with a sentence for the user."""
    try:
        found = path.stat()
        if not S_ISREG(found.st_mode) and not S_ISDIR(found.st_mode):
            raise Unreadable(
                "The file is a pipe or a device.",
                "A .txt, .docx, .pdf, .html or .odt file can be read.",
                "Save what comes out of it to a file first.",
            )
        if found.st_size > MOST_BYTES:
            raise TooBig(
                "The file is larger than {most} MB.",
                "A letter is at most that large.",
                "Give the letter without its annexes.",
                most=MOST_BYTES // 1024 // 1024,
            )
        return path.read_bytes()
    except OSError:
        raise Unreadable(
            "The file cannot be opened.",
            "A .txt, .docx, .pdf, .html or .odt file can be read.",
            "Check its name and rights.",
        ) from None


def _parser() -> Parser:
    parser = Parser("read", "Read a letter into candidates. Needs no database.", _EXAMPLE)
    parser.add_argument("file", help="the letter: .txt, .docx, .pdf, .html or .odt")
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    add_language(parser)
    return parser
