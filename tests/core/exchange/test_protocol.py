"""The two rounds: what each side finds, and what it cannot find out."""

import hashlib
from uuid import UUID

import pytest

from samen.core.errors import BadInput, Refused, TooBig, Unreadable
from samen.core.exchange import keys, masking, messages, protocol
from samen.core.exchange.keys import Keys
from samen.core.exchange.masking import Mask, padded_size
from samen.core.exchange.messages import Message, read
from samen.core.exchange.protocol import House
from samen.core.exchange.vocabulary import KeyClass, Step

pytestmark = pytest.mark.skipif(
    not masking.is_installed(), reason="openmined-psi has no wheel for this machine"
)
QUESTION = UUID(int=1)


NOBODY: Keys = {kind: {} for kind in KeyClass}
MINE: Keys = {
    **NOBODY,
    KeyClass.DOCUMENT: {11: (0,), 12: (1,), 13: (2,)},
    KeyClass.PHONE_AND_YEAR: {21: (0, 4)},
}
THEIRS: Keys = {
    **NOBODY,
    KeyClass.DOCUMENT: {11: (7,), 99: (8,)},
    KeyClass.PHONE_AND_YEAR: {21: (7, 9), 22: (8,)},
}


def asker(known: Keys = MINE, question: UUID = QUESTION) -> House:
    return House(b"a" * 32, "asker", question, known)


def owner(known: Keys = THEIRS) -> House:
    return House(b"o" * 32, "owner", QUESTION, known)


def sent(message: Message) -> Message:
    """As the other side reads it."""
    return read(message.as_bytes(), message.step)


def test_round_one_counts_by_key() -> None:
    answer = sent(protocol.counts_for(owner(), sent(protocol.ask(asker()))))
    told = protocol.counted(asker(), answer)
    assert {kind: n for kind, n in told.items() if n} == {
        KeyClass.DOCUMENT: 1,
        KeyClass.PHONE_AND_YEAR: 1,
    }


def test_round_one_tells_the_asker_no_record() -> None:
    """The doubly masked elements come in another order than the one asked in, so that they
    cannot be laid beside what was asked."""
    asked = protocol.ask(asker())
    counts = protocol.counts_for(owner(), asked)
    in_order = owner().over(asked.asked)
    for kind in KeyClass:
        assert counts.asked[kind] != in_order[kind]
        assert counts.asked[kind] == sorted(in_order[kind])


def pairs() -> tuple[list[protocol.Found], Message]:
    asked = sent(protocol.ask(asker(), Step.ASK_PAIRS))
    answer = sent(protocol.pairs_for(owner(), asked))
    return protocol.found(asker(), asked, answer), answer


def test_round_two_tells_which_of_ones_own_records_by_an_opaque_token() -> None:
    made, _answer = pairs()
    assert [(each.place, set(each.hits)) for each in made] == [
        (0, {KeyClass.DOCUMENT, KeyClass.PHONE_AND_YEAR}),
        (4, {KeyClass.PHONE_AND_YEAR}),
    ]
    again, _answer = pairs()
    assert not {each.token for each in made} & {each.token for each in again}


def test_opened_pairs_tell_the_owner_which_of_its_records_are_meant() -> None:
    made, _answer = pairs()
    opened = protocol.opened(owner(), sent(protocol.open_pairs(QUESTION, made)))
    told = {each.token: each.places for each in opened}
    first, second = (told[each.token] for each in made)
    assert first == {
        7: {KeyClass.DOCUMENT, KeyClass.PHONE_AND_YEAR},
        9: {KeyClass.PHONE_AND_YEAR},
    }
    assert second == {7: {KeyClass.PHONE_AND_YEAR}, 9: {KeyClass.PHONE_AND_YEAR}}


def test_what_is_opened_holds_no_record_of_the_asker() -> None:
    """Tokens are by chance, and in an order that says nothing of the places."""
    message = protocol.open_pairs(QUESTION, pairs()[0])
    assert [token for token, _ in message.said["pairs"]] == sorted(
        token for token, _ in message.said["pairs"]
    )
    assert set(message.said) == {"pairs"}


def test_a_record_that_is_gone_since_is_about_nobody() -> None:
    made, _answer = pairs()
    opened = protocol.opened(owner(NOBODY), protocol.open_pairs(QUESTION, made))
    assert [each.places for each in opened] == [{}, {}]


