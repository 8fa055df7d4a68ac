"""Days of ISO texts and intervals."""

from datetime import date

import pytest

from transforms.claims.intervals import between, first_last

CASES = [
    ("2024-10-28", date(2024, 10, 28), date(2024, 10, 28)),
    ("2024-10", date(2024, 10, 1), date(2024, 10, 31)),
    ("2024", date(2024, 1, 1), date(2024, 12, 31)),
    ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
    ("2024-10-28/2024-10-30", date(2024, 10, 28), date(2024, 10, 30)),
    ("2023/2023", date(2023, 1, 1), date(2023, 12, 31)),
    ("2005-04/2006-03", date(2005, 4, 1), date(2006, 3, 31)),
    ("/2024-12", None, date(2024, 12, 31)),
    ("2025-01/", date(2025, 1, 1), None),
    (None, None, None),
]


@pytest.mark.parametrize("iso, first, last", CASES)
def test_first_and_last_day(iso, first, last):
    assert first_last(iso) == (first, last)


@pytest.mark.parametrize(
    "begin, end, text",
    [("2024-10-28", "2024-10-30", "2024-10-28/2024-10-30"), ("2024", "2024-05", "2024/2024-05"), ("", "2024", "/2024"), ("2024", "", "2024/"),
     ("2024-10-28", "2024-10-27", None), ("2024-05", "2023", None), ("", "", None)],
)  # fmt: skip
def test_no_interval_ends_before_it_begins(begin, end, text):
    assert between(begin, end) == text


@pytest.mark.parametrize("iso", ["yesterday", "2024-13", "2024-02-30", "24", "2024-10-28/soon"])
def test_what_is_no_date_is_named(iso):
    with pytest.raises(ValueError, match="expected YYYY"):
        first_last(iso)
