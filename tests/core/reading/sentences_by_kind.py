"""Invented sentences of letters, by whether they tell of an action. Made for the tests."""

ACTIONS = """
De gemeente Zwolle heeft samen met het Leger des Heils een inloopspreekuur geopend.
Vanaf 1 maart beoordeelt een team van de IND alle aanvragen van mogelijke slachtoffers.
De politie stelt in elke eenheid een vast aanspreekpunt aan.
Met de brancheorganisaties is een gedragscode overeengekomen, die in het najaar wordt ondertekend.
Het ministerie van BZK verkent of de registratie van verblijfsadressen kan worden verbeterd.
Daartoe is een werkgroep ingesteld onder voorzitterschap van de VNG.
Slachtofferhulp Nederland breidt het aantal casemanagers uit tot veertig.
In het tweede kwartaal start een proef met begeleid wonen in Groningen.
Er wordt gewerkt aan een landelijke registratie van opvangplaatsen.
Mijn ministerie subsidieert de telefonische hulplijn tot en met 2027.
Ik heb het WODC gevraagd de werking van de regeling te onderzoeken.
De training voor baliemedewerkers is vertaald in het Pools en het Roemeens.
Het OM past de aanwijzing mensenhandel aan.
De Koninklijke Marechaussee gaat haar personeel op Schiphol scholen in het herkennen van signalen.
Zo wordt dit jaar voor het eerst een conferentie georganiseerd voor ervaringsdeskundigen.
De evaluatie van het convenant wordt in de zomer afgerond.
Voorgesteld wordt om het meldpunt onder te brengen bij CoMensha.
Halt en de Reclassering ontwikkelen een leerstraf voor jonge daders.
Met ingang van volgend jaar krijgen zorgcoördinatoren toegang tot het systeem.
De pilot in Rotterdam wordt met een jaar verlengd en uitgebreid naar Dordrecht.
Samen met Nigeria is een gezamenlijk opsporingsteam opgericht.
De Kamer van Koophandel controleert sinds kort bij inschrijving op verdachte adressen.
Wij investeren de komende jaren in de opleiding van tolken.
Het kabinet zal een wetsvoorstel indienen dat de verjaringstermijn verlengt.
"""

OTHERS = """
Mensenhandel is een ernstige schending van de menselijke waardigheid.
Uit het onderzoek blijkt dat slachtoffers gemiddeld drie jaar wachten met een melding.
De Rekenkamer concludeert dat de samenwerking tussen de diensten tekortschiet.
Het aantal aangiften daalde van 210 in 2019 naar 180 in 2020.
In deze brief ga ik in op de stand van zaken.
Uw Kamer heeft mij gevraagd hoe ik hier tegenover sta.
Artikel 273f Sr stelt het werven van personen met het oogmerk van uitbuiting strafbaar.
Slachtoffers durven vaak geen aangifte te doen uit angst voor represailles.
Het is van belang dat signalen vroeg worden herkend.
Indien het slachtoffer minderjarig is, is dwang geen vereiste.
De oorzaak hiervan is niet eenvoudig aan te wijzen.
Dat baart mij zorgen.
Hiervoor is op de begroting geen ruimte.
De onderzoekers wijzen erop dat de cijfers met voorzichtigheid moeten worden gelezen.
Daarmee is Nederland een van de weinige landen met een onafhankelijke rapporteur.
Ik dank de leden voor hun inbreng.
Een derde van de gemelde slachtoffers heeft de Nederlandse nationaliteit.
De rechter kan een taakstraf opleggen wanneer de omstandigheden daartoe aanleiding geven.
Veel werknemers weten niet waar zij terechtkunnen.
De leden van de fractie vragen of de regering bereid is de termijn te verlengen.
Een nadere toelichting treft u aan in de bijlage.
Volgens de inspectie gaat het om een structureel probleem.
"""
