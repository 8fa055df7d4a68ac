"""What must hold of the frames and of the built warehouse: suites as data, and their run through Great Expectations.

    suites.checks_for(table) -> tuple[Check, ...]      `Check.name` is stable and fit for a Dagster asset check; no GX import
    run.validate(table, frame, context={"articles": …}, history=…, today=…) -> Validation(results, passed, quarantined)

It never writes a file and never sees Dagster or DuckDB.
"""
