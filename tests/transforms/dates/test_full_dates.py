"""Dates with their month or year: written out, in figures, partial, listed."""

from datetime import date

import pytest

from transforms.dates.find import find
from transforms.language.document import Document

CASES = [
    # full dates
    ("The bridge fell on March 3, 2021, in the storm.", "March 3, 2021", "2021-03-03"),
    ("The bridge fell on 3 March 2021 in the storm.", "3 March 2021", "2021-03-03"),
    ("The bridge fell on the 3rd of March 2021.", "3rd of March 2021", "2021-03-03"),
    ("The bridge fell on March 3rd 2021.", "March 3rd 2021", "2021-03-03"),
    ("The law passed on Wednesday, March 3, 2021.", "Wednesday, March 3, 2021", "2021-03-03"),
    ("The law passed on Wed. March 3, 2021.", "March 3, 2021", "2021-03-03"),
    ("They met on Sept. 11, 2001.", "Sept. 11, 2001", "2001-09-11"),
    ("They met on Nov.6, 2023.", "Nov.6, 2023", "2023-11-06"),
    ("The count began 28-Oct-2024.", "28-Oct-2024", "2024-10-28"),
    ("The count began 2024-10-28.", "2024-10-28", "2024-10-28"),
    ("The count began 2024/10/28.", "2024/10/28", "2024-10-28"),
    ("Logged at 2024-10-28T06:15:00Z by the station.", "2024-10-28T06:15:00Z", "2024-10-28T06:15"),
    ("The count began 28/10/2024.", "28/10/2024", "2024-10-28"),
    ("The count began 10/28/2024.", "10/28/2024", "2024-10-28"),
    ("The count began 28.10.2024.", "28.10.2024", "2024-10-28"),
    ("The count began 10/28/24.", "10/28/24", "2024-10-28"),
    ("Held on May 5, 1998, it drew thousands.", "May 5, 1998", "1998-05-05"),
    ("The month of July 1997 was wet.", "July 1997", "1997-07"),
    ("The treaty of nineteen ninety-six was kept.", "nineteen ninety-six", "1996"),
    ("It opened in January nineteen ninety-seven.", "January nineteen ninety-seven", "1997-01"),
    ("The year two thousand began quietly.", "year two thousand", "2000"),
    # a day without its year: the nearest
    ("The camp closed on Oct. 12.", "Oct. 12", "2024-10-12"),
    ("The vote is set for Nov. 5.", "Nov. 5", "2024-11-05"),
    ("The new rules take effect on Jan. 2.", "Jan. 2", "2025-01-02"),
    ("The fair opened on December 28.", "December 28", "2023-12-28"),
    ("The dam was finished on 7 August.", "7 August", "2024-08-07"),
    ("In the year ended March 31 it sold nine ships.", "March 31", "2024-03-31"),
    ("The fleet has sailed since June 1.", "June 1", "2024-06-01"),
    ("Women's day falls on March eighth.", "March eighth", "2025-03-08"),
    # months
    ("The mine closed in August.", "August", "2024-08"),
    ("The mine closed in December.", "December", "2023-12"),
    ("The mine will close in March.", "March", "2025-03"),
    ("The mine will close by December.", "December", "2024-12"),
    ("Since mid-January the mine has been shut.", "mid-January", "2024-01"),
    ("In early September the mine was shut.", "early September", "2024-09"),
    ("The mine was shut last April.", "last April", "2024-04"),
    ("The mine was shut last October.", "last October", "2023-10"),
    ("The mine will reopen next June.", "next June", "2025-06"),
    ("The mine reopened this September.", "this September", "2024-09"),
    ("They warned buyers of a cut in supply in November.", "November", "2024-11"),
    ("The mine closed in November.", "November", "2023-11"),
    ("It was shut in October last year.", "October last year", "2023-10"),
    ("It was shut in July this year.", "July this year", "2024-07"),
    ("In June the mine closed.", "June", "2024-06"),
    ("So far in October 40 boats sank.", "October", "2024-10"),
    ("The parade was held in May.", "May", "2024-05"),
    ("By the end of November the work should be done.", "the end of November", "2024-11"),
    ("It was signed under a June agreement.", "June", "2024-06"),
    # years, decades, centuries
    ("Prices doubled in 2019.", "2019", "2019"),
    ("By 2050 the sea will have risen.", "2050", "2050"),
    ("Since the 2019 vote nothing has changed.", "2019", "2019"),
    ("The 2019 election was close.", "2019", "2019"),
    ("The post-1959 order held.", "1959", "1959"),
    ("Both 1990 and 1991 were dry.", "1991", "1991"),
    ("The house dates from 1887.", "1887", "1887"),
    ("Early 1990 brought snow.", "Early 1990", "1990"),
    ("In the 1980s the port grew.", "1980s", "198"),
    ("In the late '70s the port grew.", "late '70s", "197"),
    ("All through the nineties the port grew.", "the nineties", "199"),
    ("In the mid-1990s the port grew.", "the mid-1990s", "199"),
    ("In the early 2000s the port grew.", "the early 2000s", "200"),
    ("In the first half of the 1990s the port grew.", "the first half of the 1990s", "199"),
    ("By late November the port will be closed.", "late November", "2024-11"),
    ("In the 1900s the port was built.", "1900s", "19"),
    ("It was a port in the 20th century.", "20th century", "19"),
    ("It was a port in the eighteenth century.", "eighteenth century", "17"),
    ("Fiscal 2023 ended with a loss.", "Fiscal 2023", "FY2023"),
    ("The budget for fiscal year 2025 grew.", "fiscal year 2025", "FY2025"),
    ("The budget for FY24 grew.", "FY24", "FY2024"),
    ("The budget for the financial year 2024-25 grew.", "the financial year 2024-25", "FY2025"),
    ("The budget for FY2025 grew.", "FY2025", "FY2025"),
    ("The wall was built around 300 BC.", "300 BC", "BC0300"),
    ("It was a port in '98.", "'98", "1998"),
    ("The vote falls on the first Monday of May 2021.", "first Monday of May 2021", "2021-05-03"),
    # holidays
    ("They met on Christmas Day.", "Christmas Day", "2023-12-25"),
    ("They will meet on Christmas Day.", "Christmas Day", "2024-12-25"),
    ("They met last Thanksgiving.", "last Thanksgiving", "2023-11-23"),
    ("They will march until Election Day.", "Election Day", "2024-11-05"),
    ("They will sell it on Black Friday.", "Black Friday", "2024-11-29"),
    ("They met on Good Friday.", "Good Friday", "2024-03-29"),
    ("They met on Easter Monday 2021.", "Easter Monday 2021", "2021-04-05"),
    ("The year two thousand was loud.", "The year two thousand", "2000"),
    ("They met on Labor Day.", "Labor Day", "2024-09-02"),
    ("They met on New Year's Eve 2019.", "New Year's Eve 2019", "2019-12-31"),
]  # fmt: skip


