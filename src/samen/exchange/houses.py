"""This house as one side of a question: the keys of its registrations, read inside a purpose."""

from collections.abc import Collection
from uuid import UUID

import numpy as np

from samen.core.exchange.keys import keys_of
from samen.core.exchange.protocol import House
from samen.core.exchange.vocabulary import QuestionSide
from samen.core.matching.standardise import standardised
from samen.exchange.models import ExchangeQuestion
from samen.exchange.signing import house_secret
from samen.purposes.inside import Purpose
from samen.register.queries_of_linkage import linkable


def house_of(
    purpose: Purpose, question: ExchangeQuestion, only: Collection[UUID] | None = None
) -> tuple[House, list[UUID]]:
    """The house, and the numbers of the registrations at its places.

    only: the registrations that are asked about; all persons of the processing when not given.
    """
    words, columns = linkable(purpose)
    numbers = [UUID(word) for word in words]
    ready = standardised(columns, len(numbers))
    if only is not None:
        wanted = set(only)
        places = [place for place, number in enumerate(numbers) if number in wanted]
        ready = ready.take(np.array(places, np.int64))
        numbers = [numbers[place] for place in places]
    purpose.renew()
    side = QuestionSide(question.side)
    secret = house_secret(question.peer)
    return House(secret, side.value, question.number, keys_of(ready)), numbers
