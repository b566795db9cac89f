"""The organisations that a letter about human trafficking names, with how they are written.

One line an organisation: canonical name | abbreviations | other spellings, parted by ";".
Abbreviations are case-sensitive. A spelling of one capitalised word is case-sensitive too
(a proud person is "fier", the organisation is "Fier"); every other spelling is not.
Source: the organisations' own public names; misspelt names are not listed, so that a
reviewer sees that a letter writes a name otherwise.
"""

from samen.core.terms import OrganisationKind

MINISTRIES = """
ministerie van Algemene Zaken | AZ | Algemene Zaken
ministerie van Asiel en Migratie | AenM; A&M | Asiel en Migratie
ministerie van Binnenlandse Zaken en Koninkrijksrelaties | BZK | \
Binnenlandse Zaken en Koninkrijksrelaties; Binnenlandse Zaken
ministerie van Buitenlandse Zaken | BZ; BuZa; BUZA | Buitenlandse Zaken
ministerie voor Buitenlandse Handel en Ontwikkelingssamenwerking | BHOS; BuHa-OS; BHO | \
Buitenlandse Handel en Ontwikkelingssamenwerking; Buitenlandse Handel en Ontwikkelingshulp
ministerie van Defensie | | Defensie
ministerie van Economische Zaken en Klimaat | EZK | Economische Zaken en Klimaat
ministerie van Economische Zaken | EZ | Economische Zaken
ministerie van Financiën | MinFin | Financiën
ministerie van Infrastructuur en Waterstaat | IenW; I&W | Infrastructuur en Waterstaat
ministerie van Justitie en Veiligheid | JenV; J&V; VenJ; V&J | \
Justitie en Veiligheid; Veiligheid en Justitie
ministerie van Klimaat en Groene Groei | KGG | Klimaat en Groene Groei
ministerie van Landbouw, Natuur en Voedselkwaliteit | LNV; LVVN | \
Landbouw, Natuur en Voedselkwaliteit; Landbouw, Visserij, Voedselzekerheid en Natuur
ministerie van Onderwijs, Cultuur en Wetenschap | OCW | Onderwijs, Cultuur en Wetenschap
ministerie van Sociale Zaken en Werkgelegenheid | SZW | \
Sociale Zaken en Werkgelegenheid; Sociale Zaken
ministerie van Volksgezondheid, Welzijn en Sport | VWS | Volksgezondheid, Welzijn en Sport
ministerie van Volkshuisvesting en Ruimtelijke Ordening | VRO | \
Volkshuisvesting en Ruimtelijke Ordening
"""

