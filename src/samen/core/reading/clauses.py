"""Main clauses of a sentence and the verbs of work in them.

A sentence is cut only where both halves could stand alone: at a semicolon, or at a
conjunction behind which a finite verb follows and before which one stands.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from samen.core.reading.action_verbs import Verb, VerbForms, verb_forms
from samen.core.reading.lexicon import word_set

_TOKEN = re.compile(r"\w[\w’'-]*")
_SEMICOLON = re.compile(r";\s+")
_CONJUNCTION = re.compile(r"(?:,\s+)?\b(?:en|maar|terwijl|waarbij|waarna)\s+|,\s+")
_MARK = 3
"""Letters of what may count an item: "ii.", "iv)"."""
_SHORTEST = 4
"""Words that a clause needs to stand alone."""
_PASSIVE = word_set("wordt worden werd werden")
_PERFECT = word_set("is zijn heeft hebben heb was waren werd werden")
_MODAL = word_set("zal zullen gaat gaan ga wil willen voornemens")
_LETTING = word_set("laat laten")
_HELPING = word_set("blijven gaan laten kunnen moeten mogen willen helpen")
"""Infinitives before another one: "te blijven investeren"."""
_ABLE = word_set("kan kunnen zou zouden mag mogen")
_MUST = word_set("moet moeten dient dienen")
AUXILIARIES = _PASSIVE | _PERFECT | _MODAL | _LETTING | _ABLE | _MUST | {"komt", "komen", "staat"}
_SUBORDINATORS = word_set(
    "dat die wat hoe waarin waarmee waarbij waaraan waarvan zodat omdat doordat terwijl of"
)
_NOUNS = word_set(
    "inzet aanpak opvang start onderzoek onderzoeken werk werken deel delen bezoek test testen "
    "volg plan plannen vraag vragen maak maken koop houd neem geef geven richt stel breng "
    "scholen plaatsen schrijven leg draag trek vul zend"
)
"""Forms that are as often a noun, or a piece of a phrase, as a verb of work."""
_BEFORE_NOUN = word_set(
    "de het een dit dat deze die van ter hun haar zijn onze ons mijn lopende diverse nieuwe twee "
    "drie tweetal drietal verschillende geen alle"
)

_ENDS_CLAUSE = word_set(
    "dat wie waarin waarmee waarbij waaraan waarvan zodat omdat doordat terwijl"
)
_DETERMINERS = _BEFORE_NOUN - {"van", "ter", "zijn"} | word_set("wie welke elke ieder iedere")
"""Words before a noun: a preposition before them belongs to it, not to the verb."""
_RELATIVES = word_set("die waarin waarmee waarbij waaraan waarvan")
_PREPOSITIONS = word_set("om op in van voor met bij aan uit naar over door tegen tot onder na")
_ASKS_ITSELF = word_set("of hoe welke wat waarom hoeveel wanneer")
"""Words behind a verb of looking into something: "X en Y onderzoeken of ..."."""
_ADVERBS = word_set("beter verder nader explicieter effectiever sneller snel gezamenlijk")
_OPENS_NO_MAIN = word_set(
    "die dat wat waar waarin waarmee waaraan waarvan om te zodat omdat als dan of"
)
_POINTS_BACK = word_set("deze die hen hem ze")
_SEASONS = word_set("week maand zomer winter lente herfst")
_STANDING = word_set(
    "loopt lopen ligt geldt vindt duurt richt krijgt let leert blijft overweegt overwegen beslist"
)
"""Other finite verbs by which a clause stands alone."""

_FRONTED = re.compile(
    r"\W*(?:Omdat|Doordat|Aangezien|Als|Indien|Wanneer|Zodra|Hoewel|Nu|Nadat|Om)\b"
)
_TURN = re.compile(r",\s+(?=(?P<verb>[a-zà-ÿ]+)\b)")
_SUBORDINATE = re.compile(
    r",\s+(?:die|dat|als|hoewel|wat|hetgeen)\b"
    r"|\b(?:waarvan|waarin|waarmee|waardoor|waarop|waarover|indien|omdat|zodat|nadat|mits|tenzij)\b"
)


class Form(StrEnum):
    """How a verb stands in its clause."""

    ACTIVE = "active"
    PASSIVE = "passive"
    PERFECT = "perfect"
    PAST = "past"
    INTENDED = "intended"
    POSSIBLE = "possible"
    NEEDED = "needed"
    AIM = "aim"
    SUBORDINATE = "subordinate"
    RELATIVE = "relative"


@dataclass(frozen=True, slots=True)
class Token:
    """A word, with its offsets in the text."""

    word: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class VerbHit:
    """A verb of work in a clause. index: of its token."""

    verb: Verb
    form: Form
    index: int


def tokens_of(text: str, start: int, end: int) -> list[Token]:
    """The words of a stretch, in lower case; but "OM" is no preposition."""
    return [
        Token("OM" if m.group() == "OM" else m.group().lower(), m.start(), m.end())
        for m in _TOKEN.finditer(text, start, end)
    ]


def main_clauses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The stretches of a sentence that could each stand alone; one if it cannot be cut."""
    parts: list[tuple[int, int]] = []
    begin = start
    for low, high in _cuts(text, start, end):
        is_bare = text[low:high].strip() in {",", "en"}  # mostly a list of things: ask for more
        alone = _does_work if is_bare else _stands_alone
        is_inside = is_bare and _is_open(tokens_of(text, begin, low))
        if low > begin and not is_inside and alone(text, begin, low) and alone(text, high, end):
            parts.append((begin, low))
            begin = high
    return [*parts, (begin, end)]


