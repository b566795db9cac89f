"""The next letter: drafted from the register, edited by people, frozen for good."""

import io
import re
import threading
from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from django.contrib.auth.base_user import AbstractBaseUser
from django.db import connection
from django.db.utils import DatabaseError
from django.utils.translation import override
from docx import Document
from docx.oxml.ns import qn

from samen.accounts.models import User
from samen.core.errors import Conflict, Refused, SamenError
from samen.core.writing.draft import Section as Draft
from samen.core.writing.formats.machine import to_json
from samen.core.writing.formats.web import to_html
from samen.letters.actions import proposals, writing
from samen.letters.forms_of_letter import MAKERS, draft_file
from samen.letters.models import FrozenFile, OutgoingLetter, Section
from samen.letters.queries.kept_facts import as_json, from_json
from samen.letters.queries.verifying import verify_letter
from samen.letters.queries.writing import desk
from samen.programme import actions as programme
from samen.programme.values import (
    DocumentFacts,
    FigureFacts,
    IndicatorFacts,
    Place,
    Standing,
    Wording,
)

pytestmark = pytest.mark.django_db

NOW = datetime(2022, 11, 1, 9, tzinfo=UTC)
BEFORE = datetime(2021, 11, 17, 9, tzinfo=UTC)
ON = date(2022, 11, 15)


@pytest.fixture
def by(db: None) -> AbstractBaseUser:
    return User.objects.create_user("team@demo.example", None, name="Team")


@pytest.fixture
def letter_before(by: AbstractBaseUser) -> int:
    """Last year's letter, with one action, one promise and one figure."""
    text = "Regel een over een actie. Regel twee over een toezegging."
    document = programme.add_document(
        document=DocumentFacts(title="Brief 2021", date=date(2021, 11, 17), text=text),
        by=by,
        now=BEFORE,
    )
    programme.record_action(
        wording=Wording("Het ministerie begint dit najaar met opvang in 3 regio's"),
        standing=Standing("running", date(2021, 11, 17)),
        place=Place(document, 1, 1, 0, 25, text[:25]),
        by=by,
        now=BEFORE,
    )
    programme.record_commitment(
        wording=Wording("De Kamer wordt voor de zomer van 2022 geïnformeerd"),
        standing=Standing("new", date(2021, 11, 17), due=date(2022, 7, 7)),
        place=Place(document, 1, 1, 26, 56, text[26:56]),
        by=by,
        now=BEFORE,
    )
    indicator = programme.record_indicator(
        wording=Wording("Geregistreerde slachtoffers"), indicator=IndicatorFacts(), by=by, now=NOW
    )
    programme.record_figure(
        indicator=indicator,
        figure=FigureFacts(2021, "Jaarbeeld", value=None, words="minder"),
        by=by,
        now=NOW,
    )
    return document


@pytest.fixture
def letter(by: AbstractBaseUser, letter_before: int) -> int:
    plan = writing.LetterPlan(
        year=2022,
        on=ON,
        subject="Vierde voortgangsbrief",
        sender="Ministerie van Voorbeeld",
        previous_document=letter_before,
    )
    return writing.start_letter(plan=plan, by=by, now=NOW)


def row(letter: int) -> OutgoingLetter:
    return OutgoingLetter.objects.get(pk=letter)


def test_a_drafted_letter_names_everything_and_nothing_blocks_it(letter: int) -> None:
    assert desk(row(letter)).blocking == []


def test_one_draft_a_year(letter: int, by: AbstractBaseUser) -> None:
    plan = writing.LetterPlan(2022, ON, "Nog een", "Ministerie")
    with pytest.raises(Conflict):
        writing.start_letter(plan=plan, by=by, now=NOW)


def test_an_action_taken_out_of_the_text_blocks_the_letter(
    letter: int, by: AbstractBaseUser
) -> None:
    section = Section.objects.get(letter=letter, body__contains="opvang")
    writing.save_section(
        letter=letter, key=section.key, title="T", body="Niets.", seen=1, by=by, now=NOW
    )
    checks = {finding.check for finding in desk(row(letter)).blocking}
    assert "action_dropped" in checks
    with pytest.raises(Refused):
        writing.freeze_letter(letter=letter, by=by, now=NOW, because="Zo kan het.")