STATE = {
    OrganisationKind.CABINET: """
kabinet | | regering; ministerraad
""",
    OrganisationKind.PARLIAMENT: """
Tweede Kamer | | Tweede Kamer der Staten-Generaal; uw Kamer
Eerste Kamer | | Eerste Kamer der Staten-Generaal; Senaat
Staten-Generaal | |
""",
    OrganisationKind.POLICE: """
politie | | nationale politie; politie-eenheden; politie-eenheid; Landelijke Eenheid
Korps Landelijke Politiediensten | KLPD |
Raad van Hoofdcommissarissen | |
Afdeling Vreemdelingenpolitie, Identificatie en Mensenhandel | AVIM; AVIMs | \
afdelingen vreemdelingenpolitie, identificatie en mensenhandel
Dienst Landelijke Recherche | DLR | Landelijke Recherche
Team Bestrijding Kinderpornografie en Kindersekstoerisme | TBKK |
""",
    OrganisationKind.PROSECUTION: """
Openbaar Ministerie | OM | parket-generaal
College van procureurs-generaal | | college van procureurs-generaal
Landelijk Parket | |
Functioneel Parket | |
""",
    OrganisationKind.JUDICIARY: """
Raad voor de rechtspraak | RvdR | raad voor de rechtspraak; Rechtspraak
Zittende Magistratuur | ZM | rechterlijke macht
Hoge Raad | | Hoge Raad der Nederlanden
Raad van State | RvS | afdeling advisering van de raad van state; afdeling advisering
Europees Hof voor de Rechten van de Mens | EHRM |
""",
    OrganisationKind.INSPECTORATE: """
Nederlandse Arbeidsinspectie | NLA; NL Arbeidsinspectie | Arbeidsinspectie
Inspectie SZW | ISZW; I-SZW | inspectie sociale zaken en werkgelegenheid
Inspectie Justitie en Veiligheid | IJenV | inspectie jenv
Inspectie Gezondheidszorg en Jeugd | IGJ |
Inspectie Leefomgeving en Transport | ILT |
Nederlandse Voedsel- en Warenautoriteit | NVWA |
Sociale Inlichtingen- en Opsporingsdienst | SIOD |
Inspectie Jeugdzorg | |
VROM-Inspectie | |
""",
    OrganisationKind.BORDER_POLICE: """
Koninklijke Marechaussee | KMar; KMAR; Kmar | marechaussee
""",
    OrganisationKind.AGENCY: """
Autoriteit online Terroristisch en Kinderpornografisch Materiaal | ATKM |
Douane | | Douane
Dienst Justitiële Inrichtingen | DJI |
Raad voor de Kinderbescherming | RvdK | kinderbescherming
Raad voor Rechtsbijstand | | raad voor rechtsbijstand
Justis | | Justis; dienst Justis
Autoriteit Persoonsgegevens | AP |
Autoriteit Consument en Markt | ACM |
Immigratie- en Naturalisatiedienst | IND |
Centraal Orgaan opvang asielzoekers | COA | centraal orgaan opvang asielzoekers
Dienst Terugkeer en Vertrek | DT&V; DTenV |
Fiscale inlichtingen- en opsporingsdienst | FIOD |
Kamer van Koophandel | KvK; KVK |
Belastingdienst | | Belastingdienst; belastingdienst
Uitvoeringsinstituut Werknemersverzekeringen | UWV |
Sociale Verzekeringsbank | SVB |
Centraal Justitieel Incassobureau | CJIB |
Justitiële Informatiedienst | Justid |
Financial Intelligence Unit-Nederland | FIU; FIU-Nederland |
Schadefonds Geweldsmisdrijven | SGM |
Rijksdienst voor Ondernemend Nederland | RVO |
Rijksdienst voor Identiteitsgegevens | RvIG |
Dienst Wegverkeer | RDW |
Dienst Uitvoering Onderwijs | DUO |
Nationaal Coördinator Terrorismebestrijding en Veiligheid | NCTV |
""",
    OrganisationKind.RAPPORTEUR: """
Nationaal Rapporteur Mensenhandel en Seksueel Geweld tegen Kinderen | NRM | \
nationaal rapporteur; nationaal rapporteur mensenhandel; \
Bureau Nationaal Rapporteur; landelijk rapporteur
""",
    OrganisationKind.AUDIT_OFFICE: """
Algemene Rekenkamer | | Rekenkamer
Nationale ombudsman | | nationale ombudsman; Kinderombudsman
College voor de Rechten van de Mens | |
""",
    OrganisationKind.RESEARCH: """
Wetenschappelijk Onderzoek- en Datacentrum | WODC | \
wetenschappelijk onderzoek- en documentatiecentrum
Nederlands Studiecentrum Criminaliteit en Rechtshandhaving | NSCR |
Sociaal en Cultureel Planbureau | SCP |
Centraal Bureau voor de Statistiek | CBS |
Centraal Planbureau | CPB |
Significant | | Significant Groep; Significant Public; Significant APE
Regioplan | | Regioplan; Regioplan Beleidsonderzoek
Pro Facto | |
SEO Economisch Onderzoek | SEO |
Clingendael Instituut | | instituut clingendael; Clingendael
Pharos | | Pharos
Panteia | | Panteia
Berenschot | | Berenschot
Andersson Elffers Felix | AEF |
I&O Research | |
Bureau Beke | | bureau beke
Breuer&Intraval | | Intraval; breuer & intraval
DSP-groep | | dsp-groep
IOB | IOB | directie internationaal onderzoek en beleidsevaluatie; \
inspectie ontwikkelingssamenwerking en beleidsevaluatie
Trimbos-instituut | | Trimbos instituut
Verwey-Jonker Instituut | | Verwey-Jonker instituut
Nederlands Jeugdinstituut | NJi | Jeugdinstituut
Movisie | | Movisie
Rijksinstituut voor Volksgezondheid en Milieu | RIVM |
ZonMw | | ZonMw
Nederlands Forensisch Instituut | NFI |
Wetenschappelijke Raad voor het Regeringsbeleid | WRR |
Sociaal-Economische Raad | SER |
Politieacademie | | Politieacademie
Studiecentrum Rechtspleging | SSR |
""",
}

