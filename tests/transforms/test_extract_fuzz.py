"""No text breaks the whole extraction; spans slice, intervals are ordered, same in same out, and time grows with the text."""

import time
from datetime import date
from itertools import cycle, islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.extract import ArticleText, extract

FRAGMENTS = (
    "12 people died|at least 40 houses|more than 1,200|$3 million|€2.5bn|7.2 percent|from 6.9 to 7 percent|between 10 and 20 dogs|a dozen|two thirds of|"
    "half of them|nearly 300|between 5 and|no fewer than|12th|No. 7|3-2|10:30 p.m.|1/2|1.2.3|0|-5|+4|1e9|999999999999999999999|٣|１２ cars|½|10–12|5km|M7.1|"
    "he said|she said|said Anna Holm|Anna Holm|Mayor Ivan Dell told reporters|according to police|according to|citing|officials said|the ministry denied that|"
    "that|which|who|the agency reported|Lenta, citing police, reported|in a new poll|records show|by the ministry's count|it|they|their|the company|the country|"
    "on Monday|last week|in 2019|since Friday|in the third quarter|a year earlier|by 2030|Oct. 28, 2024|28/10/2024|from May to June|in that period|since then|"
    "ORLO, Norvia (AP) --|in Orlo|in Norvia, Tavia|north of the capital|killed|wounded|rose|fell|will build|did not|never|and|or|but|while|with|of|the|"
    "\"|“|”|'|‘|’|''|«|»|(|)|[|]|{|}|,|;|:|.|?|!|…|-|–|—|--|/|%|$|\n|\n\n|\t|\r\n|\u2028|\xa0|\u200b|\u202e|\u0301|\x00|\x07|\ufeff|🔥|👩‍👩‍👧|ﬁ|ß|İ|日本語|𝟙𝟚|"
    "HEADLINE IN CAPITALS: 40 DEAD|Q: How many?|MAYOR ROE:|* 12 gold|1. First|http://example.org/12?x=3|@orr12|#40"
).split("|")
TEXTS = st.lists(st.sampled_from([*FRAGMENTS, " "]), max_size=45).flatmap(lambda parts: st.sampled_from([" ", ""]).map(lambda gap: gap.join(parts)))
DAYS = st.one_of(st.none(), st.dates(date(1, 1, 1), date(9999, 12, 31)))
ODD_TEXTS = st.one_of(st.text(max_size=200), TEXTS.flatmap(lambda text: st.text(max_size=8).map(lambda odd: text.replace(" ", odd, 3))))


def check(text: str, published: date | None) -> None:
    article = ArticleText(text, published, "The Norvia Wire", "Fire")
    found = extract(article)
    assert extract(article) == found
    ids = {row["date_id"] for row in found.dates}
    end = 0
    for row in found.mentions:
        start, end_before, end = row["char_start"], end, row["char_end"]
        assert end_before <= start < end <= len(text)
        assert text[start:end] == row["number_text"]
        assert row["sentence_start"] <= start
        assert end <= row["sentence_end"]
        assert text[row["sentence_start"] : row["sentence_end"]] == row["sentence"]
        assert row["low"] is None or row["high"] is None or row["low"] <= row["high"]
        assert not row["is_claim"] or row["low"] is not None or row["high"] is not None
        if row["cue_start"] is not None:
            assert text[row["cue_start"] : row["cue_end"]] == row["cue_text"] != ""
        for part in ("hedge_text", "unit_text", "source_text"):
            assert row[part] is None or row[part] in text
        assert {row["stated_date_id"], row["period_date_id"]} - {None} <= ids
        assert (row["source"] is None) == (row["source_text"] is None)
        assert (row["not_claim_reason"] is None) == row["is_claim"]
    for row in found.dates:
        assert text[row["char_start"] : row["char_end"]] == row["date_text"] != ""


@settings(max_examples=250, deadline=None)
@given(TEXTS, DAYS)
def test_news_in_any_order(text, published):
    check(text, published)


@settings(max_examples=80, deadline=None)
@given(ODD_TEXTS, DAYS)
def test_any_text(text, published):
    check(text, published)


def seconds(text: str, times: int = 2) -> float:
    """The processor time of one extraction, the best of some."""
    taken = []
    for _ in range(times):
        started = time.process_time()
        extract(ArticleText(text, date(2024, 10, 28)))
        taken.append(time.process_time() - started)
    return min(taken)


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("and 12 people died , " * 600, 10_000),
        ("Norvia, 12 gold, 3 silver; " * 400, 5_000),
        ("".join(f"Candidate{n} won {n + 40} votes in Ward {n}, " for n in range(400)), 10_000),
        ("officials said that 12 people died in a poll, records show, " * 200, 10_000),
        ("the ministry, which said 4 , according to police , " * 200, 10_000),
        ("12 " * 1_000, 3_000),
        ("“12 " * 750, 3_000),
    ],
)
def test_a_long_sentence_costs_little_more_than_its_parse(text, length):
    extract(ArticleText("Officials said 12 people died."))
    quarter, whole = seconds(text[: length // 4]), seconds(text[:length])
    assert whole < 8 * quarter + 1


NEWS = (
    'TARVIK, Norland -- At least 40 people were killed when floods hit the Harrow valley on Monday, officials said. "We have lost 300 houses," said Anna '
    "Holm, the mayor of Tarvik.\n\n",
    "According to the Norland Statistics Office, unemployment rose to 7.2 percent in September from 6.9 percent a month earlier.\n\n",
    "The wire Lenta, citing police, reported that 15 suspects had been arrested. She denied that more than 200 protesters were hurt.\n\n",
    "Shares of Hallex fell 3 percent. The company, which employs 8,000 workers, said it would build two plants there.\n\n",
    "The streets were quiet again by the evening, and the shops had opened their doors.\n\n",
)


def test_ordinary_news_takes_time_in_proportion_to_its_length():
    def news(length: int) -> str:
        return "".join(islice(cycle(NEWS), length // 100))[:length]

    extract(ArticleText(NEWS[0]))
    small, large = seconds(news(40_000)), seconds(news(160_000), times=1)
    assert large < 8 * small + 1
