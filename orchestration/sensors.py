"""A load when files appear in the inbox, beside the nightly schedule."""

import hashlib
import time
from pathlib import Path

import dagster as dg

from orchestration.jobs import IF_NEW, nightly_load
from orchestration.partitions import range_tags, today
from orchestration.schedules import first_day_to_load
from orchestration.settings import settings


@dg.sensor(
    job=nightly_load,
    name="inbox",
    minimum_interval_seconds=settings().sensor_interval_seconds,
    default_status=dg.DefaultSensorStatus.RUNNING,
    description="Starts a load when files have appeared or changed in the inbox and have been quiet for a moment.",
)
def inbox(context: dg.SensorEvaluationContext) -> dg.SensorResult | dg.SkipReason:
    """One run for each state of the inbox; the cursor is a digest of its files' names, sizes and times."""
    folder = settings().inbox_folder
    if not folder.is_dir():
        return dg.SkipReason(f"{folder} does not exist yet; create it and put articles in")
    files = inbox_state(folder)
    if not files:
        return dg.SkipReason(f"{folder} is empty")
    quiet_seconds = time.time() - max(changed for _, _, changed in files) / 1e9
    if quiet_seconds < settings().inbox_settle_seconds:
        return dg.SkipReason(f"{folder} changed {quiet_seconds:.0f} s ago; waiting until it is quiet")
    state = hashlib.sha256(repr(files).encode()).hexdigest()
    if state == context.cursor:
        return dg.SkipReason(f"nothing new in {folder}")
    day = today()
    request = dg.RunRequest(run_key=f"inbox {day} {state[:16]}", run_config=IF_NEW, tags=range_tags(first_day_to_load(context.instance, day), day))
    return dg.SensorResult(run_requests=[request], cursor=state)


def inbox_state(folder: Path) -> list[tuple[str, int, int]]:
    """Name, size in bytes and modification time in nanoseconds of every file under the folder, in order of name."""
    found = []
    for file in sorted(folder.rglob("*")):
        try:
            if file.is_file() and not any(part.startswith(".") for part in file.relative_to(folder).parts):
                status = file.stat()
                found.append((str(file.relative_to(folder)), status.st_size, status.st_mtime_ns))
        except FileNotFoundError:
            # taken away while we looked: the next evaluation sees the new state
            continue
    return found
