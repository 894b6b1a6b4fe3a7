"""The forms in which English writes quantities, each with its value and unit: a systematic set, made up."""

from __future__ import annotations

import pytest

from claimcheck.exact import find_quantities

NUMBERS = """
twelve soldiers = 12 soldier | thirteen soldiers = 13 soldier | forty-five soldiers = 45 soldier
one hundred ships = 100 ship | a hundred ships = 100 ship | a hundred and one ships = 101 ship
two hundred ships = 200 ship | nine hundred ninety-nine ships = 999 ship | a thousand ships = 1000 ship
one thousand two hundred ships = 1200 ship | twelve hundred ships = 1200 ship
fifteen hundred ships = 1500 ship | three thousand and forty ships = 3040 ship
ten thousand ships = 10000 ship | four hundred thousand ships = 400000 ship
one million two hundred thousand ships = 1200000 ship | a million ships = 1000000 ship
two million, three hundred thousand ships = 2300000 ship | one billion people = 1000000000 people
1.3 billion people = 1300000000 people | six and a half thousand ships = 6500 ship
one and a half million ships = 1500000 ship | a million and a half ships = 1500000 ship
half a billion ships = 500000000 ship | a quarter of a million ships = 250000 ship
a quarter million ships = 250000 ship | three quarters of a million ships = 750000 ship
half a dozen ships = 6 ship | a half-dozen ships = 6 ship | half-a-dozen ships = 6 ship
two dozen ships = 24 ship | two point five million ships = 2500000 ship | zero point five = 0.5
nought point two = 0.2 | nine point nine nine = 9.99 | three point one four = 3.14 | minus five = -5
negative five = -5 | minus 3.5 = -3.5 | a third = 0.3333333333 | one third = 0.3333333333
two-thirds = 0.6666666667 | two thirds = 0.6666666667 | one-quarter = 0.25 | three-quarters = 0.75
four fifths = 0.8 | seven-eighths = 0.875 | one tenth = 0.1 | nine tenths = 0.9 | one hundredth = 0.01
three thousandths = 0.003 | one and a third = 1.333333333 | two and two-thirds = 2.666666667
five and three quarters = 5.75 | 1 1/2 = 1.5 | 2-3/4 = 2.75 | 3/5 of voters = 60 %
one in three adults = 33.33333333 % | one of every four adults = 25 % | 1 in 10 adults = 10 %
three out of four = 75 % | four in ten = 40 % | one out of 100 = 1 % | 1-in-5 = 20 %
1,234 ships = 1234 ship | 1,234,567 ships = 1234567 ship | 1 234 567 ships = 1234567 ship
1.234.567 ships = 1234567 ship | 12.5 ships = 12.5 ship | 0.5 ships = 0.5 ship | .5 ships = 0.5 ship
100k ships = 100000 ship | 100K ships = 100000 ship | 1.5m ships = 1500000 ship
1.5M ships = 1500000 ship | 2bn ships = 2000000000 ship | 2 bn ships = 2000000000 ship
2B ships = 2000000000 ship | 3tn ships = 3e+12 ship | 3 mn ships = 3000000 ship
5 mio ships = 5000000 ship | 2 million ships = 2000000 ship | 2-million-strong army = 2000000
5 thousand ships = 5000 ship | three million ships = 3000000 ship | 1.2 trillion ships = 1.2e+12 ship
5 lakh people = 500000 people | 2 crore people = 20000000 people | 1 quadrillion = 1e+15
10,000-plus ships = 10000 | 5% = 5 % | 5 % = 5 % | 5 percent = 5 % | 5 per cent = 5 % | 5 pct = 5 %
5 pc = 5 % | 5pc = 5 % | five percent = 5 % | five per cent = 5 % | twenty-five percent = 25 %
0.25 percent = 0.25 % | half a percent = 0.5 % | half a per cent = 0.5 % | half of 1% = 0.5 %
a quarter of a percent = 0.25 % | one and a half per cent = 1.5 % | a hundred percent = 100 %
one hundred per cent = 100 % | a hundred per cent = 100 % | -3% = -3 % | minus 3 percent = -3 %
+3% = 3 % | ten-percent rise = 10 % | a 10-percent rise = 10 % | a 10-per-cent rise = 10 % | 2½% = 2.5 %
2 1/2 percent = 2.5 % | 1/2% = 0.5 % | 0.5-percent = 0.5 % | two-thirds of a percent = 0.6666666667 %
100.0% = 100 % | 1,000% = 1000 % | three and a half percent = 3.5 % | five point two per cent = 5.2 %
zero percent = 0 % | %5 = 5 % | 5 Zimbabwean dollars = 5 ZWD | 500 lei = 500 lei
500 bolivars = 500 bolivar | 500 dirhams = 500 dirham | 500 kwacha = 500 kwacha | 500 CFA francs = 500 cfa
5 short tons = 5 short_ton | 5 megatonnes = 5 megametric_ton | 5 hPa = 5 hectopascal
5 megapixels = 5 megapixel | aged 35 = 35 | 3-4 per cent = 3.5 % | 3% to 4% = 3.5 % | 3%-4% = 3.5 %
between three and four per cent = 3.5 % | 5,000 to 6,000 people = 5500 people
nearly 500 people = 500 people | 500-odd people = 500 | some 500 people = 500 people
1,000+ people = 1000 | 500 or so people = 500 | one hundred three and two thirds = 103.6666667
a hundred and thirty-five and three quarters = 135.75 | two hundred point seven = 200.7
a trillion = 1e+12 | a hundred trillion = 1e+14 | an hundred = 100 | sixty-five thousandths = 0.065
a hundred million = 100000000 | three million and five = 3000005 | three dozen = 36 | 3 dozens = 36
ten dozens = 120 | half dozen = 6 | two hundred dozen = 2400 | 5 hundred = 500 | 5.5 hundred = 550
2.5 thousand = 2500 | 180.25K = 180250 | -1.1 = -1.1 | -2/3 = -0.6666666667 | +5 = 5 | 3 1/4 = 3.25
3 and 1/4 = 3.25 | five hundred twenty-three thousand = 523000
seven hundred sixty-one billion four million = 7.61004e+11 | forty two = 42 | forty-two = 42
two hundred and fifty thousand six hundred = 250600 | nine hundred thousand and eleven = 900011
twelve point zero five = 12.05 | three point one million = 3100000 | one hundred point five = 100.5
two point zero = 2 | 1,000.5 = 1000.5 | 10,000,000 = 10000000 | 1 000 = 1000 | 1'000 = 1000
1’000’000 = 1000000 | 0.08 = 0.08 | .08 = 0.08 | 00012 = 12 | 1.0 = 1 | one thousandth = 0.001
four ten-thousandths = 0.0004 | one hundred-thousandth = 1e-05 | five millionths = 5e-06
twenty-three thirtieths = 0.7666666667 | one twenty-fifth = 0.04 | a twentieth = 0.05
eleven sixteenths = 0.6875 | five and twenty-two hundredths = 5.22 | three hundred and one half = 300.5
three hundred and a half = 300.5 | fifty and a half = 50.5 | fifty-one and a quarter = 51.25
seven and five-eighths = 7.625 | one and seven tenths = 1.7 | zero = 0 | nought = 0
two million two hundred thousand and fifty = 2200050 | one million one = 1000001
half of a million = 500000 | a third of a million = 333333.3333 | two and a half billion = 2500000000
4 and a half million = 4500000 | 4½ million = 4500000 | 3/4 million = 750000
three-quarter million = 750000 | two hundred percent = 200 % | 100 percents = 100 %
ten percent points = 10 percentage_point | minus two percent = -2 % | a tenth of a percent = 0.1 %
thirty-three and a third percent = 33.33333333 % | two-tenths of a percentage point = 0.2 percentage_point
2/10 of a percent = 0.2 % | eighty-odd percent = 80 | 1 lakh = 100000 | 5 lakh crore = 5e+12
2 crores = 20000000 | five lakhs = 500000 | 10 mln = 10000000 | 3.4 bln = 3400000000
3 thousand 5 hundred = 3500 | 1 million 200 thousand = 1200000 | hundred thousand people = 100000 people
1,3 million = 1300000 | 3,5 % = 3.5 % | €12,50 = 12.5 EUR | € 1.200,50 = 1200.5 EUR | $5 CAD = 5 CAD
$5 Canadian = 5 CAD | 20 dlrs = 20 USD | 5 mln dlrs = 5000000 USD | 50 dollars 50 cents = 50.5 USD
three pounds and 20 pence = 3.2 GBP | two euros and fifty cents = 2.5 EUR
ten euros and five cents = 10.05 EUR | five dollars 25 = 5.25 USD | rupees 500 = 500 | Yen 500 = 500
pounds 500 = 500 | £5 billion-plus = 5000000000 GBP | a half-million dollars = 500000 USD
a half million dollars = 500000 USD | one-and-a-half million dollars = 1500000 USD
$1/2 million = 500000 USD | $2 1/2 million = 2500000 USD | $2½m = 2500000 USD
quarter of a million dollars = 250000 USD | 1-1/2 percent = 1.5 % | 1.5 million-pound = 1500000 GBP
a £1million fine = 1000000 GBP | £1million = 1000000 GBP | $3.5billion = 3500000000 USD
10million = 10000000 | $ .75 = 0.75 USD | $.75 = 0.75 USD | 0.75 USD = 0.75 USD
"""
MONEY = """
$5 = 5 USD | $ 5 = 5 USD | 5$ = 5 USD | 5 $ = 5 USD | $5.50 = 5.5 USD | $1,000 = 1000 USD
$1.5m = 1500000 USD | $1.5 m = 1500000 USD | $1.5 million = 1500000 USD | $1.5-million = 1500000 USD
$5bn = 5000000000 USD | $5B = 5000000000 USD | $5 B = 5000000000 USD | $5tn = 5e+12 USD
$5 trillion = 5e+12 USD | $100K = 100000 USD | $100,000 = 100000 USD | €3bn = 3000000000 EUR
€ 3 billion = 3000000000 EUR | 3 billion euros = 3000000000 EUR | 3bn euros = 3000000000 EUR
3 bn EUR = 3000000000 EUR | EUR 3bn = 3000000000 EUR | EUR3bn = 3000000000 EUR | 3€ = 3 EUR | 3 € = 3 EUR
£2.50 = 2.5 GBP | £2m = 2000000 GBP | 2 million pounds = 2000000 GBP | 2m pounds = 2000000 GBP
£500k = 500000 GBP | 50p = 0.5 GBP | 50 pence = 0.5 GBP | 25 euro cents = 0.25 EUR | five dollars = 5 USD
five hundred dollars = 500 USD | a million dollars = 1000000 USD | one dollar = 1 USD
half a million dollars = 500000 USD | half a billion euros = 500000000 EUR
two and a half million euros = 2500000 EUR | one euro = 1 EUR | a thousand euros = 1000 EUR
twenty bucks = 20 USD | 20 quid = 20 GBP | US$5 = 5 USD | US $5 = 5 USD | U.S.$5 = 5 USD | USD 5 = 5 USD
USD5 = 5 USD | 5 USD = 5 USD | 5 usd = 5 USD | usd 5 = 5 USD | C$5 = 5 CAD | CA$5 = 5 CAD | CAD 5 = 5 CAD
CAD$5 = 5 CAD | A$5 = 5 AUD | AU$5 = 5 AUD | AUD 5 = 5 AUD | NZ$5 = 5 NZD | HK$5 = 5 HKD | S$5 = 5 SGD
NT$5 = 5 TWD | R$5 = 5 BRL | Mex$5 = 5 MXN | J$5 = 5 JMD | 5 US dollars = 5 USD | 5 U.S. dollars = 5 USD
5 American dollars = 5 USD | 5 Canadian dollars = 5 CAD | 5 Hong Kong dollars = 5 HKD
5 Jamaican dollars = 5 JMD | 5 Namibian dollars = 5 NAD | 5 Fijian dollars = 5 FJD
5 Fiji dollars = 5 FJD | ¥500 = 500 JPY | 500 yen = 500 JPY | 500 Japanese yen = 500 JPY
JPY 500 = 500 JPY | 500 yuan = 500 CNY | RMB 500 = 500 CNY | 500 renminbi = 500 CNY | CNY 500 = 500 CNY
₹500 = 500 INR | Rs 500 = 500 INR | Rs. 500 = 500 INR | Rs.500 = 500 INR | 500 rupees = 500 INR
₹5 crore = 50000000 INR | Rs 5 lakh = 500000 INR | ₩500 = 500 KRW | 500 South Korean won = 500 KRW
₽500 = 500 RUB | 500 rubles = 500 RUB | 500 roubles = 500 RUB | 500 Swiss francs = 500 CHF
CHF 500 = 500 CHF | 500 Swedish kronor = 500 SEK | 500 Danish kroner = 500 DKK
500 Norwegian kroner = 500 NOK | SEK 500 = 500 SEK | 500 Czech koruna = 500 CZK | 500 zlotys = 500 PLN
500 zloty = 500 PLN | 500 forints = 500 HUF | 500 Hungarian forint = 500 HUF | 500 Romanian lei = 500 RON
500 Bulgarian lev = 500 BGN | 500 Turkish lira = 500 TRY | ₺500 = 500 TRY | 500 shekels = 500 ILS
₪500 = 500 ILS | 500 rand = 500 ZAR | 500 naira = 500 NGN | ₦500 = 500 NGN | 500 cedis = 500 GHS
500 Kenyan shillings = 500 KES | 500 Ugandan shillings = 500 UGX | KSh 500 = 500 KES | 500 baht = 500 THB
500 ringgit = 500 MYR | RM500 = 500 MYR | 500 rupiah = 500 IDR | Rp 500 = 500 IDR | ₱500 = 500 PHP
500 Philippine pesos = 500 PHP | 500 Mexican pesos = 500 MXN | 500 Argentine pesos = 500 ARS
500 Chilean pesos = 500 CLP | 500 Brazilian reais = 500 BRL | 500 reais = 500 BRL
500 Saudi riyals = 500 SAR | 500 Qatari riyals = 500 QAR | 500 Iranian rials = 500 IRR
500 Omani rials = 500 OMR | 500 UAE dirhams = 500 AED | 500 Emirati dirhams = 500 AED | AED 500 = 500 AED
500 Kuwaiti dinars = 500 KWD | 500 Iraqi dinars = 500 IQD | 500 Jordanian dinars = 500 JOD
500 Egyptian pounds = 500 EGP | 500 Syrian pounds = 500 SYP | 500 Pakistani rupees = 500 PKR
500 Sri Lankan rupees = 500 LKR | 500 taka = 500 BDT | 500 hryvnias = 500 UAH | 500 tenge = 500 KZT
500 birr = 500 ETB | 500 afghanis = 500 AFN | 500 bitcoins = 500 BTC | 500 bitcoin = 500 BTC | ₿5 = 5 BTC
BTC 5 = 5 BTC | 500 pounds sterling = 500 GBP | GBP 500 = 500 GBP | 500 GBP = 500 GBP
500 sterling = 500 GBP | 500 Icelandic krona = 500 ISK | 500 Deutsche Marks = 500 DEM
500 German marks = 500 DEM | 500 French francs = 500 FRF | 500 Italian lire = 500 ITL | -$5 = -5 USD
$-5 = -5 USD | minus $5 million = -5000000 USD | ($5) = 5 USD | $5 and 20 cents = 5.2 USD
five dollars and twenty cents = 5.2 USD | £5 and 50 pence = 5.5 GBP | a $5-a-day fee = 5 USD
a $5 million-a-year deal = 5000000 USD | $3-5 million = 4000000 USD
$3 million to $5 million = 4000000 USD | between $3 million and $5 million = 4000000 USD
$3m-$5m = 4000000 USD | $1.2 billion = 1200000000 USD | US$1.2bn = 1200000000 USD
1.2 billion US dollars = 1200000000 USD | 1.2 billion dollars = 1200000000 USD
1.2bn dollars = 1200000000 USD | a two-dollar bill = 2 USD | a 100-dollar bill = 100 USD
ten thousand dollars = 10000 USD | a hundred thousand dollars = 100000 USD | hundred dollars = 100 USD
$5 hundred = 500 USD | $ 5 thousand = 5000 USD | USD 5 million = 5000000 USD | US dollar 5 = 5 USD
dollars 5 = 5 USD | 5 million USD = 5000000 USD | 5M USD = 5000000 USD | $10 a barrel = 10 USD
$10/barrel = 10 USD | €10 per hour = 10 EUR | €1.234,56 = 1234.56 EUR
"""
UNITS = """
-40 degrees = -40 degree | −40 °F = -40 degree_Fahrenheit | minus 12 degrees Celsius = -12 degree_Celsius
3 3/4 miles = 3.75 mile | ½ mile = 0.5 mile | 1½ miles = 1.5 mile | 1 ½ miles = 1.5 mile
3.5 percentage points = 3.5 percentage_point | 25 basis points = 25 basis_point | 25bps = 25 basis_point
25 bps = 25 basis_point | 25bp = 25 basis_point | 5 percentage point = 5 percentage_point
5 km = 5 kilometer | 5km = 5 kilometer | 5-km = 5 kilometer | 5 kilometres = 5 kilometer
a 5-kilometre race = 5 kilometer | five kilometers = 5 kilometer | 5 kms = 5 kilometer
5 m tall = 5 meter | 5 metres = 5 meter | 5 meters = 5 meter | 100m sprint = 100 meter
5 cm = 5 centimeter | 5mm = 5 millimeter | 5 miles = 5 mile | 5-mile = 5 mile | five miles = 5 mile
half a mile = 0.5 mile | a mile and a half = 1.5 mile | 5 yards = 5 yard | 5 yd = 5 yard | 6 feet = 6 foot
6-foot = 6 foot | 6 ft = 6 foot | 6ft = 6 foot | 6 feet 2 inches = 6.166666667 foot
6ft 2in = 6.166666667 foot | 6-foot-2 = 6.166666667 foot | a 12-inch pipe = 12 inch | 12 inches = 12 inch
5 nautical miles = 5 nautical_mile | 5 light years = 5 light_year | 5 light-years = 5 light_year
5 square miles = 5 mile**2 | 5 square kilometres = 5 kilometer**2 | 5 sq km = 5 kilometer**2
5 km² = 5 kilometer**2 | 5 km2 = 5 kilometer**2 | 5 m² = 5 meter**2 | 5 square metres = 5 meter**2
5 sq. ft. = 5 foot**2 | 500 square feet = 500 foot**2 | 500 square-foot = 500 foot**2
500-square-foot = 500 foot**2 | 5 acres = 5 acre | a 5-acre site = 5 acre | 5 hectares = 5 hectare
5ha = 5 hectare | 5 cubic metres = 5 meter**3 | 5 m³ = 5 meter**3 | 5 m3 = 5 meter**3
5 cubic feet = 5 foot**3 | 5 litres = 5 liter | 5 liters = 5 liter | 5 l = 5 liter | 5L = 5 liter
5 ml = 5 milliliter | 5 cl = 5 centiliter | 5 gallons = 5 gallon | 5 barrels = 5 barrel | 5 pints = 5 pint
5 quarts = 5 quart | 5 fluid ounces = 5 fluid_ounce | 5 fl oz = 5 fluid_ounce | 5 cups = 5 cup
5 bushels = 5 bushel | 5 kg = 5 kilogram | 5kg = 5 kilogram | 5 kilos = 5 kilogram
5 kilograms = 5 kilogram | 5 g = 5 gram | 5g of salt = 5 gram | 5 grams = 5 gram | 5 mg = 5 milligram
5 micrograms = 5 microgram | 5 pounds = 5 pound | 5 lbs = 5 pound | 5lb = 5 pound | 5 ounces = 5 ounce
5 oz = 5 ounce | 5 stone = 5 stone | 5 tons = 5 ton | 5 tonnes = 5 metric_ton
5 metric tons = 5 metric_ton | 5 metric tonnes = 5 metric_ton | 5 kilotons = 5 kiloton
5 million tonnes = 5000000 metric_ton | 5 carats = 5 carat | 50 km/h = 50 kilometer/hour
50 kmh = 50 kilometer/hour | 50 kph = 50 kilometer/hour | 50 kilometres per hour = 50 kilometer/hour
50 kilometers an hour = 50 kilometer/hour | 50 mph = 50 mile/hour | 50 miles per hour = 50 mile/hour
50 miles an hour = 50 mile/hour | 50 m/s = 50 meter/second | 50 metres per second = 50 meter/second
50 knots = 50 knot | 50 feet per second = 50 foot/second | 50 ft/s = 50 foot/second
50 km per hour = 50 kilometer/hour | 50 km per second = 50 kilometer/second | 20 °C = 20 degree_Celsius
20°C = 20 degree_Celsius | 20 degrees Celsius = 20 degree_Celsius | 20 degrees C = 20 degree_Celsius
20 degrees Fahrenheit = 20 degree_Fahrenheit | 20 degrees = 20 degree | 20 Celsius = 20 degree_Celsius
300 kelvin = 300 kelvin | 5 watts = 5 watt | 5 W = 5 watt | 5 kW = 5 kilowatt | 5 MW = 5 megawatt
500MW = 500 megawatt | 5 GW = 5 gigawatt | 5 kWh = 5 kilowatt_hour | 5 kilowatt-hours = 5 kilowatt_hour
5 kilowatt hours = 5 kilowatt_hour | 5 megawatts = 5 megawatt | 5 terawatt-hours = 5 terawatt_hour
5 joules = 5 joule | 5 kilojoules = 5 kilojoule | 5 megajoules = 5 megajoule | 5 calories = 5 calorie
5 horsepower = 5 horsepower | 5 hp = 5 horsepower | 5 volts = 5 volt | 5 V = 5 volt
5 kilovolts = 5 kilovolt | 5 amps = 5 ampere | 5 ohms = 5 ohm | 5 hertz = 5 hertz | 5 Hz = 5 hertz
5 kHz = 5 kilohertz | 5 MHz = 5 megahertz | 5 GHz = 5 gigahertz | 5 decibels = 5 decibel
5 dB = 5 decibel | 5 newtons = 5 newton | 5 pascals = 5 pascal | 5 kPa = 5 kilopascal | 5 bar = 5 bar
5 millibars = 5 millibar | 5 psi = 5 psi | 5 atmospheres = 5 atmosphere | 5 becquerels = 5 becquerel
5 sieverts = 5 sievert | 5 millisieverts = 5 millisievert | 5 bytes = 5 byte | 5 KB = 5 kilobyte
5 MB = 5 megabyte | 5GB = 5 gigabyte | 5 TB = 5 terabyte | 5 gigabytes = 5 gigabyte
5 megabits = 5 megabit | 5 Mbps = 5 megabit/second | 5 megabits per second = 5 megabit/second
5 Gbps = 5 gigabit/second | 5 kbps = 5 kilobit/second | 5 Mbit/s = 5 megabit/second
5 MB/s = 5 megabyte/second | 5 seconds = 5 second | 5 secs = 5 second | 5 minutes = 5 minute
5 mins = 5 minute | five minutes = 5 minute | 5 hours = 5 hour | 5 hrs = 5 hour | half an hour = 0.5 hour
an hour and a half = 1.5 hour | two and a half hours = 2.5 hour | 2½ hours = 2.5 hour | 5 days = 5 day
a 5-day trip = 5 day | five weeks = 5 week | 5 months = 5 month | 18-month = 18 month | 5 years = 5 year
five-year = 5 year | two decades = 2 decade | three centuries = 3 century | 5 fortnights = 5 fortnight
a 35-year-old = 35 year | 35 years old = 35 year | the 35-year-old man = 35 year | 5 ms = 5 millisecond
5 milliseconds = 5 millisecond | 5 nanoseconds = 5 nanosecond | 5 microseconds = 5 microsecond
5-10 km = 7.5 kilometer | 5 to 10 km = 7.5 kilometer | 5 – 10 km = 7.5 kilometer
between 5 and 10 km = 7.5 kilometer | 5km-10km = 7.5 kilometer | twice = 2 time | three times = 3 time
a fivefold rise = 5 time | ten-fold = 10 time | 1.5 times = 1.5 time | twice as many = 2 time
thrice = 3 time
"""
MORE = """
one hundred and twenty-three = 123 | there were one hundred thousand and one of them = 100001
seventy-five hundred = 7500 | nineteen hundred people = 1900 people
two hundred thousand and fifty = 200050 | five and a half = 5.5 | five and one half = 5.5
5 and a half = 5.5 | 5 1/2 = 5.5 | 1/2 = 0.5 | 1/8 = 0.125 | 5/8 of an inch = 0.625 inch
three over four = 75 % | five over eight = 62.5 % | three over two = 150 % | 2 over 3 = 66.66666667 %
one fourth = 0.25 | three fourths = 0.75 | a fourth = 0.25 | one fifth = 0.2
five sixths = 0.8333333333 | a hundredth = 0.01 | one ten-thousandth = 0.0001 | twenty hundredths = 0.2
twenty-one hundredths = 0.21 | one hundred thirty-five and three tenths = 135.3
thirteen and two hundredths = 13.02 | one and thirty-five hundredths = 1.35 | five eighths = 0.625
ten twelfths = 0.8333333333 | 1.5k = 1500 | 15K = 15000 | 200k people = 200000 people | 3.2M = 3200000
3.2 M = 3200000 | 1.2b = 1200000000 | 3 million and a half = 3500000 | 3.5 thousands = 3500
two thousands = 2000 | a dozen = 12 | 5 dozen = 60 | 2 dozens = 24 | a dozen and a half = 18
one and a half dozen = 18 | 1,000 = 1000 | 1 000 000 = 1000000 | 1,000,000.50 = 1000000.5
1.000.000 = 1000000 | 1.000,50 = 1000.5 | 1'000'000 = 1000000 | -5 = -5 | (5) = 5 | +7 = 7
negative 5 = -5 | minus seventy-five = -75 | negative twenty-one point five = -21.5
zero point two five = 0.25 | oh point five = 0.5 | one point one million = 1100000
fifty-five point five thousand = 55500 | a third of the vote = 33.33333333 %
three-fifths of members = 60 % | 3/5ths of members = 60 % | 2/3rds of members = 66.66666667 %
two out of three = 66.66666667 % | 5 out of 10 = 50 % | 1 out of 4 = 25 % | nine in ten = 90 %
99 in 100 = 99 % | 5 in every 6 = 83.33333333 % | 1 in 100,000 = 0.001 % | one in a million = 0.0001 %
one in a hundred = 1 % | one in a thousand = 0.1 % | one in 1,000 = 0.1 % | six per thousand = 6
12.5 percent = 12.5 % | 12.5 per cent = 12.5 % | 12.5 % = 12.5 % | 12,5% = 12.5 % | half percent = 0.5 %
half-percent = 0.5 % | half a percentage point = 0.5 percentage_point | one half percent = 0.5 %
one-half of one percent = 0.5 % | three-quarters of one percent = 0.75 % | a quarter percent = 0.25 %
quarter of one percent = 0.25 % | ten percent = 10 % | ten pct = 10 % | ten pc = 10 %
hundred percent = 100 % | one hundred and twenty percent = 120 % | a thousand percent = 1000 %
one percent = 1 % | 1 percent = 1 % | 1 1/2 % = 1.5 % | 20-25 percent = 22.5 % | 20% to 25% = 22.5 %
20%-25% = 22.5 % | forty-five per hundred = 45 | 2 per mille = 2 | 5‰ = 5
two point five percent = 2.5 % | two and a half percent = 2.5 % | two and one-half percent = 2.5 %
-12% = -12 % | negative twelve percent = -12 % | down 12% = 12 % | 2 percents = 2 %
100 percentages = 100 % | 30 percentage = 30 % | 5,6 = 5.6 | 500,000,000 = 500000000
one million two hundred thousand three hundred four = 1200304 | two hundred and three thousand = 203000
one hundred and three thousand = 103000 | fifteen hundred thousand = 1500000
four hundred million trillion = 4e+20 | a hundred and fifty = 150 | hundred and fifty = 150
a million and one = 1000001 | a billion two hundred million = 1200000000 | 5 millions = 5000000
5.25 crore = 52500000 | 1.5 lakhs = 150000 | 1/3 = 0.3333333333 | 1 over 3 = 33.33333333 %
twenty-five over a hundred = 25 % | ⅓ = 0.3333333333 | 1⅓ = 1.333333333 | 10 ½ = 10.5
30 thousand = 30000 | 30,000 thousand = 30000000 | 1.23 million = 1230000 | .75 million = 750000
.5% = 0.5 % | one thousand, two hundred and one = 1201 | two thousand and eighteen ships = 2018 ship
five-hundred = 500 | one-hundred-and-five = 105 | twenty five thousand = 25000
twenty-five-thousand = 25000 | three hundredths of a second = 0.03 second | eleven = 11
seven people = 7 people | eighty-eight keys = 88 key | one half = 0.5 | a half = 0.5 | two halves = 1
one quarter = 0.25 | three quarter = 0.75 | five quarters = 1.25 | one-third = 0.3333333333
two to three people = 2.5 people | five of them were held = 5 | all twelve were found = 12
the two of them = 2 | 2 dollars and 50 cents = 2.5 USD | 2 dollars 50 cents = 2.5 USD
two dollars fifty = 2.5 USD | ten pounds and fifty pence = 10.5 GBP | £10 and 50p = 10.5 GBP
five euro and 20 cent = 5.2 EUR | 5 euros, 20 cents = 5.2 EUR | one rupee and 50 paise = 1.5 INR
3 yuan and 5 jiao = 3.5 CNY | 1 dollar and 5 cents = 1.05 USD
2 million dollars and 50 cents = 2000000.5 USD | 10 swiss francs and 50 centimes = 10.5 CHF
5 rubles and 30 kopecks = 5.3 RUB | 75 cents = 75 cent | 75¢ = 75 cent | ten pence = 0.1 GBP
fifty cents = 50 cent | 99p = 0.99 GBP | u.s. dollars 5 = 5 USD | 5 u.s. dollars = 5 USD
5 us dollars = 5 USD | 5 United States dollars = 5 USD | US dollars 5 = 5 USD | usd5 = 5 USD
5 czk = 5 CZK | 100 inr = 100 INR | 100 pkr = 100 PKR | aed 100 = 100 AED | 5 sek = 5 SEK
SEK5bn = 5000000000 SEK | Nkr500 = 500 NOK | SKr500m = 500000000 SEK | DKr 500 = 500 DKK
SFr500 = 500 CHF | Dhs 500 = 500 AED | Php 500 = 500 PHP | PhP500 = 500 PHP | Ksh500 = 500 KES
Tsh 500 = 500 TZS | L$500 = 500 LRD | Z$500 = 500 ZWD | B$500 = 500 BSD | TT$500 = 500 TTD
EC$500 = 500 XCD | Bds$500 = 500 BBD | GY$500 = 500 GYD | F$500 = 500 FJD | CI$500 = 500 KYD
N$500 = 500 NAD | MOP$500 = 500 MOP | WS$500 = 500 WST | RMB500 = 500 CNY
RMB 500 million = 500000000 CNY | CN¥500 = 500 CNY | JP¥500 = 500 JPY | ￥500 = 500 CNY | 500元 = 500 CNY
500円 = 500 JPY | Australian $5 = 5 AUD | Hong Kong $5 = 5 HKD | Canadian $ 5 million = 5000000 CAD
5 hk$ = 5 HKD | 5 US$ = 5 USD | 5 C$ = 5 CAD | GH₵500 = 500 GHS | GH¢500 = 500 GHS | S/ 500 = 500 PEN
S/.500 = 500 PEN | 500 Japan yen = 500 JPY | 500 Hungary forints = 500 HUF
500 Costa Rica colones = 500 CRC | 500 Egypt pounds = 500 EGP | 500 lek = 500 ALL | 500 pula = 500 BWP
500 Tongan paanga = 500 TOP | 500 pa'anga = 500 TOP | 500 Cuban convertible pesos = 500 CUC
500 Jersey pounds = 500 JEP | 500 cents = 500 cent | 500 satang = 500 satang | five-dollar bill = 5 USD
a 50-euro note = 50 EUR | a fifty-euro note = 50 EUR | $5-10 = 7.5 USD | $5 to $10 = 7.5 USD
between $5 and $10 = 7.5 USD | $5-$10 million = 7500000 USD | $2.5 to $3 billion = 2750000000 USD
$1,234.56 = 1234.56 USD | $1.234.567 = 1234567 USD | $.50 = 0.5 USD | $0.50 = 0.5 USD | USD$5 = 5 USD
$5USD = 5 USD | $5 USD = 5 USD | US 5 dollars = 5 USD | 5 dollars US = 5 USD | 5 dollar = 5 USD
5-dollar = 5 USD | $5mm = 5000000 USD | $5 MM = 5000000 USD | $5 thousand = 5000 USD
$five million = 5000000 USD | $ five million = 5000000 USD | £ two hundred = 200 GBP
half a dollar = 0.5 USD | two and a half dollars = 2.5 USD | two dollars and a half = 2.5 USD
a million US dollars = 1000000 USD | hundred million dollars = 100000000 USD
one hundred bucks = 100 USD | 5k dollars = 5000 USD | five million pound sterling = 5000000 GBP
5 million pound-sterling = 5000000 GBP | 2.4 billion Nigerian naira = 2400000000 NGN
Rs 10 cr = 100000000 INR | Rs. 10,000/- = 10000 INR | Rs10 = 10 INR | INR 10 = 10 INR | 10 Rs = 10 INR
US-$5 = 5 USD | $ -5 = -5 USD | 500 South African rands = 500 ZAR | R500m = 500000000 ZAR
R 1,500 = 1500 ZAR | 5 sq m = 5 meter**2 | 500 sqm = 500 meter**2 | 500 sq. m = 500 meter**2
500 sq metres = 500 meter**2 | 500 sq mi = 500 mile**2 | 5 sq in = 5 inch**2 | 500 sqft = 500 foot**2
500 sq.ft. = 500 foot**2 | 500 ft2 = 500 foot**2 | 500 ft² = 500 foot**2 | 5 square inches = 5 inch**2
5 square yards = 5 yard**2 | 5 square cm = 5 centimeter**2 | 5 cm2 = 5 centimeter**2
5 km^2 = 5 kilometer**2 | 5 m^3 = 5 meter**3 | 5 cu ft = 5 foot**3 | 5 cu. ft. = 5 foot**3
5 cubic yards = 5 yard**3 | 5 cubic centimeters = 5 centimeter**3 | 5 cubic inches = 5 inch**3
5 cubic miles = 5 mile**3 | 5 square meter = 5 meter**2 | ten acres = 10 acre | 5 hectare = 5 hectare
5 kilo meters = 5 kilometer | 5 kilo-meters = 5 kilometer | 5 centi meters = 5 centimeter
5 mega bytes = 5 megabyte | 5 kilo bytes = 5 kilobyte | 5 giga bits = 5 gigabit
5 hectometers = 5 hectometer | 5 decameters = 5 decameter | 5 dekameters = 5 decameter
5 hm = 5 hectometer | 5 picometers = 5 picometer | 5 pbit = 5 petabit | 5 petabits = 5 petabit
5 kbyte = 5 kilobyte | 5 mbyte = 5 megabyte | 5 gbyte = 5 gigabyte | 5 mbit = 5 megabit
5 kb = 5 kilobyte | 5 KiB = 5 kibibyte | 5 MiB = 5 mebibyte | 5 mm = 5 millimeter
5 microns = 5 micrometer | 5 mils = 5 mil | 5 mi. = 5 mile | 5 mi = 5 mile
6 ft. 2 in. = 6.166666667 foot | six feet two inches = 6.166666667 foot
six foot two = 6.166666667 foot | 6 foot 2 = 6.166666667 foot | five-foot-ten = 5.833333333 foot
5 feet = 5 foot | 5 km per hour = 5 kilometer/hour | 5 km/hr = 5 kilometer/hour
5 km/s = 5 kilometer/second | 5 kilometers per minute = 5 kilometer/minute
5 meters/second = 5 meter/second | 5 m per second = 5 meter/second | 5 miles/hour = 5 mile/hour
5 mi/h = 5 mile/hour | 5 m.p.h. = 5 mile/hour | 5 fps = 5 foot/second | 5 feet a second = 5 foot/second
5 kn = 5 knot | 5 kts = 5 knot | 5 knots an hour = 5 knot | 5 yards per minute = 5 yard/minute
5 feet per minute = 5 foot/minute | 5 km per sec = 5 kilometer/second
5 miles per second = 5 mile/second | 5 inches per hour = 5 inch/hour | 5 mm per hour = 5 millimeter/hour
5 mm/h = 5 millimeter/hour | 5 cc = 5 centimeter**3 | 5 milliliters = 5 milliliter | 5 dl = 5 deciliter
5 decaliters = 5 decaliter | 5 kiloliters = 5 kiloliter | 5 US gallons = 5 gallon
5 imperial gallons = 5 imperial_gallon | 5 fl. oz. = 5 fluid_ounce | 5 fluid oz = 5 fluid_ounce
5 tbsp. = 5 tablespoon | 5 tsps = 5 teaspoon | 5 pecks = 5 peck | 5 gills = 5 gill | 5 cords = 5 cord
5 kilogrammes = 5 kilogram | 5 kilo grams = 5 kilogram | 5 kilo = 5 kilogram | 5 gr = 5 gram
5 grs = 5 gram | 5 mgs = 5 milligram | 5 lb. = 5 pound | 5 lbs. = 5 pound | 5 oz. = 5 ounce
5 hundredweight = 5 hundredweight | 5 grains = 5 grain | 5 quintals = 5 quintal
5 decagrams = 5 decagram | 5 metric ton = 5 metric_ton | 5 long tons = 5 long_ton | 5 kt = 5 knot
5 degrees = 5 degree | 20 degs = 20 degree | 20 deg C = 20 degree_Celsius
20 deg. C = 20 degree_Celsius | 20 degrees celcius = 20 degree_Celsius
20 degs celsius = 20 degree_Celsius | 20 °c = 20 degree_Celsius | 20 ° C = 20 degree_Celsius
20° celsius = 20 degree_Celsius | 68 degrees farenheit = 68 degree_Fahrenheit
68°F = 68 degree_Fahrenheit | 20-degree = 20 degree | 273 degrees Kelvin = 273 kelvin | minus 20C = -20
5 mbps = 5 megabit/second | 5 Mb/s = 5 megabit/second | 5 megabytes per second = 5 megabyte/second
5 mb = 5 megabyte | 5 terabits = 5 terabit | 5 exabytes = 5 exabyte | 5 zettabytes = 5 zettabyte
5 GWh = 5 gigawatt_hour | 5 gigawatt-hours = 5 gigawatt_hour | 5 mW = 5 milliwatt
5 kilowatts = 5 kilowatt | 5 parsecs = 5 parsec | 5 light-year = 5 light_year | 5 furlongs = 5 furlong
5 fathoms = 5 fathom | 5 hands = 5 hand | 5 mph = 5 mile/hour | ten thousand square feet = 10000 foot**2
two and a half acres = 2.5 acre | half an acre = 0.5 acre | half a kilometre = 0.5 kilometer
one mile = 1 mile | a million miles = 1000000 mile | a half mile = 0.5 mile | a quarter mile = 0.25 mile
quarter-mile = 0.25 mile | three-quarter mile = 0.75 mile | 1/4 mile = 0.25 mile | 2-1/2 inch = 2.5 inch
3 1/2-inch = 3.5 inch | three-and-a-half-inch = 3.5 inch | two-mile-long = 2 mile
it is 50m from here = 50 meter | 100 m = 100 meter | 10m underwater = 10 meter | the 5m pool = 5 meter
a 30m drop = 30 meter | 30m people = 30000000 people | 3 yrs = 3 year | 3 yr = 3 year | 3 wks = 3 week
45 sec = 45 second | ten-year-old = 10 year | ten years old = 10 year | 10 months old = 10 month
10 y/o = 10 | 10 year old = 10 year | aged ten = 10 | 30 days of age = 30 day
"""
NEWS = """
a couple of dozen protesters = 24 protester | a couple hundred people = 200 people
couple of million dollars = 2000000 USD | 5 feet, 10 inches = 5.833333333 foot
11st 6lb = 11.42857143 stone | six pounds, seven ounces = 6.4375 pound | 6lb 7oz = 6.4375 pound
3 hours 20 minutes = 3.333333333 hour | 2h 30m = 2.5 hour | 2 hours, 6 minutes and 36 seconds = 2.11 hour
five years and three months = 5.25 year | two days and 30 hours = 2 day; 30 hour | 5 days, 8 hours a day = 5 day; 8 hour | 30 mpg = 30 mile/gallon
5 feet, 10 people = 5 foot; 10 people | 35 micrograms per cubic metre = 35 microgram/meter**3
120 g/km = 120 gram/kilometer | 400 parts per million = 400 ppm | 400ppm = 400 ppm
5 troy ounces = 5 troy_ounce | 5 US pints = 5 pint | 120 mmHg = 120 mmHg | 5 KM = 5 kilometer
5 Kg = 5 kilogram | 5 k.p.h. = 5 kilometer/hour | 8in = 8 inch | 9.58s = 9.58 second
5m x 6m = 5 meter; 6 meter | 5ft 4in (1.63m) = 5.333333333 foot; 1.63 meter | 10x the price = 10 time
a 4x4 = 4 | 3 x 10^8 m/s = 300000000 meter/second | 6.02 × 10²³ = 6.02e+23 | 10⁶ cells = 1000000 cell
1.2e-5 = 1.2e-05 | 4 x 10⁻³ = 0.004 | 1⁄2 = 0.5 | 1 1⁄2 miles = 1.5 mile | 1/1000 = 0.001
1 in 10,000 = 0.01 % | two in five hundreds = 0.4 % | 1/10,000 = 0.0001 | 1 234 567.89 = 1234567.89 | 12 345,67 = 12345.67
1'234'567.89 = 1234567.89 | 0.75 of a percentage point = 0.75 percentage_point | 0.2 of one percent = 0.2 %
point five percent = 0.5 % | one-point-five million = 1500000 | one point twenty five = 1.25
plus or minus 3 percentage points = 3 percentage_point | +/-3% = 3 % | ±3% = 3 % | -½ = -0.5 | -.5 = -0.5
5 p.c. = 5 % | five lac people = 500000 people | five quintillion = 5e+18 | 2-3 million people = 2500000 people
10 to 12 million people = 11000000 people | between ten and twelve million people = 11000000 people
five to ten million dollars = 7500000 USD | two or three hundred people = 250 people
one to two hundred people = 150 people | one-to-two hundred people = 150 people
fifteen-to-twenty percent = 17.5 % | $50-60 there = 55 USD | $700-800k = 750000 USD
from two to three million = 2000000; 3000000 | from 300 to 2 million = 300; 2000000
5,000-6,000 troops = 5500 troop | 20-91 members = 20 | 5 US cents = 5 cent | $1.2 million Canadian = 1200000 CAD
$5 (Australian) = 5 AUD | a $5 Canadian stamp = 5 USD | 1.2 trillion won = 1.2e+12 KRW
5,000 dong = 5000 VND | N1.2 billion = 1200000000 NGN | QR1.2 billion = 1200000000 QAR
NIS 1.2 billion = 1200000000 ILS | 1.2 billion TL = 1200000000 TRY | E£5 = 5 EGP | Kč5m = 5000000 CZK
$US5 million = 5000000 USD | $A5 = 5 AUD | $NZ5 = 5 NZD | $1.9T = 1.9e+12 USD | £2.20p = 2.2 GBP
10 rs = 10 INR | 10 UK pounds = 10 GBP | 10 Guatemalan quetzales = 10 GTQ | 10 Malian francs = 10 MLF
"""

