"""Ranges, pairs that are none, and lists that share a unit or a multiplier."""

from __future__ import annotations

from collections.abc import Callable

import pytest

RANGES = [
    ("cut profit by «16 cents to 21 cents» a share", 0.16, 0.21, "="),
    ("The fare rose by «$2 to $3».", 2, 3, "="),
    ("grew by «5 to 30» families", 5, 30, "="),
    ("«one or two hundred» tractors", 100, 200, "="),
    ("«two to three hundred» tractors", 200, 300, "="),
    ("cut its forecast to «0.5 to 2.5 percent» from 2 to 5 percent", 0.5, 2.5, "="),
    ("cut its forecast to 0.5 to 2.5 percent from «2 to 5 percent»", 2, 5, "="),
    ("raised the rate to «4 to 4.5 percent»", 4, 4.5, "="),
    ("«10 to 12» tractors", 10, 12, "="),
    ("«10-12» tractors", 10, 12, "="),
    ("«10–12» tractors", 10, 12, "="),
    ("«10 - 12» tractors", 10, 12, "="),
    ("«between 10 and 12» tractors", 10, 12, "="),
    ("«Between 10 and 12» tractors", 10, 12, "="),
    ("about «10 to 12» tractors", 10, 12, "~"),
    ("ranging from «10 to 12» tractors", 10, 12, "="),
    ("sentences of from «10 to 12» years", 10, 12, "="),
    ("«ten to 12» tractors", 10, 12, "="),
    ("«four to five thousand» tractors", 4000, 5000, "="),
    ("«1 to 2 million» tractors", 1_000_000, 2_000_000, "="),
    ("«5,000 to 10,000» tractors", 5000, 10000, "="),
    ("«900,000 to 1 million» tractors", 900_000, 1_000_000, "="),
    ("«$5-$10 million»", 5e6, 10e6, "="),
    ("«$5 to $10 million»", 5e6, 10e6, "="),
    ("«$500,000 to $2 million»", 5e5, 2e6, "="),
    ("«between $30,000 and $60,000» a year", 30000, 60000, "="),
    ("«between US$300 and 400 billion»", 300e9, 400e9, "="),
    ("«20-30%» of growers", 20, 30, "="),
    ("«20 to 30 percent» of growers", 20, 30, "="),
    ("«20% to 30%» of growers", 20, 30, "="),
    ("«two or three» tractors", 2, 3, "="),
    ("«14 or 15 percent» of growers", 14, 15, "="),
    ("«12 or 13 million» tons", 12e6, 13e6, "="),
    ("«40 or 50» tractors", 40, 50, "="),
    ("«one or two» tractors", 1, 2, "="),
    ("«15 to 20» km", 15, 20, "="),
    ("«3- to 5»-year terms", 3, 5, "="),
    ("a fine of «€100 to €500»", 100, 500, "="),
    ("the bill fell by «1 to 1.5» degrees Celsius", 1, 1.5, "="),
    ("Wages rose by «2 to 10 percent»", 2, 10, "="),
    ("The firm cut «10 to 50» jobs", 10, 50, "="),
    ("Storms will bring from «10 to 15» centimetres", 10, 15, "="),
    ("«10-15,000» geese", 10_000, 15_000, "="),
    ("some «10 to 15,000» geese", 10_000, 15_000, "~"),
    ("«5-500,000» geese", 5, 500_000, "="),
    ("«between $10 and $15,000»", 10, 15_000, "="),
    ("a fee of «$10,000-15,000»", 10_000, 15_000, "="),
    ("a fee of «£5-10» each", 5, 10, "="),
    ("a fine of «$5-10 million»", 5e6, 10e6, "="),
]


@pytest.mark.parametrize(("case", "low", "high", "comparator"), RANGES, ids=[case for case, *_ in RANGES])
def test_range(marked: Callable, case: str, low: float, high: float, comparator: str) -> None:
    _, quantity = marked(case)
    assert (quantity.low, quantity.high, quantity.comparator, quantity.reason) == (low, high, comparator, None)


