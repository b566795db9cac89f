"""Where a letter says that a motion stands, in the many ways in which letters say it."""

import pytest

from samen.core.reading.motions import find_motions
from samen.core.reading.repair import repair
from samen.core.reading.source import source_of_text

_SETTLED = """
Met de folder voor koks is de motie Zandstra (28 638, nr. 77) uitgevoerd.
Aan de motie Zandstra (28 638, nr. 77) is hiermee voldaan.
Hiermee heb ik voldaan aan de motie Zandstra (28 638, nr. 77).
Hiermee doe ik de motie van het lid Zandstra (28 638, nr. 77) af.
De motie Zandstra (28 638, nr. 77) doe ik hiermee af.
De motie Zandstra (28 638, nr. 77) vraagt om een folder. Die is er. Ik doe haar hiermee af.
De motie Zandstra (28 638, nr. 77) beschouw ik daarmee als uitgevoerd.
Hiermee acht ik de motie Zandstra (28 638, nr. 77) uitgevoerd.
Ik merk de motie Zandstra (28 638, nr. 77) aan als afgedaan.
De motie Zandstra (28 638, nr. 77) is inmiddels volledig uitgevoerd.
Met het gesprek is voldaan aan het verzoek in de motie Zandstra (28 638, nr. 77).
Met deze brief voldoe ik aan de motie Zandstra (28 638, nr. 77).
Hiermee beschouw ik de motie Zandstra (28 638, nr. 77) als nagekomen.
Daarmee is de motie Zandstra (28 638, nr. 77) gerealiseerd.
Bij motie Zandstra (28 638, nr. 77) is om een folder gevraagd. Aan dit verzoek is voldaan.
Wij hebben de motie Zandstra (28 638, nr. 77) uitgevoerd.
Motie Zandstra (28 638, nr. 77) (uitgevoerd)
De motie Zandstra (28 638, nr. 77) is met de brief van 12 april 2021 uitgevoerd.
De motie Zandstra (28 638, nr. 77) is er. Zij vroeg een folder. Die is af. Ik zie haar als afgedaan.
De folder is gedrukt. Hiermee is uitvoering gegeven aan de motie Zandstra c.s. (28 638, nr. 77).
De motie Zandstra c.s. (28 638, nr. 77) kan hiermee van de lijst worden afgevoerd.
Met de folder is de motie Zandstra c.s. (28 638, nr. 77) tot uitvoering gebracht.
Ik meen hiermee de motie Zandstra c.s. (28 638, nr. 77) naar behoren te hebben uitgevoerd.
Motie Zandstra c.s. (28 638, nr. 77): uitgevoerd. Zie paragraaf 3.
Er is gevolg gegeven aan de motie Zandstra (28 638, nr. 77). Deze is daarmee afgerond.
De motie Zandstra (28 638, nr. 77) vraagt een folder. Ik beschouw haar als ingewilligd.
"""
_WORKED_ON = """
De motie Zandstra (28 638, nr. 77) loopt.
Met de folder geef ik invulling aan de motie van het lid Zandstra (28 638, nr. 77).
De motie Zandstra (28 638, nr. 77) zal ik uitvoeren.
De motie Zandstra (28 638, nr. 77) wordt dit jaar door het Rijk uitgevoerd.
De motie Zandstra (28 638, nr. 77) wordt betrokken bij de nieuwe folder.
Ik voer de motie Zandstra (28 638, nr. 77) samen met gemeenten uit.
Met de folder kom ik tegemoet aan de motie Zandstra (28 638, nr. 77).
De motie Zandstra (28 638, nr. 77) is nog niet afgedaan; er wordt uitvoering aan gegeven.
De motie Zandstra (28 638, nr. 77) is gedeeltelijk afgedaan.
De motie Zandstra (28 638, nr. 77) verwacht ik dit jaar te hebben uitgevoerd.
De uitvoering van de motie Zandstra (28 638, nr. 77) is gestart.
De uitvoering van de motie Zandstra (28 638, nr. 77) vergt meer tijd.
Motie Zandstra (28 638, nr. 77): loopt.
De motie Zandstra (28 638, nr. 77) is inmiddels opgepakt.
Ik zal de motie Zandstra (28 638, nr. 77) in de wet verwerken.
In reactie op de motie Zandstra (28 638, nr. 77) is een folder gemaakt.
De motie Zandstra (28 638, nr. 77) vraagt om een reclamefolder. Deze reclamefolder is in de maak.
De motie Zandstra (28 638, nr. 77) vraagt om een folder. Ik ben hierover in gesprek met koks.
De motie Zandstra (28 638, nr. 77) vraagt om een folder. In het najaar start een proef.
Over de motie Zandstra (28 638, nr. 77) vindt overleg plaats met de koks.
Motie Zandstra 28 638, nr. 77 Loopt
De motie Zandstra (28 638, nr. 77) vraagt om een folder. Het drukwerk is uitgezet bij een drukker.
De motie Zandstra (28 638, nr. 77) heeft ertoe geleid dat er een folder komt.
Mede dankzij de motie Zandstra (28 638, nr. 77) komt er een folder.
Het verzoek uit de motie Zandstra (28 638, nr. 77) heb ik neergelegd bij een kok.
De motie Zandstra (28 638, nr. 77) is ontraden maar aangenomen. In het najaar start een proef.
De motie Zandstra (28 638, nr. 77) is in uitvoering. Na afronding beschouw ik haar als afgedaan.
De motie Zandstra (28 638, nr. 77) loopt mee. Daarna beschouw ik de motie als afgedaan.
Op dit moment werk ik de in de motie Zandstra (28 638, nr. 77) gevraagde folder uit.
De gevraagde telling uit de motie Zandstra c.s. (28 638, nr. 77) loopt.
Ik heb de motie Zandstra c.s. (28 638, nr. 77) voorgelegd aan de koks.
Voor de uitvoering van de motie Zandstra (28 638, nr. 77) heb ik geld gereserveerd.
De motie Zandstra (28 638, nr. 77) heeft geleid tot een folder.
De motie Zandstra (28 638, nr. 77) is in handen gelegd van de koks.
De motie Zandstra (28 638, nr. 77) krijgt haar beslag in een folder.
Aan de motie Zandstra (28 638, nr. 77) geef ik vorm met een folder.
Ik ga na wanneer de motie Zandstra (28 638, nr. 77) is uitgevoerd. Dit loopt nog.
"""
_OPEN = """
De motie Zandstra (28 638, nr. 77) vraagt om een folder voor koks.
Met de motie Zandstra (28 638, nr. 77) ben ik nog niet begonnen.
Aan de motie Zandstra (28 638, nr. 77) is nog geen uitvoering gegeven.
De motie Zandstra (28 638, nr. 77) is door mij ontraden.
De motie Zandstra (28 638, nr. 77) vraagt om een folder. Ik zie hiertoe geen mogelijkheid.
De motie Zandstra (28 638, nr. 77) vraagt om een folder. Die folder komt er niet.
Motie Zandstra 28 638, nr. 77 Nog niet gestart
Motie Zandstra (28 638, nr. 77): nog niet opgepakt. In het najaar start een proef.
De motie Zandstra (28 638, nr. 77) voer ik niet uit.
Aan de motie Zandstra (28 638, nr. 77) geef ik uitvoering, zodra er koks zijn.
De motie Zandstra (28 638, nr. 77) wordt betrokken bij de formatie.
"""