def test_an_edit_on_an_older_version_is_refused_and_loses_nothing(
    letter: int, by: AbstractBaseUser
) -> None:
    save: Callable[..., int] = writing.save_section
    assert save(letter=letter, key="inleiding", title="A", body="Een.", seen=1, by=by, now=NOW) == 2
    with pytest.raises(Conflict):
        save(letter=letter, key="inleiding", title="A", body="Twee.", seen=1, by=by, now=NOW)
    assert Section.objects.get(letter=letter, key="inleiding").body == "Een."


def test_undo_brings_the_words_back_as_a_new_version(letter: int, by: AbstractBaseUser) -> None:
    before = Section.objects.get(letter=letter, key="inleiding")
    writing.save_section(
        letter=letter, key="inleiding", title="A", body="Weg.", seen=1, by=by, now=NOW
    )
    writing.undo_section(letter=letter, key="inleiding", seen=2, by=by, now=NOW)
    after = Section.objects.get(letter=letter, key="inleiding")
    assert (after.title, after.body, after.version) == (before.title, before.body, 3)


def moved_on(letter: int, by: AbstractBaseUser) -> Section:
    """The register goes on after the draft: the action is done. Its section."""
    section = Section.objects.get(letter=letter, body__contains="opvang")
    entry = next(e for e in desk(row(letter)).facts.entries.values() if e.kind == "action")
    programme.append_status(
        entry=entry.id, standing=Standing("done", date(2022, 11, 10), note="klaar"), by=by, now=NOW
    )
    return section


def test_a_section_behind_the_register_blocks_until_it_is_written_again(
    letter: int, by: AbstractBaseUser
) -> None:
    section = moved_on(letter, by)
    assert [f.check for f in desk(row(letter)).blocking] == ["status_differs"]
    with pytest.raises(Refused):
        writing.freeze_letter(letter=letter, by=by, now=NOW, because="Zo kan het.")
    with pytest.raises(Conflict):
        writing.redraft_section(letter=letter, key=section.key, by=by, now=NOW, seen=0)
    again = writing.redraft_section(letter=letter, key=section.key, by=by, now=NOW, seen=1)
    assert again == 2
    assert desk(row(letter)).blocking == []
    writing.undo_section(letter=letter, key=section.key, seen=2, by=by, now=NOW)
    assert Section.objects.get(pk=section.pk).body == section.body


def test_a_theme_is_found_again_by_name_and_then_by_what_it_told() -> None:
    def theme(place: int, title: str, *entries: int) -> Draft:
        return Draft(f"thema-{place}", title, " ".join(f"Zo.[[entry:{e}]]" for e in entries))

    now = [theme(1, "Nieuw", 9), theme(2, "Opvang", 1, 2), theme(3, "Jeugd", 3, 4)]
    assert writing.drafted_again(theme(1, "Opvang", 1), now) == now[1]
    assert writing.drafted_again(theme(2, "Jongeren", 3), now) == now[2]
    assert writing.drafted_again(theme(2, "Weg", 77), now) is None
    assert writing.drafted_again(Draft("deel-9", "Opvang", ""), now) is None


def test_a_section_of_ones_own_is_not_written_again(letter: int, by: AbstractBaseUser) -> None:
    key = writing.add_section(letter=letter, title="Eigen", by=by, now=NOW)
    with pytest.raises(Refused):
        writing.redraft_section(letter=letter, key=key, by=by, now=NOW)


def test_facts_are_kept_and_come_back_the_same(letter: int) -> None:
    facts = desk(row(letter)).facts
    assert from_json(as_json(facts)) == facts


def test_a_frozen_letter_verifies_and_cannot_change(letter: int, by: AbstractBaseUser) -> None:
    writing.freeze_letter(letter=letter, by=by, now=NOW, because="Zo kan het.")
    assert verify_letter(row(letter)) == []
    assert FrozenFile.objects.filter(letter=letter).count() == 7
    with pytest.raises(Refused):
        writing.add_section(letter=letter, title="Later", by=by, now=NOW)
    with pytest.raises(DatabaseError):
        OutgoingLetter.objects.filter(pk=letter).update(subject="Iets anders")


