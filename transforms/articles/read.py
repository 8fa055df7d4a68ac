"""Landed documents to article rows and quarantine rows: one document may hold several articles, or none.

The frames are those of schema.ARTICLES and schema.QUARANTINE. A document that can't be read never stops the others.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import polars as pl

from transforms.articles import assemble, formats, mail, newsml, page, pdf, plain, records
from transforms.articles.decoding import beginning
from transforms.articles.forgotten import NOTHING, Forgotten
from transforms.articles.found import Fault, Found, Reader, Unusable
from transforms.articles.limits import Limits
from transforms.ids import stable_id
from transforms.schema import ARTICLES, QUARANTINE

DEFAULTS = Limits()
LONGEST_ROW = 2_000_000
"""Characters of a quarantine row's JSON; what is longer is cut, since the landed bytes are kept anyway."""

READERS: dict[str, Reader] = {
    formats.TEXT: plain.read,
    formats.MARKDOWN: plain.read,
    formats.HTML: page.read,
    formats.JSON: records.read_json,
    formats.JSONL: records.read_jsonl,
    formats.CSV: records.read_csv,
    formats.PARQUET: records.read_parquet,
    formats.NEWSML: newsml.read,
    formats.MAIL: mail.read,
    formats.PDF: pdf.read,
}


def read_documents(
    landed: pl.DataFrame, get_bytes: Callable[[str], bytes], limits: Limits = DEFAULTS, forgotten: Forgotten = NOTHING
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Articles and quarantine rows of a day's landed documents, in order of arrival; `get_bytes` takes a stored path.

    The same text of the same article is kept once, the first that was found.
    """
    results = (read_document(get_bytes(row["stored_path"]), row, limits) for row in landed.iter_rows(named=True))
    return frames(results, forgotten)


def read_document(data: bytes, landed: dict[str, Any], limits: Limits = DEFAULTS, part: int = 0, parts: int = 1) -> list[dict[str, Any]]:
    """Rows of one document: article rows, and quarantine rows, which have the key `quarantine_id`.

    With `parts` above 1, only every `parts`-th article, beginning with number `part`: so that several processes can share a long file.
    """
    try:
        if not data.strip():
            raise Unusable("empty", f"{landed['origin']}: {len(data)} bytes, none of them text; expected an article")
        if len(data) > limits.max_record_bytes and landed["media_type"] not in formats.BULK:
            raise Unusable("too_large", f"{landed['origin']}: {len(data)} bytes; expected at most {limits.max_record_bytes} for one article")
        return list(_rows(_reader(landed)(data, landed, limits), data, landed, limits, part, parts))
    except Unusable as error:
        return [fault_row(error.fault, landed, data)]


def _reader(landed: dict[str, Any]) -> Reader:
    reader = READERS.get(landed["media_type"])
    if reader is None:
        reason = "binary" if landed["media_type"] == formats.BINARY else "unsupported_format"
        raise Unusable(reason, f"{landed['origin']}: {landed['media_type']} is no format of articles; docs/ingestion.md lists those that are read")
    return reader


def _rows(items: Iterable[Found | Fault], data: bytes, landed: dict[str, Any], limits: Limits, part: int, parts: int) -> Iterator[dict[str, Any]]:
    for count, item in enumerate(items):
        if count >= limits.max_records:
            yield fault_row(Fault("too_large", f"{landed['origin']}: more than {limits.max_records} articles; split the file"), landed, data)
            return
        if count % parts != part:
            continue
        if isinstance(item, Fault):
            yield fault_row(item, landed, data)
            continue
        try:
            yield assemble.row(item, landed, limits)
        except Unusable as error:
            yield fault_row(Fault(error.fault.reason, error.fault.detail, item.index, item.row), landed, data)


def fault_row(fault: Fault, landed: dict[str, Any], data: bytes = b"") -> dict[str, Any]:
    """The quarantine row of one fault: the record if there is one, else the beginning of the bytes, and how it was landed."""
    origin = f"{landed['origin']}#{fault.index}" if fault.index else str(landed["origin"])
    whole = {"row": fault.row} if fault.row else {"beginning": beginning(data), "size_bytes": len(data)}
    row_json = json.dumps({**whole, "document_index": fault.index, "landed": landed}, default=str, ensure_ascii=False)[:LONGEST_ROW]
    row_json = row_json.encode("utf-8", "replace").decode("utf-8")
    return {
        "quarantine_id": stable_id("articles", fault.reason, origin, landed["document_id"], fault.index),
        "stage": "articles",
        "reason": fault.reason,
        "detail": fault.detail.encode("utf-8", "replace").decode("utf-8"),
        "origin": origin,
        "document_id": landed["document_id"],
        "row_json": row_json,
        "arrival_date": landed["arrival_date"],
    }


def frames(results: Iterable[list[dict[str, Any]]], forgotten: Forgotten = NOTHING) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Both frames of the rows of many documents; duplicates within them kept once, forgotten ones left out without their text."""
    articles: dict[tuple[str, str], dict[str, Any]] = {}
    quarantined: dict[str, dict[str, Any]] = {}
    for row in (row for rows in results for row in rows):
        if "quarantine_id" in row:
            quarantined.setdefault(row["quarantine_id"], row)
        elif forgotten.names(row):
            notice = {"origin": row["article_id"], **{key: row[key] for key in ("document_id", "arrival_date", "document_index")}}
            fault = Fault(
                "forgotten",
                f"article {row['article_id']} was taken out for good; it is not loaded again",
                row["document_index"],
                {"article_id": row["article_id"]},
            )
            stopped = fault_row(fault, notice)
            quarantined.setdefault(stopped["quarantine_id"], stopped)
        else:
            articles.setdefault((row["article_id"], row["text_hash"]), row)
    return (
        pl.DataFrame(list(articles.values()), schema=ARTICLES.frame_schema()),
        pl.DataFrame(list(quarantined.values()), schema=QUARANTINE.frame_schema()),
    )
