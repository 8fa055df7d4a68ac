"""Which text of an article is which version, and which day's rows stand for a text that was found more than once.

Pure: it sees the arrivals (schema.ARRIVALS) of all days at once, so its answer does not depend on the order of loading.
"""

from __future__ import annotations

import polars as pl

from transforms import schema

TEXT_KEY = ["article_id", "text_hash"]
ORDER = ["arrival_date", "found_at", "document_id", "document_index"]


def arrivals(articles: pl.DataFrame, landed: pl.DataFrame) -> pl.DataFrame:
    """The rows of schema.ARRIVALS for a frame of articles: the first finding of each text on each day."""
    found = landed.select("document_id", "found_at").unique("document_id")
    return (
        articles.select("article_id", "text_hash", "arrival_date", "document_id", "document_index")
        .join(found, on="document_id", how="left")
        .sort(ORDER, nulls_last=True)
        .unique([*TEXT_KEY, "arrival_date"], keep="first", maintain_order=True)
        .select(*schema.ARRIVALS.frame_schema())
    )


def first_of_each(articles: pl.DataFrame, landed: pl.DataFrame) -> pl.DataFrame:
    """The articles frame without repeated texts of a day: the same article again changes nothing."""
    kept = arrivals(articles, landed).select(*TEXT_KEY, "arrival_date", "document_id", "document_index")
    return articles.join(kept, on=kept.columns, how="semi", maintain_order="left")


def numbered(found: pl.DataFrame) -> pl.DataFrame:
    """The owner of each text with its version, from 1 in order of arrival, and whether it is the article's newest.

    In: rows of schema.ARRIVALS of all days. Out: the owner's row of each (article_id, text_hash) with version, is_current.
    """
    owners = found.sort(ORDER, nulls_last=True).unique(TEXT_KEY, keep="first", maintain_order=True)
    return owners.with_columns(
        pl.int_range(1, pl.len() + 1, dtype=pl.Int64).over("article_id").alias("version"),
        (pl.int_range(pl.len()).over("article_id") == pl.len().over("article_id") - 1).alias("is_current"),
    )
