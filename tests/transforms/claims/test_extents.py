"""Lengths, depths, magnitudes and barrels that no noun names. One line a case: text, number, unit, counted, place."""

from __future__ import annotations

import pytest

from tests.transforms.claims.reading import about

CASES = [
    # distances
    ("The mine lies 40 km south of Osk.", "40", "km", "distance", "south of Osk"),
    ("The tent stood 700 metres away from the gate.", "700", "m", "distance", None),
    ("The wreck lies 400 kilometres or 250 miles off the coast.", "400", "km", "distance", None),
    ("The wreck lies 400 kilometres or 250 miles off the coast.", "250", "mi", "distance", None),
    ("The pilgrims trekked 40 miles.", "40", "mi", "distance", None),
    ("The fence runs 80 km.", "80", "km", "distance", None),
    ("The pilgrims bought 40 miles of rope.", "40", "mi", "rope", None),
    # depths, heights, widths
    ("The shaft is 30 metres deep.", "30", "m", "depth", None),
    ("The welders were trapped 900 metres underground.", "900", "m", "depth", None),
    ("The dam stands 30 metres high.", "30", "m", "height", None),
    ("The pipe is 15 cm wide.", "15", "cm", "width", None),
    ("The crack is 15 cm thick.", "15", "cm", "thickness", None),
    ("The wall is 500 metres (1,650 feet) long.", "500", "m", "length", None),
    ("The wall is 500 metres (1,650 feet) long.", "1,650", "ft", "length", None),
    ("The crack grew to 15 cm.", "15", "cm", "crack", None),
    ("A 24-foot (7.3-metre) boat sank.", "24", "ft", "boat", None),
    ("A 24-foot (7.3-metre) boat sank.", "7.3", "m", "boat", None),
    # above and below
    ("The canal rose two metres above its banks in Tarn.", "two", "m", "height", "above its banks"),
    ("The wreck lies 40 metres below the surface.", "40", "m", "depth", "below the surface"),
    ("The drone flew 40 miles above the plain.", "40", "mi", "altitude", "above the plain"),
    ("The drone flew 40 metres above the plain.", "40", "m", "height", "above the plain"),
    ("The lake is 20 metres below its average level.", "20", "m", "depth", None),
    # rates
    ("Gusts reached 90 kilometres (56 miles) per hour.", "90", "km/h", "Gusts", None),
    # quakes
    ("The survey put the quake's magnitude at 5.6.", "5.6", "magnitude", "quake", None),
    ("The office put the magnitude at 5.6.", "5.6", "magnitude", "magnitude", None),
    ("The bank put the price at 5.6.", "5.6", None, None, None),
    ("An aftershock of magnitude 4.9 followed.", "4.9", "magnitude", "aftershock", None),
    ("The coast was hit by a tremor measuring 6.1 on the Richter scale.", "6.1", "magnitude", "tremor", None),
    ("Officials put the tremor at 4.4 on the open-ended Richter scale.", "4.4", "magnitude", "tremor", None),
    ("A quake measuring 5.1 degrees on the Richter scale hit Osk.", "5.1", "magnitude", "quake", "Osk"),
    ("The water was 5.1 degrees warm.", "5.1", "°", "water", None),
    ("A 4.4 tremor was felt in Tarn.", "4.4", "magnitude", "tremor", "Tarn"),
    ("Some 4 tremors were felt in Tarn.", "4", "tremor", "tremors", "Tarn"),
    # oil
    ("Norvia expects to pump 2.8 million barrels a day.", "2.8 million", "barrel/day", "oil", None),
    ("The state exports 1.2 million barrels a day.", "1.2 million", "barrel/day", "oil", None),
    ("Norvia expects to sell 2.8 million barrels of wine.", "2.8 million", "barrel", "wine", None),
]


@pytest.mark.parametrize(("text", "number", "unit", "counted", "place"), CASES)
def test_extent(text: str, number: str, unit: str | None, counted: str | None, place: str | None) -> None:
    description = about(text, number)
    assert (description.unit, description.counted, description.place) == (unit, counted, place)


@pytest.mark.parametrize(
    ("text", "number", "metric"),
    [
        ("A 4.4 tremor was felt in Tarn.", "4.4", "measure"),
        ("The office put the magnitude at 5.6.", "5.6", "measure"),
        ("A tremor measuring 5.1 degrees on the Richter scale was felt.", "5.1", "measure"),
        ("Some 4 tremors were felt in Tarn.", "4", "attacks"),
        ("The bank put the price at 5.6.", "5.6", "other"),
    ],
)
def test_metric_of_an_extent(text: str, number: str, metric: str) -> None:
    assert about(text, number).metric == metric
