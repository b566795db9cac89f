"""The folder of keys, after a kill and beside files of others."""

import os
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.test import override_settings

from samen.register import sealing

DAY = date(2021, 11, 17)
GOES = date(2022, 11, 17)


@pytest.fixture
def made(tmp_path: Path) -> Iterator[Path]:
    """A key in use, with the copy of it that a kill left while it was made."""
    with override_settings(KEYS=tmp_path):
        sealing.seal("Laan 1", of="", day=GOES)
        file = settings.KEYS / f"{GOES}.key"
        os.link(file, file.with_name(f"{file.name}.0123456789abcdef"))
        yield file


def left() -> list[str]:
    return sorted(file.name for file in settings.KEYS.iterdir())


def test_a_copy_that_a_kill_left_opens_nothing_after_the_day(made: Path) -> None:
    sealing.forget(today=DAY, now=datetime.now(UTC), used={GOES})
    assert made.exists()
    sealing.forget(today=GOES, now=None, used=[])
    assert left() == []


def test_a_copy_goes_before_its_key_that_is_in_use(made: Path) -> None:
    later = datetime.now(UTC) + timedelta(days=2)
    sealing.forget(today=DAY, now=later, used={GOES})
    assert left() == [made.name]


@pytest.mark.parametrize("name", ["notities.key", "2022-11-17 (kopie).key", "2022-13-45.key"])
def test_a_file_that_is_no_key_of_a_day_stops_nothing(made: Path, name: str) -> None:
    """Each hour's keeping of terms broke off at it."""
    (settings.KEYS / name).touch()
    sealing.forget(today=GOES, now=None, used=[])
    assert left() == [name]
    assert not made.exists()
