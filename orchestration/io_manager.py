"""Parquet between assets: one file a partition, written beside and renamed, read as one scan over the partitions.

It checks every frame against the schema module on the way in and out, and never pickles anything.
"""

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import dagster as dg
import polars as pl

from orchestration.settings import settings
from transforms.schema import TABLES, Table

PARTITION_COLUMN = "arrival_date"


class SchemaError(ValueError):
    """A frame or file whose columns are not those of transforms/schema.py."""


class ParquetIOManager(dg.ConfigurableIOManager):
    """Keeps each asset's frame under `folder/ASSET/DAY.parquet`; `folder` is the data folder's `assets` by default."""

    folder: str | None = None

    def _asset_folder(self, asset: str) -> Path:
        return (Path(self.folder) if self.folder else settings().assets_folder) / asset

    def handle_output(self, context: dg.OutputContext, obj: pl.DataFrame | pl.LazyFrame) -> None:
        """Write the frame, one file for each day of the run; rows of other days are an error and nothing is written."""
        asset = context.asset_key.path[-1]
        days = list(context.asset_partition_keys)
        frame = obj.collect() if isinstance(obj, pl.LazyFrame) else obj
        write_days(self._asset_folder(asset), TABLES[asset], frame, days)
        context.add_output_metadata({"folder": dg.MetadataValue.path(self._asset_folder(asset))})

    def load_input(self, context: dg.InputContext) -> pl.DataFrame | pl.LazyFrame:
        """The frame of all days of the run; lazy where the asset asks for a LazyFrame."""
        asset = context.asset_key.path[-1]
        scan = scan_days(self._asset_folder(asset), TABLES[asset], list(context.asset_partition_keys))
        return scan if context.dagster_type.typing_type is pl.LazyFrame else scan.collect()


def write_days(folder: Path, table: Table, frame: pl.DataFrame, days: Sequence[str]) -> None:
    """Write one Parquet file for each day, empty ones too. SchemaError when a column or a row's day is not expected."""
    require_schema(table, dict(frame.schema), f"the frame of {table.name}")
    strange = frame.filter(~pl.col(PARTITION_COLUMN).is_in([date.fromisoformat(day) for day in days]))
    if not strange.is_empty():
        raise SchemaError(
            f"{table.name}: {strange.height} rows have {PARTITION_COLUMN} {strange[PARTITION_COLUMN][0]}, "
            f"which is none of the run's days ({days[0]} to {days[-1]}); the asset may return rows of those days only"
        )
    folder.mkdir(parents=True, exist_ok=True)
    for day in days:
        write_parquet(frame.filter(pl.col(PARTITION_COLUMN) == date.fromisoformat(day)), folder / f"{day}.parquet")


def scan_days(folder: Path, table: Table, days: Sequence[str]) -> pl.LazyFrame:
    """One lazy scan over the days' files, in the days' order. FileNotFoundError and SchemaError name file and cure."""
    files = [folder / f"{day}.parquet" for day in days]
    if not files:
        return pl.LazyFrame(schema=table.frame_schema())
    for file in files:
        if not file.is_file():
            raise FileNotFoundError(f"{file}: {table.name} of {file.stem} was not built yet; materialize {table.name} for that day first")
        require_schema(table, dict(pl.read_parquet_schema(file)), str(file))
    return pl.scan_parquet(files)


def write_parquet(frame: pl.DataFrame, file: Path) -> None:
    """Write a frame so that a reader, or a kill at any moment, sees the old file or the new one, never half."""
    beside = file.with_name(f".{file.name}.{os.getpid()}.tmp")
    try:
        with beside.open("wb") as stream:
            frame.write_parquet(stream, compression="zstd")
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(file)
    finally:
        beside.unlink(missing_ok=True)
    folder = os.open(file.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def require_schema(table: Table, found: dict[str, pl.DataType], where: str) -> None:
    """SchemaError when columns are missing, foreign, of another type or in another order."""
    wanted = table.frame_schema()
    faults = [f"{name} is missing" for name in wanted if name not in found]
    faults += [f"{name} is not a column of {table.name}" for name in found if name not in wanted]
    faults += [f"{name} is {found[name]}, expected {wanted[name]}" for name in wanted if name in found and found[name] != wanted[name]]
    if not faults and list(found) != list(wanted):
        faults = [f"the order is {', '.join(found)}; expected {', '.join(wanted)}"]
    if faults:
        raise SchemaError(f"{where}: {'; '.join(faults)}; see transforms/schema.py, and materialize the asset again if the schema was changed")
