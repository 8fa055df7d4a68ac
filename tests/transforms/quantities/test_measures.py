"""Measures, rates and durations: symbol, kind, and where the number ends."""

from __future__ import annotations

from collections.abc import Callable

import pytest

CASES = [
    ("«40» km", "km"),
    ("«40»km", "km"),
    ("«40» kilometres", "km"),
    ("a «40»-kilometer trench", "km"),
    ("«500» metres", "m"),
    ("«37»m (121ft) long", "m"),
    ("37m («121»ft) long", "ft"),
    ("«three» feet", "ft"),
    ("a «6.1»-inch display", "in"),
    ("«30» yards", "yd"),
    ("«80» miles", "mi"),
    ("«311» square miles", "mi²"),
    ("«300» sq km", "km²"),
    ("«3923»sq m", "m²"),
    ("«1,200» square feet", "ft²"),
    ("«24.5» cubic feet", "ft³"),
    ("«2 million» cubic metres", "m³"),
    ("«60» hectares", "ha"),
    ("«60» acres", "ac"),
    ("«70»kg", "kg"),
    ("«45»g of salt", "g"),
    ("«500»mg tablets", "mg"),
    ("«22 million» tons of grain", "ton"),
    ("«22 million» tonnes of grain", "t"),
    ("«12.3m» tonnes of fuel", "t"),
    ("«127» gigatonnes of ice", "Gt"),
    ("«60» pounds of flour", "lb"),
    ("«5» ounces", "oz"),
    ("«250»ml bottles", "mL"),
    ("«3.5»-liter engine", "L"),
    ("«101.5 billion» barrels", "barrel"),
    ("«50,000» barrels a day", "barrel/day"),
    ("«2.3 million» barrels of crude oil per day", "barrel/day"),
    ("«50,000» bpd", "barrel/day"),
    ("«87» mph", "mph"),
    ("«140» km/h", "km/h"),
    ("«15» miles per hour", "mph"),
    ("«400» metres per second", "m/s"),
    ("«21» mpg", "mpg"),
    ("«550» megawatt plant", "MW"),
    ("«35» GWh", "GWh"),
    ("«8.5» kW system", "kW"),
    ("«536» hp", "hp"),
    ("«586» lb-ft", "lb-ft"),
    ("«120»Hz screen", "Hz"),
    ("«2.4»Ghz toy", "GHz"),
    ("«64»GB of storage", "GB"),
    ("«30»Mbps plan", "Mbit/s"),
    ("«4500» mAh", "mAh"),
    ("«37.5» degrees", "°"),
    ("«30» degrees Celsius", "°C"),
    ("«30»°C", "°C"),
    ("«86» degrees Fahrenheit", "°F"),
    ("«12» C in the shade", "°C"),
    ("«64»gb of storage", "GB"),
    ("a «35» gwh plant", "GWh"),
    ("«86» F on the porch", "°F"),
    ("«15» ppb", "ppb"),
    ("«70» decibels", "dB"),
    ("«2.5» millisieverts", "mSv"),
    ("«1.5 million» hectares of maize", "ha"),
    ("«half» a mile", "mi"),
    ("«1/16» of a pint", "pt"),
    ("a quake of magnitude «5.6»", "magnitude"),
    ("a «5.6»-magnitude quake", "magnitude"),
    ("measuring «5.2» on the Richter scale", "magnitude"),
    ("«hundreds» of kilometres", "km"),
    # degrees with the letter glued, or in words
    ("The kiln yard reached «47»C on Monday", "°C"),
    ("It was «-12»C in Osk", "°C"),
    ("It was «40»C (104F) in the yard", "°C"),
    ("It was 40C («104»F) in the yard", "°F"),
    ("The bay warmed by «1.3»C in a decade", "°C"),
    ("a «45»C heatwave", "°C"),
    ("temperatures of «40C-45»C", "°C"),
    ("«2»C above pre-industrial levels", "°C"),
    ("The mast tilted by «eight» degrees", "°"),
    ("Temperatures dropped «eight» degrees overnight", "°"),
    # short units after number words
    ("within «one» km of the mill", "km"),
    ("«five» kg of oats", "kg"),
]


@pytest.mark.parametrize(("case", "unit"), CASES, ids=[case for case, _ in CASES])
def test_measure(marked: Callable, case: str, unit: str) -> None:
    _, quantity = marked(f"They noted {case}.")
    assert (quantity.unit, quantity.kind, quantity.reason) == (unit, "measure", None)


DURATIONS = [
    ("a ceasefire of «60» days", 60, "day"),
    ("jailed for «five» years", 5, "year"),
    ("a «17»-day march", 17, "day"),
    ("almost «seven» years of rule", 7, "year"),
    ("«35»-plus hours", 35, "hour"),
    ("waited «two and a half» hours", 2.5, "hour"),
    ("for «half» an hour", 0.5, "hour"),
    ("within «twenty» working days", 20, "working day"),
    ("sentenced to «18» months", 18, "month"),
    ("a «one»-day strike", 1, "day"),
    ("took «45» minutes", 45, "minute"),
    ("«three» decades of drought", 3, "decade"),
    ("sentenced to «two» year's jail", 2, "year"),
    ("a «39» year history", 39, "year"),
]


@pytest.mark.parametrize(("case", "value", "unit"), DURATIONS, ids=[case for case, *_ in DURATIONS])
def test_duration_that_measures(marked: Callable, case: str, value: float, unit: str) -> None:
    _, quantity = marked(f"They got {case}.")
    assert (quantity.low if quantity.low is not None else quantity.high, quantity.unit, quantity.kind, quantity.reason) == (
        value,
        unit,
        "duration",
        None,
    )


def test_the_unit_has_a_span_outside_the_number(marked: Callable) -> None:
    document, quantity = marked("a «40»-kilometer trench")
    assert document.text[quantity.unit_start : quantity.unit_end] == "kilometer"


@pytest.mark.parametrize("case", ["«5m» people", "«2.3m» voters", "«40» horses", "«3» aides"])
def test_people_are_no_metres(marked: Callable, case: str) -> None:
    assert marked(f"They met {case}")[1].unit is None


NO_UNITS = [
    "«dozens» of barrel bombs",
    "«40» barrel bombs",
    "«30» foot soldiers",
    "«six» stone walls",
    "She has «two» degrees from Osk",
    "«six» degrees of separation",
]


@pytest.mark.parametrize("case", NO_UNITS)
def test_words_that_are_no_unit_before_their_noun(marked: Callable, case: str) -> None:
    _, quantity = marked(case)
    assert (quantity.kind, quantity.unit) == ("count", None)