def test_no_element_is_the_same_in_two_questions() -> None:
    """Who keeps what came over the line cannot lay two questions beside one another."""
    one, other = (protocol.ask(asker(MINE, UUID(int=n))).asked for n in (1, 2))
    assert all(not set(one[kind]) & set(other[kind]) for kind in KeyClass)


def test_no_key_can_be_tried_without_the_mask() -> None:
    """Guessing all keys gives nothing that went over the line, without the secret."""
    asked = protocol.ask(asker()).asked[KeyClass.DOCUMENT]
    guesses = Mask(b"g" * 32, f"{QUESTION}|asker", KeyClass.DOCUMENT).own(range(100))
    assert not set(guesses) & set(asked)


@pytest.mark.parametrize(
    ("size", "padded"), [(0, 64), (1, 64), (64, 64), (65, 128), (1000, 1024), (10_000, 10_240)]
)
def test_sizes_are_padded(size: int, padded: int) -> None:
    assert padded_size(size) == padded


def test_a_padded_set_does_not_tell_how_many_are_real() -> None:
    none, few = (protocol.ask(house).asked for house in (asker(NOBODY), asker()))
    assert {len(found) for sets in (none, few) for found in sets.values()} == {64}


def test_the_same_question_is_the_same_bytes() -> None:
    """So a round can be asked again after a line that broke, and nothing has to be kept."""
    one, other = (protocol.ask(asker()).as_bytes() for _ in range(2))
    assert one == other


def test_a_message_with_other_versions_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    content = protocol.ask(asker()).as_bytes()
    monkeypatch.setattr(keys, "VERSION", keys.VERSION + 1)
    with pytest.raises(Refused, match=r"keys 2.*same version of Samen"):
        read(content, Step.ASK)


@pytest.mark.parametrize("cut", [0, 1, 40, 4000])
def test_a_message_that_was_cut_short_is_none(cut: int) -> None:
    content = protocol.ask(asker()).as_bytes()
    with pytest.raises(Unreadable, match="cut short"):
        read(content[:cut], Step.ASK)


def test_a_message_with_one_sign_changed_is_none() -> None:
    content = bytearray(protocol.ask(asker()).as_bytes())
    content[len(content) // 2] ^= 1
    with pytest.raises(Unreadable, match="no message of the exchange"):
        read(bytes(content), Step.ASK)


@pytest.mark.parametrize("count", ["Infinity", "NaN", "-1", "[]"])
def test_a_message_with_an_odd_count_is_none(count: str) -> None:
    line = '{"protocol": %d, "keys": %d, "step": "ask", "question": "%s", "said": {}, "sets": %s}'
    sets = f'[["asked", "document", {count}]]'
    body = messages.MAGIC + (line % (messages.PROTOCOL, keys.VERSION, QUESTION, sets)).encode()
    body += b"\n"
    with pytest.raises(Unreadable, match="no message of the exchange"):
        read(body + hashlib.sha256(body).digest(), Step.ASK)


def test_a_message_of_another_step_is_refused() -> None:
    with pytest.raises(BadInput, match="a message counts is due"):
        read(protocol.ask(asker()).as_bytes(), Step.COUNTS)


def test_a_message_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(messages, "MOST_BYTES", 100)
    with pytest.raises(TooBig, match="larger than is allowed"):
        read(protocol.ask(asker()).as_bytes(), Step.ASK)


def test_what_is_no_point_on_the_curve_is_refused() -> None:
    asked = protocol.ask(asker())
    asked.asked[KeyClass.DOCUMENT][0] = b"\x02" + b"\xff" * 32
    with pytest.raises(BadInput, match="no point on the curve"):
        protocol.counts_for(owner(), asked)


def test_a_message_without_all_sets_is_refused() -> None:
    with pytest.raises(Refused, match="one for each key"):
        protocol.counts_for(owner(), Message(Step.ASK, QUESTION))


@pytest.mark.parametrize(
    "said",
    [
        {}, {"pairs": 3}, {"pairs": [["00" * 16, {}]]},
        {"pairs": [["00", {"document": "00" * 33}]]},
        {"pairs": [["00" * 16, {"document": "00"}]]},
        {"pairs": [["00" * 16, {"shoe": "00" * 33}]]},
        {"pairs": [["00" * 16, {"document": "00" * 33}]] * 2},
        {"pairs": [["00 " * 16, {"document": "00" * 33}]]},
    ],
)  # fmt: skip
def test_pairs_of_another_form_are_refused(said: dict[str, object]) -> None:
    with pytest.raises(BadInput, match="cannot be read"):
        protocol.opened(owner(), Message(Step.OPEN_PAIRS, QUESTION, said=said))
