"""Running the nightly job from the command line: same job, same Dagster instance, same pool; steps shown as they go."""

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from orchestration.cli.console import err

if TYPE_CHECKING:
    import dagster as dg

STEPS = {
    "landed": "taking in what is new",
    "articles": "reading articles",
    "mentions_and_dates": "extracting numbers and dates",
    "claims": "making claims",
    "load_warehouse": "building, auditing and publishing the warehouse",
}
QUIET = {"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}


@dataclass(frozen=True, slots=True)
class Ended:
    """How a run ended: its load's record (a row of schema.LOADS), None when it ended before it could write one."""

    run_id: str
    load_id: str
    succeeded: bool
    record: Mapping[str, Any] | None
    failed_checks: tuple[str, ...]
    error: str | None


def run_load(first: date, last: date, landing: Mapping[str, Any]) -> Ended:
    """Run the job over these days of arrival with this configuration of `landed`, and say how it ended."""
    from orchestration.definitions import defs
    from orchestration.instance import lasting_instance
    from orchestration.jobs import JOB_NAME
    from orchestration.loads import load_id_of, warehouse_folders
    from orchestration.partitions import range_tags
    from orchestration.warehouse import records

    logging.getLogger("dagster").setLevel(logging.CRITICAL)
    with lasting_instance() as instance, _shown():
        result = defs.resolve_job_def(JOB_NAME).execute_in_process(
            run_config={"ops": {"landed": {"config": dict(landing)}}, **QUIET},
            instance=instance,
            tags={**range_tags(first, last), "started_by": "claims load"},
            raise_on_error=False,
        )
        name = load_id_of(result.dagster_run, instance)
    loads = records.read_loads(warehouse_folders()).filter(load_id=name).to_dicts()
    return Ended(
        result.run_id,
        name,
        result.success,
        loads[0] if loads else None,
        failed_blocking_checks(result),
        first_error(result),
    )


def failed_blocking_checks(result: "dg.ExecuteInProcessResult") -> tuple[str, ...]:
    """The table's and expectation's names of those that stopped the publication."""
    import dagster as dg

    evaluations = result.get_asset_check_evaluations()
    return tuple(
        f"{check.asset_key.to_user_string()}: {check.check_name}"
        for check in evaluations
        if not check.passed and check.severity is dg.AssetCheckSeverity.ERROR
    )


def first_error(result: "dg.ExecuteInProcessResult") -> str | None:
    """The step and message of the first failure."""
    for event in result.all_events:
        if event.is_step_failure:
            error = event.step_failure_data.error
            while error is not None and error.cause is not None:
                error = error.cause
            return f"{event.step_key}: {error.message.strip() if error else 'failed'}"
    return None


@contextmanager
def _shown() -> Iterator[None]:
    """A line that names the running step and how far it has come; nothing when standard error is no terminal."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    from orchestration.progress import listening

    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(bar_width=24), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=err, transient=True) as progress:
        task = progress.add_task("starting", total=None)

        def show(what: str, done: int, total: int | None) -> None:
            progress.update(task, description=STEPS.get(what, what), completed=done, total=total)

        with listening(show):
            yield
