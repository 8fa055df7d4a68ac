"""A load that was killed holds up no later one."""

import os
import subprocess
import sys
from pathlib import Path

import dagster as dg

from orchestration.cli.running import PROCESS_TAG, end_dead_runs, process_tags
from orchestration.instance import lasting_instance

POOL = "warehouse"


@dg.job
def some_job() -> None:
    """A job without steps; only its run's record matters."""


def started_run(instance: dg.DagsterInstance, process: int) -> dg.DagsterRun:
    run = instance.create_run_for_job(some_job, tags={**process_tags(), PROCESS_TAG: str(process)}, status=dg.DagsterRunStatus.STARTED)
    instance.event_log_storage.initialize_concurrency_limit_to_default(POOL)
    instance.event_log_storage.claim_concurrency_slot(POOL, run.run_id, "load_warehouse")
    return run


def test_a_killed_load_is_recorded_and_its_slot_is_free(root: Path) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    with lasting_instance() as instance:
        run = started_run(instance, ended.pid)
        assert instance.event_log_storage.get_concurrency_info(POOL).active_slot_count == 1
        end_dead_runs(instance)
        assert instance.get_run_by_id(run.run_id).status == dg.DagsterRunStatus.FAILURE
        assert instance.event_log_storage.get_concurrency_info(POOL).active_slot_count == 0


def test_a_running_load_is_left_alone(root: Path) -> None:
    with lasting_instance() as instance:
        run = started_run(instance, os.getpid())
        end_dead_runs(instance)
        assert instance.get_run_by_id(run.run_id).status == dg.DagsterRunStatus.STARTED
        assert instance.event_log_storage.get_concurrency_info(POOL).active_slot_count == 1
