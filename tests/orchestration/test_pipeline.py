"""The nightly job end to end on the example articles: what it publishes, shows and records; repeated, rebuilt, stopped."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import dagster as dg
import polars as pl
import pytest

from expectations.suites import checks_for
from orchestration.landing.land import Sources, land
from orchestration.partitions import today
from orchestration.settings import PROJECT, settings
from tests.conftest import own_root
from tests.orchestration import pipeline
from transforms.schema import TABLES

EXAMPLES = PROJECT / "seeds" / "articles"
CONTENT = "SELECT claim_id, article_id, version, number_text, source, stated_on, period, sentence FROM claims ORDER BY claim_id"


@pytest.fixture(scope="module")
def instance() -> Iterator[dg.DagsterInstance]:
    with dg.DagsterInstance.ephemeral() as ephemeral:
        yield ephemeral


@pytest.fixture(scope="module")
def first_load(module_root: Path, instance: dg.DagsterInstance) -> dg.ExecuteInProcessResult:
    return pipeline.run(instance, EXAMPLES)


@pytest.fixture(scope="module")
def second_load(first_load: dg.ExecuteInProcessResult, instance: dg.DagsterInstance) -> tuple[list[tuple], dg.ExecuteInProcessResult, list[tuple]]:
    before = pipeline.rows("FROM claims ORDER BY claim_id")
    result = pipeline.run(instance, EXAMPLES)
    return before, result, pipeline.rows("FROM claims ORDER BY claim_id")


def test_all_examples_are_published(first_load: dg.ExecuteInProcessResult) -> None:
    assert first_load.success
    files = [file for file in EXAMPLES.iterdir() if file.suffix in (".txt", ".json")]
    assert pipeline.rows("SELECT count(*), bool_and(is_example) FROM articles") == [(len(files), True)]
    assert pipeline.rows("SELECT count(*) FROM quarantine") == [(0,)]


def test_the_first_example_says_who_claimed_what(first_load: dg.ExecuteInProcessResult) -> None:
    found = pipeline.rows(
        "SELECT c.number_text, c.comparator, c.metric, c.source, c.status FROM claims c JOIN articles a USING (article_id) "
        "WHERE a.title LIKE 'NATO%' ORDER BY c.char_start"
    )
    assert found[:2] == [
        ("600,000", ">", "casualties", "Mark Rutte", "asserted"),
        ("3,000", ">", "personnel", "South Korea's National Intelligence Service", "asserted"),
    ]
    assert [row[0] for row in found] == ["600,000", "3,000", "12,000"]


@pytest.mark.parametrize(
    ("shown", "condition"),
    [
        ("a revision", "EXISTS (FROM figure_history WHERE change > 0 AND days_since_previous > 0)"),
        ("a disagreement", "EXISTS (FROM conflicting_figures WHERE source_a <> source_b)"),
        ("a projection", "EXISTS (FROM claims WHERE status = 'projected')"),
        ("a denial", "EXISTS (FROM claims WHERE status = 'denied')"),
        ("a range", "EXISTS (FROM claims WHERE low < high)"),
        ("a vague count", "EXISTS (FROM claims WHERE lower(number_text) = 'dozens' AND low = 12 AND high IS NULL)"),
        ("a second-hand source", "EXISTS (FROM claims WHERE len(source_chain) > 1)"),
        ("money", "EXISTS (FROM claims WHERE unit = 'USD' AND metric = 'money')"),
        ("percentages", "EXISTS (FROM claims WHERE unit = '%' AND metric = 'share')"),
    ],
)
def test_the_examples_show_what_the_product_is_for(first_load: dg.ExecuteInProcessResult, shown: str, condition: str) -> None:
    assert pipeline.rows(f"SELECT {condition}") == [(True,)], shown


def test_every_offset_slices_the_number_out_of_the_text(first_load: dg.ExecuteInProcessResult) -> None:
    wrong = pipeline.rows(
        "SELECT c.claim_id FROM claims c JOIN articles a USING (article_id, text_hash) "
        "WHERE substring(a.text, c.char_start + 1, c.char_end - c.char_start) <> c.number_text"
    )
    assert wrong == []


@pytest.mark.parametrize("asset", ["landed", "articles", "mentions", "dates", "claims"])
def test_frames_are_parquet_of_the_schema(first_load: dg.ExecuteInProcessResult, asset: str) -> None:
    file = settings().assets_folder / asset / f"{today()}.parquet"
    assert pl.read_parquet_schema(file) == TABLES[asset].frame_schema()


@pytest.mark.parametrize("asset", ["landed", "articles", "mentions", "dates", "claims", "sources", "figures", "warehouse"])
def test_materializations_carry_counts_and_timings(first_load: dg.ExecuteInProcessResult, asset: str) -> None:
    events = [event for event in first_load.get_asset_materialization_events() if event.asset_key == dg.AssetKey(asset)]
    metadata = events[0].materialization.metadata
    assert metadata["dagster/row_count"].value > 0
    assert asset in ("sources", "figures") or metadata["seconds"].value > 0
    assert asset == "warehouse" or metadata["sample"].value.startswith("| ")


def test_each_expectation_is_a_check_of_its_own(first_load: dg.ExecuteInProcessResult) -> None:
    evaluated = {(check.asset_key.path[-1], check.check_name) for check in first_load.get_asset_check_evaluations()}
    expected = {(table, check.name) for table in ("articles", "mentions", "dates", "claims", "warehouse") for check in checks_for(table)}
    assert evaluated == expected
    assert [
        check.check_name for check in first_load.get_asset_check_evaluations() if not check.passed and check.severity == dg.AssetCheckSeverity.ERROR
    ] == []
    assert pipeline.rows("SELECT count(*) FROM check_results WHERE load_id = (SELECT min(load_id) FROM loads)") == [(len(expected),)]


def test_nothing_is_pickled(first_load: dg.ExecuteInProcessResult, module_root: Path) -> None:
    suffixes = {file.suffix for file in (module_root / "data" / "assets").rglob("*") if file.is_file()}
    assert suffixes == {".parquet"}


def test_a_repeated_load_changes_nothing_but_its_own_row(second_load: tuple[list[tuple], dg.ExecuteInProcessResult, list[tuple]]) -> None:
    before, result, after = second_load
    assert result.success
    assert after == before
    assert pipeline.loads()["outcome"].to_list() == ["published", "unchanged"]
    assert pipeline.loads()["claims_added"].to_list()[1] == 0


def test_bad_documents_are_quarantined_and_the_others_go_on(root: Path, instance: dg.DagsterInstance) -> None:
    folder = root / "given"
    pipeline.article(folder, "good.txt", "The mayor of Ellery said on Monday that 12 houses burned in the town.")
    pipeline.article(folder, "undated.txt", "The mayor said that 12 houses burned in the town.", published=None)
    pipeline.article(folder, "far.txt", "The mayor said that 12 houses burned in the town.", published="2190-01-01")
    pipeline.article(folder, "hostile.txt", "Robert'); DROP TABLE claims;-- said that 7 <b>cats</b> \x1b[31mwere seen in the town.")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 20)
    (folder / "wrong.json").write_text('{"text": 7, "published": "2025-03-04"}')
    (folder / "broken.json").write_text('{"text": "The mayor said')
    assert pipeline.run(instance, folder).success
    assert pipeline.rows("SELECT count(*) FROM articles") == [(2,)]
    reasons = {reason for (reason,) in pipeline.rows("SELECT reason FROM quarantine")}
    assert {"no_date", "date_out_of_range", "empty", "binary"} <= reasons
    assert pipeline.rows("SELECT count(*) FROM quarantine WHERE row_json IS NULL OR detail = ''") == [(0,)]
    assert pipeline.rows("SELECT count(*) FROM landed") == [(8,)]


def test_documents_without_any_article_stop_the_publication(root: Path, instance: dg.DagsterInstance) -> None:
    good = pipeline.article(root / "given", "good.txt", "The mayor of Ellery said on Monday that 12 houses burned in the town.")
    assert pipeline.run(instance, good).success
    published = settings().warehouse_file.resolve()
    before = published.read_bytes()
    yesterday = today() - timedelta(days=1)
    (root / "bad.txt").write_bytes(bytes(range(256)) * 20)
    land(settings().data_folder, yesterday, Sources(paths=(root / "bad.txt",)))
    result = pipeline.run(instance, first=yesterday, last=yesterday, take_in=False)
    assert not result.success
    failed = [
        check.check_name for check in result.get_asset_check_evaluations() if not check.passed and check.severity == dg.AssetCheckSeverity.ERROR
    ]
    assert failed == ["documents_without_any_article_in_bounds"]
    assert settings().warehouse_file.resolve() == published
    assert published.read_bytes() == before
    last = pipeline.loads().row(-1, named=True)
    assert last["outcome"] == "stopped"
    assert "documents_without_any_article" in last["message"]


def test_days_can_be_rebuilt_in_any_order(tmp_path: Path, instance: dg.DagsterInstance) -> None:
    days = [today() - timedelta(days=back) for back in (2, 1, 0)]
    contents = []
    for name, order in (("range", None), ("backward", days[::-1])):
        with own_root(tmp_path / name):
            for day, count in zip(days, ("40", "40", "112"), strict=True):
                text = f"The agency said that at least {count} people were killed in Harrow Valley."
                given = pipeline.article(tmp_path / name / str(day), "flood.txt", text + ("\n" if day == days[1] else ""))
                given.write_text(given.read_text().replace("---\nThe", "url: https://example.org/flood\n---\nThe"))
                land(settings().data_folder, day, Sources(paths=(given,)))
            for first, last in [(day, day) for day in order] if order else [(days[0], days[-1])]:
                assert pipeline.run(instance, first=first, last=last, take_in=False).success
            contents.append(pipeline.rows(CONTENT))
    assert contents[0] == contents[1]
    assert [row[3] for row in contents[0]] == ["112"]
    assert contents[0][0][2] == 2
