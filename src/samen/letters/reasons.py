"""Why a candidate was found, as a sentence. Core gives the reason in Dutch, in pieces."""

import re
from functools import cache

IN_ENGLISH = """
werkwoord “{}” = verb “{}”
zegt “{}” = says “{}”
noemt een tijdstip = names a time
noemt wanneer het gereed is = names when it is ready
noemt een motie = names a motion
noemt een eerdere toezegging = names an earlier promise
noemt {} = names {}
{} handelt = {} acts
{} staat buiten de aanpak = {} stands outside the programme
de volgende zin levert wat is toegezegd = the next sentence delivers what was promised
titel achter wie hem uitgaf = a title behind who published it
Engelse naam van een rapport = the English name of a report
staat in een lijst van toezeggingen = stands in a list of promises
staat in een lijst van wat wordt toegezegd = stands in a list of what is promised
rij of kaart met wie het doet = a row or card that says who does it
begint met een naam die iets doet = begins with a name that does something
beschrijft de wet = describes the law
bevinding of cijfer = a finding or a figure
een partner doet iets = a partner does something
er is of wordt iets gedaan = something was or is being done
gaat over de brief zelf = is about the letter itself
gaat over een motie = is about a motion
gaat over geld = is about money
het kabinet spreekt zelf = the cabinet itself speaks
kondigt een uitkomst aan = announces an outcome
kort, of een vraag = short, or a question
laat iets doen = has something done
oordeel of mening = a judgement or an opinion
opsomming van maatregelen = a list of measures
redenering = reasoning
regel die begint met de stand van zaken = a line that begins with the state of affairs
regel over een motie = a line about a motion
regel van een planning = a line of a planning
samenwerking = others take part
voetnoot = a footnote
voorstel of open besluit = a proposal or an open decision
voorwaarde = a condition
vraag van de Kamer = a question of the House
wens of doel = a wish or an aim
zegt dat het nu speelt = says that it goes on now
zegt wat er niet is = says what is not there
zelfde onderwerp als de zin ervoor = same subject as the sentence before
eigenaar uit de zinnen ervoor = owner from the sentences before
eigenaar uit de regel boven de lijst = owner from the line over the list
eigenaar uit het eerste deel van de zin = owner from the first part of the sentence
eigenaar is wie de zin verder noemt = owner is who else the sentence names
eigenaar uit het kopje erboven = owner from the heading above
eigenaar uit het label erbij = owner from the label beside it
geen eigenaar genoemd: de ondertekenaar = no owner named: who signs
zegt de Kamer iets toe = promises the House something
belooft de Kamer te informeren = promises to inform the House
belooft de Kamer te informeren, zonder termijn = promises to inform the House, without a term
belooft de Kamer opnieuw te informeren = promises to inform the House again
dezelfde brief is al eerder beloofd = the same letter was promised before
herhaalt een eerdere toezegging = repeats an earlier promise
kondigt aan iets later te doen, zonder termijn = announces to do something later, without a term
belooft waarop de toegezegde brief ingaat = promises what the promised letter goes into
een antwoord dat de Kamer nog te goed heeft = an answer that the House is still owed
een volgende zin levert wat is toegezegd = a following sentence delivers what was promised
geen eigenaar genoemd: wie de raad schrijft = no owner named: who writes to the council
geen eigenaar genoemd: wie verslag doet = no owner named: who reports
gestopt of uitgesteld = stopped or put off
woorden van toezeggingen: {} = words of promises: {}
telt personen of zaken = counts persons or cases
titel van een webpagina = the title of a web page
vertelt wat iemand deed = tells what somebody did
zegt dat de Kamer een stuk heeft gekregen = says that the House received a paper
zegt dat een toezegging is nagekomen = says that a promise was kept
zegt wanneer een toezegging wordt nagekomen = says when a promise will be kept
zegt dat een toezegging nog openstaat = says that a promise is still open
zegt dat een aangekondigd stuk later komt = says that a paper announced before comes later
motie met nummer, genoemd op 1 plaats = a motion with a number, named once
motie met nummer, genoemd op {} plaatsen = a motion with a number, named {} times
motie zonder nummer in de tekst, genoemd op 1 plaats = a motion without a number, named once
motie zonder nummer in de tekst, genoemd op {} plaatsen = a motion without a number, {} times
de brief noemt haar afgedaan = the letter calls it settled
de brief zegt dat eraan gewerkt wordt, niet dat zij is afgedaan = worked on, not said to be settled
de brief zegt niet waar zij staat = the letter does not say where it stands
reeks van het programma = a series of the programme
aantal of aandeel met een jaar = a count or share with a year
aantal of aandeel, naar de woorden eromheen = a count or share by the words around it
aantal of aandeel = a count or share
ontwikkeling in woorden = a development in words
cel van een tabel met jaren = a cell of a table with years
bedrag = an amount
bedrag in een tabel = an amount in a table
bedrag waarvan de eenheid niet is genoemd = an amount whose unit is not named
artikel van een wet = an article of a law
wet bij naam = a law by its name
verwijzing naar een Kamerstuk = a reference to a parliamentary paper
bekende organisatie = a known organisation
vorm van de naam wijst op een organisatie = the form of the name points to an organisation
de brief schrijft de naam uit als “{}”: controleer = the letter spells it out as “{}”: check
naam achter “{}” = a name after “{}”
ondertekent = signs the letter
bekende naam van een programma = a known name of a programme
vorm van de naam wijst op een programma = the form of the name points to a programme
naam met afkorting = a name with its abbreviation
titel tussen aanhalingstekens = a title between quotation marks
titel achter auteur en jaar = a title after its author and year
titel achter “{}” = a title after “{}”
naam van een monitor = the name of a monitor
jaarlijkse publicatie = a yearly publication
strategie met een looptijd = a strategy with its years
brief met een datum = a letter with its date
noot zonder zin, met een jaar = a note without a sentence, with a year
bekende naam van een deel van de wereld = a known part of the world
bekende naam van een land = a known country
bekende naam van een politie-eenheid = a known police unit
bekende naam van een veiligheidsregio = a known safety region
bekende naam van een provincie = a known province
bekende naam van een gemeente = a known municipality
bekende naam van een gebied = a known area
kop in de brief = a heading in the letter
kop die de brief afsluit = a heading that ends the letter
titel van een bijlage = the title of an annex
“{}” noemt een dag = “{}” names a day
“{}” noemt een maand = “{}” names a month
“{}” noemt een kwartaal = “{}” names a quarter
“{}” noemt een half jaar = “{}” names half a year
“{}” noemt een jaargetijde = “{}” names a season
“{}” noemt een jaar = “{}” names a year
“{}” noemt een periode = “{}” names a period
“{}” noemt een uiterste moment = “{}” names a last moment
“{}” noemt een begin zonder einde = “{}” names a beginning without an end
“{}” noemt een einde zonder begin = “{}” names an end without a beginning
“{}” noemt een onbepaald moment = “{}” names an uncertain moment
geteld vanaf de brief van {} = counted from the letter of {}
de grenzen zijn bij benadering = its ends are approximate
"""
"""The pieces of a reason in English, a line each; {} is what a letter says. The first that
fits counts."""


@cache
def _pieces() -> list[tuple[re.Pattern[str], str]]:
    lines = [line.split(" = ") for line in IN_ENGLISH.strip().splitlines()]
    lines.sort(key=lambda line: "{}" in line[0])  # what is whole goes before what has a gap
    return [(re.compile(re.escape(nl).replace(r"\{\}", "(.+)")), en) for nl, en in lines]


def english(piece: str) -> str | None:
    """A piece of a reason in English; None where the table has no words for it."""
    for pattern, words in _pieces():
        if found := pattern.fullmatch(piece):
            return words.format(*found.groups())
    return None


def as_sentence(reason: str, language: str) -> str:
    """A reason as a sentence in a language; a piece without English stays Dutch."""
    pieces = [piece for piece in reason.split("; ") if piece]
    if language == "en":
        pieces = [english(piece) or piece for piece in pieces]
    said = "; ".join(pieces)
    return f"{said[:1].upper()}{said[1:]}." if said else "–"
