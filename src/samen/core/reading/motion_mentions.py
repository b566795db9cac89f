"""A motion and the places where a letter speaks of it."""

from dataclasses import dataclass, field
from datetime import date

from samen.core.reading.sentences import Sentence
from samen.core.references import Paper


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a letter speaks of a motion.

    code: its number in a council. refers_back: "deze motie", without movers or number of its
    own. same_member: the first mover is the one of the motion before. turn: its place among the
    motions that its paragraph names, from 0, and how many these are.
    """

    start: int
    end: int
    sentence: Sentence
    movers: tuple[str, ...] = ()
    cum_suis: bool = False
    paper: Paper | None = None
    tabled: date | None = None
    refers_back: bool = False
    same_member: bool = False
    code: str = ""
    turn: tuple[int, int] = (0, 1)


@dataclass(slots=True)
class Motion:
    """A distinct motion with its mentions, in reading order."""

    mentions: list[Mention] = field(default_factory=list)

    @property
    def paper(self) -> Paper | None:
        return next((m.paper for m in self.mentions if m.paper), None)

    @property
    def code(self) -> str:
        return next((m.code for m in self.mentions if m.code), "")

    @property
    def movers(self) -> tuple[str, ...]:
        return max((m.movers for m in self.mentions), key=len, default=())

    @property
    def cum_suis(self) -> bool:
        return any(m.cum_suis for m in self.mentions)

    @property
    def tabled(self) -> date | None:
        return next((m.tabled for m in self.mentions if m.tabled), None)
