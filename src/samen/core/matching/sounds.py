"""What a name sounds like to a clerk who writes down what is said.

`heard` keeps vowels in three classes; `skeleton` keeps consonants and whether a vowel comes first.
Letters that are often taken for one another are one sign: y/ij/i, k/c/q/g, w/v/f, s/z/sz/sh/sch.
"""

import re

_SPELLINGS = (
    (r"dzh|dj|zh", "j"),
    (r"tsch|tsj|tch|tzs|tz|ts|cz|ch|kh|gh|ck", "k"),
    (r"sch|szcz|sz|sh|sj|zs", "s"),
    (r"x", "ks"),
    (r"ph", "f"),
    (r"ij|ei|ey|ie|y|j", "i"),
    (r"ou|oe|oo|uu|ue|au", "u"),
    (r"[cqg]", "k"),
    (r"[wv]", "f"),
    (r"z", "s"),
    (r"h", ""),
    (r"d", "t"),
    (r"b", "p"),
    (r"[e]", "i"),
    (r"[o]", "u"),
    (r"m(?=[pkt])", "n"),
    (r"(.)\1+", r"\1"),
)
_RULES = tuple((re.compile(pattern), sign) for pattern, sign in _SPELLINGS)
_VOWELS = re.compile(r"(?<!^)[aiu]+")
_FEMININE = (
    (re.compile(r"(sk|ck|dzk)(a|y|ij|yi|iy)$"), r"\1i"),
    (re.compile(r"(?<=[a-z]{2})(o|e)(v|w|ff|f)a?$"), r"\1v"),
)


def heard(token: str) -> str:
    """A token of `plain` letters, by sound. Never empty for a token with a letter."""
    sound = token
    for pattern, sign in _RULES:
        sound = pattern.sub(sign, sound)
    return sound or token


def skeleton(sound: str) -> str:
    """The consonants of a token that is `heard`, with its first vowel where it begins with one."""
    bare = _VOWELS.sub("", sound)
    return re.sub(r"^[aiu]", "a", bare) or sound


def without_gender(token: str) -> str:
    """A family name in the form that both sexes share: Kowalska is kowalski, Ivanova is ivanov."""
    for pattern, ending in _FEMININE:
        changed, times = pattern.subn(ending, token)
        if times:
            return changed
    return token
