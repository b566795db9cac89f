"""The one door for names of people, organisations and offices."""

from django.utils.translation import gettext_noop as _

from samen.core.errors import BadInput
from samen.core.unseen import unseen_signs


def name_of(text: str) -> str:
    """A name without white space around it.

    Raises BadInput for one that is empty or holds a sign that nobody sees: with it, two names
    that look the same would be two.
    """
    name = text.strip()
    if not name:
        raise BadInput(_("The name is empty."), "", _("Give the name."))
    unseen = unseen_signs(name)
    if unseen:
        raise BadInput(
            _("The name holds a sign that nobody sees ({sign})."),
            _("A name has letters, digits, spaces and punctuation."),
            _("Type the name instead of pasting it."),
            sign=unseen[0],
        )
    return name
