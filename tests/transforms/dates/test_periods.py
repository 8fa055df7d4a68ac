"""Weeks, months, quarters, seasons and years from the publication or from the date named last, and what has no days."""

import pytest

CASES = [
    ("It grew last week.", "last week", "2024-W43", "2024-10-21", "2024-10-27"),
    ("It grew this week.", "this week", "2024-W44", "2024-10-28", "2024-11-03"),
    ("It will grow next week.", "next week", "2024-W45", "2024-11-04", "2024-11-10"),
    ("It grew last weekend.", "last weekend", "2024-W43-WE", "2024-10-26", "2024-10-27"),
    ("It grew over the weekend.", "the weekend", "2024-W43-WE", "2024-10-26", "2024-10-27"),
    ("It grew earlier this month.", "earlier this month", "2024-10", "2024-10-01", "2024-10-31"),
    ("It grew in the same week of last year.", "the same week of last year", "2023-W44", "2023-10-30", "2023-11-05"),
    ("It grew in the same month of 2023.", "the same month of 2023", "2023-10", "2023-10-01", "2023-10-31"),
    ("It grew in the same month of last year.", "the same month of last year", "2023-10", "2023-10-01", "2023-10-31"),
    ("It grew in the same quarter of 2023.", "the same quarter of 2023", "2023-Q4", "2023-10-01", "2023-12-31"),
    ("It grew last month, and in the same month a year earlier.", "the same month a year earlier", "2023-09", "2023-09-01", "2023-09-30"),
    ("It opens in three weeks.", "three weeks", "2024-W47", "2024-11-18", "2024-11-24"),
    ("It opens in two years' time.", "two years' time", "2026", "2026-01-01", "2026-12-31"),
    ("It grew as recently as August.", "August", "2024-08", "2024-08-01", "2024-08-31"),
    ("It grew last month.", "last month", "2024-09", "2024-09-01", "2024-09-30"),
    ("It grew last year.", "last year", "2023", "2023-01-01", "2023-12-31"),
    ("It will grow next year.", "next year", "2025", "2025-01-01", "2025-12-31"),
    ("It must grow by the end of this year.", "the end of this year", "2024", "2024-01-01", "2024-12-31"),
    ("It must grow by the end of the month.", "the end of the month", "2024-10", "2024-10-01", "2024-10-31"),
    ("It must grow by year end.", "year end", "2024-12", "2024-12-01", "2024-12-31"),
    ("It has grown since year-end.", "year-end", "2023-12", "2023-12-01", "2023-12-31"),
    ("It may shrink in 2027. It should grow for the full year.", "the full year", "2024", "2024-01-01", "2024-12-31"),
    ("It grew in the third quarter.", "third quarter", "2024-Q3", "2024-07-01", "2024-09-30"),
    ("Its third-quarter profit grew.", "third-quarter", "2024-Q3", "2024-07-01", "2024-09-30"),
    ("It grew in the fourth quarter of 2021.", "fourth quarter of 2021", "2021-Q4", "2021-10-01", "2021-12-31"),
    ("It grew in the first half of 1990.", "first half of 1990", "1990-H1", "1990-01-01", "1990-06-30"),
    ("Its first-half sales grew.", "first-half", "2024-H1", "2024-01-01", "2024-06-30"),
    ("At this time last year it was small.", "last year", "2023", "2023-01-01", "2023-12-31"),
    ("It grew in last year's second quarter.", "last year's second quarter", "2023-Q2", "2023-04-01", "2023-06-30"),
    ("It grew in Q3 2022.", "Q3 2022", "2022-Q3", "2022-07-01", "2022-09-30"),
    ("It grew in 2022 Q1.", "2022 Q1", "2022-Q1", "2022-01-01", "2022-03-31"),
    ("It grew in this quarter.", "this quarter", "2024-Q4", "2024-10-01", "2024-12-31"),
    ("In the second quarter it lost. In the year-earlier quarter it had won.", "year-earlier quarter", "2023-Q2", "2023-04-01", "2023-06-30"),
    ("In the second quarter it lost 3, against 2 a year earlier.", "a year earlier", "2023-Q2", "2023-04-01", "2023-06-30"),
    ("In March it lost 3, against 2 a year earlier.", "a year earlier", "2023-03", "2023-03-01", "2023-03-31"),
    ("In its fourth quarter ended Aug. 31 it lost 3.", "its fourth quarter", "2024-Q4", "2024-06-01", "2024-08-31"),
    ("In its fourth quarter ended Aug. 31 it lost 3, against 2 a year earlier.", "a year earlier", "2023-Q4", "2023-06-01", "2023-08-31"),
    ("In the third quarter it won. It foresees a loss in the first quarter of 2026. A year ago it lost.", "A year ago", "2023-Q3", "2023-07-01", "2023-09-30"),
    ("In the third quarter it won, up from 2 in last year's quarter.", "last year's quarter", "2023-Q3", "2023-07-01", "2023-09-30"),
    ("In the third quarter it won. It had lost in the second quarter. Snow fell. Frost came. A year ago it lost.", "A year ago", "2023-Q3", "2023-07-01", "2023-09-30"),
    ("It lost in the third quarter. It foresees a profit in the fourth quarter. In the latest quarter it lost 3.", "the latest quarter", "2024-Q3", "2024-07-01", "2024-09-30"),
    ("In the third quarter it won 3, up from 2 in the same period of 2022.", "the same period of 2022", "2022-Q3", "2022-07-01", "2022-09-30"),
    ("In the three months to September it sold 3, from 2 a year earlier.", "a year earlier", "2023", "2023-07-01", "2023-09-30"),
    ("In the three months to September it sold 3, from 2 a year ago.", "a year ago", "2023", "2023-07-01", "2023-09-30"),
    ("It fell in the preceding quarter.", "the preceding quarter", "2024-Q3", "2024-07-01", "2024-09-30"),
    ("It grew last summer.", "last summer", "2024-SU", "2024-06-01", "2024-08-31"),
    ("It grew in the winter of 1994.", "winter of 1994", "1994-WI", "1994-12-01", "1995-02-28"),
    ("It will grow in the spring.", "the spring", "2025-SP", "2025-03-01", "2025-05-31"),
    ("It should be done by fall 2026.", "fall 2026", "2026-FA", "2026-09-01", "2026-11-30"),
    ("It grew in the week of Oct. 14.", "the week of Oct. 14", "2024-W42", "2024-10-14", "2024-10-20"),
    ("It grew a year and a half ago.", "a year and a half ago", "2023-04", "2023-04-01", "2023-04-30"),
    ("It grew a century ago.", "a century ago", "192", "1920-01-01", "1929-12-31"),
    ("He noticed this weekend that it grew.", "this weekend", "2024-W43-WE", "2024-10-26", "2024-10-27"),
    ("It grew two weeks ago.", "two weeks ago", "2024-W42", "2024-10-14", "2024-10-20"),
    ("It grew 10 days ago.", "10 days ago", "2024-10-20", "2024-10-20", "2024-10-20"),
    ("It grew five months ago.", "five months ago", "2024-05", "2024-05-01", "2024-05-31"),
    ("It grew nearly four years ago.", "nearly four years ago", "2020", "2020-01-01", "2020-12-31"),
    ("It grew two decades ago.", "two decades ago", "2004", "2004-01-01", "2004-12-31"),
    ("It will grow a year from now.", "a year from now", "2025", "2025-01-01", "2025-12-31"),
    ("In 1995 it shrank; the following year it grew.", "the following year", "1996", "1996-01-01", "1996-12-31"),
    ("In 1995 it shrank; that year nobody cared.", "that year", "1995", "1995-01-01", "1995-12-31"),
    ("In 1995 it shrank. Three years later it grew.", "Three years later", "1998", "1998-01-01", "1998-12-31"),
    ("Over the past decade it shrank.", "the past decade", "P10Y", "2014-10-30", "2024-10-30"),
]  # fmt: skip


