"""Letters: text repaired, then read into candidates with their quotes.

Door: `read_letter`.
"""

from samen.core.reading.candidates import Candidate, Masthead, Reading, Signatory
from samen.core.reading.reader import read_letter

__all__ = ["Candidate", "Masthead", "Reading", "Signatory", "read_letter"]
