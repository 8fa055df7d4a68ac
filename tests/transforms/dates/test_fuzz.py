"""No text breaks the date rules; spans slice; time grows with the text."""

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.dates.find import find
from transforms.dates.inference import infer_published
from transforms.language.document import Document
from transforms.schema import DATE_ANCHORS, DATE_PRECISIONS, TIMEX_TYPES

PIECES = (
    "the last next this first second third past of in on at by since from to and or a an early late mid- end week month year years quarter half day days "
    "hours Monday Friday Tuesdays Jan. Sept. May March October 1 2 12 30 31 99 1989 2024 0000 9999 '98 1980s 20th century p.m. 5 :30 GMT - – / , . ' ’s ( ) "
    "ago earlier later before after today yesterday now fiscal FY2025 Q3 H1 year-ago year-end night morning overnight spring fall Christmas Day Eve New Year's "
    "nineteen ninety two thousand several few couple over past coming recent each every BC 2024-10-30 10/11/12 31/12/2023 ended \n \n\n"
).split(" ")
SENTENCES = st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join)
ENDS = (date(1, 1, 1), date(9999, 12, 31))
DAYS = st.one_of(st.none(), st.sampled_from(ENDS), st.dates(date(1, 1, 1), date(9999, 12, 31)))


def check(text: str, published: date | None) -> None:
    end = 0
    for expression in find(Document(text, published)):
        assert text[expression.start : expression.end] == expression.text
        assert expression.text.strip()
        assert end <= expression.start < expression.end
        end = expression.end
        assert expression.type in TIMEX_TYPES
        assert expression.precision in DATE_PRECISIONS
        assert expression.anchor in DATE_ANCHORS
        if expression.first and expression.last:
            assert expression.first <= expression.last


@settings(max_examples=250, deadline=None)
@given(SENTENCES, DAYS)
def test_time_words_in_any_order(text, published):
    check(text, published)


@pytest.mark.parametrize("published", ENDS)
@pytest.mark.parametrize(
    "phrase",
    ["overnight", "yesterday", "tomorrow", "last night", "last week", "next week", "last weekend", "last month", "next month", "last year", "next year", "last quarter",
     "next decade", "last summer", "next fiscal year", "last fiscal year", "last Friday", "Friday", "Monday to Sunday", "the night to Monday", "the past three days",
     "the next ten years", "two weeks ago", "in three weeks' time", "a year earlier", "the same week of last year", "the same month last year", "the following year",
     "Christmas", "Easter", "the third quarter", "the quarter", "the day before yesterday", "the 15th of next month", "the decade to 2020", "May", "May 3"],
)  # fmt: skip
def test_the_ends_of_the_calendar(phrase, published):
    for text in (f"{phrase.capitalize()} nine ships sank.", f"Nine ships sank {phrase}.", f"Nine ships will sail on {phrase}, and later."):
        check(text, published)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300), DAYS)
def test_any_text(text, published):
    check(text, published)


@settings(max_examples=100, deadline=None)
@given(st.one_of(SENTENCES, st.text(max_size=300)))
def test_inference_of_any_text(text):
    found = infer_published(text)
    assert found is None or found[2] in text


@pytest.mark.parametrize(
    "piece",
    [
        "On Monday, Oct. 28, 2024, nine ships sailed in the first half of the year. ",
        "the last of the ",
        "in 1999 ",
        "Monday and ",
        "a few more ",
        "2 ",
        "two hundred and ",
        "May ",
        "early late ",
    ],
)
def test_time_grows_with_the_text(piece):
    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        started = time.process_time()
        find(Document(text, date(2024, 10, 30)))
        return time.process_time() - started

    seconds(1000)
    small, large = min(seconds(8_000), seconds(8_000)), seconds(64_000)
    assert large < 20 * small + 0.5


def test_a_text_of_a_megabyte_is_read_in_seconds():
    piece = (
        "On Monday, Oct. 28, 2024, nine ships sailed by Friday in the first three weeks of April, the day before the May 5 vote, to 3 p.m. Sunday. "
    )

    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        started = time.process_time()
        find(Document(text, date(2024, 10, 30)))
        return time.process_time() - started

    seconds(1000)
    small, large = seconds(125_000), seconds(1_000_000)
    assert large < 12 * small + 1
    assert large < 20
