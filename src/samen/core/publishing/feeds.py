"""What changed, for who follows it: an Atom feed of releases, and a sitemap.

Source: RFC 4287; the Sitemaps protocol (0.90), of at most 50,000 addresses.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from samen.core.errors import TooBig
from samen.core.publishing.nouns import Sender, Words

MOST_ADDRESSES = 50_000
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


@dataclass(frozen=True, slots=True)
class Entry:
    """One release. updated: the day on which it was published, changed or withdrawn."""

    address: str
    title: Words
    summary: Words
    published: date
    updated: date
    withdrawn: bool = False


def atom(
    entries: Sequence[Entry], *, address: str, page: str, title: Words, publisher: Sender,
    since: date, dutch: bool = True,
) -> bytes:  # fmt: skip
    """The feed, newest first. since: its day while there is no release."""
    newest = sorted(entries, key=lambda each: (each.updated, each.address), reverse=True)
    updated = newest[0].updated if newest else since
    parts = [
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{"nl" if dutch else "en"}">',
        f"<id>{escape(address)}</id>",
        f"<title>{escape(title.said(dutch))}</title>",
        f"<updated>{_moment(updated)}</updated>",
        f"<author><name>{escape(publisher.name)}</name></author>",
        f'<link rel="self" type="application/atom+xml" href="{escape(address)}"/>',
        f'<link rel="alternate" type="text/html" href="{escape(page)}"/>',
        *(_entry(each, dutch) for each in newest),
        "</feed>",
    ]
    return (_HEAD + "\n".join(parts) + "\n").encode()


def sitemap(pages: Iterable[tuple[str, date]]) -> bytes:
    """Addresses, each with the day on which it changed. Raises TooBig above 50,000."""
    rows = [
        f"<url><loc>{escape(address)}</loc><lastmod>{on.isoformat()}</lastmod></url>"
        for address, on in pages
    ]
    if len(rows) > MOST_ADDRESSES:
        raise TooBig(
            "The sitemap has {n} addresses.", "At most 50000.", "Make one for each part.",
            n=len(rows),
        )  # fmt: skip
    body = "\n".join(rows)
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    return f'{_HEAD}<urlset xmlns="{space}">\n{body}\n</urlset>\n'.encode()


def _entry(entry: Entry, dutch: bool) -> str:
    title = entry.title.said(dutch)
    if entry.withdrawn:
        title = f"{'Ingetrokken' if dutch else 'Withdrawn'}: {title}"
    return (
        f"<entry><id>{escape(entry.address)}</id><title>{escape(title)}</title>"
        f"<published>{_moment(entry.published)}</published>"
        f"<updated>{_moment(entry.updated)}</updated>"
        f'<link rel="alternate" type="text/html" href="{escape(entry.address)}"/>'
        f"<summary>{escape(entry.summary.said(dutch))}</summary></entry>"
    )


def _moment(on: date) -> str:
    return f"{on.isoformat()}T00:00:00Z"
