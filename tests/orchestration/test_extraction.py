"""Extraction over frames: same rows on one core and on many, and one article's fault leaves the others alone."""

from datetime import UTC, date, datetime

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from orchestration import extraction
from transforms import schema
from transforms.claim_frames import claims
from transforms.ids import stable_id, text_hash

BODY = "At least {n} people were killed in Osk on Tuesday, police said.\n\nThe town spent $2 million on repairs in 2023."


def articles(count):
    rows = []
    for number in range(count):
        text = f"Report {chr(65 + number % 26)}\n\n" + BODY.format(n=number + 2)
        row = dict.fromkeys(schema.ARTICLES.frame_schema())
        row |= {
            "article_id": stable_id("Courier", text), "text_hash": text_hash(text), "text": text, "document_id": f"d{number}", "document_index": 0,
            "arrival_date": date(2025, 3, 13), "publisher": "Courier", "publisher_origin": "given", "authors": [], "language": "en",
            "language_origin": "detected", "published_on": date(2025, 3, 12), "published_origin": "given", "marked_spans": "[]",
            "word_count": len(text.split()), "is_example": False, "published_at": datetime(2025, 3, 12, tzinfo=UTC),
        }  # fmt: skip
        rows.append(row)
    return pl.DataFrame(rows, schema=schema.ARTICLES.frame_schema(), orient="row")


def test_frames_have_the_schema_and_trace_back_to_the_text():
    frame = articles(3)
    mentions, dates, quarantine = extraction.extract_articles(frame)
    assert mentions.schema == pl.Schema(schema.MENTIONS.frame_schema())
    assert dates.schema == pl.Schema(schema.DATES.frame_schema())
    assert quarantine.is_empty()
    texts = dict(frame.select("article_id", "text").iter_rows())
    for row in mentions.iter_rows(named=True):
        assert texts[row["article_id"]][row["char_start"] : row["char_end"]] == row["number_text"]


def test_claims_are_the_mentions_that_claim_with_their_days():
    frame = articles(1)
    mentions, dates, _ = extraction.extract_articles(frame)
    found = claims(mentions, dates, frame)
    assert found.schema == pl.Schema(schema.CLAIMS.frame_schema())
    killed = found.filter(pl.col("metric") == "killed").row(0, named=True)
    assert (killed["low"], killed["source"], killed["published_on"]) == (2, "police", date(2025, 3, 12))
    assert (killed["period"], killed["period_first"]) == ("2025-03-11/2025-03-11", date(2025, 3, 11))
    assert set(found["period_date_id"].drop_nulls()) <= set(dates["date_id"])


def test_a_quarantined_date_is_not_pointed_at():
    frame = articles(1)
    mentions, dates, _ = extraction.extract_articles(frame)
    found = claims(mentions, dates.clear(), frame)
    assert found["period_date_id"].null_count() == len(found)


def test_many_processes_find_what_one_finds(monkeypatch):
    frame = articles(40)
    serial = extraction.extract_articles(frame, workers=1)
    monkeypatch.setattr(extraction, "SERIAL_CHARACTERS", 0)
    done = []
    parallel = extraction.extract_articles(frame, workers=2, progress=lambda count, total: done.append((count, total)))
    for one, many in zip(serial, parallel, strict=True):
        assert_frame_equal(one, many)
    assert done[-1] == (40, 40)


def test_an_article_that_breaks_the_extraction_is_quarantined_whole():
    frame = articles(2).with_columns(
        pl.when(pl.int_range(pl.len()) == 0).then(pl.lit('[["not", "numbers", 3]]')).otherwise("marked_spans").alias("marked_spans")
    )
    mentions, _, quarantine = extraction.extract_articles(frame)
    assert mentions["article_id"].unique().to_list() == [frame["article_id"][1]]
    row = quarantine.row(0, named=True)
    assert (row["stage"], row["reason"]) == ("mentions", "extraction_error")
    assert frame["article_id"][0] in row["detail"]
    assert "Report A" in row["row_json"]


@pytest.mark.parametrize("workers", [1, 2])
def test_no_articles_no_rows(workers):
    mentions, dates, quarantine = extraction.extract_articles(schema.ARTICLES.empty(), workers)
    assert (len(mentions), len(dates), len(quarantine)) == (0, 0, 0)
