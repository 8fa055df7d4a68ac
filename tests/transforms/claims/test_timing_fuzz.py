"""No text breaks the timing rules, and what they give is an ISO text whose ends are in order or open."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.attribution.attribution import Attribution
from transforms.claims.intervals import first_last
from transforms.claims.timing import period, stated_on
from transforms.dates.find import find
from transforms.extract import ArticleText, extract
from transforms.language.document import Document
from transforms.quantities.quantity import Quantity

PIECES = (
    "on Monday|since May|by 2030|last week|in 2019|from|to|between|and|than|the mayor said|had said|which fell|who died|in the same period|since then|nine|12|40 percent|"
    'people|ships|,|.|"|(|)|over the past three days|fiscal 2023|now|the 1998 flood|before|until|it|rose|killing|:|\n\n'
).split("|")


DAYS = st.one_of(st.none(), st.sampled_from([date(1, 1, 1), date(9999, 12, 31)]), st.dates())
DATES = (
    "Monday|Sunday|Friday|2019|2023|July|January|May 3|3 June 2021|Q3|fiscal 2024|last week|yesterday|overnight|the night to Sunday|the past week|next year|"
    "the same month of 2023|the decade to 2020|from|to|and|until|since|in|on|,|-|/|12 people died|40 more|the mayor said|had been missing"
).split("|")


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(DATES), min_size=2, max_size=14), DAYS)
def test_no_period_ends_before_it_begins(pieces, published):
    for mention in extract(ArticleText(" ".join([*pieces, "and 77 ships sank."]), published)).mentions:
        first, last = first_last(mention["period"])
        assert first is None or last is None or first <= last
        assert not (mention["period"] and first is None and last is None)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=20), st.lists(st.sampled_from(PIECES), max_size=12), DAYS)
def test_pieces_in_any_order(before, after, published):
    text = " ".join([*before, "77", *after])
    start = text.index("77")
    document = Document(text, published)
    dates = find(document)
    cue = text.find("said")
    sentence = document.sentence_at(max(cue, 0)).index
    attribution = Attribution(source="the mayor", cue_start=cue, cue_end=cue + 4, sentence=sentence) if cue >= 0 else Attribution()
    about, _ = period(document, Quantity(start, start + 2, "77", 77, 77, "="), dates, attribution)
    said, _ = stated_on(document, attribution, dates)
    assert about is None or about.count("/") == 1
    first, last = first_last(about)
    assert not (about and first is None and last is None)
    assert said is None or isinstance(first_last(said)[0], date)
