"""The nouns of currencies with the nations that have each, and the nations' countries: a table of ours."""

from __future__ import annotations

NATIONS = """
dollar: =USD us=USD u.s.=USD u.s=USD american=USD united_states=USD australian=AUD canadian=CAD new_zealand=NZD
  hong_kong=HKD hk=HKD nz=NZD aussie=AUD singapore=SGD singaporean=SGD taiwan=TWD new_taiwan=TWD taiwanese=TWD jamaican=JMD jamaica=JMD
  bahamian=BSD barbadian=BBD barbados=BBD belize=BZD bermudan=BMD bermudian=BMD bermuda=BMD brunei=BND
  cayman_islands=KYD cayman=KYD eastern_caribbean=XCD east_caribbean=XCD fijian=FJD fiji=FJD guyanese=GYD
  guyanaese=GYD guyana=GYD liberian=LRD namibian=NAD namibia=NAD solomon_islands=SBD surinamese=SRD suriname=SRD
  trinidadian=TTD trinidad_and_tobago=TTD trinidad_&_tobago=TTD rhodesian=RHD zimbabwean=ZWD tuvaluan=TVD
euro: =EUR
pound: british=GBP uk=GBP u.k.=GBP english=GBP egyptian=EGP syrian=SYP lebanese=LBP sudanese=SDG south_sudanese=SSP cypriot=CYP irish=IEP
  falkland_islands=FKP falklands=FKP gibraltar=GIP jersey=JEP guernsey=GGP saint_helena=SHP st._helena=SHP israeli=ILP maltese=MTP manx=IMP turkish=TRY
lira: turkish=TRY italian=ITL maltese=MTL lebanese=LBP syrian=SYP
rupee: =INR indian=INR pakistani=PKR pakistan=PKR sri_lankan=LKR sri_lanka=LKR nepalese=NPR nepali=NPR mauritian=MUR
  mauritius=MUR seychellois=SCR seychelles=SCR
peso: cuban_convertible=CUC mexican=MXN argentine=ARS argentinian=ARS argentinean=ARS argentina=ARS chilean=CLP colombian=COP cuban=CUP
  dominican=DOP philippine=PHP filipino=PHP uruguayan=UYU bolivian=BOP
franc: swiss=CHF french=FRF belgian=BEF luxembourg=LUF rwandan=RWF burundian=BIF congolese=CDF djiboutian=DJF
  guinean=GNF guinea=GNF comorian=KMF luxembourgian=LUF malian=MLF moroccan=MAF monegasque=MCF cfp=XPF malagasy=MGF central_african_cfa=XAF west_african_cfa=XOF
yuan: =CNY chinese=CNY
renminbi: =CNY chinese=CNY
yen: =JPY japanese=JPY
won: south_korean=KRW korean=KRW north_korean=KPW
ruble: =RUB russian=RUB belarusian=BYN belarussian=BYN transnistrian=PRB soviet=SUR
krona: swedish=SEK icelandic=ISK
krone: norwegian=NOK danish=DKK
crown: swedish=SEK norwegian=NOK danish=DKK czech=CZK icelandic=ISK slovak=SKK estonian=EEK
koruna: =CZK czech=CZK slovak=SKK czechoslovak=CSK
kroon: =EEK estonian=EEK
rand: =ZAR south_african=ZAR
real: brazilian=BRL brazil=BRL
cruzeiro: =BRE brazilian=BRE
baht: =THB thai=THB
hryvnia: =UAH ukrainian=UAH
shekel: =ILS israeli=ILS new_israeli=ILS israeli_new=ILS
zloty: =PLN polish=PLN
forint: =HUF hungarian=HUF
leu: romanian=RON moldovan=MDL
lev: =BGN bulgarian=BGN
naira: =NGN nigerian=NGN
cedi: =GHS ghanaian=GHS ghana=GHS
lari: =GEL georgian=GEL
dirham: uae=AED emirati=AED united_arab_emirates=AED moroccan=MAD
riyal: saudi=SAR saudi_arabian=SAR qatari=QAR qatar=QAR yemeni=YER omani=OMR iranian=IRR
rial: iranian=IRR omani=OMR yemeni=YER qatari=QAR saudi=SAR
riel: =KHR cambodian=KHR
dinar: kuwaiti=KWD iraqi=IQD jordanian=JOD bahraini=BHD bahrain=BHD libyan=LYD tunisian=TND algerian=DZD serbian=RSD
  yugoslav=YUM yugoslavian=YUM sudanese=SDD croatian=HRD macedonian=MKD
denar: =MKD macedonian=MKD
kuna: =HRK croatian=HRK
mark: german=DEM deutsche=DEM west_german=DEM east_german=DDM finnish=FIM bosnian=BAM convertible=BAM
  bosnia_and_herzegovina_convertible=BAM bosnian_convertible=BAM estonian=EEK
markka: =FIM finnish=FIM
guilder: =NLG dutch=NLG netherlands_antillean=ANG antillean=ANG surinamese=SRG
schilling: =ATS austrian=ATS
peseta: =ESP spanish=ESP andorran=ADP
sucre: =ECS ecuadorian=ECS
escudo: portuguese=PTE cape_verdean=CVE chilean=CLE mozambican=MZE timorese=TPE
drachma: =GRD greek=GRD
punt: irish=IEP
shilling: kenyan=KES kenya=KES ugandan=UGX uganda=UGX tanzanian=TZS tanzania=TZS somali=SOS somaliland=SQS
birr: =ETB ethiopian=ETB
nakfa: =ERN eritrean=ERN
kwacha: zambian=ZMW malawian=MWK
kwanza: =AOA angolan=AOA
metical: =MZN mozambican=MZN mozambique=MZN
pula: =BWP botswana=BWP botswanan=BWP
loti: =LSL lesotho=LSL
lilangeni: =SZL swazi=SZL
dalasi: =GMD gambian=GMD
leone: =SLE sierra_leonean=SLE sierra_leone=SLE
ariary: =MGA malagasy=MGA
ouguiya: =MRU mauritanian=MRU
dobra: =STN
taka: =BDT bangladeshi=BDT bangladesh=BDT
rupiah: =IDR indonesian=IDR
ringgit: =MYR malaysian=MYR
dong: vietnamese=VND
kip: lao=LAK laotian=LAK
kyat: =MMK burmese=MMK myanmar=MMK
tugrik: =MNT mongolian=MNT
ngultrum: =BTN bhutanese=BTN
rufiyaa: =MVR maldivian=MVR
pataca: =MOP macanese=MOP macau=MOP
tenge: =KZT kazakh=KZT kazakhstani=KZT kazakhstan=KZT
som: kyrgyz=KGS kyrgyzstani=KGS uzbek=UZS uzbekistani=UZS
sum: uzbek=UZS uzbekistani=UZS
somoni: =TJS tajik=TJS tajikistani=TJS
manat: azerbaijani=AZN azeri=AZN azerbaijan=AZN turkmen=TMT turkmenistani=TMT turkmenistan=TMT
dram: armenian=AMD
afghani: =AFN afghan=AFN
bolivar: venezuelan=VES
boliviano: =BOB bolivian=BOB
sol: nuevo=PEN peruvian=PEN peruvian_nuevo=PEN
inti: peruvian=PEI
colon: costa_rican=CRC salvadoran=SVC
quetzal: guatemalan=GTQ
lempira: =HNL honduran=HNL
cordoba: =NIO nicaraguan=NIO
balboa: panamanian=PAB
gourde: =HTG haitian=HTG
guarani: paraguayan=PYG
kina: =PGK papua_new_guinean=PGK papua_new_guinea=PGK
tala: =WST samoan=WST
vatu: =VUV vanuatu=VUV
paanga: =TOP tongan=TOP
pa'anga: =TOP tongan=TOP
lek: =ALL albanian=ALL
litas: =LTL lithuanian=LTL
lat: latvian=LVL
lats: latvian=LVL
tolar: =SIT slovenian=SIT
florin: aruban=AWG
bitcoin: =BTC
buck: =USD
dlr: =USD us=USD u.s.=USD canadian=CAD australian=AUD
quid: =GBP
kuai: =CNY
"""
OTHER_FORMS = {
    "rouble": "ruble",
    "kronor": "krona",
    "kronur": "krona",
    "króna": "krona",
    "krónur": "krona",
    "kroner": "krone",
    "korun": "koruna",
    "reais": "real",
    "lire": "lira",
    "lei": "leu",
    "leva": "lev",
    "hryvni": "hryvnia",
    "hryvna": "hryvnia",
    "złoty": "zloty",
    "złotych": "zloty",
    "zlotych": "zloty",
    "soles": "sol",
    "quetzales": "quetzal",
    "soum": "sum",
    "colón": "colon",
    "colones": "colon",
    "bolívar": "bolivar",
    "bolívares": "bolivar",
    "bolivares": "bolivar",
    "bolivarese": "bolivar",
    "markkaa": "markka",
    "meticais": "metical",
    "córdoba": "cordoba",
    "togrog": "tugrik",
    "tögrög": "tugrik",
    "emalangeni": "lilangeni",
    "denari": "denar",
    "sheqel": "shekel",
    "litai": "litas",
    "lati": "lats",
    "guaraní": "guarani",
    "lekë": "lek",
    "leke": "lek",
}
COUNTRIES = dict(
    pair.replace("_", " ").split("=")
    for pair in (
        "american=america australian=australia canadian=canada singaporean=singapore taiwanese=taiwan "
        "british=britain egyptian=egypt syrian=syria lebanese=lebanon sudanese=sudan south_sudanese=south_sudan "
        "cypriot=cyprus irish=ireland maltese=malta turkish=turkey italian=italy indian=india pakistani=pakistan "
        "nepalese=nepal mexican=mexico argentine=argentina chilean=chile colombian=colombia cuban=cuba "
        "dominican=dominican_republic philippine=philippines uruguayan=uruguay bolivian=bolivia swiss=switzerland "
        "french=france belgian=belgium rwandan=rwanda burundian=burundi congolese=congo djiboutian=djibouti "
        "central_african_cfa=central_africa_cfa west_african_cfa=west_africa_cfa cuban_convertible=cuba_convertible "
        "chinese=china japanese=japan south_korean=south_korea korean=korea north_korean=north_korea russian=russia "
        "belarusian=belarus swedish=sweden icelandic=iceland norwegian=norway danish=denmark "
        "slovak=slovakia estonian=estonia south_african=south_africa thai=thailand ukrainian=ukraine israeli=israel "
        "polish=poland hungarian=hungary romanian=romania moldovan=moldova bulgarian=bulgaria nigerian=nigeria "
        "georgian=georgia emirati=emirates moroccan=morocco saudi=saudi_arabia yemeni=yemen omani=oman iranian=iran "
        "cambodian=cambodia kuwaiti=kuwait iraqi=iraq jordanian=jordan libyan=libya tunisian=tunisia algerian=algeria "
        "serbian=serbia croatian=croatia macedonian=macedonia bosnian=bosnia finnish=finland dutch=netherlands "
        "surinamese=suriname austrian=austria spanish=spain portuguese=portugal greek=greece somali=somalia "
        "ethiopian=ethiopia eritrean=eritrea zambian=zambia malawian=malawi angolan=angola gambian=gambia "
        "mauritanian=mauritania indonesian=indonesia malaysian=malaysia vietnamese=vietnam lao=laos "
        "mongolian=mongolia bhutanese=bhutan maldivian=maldives kyrgyz=kyrgyzstan uzbek=uzbekistan tajik=tajikistan "
        "armenian=armenia afghan=afghanistan venezuelan=venezuela peruvian=peru costa_rican=costa_rica "
        "salvadoran=el_salvador guatemalan=guatemala honduran=honduras nicaraguan=nicaragua panamanian=panama "
        "haitian=haiti paraguayan=paraguay samoan=samoa albanian=albania lithuanian=lithuania latvian=latvia "
        "slovenian=slovenia brazilian=brazil zimbabwean=zimbabwe liberian=liberia malagasy=madagascar tongan=tonga fijian=fiji"
    ).split()
)
