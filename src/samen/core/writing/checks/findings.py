"""What a check finds, and the names of the checks."""

from dataclasses import dataclass, field
from enum import StrEnum


class Check(StrEnum):
    """A rule that a letter is held against before it leaves the house."""

    PROMISE_DUE_UNMENTIONED = "promise_due_unmentioned"
    ACTION_DROPPED = "action_dropped"
    MOTION_UNMENTIONED = "motion_unmentioned"
    SETTLED_WITHOUT_EVIDENCE = "settled_without_evidence"
    DONE_WITHOUT_EVIDENCE = "done_without_evidence"
    STATUS_DIFFERS = "status_differs"
    FIGURE_CHANGED = "figure_changed"
    FIGURE_REPLACED = "figure_replaced"
    FIGURE_WITHDRAWN = "figure_withdrawn"
    MIXED_VINTAGES = "mixed_vintages"
    MIXED_DEFINITIONS = "mixed_definitions"
    PARTS_DO_NOT_ADD_UP = "parts_do_not_add_up"
    PERCENTAGE_DOES_NOT_FOLLOW = "percentage_does_not_follow"
    FIGURE_YEAR = "figure_year"
    FIGURE_PART = "figure_part"
    TARGET_MOVED = "target_moved"
    DEADLINE_PASSED = "deadline_passed"
    SAME_PROMISE_TWICE = "same_promise_twice"
    PROMISE_WITHOUT_DEADLINE = "promise_without_deadline"
    UNKNOWN_REFERENCE = "unknown_reference"
    UNKNOWN_LAW = "unknown_law"
    UNKNOWN_NAME = "unknown_name"
    REFERENCE_OUT_OF_ORDER = "reference_out_of_order"
    SESSION_YEAR = "session_year"
    AMOUNT_WITHOUT_PERIOD = "amount_without_period"
    AMOUNT_WITHOUT_COVER = "amount_without_cover"
    ABBREVIATION = "abbreviation"
    NO_EVIDENCE = "no_evidence"
    READING_LEVEL = "reading_level"
    LOOSE_NUMBER = "loose_number"
    UNKNOWN_FIELD = "unknown_field"
    BROKEN_MARKUP = "broken_markup"


BLOCKING = frozenset(
    {
        Check.PROMISE_DUE_UNMENTIONED,
        Check.ACTION_DROPPED,
        Check.MOTION_UNMENTIONED,
        Check.SETTLED_WITHOUT_EVIDENCE,
        Check.STATUS_DIFFERS,
        Check.FIGURE_WITHDRAWN,
        Check.MIXED_VINTAGES,
        Check.PARTS_DO_NOT_ADD_UP,
        Check.PERCENTAGE_DOES_NOT_FOLLOW,
        Check.FIGURE_YEAR,
        Check.UNKNOWN_REFERENCE,
        Check.LOOSE_NUMBER,
        Check.UNKNOWN_FIELD,
        Check.BROKEN_MARKUP,
    }
)
"""What keeps a letter in the house until it is mended."""

NAMES = {
    Check.PROMISE_DUE_UNMENTIONED: "Promise due, not mentioned",
    Check.ACTION_DROPPED: "Action of the last letter gone",
    Check.MOTION_UNMENTIONED: "Open motion not mentioned",
    Check.SETTLED_WITHOUT_EVIDENCE: "Called settled without evidence",
    Check.DONE_WITHOUT_EVIDENCE: "Action called done without evidence",
    Check.STATUS_DIFFERS: "Text behind the register",
    Check.FIGURE_CHANGED: "Figure other than last time",
    Check.FIGURE_REPLACED: "Figure replaced since",
    Check.FIGURE_WITHDRAWN: "Figure withdrawn",
    Check.MIXED_VINTAGES: "Two publications compared",
    Check.MIXED_DEFINITIONS: "Two definitions compared",
    Check.PARTS_DO_NOT_ADD_UP: "Parts that do not add up",
    Check.PERCENTAGE_DOES_NOT_FOLLOW: "Percentage that does not follow",
    Check.FIGURE_YEAR: "Figure beside another year",
    Check.FIGURE_PART: "Part of a figure not named",
    Check.TARGET_MOVED: "Target moved",
    Check.DEADLINE_PASSED: "Term passed",
    Check.SAME_PROMISE_TWICE: "Same promise twice",
    Check.PROMISE_WITHOUT_DEADLINE: "Promise without a term",
    Check.UNKNOWN_REFERENCE: "Unknown paper",
    Check.UNKNOWN_LAW: "Unknown article of law",
    Check.UNKNOWN_NAME: "Unknown name with a number",
    Check.REFERENCE_OUT_OF_ORDER: "Paper out of order",
    Check.SESSION_YEAR: "Session year does not fit",
    Check.AMOUNT_WITHOUT_PERIOD: "Amount without a period",
    Check.AMOUNT_WITHOUT_COVER: "Amount without known cover",
    Check.ABBREVIATION: "Abbreviation not introduced",
    Check.NO_EVIDENCE: "Sentence without evidence",
    Check.READING_LEVEL: "Long sentence",
    Check.LOOSE_NUMBER: "Loose number",
    Check.UNKNOWN_FIELD: "Field that leads nowhere",
    Check.BROKEN_MARKUP: "Broken field",
}
"""How a check is called above its findings (msgids)."""

