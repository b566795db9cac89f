"""Finds parliamentary papers in running text. Wrong is worse than missed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from samen.core.references import paper_grammar as grammar
from samen.core.references.paper_heads import Head, read_head
from samen.core.references.papers import Paper, chamber_of_number, parse_paper_id
from samen.core.terms import Chamber, Found

_LONGEST_RANGE = 200
"""A longer range than this is a slip: then only its two ends count."""
_OF_CHAPTERS = frozenset("IVX")
"""Letters in which the chapters of a budget are numbered: "(36 200, VI)" is no paper."""
_LIVING_DOSSIERS = range(17_000, 38_000)
"""Dossiers to which papers are still added, or soon will be: others are cited with their kind."""
_OPENS_ROW = frozenset({"", "\n", "|"})
_ROW_GOES_ON = re.compile(r"(?:[ \t]+(?:[A-Z][a-zà-ÿ]{3,}|\|)|[ \t]*(?:\n|\Z))")
"""Around a Senate paper that is the first cell of a row: "36 410, L  Rechtsbijstand"."""


@dataclass(frozen=True, slots=True)
class _Folder:
    """A dossier as cited: digits, suffix, and whether it was written with a thousands dot."""

    dossier: str
    suffix: str
    is_dotted: bool

    @property
    def label(self) -> str:
        return f"{self.dossier}-{self.suffix}" if self.suffix else self.dossier


@dataclass(frozen=True, slots=True)
class _Tail:
    """The numbers after a dossier, their page, and where that ends."""

    end: int
    numbers: tuple[str, ...]
    page: str = ""


def find_papers(text: str) -> list[Found[Paper]]:
    """Every parliamentary paper that a text cites, in order of place.

    A span covers the whole citation (chamber and session year too); papers cited together
    ("nrs. 12 en 14") share one span. Counts, codes, addresses and amounts are no papers.
    """
    found = [*_cited(text), *_canonical(text)]
    return sorted(found, key=lambda item: (item.start, item.end))


def _canonical(text: str) -> Iterator[Found[Paper]]:
    for match in grammar.CANONICAL.finditer(text):
        yield Found(match.start(), match.end(), parse_paper_id(match["id"]))


def _cited(text: str) -> Iterator[Found[Paper]]:
    last = Head(-1)
    end = 0
    for match in grammar.DOSSIER.finditer(text):
        if match.start() < end:
            continue
        head = _head(text, match.start(), last, end)
        read = _read(text, match, head)
        if read is None:
            continue
        start, folders, tail = read
        last, end = head, tail.end
        for number in tail.numbers:
            yield Found(start, tail.end, _paper(folders, number, head, tail.page))


def _head(text: str, start: int, last: Head, last_end: int) -> Head:
    """The head of a dossier: its own, or that of the citation that it continues."""
    head = read_head(text, start)
    if head.start < last_end:
        head = Head(start)
    carries = last.is_strong and head.start == start and start - last_end < 24
    if carries and grammar.CARRY.fullmatch(text, last_end, start):
        return replace(last, start=start, is_open=False)
    return head


def _read(
    text: str, match: re.Match[str], head: Head
) -> tuple[int, tuple[_Folder, ...], _Tail] | None:
    folders = [_folder(match)]
    is_believed = head.tells or int(folders[0].dossier) in _LIVING_DOSSIERS
    if head.is_refused or not is_believed or grammar.COUNTED.match(text, match.end()):
        return None
    position = match.end()
    while len(folders) < 6:
        tail = _tail(text, position, folders[-1], head)
        if tail is not None:
            return (head.start, tuple(folders), tail)
        further = grammar.NEXT_DOSSIER.match(text, position)
        if further is None:
            break
        folders.append(_folder(further))
        position = further.end()
    return _reversed(text, match, folders[0], head)


def _folder(match: re.Match[str]) -> _Folder:
    suffix = match["chapter"] or match["dashed"] or match["part"] or match["act"] or ""
    return _Folder(
        "".join(c for c in match["dossier"] if c.isdigit()),
        "".join(suffix.split()),
        "." in match["dossier"],
    )


def _reversed(
    text: str, match: re.Match[str], folder: _Folder, head: Head
) -> tuple[int, tuple[_Folder, ...], _Tail] | None:
    window = max(0, match.start() - 120)
    several = grammar.REVERSED_MANY.search(text, window, match.start())
    first = several and grammar.NUMBERED.match(text, several.start("numbers"))
    if several and first:
        numbers = _complete(text, first, first["mark"], head).numbers
        return (several.start(), (folder,), _Tail(match.end(), numbers))
    before = grammar.REVERSED.search(text, window, match.start())
    if before is not None:
        return (before.start(), (folder,), _Tail(match.end(), (before["number"],)))
    enclosed = grammar.REVERSED_IN_BRACKETS.search(text, window, match.start())
    if enclosed is None or text[match.end() : match.end() + 1] != ")":
        return None
    number = enclosed["number"] or enclosed["kind_number"]
    return (enclosed.start(), (folder,), _Tail(match.end(), (number,)))


def _tail(text: str, position: int, folder: _Folder, head: Head) -> _Tail | None:
    """The number of the paper after a dossier, in the first form that fits."""
    if match := grammar.NUMBERED.match(text, position):
        return _complete(text, match, match["mark"], head)
    dashed = grammar.DASHED if head.is_strong or folder.suffix else grammar.TIGHT_DASHED
    if match := dashed.match(text, position):
        return _complete(text, match, "", head) if _is_short(text, match, folder, head) else None
    if match := grammar.COMMA.match(text, position):
        return _complete(text, match, "", head) if _is_listed(text, match, folder, head) else None
    if head.is_open and (match := grammar.TITLED.match(text, position)):
        return _complete(text, match, match["mark"], head) if _is_later(match) else None
    return None


def _is_short(text: str, match: re.Match[str], folder: _Folder, head: Head) -> bool:
    """Whether "28638-200" is a paper: unless something beside it says otherwise."""
    if _is_chapter(match["number"]):
        return False
    if head.is_strong:
        return True
    after = match.end()
    if folder.is_dotted or grammar.UNIT_AFTER.match(text, after):
        return False
    if match["number"].isalpha():
        return text[head.start - 1 : head.start] == "("
    if not head.tells and grammar.OTHER_AFTER.match(text, after):
        return False
    return bool(folder.suffix) or not folder.dossier.endswith("000")


def _is_listed(text: str, match: re.Match[str], folder: _Folder, head: Head) -> bool:
    """Whether the number in "28 638, 200" is that of a paper."""
    if match["number"].isalpha():
        return _is_letter(text, match, head)
    if grammar.UNIT_AFTER.match(text, match.end()):
        return False
    return head.is_strong or (len(folder.suffix) > 1 and not folder.suffix.isdigit())


def _is_letter(text: str, match: re.Match[str], head: Head) -> bool:
    """Whether a capital is the number of a Senate paper and not somebody's initial."""
    if head.chamber is Chamber.HOUSE:
        return False
    if not (head.is_strong or head.chamber):
        is_alone = text[head.start - 1 : head.start] == "(" and text[match.end() :][:1] == ")"
        opens = text[max(0, head.start - 8) : head.start].rstrip(" \t")[-1:] in _OPENS_ROW
        is_cell = opens and _ROW_GOES_ON.match(text, match.end()) is not None
        return (is_alone or is_cell) and not _is_chapter(match["number"])
    after = text[match.end() : match.end() + 3]
    is_initial = len(after) == 3 and after[0] == "." and after[1:].strip()[:1].isupper()
    return head.chamber is not None or not is_initial


