"""Zipped formats opened with care: sizes are checked before anything is unpacked."""

from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from lxml import etree

from samen.core.errors import TooBig, Unreadable

MOST_MEMBERS = 5_000
MOST_UNPACKED = 200 * 1024 * 1024
MOST_RATIO = 150
"""Times that one part may grow when unpacked; plain XML stays below 50."""
MOST_XML = 30 * 1024 * 1024
"""Bytes of one part that is read as XML; a tree takes many times that in memory."""

MOST_MEGABYTES = "At most {most} MB is allowed."
SAVE_SMALLER = "Open it in a word processor and save it anew, without pictures."

CORRUPT = Unreadable(
    "The file is damaged: its parts cannot be unpacked.",
    "Expected is a whole .docx or .odt file.",
    "Fetch the file again, or open it in a word processor and save it anew.",
)

PROTECTED = Unreadable(
    "The file is an old Office file (.doc), or is protected with a password.",
    "Expected is a whole .docx or .odt file.",
    "Open it in a word processor and save it as .docx without a password.",
)
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How an old Office file begins, and one that is encrypted."""


def open_archive(content: bytes) -> ZipFile:
    """The archive in the bytes.

    Raises Unreadable when damaged or protected with a password, TooBig for a zip bomb.
    """
    if content.startswith(OLD_OFFICE):
        raise PROTECTED
    try:
        archive = ZipFile(BytesIO(content))
    except (BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise CORRUPT from error
    parts = archive.infolist()
    if len(parts) > MOST_MEMBERS:
        raise TooBig(
            "The file holds {count} parts.",
            "At most {most} parts are allowed.",
            SAVE_SMALLER,
            count=len(parts),
            most=MOST_MEMBERS,
        )
    _refuse_bombs(parts)
    return archive


def _refuse_bombs(parts: list[ZipInfo]) -> None:
    """Raise TooBig when the whole, or one part, unpacks to more than a letter needs."""
    unpacked = sum(part.file_size for part in parts)
    if unpacked > MOST_UNPACKED:
        raise TooBig(
            "Unpacked the file would be {size} MB.",
            MOST_MEGABYTES,
            SAVE_SMALLER,
            size=_megabytes(unpacked),
            most=_megabytes(MOST_UNPACKED),
        )
    for part in parts:
        if part.file_size > 1024 * 1024 and part.file_size > MOST_RATIO * part.compress_size:
            raise TooBig(
                "A part of the file grows more than {most} times when unpacked.",
                "Plain text grows less.",
                SAVE_SMALLER,
                most=MOST_RATIO,
            )


def refuse_macros(archive: ZipFile) -> None:
    """Raise Unreadable for a Word file with macros."""
    if any(name.casefold().endswith("vbaproject.bin") for name in archive.namelist()):
        raise Unreadable(
            "The Word file holds macros.",
            "Only Word files without macros (.docx) are read.",
            "Save it as a Word document without macros (.docx).",
        )


def _megabytes(size: int) -> int:
    return size // 1024 // 1024


def part_tree(archive: ZipFile, name: str) -> etree._Element | None:
    """The XML of one part, or None when the archive has no such part.

    No entity is expanded and nothing is fetched. Raises Unreadable when it is no XML.
    """
    if name not in archive.namelist():
        return None
    size = archive.getinfo(name).file_size
    if size > MOST_XML:
        raise TooBig(
            "A part of the file is {size} MB of text.",
            MOST_MEGABYTES,
            SAVE_SMALLER,
            size=_megabytes(size),
            most=_megabytes(MOST_XML),
        )
    try:
        return etree.fromstring(archive.read(name), _parser())
    except (etree.XMLSyntaxError, BadZipFile, RuntimeError, NotImplementedError) as error:
        raise CORRUPT from error
    except (EOFError, ValueError, OSError, MemoryError) as error:
        raise CORRUPT from error
    except Exception as error:
        if type(error).__module__ == "zlib":
            raise CORRUPT from error
        raise


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, recover=False
    )
