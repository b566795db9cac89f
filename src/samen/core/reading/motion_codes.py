"""Numbers of the motions of a council (M23-14, 2022-M-57, 14/2022), and who moves them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_CODE = (
    r"(?!D66|JA21|BIJ1)[A-Z]{1,3}-?\d{1,4}(?:[-./]\d{1,4}){0,2}|(?:19|20)\d\d[-/.]\d{1,4}"
    r"|\d\d-\d{2,4}|(?:19|20)\d\d-[A-Z]{1,3}-?\d{1,4}|\d{1,3}/(?:19|20)\d\d"
)
_GROUP_JOIN = (
    r"(?:[,;]\s*(?:(?:en\s+)?mede[\s-]?(?:ondertekend|ingediend)\s+door\s+)?|\s+en\s+)"
    r"(?:(?:de|het)\s+)?(?:fracties?\s+(?:van\s+)?(?:(?:de|het)\s+)?)?"
)
"""Between two groups of a council that move a motion."""
_GROUP = r"(?:fractie-)?[A-Z0-9][\w/-]*(?:\s(?:voor|van)\s[A-Z][\w-]+)?"
_GROUPS = rf"(?:fractie-)?(?=[A-Z]){_GROUP}(?:(?:{_GROUP_JOIN}|\s(?=[A-Z])){_GROUP})*"
_RIGHT_BEHIND = re.compile(
    r"(?:\s+['‘’“\"][^'’”\"()]{3,80}['’”\"])?\s+(?P<opened>\()?(?:nr\.?\s*|nummer\s+)?"
    rf"(?P<code>{_CODE})"
    r"(?![\w-])(?(opened)(?:\)|(?=,)))(?:,?\s+['‘’“\"][^'’”\"()]{3,80}['’”\"])?"
    r"(?:\s+over\s+[^.;:(),]{3,80}(?=,\s+van\s))?(?:,?\s*\(?(?:(?:aan\s+)?(?:ingediend\s+door|van)\s+(?:(?:de|het)\s+)?(?:fracties?\s+(?:van\s+)?(?:(?:de|het)\s+)?)?)?"
    rf"(?P<parties>{_GROUPS})\)?)?"
)
"""Behind "motie": the number of a council's motion, and the parties that move it."""
_LAST = re.compile(
    rf"\s+van\s+(?:de\s+)?(?:fracties?\s+(?:van\s+)?)?(?P<parties>{_GROUPS})(?:\s+\(|,\s+)(?:nr\.?\s*|nummer\s+)?(?P<code>{_CODE})(?![\w-])"
)
"""The same, with the number last."""
_IN_BRACKETS = re.compile(rf"[^().;:]{{3,160}}\((?:[Mm]otie\s+)(?:nr\.?\s*)?(?P<code>{_CODE})\)")
"""A number that a motion gets in brackets, behind what it is about: "(motie 14/2022)"."""
_ROW = re.compile(
    rf"(?<!\S)(?P<code>{_CODE})\s*\|\s*(?P<parties>[^|\n]{{2,80}}?)\s*\|"
    rf"(?:(?!\s(?:{_CODE})\s*\|)[^\n])*"
)
"""A row of a table of motions: its number, its movers, and the rest."""
_TITLED = re.compile(
    rf"(?<!\S)(?:(?P<code>{_CODE})(?:\s+['‘’“\"][^'’”\"()]{{3,80}}['’”\"])?"
    r"|(?<!\d )(?<!, )[Nn]r\. ?(?P<bare>\d{1,4}))\s+\((?P<parties>(?=[A-Z])[^(),]{2,60}"
    r"(?:, (?!ingediend|aangenomen)[^(),]{2,40})*)(?:, [^()]{4,60})?\)"
)
"""An item of a list of motions: its number, its title, and its movers in brackets."""


_OPENED = re.compile(
    rf"(?<!\S)(?P<code>{_CODE})[.:]\s+(?:[Oo]p\s+voorstel\s+van|[Ii]ngediend\s+door|[Vv]an)\s+"
    rf"(?:de\s+)?fracties?\s+(?:van\s+)?(?:(?:de|het)\s+)?(?P<parties>{_GROUPS})"
)
"""A paragraph on a motion that opens with its number and tells who moved it."""


@dataclass(frozen=True, slots=True)
class Code:
    """The number of a council's motion: where it ends, the groups that move it."""

    code: str
    groups: tuple[str, ...]
    end: int


def code_of(text: str, start: int, end: int) -> Code | None:
    """The number of the motion whose word ends at `start`, in its words up to `end`."""
    for form in (_RIGHT_BEHIND, _LAST, _IN_BRACKETS):
        if found := form.match(text, start, end):
            groups = found.groupdict().get("parties")
            reach = start if form is _IN_BRACKETS else found.end()
            return Code(found["code"], _groups(groups or ""), reach)
    return None


def coded_rows(text: str, start: int, end: int) -> Iterator[tuple[int, Code]]:
    """The rows of a table of motions between two places, each with where it begins."""
    for row in _ROW.finditer(text, start, end):
        yield row.start("code"), Code(row["code"], _groups(row["parties"]), row.end())
    for item in _TITLED.finditer(text, start, end):
        code = item["code"] or item["bare"]
        yield item.start(), Code(code, _groups(item["parties"]), item.end())
    for opened in _OPENED.finditer(text, start, end):
        yield opened.start(), Code(opened["code"], _groups(opened["parties"]), opened.end())


def _groups(said: str) -> tuple[str, ...]:
    return tuple(re.split(_GROUP_JOIN, said)) if said else ()
