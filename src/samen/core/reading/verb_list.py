"""The verbs of work, each as "infinitive singular,participle", parted by semicolons.

A separable verb is written with its parts apart in the singular. Lists go by how often the
verb tells of an action: work that starts, changes or ends; work that goes on; and verbs that
only do so behind an actor.
"""

STRONG = """
aanbesteden besteedt aan,aanbesteed; aanhaken haakt aan,aangehaakt; aanleggen legt aan,aangelegd;
aannemen neemt aan,aangenomen; aanpassen past aan,aangepast; aanscherpen scherpt aan,aangescherpt;
aansluiten sluit aan,aangesloten; aanstellen stelt aan,aangesteld; aantrekken trekt
aan,aangetrokken; aanvragen vraagt aan,aangevraagd; aanvullen vult aan,aangevuld; aanwijzen wijst
aan,aangewezen; accrediteren accrediteert,geaccrediteerd; activeren activeert,geactiveerd;
actualiseren actualiseert,geactualiseerd; afbouwen bouwt af,afgebouwd; afkondigen kondigt
af,afgekondigd; afronden rondt af,afgerond; afschaffen schaft af,afgeschaft; afschalen schaalt
af,afgeschaald; afsluiten sluit af,afgesloten; afspreken spreekt af,afgesproken; arresteren
arresteert,gearresteerd; automatiseren automatiseert,geautomatiseerd; beboeten beboet,beboet;
beginnen begint,begonnen; bekostigen bekostigt,bekostigd; bekrachtigen bekrachtigt,bekrachtigd;
beleggen belegt,belegd; benoemen benoemt,benoemd; besluiten besluit,besloten; bevriezen
bevriest,bevroren; beëindigen beëindigt,beëindigd; bijscholen schoolt bij,bijgeschoold; bijstellen
stelt bij,bijgesteld; bijsturen stuurt bij,bijgestuurd; bijwerken werkt bij,bijgewerkt; blokkeren
blokkeert,geblokkeerd; borgen borgt,geborgd; bouwen bouwt,gebouwd; bundelen bundelt,gebundeld;
certificeren certificeert,gecertificeerd; continueren continueert,gecontinueerd; dagvaarden
dagvaardt,gedagvaard; detacheren detacheert,gedetacheerd; digitaliseren
digitaliseert,gedigitaliseerd; doorlichten licht door,doorgelicht; doorontwikkelen ontwikkelt
door,doorontwikkeld; doorvoeren voert door,doorgevoerd; doorzoeken doorzoekt,doorzocht; evalueren
evalueert,geëvalueerd; experimenteren experimenteert,geëxperimenteerd; financieren
financiert,gefinancierd; formuleren formuleert,geformuleerd; goedkeuren keurt goed,goedgekeurd;
gunnen gunt,gegund; harmoniseren harmoniseert,geharmoniseerd; herijken herijkt,herijkt; hernieuwen
hernieuwt,hernieuwd; herplaatsen herplaatst,herplaatst; herschrijven herschrijft,herschreven;
herstellen herstelt,hersteld; hervatten hervat,hervat; hervormen hervormt,hervormd; herzien
herziet,herzien; implementeren implementeert,geïmplementeerd; inbedden bedt in,ingebed; indienen
dient in,ingediend; inhuren huurt in,ingehuurd; inperken perkt in,ingeperkt; inplannen plant
in,ingepland; inrichten richt in,ingericht; inschakelen schakelt in,ingeschakeld; installeren
installeert,geïnstalleerd; instellen stelt in,ingesteld; integreren integreert,geïntegreerd;
intensiveren intensiveert,geïntensiveerd; intrekken trekt in,ingetrokken; introduceren
introduceert,geïntroduceerd; invoeren voert in,ingevoerd; invorderen vordert in,ingevorderd;
invullen vult in,ingevuld; inzetten zet in,ingezet; lanceren lanceert,gelanceerd; moderniseren
moderniseert,gemoderniseerd; ombouwen bouwt om,omgebouwd; omvormen vormt om,omgevormd; omzetten zet
om,omgezet; onderbrengen brengt onder,ondergebracht; ondertekenen ondertekent,ondertekend; ontbinden
ontbindt,ontbonden; ontmantelen ontmantelt,ontmanteld; ontruimen ontruimt,ontruimd; ontslaan
ontslaat,ontslagen; ontsluiten ontsluit,ontsloten; ontwerpen ontwerpt,ontworpen; ontwikkelen
ontwikkelt,ontwikkeld; opbouwen bouwt op,opgebouwd; openen opent,geopend; openstellen stelt
open,opengesteld; opheffen heft op,opgeheven; opleggen legt op,opgelegd; opleiden leidt op,opgeleid;
opleveren levert op,opgeleverd; oprichten richt op,opgericht; oprollen rolt op,opgerold; opschalen
schaalt op,opgeschaald; opschorten schort op,opgeschort; opsplitsen splitst op,opgesplitst;
opstarten start op,opgestart; opstellen stelt op,opgesteld; opsturen stuurt op,opgestuurd; optuigen
tuigt op,opgetuigd; opzetten zet op,opgezet; organiseren organiseert,georganiseerd; overdragen
draagt over,overgedragen; overeenkomen komt overeen,overeengekomen; overhandigen
overhandigt,overhandigd; overhevelen hevelt over,overgeheveld; plannen plant,gepland;
professionaliseren professionaliseert,geprofessionaliseerd; publiceren publiceert,gepubliceerd;
ratificeren ratificeert,geratificeerd; realiseren realiseert,gerealiseerd; reserveren
reserveert,gereserveerd; samenstellen stelt samen,samengesteld; samenvoegen voegt
samen,samengevoegd; schorsen schorst,geschorst; schrappen schrapt,geschrapt; standaardiseren
standaardiseert,gestandaardiseerd; starten start,gestart; stationeren stationeert,gestationeerd;
stilleggen legt stil,stilgelegd; stopzetten zet stop,stopgezet; stroomlijnen
stroomlijnt,gestroomlijnd; subsidiëren subsidieert,gesubsidieerd; terugtrekken trekt
terug,teruggetrokken; terugvorderen vordert terug,teruggevorderd; toekennen kent toe,toegekend;
toerusten rust toe,toegerust; toetreden treedt toe,toegetreden; toevoegen voegt toe,toegevoegd;
trainen traint,getraind; uitbesteden besteedt uit,uitbesteed; uitbreiden breidt uit,uitgebreid;
uitbrengen brengt uit,uitgebracht; uitdelen deelt uit,uitgedeeld; uitgeven geeft uit,uitgegeven;
uitkeren keert uit,uitgekeerd; uitleveren levert uit,uitgeleverd; uitreiken reikt uit,uitgereikt;
uitrollen rolt uit,uitgerold; uitrusten rust uit,uitgerust; uittesten test uit,uitgetest; uitvoeren
voert uit,uitgevoerd; uitwerken werkt uit,uitgewerkt; uitzenden zendt uit,uitgezonden; uitzetten zet
uit,uitgezet; vastleggen legt vast,vastgelegd; vaststellen stelt vast,vastgesteld; verankeren
verankert,verankerd; verbeteren verbetert,verbeterd; verbieden verbiedt,verboden; verbreden
verbreedt,verbreed; verdubbelen verdubbelt,verdubbeld; verduidelijken verduidelijkt,verduidelijkt;
vereenvoudigen vereenvoudigt,vereenvoudigd; vergroten vergroot,vergroot; verhogen verhoogt,verhoogd;
verkorten verkort,verkort; verlenen verleent,verleend; verlengen verlengt,verlengd; vernietigen
vernietigt,vernietigd; vernieuwen vernieuwt,vernieuwd; veroordelen veroordeelt,veroordeeld;
verplaatsen verplaatst,verplaatst; verruimen verruimt,verruimd; verscherpen verscherpt,verscherpt;
versnellen versnelt,versneld; verspreiden verspreidt,verspreid; versterken versterkt,versterkt;
verstevigen verstevigt,verstevigd; versturen verstuurt,verstuurd; vertalen vertaalt,vertaald;
vervangen vervangt,vervangen; vervroegen vervroegt,vervroegd; verwijderen verwijdert,verwijderd;
verzegelen verzegelt,verzegeld; verzenden verzendt,verzonden; voltooien voltooit,voltooid;
voorbereiden bereidt voor,voorbereid; voortzetten zet voort,voortgezet; vormgeven geeft
vorm,vormgegeven; vrijmaken maakt vrij,vrijgemaakt; vrijstellen stelt vrij,vrijgesteld; werven
werft,geworven
"""

