"""What is said of origin again and again, in parts of one delivery, is noted once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import override_settings

from tests.register.given_files import DAY, Setting, csv_file, make_setting, taken
from tests.register.taken_rows import note_origin
from tests.register.test_apart import HEAD, ROWS, apart, row_of

pytestmark = pytest.mark.django_db(transaction=True)
A, B = ('{"values": {"nationality": "' + code + '"}}' for code in "AB")


@pytest.fixture
def setting(tmp_path: Path) -> Iterator[Setting]:
    with override_settings(TODAY=DAY, KEYS=tmp_path):
        made = make_setting()
        with made.inside() as purpose:
            taken(purpose, csv_file(ROWS, HEAD))
        yield made


def test_rows_that_differ_in_origin_only_add_nothing_at_the_next_delivery(
    setting: Setting,
) -> None:
    """Rows of one key in different parts of a file: each part says what the other did not."""
    with setting.inside():
        number = row_of().pk
        note_origin(number, A)
        note_origin(number, B)
    told = "select said, earlier from register_origin where earlier <> '[]'"
    before = apart(told)
    for _again in range(2):
        with setting.inside():
            note_origin(number, A)
            note_origin(number, B)
    assert apart(told) == before
