"""How much each word speaks for a sentence being a promise to Parliament, as log odds.

Fitted by `./samen bench promises --write` to the letters and passages whose truth may be read. A
key is the first letters of a word, or with a plus before it the name of something known of the
sentence.
"""

from samen.core.reading.weighing import weights_in

WEIGHTS = weights_in("""
(bias)=-6.05 +ahead=0.54 +asked=-0.75 +day-ahead=0.67 +footnote=-0.58 +heading=-1.39 +inform=1.33
+kept=1.06 +leads-in=-0.23 +list-of-promises=1.90 +list_item=1.74 +paper=1.62 +paragraph=0.52
+parliament=1.18 +past=-0.34 +promised=3.31 +signature=-0.29 +tells=1.64 +this-letter=-0.56
+time=0.56 a=-0.18 aan=0.22 aandac=0.35 aangeb=-0.14 aangem=-0.10 aangen=-0.23 aangif=-0.25
aanjaa=-0.35 aanpak=-0.18 aansta=-0.11 aantal=-0.26 aanvra=-0.11 acht=-0.14 achter=-0.19
actiep=0.18 actual=0.44 advies=-0.14 advise=-0.15 af=-0.15 afdeli=-0.10 afgeda=-0.29 afgeha=0.14
afgelo=-0.26 afgero=-0.12 afgesp=-0.31 afhank=-0.11 afrond=-0.12 afschr=-0.21 afwegi=0.11
afzond=0.31 agenda=0.13 alle=-0.48 alleen=-0.25 als=-0.38 ambass=0.13 antwoo=0.34 apart=0.15
aparte=0.12 apel=-0.12 april=0.13 apv=0.48 arbeid=-0.31 artike=-0.16 asiel=-0.33 asielz=-0.20
autori=-0.11 beantw=0.64 bedenk=0.40 bedrag=-0.24 bedrij=0.28 beeld=-0.38 begint=-0.14
begonn=-0.14 begrot=-0.22 behand=0.33 bekost=0.35 belang=-0.19 beleid=0.40 beloof=0.56 ben=-0.16
benade=-0.32 bereid=-0.18 bereik=-0.32 berich=0.48 beroep=-0.13 besche=-0.22 beschi=-0.27
bescho=-0.29 beslag=0.13 beslis=-0.20 beslot=-0.10 beslui=0.19 bespro=-0.10 bestri=-0.35
betaal=-0.13 betrok=0.16 bevest=0.18 bezien=0.19 bezoek=-0.15 bied=-0.25 biedt=-0.13
bijdra=-0.18 bijeen=-0.17 binnen=0.30 blijft=-0.11 bnc=0.26 boetes=0.12 braban=-0.11
brenge=-0.22 brief=0.78 brusse=-0.10 buiten=0.49 bureau=0.21 burgem=-0.12 bzk=0.11 c=0.18
camera=0.49 centru=-0.13 chat=0.15 cijfer=0.99 ckm=0.26 cliënt=-0.19 coa=-0.10 comens=0.23
concep=-0.14 conclu=0.36 consul=-0.11 conven=-0.11 coördi=-0.15 d=-0.11 daarin=1.09 daarom=-0.33
daarop=0.17 daarov=0.37 daarva=0.25 dag=-0.16 dagen=-0.20 dan=-0.16 dat=-0.12 datum=0.27 de=0.37
debat=0.39 decemb=0.64 decent=-0.12 deel=0.14 deelne=-0.12 delen=-0.27 demiss=-0.16 den=0.19
deze=-0.23 die=0.21 digita=-0.18 doe=0.53 doel=-0.16 doen=0.21 doet=-0.15 doorda=-0.11
doorge=0.38 draagt=0.17 drie=-0.23 drieho=0.10 duitsl=0.17 een=-0.10 eenmal=-0.30 eens=-0.19
eerst=-0.32 eerste=0.23 effect=0.10 eigen=-0.13 eind=0.19 einde=0.20 eindra=-0.32 el=0.32
en=-1.14 er=-0.15 eraan=0.19 ernaar=0.28 ernsti=-0.28 ervan=-0.21 eu=-0.19 eur=-0.18 euro=-0.28
europe=-0.32 evalua=0.62 evenee=0.12 extra=-0.37 fairwo=-0.11 fiche=0.26 fier=0.13 financ=0.16
fnv=0.13 g=0.11 ga=-0.17 gaan=0.25 gaat=-0.20 gaf=-0.12 gebeur=-0.20 gebrac=-0.21 gebrui=-0.17
gedaan=-0.46 geen=-0.62 gegaan=0.42 gegeve=-0.11 geheel=0.11 geld=-0.20 gelder=0.22 gelege=0.21
gelijk=0.12 gemeen=0.19 gemidd=-0.23 genera=0.11 geplaa=-0.18 gepubl=0.45 geraam=-0.10
gerech=0.19 gereed=0.27 geslot=-0.12 gespec=0.27 gespre=0.66 gestan=0.41 gestel=0.13 getuig=0.10
geval=0.36 gevoeg=0.10 gewerk=-0.34 gezame=-0.11 gezond=-0.51 geïnfo=0.61 graag=0.13 groep=-0.11
gronds=-0.22 gronin=-0.16 groter=-0.14 haalba=0.15 haar=0.33 had=0.13 half=0.60 halfja=-0.12
handel=0.26 hebben=0.13 heeft=-0.18 heer=1.08 helft=0.39 hem=-0.28 hen=-0.22 herhaa=0.33
herkom=0.32 herzie=-0.21 het=-0.19 hetgee=-0.19 hetzel=-0.16 hier=0.41 hieraa=-0.35 hierbi=-0.52
hierme=-0.19 hierop=0.32 hierov=-0.10 hierva=-0.40 hoe=-0.17 hoofds=-0.13 hoogte=-0.18
hotels=0.13 houdt=-0.10 houvas=0.12 huisve=-0.11 hun=-0.35 i=-0.43 ieder=0.48 ii=-0.25 ik=0.56
in=0.11 ind=0.38 indica=-0.27 inform=0.20 ingang=-0.28 ingedi=-0.25 inlich=0.11 inspec=-0.37
instit=-0.15 inzet=0.43 inzett=-0.19 is=-0.19 item=-0.15 j=-0.23 jaar=-0.18 jaarve=0.63
jaarwi=0.15 jaren=-0.17 jenv=-0.20 jonger=-0.23 juli=-0.39 juni=0.63 justit=-0.19 kaart=0.15
kabine=0.30 kader=0.14 kamer=0.15 kamers=-0.33 keer=0.32 kerstr=0.23 keurme=0.11 kinder=-0.31
klaar=0.41 kom=1.04 komend=0.13 komt=0.28 konink=-0.22 korpsc=-0.16 kort=-0.24 korte=-0.10
kost=0.25 kosten=0.10 krijge=0.47 krijgt=-0.14 kunnen=-0.28 kunt=0.10 kwarta=0.24 kwetsb=-0.21
laat=-0.10 laatst=-0.13 landel=-0.31 landen=0.23 laten=-0.11 later=-0.23 leden=-0.47
leefti=-0.10 leges=0.19 leiden=-0.29 levert=-0.13 libië=-0.17 licht=-0.15 lid=1.80 ligt=-0.14
locati=-0.11 lokpro=-0.20 loop=0.35 loopt=0.29 lopend=-0.13 m=-0.21 maatre=0.30 mede=-0.50
medio=-0.53 meer=-0.14 mei=0.35 meld=-0.34 meldpu=-0.10 meldt=-0.12 mensen=-0.35 mevrou=0.71
migrat=-0.40 mij=-0.46 mijn=0.36 miljoe=-0.74 minder=-0.31 minist=0.17 misbru=-0.36 mln=-0.22
moeten=-0.16 moment=-0.14 motie=-0.82 moties=-0.62 movisi=-0.10 na=0.39 naar=0.59 nacht=0.30
nader=0.50 nagaan=0.42 nageko=0.32 najaar=-0.17 nam=-0.14 namens=-0.52 nation=0.22 nederl=-0.21
neem=0.59 neemt=-0.14 nemen=-0.21 niet=0.36 niets=-0.10 nieuwe=0.43 nodig=0.13 nog=0.49
noodbe=0.32 norm=-0.11 nota=0.14 novemb=0.19 nr=-0.65 nu=-0.29 ocw=-0.12 oekraï=-0.12
oktobe=0.37 om=0.35 omdat=-0.41 onder=-0.12 onderb=0.13 ondern=0.11 onders=-0.12 ondert=-0.10
onderw=-0.39 onderz=0.12 ons=-0.38 onthee=-0.10 ontvan=0.39 ontwik=0.38 onze=0.18 ook=0.40
oordee=-0.17 oost=-0.11 ooster=-0.28 opdrac=-0.40 openen=-0.39 openst=0.73 opleid=-0.12
opleve=-0.13 opnieu=0.11 opspor=0.24 opvolg=-0.17 orde=-0.10 organi=-0.24 oud=0.13 ouders=0.16
over=0.49 overga=0.12 overig=-0.33 overle=0.29 overwe=-0.16 overzi=0.58 paragr=-0.11 per=0.38
period=-0.29 person=-0.11 persoo=-0.15 pilot=-0.10 plaats=-0.27 plan=0.15 planni=0.39
plekke=0.11 politi=-0.35 preven=-0.16 procen=-0.25 proef=0.18 progra=-0.20 prosti=-0.21
protoc=-0.10 punt=-0.12 q=0.48 raad=-0.32 reacti=0.58 rechts=-0.23 reeks=0.24 regeli=-0.23
regeri=-0.13 regiop=-0.11 regist=-0.36 regule=0.16 rekenk=-0.11 richtl=-0.34 rijk=-0.12
rotter=0.22 ruim=-0.12 ruimte=-0.13 s=-0.31 samen=-0.32 samenl=0.21 samenw=0.21 schatt=-0.13
schole=-0.14 scholi=-0.10 schrif=0.52 schrij=-0.35 sector=0.31 seksue=-0.24 sekswe=-0.10
septem=0.41 sextor=0.26 signal=-0.21 sinds=-0.63 slacht=-0.20 slecht=-0.10 slotte=0.12
smokke=-0.13 social=0.30 sp=0.34 spoedi=0.12 sr=-0.18 staan=-0.13 staat=0.24 staats=0.67
stand=-0.28 standp=0.44 stap=0.31 start=-0.24 state=-0.12 steeds=0.12 stel=-0.12 stelde=-0.16
stelle=-0.14 stelt=-0.32 stemme=-0.10 sterk=-0.10 sticht=-0.12 stiens=0.24 strafb=-0.10
strafv=-0.14 streef=0.15 strekk=-0.15 streve=-0.13 struct=-0.13 sturen=0.43 subsid=-0.16 t=0.68
tabel=-0.40 techni=0.33 tegen=-0.11 ten=-0.26 ter=-0.15 termij=0.65 terrei=-0.20 terug=0.90
thuis=0.27 tien=-0.11 tijd=0.39 tijden=0.44 tilbur=0.13 tk=-0.12 toe=0.35 toeges=0.30
toegev=-0.11 toegez=1.73 toen=0.39 toestu=0.52 toezic=-0.14 tot=-0.28 totaal=-0.13 traini=-0.11
treedt=-0.14 trimbo=-0.12 twee=0.32 tweede=-0.31 twente=-0.19 tz=1.51 u=0.88 uit=-0.60
uitbre=-0.29 uitbui=-0.31 uiterl=0.97 uitgav=0.37 uitgeb=-0.47 uitgev=-0.10 uitker=-0.19
uitkom=0.68 uitsta=-0.10 uitvoe=0.30 uitwer=0.39 univer=-0.31 uw=0.37 v=-0.11 vacatu=-0.14
valent=0.10 vanaf=-0.24 vast=-0.20 vaste=-0.21 vastge=0.13 verban=-0.47 verbod=-0.12
verdac=-0.27 vergel=0.35 vergun=-0.14 verken=0.43 verkla=-0.25 vermel=0.37 vermoe=-0.24
verord=-0.12 versch=0.44 versta=0.12 verstr=-0.17 vertra=-0.36 vervol=0.29 verwac=-0.60
verwor=-0.13 verzoc=-0.26 verzoe=-0.31 verzor=0.19 via=-0.10 vierde=-0.11 vijf=-0.15 vindt=-0.24
vng=0.15 voldaa=0.80 voldoe=-0.23 volgt=1.25 volled=0.19 voorbe=-0.21 voorga=0.37 voorge=-0.17
voorja=0.16 voorko=-0.18 voorlo=-0.13 voorne=-0.18 voorta=0.61 voortg=0.35 voorts=0.18
voorzi=-0.11 vorig=-0.11 vorige=-0.54 vraag=0.36 vraagt=-0.37 vragen=0.14 vrijwi=-0.10 vro=-0.26
vroeg=0.85 vrouwe=-0.20 vvd=0.24 vws=0.43 vóór=0.57 waar=-0.23 waarin=0.13 waarme=-0.13
waarna=0.13 waarom=0.43 waarov=0.18 waarva=-0.30 wachtt=0.36 wannee=-0.11 waren=0.20 was=-0.32
wat=-0.11 we=0.47 websit=0.43 week=-0.10 weer=-0.18 weg=-0.10 wegens=-0.10 weinig=-0.11
weken=0.14 welke=-0.13 werden=-0.10 werkbe=0.41 werkin=0.15 werkt=-0.12 wet=-0.32 weten=-0.24
wetgev=0.38 wethou=0.38 wetsvo=-0.35 wie=-0.34 wij=0.59 wijzen=-0.10 wijzig=-0.31 wil=-0.36
willen=-0.13 wodc=-0.18 woning=-0.12 worden=-0.10 wordt=-0.60 z=0.17 zaak=-0.12 zaken=-0.29
zal=0.76 zegde=0.35 zend=-0.53 zenden=-0.24 zich=-0.47 zie=0.18 zij=0.13 zijn=-0.42 zoals=0.41
zodra=0.73 zomer=0.59 zomerr=0.53 zorg=0.48 zullen=0.62 één=-0.21
""")
