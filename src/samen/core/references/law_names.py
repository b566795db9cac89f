"""The laws that a letter of the programme may name: code, name, kind, other spellings.

Names and abbreviations are those of the citation titles on wetten.overheid.nl and EUR-Lex,
written down from memory of the public registers; numbers of EU acts come from their titles
in the Official Journal. The table says how a law is called, never whether it is in force:
that is dated data elsewhere. A jurist should look it over.
"""

from dataclasses import dataclass
from enum import StrEnum


class LawKind(StrEnum):
    """What sort of norm a law is, with the Dutch word as a letter would use it."""

    CODE = "wetboek"
    ACT = "wet"
    BILL = "wetsvoorstel"
    DECREE = "besluit"
    CIRCULAR = "circulaire"
    REGULATION = "verordening"
    DIRECTIVE = "richtlijn"
    FRAMEWORK_DECISION = "kaderbesluit"
    TREATY = "verdrag"


@dataclass(frozen=True, slots=True)
class Law:
    """A law as data.

    code: the short form that stands as `regime`. name: the full Dutch name. aliases: further
    spellings. eu_number: "2011/36" for acts of the European Union.
    """

    code: str
    name: str
    kind: LawKind
    aliases: tuple[str, ...] = ()
    eu_number: str = ""

    @property
    def spellings(self) -> tuple[str, ...]:
        return (self.code, self.name, *self.aliases)


_C, _A, _B, _D, _R, _T = (
    LawKind.CODE,
    LawKind.ACT,
    LawKind.BILL,
    LawKind.DECREE,
    LawKind.REGULATION,
    LawKind.TREATY,
)
_L = LawKind.DIRECTIVE

# Codes and the constitution; criminal law and procedure.
_CODES = (
    Law("Sr", "Wetboek van Strafrecht", _C, ("WvSr", "Wetboek van strafrecht", "W.v.Sr")),
    Law("Sv", "Wetboek van Strafvordering", _C, ("WvSv", "Wetboek van strafvordering")),
    Law("BW", "Burgerlijk Wetboek", _C),
    Law("Rv", "Wetboek van Burgerlijke Rechtsvordering", _C),
    Law("WvK", "Wetboek van Koophandel", _C),
    Law("Gw", "Grondwet", _A),
    Law("Sr BES", "Wetboek van Strafrecht BES", _C),
    Law("Sv BES", "Wetboek van Strafvordering BES", _C),
)

# Police, prosecution, information, partnerships.
_SAFETY = (
    Law("Wpg", "Wet politiegegevens", _A),
    Law("Bpg", "Besluit politiegegevens", _D),
    Law("Wbp", "Wet bescherming persoonsgegevens", _A, ("WBP",)),
    Law("Wjsg", "Wet justitiële en strafvorderlijke gegevens", _A),
    Law("WGS", "Wet gegevensverwerking door samenwerkingsverbanden", _A),
    Law("Politiewet 2012", "Politiewet 2012", _A, ("Politiewet",)),
    Law("Wet BIG", "Wet op de beroepen in de individuele gezondheidszorg", _A),
    Law("Opiumwet", "Opiumwet", _A),
    Law("WWM", "Wet wapens en munitie", _A),
    Law("WED", "Wet op de economische delicten", _A),
    Law("Wwft", "Wet ter voorkoming van witwassen en financieren van terrorisme", _A),
    Law("Wet Bibob", "Wet bevordering integriteitsbeoordelingen door het openbaar bestuur", _A),
    Law("WOTS", "Wet overdracht tenuitvoerlegging strafvonnissen", _A),
    Law("Wet RO", "Wet op de rechterlijke organisatie", _A),
    Law("Wet USB", "Wet herziening tenuitvoerlegging strafrechtelijke beslissingen", _A),
    Law("Wbgs", "Wet Bronnen- en geheimhoudersstatuut", _A),
    Law(
        "Wet seksuele misdrijven",
        "Wet seksuele misdrijven",
        _A,
        ("wetsvoorstel seksuele misdrijven",),
    ),
    Law("Wrs", "Wet regulering sekswerk", _B, ("wetsvoorstel regulering sekswerk", "WRS")),
    Law(
        "Wrp",
        "Wet regulering prostitutie en bestrijding misstanden seksbranche",
        _B,
        ("wetsvoorstel regulering prostitutie en bestrijding misstanden seksbranche",),
    ),
    Law(
        "Wet strafbaarstelling misbruik prostitué(e)s",
        "Wet strafbaarstelling misbruik prostitué(e)s die slachtoffer zijn van mensenhandel",
        _A,
        (
            "initiatiefwet misbruik prostitué(e)s die slachtoffer zijn van mensenhandel",
            "initiatiefwet strafbaarstelling misbruik prostitué(e)s die slachtoffer zijn van "
            "mensenhandel",
            "initiatiefwetsvoorstel strafbaarstelling misbruik prostitué(e)s die slachtoffer "
            "zijn van mensenhandel",
            "Wet strafbaarstelling misbruik prostituees die slachtoffer zijn van mensenhandel",
            "Wet strafbaarstelling misbruik prostituees",
            "initiatiefwet misbruik prostituees",
            "initiatiefwet misbruik prostitué(e)s",
        ),
    ),
)