def _said(lines: str) -> list[str]:
    return lines.strip().split("\n")


def _statuses(text: str) -> list[str]:
    return [each.detail["status"] for each in find_motions(repair(source_of_text(text)), None)]


@pytest.mark.parametrize("text", _said(_SETTLED))
def test_plain_words_settle(text: str) -> None:
    assert _statuses(text) == ["settled"]


@pytest.mark.parametrize("text", _said(_WORKED_ON))
def test_words_of_work_are_progress(text: str) -> None:
    assert _statuses(text) == ["in_progress"]


@pytest.mark.parametrize("text", _said(_OPEN))
def test_nothing_begun_is_open(text: str) -> None:
    assert _statuses(text) == ["open"]


def test_each_motion_of_a_sentence_has_its_own_status() -> None:
    text = (
        "De motie Zandstra (28 638, nr. 77) is hiermee afgedaan, terwijl de motie Voskuil "
        "(28 638, nr. 78) nog aandacht vraagt."
    )
    assert _statuses(text) == ["settled", "open"]


def test_research_on_account_of_a_motion_does_not_settle_it() -> None:
    text = "Naar aanleiding van de motie Zandstra (28 638, nr. 77) is onderzoek uitgevoerd."
    assert _statuses(text) == ["in_progress"]


@pytest.mark.parametrize(
    "text",
    [
        "De op 3 mei 2021 ingediende motie Zandstra (28 638, nr. 77) vraagt om een folder.",
        "De motie die het lid Zandstra op 3 mei 2021 indiende (28 638, nr. 77) vraagt om haast.",
        "De tijdens het debat van 3 mei 2021 ingediende motie Zandstra (28 638, nr. 77) is nuttig.",
    ],
)
def test_the_day_of_tabling_may_stand_before_the_motion(text: str) -> None:
    (found,) = find_motions(repair(source_of_text(text)), None)
    assert found.detail["tabled"] == "2021-05-03"


