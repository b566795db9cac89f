"""Which links may act by themselves: a wrong one can turn a person into a suspect.

A link is strict when its chance is at least that of a standing decision, or when both records
have the same document. It acts only where all the evidence together, averaged over every pair,
makes one person of the two (`clusters`): a chain of strict links does not join two persons.
"""

import numpy as np
import numpy.typing as npt
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from samen.core.matching.blocking import Pairs
from samen.core.matching.clusters import Judged, Labels
from samen.core.matching.link import Linked
from samen.core.matching.model import COMPARISONS
from samen.core.matching.scoring import Scored

type Flags = npt.NDArray[np.bool_]

STRICT = 0.999
_DOCUMENT = [each.name for each in COMPARISONS].index("document")


def is_strict(scored: Scored, chance: float) -> Flags:
    """Of each pair whether it is strict."""
    found: Flags = (scored.probabilities >= chance) | (scored.levels[:, _DOCUMENT] == 0)
    return found


def acting(found: Linked, chance: float, judged: Judged) -> tuple[Labels, Flags]:
    """The group of each record by the links that act, and of each told pair whether it does.

    chance: from which a link is strict. judged: who people call the same is in one group.
    """
    acts: Flags = found.is_linked & is_strict(found.scored, chance)
    return _joined(found.labels, np.concatenate([found.scored.pairs[acts], judged.same])), acts


def as_they_stood(before: Labels) -> Labels:
    """The groups when no link acts: as records stood, and each that stood nowhere by itself.

    before: the number of the entity in which each record stood, -1 for none.
    """
    alone = np.flatnonzero(before < 0)
    groups = before.copy()
    groups[alone] = before.max(initial=-1) + 1 + np.arange(len(alone))
    return groups


def _joined(labels: Labels, pairs: Pairs) -> Labels:
    """Components of pairs within what is one entity; numbered from 0."""
    size = len(labels)
    left, right = pairs // size, pairs % size
    inside = labels[left] == labels[right]
    edges = (np.ones(int(inside.sum()), bool), (left[inside], right[inside]))
    graph = coo_matrix(edges, (size, size))
    groups: Labels = connected_components(graph, directed=False)[1].astype(np.int64)
    return groups
