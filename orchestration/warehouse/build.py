"""The copy of the warehouse that a load works on: made from the published version, or new, and closed as one whole file."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from orchestration.warehouse import ddl
from orchestration.warehouse.folders import Warehouse, WarehouseError
from orchestration.warehouse.publish import BUILD_PREFIX
from transforms import schema

# a load writes new pages before it frees old ones
SPACE_FACTOR = 1.2
SPACE_BYTES = 20_000_000


@contextmanager
def copy_of(warehouse: Warehouse, base: Path | None, load_id: str) -> Iterator[Path]:
    """A writable copy of the base with today's tables and views; removed at the end unless it was published meanwhile.

    WarehouseError when the disk has no room for it.
    """
    build = warehouse.versions_folder / f"{BUILD_PREFIX}{load_id}.duckdb"
    _require_space(warehouse, base)
    try:
        if base is None:
            create(build)
        else:
            shutil.copyfile(base, build)
            build.chmod(0o644)
            _upgrade(build)
        yield build
    finally:
        for leftover in (build, build.with_name(build.name + ".wal")):
            leftover.unlink(missing_ok=True)


def open_build(warehouse: Warehouse, build: Path) -> duckdb.DuckDBPyConnection:
    """A writing connection to the build, spilling beside it."""
    connection = duckdb.connect(str(build))
    connection.execute("SET TimeZone = 'UTC'")
    connection.execute(f"SET memory_limit = {ddl.literal(warehouse.memory)}")
    connection.execute(f"SET temp_directory = {ddl.literal(str(build.with_name(build.name + '.spill')))}")
    connection.execute("SET preserve_insertion_order = false")
    return connection


def close(connection: duckdb.DuckDBPyConnection, build: Path) -> None:
    """Write everything into the file and close it. WarehouseError when a write-ahead log is left."""
    connection.execute("CHECKPOINT")
    connection.close()
    log = build.with_name(build.name + ".wal")
    if log.exists():
        raise WarehouseError(f"{log}: is left after the checkpoint; something else has the build open")


def _require_space(warehouse: Warehouse, base: Path | None) -> None:
    needed = int((base.stat().st_size if base else 0) * SPACE_FACTOR) + SPACE_BYTES
    free = shutil.disk_usage(warehouse.versions_folder).free
    if free < needed:
        raise WarehouseError(
            f"{warehouse.versions_folder}: {free / 1e6:.0f} MB free, a load needs about {needed / 1e6:.0f} MB; "
            "make room or lower keep_versions, then load again"
        )


def create(build: Path) -> None:
    """A new warehouse without rows."""
    with duckdb.connect(str(build)) as connection:
        ddl.create_tables(connection)
        ddl.create_views(connection)


def _upgrade(build: Path) -> None:
    """Bring a copy made by an older schema to today's tables, and the views to today's text."""
    with duckdb.connect(str(build)) as connection:
        is_current = ddl.columns_of(connection) == ddl.columns_expected()
        if is_current:
            ddl.create_views(connection)
            return
    old = build.with_name(build.name + ".old")
    build.rename(old)
    try:
        create(build)
        with duckdb.connect(str(build)) as connection:
            connection.execute(f"ATTACH {ddl.literal(str(old))} AS old (READ_ONLY)")
            for table in schema.TABLES.values():
                _carry_over(connection, table)
    finally:
        old.unlink()


def _carry_over(connection: duckdb.DuckDBPyConnection, table: schema.Table) -> None:
    query = "SELECT column_name FROM duckdb_columns() WHERE database_name = 'old' AND table_name = $table"
    stored = {row[0] for row in connection.execute(query, {"table": table.name}).fetchall()}
    shared = ", ".join(f'"{name}"' for name in table.table_schema() if name in stored)
    if not shared:
        return
    try:
        connection.execute(f"INSERT INTO {table.name} ({shared}) SELECT {shared} FROM old.{table.name}")
    except duckdb.Error as error:
        raise WarehouseError(
            f"table {table.name} of the published warehouse does not fit today's columns ({error}); move data/warehouse.duckdb "
            "away and run `claims reprocess` over all days, which builds it anew from the landed documents"
        ) from error
