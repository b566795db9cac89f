"""Letters that came in, for the tests of the review: a read one, and one made by hand."""

import hashlib
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from samen.accounts.models import User
from samen.core.terms import CandidateKind
from samen.letters.actions import review
from samen.letters.models import Candidate, IncomingLetter
from samen.programme.actions import add_document
from samen.programme.values import DocumentFacts

NOW = datetime(2021, 11, 18, 9, tzinfo=UTC)
LETTER_DATE = date(2021, 11, 17)
DEMO = Path(__file__).parents[2] / "data/letters/2021-11-17-voortgangsbrief-voorbeeld.txt"

DETAILS: dict[CandidateKind, dict[str, Any]] = {
    CandidateKind.THEME: {"name": "Opvang", "level": 2},
    CandidateKind.ACTION: {
        "what": "De dienst opent tien extra plekken.",
        "owners": ["Dienst Opvang"],
        "status": "planned",
        "due": "2022-07-08",
    },
    CandidateKind.COMMITMENT: {
        "about": "de bezetting van de plekken",
        "by": "staatssecretaris van Voorbeelden",
        "to": "Tweede Kamer",
        "status": "new",
        "due": "2022-07-08",
    },
    CandidateKind.MOTION: {
        "movers": ["Terpsma"],
        "cum_suis": True,
        "dossier": "28638",
        "suffix": "",
        "number": "191",
        "tabled": None,
        "status": "settled",
    },
    CandidateKind.INDICATOR: {
        "name": "gemelde gevallen",
        "year": 2020,
        "value": 314,
        "words": "314",
        "value_kind": "realised",
        "unit": "gevallen",
    },
    CandidateKind.QUANTITY: {"value": 10, "unit": "plekken", "words": "tien"},
    CandidateKind.AMOUNT: {
        "value_eur": 2500000,
        "from": 2022,
        "until": None,
        "recurrence": "structural",
        "funded": "no",
    },
    CandidateKind.LEGAL: {"regime": "Sr", "article": "273f", "name": "Wetboek van Strafrecht"},
    CandidateKind.PARLIAMENTARY_REF: {
        "id": "kst-28638-190",
        "chamber": "tweede_kamer",
        "dossier": "28638",
        "suffix": "",
        "number": "190",
    },
    CandidateKind.PUBLICATION: {"name": "Plekken geteld"},
    CandidateKind.ORGANISATION: {"name": "Dienst Opvang", "type": "agency"},
    CandidateKind.PERSON: {"name": "Terpsma", "role": "indiener"},
    CandidateKind.PROGRAMME: {"name": "Samen verder"},
    CandidateKind.REGION: {"name": "Drenthe", "type": "province"},
    CandidateKind.DATE: {"earliest": "2022-07-08", "latest": "2022-07-08", "precision": "before"},
    CandidateKind.FOOTNOTE: {"number": 1, "text": "Zie de vorige brief."},
}
"""One candidate of each kind."""

TEXT = "Opvang\nDe dienst opent voor de zomer van 2022 tien extra plekken, zo is beloofd.\n"


def letter_by_hand(by: User, on: date | None = LETTER_DATE) -> IncomingLetter:
    """A letter as it stands after reading, with a document and without candidates."""
    number = IncomingLetter.objects.count()
    digest = hashlib.sha256(f"brief {number}".encode()).hexdigest()
    facts = DocumentFacts(title=f"Brief {number}", date=on, file_hash=digest, text=TEXT)
    return IncomingLetter.objects.create(
        name=f"brief-{number}.txt",
        content=TEXT.encode(),
        sha256=digest,
        original=TEXT,
        date=on,
        read_at=NOW,
        document_id=add_document(document=facts, by=by, now=NOW),
        uploaded_by=by,
        uploaded_at=NOW,
    )


def candidate(
    letter: IncomingLetter, kind: CandidateKind, *, confidence: float = 0.9, **detail: Any
) -> Candidate:
    """A candidate of a kind on the second line, each a character further than the last."""
    at = letter.candidates.count()
    start = TEXT.index("De dienst") + at % 20
    return Candidate.objects.create(
        letter=letter,
        position=at,
        kind=kind,
        quote=TEXT[start : start + 40],
        start=start,
        end=start + 40,
        line=2,
        line_end=2,
        confidence=confidence,
        reason="verzonnen",
        theme="" if kind is CandidateKind.THEME else "Opvang",
        detail=DETAILS[kind] | detail,
    )


def demo_letter(by: User) -> int:
    """The letter that the project ships, read."""
    letter = review.upload_letter(content=DEMO.read_bytes(), name=DEMO.name, by=by, now=NOW)
    review.read_into(letter, now=NOW)
    return letter
