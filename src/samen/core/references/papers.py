"""A parliamentary paper: what it is, its canonical id, and how it is printed.

Identity is (dossier, suffix, number); chamber, session year and page are attributes that a
citation may leave out. The id is that of officielebekendmakingen.nl.
"""

import re
from dataclasses import dataclass
from functools import total_ordering

from samen.core.errors import BadInput
from samen.core.terms import Chamber

CHAPTER = r"(?:X{0,2}(?:IX|IV|V?I{1,3}|V)|X{1,2})[AB]?"
"""A budget chapter: VI, XVII, IIA, IXB. Fund letters (A to M) are apart."""

_ID = re.compile(
    r"(?:kst-)?(?P<dossier>[1-9]\d{4})(?P<suffix>-(?:R\d{3,4}|\d{2}(?=-)|[A-Z]{1,5}(?=-)))?"
    r"-(?P<number>\d{1,4}[a-z]?|[A-Z]{1,3})(?:\.html)?"
)
_DOSSIER = re.compile(r"[1-9]\d{4}")
_SUFFIX = re.compile(rf"|{CHAPTER}|[A-M]|\d{{2}}|R\d{{3,4}}")
_NUMBER = re.compile(r"[1-9]\d{0,3}[a-z]?|[A-Z]{1,3}")
_CHAMBER_NAMES = {
    Chamber.HOUSE: "Tweede Kamer",
    Chamber.SENATE: "Eerste Kamer",
    Chamber.UNITED: "Verenigde Vergadering",
}


@total_ordering
@dataclass(frozen=True, eq=False, slots=True)
class Paper:
    """One parliamentary paper, with what a citation says about it.

    dossier: five digits. suffix: budget chapter ("VI"), sub-dossier ("32"), Kingdom act
    ("R2090") or "". number: digits, or capitals in the Senate. other_dossiers: where the
    same paper also stands ("29861", "35570-XV"). session_year: "2020-2021" or "".
    Raises BadInput when dossier, suffix or number has another shape.
    """

    chamber: Chamber
    dossier: str
    number: str
    suffix: str = ""
    other_dossiers: tuple[str, ...] = ()
    session_year: str = ""
    page: str = ""

    def __post_init__(self) -> None:
        shapes = ((_DOSSIER, self.dossier), (_SUFFIX, self.suffix), (_NUMBER, self.number))
        if not all(pattern.fullmatch(part) for pattern, part in shapes):
            raise BadInput(
                "This is not the number of a parliamentary paper.",
                "A dossier has five digits, a paper one to four digits or capitals.",
                "Write it as kst-28638-200.",
            )

    @property
    def id(self) -> str:
        """The canonical id: kst-28638-200, kst-35570-VI-50, kst-35876-B."""
        return "-".join(part for part in ("kst", self.dossier, self.suffix, self.number) if part)

    @property
    def sort_key(self) -> tuple[int, int, str, int, int, str]:
        """Dossier, then suffix, then number: numbers by size, before letters."""
        digits = int(re.sub(r"\D", "", self.number) or 0)
        is_lettered = 0 if digits else 1
        suffix_size = int(self.suffix) if self.suffix.isdigit() else 0
        length = len(self.number) if is_lettered else digits
        return (int(self.dossier), suffix_size, self.suffix, is_lettered, length, self.number)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Paper) and self.id == other.id

    def __lt__(self, other: "Paper") -> bool:
        return self.sort_key < other.sort_key

    def __hash__(self) -> int:
        return hash(self.id)


def chamber_of_number(number: str) -> Chamber:
    """The chamber that numbers its papers so: the Senate uses letters."""
    return Chamber.SENATE if number.isalpha() else Chamber.HOUSE


def parse_paper_id(text: str) -> Paper:
    """The paper that a canonical id names ("kst-28638-200"; "kst-" may be left out).

    Raises BadInput when it is no such id.
    """
    match = _ID.fullmatch(text.strip())
    if match is None:
        raise BadInput(
            "This is not the id of a parliamentary paper.",
            "An id is kst, dossier and number, with hyphens.",
            "Write it as kst-28638-200 or kst-35570-VI-50.",
        )
    number = match["number"]
    suffix = (match["suffix"] or "").removeprefix("-")
    return Paper(chamber_of_number(number), match["dossier"], number, suffix)


def print_paper(paper: Paper) -> str:
    """The paper as a footnote of a Dutch government letter, with a full stop."""
    dossiers = [f"{_spaced(paper.dossier)}{_print_suffix(paper.suffix)}"]
    for other in paper.other_dossiers:
        dossier, _, suffix = other.partition("-")
        dossiers.append(f"{_spaced(dossier)}{_print_suffix(suffix)}")
    is_house = paper.chamber is Chamber.HOUSE
    bare = paper.number.isalpha() and not is_house
    parts = [
        _CHAMBER_NAMES[paper.chamber],
        f"vergaderjaar {paper.session_year}" if paper.session_year else "",
        " en ".join(dossiers),
        paper.number if bare else f"nr. {paper.number}",
        f"blz. {paper.page}" if paper.page else "",
    ]
    return ", ".join(part for part in parts if part) + "."


def _spaced(dossier: str) -> str:
    return f"{dossier[:2]} {dossier[2:]}"


def _print_suffix(suffix: str) -> str:
    if suffix.isdigit():
        return f"-{suffix}"
    if re.fullmatch(r"R\d+", suffix):
        return f" ({suffix})"
    return f" {suffix}" if suffix else ""
