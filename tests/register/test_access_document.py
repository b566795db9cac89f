"""What a person reads who asked what is held: also what ended, and what else may be asked."""

from typing import Any

from django.utils.translation import override

from samen.register.access_document import Told, parts, whole

NAMES = ("registrations", "versions", "earlier", "provisions", "holds", "looks")


def test_a_hold_that_ended_is_told_as_ended() -> None:
    holds: list[dict[str, Any]] = [
        {"decided_on": "2022-11-15", "reason": "klacht loopt", "ended_on": None},
        {"decided_on": "2022-11-16", "reason": "zaak loopt", "ended_on": "2022-11-20"},
    ]
    nothing: dict[str, list[dict[str, Any]]] = {name: [] for name in NAMES}
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


def test_who_looked_is_a_line_for_each_person_and_day() -> None:
    looks = [
        {"at": f"2022-11-{day}T{hour}:00:00+01:00", "membership": "m1", "act": "read",
         "ground": "avg6e", "fields": fields}
        for day, hour, fields in
        (("16", "10", ["all"]), ("16", "09", ["versions", "all"]), ("15", "12", []))
    ]  # fmt: skip
    nothing: dict[str, list[dict[str, Any]]] = {name: [] for name in NAMES}
    with override("nl"):
        (told,) = parts({**nothing, "looks": looks}, Told({"m1": "registrator, Huis"}, {}))
    (first, many), (second, one) = told.lines
    assert (first, second) == ("16 november 2022", "15 november 2022")
    assert many.startswith("registrator, Huis; bekeken (2 keer): alles, eerdere versies; ")
    assert one.startswith("registrator, Huis; bekeken (1 keer); ")
