"""Promises to Parliament in invented sentences."""

from datetime import date

import pytest

from samen.core.reading import read_letter
from samen.core.reading.candidates import Candidate
from samen.core.reading.commitments import find_commitments
from samen.core.reading.repair import repair
from samen.core.reading.source import source_of_text

ANCHOR = date(2021, 3, 15)
SIGNED = "\n\nDe Minister van Sociale Zaken en Werkgelegenheid,\n\n\nA.B. Kwartelstaart\n"


def commitments(text: str) -> list[Candidate]:
    return find_commitments(repair(source_of_text(text)), ANCHOR)


@pytest.mark.parametrize(
    "sentence",
    [
        "Ik informeer uw Kamer hierover in het najaar.",
        "U ontvangt het rapport met een reactie van het kabinet.",
        "Over de uitkomsten zal uw Kamer nader worden bericht.",
        "Hierop kom ik voor het zomerreces bij uw Kamer terug.",
        "De minister van VWS stuurt de Kamer daarover een brief.",
        "Zodra het onderzoek gereed is, zal ik u daarvan in kennis stellen.",
        "Ik bied uw Kamer de evaluatie voor 1 mei aan.",
        "Beide Kamers worden geïnformeerd over het vervolg van de proef.",
        "Over de stand melden wij u voortaan twee keer per jaar.",
    ],
)
def test_a_promise_to_inform_is_new(sentence: str) -> None:
    (found,) = commitments(sentence)
    assert found.detail["status"] == "new"
    assert found.quote == sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "Hierover bent u geïnformeerd in de brief van 1 februari jl.",
        "Een fiche is op 3 maart jl. aan de Tweede Kamer verzonden.",
        "Uw Kamer heeft mij verzocht u hierover te informeren.",
        "Met deze brief informeer ik uw Kamer over de voortgang.",
        "De gemeenten worden geïnformeerd over de nieuwe regels.",
        "Slachtoffers ontvangen een folder in hun eigen taal.",
        "Wanneer wordt u hierover geïnformeerd?",
    ],
)
def test_what_only_looks_like_a_promise(sentence: str) -> None:
    assert commitments(sentence) == []


def test_who_promises_and_to_whom() -> None:
    (mine,) = commitments("Ik informeer uw Kamer hierover in juni." + SIGNED)
    assert mine.detail["by"] == "minister van Sociale Zaken en Werkgelegenheid"
    (other,) = commitments(
        "De staatssecretaris van JenV zal de Kamer hierover informeren." + SIGNED
    )
    assert other.detail["by"] == "staatssecretaris van Justitie en Veiligheid"
    (senate,) = commitments(
        "Aan de Voorzitter van de Eerste Kamer der Staten-Generaal\n\nDen Haag, 15 maart 2021\n\n"
        "Ik zal uw Kamer over het vervolg van deze zaak informeren."
    )
    assert senate.detail["to"] == "Eerste Kamer"


def test_the_due_day_is_the_end_of_the_period_and_never_guessed() -> None:
    (exact,) = commitments("Ik informeer uw Kamer hierover in het tweede kwartaal van 2021.")
    assert exact.detail["due"] == "2021-06-30"
    (vague,) = commitments("Ik informeer uw Kamer hierover in de komende maanden.")
    assert vague.detail["due"] is None
    (past,) = commitments(
        "In het overleg van 3 februari jl. heb ik toegezegd de Kamer hierover een brief te sturen."
    )
    assert past.detail["due"] is None


def test_kept_and_repeated_promises() -> None:
    (kept,) = commitments("Met deze brief doe ik de toezegging gestand om in te gaan op de opvang.")
    assert (kept.detail["status"], kept.detail["due"]) == ("kept", None)
    (again,) = commitments("Zoals eerder toegezegd zal de campagne ook in het Engels verschijnen.")
    assert again.detail["status"] == "repeated"


def test_one_letter_promised_twice_is_repeated_the_second_time() -> None:
    first, second = commitments(
        "In een separate brief wordt uw Kamer geïnformeerd over de arbeidsmigratie.\n\n"
        "Over andere gevolgen van arbeidsmigratie wordt u via een separate brief geïnformeerd.\n"
    )
    assert (first.detail["status"], second.detail["status"]) == ("new", "repeated")


