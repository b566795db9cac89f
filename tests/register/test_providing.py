"""Data go to another organisation under a rule only, whole or not at all, and leave a record."""

import csv
import hashlib
import io
import json
from dataclasses import replace
from uuid import UUID

import pytest
from django.db import DatabaseError, connection
from django.test import Client, override_settings

from samen.accounts.models import Organisation, User
from samen.core.errors import BadInput, Refused
from samen.core.terms import Ground, LogAct, MemberRole, OrganisationKind, RegistrationKind, Scope
from samen.purposes import actions as purposes
from samen.purposes.actions import Part, Plan
from samen.purposes.inside import Purpose
from samen.purposes.models import LogEntry
from samen.register import actions, actions_of_provision
from samen.register.actions_of_provision import Wanted, extract, provide
from samen.register.models import Provision, Registration
from samen.register.provision_rules import Asked, fitting, rules
from samen.register.values import Row
from tests.killed_in import killed_in
from tests.register.given_files import DAY, NOW, START, Setting
from tests.register.taken_rows import taken_row

pytestmark = pytest.mark.django_db(transaction=True)
ABOUT = frozenset({"person", "victim"})
ASKED = Asked(
    sender=OrganisationKind.POLICE, recipient=OrganisationKind.NGO, recipient_name="CoMensha",
    grounds=frozenset({Ground.WPG8}), kinds=frozenset({RegistrationKind.VICTIM}), about=ABOUT,
)  # fmt: skip


@pytest.fixture(autouse=True)
def that_day() -> object:
    with override_settings(TODAY=DAY):
        yield


@pytest.fixture
def police() -> Setting:
    """A processing of the police on Wpg art. 8 and 9, with a member of each role."""
    body = Organisation.objects.create(name="Eenheid Voorbeeld", kind=OrganisationKind.POLICE)
    plan = Plan("Meldingen", "Hulp", frozenset({Ground.WPG8, Ground.WPG9}), frozenset({body.pk}),
                START, DAY)  # fmt: skip
    processing = purposes.open_processing(plan, today=START)
    members = {}
    for role in MemberRole:
        person = User.objects.create_user(f"{role}@voorbeeld.example", None, name=f"{role} V")
        members[role] = purposes.add_member(
            Part(body.pk, role, Scope.NATIONAL, START), user=person.pk,
            processing=processing.pk, today=START,
        )  # fmt: skip
    return Setting(processing, body, members)


@pytest.fixture
def comensha() -> Organisation:
    return Organisation.objects.create(name="CoMensha", kind=OrganisationKind.NGO)


def typed(purpose: Purpose, kind: RegistrationKind = RegistrationKind.VICTIM) -> UUID:
    row = Row(
        kind=kind, source_key="id:1", row_hash="h", family_name="=Voorbeeld", street="Laan",
        values='{"phone": {"state": "refused"}}',
    )  # fmt: skip
    return taken_row(purpose, row)


def wanted(number: UUID, recipient: Organisation, goal: str = "opvang en registratie") -> Wanted:
    return Wanted(recipient.pk, (number,), ABOUT, goal)


def test_police_provide_victims_to_comensha_and_the_record_knows_the_article(
    police: Setting, comensha: Organisation
) -> None:
    with police.inside(ground=Ground.WPG8) as purpose:
        number = typed(purpose)
        made = provide(purpose, wanted(number, comensha), now=NOW)
    assert "Wpg art. 18" in made.article
    assert "4:2" in made.article
    with police.inside(ground=Ground.WPG8) as purpose:
        row = Registration.objects.get(pk=number)
        told = actions_of_provision.fetch(purpose, made, "json")
    assert hashlib.sha256(told).hexdigest() == made.sha256
    assert json.loads(told) == extract([row], ABOUT, LogAct.EXPORT)
    assert json.loads(told)[0]["family_name"] == "=Voorbeeld"
    assert "street" not in json.loads(told)[0]
    assert [e.act for e in LogEntry.objects.filter(act__in=["provide", "export"])] == [
        "export", "provide",
    ]  # fmt: skip