_ASKED = "De motie van het lid De Wit (28 638, nr. 77) vraagt om een loket. "
_THEN_SETTLED = """
Hiermee doe ik de motie gestand.
De motie kan van de lijst worden afgevoerd.
De motie is hiermee uitgevoerd.
Ik acht de motie daarmee uitgevoerd.
De motie kan hiermee als afgedaan worden beschouwd.
Daarmee is aan de motie voldaan.
Hiermee is de motie afgedaan.
Het loket is op 1 maart geopend, waarmee de motie is uitgevoerd.
Ik zie de motie hiermee als afgehandeld.
Met deze brief doe ik de motie af.
De uitvoering van de motie is hiermee afgerond.
Hiermee heb ik aan deze motie voldaan.
Deze motie is wat mij betreft afgerond.
Daarmee beschouwt het kabinet de motie als uitgevoerd.
Met het openen van het loket is aan het verzoek van de motie voldaan.
Ik beschouw haar als afgedaan.
De motie merk ik aan als uitgevoerd.
Met deze maatregel is de motie volledig uitgevoerd.
Zij is met mijn brief van 3 februari jl. afgedaan.
Hiermee geef ik uitvoering aan de motie en beschouw ik deze als afgedaan.
Aan deze motie heb ik met de brief van 1 maart voldaan.
Daarmee is gevolg gegeven aan de motie, die ik hiermee als afgedaan beschouw.
"""
_THEN_WORKED_ON = """
Dat doe ik.
Dit heb ik bij de Europese Commissie onder de aandacht gebracht.
Het verzoek is doorgeleid naar de gemeenten, die ermee aan het werk zijn.
Ik verwacht u in het voorjaar van 2024 de uitkomsten te sturen.
Ik geef uitvoering aan deze motie door met gemeenten te overleggen.
Aan de uitvoering van de motie wordt gewerkt.
De uitvoering van deze motie is gestart.
Met gemeenten ben ik hierover in gesprek.
De motie wordt betrokken bij het wetsvoorstel.
Aan deze motie wordt gevolg gegeven doordat de inspectie vaker controleert.
Ter uitvoering van de motie verken ik de mogelijkheden.
Het WODC doet hiernaar onderzoek, dat eind 2021 gereed is.
Ik voer deze motie uit door een loket te openen.
De uitvoering van de motie loopt.
Met de motie ga ik aan de slag.
Ik heb daartoe opdracht gegeven aan het WODC.
De voorbereidingen voor het loket zijn gestart.
Ik neem de motie mee in de volgende ronde.
De motie zal worden meegenomen in de evaluatie.
Naar aanleiding daarvan ontwikkelt de politie een loket.
De motie is in uitvoering.
Met een pilot in drie gemeenten wordt invulling gegeven aan de motie.
Op dit moment wordt in kaart gebracht wat een loket kost.
Ik werk samen met de VNG aan de uitwerking daarvan.
"""
_THEN_OPEN = """
Hierover is nog niets besloten.
Een besluit daarover laat ik aan een volgend kabinet.
Met de uitvoering is nog niet begonnen.
Ik moet mij over deze motie nog beraden.
Over de motie neemt een volgend kabinet een besluit.
Ik kom hier in mei op terug.
De motie is aangehouden.
Ik ontraad deze motie.
De motie is nog niet ter hand genomen.
De motie zal pas worden uitgevoerd zodra er geld is.
Voor de uitvoering van de motie ontbreken op dit moment de middelen.
Over de uitvoering van deze motie kan nog niets worden gezegd.
Mijn standpunt over deze motie ontvangt u in mei.
"""


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        (sentence, status)
        for lines, status in (
            (_THEN_SETTLED, "settled"), (_THEN_WORKED_ON, "in_progress"), (_THEN_OPEN, "open"),
        )
        for sentence in lines.strip().splitlines()
    ],
)  # fmt: skip
def test_the_sentence_behind_a_motion_says_where_it_stands(sentence: str, status: str) -> None:
    signed = "\n\nDe Minister van Sociale Zaken en Werkgelegenheid,\n\n\nA.B. Kwartelstaart\n"
    (found,) = find_motions(repair(source_of_text(_ASKED + sentence + signed)), None)
    assert found.detail["status"] == status


