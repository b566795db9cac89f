"""What a person reads who asked what is held: also what ended, and what else may be asked."""

from typing import Any

from django.utils.translation import override

from samen.register.access_document import Part, Told, parts, whole

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


def a_row(**other: Any) -> dict[str, Any]:
    """A registration as the database tells it of who asked."""
    return {
        "id": "r1", "kind": "victim", "organisation_id": 1, "ground": "avg6e",
        "brought": {"typed": False, "at": "2022-11-15T10:00:00+01:00"},
        "first_processed_at": "2022-11-15", "remove_due": "2023-11-15",
        "destroy_due": "2023-11-15", "family_name": "Vos", "values": {}, "raw": {}, **other,
    }  # fmt: skip


def told_of(**found: Any) -> list[Part]:
    nothing: dict[str, list[dict[str, Any]]] = {name: [] for name in NAMES}
    with override("nl"):
        return parts({**nothing, **found}, Told({}, {1: "Huis"}))


def test_a_row_as_it_came_stands_in_the_order_of_the_fields_and_says_nothing_twice() -> None:
    raw = {"plaats": "UTRECHT", "x": "?", "telefoon": "", "achternaam": "Vos",
           "geboortedatum": "1-2-1990", "geslacht": "vrouw"}  # fmt: skip
    values = {"birth_date": {"state": "known", "value": "1990-02-01"},
              "sex": {"state": "known", "value": "female"},
              "city": {"state": "known", "value": "Utrecht"}}  # fmt: skip
    lines = told_of(registrations=[a_row(raw=raw, values=values)])[0].lines
    came = lines[lines.index(("Woonplaats", "Utrecht")) + 1 :]
    assert came == (
        ("Zoals aangeleverd: geboortedatum", "1-2-1990"),
        ("Zoals aangeleverd: plaats", "UTRECHT"),
        ("Zoals aangeleverd: x", "?"),
        ("Zoals aangeleverd: het overige", "in dezelfde woorden als hierboven"),
        ("Leeg aangeleverd", "telefoon"),
    )


def test_fields_without_an_answer_stand_together_by_why() -> None:
    values = {name: {"state": state} for name, state in
              (("phone", "unknown"), ("email", "not_asked"), ("city", "unknown"))}  # fmt: skip
    lines = told_of(registrations=[a_row(values=values)])[0].lines
    assert lines[-2:] == (
        ("Onbekend", "telefoonnummer, woonplaats"),
        ("Niet gevraagd", "e-mailadres"),
    )


def test_a_day_is_said_once() -> None:
    (lines,) = (each.lines for each in told_of(registrations=[a_row()])[:1])
    said = " ".join(value for _name, value in lines)
    assert said.count("15 november 2022") == 1, "brought and processed on one day"
    assert said.count("15 november 2023") == 1, "out of sight and destroyed on one day"
    police = a_row(destroy_due="2028-11-15", first_processed_at="2022-11-14")
    names = [name for name, _value in told_of(registrations=[police])[0].lines]
    assert {"Uit het zicht vanaf", "Wordt vernietigd op", "Eerst verwerkt"} <= set(names)


def test_an_earlier_version_says_what_was_otherwise() -> None:
    was = {"kind": "victim", "family_name": "Vosch",
           "values": {"sex": {"state": "known", "value": "female"}}}  # fmt: skip
    now = a_row(values={"sex": {"state": "known", "value": "female"},
                        "city": {"state": "known", "value": "Utrecht"}})  # fmt: skip
    versions = [{"registration": "r1", "was": was, "changed_at": "2022-11-16T10:00:00+01:00"}]
    earlier = told_of(registrations=[now], versions=versions)[1]
    assert earlier.title == "Registratie 1: wat tot 16 november 2022 10:00 anders was"
    assert earlier.lines == (("Achternaam", "Vosch"), ("Woonplaats", "was niet genoteerd"))
