"""How much each word speaks for a sentence being a promise to Parliament, as log odds.

Fitted by `./samen bench promises --write` to the letters and passages whose truth may be read. A
key is the first letters of a word, or with a plus before it the name of something known of the
sentence.
"""

from samen.core.reading.weighing import weights_in

WEIGHTS = weights_in("""
(bias)=-6.22 +ahead=0.38 +asked=-0.65 +day-ahead=0.62 +footnote=-0.61 +heading=-1.73
+inform=1.31 +kept=1.14 +leads-in=-0.40 +list-of-promises=2.02 +list_item=1.90 +not-yet=0.39
+paper=1.70 +paragraph=0.78 +parliament=1.35 +past=-0.45 +promised=3.22 +signature=-0.34
+tells=1.56 +this-letter=-0.85 +time=0.59 aanbev=-0.10 aandac=0.32 aandee=-0.17 aangeb=-0.13
aangeh=-0.16 aangek=0.11 aangem=-0.10 aangen=-0.31 aangev=0.13 aangif=-0.11 aanjaa=-0.33
aanpak=-0.28 aansta=-0.20 aanvaa=-0.12 aanvan=0.41 aanvra=-0.11 acht=-0.25 achter=-0.16
actiep=0.10 actual=0.42 adres=0.30 advies=-0.25 advise=-0.16 advoca=0.11 af=-0.19 afdeli=-0.11
afgeda=-0.34 afgeha=0.12 afgelo=-0.36 afgero=-0.17 afgesp=-0.32 afgewe=0.46 afhang=0.13
afhank=-0.12 afrond=-0.13 afschr=0.18 afwegi=0.13 afzond=0.51 agenda=0.17 al=-0.12 albani=-0.11
alle=-0.53 alleen=-0.28 almere=0.12 als=-0.15 amv=-0.11 andere=-0.18 anonie=-0.13 antwoo=0.53
apart=0.14 apel=-0.10 apv=0.53 arbeid=-0.39 art=0.29 artike=-0.15 asielz=-0.16 autori=-0.15
baan=0.26 beantw=0.93 bedenk=0.35 bedrag=-0.31 bedrij=0.20 bedroe=-0.12 beeld=-0.42 beelde=-0.43
begint=-0.25 begonn=-0.22 begrot=-0.25 behand=0.49 bekost=0.29 belang=-0.22 beleid=0.26
belgië=0.10 beloft=-0.15 beloof=0.62 ben=-0.18 benade=-0.35 bepaal=-0.12 beplei=-0.19
bereid=-0.26 bereik=-0.35 bereke=0.13 berich=0.62 beroep=-0.14 besche=-0.24 beschi=-0.40
bescho=-0.58 beslis=-0.35 beslot=-0.16 beslui=0.13 bespre=-0.13 bespro=-0.19 bestri=-0.35
bestuu=-0.10 betaal=-0.15 betref=0.21 betrok=0.30 beveel=-0.27 bevest=0.35 bezien=0.29
bezoek=-0.18 bied=-0.58 bieden=-0.32 biedt=-0.10 bijdra=-0.25 bijeen=-0.23 bijgeh=-0.20
bijgev=0.10 bijlag=0.62 binnen=0.24 blijft=-0.17 blijve=0.38 bnc=0.20 braban=-0.14 branch=-0.11
breda=0.17 breidt=-0.14 brenge=-0.44 brief=1.35 brusse=-0.10 budget=-0.14 buiten=0.49
bureau=0.24 burgem=-0.16 bzk=0.19 camera=0.53 campag=-0.12 catego=-0.12 christ=0.27 cijfer=1.30
ckm=0.19 cliënt=-0.25 coa=-0.12 commis=0.11 concep=-0.15 conclu=0.32 consul=-0.14 contac=-0.12
conven=-0.21 cosm=0.10 coördi=-0.14 crimin=-0.30 d=-0.12 daar=-0.21 daarin=0.86 daarme=-0.15
daarom=-0.35 daarop=0.16 daarov=0.27 daarui=0.12 daarva=0.51 daarvo=-0.15 dag=-0.14 dagen=-0.23
dan=-0.17 dat=0.25 datum=0.34 de=0.21 debat=0.55 decemb=0.47 deel=0.44 deelne=-0.17 deelt=-0.31
defens=-0.10 delen=-0.26 delict=0.21 demiss=-0.17 den=0.16 derde=-0.10 destij=0.31 devent=-0.11
deze=-0.66 die=0.43 dienst=-0.11 digita=-0.19 doe=0.50 doel=-0.23 doelst=0.10 doen=0.37
doet=-0.15 door=-0.19 doorda=-0.16 doorge=0.33 doorli=0.60 doorlo=-0.17 doorst=-0.13 dossie=0.36
draagt=0.12 dragen=-0.15 drie=-0.52 duitsl=0.10 e=-0.11 een=-0.15 eenmal=-0.46 eens=-0.21
eerst=-0.23 eerste=0.10 eerstv=0.10 effect=0.12 eigen=-0.28 eind=0.21 einde=0.38 eindra=-0.39
ek=0.10 el=0.49 elk=0.12 elkaar=-0.10 elke=-0.21 en=-1.07 ensche=0.20 er=-0.35 eraan=0.15
ernaar=0.21 ernsti=-0.30 erop=-0.19 ervan=-0.29 ervari=0.20 ervoor=0.34 eu=-0.12 eur=-0.15
euro=-0.31 europe=-0.40 evalua=0.83 evenee=0.25 extra=-0.41 f=-0.10 facto=0.12 fairwo=-0.12
februa=0.15 fiche=0.20 fier=0.25 financ=0.28 fonds=-0.15 fte=-0.12 functi=-0.12 ga=-0.32
gaan=0.32 gaat=0.30 gaf=-0.12 geanno=0.20 geantw=0.20 gebeur=0.15 gebrac=-0.22 gebrek=-0.19
gebrui=-0.16 gedaan=-0.27 gedach=-0.10 gedekt=-0.13 geef=0.15 geeft=-0.10 geen=-0.39 gegaan=0.41
gegeve=-0.28 gehaal=-0.13 gehoor=0.35 gekome=-0.26 geld=-0.21 geldt=-0.14 gelegd=-0.13
gelege=0.16 gemaak=0.16 gemeen=0.24 gemidd=-0.29 geplaa=-0.25 gepubl=0.37 geraam=-0.14
gerech=0.29 gereed=0.29 geslot=-0.16 gespec=0.23 gespre=0.89 gestan=0.56 gestar=-0.13
gestel=0.16 gestuu=-0.10 geval=0.26 gevall=-0.13 geven=-0.10 gevoer=0.52 gevraa=-0.14
gewerk=-0.36 gezegd=0.23 gezet=0.16 gezien=-0.44 gezond=-0.26 geëval=-0.15 geïnfo=0.54 ggd=-0.19
ging=-0.19 goed=-0.16 graag=0.11 grenso=-0.16 gronds=-0.23 gronin=-0.15 groter=-0.22 haag=-0.13
haar=0.55 had=0.11 half=0.59 hand=-0.11 handre=-0.12 heb=-0.36 hebben=0.11 heer=1.38 helft=0.67
hem=-0.29 hen=-0.25 herhaa=0.33 herkom=0.28 herste=-0.11 hervor=0.20 herzie=-0.22 het=-0.16
hetgee=-0.15 hetzel=-0.22 hier=0.40 hieraa=-0.37 hierbi=-0.76 hierme=-0.31 hierna=-0.18
hierop=0.28 hierov=-0.25 hierva=-0.41 hij=0.11 hoevee=0.59 hogesc=0.30 hoofds=-0.27 hoogst=-0.21
hoort=0.26 hotels=0.10 houden=0.13 houdt=-0.13 houvas=0.15 huisel=-0.22 huisve=-0.17 i=-0.51
ieder=0.49 iedere=-0.17 igj=-0.10 ii=0.18 iii=-0.14 ik=0.62 ind=0.61 indica=-0.29 ingaan=0.51
ingang=-0.30 ingest=-0.13 ingewi=0.12 inspec=-0.24 instel=-0.12 instro=-0.10 intake=0.26
intern=-0.18 inwerk=-0.13 inzet=0.70 inzett=-0.18 iom=-0.10 item=-0.18 j=-0.23 jaar=-0.32
jaarci=0.38 jaarli=-0.31 jaarra=0.25 jaarve=0.47 jaarwi=0.15 januar=-0.18 jaren=-0.21 jenv=0.20
jeugd=0.38 jeugdi=-0.10 jl=-0.12 jongen=-0.17 jonger=-0.20 juli=-0.29 juni=0.83 justit=-0.16
kaart=0.43 kabine=0.41 kamer=0.32 kan=-0.16 keer=0.37 kerstr=0.30 keurme=0.10 kinder=0.15
klaar=0.50 kmar=-0.11 kom=0.99 komen=-0.25 komend=0.16 komt=0.26 konden=-0.13 konink=-0.24
korpsc=-0.10 kort=-0.23 korte=-0.13 kost=0.24 kosten=0.46 krijge=0.33 kunnen=-0.53 kunt=-0.27
kwamen=-0.10 kwarta=0.32 kwetsb=-0.18 laatst=-0.12 landel=-0.43 landen=0.18 langer=-0.16
leden=-0.44 leest=0.18 leges=0.18 leiden=-0.33 levere=-0.39 levert=-0.17 libië=-0.14 licht=-0.16
lid=2.12 ligt=-0.26 limbur=-0.13 locati=-0.16 lokaal=-0.13 loket=-0.12 lokpro=-0.21 loop=0.35
loopt=0.25 lopend=0.25 m=-0.28 maand=-0.21 maar=-0.10 maart=0.25 maatre=0.17 maken=0.16
malafi=-0.13 mannen=-0.21 marech=-0.11 mede=-0.66 medewe=0.10 medio=-0.36 mee=-0.20 meer=0.20
mei=0.41 meld=-0.35 melden=-0.13 meldin=-0.24 meldpl=-0.11 meldpu=-0.14 meldt=-0.13 mensen=-0.58
met=0.27 mevrou=0.62 midden=-0.15 migrat=-0.34 mijn=0.16 miljoe=-0.97 minist=0.48 minste=-0.22
misbru=-0.38 mln=-0.45 moet=0.13 moeten=-0.28 mogeli=0.11 moment=0.16 monito=-0.16 motie=-1.12
moties=-1.02 movisi=-0.12 na=0.52 naar=0.31 nacht=0.22 nader=0.44 nagaan=0.46 nageko=0.48
nam=-0.16 namens=-0.67 nation=0.15 neem=0.60 neemt=-0.21 negen=-0.18 nemen=-0.22 niets=-0.14
nieuwe=0.39 nigeri=0.15 nodig=0.32 nog=0.96 noodbe=0.25 nooit=-0.17 noord=-0.11 norm=-0.17
novemb=0.23 nr=-0.73 nu=-0.19 nulmet=0.11 ocw=-0.14 oktobe=0.39 om=0.38 onder=-0.28 onderb=0.13
onders=-0.15 onderv=0.33 onderw=-0.47 onderz=0.15 online=-0.11 ons=-0.51 ontbre=-0.11
ontrad=-0.10 ontvan=0.47 ontvin=-0.11 ontwik=0.29 ook=0.34 oost=0.14 op=0.11 opdrac=-0.42
openba=0.24 openen=-0.47 openst=0.94 opent=-0.10 opgele=0.19 opgelo=-0.12 opleid=-0.13
opleve=-0.16 opmerk=-0.10 opspor=0.18 opvolg=-0.17 orde=-0.17 organi=-0.31 oud=0.10 over=0.44
overee=-0.12 overga=0.10 overge=0.11 overig=-0.34 overle=0.21 overtr=-0.50 overwe=-0.25
overwo=-0.13 overzi=0.53 p=-0.13 panden=-0.18 partij=-0.13 pas=-0.24 past=-0.13 peilda=-0.10
per=0.19 period=-0.23 person=-0.16 persoo=-0.18 pilot=-0.16 plaats=-0.28 plan=0.16 planne=-0.13
planni=0.33 platfo=0.21 politi=-0.38 positi=0.24 preven=-0.15 pro=0.12 procen=-0.40 proef=0.40
progra=-0.25 prosti=-0.26 protoc=-0.31 provin=-0.33 public=-0.16 punt=-0.12 q=0.33 raad=-0.57
raming=-0.11 reacti=0.72 reagee=-0.19 recher=-0.16 rechte=0.28 reeks=0.22 regeli=-0.18
regeri=-0.13 region=-0.13 regiop=-0.22 regist=-0.39 regule=0.23 rekenk=-0.13 report=-0.43
rest=-0.11 richtl=-0.33 rijk=-0.14 roemee=0.16 rol=0.20 ronde=0.13 rotter=0.19 ruim=-0.22
ruimte=-0.18 s=-0.36 samen=-0.49 samenh=0.34 samenl=0.20 samenw=0.15 schade=-0.11 schatt=-0.16
schijn=0.18 schole=-0.26 scholi=-0.11 school=-0.13 schrif=0.66 schrij=-0.43 schuld=0.31
sector=0.31 sekswe=-0.11 separa=0.60 septem=0.16 sextor=0.18 signal=-0.24 signif=-0.15
sinds=-0.76 situat=0.15 slecht=-0.13 slotte=0.12 sluit=-0.11 smit=0.19 smokke=-0.29 social=0.25
sp=0.34 splits=0.32 spoedi=0.11 spreek=-0.11 spreke=0.19 sr=-0.59 staan=-0.18 staat=0.25
staats=0.42 stad=-0.21 stand=-0.35 standp=0.47 stap=0.31 stappe=0.22 start=-0.30 starte=-0.12
status=-0.17 stel=-0.14 stelde=-0.20 stelle=-0.17 stelt=-0.45 stemme=-0.21 sticht=-0.20
stiens=0.27 stond=-0.26 strafb=-0.14 strafm=-0.15 strafr=0.29 strafv=-0.11 streve=-0.23
struct=-0.23 stuurg=-0.26 stuurt=0.17 subsid=-0.14 szw=-0.16 t=0.70 tabel=-0.38 tafel=0.28
te=0.25 team=-0.18 techni=0.51 tegemo=0.40 tegen=-0.18 telden=-0.10 ten=-0.31 terech=-0.12
termij=0.48 terpst=0.12 terrei=-0.23 terug=0.96 terwij=-0.13 thans=-0.13 thuis=0.14 tien=-0.13
tijd=0.56 tijdel=-0.11 tijden=0.19 tijdig=0.11 tk=-0.16 toe=0.60 toeges=0.29 toegev=-0.17
toegez=1.69 toekom=0.13 toen=0.34 toestu=0.54 toezeg=-0.31 toezic=-0.32 tolken=-0.13 tot=-0.59
totaal=-0.17 traini=-0.13 trauma=0.28 treedt=-0.11 treft=0.19 twee=0.17 tweede=-0.20
twente=-0.17 tz=0.96 u=0.82 uit=-0.21 uitbre=-0.28 uitbui=-0.52 uiterl=0.79 uitgav=0.41
uitgeb=-0.45 uitges=-0.12 uitgev=-0.14 uitker=-0.19 uitkom=0.84 uitvoe=0.20 uitwer=0.36
uitzen=-0.23 uitzoe=0.32 univer=-0.51 uur=-0.12 vakbon=0.13 vanaf=-0.31 vanweg=0.37 vaste=-0.41
vastge=-0.10 veel=-0.50 veerti=-0.11 venlo=-0.26 verban=-0.60 verbli=-0.21 verbod=-0.25
verdac=-0.30 verder=-0.12 verdub=0.11 vereni=-0.14 vergel=0.83 vergoe=0.17 vergt=-0.16
vergun=-0.17 verhul=0.11 verken=0.45 verkla=-0.31 verlen=-0.22 verlie=-0.11 vermel=0.36
vermoe=-0.20 veroor=0.18 verord=-0.17 versch=0.26 versla=0.27 versta=0.10 verstr=-0.28
vertra=-0.50 vertro=-0.11 vervol=0.18 verwac=-0.37 verwor=-0.19 verzoc=-0.13 verzoe=-0.49
verzon=0.29 verzor=0.21 via=-0.11 vier=0.19 vijf=-0.28 vindt=0.39 voldaa=1.08 voldoe=-0.33
volgt=1.39 volled=0.25 vond=-0.11 voor=-0.12 voorbe=-0.18 voorga=0.41 voorge=-0.24 voorja=0.24
voorko=-0.31 voorlo=-0.22 voorne=-0.20 voort=-0.14 voorta=0.60 voortg=0.30 voorts=0.18
voorui=0.11 voorzi=-0.20 vorig=-0.17 vorige=-0.87 vorm=0.14 vos=0.12 vraag=0.49 vraagt=-0.60
vrijwi=-0.10 vro=-0.24 vroeg=0.91 vrouwe=-0.31 vvd=0.45 vws=0.62 vóór=0.92 waadi=0.14 waar=-0.37
waarin=0.12 waarna=0.18 waarom=0.31 waarov=0.11 waarva=-0.16 wachtt=0.12 wannee=-0.12 waren=0.36
was=-0.51 wat=-0.17 we=0.90 websit=0.42 week=-0.48 weer=-0.19 weg=-0.13 wegens=-0.17
weinig=-0.19 wel=0.37 wens=0.19 werd=-0.15 werden=-0.14 werk=0.10 werkbe=0.44 werken=-0.12
werkgr=-0.10 werkin=0.15 werkt=-0.16 werkwi=-0.11 wet=-0.45 wetboe=-0.10 wetgev=0.38 wethou=0.26
wetsvo=-0.18 wettel=-0.10 wie=-0.20 wij=0.65 wijk=0.13 wijzen=-0.12 wil=-0.39 willen=-0.23
wit=0.33 wmo=0.35 wodc=-0.24 woning=-0.16 wordt=-0.33 xv=-0.11 z=0.18 zaak=-0.20 zaken=-0.40
zal=1.19 zeden=-0.17 zeg=-0.11 zegde=0.31 zeggen=-0.12 zegt=0.22 zei=0.70 zelf=-0.24
zelfst=-0.12 zend=-0.60 zenden=-0.12 zet=-0.18 zeven=-0.11 zich=-0.45 zicht=-0.10 zie=0.28
zien=-0.13 zij=0.14 zijn=-0.47 zijner=0.20 zittin=-0.11 zoals=0.39 zodat=0.19 zodra=0.71
zoeken=0.28 zomer=0.78 zomerr=0.58 zonder=-0.11 zorg=0.44 zorgco=0.25 zorgve=0.20 zou=0.43
zullen=0.46 zwolle=0.13 één=-0.27
""")
