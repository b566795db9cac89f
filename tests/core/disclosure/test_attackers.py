"""Who tries each unsafe cell while a pattern is sought."""

import numpy as np

from samen.core.disclosure.attackers import Attackers
from samen.core.disclosure.policy import Policy
from samen.core.disclosure.program import NO_LIMIT
from samen.core.disclosure.suppress import suppress
from samen.core.disclosure.views import views
from tests.core.disclosure.stored_tables import stored

SYSTEM = stored("synthetic_B_prov_form_sex")
BEST = suppress(SYSTEM, Policy())
ATTACKERS = Attackers(SYSTEM, list(views(SYSTEM, BEST.primary, Policy())), NO_LIMIT)
CAN_HIDE = SYSTEM.counts > 0


def test_rows_of_few_free_cells_forbid_only_what_does_not_protect() -> None:
    hidden, safe = BEST.primary.astype(float), BEST.hidden.astype(float)
    rows = [each.row for each in ATTACKERS.successes(hidden, CAN_HIDE)]
    assert rows
    for places, weights in rows:
        assert weights @ hidden[places] < 1 - 1e-6
        assert weights @ safe[places] >= 1 - 1e-6


def test_rows_ask_few_of_the_free_cells() -> None:
    hidden = BEST.primary.astype(float)
    few, some = (
        np.mean([np.sum(CAN_HIDE[each.row[0]]) for each in ATTACKERS.successes(hidden, free)])
        for free in (CAN_HIDE, None)
    )
    assert few < some


def test_nobody_succeeds_against_a_pattern_that_protects() -> None:
    assert not list(ATTACKERS.successes(BEST.hidden.astype(float)))
    assert not list(ATTACKERS.successes(BEST.hidden.astype(float), ~BEST.hidden & CAN_HIDE))
