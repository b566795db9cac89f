"""What may be done to the programme: the door for writing, one act each."""

from samen.programme.actions.documents import add_document, add_theme, rename_theme
from samen.programme.actions.entries import (
    edit_amount,
    edit_commitment,
    edit_entry,
    edit_motion,
    link_entries,
    merge_entries,
    record_action,
    record_amount,
    record_commitment,
    record_decision,
    record_legal_text,
    record_motion,
    record_project,
    record_publication,
    restore_entry,
    undo_merge,
    unlink_entries,
    withdraw_entry,
)
from samen.programme.actions.figures import (
    define_indicator,
    record_figure,
    record_indicator,
    set_target,
)
from samen.programme.actions.owners import set_owners
from samen.programme.actions.status import accept_evidence, add_evidence, append_status

__all__ = [
    "accept_evidence",
    "add_document",
    "add_evidence",
    "add_theme",
    "append_status",
    "define_indicator",
    "edit_amount",
    "edit_commitment",
    "edit_entry",
    "edit_motion",
    "link_entries",
    "merge_entries",
    "record_action",
    "record_amount",
    "record_commitment",
    "record_decision",
    "record_figure",
    "record_indicator",
    "record_legal_text",
    "record_motion",
    "record_project",
    "record_publication",
    "rename_theme",
    "restore_entry",
    "set_owners",
    "set_target",
    "undo_merge",
    "unlink_entries",
    "withdraw_entry",
]
