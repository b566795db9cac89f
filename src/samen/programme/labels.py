"""The words in which the stored vocabulary is shown, in the reader's language."""

from collections.abc import Iterable

from django.utils.functional import lazy
from django.utils.translation import gettext, override
from django.utils.translation import gettext_noop as _

from samen.core.terms import EntryKind
from samen.core.workflow import LADDERS

KINDS = {
    "action": _("Action"),
    "commitment": _("Commitment"),
    "motion": _("Motion"),
    "decision": _("Decision pending"),
    "indicator": _("Indicator"),
    "amount": _("Amount"),
    "project": _("Project"),
    "publication": _("Publication"),
    "legal": _("Legal text"),
    "document": _("Document"),
}
STATUSES = {
    "proposed": _("proposed"),
    "planned": _("planned"),
    "running": _("running"),
    "continuous": _("continuous"),
    "delayed": _("delayed"),
    "done": _("done"),
    "dropped": _("dropped"),
    "undecided": _("decision open"),
    "new": _("new"),
    "partly_kept": _("partly kept"),
    "kept": _("kept"),
    "repeated": _("repeated"),
    "changed": _("changed"),
    "lapsed": _("lapsed"),
}
ROLES = {
    "states": _("states it"),
    "settles": _("settles it"),
    "updates": _("updates it"),
    "contradicts": _("contradicts it"),
    "withdraws": _("withdraws it"),
}
LINKS = {
    "belongs_to": _("belongs to"),
    "repeats": _("repeats"),
    "changes": _("changes"),
    "supplements": _("supplements"),
    "carries_out": _("carries out"),
}
FUNDED = {"yes": _("covered"), "no": _("not covered"), "unknown": _("cover unknown")}
RECURRENCE = {
    "structural": _("structural"),
    "yearly": _("yearly"),
    "once": _("once"),
    "rising": _("rising"),
    "unknown": _("recurrence unknown"),
}
METHODS = {"reported": _("reported"), "counted": _("counted"), "estimated": _("estimated")}
ATTENTION = {
    "overdue": _("Overdue"),
    "soon": _("Within 30 days"),
    "without_term": _("Commitments and motions without a term"),
    "asks_evidence": _("Asks for evidence"),
    "without_owner": _("Without owner"),
}
ANSWERS = {
    "open": _("to be judged"),
    "accepted": _("accepted"),
    "rejected": _("rejected"),
    "replaced": _("replaced by a later answer"),
}
FACTS = {
    "plan_line": _("Line of action"),
    "promised_by": _("Promised by"),
    "promised_to": _("Promised to"),
    "number": _("Number"),
    "foreign_status": _("Status in the House's register"),
    "foreign_due": _("Term in the House's register"),
    "activity": _("Meeting"),
    "movers": _("Movers"),
    "cum_suis": _("With others"),
    "paper_id": _("Paper"),
    "session_year": _("Session year"),
    "tabled": _("Tabled on"),
    "replaces": _("Replaces"),
    "tk_case": _("Case number of the House"),
    "tk_document": _("Document number of the House"),
    "tk_status": _("Status in the House"),
    "tk_settled": _("Settled by the House"),
    "tk_verdict": _("Verdict of the cabinet"),
    "tk_decision": _("Decision of the House"),
    "decider": _("Who decides"),
    "code": _("Code"),
    "unit": _("Unit"),
    "direction": _("Meant to go"),
    "source_organisation": _("Source"),
    "value_eur": _("Amount in euros"),
    "from_year": _("From"),
    "until_year": _("Until"),
    "recurrence": _("Recurrence"),
    "funded": _("Cover"),
    "budget_article": _("Budget article"),
    "payer": _("Paid by"),
    "payee": _("Paid to"),
    "starts": _("Starts"),
    "ends": _("Ends"),
    "partners": _("Partners"),
    "publisher": _("Publisher"),
    "published_on": _("Published on"),
    "url": _("Address"),
    "regime": _("Law"),
    "article": _("Article"),
    "version": _("Version"),
}
DIRECTIONS = {"up": _("up"), "down": _("down"), "neither": _("neither up nor down")}
YES_NO = {"True": _("yes"), "False": _("no")}
TABLES = {
    "yes_no": YES_NO,
    "kind": KINDS,
    "status": STATUSES,
    "role": ROLES,
    "link": LINKS,
    "funded": FUNDED,
    "recurrence": RECURRENCE,
    "method": METHODS,
    "attention": ATTENTION,
    "answer": ANSWERS,
    "fact": FACTS,
    "direction": DIRECTIONS,
}
"""Each vocabulary by the name under which templates ask for it."""


def label(table: str, word: str) -> str:
    """A stored word as the reader calls it; a word without a label is shown as it is."""
    known = TABLES[table].get(str(word))
    return gettext(known) if known else str(word)


label_later = lazy(label, str)
"""A label that is chosen when it is shown, so in the language of who reads it."""


def _labels(table: str, words: Iterable[str]) -> str:
    return ", ".join(label(table, word) for word in words)


labels_later = lazy(_labels, str)
"""Labels with commas between, chosen when they are shown."""


def statuses_called(word: str) -> tuple[str, ...]:
    """The statuses that the reader calls the same as this one, itself included; () for none."""
    called = label("status", word)
    return tuple(stored for stored in STATUSES if word and label("status", stored) == called)


def status_named(words: str, kind: str) -> str | None:
    """The status of a kind that a label or a stored word in Dutch or English means.

    Where the kind has no ladder, any status is meant.
    """
    folded = words.strip().lower()
    ladder = LADDERS.get(EntryKind(kind)) if kind else None
    for stored, english in STATUSES.items():
        if ladder is not None and stored not in set(ladder):
            continue
        with override("nl"):
            dutch = gettext(english)
        if folded in (stored, english.lower(), dutch.lower()):
            return stored
    return None


KIND_ADDRESSES = {
    "action": "actie",
    "commitment": "toezegging",
    "motion": "motie",
    "decision": "besluit",
    "indicator": "indicator",
    "amount": "bedrag",
    "project": "project",
    "publication": "publicatie",
    "legal": "wet",
    "document": "stuk",
}
"""Each kind as it stands in an address."""
