"""The words for what stands in a network, and for why two things in it are joined.

The Dutch term, its definition and its source stand in `docs/glossary.md`.
"""

from enum import StrEnum


class NodeKind(StrEnum):
    """What a node of a network stands for."""

    PERSON = "person"
    ORGANISATION = "organisation"
    ADDRESS = "address"
    PHONE = "phone"
    VEHICLE = "vehicle"
    INCIDENT = "incident"
    DOCUMENT = "document"
    BANK_ACCOUNT = "bank_account"


class EdgeKind(StrEnum):
    """Why two nodes of a network are joined."""

    SAME_ADDRESS = "same_address"
    SAME_EMPLOYER = "same_employer"
    SAME_PHONE = "same_phone"
    SAME_VEHICLE = "same_vehicle"
    SAME_DOCUMENT = "same_document"
    SAME_ACCOUNT = "same_account"
    NAMED_IN_INCIDENT = "named_in_incident"
    SAME_PERSON = "same_person"
    DECLARED = "declared"
