"""What a load takes in: the assets' frames of the loaded days, and where those of other days lie.

Frames hold the columns of `Table.frame_schema()`; the columns marked `at_load` are the load's to give.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import polars as pl

from orchestration.warehouse.folders import WarehouseError
from transforms import schema

FRAME_TABLES = ("landed", "articles", "mentions", "dates", "claims", "quarantine")


@dataclass(frozen=True, slots=True)
class Frames:
    """The rows of these days of arrival, all of them: what the warehouse holds of these days is replaced.

    `quarantine` holds the rows of every stage. A frame with other columns than the schema's, or with rows of other
    days, raises WarehouseError.
    """

    days: tuple[date, ...]
    landed: pl.DataFrame
    articles: pl.DataFrame
    mentions: pl.DataFrame
    dates: pl.DataFrame
    claims: pl.DataFrame
    quarantine: pl.DataFrame

    def __post_init__(self) -> None:
        if not self.days:
            raise WarehouseError("a load needs at least one day of arrival; name the partition or range of partitions to load")
        for name in FRAME_TABLES:
            _require(name, self[name], self.days)

    def __getitem__(self, name: str) -> pl.DataFrame:
        frame: pl.DataFrame = getattr(self, name)
        return frame


def _require(name: str, frame: pl.DataFrame, days: Sequence[date]) -> None:
    wanted = schema.TABLES[name].frame_schema()
    for column, dtype in wanted.items():
        if column not in frame.columns:
            raise WarehouseError(f"frame {name}: column {column} is missing; expected the columns of transforms/schema.py")
        if frame.schema[column] != dtype:
            raise WarehouseError(f"frame {name}: column {column} is {frame.schema[column]}, expected {dtype}; see transforms/schema.py")
    strange = set(frame["arrival_date"].unique()) - set(days)
    if strange:
        raise WarehouseError(
            f"frame {name}: holds rows of {min(strange)}, but the load covers {min(days)} to {max(days)}; hand over rows of its days only"
        )


def read_stored(assets_folder: Path, name: str, days: Sequence[date]) -> pl.DataFrame:
    """An asset's stored frames of other days. WarehouseError names a day that was never built or was built by an older schema."""
    table = schema.TABLES[name]
    frames = [table.empty()]
    for day in days:
        file = assets_folder / name / f"{day.isoformat()}.parquet"
        if not file.is_file():
            raise WarehouseError(
                f"{file}: needed, as an article of that day is current again, and missing; run `claims reprocess --from {day} --to {day}`"
            )
        frame = pl.read_parquet(file)
        _require(name, frame, (day,))
        frames.append(frame.select(*table.frame_schema()))
    return pl.concat(frames)
