"""Every table that fits what is published, one by one: knows nothing of Samen's equations."""

import numpy as np
import numpy.typing as npt

from samen.core.disclosure.protect import Protected

type Inner = npt.NDArray[np.int64]
MOST = 50_000


def margins(inner: Inner) -> Inner:
    """A table with its totals, the last row and column; also of a stack of tables."""
    wide = np.concatenate([inner, inner.sum(axis=-1, keepdims=True)], axis=-1)
    return np.concatenate([wide, wide.sum(axis=-2, keepdims=True)], axis=-2)


def hidden_of(found: Protected, shape: tuple[int, int]) -> npt.NDArray[np.bool_]:
    """What is hidden, of shape (rows + 1, columns + 1); codes end with their number, T is last."""
    system = found.system
    answer = np.zeros((shape[0] + 1, shape[1] + 1), dtype=bool)
    for cell, is_hidden in zip(system.cells, found.hidden, strict=True):
        at = {name: int(code[1:]) for name, code in cell}
        answer[at.get("row", shape[0]), at.get("column", shape[1])] = is_hidden
    return answer


def fitting(inner: Inner, hidden: npt.NDArray[np.bool_], least: Inner, spare: int) -> Inner | None:
    """All tables of whole numbers that show the same, with each cell at least `least` and a hidden
    one at most `spare` above the largest; of shape (n, rows, columns). None when too many to try.
    Cells of nobody are known."""
    places = np.argwhere(hidden[:-1, :-1] & (inner > 0))
    ranges = [range(int(least[at, to]), int(inner.max()) + spare + 1) for at, to in places]
    size = np.prod([float(len(each)) for each in ranges]) if ranges else 1.0
    if size > MOST:
        return None
    grids = np.meshgrid(*(np.array(each) for each in ranges), indexing="ij")
    filled = np.stack([each.ravel() for each in grids], axis=1) if grids else np.zeros((1, 0), int)
    tables = np.repeat(inner[None], len(filled), axis=0)
    tables[:, places[:, 0], places[:, 1]] = filled
    same = (margins(tables) == margins(inner)) | hidden
    left: Inner = tables[same.all(axis=(1, 2))]
    return left
