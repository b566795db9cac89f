"""The words of the report in Dutch. Each holds the {figures} that its English twin holds."""

ESTIMATORS = {
    "main": "Lijsten onafhankelijk",
    "stepwise": "Stapsgewijs gekozen",
    "bic": "Beste model volgens BIC",
    "aic": "Beste model volgens AIC",
    "aicc": "Beste model volgens AICc",
    "average": "Gemiddelde van modellen",
    "fixed": "Vooraf gekozen model",
    "lcmcr": "Latente klassen",
    "dga": "Gemiddelde over grafen",
    "chao": "Ondergrens van Chao",
    "zelterman": "Zelterman",
    "sample_coverage": "Dekkingsgraad (Lee-Chao)",
    "lincoln_petersen": "Lincoln-Petersen",
    "chapman": "Chapman",
}

METHODS = {
    "main": "Het model neemt aan dat de lijsten onafhankelijk van elkaar zijn: wie op de ene "
    "staat, heeft daardoor geen grotere of kleinere kans op de andere.",
    "stepwise": "Log-lineair model. Vanuit onafhankelijke lijsten is telkens het verband tussen "
    "twee lijsten toegevoegd dat het sterkst uit de tabel spreekt (p < 0,02), tot er geen "
    "meer was.",
    "bic": "Log-lineair model. Uit alle hiërarchische modellen is dat met het laagste BIC gekozen.",
    "aic": "Log-lineair model. Uit alle hiërarchische modellen is dat met het laagste AIC gekozen.",
    "average": "Log-lineaire modellen. Van alle hiërarchische modellen zijn die met een laag BIC "
    "gemiddeld, elk naar zijn gewicht.",
    "fixed": "Log-lineair model dat vooraf is gekozen, niet aan de hand van deze tabel.",
    "lcmcr": "Bayesiaans model met latente klassen: binnen een klasse zijn de lijsten "
    "onafhankelijk. Meer ketens, die met elkaar moeten overeenstemmen.",
    "dga": "Bayesiaans gemiddelde over alle modellen die bij een ontleedbare graaf horen.",
}

INTERVALS = {
    "calibrated": "Elke bootstrapherhaling doorliep de hele procedure, de keuze van het model "
    "inbegrepen. Hoeveel breder het interval is waar de schatting niet in het midden van de "
    "herhalingen ligt, is bepaald door simulatie met modellen van gepubliceerde tabellen.",
    "posterior": "Het interval is het midden van de a-posterioriverdeling.",
    "": "Er is geen interval berekend.",
}

ASSUMPTIONS = {
    "loglinear": "Aanname die geen tabel kan toetsen: er is geen verband dat alle lijsten tegelijk "
    "omvat. Is dat verband er wel, dan ligt het werkelijke aantal hoger of lager.",
    "lcmcr": "Aanname die geen tabel kan toetsen: binnen elke klasse van personen zijn de lijsten "
    "onafhankelijk. Klopt dat niet, dan ligt het werkelijke aantal hoger of lager.",
}

