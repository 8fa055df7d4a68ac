"""Expectations as Dagster asset checks: one check each, emitted in the step of its asset.

Table-level errors end the step, so that nothing is published; row-level failures are quarantined and only warn here.
"""

import json
from collections.abc import Iterator, Sequence

import dagster as dg
import polars as pl

from expectations.check import Check
from expectations.suites import checks_for
from orchestration.metadata import CELL_CHARACTERS, markdown_table

SEVERITY = {"error": dg.AssetCheckSeverity.ERROR, "warning": dg.AssetCheckSeverity.WARN}


class PublicationStopped(dg.Failure):
    """A table-level expectation of severity error failed: nothing downstream runs, nothing is published."""

    def __init__(self, table: str, names: Sequence[str]) -> None:
        super().__init__(f"{table}: {', '.join(names)} did not hold; the published warehouse stays as it was", allow_retries=False)


def check_specs(table: str) -> list[dg.AssetCheckSpec]:
    """The checks of a table, for its asset's definition."""
    return [
        dg.AssetCheckSpec(
            check.name,
            asset=table,
            description=check.description,
            blocking=check.severity == "error" and not check.is_row_level,
            metadata={"severity": check.severity, "failing_rows_go_to": _fate(check)},
        )
        for check in checks_for(table)
    ]


def _fate(check: Check) -> str:
    if check.severity == "warning":
        return "nowhere: a warning"
    return "quarantine" if check.is_row_level else "nowhere: the publication stops"


def check_events(table: str, results: pl.DataFrame, partition: str) -> Iterator[dg.AssetCheckResult]:
    """One event for each row of `results` (as expectations.run.validate gives them), with observed value and failing sample rows."""
    for row in results.iter_rows(named=True):
        severity = dg.AssetCheckSeverity.WARN if row["is_row_level"] else SEVERITY[row["severity"]]
        yield dg.AssetCheckResult(
            asset_key=table,
            check_name=row["check_name"],
            passed=row["passed"],
            severity=severity,
            metadata={
                "observed": dg.MetadataValue.text(row["observed_value"] or ""),
                "failing_rows": dg.MetadataValue.int(row["failing_count"]),
                "rows": dg.MetadataValue.int(row["row_count"]),
                "partition": dg.MetadataValue.text(partition),
                "failing_sample": dg.MetadataValue.md(_sample(row["sample_json"])),
            },
        )


def _sample(sample_json: str | None) -> str:
    rows = json.loads(sample_json) if sample_json else []
    if not rows:
        return "*no failing rows*"
    columns = list(rows[0])
    return markdown_table(columns, [[_short(row.get(name)) for name in columns] for row in rows])


def _short(value: object) -> object:
    return value if value is None or len(str(value)) <= CELL_CHARACTERS else str(value)[:CELL_CHARACTERS]
