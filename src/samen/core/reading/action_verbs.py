"""Verbs that tell of work being done, with the forms that a government letter uses."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from samen.core.reading.verb_list import IRREGULAR, LIGHT, STEADY, STRONG

_LONG_VOWEL = re.compile(r"([aeou])\1(?=[^aeiou]$)")
_SHORT_VOWEL = re.compile(r"(?<![aeiou])[aeiou]([^aeiouwx])$")


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of work. weight: how surely it tells of an action. particle: "" if whole."""

    infinitive: str
    weight: float
    particle: str = ""


@dataclass(frozen=True, slots=True)
class VerbForms:
    """Forms to verbs. finite: forms that stand alone or with a particle later on."""

    finite: dict[str, tuple[Verb, ...]]
    joined: dict[str, Verb]
    participles: dict[str, Verb]
    infinitives: dict[str, Verb]
    pasts: dict[str, tuple[Verb, ...]]


@cache
def verb_forms() -> VerbForms:
    """Every form of every verb of the lists."""
    finite: dict[str, list[Verb]] = {}
    joined: dict[str, Verb] = {}
    participles: dict[str, Verb] = {}
    infinitives: dict[str, Verb] = {}
    pasts: dict[str, list[Verb]] = {}
    for verb, singular, participle in _lines():
        base = verb.infinitive.removeprefix(verb.particle)
        for form in {base, singular, singular.removesuffix("t")}:
            finite.setdefault(form, []).append(verb)
            if verb.particle:
                joined[verb.particle + form] = verb
        infinitives[verb.infinitive] = verb
        participles[participle] = verb
        for form in _past_forms(verb, participle):
            pasts.setdefault(form, []).append(verb)
    return VerbForms(
        {form: tuple(verbs) for form, verbs in finite.items()},
        joined,
        participles,
        infinitives,
        {form: tuple(verbs) for form, verbs in pasts.items()},
    )


def _past_forms(verb: Verb, participle: str) -> tuple[str, ...]:
    """The simple past: "voltooid" gives "voltooide" and "voltooiden", "nemen" gives "nam"."""
    base = verb.infinitive.removeprefix(verb.particle)
    if base in _irregular_pasts():
        return _irregular_pasts()[base]
    is_irregular = participle.endswith("cht") and "cht" not in base  # gebracht, gekocht
    if is_irregular or not participle.endswith(("d", "t")):
        return ()
    stem = participle.removeprefix(verb.particle).removeprefix("ge").replace("ë", "e")
    stem = "i" + stem[1:] if stem.startswith("ï") else stem
    past = f"{stem}{stem[-1]}e" if base.endswith(("ten", "den")) else f"{stem}e"
    return tuple(form for form in (past, f"{past}n") if form != base)


@cache
def _irregular_pasts() -> dict[str, tuple[str, ...]]:
    found = {}
    for entry in IRREGULAR.split(";"):
        base, singular, *plural = entry.split()
        found[base] = (singular, *(plural or [_plural(singular)]))
    return found


def _plural(past: str) -> str:
    """The plural of a past: "sloot" gives "sloten", "trok" gives "trokken"."""
    short = _SHORT_VOWEL.search(past)
    return f"{_LONG_VOWEL.sub(r'\1', past)}{short[1] if short else ''}en"


def _lines() -> Iterator[tuple[Verb, str, str]]:
    for weight, verbs in ((1.0, STRONG), (0.75, STEADY), (0.45, LIGHT)):
        for entry in verbs.split(";"):
            infinitive, _, rest = " ".join(entry.split()).partition(" ")
            singular, _, participle = rest.partition(",")
            form, _, particle = singular.partition(" ")
            yield Verb(infinitive, weight, particle), form, participle
