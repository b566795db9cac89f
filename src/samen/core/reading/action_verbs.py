"""Verbs that tell of work being done, with the forms that a government letter uses.

One line a verb: infinitive, third person singular, participle, and past forms if any. A
separable verb is written with its parts apart in the singular ("zet in"). Three groups by
how often the verb tells of an action: work that starts, changes or ends something; work
that goes on; and verbs that only do so behind an actor.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

STRONG = """
afbouwen bouwt af,afgebouwd
bekostigen bekostigt,bekostigd
bijscholen schoolt bij,bijgeschoold
bijwerken werkt bij,bijgewerkt
hernieuwen hernieuwt,hernieuwd
inhuren huurt in,ingehuurd
inschakelen schakelt in,ingeschakeld
invullen vult in,ingevuld
ontsluiten ontsluit,ontsloten
opheffen heft op,opgeheven
overdragen draagt over,overgedragen
overeenkomen komt overeen,overeengekomen
overhevelen hevelt over,overgeheveld
samenstellen stelt samen,samengesteld
samenvoegen voegt samen,samengevoegd
schrappen schrapt,geschrapt
uitgeven geeft uit,uitgegeven
vervroegen vervroegt,vervroegd
verplaatsen verplaatst,verplaatst
aansluiten sluit aan,aangesloten
activeren activeert,geactiveerd
borgen borgt,geborgd
bouwen bouwt,gebouwd
continueren continueert,gecontinueerd
digitaliseren digitaliseert,gedigitaliseerd
doorontwikkelen ontwikkelt door,doorontwikkeld
doorvoeren voert door,doorgevoerd
gunnen gunt,gegund
herijken herijkt,herijkt
hervatten hervat,hervat
hervormen hervormt,hervormd
inbedden bedt in,ingebed
installeren installeert,geïnstalleerd
integreren integreert,geïntegreerd
moderniseren moderniseert,gemoderniseerd
omzetten zet om,omgezet
ontwerpen ontwerpt,ontworpen
opbouwen bouwt op,opgebouwd
plannen plant,gepland
ratificeren ratificeert,geratificeerd
realiseren realiseert,gerealiseerd
stroomlijnen stroomlijnt,gestroomlijnd
toerusten rust toe,toegerust
uitbesteden besteedt uit,uitbesteed
vergroten vergroot,vergroot
verlenen verleent,verleend
voltooien voltooit,voltooid
vormgeven geeft vorm,vormgegeven
aanbesteden besteedt aan,aanbesteed
aanleggen legt aan,aangelegd
aanpassen past aan,aangepast
aanscherpen scherpt aan,aangescherpt
aanstellen stelt aan,aangesteld,stelde aan
aantrekken trekt aan,aangetrokken
aanvragen vraagt aan,aangevraagd
aanvullen vult aan,aangevuld
aanwijzen wijst aan,aangewezen
actualiseren actualiseert,geactualiseerd
afronden rondt af,afgerond
afsluiten sluit af,afgesloten
afspreken spreekt af,afgesproken
afschaffen schaft af,afgeschaft
automatiseren automatiseert,geautomatiseerd
beleggen belegt,belegd
benoemen benoemt,benoemd
besluiten besluit,besloten
bijstellen stelt bij,bijgesteld
bundelen bundelt,gebundeld
doorlichten licht door,doorgelicht
evalueren evalueert,geëvalueerd
experimenteren experimenteert,geëxperimenteerd
financieren financiert,gefinancierd
formuleren formuleert,geformuleerd
herzien herziet,herzien
implementeren implementeert,geïmplementeerd
indienen dient in,ingediend
inrichten richt in,ingericht
instellen stelt in,ingesteld
intensiveren intensiveert,geïntensiveerd
intrekken trekt in,ingetrokken
introduceren introduceert,geïntroduceerd
invoeren voert in,ingevoerd
inzetten zet in,ingezet,zette in
lanceren lanceert,gelanceerd
onderbrengen brengt onder,ondergebracht
ondertekenen ondertekent,ondertekend
ontwikkelen ontwikkelt,ontwikkeld
openen opent,geopend
openstellen stelt open,opengesteld
opleiden leidt op,opgeleid
opleveren levert op,opgeleverd
oprichten richt op,opgericht
opschalen schaalt op,opgeschaald
opstarten start op,opgestart
opstellen stelt op,opgesteld
opzetten zet op,opgezet
organiseren organiseert,georganiseerd
publiceren publiceert,gepubliceerd
reserveren reserveert,gereserveerd
starten start,gestart,startte
stopzetten zet stop,stopgezet
subsidiëren subsidieert,gesubsidieerd
toekennen kent toe,toegekend
toevoegen voegt toe,toegevoegd
trainen traint,getraind
uitbreiden breidt uit,uitgebreid
uitbrengen brengt uit,uitgebracht
uitdelen deelt uit,uitgedeeld
uitreiken reikt uit,uitgereikt
uitrollen rolt uit,uitgerold
uittesten test uit,uitgetest
uitvoeren voert uit,uitgevoerd
uitwerken werkt uit,uitgewerkt
uitzetten zet uit,uitgezet
vaststellen stelt vast,vastgesteld
vastleggen legt vast,vastgelegd
verankeren verankert,verankerd
verbeteren verbetert,verbeterd
verbreden verbreedt,verbreed
verduidelijken verduidelijkt,verduidelijkt
verdubbelen verdubbelt,verdubbeld
vereenvoudigen vereenvoudigt,vereenvoudigd
verhogen verhoogt,verhoogd
verlengen verlengt,verlengd
vernieuwen vernieuwt,vernieuwd
verruimen verruimt,verruimd
verscherpen verscherpt,verscherpt
verspreiden verspreidt,verspreid
versnellen versnelt,versneld
versterken versterkt,versterkt
verstevigen verstevigt,verstevigd
vertalen vertaalt,vertaald
vervangen vervangt,vervangen
voorbereiden bereidt voor,voorbereid
voortzetten zet voort,voortgezet
vrijmaken maakt vrij,vrijgemaakt
werven werft,geworven
"""

STEADY = """
bemannen bemant,bemand
begeleiden begeleidt,begeleid
bestrijden bestrijdt,bestreden
coachen coacht,gecoacht
distribueren distribueert,gedistribueerd
doorgeven geeft door,doorgegeven
hanteren hanteert,gehanteerd
huisvesten huisvest,gehuisvest
huren huurt,gehuurd
oefenen oefent,geoefend
ophalen haalt op,opgehaald
opvragen vraagt op,opgevraagd
participeren participeert,geparticipeerd
toelichten licht toe,toegelicht
toezien ziet toe,toegezien
verdelen verdeelt,verdeeld
vergoeden vergoedt,vergoed
verstrekken verstrekt,verstrekt
verwijzen verwijst,verwezen
verzamelen verzamelt,verzameld
wijzigen wijzigt,gewijzigd
sluiten sluit,gesloten
beheren beheert,beheerd
bijeenbrengen brengt bijeen,bijeengebracht
adviseren adviseert,geadviseerd
analyseren analyseert,geanalyseerd
aanbieden biedt aan,aangeboden
bemiddelen bemiddelt,bemiddeld
bevorderen bevordert,bevorderd
bevragen bevraagt,bevraagd
deelnemen neemt deel,deelgenomen
doorverwijzen verwijst door,doorverwezen
doorzetten zet door,doorgezet
handhaven handhaaft,gehandhaafd
interviewen interviewt,geïnterviewd
inspecteren inspecteert,geïnspecteerd
meten meet,gemeten
opsporen spoort op,opgespoord
opletten let op,opgelet
peilen peilt,gepeild
plaatsen plaatst,geplaatst
registreren registreert,geregistreerd
signaleren signaleert,gesignaleerd
terugdringen dringt terug,teruggedrongen
uitleggen legt uit,uitgelegd
verdiepen verdiept,verdiept
verminderen vermindert,verminderd
voortbouwen bouwt voort,voortgebouwd
waarborgen waarborgt,gewaarborgd
waarschuwen waarschuwt,gewaarschuwd
aankondigen kondigt aan,aangekondigd
beoordelen beoordeelt,beoordeeld
overnemen neemt over,overgenomen
presenteren presenteert,gepresenteerd
spreken spreekt,gesproken
koppelen koppelt,gekoppeld
melden meldt,gemeld
aanjagen jaagt aan,aangejaagd
aanpakken pakt aan,aangepakt
afstemmen stemt af,afgestemd
agenderen agendeert,geagendeerd
bekijken bekijkt,bekeken
beproeven beproeft,beproefd
beschikbaarstellen stelt beschikbaar,beschikbaargesteld
bespreken bespreekt,besproken
bestuderen bestudeert,bestudeerd
bezien beziet,bezien
bezinnen bezint,bezonnen
bezoeken bezoekt,bezocht
bijhouden houdt bij,bijgehouden
bijdragen draagt bij,bijgedragen
buigen buigt,gebogen
consulteren consulteert,geconsulteerd
controleren controleert,gecontroleerd
coördineren coördineert,gecoördineerd
delen deelt,gedeeld
doorrekenen rekent door,doorgerekend
faciliteren faciliteert,gefaciliteerd
herhalen herhaalt,herhaald
inbrengen brengt in,ingebracht
inkopen koopt in,ingekocht
inventariseren inventariseert,geïnventariseerd
investeren investeert,geïnvesteerd
inwinnen wint in,ingewonnen
leveren levert,geleverd
monitoren monitort,gemonitord
nagaan gaat na,nagegaan
onderhandelen onderhandelt,onderhandeld
onderzoeken onderzoekt,onderzocht
ondersteunen ondersteunt,ondersteund
ontvlechten ontvlecht,ontvlochten
opnemen neemt op,opgenomen
oppakken pakt op,opgepakt
opvangen vangt op,opgevangen
opvolgen volgt op,opgevolgd
overleggen overlegt,overlegd
regelen regelt,geregeld
samenbrengen brengt samen,samengebracht
samenwerken werkt samen,samengewerkt
scholen schoolt,geschoold
screenen screent,gescreend
stimuleren stimuleert,gestimuleerd
testen test,getest
toepassen past toe,toegepast
toetsen toetst,getoetst
uitnodigen nodigt uit,uitgenodigd
uitwisselen wisselt uit,uitgewisseld
verkennen verkent,verkend
verrichten verricht,verricht
verzorgen verzorgt,verzorgd
volgen volgt,gevolgd
voorleggen legt voor,voorgelegd
voorlichten licht voor,voorgelicht
voorstellen stelt voor,voorgesteld
wegwerken werkt weg,weggewerkt
werken werkt,gewerkt
"""

LIGHT = """
leiden leidt,geleid
gebruiken gebruikt,gebruikt
aandringen dringt aan,aangedrongen
aangaan gaat aan,aangegaan
aanhouden houdt aan,aangehouden
bemensen bemenst,bemenst
beschermen beschermt,beschermd
betrekken betrekt,betrokken
bieden biedt,geboden
bijstaan staat bij,bijgestaan
bewaken bewaakt,bewaakt
bestemmen bestemt,bestemd
brengen brengt,gebracht
fokussen focust,gefocust
geven geeft,gegeven
houden houdt,gehouden
maken maakt,gemaakt
nemen neemt,genomen
richten richt,gericht
stellen stelt,gesteld
treffen treft,getroffen
verplichten verplicht,verplicht
verwerken verwerkt,verwerkt
verzoeken verzoekt,verzocht
voeren voert,gevoerd
voorzien voorziet,voorzien
vragen vraagt,gevraagd
vrijgeven geeft vrij,vrijgegeven
zorgen zorgt,gezorgd
"""


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of work. weight: how surely it tells of an action. particle: "" if whole."""

    infinitive: str
    weight: float
    particle: str = ""


