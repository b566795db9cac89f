"""Networks inside a purpose: who shares what with whom, and what nobody gets to see."""

from datetime import date
from uuid import UUID

import pytest

from samen.core.matching.vocabulary import PairAnswer
from samen.core.networks.network import Network
from samen.core.networks.paths import shortest_path
from samen.core.networks.vocabulary import EdgeKind, NodeKind
from samen.core.networks.words import path_in_words
from samen.core.terms import Ground, MemberRole
from samen.linkage.actions_of_networks import FORMS, take_out
from samen.linkage.actions_of_review import judge
from samen.linkage.judging import couple
from samen.linkage.networks import Seen, around
from samen.linkage.shared_patterns import patterns_found
from samen.purposes.inside import Purpose
from samen.purposes.queries import entries
from samen.register.actions_of_keeping import destroy_due
from tests.linkage.people import LIKELY, NOW, SURE, decided, person, registered, run
from tests.linkage.shared import CREW, home, row, take
from tests.register.given_files import START, Setting, make_setting

pytestmark = pytest.mark.django_db(transaction=True)
LATER = date(2023, 3, 1)
"""What was noted at START is destroyed by then, what was noted in November is not."""
ANALYST = MemberRole.ANALYST
ADDRESS, PHONE, PERSON = NodeKind.ADDRESS, NodeKind.PHONE, NodeKind.PERSON


def near(purpose: Purpose, number: UUID, kind: NodeKind = PERSON, hops: int = 2) -> Seen:
    found = around(purpose, [(kind, number)], hops=hops)
    assert found
    return found


def names(network: Network, kind: NodeKind = PERSON) -> set[str]:
    return {node.label.split()[0] for node in network.nodes if node.kind == kind}


def test_two_steps_lead_to_whoever_shares_something_however_it_is_written(setting: Setting) -> None:
    with setting.inside() as purpose:
        number = take(purpose)
        found = near(purpose, number["A1"]).network
    assert names(found) == {"Anna", "Bogdan", "Chidi", "Dana"}
    assert len(names(found, NodeKind.ORGANISATION)) == 1
    assert {edge.kind for edge in found.edges} == {
        EdgeKind.SAME_ADDRESS, EdgeKind.SAME_EMPLOYER, EdgeKind.SAME_PHONE,
    }  # fmt: skip
    assert {edge.source for edge in found.edges} == {"dienst Voorbeeld"}
    assert all(edge.is_derived for edge in found.edges)


def test_every_step_leads_further_and_a_way_is_told(setting: Setting) -> None:
    with setting.inside() as purpose:
        number = take(purpose)
        assert names(near(purpose, number["A1"], hops=1).network) == {"Anna"}
        found = around(purpose, [(PERSON, number["A1"]), (PERSON, number["A6"])], hops=3)
    assert found
    graph, places = found.network.graph, found.network.places
    way = shortest_path(graph, places[found.ends[0]], places[found.ends[1]])
    assert way
    told = " ".join(path_in_words(found.network, way))
    assert "Bij het voertuig XX-00-ZZ hoort ook Eva Verzonnen." in told
    assert told.endswith("Het document X0000001 heeft ook Femi Verzonnen.") or "voorval" in told


def test_what_a_partner_said_itself_is_told_apart_from_equal_values(setting: Setting) -> None:
    with setting.inside() as purpose:
        found = near(purpose, take(purpose)["A5"]).network
    assert {(edge.kind, edge.is_derived) for edge in found.edges} == {
        (EdgeKind.NAMED_IN_INCIDENT, False), (EdgeKind.SAME_DOCUMENT, True),
        (EdgeKind.SAME_VEHICLE, True),
    }  # fmt: skip


def test_a_thing_of_a_case_is_joined_with_the_case(setting: Setting) -> None:
    rows = [row("V", "", "", soort_registratie="voertuig", kenteken="AA-11-BB",
                onderzoeksnummer="2021-9"),
            row("P", "Anna", onderzoeksnummer="2021-9")]  # fmt: skip
    with setting.inside() as purpose:
        number = take(purpose, rows)
        found = near(purpose, number["P"]).network
        assert [node.kind for node in found.nodes] == [PERSON, NodeKind.INCIDENT, NodeKind.VEHICLE]
        from_it = near(purpose, number["V"], NodeKind.VEHICLE).network
    assert names(from_it) == {"Anna"}


