"""Which format a file has, by its first bytes and then by its name, and its source."""

from samen.core.errors import TooBig
from samen.core.reading.formats.plain import EMPTY, open_plain
from samen.core.reading.source import Source

MOST_BYTES = 50 * 1024 * 1024


def open_letter(content: bytes, name: str) -> Source:
    """The source in a file: its lines, and what the format knows about them.

    name: of the file; only its ending counts, and the first bytes count more.
    Raises TooBig above 50 MB, and Unreadable when no text can be had from it.
    """
    if len(content) > MOST_BYTES:
        raise TooBig(
            f"The file is {len(content) / 1024 / 1024:.0f} MB.",
            f"At most {MOST_BYTES // 1024 // 1024} MB is allowed.",
            "Split the letter, or save it without its pictures.",
        )
    if not content.strip(b" \t\r\n\x0c\x00"):
        raise EMPTY
    return open_plain(content)
