"""Names of areas that a letter may name: the world, provinces, police, safety, municipalities.

Municipalities are the 356 that existed on some 1 January of 2021-2025, police units and safety
regions those of the same years. Source: CBS area divisions 2023 (CBS / Kadaster, CC BY 4.0)
with the municipalities dissolved since 2021; countries: names in Dutch government use.
"""

COUNTRIES = """
Afghanistan; Albanië; Algerije; Angola; Argentinië; Armenië; Aruba; Australië; Azerbeidzjan;
Bangladesh; Belarus; België; Benin; Bolivia; Bosnië en Herzegovina; Bosnië; Brazilië; Bulgarije;
Burkina Faso; Burundi; Cambodja; Canada; Chili; China; Colombia; Costa Rica; Cuba; Curaçao; Cyprus;
Denemarken; Dominicaanse Republiek; Duitsland; Ecuador; Egypte; Eritrea; Estland; Ethiopië;
Filipijnen; Finland; Frankrijk; Gambia; Georgië; Ghana; Griekenland; Guatemala; Guinee; Haïti;
Honduras; Hongarije; Ierland; India; Indonesië; Irak; Iran; Israël; Italië; Ivoorkust; Jamaica;
Japan; Jemen; Jordanië; Kameroen; Kazachstan; Kenia; Kosovo; Kroatië; Laos; Letland; Libanon;
Liberia; Libië; Litouwen; Luxemburg; Maleisië; Mali; Malta; Marokko; Mauritanië; Mexico; Moldavië;
Mongolië; Montenegro; Mozambique; Myanmar; Nepal; Nicaragua; Niger; Nigeria; Noord-Macedonië;
Noorwegen; Oeganda; Oekraïne; Oezbekistan; Oostenrijk; Pakistan; Paraguay; Peru; Polen; Portugal;
Roemenië; Rusland; Rwanda; Saoedi-Arabië; Senegal; Servië; Sierra Leone; Sint Maarten; Slovenië;
Slowakije; Soedan; Somalië; Spanje; Sri Lanka; Suriname; Syrië; Tanzania; Thailand; Togo; Tsjaad;
Tsjechië; Tunesië; Turkije; Turkmenistan; Uruguay; Venezuela; Verenigd Koninkrijk;
Verenigde Arabische Emiraten; Verenigde Staten; Vietnam; Zambia; Zimbabwe; Zuid-Afrika;
Zuid-Korea; Zuid-Soedan; Zweden; Zwitserland
"""

WORLD_REGIONS = """
Afrika; Azië; Balkan; Balkanlanden; Caribisch Nederland; Caribisch gebied; Centraal-Afrika;
Centraal-Azië; Centraal-Europa; Europa; Hoorn van Afrika; Latijns-Amerika; Maghreb;
Midden-Amerika; Midden-Oosten; Midden- en Oost-Europa; Noord-Afrika; Noord-Amerika; Oost-Afrika;
Oost-Europa; Sahel; Sahelregio; Sub-Sahara Afrika; Westelijke Balkan; West-Afrika; West-Europa;
Zuid-Amerika; Zuid-Europa; Zuidoost-Azië; Zuidoost-Europa; Zuid-Azië; Middellandse Zeegebied
"""

PROVINCES = """
Drenthe; Flevoland; Fryslân; Friesland; Gelderland; Groningen; Limburg; Noord-Brabant;
Noord-Holland; Overijssel; Utrecht; Zeeland; Zuid-Holland
"""

POLICE_UNITS = """
Noord-Nederland; Oost-Nederland; Midden-Nederland; Noord-Holland; Amsterdam; Den Haag; Rotterdam;
Zeeland-West-Brabant; Oost-Brabant; Limburg
"""

SAFETY_REGIONS = """
Groningen; Fryslân; Drenthe; IJsselland; Twente; Noord- en Oost-Gelderland; Gelderland-Midden;
Gelderland-Zuid; Utrecht; Noord-Holland-Noord; Zaanstreek-Waterland; Kennemerland;
Amsterdam-Amstelland; Gooi en Vechtstreek; Haaglanden; Hollands Midden; Rotterdam-Rijnmond;
Zuid-Holland Zuid; Zeeland; Midden- en West-Brabant; Brabant-Noord; Brabant-Zuidoost;
Limburg-Noord; Zuid-Limburg; Flevoland
"""

