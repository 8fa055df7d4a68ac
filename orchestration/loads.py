"""A load's name and folder: what one run of the nightly job leaves behind beside the frames."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import dagster as dg
import polars as pl

from orchestration.io_manager import scan_days, write_days, write_parquet
from orchestration.settings import settings
from transforms.schema import CHECK_RESULTS, QUARANTINE, TABLES

RUN_CHARACTERS = 8


def load_id_of(run: dg.DagsterRun, instance: dg.DagsterInstance) -> str:
    """The load of this run: UTC time stamp of its creation and the run id's first characters."""
    record = instance.get_run_record_by_id(run.run_id)
    if record is None:
        raise LookupError(f"run {run.run_id} is not in this Dagster instance; start loads through `claims load` or Dagster")
    return f"{record.create_timestamp:%Y%m%dT%H%M%SZ}-{run.run_id[:RUN_CHARACTERS]}"


def load_id(context: dg.AssetExecutionContext) -> str:
    """The load that this step belongs to."""
    return load_id_of(context.run, context.instance)


def load_folder(name: str) -> Path:
    """Where the load's record and check results lie."""
    return settings().loads_folder / name


def keep_quarantine(stage: str, rows: pl.DataFrame, days: Sequence[str]) -> None:
    """Replace the quarantined rows of this stage for these days."""
    write_days(settings().assets_folder / "quarantine" / stage, QUARANTINE, rows.select(*QUARANTINE.frame_schema()), days)


def quarantine_of(stages: Sequence[str], days: Sequence[date]) -> pl.DataFrame:
    """The quarantined rows of these stages and days; a stage that never ran on a day has none."""
    frames = [QUARANTINE.empty()]
    for stage in stages:
        folder = settings().assets_folder / "quarantine" / stage
        present = [day.isoformat() for day in days if (folder / f"{day}.parquet").is_file()]
        frames.append(scan_days(folder, QUARANTINE, present).collect())
    return pl.concat(frames)


def frame_of(asset: str, days: Sequence[date]) -> pl.DataFrame:
    """The asset's frame of these days; days that were never built are left out."""
    folder = settings().assets_folder / asset
    present = [day.isoformat() for day in days if (folder / f"{day}.parquet").is_file()]
    return scan_days(folder, TABLES[asset], present).collect()


def keep_check_results(name: str, table: str, rows: pl.DataFrame) -> None:
    """Write the check results of one table of this load."""
    folder = load_folder(name) / "checks"
    folder.mkdir(parents=True, exist_ok=True)
    write_parquet(rows.select(*CHECK_RESULTS.table_schema()), folder / f"{table}.parquet")
