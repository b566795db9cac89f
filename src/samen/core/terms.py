"""The vocabulary: one English word a concept, stored in full.

The Dutch term, its definition and its source stand in `docs/glossary.md`.
"""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Found[T]:
    """A value read from a text, and where: `text[start:end]`."""

    start: int
    end: int
    value: T


class CandidateKind(StrEnum):
    """What a passage of a letter may be."""

    THEME = "theme"
    ACTION = "action"
    COMMITMENT = "commitment"
    MOTION = "motion"
    INDICATOR = "indicator"
    QUANTITY = "quantity"
    AMOUNT = "amount"
    LEGAL = "legal"
    PARLIAMENTARY_REF = "parliamentary_ref"
    PUBLICATION = "publication"
    ORGANISATION = "organisation"
    PERSON = "person"
    PROGRAMME = "programme"
    REGION = "region"
    DATE = "date"
    FOOTNOTE = "footnote"


class Chamber(StrEnum):
    """A chamber of Parliament."""

    HOUSE = "tweede_kamer"
    SENATE = "eerste_kamer"
    UNITED = "verenigde_vergadering"


class Precision(StrEnum):
    """How exactly a period is known."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    SEASON = "season"
    YEAR = "year"
    SPAN = "span"
    BEFORE = "before"
    AFTER = "after"
    UNTIL = "until"
    MONTHS = "months"
    VAGUE = "vague"
    RECURRING = "recurring"


class CommitmentStatus(StrEnum):
    """What a letter says of a promise."""

    NEW = "new"
    KEPT = "kept"
    REPEATED = "repeated"
    OPEN = "open"


class MotionStatus(StrEnum):
    """What a letter says of a motion."""

    SETTLED = "settled"
    IN_PROGRESS = "in_progress"
    OPEN = "open"


class ActionStatus(StrEnum):
    """The ladder of an action."""

    PROPOSED = "proposed"
    PLANNED = "planned"
    RUNNING = "running"
    CONTINUOUS = "continuous"
    DELAYED = "delayed"
    DONE = "done"
    DROPPED = "dropped"
    UNDECIDED = "undecided"


class PromiseStatus(StrEnum):
    """The ladder of a commitment or a motion in the register."""

    NEW = "new"
    RUNNING = "running"
    PARTLY_KEPT = "partly_kept"
    KEPT = "kept"
    REPEATED = "repeated"
    CHANGED = "changed"
    LAPSED = "lapsed"


class ValueKind(StrEnum):
    """What the value of an indicator is."""

    TARGET = "target"
    REALISED = "realised"
    TREND = "trend"


class Recurrence(StrEnum):
    """How often an amount is spent."""

    STRUCTURAL = "structural"
    YEARLY = "yearly"
    ONCE = "once"
    RISING = "rising"
    UNKNOWN = "unknown"


class Funded(StrEnum):
    """Whether an amount has cover in a budget."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class OrganisationKind(StrEnum):
    """What sort of body an organisation is."""

    MINISTRY = "ministry"
    CABINET = "cabinet"
    PARLIAMENT = "parliament"
    POLICE = "police"
    PROSECUTION = "prosecution"
    JUDICIARY = "judiciary"
    INSPECTORATE = "inspectorate"
    BORDER_POLICE = "border_police"
    AGENCY = "agency"
    MUNICIPALITY = "municipality"
    ASSOCIATION = "association"
    NGO = "ngo"
    RAPPORTEUR = "rapporteur"
    AUDIT_OFFICE = "audit_office"
    RESEARCH = "research"
    COOPERATION = "cooperation"
    INTERNATIONAL = "international"
    EUROPEAN = "european"
    COMPANY = "company"
    OTHER = "other"


class RegionKind(StrEnum):
    """What sort of area a region is: names look alike across kinds."""

    COUNTRY = "country"
    WORLD_REGION = "world_region"
    PROVINCE = "province"
    POLICE_UNIT = "police_unit"
    SAFETY_REGION = "safety_region"
    MUNICIPALITY = "municipality"
    OTHER = "other"


class Role(StrEnum):
    """What a person may do in the house."""

    PROGRAMME_TEAM = "programme_team"
    ACTION_OWNER = "action_owner"
    APPROVER = "approver"
    READER = "reader"
    ADMINISTRATOR = "administrator"


class Regime(StrEnum):
    """The law under which a registration is kept; police data and other data never mix."""

    WPG = "wpg"
    AVG = "avg"
    WJSG = "wjsg"