def test_data_go_on_the_ground_that_they_are_held_on_whatever_the_purpose_was_opened_on(
    police: Setting, comensha: Organisation
) -> None:
    """A purpose shows all of its law: data of an investigation beside those of daily work."""
    with police.inside(ground=Ground.WPG9) as purpose:
        number = typed(purpose)
    with police.inside(ground=Ground.WPG8) as purpose:
        assert Registration.objects.get(pk=number).ground == Ground.WPG9
        with pytest.raises(Refused, match="ground"):
            provide(purpose, wanted(number, comensha), now=NOW)
        assert not Provision.objects.exists()


def test_a_spreadsheet_of_what_goes_holds_no_formula(
    police: Setting, comensha: Organisation
) -> None:
    with police.inside(ground=Ground.WPG8) as purpose:
        made = provide(purpose, wanted(typed(purpose), comensha), now=NOW)
        sheet = actions_of_provision.fetch(purpose, made, "csv").decode("utf-8-sig")
    assert next(csv.DictReader(io.StringIO(sheet), delimiter=";"))["family_name"] == "'=Voorbeeld"


HELP = replace(ASKED, sender=OrganisationKind.NGO, grounds=frozenset({Ground.AVG6A}))
"""A provision with consent, which covers victims only."""
SUSPECT = frozenset({RegistrationKind.SUSPECT})


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (replace(ASKED, sender=OrganisationKind.MINISTRY), "recipient"),
        (replace(ASKED, grounds=frozenset({Ground.WPG9})), "ground"),
        (replace(ASKED, grounds=frozenset({Ground.WPG8, Ground.WPG9})), "ground"),
        (replace(HELP, kinds=SUSPECT), "kind of registration"),
        (replace(HELP, about=frozenset({"person", "suspect"})), "all of these data"),
        (replace(ASKED, about=frozenset()), "all of these data"),
        # What goes to another than CoMensha, or on suspects, may go in one case only.
        (replace(ASKED, recipient_name="Fier"), r"written decision is missing\. Wpg art\. 19"),
        (replace(ASKED, kinds=SUSPECT), r"missing\. Wpg art\. 19"),
        (replace(ASKED, about=frozenset({"person", "suspect"})), r"missing\. Wpg art\. 19"),
    ],
)
def test_what_no_rule_allows_is_refused_with_what_is_missing(asked: Asked, words: str) -> None:
    assert fitting(ASKED).name == "comensha"
    with pytest.raises(Refused, match=words):
        fitting(asked)


def test_a_decision_and_a_consent_are_asked_for_where_the_rule_does() -> None:
    to_others = replace(ASKED, recipient_name="Fier")
    with pytest.raises(Refused, match="written decision"):
        fitting(to_others)
    assert fitting(replace(to_others, decision="2021-17")).name == "incidental"
    with pytest.raises(Refused, match="consent of a person"):
        fitting(HELP)
    assert fitting(replace(HELP, consents=True)).name == "consent"


def test_every_rule_has_its_article_condition_and_source() -> None:
    assert len({rule.name for rule in rules()}) == len(rules())
    for rule in rules():
        assert all((rule.article, rule.nl, rule.en, rule.source))
        assert rule.grounds <= set(Ground)
        assert rule.kinds <= set(RegistrationKind)
        assert (rule.senders | rule.recipients) - {"*"} <= set(OrganisationKind)


def test_what_is_not_said_or_not_seen_is_refused(police: Setting, comensha: Organisation) -> None:
    with police.inside(ground=Ground.WPG8) as purpose:
        number = typed(purpose)
        for wrong, words in (
            (wanted(number, comensha, goal=" "), "goal"),
            (wanted(UUID(int=7), comensha), "missing or is not one"),
            (wanted(number, police.organisation), "no recipient"),
        ):
            with pytest.raises(BadInput, match=words):
                provide(purpose, wrong, now=NOW)
    with (
        police.inside(MemberRole.ANALYST, ground=Ground.WPG8) as purpose,
        pytest.raises(Refused, match="does not let you write"),
    ):
        provide(purpose, wanted(number, comensha), now=NOW)
    assert not Provision.objects.exists()


