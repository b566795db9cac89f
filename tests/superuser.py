"""The superuser of the tests' own cluster, for what no role of Samen may do or see."""

import os

import pytest


def superuser_url() -> str:
    """Its address. Skips where the database was given from outside: none is at hand there."""
    own = os.environ.get("SAMEN_TEST_ADMIN_URL")
    if not own:
        pytest.skip("the tests' database was given from outside: no superuser at hand")
    return own
