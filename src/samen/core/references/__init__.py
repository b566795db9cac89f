"""Parliamentary papers, laws and case numbers: found in a text, parsed, printed, compared."""

from samen.core.references.law_grammar import ARTICLE_NUMBER
from samen.core.references.law_kinds import wrong_kind
from samen.core.references.law_names import known_laws
from samen.core.references.law_search import LegalRef, find_laws
from samen.core.references.laws import Law, LawKind
from samen.core.references.other_papers import OtherPaper, OtherPaperKind, find_other_papers
from samen.core.references.paper_search import find_papers
from samen.core.references.papers import Paper, parse_paper_id, print_paper
from samen.core.references.sessions import (
    PaperDoubt,
    PaperDoubtKind,
    check_paper,
    known_dossiers,
    out_of_order,
    session_year,
)

__all__ = [
    "ARTICLE_NUMBER",
    "Law",
    "LawKind",
    "LegalRef",
    "OtherPaper",
    "OtherPaperKind",
    "Paper",
    "PaperDoubt",
    "PaperDoubtKind",
    "check_paper",
    "find_laws",
    "find_other_papers",
    "find_papers",
    "known_dossiers",
    "known_laws",
    "out_of_order",
    "parse_paper_id",
    "print_paper",
    "session_year",
    "wrong_kind",
]
