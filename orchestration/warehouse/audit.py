"""The audit of a built warehouse before it is published: each query of `sql/audit/` returns the rows that break a rule,
and the warehouse suite expects none."""

import duckdb

from expectations.run import SAMPLE_ROWS, Validation, json_rows
from expectations.suites import AUDITED
from orchestration.remembered import facts_validated
from orchestration.warehouse.ddl import SQL


def audit(connection: duckdb.DuckDBPyConnection, load_id: str | None = None) -> Validation:
    """Run the warehouse suite on an open warehouse. With a load's id, texts and spans are compared for its rows only."""
    connection.execute("SET VARIABLE load_id = $load_id", {"load_id": load_id})
    counts = {name: failing(connection, name) for name in AUDITED}
    samples = {name: json_rows(connection.execute(f"FROM ({_sql(name)}) ORDER BY ALL LIMIT {SAMPLE_ROWS}").pl()) for name in AUDITED if counts[name]}
    return facts_validated("warehouse", counts, samples)


def failing(connection: duckdb.DuckDBPyConnection, name: str) -> int:
    """How many rows break the rule of that name."""
    row = connection.execute(f"SELECT count(*) FROM ({_sql(name)})").fetchone()
    return int(row[0]) if row else 0


def _sql(name: str) -> str:
    return (SQL / "audit" / f"{name}.sql").read_text()
