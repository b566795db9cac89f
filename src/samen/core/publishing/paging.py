"""Pages of a list, after the pagination module of the NL API Design Rules.

`page` and `pageSize` stand in the address, and a Link header (RFC 8288) leads to the first, the
previous, the next and the last page. A page after the last one has no rows.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

USUAL_SIZE, MOST_SIZE = 100, 500
MOST_PAGE = 1_000_000
LIMITS = {"page": MOST_PAGE, "pageSize": MOST_SIZE}
_WHOLE = re.compile("[1-9][0-9]{0,8}")


@dataclass(frozen=True, slots=True)
class Paging:
    """Which page of a list is asked for, from 1, and how many rows it has at most."""

    page: int = 1
    size: int = USUAL_SIZE

    def rows_of[T](self, rows: Sequence[T]) -> Sequence[T]:
        """The rows of this page."""
        return rows[(self.page - 1) * self.size : self.page * self.size]

    def links(self, address: str, total: int, **others: str) -> str:
        """The Link header. total: rows of the whole list. others: what else stands in the
        address."""
        last = max(-(-total // self.size), 1)
        pages = {"first": 1, "prev": min(self.page - 1, last), "next": self.page + 1, "last": last}
        to = {name: urlencode({**others, "page": page, "pageSize": self.size})
              for name, page in pages.items() if 1 <= page <= last}  # fmt: skip
        return ", ".join(f'<{address}?{where}>; rel="{name}"' for name, where in to.items())


def paging(parameters: Mapping[str, str]) -> Paging:
    """The page that the parameters of an address ask for. Raises ValueError, with what is allowed,
    for what is no page."""
    given = {name: parameters[name] for name in LIMITS if name in parameters}
    for name, words in given.items():
        if not _WHOLE.fullmatch(words) or int(words) > LIMITS[name]:
            raise ValueError(f"{name} is a whole number from 1 to {LIMITS[name]}.")
    return Paging(int(given.get("page", 1)), int(given.get("pageSize", USUAL_SIZE)))
