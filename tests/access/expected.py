"""Who may open what. A line per address; an address without a line fails the tests.

The letters stand for the cast: v visitor, t programme team, o action owner, a approver,
r reader, d administrator, n somebody without a role. Named are those who may; all others
must be refused (a visitor is sent to sign in). `POST` marks an address that only takes forms.
"""

from dataclasses import dataclass

LETTERS = {
    "v": "visitor",
    "t": "programme_team",
    "o": "action_owner",
    "a": "approver",
    "r": "reader",
    "d": "administrator",
    "n": "nobody",
}
ALL, SIGNED_IN, ANY_ROLE, ADMINISTRATOR = "vtoardn", "toardn", "toard", "d"


@dataclass(frozen=True)
class Line:
    may: str
    method: str = "GET"


# The addresses of allauth guard themselves; tests/accounts tries them one by one.
GUARD_THEMSELVES = ("account/",)

EXPECTED: dict[str, Line] = {
    "": Line(ALL),
    "taal": Line(ALL, "POST"),
    "toetsen": Line(ALL),
    "gezond": Line(ALL),
    "robots.txt": Line(ALL),
    "ik": Line(SIGNED_IN),
    "uitnodiging/<str:number>/<str:token>": Line(ALL),
    "mensen/": Line(ADMINISTRATOR),
    "mensen/uitnodigen": Line(ADMINISTRATOR),
    "mensen/<int:number>/": Line(ADMINISTRATOR),
    "mensen/<int:number>/sluiten": Line(ADMINISTRATOR, "POST"),
    "mensen/<int:number>/openen": Line(ADMINISTRATOR, "POST"),
    "mensen/<int:number>/link": Line(ADMINISTRATOR, "POST"),
    "mensen/<int:number>/rol/<int:grant>/einde": Line(ADMINISTRATOR, "POST"),
    "organisaties/": Line(ANY_ROLE),
    "ambten/": Line(ANY_ROLE),
    "ambten/<int:number>/": Line(ANY_ROLE),
    "spoor/": Line(ADMINISTRATOR),
    "spoor.csv": Line(ADMINISTRATOR),
    "werk/<int:number>/": Line(SIGNED_IN),
    "werk/<int:number>/stand": Line(SIGNED_IN),
}
