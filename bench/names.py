"""One name for each body: the scorer's own list, apart from the reader's."""

import re

_GROUPS = (
    "kabinet|regering",
    "tweede kamer|uw kamer|de kamer|kamer|huis",
    "eerste kamer|senaat",
    "openbaar ministerie|om",
    "politie|nationale politie",
    "nederlandse arbeidsinspectie|arbeidsinspectie|inspectie szw|iszw|nla",
    "centraal bureau voor de statistiek|cbs",
    "koninklijke marechaussee|marechaussee|kmar",
    "vereniging van nederlandse gemeenten|vng",
    "comensha|coördinatiecentrum tegen mensenhandel|coördinatiecentrum mensenhandel",
    "nationaal rapporteur mensenhandel en seksueel geweld tegen kinderen|nationaal rapporteur",
    "algemene rekenkamer|rekenkamer",
    "wodc|wetenschappelijk onderzoek- en documentatiecentrum"
    "|wetenschappelijk onderzoek- en datacentrum",
    "centrum tegen kinderhandel en mensenhandel|ckm",
    "fairwork|stichting fairwork",
    "internationale organisatie voor migratie|iom",
    "immigratie- en naturalisatiedienst|ind",
    "centraal orgaan opvang asielzoekers|coa",
    "dienst justitiële inrichtingen|dji",
    "raad voor de rechtspraak|rechtspraak",
    "expertisecentrum mensenhandel en mensensmokkel|emm",
    "task force mensenhandel|taskforce mensenhandel",
    "european labour authority|europese arbeidsautoriteit|ela",
    "nederlands jeugdinstituut|nji",
    "interprovinciaal overleg|ipo",
    "inspectie gezondheidszorg en jeugd|igj",
    "nederlandse voedsel- en warenautoriteit|nvwa",
    "significant|significant groep|significant public",
    "groep van deskundigen inzake bestrijding van mensenhandel|greta",
    "adviesraad migratie|adviescommissie voor vreemdelingenzaken",
    "iob|directie internationaal onderzoek en beleidsevaluatie",
    "de nederlandse ggz|nederlandse ggz|ggz nederland",
    "halt|bureau halt",
    "europese commissie|commissie",
    "unodc|vn-bureau voor drugs en misdaad|bureau voor drugs en misdaad van de verenigde naties"
    "|vn-bureau voor drugs- en misdaadbestrijding|vn bureau voor drugs- en misdaadbestrijding"
    "|bureau van de verenigde naties voor drugs en misdaad"
    "|united nations office on drugs and crime",
    "osce|ovse|organisatie voor veiligheid en samenwerking in europa",
    "raad van state|afdeling advisering van de raad van state",
    "algemene bond uitzendondernemingen|abu",
    "centraal administratie kantoor|cak",
    "justid|justitiële informatiedienst",
    "khn|koninklijke horeca nederland",
    "centrum voor criminaliteitspreventie en veiligheid|ccv",
    "stichting naleving cao voor uitzendkrachten|sncu",
    "autoriteit online terroristisch en kinderpornografisch materiaal|atkm",
    "regionaal informatie- en expertisecentrum|riec|regionale informatie- en expertisecentra"
    "|riec's|riec’s|regionaal informatie en expertise centrum",
    "ilo|internationale arbeidsorganisatie|international labour organization",
    "naptip|national agency for the prohibition of trafficking in persons",
    "leger des heils|stichting leger des heils",
    "schadefonds geweldsmisdrijven|schadefonds",
    "nederlandse rode kruis|rode kruis",
    "uwv|uitvoeringsinstituut werknemersverzekeringen",
    "fnv|federatie nederlandse vakbeweging",
    "cnv|christelijk nationaal vakverbond",
    "verenigde naties|vn",
    "europol|european union agency for law enforcement cooperation",
    "nidos|stichting nidos",
    "reclassering|reclassering nederland",
    "sociaal-economische raad|ser",
    "rijksdienst voor ondernemend nederland|rvo",
    "inspectie leefomgeving en transport|ilt",
    "koninklijke notariële beroepsorganisatie|knb",
    "college van burgemeester en wethouders|burgemeester en wethouders|college",
)
_MINISTRIES = (
    ("justitie en veiligheid", "jenv"),
    ("sociale zaken en werkgelegenheid", "szw"),
    ("volksgezondheid, welzijn en sport", "vws"),
    ("buitenlandse zaken", "bz"),
    ("binnenlandse zaken en koninkrijksrelaties", "bzk"),
    ("onderwijs, cultuur en wetenschap", "ocw"),
    ("infrastructuur en waterstaat", "ienw"),
    ("economische zaken en klimaat", "ezk"),
)
_ONE_NAME = {name: group.split("|")[0] for group in _GROUPS for name in group.split("|")}


def canonical(name: str) -> str:
    """The scorer's one spelling of a name: lower case, no article, known aliases joined."""
    plain = " ".join(name.lower().replace("’", "'").split()).strip(" .,;:'\"“”‘")
    plain = re.sub(r"^(de|het|een|mijn|onze) ", "", plain)
    if plain in _ONE_NAME:
        return _ONE_NAME[plain]
    for full, short in _MINISTRIES:
        plain = re.sub(rf"\b{short}\b", full, plain)
        if plain == full:
            return f"ministerie van {full}"
    plain = plain.replace("demissionair ", "").replace("departement van", "ministerie van")
    plain = re.sub(r"^ministeries? van ", "ministerie van ", plain)
    plain = re.sub(r"^(?:burgemeesters?|college) van .+", "burgemeester", plain)
    plain = re.sub(r"^collega van ", "minister van ", plain)
    plain = re.sub(r"^(?:gemeente|provincie|regio|politie-?|bureau|branchevereniging"
                   r"|onderzoeksbureau) ", "", plain)  # fmt: skip
    return _ONE_NAME.get(plain, plain)


def canonicals(names: list[str]) -> set[str]:
    """The set of bodies that names stand for; empty names fall out."""
    return {canonical(name) for name in names if name}