# Administration, municipalities, care and youth.
_ADMINISTRATION = (
    Law("Awb", "Algemene wet bestuursrecht", _A, ("AWB",)),
    Law("Awr", "Algemene wet inzake rijksbelastingen", _A),
    Law("Gemeentewet", "Gemeentewet", _A, ("Gemw",)),
    Law("APV", "Algemene plaatselijke verordening", _D, ("Apv",)),
    Law("Wet tijdelijk huisverbod", "Wet tijdelijk huisverbod", _A, ("Wth",)),
    Law("Wet forensische zorg", "Wet forensische zorg", _A, ("Wfz",)),
    Law("Wet schadefonds geweldsmisdrijven", "Wet schadefonds geweldsmisdrijven", _A),
    Law("Provinciewet", "Provinciewet", _A),
    Law("Woo", "Wet open overheid", _A),
    Law("Wob", "Wet openbaarheid van bestuur", _A),
    Law("Wgr", "Wet gemeenschappelijke regelingen", _A),
    Law("CW 2016", "Comptabiliteitswet 2016", _A, ("Comptabiliteitswet", "CW")),
    Law("Wet BRP", "Wet basisregistratie personen", _A),
    Law("Huisvestingswet 2014", "Huisvestingswet 2014", _A, ("Huisvestingswet",)),
    Law("Woningwet", "Woningwet", _A),
    Law("Wgv", "Wet goed verhuurderschap", _A),
    Law("Omgevingswet", "Omgevingswet", _A),
    Law(
        "Wmo 2015",
        "Wet maatschappelijke ondersteuning 2015",
        _A,
        ("Wmo", "WMO", "Wet maatschappelijke ondersteuning"),
    ),
    Law("Jeugdwet", "Jeugdwet", _A),
    Law("Participatiewet", "Participatiewet", _A, ("Pw",)),
    Law("Wlz", "Wet langdurige zorg", _A),
    Law("Zvw", "Zorgverzekeringswet", _A),
    Law("Wkkgz", "Wet kwaliteit, klachten en geschillen zorg", _A),
    Law("Wvggz", "Wet verplichte geestelijke gezondheidszorg", _A),
    Law("Wzd", "Wet zorg en dwang", _A),
    Law("Wtza", "Wet toetreding zorgaanbieders", _A),
    Law("Wams", "Wet aanpak meervoudige problematiek sociaal domein", _B),
    Law("Leerplichtwet 1969", "Leerplichtwet 1969", _A, ("Leerplichtwet",)),
    Law("Wet op het notarisambt", "Wet op het notarisambt", _A),
    Law("Handelsregisterwet 2007", "Handelsregisterwet 2007", _A, ("Handelsregisterwet",)),
    Law("Wet inburgering 2021", "Wet inburgering 2021", _A, ("Wet inburgering",)),
    Law("Leegstandwet", "Leegstandwet", _A),
    Law("Cbw", "Cyberbeveiligingswet", _A),
    Law(
        "UAVG",
        "Uitvoeringswet Algemene verordening gegevensbescherming",
        _A,
        ("Uitvoeringswet AVG",),
    ),
)

