"""The suites: for each table the expectations of its rows and of the frame as a whole. Data only; nothing here runs.

To add one: a line here, its column in expectations/derived.py or facts.py where it needs one, and a planted fault in the
tests, without which they fail.
"""

from __future__ import annotations

from expectations.check import Check
from expectations.lists import ID_FORM, holds, keyed, listed, placed, required, schema_check
from expectations.numbers import of_numbers

LANGUAGES = ("en",)
BANDS = ("claims_per_1000_words", "sourced_share", "other_metric_share")


def _fact(table: str, name: str, description: str, low: float | None, high: float | None, severity: str = "error") -> Check:
    parameters = {"min_value": low, "max_value": high}
    return Check(f"{name}_in_bounds", table, "expect_column_values_to_be_between", (name,), description, parameters, severity, False, None)


def _band(name: str, description: str) -> Check:
    # without enough loads for a band all that is known is that it can't be negative
    parameters = {"min_value": 0, "max_value": None}
    kind = "expect_column_values_to_be_between"
    return Check(f"{name}_in_band", "claims", kind, (name,), description, parameters, "warning", False, None)


def _matches(column: str, name: str, description: str, regex: str) -> Check:
    return Check(name, "articles", "expect_column_values_to_match_regex", (column,), description, {"regex": regex})


ARTICLES = (
    schema_check("articles"),
    required("articles"),
    *listed("articles"),
    _matches("article_id", "article_id_formed", "article_id is a hexadecimal id.", ID_FORM),
    holds("articles", "text_unique", "An article's text stands once among the rows of a day.", about="text_hash"),
    holds("articles", "document_landed", "Its document is among the day's landed ones.", about="document_id"),
    _matches("text", "text_not_empty", "The text has a letter or digit.", r"(?s).*\w"),
    holds("articles", "text_hash_of_text", "text_hash is the SHA-256 of the text.", about="text_hash"),
    holds("articles", "title_starts_text", "The text starts with the title, where there is one.", about="title", severity="warning"),
    Check(
        "language_read", "articles", "expect_column_values_to_be_in_set", ("language",),
        "The text is in a language that the extraction reads.", {"value_set": list(LANGUAGES)},
    ),
    holds("articles", "published_on_plausible", "The publication day lies between 1990 and the day after arrival.", about="published_on"),
    holds("articles", "published_at_fits_day", "The publication time lies within a day of the publication day.", about="published_at"),
    _matches("publisher", "publisher_set", "The publisher has a letter or digit.", r".*\w"),
    _matches("canonical_url", "canonical_url_formed", "canonical_url is an http or https address.", r"^https?://[^\s/]+"),
    Check(
        "word_count_positive", "articles", "expect_column_values_to_be_between", ("word_count",),
        "The text has at least one word.", {"min_value": 1},
    ),
    holds("articles", "marked_spans_inside", "marked_spans is a JSON list of [start, end, reason] inside the text.", about="marked_spans"),
    _fact("articles", "documents_without_any_article", "Landed documents give at least one article.", 0, 0),
    _fact("articles", "article_share", "At least half of the landed documents give an article.", 0.5, None, "warning"),
)  # fmt: skip

MENTIONS = (
    schema_check("mentions"),
    required("mentions"),
    *listed("mentions"),
    *keyed("mentions", "mention_id"),
    *placed("mentions", "number_text"),
    *of_numbers("mentions"),
    holds("mentions", "reason_fits_claim", "not_claim_reason is set exactly when is_claim is false.", about="not_claim_reason"),
    _fact("mentions", "claim_share", "A fifth of the mentions or more claim something.", 0.2, None, "warning"),
)

DATES = (
    schema_check("dates"),
    required("dates"),
    *listed("dates"),
    *keyed("dates", "date_id"),
    *placed("dates", "date_text"),
    holds("dates", "days_in_order", "first_day is not after last_day.", about="first_day"),
    holds("dates", "days_plausible", "The days lie between the years 1000 and 2500.", about="first_day", severity="warning"),
    holds("dates", "unknown_has_no_days", "A time expression of unknown precision has no days.", about="precision"),
    _fact("dates", "resolved_share", "A third of the time expressions or more have a day.", 0.33, None, "warning"),
)

CLAIMS = (
    schema_check("claims"),
    required("claims"),
    *listed("claims"),
    *keyed("claims", "claim_id"),
    holds("claims", "mention_claims", "Its mention is among the day's mentions and claims something.", about="mention_id"),
    *placed("claims", "number_text"),
    *of_numbers("claims"),
    holds("claims", "published_on_of_article", "published_on is the article's.", about="published_on"),
    holds("claims", "stated_days_fit", "stated_first and stated_last are set and in order exactly when stated_on is set.", about="stated_first"),
    holds("claims", "stated_on_not_after_publication", "The source did not speak after the publication day.", about="stated_on", severity="warning"),
    holds("claims", "period_in_order", "period_first is not after period_last.", about="period_first"),
    holds("claims", "period_days_fit", "period_first and period_last are set exactly where period has that end.", about="period_first"),
    holds("claims", "dates_exist", "The time expressions that gave stated_on and period are among the day's dates.", about="stated_date_id"),
    holds("claims", "share_plausible", "A share lies between -1,000 and 1,000.", about="low", severity="warning"),
    holds("claims", "counted_head_lower_case", "counted_head is in lower case.", about="counted_head", severity="warning"),
    _band("claims_per_1000_words", "Claims per 1,000 words lie in the band of the last 30 loads."),
    _band("sourced_share", "The share of claims with a source lies in the band of the last 30 loads."),
    _band("other_metric_share", "The share of claims with metric other lies in the band of the last 30 loads."),
)

# the built warehouse: each name is a query of sql/audit/ that returns the rows that break it
AUDITED = {
    "claims_have_current_article": "Every claim is of the current version of an article.",
    "claims_have_mention": "Every claim has its mention, and that claims something.",
    "claims_have_source_row": "Every claim with a source points to a row of sources, the others to none.",
    "claims_have_figure_row": "Every claim's figure is a row of figures.",
    "claims_have_date_rows": "The time expressions that a claim points to exist.",
    "claiming_mentions_have_claim": "No claim of a current article was lost between mentions and claims, but for quarantined ones.",
    "mentions_have_article": "Every mention is of a version of an article.",
    "dates_have_article": "Every time expression is of a version of an article.",
    "articles_have_document": "Every article was read from a landed document.",
    "articles_have_one_current": "Every article has exactly one current version, its newest.",
    "versions_without_gaps": "The versions of an article are 1, 2, 3 …",
    "texts_as_hashed": "The texts that this load wrote have their hash.",
    "numbers_at_span": "The claims that this load wrote have their number at their span.",
    "sources_counted": "Every source's counts are those of its claims.",
    "figures_counted": "Every figure's counts are those of its claims.",
    "stories_have_one_origin": "Every story has exactly one likely origin among the current articles.",
    "superseded_are_replaced": "No superseded claim is among the claims with the same content.",
}
WAREHOUSE = tuple(
    Check(name, "warehouse", "expect_column_values_to_be_between", (name,), text, {"min_value": 0, "max_value": 0}, is_row_level=False, about=None)
    for name, text in AUDITED.items()
)

SUITES: dict[str, tuple[Check, ...]] = {"articles": ARTICLES, "mentions": MENTIONS, "dates": DATES, "claims": CLAIMS, "warehouse": WAREHOUSE}


def checks_for(table: str) -> tuple[Check, ...]:
    """The expectations of a table, in order; () for a table without a suite."""
    return SUITES.get(table, ())