PARTNERS = {
    OrganisationKind.MUNICIPALITY: """
gemeenten | |
G4 | G4 | G4-gemeenten
G40 | G40 | G40-gemeenten
""",
    OrganisationKind.ASSOCIATION: """
Vereniging van Nederlandse Gemeenten | VNG |
Interprovinciaal Overleg | IPO |
GGD GHOR Nederland | GGD GHOR | GGD GHOR Nederland
Jeugdzorg Nederland | | Jeugdzorg Nederland
Valente | | Valente
Koninklijke Horeca Nederland | KHN |
Algemene Bond Uitzendondernemingen | ABU |
NBBU | NBBU | nederlandse bond van bemiddelings- en uitzendondernemingen
Aedes | | Aedes
Divosa | | Divosa
Ingrado | | Ingrado
Federatie Opvang | |
De Nederlandse ggz | | GGZ Nederland
Transport en Logistiek Nederland | TLN |
Bouwend Nederland | |
Federatie Nederlandse Vakbeweging | FNV |
Christelijk Nationaal Vakverbond | CNV |
VNO-NCW | VNO-NCW |
MKB-Nederland | MKB-Nederland |
LTO Nederland | LTO | LTO Nederland
Nederlandse Vereniging van Banken | NVB |
sociale partners | |
""",
    OrganisationKind.NGO: """
CoMensha | | Comensha; strategisch expertisecentrum mensenhandel; \
coördinatiecentrum mensenhandel; coördinatiecentrum tegen mensenhandel
FairWork | | stichting FairWork; Fairwork
Fier | | stichting Fier; Fier Fryslân
Centrum tegen Kinderhandel en Mensenhandel | CKM | centrum kinderhandel en mensenhandel; \
centrum kinderhandel mensenhandel
Slachtofferhulp Nederland | SHN | Slachtofferhulp
VluchtelingenWerk Nederland | VWN | VluchtelingenWerk; Vluchtelingenwerk
Leger des Heils | |
Sterk Huis | | Sterk Huis
HVO-Querido | | HVO-Querido
SHOP | SHOP | SHOP Den Haag
Jade Zorggroep | | Jade Zorggroep
Pretty Woman | | Pretty Woman
Qpido | | Qpido
Moviera | | Moviera
Terre des Hommes | |
Defence for Children | | Defence for Children-ECPAT; ECPAT; ECPAT Nederland
Offlimits | | Offlimits; Meldpunt Kinderporno
Expertisebureau Online Kindermisbruik | EOKM |
Stichting tegen Vrouwenhandel | STV |
Koraal | | Koraal; Koraal Groep; Koraalgroep
Kansfonds | | Kansfonds
Humanitas | | Humanitas
De Rode Draad | | Rode Draad
Mr. A. de Graaf Stichting | | mr. a. de graafstichting
BlinN | | BlinN; Bonded Labour in Nederland
Religieuzen tegen Vrouwenhandel | SRTV | stichting religieuzen tegen vrouwenhandel
Meld Misdaad Anoniem | MMA | stichting NL Confidential; NL Confidential
Centrum Seksueel Geweld | CSG | centra seksueel geweld
La Strada International | | La Strada
Nederlandse Rode Kruis | | Rode Kruis
SOA Aids Nederland | | Soa Aids Nederland
PROUD | PROUD |
Free a Girl | | Free a Girl
Not For Sale | | Not For Sale
International Justice Mission | IJM |
""",
    OrganisationKind.AGENCY: """
Veilig Thuis | | Veilig Thuis; Veilig Thuis-organisaties; Landelijk Netwerk Veilig Thuis
Halt | HALT | Halt; bureau halt; stichting halt
GGD | GGD; GGD'en; GGD’en; GGD-en | gemeentelijke gezondheidsdienst
Nidos | | stichting nidos; Nidos
Ondersteuningsteam Zorg voor de Jeugd | OZJ |
reclassering | | drie reclasseringsorganisaties; reclasseringsorganisaties; reclassering nederland
Jeugdbescherming | | gecertificeerde instellingen
Centrum voor Criminaliteitspreventie en Veiligheid | CCV |
""",
    OrganisationKind.COOPERATION: """
zorg- en veiligheidshuizen | | zorg- en veiligheidshuis; ZVH
Expertisecentrum Mensenhandel en Mensensmokkel | EMM | \
Expertisecentrum Mensenhandel Mensensmokkel; Expertisecentrum Mensensmokkel en Mensenhandel
Landelijk Informatie en Expertise Centrum | LIEC | landelijk informatie- en expertisecentrum
Regionaal Informatie en Expertise Centrum | RIEC; RIECs; RIEC's; RIEC’s; RIEC-LIEC | \
regionale informatie- en expertisecentra; regionaal informatie- en expertisecentrum
Taskforce Mensenhandel | | task force mensenhandel; taskforce mensenhandel
Aanjaagteam Bescherming Arbeidsmigranten | | Aanjaagteam; aanjaagteam arbeidsmigranten
Strategisch Overleg Mensenhandel | SOM |
Bestuurlijk Overleg Mensenhandel | | bestuurlijk overleg mensenhandel
Landelijk Overleg Veiligheid en Politie | LOVP |
Platform Interventie Ondermijning | PIO |
EMPACT | EMPACT | european multidisciplinary platform against criminal threats
Stichting van de Arbeid | |
""",
}