# Work and migration.
_WORK = (
    Law("Wav", "Wet arbeid vreemdelingen", _A, ("WAV",)),
    Law("Wml", "Wet minimumloon en minimumvakantiebijslag", _A, ("WML", "Wet minimumloon")),
    Law("Atw", "Arbeidstijdenwet", _A, ("ATW",)),
    Law("Arbowet", "Arbeidsomstandighedenwet", _A, ("Arbeidsomstandighedenwet 1998",)),
    Law("Waadi", "Wet allocatie arbeidskrachten door intermediairs", _A, ("WAADI",)),
    Law("Wtta", "Wet toelating terbeschikkingstelling van arbeidskrachten", _A),
    Law("WagwEU", "Wet arbeidsvoorwaarden gedetacheerde werknemers in de Europese Unie", _A),
    Law("Was", "Wet aanpak schijnconstructies", _A),
    Law("Wet SUWI", "Wet structuur uitvoeringsorganisatie werk en inkomen", _A, ("Wet Suwi",)),
    Law("Wet DBA", "Wet deregulering beoordeling arbeidsrelaties", _A),
    Law("Vw 2000", "Vreemdelingenwet 2000", _A, ("Vw", "Vreemdelingenwet")),
    Law("Vb 2000", "Vreemdelingenbesluit 2000", _D, ("Vb", "Vreemdelingenbesluit")),
    Law("VV 2000", "Voorschrift Vreemdelingen 2000", _D),
    Law(
        "Vc 2000",
        "Vreemdelingencirculaire 2000",
        LawKind.CIRCULAR,
        ("Vc", "Vreemdelingencirculaire"),
    ),
    Law("Wet Coa", "Wet Centraal Orgaan opvang asielzoekers", _A, ("Wet COA",)),
    Law("WIVO", "Wet internationaal verantwoord ondernemen", _B),
    Law("Wet zorgplicht kinderarbeid", "Wet zorgplicht kinderarbeid", _A),
)

# European Union.
_UNION = (
    Law(
        "AVG",
        "Algemene verordening gegevensbescherming",
        _R,
        ("GDPR", "General Data Protection Regulation"),
        "2016/679",
    ),
    Law(
        "DSA",
        "Digital Services Act",
        _R,
        (
            "Digitaledienstenverordening",
            "digitaledienstenverordening",
            "Verordening digitale diensten",
            "Digital Service Act",
        ),
        "2022/2065",
    ),
    Law("DMA", "Digital Markets Act", _R, ("Digitalemarktenverordening",), "2022/1925"),
    Law(
        "AI-verordening",
        "Verordening artificiële intelligentie",
        _R,
        ("AI Act", "AI-act"),
        "2024/1689",
    ),
    Law(
        "Anti-dwangarbeidverordening",
        "Verordening verbod op producten van dwangarbeid",
        _R,
        (),
        "2024/3015",
    ),
    Law("TCO-verordening", "Verordening terroristische online-inhoud", _R, (), "2021/784"),
    Law(
        "Richtlijn 2000/31/EG",
        "Richtlijn inzake elektronische handel",
        _L,
        ("E-Commerce Directive", "e-Commerce richtlijn", "E-commercerichtlijn"),
        "2000/31",
    ),
    Law(
        "Richtlijn 2011/36/EU",
        "Richtlijn inzake de voorkoming en bestrijding van mensenhandel",
        _L,
        (
            "EU-richtlijn mensenhandel",
            "EU-richtlijn Mensenhandel",
            "EU-richtlijn tegen mensenhandel",
            "Europese richtlijn mensenhandel",
            "richtlijn mensenhandel",
        ),
        "2011/36",
    ),
    Law(
        "Richtlijn 2012/29/EU",
        "Richtlijn minimumnormen voor slachtoffers van strafbare feiten",
        _L,
        ("Slachtofferrichtlijn", "EU-richtlijn slachtoffers"),
        "2012/29",
    ),
    Law(
        "Richtlijn (EU) 2016/680",
        "Richtlijn gegevensbescherming opsporing en vervolging",
        _L,
        (),
        "2016/680",
    ),
    Law(
        "Richtlijn 2009/52/EG",
        "Richtlijn sancties tegen werkgevers van illegaal verblijvende derdelanders",
        _L,
        ("Werkgeverssanctierichtlijn", "Sanctierichtlijn", "EU-sanctierichtlijn"),
        "2009/52",
    ),
    Law(
        "Richtlijn 2004/81/EG",
        "Richtlijn verblijfstitel voor slachtoffers van mensenhandel",
        _L,
        (),
        "2004/81",
    ),
    Law(
        "Kaderbesluit 2002/629/JBZ",
        "Kaderbesluit inzake bestrijding van mensenhandel",
        LawKind.FRAMEWORK_DECISION,
        (
            "EU-kaderbesluit mensenhandel",
            "EU-kaderbesluit inzake bestrijding van mensenhandel",
            "Kaderbesluit mensenhandel",
        ),
        "2002/629",
    ),
    Law("Detacheringsrichtlijn", "Detacheringsrichtlijn", _L, ("detacheringsrichtlijn",), "96/71"),
    Law(
        "CSDDD",
        "Richtlijn passende zorgvuldigheid in het bedrijfsleven op het gebied van duurzaamheid",
        _L,
        ("CS3D",),
        "2024/1760",
    ),
    Law("Dienstenrichtlijn", "Dienstenrichtlijn", _L, ("dienstenrichtlijn",), "2006/123"),
    Law("VWEU", "Verdrag betreffende de werking van de Europese Unie", _T),
    Law("VEU", "Verdrag betreffende de Europese Unie", _T),
    Law(
        "EU-Handvest",
        "Handvest van de grondrechten van de Europese Unie",
        _T,
        ("Handvest van de Grondrechten van de Europese Unie", "EU Handvest"),
    ),
)