def test_only_the_chosen_connections_are_walked(setting: Setting) -> None:
    with setting.inside() as purpose:
        number = take(purpose)
        found = around(purpose, [(PERSON, number["A1"])], kinds=[EdgeKind.SAME_PHONE])
    assert found
    assert names(found.network) == {"Anna", "Bogdan", "Chidi"}


@pytest.mark.parametrize("kind", [ADDRESS, PHONE])
def test_ten_thousand_at_one_place_are_one_place_with_a_count(
    setting: Setting, kind: NodeKind
) -> None:
    said = home() if kind == ADDRESS else {"telefoon": "0600000009"}
    with setting.inside() as purpose:
        number = take(purpose, [row(f"N{n}", "Noor", **said) for n in range(10_000)])
        with_place = near(purpose, number["N7"], hops=4).network
        at_place = near(purpose, number["N7"], kind, hops=1)
    assert [(node.kind, node.count) for node in with_place.nodes] == [(PERSON, 0), (kind, 10_000)]
    assert 61 <= len(at_place.network.nodes) <= 62, "sixty, and the one that was asked by"
    assert at_place.network.nodes[0].count == 10_000


def test_registrations_of_one_entity_are_one_node_that_has_what_each_names(
    setting: Setting,
) -> None:
    decided(setting)
    with setting.inside() as purpose:
        number = take(purpose)
    with setting.inside(ANALYST) as purpose:
        run(purpose, {couple(number["A4"], number["A7"]): SURE})
        found = near(purpose, number["A7"]).network
    assert names(found, ADDRESS) == {"Kerkstraat", "Dorpsstraat"}
    assert len(names(found)) == 5, "one of the two names, three of the crew, one by the vehicle"
    with setting.inside() as purpose:
        registrar = near(purpose, number["A7"]).network
    assert names(registrar, ADDRESS) == {"Kerkstraat"}, "a registrar sees no links"


def test_a_link_that_nobody_decided_on_is_perhaps_until_somebody_says_no(setting: Setting) -> None:
    with setting.inside() as purpose:
        number = take(purpose)
    pair = couple(number["A1"], number["A2"])
    with setting.inside(ANALYST) as purpose:
        run(purpose, {pair: LIKELY})
        before = near(purpose, number["A1"]).network
        judge(purpose, *pair, answer=PairAnswer.DIFFERENT, now=NOW)
        after = near(purpose, number["A1"]).network
    assert [edge.kind for edge in before.edges].count(EdgeKind.SAME_PERSON) == 1
    assert EdgeKind.SAME_PERSON not in {edge.kind for edge in after.edges}


def test_another_processing_or_ground_is_no_part_of_a_network(setting: Setting) -> None:
    other = make_setting("Andere meldingen", "dienst Ander")
    with setting.inside() as purpose:
        number = take(purpose)
    with other.inside() as purpose:
        theirs = take(purpose, [row("B1", "Bram", telefoon="0600000001", **home())])
        assert around(purpose, [(PERSON, number["A1"])]) is None
        assert names(near(purpose, theirs["B1"]).network) == {"Bram"}
        assert len(patterns_found(purpose, dutch=True).kinds[0].found) == 0
    with setting.inside(ground=Ground.WPG10) as purpose:
        assert around(purpose, [(PERSON, number["A1"])]) is None
        assert not [one for kind in patterns_found(purpose, dutch=True).kinds for one in kind.found]
    with setting.inside() as purpose:
        assert "Bram" not in names(near(purpose, number["A1"]).network)


