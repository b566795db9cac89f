"""Where an action of an invented sentence stands."""

from datetime import date

import pytest

from samen.core.reading.actions import find_actions
from samen.core.reading.repair import repair
from samen.core.reading.source import source_of_text

ANCHOR = date(2021, 10, 5)


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("De uitkomsten van het onderzoek worden in mei 2022 verwacht.", "planned"),
        ("Eind dit jaar verschijnt de eerste monitor van het WODC.", "planned"),
        ("Het OM wijst vóór 1 maart 2022 twee officieren aan.", "planned"),
        (
            "De VNG ontwikkelt een handreiking, die in het voorjaar van 2022 wordt beproefd.",
            "running",
        ),
        ("Ook zijn in Zeeland twee pilots met tolken van start gegaan.", "running"),
        ("Met de VNG is een voorstel ontwikkeld voor de nazorg.", "done"),
        ("De VNG werkt aan een voorstel voor de nazorg.", "proposed"),
        ("Overwogen wordt de regeling te verruimen.", "proposed"),
        ("Of de proef wordt verlengd, beslist het kabinet in maart.", "undecided"),
        ("De richtlijn van de IND laat langer op zich wachten en verschijnt in 2022.", "delayed"),
        ("De verbouwing van het loket loopt uit en de GGD opent het pas in mei.", "delayed"),
        ("De proef met tolken is van de baan.", "dropped"),
        ("De politie moet nog beslissen of zij een loket opent.", "undecided"),
        ("De FIOD bespreekt iedere twee weken de dossiers van koks.", "continuous"),
        ("De politie controleert geregeld de loketten.", "continuous"),
        ("Het congres van CoMensha gaat dit jaar niet door.", "dropped"),
        ("De geplande loketten van de politie komen er niet.", "dropped"),
        ("De oplevering van het systeem van CoMensha is verschoven naar mei.", "delayed"),
        ("De bouw van het loket wordt niet voortgezet door de politie.", "dropped"),
        ("Of de proef met loketten wordt verlengd, hangt af van de VNG.", "undecided"),
        ("In mei werden door de politie drie loketten geopend.", "done"),
        ("Het ministerie van SZW heeft een film voor koks laten maken.", "done"),
        ("De minister van SZW overweegt een loket te openen.", "proposed"),
        ("De VNG stelt voor een loket in te richten.", "proposed"),
        ("De VNG opent een loket zodra de koks er zijn.", "planned"),
        ("Na verwerking van de reacties stelt de VNG een lijst vast.", "planned"),
        ("De VNG heeft het voornemen een lijst op te stellen.", "planned"),
        ("De komende maanden werkt de VNG de lijst uit.", "planned"),
        ("Er komt een folder van de VNG over koks.", "planned"),
        ("De VNG heeft een begin gemaakt met een lijst.", "running"),
        ("De proef van de politie met koks is gestopt.", "dropped"),
        ("Of er een loket van de VNG komt, wordt in het najaar besloten.", "undecided"),
        ("De VNG heeft in mei 2021 een convenant getekend.", "done"),
    ],
)
def test_the_status_follows_the_main_clause(sentence: str, status: str) -> None:
    (found,) = find_actions(repair(source_of_text(sentence)), ANCHOR)
    assert found.detail["status"] == status


def test_what_is_to_be_done_before_a_day_is_planned_also_in_a_text_without_a_day() -> None:
    text = "De IND wijst vóór 1 oktober 2025 vaste contactpersonen aan."
    (found,) = find_actions(repair(source_of_text(text)), None)
    assert found.detail["status"] == "planned"
