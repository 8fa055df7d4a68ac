"""The nightly load, running by default, in the configured time zone."""

from datetime import date, timedelta

import dagster as dg

from orchestration.jobs import IF_NEW, JOB_NAME, nightly_load
from orchestration.partitions import range_tags
from orchestration.settings import settings


@dg.schedule(
    job=nightly_load,
    name="nightly",
    cron_schedule=settings().schedule_cron,
    execution_timezone=settings().time_zone,
    default_status=dg.DefaultScheduleStatus.RUNNING,
    description="Lands what is new in the inbox and the feeds and loads it, with landed days that were never loaded.",
)
def nightly(context: dg.ScheduleEvaluationContext) -> dg.RunRequest:
    """One run over the days from the first unloaded one to today."""
    day = context.scheduled_execution_time.astimezone(settings().zone).date()
    first = first_day_to_load(context.instance, day)
    return dg.RunRequest(run_key=f"{JOB_NAME} {day}", run_config=IF_NEW, tags=range_tags(first, day))


def first_day_to_load(instance: dg.DagsterInstance, day: date) -> date:
    """The earliest landed day, at most `catch_up_days` before `day`, that the warehouse has not got; else `day`."""
    loaded = instance.get_materialized_partitions(dg.AssetKey("warehouse"))
    earliest = day - timedelta(days=settings().catch_up_days)
    landed = sorted(folder.name for folder in settings().landing_folder.glob("????-??-??") if folder.is_dir())
    missed = [name for name in landed if earliest.isoformat() <= name < day.isoformat() and name not in loaded]
    return date.fromisoformat(missed[0]) if missed else day
