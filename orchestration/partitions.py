"""The partitions: days of arrival in the configured time zone, today included."""

import warnings
from collections.abc import Sequence
from datetime import date, datetime, timedelta

import dagster as dg

from orchestration.landing.store import landed_days
from orchestration.settings import settings

RANGE_START = "dagster/asset_partition_range_start"
RANGE_END = "dagster/asset_partition_range_end"

# said once for each asset, on every start
warnings.filterwarnings("ignore", message="Parameter `backfill_policy`", category=dg.BetaWarning)

# one run for a range of days: a run of its own for each day would cost seconds a day
SINGLE_RUN = dg.BackfillPolicy.single_run()


def arrival_days() -> dg.DailyPartitionsDefinition:
    """Days of arrival; `end_offset=1`, so that today's partition exists while the day lasts."""
    first = settings().first_day or first_landed_day().isoformat()
    return dg.DailyPartitionsDefinition(start_date=first, timezone=settings().time_zone, end_offset=1)


def first_landed_day() -> date:
    """The first day on which something landed, so that the UI counts no days before the product was in use; today on an empty folder."""
    days = landed_days(settings().data_folder)
    return min([*days[:1], today()])


def today() -> date:
    """The day of arrival of a document found now."""
    return datetime.now(settings().zone).date()


def range_tags(first: date, last: date) -> dict[str, str]:
    """Run tags that make one run cover all days from `first` to `last`."""
    return {RANGE_START: first.isoformat(), RANGE_END: last.isoformat()}


def days_between(first: date, last: date) -> list[date]:
    """All days from `first` to `last`, both included."""
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def as_dates(keys: Sequence[str]) -> list[date]:
    """Partition keys as dates."""
    return [date.fromisoformat(key) for key in keys]