def test_under_a_heading_of_its_own_the_section_tells_where_a_motion_stands() -> None:
    text = (
        "Datum 4 maart 2024\n\nGeachte voorzitter,\n\nMet deze brief informeer ik u over de moties"
        " van uw Kamer.\n\nMotie-Zandstra (28 638, nr. 77) over een folder\n\nGevraagd is een "
        "folder voor koks. Die is in mei verspreid. Daarmee is de motie uitgevoerd.\n\n"
        "Motie-Plichtema (28 638, nr. 78)\n\nMet koks wordt gesproken over die opzet.\n\n"
        "Motie van het lid Wolbrink (28 638, nr. 79)\n\nHiervoor is geen dekking gevonden.\n"
    )
    assert _statuses(text) == ["settled", "in_progress", "open"]


_FOLDER = "De motie Zandstra (28 638, nr. 77) verzoekt om een folder voor koks.\n\n"


@pytest.mark.parametrize(
    ("after", "status"),
    [
        ("De folder is in mei verspreid. Hieraan is dus voldaan.", "settled"),
        ("De folder is in mei verspreid. Daarmee is aan het verzoek voldaan.", "settled"),
        ("Status: afgedaan.", "settled"),
        ("Status: in uitvoering.", "in_progress"),
        ("Stand van zaken: de folder wordt dit najaar gedrukt.", "in_progress"),
        ("Met de branche is over de folder gesproken.", "in_progress"),
        ("In de tuinbouw zijn honderd controles uitgevoerd.", "open"),
        ("De toezegging over de folder is hiermee afgedaan.", "open"),
    ],
)
def test_the_next_paragraph_may_tell_where_a_motion_stands(after: str, status: str) -> None:
    assert _statuses(_FOLDER + after) == [status]


@pytest.mark.parametrize(
    ("after", "status"),
    [
        ("Het kabinet zal hierop terugkomen in de volgende brief.", "open"),
        ("De motie is nog niet volledig uitgevoerd.", "in_progress"),
        ("De motie is daarmee naar tevredenheid afgerond.", "settled"),
        ("De uitvoering van deze motie is belegd bij de dienst.", "in_progress"),
    ],
)
def test_what_is_told_right_behind_a_motion(after: str, status: str) -> None:
    assert _statuses(_FOLDER.strip() + " " + after) == [status]


def test_a_row_of_a_table_tells_its_own_state() -> None:
    text = (
        "Motie Zandstra c.s.       28 345, nr. 178     Uitgevoerd met actie 2\n"
        "Motie Bakema              34 775, nr. 92      Nog niet gestart\n"
        "Motie Dijk                34 775, nr. 93      In uitvoering\n"
    )
    assert _statuses(text) == ["settled", "open", "in_progress"]


