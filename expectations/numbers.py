"""Expectations of a number's own columns, for mentions and claims alike."""

from __future__ import annotations

from expectations.check import Check
from expectations.lists import holds

STATED_FORM = r"^\d{4}(?:-\d{2}(?:-\d{2})?)?$"
_END = r"(?:\d{4}(?:-\d{2}(?:-\d{2})?)?)"
PERIOD_FORM = rf"^(?:{_END}/{_END}|{_END}/|/{_END})$"


def of_numbers(table: str) -> tuple[Check, ...]:
    """Interval, comparator, unit, source and dates of a number agree with each other, as the record's definition says."""
    return (
        Check(
            "sentence_as_in_text", table, "expect_column_pair_values_to_be_equal", ("sentence", "_sentence_at_span"),
            "sentence is the article's text from sentence_start to sentence_end.",
        ),
        holds(table, "bounds_finite", "low and high are finite numbers where set.", about="low"),
        holds(table, "low_not_above_high", "low is not above high.", about="low"),
        holds(table, "bounds_fit_comparator", "> and >= leave high open, < and <= leave low open, = and ~ set both.", about="comparator"),
        holds(table, "share_is_percent", "The metric is share exactly when the unit is %, pp or bp (basis points).", about="metric"),
        holds(table, "money_is_currency", "The metric is money exactly when the unit is an ISO 4217 code or a rate of one.", about="metric"),
        holds(table, "source_fits_quote", "The source is null exactly when quote is none.", about="quote"),
        holds(table, "chain_ends_with_source", "A source chain has at least two links and ends with the source.", about="source_chain"),
        Check(
            "cue_text_at_span", table, "expect_column_pair_values_to_be_equal", ("cue_text", "_text_at_cue"),
            "cue_text is the article's text from cue_start to cue_end.", {"ignore_row_if": "both_values_are_missing"},
        ),
        holds(table, "stated_on_needs_source", "stated_on is null where no source is.", about="stated_on"),
        Check(
            "stated_on_formed", table, "expect_column_values_to_match_regex", ("stated_on",),
            "stated_on is an ISO day, month or year.", {"regex": STATED_FORM},
        ),
        Check(
            "period_formed", table, "expect_column_values_to_match_regex", ("period",),
            "period is first/last, each an ISO day, month or year, one of them may be empty.", {"regex": PERIOD_FORM},
        ),
        holds(table, "hedge_in_sentence", "hedge_text stands in the sentence.", about="hedge_text", severity="warning"),
    )  # fmt: skip
