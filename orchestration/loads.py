"""A load's name, its folders and the rows that steps leave for it beside the frames."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import dagster as dg
import polars as pl

from orchestration.io_manager import scan_days, write_days
from orchestration.landing.store import landed_days
from orchestration.settings import settings
from orchestration.warehouse.folders import Warehouse
from orchestration.warehouse.quarantine import state
from orchestration.warehouse.records import LoadRecord
from transforms.schema import QUARANTINE, STAGES, TABLES
from transforms.version import extractor_version

RUN_CHARACTERS = 8


def warehouse_folders() -> Warehouse:
    """The warehouse of the present settings."""
    return Warehouse(settings().data_folder, settings().keep_versions, settings().duckdb_memory)


def load_id_of(run: dg.DagsterRun, instance: dg.DagsterInstance) -> str:
    """The load of this run: UTC time stamp of its creation and the run id's first characters."""
    record = instance.get_run_record_by_id(run.run_id)
    if record is None:
        raise LookupError(f"run {run.run_id} is not in this Dagster instance; start loads through `claims load` or Dagster")
    return f"{record.create_timestamp:%Y%m%dT%H%M%SZ}-{run.run_id[:RUN_CHARACTERS]}"


def load_id(context: dg.AssetExecutionContext) -> str:
    """The load that this step belongs to."""
    return load_id_of(context.run, context.instance)


def record_of(context: dg.AssetExecutionContext, days: list[date]) -> LoadRecord:
    """What is known of this load before it is built."""
    record = context.instance.get_run_record_by_id(context.run_id)
    if record is None:
        raise LookupError(f"run {context.run_id} is not in this Dagster instance; start loads through `claims load` or Dagster")
    return LoadRecord(load_id(context), context.run_id, record.create_timestamp, days[0], days[-1], extractor_version())


def partition_label(days: Sequence[str]) -> str:
    """One day, or first/last of a range."""
    return days[0] if days[0] == days[-1] else f"{days[0]}/{days[-1]}"


def keep_quarantine(stage: str, rows: pl.DataFrame, days: Sequence[str]) -> None:
    """Replace the quarantined rows of this stage for these days."""
    write_days(settings().assets_folder / "quarantine" / stage, QUARANTINE, rows.select(*QUARANTINE.frame_schema()), days)


def quarantine_of(days: Sequence[date]) -> pl.DataFrame:
    """The quarantined rows of all stages on these days; a stage that never ran on a day has none."""
    folder = settings().assets_folder / "quarantine"
    return pl.concat([QUARANTINE.empty(), *(_present(folder / stage, "quarantine", days) for stage in STAGES)])


def quarantine_state_of(days: Sequence[date]) -> pl.DataFrame:
    """The quarantined rows of these days as the view `quarantine_state` has them, with is_open; all landed days are looked at."""
    rows = quarantine_of(days)
    since = [day for day in landed_days(settings().data_folder) if not rows.is_empty() and day >= min(days)]
    return state(rows, frame_of("landed", since))


def frame_of(asset: str, days: Sequence[date]) -> pl.DataFrame:
    """The asset's frame of these days; days that were never built are left out."""
    return _present(settings().assets_folder / asset, asset, days)


def rows_of(asset: str, days: Sequence[date], which: pl.Expr, columns: Sequence[str]) -> pl.DataFrame:
    """Some columns of some rows of the asset's frame of these days, without reading the others into memory."""
    return _scan(settings().assets_folder / asset, asset, days).filter(which).select(columns).collect()


def _present(folder: Path, table: str, days: Sequence[date]) -> pl.DataFrame:
    return _scan(folder, table, days).collect()


def _scan(folder: Path, table: str, days: Sequence[date]) -> pl.LazyFrame:
    present = [day.isoformat() for day in days if (folder / f"{day.isoformat()}.parquet").is_file()]
    return scan_days(folder, TABLES[table], present)
