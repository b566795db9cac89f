"""Invented letters as a printer would leave them, in several layouts."""

MINISTRY = """\
> Retouradres Postbus 11111 2500 ZZ Den Haag

Aan de Voorzitter van de Tweede Kamer
der Staten-Generaal
Postbus 22222
2500 ZZ DEN HAAG

Datum 3 maart 2020
Betreft Voortgang van het plan Veilig werk

Geachte voorzitter,

In deze brief leest u hoe het staat met het plan Veilig werk1. Het kabinet heeft
vorig jaar drie stappen gezet. De eerste stap was een meldpunt, dat in 2019 met
steun van de Stichting Noord2 is geopend. Daarmee kunnen werknemers zelf melding
doen.
Toezicht en handhaving
De inspectie heeft 140 bedrijven bezocht. In 2018 waren dat er 95, en de stijging
ten opzichte van 20173 is dus groot. De gemeente Voorbeeldstad en de regio werken

1 Kamerstukken II 2018/19, 11 111, nr. 5.
2 Deze stichting heet voluit Stichting Noord voor werk en
inkomen.
3 Zie het jaarverslag over dat jaar.

Pagina 1 van 3

Ministerie van Werk
Directie Toezicht
Datum
3 maart 2020
Ons kenmerk
2020-000123

samen aan een aanpak. De motie-Voorbeeld c.s. (11111-
12) vraagt om een plan ("voor de zomer")4. Dat plan komt er.

Voorlichting
Wij geven voorlichting in vier talen. De aanpak bestaat uit:

- een website met voorlichting;
- een campagne op straat, samen met de G4 en
  de provincies;
- onderzoek naar hulp- en steunpunten.

Over de uitkomsten wordt u in het najaar

4 Motie-Voorbeeld c.s. van 5 juni jl.

Pagina 2 van 3

Ministerie van Werk
Directie Toezicht
Datum
3 maart 2020
Ons kenmerk
2020-000123

geïnformeerd. Het kabinet blijft zich inzetten.

De Minister van Werk,

A. de Jansen
"""

NARROW = """\
Dear Speaker,

Progress of the plan

The government has set up a desk
for reports in all the regions of
the country and the desk opened
in May. The invest-
igation took a year and was done
by the institute.¹ It shows that
3/8
\fthe number of reports rose, also in
the north. A second investigation
starts soon, and the non-govern-
mental partners join in.

¹ Published in 2021 by the institute.

Costs and cover

The costs are low.² They are paid
from the present budget.

² See the annex.
4/8
\fThe House will be informed.
"""

END_NOTES = """\
Geachte voorzitter,

Hierbij ontvangt u de stand van zaken.[1] De uitvoering ligt op schema en de
partners werken goed samen.

- 1 -

1. Opvang
De opvang is uitgebreid tot 40 plaatsen.[2] De CO2-uitstoot, de 4P-aanpak en
artikel 12a blijven buiten beeld.

- 2 -

2. Onderzoek
Het onderzoek loopt.[3]

Hoogachtend,

De Staatssecretaris van Zorg,

B. van den Berg

Eindnoten

[1] Kamerstukken II 2020/21, 11 111, nr. 7.
[2] Waarvan er tien voor jongeren zijn.
[3] Zie www.voorbeeld.example/rapport.
"""

PER_ANNEX = """\
Geachte voorzitter,

Met deze brief informeer ik u over twee onderwerpen1. De bijlagen gaan er dieper
op in2. Ik hoop u hiermee voldoende te hebben ingelicht.

1 Op verzoek van uw Kamer.
2 Zie bijlage 1 en bijlage 2.

De Minister van Werk,

A. de Jansen

Bijlage 1: Toezicht

Het toezicht is versterkt1. Daarbij hoort een nieuw team van de inspectie, dat in
het voorjaar begint2.

1 Conform het plan.
2 Onder voorbehoud van de begroting.

Bijlage 2: Zorg

De zorg is uitgebreid1 in het hele land.

1 Cijfers van de gemeenten.
"""

NO_NOTES = """\
Geachte voorzitter,

1 Inleiding

De vorige brief is van 12 mei. Daarin stonden 3 punten. De Covid-19 pandemie en de
CO2-heffing raken ook dit plan. Met de G20 is gesproken over artikel 273f en over
de 4P-aanpak.

2 Aanpak

De aanpak kost 10,5 miljoen euro per jaar. In 2020
15 gemeenten deden mee. Het nummer 20018 is een postbus.

3 Vervolg

Wij gaan door.
"""

OVER_A_PAGE = """\
Geachte voorzitter,

Het plan kent drie lijnen1 en elke lijn heeft een eigen trekker, die verslag doet
aan de stuurgroep. De stuurgroep komt elk kwartaal bij elkaar en bespreekt daar de

1 De eerste lijn gaat over preventie, de tweede over hulp en de derde over opsporing

Pagina 1 van 2

stand van zaken2. Daarna volgt een verslag aan uw Kamer over alle lijnen van het
plan.

en vervolging, waarbij de derde lijn later begint.
2 Zie het instellingsbesluit.

Pagina 2 van 2
"""

OFFICIAL = """\
Geachte voorzitter,

Het debat met uw Kamer ging over de motie-Voorbeeld c.s. 1 aangenomen op 5 mei en over
de kosten in 3 gemeenten. Over het advies van de

 1  Kamerstukken II 2019/20, 11 111, nr. 61.

Eerste Kamer, vergaderjaar 2019–2020, 11 111, K  1

Raad van Advies 2 is al gesproken. De fase 2 begint in mei.

Maatregel          2020      2021
Meldpunt            100       200

De minister van Zorg,
Wonen en Werk,

A. de Jansen

 2  Kamerstukken I 2019/20, 11 111, B.

Bijlage: stand van zaken

Alles loopt.
"""