def test_a_row_that_says_not_begun_outweighs_work_told_elsewhere() -> None:
    text = (
        "Motie Zandstra 28 638, nr. 77 Nog niet gestart\n\n"
        "De motie-Zandstra gaat over koks. In het najaar start een proef in de keuken.\n"
    )
    (found,) = find_motions(repair(source_of_text(text)), None)
    assert found.detail["status"] == "open"


_TWO = "De motie-Kwik (28 638, nr. 77) vraagt om koks, de motie-Rups (28 638, nr. 78) om pannen. "


@pytest.mark.parametrize(
    ("after", "statuses"),
    [
        ("De eerste motie is uitgevoerd; aan de tweede motie wordt gewerkt.",
         ["settled", "in_progress"]),
        ("Eerstgenoemde motie beschouw ik als afgedaan.", ["settled", "open"]),
        ("Laatstgenoemde motie beschouw ik als afgedaan.", ["open", "settled"]),
    ],
)  # fmt: skip
def test_a_motion_may_be_told_by_its_place_in_a_row(after: str, statuses: list[str]) -> None:
    assert _statuses(_TWO + after) == statuses


@pytest.mark.parametrize("gap", [" | ", "        "])
def test_the_last_cell_of_a_row_tells_where_a_motion_stands(gap: str) -> None:
    rows = [
        ("Motie", "Indiener", "Stand"),
        ("28 638, nr. 77", "Kwik c.s.", "Afgedaan"),
        ("28 638, nr. 78", "Zandstra", "In uitvoering"),
        ("28 638, nr. 79", "Pluis en Knor", "Nog niet gestart"),
    ]
    text = "Moties\n\n" + "\n".join(gap.join(row) for row in rows)
    assert _statuses(text) == ["settled", "in_progress", "open"]


_KWIK, _RUPS = "de motie-Kwik (28 638, nr. 77)", "de motie-Rups c.s. (28 638, nr. 78)"


@pytest.mark.parametrize(
    ("lead", "status"),
    [
        ("De volgende moties beschouw ik met deze brief als afgedaan:", "settled"),
        ("Met deze brief doe ik de volgende moties af:", "settled"),
        ("Aan de volgende moties wordt nog gewerkt:", "in_progress"),
    ],
)
def test_what_leads_in_a_list_of_motions_is_told_of_each(lead: str, status: str) -> None:
    text = f"{lead}\n\n- {_KWIK} over koks;\n- {_RUPS} over pannen: nog niet gestart.\n"
    assert _statuses(text) == [status, "open"]


def test_these_motions_are_all_that_the_sentence_before_named() -> None:
    third = "de motie-Pluis (28 638, nr. 79)"
    said = f"Met de folder geef ik gevolg aan {_KWIK}, {_RUPS} en {third}. "
    assert _statuses(said + "Ik beschouw deze moties als afgedaan.") == ["settled"] * 3
    assert _statuses(said + "Deze drie moties zijn hiermee uitgevoerd.") == ["settled"] * 3


def test_the_verb_before_the_second_motion_is_its_own() -> None:
    said = f"Terwijl de uitvoering van {_KWIK} nog loopt, is {_RUPS} inmiddels afgerond."
    assert _statuses(said) == ["in_progress", "settled"]


def test_the_answer_to_a_question_tells_where_its_motion_stands() -> None:
    asked = "Vraag 4\nHoe staat het met de motie-Kwik (28 638, nr. 77)?\n\nAntwoord 4\n"
    assert _statuses(f"{asked}Ik ben met koks in gesprek over pannen.\n") == ["in_progress"]
    assert _statuses(f"{asked}Hierover is nog geen besluit genomen.\n") == ["open"]


def test_a_cell_may_say_more_than_where_a_motion_stands() -> None:
    rows = (
        "Kamerstuk         Indiener        Stand\n"
        "28 638, nr. 77    Kwik c.s.       Uitgevoerd; zie paragraaf 2\n"
        "28 638, nr. 78    Zandstra        In uitvoering: besluit volgt in mei\n"
    )
    assert _statuses("Moties\n\n" + rows) == ["settled", "in_progress"]
