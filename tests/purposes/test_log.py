"""The log: what was altered, dropped, swapped or cut off is found, at its place."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from json import dumps
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.db import DatabaseError, transaction

from samen.purposes import log
from samen.purposes.log import Fault
from samen.purposes.models import LogEntry
from samen.site.checkpoints import FolderStore
from tests.register.world import World, run

KEY = Ed25519PrivateKey.from_private_bytes(bytes(32))
NOW = datetime(2021, 11, 17, 12, tzinfo=UTC)
ENTRIES = 1000
FILL = """
    insert into purposes_logentry
        (at, "user", membership, processing, ground, act, subjects, fields, request)
    select now(), n, gen_random_uuid(), gen_random_uuid(), 'wpg10', 'read',
        array[md5(n::text)], array['city', 'naam "x" é'], 'r' || n
    from generate_series(1, %s) n
"""
PLACES = [1, 2, *range(37, ENTRIES, 37), 499, 500, 501, ENTRIES - 1]


@pytest.fixture
def kept(db: None, tmp_path: Path) -> FolderStore:
    """A thousand entries with a checkpoint at 500 and at the end; the store of the checkpoints."""
    kept = FolderStore(tmp_path / "elders")
    for _half in range(2):
        run(FILL, ENTRIES // 2)
        assert log.checkpoint(now=NOW, key=KEY, store=kept)
    # What somebody with the owner's password can do.
    run("alter table purposes_logentry no force row level security")
    return kept


def fault(kept: FolderStore) -> Fault | None:
    return log.verify(key=KEY.public_key(), lines=kept.lines())


def test_a_log_as_it_was_written_has_no_fault(kept: FolderStore) -> None:
    assert fault(kept) is None


def test_nothing_new_makes_no_checkpoint(kept: FolderStore) -> None:
    assert log.checkpoint(now=NOW, key=KEY, store=kept) is None


def alter(place: int) -> Fault:
    run('update purposes_logentry set "user" = 0 where number = %s', place)
    return Fault(place, "altered")


def drop(place: int) -> Fault:
    run("delete from purposes_logentry where number = %s", place)
    return Fault(place, "dropped")


def swap(place: int) -> Fault:
    """Two neighbours change places, with all that they say."""
    for number, to in ((place, -1), (place + 1, place), (-1, place + 1)):
        run("update purposes_logentry set number = %s where number = %s", to, number)
    return Fault(place, "altered")


def swap_and_hash(place: int) -> Fault:
    swap(place)
    run("update purposes_logentry e set hash = purposes_hash_of(e) where number = %s", place)
    return Fault(place, "unchained")


def truncate(place: int) -> Fault:
    run("delete from purposes_logentry where number >= %s", place)
    return Fault(place, "truncated")


def write_anew(place: int) -> Fault:
    """An entry is altered and the whole rest of the chain is made to fit."""
    run('update purposes_logentry set "user" = 0 where number = %s', place)
    run("create temporary table rest on commit drop as select * from purposes_logentry"
        " where number >= %s", place)  # fmt: skip
    run("delete from purposes_logentry where number >= %s", place)
    run("insert into purposes_logentry select * from rest order by number")
    run("drop table rest")
    return Fault(500 if place <= 500 else ENTRIES, "rewritten")


ACTS = [alter, drop, swap, swap_and_hash, truncate, write_anew]


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.__name__)
def test_what_was_done_to_an_entry_is_found_at_its_place(
    kept: FolderStore, act: Callable[[int], Fault]
) -> None:
    wrong = []
    for place in PLACES:
        with transaction.atomic():
            expected = act(place)
            found = fault(kept)
            transaction.set_rollback(True)
        if found != expected:
            wrong.append((expected, found))
    assert wrong == []


def test_the_end_cut_off_together_with_its_checkpoint_is_found(kept: FolderStore) -> None:
    """The line in the file outside the database still tells how far the log was."""
    run("delete from purposes_checkpoint where number = %s", ENTRIES)
    assert truncate(900) == fault(kept)


def test_a_false_checkpoint_is_found(kept: FolderStore) -> None:
    lines = kept.lines()
    false = replace(lines[0], hash=lines[1].hash)
    assert log.verify(key=KEY.public_key(), lines=[false, lines[1]]) == Fault(500, "unsigned")


def test_a_checkpoint_that_the_second_store_lost_is_found(kept: FolderStore) -> None:
    """Without it the log could be cut short there, or written anew, by who has the database."""
    last = kept.lines()[-1:]
    assert log.verify(key=KEY.public_key(), lines=last) == Fault(500, "unkept")
    assert log.verify(key=KEY.public_key(), lines=[]) == Fault(500, "unkept")
    assert log.verify(key=KEY.public_key(), lines=last, since=500) is None


def test_who_has_the_key_of_checkpoints_makes_a_false_one_look_real(kept: FolderStore) -> None:
    """What the key gives away: with the owner's password and the second store, a log anew."""
    write_anew(700)
    lines = kept.lines()
    anew = LogEntry.objects.get(number=ENTRIES)
    unsigned = replace(lines[1], hash=anew.hash)
    false = replace(unsigned, signature=KEY.sign(unsigned.signed_words()).hex())
    assert fault(kept) == Fault(ENTRIES, "rewritten")
    assert log.verify(key=KEY.public_key(), lines=[lines[0], false]) is None


def test_an_auditor_computes_a_hash_without_the_database(kept: FolderStore) -> None:
    """The form is that of docs/adr/0013."""
    entry = LogEntry.objects.get(number=2)
    words = [
        entry.number, entry.at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%f"), entry.user,
        str(entry.membership), str(entry.processing), entry.ground, entry.act, entry.subjects,
        entry.fields, entry.request, entry.previous,
    ]  # fmt: skip
    told = dumps(words, ensure_ascii=False).encode()
    assert sha256(told).hexdigest() == entry.hash


@pytest.mark.parametrize(
    "words",
    [
        'insert into purposes_logentry (at, "user", membership, processing, ground, act, subjects,'
        " fields, request) values (now(), 1, gen_random_uuid(), gen_random_uuid(), 'wpg10', 'read',"
        " '{}', '{}', '')",
        "select purposes_log('[[\"read\", [], []]]', '')",
        "truncate purposes_logentry",
    ],
)
def test_the_site_adds_nothing_without_a_purpose(world: World, words: str) -> None:
    with pytest.raises(DatabaseError), transaction.atomic():
        run(words)


@pytest.mark.parametrize(
    "words", ['update purposes_logentry set "user" = 0', "delete from purposes_logentry"]
)
def test_the_site_changes_nothing_in_the_log(world: World, words: str) -> None:
    assert run(words) == [(0,)]
