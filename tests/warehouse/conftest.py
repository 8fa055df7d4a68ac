"""A warehouse in a temporary folder, and the calls that most tests of it make."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from orchestration.warehouse import query
from orchestration.warehouse.folders import Warehouse
from orchestration.warehouse.frames import Frames
from orchestration.warehouse.load import LoadResult, load
from tests import factories as make

Rows = Callable[..., list[tuple[Any, ...]]]


@pytest.fixture
def warehouse(tmp_path: Path) -> Warehouse:
    return Warehouse(tmp_path / "data")


@pytest.fixture
def loads(warehouse: Warehouse) -> Callable[[Frames], LoadResult]:
    """Store frames as the assets do and load them, each call the next load."""
    count = iter(range(1, 1000))

    def do(frames: Frames) -> LoadResult:
        make.store(warehouse, frames)
        return load(warehouse, frames, make.record(next(count), min(frames.days), max(frames.days)))

    return do


@pytest.fixture(scope="session")
def loaded_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with one article, loaded."""
    warehouse = Warehouse(tmp_path_factory.mktemp("once") / "data")
    load(warehouse, make.store(warehouse, make.frames(make.ONE)), make.record(0))
    return warehouse.data_folder


@pytest.fixture
def begun(loaded_once: Path, warehouse: Warehouse) -> Warehouse:
    """The warehouse after a first load of the article make.ONE, as a copy of a folder that was loaded once."""
    shutil.copytree(loaded_once, warehouse.data_folder, symlinks=True)
    return warehouse


@pytest.fixture
def rows(warehouse: Warehouse) -> Rows:
    """The rows of a query to the published warehouse."""

    def do(sql: str) -> list[tuple[Any, ...]]:
        return query.run(warehouse, sql).rows()

    return do


def contents(warehouse: Warehouse, without: Sequence[str] = ("loads", "check_results")) -> dict[str, pl.DataFrame]:
    """All tables but those of loads, sorted, without the ids of loads and the notes of what was superseded."""
    from transforms.schema import TABLES

    tables = {}
    for name, table in TABLES.items():
        if name not in (*without, "claims_superseded"):
            frame = query.run(warehouse, f"FROM {name}").drop("load_id", strict=False)
            tables[name] = frame.sort(list(table.key))
    return tables
