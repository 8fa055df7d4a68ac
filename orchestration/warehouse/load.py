"""One load: copy the published version, bring it up to date in one transaction, audit it, publish it, record it.

Whatever ends it early, a kill or a full disk or a failed expectation, leaves the published warehouse as it was.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import duckdb
import polars as pl

from expectations.run import Validation
from orchestration.warehouse import audit, build, publish, records
from orchestration.warehouse.folders import Warehouse, WarehouseError
from orchestration.warehouse.frames import Frames
from orchestration.warehouse.records import LoadRecord
from orchestration.warehouse.update import Update, update
from transforms import schema

PER_WORDS = 1000


@dataclass(frozen=True, slots=True)
class LoadResult:
    """How a load ended: `published`, `unchanged` (published with nothing but its record) or `stopped` by the audit.

    `version` is the published file, also after `stopped` (None when there never was one); `counts` are schema.LOADS'
    counts; `changes` the rows that changed, by table; `audit` the results of the warehouse suite.
    """

    outcome: str
    message: str | None
    version: Path | None
    counts: Mapping[str, float | int | None]
    changes: Mapping[str, int]
    audit: Validation


def load(warehouse: Warehouse, frames: Frames, record: LoadRecord) -> LoadResult:
    """Load the frames' days and publish. WarehouseError, recorded as `failed`, for a full disk, frames that don't fit
    or a warehouse that can't be read; a failed audit is no error but the outcome `stopped`."""
    counts = count(frames)
    records.write_failure(warehouse, record, "failed", records.UNFINISHED, counts)
    try:
        with publish.lock(warehouse):
            return _load(warehouse, frames, record, counts)
    except (OSError, duckdb.Error, WarehouseError) as error:
        message = str(error) if isinstance(error, WarehouseError) else f"{type(error).__name__}: {error}"
        records.write_failure(warehouse, record, "failed", message, counts)
        if isinstance(error, WarehouseError):
            raise
        raise WarehouseError(
            f"load {record.load_id} could not be built: {message}; the published warehouse stays as it was, mend the cause and load again"
        ) from error


def count(frames: Frames) -> dict[str, float | int | None]:
    """The counts of the loaded days (schema.LOADS), without those that the build finds out."""
    claims, words = frames.claims, int(frames.articles["word_count"].sum())
    return {
        "landed_count": frames.landed.height,
        "article_count": frames.articles.height,
        "mention_count": frames.mentions.height,
        "date_count": frames.dates.height,
        "claim_count": claims.height,
        "quarantined_count": frames.quarantine.height,
        "word_count": words,
        "claims_per_1000_words": claims.height * PER_WORDS / words if words else None,
        "sourced_share": claims.filter(pl.col("source").is_not_null()).height / claims.height if claims.height else None,
        "other_metric_share": claims.filter(pl.col("metric") == "other").height / claims.height if claims.height else None,
    }


def _load(warehouse: Warehouse, frames: Frames, record: LoadRecord, counts: dict[str, float | int | None]) -> LoadResult:
    base = publish.published(warehouse)
    with build.copy_of(warehouse, base, record.load_id) as file:
        connection = build.open_build(warehouse, file)
        try:
            connection.begin()
            changed = update(connection, warehouse, frames, record.load_id)
            counts |= {"claims_added": changed.claims_added, "claims_removed": changed.claims_removed}
            outcome = "unchanged" if changed.is_unchanged and base is not None else "published"
            validation = audit.audit(connection, record.load_id)
            records.write_checks(warehouse, record.load_id, "warehouse", validation.results, "")
            if validation.stopping:
                return _stopped(warehouse, record, base, changed, counts, validation)
            row = record.row(outcome, None, counts)
            _take_records(connection, warehouse, row)
            connection.commit()
            build.close(connection, file)
        finally:
            connection.close()
        version = publish.publish(warehouse, file, replaces=base if outcome == "unchanged" else None)
        records.write_load(warehouse, row)
    return LoadResult(outcome, None, version, counts, changed.changes, validation)


def _stopped(
    warehouse: Warehouse, record: LoadRecord, base: Path | None, changed: Update, counts: Mapping[str, float | int | None], validation: Validation
) -> LoadResult:
    message = f"the audit of the built warehouse stopped the publication: {', '.join(validation.stopping)}"
    records.write_failure(warehouse, record, "stopped", message, counts)
    return LoadResult("stopped", message, base, counts, changed.changes, validation)


def _take_records(connection: duckdb.DuckDBPyConnection, warehouse: Warehouse, row: Mapping[str, object]) -> None:
    """Take in this load's row, and the records and check results of all loads that the warehouse has not got."""
    columns = schema.LOADS.table_schema()
    known = connection.execute("SELECT load_id, finished_at AS known_at, outcome AS known_outcome FROM loads").pl()
    # a load that was still at work when another took in its record may have ended with another message since
    is_news = pl.col("known_outcome").is_null() | ((pl.col("known_outcome") == "failed") & (pl.col("finished_at") > pl.col("known_at")))
    recorded = records.read_loads(warehouse).join(known, on="load_id", how="left").filter(is_news, pl.col("load_id") != row["load_id"])
    recorded = recorded.select(*columns)
    own = pl.DataFrame([row], schema=columns, orient="row")
    for name, rows in (
        ("loads", pl.concat([recorded, own])),
        ("check_results", records.read_checks(warehouse, [*recorded["load_id"], str(row["load_id"])])),
    ):
        connection.register("recorded_rows", rows.to_arrow())
        connection.execute(f"INSERT OR REPLACE INTO {name} BY NAME FROM recorded_rows")
        connection.unregister("recorded_rows")
