"""Parliamentary papers, laws and case numbers: found in a text, parsed, printed, compared."""

from samen.core.references.paper_search import find_papers
from samen.core.references.papers import Paper, parse_paper_id, print_paper

__all__ = ["Paper", "find_papers", "parse_paper_id", "print_paper"]
