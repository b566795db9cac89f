"""Data and a setting into paper: one PDF that is both PDF/UA-1 (readable by all) and PDF/A-2a (to
keep).

Typst sets it; a missing alternative text or title is a compile error, so what comes out is tagged.
Only the fonts that Typst carries are used, so the file is the same everywhere.
"""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from typing import Any, Literal

import typst

STANDARDS: list[Literal["ua-1", "a-2a"]] = ["ua-1", "a-2a"]


def typeset(setting: bytes, data: Mapping[str, Any], on: date) -> bytes:
    """The bytes of the PDF, dated `on`, so that equal data are equal files.

    setting: in Typst; it finds the data as JSON in `sys.inputs.data`.
    """
    made = typst.Compiler(setting, ignore_system_fonts=True).compile(
        format="pdf",
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        pdf_standards=[*STANDARDS],
        timestamp=datetime.combine(on, time(), UTC),
    )
    if not isinstance(made, bytes):
        raise TypeError("the typesetter gave pages, not a document")
    return _ended(made)


def _ended(made: bytes) -> bytes:
    """Each stream with an end that cannot be taken for a part of it.

    A stream ends with a line end, which may be one sign or two. Where the last byte of the data is
    the first of such a pair (one stream in 256), readers take both for the line end, and find the
    stream a byte shorter than it says. The other sign alone is a line end too.
    """
    return made.replace(b"\r\nendstream", b"\r\rendstream")