ABROAD = {
    OrganisationKind.AGENCY: """
National Agency for the Prohibition of Trafficking in Persons | NAPTIP |
Nigerian Immigration Service | NIS |
""",
    OrganisationKind.OTHER: """
Adviesraad Migratie | | adviescommissie voor vreemdelingenzaken
Stichting Normering Arbeid | SNA |
Stichting Naleving cao voor Uitzendkrachten | SNCU |
""",
    OrganisationKind.INTERNATIONAL: """
Internationale Organisatie voor Migratie | IOM | international organization for migration; \
international organisation for migration
VN-bureau voor drugs- en misdaadbestrijding | UNODC | \
VN bureau voor drugs- en misdaadbestrijding; united nations office on drugs and crime; \
bureau van de verenigde naties voor drugs- en misdaadbestrijding
VN Hoog Commissariaat voor de Mensenrechten | OHCHR | \
hoge commissaris voor de mensenrechten; VN-mensenrechtenbureau; \
VN-hoog commissariaat voor de mensenrechten
Hoge Commissaris van de Verenigde Naties voor de Vluchtelingen | UNHCR |
International Centre for Migration Policy Development | ICMPD |
Internationale Arbeidsorganisatie | ILO; IAO | international labour organization
Organisatie voor Veiligheid en Samenwerking in Europa | OVSE; OSCE |
Verenigde Naties | VN | VN-lidstaten
Raad van Europa | | Raad van Europa
GRETA | | Group of Experts on Action against Trafficking in Human Beings
Kinderfonds van de Verenigde Naties | UNICEF | Unicef
Interpol | INTERPOL | Interpol
Wereldbank | | Wereldbank
Wereldgezondheidsorganisatie | WHO |
Afrikaanse Unie | |
OESO | OESO; OECD | organisatie voor economische samenwerking en ontwikkeling
Alliance 8.7 | |
Khartoum Process | | Khartoum-proces; Khartoumproces
Rabat Process | | Rabat-proces
Boedapest Process | | Budapest Process; Boedapest-proces
Benelux-Unie | | Benelux-Unie; Benelux
""",
    OrganisationKind.EUROPEAN: """
Europese Unie | EU |
Europese Commissie | EC |
Europees Parlement | EP |
Raad van de Europese Unie | | Europese Raad; JBZ-Raad
Europol | EUROPOL | Europol
Eurojust | EUROJUST | Eurojust
Frontex | FRONTEX | Frontex
Europese Arbeidsautoriteit | ELA | european labour authority
EU-coördinator mensenhandel | | EU Anti-Trafficking Coordinator
Europees Openbaar Ministerie | EOM |
""",
    OrganisationKind.COMPANY: """
OnlyFans | | OnlyFans
Booking.com | | Booking.com
Airbnb | | Airbnb
Meta | | Meta; Facebook; Instagram
Google | | Google
TikTok | | TikTok
Snapchat | | Snapchat
Telegram | | Telegram
WhatsApp | | WhatsApp
Kinky.nl | | Kinky.nl
Sexjobs.nl | | Sexjobs.nl; Sexjobs
""",
}