def _is_open(before: list[Token]) -> bool:
    """Whether words break off in a clause whose verb is to come: "dat de hulp aan jongeren"."""
    forms = verb_forms()
    for token in reversed(before):
        is_verb = token.word in forms.finite or token.word in forms.participles
        if token.word in AUXILIARIES | _STANDING or (is_verb and token.word not in _NOUNS):
            return False
        if token.word in _RELATIVES | {"dat", "zodat", "omdat", "doordat"}:
            return True
    return False


def _cuts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    cuts = [m.span() for m in _SEMICOLON.finditer(text, start, end)]
    for match in _CONJUNCTION.finditer(text, start, end):
        follows = tokens_of(text, match.end(), min(end, match.end() + 90))
        if _opens_clause(follows, 5 if match.group().strip() in {",", "en"} else 8):
            cuts.append(match.span())
    return iter(sorted(cuts))


def _opens_clause(words: list[Token], reach: int) -> bool:
    """Whether words begin a clause: a finite verb stands among the first.

    What has both its subject and its object in the clause before cannot stand alone: "en
    beoordeelt die".
    """
    forms = verb_forms()
    opening, after, third = [*(token.word for token in words[:3]), "", "", ""][:3]
    points_back = after in _POINTS_BACK and third not in _SEASONS
    if opening in _OPENS_NO_MAIN or (opening in forms.finite and points_back):
        return False
    for token in words[:reach]:
        is_finite = token.word in forms.finite and token.word not in _NOUNS
        is_singular = is_finite and token.word.endswith("t")
        if is_singular or token.word in AUXILIARIES - {"zijn"}:
            return True
    return False


def _does_work(text: str, start: int, end: int) -> bool:
    """Whether a stretch names what acts before or behind a verb of work in a main clause."""
    words = tokens_of(text, start, end)
    if len(words) < _SHORTEST or text[start:end].count("(") != text[start:end].count(")"):
        return False
    main = {Form.ACTIVE, Form.PASSIVE, Form.PERFECT, Form.INTENDED, Form.PAST}
    return any(hit.form in main and hit.verb.weight > 0.5 for hit in verb_hits(words))


def _stands_alone(text: str, start: int, end: int) -> bool:
    words = tokens_of(text, start, end)
    if len(words) < _SHORTEST or text[start:end].count("(") != text[start:end].count(")"):
        return False
    return any(w.word in AUXILIARIES | _STANDING for w in words) or any(
        True for _ in verb_hits(words)
    )