def _is_chapter(number: str) -> bool:
    return set(number) <= _OF_CHAPTERS


def _is_later(match: re.Match[str]) -> bool:
    """Whether a number some words after the dossier is said to be a paper of it."""
    if match["title"].lstrip().startswith("("):
        return True
    return match["mark"][0] == "N" or grammar.BEFORE_NUMBER.search(match["title"]) is not None


def _complete(text: str, match: re.Match[str], mark: str, head: Head) -> _Tail:
    """The first number with the ones that are listed after it, and the page."""
    numbers = [match["number"]]
    end = match.end()
    while len(numbers) < _LONGEST_RANGE:
        more = _range(text, end, numbers[-1], mark) or _item(text, end, numbers[0], mark, head)
        if more is None:
            break
        numbers.extend(more.numbers)
        end = more.end
        if more.page == "last":
            break
    page = grammar.PAGE.match(text, end)
    if page is None:
        return _Tail(end, tuple(dict.fromkeys(numbers)))
    return _Tail(page.end(), tuple(dict.fromkeys(numbers)), " ".join(page["page"].split()))


def _range(text: str, position: int, first: str, mark: str) -> _Tail | None:
    match = grammar.RANGE.match(text, position)
    if match is None or not mark:
        return None
    is_dash = not match["link"][0].isalpha()
    if is_dash and not _is_plural(mark) and any(c.isspace() for c in match[0]):
        return None
    members = _members(first, match["number"])
    return _Tail(match.end(), members) if members else None


def _members(first: str, last: str) -> tuple[str, ...]:
    """The numbers after the first up to the last; none when they run backwards."""
    if first.isdigit() and last.isdigit() and int(first) < int(last):
        if int(last) - int(first) > _LONGEST_RANGE:
            return (last,)
        return tuple(str(n) for n in range(int(first) + 1, int(last) + 1))
    if len(first) == len(last) == 1 and first.isalpha() and first < last:
        return tuple(chr(code) for code in range(ord(first) + 1, ord(last) + 1))
    return ()


def _item(text: str, position: int, first: str, mark: str, head: Head) -> _Tail | None:
    match = grammar.LIST_ITEM.match(text, position)
    if match is None or match["number"].isalpha() != first.isalpha():
        return None
    is_last = match["link"] != ","
    after = text[match.end() : match.end() + 1]
    closes = after in {")", "."} or not after if head.is_strong else after == ")"
    goes_on = head.is_strong and grammar.LISTED.match(text, position)
    if match["mark"] or _is_plural(mark) or (goes_on and not is_last):
        return _Tail(match.end(), (match["number"],), "last" if is_last else "")
    if is_last and closes:
        return _Tail(match.end(), (match["number"],), "last")
    return None


def _is_plural(mark: str) -> bool:
    return mark.lower().rstrip(".") in {"nrs", "nren", "nos", "nummers"}


def _paper(folders: tuple[_Folder, ...], number: str, head: Head, page: str) -> Paper:
    return Paper(
        chamber=head.chamber or chamber_of_number(number),
        dossier=folders[0].dossier,
        number=number,
        suffix=folders[0].suffix,
        other_dossiers=tuple(folder.label for folder in folders[1:]),
        session_year=head.session_year,
        page=page,
    )
