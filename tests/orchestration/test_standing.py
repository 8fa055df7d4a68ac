"""A load that could only repeat the last publication ends after landing; anything that might change its result makes it run whole."""

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import dagster as dg
import polars as pl
import pytest

from orchestration import standing
from orchestration.landing.land import Sources, land
from orchestration.landing.store import landed_frame, landing_quarantine
from orchestration.loads import warehouse_folders
from orchestration.partitions import today
from orchestration.settings import forget_settings, settings
from orchestration.warehouse import publish, records
from orchestration.warehouse.forget import forget
from tests.conftest import own_root
from tests.orchestration import pipeline

TEXT = "The mayor of Ellery said on Monday that {count} houses burned in the town."


@pytest.fixture(scope="module")
def instance() -> Iterator[dg.DagsterInstance]:
    with dg.DagsterInstance.ephemeral() as ephemeral:
        yield ephemeral


@pytest.fixture(scope="module")
def first_load(module_root: Path, instance: dg.DagsterInstance) -> dg.ExecuteInProcessResult:
    pipeline.article(module_root / "given", "good.txt", TEXT.format(count=12))
    pipeline.article(module_root / "given", "undated.txt", TEXT.format(count=13), published=None)
    return pipeline.run(instance, module_root / "given", if_new=True)


def steps(result: dg.ExecuteInProcessResult) -> list[str]:
    return [event.step_key for event in result.all_events if event.is_step_success]


def test_a_load_without_news_ends_after_landing(first_load: dg.ExecuteInProcessResult, module_root: Path, instance: dg.DagsterInstance) -> None:
    before, version = pipeline.rows("FROM claims ORDER BY claim_id"), settings().warehouse_file.resolve()
    result = pipeline.run(instance, module_root / "given", if_new=True)
    assert result.success
    assert (steps(first_load)[-1], steps(result)) == ("load_warehouse", ["landed"])
    assert (pipeline.rows("FROM claims ORDER BY claim_id"), settings().warehouse_file.resolve()) == (before, version)
    first, last = pipeline.loads().to_dicts()
    own = {"load_id", "run_id", "started_at", "finished_at", "outcome", "claims_added"}
    assert {name for name in first if first[name] != last[name]} == own
    assert (last["outcome"], last["claims_added"], last["claims_removed"], last["quarantined_count"]) == ("unchanged", 0, 0, 1)
    checks = [records.read_checks(warehouse_folders(), [load["load_id"]]).drop("load_id", "checked_at") for load in (first, last)]
    assert checks[0].height > 100
    assert checks[0].sort("table_name", "check_name").equals(checks[1].sort("table_name", "check_name"))


def test_who_does_not_ask_for_it_gets_the_whole_load(first_load: dg.ExecuteInProcessResult, module_root: Path, instance: dg.DagsterInstance) -> None:
    result = pipeline.run(instance, module_root / "given")
    assert steps(result)[-1] == "load_warehouse"
    # also what an earlier load without news has left for the next publication
    recorded = pipeline.rows("SELECT load_id FROM loads")
    assert sorted(recorded) == sorted(pipeline.loads().select("load_id").rows())  # two of one second have no order


def test_a_day_that_dagster_has_not_as_loaded_is_loaded_whole(first_load: dg.ExecuteInProcessResult, module_root: Path) -> None:
    with dg.DagsterInstance.ephemeral() as another:
        assert steps(pipeline.run(another, module_root / "given", if_new=True))[-1] == "load_warehouse"


def test_what_a_killed_load_has_landed_is_loaded(first_load: dg.ExecuteInProcessResult, module_root: Path, instance: dg.DagsterInstance) -> None:
    late = pipeline.article(module_root / "late", "late.txt", TEXT.format(count=14))
    land(settings().data_folder, today(), Sources(paths=(late,)))
    result = pipeline.run(instance, module_root / "given", if_new=True)
    assert steps(result)[-1] == "load_warehouse"
    assert pipeline.rows("SELECT count(*) FROM claims WHERE number_text = '14'") == [(1,)]
    assert steps(pipeline.run(instance, if_new=True)) == ["landed"]


