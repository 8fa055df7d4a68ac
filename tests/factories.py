"""Small, valid, made-up rows of every frame: the invented republic of Ostrava Minor and its river Lenn.

`article()` makes an article's row and `claim_rows()` reads numbers out of its text by hand, so that every span is true.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

import polars as pl

from orchestration.warehouse.folders import Warehouse
from orchestration.warehouse.frames import FRAME_TABLES, Frames
from orchestration.warehouse.records import LoadRecord
from transforms import schema
from transforms.ids import stable_id, text_hash

DAY = date(2025, 3, 4)
SENTENCE = "Minister Ada Lorne said on Monday that at least 40 people were killed in Lennport, and the repairs cost 3 million euros."
TEXT = f"Flood in Lennport\n\n{SENTENCE}"


def document(name: str, day: date = DAY, **values: Any) -> dict[str, Any]:
    """A row of `landed`."""
    return {
        "document_id": stable_id("document", name, day),
        "arrival_date": day,
        "found_at": datetime(day.year, day.month, day.day, 6, tzinfo=UTC),
        "origin_kind": "inbox",
        "origin": f"inbox/{name}.txt",
        "stored_path": f"{day}/{name}.txt",
        "size_bytes": 100,
        "media_type": "text/plain",
        "http_status": None,
        "headers": None,
        "given_publisher": None,
        "given_published": None,
        "given_country": None,
        "given_zone": None,
        "modified_at": None,
        "is_example": False,
    } | values


def article(name: str, text: str = TEXT, day: date = DAY, **values: Any) -> dict[str, Any]:
    """A row of `articles`; `name` is its address and its document's name."""
    return {
        "article_id": stable_id("article", name),
        "document_id": stable_id("document", name, day),
        "document_index": 0,
        "arrival_date": day,
        "url": f"https://lennpost.example/{name}?utm_source=feed",
        "canonical_url": f"https://lennpost.example/{name}",
        "publisher": "Lenn Post",
        "publisher_origin": "front_matter",
        "title": text.split("\n")[0],
        "authors": ["Ida Brandt"],
        "section": None,
        "language": "en",
        "language_origin": "detected",
        "published_on": date(2025, 3, 4),
        "published_at": None,
        "published_text": "2025-03-04",
        "published_origin": "front_matter",
        "modified_at": None,
        "text": text,
        "text_hash": text_hash(text),
        "marked_spans": "[]",
        "word_count": len(text.split()),
        "is_example": False,
    } | values


def mention(of: dict[str, Any], number: str, **values: Any) -> dict[str, Any]:
    """A row of `mentions` for a numeral in an article's text; the sentence is the line that holds it."""
    text = of["text"]
    start = text.index(number)
    end = start + len(number)
    sentence_start = text.rfind("\n", 0, start) + 1
    sentence_end = text.find("\n", end) if "\n" in text[end:] else len(text)
    place = {"article_id": of["article_id"], "text_hash": of["text_hash"], "arrival_date": of["arrival_date"], "char_start": start, "char_end": end}
    return {
        "mention_id": stable_id(of["article_id"], of["text_hash"], start, end),
        **place,
        "number_text": number,
        "comparator": "=",
        "hedge_text": None,
        "low": 1.0,
        "high": 1.0,
        "trend": None,
        "unit": "person",
        "unit_text": "people",
        "counted": "people",
        "counted_head": "person",
        "metric": "killed",
        "subject": None,
        "place": "Lennport",
        "status": "asserted",
        "source": None,
        "source_text": None,
        "source_chain": [],
        "cue_text": None,
        "cue_start": None,
        "cue_end": None,
        "quote": "none",
        "stated_on": None,
        "period": None,
        "stated_date_id": None,
        "period_date_id": None,
        "sentence": text[sentence_start:sentence_end],
        "sentence_start": sentence_start,
        "sentence_end": sentence_end,
        "is_claim": True,
        "not_claim_reason": None,
        "extractor_version": "0.1.0",
    } | values


