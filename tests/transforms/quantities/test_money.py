"""Money: signs, codes, words, multipliers, sub-units, rates; and percent."""

from __future__ import annotations

from collections.abc import Callable

import pytest

CASES = [
    ("«CDN$7,000»", 7000, "CAD"),
    ("moved «₿530» in fees", 530, "BTC"),
    ("Hallex plunged «$4» to $15.25", 4, "USD"),
    ("Hallex plunged $4 to «$15.25»", 15.25, "USD"),
    ("«30 million Finnish markkaa»", 3e7, "FIM"),
    ("nearly «two cents» a gallon", 0.02, "USD/gal"),
    ("A «$3 million» bounty was posted", 3e6, "USD"),
    ("C «$5»", 5, "USD"),
    ("«80,000 marks»", 80_000, "DEM"),
    ("(«dlrs 45,000»)", 45_000, "USD"),
    ("«6,000 soles»", 6_000, "PEN"),
    ("lost «$1.20» a share, or $340 million", 1.2, "USD/share"),
    ("earned «$2.3 million», or 68 cents a share", 2.3e6, "USD"),
    ("«$5»", 5, "USD"),
    ("«$13.60»", 13.6, "USD"),
    ("«$1.5 billion»", 1.5e9, "USD"),
    ("«$2m»", 2e6, "USD"),
    ("«$2M»", 2e6, "USD"),
    ("«$4.2b»", 4.2e9, "USD"),
    ("«$900k»", 900e3, "USD"),
    ("«$1tn»", 1e12, "USD"),
    ("a «$10-million» grant", 10e6, "USD"),
    ("«US$5»", 5, "USD"),
    ("«US $7.2 billion»", 7.2e9, "USD"),
    ("«$US113 trillion»", 113e12, "USD"),
    ("«A$5»", 5, "AUD"),
    ("«AU $89.99»", 89.99, "AUD"),
    ("«C$5»", 5, "CAD"),
    ("«NT$5»", 5, "TWD"),
    ("«HK$5»", 5, "HKD"),
    ("«NZ$5»", 5, "NZD"),
    ("«S$5»", 5, "SGD"),
    ("«R$5»", 5, "BRL"),
    ("«£5»", 5, "GBP"),
    ("«€5.5m»", 5.5e6, "EUR"),
    ("«5 €»", 5, "EUR"),
    ("«¥500»", 500, "JPY"),
    ("«Y=590 billion»", 590e9, "JPY"),
    ("«₹500»", 500, "INR"),
    ("«Rs 500»", 500, "INR"),
    ("«Rs. 500»", 500, "INR"),
    ("«Rs500 crore»", 500e7, "INR"),
    ("«RM23.50»", 23.5, "MYR"),
    ("«R500»", 500, "ZAR"),
    ("«USD10m»", 10e6, "USD"),
    ("«EUR 10 million»", 10e6, "EUR"),
    ("«10 million EUR»", 10e6, "EUR"),
    ("«CHF 300»", 300, "CHF"),
    ("«13 billion dollars»", 13e9, "USD"),
    ("«six dollars»", 6, "USD"),
    ("«53.62 U.S dollars»", 53.62, "USD"),
    ("«13.1 billion New Taiwan dollars»", 13.1e9, "TWD"),
    ("«409 million US dollars»", 409e6, "USD"),
    ("«8 Canadian dollars»", 8, "CAD"),
    ("«8.99 Australian dollars»", 8.99, "AUD"),
    ("«one million yuan»", 1e6, "CNY"),
    ("«7,199 Chinese yuan»", 7199, "CNY"),
    ("«15 euros»", 15, "EUR"),
    ("«600 million rubles»", 600e6, "RUB"),
    ("«600 million roubles»", 600e6, "RUB"),
    ("«4 million pounds»", 4e6, "GBP"),
    ("«900 million won»", 900e6, "KRW"),
    ("«500 Swiss francs»", 500, "CHF"),
    ("«50 zlotys»", 50, "PLN"),
    ("«80,000 naira»", 80000, "NGN"),
    ("«93 cents»", 0.93, "USD"),
    ("«40p»", 0.40, "GBP"),
    ("«40 pence»", 0.40, "GBP"),
    ("«18 sen»", 0.18, "MYR"),
    ("«a million dollars»", 1e6, "USD"),
    ("«$64.8million»", 64.8e6, "USD"),
    ("«2million euros»", 2e6, "EUR"),
    ("«$5 million USD»", 5e6, "USD"),
    ("«$76 US» a barrel", 76, "USD/barrel"),
    ("«$85» a barrel", 85, "USD/barrel"),
    ("«$80» per sq m", 80, "USD/m²"),
    ("«$79» a month", 79, "USD/month"),
    ("«£24» a year", 24, "GBP/year"),
    ("«$5»/tonne", 5, "USD/t"),
    ("«63 cents» per share", 0.63, "USD/share"),
    ("«$15» an hour", 15, "USD/hour"),
    ("«$20» each", 20, "USD"),
    ("«$6.78 billion» a year earlier", 6.78e9, "USD"),
    ("«$8,000» a pop", 8000, "USD"),
    ("«43.5 billion Czech crowns»", 43.5e9, "CZK"),
    ("«12 Icelandic crowns»", 12, "ISK"),
    ("«30 Swiss francs»", 30, "CHF"),
    ("«12 Philippine pesos»", 12, "PHP"),
    ("«12 Filipino pesos»", 12, "PHP"),
    ("«4 million Israeli shekels»", 4e6, "ILS"),
    ("«9 million Omani riyals»", 9e6, "OMR"),
    ("«900 million złotys»", 900e6, "PLN"),
    ("«5,000 złoty»", 5000, "PLN"),
    ("«12 million guaraníes»", 12e6, "PYG"),
    ("«6 billion córdobas»", 6e9, "NIO"),
    ("«9 billion đồng»", 9e9, "VND"),
    ("«2 million krónur»", 2e6, "ISK"),
    ("«3 million balboas»", 3e6, "PAB"),
    ("«3 million ariary»", 3e6, "MGA"),
    ("«40 Danish krone»", 40, "DKK"),
    ("«3 billion Belarusian roubles»", 3e9, "BYN"),
]