def verb_hits(tokens: list[Token]) -> Iterator[VerbHit]:
    """Every verb of work in the words of a clause, with how it stands there."""
    forms = verb_forms()
    words = [token.word for token in tokens]
    for index, word in enumerate(words):
        hit = (
            _participle(words, index, forms)
            or _infinitive(words, index, forms)
            or _finite(words, index, forms)
        )
        if hit is not None:
            yield hit
        elif word in forms.joined and word not in _NOUNS:
            yield VerbHit(forms.joined[word], Form.SUBORDINATE, index)


def _participle(words: list[str], index: int, forms: VerbForms) -> VerbHit | None:
    verb = forms.participles.get(words[index])
    if verb is None or (words[index] in forms.infinitives and "te" in words[index - 1 : index]):
        return None
    near = _near(words, index)
    if near & _ABLE:
        return VerbHit(verb, Form.POSSIBLE, index)
    if near & _MUST:
        return VerbHit(verb, Form.NEEDED, index)
    if near & {"zal", "zullen"}:
        return VerbHit(verb, Form.INTENDED, index)
    if _is_relative(words, index):
        return VerbHit(verb, Form.RELATIVE, index)
    if near & _PASSIVE:
        return VerbHit(verb, Form.PASSIVE, index)
    return VerbHit(verb, Form.PERFECT, index) if near & _PERFECT else None


def _infinitive(words: list[str], index: int, forms: VerbForms) -> VerbHit | None:
    verb = forms.infinitives.get(words[index])
    parted = words[index - 1 : index] == ["te"]
    helped = words[index - 2 : index - 1] == ["te"] and words[index - 1] in _HELPING
    if verb is None and parted:
        verb = _parted_infinitive(words, index, forms)
    if verb is None or words[index - 1 : index] == ["het"]:
        return None
    if parted or helped:
        return VerbHit(verb, Form.AIM, index)
    near = _near(words, index)
    if words[index - 1 : index] == ["laten"] and near & {"heeft", "hebben", "heb"}:
        return VerbHit(verb, Form.PERFECT, index)
    for group, form in (
        (_ABLE, Form.POSSIBLE),
        (_MODAL, Form.INTENDED),
        (_MUST, Form.NEEDED),
        (_LETTING, Form.ACTIVE),
    ):
        if near & group:
            return VerbHit(verb, form, index)
    return None


def _parted_infinitive(words: list[str], index: int, forms: VerbForms) -> Verb | None:
    """A separable verb with "te" in its middle: "op te richten"."""
    particle = words[index - 2] if index >= 2 else ""
    return forms.infinitives.get(particle + words[index]) if particle else None


def _finite(words: list[str], index: int, forms: VerbForms) -> VerbHit | None:
    word = words[index]
    verbs = forms.finite.get(word, ())
    later = words[index + 1 :]
    is_noun = word in _NOUNS and words[index - 1 : index] and words[index - 1] in _BEFORE_NOUN
    parted = [verb for verb in verbs if verb.particle and _ends_with(later, verb.particle)]
    if parted and not is_noun and not _is_modal(words, index):
        nearest = min(parted, key=lambda verb: later.index(verb.particle))
        return VerbHit(nearest, Form.ACTIVE, index)
    past = _past(words, index, forms)
    if past is not None:
        return past
    whole = next((verb for verb in verbs if not verb.particle), None)
    if whole is None or not _is_verb(words, index, whole):
        return None
    form = Form.RELATIVE if _ends_relative(words, index, forms) else Form.ACTIVE
    return VerbHit(whole, form, index)


def _ends_relative(words: list[str], index: int, forms: VerbForms) -> bool:
    """Whether a finite verb is that of "die ..."; the first behind it, or joined to the first."""
    opens = max((i for i in range(1, index) if _is_pronoun(words, i)), default=0)
    if opens == 0:
        return False
    others = [
        i
        for i in range(opens + 1, index)
        if words[i] in AUXILIARIES or words[i] in forms.finite or words[i] in forms.joined
    ]
    return not others or words[others[-1] + 1] in {"of", "en"}


