"""Numerals: digits, words, mixtures, fractions, vague counts; value, span and kind."""

from __future__ import annotations

from collections.abc import Callable

import pytest

EXACT = [
    ("a «two point five billion» shell reef", 2.5e9),
    ("drew «twelve point oh five million» viewers", 12.05e6),
    ("scored «one» point two years ago", 1),
    ("«7» ferries sank", 7),
    ("«12,500» olive trees burned", 12500),
    ("«1,250,300» letters came", 1250300),
    ("About «2, 875» sailors signed on", 2875),
    ("«10 000» voters queued", 10000),
    ("«1 250 000» bees died", 1250000),
    ("«1,20,000» farmers marched", 120000),
    ("a rating of «3.75» stars", 3.75),
    ("a mean of «.5» goals", 0.5),
    ("«5 million» bricks", 5_000_000),
    ("«2.5 million» bricks", 2_500_000),
    ("«1,5 million» bricks", 1_500_000),
    ("«1.1 million» bricks", 1_100_000),
    ("«4bn» trees", 4e9),
    ("«2.5 mln» trees", 2.5e6),
    ("«3k» runners", 3000),
    ("«12.3m» passengers", 12.3e6),
    ("«4.3M» downloads", 4.3e6),
    ("«7 lakh» farmers", 700_000),
    ("«2 crore» voters", 20_000_000),
    ("«three» goats", 3),
    ("«Twelve» goats", 12),
    ("«TWELVE» GOATS STOLEN", 12),
    ("«twenty-one» goats", 21),
    ("«thirty four» goats", 34),
    ("«ninety-nine» balloons", 99),
    ("«one hundred and five» huts", 105),
    ("«two hundred fifty» huts", 250),
    ("«three hundred thousand» huts", 300_000),
    ("«three and a half million» huts", 3_500_000),
    ("«two and a half» huts", 2.5),
    ("«a million and a half» huts", 1_500_000),
    ("«a hundred» huts", 100),
    ("«a hundred and fifty» huts", 150),
    ("«a thousand» huts", 1000),
    ("«half a million» huts", 500_000),
    ("«half a dozen» huts", 6),
    ("«half-dozen» huts", 6),
    ("«a dozen» huts", 12),
    ("«two dozen» huts", 24),
    ("«nineteen hundred» huts", 1900),
    ("«six million three hundred thousand» huts", 6_300_000),
    ("«seven thousand and one» lanterns at the inn", 7001),
    ("«3 hundred» huts", 300),
    ("«2½» sacks", 2.5),
    ("«2 1/2» sacks", 2.5),
    ("the «25»-member crew", 25),
    ("the «three»-room flat", 3),
    ("«1.99×10^5» cells", 199_000),
    ("there were «a couple» of hens", 2),
    ("«zero» cases", 0),
    ("«eighteen trillion» leaves", 18e12),
    ("another «dozen» huts", 12),
    ("a further «dozen» were hurt", 12),
    ("«three dozen» huts", 36),
    ("«half a dozen» huts", 6),
    ("«a couple» were damaged", 2),
    ("another «couple» of huts", 2),
    ("«a quarter of million» huts", 250_000),
    ("«half a million» huts", 500_000),
]


@pytest.mark.parametrize(("case", "value"), EXACT, ids=[case for case, _ in EXACT])
def test_value(marked: Callable, case: str, value: float) -> None:
    _, quantity = marked(case)
    assert (quantity.low, quantity.high, quantity.kind, quantity.reason) == (value, value, "count", None)


VAGUE = [
    ("«Dozens» of barns burned", 12),
    ("«scores» of barns burned", 20),
    ("«hundreds» of barns burned", 100),
    ("«thousands» fled the valley", 1000),
    ("«millions» of bees", 1_000_000),
    ("«tens of thousands» of bees", 10_000),
    ("«hundreds of thousands» of bees", 100_000),
    ("«tens of millions» of bees", 10_000_000),
    ("«hundreds of millions» of bees", 100_000_000),
    ("«several hundred» bees", 200),
    ("«Several thousand» bees", 2000),
    ("«a few hundred» bees", 200),
    ("«several dozen» bees", 24),
    ("«several million» bees", 2_000_000),
    ("«a couple hundred» bees", 200),
    ("«a couple of hundred» geese", 200),
    ("more than «several hundred» bees", 200),
]


@pytest.mark.parametrize(("case", "base"), VAGUE, ids=[case for case, _ in VAGUE])
def test_vague_counts_are_open_upwards(marked: Callable, case: str, base: float) -> None:
    _, quantity = marked(case)
    assert (quantity.low, quantity.high, quantity.comparator, quantity.is_vague) == (base, None, ">=", True)


FRACTIONS = [
    ("«half» of one reef", 50),
    ("nearly «six in 10» — 58 percent — agree", 60),
    ("nearly six in 10 — «58 percent» — agree", 58),
    ("rose «zero point three percent»", 0.3),
    ("takes «one-half» of 1 percent of the reef", 0.5),
    ("«a third» of the orchard", 33.33),
    ("«Two-thirds» of the orchard", 66.67),
    ("«two thirds» of the orchard", 66.67),
    ("«three quarters» of the orchard", 75),
    ("«One quarter» of the orchard", 25),
    ("«a quarter» of the orchard", 25),
    ("«one-fifth» of the orchard", 20),
    ("«Half» of the orchard", 50),
    ("almost «half» the orchard", 50),
    ("by nearly «a third»", 33.33),
    ("«three-fifths» of growers", 60),
    ("«a tenth» of growers", 10),
    ("«1/3» of growers", 33.33),
    ("«¾» of growers", 75),
    ("«one in five» growers", 20),
    ("«one in three» growers", 33.33),
    ("«Three in 10» growers", 30),
    ("«nine out of ten» growers", 90),
    ("«1 in 4» growers", 25),
    ("«eight of 10» growers", 80),
    ("«one out of every six» growers", 16.67),
    ("«two of every three» growers", 66.67),
    ("«one in 1,000» growers", 0.1),
    ("Doctors say that «one in four» children is hungry", 25),
    ("a «1-in-45,000» chance", 0.0),
    ("Just shy of «half», the poll found", 50),
    ("nearly «half» agreed", 50),
]


@pytest.mark.parametrize(("case", "share"), FRACTIONS, ids=[case for case, _ in FRACTIONS])
def test_fractions_are_percentages(marked: Callable, case: str, share: float) -> None:
    _, quantity = marked(case)
    assert (quantity.low, quantity.high, quantity.unit, quantity.reason) == (share, share, "%", None)


NEGATIVE = [
    ("The lake froze at «-12» degrees Celsius", -12),
    ("It fell to «minus 30» degrees Celsius", -30),
    ("It fell to «minus-30» degrees Celsius", -30),
    ("a balance of «-$4 million»", -4_000_000),
    ("a balance of «$-4 million»", -4_000_000),
    ("growth of «−0.4%»", -0.4),
]


@pytest.mark.parametrize(("case", "value"), NEGATIVE, ids=[case for case, _ in NEGATIVE])
def test_minus_signs(marked: Callable, case: str, value: float) -> None:
    _, quantity = marked(case)
    assert (quantity.low, quantity.high) == (value, value)