PASTED = """
minus three over 8 = -37.5 % | negative seven over 25 = -28 % | plus or minus three over 8 = 37.5 %
rooms 31,33,37,42 = 31; 33; 37; 42 | pages 7,9,12 = 7; 9; 12 | items 98,104,1206 = 98; 104; 1206
13,250,000 people = 13250000 people | 12,34,567 rupees = 1234567 INR | a pair 22,24 = 22.24
sixty   four ships = 64 ship | two  hundred   and  five ships = 205 ship | 415 hundred people = 41500 people
four hundred and three dozen eggs = 436 egg | two hundred dozen eggs = 2400 egg
$415 hundred = 41500 USD | 1000 hundred = 1000 hundred | 3.47 k followers = 3470 follower | a 5.2 k run = 5.2
30 dollar 25 rmb = 30 USD; 25 CNY | 12 rmb 30 usd = 12 CNY; 30 USD | 20 dollars 15 people = 20 USD; 15 people
a 1 $ 20 dollars note = 1; 20 USD | 4 USD25 cards = 4; 25 USD | 5 $ 6 $ = 5 USD; 6 USD
12 USD 30 = 12.3 USD | 12 euros 30 = 12.3 EUR | 12 USD 30 years ago = 12 USD | 5 USD 20 EUR = 5 USD; 20 EUR
a tube 8 " long = 8 inch | a 12 " by 14 " frame = 12 inch; 14 inch | 12" x 14" = 12 inch; 14 inch
2½" thick = 2.5 inch | the “Formula 12” long gone = 12 | the "Formula 12" long gone = 12 | a "12" = 12
4 feet and 7 inches = 4.583333333 foot | four feet and seven inches = 4.583333333 foot | 4 feet and 7 people = 4 foot; 7 people
5~6% = 5.5 % | $5~6 million = 5500000 USD | ~15 people = 15 people | 6ft 2ins = 6.166666667 foot
a magnitude-6.1 quake = 6.1 magnitude | a magnitude 6.1 earthquake = 6.1 magnitude | a 6.1-magnitude quake = 6.1 magnitude
a magnitude of 6.1 = 6.1 magnitude | a 12-by-15-foot room = 12; 15 foot | a 9x11-foot cell = 9; 11 foot | a 6.1 quake = 6.1 magnitude
a 12"x14" frame = 12 inch; 14 inch | the 4x100m relay = 4; 100 meter | a 3x5 card = 3
the index of 500 rose 1% = 500; 1 % | –0.3% = -0.3 % | 2019–20 = | 40 million HK dollars = 40000000 HKD
5 NZ dollars = 5 NZD | 10-15,000 people = 12500 people | $10-15,000 = 12500 USD | 2-15,000 people = 2
the 1,500m final = 1500 meter | 5,000 cubic feet per second = 5000 foot**3/second | 75 ug/m3 = 75 microgram/meter**3
a cold 104 F (40 C) = 104 degree_Fahrenheit; 40 degree_Celsius | a cold 20C-25C = 22.5 degree_Celsius
a C-5 plane = | a 5G network = | 3D films = | 5 g of salt = 5 gram
damage ranging from 45% to 60% = 52.5 % | a rise from 45% to 60% = 45 %; 60 % | Act No. 7966 expired = 7966 | Flight 752 crashed = 752 | Boeing 737 jets = 737 | a flight of 752 miles = 752 mile
"""
PARTS = """
ninety - five people = 95 people | minus ninety - five hundred fifths = -1900 | twenty - five to thirty - five % = 30 %
fifty - five of them children - died = 50; 5 | two hundred three fifths = 40.6 | two hundred and three fifths = 200.6
one million two thousand two hundred three fifths = 200440.6 | one one hundred fifth = 0.009523809524
two one hundred and fifths = 0.01904761905 | one one-thousandth of an inch = 0.001 inch
one two-hundredth of the cost = 0.5 % | one five-hundredth = 0.002 | two-third of the seats = 66.66666667 %
two third graders = 2 third | the two-hundredth match = | its one millionth car = | the 100 millionth visitor =
a five-hundredth of a second = | the five hundred thousandth guest = | the one third that voted = 0.3333333333
4 thousand 3 hundred and 0 = 4300; 0 | 2000 over 3 = 66666.66667 % | 15 USD 50 more = 15.5 USD
15 USD 50 more people = 15 USD; 50
"""
LENGTHS = """
1m is equal to 10 dm = 1 meter; 10 decimeter | a wall 1.8m (6ft) high = 1.8 meter; 6 foot
a 3.5m (11ft 6in) wall = 3.5 meter; 11.5 foot | a gap of 2m and 50cm = 2 meter; 50 centimeter
50cm to 1m = 50 centimeter; 1 meter | 1m or 2 miles = 1 meter; 2 mile | 2m of snow = 2 meter
stay 1m to 2m apart = 1.5 meter | between 1m and 2m apart = 1.5 meter | 100m in 9.8 seconds = 100 meter; 9.8 second
raised $2m in 10 seconds = 2000000 USD; 10 second | sold 2m to 3m cars = 2500000 car | 1.4m (2 in 3) = 1400000; 66.66666667 %
£1.8m (6ft) = 1800000 GBP; 6 foot | a bag weighing 5 pounds for £300 = 5 pound; 300 GBP
a fish of 40 pounds (18kg) for £3,000 = 40 pound; 18 kilogram; 3000 GBP | weighing one drachma = 1 dram
one drachma = 1 GRD | it cost 300 pounds, or £300 = 300 GBP; 300 GBP | a 1,200m runway = 1200 meter
the women's 100m = 100 meter
"""
AGENCIES = """
between 1 million and 2 million = 1500000 | two million and three million = 2000000; 3000000
5 thousand and 6 thousand = 5000; 6000 | 1 million and 2 others = 1000002 other | 3 million and 5 thousand = 3005000
a rise of 3p to 145p = 0.74 GBP | gained 3p to 145p = 0.03 GBP; 1.45 GBP | rose 0.2% to 5.1% = 0.2 %; 5.1 %
rose 2% to 5% = 3.5 % | gained $2 to $50 = 2 USD; 50 USD | won by 52-48 percent = 52 %; 48 %
48 to 52 percent = 50 % | a majority of 80 = 80 | a majority of two = 2 | a majority of 172 seats = 172 seat
a majority of voters = 50 % | most of 20 people = 50 %; 20 people | half a million pounds = 500000 GBP
1,200 mostly civilians = 1200 | 1.5 million bpd = 1500000 barrel | at 7pm = 7 pm | at 7 p.m. or 9 a.m. = 7 pm; 9 am
from 9am to 5pm = 9 am; 5 pm | at 7.30pm = 7.3 pm | at 221B Baker Street = | a pressure of 120 over 80 = 120; 80
2b people = 2000000000 people | call +44 20 7946 0018 = | call 0800 123 4567 = | call (555) 123-4567 or 555-123-4567 =
+12 345 678 people = 12345678 people | the second half of the match = | the other half of the voters = 50 %
18- to 35-year-olds = 26.5 year | a low of -40C = -40 degree_Celsius | 1.5C above pre-industrial levels = 1.5 degree_Celsius
a 1m sea level rise = 1 meter | a leap of 8.38m = 8.38 meter | a 5.75m vault = 5.75 meter | a 2m jump in visitors = 2000000 jump
from 5-6% to 7-8% = 5.5 %; 7.5 % | from 10 to 15 percent = 10 %; 15 %
cut from 60 to 50 per cent = 60 %; 50 % | from 2,000 to 15 percent = 2000; 15 % | 6ft-7ft = 6 foot | a man of 5ft-10 = 5.833333333 foot
10m by 12m = 10 meter; 12 meter | In May 2,000 people marched = 2000 people | a fall (-0.5%) = -0.5 % | 9.8m/s = 9.8 meter/second
expected to reach 1.2m = 1200000 | a reach of 1.9m = 1.9 meter | a high of 1.2m = 1200000 | stood 1.8m tall = 1.8 meter
stood at 1.2m = 1200000 | jumped 2.36m = 2.36 meter | jumped to 1.2m = 1200000 | 100 off 85 balls = 100; 85 ball | 110-105-100 = 110 | it will last two years = 2 year
"""


