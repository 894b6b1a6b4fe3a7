"""The currencies of the world by the names that English gives them → ISO 4217.

A table of ours, with CLDR's names and those that news uses beside them: loading Babel's takes longer than reading
a newspaper. Where a noun alone is one currency in most mouths ("yen", "rand") it has no nation; "pesos" and "dinars"
of no nation are nobody's, and stay nouns.
"""

from __future__ import annotations

import re

SIGNS = {
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₹": "INR",
    "₽": "RUB",
    "₩": "KRW",
    "₺": "TRY",
    "₾": "GEL",
    "₦": "NGN",
    "₴": "UAH",
    "₫": "VND",
    "₪": "ILS",
    "₿": "BTC",
    "₡": "CRC",
    "₱": "PHP",
    "₵": "GHS",
    "₸": "KZT",
    "₲": "PYG",
    "฿": "THB",
    "৳": "BDT",
    "₼": "AZN",
    "֏": "AMD",
    "₭": "LAK",
    "₮": "MNT",
    "៛": "KHR",
}
DOLLARS = {
    **dict.fromkeys(("us", "u.s.", "u.s", "usd"), "USD"),
    **dict.fromkeys(("au", "aus", "aud"), "AUD"),
    **dict.fromkeys(("ca", "can", "cad", "cdn"), "CAD"),
    **dict.fromkeys(("hk", "hkd"), "HKD"),
    **dict.fromkeys(("nz", "nzd"), "NZD"),
    **dict.fromkeys(("nt", "ntd"), "TWD"),
    **dict.fromkeys(("mex", "mx", "mxn"), "MXN"),
    "sg": "SGD",
    "fj": "FJD",
    "ja": "JMD",
    "tt": "TTD",
    "bds": "BBD",
    "ec": "XCD",
}
LETTERS = {"A": "AUD", "C": "CAD", "S": "SGD", "R": "BRL", "J": "JMD", "N": "NAD", "B": "BSD"}
SHORT = {
    "rs": "INR",
    "rs.": "INR",
    "re": "INR",
    "rm": "MYR",
    "rp": "IDR",
    "ksh": "KES",
    "ush": "UGX",
    "tk": "BDT",
}
SHORT |= {
    "fr.": "CHF",
    "sfr": "CHF",
    "sfr.": "CHF",
    "dh": "AED",
    "dhs": "AED",
    "ft": "HUF",
    "zł": "PLN",
    "kč": "CZK",
}
BEFORE = frozenset({"rs", "rs.", "rm", "rp", "ksh", "ush", "tk", "sfr", "sfr."})
CODES = frozenset(
    "USD EUR GBP JPY CNY RMB INR RUB KRW TRY GEL NGN UAH VND ILS BTC AUD CAD HKD NZD TWD SGD BRL MXN CHF SEK NOK "
    "DKK PLN CZK HUF ZAR THB IDR MYR PHP AED SAR EGP PKR LKR BDT KES ARS CLP COP PEN CRC RON BGN ISK KZT QAR KWD "
    "BHD OMR JOD IQD IRR LBP SYP YER MAD TND DZD LYD GHS UGX TZS ETB ZMW MWK MZN AOA XOF XAF RWF BIF NAD BWP MUR "
    "NPR AFN MMK KHR LAK MNT UZS KGS TJS TMT AZN AMD BYN MDL RSD MKD BAM HRK UYU PYG BOB VES VEF GTQ HNL NIO PAB "
    "DOP JMD TTD BBD BSD BZD GYD SRD FJD PGK WST XCD XPF DEM FRF ITL ESP NLG BEF ATS IEP PTE GRD FIM".split()
)
_NATIONS = """
dollar: =USD us=USD u.s.=USD u.s=USD american=USD united_states=USD australian=AUD canadian=CAD new_zealand=NZD
  hong_kong=HKD singapore=SGD singaporean=SGD taiwan=TWD new_taiwan=TWD taiwanese=TWD jamaican=JMD jamaica=JMD
  bahamian=BSD barbadian=BBD barbados=BBD belize=BZD bermudan=BMD bermudian=BMD bermuda=BMD brunei=BND
  cayman_islands=KYD cayman=KYD eastern_caribbean=XCD east_caribbean=XCD fijian=FJD fiji=FJD guyanese=GYD
  guyanaese=GYD guyana=GYD liberian=LRD namibian=NAD namibia=NAD solomon_islands=SBD surinamese=SRD suriname=SRD
  trinidadian=TTD trinidad_and_tobago=TTD zimbabwean=ZWD zimbabwe=ZWD
euro: =EUR
pound: british=GBP egyptian=EGP syrian=SYP lebanese=LBP sudanese=SDG south_sudanese=SSP cypriot=CYP irish=IEP
  falkland_islands=FKP falklands=FKP gibraltar=GIP saint_helena=SHP maltese=MTP manx=IMP turkish=TRY
lira: turkish=TRY italian=ITL maltese=MTL lebanese=LBP syrian=SYP
rupee: =INR indian=INR pakistani=PKR pakistan=PKR sri_lankan=LKR sri_lanka=LKR nepalese=NPR nepali=NPR mauritian=MUR
  mauritius=MUR seychellois=SCR seychelles=SCR
peso: mexican=MXN argentine=ARS argentinian=ARS argentinean=ARS argentina=ARS chilean=CLP colombian=COP cuban=CUP
  dominican=DOP philippine=PHP filipino=PHP uruguayan=UYU bolivian=BOP
franc: swiss=CHF french=FRF belgian=BEF luxembourg=LUF rwandan=RWF burundian=BIF congolese=CDF djiboutian=DJF
  guinean=GNF guinea=GNF comorian=KMF cfp=XPF malagasy=MGF central_african_cfa=XAF west_african_cfa=XOF
yuan: =CNY chinese=CNY
renminbi: =CNY chinese=CNY
yen: =JPY japanese=JPY
won: south_korean=KRW korean=KRW north_korean=KPW
ruble: =RUB russian=RUB belarusian=BYN belarussian=BYN transnistrian=PRB soviet=SUR
krona: swedish=SEK icelandic=ISK
krone: norwegian=NOK danish=DKK
crown: swedish=SEK norwegian=NOK danish=DKK czech=CZK icelandic=ISK slovak=SKK estonian=EEK
koruna: =CZK czech=CZK slovak=SKK
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
peseta: =ESP spanish=ESP
escudo: portuguese=PTE cape_verdean=CVE
drachma: =GRD greek=GRD
punt: irish=IEP
shilling: kenyan=KES kenya=KES ugandan=UGX uganda=UGX tanzanian=TZS tanzania=TZS somali=SOS somaliland=SQS
birr: =ETB ethiopian=ETB
nakfa: =ERN eritrean=ERN
kwacha: zambian=ZMW malawian=MWK
kwanza: =AOA angolan=AOA
metical: =MZN mozambican=MZN mozambique=MZN
pula: botswana=BWP botswanan=BWP
loti: lesotho=LSL
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
sol: peruvian=PEN peruvian_nuevo=PEN
inti: peruvian=PEI
colon: costa_rican=CRC salvadoran=SVC
quetzal: guatemalan=GTQ
lempira: =HNL honduran=HNL
cordoba: =NIO nicaraguan=NIO
balboa: panamanian=PAB
gourde: =HTG haitian=HTG
guarani: paraguayan=PYG
kina: papua_new_guinean=PGK papua_new_guinea=PGK
tala: samoan=WST
vatu: =VUV vanuatu=VUV
lek: albanian=ALL
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
_OTHER_FORMS = {
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
_ALONE = {"kronor": "SEK", "reais": "BRL", "hk": "HKD"}  # forms that only one nation has


def _table() -> dict[str, dict[str, str]]:
    nations: dict[str, dict[str, str]] = {}
    for line in re.sub(r"\n  ", " ", _NATIONS.strip()).split("\n"):
        noun, _, codes = line.partition(": ")
        pairs = (code.split("=") for code in codes.split())
        nations[noun] = {nation.replace("_", " "): code for nation, code in pairs}
    plurals = {f"{noun[:-1]}ies" if noun.endswith("ty") else f"{noun}s": noun for noun in nations}
    forms = {noun: noun for noun in nations} | plurals | _OTHER_FORMS
    forms |= {f"{form}s": noun for form, noun in _OTHER_FORMS.items()} | {
        "zlotys": "zloty",
        "krones": "krone",
    }
    table = {form: nations[noun] for form, noun in forms.items()}
    return table | {form: {**table.get(form, {}), "": code} for form, code in _ALONE.items() if form in table}


_NAMES = _table()
COINS = frozenset(
    {"cent", "penny", "peso", "franc", "dinar", "crown", "riyal", "rial", "shilling", "krona", "krone"}
)
_WORD = re.compile(r"[ \u00a0-]?([^\W\d_][^\W\d_.]*\.?(?:[A-Z]\.?)?)(?!\w)")
_SOME_MONEY = re.compile(r"(?=[.,;:)(\]]|$| (?:for|to|in|a|per|from|on|each|and|or|at|with|of|by)\b)")


def named(text: str, end: int, value: float) -> tuple[int, str] | None:
    """Where the currency named behind a number ends, and its code: "Kenyan shillings", "yen"."""
    words: list[str] = []
    for _ in range(4):
        match = _WORD.match(text, end)
        if not match:
            return None
        word, end = match[1].lower(), match.end()
        nations = _NAMES.get(word) or _NAMES.get(word.rstrip("."))
        if nations:
            nation = " ".join(words)
            if word == "won" and not nation and value >= 1000 and _SOME_MONEY.match(text, end):
                return end, "KRW"  # "500 won seats"
            code = nations.get(nation)
            return (end - word.endswith("."), code) if code else None
        words.append(word)
    return None


def code_of(written: str) -> str:
    """ISO 4217, for a code or a short form as written."""
    return SHORT.get(written.lower()) or ("CNY" if written.upper() == "RMB" else written.upper())