STEADY = """
aanbieden biedt aan,aangeboden; aanjagen jaagt aan,aangejaagd; aankondigen kondigt aan,aangekondigd;
aanmanen maant aan,aangemaand; aanmelden meldt aan,aangemeld; aanmoedigen moedigt aan,aangemoedigd;
aanpakken pakt aan,aangepakt; aanschrijven schrijft aan,aangeschreven; aansporen spoort
aan,aangespoord; aanspreken spreekt aan,aangesproken; aansturen stuurt aan,aangestuurd; adviseren
adviseert,geadviseerd; afhandelen handelt af,afgehandeld; afstemmen stemt af,afgestemd; agenderen
agendeert,geagendeerd; analyseren analyseert,geanalyseerd; begeleiden begeleidt,begeleid; beheren
beheert,beheerd; bekijken bekijkt,bekeken; bemannen bemant,bemand; bemiddelen bemiddelt,bemiddeld;
benaderen benadert,benaderd; beoordelen beoordeelt,beoordeeld; beproeven beproeft,beproefd;
beschikbaarstellen stelt beschikbaar,beschikbaargesteld; bespreken bespreekt,besproken; bestrijden
bestrijdt,bestreden; bestuderen bestudeert,bestudeerd; betalen betaalt,betaald; bevorderen
bevordert,bevorderd; bevragen bevraagt,bevraagd; bezien beziet,bezien; bezinnen bezint,bezonnen;
bezoeken bezoekt,bezocht; bijdragen draagt bij,bijgedragen; bijeenbrengen brengt
bijeen,bijeengebracht; bijeenkomen komt bijeen,bijeengekomen; bijhouden houdt bij,bijgehouden;
bijpraten praat bij,bijgepraat; bijwonen woont bij,bijgewoond; buigen buigt,gebogen; coachen
coacht,gecoacht; consulteren consulteert,geconsulteerd; controleren controleert,gecontroleerd;
coördineren coördineert,gecoördineerd; deelnemen neemt deel,deelgenomen; delen deelt,gedeeld;
distribueren distribueert,gedistribueerd; doorgeven geeft door,doorgegeven; doorrekenen rekent
door,doorgerekend; doorspelen speelt door,doorgespeeld; doorverwijzen verwijst door,doorverwezen;
doorzetten zet door,doorgezet; faciliteren faciliteert,gefaciliteerd; handhaven
handhaaft,gehandhaafd; hanteren hanteert,gehanteerd; helpen helpt,geholpen; herhalen
herhaalt,herhaald; huisvesten huisvest,gehuisvest; huren huurt,gehuurd; inbrengen brengt
in,ingebracht; indelen deelt in,ingedeeld; inkopen koopt in,ingekocht; inlichten licht in,ingelicht;
innemen neemt in,ingenomen; inroepen roept in,ingeroepen; inspecteren inspecteert,geïnspecteerd;
instrueren instrueert,geïnstrueerd; interviewen interviewt,geïnterviewd; inventariseren
inventariseert,geïnventariseerd; investeren investeert,geïnvesteerd; inwinnen wint in,ingewonnen;
keuren keurt,gekeurd; kijken kijkt,gekeken; koppelen koppelt,gekoppeld; leveren levert,geleverd;
meebetalen betaalt mee,meebetaald; meedenken denkt mee,meegedacht; meedoen doet mee,meegedaan;
meefinancieren financiert mee,meegefinancierd; meegaan gaat mee,meegegaan; meelezen leest
mee,meegelezen; meewerken werkt mee,meegewerkt; melden meldt,gemeld; meten meet,gemeten; monitoren
monitort,gemonitord; nadenken denkt na,nagedacht; nagaan gaat na,nagegaan; nakijken kijkt
na,nagekeken; naleven leeft na,nageleefd; nalopen loopt na,nagelopen; oefenen oefent,geoefend;
onderhandelen onderhandelt,onderhandeld; ondersteunen ondersteunt,ondersteund; ondervragen
ondervraagt,ondervraagd; onderzoeken onderzoekt,onderzocht; ontvlechten ontvlecht,ontvlochten;
opdragen draagt op,opgedragen; ophalen haalt op,opgehaald; opletten let op,opgelet; opnemen neemt
op,opgenomen; oppakken pakt op,opgepakt; opsporen spoort op,opgespoord; optreden treedt
op,opgetreden; optrekken trekt op,opgetrokken; opvangen vangt op,opgevangen; opvolgen volgt
op,opgevolgd; opvragen vraagt op,opgevraagd; overleggen overlegt,overlegd; overnemen neemt
over,overgenomen; participeren participeert,geparticipeerd; peilen peilt,gepeild; plaatsen
plaatst,geplaatst; presenteren presenteert,gepresenteerd; raadplegen raadpleegt,geraadpleegd;
rechercheren rechercheert,gerechercheerd; regelen regelt,geregeld; registreren
registreert,geregistreerd; reizen reist,gereisd; samenbrengen brengt samen,samengebracht; samenkomen
komt samen,samengekomen; samenwerken werkt samen,samengewerkt; scholen schoolt,geschoold; schrijven
schrijft,geschreven; screenen screent,gescreend; signaleren signaleert,gesignaleerd; sluiten
sluit,gesloten; spreken spreekt,gesproken; steunen steunt,gesteund; stimuleren
stimuleert,gestimuleerd; sturen stuurt,gestuurd; tekenen tekent,getekend; terugdringen dringt
terug,teruggedrongen; testen test,getest; toelichten licht toe,toegelicht; toepassen past
toe,toegepast; toesturen stuurt toe,toegestuurd; toetsen toetst,getoetst; toezenden zendt
toe,toegezonden; toezien ziet toe,toegezien; uitdragen draagt uit,uitgedragen; uitleggen legt
uit,uitgelegd; uitlezen leest uit,uitgelezen; uitnodigen nodigt uit,uitgenodigd; uitvragen vraagt
uit,uitgevraagd; uitwisselen wisselt uit,uitgewisseld; uitzoeken zoekt uit,uitgezocht; verbinden
verbindt,verbonden; verdelen verdeelt,verdeeld; verdiepen verdiept,verdiept; vergaderen
vergadert,vergaderd; vergoeden vergoedt,vergoed; verhuizen verhuist,verhuisd; verkennen
verkent,verkend; verminderen vermindert,verminderd; verrichten verricht,verricht; verstrekken
verstrekt,verstrekt; vertegenwoordigen vertegenwoordigt,vertegenwoordigd; vervolgen
vervolgt,vervolgd; verwijzen verwijst,verwezen; verzamelen verzamelt,verzameld; verzorgen
verzorgt,verzorgd; volgen volgt,gevolgd; voorleggen legt voor,voorgelegd; voorlichten licht
voor,voorgelicht; voorstellen stelt voor,voorgesteld; voortbouwen bouwt voort,voortgebouwd;
voorzitten zit voor,voorgezeten; vullen vult,gevuld; waarborgen waarborgt,gewaarborgd; waarschuwen
waarschuwt,gewaarschuwd; wegwerken werkt weg,weggewerkt; werken werkt,gewerkt; wijzigen
wijzigt,gewijzigd; zenden zendt,gezonden
"""

