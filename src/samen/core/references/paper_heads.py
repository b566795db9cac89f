"""What stands to the left of a dossier: chamber, kind of paper, session year."""

import re
from dataclasses import dataclass

from samen.core.references.paper_grammar import HEAD_GAP, HEAD_TOKEN, NOT_BEFORE, OTHER_BEFORE
from samen.core.terms import Chamber

_WINDOW = 110


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a citation, from `start` to its dossier.

    chamber: None where the head names none. is_strong: the head says that what follows is a
    parliamentary paper, so a number may follow without "nr.". is_open: the head introduces a
    dossier or a heading, so the number may come some words later.
    """

    start: int
    chamber: Chamber | None = None
    session_year: str = ""
    is_strong: bool = False
    is_open: bool = False
    is_refused: bool = False
    tells: bool = False
    """Some word of a head stands there."""


def read_head(text: str, dossier_start: int) -> Head:
    """The head that ends at a dossier; an empty one at the dossier itself if there is none."""
    window = max(0, dossier_start - _WINDOW)
    start = dossier_start
    tokens: list[re.Match[str]] = []
    for token in reversed(list(HEAD_TOKEN.finditer(text, window, dossier_start))):
        if not HEAD_GAP.fullmatch(text, token.end(), start):
            break
        tokens.append(token)
        start = token.start()
    if not tokens:
        near = (max(0, dossier_start - 40), dossier_start)
        refused = NOT_BEFORE.search(text, *near) or OTHER_BEFORE.search(text, *near)
        return Head(dossier_start, is_refused=refused is not None)
    return _head_of(tokens, start)


def _head_of(tokens: list[re.Match[str]], start: int) -> Head:
    sessions = [token for token in tokens if token["session"]]
    has_kind = any(token["kind"] for token in tokens)
    is_short = any(token["chamber"] in {"TK", "EK", "HTK", "HEK"} for token in tokens)
    return Head(
        start=start,
        tells=has_kind
        or is_short
        or any(t["chamber"] or t["session"][0].isalpha() for t in tokens),
        chamber=next((c for token in tokens if (c := _chamber(token))), None),
        session_year=session_of(sessions[0]) if sessions else "",
        is_strong=bool(has_kind or is_short or (sessions and _says_session(tokens))),
        is_open=bool(sessions) or any("dossier" in (t["kind"] or "").lower() for t in tokens),
    )


def _says_session(tokens: list[re.Match[str]]) -> bool:
    """Whether a pair of years is a session: with the word, or beside a chamber."""
    has_word = any(token["session"] and token["session"][0].isalpha() for token in tokens)
    return has_word or any(token["chamber"] for token in tokens)


def _chamber(token: re.Match[str]) -> Chamber | None:
    if which := token["which"]:
        return Chamber.SENATE if which == "I" else Chamber.HOUSE
    name = (token["chamber"] or "").lower()
    if name.startswith("verenigde"):
        return Chamber.UNITED
    if name.startswith("eerste") or name in {"ek", "hek"}:
        return Chamber.SENATE
    return Chamber.HOUSE if name else None


def session_of(match: re.Match[str]) -> str:
    """The session year of a match with groups y1 and y2, in full: 2020-2021."""
    first, second = match["y1"], match["y2"]
    return f"{first}-{first[: 4 - len(second)]}{second}"
