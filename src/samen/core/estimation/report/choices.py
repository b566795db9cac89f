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
            svg.text(RIGHT, y, language.share(share), anchor="end"),
            svg.line((LEFT, y + 6), (RIGHT, y + 6), ink="#d8d8d2"),
            svg.line((LEFT, y + 6), (end, y + 6), width=5, ink=svg.MARK),
        ]
    rows = tuple((name, language.share(share)) for name, share in shares)
    return svg.Drawing("choices", language.words["choices"], rows,
                       ROW * len(shares) + 2, tuple(parts))  # fmt: skip


def shares_of(draws: Draws, n_lists: int, language: Language) -> list[tuple[str, float]]:
    """The models with the share of all replicates that chose them, then the rest in one."""
    n = draws.totals.size
    first = draws.models[:SHOWN]
    shares = [(_short(str(closed(n_lists, terms))), times / n) for terms, times in first]
    rest = sum(times for _, times in draws.models[SHOWN:])
    without = n - rest - sum(times for _, times in first)
    more = [(language.words["other"], rest / n), (language.words["without"], without / n)]
    return shares + [(name, share) for name, share in more if share]


def _short(name: str) -> str:
    """Cut after a whole term."""
    if len(name) <= LONGEST:
        return name
    return name[:LONGEST].rpartition(",")[0] + ", …]"
