"""Reading the tables of `seeds/`: CSV with a header, so that an analyst or a newsroom can extend them without code."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


@cache
def rows(name: str, folder: str = "language") -> tuple[dict[str, str], ...]:
    """The rows of `seeds/FOLDER/NAME.csv` as written; ValueError names the file and line of a malformed row."""
    path = SEEDS / folder / f"{name}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        read = []
        for row in reader:
            if None in row or None in row.values():
                expected = ", ".join(reader.fieldnames or ())
                raise ValueError(f"{path}, line {reader.line_num}: expected the columns {expected}; mend the number of commas")
            read.append({key: value.strip() for key, value in row.items()})
    return tuple(read)


@cache
def words(name: str, column: str) -> frozenset[str]:
    """One column's values of a language table, lower-case, without the empty ones."""
    return frozenset(row[column].lower() for row in rows(name) if row[column])
