"""The whole description: references back over sentences, stable columns, and that no text breaks it."""

from __future__ import annotations

import string

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.transforms.claims.reading import about, described
from transforms import schema

WORDS = (
    'killed wounded people soldiers of the them others more than at least three 40 2,000 $5 million 12 percent in Tarn Norvia said , . ; ( ) - " not denied '
    "will could if expected by December one dozens hundreds years ago its Russian forces and or from to rose fell toll : million km south"
).split()
MIX = st.lists(st.sampled_from(WORDS), min_size=1, max_size=40).map(" ".join)
NOISE = st.text(alphabet=string.printable + "éß“”’–—…½€£¥\u00a0\u200b\u202e中אح🙂", max_size=200)


@settings(max_examples=60, deadline=None)
@given(MIX | NOISE)
def test_no_text_breaks_the_description(text: str) -> None:
    for _, description in described.__wrapped__(text):
        assert description.metric in schema.METRICS
        assert description.status in schema.STATUSES
        assert description.is_claim == (description.reason is None)
        assert description.reason is None or description.reason in schema.NOT_CLAIM_REASONS
        if description.head_start is not None:
            assert 0 <= description.head_start < len(text)


def test_later_number_takes_thing_and_owner_from_the_earlier() -> None:
    text = "Reports say that more than 3,000 Norvian troops have been sent to Kenya, with more than 12,000 expected by December."
    first, later = about(text, "3,000"), about(text, "12,000")
    assert (later.counted, later.unit, later.subject, later.metric) == (first.counted, first.unit, first.subject, first.metric) == (
        "Norvian troops", "troop", first.subject, "personnel",
    )  # fmt: skip
    assert (first.status, later.status) == ("asserted", "projected")
    assert later.head_start is None


def test_conversion_says_the_same_of_the_same() -> None:
    text = "The state will spend one million yuan (about 123,000 US dollars) on new clinics."
    first, second = about(text, "one million yuan"), about(text, "123,000")
    assert (second.counted, second.status, second.metric) == (first.counted, first.status, first.metric) == ("new clinics", "projected", "money")
    assert (first.unit, second.unit) == ("CNY", "USD")


def test_reference_reaches_over_sentences_of_one_story_only() -> None:
    far = "Police arrested 40 rioters. " + "The sea was calm. " * 8 + "Twelve were red."
    assert about(far, "Twelve").counted is None


def test_share_and_money_metrics_go_with_their_units() -> None:
    text = "Some 40 percent of voters gave $3 million, and turnout rose by 5 percentage points."
    for number, unit, metric in (("40 percent", "%", "share"), ("$3 million", "USD", "money"), ("5", "pp", "share")):
        assert (about(text, number).unit, about(text, number).metric) == (unit, metric)