REASONS = {
    Check.PROMISE_DUE_UNMENTIONED: (
        "The promise “{title}” was due on {due}; the letter does not mention it."
    ),
    Check.ACTION_DROPPED: "The action “{title}” stood in the last letter and is now gone.",
    Check.MOTION_UNMENTIONED: (
        "The motion “{title}” ({number}) is open; the letter does not mention it."
    ),
    Check.SETTLED_WITHOUT_EVIDENCE: (
        "“{title}” is called settled, but no accepted evidence settles it."
    ),
    Check.DONE_WITHOUT_EVIDENCE: (
        "The action “{title}” is called done, but no evidence of it is in the register."
    ),
    Check.STATUS_DIFFERS: ("“{title}”: the letter says “{said}”, the register says “{known}”."),
    Check.FIGURE_CHANGED: "{indicator} {year} is {value} here and was {before} in the last letter.",
    Check.FIGURE_REPLACED: (
        "{indicator} {year} was {before} when it was put here; since {publication} it is {value}."
    ),
    Check.FIGURE_WITHDRAWN: "{indicator} {year} was {before} here, and was withdrawn.",
    Check.MIXED_VINTAGES: "One comparison takes {indicator} from two publications: {publications}.",
    Check.MIXED_DEFINITIONS: "One comparison takes {indicator} by two definitions: {definitions}.",
    Check.PARTS_DO_NOT_ADD_UP: "The parts of {indicator} {year} add up to {sum}, not to {total}.",
    Check.PERCENTAGE_DOES_NOT_FOLLOW: (
        "{said}% does not follow from {before} and {after}; that is {right}%."
    ),
    Check.FIGURE_YEAR: (
        "The figure {value} of “{indicator}” is of {year}; the sentence says {said}."
    ),
    Check.FIGURE_PART: (
        "The figure of “{indicator}” {year} counts only “{part}”; the sentence does not say so."
    ),
    Check.TARGET_MOVED: "The target for {indicator} {year} is {value} and was {before}.",
    Check.DEADLINE_PASSED: "The term of “{title}” passed on {due}.",
    Check.SAME_PROMISE_TWICE: "“{title}” and “{other}” look like one promise.",
    Check.PROMISE_WITHOUT_DEADLINE: "The promise “{title}” has no deadline.",
    Check.UNKNOWN_REFERENCE: "{id} is not known to the register.",
    Check.UNKNOWN_LAW: "The register names no {law}.",
    Check.UNKNOWN_NAME: "“{name}” holds a number and is no name in the register.",
    Check.REFERENCE_OUT_OF_ORDER: "{id} of {on} does not fit the order: {other} is of {other_on}.",
    Check.SESSION_YEAR: "{id} of {on} belongs to session {right}, not {said}.",
    Check.AMOUNT_WITHOUT_PERIOD: "The amount “{title}” has no period.",
    Check.AMOUNT_WITHOUT_COVER: "The amount “{title}” has no cover, or it is not known.",
    Check.ABBREVIATION: "The abbreviation {abbreviation} is not introduced.",
    Check.NO_EVIDENCE: "Nothing in the register carries this sentence.",
    Check.READING_LEVEL: (
        "This sentence has {words} words; most readers lose the thread after {limit}."
    ),
    Check.LOOSE_NUMBER: "The number {number} is not bound to anything.",
    Check.UNKNOWN_FIELD: "The field {field} leads nowhere.",
    Check.BROKEN_MARKUP: "Double square brackets stand here that are no field.",
}
"""The reason in words (msgids: rooms translate them before the values are filled in)."""

