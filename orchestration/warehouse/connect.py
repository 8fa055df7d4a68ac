"""Opening the published warehouse for reading. Nothing here writes."""

import duckdb

from orchestration.warehouse.ddl import literal
from orchestration.warehouse.folders import Warehouse, WarehouseError

# a version can be pruned between reading the link and opening the file
ATTEMPTS = 5


def connect(warehouse: Warehouse, memory: str | None = None) -> duckdb.DuckDBPyConnection:
    """A read-only connection to the published version; it keeps seeing that version whatever is published later.

    WarehouseError when nothing was published yet or the link leads nowhere.
    """
    for attempt in range(1, ATTEMPTS + 1):
        file = warehouse.link.resolve()
        try:
            connection = duckdb.connect(str(file), read_only=True)
        except duckdb.Error as error:
            if attempt < ATTEMPTS and file.exists():
                continue
            raise WarehouseError(_complaint(warehouse, error)) from error
        connection.execute("SET TimeZone = 'UTC'")
        # a literal: the first bound parameter of a process imports pandas, which takes seconds
        connection.execute(f"SET memory_limit = {literal(memory or warehouse.memory)}")
        return connection
    raise WarehouseError(f"{warehouse.link}: could not be opened")


def _complaint(warehouse: Warehouse, error: duckdb.Error) -> str:
    if not warehouse.link.is_symlink() and not warehouse.link.exists():
        return f"{warehouse.link}: there is no warehouse yet; run `claims load` first"
    if not warehouse.link.exists():
        return f"{warehouse.link}: leads to {warehouse.link.readlink()}, which is missing; run `claims rollback` or `claims load`"
    return f"{warehouse.link}: could not be opened ({error}); run `claims doctor`"
