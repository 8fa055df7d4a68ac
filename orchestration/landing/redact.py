"""Cutting single articles out of stored files that hold many, so that the others keep their positions."""

from __future__ import annotations

import csv
import io

import polars as pl

from transforms.articles.formats import CSV, JSONL, PARQUET


def without_articles(data: bytes, media_type: str, indexes: set[int]) -> bytes:
    """The file with the articles at these positions emptied; ValueError for a format that can't be cut."""
    if media_type == JSONL:
        lines = data.split(b"\n")
        return b"\n".join(b"" if number in indexes else line for number, line in enumerate(lines))
    if media_type == CSV:
        return _csv(data.decode("utf-8-sig"), indexes).encode()
    if media_type == PARQUET:
        frame = pl.read_parquet(io.BytesIO(data))
        gone = pl.Series(sorted(indexes), dtype=pl.UInt32).implode()
        emptied = frame.with_row_index("__row").with_columns(
            pl.when(pl.col("__row").is_in(gone)).then(None).otherwise(pl.col(name)).alias(name) for name in frame.columns
        )
        out = io.BytesIO()
        emptied.drop("__row").write_parquet(out)
        return out.getvalue()
    raise ValueError(f"{media_type}: articles can be cut out of {JSONL}, {CSV} and {PARQUET} only; take the whole document out")


def _csv(text: str, indexes: set[int]) -> str:
    header = text[: text.find("\n") + 1]
    delimiter = max(",;\t|", key=header.count)
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
    for number, row in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)):
        writer.writerow([""] * len(row) if number - 1 in indexes else row)
    return out.getvalue()
