"""Reading a day's landed documents on all cores; a document that takes too long or breaks its process is quarantined."""

import hashlib
import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

import polars as pl

from orchestration.kept import KEY, Kept, key_of, packed
from orchestration.landing.forget import forgotten
from orchestration.landing.store import landed_bytes, landing_folder
from orchestration.parallel import Failure, map_bounded
from transforms.articles.formats import BULK, HTML, JSON, JSONL, MARKDOWN, TEXT
from transforms.articles.found import Fault
from transforms.articles.limits import Limits
from transforms.articles.read import fault_row, frames, read_document
from transforms.schema import ARTICLES, QUARANTINE

SERIAL_BYTES = 300_000
"""Up to this many bytes of pages, or twenty times as many of texts and records, starting processes costs more than it saves."""
SHARE_BYTES = 3_000_000
"""Bytes of a file of many articles that one process reads at a time."""
_WEIGHTS = {HTML: 1.0, TEXT: 0.05, MARKDOWN: 0.05, JSON: 0.05, JSONL: 0.05}
"""How long a byte takes to read, against a page's; formats without a weight could take any time, so they never share this process."""
IS_FAULT = "is_fault"
KEPT_COLUMNS: dict[str, pl.DataType] = {
    "articles": pl.List(pl.Struct(ARTICLES.frame_schema())),
    "quarantine": pl.List(pl.Struct(QUARANTINE.frame_schema())),
    IS_FAULT: pl.List(pl.Boolean()),
}
SCHEMA: dict[str, pl.DataType] = {KEY: pl.String(), **KEPT_COLUMNS}

_REASONS = {"timeout": "timeout", "memory": "too_large", "crash": "malformed"}


def read_landed(
    data_folder: Path,
    landed: pl.DataFrame,
    limits: Limits,
    workers: int = 1,
    timeout_seconds: float = 30,
    progress: Callable[[int, int], None] | None = None,
    kept: Kept | None = None,
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The frames `articles` and `quarantine` of documents that landed on one day; `progress` gets documents done and documents in all.

    What `kept` (of KEPT_COLUMNS) has of documents with the same bytes isn't read again; what is read is kept there, unless it took too
    long or broke its process.
    """
    rows = landed.to_dicts()
    keys = [_key(data_folder, row, limits) if kept else "" for row in rows]
    before = kept.of(rows[0]["arrival_date"]) if kept and rows else pl.DataFrame(schema=SCHEMA)
    known = before.filter(pl.col(KEY).is_in(keys))
    results = {record[KEY]: _unpacked(record) for record in known.iter_rows(named=True)}
    read: dict[str, list[dict[str, Any]]] = {}
    fresh = _results(data_folder, [row for key, row in zip(keys, rows, strict=True) if key not in results], limits, workers, timeout_seconds)
    found = _in_order(zip(keys, rows, strict=True), results, fresh, read)
    articles, quarantine = frames(_reported(found, len(rows), progress), forgotten(data_folder))
    if kept and rows and (read or known.height < before.height):
        kept.keep(rows[0]["arrival_date"], pl.concat([known, _packed(read)]))
    return articles, quarantine


def _in_order(
    rows: Iterable[tuple[str, dict[str, Any]]],
    results: Mapping[str, list[dict[str, Any]]],
    fresh: Iterator[list[dict[str, Any]] | Failure],
    read: dict[str, list[dict[str, Any]]],
) -> Iterator[list[dict[str, Any]]]:
    """The rows of each document: known by its key, or put together from its fresh shares, and then noted in `read` if they may be kept."""
    for key, row in rows:
        if key in results:
            yield results[key]
            continue
        shares = list(islice(fresh, _parts(row)))
        found = sorted((found for share in shares for found in _rows(row, share)), key=lambda found: found.get("document_index", 0))
        if key and not any(isinstance(share, Failure) for share in shares):
            read[key] = found
        yield found


def _reported(results: Iterable[list[dict[str, Any]]], total: int, progress: Callable[[int, int], None] | None) -> Iterator[list[dict[str, Any]]]:
    for number, result in enumerate(results, 1):
        yield result
        if progress:
            progress(number, total)


def _key(data_folder: Path, row: dict[str, Any], limits: Limits) -> str:
    """The key of all that the reading of a document depends on: its bytes, what was said of it, the limits; empty when its bytes are gone."""
    try:
        with (landing_folder(data_folder) / row["stored_path"]).open("rb") as file:
            return key_of(limits, row, hashlib.file_digest(file, "sha256").hexdigest())
    except FileNotFoundError:
        return ""


def _results(
    data_folder: Path, rows: list[dict[str, Any]], limits: Limits, workers: int, timeout_seconds: float
) -> Iterator[list[dict[str, Any]] | Failure]:
    """What each share of each document holds, in order."""
    shares = [(row, part, parts) for row in rows for parts in [_parts(row)] for part in range(parts)]
    read = partial(_read, data_folder, limits)
    is_small = sum(row["size_bytes"] * _WEIGHTS.get(row["media_type"], math.inf) for row in rows) <= SERIAL_BYTES
    return map(read, shares) if is_small else map_bounded(read, shares, workers, timeout_seconds)


def _parts(row: dict[str, Any]) -> int:
    """Into how many shares a document's articles are split: long files would keep one process busy and the others idle."""
    return 1 + row["size_bytes"] // SHARE_BYTES if row["media_type"] in BULK else 1


def _read(data_folder: Path, limits: Limits, share: tuple[dict[str, Any], int, int]) -> list[dict[str, Any]]:
    row, part, parts = share
    try:
        data = landed_bytes(data_folder, row["stored_path"])
    except FileNotFoundError:
        return [fault_row(Fault("forgotten", f"{row['origin']}: its bytes were taken out of the landing zone"), row)]
    return read_document(data, row, limits, part, parts)


def _rows(row: dict[str, Any], result: list[dict[str, Any]] | Failure) -> list[dict[str, Any]]:
    if not isinstance(result, Failure):
        return result
    detail = f"{row['origin']}: {result.detail}; it stays landed: look at it in {row['stored_path']}"
    return [fault_row(Fault(_REASONS[result.kind], detail), row)]


def _packed(read: Mapping[str, list[dict[str, Any]]]) -> pl.DataFrame:
    """One row a document, of SCHEMA: its article rows, its quarantine rows, and which of its rows, in order, are of quarantine."""
    found = [(key, row, "quarantine_id" in row) for key, rows in read.items() for row in rows]
    rows = {IS_FAULT: ([key for key, _, _ in found], pl.Series([is_fault for _, _, is_fault in found], dtype=pl.Boolean()))}
    for name, table, wanted in (("articles", ARTICLES, False), ("quarantine", QUARANTINE, True)):
        of_table = [(key, row) for key, row, is_fault in found if is_fault is wanted]
        frame = pl.DataFrame([row for _, row in of_table], schema=table.frame_schema())
        rows[name] = ([key for key, _ in of_table], frame.to_struct())
    return packed(list(read), KEPT_COLUMNS, rows)


def _unpacked(record: Mapping[str, Any]) -> list[dict[str, Any]]:
    articles, faults = iter(record["articles"]), iter(record["quarantine"])
    return [next(faults if is_fault else articles) for is_fault in record[IS_FAULT]]