# Treaties.
_TREATIES = (
    Law(
        "EVRM",
        "Europees Verdrag voor de Rechten van de Mens",
        _T,
        (
            "Europees Verdrag tot bescherming van de rechten van de mens en de "
            "fundamentele vrijheden",
            "Europees Verdrag voor de rechten van de mens",
        ),
    ),
    Law(
        "IVRK",
        "Internationaal Verdrag inzake de Rechten van het Kind",
        _T,
        (
            "Verdrag inzake de rechten van het kind",
            "VN-Kinderrechtenverdrag",
            "Kinderrechtenverdrag",
        ),
    ),
    Law(
        "VN-Vrouwenverdrag",
        "Verdrag inzake de uitbanning van alle vormen van discriminatie van vrouwen",
        _T,
        ("Vrouwenverdrag",),
    ),
    Law("Statuut van Rome", "Statuut van Rome inzake het Internationaal Strafhof", _T),
    Law("IVBPR", "Internationaal Verdrag inzake burgerrechten en politieke rechten", _T),
    Law(
        "Palermoprotocol",
        "Protocol inzake de voorkoming, bestrijding en bestraffing van mensenhandel",
        _T,
        (
            "Palermo-protocol",
            "Palermo Protocol",
            "Protocol van Palermo",
            "VN-Protocol van Palermo",
            "VN-Palermoprotocol",
            "VN-protocol mensenhandel",
            "VN-protocol inzake mensenhandel",
        ),
    ),
    Law(
        "Verdrag van Warschau",
        "Verdrag van de Raad van Europa inzake bestrijding van mensenhandel",
        _T,
        (
            "Raad van Europa-verdrag inzake bestrijding van mensenhandel",
            "Verdrag van de Raad van Europa tegen mensenhandel",
            "Verdrag van de Raad van Europa ter bestrijding van mensenhandel",
            "Mensenhandelverdrag",
        ),
    ),
    Law("Verdrag van Lanzarote", "Verdrag van Lanzarote", _T, ("Lanzarote-verdrag",)),
    Law("Verdrag van Istanbul", "Verdrag van Istanbul", _T, ("Istanbul-verdrag",)),
    Law("Vluchtelingenverdrag", "Verdrag betreffende de status van vluchtelingen", _T),
    Law(
        "Boedapestverdrag",
        "Verdrag inzake de bestrijding van strafbare feiten verbonden met elektronische netwerken",
        _T,
        ("Cybercrimeverdrag",),
    ),
)

KNOWN_LAWS = (*_CODES, *_SAFETY, *_ADMINISTRATION, *_WORK, *_UNION, *_TREATIES)

ONLY_WITH_ARTICLE = frozenset(
    {"Sr", "Sv", "BW", "Rv", "Gw", "Vw", "Vb", "Vc", "Pw", "CW", "Was", "Woo", "Wob", "Wrp", "WED"}
    | {
        "APV",
        "Apv",
        "Algemene plaatselijke verordening",
        "VEU",
        "Wgr",
        "Wgv",
        "Awr",
        "Cbw",
        "WRS",
        "Wzd",
    }
)
"""Abbreviations that are also words, names or initials: alone they name no law."""


def known_laws() -> tuple[Law, ...]:
    """Every law of the table."""
    return KNOWN_LAWS
