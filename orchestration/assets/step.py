"""What every step does with its frame: validate, quarantine failing rows, keep the results, hand the frame on with its figures."""

from collections.abc import Iterator
from time import monotonic
from typing import Any

import dagster as dg
import polars as pl

from expectations.suites import checks_for
from orchestration.checks import PublicationStopped, check_events, check_specs
from orchestration.loads import keep_quarantine, load_id, partition_label, warehouse_folders
from orchestration.metadata import definition_metadata, frame_metadata
from orchestration.partitions import SINGLE_RUN, arrival_days
from orchestration.remembered import validated
from orchestration.warehouse import records

StepEvent = dg.Output[pl.DataFrame] | dg.AssetCheckResult


class Reading(dg.Config):
    """How a step reads texts: `afresh` reads again also what an earlier load read by the same rules and kept."""

    afresh: bool = False


def one_asset(table: str, group: str, kinds: set[str]) -> dict[str, Any]:
    """The arguments of `@asset` for the frame of a table: partitions, group, kinds, columns, checks."""
    return {
        "name": table,
        "group_name": group,
        "kinds": kinds,
        "metadata": definition_metadata(table),
        "check_specs": check_specs(table),
        "partitions_def": arrival_days(),
        "backfill_policy": SINGLE_RUN,
    }


def asset_out(table: str, description: str, kinds: set[str]) -> dg.AssetOut:
    """One output of a multi-asset for the frame of a table."""
    return dg.AssetOut(key=table, description=description, kinds=kinds, metadata=definition_metadata(table))


def checked(
    context: dg.AssetExecutionContext,
    table: str,
    frame: pl.DataFrame,
    faults: pl.DataFrame,
    started: float,
    *,
    output: str = "result",
    **related: pl.DataFrame,
) -> Iterator[StepEvent]:
    """Yield the rows of `frame` that hold, with figures and check results; the others join `faults` in quarantine.

    `related` are the frames that some expectations compare with; `started` is `monotonic()` at the step's start.
    """
    days = list(context.partition_keys)
    if not checks_for(table):
        keep_quarantine(table, faults, days)
        yield dg.Output(frame, output, metadata=frame_metadata(table, frame, monotonic() - started, faults.height))
        return
    warehouse = warehouse_folders()
    validation = validated(table, frame, related, records.read_loads(warehouse))
    quarantined = pl.concat([faults, validation.quarantined])
    keep_quarantine(table, quarantined, days)
    records.write_checks(warehouse, load_id(context), table, validation.results, partition_label(days))
    seconds = monotonic() - started
    yield dg.Output(validation.passed, output, metadata=frame_metadata(table, validation.passed, seconds, quarantined.height))
    yield from check_events(table, validation.results, partition_label(days))
    if validation.stopping:
        raise PublicationStopped(table, validation.stopping)
