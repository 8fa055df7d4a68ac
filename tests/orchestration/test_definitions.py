"""The code location: it loads, runs one load at a time, on schedule and when files appear, and says what it holds."""

import os
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import dagster as dg
import pytest
import yaml

from orchestration.definitions import defs
from orchestration.jobs import IF_NEW
from orchestration.landing.land import Sources, land
from orchestration.partitions import RANGE_END, RANGE_START, today
from orchestration.schedules import first_day_to_load, nightly
from orchestration.sensors import inbox
from orchestration.settings import PROJECT, settings
from transforms.schema import TABLES

GRAPH = {
    "landed": set(),
    "articles": {"landed"},
    "mentions": {"articles"},
    "dates": {"articles"},
    "claims": {"mentions", "dates", "articles"},
    "sources": {"claims"},
    "figures": {"claims"},
    "warehouse": {"landed", "articles", "mentions", "dates", "claims"},
}


def test_definitions_validate_from_the_root() -> None:
    command = [sys.executable, "-W", "ignore", "-m", "dagster", "definitions", "validate"]
    ran = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, timeout=200, check=False)
    assert ran.returncode == 0, ran.stderr
    assert "claims_warehouse" in ran.stderr + ran.stdout


def test_the_graph_is_the_documented_one() -> None:
    specs = {spec.key.path[-1]: spec for spec in defs.resolve_all_asset_specs()}
    assert {name: {dep.asset_key.path[-1] for dep in spec.deps} for name, spec in specs.items()} == GRAPH


def test_every_asset_has_description_group_kinds_and_columns() -> None:
    for spec in defs.resolve_all_asset_specs():
        name = spec.key.path[-1]
        assert spec.description
        assert spec.group_name != "default"
        assert spec.kinds
        if name in TABLES:
            columns = {column.name: column for column in spec.metadata["dagster/column_schema"].schema.columns}
            assert set(columns) == {column.name for column in TABLES[name].columns if not column.at_load}
            assert all(column.description for column in columns.values())


def test_partitions_are_days_up_to_today() -> None:
    specs = {spec.key.path[-1]: spec for spec in defs.resolve_all_asset_specs()}
    for name in ("landed", "articles", "mentions", "dates", "claims", "warehouse"):
        assert specs[name].partitions_def.get_last_partition_key() == today().isoformat()
    assert specs["sources"].partitions_def is None


def test_only_the_load_holds_the_pool_of_one() -> None:
    pools = {node.name: node.pool for node in defs.resolve_job_def("nightly_load").nodes_in_topological_order for node in [node.definition]}
    assert {name: pool for name, pool in pools.items() if pool} == {"load_warehouse": "warehouse"}
    concurrency = yaml.safe_load((PROJECT / "dagster.yaml").read_text())
    assert concurrency["concurrency"]["pools"] == {"granularity": "op", "default_limit": 1}
    assert concurrency["run_monitoring"]["free_slots_after_run_end_seconds"] > 0
    assert concurrency["telemetry"] == {"enabled": False}


def test_the_schedule_runs_by_default_at_two() -> None:
    assert nightly.default_status == dg.DefaultScheduleStatus.RUNNING
    assert (nightly.cron_schedule, nightly.execution_timezone) == (settings().schedule_cron, settings().time_zone)


def test_the_schedule_asks_for_today(root: Path) -> None:
    night = datetime.now(UTC).replace(hour=2, minute=0, second=0, microsecond=0)
    with dg.instance_for_test(temp_dir=str(root)) as instance:
        context = dg.build_schedule_context(instance=instance, scheduled_execution_time=night)
        request = nightly(context)
        assert request.run_config == IF_NEW
    assert request.tags[RANGE_START] == request.tags[RANGE_END] == night.date().isoformat()


def test_a_missed_day_is_caught_up(root: Path) -> None:
    day = today()
    article = root / "a.txt"
    article.write_text("The mayor said that 12 houses burned.")
    for back in (40, 3):
        article.write_text(f"The mayor said that {back} houses burned.")
        land(settings().data_folder, day - timedelta(days=back), Sources(paths=(article,)))
    with dg.DagsterInstance.ephemeral() as instance:
        assert first_day_to_load(instance, day) == day - timedelta(days=3)
        instance.report_runless_asset_event(dg.AssetMaterialization("warehouse", partition=(day - timedelta(days=3)).isoformat()))
        assert first_day_to_load(instance, day) == day


def evaluate(cursor: str | None) -> dg.SensorResult | dg.SkipReason:
    with dg.DagsterInstance.ephemeral() as instance:
        return inbox(dg.build_sensor_context(instance=instance, cursor=cursor))


def test_the_sensor_starts_one_load_for_each_state_of_the_inbox(root: Path) -> None:
    folder = settings().inbox_folder
    assert isinstance(evaluate(None), dg.SkipReason)
    folder.mkdir(parents=True)
    assert isinstance(evaluate(None), dg.SkipReason)
    file = folder / "article.txt"
    file.write_text("The mayor said that 12 houses burned.")
    assert "waiting until it is quiet" in str(evaluate(None).skip_message)
    old = time.time() - 60
    os.utime(file, (old, old))
    first = evaluate(None)
    assert len(first.run_requests) == 1
    assert first.run_requests[0].run_config == IF_NEW
    assert "nothing new" in str(evaluate(first.cursor).skip_message)
    (folder / "second.txt").write_text("The mayor said that 13 houses burned.")
    os.utime(folder / "second.txt", (old, old))
    second = evaluate(first.cursor)
    assert second.run_requests[0].run_key != first.run_requests[0].run_key


@pytest.mark.parametrize("name", [".hidden", "sub/.partial/x.txt"])
def test_the_sensor_passes_hidden_files_over(root: Path, name: str) -> None:
    file = settings().inbox_folder / name
    file.parent.mkdir(parents=True)
    file.write_text("not yet")
    assert "is empty" in str(evaluate(None).skip_message)
