"""A figure in a letter that is replaced or withdrawn while the letter is being written."""

from datetime import date
from decimal import Decimal
from functools import partial

import pytest
from django.test import Client
from django.urls import reverse

from samen.core.errors import Conflict, Refused
from samen.core.writing.checks import Check
from samen.letters.actions import writing
from samen.letters.forms_of_letter import MAKERS
from samen.letters.models import OutgoingLetter
from samen.letters.queries.kept_facts import as_json, from_json
from samen.letters.queries.verifying import verify_letter
from samen.letters.queries.writing import Desk, desk
from samen.programme import actions as programme
from samen.programme.queries import all_figures
from samen.programme.values import FigureFacts
from tests.cast import Cast, make_cast
from tests.letters.outgoing_letters import NOW, drafted

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return make_cast()


@pytest.fixture
def letter(cast: Cast) -> OutgoingLetter:
    """A draft in which the one figure of the register, 1,561, was put."""
    row = drafted(cast["programme_team"])
    (figure,) = all_figures()
    section = row.sections.get(key="inleiding")
    writing.save_section(
        letter=row.pk, key=section.key, title=section.title, seen=1, by=cast["programme_team"],
        body=f"In [[date:2021]] kwamen er [[figure:{figure.id}]].", now=NOW,
    )  # fmt: skip
    return row


def revise(cast: Cast) -> None:
    (old,) = all_figures()
    programme.record_figure(
        indicator=old.indicator, by=cast["programme_team"], now=NOW,
        figure=FigureFacts(2021, "Jaarbeeld", value=Decimal(1555), published_on=date(2022, 10, 1)),
    )  # fmt: skip


def found(on_desk: Desk) -> set[Check]:
    return {each.check for each in on_desk.findings if each.section == "inleiding"}


def test_a_replaced_figure_is_struck_and_the_new_one_stands_beside_it(
    letter: OutgoingLetter, cast: Cast
) -> None:
    assert Check.FIGURE_REPLACED not in found(desk(letter))
    revise(cast)
    on_desk = desk(letter)
    assert found(on_desk) & {Check.FIGURE_REPLACED, Check.UNKNOWN_FIELD} == {Check.FIGURE_REPLACED}
    told = MAKERS["brief.html"](on_desk.rendered).decode()
    assert "<del>1.561</del>" in told
    assert ">1.555</data>" in told
    assert from_json(as_json(on_desk.facts)).replaced == on_desk.facts.replaced
    writing.freeze_letter(letter=letter.pk, by=cast["approver"], now=NOW, because="Zo kan het.")
    letter.refresh_from_db()
    assert verify_letter(letter) == []


def test_a_person_puts_the_new_figure_in_and_can_take_that_back(
    letter: OutgoingLetter, cast: Cast, team: Client
) -> None:
    (old,) = all_figures()
    revise(cast)
    (new,) = [each for each in all_figures() if each.id != old.id]
    section = letter.sections.get(key="inleiding")
    page = team.get(reverse("letters:desk", args=[letter.pk]), headers={"accept-language": "nl"})
    assert "Zet 1.555 erin" in page.content.decode()
    act = reverse("letters:new_figure", args=[letter.pk, "inleiding"])
    sent = {"figure": str(old.id), "version": str(section.version)}
    answer = team.post(act, sent)
    assert "gedaan=vervangen" in answer["Location"]
    section.refresh_from_db()
    assert section.body == f"In [[date:2021]] kwamen er [[figure:{new.id}]]."
    assert Check.FIGURE_REPLACED not in found(desk(letter))
    told = next(each for each in desk(letter).rendered.sections if each.key == "inleiding")
    assert not any(run.was for part in told.paragraphs for run in part.runs)
    last = section.versions.first()
    assert last is not None
    assert (last.by, last.number) == (cast["programme_team"], section.version)
    team.post(reverse("letters:undo", args=[letter.pk, "inleiding"]), {"version": section.version})
    section.refresh_from_db()
    assert f"[[figure:{old.id}]]" in section.body


def test_a_figure_is_put_in_only_where_another_came_in_its_place(
    letter: OutgoingLetter, cast: Cast
) -> None:
    (old,) = all_figures()
    version = letter.sections.get(key="inleiding").version
    put = partial(writing.put_in_new_figure, letter=letter.pk, key="inleiding",
                  figure=str(old.id), by=cast["programme_team"], now=NOW)  # fmt: skip
    with pytest.raises(Refused):
        put(seen=version)
    revise(cast)
    with pytest.raises(Conflict):
        put(seen=version - 1)
    programme.withdraw_figure(
        figure=max(each.id for each in all_figures()), reason="Verkeerd geteld.",
        by=cast["programme_team"], now=NOW,
    )  # fmt: skip
    with pytest.raises(Refused):
        put(seen=version)


def test_a_withdrawn_figure_keeps_the_letter_in_the_house(
    letter: OutgoingLetter, cast: Cast
) -> None:
    (old,) = all_figures()
    programme.withdraw_figure(
        figure=old.id, reason="Verkeerd geteld.", by=cast["programme_team"], now=NOW
    )
    on_desk = desk(letter)
    assert Check.FIGURE_WITHDRAWN in {each.check for each in on_desk.blocking}
    told = MAKERS["brief.html"](on_desk.rendered).decode()
    assert "<del>1.561</del>" in told
    assert ">[ingetrokken]</data>" in told
