"""Many files in one: the same files are the same bytes, in whatever order they came."""

import io
import zipfile
from collections.abc import Mapping
from datetime import date


def as_zip(files: Mapping[str, bytes], on: date) -> bytes:
    """A ZIP file of files by name. on: the day that it gives all of them."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as into:
        for name, content in sorted(files.items()):
            made = zipfile.ZipInfo(name, (max(on.year, 1980), on.month, on.day, 0, 0, 0))
            made.compress_type, made.create_system = zipfile.ZIP_DEFLATED, 3
            into.writestr(made, content)
    return out.getvalue()