OTHER_AREAS = """
Achterhoek; Bollenstreek; Brainport; Randstad; Westelijke Mijnstreek; Food Valley; Foodvalley;
Hart van Brabant; Holland Rijnland; West-Friesland; Zuidoost-Brabant; West-Brabant; Parkstad
"""

MUNICIPALITIES = """
Aa en Hunze; Aalsmeer; Aalten; Achtkarspelen; Alblasserdam; Albrandswaard; Alkmaar; Almelo;
Almere; Alphen aan den Rijn; Alphen-Chaam; Altena; Ameland; Amersfoort; Amstelveen; Amsterdam;
Apeldoorn; Arnhem; Assen; Asten; Baarle-Nassau; Baarn; Barendrecht; Barneveld; Beek (L.);
Beekdaelen; Beemster; Beesel; Berg en Dal; Bergeijk; Bergen (L.); Bergen (NH.); Bergen op Zoom;
Berkelland; Bernheze; Best; Beuningen; Beverwijk; Bladel; Blaricum; Bloemendaal;
Bodegraven-Reeuwijk; Boekel; Borger-Odoorn; Borne; Borsele; Boxmeer; Boxtel; Breda; Brielle;
Bronckhorst; Brummen; Brunssum; Bunnik; Bunschoten; Buren; Capelle aan den IJssel; Castricum;
Coevorden; Cranendonck; Cuijk; Culemborg; Dalfsen; Dantumadiel; De Bilt; De Fryske Marren; De
Ronde Venen; De Wolden; Delft; Den Helder; Deurne; Deventer; Diemen; Dijk en Waard; Dinkelland;
Doesburg; Doetinchem; Dongen; Dordrecht; Drechterland; Drimmelen; Dronten; Druten; Duiven;
Echt-Susteren; Edam-Volendam; Ede; Eemnes; Eemsdelta; Eersel; Eijsden-Margraten; Eindhoven;
Elburg; Emmen; Enkhuizen; Enschede; Epe; Ermelo; Etten-Leur; Geertruidenberg; Geldrop-Mierlo;
Gemert-Bakel; Gennep; Gilze en Rijen; Goeree-Overflakkee; Goes; Goirle; Gooise Meren; Gorinchem;
Gouda; Grave; 's-Gravenhage; Den Haag; Groningen; Gulpen-Wittem; Haaksbergen; Haarlem;
Haarlemmermeer; Halderberge; Hardenberg; Harderwijk; Hardinxveld-Giessendam; Harlingen; Hattem;
Heemskerk; Heemstede; Heerde; Heerenveen; Heerhugowaard; Heerlen; Heeze-Leende; Heiloo;
Hellendoorn; Hellevoetsluis; Helmond; Hendrik-Ido-Ambacht; Hengelo;
Hengelo (O.); 's-Hertogenbosch; Den
Bosch; Het Hogeland; Heumen; Heusden; Hillegom; Hilvarenbeek; Hilversum; Hoeksche Waard; Hof van
Twente; Hollands Kroon; Hoogeveen; Hoorn; Horst aan de Maas; Houten; Huizen; Hulst; IJsselstein;
Kaag en Braassem; Kampen; Kapelle; Katwijk; Kerkrade; Koggenland; Krimpen aan den IJssel;
Krimpenerwaard; Laarbeek; Land van Cuijk; Landerd; Landgraaf; Landsmeer; Langedijk; Lansingerland;
Laren (NH.); Leeuwarden; Leiden; Leiderdorp; Leidschendam-Voorburg; Lelystad; Leudal; Leusden;
Lingewaard; Lisse; Lochem; Loon op Zand; Lopik; Losser; Maasdriel; Maasgouw; Maashorst; Maassluis;
Maastricht; Medemblik; Meerssen; Meierijstad; Meppel; Middelburg (Z.); Midden-Delfland;
Midden-Drenthe; Midden-Groningen; Mill en Sint Hubert; Moerdijk; Molenlanden; Montferland;
Montfoort; Mook en Middelaar; Neder-Betuwe; Nederweert; Nieuwegein; Nieuwkoop; Nijkerk; Nijmegen;
Nissewaard; Noardeast-Fryslân; Noord-Beveland; Noordenveld; Noordoostpolder; Noordwijk; Nuenen,
Gerwen en Nederwetten; Nunspeet; Oegstgeest; Oirschot; Oisterwijk; Oldambt; Oldebroek; Oldenzaal;
Olst-Wijhe; Ommen; Oost Gelre; Oosterhout; Ooststellingwerf; Oostzaan; Opmeer; Opsterland; Oss;
Oude IJsselstreek; Ouder-Amstel; Oudewater; Overbetuwe; Papendrecht; Peel en Maas; Pekela;
Pijnacker-Nootdorp; Purmerend; Putten; Raalte; Reimerswaal; Renkum; Renswoude; Reusel-De Mierden;
Rheden; Rhenen; Ridderkerk; Rijssen-Holten; Rijswijk (ZH.); Roerdalen; Roermond; Roosendaal;
Rotterdam; Rozendaal; Rucphen; Schagen; Scherpenzeel; Schiedam; Schiermonnikoog;
Schouwen-Duiveland; Simpelveld; Sint Anthonis; Sint-Michielsgestel; Sittard-Geleen; Sliedrecht;
Sluis; Smallingerland; Soest; Someren; Son en Breugel; Stadskanaal; Staphorst; Stede Broec;
Steenbergen; Steenwijkerland; Stein (L.); Stichtse Vecht; Súdwest-Fryslân; Terneuzen;
Terschelling; Texel; Teylingen; Tholen; Tiel; Tilburg; Tubbergen; Twenterand; Tynaarlo;
Tytsjerksteradiel; Uden; Uitgeest; Uithoorn; Urk; Utrecht; Utrechtse Heuvelrug; Vaals; Valkenburg
aan de Geul; Valkenswaard; Veendam; Veenendaal; Veere; Veldhoven; Velsen; Venlo; Venray;
Vijfheerenlanden; Vlaardingen; Vlieland; Vlissingen; Voerendaal; Voorne aan Zee; Voorschoten;
Voorst; Vught; Waadhoeke; Waalre; Waalwijk; Waddinxveen; Wageningen; Wassenaar; Waterland; Weert;
Weesp; West Betuwe; West Maas en Waal; Westerkwartier; Westerveld; Westervoort; Westerwolde;
Westland; Weststellingwerf; Westvoorne; Wierden; Wijchen; Wijdemeren; Wijk bij Duurstede;
Winterswijk; Woensdrecht; Woerden; Wormerland; Woudenberg; Zaanstad; Zaltbommel; Zandvoort;
Zeewolde; Zeist; Zevenaar; Zoetermeer; Zoeterwoude; Zuidplas; Zundert; Zutphen; Zwartewaterland;
Zwijndrecht; Zwolle
"""

