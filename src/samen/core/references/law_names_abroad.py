"""European laws and treaties that a letter may name, as `law_names` has the Dutch ones."""

from samen.core.references.laws import Law, LawKind

_R, _L, _T = LawKind.REGULATION, LawKind.DIRECTIVE, LawKind.TREATY

# European Union.
UNION = (
    Law("DWU", "Douanewetboek van de Unie", _R, ("douanewetboek van de Unie",)),
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
        (
            "CS3D",
            "richtlijn inzake passende zorgvuldigheid in het bedrijfsleven op het gebied van "
            "duurzaamheid",
            "richtlijn inzake passende zorgvuldigheid in het bedrijfsleven",
            "richtlijn inzake passende zorgvuldigheid",
            "Europese richtlijn inzake passende zorgvuldigheid",
        ),
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
TREATIES = (
    Law(
        "EVRM",
        "Europees Verdrag voor de Rechten van de Mens",
        _T,
        (
            "Europees Verdrag tot bescherming van de rechten van de mens en de "
            "fundamentele vrijheden",
            "Europees Verdrag voor de rechten van de mens",
            "ECHR",
            "European Convention on Human Rights",
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
    Law(
        "IVRPH",
        "Verdrag inzake de rechten van personen met een handicap",
        _T,
        ("VN-verdrag handicap", "VN-Gehandicaptenverdrag"),
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
            "Convention on Action against Trafficking in Human Beings",
        ),
    ),
    Law("Verdrag van Lanzarote", "Verdrag van Lanzarote", _T, ("Lanzarote-verdrag",)),
    Law("Verdrag van Istanbul", "Verdrag van Istanbul", _T, ("Istanbul-verdrag",)),
    Law(
        "OESO-richtlijnen",
        "OESO-richtlijnen voor multinationale ondernemingen",
        LawKind.GUIDELINE,
    ),
    Law("Vluchtelingenverdrag", "Verdrag betreffende de status van vluchtelingen", _T),
    Law(
        "Boedapestverdrag",
        "Verdrag inzake de bestrijding van strafbare feiten verbonden met elektronische netwerken",
        _T,
        ("Cybercrimeverdrag",),
    ),
)
