"""The laws that a letter of the programme may name: code, name, kind, other spellings.

Names and abbreviations are those of the citation titles on wetten.overheid.nl and EUR-Lex,
written down from memory of the public registers; numbers of EU acts come from their titles
in the Official Journal. The table says how a law is called, never whether it is in force:
that is dated data elsewhere. A jurist should look it over.
"""

from samen.core.references.law_names_abroad import TREATIES, UNION
from samen.core.references.laws import Law, LawKind

_C, _A, _B, _D = LawKind.CODE, LawKind.ACT, LawKind.BILL, LawKind.DECREE

# Codes and the constitution; criminal law and procedure.
_CODES = (
    Law(
        "Sr",
        "Wetboek van Strafrecht",
        _C,
        ("WvSr", "Wetboek van strafrecht", "W.v.Sr", "Criminal Code"),
    ),
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
    Law("WGS", "Wet gegevensverwerking door samenwerkingsverbanden", _A, ("Wgs",)),
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
    Law("Awgb", "Algemene wet gelijke behandeling", _A),
    Law("Awr", "Algemene wet inzake rijksbelastingen", _A),
    Law("Gemeentewet", "Gemeentewet", _A, ("Gemw",)),
    Law("APV", "Algemene plaatselijke verordening", _D, ("Apv",)),
    Law("Wet tijdelijk huisverbod", "Wet tijdelijk huisverbod", _A, ("Wth",)),
    Law("Wet forensische zorg", "Wet forensische zorg", _A, ("Wfz",)),
    Law(
        "Wet Nationaal rapporteur",
        "Wet Nationaal rapporteur mensenhandel en seksueel geweld tegen kinderen",
        _A,
    ),
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
    Law("Besluit SUWI", "Besluit structuur uitvoeringsorganisatie werk en inkomen", _D),
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

KNOWN_LAWS = (*_CODES, *_SAFETY, *_ADMINISTRATION, *_WORK, *UNION, *TREATIES)

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