@pytest.mark.parametrize(
    "sentence",
    [
        "Zodra het rapport gereed is, wordt het aan uw Kamer toegezonden.",
        "U kunt de uitkomsten in het voorjaar van 2022 tegemoetzien.",
        "In de volgende voortgangsbrief ga ik nader in op de opvang van mannen.",
        "Hierover laat ik uw Kamer na de zomer weten welke keuze is gemaakt.",
        "Uw Kamer heeft hiernaar gevraagd; ik kom daar in mei op terug.",
        "Een kabinetsreactie op het rapport volgt voor de zomer.",
        "De evaluatie, die in 2022 is afgerond, zal aan uw Kamer worden aangeboden.",
    ],
)
def test_other_ways_to_promise(sentence: str) -> None:
    assert len(commitments(sentence)) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "Het standpunt van het kabinet heeft u op 1 februari jl. ontvangen.",
        "De leden vragen wanneer zij het rapport ontvangen.",
        "De Kamer van Koophandel stuurt een brief aan alle ondernemers.",
        "Hieronder staan de antwoorden en de stand van de toezeggingen.",
        "Wij informeren u over de voortgang van de loketten.",
        "Zoals ik uw Kamer eerder meldde is het aantal meldingen gestegen.",
    ],
)
def test_no_promise_either(sentence: str) -> None:
    assert commitments(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Ik zeg u toe dat het rapport voor de zomer wordt gepubliceerd.",
        "Ik zal de Kamer hierover in het voorjaar nader inlichten.",
        "Over de voortgang hoort u van mij in het najaar.",
        "In het najaar praat ik uw Kamer bij over de stand van zaken.",
        "Het rapport doe ik u voor 1 juli toekomen.",
        "Ik streef ernaar de evaluatie nog dit jaar aan uw Kamer te zenden.",
        "Ik ben voornemens uw Kamer hierover in juni te berichten.",
        "De Kamer wordt hierover in een verzamelbrief nader geïnformeerd.",
        "Naar verwachting kan ik u in mei over de uitkomst berichten.",
        "Wij houden uw Kamer op de hoogte van de ontwikkelingen.",
        "U ontvangt hierover separaat bericht.",
        "De resultaten deel ik met uw Kamer zodra deze beschikbaar zijn.",
        "Ik kom hier voor de begrotingsbehandeling op terug.",
        "In de volgende voortgangsrapportage zal ik hier nader op ingaan.",
        "De minister van BZK zal u voor het einde van het jaar nader informeren.",
        "De beleidsreactie ontvangt uw Kamer binnen zes weken.",
        "Een afschrift van het convenant wordt uw Kamer toegezonden.",
        "Ik leg het ontwerpbesluit in het eerste kwartaal aan uw Kamer voor.",
        "Mijn ambtgenoot van VWS informeert u hierover voor de zomer.",
        "De vragen van het lid De Wit beantwoord ik separaat.",
        "De vragen van het lid De Wit worden binnen de gebruikelijke termijn beantwoord.",
        "In het debat heb ik het lid De Wit toegezegd hierop schriftelijk terug te komen.",
        "Met deze brief kom ik tegemoet aan mijn toezegging aan het lid De Wit.",
        "Hiermee beschouw ik de toezegging als afgedaan.",
        "Hiermee is voldaan aan de toezegging aan het lid De Wit om de cijfers te duiden.",
        "De toegezegde cijfers treft u aan in de bijlage.",
        "Zoals toegezegd in het debat stuur ik u bijgaand het overzicht.",
        "Ik beloofde uw Kamer een overzicht van de wachttijden; dat overzicht is bijgevoegd.",
        "De door mijn voorganger beloofde quickscan is nog niet gereed.",
        "Helaas kan ik mijn toezegging om voor de zomer te rapporteren niet gestand doen.",
        "U is een tussenevaluatie in het vooruitzicht gesteld; deze verschijnt in maart.",
        "Ik herhaal mijn toezegging dat de regeling wordt geëvalueerd.",
        "Ik heb toegezegd de Kamer jaarlijks te informeren over de voortgang.",
        "De staatssecretaris heeft het lid Peters toegezegd de regeling te bezien.",
        "Daarover wordt uw Kamer na de zomer bericht.",
        "U wordt hierover in het tweede kwartaal ingelicht.",
        "Over de uitwerking stuur ik uw Kamer voor het kerstreces een brief.",
        "Ik verwacht uw Kamer in april de uitkomsten te kunnen aanbieden.",
        "Een reactie op het advies komt uw Kamer zo spoedig mogelijk toe.",
        "Het kabinet zal de Kamer voor de zomer een reactie op het advies doen toekomen.",
        "De stand van zaken zal in de eerstvolgende brief worden gemeld.",
        "Na de zomer zal ik de uitkomsten met uw Kamer delen.",
        "De evaluatie wordt eind 2022 naar de Kamer gestuurd.",
        "Ik zal het rapport na ommekomst onverwijld aan uw Kamer doorgeleiden.",
        "Uiterlijk in september kunt u mijn standpunt verwachten.",
        "De volgende voortgangsbrief verschijnt in november 2022.",
        "Ik informeer u separaat over het vervolg.",
        "Op uw verzoek om een tijdpad kom ik in de volgende brief terug.",
        "Ik zal bij de volgende rapportage ook de cijfers per regio opnemen.",
        "Toezegging: de Kamer ontvangt in Q3 een plan van aanpak.",
        "Door mij is toegezegd dat de Kamer een afschrift ontvangt van de brief aan de gemeenten.",
        "Uw Kamer zal daarvan door de minister van JenV op de hoogte worden gebracht.",
    ],
)
def test_a_promise_in_the_words_of_many_hands(sentence: str) -> None:
    assert len(commitments(sentence + SIGNED)) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "Ik deel de zorg van uw Kamer over de wachttijden.",
        "Ik hoop uw Kamer hiermee voldoende te hebben geïnformeerd.",
        "Ik vertrouw erop u hiermee voldoende te hebben ingelicht.",
        "In het onderstaande ga ik in op de vragen van uw Kamer.",
        "Deze brief informeert uw Kamer over de voortgang.",
        "De motie verzoekt de regering de Kamer voor 1 mei te informeren.",
        "De motie roept de regering op om de Kamer jaarlijks te berichten over de cijfers.",
        "De regering wordt verzocht de Kamer hierover te informeren.",
        "De VNG heeft toegezegd de handreiking te verspreiden.",
        "De gemeenten hebben beloofd meer plekken te openen.",
        "Aan de gemeenten is toegezegd dat de bijdrage wordt verlengd.",
        "De Europese Commissie heeft toegezegd met een voorstel te komen.",
        "Uw Kamer heeft in mei ingestemd met het wetsvoorstel.",
        "In de brief van 3 mei is uw Kamer geïnformeerd over de uitvoering.",
        "Slachtoffers worden door de politie geïnformeerd over hun rechten.",
        "De werkgever krijgt een boete en moet de inspectie daarover berichten.",
        "Uw Kamer vraagt terecht aandacht voor deze groep.",
        "Ik verwijs u voor de achtergronden naar het rapport.",
        "Een deel van de middelen wordt besteed aan opvang, zoals uw Kamer wenste.",
        "Het wetsvoorstel ligt ter behandeling bij de Eerste Kamer.",
        "De helpdesk beantwoordt vragen van gemeenten.",
        "Met uw Kamer ben ik van mening dat dit beter moet.",
        "Het is belangrijk dat slachtoffers weten wat er met hun vragen wordt gedaan.",
        "Graag wissel ik met uw Kamer van gedachten over deze brief.",
        "Zoals u weet, krijgt de aanpak veel aandacht.",
        "Uw Kamer heeft mij op 3 mei verzocht om een reactie op het rapport.",
        "De Kamer heeft de motie aangenomen die vraagt om verslag te doen van de pilot.",
        "Hieronder bericht ik u over de stand van zaken.",
    ],
)
def test_words_of_promises_that_promise_parliament_nothing(sentence: str) -> None:
    assert commitments(sentence + SIGNED) == []


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Ik zeg u toe dat het rapport voor de zomer wordt gepubliceerd.", "new"),
        ("Hierbij is toegezegd dat er elk jaar wordt gerapporteerd.", "repeated"),
        ("De toegezegde cijfers treft u aan in de bijlage.", "kept"),
        ("Het door mij beloofde overzicht is als bijlage bijgevoegd.", "kept"),
        ("Ik beloofde uw Kamer een lijst; die is inmiddels gepubliceerd.", "kept"),
        ("De beloofde quickscan is nog niet gereed.", "open"),
        ("De toegezegde evaluatie is vertraagd.", "open"),
        ("De toegezegde evaluatie is vertraagd, maar u ontvangt haar in mei.", "repeated"),
        ("De toegezegde brief is u op 12 februari jl. toegezonden.", "kept"),
        ("Ter uitvoering van mijn toezegging meld ik u het volgende.", "kept"),
        ("Zoals eerder vermeld wordt uw Kamer in mei over de proef ingelicht.", "repeated"),
        ("Op de vraag van het lid De Wit wordt u te zijner tijd een antwoord gegeven.", "open"),
        ("De vragen van het lid De Wit zijn nog niet beantwoord.", "open"),
        ("Aan mijn toezegging om loketten te tellen is ten dele voldaan.", "repeated"),
        ("Het fiche daarover is u op 1 februari jl. toegezonden.", "kept"),
        ("De toegezegde quickscan is in mei afgerond.", "kept"),
        ("Ik heb u toegezegd loketten te tellen; dat is gebeurd.", "kept"),
        ("Ik heb u toegezegd loketten te tellen; dat zijn er 212.", "kept"),
        ("Zoals in mei gemeld ontvangt u de lijst na de zomer.", "repeated"),
        ("Ik zal u jaarlijks over de loketten berichten.", "new"),
    ],
)
def test_where_a_promise_stands(sentence: str, status: str) -> None:
    (found,) = commitments(sentence + SIGNED)
    assert found.detail["status"] == status


