"""What pages call roles, scopes, grounds, kinds and states of the register."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samen.core.terms import (
    LogAct,
    Precision,
    Regime,
    RegistrationKind,
    ValueState,
)
from samen.purposes.labels import GROUNDS, ROLES, SCOPES
from samen.register.values import NoNeed

KINDS: dict[str, Promise] = {
    RegistrationKind.VICTIM: _("victim"),
    RegistrationKind.SUSPECT: _("suspect"),
    RegistrationKind.INCIDENT: _("incident"),
    RegistrationKind.ORGANISATION: _("organisation"),
    RegistrationKind.ADDRESS: _("address"),
    RegistrationKind.PHONE: _("telephone"),
    RegistrationKind.VEHICLE: _("vehicle"),
    RegistrationKind.DOCUMENT: _("document"),
}
REGIMES: dict[str, Promise] = {
    Regime.WPG: _("police data (Wpg)"),
    Regime.AVG: _("data under the AVG"),
    Regime.WJSG: _("judicial data (Wjsg)"),
}
STATES: dict[str, Promise] = {
    ValueState.UNKNOWN: _("unknown"),
    ValueState.REFUSED: _("refused to say"),
    ValueState.NOT_ASKED: _("not asked"),
}
PRECISIONS: dict[str, Promise] = {
    Precision.YEAR: _("year only"),
    Precision.MONTH: _("month and year only"),
}
ACTS: dict[str, Promise] = {
    LogAct.READ: _("looked at"),
    LogAct.WRITE: _("written"),
    LogAct.EXPORT: _("fetched as a file"),
    LogAct.PROVIDE: _("provided"),
    LogAct.DELETE: _("destroyed"),
}
ABOUT: dict[str, Promise] = {
    "registration": _("the registration itself"),
    "person": _("the person"),
    "address": _("the address"),
    "origin": _("nationality and country of birth"),
    "shelter": _("the address of the shelter"),
    "victim": _("what happened to a victim"),
    "suspect": _("the part of a suspect"),
    "organisation": _("organisation and employer"),
    "vehicle": _("vehicle"),
}
NO_NEED: dict[str, Promise] = {
    NoNeed.REACHED: _("the goal does not need the registration any more"),
    NoNeed.NOBODY: _("the registration is about nobody, as a test"),
    NoNeed.TWICE: _("the registration is in the register twice"),
    NoNeed.ASKED: _("the person asked to erase the registration"),
}
LOGGED: dict[str, Promise] = {
    "all": _("everything"),
    "values": _("other fields"),
    "name": _("search by name"),
    "document": _("search by document"),
    "delivery": _("the file with which it came"),
    "file": _("a file of a partner"),
    "versions": _("earlier versions"),
    "hold": _("holds"),
    "holds": _("holds"),
    "last_necessary_at": _("the day on which it was last needed"),
    "compared": _("compared, hit or no hit"),
    "no need": _("that it is no longer necessary"),
    **NO_NEED,
    "access request": _("a request for access"),
    "access approved": _("a request for access that was approved"),
    "left out": _("a text that is left out of an answer"),
    "put back": _("a text that was left out and is told"),
    "access answered": _("a request for access that was answered"),
    "access refused": _("a request for access that was refused"),
    "entity": _("who is the same person"),
    "links": _("links with others"),
    "judgement": _("judgements on pairs"),
    "judgements": _("judgements on pairs"),
    "merge": _("taken together with others"),
    "split": _("taken apart from others"),
    "network": _("a network"),
    "case file": _("a case file"),
    "hits without names": _("hits of questions without names"),
    "answers without names": _("answers to questions without names"),
    "pairs without names": _("pairs of a question without names"),
    "asked without names": _("a question without names"),
    "question without names": _("a question without names"),
    "questions without names": _("questions without names"),
    "standing decision": _("a standing decision"),
    "undo": _("what was undone"),
    "patterns": _("patterns in networks"),
    "quality of links": _("how good links are"),
    "count": _("a count of persons"),
    "gate": _("what the gate looked at"),
}
"""What the log names that is no field."""
TABLES = {"role": ROLES, "scope": SCOPES, "ground": GROUNDS, "kind": KINDS,
          "regime": REGIMES, "state": STATES,
          "precision": PRECISIONS, "act": ACTS, "about": ABOUT,
          "logged": LOGGED | ABOUT}  # fmt: skip


def label(table: str, word: str) -> str:
    """A stored word as the reader calls it; the word itself where it has no other name."""
    return str(TABLES[table].get(word, word))
