"""Gives the tests a PostgreSQL of their own, in a temporary folder, and fast.

Loaded before Django's settings. Runs of only `tests/core` need no database and get none.
Where DATABASE_URL is set, that server is used instead.
"""

import atexit
import os
import shutil
import sys
import tempfile
from pathlib import Path

import pytest

from samen.site.messages import compile_messages

LONGEST = [
    # Compiles the loops of an estimate, which the other worker then finds compiled.
    "tests/site/test_demo_counting.py",
    "tests/access/test_addresses.py", "tests/access/test_strangers.py",
    "tests/access/test_garbage.py",
]  # fmt: skip
WITHOUT_DATABASE = ("tests/core", "tests/house")


def wants_database(arguments: list[str]) -> bool:
    paths = [arg for arg in arguments if arg.startswith("tests") or "/tests/" in arg]
    return not paths or not all(
        any(folder in path for folder in WITHOUT_DATABASE) for path in paths
    )


class OwnCluster:
    """A cluster that is there as long as the test run."""

    def __init__(self) -> None:
        from samen.site.cluster import Cluster
        from samen.site.database import make_roles

        self.folder = Path(tempfile.mkdtemp(prefix="samen-test-"))
        self.folder.chmod(0o711)
        self.cluster = Cluster(self.folder, durable=False)
        port = self.cluster.ensure_running()
        urls = make_roles(self.cluster.superuser_url(port), self.folder / "roles.json")
        os.environ["SAMEN_TEST_ADMIN_URL"] = self.cluster.superuser_url(port)
        os.environ["DATABASE_URL"] = urls.app
        os.environ["DATABASE_OWNER_URL"] = urls.owner
        # Also when pytest ends before it is configured: a wrong argument, a broken settings file.
        atexit.register(self.pytest_unconfigure)

    def pytest_unconfigure(self) -> None:
        self.cluster.stop()
        shutil.rmtree(self.folder, ignore_errors=True)


os.environ["SAMEN_ROLE"] = "owner"
os.environ["SAMEN_STATIC"] = "plain"
os.environ.setdefault("SAMEN_STATE", str(Path(__file__).parents[1] / ".samen"))
_own = (
    OwnCluster()
    if "PYTEST_XDIST_WORKER" not in os.environ
    and not os.environ.get("DATABASE_URL")
    and wants_database(sys.argv[1:])
    else None
)
if _own is None and not os.environ.get("DATABASE_URL"):
    # No test of this run reaches a database; the settings still want an address.
    os.environ["DATABASE_URL"] = os.environ["DATABASE_OWNER_URL"] = (
        "postgresql://none@127.0.0.1:1/none"
    )


# Before Django is set up, which would read the texts as they were.
compile_messages()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest files come first, so that no worker is left with one at the end.

    Browser tests come last: the browser leaves its event loop running in the process.
    """
    items.sort(key=lambda item: ("/browser/" in item.nodeid, _turn(item.nodeid)))


def _turn(name: str) -> int:
    file, _, _ = name.partition("::")
    return LONGEST.index(file) if file in LONGEST else len(LONGEST)


def pytest_configure(config: pytest.Config) -> None:
    if _own is not None:
        config.pluginmanager.register(_own, "own-cluster")