WORDS = {
    "title": "Schatting van het aantal personen, ook buiten de registraties",
    "description": "Schatting uit de overlap van lijsten, met interval, oordeel en verantwoording",
    "data": "{persons} personen op {n} lijsten: {lists}.",
    "period": "Periode: {period}.",
    "few": "minder dan 5",
    "headline": "Geregistreerd zijn {persons} personen. Naar schatting zijn het er in "
    "werkelijkheid tussen {low} en {high} (95%-interval), met {total} als schatting.",
    "headline_open": "Geregistreerd zijn {persons} personen. Naar schatting zijn het er in "
    "werkelijkheid {low} of meer (95%-interval zonder bovengrens), met {total} als schatting.",
    "headline_bare": "Geregistreerd zijn {persons} personen. Naar schatting zijn het er in "
    "werkelijkheid ongeveer {total}.",
    "headline_refused": "Geregistreerd zijn {persons} personen. Hoeveel het er in werkelijkheid "
    "zijn, is met deze methode uit deze lijsten niet te schatten.",
    "verdict": "Oordeel",
    "usable": "bruikbaar",
    "indicative": "indicatief",
    "refuse": "geen schatting te geven",
    "agreed": "Het interval is smal genoeg en andere manieren om een model te kiezen geven een "
    "vergelijkbaar aantal.",
    "forest": "Schattingen naast elkaar",
    "forest_said": "Geschat aantal personen, geregistreerden inbegrepen, met 95%-interval. "
    "Gevulde ruit en vette letter: de schatting van dit verslag. Grijs streepje: geregistreerd. "
    "Pijl: loopt door buiten de as. Schaal: logaritmisch.",
    "none": "geen schatting",
    "groups": "Schatting naar kenmerk",
    "group": "Kenmerk",
    "registered": "Geregistreerd",
    "estimated": "Geschat",
    "groups_said": "Uit een model met kenmerken, dat meer weet dan de tabel zonder; de som wijkt "
    "daarom af van het getal bovenaan. Heeft een waarde minder dan 5 geregistreerden, dan blijven "
    "zij bij het hele kenmerk weg.",
    "few_estimated": "te klein om te noemen",
    "overlap": "Personen op beide lijsten",
    "list": "Lijst",
    "size": "Op de diagonaal staat de omvang van elke lijst.",
    "no_size": "Aantallen onder 5 staan er niet, ook nul niet. Daarom ontbreekt ook de omvang van "
    "elke lijst: met het totaal erbij was wat is weggelaten dan uit te rekenen.",
    "no_overlap": "De aantallen blijven weg: er is er een onder 5, en dat was uit de andere af te "
    "leiden.",
    "choices": "Hoe vaak elk model is gekozen",
    "roughly": "ca. {share}%",
    "choices_said": "Aandeel van de herhalingen, in stappen van 10%. Een model noemt de lijsten "
    "die met elkaar samenhangen bij hun nummer.",
    "other": "andere modellen",
    "without": "geen enkel model heeft een schatting",
    "checks": "Gevoeligheid en toetsing",
    "tornado": "De schatting onder andere aannamen",
    "tornado_said": "Balk: van de laagste tot de hoogste schatting bij één andere aanname. Grijs "
    "streepje: de schatting van dit verslag. ½ tot 2: de kansverhouding (odds ratio) tussen "
    "lijsten die het model los van elkaar laat. Sterretje: een deel van de gevallen heeft geen "
    "schatting. Schaal: logaritmisch.",
    "without_list": "Zonder lijst {name}",
    "without_a_list": "Telkens één lijst weggelaten",
    "two_as_one": "Telkens twee lijsten samengenomen",
    "threshold": "Drempel voor p: 0,001 tot 0,2",
    "all_depend": "Verband tussen alle lijsten: ½ tot 2",
    "two_depend": "Verband tussen twee lijsten: ½ tot 2",
    "missed": "Tot 5% van de koppelingen gemist",
    "false": "Tot 5% van de koppelingen onjuist",
    "doubles": "De schatting wordt twee keer zo groot ({total}) als tussen {one} en {other} een "
    "kansverhouding van {odds} bestaat in plaats van {own}. Voor elk ander paar lijsten moet de "
    "afwijking groter zijn.",
    "halves": "De schatting wordt half zo groot ({total}) als tussen {one} en {other} een "
    "kansverhouding van {odds} bestaat in plaats van {own}. Voor elk ander paar lijsten moet de "
    "afwijking groter zijn.",
    "no_tipping": "Geen verband tussen twee lijsten met een kansverhouding van 1/1.000 tot 1.000 "
    "maakt de schatting half of twee keer zo groot.",
    "known": "Elke lijst als bekende populatie",
    "known_said": "Hoeveel personen op een lijst staan, is bekend. Hier is dat aantal geschat uit "
    "de andere lijsten, alsof het niet bekend was. Verhouding: geschat gedeeld door bekend.",
    "size_known": "Bekend",
    "ratio": "Verhouding",
    "inside": "In het interval",
    "yes": "ja",
    "yes_open": "ja, zonder bovengrens",
    "no": "nee",
    "too_low": "Gemiddeld komt de schatting van een bekende lijst {share}% te laag uit.",
    "too_high": "Gemiddeld komt de schatting van een bekende lijst {share}% te hoog uit.",
    "on_average": "Gemiddeld komt de schatting van een bekende lijst goed uit.",
    "typical": "Zonder op de richting te letten wijkt zij een factor {factor} af. Lijsten zonder "
    "schatting: {without} van de {lists}.",
    "no_known": "Geen enkele lijst is uit de andere te schatten.",
    "covered": "In {worlds} populaties, gesimuleerd met het gekozen model, ligt het werkelijke "
    "aantal in {share} (± {error}) van de gevallen binnen het interval. Bedoeld is 95%.",
    "no_worlds": "Geen enkele gesimuleerde populatie heeft een schatting.",
    "by_lists": "Schatting met telkens een lijst erbij",
    "by_lists_said": "Te beginnen met de grootste twee. Grijs streepje: de schatting van dit "
    "verslag.",
    "forest_found": "De schattingen lopen van {low} tot {high}; die van dit verslag is {own}.",
    "choices_found": "Het vaakst gekozen is {name}: {share}.",
    "tornado_found": "Het meest verschuift de schatting bij {name}: {said}.",
    "path_found": "De schatting gaat van {first} ({start}) naar {last} ({end}).",
    "by_persons": "Schatting uit een deel van de personen",
    "by_persons_said": "Personen in willekeurige volgorde. Ruit: de middelste van twintig "
    "volgordes; lijn: de laagste tot de hoogste. Sterretje: een deel heeft geen schatting. Loopt "
    "het getal nog op of af, dan zijn er te weinig personen gezien.",
    "method": "Verantwoording",
    "beside": "De andere schattingen houden hun model vast; hun intervallen zijn te smal.",
    "low": "Geregeld vallen schattingen uit lijsten te laag uit (Binette en Steorts 2022).",
    "existence": "Van elk model, ook in elke herhaling, is nagegaan of de schatting bestaat en het "
    "verborgen aantal te bepalen is (Fienberg en Rinaldo 2012).",
    "digits": "Aantallen zijn afgerond op wat hun interval kan dragen.",
    "hash": "De onafgeronde uitkomsten en het controlegetal van de invoer staan in {file}; daaruit "
    "zijn kleine aantallen af te leiden, dus dat bestand is niet om te publiceren.",
    "references": "Literatuur",
    "record": "Gegevens om te herhalen",
    "date": "Datum",
    "asked": "Methode",
    "model": "Model",
    "replicates": "Herhalingen",
    "no_estimate": "Zonder schatting",
    "nowhere": "in geen enkele herhaling",
    "share": "in {share} van de herhalingen",
    "error": "Monte-Carlofout van de grenzen",
    "errors": "hooguit {low} en {high}",
    "seed": "Beginwaarde",
    "versions": "Versies",
    "json": "estimate.json",
    "lists": "Lijsten",
    "all_persons": "Geschat, niet geregistreerden erbij",
    "estimate": "Schatting",
    "repeated": "{n} herhalingen, beginwaarde {seed}; zonder schatting {share}.",
    "reading": "lezen",
    "auditing": "nagaan wat eruit volgt",
    "estimating": "schatten",
    "compiling": "De eerste keer worden de rekenlussen vertaald; dat duurt een minuut.",
    "headline_limits": "Geregistreerd zijn {persons} personen. Naar schatting zijn het er in "
    "werkelijkheid tussen {low} en {high} (95%-interval, naar buiten afgerond).",
    "whole_file": "schatting",
    "public_file": "publicatie",
    "unsought": "Niet voor publicatie: bij meer dan 12 lijsten kan het uren duren om na te gaan of "
    "een aantal onder de 5 uit dit blad te herleiden is.",
    "not_public": "Niet voor publicatie: uit alle getallen samen kan een aantal onder de 5 te "
    "herleiden zijn. Wat gepubliceerd kan worden, staat in {file}.pdf.",
    "audited": "Uit dit blad is geen aantal onder de 5 te herleiden: andere tabellen, met daar een "
    "persoon meer of minder, geven hetzelfde blad.",
    "nothing_left_out": "",
    "without_choice": "Daarvoor zijn de gekozen modellen weggelaten, en de schattingen die alle "
    "modellen doorzoeken; het oordeel is hier hooguit indicatief.",
    "only_limits": "Daarvoor staan hier alleen de grenzen van het interval, en is het oordeel "
    "hooguit indicatief.",
    "parts_left_out": "Schatting naar kenmerk, gevoeligheid en toetsing staan hier niet: daarvan "
    "is niet nagegaan of een aantal onder de 5 eruit te herleiden is.",
    "inside_only": "Niet voor publicatie: er is niet nagegaan of een aantal onder de 5 uit dit "
    "blad te herleiden is.",
}
