"""Files in, sources out: the one door is `open_letter`."""

from samen.core.reading.formats.opening import MOST_BYTES, is_short, open_letter

__all__ = ["MOST_BYTES", "is_short", "open_letter"]
