"""What every test of access starts from."""

import pytest

from tests.access.things import things
from tests.cast import Cast, make_cast


@pytest.fixture
def cast() -> Cast:
    return make_cast()


@pytest.fixture
def parts(cast: Cast) -> dict[str, str]:
    """One of each thing, all of the first organisation's doing."""
    return things(cast)