def test_a_pronoun_is_the_office_named_before_it() -> None:
    (found,) = commitments(
        "De minister van BZK laat de verhuur onderzoeken. Zij komt daar in mei op terug." + SIGNED
    )
    assert found.detail["by"] == "minister van Binnenlandse Zaken en Koninkrijksrelaties"


def test_a_promise_that_the_next_sentence_keeps_is_one() -> None:
    (found,) = commitments(
        "In het debat is de Kamer een overzicht toegezegd. Aan die toezegging is voldaan." + SIGNED
    )
    assert found.detail["status"] == "kept"


def test_a_day_then_is_the_day_of_the_sentence_before_and_what_follows_gives_none() -> None:
    (then,) = commitments("Het plan is in juni 2021 gereed. Het zal u dan worden toegezonden.")
    assert then.detail["due"] == "2021-06-30"
    (counted,) = commitments("De proef eindigt in mei, waarna u binnen zes weken bericht ontvangt.")
    assert counted.detail["due"] is None
    (before,) = commitments("U ontvangt de brief in april, zodat hij in het debat in mei dient.")
    assert before.detail["due"] == "2021-04-30"


def test_a_list_under_its_heading_tells_where_each_promise_stands() -> None:
    text = (
        "Datum 4 maart 2021\n\nGeachte voorzitter,\n\nHieronder staat het beeld van dit jaar.\n\n"
        "Toezeggingen\n\n"
        "- Overzicht van de wachttijden: afgedaan met de brief van 9 oktober jl.\n"
        "- Reactie op het advies over de binnenvaart: volgt vóór 1 mei 2021.\n"
        "- Cijfers per streek: nog niet mogelijk, omdat de dienst de gegevens niet levert.\n"
    )
    found = [(each.detail["status"], each.detail["due"]) for each in commitments(text)]
    assert found == [("kept", None), ("repeated", "2021-04-30"), ("open", None)]


