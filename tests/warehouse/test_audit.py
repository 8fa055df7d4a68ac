"""One planted fault for each expectation of the built warehouse, caught by its audit."""

from __future__ import annotations

import duckdb
import pytest

from expectations.suites import AUDITED
from orchestration.warehouse.audit import audit, failing
from orchestration.warehouse.ddl import SQL
from orchestration.warehouse.folders import Warehouse
from orchestration.warehouse.load import load
from tests import factories as make

FAULTS = {
    "claims_have_current_article": "UPDATE articles SET is_current = FALSE",
    "claims_have_mention": "UPDATE mentions SET is_claim = FALSE, not_claim_reason = 'age'",
    "claims_have_source_row": "DELETE FROM sources",
    "claims_have_figure_row": "DELETE FROM figures",
    "claims_have_date_rows": "DELETE FROM dates",
    "claiming_mentions_have_claim": "DELETE FROM claims WHERE number_text = '40'",
    "mentions_have_article": "UPDATE mentions SET version = 7",
    "dates_have_article": "UPDATE dates SET text_hash = 'x'",
    "articles_have_document": "DELETE FROM landed",
    "articles_have_one_current": "UPDATE articles SET is_current = FALSE",
    "versions_without_gaps": "UPDATE articles SET version = 2",
    "texts_as_hashed": "UPDATE articles SET text = text || '.'",
    "numbers_at_span": "UPDATE claims SET number_text = '41' WHERE number_text = '40'",
    "sources_counted": "UPDATE sources SET claim_count = 100",
    "figures_counted": "UPDATE figures SET article_count = 100",
    "stories_have_one_origin": "UPDATE articles SET is_story_origin = FALSE",
    "superseded_are_replaced": "INSERT INTO claims_superseded BY NAME SELECT *, load_id AS superseded_by_load, 'reprocessed' AS superseded_why FROM claims",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> duckdb.DuckDBPyConnection:
    warehouse = Warehouse(tmp_path_factory.mktemp("audited"))
    version = load(warehouse, make.frames([make.article("flood")]), make.record(1)).version
    assert version is not None
    version.chmod(0o644)
    return duckdb.connect(str(version))


@pytest.mark.parametrize("name", AUDITED)
def test_fault_is_caught(built: duckdb.DuckDBPyConnection, name: str) -> None:
    assert failing(built, name) == 0
    built.begin()
    try:
        built.execute(FAULTS[name])
        assert failing(built, name) > 0
    finally:
        built.rollback()


def test_failing_audit_shows_count_and_sample(built: duckdb.DuckDBPyConnection) -> None:
    built.begin()
    try:
        built.execute(FAULTS["numbers_at_span"])
        validation = audit(built)
    finally:
        built.rollback()
    assert validation.stopping == ["numbers_at_span"]
    row = validation.results.row(by_predicate=make.pl.col("check_name") == "numbers_at_span", named=True)
    assert (row["failing_count"], row["observed_value"], "'41'" in row["sample_json"] or '"41"' in row["sample_json"]) == (1, "1", True)


def test_only_rows_of_the_load_are_compared_with_their_text(built: duckdb.DuckDBPyConnection) -> None:
    built.begin()
    try:
        built.execute(FAULTS["numbers_at_span"])
        assert audit(built, "another load").stopping == []
    finally:
        built.rollback()


def test_queries_and_expectations_are_the_same() -> None:
    assert {file.stem for file in (SQL / "audit").glob("*.sql")} == set(AUDITED) == set(FAULTS)
