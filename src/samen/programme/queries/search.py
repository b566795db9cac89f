"""Search: one box over everything in the register."""

import unicodedata
from dataclasses import dataclass

from django.contrib.postgres.search import SearchQuery, SearchRank, TrigramWordSimilarity
from django.db.models import F, Q

from samen.core.errors import BadInput
from samen.core.numerals import parse_number
from samen.core.references.papers import Paper, parse_paper_id
from samen.programme.models import Amount, Document, Entry, Figure, Motion
from samen.programme.queries.chains import withdrawn_figures

LONGEST_QUERY = 200
_LIKE_ENOUGH = 0.5


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found. kind: of the entry, or "document". score: the higher the better.

    where: of a number that was found, the years and publications that give it.
    """

    kind: str
    id: int
    title: str
    theme: str
    score: float
    where: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found. exact: the one thing that has this number, else None."""

    query: str
    exact: Hit | None
    hits: tuple[Hit, ...]


def searchable(text: str) -> str:
    """Text as it is stored for search: lower case, without accents."""
    spread = unicodedata.normalize("NFKD", text.lower())
    return "".join(sign for sign in spread if not unicodedata.combining(sign))


def search(*, query: str, most: int = 50) -> Found:
    """What the register has on a few words or on a paper's number."""
    words = searchable(" ".join(query.split()))[:LONGEST_QUERY].replace("\x00", "")
    if not words:
        return Found(query="", exact=None, hits=())
    exact = _with_number(query)
    found = [*_with_value(words), *_entries(words, most), *_documents(words, most)]
    once = {(hit.kind, hit.id): hit for hit in sorted(found, key=lambda hit: hit.score)}
    hits = sorted(once.values(), key=lambda hit: -hit.score)
    return Found(query=query.strip()[:LONGEST_QUERY], exact=exact, hits=tuple(hits[:most]))


def paper_named(text: str) -> Paper | None:
    """The paper that a search for "28638-200" or "28 638, nr. 200" names."""
    plain = text.strip().lower().replace(" ", "").replace(",", "").replace("nr.", "-")
    for tried in (text.strip(), plain, plain.upper().replace("KST-", "kst-")):
        try:
            return parse_paper_id(tried)
        except BadInput:
            continue
    return None


def _with_number(query: str) -> Hit | None:
    """The motion or paper with this number: the motion first, since it is what was asked."""
    paper = paper_named(query)
    if paper is None:
        return None
    same = {"dossier": paper.dossier, "suffix": paper.suffix, "number": paper.number}
    motion = Motion.objects.filter(**same).select_related("theme", "merged_into__theme").first()
    if motion is not None:
        told = motion.merged_into or motion
        return Hit(told.kind, told.pk, told.title, theme_told(told), 10.0)
    document = Document.objects.filter(**same).first()
    return Hit("document", document.pk, document.title, "", 10.0) if document else None


def _with_value(words: str) -> list[Hit]:
    """The indicators and amounts that have this number as a value, however it is written."""
    digits = words.removeprefix("€").strip()
    read = {parse_number(digits), parse_number(digits, english=True)}
    values = [value for value in read if value is not None and digits[:1].isdigit()]
    if not values:
        return []
    figures = (
        Figure.objects.filter(value__in=values, indicator__withdrawn_at__isnull=True)
        .exclude(pk__in=withdrawn_figures())
        .select_related("indicator__theme", "indicator__merged_into__theme")
    )
    told: dict[Entry, list[str]] = {}
    for figure in figures:
        entry = figure.indicator.merged_into or figure.indicator
        told.setdefault(entry, []).append(f"{figure.year}, {figure.publication}")
    standing = Amount.objects.filter(withdrawn_at__isnull=True, merged_into__isnull=True)
    for amount in standing.filter(value_eur__in=values).select_related("theme"):
        told[amount] = []
    return [
        Hit(entry.kind, entry.pk, entry.title, theme_told(entry), 5.0, "; ".join(places))
        for entry, places in told.items()
    ]


def theme_told(entry: Entry) -> str:
    """The name of the theme that an entry is told under; "" without one that stands."""
    theme = entry.theme
    return theme.name if theme is not None and theme.withdrawn_at is None else ""


def _entries(words: str, most: int) -> list[Hit]:
    rows = (
        Entry.objects.filter(merged_into__isnull=True, withdrawn_at__isnull=True)
        .annotate(
            rank=SearchRank(F("search"), _query(words)),
            near=TrigramWordSimilarity(words, "search_text"),
        )
        .filter(_matches(words))
        .order_by("-rank", "-near")
        .select_related("theme")
        .defer("search_text")[:most]
    )
    return [
        Hit(row.kind, row.pk, row.title, theme_told(row), _score(row.rank, row.near))
        for row in rows
    ]


def _documents(words: str, most: int) -> list[Hit]:
    rows = (
        Document.objects.annotate(rank=SearchRank(F("search"), _query(words)))
        .filter(Q(search=_query(words)) | Q(search_text__contains=words))
        .order_by("-rank")
        .values_list("pk", "title", "rank")[:most]
    )
    return [Hit("document", pk, title, "", _score(rank, 0.0)) for pk, title, rank in rows]


def _matches(words: str) -> Q:
    """Words by their stem, a part of a word (compounds), or a word spelt nearly so."""
    return (
        Q(search=_query(words))
        | Q(search_text__contains=words)
        | Q(search_text__trigram_word_similar=words, near__gte=_LIKE_ENOUGH)
    )


def _query(words: str) -> SearchQuery:
    return SearchQuery(words, config="dutch", search_type="websearch")


def _score(rank: float, near: float) -> float:
    return float(rank) * 2 + float(near)
