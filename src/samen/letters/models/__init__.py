"""The nouns of this room: letters that come in, and letters that go out."""

from samen.letters.models.incoming import Candidate, Decision, IncomingLetter
from samen.letters.models.outgoing import (
    FrozenFile,
    OutgoingLetter,
    Proposal,
    Section,
    SectionVersion,
)

__all__ = [
    "Candidate",
    "Decision",
    "FrozenFile",
    "IncomingLetter",
    "OutgoingLetter",
    "Proposal",
    "Section",
    "SectionVersion",
]