@pytest.mark.parametrize(("case", "value", "unit"), CASES, ids=[case for case, *_ in CASES])
def test_money(marked: Callable, case: str, value: float, unit: str) -> None:
    _, quantity = marked(f"The grange paid {case}.")
    assert quantity.low == pytest.approx(value)
    assert (quantity.high, quantity.unit, quantity.kind, quantity.reason) == (quantity.low, unit, "money", None)


@pytest.mark.parametrize(
    ("case", "unit"),
    [
        ("«billions» of taxpayers' dollars", "USD"),
        ("«millions» of extra euros", "EUR"),
        ("«tens of thousands of dollars»", "USD"),
        ("«millions of euros»", "EUR"),
        ("«hundreds of pounds»", "GBP"),
    ],
)
def test_vague_sums(marked: Callable, case: str, unit: str) -> None:
    _, quantity = marked(f"£ The grange paid {case}.")
    assert (quantity.unit, quantity.is_vague, quantity.high) == (unit, True, None)


PERCENT = [
    ("«three-quarters» of one percentage point", 0.75, "pp", "points"),
    ("«half a percent»", 0.5, "%", "percent"),
    ("«half a percentage point»", 0.5, "pp", "points"),
    ("plus or minus «3 percent»", 3, "%", "percent"),
    ("plus or minus «three percentage points»", 3, "pp", "points"),
    ("«40%»", 40, "%", "percent"),
    ("«40 %»", 40, "%", "percent"),
    ("«40 percent»", 40, "%", "percent"),
    ("«40 per cent»", 40, "%", "percent"),
    ("«forty percent»", 40, "%", "percent"),
    ("«40pc»", 40, "%", "percent"),
    ("«40 pct»", 40, "%", "percent"),
    ("«.5 per cent»", 0.5, "%", "percent"),
    ("«3‰»", 3, "‰", "percent"),
    ("«5 percentage points»", 5, "pp", "points"),
    ("«0.5 percentage point»", 0.5, "pp", "points"),
    ("«25 basis points»", 25, "bp", "points"),
    ("«half» a point", 0.5, "point", "points"),
    ("«a quarter» point", 0.25, "point", "points"),
    ("by «a quarter»-point", 0.25, "point", "points"),
    ("the «quarter»-point", 0.25, "point", "points"),
    ("«three-quarters» of a point", 0.75, "point", "points"),
    ("«a quarter percent»", 0.25, "%", "percent"),
    ("«a quarter percentage point»", 0.25, "pp", "points"),
]


@pytest.mark.parametrize(("case", "value", "unit", "kind"), PERCENT, ids=[case for case, *_ in PERCENT])
def test_percent(marked: Callable, case: str, value: float, unit: str, kind: str) -> None:
    _, quantity = marked(f"Yields moved {case} in Orrin.")
    assert (quantity.low, quantity.unit, quantity.kind, quantity.reason) == (value, unit, kind, None)
