"""The register goes out and comes in without loss, whatever the form."""

import io
import json
import uuid
import zipfile
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from hypothesis import given, settings
from hypothesis import strategies as st

from samen.core.errors import BadInput, TooBig
from samen.programme import queries
from samen.programme.actions import (
    add_document,
    add_theme,
    append_status,
    import_register,
    merge_entries,
    record_action,
    record_amount,
    record_figure,
    record_indicator,
    record_motion,
    set_target,
)
from samen.programme.actions.wording import Actor
from samen.programme.models import Document, Entry, StatusChange
from samen.programme.sheets import as_csv, as_workbook, escaped, read_csv, read_workbook, unescaped
from samen.programme.values import (
    AmountFacts,
    DocumentFacts,
    FigureFacts,
    IndicatorFacts,
    MotionFacts,
    Place,
    Standing,
    TargetFacts,
    Wording,
)
from tests.programme.conftest import letter_of, member_of_the_team, promise_of

pytestmark = pytest.mark.django_db
NOW = datetime(2021, 11, 18, 8, 30, 1, 5, tzinfo=UTC)
LATER = datetime(2022, 3, 1, 9, tzinfo=UTC)
SINCE = Standing(status="running", on=date(2021, 11, 17), due_words="nog dit jaar")


@pytest.fixture(scope="module")
def tess(beneath: None) -> Actor:
    return member_of_the_team()


@pytest.fixture(scope="module")
def register(tess: Actor) -> None:
    """A register with something in most tables, and words that are hard to carry."""
    promise_of(tess, letter_of(tess))
    theme = add_theme(name="Opvang")
    under = add_theme(name="Crisisbedden", parent=theme)
    text = "Regel één\r\n=1+1\n" * 2000
    paper = add_document(
        document=DocumentFacts(title="@Stuk", text=text, dossier="28638", number="999",
                               chamber="tweede_kamer", other_dossiers=("31015",)),
        by=tess,
        now=NOW,
    )  # fmt: skip
    wording = Wording(title='=Doe dit\nen "dat", \'; –', theme=under, owners=("volgend kabinet",))
    first = record_action(wording=wording, standing=SINCE, by=tess, now=NOW)
    second = record_action(wording=wording, standing=SINCE, by=tess, now=NOW)
    merge_entries(entry=first, into=second, now=NOW)
    place = Place(paper, 3, 4, 10, 20, "- een citaat")
    append_status(entry=second, standing=SINCE, place=place, by=tess, now=NOW)
    motion = MotionFacts(movers=("Voorbeeld", "Van der Test"), dossier="28638", number="998")
    asked = Standing(status="new", on=date(2021, 1, 1))
    record_motion(wording=Wording("Verzoek"), standing=asked, motion=motion, by=tess, now=NOW)
    counted = record_indicator(
        wording=Wording("Slachtoffers"),
        indicator=IndicatorFacts(unit="personen", definition="Gemeld."),
        by=tess,
        now=NOW,
    )
    for value in ("10", "-9.5"):
        figure = FigureFacts(year=2020, publication="Jaarbeeld", value=Decimal(value))
        record_figure(indicator=counted, figure=figure, by=tess, now=NOW)
        target = TargetFacts(year=2021, value=Decimal(value), set_by="besluit")
        set_target(indicator=counted, target=target, by=tess, now=NOW)
    record_amount(
        wording=Wording("Extra opvang"),
        amount=AmountFacts(Decimal("2000000.50"), 2024),
        hangs_on=second,
        by=tess,
        now=NOW,
    )


def _empty() -> None:
    tables = [f"programme_{name}" for name in (
        "answer", "question", "invitation", "round", "statuschange", "evidence", "link", "owner",
        "figure", "target", "definition", "entry", "passage", "document", "theme",
    )]  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(f"TRUNCATE {', '.join(tables)} CASCADE")


@pytest.mark.parametrize(
    "write", [queries.register_json, queries.register_csv, queries.register_workbook]
)
def test_out_and_in_and_out_is_the_same(register: None, tess: Actor, write: object) -> None:
    assert callable(write)
    before = queries.register_tables()
    out = write()
    content = out.encode() if isinstance(out, str) else out
    _empty()
    import_register(content=content, by=tess, now=LATER, may_move=True)
    assert queries.register_tables() == before
    assert queries.search(query="crisisbedden").hits


def test_taking_it_in_twice_adds_nothing(register: None, tess: Actor) -> None:
    done = import_register(content=queries.register_json().encode(), by=tess, now=LATER)
    assert done.added == 0
    assert done.same > 10


def test_one_wrong_row_and_nothing_comes_in(register: None, tess: Actor) -> None:
    whole = json.loads(queries.register_json())
    whole["tables"]["actions"][0]["created_at"] = "gisteren"
    whole["tables"]["motions"][0]["number"] = "een veel te lang nummer"
    _empty()
    with pytest.raises(BadInput, match=r"(?s)actions, rij 2.*motions, rij 2"):
        import_register(content=json.dumps(whole).encode(), by=tess, now=LATER)
    assert not Entry.objects.exists()


def test_a_row_that_differs_is_not_overwritten(register: None, tess: Actor) -> None:
    whole = json.loads(queries.register_json())
    whole["tables"]["actions"][0]["title"] = "Anders"
    with pytest.raises(BadInput, match="andere waarde voor title"):
        import_register(content=json.dumps(whole).encode(), by=tess, now=LATER)


def test_a_file_cannot_say_what_others_did_and_when(register: None, tess: Actor) -> None:
    whole = queries.register_json().encode()
    _empty()
    eva = get_user_model().objects.create_user(email="eva@voorbeeld.nl", name="Eva Team")
    assert not import_register(content=whole, by=eva, now=LATER).is_moved
    noted = set(StatusChange.objects.values_list("by_id", "known_at"))
    assert noted == {(eva.pk, LATER)}
    assert import_register(content=whole, by=eva, now=LATER).added == 0


