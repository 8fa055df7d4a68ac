"""Days and precision of TIMEX3 values, and values moved by units."""

from datetime import date

import pytest

from transforms.dates.calendar import easter, interval, plus_months, shifted, value_at

INTERVALS = [
    ("2024-10-30", "2024-10-30", "2024-10-30", "day"),
    ("2024-10-30T17:00", "2024-10-30", "2024-10-30", "time"),
    ("2024-10-30TNI", "2024-10-30", "2024-10-30", "time"),
    ("2024-02", "2024-02-01", "2024-02-29", "month"),
    ("2024", "2024-01-01", "2024-12-31", "year"),
    ("2024-W01", "2024-01-01", "2024-01-07", "week"),
    ("2020-W53", "2020-12-28", "2021-01-03", "week"),
    ("2024-W43-WE", "2024-10-26", "2024-10-27", "weekend"),
    ("2024-Q4", "2024-10-01", "2024-12-31", "quarter"),
    ("2024-H2", "2024-07-01", "2024-12-31", "half"),
    ("2024-WI", "2024-12-01", "2025-02-28", "season"),
    ("198", "1980-01-01", "1989-12-31", "decade"),
    ("19", "1900-01-01", "1999-12-31", "century"),
    ("9999-WI", None, None, "unknown"),
    ("2024-13", None, None, "unknown"),
    ("2024-W60", None, None, "unknown"),
    ("PAST_REF", None, None, "unknown"),
    ("XXXX-WXX-2", None, None, "day"),
    ("XXXX-10", None, None, "month"),
    ("FY2024", None, None, "year"),
    ("BC0300", None, None, "year"),
    (None, None, None, "unknown"),
]


@pytest.mark.parametrize("value, first, last, precision", INTERVALS)
def test_interval(value, first, last, precision):
    found = interval(value)
    assert (found[0] and str(found[0]), found[1] and str(found[1]), found[2]) == (first, last, precision)


def test_easter_sunday():
    assert [easter(year) for year in (1818, 2000, 2024, 2038)] == [date(1818, 3, 22), date(2000, 4, 23), date(2024, 3, 31), date(2038, 4, 25)]


@pytest.mark.parametrize(
    "precision, value",
    [("day", "2024-01-01"), ("week", "2024-W01"), ("weekend", "2024-W01-WE"), ("month", "2024-01"), ("quarter", "2024-Q1"), ("half", "2024-H1"),
     ("season", "2023-WI"), ("year", "2024"), ("decade", "202"), ("century", "20")],
)  # fmt: skip
def test_the_value_that_holds_a_day(precision, value):
    assert value_at(date(2024, 1, 1), precision) == value
    first, last, found = interval(value)
    assert first <= date(2024, 1, 1) <= last or precision == "weekend"
    assert found == precision


def test_a_month_on_from_the_end_of_a_long_month_is_the_end_of_a_short_one():
    assert plus_months(date(2024, 1, 31), 1) == date(2024, 2, 29)


@pytest.mark.parametrize(
    "value, count, unit, moved",
    [("2024-Q3", -1, "year", "2023-Q3"), ("2024-10", -1, "year", "2023-10"), ("2024", -1, "year", "2023"), ("2024-10-30TNI", 2, "day", "2024-11-01TNI"),
     ("PAST_REF", -1, "year", None), ("0001", -1, "year", None)],
)  # fmt: skip
def test_shifted_values_keep_their_precision(value, count, unit, moved):
    assert shifted(value, count, unit) == moved
