"""What still stands in quarantine, by the rule of the view `quarantine_state`, from frames: also before anything was published."""

import duckdb
import polars as pl

from orchestration.warehouse.ddl import SQL

VIEW = "quarantine_state"


def state(quarantine: pl.DataFrame, landed: pl.DataFrame) -> pl.DataFrame:
    """The rows of the view `quarantine_state` for rows of schema.QUARANTINE; `landed` are the documents of their days and
    all later ones (schema.LANDED)."""
    with duckdb.connect() as connection:
        for name, frame in (("quarantine", quarantine), ("landed", landed)):
            connection.register("arrow_frame", frame.to_arrow())
            connection.execute(f"CREATE TABLE {name} AS FROM arrow_frame")
            connection.unregister("arrow_frame")
        connection.execute(next((SQL / "views").glob(f"*_{VIEW}.sql")).read_text())
        return connection.execute(f"FROM {VIEW} ORDER BY arrival_date, stage, reason, quarantine_id").pl()
