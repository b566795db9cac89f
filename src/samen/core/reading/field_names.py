"""The bodies that a field of work has: schools, care, trade, housing, research.

In the form of `organisation_names`. Source: the bodies' own public names.
"""

from samen.core.terms import OrganisationKind

FIELDS = {
    OrganisationKind.ASSOCIATION: """
VO-raad | VO-raad; VO-Raad |
PO-Raad | PO-Raad; PO-raad |
MBO Raad | MBO Raad; MBO-raad |
Vereniging Hogescholen | |
Universiteiten van Nederland | UNL |
KNMG | KNMG | koninklijke nederlandsche maatschappij tot bevordering der geneeskunst
Nederlands Huisartsen Genootschap | NHG |
Landelijke Huisartsen Vereniging | LHV |
Federatie Medisch Specialisten | FMS |
Nederlandse Vereniging voor Kindergeneeskunde | NVK |
Koninklijke Nederlandse Organisatie van Verloskundigen | KNOV |
V&VN | V&VN | verpleegkundigen & verzorgenden nederland
Nederlands Instituut van Psychologen | NIP |
ActiZ | | ActiZ
Zorgthuisnl | | Zorgthuisnl; Zorgthuis.nl
Sociaal Werk Nederland | |
Zorgverzekeraars Nederland | ZN |
Nederlandse Vereniging voor Burgerzaken | NVVB |
Nederlandse orde van advocaten | NOvA |
Koninklijke Notariële Beroepsorganisatie | KNB |
Techniek Nederland | |
Schoonmakend Nederland | |
BOVAG | BOVAG |
Thuiswinkel.org | | Thuiswinkel.org
ANVR | ANVR |
Vastgoed Nederland | |
NVM | NVM |
""",
    OrganisationKind.AGENCY: """
Rijkswaterstaat | RWS | Rijkswaterstaat
Nederlandse Zorgautoriteit | NZa |
Zorginstituut Nederland | | Zorginstituut Nederland; Zorginstituut
De Nederlandsche Bank | DNB |
Autoriteit Financiële Markten | AFM |
""",
    OrganisationKind.NGO: """
Augeo Foundation | | Augeo Foundation; Augeo
Helpwanted | | Helpwanted; Helpwanted.nl
MEE NL | MEE NL |
Rutgers | | Rutgers
Platform31 | | Platform31
Blijf Groep | |
Pluryn | | Pluryn
""",
    OrganisationKind.RESEARCH: """
Ecorys | | Ecorys
Nederlandse Organisatie voor Wetenschappelijk Onderzoek | NWO |
""",
}
