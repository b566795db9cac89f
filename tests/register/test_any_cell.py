"""Whatever stands in a cell, each row is taken in or refused, and no row stops a file."""

import io
import json
import random

import pytest
from django.test import override_settings

from samen.core.registration.mapping import MappedColumn, Mapping
from samen.core.terms import RegistrationKind
from samen.register.actions_of_files import Reading, take_in_file
from samen.register.known_fields import fields
from samen.register.models import Registration
from tests.register.given_files import DAY, NOW, make_setting

pytestmark = pytest.mark.django_db(transaction=True)
ROWS = 3_000
PIECES = (
    "Anna", "Vermeulen", "van der", "17-05-1988", "1988", "ca. 1990", "00-00-0000", "0612345678",
    "1234 AB", "vrouw", "onbekend", "geweigerd", "nvt", "ja", "RO", "NL;RO", "=1+1", "@SUM(1)",
    "'", '"', "\\", "{}", "\u200b", "\u202e", "\ufeff", "\u0301", "\ufffd", "\x01", "\x1f",
    "\u2028", "\ud7ff", "\U0010ffff", "😀", "Ã©", "ß", "ﬃ", "ﷺ", "İ", "ǆ", "א", "グ",
    "نور", "9" * 30, "a" * 70, "Z" * 250, "-1", "1e999", "0", "%s", "$1", "NULL", ";",
    ",", "\t", "\n", "|", " ",
)  # fmt: skip


def some_cell(chance: random.Random) -> str:
    """Pieces put together; most cells are short, some are very long."""
    n = chance.choice((0, 1, 1, 1, 2, 3, 40))
    return chance.choice(("", " ", "-")).join(chance.choice(PIECES) for _ in range(n))


@pytest.mark.parametrize("seed", [1, 2])
def test_each_row_is_taken_in_or_refused(seed: int) -> None:
    chance, names = random.Random(seed), list(fields())
    rows = [{"n": f"{n}"} | {name: some_cell(chance) for name in chance.sample(names, 3)}
            for n in range(ROWS)]  # fmt: skip
    whole = [dict.fromkeys(["n", *names], "") | row for row in rows]
    content = io.BytesIO(json.dumps(whole).encode())
    taken = [MappedColumn(name, name) for name in names if name != "source_id"]
    reading = Reading(Mapping((*taken, MappedColumn("n", "source_id"))), RegistrationKind.VICTIM)
    setting = make_setting()
    with override_settings(TODAY=DAY), setting.inside() as purpose:
        made = take_in_file(purpose, stream=content, name="x.json", reading=reading, now=NOW)
        assert made.added == Registration.objects.count()
    assert made.added + made.refused == ROWS
    assert 100 < made.added < ROWS - 100
