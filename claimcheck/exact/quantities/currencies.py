"""The currencies of the world by the names that English gives them → ISO 4217.

A table of ours, with CLDR's names and those that news uses beside them: loading Babel's takes longer than reading
a newspaper. Where a noun alone is one currency in most mouths ("yen", "rand") it has no nation; "pesos" and "dinars"
of no nation are nobody's, and stay nouns.
"""

from __future__ import annotations

import re

from claimcheck.exact.quantities.currency_names import COUNTRIES, NATIONS, OTHER_FORMS

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
    "￥": "CNY",
    "元": "CNY",
    "円": "JPY",
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
    "gy": "GYD",
    "ci": "KYD",
    "mop": "MOP",
    "ws": "WST",
}
LETTERS = {"A": "AUD", "C": "CAD", "S": "SGD", "R": "BRL", "J": "JMD", "N": "NAD", "B": "BSD"}
LETTERS |= {"L": "LRD", "Z": "ZWD", "F": "FJD", "G": "GYD"}
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
    "nkr": "NOK",
    "skr": "SEK",
    "dkr": "DKK",
    "tsh": "TZS",
    "php": "PHP",
    "nis": "ILS",
    "tl": "TRY",
    "e£": "EGP",
    "s/": "PEN",
    "s/.": "PEN",
    "cn¥": "CNY",
    "jp¥": "JPY",
    "gh₵": "GHS",
    "gh¢": "GHS",
}
BEFORE = frozenset(
    {*"rs rs. rm rp ksh ush tk sfr sfr. nkr skr dkr tsh php dhs e£ s/ s/. cn¥ jp¥ gh₵ gh¢".split()}
)
CODES = frozenset(
    "USD EUR GBP JPY CNY RMB INR RUB KRW TRY GEL NGN UAH VND ILS BTC AUD CAD HKD NZD TWD SGD BRL MXN CHF SEK NOK "
    "DKK PLN CZK HUF ZAR THB IDR MYR PHP AED SAR EGP PKR LKR BDT KES ARS CLP COP PEN CRC RON BGN ISK KZT QAR KWD "
    "BHD OMR JOD IQD IRR LBP SYP YER MAD TND DZD LYD GHS UGX TZS ETB ZMW MWK MZN AOA XOF XAF RWF BIF NAD BWP MUR "
    "NPR AFN MMK KHR LAK MNT UZS KGS TJS TMT AZN AMD BYN MDL RSD MKD BAM HRK UYU PYG BOB VES VEF GTQ HNL NIO PAB "
    "DOP JMD TTD BBD BSD BZD GYD SRD FJD PGK WST XCD XPF DEM FRF ITL ESP NLG BEF ATS IEP PTE GRD FIM "
    "ANG GIP MOP SCR SHP AWG BMD BND BTN CDF CLF CUC CVE DJF ERN FKP GMD GNF HTG KMF KPW KYD LRD LSL LTL LVL EEK MGA MRO MRU MVR "
    "SBD SLE SLL SVC SZL STN TVD VUV ZWD".split()
)
_WORDS = "all bam bob btn cop cup dop ern gel gip imp lak mad mop mur nad nio pen ron sar sos std try".split()
LOWER_CODES = frozenset(code.lower() for code in CODES) - frozenset(_WORDS)  # "try 10 times" is no lira
_ALONE = {"kronor": "SEK", "reais": "BRL", "hk": "HKD"}  # forms that only one nation has


def _table() -> dict[str, dict[str, str]]:
    nations: dict[str, dict[str, str]] = {}
    for line in re.sub(r"\n  ", " ", NATIONS.strip()).split("\n"):
        noun, _, codes = line.partition(": ")
        pairs = (code.split("=") for code in codes.split())
        of = {nation.replace("_", " "): code for nation, code in pairs}
        nations[noun] = {COUNTRIES[nation]: of[nation] for nation in of if nation in COUNTRIES} | of
    plurals = {f"{noun[:-1]}ies" if noun.endswith("ty") else f"{noun}s": noun for noun in nations}
    forms = {noun: noun for noun in nations} | plurals | OTHER_FORMS
    forms |= {f"{form}s": noun for form, noun in OTHER_FORMS.items()} | {
        "zlotys": "zloty",
        "krones": "krone",
    }
    table = {form: nations[noun] for form, noun in forms.items()}
    return table | {form: {**table.get(form, {}), "": code} for form, code in _ALONE.items() if form in table}


_NAMES = _table()
COINS = frozenset(
    {"cent", "penny", "peso", "franc", "dinar", "crown", "riyal", "rial", "shilling", "krona", "krone"}
)
_WORD = re.compile(r"[ -]?([^\W\d_](?:[^\W\d_.]|['’](?=a))*\.?(?:[A-Za-z]\b\.?)?)(?!\w)")
_LARGE_ONLY = {"won": "KRW", "dong": "VND"}  # "500 won seats"
_SOME_MONEY = re.compile(
    r"(?=[.,;:)(\]]|$| \(| (?:for|to|in|a|per|from|on|each|and|or|at|with|of|by|last|this|as|was|were|is|are|under|over"
    r"|worth|during|after|before|since|while|when|there|through|than|between|annually|yearly)\b)"
)


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
            end -= word.endswith(".")
            code = nations.get(nation)
            if not (code or nation) and value >= 1000 and _SOME_MONEY.match(text, end):
                code = _LARGE_ONLY.get(word.rstrip("."))
            return (end, code) if code else None
        words.append(word)
    return None


def nation_of(nation: str, noun: str) -> str:
    """The code of a nation's dollar or pound; "" where the words before a sign are none."""
    return _NAMES[noun].get(nation.lower(), "")


def code_of(written: str) -> str:
    """ISO 4217, for a code or a short form as written."""
    return SHORT.get(written.lower()) or ("CNY" if written.upper() == "RMB" else written.upper())
