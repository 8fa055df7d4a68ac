"""Frames of mentions, dates and claims: articles' rows in, the rows of schema.MENTIONS, DATES and CLAIMS out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date

import polars as pl

from transforms import schema
from transforms.claims.intervals import first_last
from transforms.extract import ArticleText, Extraction


def article_texts(articles: pl.DataFrame) -> Iterator[ArticleText]:
    """The rows of an articles frame as the extraction takes them."""
    for row in articles.iter_rows(named=True):
        yield ArticleText(
            text=row["text"],
            published=row["published_on"],
            publisher=row["publisher"],
            title=row["title"],
            marked=tuple((start, end, reason) for start, end, reason in json.loads(row["marked_spans"])),
            article_id=row["article_id"],
            text_hash=row["text_hash"],
            arrival_date=row["arrival_date"],
        )


def mention_frames(extractions: list[Extraction]) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The frames `mentions` and `dates` of these extractions, in order."""
    mentions = [row for extraction in extractions for row in extraction.mentions]
    dates = [row for extraction in extractions for row in extraction.dates]
    return _frame(schema.MENTIONS, mentions), _frame(schema.DATES, dates)


def _frame(table: schema.Table, rows: list[dict]) -> pl.DataFrame:
    columns = table.frame_schema()
    return pl.DataFrame([{name: row[name] for name in columns} for row in rows], schema=columns, orient="row")


def claims(mentions: pl.DataFrame, dates: pl.DataFrame, articles: pl.DataFrame) -> pl.DataFrame:
    """The frame `claims`: the mentions that claim something, with the days that their ISO texts and dates mean.

    A date id that the frame `dates` does not hold (its row was quarantined) becomes null.
    """
    known = pl.Series(dates["date_id"]).implode()
    published = articles.select("article_id", "text_hash", "published_on").unique(["article_id", "text_hash"])
    claiming = mentions.filter("is_claim").join(published, on=["article_id", "text_hash"], how="left", maintain_order="left")
    return claiming.with_columns(
        pl.col("mention_id").alias("claim_id"),
        *_days(claiming, "stated_on", "stated"),
        *_days(claiming, "period", "period"),
        *(pl.when(pl.col(name).is_in(known)).then(pl.col(name)).alias(name) for name in ("stated_date_id", "period_date_id")),
    ).select(*schema.CLAIMS.frame_schema())


def _days(frame: pl.DataFrame, column: str, prefix: str) -> tuple[pl.Series, pl.Series]:
    """The first and last days of the ISO texts in a column."""
    days: list[tuple[date | None, date | None]] = [first_last(text) if text else (None, None) for text in frame[column]]
    firsts, lasts = [first for first, _ in days], [last for _, last in days]
    return pl.Series(f"{prefix}_first", firsts, dtype=pl.Date()), pl.Series(f"{prefix}_last", lasts, dtype=pl.Date())
