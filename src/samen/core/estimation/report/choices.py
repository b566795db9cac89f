"""How often each model was chosen in the replicates, as bars."""

from samen.core.estimation.bootstrap import Draws
from samen.core.estimation.models import closed
from samen.core.estimation.report import svg
from samen.core.estimation.report.language import Language

SHOWN = 5
LONGEST = 46
ROW, LEFT, RIGHT = 25, 8, 332


def choices(draws: Draws, n_lists: int, language: Language) -> svg.Drawing | None:
    """The most frequent models; None when there was nothing to choose."""
    if len(draws.models) < 2:
        return None
    shares = shares_of(draws, n_lists, language)
    parts = []
    for at, (name, share) in enumerate(shares):
        y = ROW * at + 12
        end = LEFT + share * (RIGHT - LEFT)
        parts += [
            svg.text(LEFT, y, name),
            svg.text(RIGHT, y, _said(share, language), anchor="end"),
            svg.line((LEFT, y + 6), (RIGHT, y + 6), ink="#d8d8d2"),
            svg.line((LEFT, y + 6), (end, y + 6), width=5, ink=svg.MARK),
        ]
    rows = tuple((name, _said(share, language)) for name, share in shares)
    return svg.Drawing("choices", language.words["choices"], rows,
                       ROW * len(shares) + 2, tuple(parts),
                       language.words["choices_found"].format(name=rows[0][0], share=rows[0][1])
                       )  # fmt: skip


def shares_of(draws: Draws, n_lists: int, language: Language) -> list[tuple[str, float]]:
    """The models with the share of all replicates that chose them, then the rest in one.

    In steps of a tenth, equal ones by name: more digits, or the exact order, would tell the table.
    """
    n = draws.totals.size
    told = [(str(closed(n_lists, terms)), _tenths(times / n)) for terms, times in draws.models]
    told = sorted((each for each in told if each[1]), key=lambda each: (-each[1], each[0]))[:SHOWN]
    rest = _tenths(sum(times for _, times in draws.models) / n - sum(share for _, share in told))
    more = [(language.words["other"], rest),
            (language.words["without"], _tenths(draws.without_estimate))]  # fmt: skip
    shares = [(_short(name), share) for name, share in told]
    return shares + [(name, share) for name, share in more if share > 0]


def _tenths(share: float) -> float:
    return round(10 * share) / 10


def _said(share: float, language: Language) -> str:
    return language.words["roughly"].format(share=round(100 * share))


def _short(name: str) -> str:
    """Cut after a whole term."""
    if len(name) <= LONGEST:
        return name
    return name[:LONGEST].rpartition(",")[0] + ", …]"