@dataclass(frozen=True, slots=True)
class VerbForms:
    """Forms to verbs. finite: forms that stand alone or with a particle later on."""

    finite: dict[str, tuple[Verb, ...]]
    joined: dict[str, Verb]
    participles: dict[str, Verb]
    infinitives: dict[str, Verb]
    pasts: dict[str, tuple[Verb, ...]]


@cache
def verb_forms() -> VerbForms:
    """Every form of every verb of the lists."""
    finite: dict[str, list[Verb]] = {}
    joined: dict[str, Verb] = {}
    participles: dict[str, Verb] = {}
    infinitives: dict[str, Verb] = {}
    pasts: dict[str, list[Verb]] = {}
    for verb, singulars, participle in _lines():
        base = verb.infinitive.removeprefix(verb.particle)
        for form in {base, *singulars, *(form.removesuffix("t") for form in singulars)}:
            finite.setdefault(form, []).append(verb)
            if verb.particle:
                joined[verb.particle + form] = verb
        infinitives[verb.infinitive] = verb
        participles[participle] = verb
        for form in _past_forms(verb, participle):
            pasts.setdefault(form, []).append(verb)
    return VerbForms(
        {form: tuple(verbs) for form, verbs in finite.items()},
        joined,
        participles,
        infinitives,
        {form: tuple(verbs) for form, verbs in pasts.items()},
    )


def _past_forms(verb: Verb, participle: str) -> tuple[str, ...]:
    """The simple past of a regular verb: "voltooid" gives "voltooide" and "voltooiden"."""
    base = verb.infinitive.removeprefix(verb.particle)
    is_irregular = participle.endswith("cht") and "cht" not in base  # gebracht, gekocht
    if is_irregular or not participle.endswith(("d", "t")):
        return ()
    stem = participle.removeprefix(verb.particle).removeprefix("ge").replace("ë", "e")
    stem = "i" + stem[1:] if stem.startswith("ï") else stem
    past = f"{stem}{stem[-1]}e" if base.endswith(("ten", "den")) else f"{stem}e"
    return tuple(form for form in (past, f"{past}n") if form != base)


def _lines() -> Iterator[tuple[Verb, list[str], str]]:
    for weight, lines in ((1.0, STRONG), (0.75, STEADY), (0.45, LIGHT)):
        for line in lines.strip().splitlines():
            infinitive, _, rest = line.partition(" ")
            singular, participle, *pasts = rest.split(",")
            form, _, particle = singular.partition(" ")
            forms = [form, *(past.partition(" ")[0] for past in pasts)]
            yield Verb(infinitive, weight, particle), forms, participle