AMBIGUOUS_MUNICIPALITIES = """
Altena; Asten; Beek; Bergen; Best; Borne; Buren; Dongen; Ede; Epe; Geertruidenberg; Goes; Haren;
Heerde; Heusden; Hoorn; Houten; Hulst; Kampen; Laren; Leek; Losser; Meppel; Noordwijk; Oss; Putten;
Sluis; Soest; Stein; Tiel; Tholen; Velsen; Venray; Voorst; Waterland; Weert; Wierden;
Zevenaar; Midden-Groningen; Westerveld
"""

CITIES_ABROAD = """
Abuja; Addis Abeba; Ankara; Antwerpen; Athene; Bangkok; Barcelona; Belgrado; Benin City; Berlijn;
Boedapest; Boekarest; Bratislava; Brussel; Calais; Duinkerken; Düsseldorf; Genève; Gent; Hamburg;
Hanoi; Istanbul; Keulen; Kiev; Kyiv; Lagos; Lissabon; Londen; Luik; Madrid; Manilla; Milaan; Moskou;
München; New York; Palermo; Parijs; Praag; Rabat; Riga; Rome; Sarajevo; Skopje; Sofia; Stockholm;
Straatsburg; Tallinn; Tirana; Tripoli; Tunis; Valletta; Vilnius; Warschau; Washington; Wenen; Zagreb
"""
"""Cities abroad that letters name; also where bodies sit and treaties were signed."""

STATES_ABROAD = """
Catalonië; Delta State; Edo; Edo State; Noordrijn-Westfalen; Nedersaksen; Vlaanderen; Wallonië
"""