def test_what_the_next_sentence_hands_over_is_kept() -> None:
    text = "In het debat heb ik uw Kamer een overzicht toegezegd. Dat treft u in de bijlage aan."
    assert [each.detail["status"] for each in commitments(text + SIGNED)] == ["kept"]


def test_a_number_of_promises_is_no_promise() -> None:
    assert commitments("In de afgelopen periode zijn vier toezeggingen bijgehouden.") == []


@pytest.mark.parametrize(
    ("sentence", "about"),
    [
        (
            "Zo is voldaan aan de toezegging van de minister van SZW in het "
            "debat over uitzendwerk van 3 juni jl. om in te gaan op de huisvesting van koks.",
            "in te gaan op de huisvesting van koks",
        ),
        (
            "Over een paar jaar zal de subsidie worden geëvalueerd.",
            "Over een paar jaar zal de subsidie worden geëvalueerd",
        ),
    ],
)
def test_a_promise_says_what_it_is_about(sentence: str, about: str) -> None:
    (found,) = commitments(sentence)
    assert found.detail["about"] == about


def test_the_number_of_a_promise_alone_is_none() -> None:
    text = "Toezegging T-2021-031. Op 25 januari jl. heb ik uw Kamer toegezegd de cijfers te delen."
    assert [each.quote[:10] for each in commitments(text)] == ["Op 25 janu"]


