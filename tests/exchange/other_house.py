"""Another organisation's house, as a process of its own on a database of its own.

It says its number and its key, and then answers each line that it is told:
{"connect": [address, key]}, {"ask": true}, {"asked": true}.
"""

import json
import os
import sys
from uuid import UUID

from samen.accounts.models import Organisation
from samen.core.exchange.vocabulary import QuestionSide
from samen.core.terms import OrganisationKind
from samen.exchange import actions_of_asking as asking
from samen.exchange.models import Peer
from samen.exchange.queries import hits, questions
from samen.exchange.signing import public_key
from samen.purposes.inside import Purpose
from samen.work import clock
from tests.exchange.houses import ANALYST, SHARED, agreed, connected, in_order, people
from tests.register.given_files import make_setting
from tests.site_role import give_rights_in


def run() -> None:
    give_rights_in(os.environ["DATABASE_OWNER_URL"], os.environ["DATABASE_URL"])
    house = make_setting("Dossiers", "dienst Weet")
    other = Organisation.objects.create(name="stichting Vraagt", kind=OrganisationKind.NGO)
    peer = agreed(house, other.pk)
    held = in_order(house, [*people("a")[:SHARED], *people("elders")])
    say({"number": str(peer.pk), "key": public_key(peer.pk)})
    for line in sys.stdin:
        told = json.loads(line)
        if "connect" in told:
            connected(house, peer, *told["connect"])
            say({"connected": True})
            continue
        with house.inside(ANALYST) as purpose:
            say(counts(purpose, peer, held) if "ask" in told else places(purpose, held))


def counts(purpose: Purpose, peer: Peer, held: list[UUID]) -> dict[str, int]:
    question = asking.ask(purpose, peer.pk, held, now=clock.now())
    counted: dict[str, int] = asking.count(purpose, question.pk, now=clock.now()).counts
    return counted


def places(purpose: Purpose, held: list[UUID]) -> dict[str, list[int]]:
    (received,) = questions(purpose, QuestionSide.RECEIVED)
    return {"places": sorted(held.index(each.registration) for each in hits(purpose, received))}


def say(what: object) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()
