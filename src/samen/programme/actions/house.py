"""Motions and commitments come in from a saved answer of the House's open data."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial

from django.db import DataError, transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from samen.accounts.sentences import in_words
from samen.core.errors import BadInput, SamenError, Unreadable
from samen.core.terms import PromiseStatus
from samen.programme import house_fields
from samen.programme.actions.entries import (
    edit_commitment,
    edit_motion,
    motion_row,
    record_commitment,
    record_motion,
)
from samen.programme.actions.wording import Actor
from samen.programme.house_fields import Thing
from samen.programme.models import Commitment
from samen.programme.values import Standing, Wording

MOST_ERRORS = 20


@dataclass(slots=True)
class FromHouse:
    """What came in: new entries, and known ones whose status in the House was brought up."""

    added: int = 0
    updated: int = 0
    errors: list[str] = field(default_factory=list)


@transaction.atomic
def import_from_house(*, content: bytes, today: date, by: Actor, now: datetime) -> FromHouse:
    """Take in motions (Zaak) and commitments (Toezegging) from saved JSON.

    A known one keeps our status; only what the House says of it changes. Raises BadInput
    with what is wrong per row, and then nothing is taken in.
    """
    whole = _read(content)
    done = FromHouse()
    for name, is_one, take in _ENTITIES:
        for number, row in enumerate(house_fields.things(whole, name), start=1):
            if is_one(row):
                _try(done, f"{name} {number}", partial(take, row, today, by, now))
    if done.errors:
        shown = "\n".join(done.errors[:MOST_ERRORS])
        raise BadInput(
            _("{number} rows are not right:\n{rows}"),
            "",
            _("Nothing was taken in. Mend the rows and send the file again."),
            number=len(done.errors),
            rows=shown,
        )
    if not done.added and not done.updated:
        raise BadInput(
            _("The file holds no motion and no commitment."), "", _("Save Zaak or Toezegging.")
        )
    return done


def _read(content: bytes) -> object:
    try:
        return json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise Unreadable(_("The file is not JSON."), "", _("Save the answer as JSON.")) from error


def _try(done: FromHouse, place: str, take: Callable[[], bool]) -> None:
    """Take one row in its own savepoint, and note what is wrong with it."""
    try:
        with transaction.atomic():
            is_new = take()
    except KeyError as error:
        done.errors.append(f"{place}: {gettext(error.args[0])}.")
    except DataError:
        wrong = gettext("a text is too long, or holds a sign that cannot be kept")
        done.errors.append(f"{place}: {wrong}.")
    except ValueError:
        wrong = gettext("a date has the wrong form")
        done.errors.append(f"{place}: {wrong}.")
    except SamenError as error:
        done.errors.append(f"{place}: {in_words(error)}")
    else:
        done.added += is_new
        done.updated += not is_new


def _take_motion(row: Thing, today: date, by: Actor, now: datetime) -> bool:
    facts = house_fields.read_motion(row)
    known = motion_row(facts)
    if known is not None:
        edit_motion(entry=known.merged_into_id or known.pk, motion=facts)
        return False
    subject = str(row.get("Onderwerp") or row.get("Titel") or "")
    wording = Wording(title=subject, detail=str(row.get("Titel") or ""))
    standing = Standing(status=_status(row), on=facts.tabled or today)
    record_motion(wording=wording, standing=standing, motion=facts, by=by, now=now)
    return True


def _take_commitment(row: Thing, today: date, by: Actor, now: datetime) -> bool:
    facts = house_fields.read_commitment(row)
    known = Commitment.objects.filter(number=facts.number).first()
    if known is not None:
        edit_commitment(entry=known.merged_into_id or known.pk, commitment=facts)
        return False
    made_on = house_fields.day_of(row.get("Aanmaakdatum")) or today
    ministry = str(row.get("Ministerie") or "")
    record_commitment(
        wording=Wording(title=str(row["Tekst"]), owners=tuple(ministry.split("; "))),
        standing=Standing(status=_status(row), on=made_on, due=facts.foreign_due),
        commitment=facts,
        by=by,
        now=now,
    )
    return True


def _status(row: Thing) -> str:
    """Our own status where the file carries it; else it is new: the House's is no word of ours."""
    own = str(row.get("SamenStatus") or "")
    return own if own in set(PromiseStatus) else PromiseStatus.NEW


_ENTITIES: tuple[
    tuple[str, Callable[[Thing], bool], Callable[[Thing, date, Actor, datetime], bool]], ...
] = (
    ("Zaak", house_fields.is_motion, _take_motion),
    ("Toezegging", house_fields.is_commitment, _take_commitment),
)
