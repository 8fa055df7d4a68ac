"""Loading: what comes, stays, is replaced and is superseded, whatever the order of the days."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from orchestration.warehouse import query, records
from orchestration.warehouse.folders import Warehouse, WarehouseError
from orchestration.warehouse.frames import Frames
from orchestration.warehouse.load import LoadResult, load
from tests import factories as make
from tests.warehouse.conftest import Rows, contents

Loads = Callable[[Frames], LoadResult]
MONDAY, TUESDAY, WEDNESDAY = (date(2025, 3, day) for day in (3, 4, 5))
CHANGED = make.TEXT.replace("repairs", "first repairs")


def test_first_load_publishes_every_row(loads: Loads, rows: Rows) -> None:
    result = loads(make.frames([make.article("flood")]))
    assert (result.outcome, result.counts["claims_added"], result.counts["claims_removed"]) == ("published", 2, 0)
    counts = rows(
        "SELECT (SELECT count(*) FROM landed), (SELECT count(*) FROM articles), (SELECT count(*) FROM mentions), (SELECT count(*) FROM dates)"
    )
    assert counts == [(1, 1, 2, 1)]
    assert rows("SELECT number_text, source_name, low, high FROM claims_wide ORDER BY char_start") == [
        ("40", "Ada Lorne", 40.0, None),
        ("3 million euros", None, 3e6, 3e6),
    ]
    assert rows("SELECT outcome, claim_count, word_count, sourced_share FROM loads") == [("published", 2, 25, 0.5)]
    assert result.version is not None


def test_repeated_load_changes_only_its_own_record(loads: Loads, warehouse: Warehouse) -> None:
    frames = make.frames([make.article("flood"), make.article("storm", CHANGED)])
    loads(frames)
    before = query.run(warehouse, "FROM claims ORDER BY ALL"), contents(warehouse)
    again = loads(frames)
    assert (again.outcome, again.counts["claims_added"], set(again.changes.values())) == ("unchanged", 0, {0})
    assert query.run(warehouse, "FROM claims ORDER BY ALL").equals(before[0])
    assert all(frame.equals(before[1][name]) for name, frame in contents(warehouse).items())
    assert query.run(warehouse, "SELECT outcome FROM loads ORDER BY load_id")["outcome"].to_list() == ["published", "unchanged"]


def test_unchanged_rows_keep_the_load_that_wrote_them(loads: Loads, rows: Rows) -> None:
    flood = make.article("flood")
    loads(make.frames([flood]))
    loads(make.frames([flood, make.article("storm", CHANGED)]))
    found = rows(
        "SELECT a.title, c.load_id[-1:], a.load_id[-1:], m.load_id[-1:] FROM claims c JOIN articles a USING (article_id) JOIN mentions m USING (mention_id) ORDER BY ALL"
    )
    first = make.stable_id("article", "flood")
    assert [row[1:] for row in found] == [("1", "1", "1")] * 2 + [("2", "2", "2")] * 2
    assert rows(f"SELECT load_id[-1:] FROM articles WHERE article_id = '{first}'") == [("1",)]


def test_changed_text_makes_a_version_and_supersedes(loads: Loads, rows: Rows) -> None:
    loads(make.frames([make.article("flood", day=MONDAY)], [MONDAY]))
    result = loads(make.frames([make.article("flood", CHANGED, TUESDAY)], [TUESDAY]))
    assert (result.counts["claims_added"], result.counts["claims_removed"]) == (2, 2)
    assert rows("SELECT version, is_current, text LIKE '%first repairs%' FROM articles ORDER BY version") == [(1, False, False), (2, True, True)]
    assert rows("SELECT DISTINCT version FROM claims") == [(2,)]
    assert rows("SELECT version, superseded_why, superseded_by_load[-1:], count(*) FROM claims_superseded GROUP BY ALL") == [
        (1, "article_changed", "2", 2)
    ]
    assert rows("SELECT version, count(*) FROM mentions GROUP BY ALL ORDER BY ALL") == [(1, 2), (2, 2)]


def test_better_reading_supersedes_as_reprocessed(loads: Loads, rows: Rows) -> None:
    flood = make.article("flood")
    loads(make.frames([flood]))
    reread = make.mentions_of(flood)
    reread[1] |= {"subject": "Lennport"}
    result = loads(make.frames([flood], mentions=reread))
    assert (result.counts["claims_added"], result.counts["claims_removed"]) == (1, 1)
    assert rows("SELECT number_text, subject, superseded_why FROM claims_superseded") == [("3 million euros", None, "reprocessed")]
    assert rows("SELECT number_text, subject, load_id[-1:] FROM claims ORDER BY char_start") == [
        ("40", None, "1"),
        ("3 million euros", "Lennport", "2"),
    ]


def test_same_reading_by_a_newer_extractor_supersedes_nothing(loads: Loads, rows: Rows) -> None:
    flood = make.article("flood")
    loads(make.frames([flood]))
    result = loads(make.frames([flood], mentions=[row | {"extractor_version": "0.2.0"} for row in make.mentions_of(flood)]))
    assert (result.outcome, result.counts["claims_removed"]) == ("published", 0)
    assert rows("SELECT DISTINCT extractor_version, load_id[-1:] FROM claims") == [("0.2.0", "1")]


def test_claim_that_is_no_longer_read_is_superseded(loads: Loads, rows: Rows) -> None:
    flood = make.article("flood")
    loads(make.frames([flood]))
    reread = make.mentions_of(flood)
    reread[1] |= {"is_claim": False, "not_claim_reason": "known_set"}
    loads(make.frames([flood], mentions=reread))
    assert rows("SELECT number_text, superseded_why FROM claims_superseded") == [("3 million euros", "reprocessed")]
    assert rows("SELECT is_claim FROM mentions ORDER BY char_start") == [(True,), (False,)]


def test_article_gone_from_its_day_leaves_the_warehouse(loads: Loads, rows: Rows) -> None:
    loads(make.frames([make.article("flood"), make.article("storm", CHANGED)]))
    loads(make.frames([make.article("flood")]))
    assert rows("SELECT title, load_id[-1:] FROM articles") == [("Flood in Lennport", "1")]
    assert rows("SELECT count(*) FROM claims") == [(2,)]
    assert rows("SELECT superseded_why, count(*) FROM claims_superseded GROUP BY ALL") == [("reprocessed", 2)]


def _three_days() -> dict[str, Frames]:
    """One article found on three days: the same text twice, then a changed one; and another article beside it."""
    by_day = {
        MONDAY: [make.article("flood", day=MONDAY)],
        TUESDAY: [make.article("flood", day=TUESDAY), make.article("storm", CHANGED, TUESDAY)],
        WEDNESDAY: [make.article("flood", CHANGED, WEDNESDAY), make.article("storm", CHANGED, WEDNESDAY)],
    }
    return {str(day): make.frames(articles, [day]) for day, articles in by_day.items()}


def test_order_of_days_does_not_matter(tmp_path: Path) -> None:
    results = []
    monday, tuesday, wednesday = _three_days()
    for number, order in enumerate([(monday, tuesday, wednesday), (wednesday, tuesday, monday), (tuesday, wednesday, monday)]):
        warehouse = Warehouse(tmp_path / str(number))
        for step, day in enumerate(order):
            load(warehouse, make.store(warehouse, _three_days()[day]), make.record(step + 1, date.fromisoformat(day)))
        results.append(contents(warehouse))
    first = results[0]
    assert first["articles"].select("version", "is_current", "arrival_date").sort("arrival_date", "version").rows() == [
        (1, False, MONDAY),
        (1, True, TUESDAY),
        (2, True, WEDNESDAY),
    ]
    assert first["claims"].height == 4
    for other in results[1:]:
        assert {name: frame.equals(first[name]) for name, frame in other.items()} == dict.fromkeys(first, True)


def test_days_in_one_range_are_as_days_one_by_one(tmp_path: Path) -> None:
    days = _three_days().values()
    whole = Frames((MONDAY, TUESDAY, WEDNESDAY), **{name: pl.concat([day[name] for day in days]) for name in make.FRAME_TABLES})
    single, ranged = Warehouse(tmp_path / "single"), Warehouse(tmp_path / "ranged")
    for number, day in enumerate(days):
        load(single, make.store(single, day), make.record(number, day.days[0]))
    load(ranged, make.store(ranged, whole), make.record(1, MONDAY, WEDNESDAY))
    one_by_one = contents(single)
    assert {name: frame.equals(one_by_one[name]) for name, frame in contents(ranged).items()} == dict.fromkeys(one_by_one, True)


def test_text_passes_to_the_later_day_when_the_earlier_loses_it(loads: Loads, rows: Rows) -> None:
    days = list(_three_days().values())
    for day in days:
        loads(day)
    loads(Frames((MONDAY,), **{name: days[0][name].clear() for name in make.FRAME_TABLES}))
    assert rows(
        "SELECT version, is_current, arrival_date FROM articles WHERE article_id = (SELECT article_id FROM articles WHERE version = 2) ORDER BY version"
    ) == [
        (1, False, TUESDAY),
        (2, True, WEDNESDAY),
    ]


def test_older_version_is_current_again_when_the_newer_goes(loads: Loads, rows: Rows) -> None:
    loads(make.frames([make.article("flood", day=MONDAY)], [MONDAY]))
    changed = make.frames([make.article("flood", CHANGED, TUESDAY)], [TUESDAY])
    loads(changed)
    loads(Frames((TUESDAY,), **{name: changed[name].clear() for name in make.FRAME_TABLES}))
    assert rows("SELECT version, is_current FROM articles") == [(1, True)]
    assert rows("SELECT version, arrival_date, load_id[-1:] FROM claims") == [(1, MONDAY, "3")] * 2


def test_missing_file_of_another_day_is_named(loads: Loads, warehouse: Warehouse) -> None:
    loads(make.frames([make.article("flood", day=MONDAY)], [MONDAY]))
    changed = make.frames([make.article("flood", CHANGED, TUESDAY)], [TUESDAY])
    loads(changed)
    warehouse.asset_file("claims", MONDAY).unlink()
    with pytest.raises(WarehouseError, match=r"claims/2025-03-03\.parquet: .*claims reprocess --from 2025-03-03"):
        loads(Frames((TUESDAY,), **{name: changed[name].clear() for name in make.FRAME_TABLES}))
    assert query.run(warehouse, "SELECT DISTINCT version FROM claims").rows() == [(2,)]


def test_quarantine_is_replaced_by_day(loads: Loads, rows: Rows) -> None:
    frames = make.frames([make.article("flood")])
    bad = {
        "stage": "landed",
        "reason": "binary",
        "detail": "a.bin: binary",
        "origin": "a.bin",
        "document_id": None,
        "row_json": "{}",
        "arrival_date": make.DAY,
    }
    with_bad = make.frame("quarantine", [bad | {"quarantine_id": "1"}, bad | {"quarantine_id": "2"}])
    parts = {name: frames[name] for name in make.FRAME_TABLES}
    loads(Frames(frames.days, **parts | {"quarantine": with_bad}))
    assert rows("SELECT quarantined_count FROM loads") == [(2,)]
    loads(Frames(frames.days, **parts | {"quarantine": with_bad.head(1)}))
    assert rows("SELECT quarantine_id, load_id[-1:] FROM quarantine") == [("1", "1")]


FRAME_FAULTS = [
    ("rows of another day", lambda frame: frame.with_columns(pl.lit(WEDNESDAY).alias("arrival_date")), "holds rows of 2025-03-05"),
    ("a missing column", lambda frame: frame.drop("metric"), "column metric is missing"),
    ("another type", lambda frame: frame.with_columns(pl.col("low").cast(pl.Int64)), "column low is Int64, expected Float64"),
]


@pytest.mark.parametrize("name,change,words", FRAME_FAULTS)
def test_frames_that_do_not_fit_are_refused(name: str, change: Any, words: str) -> None:
    frames = make.frames([make.article("flood")])
    with pytest.raises(WarehouseError, match=words):
        Frames(frames.days, **{each: change(frames[each]) if each == "claims" else frames[each] for each in make.FRAME_TABLES})


def test_columns_go_by_name(loads: Loads, rows: Rows) -> None:
    frames = make.frames([make.article("flood")])
    shuffled = {name: frames[name].select(sorted(frames[name].columns, reverse=True)) for name in make.FRAME_TABLES}
    loads(Frames(frames.days, **shuffled))
    assert rows("SELECT number_text, metric, status FROM claims ORDER BY char_start") == [
        ("40", "killed", "asserted"),
        ("3 million euros", "money", "asserted"),
    ]


def test_value_outside_a_closed_list_fails_and_changes_nothing(loads: Loads, warehouse: Warehouse) -> None:
    frames = make.frames([make.article("flood")])
    loads(frames)
    published = warehouse.link.resolve()
    wrong = frames.claims.with_columns(pl.lit("drowned").alias("metric"))
    with pytest.raises(WarehouseError, match="the published warehouse stays as it was"):
        loads(Frames(frames.days, **{name: wrong if name == "claims" else frames[name] for name in make.FRAME_TABLES}))
    assert warehouse.link.resolve() == published
    assert records.read_loads(warehouse)["outcome"].to_list() == ["published", "failed"]
    assert [file.name for file in warehouse.versions_folder.glob("build-*")] == []


def test_failed_audit_stops_the_publication(loads: Loads, warehouse: Warehouse) -> None:
    frames = make.frames([make.article("flood")])
    loads(frames)
    published = warehouse.link.resolve()
    lost = {name: frames[name].head(1) if name == "claims" else frames[name] for name in make.FRAME_TABLES}
    result = loads(Frames(frames.days, **lost))
    assert (result.outcome, result.audit.stopping) == ("stopped", ["claiming_mentions_have_claim"])
    assert warehouse.link.resolve() == published
    assert "claiming_mentions_have_claim" in records.read_loads(warehouse)["message"][1]
    loads(frames)
    taken = query.run(warehouse, "SELECT outcome FROM loads ORDER BY load_id")["outcome"].to_list()
    assert taken == ["published", "stopped", "unchanged"]
    failed = query.run(warehouse, "SELECT load_id[-1:], check_name, failing_count FROM check_results WHERE NOT passed").rows()
    assert failed == [("2", "claiming_mentions_have_claim", 1)]


def test_record_of_a_load_that_never_built_is_taken_in(loads: Loads, warehouse: Warehouse) -> None:
    records.write_failure(warehouse, make.record(9), "stopped", "articles: documents_without_any_article_in_bounds did not hold")
    loads(make.frames([make.article("flood")]))
    assert query.run(warehouse, "SELECT outcome, message IS NULL FROM loads ORDER BY ALL").rows() == [("published", True), ("stopped", False)]


def test_broken_record_is_named(loads: Loads, warehouse: Warehouse) -> None:
    folder = warehouse.load_folder("broken")
    folder.mkdir(parents=True)
    (folder / "load.json").write_text("{")
    with pytest.raises(WarehouseError, match=r"broken/load\.json: not a load's record"):
        loads(make.frames([make.article("flood")]))


def test_older_columns_are_carried_over(loads: Loads, warehouse: Warehouse, rows: Rows) -> None:
    import duckdb

    frames = make.frames([make.article("flood")])
    version = loads(frames).version
    assert version is not None
    version.chmod(0o644)
    with duckdb.connect(str(version)) as connection:
        connection.execute("DROP VIEW claims_wide; ALTER TABLE claims DROP COLUMN trend")
    assert loads(frames).outcome == "unchanged"
    assert rows("SELECT trend, load_id[-1:] FROM claims_wide") == [(None, "1")] * 2
