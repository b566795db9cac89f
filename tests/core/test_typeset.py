"""Paper that other programs read: whatever its words, both standards hold."""

import io
from datetime import date

import page
import pikepdf

from samen.core.typeset import typeset

SETTING = b"""
#let data = json(bytes(sys.inputs.data))
#set document(title: data.title)
#set text(lang: "nl")
#title()
#data.words
"""
ON = date(2021, 11, 17)


def paper(number: int) -> bytes:
    return typeset(SETTING, {"title": "Proef", "words": f"Blad {number}"}, ON)


def test_a_paper_meets_both_standards_and_tells_its_language_and_day() -> None:
    content = paper(1)
    for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A):
        report = page.validate_pdf_bytes(content, profile=profile)
        assert report.is_compliant, report.failures
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert str(pdf.Root.Lang) == "nl"
        assert "20211117" in str(pdf.docinfo["/CreationDate"])


def test_equal_data_are_equal_files() -> None:
    assert paper(1) == paper(1) != paper(2)


def test_whatever_a_stream_ends_with_its_length_is_that_of_its_data() -> None:
    """One in some two hundred papers ended a stream with half of a line end."""
    for number in range(300):
        report = page.validate_pdf_bytes(paper(number), profile=page.ValidationProfile.PDF_A_2A)
        assert report.is_compliant, (number, report.failures)
