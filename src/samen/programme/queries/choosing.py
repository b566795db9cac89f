"""Entries to choose from: those that look like one, and those that words or a number find."""

from django.contrib.postgres.search import TrigramSimilarity

from samen.programme.models import Entry
from samen.programme.queries.search import Hit, search, theme_told

MOST = 10
_LIKE_ENOUGH = 0.15
_SEARCHED = 200


def entries_to_choose(*, entry: int, query: str = "", same_kind: bool) -> list[Hit]:
    """Other entries that stand, best first: found by the query, or alike where it is empty."""
    row = Entry.objects.filter(pk=entry).first()
    if row is None:
        return []
    hits = _found(query) if query.strip() else _alike(row)
    kinds = {row.kind} if same_kind else {hit.kind for hit in hits} - {"document"}
    chosen = [hit for hit in hits if hit.kind in kinds and hit.id != entry]
    return list({hit.id: hit for hit in chosen}.values())[:MOST]


def _found(query: str) -> list[Hit]:
    found = search(query=query, most=_SEARCHED)
    return [*([found.exact] if found.exact else []), *found.hits]


def _alike(row: Entry) -> list[Hit]:
    rows = (
        Entry.objects.filter(merged_into__isnull=True, withdrawn_at__isnull=True)
        .annotate(near=TrigramSimilarity("title", row.title))
        .filter(near__gte=_LIKE_ENOUGH)
        .exclude(pk=row.pk)
        .select_related("theme")
        .defer("search_text")
        .order_by("-near", "id")[:_SEARCHED]
    )
    return [
        Hit(other.kind, other.pk, other.title, theme_told(other), float(other.near))
        for other in rows
    ]


def titles_of(entries: tuple[int, ...]) -> list[tuple[int, str]]:
    """The id and title of each of these entries."""
    return list(Entry.objects.filter(pk__in=entries).order_by("pk").values_list("pk", "title"))
