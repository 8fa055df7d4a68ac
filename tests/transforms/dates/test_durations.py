"""Lengths of time, with days where the phrase places them, and sets."""

import pytest

CASES = [
    ("They waited three days.", "three days", "P3D"),
    ("They waited 24 hours.", "24 hours", "PT24H"),
    ("They waited a week.", "a week", "P1W"),
    ("They waited an hour.", "an hour", "PT1H"),
    ("They waited half an hour.", "half an hour", "PT30M"),
    ("They waited a minute and a half.", "a minute and a half", "PT1M30S"),
    ("They waited 2 1/2 years.", "2 1/2 years", "P2Y6M"),
    ("They waited two and a half years.", "two and a half years", "P2Y6M"),
    ("They waited twenty-one days.", "twenty-one days", "P21D"),
    ("They waited two hundred years.", "two hundred years", "P200Y"),
    ("They waited more than four hours.", "four hours", "PT4H"),
    ("They signed a five-year plan.", "five-year", "P5Y"),
    ("They signed a 30-day truce.", "30-day", "P30D"),
    ("They saw a half-hour film.", "half-hour", "PT30M"),
    ("Three-and-a-half years passed.", "Three-and-a-half years", "P3Y6M"),
    ("They waited two decades.", "two decades", "P20Y"),
    ("They waited a couple of years.", "a couple of years", "P2Y"),
    ("They waited several months.", "several months", "PXM"),
    ("They waited a few days.", "a few days", "PXD"),
    ("They waited for years.", "years", "PXY"),
    ("They waited for another year.", "another year", "P1Y"),
    ("They waited a fortnight.", "a fortnight", "P2W"),
    ("Peace follows months of talks.", "months", "PXM"),
    ("Much can change in the weeks ahead.", "the weeks ahead", "PXW"),
    ("They waited half a century.", "half a century", "P50Y"),
    ("They took a three-day weekend.", "three-day", "P3D"),
    ("They waited six quarters.", "six quarters", "P6Q"),
]


@pytest.mark.parametrize("sentence, phrase, value", CASES)
def test_value(read, sentence, phrase, value):
    found = read(sentence, phrase)
    assert (found.type, found.value) == ("DURATION", value)


PLACED = [
    ("It grew over the past three days.", "the past three days", "P3D", "2024-10-27", "2024-10-30"),
    ("It grew in the last 24 hours.", "the last 24 hours", "PT24H", "2024-10-29", "2024-10-30"),
    ("It grew over the past two months.", "the past two months", "P2M", "2024-08-30", "2024-10-30"),
    ("It grew over the past ten years.", "the past ten years", "P10Y", "2014-10-30", "2024-10-30"),
    ("It grew over the past year.", "the past year", "P1Y", "2023-10-30", "2024-10-30"),
    ("It grew over the past fortnight.", "the past fortnight", "P2W", "2024-10-16", "2024-10-30"),
    ("It grew in the January-August period.", "the January-August period", "P8M", "2024-01-01", "2024-08-31"),
    ("It will grow in the year ahead.", "the year ahead", "P1Y", "2024-10-30", "2025-10-30"),
    ("It will grow in the next two weeks.", "the next two weeks", "P2W", "2024-10-30", "2024-11-13"),
    ("It will grow over the next decade.", "the next decade", "P10Y", "2024-10-30", "2034-10-30"),
    ("It grew over the past few weeks.", "the past few weeks", "PXW", "None", "2024-10-30"),
    ("It grew in the first 11 months of 2005.", "the first 11 months", "P11M", "2005-01-01", "2005-11-30"),
    ("It grew in the first nine months of this year.", "the first nine months", "P9M", "2024-01-01", "2024-09-30"),
    ("For the nine months, net rose.", "the nine months", "P9M", "2024-01-01", "2024-09-30"),
    ("Talks went on for the nine months that he stayed.", "the nine months", "P9M", "None", "None"),
    ("It grew in the last two months of 2020.", "the last two months", "P2M", "2020-11-01", "2020-12-31"),
    ("Ten died in the 24 hours to Monday morning.", "24 hours", "PT24H", "2024-10-27", "2024-10-28"),
    ("It grew in the decade to 2020.", "the decade", "P10Y", "2011-01-01", "2020-12-31"),
    ("It grew in the six months ended Sept. 30.", "six months", "P6M", "2024-04-01", "2024-09-30"),
    ("It grew in the quarter ended Sept. 30.", "the quarter", "2024-Q3", "2024-07-01", "2024-09-30"),
    ("It grew in the quarter ended Aug. 31.", "the quarter", "P1Q", "2024-06-01", "2024-08-31"),
    ("It grew in the six months ended June 30. In the year-earlier six months it shrank.", "the year-earlier six months", "P6M", "2023-01-01", "2023-06-30"),
    ("It grew in the six months ended June 30. In the year-earlier period it shrank.", "the year-earlier period", "P6M", "2023-01-01", "2023-06-30"),
    ("It grew in the year ended March 31, 2023.", "the year", "P1Y", "2022-04-01", "2023-03-31"),
]  # fmt: skip


@pytest.mark.parametrize("sentence, phrase, value, first, last", PLACED, ids=[case[1] for case in PLACED])
def test_placed_lengths_have_days(read, sentence, phrase, value, first, last):
    found = read(sentence, phrase)
    assert (found.value, str(found.first), str(found.last)) == (value, first, last)


SETS = [
    ("It runs every day.", "every day", "P1D"),
    ("It runs each month.", "each month", "P1M"),
    ("It runs every two years.", "every two years", "P2Y"),
    ("It runs every other week.", "every other week", "P2W"),
    ("It runs daily.", "daily", "P1D"),
    ("It is paid monthly.", "monthly", "P1M"),
    ("It blooms each July.", "each July", "XXXX-07"),
    ("It blooms every spring.", "every spring", "XXXX-SP"),
]


@pytest.mark.parametrize("sentence, phrase, value", SETS)
def test_sets(read, sentence, phrase, value):
    found = read(sentence, phrase)
    assert (found.type, found.value) == ("SET", value)