def test_what_is_shown_is_in_the_log_with_the_persons(setting: Setting) -> None:
    with setting.inside() as purpose:
        number = take(purpose)
    with setting.inside(ANALYST) as purpose:
        seen = near(purpose, number["A1"])
        take_out(purpose, seen, "ftm")
    with setting.inside(MemberRole.PRIVACY_OFFICER) as purpose:
        acts = {
            name: {(entry.act, *entry.fields) for entry in entries(purpose, person=number[name])}
            for name in number
        }
    said = {("read", "network"), ("export", "ftm", "network")}
    assert all(said <= acts[name] for name in ("A1", "A2", "A3", "A4"))
    assert not any(said & acts[name] for name in ("A5", "A6", "A7"))


@pytest.mark.parametrize("form", FORMS)
def test_a_file_says_what_it_is_for(setting: Setting, form: str) -> None:
    with setting.inside() as purpose:
        given = take_out(purpose, near(purpose, take(purpose)["A1"]), form).decode("utf-8-sig")
    assert "Meldingen; " in given


def test_a_destroyed_registration_is_in_no_network_any_more(setting: Setting) -> None:
    with setting.inside() as purpose:
        number = take(purpose, [each for each in CREW if "Bogdan" not in each])
    with setting.inside(today=START) as purpose:
        early = [each.replace("2021-03-01", "2020-12-01") for each in CREW if "Bogdan" in each]
        number |= take(purpose, early)
        assert "Bogdan" in names(near(purpose, number["A1"]).network)
    destroy_due(today=LATER)
    with setting.inside(today=LATER) as purpose:
        assert around(purpose, [(PERSON, number["A2"])]) is None
        assert names(near(purpose, number["A1"]).network) == {"Anna", "Chidi", "Dana"}


def test_nationality_is_not_read(setting: Setting) -> None:
    """The same bytes whatever nationality each of them has."""
    given = []
    for turn in range(2):
        other = make_setting(f"Proef {turn}", f"dienst {turn}")
        nations = ("NL", "RO", "BG", "PL", "VN", "NG", "HU")
        rows = [each.replace(";;", f";{nations[(at + turn) % 7]};", 1)
                for at, each in enumerate(CREW)]  # fmt: skip
        assert rows != list(CREW)
        with other.inside() as purpose:
            number = take(purpose, rows)
            plain = around(purpose, [(PERSON, number["A1"])], hops=4)
            told = [one.sentence for kind in patterns_found(purpose, dutch=True).kinds
                    for one in kind.found]  # fmt: skip
            told = [sentence.casefold().partition(" en de organisatie")[0] for sentence in told]
        assert plain
        edges = sorted(
            (edge.kind, *sorted(plain.network.nodes[plain.network.places[end]].label
                                for end in (edge.left, edge.right)))
            for edge in plain.network.edges
        )  # fmt: skip
        given.append((edges, told))
    assert given[0] == given[1]
    assert given[0][1]


def test_patterns_are_told_with_their_members(setting: Setting) -> None:
    with setting.inside() as purpose:
        number = take(purpose)
        kinds = {
            kind.pattern.name: kind.found for kind in patterns_found(purpose, dutch=True).kinds
        }
    assert [one.sentence.casefold() for one in kinds["work_and_home"]] == [
        "4 personen delen het adres dorpsstraat 1, 9999 xx ergens en de organisatie"
        f" {kinds['work_and_home'][0].shared[1].label.casefold()}, geregistreerd van 1 maart 2021"
        " tot en met 1 maart 2021."
    ]
    members = {named.at[1] for named in kinds["one_phone"][0].members}
    assert members == {number["A1"], number["A2"], number["A3"]}
    assert len(kinds["one_document"]) == 1
    assert kinds["suspect_at_the_address"] == []


def test_a_name_may_be_anything(setting: Setting) -> None:
    """Names that a spreadsheet, an XML reader or a screen would trip over."""
    odd = ("=1+1", "Ab\u202ecd", "محمد", "N" * 199, "<b>&amp;")
    rows = [person(f"O{n}", name)._replace(postcode="9999 XX", house_number="1")
            for n, name in enumerate(odd)]  # fmt: skip
    number = registered(setting, rows)
    with setting.inside() as purpose:
        seen = near(purpose, number[0])
        assert len(names(seen.network)) == len(odd)
        for form in FORMS:
            assert take_out(purpose, seen, form)