MENDS = {
    Check.PROMISE_DUE_UNMENTIONED: "Say what became of it, or record its status.",
    Check.ACTION_DROPPED: "Mention it, or record that it was dropped and why.",
    Check.MOTION_UNMENTIONED: "Say where it stands, or settle it with evidence.",
    Check.SETTLED_WITHOUT_EVIDENCE: (
        "Accept the passage that settles it, or say that it is under way."
    ),
    Check.DONE_WITHOUT_EVIDENCE: "Add a link or a passage that shows it, or leave it as it is.",
    Check.STATUS_DIFFERS: "Write this section again from the register, or correct its words.",
    Check.FIGURE_CHANGED: "Say that the figure was revised and by which publication.",
    Check.FIGURE_REPLACED: (
        "Put in the new figure; or leave it, and the letter shows both, the old one struck through."
    ),
    Check.FIGURE_WITHDRAWN: "Choose a figure that stands, or take the sentence out.",
    Check.MIXED_VINTAGES: "Take both years from one publication.",
    Check.MIXED_DEFINITIONS: (
        "Take both years by one definition, or say that the definition changed."
    ),
    Check.PARTS_DO_NOT_ADD_UP: "Check the parts at the source.",
    Check.PERCENTAGE_DOES_NOT_FOLLOW: "Correct the percentage or the figures.",
    Check.FIGURE_YEAR: "Choose the figure of that year, or correct the year.",
    Check.FIGURE_PART: "Name the part in the sentence, or choose the total.",
    Check.TARGET_MOVED: "Say who moved the target and by which decision.",
    Check.DEADLINE_PASSED: "Say what became of it and give a new date.",
    Check.SAME_PROMISE_TWICE: "Merge the two, or say how they differ.",
    Check.PROMISE_WITHOUT_DEADLINE: "Give a date, or say why there is none.",
    Check.UNKNOWN_REFERENCE: "Add the paper to the register, or correct the number.",
    Check.UNKNOWN_LAW: "Correct the article, or add it to the register.",
    Check.UNKNOWN_NAME: "Make sure that it is a name; bind a number that counts to its source.",
    Check.REFERENCE_OUT_OF_ORDER: "Check the number and the date of the paper.",
    Check.SESSION_YEAR: "Correct the session year; it begins on the third Tuesday of September.",
    Check.AMOUNT_WITHOUT_PERIOD: "Record from when until when.",
    Check.AMOUNT_WITHOUT_COVER: "Record whether the budget covers it.",
    Check.ABBREVIATION: "Write it in full the first time.",
    Check.NO_EVIDENCE: "Bind it to an entry, a figure or a paper.",
    Check.READING_LEVEL: "Make two sentences of it.",
    Check.LOOSE_NUMBER: "Make it a field: a figure, a date, an amount or a reference.",
    Check.UNKNOWN_FIELD: "Choose an entry that exists.",
    Check.BROKEN_MARKUP: "Remove them or complete the field.",
}
"""The next step, in words (msgids)."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding of one check.

    section: the key of the section, "" for the letter as a whole. start, end: its place in
    the section's body. entry: the id of the entry it is about, else 0. values: what the
    reason's placeholders stand for; days in ISO form, for each reader's own language.
    """

    check: Check
    section: str = ""
    start: int = 0
    end: int = 0
    excerpt: str = ""
    entry: int = 0
    values: dict[str, str] = field(default_factory=dict)

    @property
    def is_blocking(self) -> bool:
        return self.check in BLOCKING

    @property
    def reason(self) -> str:
        return REASONS[self.check].format(**self.values)

    @property
    def mend(self) -> str:
        return MENDS[self.check]
