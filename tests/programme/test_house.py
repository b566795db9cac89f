"""The House's open data comes in tolerantly and goes out in its own fields."""

import json
from datetime import UTC, date, datetime

import pytest

from samen.core.errors import BadInput
from samen.programme.actions import append_status, import_from_house
from samen.programme.actions.wording import Actor
from samen.programme.models import Commitment, Entry, Motion
from samen.programme.queries import house_differences, house_json, search
from samen.programme.values import Standing

pytestmark = pytest.mark.django_db
TODAY = date(2022, 1, 10)
NOW = datetime(2022, 1, 10, tzinfo=UTC)
MOTION = {
    "Nummer": "2021Z00001",
    "Soort": "Motie",
    "Titel": "Motie van het lid Voorbeeld c.s. over opvang",
    "Onderwerp": "Opvang van slachtoffers",
    "Status": "Vrijgegeven",
    "Vergaderjaar": "2021-2022",
    "GestartOp": "2021-12-01T00:00:00+01:00",
    "Afgedaan": False,
    "Kabinetsappreciatie": "Oordeel Kamer",
    "ZaakActor": [
        {"ActorNaam": "Van der Test", "Relatie": "Medeindiener"},
        {"ActorNaam": "Voorbeeld", "Relatie": "Indiener"},
    ],
    "Besluit": [{"BesluitSoort": "Stemmen - aangenomen"}],
    "Kamerstukdossier": [{"Nummer": 28638, "Toevoeging": None}],
    "Document": [{"DocumentNummer": "2021D00001", "Volgnummer": 990}],
}
PROMISE = {
    "Nummer": "TZ202112-001",
    "Tekst": "De Kamer ontvangt een overzicht",
    "Functie": "staatssecretaris van Justitie en Veiligheid",
    "Ministerie": "Ministerie van Justitie en Veiligheid",
    "Status": "Openstaand",
    "DatumNakoming": "0001-01-01T00:00:00Z",
    "Aanmaakdatum": "2021-12-05",
    "ToegezegdAan": [{"Naam": "Voorbeeld"}, {"Naam": "Test"}],
}


def _take(whole: object, by: Actor) -> None:
    import_from_house(content=json.dumps(whole).encode(), today=TODAY, by=by, now=NOW)


def test_a_motion_gets_its_identity_and_its_movers(tess: Actor) -> None:
    _take({"value": [MOTION]}, tess)
    motion = Motion.objects.get()
    assert motion.paper_id == "kst-28638-990"
    assert motion.movers == ["Voorbeeld", "Van der Test"]
    assert (motion.cum_suis, motion.tabled) == (True, date(2021, 12, 1))
    for asked in ("28638-990", "kst-28638-990", "28 638, nr. 990"):
        found = search(query=asked)
        assert found.exact is not None
        assert found.exact.id == motion.pk


def test_a_repeated_receiver_and_an_empty_date_are_read(tess: Actor) -> None:
    _take({"Toezegging": [PROMISE]}, tess)
    promise = Commitment.objects.get()
    assert promise.promised_to == "Voorbeeld; Test"
    assert promise.foreign_due is None


def test_again_changes_what_the_house_says_and_not_our_status(tess: Actor) -> None:
    _take([PROMISE], tess)
    promise = Commitment.objects.get()
    kept = Standing(status="kept", on=date(2022, 1, 1))
    append_status(entry=promise.pk, standing=kept, by=tess, now=NOW)
    _take([PROMISE | {"Status": "Deels voldaan"}], tess)
    assert [(d.theirs, d.ours) for d in house_differences(on=TODAY)] == [("Deels voldaan", "kept")]


def test_out_in_and_out_is_the_same(tess: Actor) -> None:
    _take({"Zaak": [MOTION], "Toezegging": [PROMISE]}, tess)
    before = house_json(on=TODAY)
    Motion.objects.update(number="991")
    Commitment.objects.update(number="TZ202112-999")
    _take(json.loads(before), tess)
    after = json.loads(house_json(on=TODAY))
    assert after["Zaak"][1] == json.loads(before)["Zaak"][0]
    assert after["Toezegging"][1] == json.loads(before)["Toezegging"][0]


def test_one_wrong_row_and_nothing_comes_in(tess: Actor) -> None:
    wrong = MOTION | {"Kamerstukdossier": []}
    with pytest.raises(BadInput, match="Zaak 2: heeft geen dossier"):
        _take({"Zaak": [MOTION, wrong]}, tess)
    assert not Entry.objects.exists()


@pytest.mark.parametrize(
    ("field", "words"), [("Ministerie", "x" * 400), ("Status", "y" * 90), ("Nummer", "TZ\x00")]
)
def test_words_that_no_column_holds_are_told(tess: Actor, field: str, words: str) -> None:
    wrong = {name: value for name, value in PROMISE.items() if name != "Functie"} | {field: words}
    with pytest.raises(BadInput, match="Toezegging 1: een tekst is te lang"):
        _take({"Toezegging": [wrong]}, tess)


@pytest.mark.parametrize("content", [b"", b"{", b"[1, 2]", b"null", b'{"Zaak": {}}'])
def test_another_file_is_refused(tess: Actor, content: bytes) -> None:
    with pytest.raises(BadInput):
        import_from_house(content=content, today=TODAY, by=tess, now=NOW)
