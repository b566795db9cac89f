"""What pages call the roles, scopes and grounds of processings, and what is proposed about them."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samen.core.terms import Ground, KeepingAct, KeepingReason, MemberRole, Regime, Scope
from samen.purposes.values import ResolutionKind, ResolutionOutcome

ROLES: dict[str, Promise] = {
    MemberRole.REGISTRAR: _("registrar"),
    MemberRole.CASE_HOLDER: _("case holder"),
    MemberRole.ANALYST: _("analyst"),
    MemberRole.STATISTICIAN: _("statistician"),
    MemberRole.PRIVACY_OFFICER: _("privacy officer"),
    MemberRole.OPERATOR: _("technical operator"),
}
SCOPES: dict[str, Promise] = {
    Scope.SELF: _("own registrations"),
    Scope.TEAM: _("own team"),
    Scope.ORGANISATION: _("own organisation"),
    Scope.REGION: _("own region"),
    Scope.NATIONAL: _("national"),
}
GROUNDS: dict[str, Promise] = {
    Ground.WPG8: _("daily police task (Wpg art. 8)"),
    Ground.WPG9: _("investigation (Wpg art. 9)"),
    Ground.WPG10: _("thematic processing (Wpg art. 10)"),
    Ground.WPG12: _("informants (Wpg art. 12)"),
    Ground.WPG13: _("supporting task (Wpg art. 13)"),
    Ground.AVG6A: _("consent (GDPR art. 6(1)(a))"),
    Ground.AVG6E: _("task in the public interest (GDPR art. 6(1)(e))"),
    Ground.AVG9_2_A: _("explicit consent (GDPR art. 9(2)(a))"),
    Ground.AVG9_2_G: _("substantial public interest (GDPR art. 9(2)(g))"),
    Ground.AVG10: _("data on criminal offences (GDPR art. 10)"),
    Ground.WJSG: _("judicial data (Wjsg)"),
}
LAWS: dict[str, Promise] = {
    Regime.WPG: _("police data (Wpg)"),
    Regime.AVG: _("other personal data (GDPR)"),
    Regime.WJSG: _("judicial data (Wjsg)"),
}
PROPOSED: dict[str, Promise] = {
    ResolutionKind.OPEN: _("open the processing"),
    ResolutionKind.CHANGE: _("another goal or day of review"),
    ResolutionKind.PROLONG: _("prolong the processing"),
    ResolutionKind.JOIN: _("let an organisation join"),
    ResolutionKind.MEMBER: _("give somebody a part"),
}
OUTCOMES: dict[str, Promise] = {
    ResolutionOutcome.WAITING: _("waits"),
    ResolutionOutcome.APPROVED: _("approved"),
    ResolutionOutcome.REFUSED: _("refused"),
    ResolutionOutcome.WITHDRAWN: _("withdrawn"),
}
KEEPING: dict[str, Promise] = {
    KeepingAct.REMOVED: _("out of sight"),
    KeepingAct.DESTROYED: _("destroyed"),
    KeepingAct.RELEASED: _("hold ended"),
    KeepingReason.TERM: _("the term was over"),
    KeepingReason.END: _("the processing had ended"),
    KeepingReason.DECIDED: _("the privacy officer decided so"),
    "register_registration": _("registrations"),
    "register_origin": _("nationalities and countries of birth"),
    "register_shelteraddress": _("addresses of shelters"),
    "register_registrationversion": _("earlier versions"),
    "register_hold": _("holds"),
    "register_delivery": _("deliveries"),
    "register_partnerfile": _("partners' files"),
    "register_filepiece": _("pieces of files"),
    "register_provision": _("records of provision"),
    "register_accessrequest": _("requests for access"),
    "figures_count": _("exact counts"),
    "figures_gatereport": _("looks of the gate"),
    "linkage_pair": _("pairs that may be one person"),
    "linkage_placement": _("places in persons"),
    "linkage_pairjudgement": _("judgements on pairs"),
}
TABLES = {"role": ROLES, "scope": SCOPES, "ground": GROUNDS, "law": LAWS, "proposed": PROPOSED,
          "outcome": OUTCOMES, "keeping": KEEPING}  # fmt: skip
