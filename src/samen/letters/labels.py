"""How kinds, fields, choices and acts are called on the pages of this room."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samen.accounts.templatetags.accounts_terms import KIND_NAMES
from samen.core.terms import CandidateKind, Judgement, RegionKind, ReviewAct
from samen.letters.queries.review import FAIRLY_SURE, SURE

KINDS: dict[str, Promise] = {
    CandidateKind.THEME: _("Theme"),
    CandidateKind.ACTION: _("Action"),
    CandidateKind.COMMITMENT: _("Commitment"),
    CandidateKind.MOTION: _("Motion"),
    CandidateKind.INDICATOR: _("Indicator"),
    CandidateKind.QUANTITY: _("Count or share"),
    CandidateKind.AMOUNT: _("Amount"),
    CandidateKind.LEGAL: _("Article of law"),
    CandidateKind.PARLIAMENTARY_REF: _("Parliamentary paper"),
    CandidateKind.PUBLICATION: _("Publication"),
    CandidateKind.ORGANISATION: _("Organisation"),
    CandidateKind.PERSON: _("Person"),
    CandidateKind.PROGRAMME: _("Programme"),
    CandidateKind.REGION: _("Region"),
    CandidateKind.DATE: _("Date or period"),
    CandidateKind.FOOTNOTE: _("Footnote"),
}

BECOMES: dict[str, Promise] = {
    CandidateKind.THEME: _("Becomes a theme of the programme."),
    CandidateKind.ACTION: _("Becomes an action in the register."),
    CandidateKind.COMMITMENT: _("Becomes a commitment in the register."),
    CandidateKind.MOTION: _("Becomes a motion in the register, or is told with the known one."),
    CandidateKind.INDICATOR: _("Becomes a figure or a target of this indicator."),
    CandidateKind.AMOUNT: _("Becomes an amount in the register."),
    CandidateKind.LEGAL: _("Becomes an article of law in the register."),
    CandidateKind.PARLIAMENTARY_REF: _("Becomes a paper in the register."),
    CandidateKind.PUBLICATION: _("Becomes a publication in the register."),
}
AS_READ = _("Stays with the letter as read; the register has no entries of this kind.")

STATES: dict[str, Promise] = {
    Judgement.OPEN: _("open"),
    Judgement.ACCEPTED: _("accepted"),
    Judgement.REJECTED: _("rejected"),
    Judgement.MERGED: _("merged"),
}

ACTS: dict[str, Promise] = {
    ReviewAct.ACCEPT: _("accepted"),
    ReviewAct.EDIT: _("edited"),
    ReviewAct.MERGE: _("merged"),
    ReviewAct.REJECT: _("rejected"),
    ReviewAct.UNDO: _("taken back"),
}

FIELDS: dict[str, Promise] = {
    "theme": _("Theme"),
    "what": _("What"),
    "owners": _("Owners"),
    "status": _("Status"),
    "due": _("Last day of the term"),
    "by": _("Promised by"),
    "to": _("Promised to"),
    "about": _("About"),
    "movers": _("Movers"),
    "cum_suis": _("With others (c.s.)"),
    "dossier": _("Dossier"),
    "suffix": _("Suffix of the dossier"),
    "number": _("Number"),
    "tabled": _("Tabled on"),
    "name": _("Name"),
    "year": _("Year"),
    "value": _("Value"),
    "words": _("In words"),
    "value_kind": _("What the value is"),
    "unit": _("Unit"),
    "low": _("From"),
    "high": _("Up to"),
    "value_eur": _("Euros"),
    "from": _("From year"),
    "until": _("Until year"),
    "recurrence": _("How often"),
    "funded": _("Covered by the budget"),
    "regime": _("Law, in short"),
    "article": _("Article"),
    "version": _("Version"),
    "session_year": _("Session year"),
    "earliest": _("First day"),
    "latest": _("Last day"),
    "text": _("Text"),
    "type": _("Sort"),
    "role": _("Role"),
}

CHOICES: dict[str, dict[str, Promise]] = {
    "action": {
        "proposed": _("proposed"),
        "planned": _("planned"),
        "running": _("running"),
        "continuous": _("continuous"),
        "delayed": _("delayed"),
        "done": _("done"),
        "dropped": _("dropped"),
        "undecided": _("decision open"),
    },
    "commitment": {
        "new": _("new"),
        "kept": _("kept"),
        "repeated": _("repeated"),
        "open": _("open"),
    },
    "motion": {
        "settled": _("settled"),
        "in_progress": _("in progress"),
        "open": _("open"),
    },
    "value_kind": {
        "target": _("target"),
        "realised": _("realised"),
        "trend": _("trend"),
    },
    "recurrence": {
        "structural": _("structural"),
        "yearly": _("each year"),
        "once": _("once"),
        "rising": _("rising"),
        "unknown": _("not said"),
    },
    "funded": {
        "yes": _("yes"),
        "no": _("no"),
        "unknown": _("not said"),
    },
    "organisation": {kind: _(name) for kind, name in KIND_NAMES.items()},
    "region": {
        RegionKind.COUNTRY: _("country"),
        RegionKind.WORLD_REGION: _("part of the world"),
        RegionKind.PROVINCE: _("province"),
        RegionKind.POLICE_UNIT: _("police unit"),
        RegionKind.SAFETY_REGION: _("safety region"),
        RegionKind.MUNICIPALITY: _("municipality"),
        RegionKind.OTHER: _("other"),
    },
}
"""The words for stored values, by field; those of a status or a sort by kind of candidate."""


def choices_of(kind: str, field: str) -> dict[str, Promise]:
    """The words for the values that a field of a kind may have; none when it is free."""
    return CHOICES.get(kind if field in ("status", "type") else field, {})


SURENESS = ((SURE, _("high")), (FAIRLY_SURE, _("middling")), (0.0, _("low")))


def sureness(confidence: float) -> Promise:
    """A confidence in a word."""
    return next(word for least, word in SURENESS if confidence >= least)
