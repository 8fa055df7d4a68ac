"""One planted fault for each row-level expectation: what is changed in an otherwise sound row, or in what lies around it.

A new expectation without a line here fails test_suites.py.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

# values that replace those of the sound row
Fault = dict[str, Any]

NUMBERS: dict[str, Fault] = {
    "required_values_set": {"number_text": None},
    "comparator_listed": {"comparator": "!="},
    "trend_listed": {"trend": "sideways"},
    "metric_listed": {"metric": "drowned"},
    "status_listed": {"status": "rumoured"},
    "quote_listed": {"quote": "shouted"},
    "article_exists": {"article_id": "0123456789abcdef0123"},
    "span_not_empty": {"char_end": 0},
    "number_text_at_span": {"number_text": "41"},
    "sentence_contains_span": {"sentence_end": 30},
    "sentence_as_in_text": {"sentence": "Somebody said something else about 40 people."},
    "bounds_finite": {"low": float("inf")},
    "low_not_above_high": {"comparator": "=", "low": 50.0, "high": 40.0},
    "bounds_fit_comparator": {"comparator": ">", "low": 40.0, "high": 40.0},
    "share_is_percent": {"unit": "%", "metric": "killed"},
    "money_is_currency": {"metric": "money", "unit": "person"},
    "source_fits_quote": {"quote": "none"},
    "chain_ends_with_source": {"source_chain": ["Ada Lorne", "the mayor"]},
    "cue_text_at_span": {"cue_text": "claimed"},
    "stated_on_needs_source": {"source": None, "quote": "none"},
    "stated_on_formed": {"stated_on": "3 March 2025"},
    "period_formed": {"period": "2025-03-03"},
    "hedge_in_sentence": {"hedge_text": "no fewer than"},
}
FAULTS: dict[str, dict[str, Fault]] = {
    "articles": {
        "required_values_set": {"publisher": None},
        "publisher_origin_listed": {"publisher_origin": "guess"},
        "language_origin_listed": {"language_origin": "guess"},
        "published_origin_listed": {"published_origin": "guess"},
        "article_id_formed": {"article_id": "article 7"},
        "text_unique": {},  # the fault is a second row, see test_suites.py
        "document_landed": {"document_id": "ffffffffffffffffffff"},
        "text_not_empty": {"text": " \n\n…"},
        "text_hash_of_text": {"text_hash": "0" * 64},
        "title_starts_text": {"title": "Storm in Norrby"},
        "language_read": {"language": "sv"},
        "published_on_plausible": {"published_on": date(1989, 12, 31)},
        "published_at_fits_day": {"published_at": datetime(2025, 3, 9, tzinfo=UTC)},
        "publisher_set": {"publisher": "–"},
        "canonical_url_formed": {"canonical_url": "lennpost.example/a"},
        "word_count_positive": {"word_count": 0},
        "marked_spans_inside": {"marked_spans": '[[5, 100000, "credit"]]'},
    },
    "mentions": NUMBERS
    | {
        "not_claim_reason_listed": {"is_claim": False, "not_claim_reason": "boring"},
        "mention_id_formed": {"mention_id": "mention 7"},
        "mention_id_unique": {},
        "reason_fits_claim": {"not_claim_reason": "age"},
    },
    "dates": {
        "required_values_set": {"date_text": None},
        "timex_type_listed": {"timex_type": "MOMENT"},
        "precision_listed": {"precision": "fortnight"},
        "anchor_listed": {"anchor": "yesterday"},
        "date_id_formed": {"date_id": "date 7"},
        "date_id_unique": {},
        "article_exists": {"article_id": "0123456789abcdef0123"},
        "span_not_empty": {"char_end": 0},
        "date_text_at_span": {"date_text": "Tuesday"},
        "sentence_contains_span": {"sentence_start": 50},
        "days_in_order": {"first_day": date(2025, 3, 4)},
        "days_plausible": {"last_day": date(9025, 3, 3)},
        "unknown_has_no_days": {"precision": "unknown"},
    },
    "claims": NUMBERS
    | {
        "claim_id_formed": {"claim_id": "claim 7"},
        "claim_id_unique": {},
        "mention_claims": {"mention_id": "0123456789abcdef0123"},
        "published_on_of_article": {"published_on": date(2025, 3, 3)},
        "stated_days_fit": {"stated_first": None},
        "stated_on_not_after_publication": {"stated_on": "2025-03-06", "stated_first": date(2025, 3, 6), "stated_last": date(2025, 3, 6)},
        "period_in_order": {"period": "2025-03-03/2025-03-01", "period_first": date(2025, 3, 3), "period_last": date(2025, 3, 1)},
        "period_days_fit": {"period": "2025-03/", "period_first": date(2025, 3, 1), "period_last": date(2025, 3, 31)},
        "dates_exist": {"period_date_id": "0123456789abcdef0123"},
        "share_plausible": {"metric": "share", "unit": "%", "comparator": "=", "low": 4000.0, "high": 4000.0},
        "counted_head_lower_case": {"counted_head": "Person"},
    },
}
REPEATED = {"text_unique", "mention_id_unique", "date_id_unique", "claim_id_unique"}