def _ends_with(later: list[str], particle: str) -> bool:
    """Whether a particle stands where a verb's does: not as the preposition of "bij de politie"."""
    for index, word in enumerate(later):
        if word in _ENDS_CLAUSE:
            return False
        if word == particle:
            following = later[index + 1] if index + 1 < len(later) else ""
            return following not in _DETERMINERS | {"te"} and not following[:1].isdigit()
    return False


def _is_modal(words: list[str], index: int) -> bool:
    """Whether "dient" says that something must be done: "dient vermeld te worden in ..."."""
    return words[index] in _MUST and "te" in words[index + 1 : index + 8]


def _past(words: list[str], index: int, forms: VerbForms) -> VerbHit | None:
    """A verb in the simple past, with its particle later on if it has one."""
    if index and words[index - 1] in _BEFORE_NOUN | _ADVERBS | _PREPOSITIONS:
        return None
    for verb in forms.pasts.get(words[index], ()):
        if not verb.particle or _ends_with(words[index + 1 :], verb.particle):
            return VerbHit(verb, Form.PAST, index)
    return None


def _is_verb(words: list[str], index: int, verb: Verb) -> bool:
    """Whether a form that may be a noun or a participle is the finite verb here."""
    word = words[index]
    before = words[index - 1] if index else ""
    if before in _BEFORE_NOUN or (before in _ADVERBS and "het" in words[index - 2 : index]):
        return False
    if words[index + 1 : index + 2] == ["van"] and "het" in words[max(0, index - 4) : index]:
        return False  # "het in stand houden van"
    if set(words[index + 1 : index + 2]) & _ASKS_ITSELF and not word.startswith("vra"):
        return True
    first_person = not word.endswith("t") and word != verb.infinitive
    if first_person or word in _NOUNS - {"start", "richt"}:
        beside = words[max(0, index - 1) : index] + words[index + 1 : index + 2]
        if word in _NOUNS and word.endswith("en") and {"wij", "we"} & set(beside):
            return True
        return "ik" in words[max(0, index - 2) : index + 2] or (
            word == "werken" and not set(words) & (_MODAL | _LETTING | _ABLE | _MUST)
        )
    return True


def _is_relative(words: list[str], index: int) -> bool:
    """Whether a verb stands behind a relative pronoun, close to the end of its clause."""
    low = index
    while low > 0 and words[low - 1] not in _SUBORDINATORS:
        low -= 1
    opens = low > 1 and _is_pronoun(words, low - 1)
    return opens and not frozenset(words[low + 2 : index]) & AUXILIARIES


def _is_pronoun(words: list[str], index: int) -> bool:
    """Whether a word opens a relative clause; "om die reden" points at something."""
    before = words[index - 1]
    points = words[index] == "die" and before in _PREPOSITIONS | AUXILIARIES
    return words[index] in _RELATIVES and not points


def _near(words: list[str], index: int) -> frozenset[str]:
    """The auxiliaries of a verb: before it, back to a subordinator, or close behind it."""
    low = index
    while low > 0 and words[low - 1] not in _SUBORDINATORS:
        low -= 1
    close = frozenset(words[low : index + 3]) & AUXILIARIES
    return close or frozenset(words[:index]) & AUXILIARIES


def opens_with_verb(text: str, start: int, end: int) -> bool:
    """Whether the first word of a stretch is a finite verb: an item that goes on from its lead."""
    first = next((t.word for t in tokens_of(text, start, end) if len(t.word) > _MARK), "")
    forms = verb_forms()
    return first in AUXILIARIES or first in forms.finite or first in forms.pasts


def subordinate_clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The clauses that open a clause ("Omdat ...,") or hang in it (", waarvan ...")."""
    fronted = _FRONTED.match(text, start, end)
    if fronted is not None:
        turns = (m for m in _TURN.finditer(text, start, end) if _is_finite(m["verb"]))
        yield start, next((m.end() for m in turns), start)
    for opening in _SUBORDINATE.finditer(text, start, end):
        comma = text.find(",", opening.end(), end)
        yield opening.start(), comma if comma >= 0 else end


def _is_finite(word: str) -> bool:
    return word in AUXILIARIES or word in verb_forms().finite
