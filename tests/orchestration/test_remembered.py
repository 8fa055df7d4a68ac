"""Remembered validations: the same verdict for the same rows, a new one for any other, and never one that failed."""

from datetime import UTC, date, datetime
from pathlib import Path

import polars as pl

from expectations.suites import AUDITED
from orchestration.remembered import facts_validated, validated
from orchestration.settings import settings
from orchestration.warehouse.records import LoadRecord
from tests.orchestration.test_io_manager import frame
from transforms.schema import ARTICLES, CLAIMS, DATES, LOADS, MENTIONS

DAY = date(2025, 3, 4)
SHARES = {"claims_per_1000_words": 30.0, "sourced_share": 0.5, "other_metric_share": 0.1}
NO_HISTORY = pl.DataFrame(schema=LOADS.table_schema())
RELATED = {"articles": ARTICLES.empty()}


def files() -> list[Path]:
    return sorted((settings().assets_folder / "validated").glob("*.parquet"))


def test_an_audit_that_held_is_remembered(root: Path) -> None:
    known = dict.fromkeys(AUDITED, 0)
    first = facts_validated("warehouse", known, {})
    assert first.results["passed"].all()
    assert len(files()) == 1
    assert facts_validated("warehouse", known, {}).results.equals(first.results)


def test_the_same_empty_frame_is_remembered(root: Path) -> None:
    empty = frame().clear()
    first = validated("dates", empty, RELATED, NO_HISTORY)
    (file,) = files()
    pl.read_parquet(file).with_columns(pl.lit("from memory").alias("observed_value")).write_parquet(file)
    again = validated("dates", empty, RELATED, NO_HISTORY)
    assert set(again.results["observed_value"]) == {"from memory"}
    assert again.passed.equals(first.passed)


def test_only_tables_with_bands_are_judged_anew_when_the_bands_move(root: Path) -> None:
    records = [LoadRecord(f"load {n}", "run", datetime(2025, 3, n + 1, tzinfo=UTC), DAY, DAY, "1").row("published", None, SHARES) for n in range(5)]
    history = pl.DataFrame(records, schema=LOADS.table_schema(), orient="row")
    validated("dates", frame().clear(), RELATED, NO_HISTORY)
    before = files()
    validated("dates", frame().clear(), RELATED, history)
    assert files() == before
    nothing = {"articles": ARTICLES.empty(), "mentions": MENTIONS.empty(), "dates": DATES.empty()}
    keys = set()
    for known in (NO_HISTORY, history):
        validated("claims", CLAIMS.empty(), nothing, known)
        keys.add(next(file.name for file in files() if file.name.startswith("claims")))
    assert len(keys) == 2


def test_what_failed_is_not_remembered(root: Path) -> None:
    fault = frame(("x", "2025-03-04"))
    first = validated("dates", fault, RELATED, NO_HISTORY)
    assert not first.results["passed"].all()
    assert first.quarantined.height == 1
    assert files() == []
    assert validated("dates", fault, RELATED, NO_HISTORY).quarantined.height == 1


def test_a_failing_count_is_not_remembered(root: Path) -> None:
    assert not facts_validated("warehouse", {"claims_have_mention": 3}, {}).results["passed"].all()
    assert files() == []
