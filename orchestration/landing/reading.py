"""Reading a day's landed documents on all cores; a document that takes too long or breaks its process is quarantined."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import polars as pl

from orchestration.landing.forget import forgotten
from orchestration.landing.store import landed_bytes
from orchestration.parallel import Failure, map_bounded
from transforms.articles.formats import HTML, JSON, MARKDOWN, TEXT
from transforms.articles.found import Fault
from transforms.articles.limits import Limits
from transforms.articles.read import fault_row, frames, read_document

SERIAL_BYTES = 300_000
"""Below this many bytes of harmless formats in all, starting processes costs more than it saves."""
_HARMLESS = frozenset({TEXT, MARKDOWN, JSON, HTML})
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
    read = partial(_read, data_folder, limits)
    is_small = landed["size_bytes"].sum() <= SERIAL_BYTES and set(landed["media_type"]) <= _HARMLESS
    results = map(read, rows) if is_small else map_bounded(read, rows, workers, timeout_seconds)
    return frames(_checked(results, rows, progress), forgotten(data_folder))


def _read(data_folder: Path, limits: Limits, row: dict[str, Any]) -> list[dict[str, Any]]:
    try:
        data = landed_bytes(data_folder, row["stored_path"])
    except FileNotFoundError:
        return [fault_row(Fault("forgotten", f"{row['origin']}: its bytes were taken out of the landing zone"), row)]
    return read_document(data, row, limits)


def _checked(
    results: Iterator[list[dict[str, Any]] | Failure], rows: list[dict[str, Any]], progress: Callable[[int, int], None] | None
) -> Iterator[list[dict[str, Any]]]:
    for number, (row, result) in enumerate(zip(rows, results, strict=True), 1):
        if isinstance(result, Failure):
            detail = f"{row['origin']}: {result.detail}; it stays landed: look at it in {row['stored_path']}"
            yield [fault_row(Fault(_REASONS[result.kind], detail), row)]
        else:
            yield result
        if progress:
            progress(number, len(rows))
