"""Words of names: particles, titles, words that are no name, short forms of given names.

Sources: the particles of the Dutch register of persons (Logisch Ontwerp BRP, table 36, the common
ones), and common knowledge of the languages; short forms stand once, in the group of their family.
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


PARTICLES = _words("""
    van de der den ter ten te het t s in op aan uit bij onder over voor la du des di da dos del
    vande vander vanden vd vdr della von zu zur vom und el al bin ibn bint bent ould y e
""")
"""Not `do` and `le`: in Vietnam those are whole family names."""

MIDDLE = _words("""
    thi van
""")
"""Vietnamese middle names that tell a sex and no person."""

TITLES = _words("""
    dhr heer mevr mevrouw mw mr ms mrs miss mister drs dr ing ir prof pan pani dl dna domnul
    doamna gospodin alhaji alhaja chief ong ba sr jr
""")

NO_NAME = _words("""
    onbekend onbekende unknown nn nb nvt geen test tester testpersoon xxx xx x anoniem
    anonymous none null nan leeg naam achternaam voornaam weigert geweigerd neznan necunoscut
    nieznany
""")

_FAMILIES = """
jan johannes johan hans hannes joannes jo john johnny
piet pieter petrus peter pete
kees cornelis cor corne nelis
klaas nicolaas nico niek niels nikolaas
henk hendrik henri hendrikus harrie harry rik
wim willem wilhelmus willy bill
gerrit gerard gerardus ger gerhard
bert albert albertus bertus ab
rob robert robin bobby
theo theodorus dorus
toon antonius anton antoon ton tony anthonie antoine
koos jacobus jaap jacob sjaak jacques ko
dirk derk diederik theodoricus
sjef jef joseph jozef josef joep jos jozeph
frans franciscus frank
maarten martinus martin mart tinus marten
bas sebastiaan bastiaan sebastian
chris christiaan christian kris
mies maria marie mia rie ria marieke marijke miep mieke maaike marijn
annie anna anne anneke ans antje anouk anja
els elisabeth elizabeth liesbeth elsje lies liesje betty bets ella liza lisa
greet margaretha greetje margriet griet rita greta margaret
truus geertruida trudy geertje
bep elisabetha
hanneke johanna hanna jo joke janneke jantje annet
riet henriette jet
ineke ina katrien catharina trijntje katharina toos karin tineke cato
corrie cornelia cor nelleke nel
wil wilhelmina mien willemijn mina wilma
katarzyna kasia kaska
malgorzata gosia malgosia
agnieszka aga agusia
barbara basia
elzbieta ela
joanna asia
magdalena magda madzia
aleksandra ola
zofia zosia
krystyna krysia
ewa ewka ewelina
anna ania anka hania
maria marysia maryla
piotr piotrek
krzysztof krzysiek krzys
andrzej jedrek
tomasz tomek
pawel pawelek
michal michalek
marcin marcinek
jakub kuba
lukasz lukaszek
grzegorz grzesiek grzes
wojciech wojtek
mateusz mati
stanislaw staszek stasiek
jerzy jurek
aleksander olek
zbigniew zbyszek
andrei andreas andrey
mihai mihail misu mihaita
alexandru alex sandu alexander
gheorghe gigi ghita george
vasile vasilica
constantin costel costi dinu
ion ionut ionel nelu
cristian cristi
nicolae nicu nicusor
stefan fane stefanita
florin florinel
elena lena ileana lenuta
ioana oana
mihaela miha
gabriela gabi
alexandra sanda
georgi gosho joro zhoro georg
dimitar mitko dimitur
nikolay niki kolyo nikola
petar pesho petur
hristo itso
ivan vanyo vanko
todor tosho
stoyan stoycho
yordan dancho
stefka stefania
ivanka vanya
yordanka dancheva
desislava desi
tsvetelina tsveti
gergana geri
chukwuemeka emeka
oluwaseun seun
babatunde tunde
chinedu nedu
ikechukwu ike
obinna obi
oluwatobi tobi
olufemi femi
adebayo bayo
oluwakemi kemi
folasade sade
ngozi ngo
chioma chi
mohamed muhammad mohammed mohamad mehmed muhammed mohammad mo
yusuf yousef youssef josip
ahmed ahmad achmed
istvan pista pisti
jozsef joska
laszlo laci
sandor sanyi
ferenc feri
erzsebet erzsi
katalin kati
ilona ica
zsuzsanna zsuzsa
"""
SHORT_FORMS = {
    word: family.split()[0] for family in _FAMILIES.strip().splitlines() for word in family.split()
}
"""A given name to the name that stands for its family."""
