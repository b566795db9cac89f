"""Invented sentences with the periods that they hold: (sentence, [(words, interval)]).

An interval is "EARLIEST..LATEST precision"; an open side is empty. The letter is of 17 November
2021 unless another date is given.
"""

type Case = tuple[str, list[tuple[str, str]]]

DAYS: list[Case] = [
    ("Het convenant is op 3 mei 2019 ondertekend.", [("3 mei 2019", "2019-05-03..2019-05-03 day")]),
    ("Zie de brief van 4 maart jl.", [("4 maart jl.", "2021-03-04..2021-03-04 day")]),
    (
        "Het debat van 20 december jl. ging hierover.",
        [("20 december jl.", "2020-12-20..2020-12-20 day")],
    ),
    (
        "De raad kwam op 2 juni van dit jaar bijeen.",
        [("2 juni van dit jaar", "2021-06-02..2021-06-02 day")],
    ),
    ("Op 9 maart a.s. volgt een gesprek.", [("9 maart a.s.", "2022-03-09..2022-03-09 day")]),
    ("De brief van 3 mei ’19 ging hierover.", [("3 mei ’19", "2019-05-03..2019-05-03 day")]),
    ("Dit is in mei '20 gemeld.", [("mei '20", "2020-05-01..2020-05-31 month")]),
    ("Datum 15-09-2021", [("15-09-2021", "2021-09-15..2021-09-15 day")]),
    ("Verzonden 5/9/2021 aan de gemeente.", [("5/9/2021", "2021-09-05..2021-09-05 day")]),
    ("Peildatum 2021-09-15.", [("2021-09-15", "2021-09-15..2021-09-15 day")]),
    ("Verslag d.d. 23-10-20 van de werkgroep.", [("23-10-20", "2020-10-23..2020-10-23 day")]),
    ("Verslag 01-02-03 van de werkgroep.", []),
    (
        "Op woensdag 17 november 2021 opent het loket.",
        [("woensdag 17 november 2021", "2021-11-17..2021-11-17 day")],
    ),
    ("In een brief van heden leest u meer.", [("van heden", "2021-11-17..2021-11-17 day")]),
    ("Vandaag verschijnt ook de monitor.", [("Vandaag", "2021-11-17..2021-11-17 day")]),
    ("De wet geldt per 1 juli 2022.", [("1 juli 2022", "2022-07-01..2022-07-01 day")]),
    ("Op 31 februari 2021 gebeurde niets.", [("februari 2021", "2021-02-01..2021-02-28 month")]),
    (
        "Het overleg vindt plaats op Prinsjesdag 2022.",
        [("Prinsjesdag 2022", "2022-09-20..2022-09-20 day")],
    ),
    (
        "The letter of 17 November 2021 was sent.",
        [("17 November 2021", "2021-11-17..2021-11-17 day")],
    ),
    (
        "The treaty entered into force on January 1, 2020.",
        [("January 1, 2020", "2020-01-01..2020-01-01 day")],
    ),
    ("Op 12 januari is het loket geopend.", [("12 januari", "2021-01-12..2021-01-12 day")]),
    ("Op 12 januari zal het loket opengaan.", [("12 januari", "2022-01-12..2022-01-12 day")]),
]
MONTHS_AND_PARTS: list[Case] = [
    ("In november 2021 start de proef.", [("november 2021", "2021-11-01..2021-11-30 month")]),
    (
        "De cijfers van februari 2021 zijn bekend.",
        [("februari 2021", "2021-02-01..2021-02-28 month")],
    ),
    (
        "Begin komend jaar is het plan klaar.",
        [("Begin komend jaar", "2022-01-01..2022-03-31 quarter")],
    ),
    ("De evaluatie is begin 2021 afgerond.", [("begin 2021", "2021-01-01..2021-03-31 quarter")]),
    ("Medio 2022 volgt een besluit.", [("Medio 2022", "2022-05-15..2022-08-15 span")]),
    ("Eind 2021 loopt de regeling af.", [("Eind 2021", "2021-10-01..2021-12-31 quarter")]),
    ("Het loket opent eind dit jaar.", [("eind dit jaar", "2021-10-01..2021-12-31 quarter")]),
    ("De campagne liep dit voorjaar.", [("dit voorjaar", "2021-03-01..2021-06-20 season")]),
    ("Dit najaar spreken wij de regio's.", [("Dit najaar", "2021-09-01..2021-12-21 season")]),
    (
        "De uitkomst komt in het voorjaar van 2022.",
        [("voorjaar van 2022", "2022-03-01..2022-06-20 season")],
    ),
    (
        "Najaar 2022 wordt de tussenstand bekend.",
        [("Najaar 2022", "2022-09-01..2022-12-21 season")],
    ),
    ("Komende zomer begint de bouw.", [("Komende zomer", "2022-06-21..2022-09-20 season")]),
    (
        "In de eerste helft van 2022 wordt beslist.",
        [("eerste helft van 2022", "2022-01-01..2022-06-30 half")],
    ),
    (
        "Het tweede kwartaal van 2022 is druk.",
        [("tweede kwartaal van 2022", "2022-04-01..2022-06-30 quarter")],
    ),
    ("De oplevering is in Q3 2022.", [("Q3 2022", "2022-07-01..2022-09-30 quarter")]),
    (
        "In het laatste kwartaal van dit jaar start een proef.",
        [("laatste kwartaal van dit jaar", "2021-10-01..2021-12-31 quarter")],
    ),
    (
        "Eind november 2021 vertrekt de directeur.",
        [("Eind november 2021", "2021-11-21..2021-11-30 span")],
    ),
    ("Volgende maand verhuist de dienst.", [("Volgende maand", "2021-12-01..2021-12-31 month")]),
    ("Tijdens het kerstreces ligt het werk stil.", [("kerstreces", "2021-12-17..2022-01-08 span")]),
    ("A decision is expected in early 2022.", [("early 2022", "2022-01-01..2022-03-31 quarter")]),
    ("The review ended in March 2020.", [("March 2020", "2020-03-01..2020-03-31 month")]),
    ("Wij spraken in maart met de sector.", [("maart", "2021-03-01..2021-03-31 month")]),
]
YEARS_AND_RANGES: list[Case] = [
    ("Nederland droeg in 2020 EUR 2 mln. bij.", [("2020", "2020-01-01..2020-12-31 year")]),
    ("In 2021 is hard gewerkt.", [("2021", "2021-01-01..2021-12-31 year")]),
    (
        "In 2019 en 2020 daalde het aantal.",
        [("2019", "2019-01-01..2019-12-31 year"), ("2020", "2020-01-01..2020-12-31 year")],
    ),
    ("Het doel voor 2023 ligt hoger.", [("2023", "2023-01-01..2023-12-31 year")]),
    (
        "Zij vonden tot en met september 74 panden.",
        [("tot en met september", "..2021-09-30 until")],
    ),
    ("Voor 2028 ga ik uit van 400.", [("2028", "2028-01-01..2028-12-31 year")]),
    ("In het topjaar 2012 waren het er 21.", [("2012", "2012-01-01..2012-12-31 year")]),
    ("Volgend jaar komt er een vervolg.", [("Volgend jaar", "2022-01-01..2022-12-31 year")]),
    ("Er zijn meer zaken dan vorig jaar.", [("vorig jaar", "2020-01-01..2020-12-31 year")]),
    (
        "Het afgelopen jaar is veel bereikt.",
        [("Het afgelopen jaar", "2020-11-17..2021-11-17 span")],
    ),
    (
        "In de periode 2016 tot en met 2019 is gemeten.",
        [("2016 tot en met 2019", "2016-01-01..2019-12-31 span")],
    ),
    ("In de jaren 2021-2025 wordt geld verdeeld.", [("2021-2025", "2021-01-01..2025-12-31 span")]),
    (
        "Wij organiseren van oktober tot en met december drie dagen.",
        [("van oktober tot en met december", "2021-10-01..2021-12-31 span")],
    ),
    (
        "Daartoe verzorgt het opleidingshuis van september tot en met januari een leergang, zodat "
        "nieuwe medewerkers daarna aan de slag kunnen gaan.",
        [("van september tot en met januari", "2021-09-01..2022-01-31 span")],
    ),
    (
        "Het steunpunt zal van oktober tot en met december zes avonden openblijven.",
        [("van oktober tot en met december", "2021-10-01..2021-12-31 span")],
    ),
    (
        "De proef loopt van november tot en met februari.",
        [("van november tot en met februari", "2021-11-01..2022-02-28 span")],
    ),
    (
        "Van 1 maart tot en met 31 mei 2022 kan men reageren.",
        [("Van 1 maart tot en met 31 mei 2022", "2022-03-01..2022-05-31 span")],
    ),
    (
        "Tussen 2010 en 2015 groeide het aantal.",
        [("Tussen 2010 en 2015", "2010-01-01..2015-12-31 span")],
    ),
    (
        "Van 1372 in 2019 naar 1013 in 2020.",
        [("2019", "2019-01-01..2019-12-31 year"), ("2020", "2020-01-01..2020-12-31 year")],
    ),
    ("In 2020 190 verdachten werden gezien.", [("2020", "2020-01-01..2020-12-31 year")]),
    (
        "Het schooljaar kent in oktober-december 2021 drie dagen.",
        [("oktober-december 2021", "2021-10-01..2021-12-31 span")],
    ),
]
OPEN: list[Case] = [
    (
        "In maart 2022 is een proef begonnen die loopt tot 1 oktober.",
        [
            ("maart 2022", "2022-03-01..2022-03-31 month"),
            ("tot 1 oktober", "..2022-09-30 until"),
        ],
    ),
    ("Het liep tot 1 januari jl.", [("tot 1 januari jl.", "..2020-12-31 until")]),
    ("Dit is niet vóór 1 juni gereed.", [("vóór 1 juni", "2022-06-01.. after")]),
    (
        "Het rapport komt vóór 1 april van elk jaar.",
        [("vóór 1 april", ".. recurring 1/year"), ("elk jaar", ".. recurring 1/year")],
    ),
    ("Elk voorjaar volgt een brief.", [("voorjaar", ".. recurring 1/year")]),
    ("De subsidie loopt tot en met 2023.", [("tot en met 2023", "..2023-12-31 until")]),
    ("De regeling geldt t/m 2024.", [("t/m 2024", "..2024-12-31 until")]),
    ("De regeling geldt tot 1 januari 2023.", [("tot 1 januari 2023", "..2022-12-31 until")]),
    ("Vanaf 2024 vervalt de regeling.", [("Vanaf 2024", "2024-01-01.. after")]),
    ("Sinds 2019 bestaat het netwerk.", [("Sinds 2019", "2019-01-01.. after")]),
    ("Ook na 2022 blijft hulp nodig.", [("na 2022", "2023-01-01.. after")]),
    ("U ontvangt het plan vóór 1 mei 2022.", [("vóór 1 mei 2022", "..2022-04-30 before")]),
    ("U ontvangt het plan voor 1 mei 2022.", [("voor 1 mei 2022", "..2022-04-30 before")]),
    ("Uiterlijk 1 mei 2022 is het klaar.", [("Uiterlijk 1 mei 2022", "..2022-05-01 before")]),
    (
        "De Kamer hoort dit voor de zomer van 2022.",
        [("voor de zomer van 2022", "..2022-07-07 before")],
    ),
    (
        "Ik informeer u voor het zomerreces van 2022.",
        [("voor het zomerreces van 2022", "..2022-07-07 before")],
    ),
    ("Wij zullen u na het zomerreces berichten.", [("na het zomerreces", "2022-08-29.. after")]),
    (
        "Dit volgt voor het einde van het jaar.",
        [("voor het einde van het jaar", "..2021-12-31 before")],
    ),
    ("Dit volgt voor eind 2022.", [("voor eind 2022", "..2022-12-31 before")]),
    ("In 2022 en daarna blijft dit zo.", [("2022 en daarna", "2022-01-01.. after")]),
    (
        "In 2022 – en de jaren erna – groeit het team.",
        [("2022 – en de jaren erna", "2022-01-01.. after")],
    ),
    (
        "The programme runs until the end of 2023.",
        [("until the end of 2023", "..2023-12-31 until")],
    ),
    ("It applies from 2024.", [("from 2024", "2024-01-01.. after")]),
    (
        "De proef is gepland voor het voorjaar van 2022.",
        [("voorjaar van 2022", "2022-03-01..2022-06-20 season")],
    ),
]
LOOSE: list[Case] = [
    ("De komende maanden werken wij dit uit.", [("komende maanden", ".. vague")]),
    ("De afgelopen jaren is dit gegroeid.", [("afgelopen jaren", ".. vague")]),
    ("Over een aantal jaar volgt een evaluatie.", [("Over een aantal jaar", ".. vague")]),
    ("Wij komen zo spoedig mogelijk terug.", [("zo spoedig mogelijk", ".. vague")]),
    ("De studie duurt circa 6 maanden.", [("circa 6 maanden", ".. months")]),
    ("Zij krijgen vier jaar lang steun.", [("vier jaar lang", ".. months")]),
    ("Er wordt jaarlijks gerapporteerd.", [("jaarlijks", ".. recurring 1/year")]),
    ("Het overleg is twee keer per jaar.", [("twee keer per jaar", ".. recurring 2/year")]),
    ("Binnen zes weken hoort u meer.", [("Binnen zes weken", "..2021-12-29 before")]),
]
NOT_A_DATE: list[str] = [
    "Tweede Kamer, vergaderjaar 2020-2021, 28 638, nr. 200.",
    "Kamerstukken II 2020/21, 35 570 VI, 85.",
    "De Vreemdelingenwet 2000 is gewijzigd.",
    "Richtlijn 2011/36/EU wordt herzien.",
    "Verordening (EU) 2022/2065 geldt rechtstreeks.",
    "Er is € 2021 betaald en 2020 euro ontvangen.",
    "Artikel 2019 bestaat niet, nr. 2020 ook niet.",
    "Bel 070-2021202 of schrijf naar Postbus 2020.",
    "Wij telden 2019 meldingen.",
    "Dit raakt een minimumleeftijd van 21 jaar.",
    "Zie https://voorbeeld.nl/2020/12/plan-2021.",
    "Ons kenmerk 2021D12345.",
    "De motie van het lid Mei is aangenomen.",
    "Covid-19 trof 40% van de 1.372 mensen.",
    "Het groeide met 20,21 procent.",
    "Zo kan men zondag noch feestdag kennen.",
]
IN_A_NAME: list[tuple[str, str]] = [
    ("De Monitor daderschap 2015-2019 is verschenen.", "2015-2019"),
    ("Instituut voor Onderzoek (2021). Verborgen arbeid. Utrecht.", "2021"),
]
