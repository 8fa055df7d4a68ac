"""Running the nightly job from the command line: same job, same Dagster instance, same pool; steps shown as they go."""

import fcntl
import logging
import os
import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from orchestration.cli.console import err, note
from orchestration.landing.findings import Findings

if TYPE_CHECKING:
    import dagster as dg

STEPS = {
    "landed": "taking in what is new",
    "articles": "reading articles",
    "mentions_and_dates": "extracting numbers and dates",
    "claims": "making claims",
    "load_warehouse": "building, auditing and publishing the warehouse",
}
READING = ("articles", "mentions_and_dates")
"""The steps that read texts, and can do so afresh."""
HOST_TAG, PROCESS_TAG = "claims/host", "claims/process"
INTERRUPTED = "DagsterExecutionInterruptedError"
QUIET = {"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}


@dataclass(frozen=True, slots=True)
class Ended:
    """How a run ended: its load's record (a row of schema.LOADS), None when it ended before it could write one; what its landing met."""

    run_id: str
    load_id: str
    succeeded: bool
    record: Mapping[str, Any] | None
    failed_checks: tuple[str, ...]
    error: str | None
    findings: Findings = field(default_factory=Findings)


def run_load(first: date, last: date, landing: Mapping[str, Any], afresh: bool = False) -> Ended:
    """Run the job over these days of arrival with this configuration of `landed`, and say how it ended; `afresh` reads every text again."""
    from orchestration.definitions import defs
    from orchestration.instance import lasting_instance
    from orchestration.jobs import JOB_NAME
    from orchestration.loads import load_id_of, warehouse_folders
    from orchestration.partitions import range_tags
    from orchestration.progress import hearing
    from orchestration.warehouse import records

    # the second warns of checks without a result in steps that are skipped, as in a load without news
    for name in ("dagster", "dagster._core.execution.plan.active"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    # after Ctrl-C, connections that were just being closed
    logging.getLogger("sqlalchemy.pool").setLevel(logging.CRITICAL)
    met: list[Findings] = []
    with alone(), lasting_instance(capture_output=False) as instance, _shown(), hearing(met.append):
        end_dead_runs(instance)
        result = defs.resolve_job_def(JOB_NAME).execute_in_process(
            run_config={"ops": {"landed": {"config": dict(landing)}, **{step: {"config": {"afresh": afresh}} for step in READING}}, **QUIET},
            instance=instance,
            tags={**range_tags(first, last), **process_tags()},
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
        met[0] if met else Findings(),
    )


@contextmanager
def alone() -> Iterator[None]:
    """Only one load of the command line at a time: two would write the frames of one day between each other's steps.

    The lock goes with the process, however that ends.
    """
    from orchestration.settings import settings

    folder = settings().data_folder
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "load.lock").open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            note("another load is at work; this one waits for it to end")
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def process_tags() -> dict[str, str]:
    """Tags that tell a run of the command line and the process that it lives in."""
    return {"started_by": "claims load", HOST_TAG: socket.gethostname(), PROCESS_TAG: str(os.getpid())}


def end_dead_runs(instance: "dg.DagsterInstance") -> None:
    """Record runs of the command line whose process was killed as failed, and free their place in the pool.

    Nobody else would: Dagster watches only runs that it has launched itself, and the next load would wait for ever.
    """
    import dagster as dg

    unfinished = dg.RunsFilter(statuses=[dg.DagsterRunStatus.STARTING, dg.DagsterRunStatus.STARTED], tags={HOST_TAG: socket.gethostname()})
    for run in instance.get_runs(unfinished):
        if not _is_alive(int(run.tags[PROCESS_TAG])):
            instance.report_run_failed(run, f"its process {run.tags[PROCESS_TAG]} was killed; the published warehouse stayed as it was")
            instance.event_log_storage.free_concurrency_slots_for_run(run.run_id)


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


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
    """The step and message of the first failure; KeyboardInterrupt when it was Ctrl-C."""
    for event in result.all_events:
        if event.is_step_failure:
            error = event.step_failure_data.error
            if error is not None and error.cls_name == INTERRUPTED:
                raise KeyboardInterrupt
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
