"""A zipped file as the same bytes every time: no hour of making, no order of chance."""

import io
import re
import zipfile
from datetime import date

_FIRST = (1980, 1, 1, 0, 0, 0)
"""The earliest moment that a zipped file can tell."""
_MOMENTS = re.compile(
    rb"(<(?:dcterms:modified|dcterms:created|meta:creation-date|dc:date)\b[^>]*>)[^<]*(<)"
)


def stable(content: bytes, on: date) -> bytes:
    """The same parts in the same order, each moment in their properties set to a day."""
    out = io.BytesIO()
    moment = rb"\g<1>%sT00:00:00Z\g<2>" % on.isoformat().encode()
    with zipfile.ZipFile(io.BytesIO(content)) as parts, zipfile.ZipFile(out, "w") as into:
        for part in parts.infolist():
            whole = parts.read(part)
            if part.filename in ("docProps/core.xml", "meta.xml"):
                whole = _MOMENTS.sub(moment, whole)
            made = zipfile.ZipInfo(part.filename, _FIRST)
            made.compress_type, made.create_system = part.compress_type, 3
            into.writestr(made, whole)
    return out.getvalue()