def time_expression(of: dict[str, Any], words: str = "Monday", **values: Any) -> dict[str, Any]:
    """A row of `dates`."""
    start = of["text"].index(words)
    at = mention(of, words)
    return {
        "date_id": stable_id(of["article_id"], of["text_hash"], start, start + len(words)),
        **{name: at[name] for name in ("article_id", "text_hash", "arrival_date", "char_start", "char_end", "sentence_start", "sentence_end")},
        "date_text": words,
        "timex_type": "DATE",
        "timex_value": "2025-03-03",
        "first_day": date(2025, 3, 3),
        "last_day": date(2025, 3, 3),
        "precision": "day",
        "anchor": "publication",
        "extractor_version": "0.1.0",
    } | values


def said(of: dict[str, Any], source: str = "Ada Lorne", cue: str = "said") -> dict[str, Any]:
    """The columns of a source that the article names before the cue, on Monday 3 March 2025."""
    start = of["text"].index(cue)
    return {
        "source": source,
        "source_text": source,
        "cue_text": cue,
        "cue_start": start,
        "cue_end": start + len(cue),
        "quote": "indirect",
        "stated_on": "2025-03-03",
        "stated_date_id": time_expression(of)["date_id"],
    }


def mentions_of(of: dict[str, Any], **values: Any) -> list[dict[str, Any]]:
    """The two numbers of TEXT: at least 40 people killed, according to Ada Lorne; 3 million euros."""
    killed = mention(of, "40", comparator=">=", hedge_text="at least", low=40.0, high=None, **(said(of) | values))
    cost = mention(of, "3 million euros", low=3e6, high=3e6, unit="EUR", unit_text="euros", counted="repairs", counted_head="repair", metric="money")
    return [killed, cost]


def claim(of: dict[str, Any], mentioned: dict[str, Any], **values: Any) -> dict[str, Any]:
    """The row of `claims` of a mention."""
    fields = {name: value for name, value in mentioned.items() if name not in ("is_claim", "not_claim_reason")}
    stated = date.fromisoformat(mentioned["stated_on"]) if mentioned["stated_on"] else None
    days = {"stated_first": stated, "stated_last": stated, "period_first": None, "period_last": None}
    return fields | {"claim_id": mentioned["mention_id"], "published_on": of["published_on"]} | days | values


ONE = [article("first", TEXT + "\n\nfirst.")]


def frame(table: str, rows: Sequence[dict[str, Any]]) -> pl.DataFrame:
    """Rows as the frame of that table."""
    columns = schema.TABLES[table].frame_schema()
    return pl.DataFrame([{name: row[name] for name in columns} for row in rows], schema=columns, orient="row")


def frames(articles: Sequence[dict[str, Any]], days: Sequence[date] = (DAY,), mentions: Sequence[dict[str, Any]] | None = None) -> Frames:
    """The frames of a load of these articles, all found on one of the days; two mentions and claims in each."""
    found = [each for one in articles for each in mentions_of(one)] if mentions is None else list(mentions)
    by_text = {(one["article_id"], one["text_hash"], one["arrival_date"]): one for one in articles}
    claims = [claim(by_text[row["article_id"], row["text_hash"], row["arrival_date"]], row) for row in found if row["is_claim"]]
    landed = [document(one["canonical_url"].rsplit("/", 1)[1], one["arrival_date"], document_id=one["document_id"]) for one in articles]
    rows = {
        "landed": landed,
        "articles": list(articles),
        "mentions": found,
        "dates": [time_expression(one) for one in articles if "Monday" in one["text"]],
        "claims": claims,
        "quarantine": [],
    }
    return Frames(tuple(days), **{name: frame(name, rows[name]) for name in FRAME_TABLES})


def store(warehouse: Warehouse, given: Frames) -> Frames:
    """Write the frames where the assets keep them, day by day."""
    for name in FRAME_TABLES:
        for day in given.days:
            file = warehouse.asset_file(name, day)
            file.parent.mkdir(parents=True, exist_ok=True)
            given[name].filter(pl.col("arrival_date") == day).write_parquet(file)
    return given


def record(number: int, first: date = DAY, last: date | None = None) -> LoadRecord:
    """The record of the n-th load."""
    started = datetime(2025, 3, 5, 2, 0, number, tzinfo=UTC)
    return LoadRecord(f"20250305T02{number:04d}Z-{number:08x}", f"run-{number}", started, first, last or first, "0.1.0", {"duckdb": "1.5.5"})