def test_history_is_kept_only_in_an_empty_register(register: None, tess: Actor) -> None:
    whole = json.loads(queries.register_json())
    status = whole["tables"]["statuses"][-1]
    whole["tables"]["statuses"].append(status | {"uid": str(uuid.uuid4()), "note": "nieuw"})
    content = json.dumps(whole).encode()
    assert not import_register(content=content, by=tess, now=LATER, may_move=True).is_moved
    assert StatusChange.objects.get(note="nieuw").known_at == LATER


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"link": "javascript:alert(1)"}, "link is geen webadres"),
        ({"status": "kept"}, "is geen status van"),
        ({"status": "proposed"}, "de stand kan niet volgen"),
        ({"on": "9999-12-31"}, "on heeft niet de goede vorm"),
        ({"on": "morgen"}, "on heeft niet de goede vorm"),
        ({"uid": "geen-uid"}, "uid heeft niet de goede vorm"),
        ({"entry": "geen-uid"}, "entry heeft niet de goede vorm"),
        ({"evidence": str(uuid.UUID(int=5))}, "verwijst naar"),
        ({"by": "a\x00b"}, "by bevat een teken"),
        ({"note": "half \ud800 teken"}, "note bevat een teken"),
    ],
)
def test_a_status_that_is_not_right_is_told(
    register: None, tess: Actor, changes: dict[str, str], said: str
) -> None:
    whole = json.loads(queries.register_json())
    first = next(r for r in whole["tables"]["statuses"] if r["status"] == "running")
    row = first | {"uid": str(uuid.uuid4()), "on": "2021-12-01"} | changes
    whole["tables"]["statuses"].append(row)
    with pytest.raises(BadInput, match=said):
        import_register(content=json.dumps(whole).encode(), by=tess, now=LATER)


@pytest.mark.parametrize(
    ("table", "changes"),
    [
        ("motions", {"movers": '{"a": 1}'}),
        ("motions", {"movers": "[" * 9999}),
        ("figures", {"year": "tweeduizend"}),
        ("actions", {"theme": "geen-uid"}),
        ("actions", {"merged_into": "geen-uid", "uid": "ook-niet"}),
        ("document_texts", {"document": "geen-uid"}),
        ("document_texts", {"part": "een"}),
        ("document_texts", {"text": "[1"}),
    ],
)
def test_a_cell_of_another_form_is_told(
    register: None, tess: Actor, table: str, changes: dict[str, str]
) -> None:
    whole = json.loads(queries.register_json())
    whole["tables"][table][0] |= changes
    _empty()
    with pytest.raises(BadInput, match=table):
        import_register(content=json.dumps(whole).encode(), by=tess, now=LATER)
    assert not Document.objects.exists()


def test_texts_without_their_columns_are_told(register: None, tess: Actor) -> None:
    whole = json.loads(queries.register_json())
    whole["tables"]["document_texts"] = [{"iets": "anders"}]
    with pytest.raises(BadInput, match="document_texts"):
        import_register(content=json.dumps(whole).encode(), by=tess, now=LATER)


def test_an_encrypted_zip_is_refused(register: None, tess: Actor) -> None:
    whole = bytearray(queries.register_csv())
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        found = whole.find(mark)
        while found >= 0:
            whole[found + place] |= 1
            found = whole.find(mark, found + 4)
    with pytest.raises(BadInput, match="zip"):
        import_register(content=bytes(whole), by=tess, now=LATER)


def _with_cells(cells: str) -> bytes:
    """A workbook whose only sheet holds these cells, in few bytes."""
    plain, out = as_workbook([("Vragen", ["een"], [])]), io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(plain)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            text = old.read(name)
            if name.endswith("sheet1.xml"):
                start, end = text.index(b"<sheetData>"), text.index(b"</sheetData>")
                text = text[: start + 11] + cells.encode() + text[end:]
            new.writestr(name, text)
    return out.getvalue()


@pytest.mark.parametrize(
    "cells",
    [
        "<row/>" * 2_500_000,
        "<row/>" * 170_000,
        "<row>" + "<c/>" * 200_000 + "</row>",
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
    ],
)
def test_a_small_file_with_many_cells_is_refused(cells: str) -> None:
    content = _with_cells(cells)
    assert len(content) < 300_000
    with pytest.raises(TooBig):
        read_workbook(content, most=150_000)


def test_an_apostrophe_of_the_writer_stays() -> None:
    assert unescaped("'s Avonds open") == "'s Avonds open"


@pytest.mark.parametrize("content", [b"", b"PK", b"PKrest", b"[]", b"{}", b"\xff\xfe", b"[" * 9999])
def test_another_file_is_refused(db: None, tess: Actor, content: bytes) -> None:
    with pytest.raises(BadInput):
        import_register(content=content, by=tess, now=LATER)


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"],
                              include_characters="\n\t"), max_size=40)  # fmt: skip


@given(st.lists(st.lists(WORDS, min_size=2, max_size=2), max_size=5))
@settings(max_examples=40)
def test_tables_keep_every_word(rows: list[list[str]]) -> None:
    head = ["een", "twee"]
    assert read_csv(as_csv(head, rows)) == [head, *rows]
    book = read_workbook(as_workbook([("blad", head, rows)]))["blad"]
    assert [[cell or "" for cell in row] for row in book] == [head, *rows]


@given(WORDS)
def test_no_cell_can_be_run(words: str) -> None:
    assert not escaped(words).startswith(("=", "+", "-", "@", "\t"))
    assert unescaped(escaped(words)) == words
