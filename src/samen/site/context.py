"""What every page knows: the rooms that this person may enter, and the theme.

A room enters the navigation by a line in ROOMS.
"""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samen.accounts.permissions import ANY_ROLE, roles_today
from samen.core.terms import Role
from samen.purposes.queries import memberships_of, supervising
from samen.work import clock


@dataclass(frozen=True)
class Room:
    """One entry of the navigation. key: the letter that goes there after `g`.

    within: the first words of other addresses that belong to the room. for_members: open to
    who takes part in a processing today, whatever their role. for_officers: to who supervises one,
    also after it ended. for_everybody: to visitors too.
    """

    label: Promise
    url_name: str
    roles: frozenset[Role]
    key: str
    within: tuple[str, ...] = ()
    for_members: bool = False
    for_officers: bool = False
    for_everybody: bool = False


ROOMS = (
    Room(_("Programme"), "programme:home", ANY_ROLE, "p"),
    Room(_("Letters"), "letters:home", ANY_ROLE, "b"),
    Room(_("Figures"), "figures:catalogue", frozenset(), "c", for_everybody=True),
    Room(
        _("Register"),
        "register:home",
        frozenset(),
        "r",
        ("/koppelingen/", "/netwerken/"),
        for_members=True,
    ),
    Room(
        _("Processings"),
        "purposes:home",
        frozenset({Role.ADMINISTRATOR}),
        "v",
        for_officers=True,
    ),
    Room(
        _("People and access"),
        "accounts:people",
        frozenset({Role.ADMINISTRATOR}),
        "a",
        ("/organisaties/", "/ambten/", "/spoor"),
    ),
)
SEARCH_ADDRESS = "/zoek"


def frame(request: HttpRequest) -> dict[str, object]:
    """The values that `site/base.html` needs. Also works for the error pages."""
    user = getattr(request, "user", None)
    roles = roles_today(request) if user is not None else frozenset()
    number = user.pk if user is not None else None  # a visitor has none
    today = clock.today()
    is_member = number is not None and memberships_of(number, on=today).exists()
    is_officer = number is not None and supervising(number, on=today).exists()
    rooms = [
        entry
        for room in ROOMS
        if (
            room.for_everybody
            or room.roles & roles
            or (room.for_members and is_member)
            or (room.for_officers and is_officer)
        )
        and (entry := _entry(room, request))
    ]
    return {
        "rooms": rooms,
        "roles": roles,
        "theme_css": settings.SAMEN_THEME_CSS,
        "search_address": SEARCH_ADDRESS,
        "demo": settings.DEMO,
        "demo_day": settings.DEMO and clock.chosen_day(),
    }


def _entry(room: Room, request: HttpRequest) -> dict[str, object] | None:
    try:
        address = reverse(room.url_name)
    except NoReverseMatch:
        return None
    here = request.path.startswith((address, *room.within))
    return {"label": room.label, "address": address, "key": room.key, "here": here}