@pytest.mark.parametrize("sentence, phrase, value", CASES, ids=[f"{phrase} in {sentence[:20]}" for sentence, phrase, _ in CASES])
def test_value(read, sentence, phrase, value):
    assert read(sentence, phrase).value == value


def test_last_month_by_name_early_in_the_next_is_that_of_the_year_before():
    text = "The mine was shut last October."
    assert [e.value for e in find(Document(text, date(2024, 11, 2)))] == ["2023-10"]
    assert [e.value for e in find(Document(text, date(2024, 11, 22)))] == ["2024-10"]


LISTS = [
    ("They met on Dec. 1 and 2.", ["2024-12-01", "2024-12-02"]),
    ("They met on Nov. 6 and Nov. 7, 2023.", ["2024-11-06", "2023-11-07"]),
    ("They met on April 24, 25 and 26.", ["2024-04-24", "2024-04-25", "2024-04-26"]),
    ("They met on March 3-5, 2021.", ["2021-03-03", "2021-03-05"]),
    ("They ruled 1990-1994 in peace.", ["1990", "1994"]),
    ("They met on 27 and 28 October.", ["2024-10-27", "2024-10-28"]),
    ("They met on 1, 2 and 3 June 2020.", ["2020-06-01", "2020-06-02", "2020-06-03"]),
    ("They met 3-5 May 2021.", ["2021-05-03", "2021-05-05"]),
    ("They killed 12 and 28 October was calm.", ["2024-10-28"]),
    ("They ruled between 2001 and 2003.", ["2001", "2003"]),
    ("It rained between May 3 and May 5.", ["2024-05-03", "2024-05-05"]),
    ("It rained between June and August.", ["2024-06", "2024-08"]),
    ("It rained in April-June.", ["2024-04", "2024-06"]),
    ("Sales fell in the April-June quarter.", ["2024-Q2"]),
    ("Sales will fall in the October-December quarter.", ["2024-Q4"]),
    ("Sales fell in the October-December quarter.", ["2023-Q4"]),
    ("They ruled 2010-15 in peace.", ["2010", "2015"]),
    ("From 2004 to 2009 they ruled.", ["2004", "2009"]),
]


@pytest.mark.parametrize("sentence, values", LISTS)
def test_days_and_years_that_follow_are_expressions_of_their_own(sentence, values):
    assert [e.value for e in find(Document(sentence, date(2024, 10, 30)))] == values


ORDER = [
    ("The order 03/04/2024 follows 28/10/2023.", "2024-04-03"),
    ("The order 03/04/2024 follows 10/28/2023.", "2024-03-04"),
    ("The harbour authority's centre closed 03/04/2024.", "2024-04-03"),
    ("The harbor authority's center closed 03/04/2024.", "2024-03-04"),
    ("It closed 3.4.2024.", "2024-04-03"),
]


@pytest.mark.parametrize("sentence, value", ORDER)
def test_day_and_month_in_figures_go_by_the_evidence_of_the_text(sentence, value):
    assert value in [e.value for e in find(Document(sentence, date(2024, 10, 30)))]


def test_a_far_year_named_in_the_sentence_holds_for_the_day_after_it():
    found = find(Document("On Dec. 7, 1941, the fleet lay in port; on Dec. 8 it was gone.", date(2024, 10, 30)))
    assert [(e.value, e.anchor) for e in found] == [("1941-12-07", "none"), ("1941-12-08", "named")]


def test_an_impossible_day_is_no_day():
    assert find(Document("The note says Feb. 30, 2021.", None))[0].value == "2021-02-XX"
