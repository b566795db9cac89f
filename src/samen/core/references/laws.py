"""A law as data."""

from dataclasses import dataclass
from enum import StrEnum


class LawKind(StrEnum):
    """What sort of norm a law is, with the Dutch word as a letter would use it."""

    CODE = "wetboek"
    ACT = "wet"
    BILL = "wetsvoorstel"
    DECREE = "besluit"
    CIRCULAR = "circulaire"
    REGULATION = "verordening"
    DIRECTIVE = "richtlijn"
    FRAMEWORK_DECISION = "kaderbesluit"
    TREATY = "verdrag"
    GUIDELINE = "richtsnoer"


@dataclass(frozen=True, slots=True)
class Law:
    """A law as data.

    code: the short form that stands as `regime`. name: the full Dutch name. aliases: further
    spellings. eu_number: "2011/36" for acts of the European Union.
    """

    code: str
    name: str
    kind: LawKind
    aliases: tuple[str, ...] = ()
    eu_number: str = ""

    @property
    def spellings(self) -> tuple[str, ...]:
        return (self.code, self.name, *self.aliases)