def cases(table: str) -> list[tuple[str, str]]:
    """The phrases of a table with what each means, as `phrase = meaning`."""
    pairs = [case.split(" =") for line in table.strip().split("\n") for case in line.split(" | ")]
    return [(phrase, meaning.strip()) for phrase, meaning in pairs]


@pytest.mark.parametrize(
    ("phrase", "meaning"),
    cases(NUMBERS)
    + cases(MONEY)
    + cases(UNITS)
    + cases(MORE)
    + cases(NEWS)
    + cases(PASTED)
    + cases(PARTS)
    + cases(LENGTHS)
    + cases(AGENCIES),
)
def test_a_form_of_a_quantity_has_its_value(phrase: str, meaning: str) -> None:
    found = [m.quantity for m in find_quantities(f"It has {phrase}.")]
    assert [f"{q.value:.10g} {q.unit}".rstrip() for q in found] == (meaning.split("; ") if meaning else [])


@pytest.mark.parametrize(
    ("text", "meanings"),
    [
        ("killing three and injuring five", ["3", "5"]),
        ("two or three people", ["2", "3 people"]),
        ("at the Group of Seven.", []),
        ("on the twenty-first floor", []),
        ("one in a million", ["0.0001 %"]),
        ("the Canadian $5 bill", ["5 CAD"]),
        ("He stands six feet five inches tall", ["6.416666667 foot"]),
        ("a depth of 48m and a height of 3m", ["48 meter", "3 meter"]),
        ("It was 40C in the heat", ["40 degree_Celsius"]),
        ("from 5 km to 10 km", ["5 kilometer", "10 kilometer"]),
        ("18,250 to 63,000 visitors", ["40625 visitor"]),
        ("a 12 in. pipe", ["12 inch"]),
        ("He stands 6'2\" tall", ["6.166666667 foot"]),
        ("10,000 won for it", ["10000 KRW"]),
        ("500 won seats", ["500 won"]),
        ("rmb 10 usd 20", ["10 CNY", "20 USD"]),
        ("It rose %5 in May", ["5 %"]),
        ("one hundred thirty fifths", ["2.857142857"]),
        ("one hundred and thirty fifths", ["26"]),
    ],
)
def test_words_around_a_number_say_what_it_counts(text: str, meanings: list[str]) -> None:
    found = [m.quantity for m in find_quantities(text)]
    assert [f"{q.value:.10g} {q.unit}".rstrip() for q in found] == meanings


