"""The one job that loads: the nightly schedule, the sensor, the command line and backfills all run it."""

from datetime import date, datetime

import dagster as dg

from orchestration.checks import PublicationStopped
from orchestration.loads import load_id_of, quarantine_of, warehouse_folders
from orchestration.partitions import RANGE_END, RANGE_START, arrival_days, days_between
from orchestration.warehouse import records
from transforms.version import extractor_version

PARTITION = "dagster/partition"
JOB_NAME = "nightly_load"
IF_NEW = {"ops": {"landed": {"config": {"if_new": True}}}}
"""The configuration of a load that ends after landing when it could only repeat the last publication."""


def days_of(tags: dict[str, str]) -> tuple[date, date] | None:
    """First and last day of a run's partitions; None for a run without any."""
    first, last = tags.get(RANGE_START, tags.get(PARTITION)), tags.get(RANGE_END, tags.get(PARTITION))
    return (date.fromisoformat(first), date.fromisoformat(last)) if first and last else None


@dg.failure_hook(name="keep_record_of_failed_load")
def keep_record_of_failed_load(context: dg.HookContext) -> None:
    """Write the load's record when a step fails; a step that has recorded its own end is left as it is."""
    run = context.instance.get_run_by_id(context.run_id)
    days = days_of(dict(run.tags)) if run else None
    if run is None or days is None:
        return
    warehouse, name = warehouse_folders(), load_id_of(run, context.instance)
    if (warehouse.load_folder(name) / "load.json").is_file():
        return
    error = context.op_exception
    outcome = "stopped" if isinstance(error, PublicationStopped) else "failed"
    started = context.instance.get_run_record_by_id(run.run_id)
    started_at = started.create_timestamp if started else datetime.now().astimezone()
    load = records.LoadRecord(name, run.run_id, started_at, *days, extractor_version())
    message = str(error.description) if isinstance(error, PublicationStopped) else f"{context.step_key}: {error}"
    counts = {"quarantined_count": quarantine_of(days_between(*days)).height}
    records.write_failure(warehouse, load, outcome, message, counts)


nightly_load = dg.define_asset_job(
    JOB_NAME,
    selection=dg.AssetSelection.all(),
    description="Takes in what is new (inbox, feeds, given paths), reads it, extracts its claims and publishes the warehouse.",
    partitions_def=arrival_days(),
    hooks={keep_record_of_failed_load},
)