APART = [
    ("The herd grew from «10» to 12 mules", 10, None),
    ("The herd grew from 10 to «12» mules", 12, None),
    ("Rates were cut from «5%» to 3%", 5, "%"),
    ("Rates were raised from 3% to «5%»", 5, "%"),
    ("Prices rose by $3 million to «$419 million»", 419e6, "USD"),
    ("dropping from 208 pounds to «193» by autumn", 193, "lb"),
    ("Output rose by «12,000» to 340,000", 12_000, None),
    ("Output rose by 12,000 to «340,000»", 340_000, None),
    ("The herd fell 20 to «900»", 900, None),
    ("by a vote of «52» to 48", 52, None),
    ("The council voted «7»-2 for the bridge", 7, None),
    ("a «62%»-32% divide", 62, "%"),
    ("«40» or 90 tractors", 40, None),
    ("«10» and 12 tractors", 10, None),
    ("eight «7»- or 8-inch pipes", 7, "in"),
    ("The herd fell from «7,613» to 6,630, or 12.9 percent", 7613, None),
    ("The herd fell from 7,613 to «6,630», or 12.9 percent", 6630, None),
    ("The coin strengthened from «$1.20» to $1.25", 1.2, "USD"),
]


@pytest.mark.parametrize(("case", "value", "unit"), APART, ids=[case for case, *_ in APART])
def test_two_numbers_that_are_no_range(marked: Callable, case: str, value: float, unit: str | None) -> None:
    _, quantity = marked(case)
    assert (quantity.low, quantity.high, quantity.unit, quantity.reason) == (value, value, unit, None)


SHARED = [
    ("rose by «80» and 96 cents", 0.80, "USD"),
    ("walks of «5», 10 and 15 km", 5, "km"),
    ("walks of 5, «10» and 15 km", 10, "km"),
    ("cuts of «5» and 10 percent", 5, "%"),
    ("gave «5» and 10 million euros", 5e6, "EUR"),
    ("paid «$62» and $68 per share", 62, "USD/share"),
    ("raised «280 million» of the 1.5 billion pesos", 280e6, "MXN"),
    ("fed «40» and 12 km of fence", 40, "km"),
    ("paid 10 Canadian dollars for adults and «30 dollars» for families", 30, "CAD"),
    ("went from 10 Canadian dollars to «30 dollars»", 30, "CAD"),
    ("paid 10 Canadian dollars («8 dollars»)", 8, "USD"),
    ("paid 10 Canadian dollars. A ride was «8 dollars»", 8, "USD"),
    ("sold 24 million tons, up from «13.5 million» a year ago", 13.5e6, "ton"),
    ("grew by 2 percent but Osk's shrank by «1».", 1, "%"),
    ("paid «C$6» (US$4.46) per share", 6, "CAD/share"),
    ("paid C$6 («US$4.46») per share", 4.46, "USD/share"),
    ("rates were 5 percent, against «4» a year earlier", 4, "%"),
    ("the slope was 3 km in May and «2.1» last year", 2.1, "km"),
    ("cuts of 5, «10», or 15 percent", 10, "%"),
    ("rose 12 percent in May and «6» in June", 6, "%"),
    ("sold 12 tons to Osk and «6» to Belmore", 6, "ton"),
    ("drew 12 percentage points from Cole and «6» from Brandt", 6, "pp"),
    ("took 9 percent in Osk, «7» in Belmore and 5 in Tarn", 7, "%"),
    ("spilled about «37 billion» U.S. gallons", 37e9, "gal"),
]


@pytest.mark.parametrize(("case", "value", "unit"), SHARED, ids=[case for case, *_ in SHARED])
def test_lists_share_what_follows(marked: Callable, case: str, value: float, unit: str) -> None:
    _, quantity = marked(case)
    assert (quantity.low, quantity.unit) == (value, unit)


@pytest.mark.parametrize(
    "case",
    [
        "«3» barns, 40% of all",
        "«4» died and $50 was lost",
        "«2» dogs and 5 km of rope",
        "12 tons to Osk and «6» dogs to Belmore",
        "rose 5 percent in May and «12» in Osk were fired",
        "5 percent in May and «6» for sale",
    ],
)
def test_nothing_is_shared_across_a_noun(marked: Callable, case: str) -> None:
    assert marked(case)[1].unit is None