def test_a_letter_frozen_by_an_earlier_renderer_holds(
    letter: int, by: AbstractBaseUser, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as earlier:
        earlier.setitem(MAKERS, "brief.html", lambda made: to_html(made) + b"<!-- 2021 -->")
        writing.freeze_letter(letter=letter, by=by, now=NOW, because="Zo kan het.")
    assert verify_letter(row(letter)) == []


def test_a_figure_that_was_frozen_otherwise_than_the_facts_say_is_told(
    letter: int, by: AbstractBaseUser, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = next(iter(desk(row(letter)).facts.figures))
    with monkeypatch.context() as wrong:
        wrong.setitem(MAKERS, "brief.json", lambda made: _with_another_figure(to_json(made)))
        writing.freeze_letter(letter=letter, by=by, now=NOW, because="Zo kan het.")
    (told,) = verify_letter(row(letter))
    assert told == f"brief.json: “987” is not figure {number}"


def _with_another_figure(form: bytes) -> bytes:
    """A machine form in which the first figure is printed as another number."""
    return re.sub(rb'("source": "figure:[^"]*",\s*"text": )"[^"]*"', rb'\1"987"', form, count=1)


def test_a_frozen_letter_keeps_what_it_said_when_the_register_goes_on(
    letter: int, by: AbstractBaseUser
) -> None:
    writing.freeze_letter(letter=letter, by=by, now=NOW, because="Zo kan het.")
    entry = next(iter(desk(row(letter)).facts.entries))
    programme.append_status(
        entry=entry, standing=Standing("done", date(2022, 11, 10), note="klaar"), by=by, now=NOW
    )
    assert verify_letter(row(letter)) == []


def test_word_comes_back_as_proposals_and_a_number_is_never_taken_over(
    letter: int, by: AbstractBaseUser
) -> None:
    content = writing.make_files(desk(row(letter)))["brief.docx"]
    document = Document(io.BytesIO(content))
    for tag in document.element.iter(qn("w:tag")):
        if tag.get(qn("w:val")).startswith("cited"):
            next(tag.getparent().getparent().iter(qn("w:t"))).text = "5"
    changed = io.BytesIO()
    document.save(changed)
    bring: Callable[..., int] = proposals.read_word_back
    assert bring(letter=letter, content=changed.getvalue(), by=by, now=NOW) == 1
    with pytest.raises(Conflict):
        bring(letter=letter, content=changed.getvalue(), by=by, now=NOW)
    proposal = row(letter).proposals.get().pk
    with pytest.raises(Refused):
        proposals.accept_proposal(letter=letter, proposal=proposal, by=by, now=NOW)
    proposals.reject_proposal(letter=letter, proposal=proposal, by=by, now=NOW)
    with pytest.raises(Conflict):
        proposals.reject_proposal(letter=letter, proposal=proposal, by=by, now=NOW)


@pytest.mark.django_db(transaction=True)
def test_of_two_who_save_at_once_one_wins_and_the_other_is_told(
    letter: int, by: AbstractBaseUser
) -> None:
    told: list[str] = []

    def save(words: str) -> None:
        try:
            writing.save_section(
                letter=letter, key="inleiding", title="A", body=words, seen=1, by=by, now=NOW
            )
            told.append("saved")
        except SamenError as error:
            told.append(type(error).__name__)
        finally:
            connection.close()

    threads = [threading.Thread(target=save, args=(f"Tekst {n}.",)) for n in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(told) == ["Conflict", "saved"]


def test_a_table_from_a_page_has_its_heads_in_the_readers_language(letter: int) -> None:
    on_desk = desk(OutgoingLetter.objects.get(pk=letter))
    name = "resultatentabel.csv"
    with override("nl"):
        assert draft_file(name, on_desk.rendered) == MAKERS[name](on_desk.rendered)
    with override("en"):
        english = draft_file(name, on_desk.rendered).decode("utf-8-sig")
    assert english.startswith("No.;Theme;Kind;What;Who;Where it stands;Explanation")
    assert MAKERS[name](on_desk.rendered).decode("utf-8-sig").startswith("Nr.;Thema;Soort;")
