"""What is removed when its term is over: names of closed accounts, sessions, counted tries.

Each act may be repeated and takes the time as a value. `samen.site.retention` runs them.
"""

from datetime import date, datetime

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.contrib.sessions.models import Session
from django.db import connection, transaction
from psycopg import sql

from samen.accounts.models import User

KEPT_YEARS = 2
EMPTIED_DOMAIN = "account.invalid"
"""No mail ever goes there: RFC 2606, section 2."""


def years_before(day: date, years: int) -> date:
    """The same day some years earlier; 28 February where there was no 29th."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


def empty_closed_accounts(*, today: date) -> int:
    """Take name, address and organisation from accounts closed two years ago; return how many.

    The row stays under its number, with its roles, so that the trail still says which acts
    were one person's and by what right. Earlier names go from the trail too.
    """
    due = User.objects.filter(
        is_active=False, emptied_on__isnull=True, closed_on__lte=years_before(today, KEPT_YEARS)
    )
    numbers = list(due.values_list("pk", flat=True))
    for number in numbers:
        _empty(number, today)
    return len(numbers)


@transaction.atomic
def _empty(number: int, today: date) -> None:
    for kind in (EmailAddress, Authenticator, SocialAccount):
        kind.objects.filter(user=number).delete()
    user = User.objects.select_for_update().get(pk=number)
    user.name, user.email = f"account {number}", f"{number}@{EMPTIED_DOMAIN}"
    user.organisation, user.last_login, user.emptied_on = None, None, today
    user.save(update_fields=["name", "email", "organisation", "last_login", "emptied_on"])
    with connection.cursor() as cursor:
        cursor.execute("select accounts_empty_trail(%s)", [number])


def remove_ended_sessions(*, now: datetime) -> int:
    """Remove sessions whose time is over; return how many."""
    return Session.objects.filter(expire_date__lt=now).delete()[0]


def remove_counted_tries(*, now: datetime, table: str) -> int:
    """Remove what the rate limits counted (with addresses of visitors) once it has no use."""
    with connection.cursor() as cursor:
        cursor.execute(
            sql.SQL("delete from {} where expires < %s").format(sql.Identifier(table)).as_string(),
            [now],
        )
        return int(cursor.rowcount)
