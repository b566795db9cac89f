"""The acts on people, organisations and offices. Each is one transaction and leaves a trail.

`by` is the account of who acts; None is the command line.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from allauth.account.models import EmailAddress
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.db import transaction
from django.db.models import Q
from django.utils.encoding import force_str
from django.utils.http import urlsafe_base64_decode, urlsafe_base64_encode
from django.utils.translation import gettext_noop as _

from samen.accounts import queries
from samen.accounts.days import refuse_far
from samen.accounts.models import Office, Organisation, RoleGrant, Tenure, User
from samen.accounts.names import name_of
from samen.accounts.once import once
from samen.core.errors import BadInput, Conflict, Refused
from samen.core.terms import OrganisationKind, Role


class InvitationTokens(PasswordResetTokenGenerator):
    """One-time tokens: the first use changes the password, and with it the token."""

    key_salt = "samen.accounts.invitation"


tokens = InvitationTokens()


@dataclass(frozen=True)
class Invitation:
    """The two parts of a one-time link, and whose it is."""

    user: User
    number: str
    token: str


@transaction.atomic
def invite_user(
    *,
    email: str,
    name: str,
    organisation: int | None = None,
    role: Role | None = None,
    same_as: int | None = None,
    today: date,
    by: int | None = None,
) -> Invitation:
    """Make an account without a password, with a first role from today, and its one-time link.

    same_as: another account of the same person. Raises Conflict for a name that an account has
    already, unless it is that one's: of these nobody could tell whether they are two persons.
    """
    taken = Conflict(
        _("There is an account with this address already."),
        _("One address has one account."),
        _("Open the account and make a new link there."),
    )
    if User.objects.filter(email__iexact=email.strip()).exists():
        raise taken
    first = _account(same_as) if same_as is not None else None
    known = queries.namesake(name_of(name))
    if known is not None and not (first and known.pk in queries.accounts_of_person(first.pk)):
        raise Conflict(
            _("There is an account with this name already."),
            _("What one person asks another decides on, so that accounts show whose they are."),
            _("Say that it is the same person, or give a name that tells the two apart."),
        )
    with once(taken):
        user = User.objects.create_user(
            email.strip(), None, name=name_of(name), organisation_id=organisation,
            same_as_id=first and (first.same_as_id or first.pk),
        )  # fmt: skip
    if role is not None:
        grant_role(user=user.pk, role=role, start=today, by=by)
    return make_link(user=user.pk)


def _account(user: int) -> User:
    """The row of an account, held until the act is done."""
    found = User.objects.select_for_update().filter(pk=user).first()
    if found is None:
        raise Refused(_("There is no such account."), "", _("Choose a person from the list."))
    return found


@transaction.atomic
def note_same_person(*, user: int, same_as: int | None, by: int | None = None) -> None:
    """Note that two accounts are one person's; None: that this one is a person's only account."""
    if by is not None and user in queries.accounts_of_person(by):
        raise Refused(
            _("This is your own account."),
            _("Whose an account is, another administrator notes."),
            _("Ask another administrator."),
        )
    found = _account(user)
    first = _account(same_as) if same_as is not None else None
    root = (first.same_as_id or first.pk) if first else None
    if root == found.pk:
        return
    found.same_as_id = root
    found.save(update_fields=["same_as"])
    if root is not None:
        for each in User.objects.select_for_update().filter(same_as=user):
            each.same_as_id = root
            each.save(update_fields=["same_as"])


@transaction.atomic
def make_link(*, user: int) -> Invitation:
    """A new one-time link for an open account; earlier links end when a password is set."""
    found = _account(user)
    if not found.is_active:
        raise Refused(_("This account is closed."), "", _("Open it again first."))
    number = urlsafe_base64_encode(str(found.pk).encode())
    return Invitation(found, number, tokens.make_token(found))


def invited(number: str, token: str) -> User | None:
    """The person behind a one-time link; None when it was used, is too old or never was."""
    try:
        found = User.objects.get(pk=force_str(urlsafe_base64_decode(number)), is_active=True)
    except (ValueError, OverflowError, User.DoesNotExist):
        return None
    return found if tokens.check_token(found, token) else None


@transaction.atomic
def set_first_password(*, number: str, token: str, password: str) -> User:
    """Use a one-time link: give its account a password."""
    user = invited(number, token)
    if user is not None:  # of two at once, the second waits here and finds the link used
        User.objects.select_for_update().get(pk=user.pk)
        user = invited(number, token)
    if user is None:
        raise Refused(
            _("This link has been used or is too old."),
            "",
            _("Ask the administrator for a new one."),
        )
    user.set_password(password)
    user.save(update_fields=["password"])
    _vouch_for_address(user)
    return user


def _vouch_for_address(user: User) -> None:
    """Tell the sign-in package that the address is the person's: who invited them vouches for it.

    It refuses a second step to somebody with an address that nobody vouched for.
    """
    EmailAddress.objects.update_or_create(
        user=user, email=user.email, defaults={"verified": True, "primary": True}
    )


@transaction.atomic
def grant_role(
    *, user: int, role: Role, start: date, end: date | None = None, by: int | None = None
) -> RoleGrant:
    """Give a role for a period; refused when it is given already on one of its days."""
    refuse_far(start, end)
    if end is not None and end < start:
        raise BadInput(
            _("The last day lies before the first day."), "", _("Change one of the two.")
        )
    taken = Conflict(
        _("This person has this role already on one of these days."),
        "",
        _("Choose another period, or end the earlier one first."),
    )
    with once(taken):
        return RoleGrant.objects.create(
            user_id=user, role=role, start=start, end=end, granted_by_id=by
        )


@transaction.atomic
def end_role(*, grant: int, user: int, today: date, by: int | None = None) -> None:
    """Take a role away: yesterday was its last day. One that began today is taken back."""
    found = RoleGrant.objects.select_for_update().filter(pk=grant, user=user).first()
    if found is None or (found.end is not None and found.end < today):
        raise Refused(_("This role has ended already."), "", _("Load the page again."))
    if found.role == Role.ADMINISTRATOR and found.user_id == by:
        raise Refused(
            _("You cannot end your own role of administrator."),
            "",
            _("Ask another administrator, so that there is always one."),
        )
    _end(found, today)


def _end(grant: RoleGrant, today: date) -> None:
    if grant.start >= today:
        grant.delete()
        return
    grant.end = today - timedelta(days=1)
    grant.save(update_fields=["end"])


@transaction.atomic
def close_account(*, user: int, today: date, by: int | None = None) -> None:
    """Close an account: its sessions end at once and its roles end yesterday."""
    if user == by:
        raise Refused(_("You cannot close your own account."), "", _("Ask another administrator."))
    found = _account(user)
    found.is_active, found.closed_on = False, today
    found.set_unusable_password()
    found.save(update_fields=["is_active", "closed_on", "password"])
    open_grants = Q(end__isnull=True) | Q(end__gte=today)
    for grant in RoleGrant.objects.filter(open_grants, user=user):
        _end(grant, today)


@transaction.atomic
def reopen_account(*, user: int) -> Invitation:
    """Open a closed account again, without roles and with a new one-time link."""
    found = _account(user)
    if found.emptied_on is not None:
        raise Refused(
            _("This account was emptied when its term was over."), "", _("Invite the person anew.")
        )
    found.is_active, found.closed_on = True, None
    found.save(update_fields=["is_active", "closed_on"])
    return make_link(user=user)


@transaction.atomic
def add_organisation(
    *, name: str, kind: OrganisationKind, abbreviation: str = "", email: str = ""
) -> Organisation:
    """Add a body; refused when its name is there already."""
    words = name_of(name)
    taken = Conflict(
        _("An organisation with this name is there already."), "", _("Choose it from the list.")
    )
    if Organisation.objects.filter(name__iexact=words).exists():
        raise taken
    short = name_of(abbreviation) if abbreviation else ""
    with once(taken):
        return Organisation.objects.create(
            name=words, kind=kind, abbreviation=short, email=email.strip()
        )


@transaction.atomic
def add_office(*, title: str, organisation: int, short: str = "") -> Office:
    """Add an office of a body; refused when its title is there already."""
    words = name_of(title)
    taken = Conflict(
        _("An office with this title is there already."), "", _("Choose it from the list.")
    )
    if Office.objects.filter(title__iexact=words).exists():
        raise taken
    with once(taken):
        return Office.objects.create(
            title=words, short=name_of(short) if short else "", organisation_id=organisation
        )


@transaction.atomic
def appoint(*, office: int, holder: str, start: date, end: date | None = None) -> Tenure:
    """Note who holds an office from a day; who held it until then ends the day before."""
    refuse_far(start, end)
    if end is not None and end < start:
        raise BadInput(
            _("The last day lies before the first day."), "", _("Change one of the two.")
        )
    Tenure.objects.filter(office=office, end__isnull=True, start__lt=start).update(
        end=start - timedelta(days=1)
    )
    taken = Conflict(
        _("Somebody else holds this office on one of these days."),
        _("An office has one holder a day."),
        _("Change the period."),
    )
    with once(taken):
        return Tenure.objects.create(office_id=office, holder=name_of(holder), start=start, end=end)