class Ground(StrEnum):
    """The article on which personal data are held and looked at."""

    WPG8 = "wpg8"
    WPG9 = "wpg9"
    WPG10 = "wpg10"
    WPG12 = "wpg12"
    WPG13 = "wpg13"
    AVG6A = "avg6a"
    AVG6E = "avg6e"
    AVG9_2_A = "avg9_2_a"
    AVG9_2_G = "avg9_2_g"
    AVG10 = "avg10"
    WJSG = "wjsg"

    @property
    def regime(self) -> Regime:
        """The law that the article is of."""
        return next(regime for regime in Regime if self.startswith(regime))


class MemberRole(StrEnum):
    """What a member of a processing may do with what is in it."""

    REGISTRAR = "registrar"
    CASE_HOLDER = "case_holder"
    ANALYST = "analyst"
    STATISTICIAN = "statistician"
    PRIVACY_OFFICER = "privacy_officer"
    OPERATOR = "operator"


class Scope(StrEnum):
    """How far a member of a processing sees."""

    SELF = "self"
    TEAM = "team"
    ORGANISATION = "organisation"
    REGION = "region"
    NATIONAL = "national"


class LogAct(StrEnum):
    """What somebody did with data of persons."""

    READ = "read"
    WRITE = "write"
    EXPORT = "export"
    PROVIDE = "provide"
    DELETE = "delete"


class KeepingAct(StrEnum):
    """What the keeping of terms did with data of persons."""

    REMOVED = "removed"
    DESTROYED = "destroyed"
    RELEASED = "released"


class KeepingReason(StrEnum):
    """Why data of persons went."""

    TERM = "term"
    END = "end"
    DECIDED = "decided"


class RegistrationKind(StrEnum):
    """What a registration is about."""

    VICTIM = "victim"
    SUSPECT = "suspect"
    INCIDENT = "incident"
    ORGANISATION = "organisation"
    ADDRESS = "address"
    PHONE = "phone"
    VEHICLE = "vehicle"
    DOCUMENT = "document"


class EntryKind(StrEnum):
    """What an entry of the programme's register is."""

    ACTION = "action"
    COMMITMENT = "commitment"
    MOTION = "motion"
    DECISION = "decision"
    INDICATOR = "indicator"
    AMOUNT = "amount"
    PROJECT = "project"
    PUBLICATION = "publication"
    LEGAL = "legal"


class EvidenceRole(StrEnum):
    """What a passage does to an entry."""

    STATES = "states"
    SETTLES = "settles"
    UPDATES = "updates"
    CONTRADICTS = "contradicts"
    WITHDRAWS = "withdraws"


class LinkRole(StrEnum):
    """How one entry hangs on another."""

    BELONGS_TO = "belongs_to"
    REPEATS = "repeats"
    CHANGES = "changes"
    SUPPLEMENTS = "supplements"
    CARRIES_OUT = "carries_out"


class DocumentKind(StrEnum):
    """What sort of paper a document is."""

    LETTER = "letter"
    MOTION = "motion"
    REPORT = "report"
    ANSWERS = "answers"
    BUDGET = "budget"
    PLAN = "plan"
    OTHER = "other"


class FigureMethod(StrEnum):
    """How a figure came about."""

    REPORTED = "reported"
    COUNTED = "counted"
    ESTIMATED = "estimated"


class Direction(StrEnum):
    """Which way an indicator is meant to go."""

    UP = "up"
    DOWN = "down"
    NEITHER = "neither"


class AnswerState(StrEnum):
    """What became of an owner's answer."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    REPLACED = "replaced"


class Judgement(StrEnum):
    """What a person decided on something that a machine or an outsider proposed."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    MERGED = "merged"


class ReviewAct(StrEnum):
    """What a reviewer does with a candidate."""

    ACCEPT = "accept"
    EDIT = "edit"
    MERGE = "merge"
    REJECT = "reject"
    UNDO = "undo"


class LetterState(StrEnum):
    """Where a letter that goes out stands."""

    DRAFT = "draft"
    FROZEN = "frozen"


class ValueState(StrEnum):
    """What is known of one value of a registration; never a blank that may mean anything."""

    KNOWN = "known"
    UNKNOWN = "unknown"
    REFUSED = "refused"
    NOT_ASKED = "not_asked"


class ValueForm(StrEnum):
    """What a field of a registration holds, and so how its values are read and written."""

    TEXT = "text"
    NOTE = "note"
    NAME = "name"
    IDENTIFIER = "identifier"
    DATE = "date"
    NUMBER = "number"
    YES_NO = "yes_no"
    CODE = "code"
    CODES = "codes"
    PHONE = "phone"
    EMAIL = "email"
    POSTCODE = "postcode"


class Sensitivity(StrEnum):
    """How the law looks at the values of a field."""

    NONE = "none"
    PERSONAL = "personal"
    SPECIAL = "special"
    CRIMINAL = "criminal"