@pytest.mark.parametrize(
    "text",
    ["several hundred thousand fled", "in her late 20s", "# COVID19 cases", "goals.10.", "1101 W. Main St."],
)
def test_what_only_looks_like_a_unit_or_a_number_is_none(text: str) -> None:
    assert {m.quantity.unit for m in find_quantities(text)} <= {""}


@pytest.mark.parametrize(
    "text",
    [
        "at 192.168.100.200",
        "in her late 20s",
        "try again in COVID19 times",
        "the 9/11 attacks",
        "sentenced-to-one-year",
        "on that point",
        "a couple of friends",
        "1,2,3-trimethylbenzene",
        "rect(0,0,0,0)",
        "1,234,56",
    ],
)
def test_what_is_no_number_is_not_found(text: str) -> None:
    assert find_quantities(text) == []


@pytest.mark.parametrize(
    "text", ["a couple of hundred people", "some 70 people", "70-odd people", "70 or so people"]
)
def test_a_rough_number_is_said_to_be_one(text: str) -> None:
    assert [m.quantity.approximate for m in find_quantities(f"It has {text}.")] == [True]


def test_killed_2000_people_is_a_number() -> None:
    assert [m.quantity.value for m in find_quantities("The flood killed 2000 people.")] == [2000]


@pytest.mark.parametrize(
    ("text", "bound"), [("(>100)", ">"), ("≥ 5%", ">"), ("< 5%", "<"), ("<= 30", "<"), ("<b>100</b>", "")]
)
def test_a_sign_before_a_number_is_its_bound(text: str, bound: str) -> None:
    assert [m.quantity.bound for m in find_quantities(f"It was {text}.")] == [bound]
