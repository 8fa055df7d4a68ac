"""Reading the tables of `seeds/ingestion`: CSV with a header, so that a newsroom can extend them without code."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

SEEDS = Path(__file__).resolve().parents[2] / "seeds" / "ingestion"


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of `seeds/ingestion/NAME.csv` as written; ValueError names the file and line of a malformed row."""
    path = SEEDS / f"{name}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        read = []
        for row in reader:
            if None in row or None in row.values():
                expected = ", ".join(reader.fieldnames or ())
                raise ValueError(f"{path}, line {reader.line_num}: expected the columns {expected}; mend the number of commas")
            read.append({key: value.strip() for key, value in row.items()})
    return tuple(read)
