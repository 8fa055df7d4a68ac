"""Validation of whole frames: quarantine with reason and full row, facts and bands, broken schemas, GX's own failures."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from typing import Any

import polars as pl
import pytest

from expectations.check import Check
from expectations.convert import outcomes
from expectations.facts import FEWEST_LOADS, bands
from expectations.run import RESULTS, Validation, validate
from expectations.suites import checks_for
from orchestration.warehouse.frames import Frames
from tests import factories as make
from transforms import schema


@pytest.fixture(scope="module")
def day() -> Frames:
    return make.frames([make.article("flood"), make.article("storm", make.TEXT.replace("Flood", "Storm"))])


def _context(day: Frames) -> dict[str, pl.DataFrame]:
    return {name: day[name] for name in ("landed", "articles", "mentions", "dates")}


def _failed(validation: Validation) -> list[str]:
    return validation.results.filter(~pl.col("passed"))["check_name"].to_list()


@pytest.mark.parametrize("table", ["articles", "mentions", "dates", "claims"])
def test_sound_frame_passes(day: Frames, table: str) -> None:
    validation = validate(table, day[table], _context(day))
    assert _failed(validation) == []
    assert validation.passed.equals(day[table])
    assert validation.quarantined.is_empty()
    assert validation.results["check_name"].to_list() == [check.name for check in checks_for(table)]
    assert dict(validation.results.schema) == RESULTS


def test_failing_row_goes_to_quarantine_and_the_others_on(day: Frames) -> None:
    rows = day.claims.to_dicts()
    rows[1] |= {"low": 9.0, "high": 3.0, "quote": "direct"}
    validation = validate("claims", make.frame("claims", rows), _context(day))
    assert _failed(validation) == ["low_not_above_high", "source_fits_quote"]
    assert validation.stopping == []
    assert validation.passed["claim_id"].to_list() == [rows[0]["claim_id"], rows[2]["claim_id"], rows[3]["claim_id"]]
    quarantined = validation.quarantined.to_dicts()
    assert [(row["stage"], row["reason"], row["origin"]) for row in quarantined] == [("claims", "expectation", rows[1]["claim_id"])]
    assert "low_not_above_high (low is 9.0)" in quarantined[0]["detail"]
    assert "source_fits_quote (quote is 'direct')" in quarantined[0]["detail"]
    # the article and the words, no id; and whom to tell, as the article is right
    assert quarantined[0]["detail"].startswith(f'Lenn Post, "Flood in Lennport": "{rows[1]["number_text"]}" in "Minister Ada Lorne said on Monday')
    assert rows[1]["claim_id"] not in quarantined[0]["detail"]
    assert quarantined[0]["detail"].endswith("the article needs no mending and its other rows are loaded: report it with the row.")
    assert json.loads(quarantined[0]["row_json"])["sentence"] == rows[1]["sentence"]
    assert quarantined[0]["document_id"] == day.articles["document_id"][0]
    assert dict(validation.quarantined.schema) == schema.QUARANTINE.frame_schema()


def test_failing_rows_are_shown_as_a_sample(day: Frames) -> None:
    faulty = day.claims.with_columns(pl.lit("!").alias("comparator"))
    result = validate("claims", faulty, _context(day)).results.filter(pl.col("check_name") == "comparator_listed").to_dicts()[0]
    assert (result["failing_count"], result["row_count"], result["observed_value"]) == (4, 4, "4 of 4 rows failed")
    assert json.loads(result["sample_json"])[0]["comparator"] == "!"


def test_warning_quarantines_nothing(day: Frames) -> None:
    faulty = day.claims.with_columns(pl.lit("Person").alias("counted_head"))
    validation = validate("claims", faulty, _context(day))
    assert _failed(validation) == ["counted_head_lower_case"]
    assert validation.passed.height == 4


def test_no_articles_although_documents_landed_stops(day: Frames) -> None:
    validation = validate("articles", day.articles.clear(), _context(day))
    assert validation.stopping == ["documents_without_any_article_in_bounds"]


def test_nothing_landed_is_no_fault(day: Frames) -> None:
    empty = {name: frame.clear() for name, frame in _context(day).items()}
    for table in ("articles", "mentions", "dates", "claims"):
        assert _failed(validate(table, day[table].clear(), empty)) == []


def test_few_articles_of_many_documents_warn(day: Frames) -> None:
    many = pl.concat([day.landed] * 3)
    validation = validate("articles", day.articles, {"landed": many})
    assert _failed(validation) == ["article_share_in_bounds"]
    assert validation.stopping == []


def test_hardly_any_claiming_mentions_warn(day: Frames) -> None:
    faulty = day.mentions.with_columns(pl.lit(False).alias("is_claim"), pl.lit("age").alias("not_claim_reason"))
    assert _failed(validate("mentions", faulty, _context(day))) == ["claim_share_in_bounds"]


def test_hardly_any_resolved_dates_warn(day: Frames) -> None:
    faulty = day.dates.with_columns(pl.lit(None, pl.Date).alias("first_day"), pl.lit(None, pl.Date).alias("last_day"))
    assert _failed(validate("dates", faulty, _context(day))) == ["resolved_share_in_bounds"]


def _history(loads: int, **shares: float) -> pl.DataFrame:
    start = datetime(2025, 1, 1, tzinfo=UTC)
    rows: list[dict[str, Any]] = [
        make.record(n).row("published", None, {"claims_per_1000_words": 40.0 + n % 3, "sourced_share": 0.5, "other_metric_share": 0.02} | shares)
        | {"load_id": f"load {n}", "started_at": start + timedelta(days=n)}
        for n in range(loads)
    ]
    return pl.DataFrame(rows, schema=schema.LOADS.table_schema(), orient="row")


BANDS = [
    # which figure of the last loads is moved so that today's 80 claims per 1,000 words, half sourced, none other, leave its band
    ("claims_per_1000_words", 20.0),
    ("sourced_share", 0.9),
    ("other_metric_share", 0.4),
]


@pytest.mark.parametrize("name,usual", BANDS)
def test_leaving_the_band_of_the_last_loads_warns(day: Frames, name: str, usual: float) -> None:
    usually = {"claims_per_1000_words": 80.0, "sourced_share": 0.5, "other_metric_share": 0.0} | {name: usual}
    validation = validate("claims", day.claims, _context(day), _history(FEWEST_LOADS, **usually))
    assert _failed(validation) == [f"{name}_in_band"]
    assert validation.stopping == []
    observed = validation.results.filter(pl.col("check_name") == f"{name}_in_band")["observed_value"][0]
    assert "band" in observed


def test_bands_need_enough_loads_that_published() -> None:
    assert bands(_history(FEWEST_LOADS - 1)) == {}
    failed = _history(FEWEST_LOADS).with_columns(pl.lit("failed").alias("outcome"))
    assert bands(failed) == {}


def test_bands_look_at_the_last_thirty_loads_only() -> None:
    old, new = _history(40, sourced_share=0.1), _history(30, sourced_share=0.5)
    later = new.with_columns(pl.col("started_at") + timedelta(days=100))
    low, high = bands(pl.concat([old, later]))["sourced_share_in_band"]
    assert low > 0.1
    assert high > 0.5


SCHEMA_FAULTS = [
    ("a missing column", lambda frame: frame.drop("quote"), "quote is missing"),
    ("a foreign column", lambda frame: frame.with_columns(pl.lit(1).alias("mood")), "mood is not a column of claims"),
    ("another type", lambda frame: frame.with_columns(pl.col("low").cast(pl.String)), "low is String, expected Float64"),
]


@pytest.mark.parametrize("name,change,words", SCHEMA_FAULTS)
def test_broken_schema_stops(day: Frames, name: str, change: Any, words: str) -> None:
    validation = validate("claims", change(day.claims), _context(day))
    assert "columns_as_in_schema" in validation.stopping
    assert validation.results["observed_value"][0] == words
    assert validation.passed.is_empty()


def test_missing_column_is_an_error_of_the_expectation() -> None:
    check = Check("gone", "claims", "expect_column_values_to_not_be_null", ("gone",), "It is there.")
    outcome = outcomes([check], pl.DataFrame({"here": [1]}))["gone"]
    assert not outcome.passed
    assert "gone" in str(outcome.error)


def test_great_expectations_is_imported_only_when_it_runs() -> None:
    code = "import expectations.run, expectations.suites, orchestration.warehouse.load, sys; print('great_expectations' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
