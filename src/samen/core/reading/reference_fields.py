"""The reference fields of a letter: what its letterhead and page furniture say.

They are no running text, so `repair` takes them out; here their values are kept.
"""

import re
from collections.abc import Iterator, Sequence

from samen.core.reading.text import Letter

_LABELS = {
    "date": r"Datum|Date",
    "reference": r"Ons kenmerk|Onze referentie|Kenmerk|Our reference|Briefnummer",
    "your_reference": r"Uw kenmerk|Uw referentie|Your reference|Uw brief(?: van)?",
    "subject": r"Betreft|Betreffende|Onderwerp|Subject|Re",
    "dossier": r"Dossier(?:nummer)?|Kamerstuk(?:dossier)?",
    "attachments": r"Bijlage\(n\)|Bijlagen",
    "contact": r"Contactpersoon|Inlichtingen(?: bij)?|Behandeld door",
    "addressee": r"Aan",
}
_LABEL = {
    name: re.compile(rf"\s*(?:{words})\s*(?P<sign>:|\t|\s{{2,}}|$|(?=\d)|\s)\s*(?P<value>.*)")
    for name, words in _LABELS.items()
}
_ANY_LABEL = re.compile(rf"\s*(?:{'|'.join(_LABELS.values())})\s*(?::|\t|\s{{2,}}|$)")
_DATE = re.compile(r"\b(\d{1,2}\s+[A-Za-z]{3,9}\.?\s+\d{4}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})\b")
_DIGITS = re.compile(r"\d")
_DEPARTMENT = re.compile(
    r"\s*(?:Ministerie|Ministry|Directoraat|Directie|Directorate|Departement|Department|DG\b|"
    r"Afdeling|Programma|Inspectie|Bestuursdepartement|Secretariaat)"
)
_MINISTRY = re.compile(r"\s*(?:Ministerie van|Ministry of)\b")
_ADDRESSEE = re.compile(
    r"\s*(?:Aan\s+)?(?:de|het|the)\s+(?:voorzitter|president|speaker)\b.*", re.I
)
_GLUE = re.compile(r"(?<=[a-z])(?=(?:Directie|Directoraat|Afdeling|Programma)\b)")


def masthead_fields(letter: Letter) -> dict[str, str]:
    """The reference fields that a letter gives, by name; a field it does not give is absent.

    Names: date, reference, your_reference, subject, dossier, attachments, contact, addressee
    (as written), ministry, department (its lines, parted by " / ").
    """
    lines = list(_furniture_lines(letter))
    fields: dict[str, str] = {}
    for place, line in enumerate(lines):
        for name, label in _LABEL.items():
            found = label.match(line)
            if found and name not in fields:
                value = _value(name, found, lines[place + 1 : place + 3])
                if value:
                    fields[name] = value
    _add_loose_date(fields, lines)
    _add_offices(fields, lines)
    return fields


def _furniture_lines(letter: Letter) -> Iterator[str]:
    for stretch in letter.furniture:
        yield from letter.original[stretch.start : stretch.end].split("\n")


def _value(name: str, found: re.Match[str], below: Sequence[str]) -> str:
    """The value beside a label, or else on the line under it."""
    value = found["value"].strip()
    if not value and below:
        value = "" if _ANY_LABEL.match(below[0]) else below[0].strip()
    elif name == "subject" and below and below[0][:1].isspace() and below[0].strip():
        value = f"{value} {below[0].strip()}"
    if name == "date":
        date = _DATE.search(value)
        return date.group(1) if date else ""
    if name in ("reference", "your_reference"):
        return value if _DIGITS.search(value) and len(value) < 60 else ""
    is_spaced_word = found["sign"].isspace() and found["sign"] != "\t"
    if name in ("addressee", "dossier", "contact") and is_spaced_word and not found["value"]:
        return ""
    return " ".join(value.split())


def _add_loose_date(fields: dict[str, str], lines: Sequence[str]) -> None:
    """A date that stands alone on a line ("Den Haag, 3 maart 2020")."""
    if "date" in fields:
        return
    for line in lines:
        found = _DATE.search(line)
        if found and len(line.strip()) < 45:
            fields["date"] = found.group(1)
            return


def _add_offices(fields: dict[str, str], lines: Sequence[str]) -> None:
    """Ministry, department and addressee, from the first letterhead that names them."""
    for line in lines:
        if _ADDRESSEE.fullmatch(line) and "addressee" not in fields:
            fields["addressee"] = " ".join(line.split())
        if _MINISTRY.match(line) and "ministry" not in fields:
            fields["ministry"] = " ".join(line.split())
    department = _department(lines)
    if department:
        fields["department"] = " / ".join(department)


def _department(lines: Sequence[str]) -> list[str]:
    """The lines of the first department block, line ends inside a name taken out."""
    parts: list[str] = []
    for line in lines:
        text = line.strip()
        if _DEPARTMENT.match(line) and not _MINISTRY.match(line):
            parts.append(text)
        elif parts and (not text or _ANY_LABEL.match(line) or _DIGITS.search(text)):
            break
        elif parts and len(text) < 48:
            parts[-1] = f"{parts[-1]} {text}"
    return [name.strip() for part in parts for name in _GLUE.split(part)]
