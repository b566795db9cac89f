"""Amounts as ministries of four decades write them: a sentence, then what each amount is.

Each amount: VALUE FROM..UNTIL RECURRENCE FUNDED.
"""

PHRASINGS = """
Hiervoor is structureel € 450 000 beschikbaar.
    450000 .. structural yes
Voor 2005 is f 2,5 miljoen uitgetrokken.
De kosten bedragen ruim 3 mln euro per jaar.
    3000000 .. yearly unknown
Er is € 3 mln. in 2023, € 4 mln. in 2024 en vanaf 2025 structureel € 5 mln. per jaar beschikbaar.
    3000000 2023..2023 rising yes
    4000000 2024..2024 rising yes
    5000000 2025.. rising yes
Het kabinet trekt € 10 miljoen uit, oplopend tot € 25 miljoen structureel vanaf 2026.
    10000000 .. rising yes
    25000000 2026.. structural yes
Een bedrag van tussen de € 2 en € 3 miljoen is nodig.
    2000000 .. unknown unknown
Een bedrag van 2 à 3 miljoen euro is nodig.
    2000000 .. unknown unknown
Voor de jaren 2022 tot en met 2025 is jaarlijks € 1,5 miljoen gereserveerd.
    1500000 2022..2025 yearly yes
In de periode 2019-2021 is in totaal 14,5 mln. euro beschikbaar gesteld.
    14500000 2019..2021 unknown yes
€ 750.000,- is toegekend aan CoMensha.
    750000 .. unknown yes
€750.000,00 is toegekend aan CoMensha.
    750000 .. unknown yes
EUR 1.250.000 is bestemd voor opvang.
    1250000 .. unknown yes
Met ingang van 2027 komt structureel € 12,3 miljoen per jaar beschikbaar.
    12300000 2027.. structural yes
Het gaat om een eenmalige bijdrage van € 50.000.
    50000 .. once yes
Incidenteel is in 2024 een bedrag van 800 duizend euro vrijgemaakt.
    800000 2024..2024 once yes
Er is anderhalf miljoen euro per jaar beschikbaar.
    1500000 .. yearly yes
Er is een half miljoen euro beschikbaar.
    500000 .. unknown yes
De boete bedraagt ten hoogste € 90.000 per overtreding.
    90000 .. once unknown
Dekking voor de € 4 miljoen is nog niet gevonden.
    4000000 .. unknown no
De 4 miljoen is vooralsnog niet gedekt.
    4000000 .. unknown no
In 2020 en 2021 is hiervoor € 1,2 miljoen respectievelijk € 1,4 miljoen beschikbaar.
    1200000 2020..2020 rising yes
    1400000 2021..2021 rising yes
Het kabinet investeert cumulatief € 60 miljoen tot 2030.
    60000000 ..2029 unknown yes
Voor het programma is tot en met 2026 € 2 miljoen per jaar beschikbaar.
    2000000 ..2026 yearly yes
Sinds 2019 ontvangt CoMensha jaarlijks € 1 miljoen subsidie.
    1000000 2019.. yearly yes
De meerkosten worden geraamd op circa € 300.000 op jaarbasis.
    300000 .. yearly unknown
Het Europees fonds draagt 75% bij, te weten 1,8 M€.
    1800000 .. unknown yes
Het Europees fonds draagt 1,8 miljoen EUR bij.
    1800000 .. unknown yes
Een bijdrage van USD 200.000 aan IOM.
Een bijdrage van $ 2 miljoen aan IOM.
Het wettelijk minimumloon bedraagt € 13,27 per uur.
    13 .. unknown unknown
De bijdrage (2023: € 3,5 mln; 2024: € 4,5 mln) loopt via het gemeentefonds.
    3500000 2023..2023 rising unknown
    4500000 2024..2024 rising unknown
Vanaf 2022 is er structureel 2 miljoen euro extra voor de opsporing, waarvan 0,5 miljoen euro \
voor de Marechaussee.
    2000000 2022.. structural yes
    500000 .. structural yes
Vier jaar lang wordt € 600.000 per jaar ingezet.
    600000 2021..2024 yearly yes
Het kabinet heeft bij Voorjaarsnota 2022 € 8 miljoen toegekend.
    8000000 .. unknown yes
Bij Miljoenennota 2024 is vanaf 2025 € 8 miljoen structureel toegevoegd.
    8000000 2025.. structural yes
Hiermee is een bedrag gemoeid van ƒ 4,5 mln.
De uitgaven bedroegen 4.5 million euro per year.
    4500000 .. yearly yes
Er is € 2 miljoen tot € 3 miljoen nodig.
    2000000 .. unknown unknown
Per gemeente is maximaal € 25.000 beschikbaar.
    25000 .. unknown yes
Het gaat om € 1,1 miljoen voor 2022, € 1,3 miljoen voor 2023 en € 1,6 miljoen voor 2024 en verder.
    1100000 2022..2022 rising unknown
    1300000 2023..2023 rising unknown
    1600000 2024.. rising unknown
De Minister van VWS draagt hieraan vanaf 2021 driehonderdduizend euro bij.
    300000 2021.. unknown yes
Bezuinigd wordt € 5 miljoen in 2025, oplopend naar € 10 miljoen in 2028.
    5000000 2025..2025 rising unknown
    10000000 2028..2028 rising unknown
Van 2006 tot en met 2009 is telkenjare 2,5 miljoen euro op de begroting geplaatst.
    2500000 2006..2009 yearly yes
De kosten ad € 125.000 komen ten laste van artikel 34 van de begroting.
    125000 .. unknown yes
Voor de pilot is € 0,4 mln uitgetrokken; dekking vindt plaats binnen de bestaande begroting.
    400000 .. unknown yes
De kosten van € 3 ton worden gedragen door de gemeenten.
    300000 .. unknown yes
Jaarlijks is 27,5 miljoen gulden beschikbaar.
Er is 1 mld. euro gereserveerd.
    1000000000 .. unknown yes
Er is 5 M EUR gereserveerd.
    5000000 .. unknown yes
Het tarief is € 85 per cliënt per etmaal.
    85 .. unknown unknown
Het bedrag van € 1.2 miljoen is overgemaakt.
    1200000 .. unknown yes
De overige € 400.000 volgt in 2025.
    400000 2025..2025 unknown unknown
Een bedrag van 1.250.000 euro voor 2004 en 2.500.000 euro voor 2005 is gereserveerd.
    1250000 2004..2004 rising yes
    2500000 2005..2005 rising yes
De middelen (in totaal € 36 mln. voor de kabinetsperiode) zijn toegevoegd.
    36000000 .. once yes
Zij ontving 100.000 euro's schadevergoeding.
    100000 .. once yes
Er is eur 50.000,-- betaald.
    50000 .. unknown yes
Dit kost € 2-3 miljoen.
    2000000 .. unknown unknown
Dit kost € 2 tot 3 miljoen.
    2000000 .. unknown unknown
Dit kost twee tot drie miljoen euro per jaar.
    2000000 .. yearly unknown
De maatregel kost enkele miljoenen euro's.
Het kabinet stelt over een periode van vijf jaar € 50 miljoen beschikbaar.
    50000000 .. unknown yes
Dit vraagt € 2.000 (twee duizend euro) per persoon.
    2000 .. unknown unknown
Het budget voor 2024 bedraagt € 3,2 miljoen en voor 2025 € 3,6 miljoen.
    3200000 2024..2024 rising yes
    3600000 2025..2025 rising yes
In 2024: € 3 miljoen. In 2025: € 4 miljoen.
    3000000 2024..2024 unknown unknown
    4000000 2025..2025 unknown unknown
Voor de periode 2025 t/m 2028 is in totaal € 16 mln (€ 4 mln per jaar) gereserveerd.
    16000000 2025..2028 unknown yes
    4000000 2025..2028 yearly yes
Gedurende drie jaar, van 2020 tot 2023, wordt € 300.000 per jaar verstrekt.
    300000 2020..2022 yearly yes
Deze intensivering bedraagt € 13 miljoen in 2021, € 14 miljoen in 2022 en structureel € 15 \
miljoen vanaf 2023.
    13000000 2021..2021 rising unknown
    14000000 2022..2022 rising unknown
    15000000 2023.. rising unknown
Hiervoor is op de begroting van Justitie jaarlijks 1,8 miljoen euro opgenomen.
    1800000 .. yearly yes
Daarmee is een bedrag gemoeid van € 1,75 mln., dat ten laste komt van het budget van VWS.
    1750000 .. unknown yes
Voor dekking van het resterende bedrag van € 0,9 mln. wordt bij de voorjaarsbesluitvorming een \
oplossing gezocht.
    900000 .. unknown no
De structurele kosten (€ 2,4 mln.) zijn niet voorzien in de meerjarenraming.
    2400000 .. structural no
Gemeenten ontvangen via een decentralisatie-uitkering € 6 miljoen per jaar voor 2023, 2024 en \
2025.
    6000000 2023..2025 yearly yes
Nederland draagt in 2016 en 2017 telkens € 500.000 bij aan UNODC.
    500000 2016..2017 yearly yes
Uit het Asiel-, Migratie- en Integratiefonds (AMIF) is € 3.750.000 toegekend voor de periode 1 \
januari 2021 tot 1 juli 2023.
    3750000 2021..2023 unknown yes
De kosten bedragen € 85 per dag.
    85 .. unknown unknown
Er is budget (€ 250.000) voor 2023.
    250000 2023..2023 unknown unknown
De Kamer heeft bij amendement € 1 miljoen toegevoegd aan artikel 34.
    1000000 .. unknown yes
Met het amendement-Voorbeeld is voor 2023 eenmalig € 2 miljoen extra beschikbaar gekomen.
    2000000 2023..2023 once yes
Hiertoe is 3x € 1 miljoen uitgetrokken.
    1000000 .. unknown yes
Voor elk van de drie regio's is € 100.000 uitgetrokken.
    100000 .. unknown yes
Er is nog geen financiering; de kosten worden geschat op 4 à 5 miljoen euro.
    4000000 .. unknown no
Structureel is er 7 miljoen; incidenteel 2 miljoen in 2024.
    7000000 .. structural unknown
    2000000 2024..2024 once unknown
In het coalitieakkoord is € 14 mln. in 2022, € 20 mln. in 2023, € 26 mln. in 2024 en \
structureel € 32 mln. vanaf 2025 opgenomen.
    14000000 2022..2022 rising yes
    20000000 2023..2023 rising yes
    26000000 2024..2024 rising yes
    32000000 2025.. rising yes
Oplopend van € 2 mln. in 2022 tot structureel € 10 mln. vanaf 2025 wordt geïnvesteerd.
    2000000 2022..2022 rising yes
    10000000 2025.. structural yes
De kosten zijn € 5 mln. eenmalig en € 1 mln. structureel.
    5000000 .. once unknown
    1000000 .. structural unknown
De politie krijgt er structureel 20 mln. bij.
    20000000 .. structural yes
Er lag 200 ton aardappelen.
Er zijn 2 miljoen arbeidsmigranten en 3 miljoen euro.
    3000000 .. unknown unknown
Zij verdienden € 500 à € 1.000 per week.
    500 .. unknown unknown
De verdachte verdiende 100 euro per nacht en hield daarvan € 20,- over.
    100 .. unknown unknown
    20 .. unknown unknown
Het wederrechtelijk verkregen voordeel bedraagt € 1.234.567,89.
    1234568 .. unknown unknown
De omzet wordt geschat op $32 billion.
Totaal 25 miljoen (waarvan 10 miljoen EU-subsidie).
    25000000 .. unknown unknown
    10000000 .. unknown unknown
Aan de Stichting is voor het jaar 2003 een subsidie van 386.000 euro verleend.
    386000 2003..2003 unknown yes
€ 1,5 miljoen in 2024 en 2025, en € 1 miljoen vanaf 2026.
    1500000 2024..2025 unknown unknown
    1000000 2026.. unknown unknown
Er is € 2,0 respectievelijk € 2,5 miljoen beschikbaar in 2019 en 2020.
    2000000 2019..2019 rising yes
    2500000 2020..2020 rising yes
Het subsidieplafond is vastgesteld op € 4.500.000 per kalenderjaar.
    4500000 .. yearly unknown
De NGO's ontvangen drie jaar achtereen € 200.000.
    200000 2021..2023 unknown yes
Voor het schooljaar 2023/2024 is € 600.000 beschikbaar.
    600000 2023..2024 unknown yes
Bij de Najaarsnota 2023 is € 7 miljoen naar 2024 doorgeschoven.
    7000000 .. unknown unknown
Voor de opvang is niet 5 miljoen maar 3 miljoen euro uitgetrokken.
    3000000 .. unknown yes
Gemeld is dat de € 2 miljoen is gedekt uit de begroting, maar dat is onjuist.
    2000000 .. unknown unknown
Voor de poster is € 2 miljoen gereserveerd. Dat is niet het geval gebleken: dit klopt niet.
    2000000 .. unknown unknown
In 2022, 2023 en 2024 is respectievelijk € 1, € 2 en € 3 miljoen beschikbaar.
    1000000 2022..2022 rising yes
    2000000 2023..2023 rising yes
    3000000 2024..2024 rising yes
De boete kan oplopen tot € 90.000.
    90000 .. once unknown
Er is geen extra geld beschikbaar naast de € 3 miljoen die al in de begroting is opgenomen.
    3000000 .. unknown yes
De kosten zijn geraamd op € 1,1 miljoen. De financiering is rond.
    1100000 .. unknown yes
De kosten zijn geraamd op € 1,1 miljoen. Deze worden opgevangen binnen de begroting.
    1100000 .. unknown yes
De poster kost € 80.000; dekking vindt plaats binnen de begroting van het ministerie.
    80000 .. unknown yes
De poster kost € 80.000 (dekking: nog te bepalen).
    80000 .. unknown unknown
De subsidie aan de stichting is verlengd, met € 200.000 per jaar.
    200000 .. yearly yes
Het bedrag daalt van € 4 miljoen in 2022 tot € 1 miljoen in 2025.
    4000000 2022..2022 rising unknown
    1000000 2025..2025 rising unknown
"""


def phrasings() -> list[tuple[str, list[str]]]:
    """Each sentence with its amounts."""
    cases: list[tuple[str, list[str]]] = []
    for line in PHRASINGS.strip().splitlines():
        if line.startswith(" "):
            cases[-1][1].append(line.strip())
        else:
            cases.append((line, []))
    return cases
