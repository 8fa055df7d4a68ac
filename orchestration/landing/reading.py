"""Reading a day's landed documents on all cores; a document that takes too long or breaks its process is quarantined."""

import math
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

import polars as pl

from orchestration.landing.forget import forgotten
from orchestration.landing.store import landed_bytes
from orchestration.parallel import Failure, map_bounded
from transforms.articles.formats import BULK, HTML, JSON, JSONL, MARKDOWN, TEXT
from transforms.articles.found import Fault
from transforms.articles.limits import Limits
from transforms.articles.read import fault_row, frames, read_document

SERIAL_BYTES = 300_000
"""Up to this many bytes of pages, or twenty times as many of texts and records, starting processes costs more than it saves."""
SHARE_BYTES = 3_000_000
"""Bytes of a file of many articles that one process reads at a time."""
_WEIGHTS = {HTML: 1.0, TEXT: 0.05, MARKDOWN: 0.05, JSON: 0.05, JSONL: 0.05}
"""How long a byte takes to read, against a page's; formats without a weight could take any time, so they never share this process."""
_REASONS = {"timeout": "timeout", "memory": "too_large", "crash": "malformed"}


def read_landed(
    data_folder: Path,
    landed: pl.DataFrame,
    limits: Limits,
    workers: int = 1,
    timeout_seconds: float = 30,
    progress: Callable[[int, int], None] | None = None,
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The frames `articles` and `quarantine` of landed documents; `progress` gets documents done and documents in all."""
    rows = landed.to_dicts()
    shares = [(row, part, parts) for row in rows for parts in [_parts(row)] for part in range(parts)]
    read = partial(_read, data_folder, limits)
    is_small = sum(row["size_bytes"] * _WEIGHTS.get(row["media_type"], math.inf) for row in rows) <= SERIAL_BYTES
    results = map(read, shares) if is_small else map_bounded(read, shares, workers, timeout_seconds)
    return frames(_checked(results, rows, progress), forgotten(data_folder))


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


def _checked(
    results: Iterator[list[dict[str, Any]] | Failure], rows: list[dict[str, Any]], progress: Callable[[int, int], None] | None
) -> Iterator[list[dict[str, Any]]]:
    """The rows of each document, its shares put together in the document's order."""
    for number, row in enumerate(rows, 1):
        shares = [_rows(row, result) for result in islice(results, _parts(row))]
        yield sorted((found for share in shares for found in share), key=lambda found: found.get("document_index", 0))
        if progress:
            progress(number, len(rows))


def _rows(row: dict[str, Any], result: list[dict[str, Any]] | Failure) -> list[dict[str, Any]]:
    if not isinstance(result, Failure):
        return result
    detail = f"{row['origin']}: {result.detail}; it stays landed: look at it in {row['stored_path']}"
    return [fault_row(Fault(_REASONS[result.kind], detail), row)]
