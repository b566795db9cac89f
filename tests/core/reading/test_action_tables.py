"""Actions in tables and on cards: what, who, when and how it stands."""

import pytest

from samen.core.reading.reader import read_letter
from samen.core.terms import CandidateKind

HEAD = "Datum 3 mei 2023\n\nGeachte voorzitter,\n\n"

type Action = tuple[str, list[str], str | None, str]


def _actions(text: str) -> list[Action]:
    found = read_letter((HEAD + text).encode(), "plan.txt").candidates
    details = [each.detail for each in found if each.kind is CandidateKind.ACTION]
    return [(d["what"], d["owners"], d["due"], d["status"]) for d in details]


JUSTICE = "ministerie van Justitie en Veiligheid"
TABLES = [
    (
        """
  Nr.  Actie                         Wie                   Wanneer
  1    Werkwijze voor opvang         VNG, in opdracht      1-3-2024
       vaststellen                   van JenV
  2    Lessen voor koks              Politie, Stichting    eind 2023
                                     De Wending
  3    Proef met spreekuren,         Stichting De Wending  n.v.t.
       vervallen
""",
        [
            ("Werkwijze voor opvang vaststellen", ["Vereniging van Nederlandse Gemeenten"],
             "2024-03-01", "planned"),
            ("Lessen voor koks", ["politie", "Stichting De Wending"], "2023-12-31", "planned"),
            ("Proef met spreekuren, vervallen", ["Stichting De Wending"], None, "dropped"),
        ],
    ),
    (
        """
| Maatregel                | Trekker   | Gereed       | Status        |
|--------------------------|-----------|--------------|---------------|
| Meldpunt voor koks       | JenV      | Q2 2024      | loopt         |
| Folder voor obers        | JenV, VNG | maart 2023   | afgerond      |
| Kaart van de keukens     | JenV      | medio 2023   | vertraagd     |
""",
        [
            ("Meldpunt voor koks", [JUSTICE], "2024-06-30", "running"),
            ("Folder voor obers", [JUSTICE, "Vereniging van Nederlandse Gemeenten"],
             "2023-03-31", "done"),
            ("Kaart van de keukens", [JUSTICE], "2023-08-15", "delayed"),
        ],
    ),
    (
        """
Actiehouder\tActiviteit\tDeadline
JenV\tOpstarten van een klankbord\t1 juni 2023
VNG\tBijscholen van koks\tdoorlopend
""",
        [
            ("Opstarten van een klankbord", [JUSTICE], "2023-06-01", "planned"),
            ("Bijscholen van koks", ["Vereniging van Nederlandse Gemeenten"], None, "continuous"),
        ],
    ),
    (
        """
Actie 1     Opleiden van 100 koks in de keuken
Trekker     JenV, met Stichting De Wending
Gereed      31 december 2024
Toelichting De stichting is in april begonnen; 10 koks zijn klaar.

Actie 2     Landelijk onderzoek naar keukens
Trekker     WODC, in opdracht van JenV
Gereed      medio 2024
""",
        [
            ("Opleiden van 100 koks in de keuken", [JUSTICE, "Stichting De Wending"],
             "2024-12-31", "running"),
            ("Landelijk onderzoek naar keukens", ["Wetenschappelijk Onderzoek- en Datacentrum"],
             "2024-08-15", "planned"),
        ],
    ),
    (
        """
Maatregel 2.1: Kaart voor leerplichtambtenaren
Verantwoordelijk: gemeente Assen en VNG
Planning: gereed (mei 2022)
""",
        [
            ("Kaart voor leerplichtambtenaren",
             ["gemeente Assen", "Vereniging van Nederlandse Gemeenten"], "2022-05-31", "done"),
        ],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TABLES)
def test_rows_and_cards_tell_what_who_and_when(text: str, expected: list[Action]) -> None:
    assert [action for action in _actions(text) if action in expected] == expected
    assert len(_actions(text)) <= len(expected) + 1


def test_a_table_without_a_column_of_who_is_no_list_of_actions() -> None:
    assert (
        _actions("Actie           Aantal\nFolders              12\nKaarten               9\n") == []
    )


@pytest.mark.parametrize(
    "head", ["Maatregel A2. Code voor de tuinbouw", "Actie 3 – Code voor de tuinbouw",
             "2.1 Code voor de tuinbouw"],
)  # fmt: skip
def test_a_card_has_its_title_behind_a_number_and_its_partners_beside_who_leads(head: str) -> None:
    card = f"""
{head}
Trekker: Vereniging van Nederlandse Gemeenten (VNG)
Betrokken: Politie, Stichting De Wending
Gereed: 1 juli 2025
"""
    (action,) = _actions(card)
    assert action[0].endswith("Code voor de tuinbouw")
    assert action[1:] == (["Vereniging van Nederlandse Gemeenten"], "2025-07-01", "planned")


def test_partners_lead_where_a_card_has_no_label_for_who_does() -> None:
    (action,) = _actions("\nActie 3: Code voor de tuinbouw\nBetrokken: Politie\n")
    assert action[1] == ["politie"]


LED = [
    """
Maatregel 1. Een loket
Trekker: VNG
De meldpunten worden samengevoegd tot een meldpunt.

Maatregel 2. Een gids
Trekker: Politie
Er wordt een gids ontwikkeld voor koks.
""",
    """
1. Loket

De meldpunten worden samengevoegd tot een meldpunt.
Dat is goed voor iedereen die in een keuken werkt, of
daar ooit heeft gewerkt.

Trekker: VNG

2. Gids

Er wordt een gids ontwikkeld voor koks.

Trekker: Politie
""",
    """
- De meldpunten worden samengevoegd tot een meldpunt (trekker: VNG).
- Er wordt een gids ontwikkeld voor koks (trekker: Politie).
""",
]


@pytest.mark.parametrize("text", LED)
def test_a_label_leads_the_words_that_it_stands_with(text: str) -> None:
    told = {what: owners for what, owners, _, _ in _actions(text)}
    join = next(owners for what, owners in told.items() if what.startswith("De meldpunten"))
    guide = next(owners for what, owners in told.items() if what.startswith("Er wordt een gids"))
    assert (join, guide) == (["Vereniging van Nederlandse Gemeenten"], ["politie"])


def test_a_line_with_a_label_is_no_heading() -> None:
    text = HEAD + LED[0]
    found = read_letter(text.encode(), "plan.txt").candidates
    themes = [each.detail["name"] for each in found if each.kind is CandidateKind.THEME]
    assert not [name for name in themes if "Trekker" in name]
