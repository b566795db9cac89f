"""The words for roles and kinds of organisation, in the reader's language."""

from collections.abc import Iterable

from django import template
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from samen.accounts.trail_words import FIELDS

register = template.Library()

ROLE_NAMES = {
    "programme_team": _("programme team"),
    "action_owner": _("action owner"),
    "approver": _("approver"),
    "reader": _("reader"),
    "administrator": _("administrator"),
}
KIND_NAMES = {
    "ministry": _("ministry"),
    "cabinet": _("cabinet"),
    "parliament": _("parliament"),
    "police": _("police"),
    "prosecution": _("prosecution"),
    "judiciary": _("judiciary"),
    "inspectorate": _("inspectorate"),
    "border_police": _("border police"),
    "agency": _("agency"),
    "municipality": _("municipality"),
    "association": _("association"),
    "ngo": _("civil society organisation"),
    "rapporteur": _("rapporteur"),
    "audit_office": _("audit office"),
    "research": _("research institute"),
    "cooperation": _("cooperation"),
    "international": _("international organisation"),
    "european": _("European organisation"),
    "company": _("company"),
    "other": _("other"),
}


@register.filter
def role_name(role: str) -> str:
    return gettext(ROLE_NAMES.get(str(role), str(role)))


@register.filter
def organisation_kind(kind: str) -> str:
    return gettext(KIND_NAMES.get(str(kind), str(kind)))


ACTS = {"insert": _("added"), "update": _("changed"), "delete": _("taken back")}


THINGS = {
    "accounts.Organisation": _("organisation"),
    "accounts.Office": _("office"),
    "purposes.Processing": _("processing"),
    "purposes.Controller": _("controller"),
    "purposes.Team": _("team"),
    "purposes.Membership": _("membership"),
    "purposes.Resolution": _("proposal"),
    "exchange.Peer": _("agreement to exchange without names"),
    "accounts.Tenure": _("tenure of an office"),
    "accounts.User": _("account"),
    "accounts.RoleGrant": _("role of a person"),
    "letters.Candidate": _("candidate in a letter"),
    "programme.Theme": _("theme"),
    "programme.Entry": _("entry"),
    "programme.Action": _("action"),
    "programme.Commitment": _("commitment"),
    "programme.Motion": _("motion"),
    "programme.DecisionPending": _("decision pending"),
    "programme.Indicator": _("indicator"),
    "programme.Amount": _("amount"),
    "programme.Project": _("project"),
    "programme.Publication": _("publication"),
    "programme.LegalText": _("legal text"),
    "programme.Owner": _("owner"),
    "programme.Link": _("link between entries"),
    "programme.Evidence": _("evidence"),
    "programme.Answer": _("answer of an owner"),
    "programme.Withdrawal": _("withdrawal"),
}
"""What the trail calls a row of each table that it follows."""


@register.filter
def thing(model: str) -> str:
    """A table of the trail in words."""
    return gettext(THINGS.get(model, model))


@register.filter
def fields_changed(names: Iterable[str]) -> str:
    """The columns that were changed, in words."""
    words = [gettext(FIELDS[name]) if name in FIELDS else name for name in names]
    return ", ".join(dict.fromkeys(words))


@register.filter
def act_name(label: str) -> str:
    return gettext(ACTS.get(label, label))
