"""Invented victims in the register, and a way to count them."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from itertools import count
from uuid import UUID

from samen.accounts.models import User
from samen.core.terms import MemberRole, RegistrationKind
from samen.figures import actions
from samen.figures.models import Count, CountingQuery
from samen.figures.values import QueryFacts
from samen.register.values import Row
from tests.linkage.people import person, registered
from tests.register.given_files import Setting

NOW = datetime(2021, 11, 17, 12, tzinfo=UTC)
YEARS = (2015, 2021)
TIMES = count()
"""As a number that is known is of the same person, each call gives numbers of its own."""
FORM = '"exploitation": {{"state": "known", "value": "{}"}}'
DAY = '"registration_date": {{"state": "known", "value": "{}-05-01"}}'


def victim(key: str, year: int = 2020, sex: str = "female", form: str = "sexual") -> Row:
    row = person(key, f"Naam{key}", kind=RegistrationKind.VICTIM)
    said = f"{{{DAY.format(year)}, {FORM.format(form)}}}"
    return row._replace(values=said, sex=sex)


def victims(setting: Setting, many: Mapping[tuple[int, str, str], int]) -> list[UUID]:
    """So many victims by year, sex and form: new ones each time."""
    time = next(TIMES)
    rows: Iterable[Row] = (
        victim(f"{year}{sex}{form}{n}t{time}", year, sex, form)
        for (year, sex, form), size in many.items()
        for n in range(size)
    )
    return registered(setting, rows)


def query(indicator: int, by: User, *fields: str, name: str = "slachtoffers") -> CountingQuery:
    facts = QueryFacts(name, "Slachtoffers per jaar", indicator, by=fields or ("sex",))
    return actions.define_query(facts, by=by, now=NOW)


def counted(setting: Setting, of: CountingQuery, years: tuple[int, int] = YEARS) -> Count:
    with setting.inside(MemberRole.STATISTICIAN) as purpose:
        return actions.count(purpose, of, years=years, now=NOW)
