"""What still stands in quarantine: the view `quarantine_state`, from the warehouse and from frames alike."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import polars as pl
import pytest

from orchestration.warehouse import query
from orchestration.warehouse.folders import Warehouse
from orchestration.warehouse.frames import Frames
from orchestration.warehouse.load import LoadResult
from orchestration.warehouse.quarantine import state
from tests import factories as make

Loads = Callable[[Frames], LoadResult]
NOON = datetime(2025, 3, 4, 12, tzinfo=UTC)


def _document(name: str, hour: int, **values: Any) -> dict[str, Any]:
    return make.document(f"{name}{hour}", found_at=NOON + timedelta(hours=hour), **({"origin": "in/a.txt"} | values))


def _fault(name: str, **values: Any) -> dict[str, Any]:
    return {
        "quarantine_id": name, "stage": "articles", "reason": "no_publisher", "detail": f"{name}: nothing names its publisher", "origin": "in/a.txt",
        "document_id": None, "row_json": "{}", "arrival_date": make.DAY,
    } | values  # fmt: skip


OLD, NEW = _document("a", 0), _document("a", 1)
OF_OLD = {"document_id": OLD["document_id"]}
DAY_AFTER = date(2025, 3, 5)
CASES = [
    # name, faults, documents, faults that are open
    ("nothing since", [_fault("x", **OF_OLD)], [OLD], ["x"]),
    ("taken in again", [_fault("x", **OF_OLD)], [OLD, NEW], []),
    ("taken in again, again with a fault", [_fault("x", **OF_OLD), _fault("y", document_id=NEW["document_id"])], [OLD, NEW], ["y"]),
    ("a row of the extraction", [_fault("x", **OF_OLD, stage="claims", reason="expectation", origin="0af1")], [OLD, NEW], []),
    ("taken in before", [_fault("x", document_id=NEW["document_id"])], [OLD, NEW], ["x"]),
    ("moved into its publisher's folder", [_fault("x", **OF_OLD)], [OLD, _document("b", 1, origin="in/Lenn Post/a.txt")], []),
    ("another of that name below", [_fault("x", **OF_OLD)], [OLD, _document("b", 1, origin="in/Lenn Post/a.txt", size_bytes=7)], ["x"]),
    ("another of that name elsewhere", [_fault("x", **OF_OLD)], [OLD, _document("b", 1, origin="out/a.txt")], ["x"]),
    ("never landed, landed later", [_fault("x", stage="landed", reason="unreadable")], [_document("b", 1, arrival_date=DAY_AFTER)], []),
    ("landed, unreadable later", [_fault("x", stage="landed", reason="unreadable", arrival_date=DAY_AFTER)], [OLD], ["x"]),
    ("two texts from standard input", [_fault("x", **OF_OLD)], [{**OLD, "origin": "-"}, {**NEW, "origin": "-", "origin_kind": "stdin"}], ["x"]),
]  # fmt: skip


@pytest.mark.parametrize("faults,documents,still_open", [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_what_is_open(faults: list[dict[str, Any]], documents: list[dict[str, Any]], still_open: list[str]) -> None:
    found = state(make.frame("quarantine", faults), make.frame("landed", documents))
    assert found.height == len(faults)
    assert found.filter("is_open")["quarantine_id"].to_list() == still_open


def test_superseding_document_is_the_next_one() -> None:
    documents = [OLD, NEW, _document("a", 2)]
    assert state(make.frame("quarantine", [_fault("x", **OF_OLD)]), make.frame("landed", documents))["superseded_by"].to_list() == [
        NEW["document_id"]
    ]


def test_nothing_in_quarantine() -> None:
    assert state(make.frame("quarantine", []), make.frame("landed", [])).is_empty()


def test_question_counts_what_is_open(loads: Loads, warehouse: Warehouse) -> None:
    frames = make.frames([make.article("flood")])
    documents = pl.concat([frames.landed, make.frame("landed", [OLD, NEW])])
    faults = make.frame("quarantine", [_fault("x", **OF_OLD), _fault("y", document_id=NEW["document_id"])])
    loads(Frames(frames.days, **{name: frames[name] for name in make.FRAME_TABLES} | {"landed": documents, "quarantine": faults}))
    found = query.saved(warehouse, "quarantine_by_reason").drop("first_day", "last_day")
    assert found.rows() == [("articles", "no_publisher", 1, 1, "y: nothing names its publisher")]