@pytest.mark.parametrize("sentence, phrase, value, first, last", CASES, ids=[case[1] + " in " + case[0][:24] for case in CASES])
def test_value_and_days(read, sentence, phrase, value, first, last):
    found = read(sentence, phrase)
    assert (found.value, str(found.first), str(found.last)) == (value, first, last)


REFERENCES = [
    ("It grows now.", "now", "PRESENT_REF"),
    ("It currently grows.", "currently", "PRESENT_REF"),
    ("It has recently grown.", "recently", "PAST_REF"),
    ("It grew in recent years.", "recent years", "PAST_REF"),
    ("It was better in the past.", "the past", "PAST_REF"),
    ("It grew several years ago.", "several years ago", "PAST_REF"),
    ("It will soon grow.", "soon", "FUTURE_REF"),
    ("Just months ago it was small.", "months ago", "PAST_REF"),
    ("It could soon become rare.", "soon", "FUTURE_REF"),
    ("It may grow in the future.", "the future", "FUTURE_REF"),
    ("It may grow in the coming months.", "coming months", "FUTURE_REF"),
    ("It will one day grow.", "one day", "FUTURE_REF"),
]


@pytest.mark.parametrize("sentence, phrase, value", REFERENCES)
def test_references_have_no_days(read, sentence, phrase, value):
    found = read(sentence, phrase)
    assert (found.value, found.first, found.last) == (value, None, None)


PRECISION = [
    ("It grew in 2019.", "2019", "year", "none"),
    ("It grew in May 2019.", "May 2019", "month", "none"),
    ("It grew on Tuesday.", "Tuesday", "day", "publication"),
    ("It grew last week.", "last week", "week", "publication"),
    ("It grew over the weekend.", "the weekend", "weekend", "publication"),
    ("It grew in the third quarter.", "third quarter", "quarter", "publication"),
    ("It grew in the first half of 1990.", "first half of 1990", "half", "none"),
    ("It grew last summer.", "last summer", "season", "publication"),
    ("It grew in the 1980s.", "1980s", "decade", "none"),
    ("It grew in the 20th century.", "20th century", "century", "none"),
    ("It grew at 5 p.m. on Tuesday.", "5 p.m.", "time", "publication"),
    ("In 1995 it shrank; the following year it grew.", "the following year", "year", "named"),
    ("It is now large.", "now", "unknown", "publication"),
]


@pytest.mark.parametrize("sentence, phrase, precision, anchor", PRECISION)
def test_precision_and_anchor(read, sentence, phrase, precision, anchor):
    found = read(sentence, phrase)
    assert (found.precision, found.anchor) == (precision, anchor)
