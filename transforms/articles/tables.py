"""The tables of `seeds/ingestion`."""

from __future__ import annotations

from transforms.language import tables


def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of `seeds/ingestion/NAME.csv` as written; ValueError names the file and line of a malformed row."""
    return tables.rows(name, "ingestion")
