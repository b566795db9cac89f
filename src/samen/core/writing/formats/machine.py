"""The letter for machines: JSON with every run, its source and its place."""

import json
from dataclasses import asdict

from samen.core.writing.rendered import RenderedLetter

FORM = "samen-letter/1"


def to_json(letter: RenderedLetter) -> bytes:
    """The bytes of the machine form; keys sorted, so that equal letters are equal files."""
    form = {"form": FORM} | asdict(letter)
    form["heading"]["on"] = letter.heading.on.isoformat()
    return json.dumps(form, ensure_ascii=False, indent=1, sort_keys=True, default=str).encode()
