"""Words and figures that look like time expressions and are none."""

from datetime import date

import pytest

from transforms.dates.find import find
from transforms.language.document import Document

NONE = [
    "You may go if you like.", "They march for peace.", "An august body met.", "They paid $1,990 for it.", "They paid $2000 for it.",
    "Some 2000 people came.", "About 1500 troops left.", "More than 2000 homes burned.", "Resolution 1701 was kept.", "He moved 1990 km north.",
    "A quarter of the town burned.", "Three-quarters of the town burned.", "The second half was dull.", "Prices fall when demand drops.",
    "The fall of the city shocked them.", "It costs 40 dollars a day.", "She is a 34-year-old nurse.", "He asked for a second opinion.",
    "The ratio was 3.5 to 1.", "They won 3-1.", "Call 555-1234 now and then.".replace(" now and then", ""), "Sun and sea drew them.",
    "June Allen spoke.", "April Moss spoke.", "USA TODAY asked them.", "A Tribune Today poll asked them.", "Version 10.12.3 is out.",
    "They live at 1600 Elm Street.", "Once the vote is over, they leave.", "The spring broke and the watch stopped.", "He had 12 points at half-time.",
    "The bus holds 50 passengers per day.", "The Good Friday agreement held.", "She spoke on the programme \"This Week\" at length.",
    "It is a matter of days.", "He was soon released.", "Three-quarters of it burned.", "Output rose 4% annually.", "The average daily volume fell.",
    "It changed from a fiscal year to a calendar year.", "She told of the night the dam broke.", "They saw the film High Noon.", "On Election Day, nobody voted.", "They scored a first-half goal.", "Sales fell for the fourth quarter in a row.", "They keep Orthodox Easter Sunday quietly.",
]  # fmt: skip


@pytest.mark.parametrize("sentence", NONE)
def test_no_time_expression(sentence):
    assert [(e.text, e.value) for e in find(Document(sentence, date(2024, 10, 30)))] == []


WITHOUT_DATE = [
    ("It grew on Tuesday.", "XXXX-WXX-2"), ("It grew today.", "XXXX-XX-XX"), ("It grew last week.", "XXXX-WXX"), ("It grew last month.", "XXXX-XX"),
    ("It grew last year.", "XXXX"), ("It grew in August.", "XXXX-08"), ("It grew on Aug. 7.", "XXXX-08-07"), ("It grew in the third quarter.", "XXXX-Q3"),
    ("It grew last summer.", "XXXX-SU"), ("It left at 5 p.m. sharp.", "XXXX-XX-XXT17:00"),
]  # fmt: skip


@pytest.mark.parametrize("sentence, value", WITHOUT_DATE)
def test_without_a_publication_date_relative_ones_have_no_days(sentence, value):
    (found,) = find(Document(sentence, None))
    assert (found.value, found.first, found.last) == (value, None, None)


@pytest.mark.parametrize(
    "sentence, value", [("It grew on 7 August 1998.", "1998-08-07"), ("It grew in 2019.", "2019"), ("In the 1980s it grew.", "198")]
)
def test_without_a_publication_date_absolute_ones_resolve(sentence, value):
    (found,) = find(Document(sentence, None))
    assert found.value == value
    assert found.first is not None