def test_in_a_letter_to_a_council_the_college_promises() -> None:
    text = (
        "Aan de leden van de gemeenteraad\nDatum: 17 oktober 2023\n\nGeachte raad,\n\n"
        "Voor de zomer van 2024 ontvangt u van ons een nieuwe brief.\n\n"
        "Burgemeester en wethouders\n"
    )
    found = [c for c in read_letter(text.encode(), "a.txt").candidates if c.kind == "commitment"]
    assert [c.detail["by"] for c in found] == ["college van burgemeester en wethouders"]


def test_the_head_of_a_table_of_promises_is_none() -> None:
    text = "Datum: 17 oktober 2023\n\nC. Lijst\n\nToezegging   Aan / wanneer   Stand\n"
    found = read_letter(text.encode(), "a.txt").candidates
    assert not [c for c in found if c.kind == "commitment"]


def test_an_item_of_a_list_of_promises_is_one_promise() -> None:
    text = (
        "Datum 17 juni 2019\n\nGeachte voorzitter,\n\n4. Toezeggingen\n\n"
        "- Aan het lid Kwint: een reactie op het pamflet. Deze is meer werk dan voorzien. "
        "U ontvangt haar uiterlijk 15 september 2019.\n"
        "- Aan het lid Pol: een overzicht. Dat treft u aan in bijlage 1, waarmee deze toezegging "
        "is afgedaan.\n- Motie Terlouwen (28 638, nr. 3): met de start afgedaan.\n"
    )
    found = [c for c in read_letter(text.encode(), "a.txt").candidates if c.kind == "commitment"]
    assert [(c.detail["status"], c.detail["due"]) for c in found] == [
        ("repeated", "2019-09-15"), ("kept", None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In het debat heb ik u een lijst toegezegd. U ontvangt haar uiterlijk 15 mei 2021.",
            [("repeated", "2021-05-15")],
        ),
        (
            "Ik stuur u de lijst. Naar verwachting is deze in mei 2021 gereed.",
            [("new", "2021-05-31")],
        ),
        (
            "Ik heb u een lijst van loketten toegezegd. De lijst is lang. "
            "De loketten staan in bijlage 2.",
            [("kept", None)],
        ),
        (
            "In juni 2021 ontvangt u een brief. Daarin ga ik ook in op de loketten.",
            [("new", "2021-06-30"), ("new", "2021-06-30")],
        ),
        ("Ik bericht u vóór de raad van 24 april 2021.", [("new", "2021-04-23")]),
        (
            "Ik bericht u in de agenda voor de Raad van 14 juni 2021.",
            [("new", "2021-06-14")],
        ),
    ],
)
def test_what_is_said_right_behind_a_promise_belongs_to_it(
    text: str, expected: list[tuple[str, str | None]]
) -> None:
    found = [(each.detail["status"], each.detail["due"]) for each in commitments(text + SIGNED)]
    assert found == expected


def test_items_run_together_in_a_list_of_promises_are_each_one() -> None:
    text = (
        "Datum 4 maart 2021\n\nGeachte voorzitter,\n\nHieronder staat het beeld van dit jaar.\n\n"
        "Toezeggingen\n\n"
        "- Aan het lid Pol: een lijst. Die treft u aan in bijlage 1. Aan het lid Kwint: een brief. "
        "Deze ligt nog bij de drukker.\n"
    )
    assert [each.detail["status"] for each in commitments(text)] == ["kept", "open"]
