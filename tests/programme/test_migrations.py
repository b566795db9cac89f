"""What a migration does with rows that were there before it."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from samen.programme.models import Round
from tests.cast import make_cast

BEFORE, AFTER = ("programme", "0003_carries_out"), ("programme", "0004_round_once_a_day")


@pytest.mark.django_db(transaction=True)
def test_of_two_open_rounds_alike_the_later_gets_its_number() -> None:
    noor, day = make_cast()["programme_team"], date(2022, 9, 1)
    MigrationExecutor(connection).migrate([BEFORE])
    try:
        rounds = [
            Round.objects.create(
                title=title, asked_on=day, due=day, asked_by=noor, closed_at=closed
            )
            for title, closed in (
                ("Najaar", datetime(2022, 9, 2, tzinfo=UTC)),
                ("Najaar", None),
                ("Najaar", None),
                ("n" * 200, None),
                ("n" * 200, None),
                ("Voorjaar", None),
            )
        ]
        last = rounds[4].pk
    finally:
        MigrationExecutor(connection).migrate([AFTER])
        # What stands on these tables went with them, and comes back too.
        after = MigrationExecutor(connection)
        after.migrate(after.loader.graph.leaf_nodes())
    titles = [Round.objects.get(pk=each.pk).title for each in rounds]
    assert titles[:3] == ["Najaar", "Najaar", f"Najaar (ronde {rounds[2].pk})"]
    assert titles[3:] == ["n" * 200, f"{'n' * 180} (ronde {last})", "Voorjaar"]
