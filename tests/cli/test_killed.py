"""A load that was killed or interrupted holds up no later one, and says in a sentence how it ended."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import dagster as dg
import pytest

from orchestration.cli.running import PROCESS_TAG, alone, end_dead_runs, process_tags
from orchestration.instance import lasting_instance
from orchestration.settings import PROJECT
from tests.orchestration.pipeline import article

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


def test_a_load_waits_for_the_one_at_work(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from orchestration.settings import settings

    folder = settings().data_folder
    folder.mkdir(parents=True, exist_ok=True)
    hold = "import fcntl, sys, time; f = open(sys.argv[1], 'a'); fcntl.flock(f, fcntl.LOCK_EX); print('held', flush=True); time.sleep(1.5)"
    other = subprocess.Popen([sys.executable, "-c", hold, str(folder / "load.lock")], stdout=subprocess.PIPE, text=True)
    assert other.stdout is not None
    assert other.stdout.readline() == "held\n"
    begun = time.monotonic()
    with alone():
        assert time.monotonic() - begun > 1
    other.wait()
    assert "another load is at work" in capsys.readouterr().err
    with alone():
        pass
    assert capsys.readouterr().err == ""


def test_a_running_load_is_left_alone(root: Path) -> None:
    with lasting_instance() as instance:
        run = started_run(instance, os.getpid())
        end_dead_runs(instance)
        assert instance.get_run_by_id(run.run_id).status == dg.DagsterRunStatus.STARTED
        assert instance.event_log_storage.get_concurrency_info(POOL).active_slot_count == 1


@pytest.mark.end_to_end
def test_ctrl_c_ends_a_load_with_a_sentence(root: Path) -> None:
    file = article(root, "long.txt", "\n\n".join(f"The mayor said on Monday that {n} houses burned in the town." for n in range(20_000)))
    command = [sys.executable, "-W", "ignore", "-m", "orchestration.cli.app", "load", str(file)]
    load = subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True)
    until = time.monotonic() + 120
    while not list((root / "data").glob("assets/landed/*.parquet")) and time.monotonic() < until:
        time.sleep(0.1)
    # as a terminal does: to all processes of the command
    os.killpg(load.pid, signal.SIGINT)
    _, told = load.communicate(timeout=60)
    assert load.returncode == 130
    assert told.strip().startswith("error: stopped by Ctrl-C"), told
    assert "Traceback" not in told
