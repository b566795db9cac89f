"""A chart as SVG and PNG: made on the server, without a network, a script or a style attribute."""

import re
from collections.abc import Mapping
from html import escape
from typing import Any

from samen.core.publishing.nouns import refuse_code

VERSION = "6.4"
"""Of Vega-Lite; pinned, since another version may draw other bytes."""
_ROOT = re.compile(r"<svg\b[^>]*?\bviewBox=\"([^\"]+)\"[^>]*>")
_ID = re.compile(r'\bid="([^"]+)"')
_ARIA = re.compile(r' (?:role|aria-[a-z]+)="[^"]*"')
DUTCH = {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["€ ", ""]}
ENGLISH = {"decimal": ".", "thousands": ",", "grouping": [3], "currency": ["€ ", ""]}


def svg(
    spec: Mapping[str, Any], *, name: str, title: str, description: str, dutch: bool = True
) -> str:
    """The SVG element of a Vega-Lite specification, to stand in a page.

    name: begins each id in it, so that two drawings can stand in one page. description: says
    what the drawing says, for who does not see it.
    """
    import vl_convert

    refuse_code(name)
    drawn = vl_convert.vegalite_to_svg(
        dict(spec), vl_version=VERSION, allowed_base_urls=[],
        format_locale=DUTCH if dutch else ENGLISH,
    )  # fmt: skip
    return labelled(_own_ids(_ARIA.sub("", drawn), name), name, title, description)


def labelled(drawn: str, name: str, title: str, description: str) -> str:
    """A drawing with its title and what it says, scaled to the width that it gets."""
    box = _ROOT.search(drawn)
    if box is None:
        return drawn
    _left, _top, width, height = box[1].split()
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="{box[1]}" '
        f'width="{width}" height="{height}" role="img" '
        f'aria-labelledby="{name}-title {name}-desc">'
        f'<title id="{name}-title">{escape(title)}</title>'
        f'<desc id="{name}-desc">{escape(description)}</desc>'
    )
    return head + drawn[box.end() :]


def png(drawn: str, *, scale: float = 2) -> bytes:
    """A drawing as a picture, for a letter or a slide; twice as sharp as on a page."""
    import vl_convert

    return vl_convert.svg_to_png(drawn, scale=scale)


def _own_ids(drawn: str, name: str) -> str:
    """Ids that begin with a name and count from 1: the renderer's own count goes on."""
    for number, old in enumerate(dict.fromkeys(_ID.findall(drawn)), start=1):
        new = f"{name}-part{number}"
        drawn = drawn.replace(f'id="{old}"', f'id="{new}"')
        drawn = drawn.replace(f"url(#{old})", f"url(#{new})").replace(f'"#{old}"', f'"#{new}"')
    return drawn
