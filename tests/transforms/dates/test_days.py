"""Weekdays, today and its neighbours, days that point to another, parts of a day and clock times."""

import pytest

CASES = [
    # Wednesday, 30 October 2024 is the day of publication
    ("The bus crashed on Wednesday.", "Wednesday", "2024-10-30"),
    ("The bus crashed on Tuesday.", "Tuesday", "2024-10-29"),
    ("The bus crashed Friday.", "Friday", "2024-10-25"),
    ("The team will arrive on Friday.", "Friday", "2024-11-01"),
    ("The team is expected to arrive on Monday.", "Monday", "2024-11-04"),
    ("The council plans to vote Thursday.", "Thursday", "2024-10-31"),
    ("The offer had been due to expire Friday.", "Friday", "2024-10-25"),
    ("He said on Monday that the team will arrive on Friday.", "Monday", "2024-10-28"),
    ("He said on Monday that the team will arrive on Friday.", "Friday", "2024-11-01"),
    ("On Friday, the court will rule on the case.", "Friday", "2024-11-01"),
    ("On Friday, the court ruled on the case.", "Friday", "2024-10-25"),
    ("They must answer by Friday.", "Friday", "2024-11-01"),
    ("Friday's ruling could end the case.", "Friday", "2024-10-25"),
    ("It fell last Wednesday.", "last Wednesday", "2024-10-23"),
    ("It will fall next Wednesday.", "next Wednesday", "2024-11-06"),
    ("It starts this coming Sunday.", "this coming Sunday", "2024-11-03"),
    ("It fell on Monday last week.", "Monday last week", "2024-10-21"),
    ("The Oct. 25 rally was big, but the previous Friday more came.", "previous Friday", "2024-10-18"),
    ("Friday, Oct. 18, was calm.", "Friday, Oct. 18", "2024-10-18"),
    ("It rained today.", "today", "2024-10-30"),
    ("It rained yesterday.", "yesterday", "2024-10-29"),
    ("It rained late yesterday.", "late yesterday", "2024-10-29"),
    ("It will rain tomorrow.", "tomorrow", "2024-10-31"),
    ("It rained the day before yesterday.", "the day before yesterday", "2024-10-28"),
    ("It rained on Oct. 3; the following day it snowed.", "the following day", "2024-10-04"),
    ("It rained on Oct. 3 and the day before.", "the day before", "2024-10-02"),
    ("It rained on Oct. 3; later that day it snowed.", "that day", "2024-10-03"),
    ("It rained on Oct. 3. Two days later it snowed.", "Two days later", "2024-10-05"),
    ("It rained on Oct. 3. A day earlier it had snowed.", "A day earlier", "2024-10-02"),
    ("The shop opens every Thursday.", "every Thursday", "XXXX-WXX-4"),
    ("The shop opens on Mondays.", "Mondays", "XXXX-WXX-1"),
    ("It sank on Oct. 12, the day before the festival.", "the day before", "2024-10-12"),
    ("It sank on Oct. 12, the day after.", "the day after", "2024-10-13"),
    ("It's the third day of the strike.", "the third day", "2024-10-30"),
    ("Today marks the 12th straight day of rain, the tenth day of the ban.", "Today", "2024-10-30"),
    ("It is told in today's papers.", "today", "2024-10-30"),
    ("It has no place in today's world.", "today", "PRESENT_REF"),
    ("Women's day is this coming Sunday, November third.", "this coming Sunday, November third", "2024-11-03"),
    ("The ferry leaves on Friday and Sunday nights.", "Friday", "XXXX-WXX-5TNI"),
    ("The ferry leaves on Friday and Sunday nights.", "Sunday nights", "XXXX-WXX-7TNI"),
    ("The fair opens a week from Friday.", "a week from Friday", "2024-11-08"),
    ("The hall burned down a fortnight ago.", "a fortnight ago", "2024-W42"),
    ("The judges will meet on Tuesday and Wednesday.", "Wednesday", "2024-11-06"),
    ("The fair will fall on the 15th of next month.", "the 15th of next month", "2024-11-15"),
    ("The crowd fled on Friday the 13th.", "Friday the 13th", "2024-09-13"),
    ("The fair will open on Friday the 13th.", "Friday the 13th", "2024-12-13"),
    ("The band plays every Friday night.", "every Friday night", "XXXX-WXX-5TNI"),
    ("The shop is shut on weekends.", "weekends", "XXXX-WXX-WE"),
    ("It rained more on the same day last year.", "the same day last year", "2023"),
    # parts of a day
    ("The bus crashed Tuesday night.", "Tuesday night", "2024-10-29TNI"),
    ("The bus crashed on Friday evening.", "Friday evening", "2024-10-25TEV"),
    ("The bus crashed last night.", "last night", "2024-10-29TNI"),
    ("The bus crashed this morning.", "this morning", "2024-10-30TMO"),
    ("The bus crashed overnight.", "overnight", "2024-10-29TNI"),
    ("They fly tonight.", "tonight", "2024-10-30TNI"),
    ("It began on Oct. 3 and by mid-afternoon it was over.", "mid-afternoon", "2024-10-03TAF"),
    ("Fog lay there every night.", "every night", "P1D"),
    ("It rained in the night to Sunday.", "the night to Sunday", "2024-10-26TNI"),
    ("It rained overnight into Monday.", "overnight into Monday", "2024-10-27TNI"),
    ("It rained from Thursday to Wednesday.", "Thursday", "2024-10-24"),
    ("It rained from Wednesday to Tuesday.", "Wednesday", "2024-10-23"),
    ("Until Friday it had rained.", "Friday", "2024-10-25"),
    # clock times
    ("It left at 5 p.m. on Tuesday.", "5 p.m.", "2024-10-29T17:00"),
    ("It left at 10:35 a.m. Tuesday.", "10:35 a.m.", "2024-10-29T10:35"),
    ("It left at 10:35 a.m. (0735 GMT) Tuesday.", "10:35 a.m.", "2024-10-29T10:35"),
    ("It left at 5 p.m. EST, Nov. 6.", "5 p.m. EST, Nov. 6", "2024-11-06T17:00"),
    ("It left on Tuesday at 14:30 GMT.", "14:30 GMT", "2024-10-29T14:30"),
    ("It left at 0600 GMT.", "0600 GMT", "2024-10-30T06:00"),
    ("It left at 18:45 sharp.", "18:45", "2024-10-30T18:45"),
    ("It left at four o'clock in the afternoon.", "four o'clock", "2024-10-30T16:00"),
    ("It left at 12 p.m. sharp.", "12 p.m.", "2024-10-30T12:00"),
    ("It left at 12 a.m. sharp.", "12 a.m.", "2024-10-30T00:00"),
    ("It left at noon Saturday.", "noon", "2024-10-26T12:00"),
]  # fmt: skip


@pytest.mark.parametrize("sentence, phrase, value", CASES, ids=[f"{phrase} in {sentence[:24]}" for sentence, phrase, _ in CASES])
def test_value(read, sentence, phrase, value):
    assert read(sentence, phrase).value == value


def test_a_time_of_day_has_the_day_it_belongs_to(read):
    found = read("It left at 5 p.m. on Tuesday.", "5 p.m.")
    assert (found.type, found.precision, found.first.isoformat(), found.last.isoformat()) == ("TIME", "time", "2024-10-29", "2024-10-29")
