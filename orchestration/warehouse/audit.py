"""The audit of a built warehouse before it is published: each query of `sql/audit/` returns the rows that break a rule,
and the warehouse suite expects none."""

import duckdb

from expectations.run import SAMPLE_ROWS, Validation, json_rows, validate_facts
from expectations.suites import AUDITED
from orchestration.warehouse.ddl import SQL


def audit(connection: duckdb.DuckDBPyConnection, load_id: str | None = None) -> Validation:
    """Run the warehouse suite on an open warehouse. With a load's id, texts and spans are compared for its rows only."""
    connection.execute("SET VARIABLE load_id = $load_id", {"load_id": load_id})
    counts: dict[str, int] = {}
    samples: dict[str, str] = {}
    for name in AUDITED:
        sql = (SQL / "audit" / f"{name}.sql").read_text()
        row = connection.execute(f"SELECT count(*) FROM ({sql})").fetchone()
        counts[name] = row[0] if row else 0
        if counts[name]:
            samples[name] = json_rows(connection.execute(f"FROM ({sql}) ORDER BY ALL LIMIT {SAMPLE_ROWS}").pl())
    return validate_facts("warehouse", counts, samples)
