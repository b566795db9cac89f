"""What a person reads who asked what is held: also what ended, and what else may be asked."""

from typing import Any

from django.utils.translation import override

from samen.register.access_document import Told, parts, whole


def test_a_hold_that_ended_is_told_as_ended() -> None:
    holds: list[dict[str, Any]] = [
        {"decided_on": "2022-11-15", "reason": "klacht loopt", "ended_on": None},
        {"decided_on": "2022-11-16", "reason": "zaak loopt", "ended_on": "2022-11-20"},
    ]
    names = ("registrations", "versions", "earlier", "provisions", "looks")
    nothing: dict[str, list[dict[str, Any]]] = {name: [] for name in names}
    with override("nl"):
        (told,) = parts({**nothing, "holds": holds}, Told({}, {}))
    assert told.lines == (
        ("15 november 2022", "klacht loopt"),
        ("16 november 2022", "zaak loopt; opgeheven op 20 november 2022"),
    )


def test_the_document_ends_with_what_else_may_be_asked_and_of_whom() -> None:
    """AVG art. 15 lid 1 onder e and f; Wpg art. 25."""
    with override("nl"):
        rights = whole([])[-1]
    assert rights.title == "Uw rechten"
    assert "Autoriteit Persoonsgegevens" in " ".join(said for _, said in rights.lines)
