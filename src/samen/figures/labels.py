"""What pages call fields, codes, outcomes and attackers."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samen.core.disclosure.policy import Attacker
from samen.core.disclosure.protect import Status
from samen.core.estimation.verdict import Use
from samen.core.terms import FigureMethod
from samen.figures.actions import Replay
from samen.figures.gate import Why
from samen.figures.values import SOURCES, TOTAL, YEAR, ReleaseAct

FIELDS: dict[str, Promise] = {
    YEAR: _("year"),
    "sex": _("sex"),
    "age": _("age"),
    "exploitation": _("form of exploitation"),
    "nationality": _("nationality"),
    "region": _("region"),
    "organisation": _("organisation that registered"),
    SOURCES: _("organisations that registered, together"),
}
CODES: dict[str, Promise] = {
    TOTAL: _("total"),
    "unknown": _("unknown"),
    "several": _("several"),
    "minor": _("below 18"),
    "young": _("18 to 22"),
    "adult": _("23 and older"),
    "other": _("other"),
}
ACTS: dict[str, Promise] = {
    ReleaseAct.PROPOSED: _("proposed"),
    ReleaseAct.RELEASED: _("released"),
    ReleaseAct.REFUSED: _("turned down"),
    ReleaseAct.WITHDRAWN: _("withdrawn"),
}
STATUSES: dict[str, Promise] = {
    Status.SAFE: _("The gate found no way in: this can be proposed."),
    Status.UNSAFE: _("The gate refuses: someone would learn too much."),
    Status.REFUSED: _("The gate refuses: it could not show that this is safe."),
}
ATTACKERS: dict[str, Promise] = {
    Attacker.OUTSIDER: _("anyone"),
    Attacker.RULE: _("someone who knows the threshold"),
    Attacker.CONTRIBUTOR: _("a person who is alone in a cell"),
    Attacker.REPORTER: _("an organisation that knows its own registrations"),
}
WHY: dict[str, Promise] = {
    Why.INTERVAL: _("follows from what is shown"),
    Why.CHANGE: _("is the difference from an earlier release"),
    Why.TOGETHER: _("is the difference from an earlier release, in hidden cells together"),
}
REPLAYS: dict[str, Promise] = {
    Replay.SAME: _("Counted again from the registrations: the same, byte for byte."),
    Replay.INPUTS_CHANGED: _("The register changed since: count anew for a new vintage."),
    Replay.DIFFERS: _("The same inputs give another result: the code is another, or it was wrong."),
}
METHODS: dict[str, Promise] = {
    FigureMethod.COUNTED: _("counted"),
    FigureMethod.ESTIMATED: _("estimated"),
    FigureMethod.REPORTED: _("reported"),
}
USES: dict[str, Promise] = {
    Use.USABLE: _("usable"),
    Use.INDICATIVE: _("indicative"),
    Use.REFUSE: _("no estimate can be given"),
}
TABLES = {
    "field": FIELDS, "code": CODES, "act": ACTS, "status": STATUSES, "attacker": ATTACKERS,
    "why": WHY, "replay": REPLAYS, "method": METHODS, "use": USES,
}  # fmt: skip