LIGHT = """
aandringen dringt aan,aangedrongen; aangaan gaat aan,aangegaan; aanhouden houdt aan,aangehouden;
bemensen bemenst,bemenst; beraden beraadt,beraden; beschermen beschermt,beschermd; bestemmen
bestemt,bestemd; betrekken betrekt,betrokken; bewaken bewaakt,bewaakt; bieden biedt,geboden;
bijstaan staat bij,bijgestaan; brengen brengt,gebracht; draaien draait,gedraaid; dragen
draagt,gedragen; fokussen focust,gefocust; gebruiken gebruikt,gebruikt; geven geeft,gegeven; houden
houdt,gehouden; kiezen kiest,gekozen; leggen legt,gelegd; leiden leidt,geleid; leren leert,geleerd;
maken maakt,gemaakt; nemen neemt,genomen; richten richt,gericht; stellen stelt,gesteld; streven
streeft,gestreefd; treffen treft,getroffen; trekken trekt,getrokken; verplichten
verplicht,verplicht; verwerken verwerkt,verwerkt; verzoeken verzoekt,verzocht; voeren voert,gevoerd;
voorzien voorziet,voorzien; vragen vraagt,gevraagd; vrijgeven geeft vrij,vrijgegeven; wijzen
wijst,gewezen; zetten zet,gezet; zoeken zoekt,gezocht; zorgen zorgt,gezorgd
"""

IRREGULAR = """
beginnen begon; bergen borg; besluiten besloot; bezien bezag bezagen; bezoeken bezocht; bieden bood;
binden bond; brengen bracht; buigen boog; doen deed; dragen droeg; gaan ging; geven gaf gaven;
helpen hielp; houden hield; kiezen koos kozen; kijken keek keken; komen kwam kwamen; kopen kocht;
krijgen kreeg kregen; lezen las lazen; lopen liep; meten mat maten; nemen nam namen; onderzoeken
onderzocht; ontwerpen ontwierp; roepen riep; schrijven schreef schreven; sluiten sloot; spreken
sprak spraken; staan stond; treden trad traden; treffen trof troffen; trekken trok trokken; vangen
ving; vechten vocht; verbieden verbood; verbinden verbond; verwijzen verwees verwezen; vragen vroeg;
werven wierf; winnen won; wijzen wees wezen; zenden zond; zien zag zagen; zitten zat zaten; zoeken
zocht
"""
"""The simple past of verbs that do not make it from their participle; plurals in "-en" follow."""