def digest() -> str:
    data = settings().data_folder
    return standing.found(warehouse_folders(), landed_frame(data, today()), landing_quarantine(data, today()))


def stands() -> bool:
    return standing.standing_load(warehouse_folders(), digest(), [today()]) is not None


@pytest.fixture
def standing_root(first_load: dg.ExecuteInProcessResult, module_root: Path, tmp_path: Path) -> Iterator[Path]:
    """A copy of the loaded root in which a load would repeat the last one."""
    shutil.copytree(module_root, tmp_path / "copy", symlinks=True)
    with own_root(tmp_path / "copy") as folder:
        load_id = pipeline.loads().filter(outcome="published")["load_id"][-1]
        standing.note_found(warehouse_folders(), load_id, digest())
        standing.note_published(warehouse_folders(), load_id, [today()])
        assert stands()
        yield folder


def _new_document() -> None:
    land(settings().data_folder, today(), Sources(standard_input=b"Another text.", publisher="The Test"))


def _another_setting() -> None:
    os.environ["CLAIMS_DEFAULT_PUBLISHER"] = "The Test"
    forget_settings()


def _frame_built_by_hand() -> None:
    file = settings().assets_folder / "mentions" / f"{today()}.parquet"
    pl.read_parquet(file).head(0).write_parquet(file)


def _lost_frame() -> None:
    (settings().assets_folder / "claims" / f"{today()}.parquet").unlink()


def _failed_load() -> None:
    row = pipeline.loads().row(-1, named=True)
    records.write_load(warehouse_folders(), row | {"load_id": "20990101T000000Z-failed", "outcome": "failed"})


def _rollback() -> None:
    version = settings().warehouse_file.resolve()
    older = version.with_name("warehouse-20200101T000000000000Z.duckdb")
    shutil.copy2(version, older)
    publish.rollback(warehouse_folders(), "20200101T000000000000Z")


def _takedown() -> None:
    ((article,),) = pipeline.rows("SELECT article_id FROM articles ORDER BY ALL LIMIT 1")
    forget(warehouse_folders(), article)


def _no_warehouse() -> None:
    settings().warehouse_file.unlink()


def _broken_link() -> None:
    settings().warehouse_file.resolve().unlink()


def _damaged_note() -> None:
    (settings().loads_folder / standing.STANDING).write_text('{"load_id": ')


@pytest.mark.parametrize(
    "change",
    [
        _new_document,
        _another_setting,
        _frame_built_by_hand,
        _lost_frame,
        _failed_load,
        _rollback,
        _takedown,
        _no_warehouse,
        _broken_link,
        _damaged_note,
    ],
)
def test_what_might_change_the_result_makes_the_load_run_whole(
    standing_root: Path, change: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAIMS_DEFAULT_PUBLISHER", "")
    change()
    assert not stands()


@pytest.mark.parametrize("name", ["rules", "_code"])
def test_other_rules_or_code_make_the_load_run_whole(standing_root: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(standing, name, lambda: "another")
    assert not stands()


def test_a_standing_load_without_a_record_is_read_anew(standing_root: Path) -> None:
    load_id = pipeline.loads().filter(outcome="published")["load_id"][-1]
    shutil.move(warehouse_folders().load_folder(load_id), standing_root / "elsewhere")
    assert not stands()


def test_other_days_are_another_load(standing_root: Path) -> None:
    assert standing.standing_load(warehouse_folders(), digest(), [today() - timedelta(days=1), today()]) is None


def test_what_lands_while_a_load_is_at_work_is_not_taken_for_loaded(standing_root: Path) -> None:
    load_id = pipeline.loads()["load_id"][-1]
    standing.note_found(warehouse_folders(), load_id, digest())
    _new_document()
    standing.note_published(warehouse_folders(), load_id, [today()])
    assert not stands()