def test_what_is_fetched_is_what_was_provided(police: Setting, comensha: Organisation) -> None:
    """What stands under its number now may be more, or somebody else's."""
    with police.inside(ground=Ground.WPG8) as purpose:
        number = typed(purpose)
        made = provide(purpose, wanted(number, comensha), now=NOW)
        actions.correct(purpose, number, {"street": "Hofstraat"})
        assert actions_of_provision.fetch(purpose, made, "json"), "the street was not provided"
        actions.correct(purpose, number, {"given_names": "Anna"})
        with pytest.raises(Refused, match="has changed since"):
            actions_of_provision.fetch(purpose, made, "json")


def test_what_no_rule_allows_any_more_is_not_fetched(
    police: Setting, comensha: Organisation
) -> None:
    with police.inside(ground=Ground.WPG8) as purpose:
        made = provide(purpose, wanted(typed(purpose), comensha), now=NOW)
        Organisation.objects.filter(pk=comensha.pk).update(name="Een ander")
        with pytest.raises(Refused, match="written decision"):
            actions_of_provision.fetch(purpose, made, "json")


def test_nobody_changes_a_record(police: Setting, comensha: Organisation) -> None:
    with police.inside(ground=Ground.WPG8) as purpose:
        provide(purpose, wanted(typed(purpose), comensha), now=NOW)
        assert Provision.objects.update(goal="anders") == 0
        assert Provision.objects.all().delete()[0] == 0
    with police.inside(MemberRole.PRIVACY_OFFICER, ground=Ground.WPG8):
        assert Provision.objects.get().goal == "opvang en registratie"


def test_a_process_killed_in_it_leaves_nothing_half_done(
    police: Setting, comensha: Organisation
) -> None:
    """The last act waits in the database; the process that waits for it is killed."""
    with police.inside(ground=Ground.WPG8) as purpose:
        number = typed(purpose)
    logged = LogEntry.objects.count()
    killed_in(
        police.inside(ground=Ground.WPG8),
        lambda purpose: provide(purpose, wanted(number, comensha), now=NOW),
    )
    with police.inside(ground=Ground.WPG8) as purpose:
        assert not Provision.objects.exists()
        provide(purpose, wanted(number, comensha), now=NOW)
    assert LogEntry.objects.filter(act="provide").count() == 1
    assert LogEntry.objects.count() == logged + 1


def test_the_pages_from_a_registration_to_the_record(
    police: Setting, comensha: Organisation
) -> None:
    part = police.members[MemberRole.REGISTRAR]
    with police.inside(ground=Ground.WPG8) as purpose:
        number = typed(purpose)
    client = Client()
    client.force_login(part.user, backend="django.contrib.auth.backends.ModelBackend")
    base = f"/register/{part.pk}/wpg8/"
    page = f"{base}registratie/{number}/verstrekken/"
    given = {"recipient": comensha.pk, "about": ["person", "suspect"], "goal": "opvang"}
    refused = client.post(page, given)
    assert refused.status_code == 403
    assert "Het schriftelijke besluit ontbreekt. Wpg art. 19" in refused.content.decode()
    done = client.post(page, given | {"about": ["person"]}, follow=True)
    assert "Wpg art. 18" in done.content.decode()
    made = done.redirect_chain[-1][0]
    assert client.get(made + "gegevens.json").content.startswith(b"[")
    assert client.get(made + "gegevens.exe").status_code == 404
    assert "opvang" in client.get(base + "verstrekken/").content.decode()
    records = client.get(base + "verstrekken/protocol.csv").content.decode("utf-8-sig")
    assert "CoMensha" in records
    assert "Voorbeeld" not in records.replace("Eenheid Voorbeeld", "")


def test_the_record_stays_longer_than_the_data_and_goes_too(
    police: Setting, comensha: Organisation
) -> None:
    with police.inside(ground=Ground.WPG8) as purpose:
        made = provide(purpose, wanted(typed(purpose), comensha), now=NOW)
    assert made.remove_due == DAY.replace(year=2026)
    with pytest.raises(DatabaseError), connection.cursor() as cursor:
        cursor.execute("insert into register_provision default values")
