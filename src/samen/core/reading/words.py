"""Small closed lists of Dutch and English words that layout and sentence rules lean on."""

import re


def word_set(text: str) -> frozenset[str]:
    """The words in a text, as a set."""
    return frozenset(text.split())


FUNCTION_WORDS = word_set(
    """
    de het een van in en voor met op te aan naar door om dat die dit deze of bij tot uit als
    over onder tussen tegen zonder volgens sinds binnen buiten tijdens via per wegens zijn
    haar hun onze ons uw mijn geen elke elk iedere ieder alle andere ook niet meer dan er
    wat wie waar waarin waarbij waarmee welke na rond richting ten ter der des d the a an of
    and or to for with on in at by from that this these those our your their its
    """
)
"""Words that a heading or a finished clause does not end with."""

FINITE_VERBS = word_set(
    """
    is zijn was waren wordt worden werd werden heeft hebben had hadden kan kunnen kon konden
    zal zullen zou zouden moet moeten moest mag mogen wil willen wilde gaat gaan ging blijft
    blijven bleef blijkt bleek komt komen kwam geldt gelden staat staan ligt liggen vindt
    vinden ziet zien zet zetten werkt werken start starten heb ben geeft geven gaf doet doen
    maakt maken neemt nemen vraagt betreft bestaat bestaan leidt houdt are were has have
    will would can could should shall must may does do did been be
    """
)
"""Finite verbs that mark a line as part of a sentence rather than a heading."""

SUSPENDED = word_set(
    """
    en of tot als dan and or noch respectievelijk resp maar
    """
)
"""What follows a hyphen that stands for a word left out ("hulp- en ...")."""

NEVER_LAST = word_set(
    """
    nr nrs no art artt o.a o.m zgn m.b.t t.a.v i.v.m i.h.k.v n.a.v t.b.v t.g.v i.p.v i.s.m
    d.m.v m.u.v d.w.z t.v.v bijv bv drs mr dr ir ing prof dhr mevr mw ca vgl blz blzn pag p
    pp jo incl excl resp max min e.g i.e cf vs st tel par hfst afd dir div reg vol fig tab
    t/m nom no aug sept okt nov dec jan feb mrt apr jun jul a.d m.i.v aant bijl kst trb hs
    mej ds
    """
)
"""Abbreviations (without the last stop) that never end a sentence."""

MAY_BE_LAST = word_set(
    """
    jl cs c.s etc e.d e.a sr sv bw stb stcrt wvsr wvsv awb a.i b.v n.v enz m.m ll d.d et.al
    al mln mld ibid v.chr n.chr u.s e.v ev inc ltd co
    """
)
"""Abbreviations that may stand inside a sentence or at its end."""

OPENERS = word_set(
    """
    de het een dit deze die dat daar daarbij daarin daarmee daarnaast daarom daartoe dan dus
    er hier hierbij hierdoor hiermee hierover hiervoor hierin hij ik ze zij we wij u uw ook
    op om onder over in bij met na naar naast met voor van via vanuit volgens door doordat
    zo zodra zoals zowel tot ter ten tevens toch tegelijk tegelijkertijd tenslotte tijdens
    te uit uiteraard verder vervolgens voorts wel welke wanneer want wie wat waar als alle
    allereerst alleen al anders aan af andere beide bovendien bovenal concreet desondanks
    deels echter eerder elk elke enerzijds en evenals gelet gezien gezamenlijk hoewel hoe
    iedere immers indien inmiddels kortom maar mede meer momenteel mocht mijn nadat naarmate
    namens nu omdat ondanks onlangs ons onze sinds slechts sommige samen terwijl thans ten
    uiterlijk vaak vandaag veel vooral waarbij weliswaar zie zodat zonder het the this that
    these those a an in on at by for from with to it its we our they their there here he she
    i you as after before during however moreover furthermore also since when while where if
    both all each in
    """
)
"""Words, in lower case, that often open a sentence."""

_CLOSERS = "\"'’”»)]}"
_SENTENCE_END = re.compile(rf"[.!?…][{re.escape(_CLOSERS)}]*$")
_CLAUSE_END = re.compile(rf"[.!?…:;][{re.escape(_CLOSERS)}]*$")
_LAST_WORD = re.compile(r"[^\s(\[‘'\"“„]+$")
_INITIAL = re.compile(r"(?:[A-Z]\.)*[A-Z]$")


def last_word(text: str) -> str:
    """The last run without white space, without opening brackets or quotes."""
    found = _LAST_WORD.search(text[-80:])
    return found.group() if found else ""


def is_open_abbreviation(word: str) -> bool:
    """Whether a word with its stop cannot end a sentence ("nr.", an initial)."""
    if not word.endswith("."):
        return False
    stem = word[:-1]
    return stem.casefold() in NEVER_LAST or bool(_INITIAL.match(stem))


def ends_sentence(text: str) -> bool:
    """Whether a line of print closes a sentence."""
    text = text.rstrip()
    return bool(_SENTENCE_END.search(text[-12:])) and not is_open_abbreviation(last_word(text))


def ends_clause(text: str) -> bool:
    """Whether a line closes a sentence, or announces what follows (":" or ";")."""
    text = text.rstrip()
    return bool(_CLAUSE_END.search(text[-12:])) and not is_open_abbreviation(last_word(text))


def starts_lower(text: str) -> bool:
    """Whether the first character that is no opening bracket or quote is a small letter."""
    return text.lstrip(" \t\f\u00a0(['\"‘“„«")[:1].islower()


def starts_upper(text: str) -> bool:
    return text.lstrip(" \t\f\u00a0(['\"‘“„«")[:1].isupper()
