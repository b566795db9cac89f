"""The nouns of the programme: papers, entries and their life, figures, rounds."""

from samen.programme.models.documents import Document, Passage
from samen.programme.models.entries import Entry, Link, Owner, Theme
from samen.programme.models.figures import Definition, Figure, Indicator, Target, Withdrawal
from samen.programme.models.kinds import (
    Action,
    Amount,
    Commitment,
    DecisionPending,
    LegalText,
    Motion,
    Project,
    Publication,
)
from samen.programme.models.life import Evidence, StatusChange
from samen.programme.models.rounds import Answer, CalendarFeed, Invitation, Question, Round

__all__ = [
    "Action",
    "Amount",
    "Answer",
    "CalendarFeed",
    "Commitment",
    "DecisionPending",
    "Definition",
    "Document",
    "Entry",
    "Evidence",
    "Figure",
    "Indicator",
    "Invitation",
    "LegalText",
    "Link",
    "Motion",
    "Owner",
    "Passage",
    "Project",
    "Publication",
    "Question",
    "Round",
    "StatusChange",
    "Target",
    "Theme",
    "Withdrawal",
]
