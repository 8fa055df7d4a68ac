"""The Parquet IO manager: what is written is read back, by day, and a wrong frame or file is an error with a name."""

from datetime import date
from pathlib import Path

import polars as pl
import pytest

from orchestration.io_manager import SchemaError, scan_days, write_days, write_parquet
from transforms.schema import DATES, Table

DAYS = ["2025-03-04", "2025-03-05"]


def frame(*rows: tuple[str, str]) -> pl.DataFrame:
    """A frame of the table dates: (id, day of arrival) in each row, everything else made up."""
    filled = {
        "article_id": "a", "text_hash": "h", "char_start": 0, "char_end": 6, "date_text": "Monday", "timex_type": "DATE", "timex_value": None,
        "first_day": None, "last_day": None, "precision": "day", "anchor": "publication", "sentence_start": 0, "sentence_end": 9, "extractor_version": "1",
    }  # fmt: skip
    return pl.DataFrame(
        [filled | {"date_id": name, "arrival_date": date.fromisoformat(day)} for name, day in rows],
        schema=DATES.frame_schema(),
    )


def test_each_day_is_a_file_and_is_read_back(tmp_path: Path) -> None:
    whole = frame(("x", DAYS[0]), ("y", DAYS[1]), ("z", DAYS[1]))
    write_days(tmp_path, DATES, whole, DAYS)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["2025-03-04.parquet", "2025-03-05.parquet"]
    assert scan_days(tmp_path, DATES, DAYS).collect().equals(whole)
    assert scan_days(tmp_path, DATES, DAYS[1:]).collect()["date_id"].to_list() == ["y", "z"]


def test_writing_again_replaces_the_day_and_leaves_the_others(tmp_path: Path) -> None:
    write_days(tmp_path, DATES, frame(("x", DAYS[0]), ("y", DAYS[1])), DAYS)
    write_days(tmp_path, DATES, frame(("new", DAYS[0])), DAYS[:1])
    assert scan_days(tmp_path, DATES, DAYS).collect()["date_id"].to_list() == ["new", "y"]


def test_a_day_without_rows_is_an_empty_file(tmp_path: Path) -> None:
    write_days(tmp_path, DATES, DATES.empty(), DAYS)
    assert scan_days(tmp_path, DATES, DAYS).collect().schema == DATES.frame_schema()


def test_many_days_are_one_lazy_scan(tmp_path: Path) -> None:
    write_days(tmp_path, DATES, frame(("x", DAYS[0]), ("y", DAYS[1])), DAYS)
    assert isinstance(scan_days(tmp_path, DATES, DAYS), pl.LazyFrame)


def test_rows_of_other_days_are_an_error_and_nothing_is_written(tmp_path: Path) -> None:
    with pytest.raises(SchemaError, match=r"1 rows have arrival_date 2025-03-05"):
        write_days(tmp_path, DATES, frame(("x", DAYS[0]), ("y", DAYS[1])), DAYS[:1])
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (lambda f: f.drop("anchor"), "anchor is missing"),
        (lambda f: f.with_columns(colour=pl.lit("red")), "colour is not a column of dates"),
        (lambda f: f.with_columns(pl.col("char_start").cast(pl.String)), "char_start is String, expected Int64"),
        (lambda f: f.select(reversed(f.columns)), "the order is"),
    ],
)
def test_a_frame_that_is_not_the_schema_is_named(tmp_path: Path, change, complaint: str) -> None:
    with pytest.raises(SchemaError, match=complaint):
        write_days(tmp_path, DATES, change(frame(("x", DAYS[0]))), DAYS[:1])


def test_a_file_of_an_older_schema_is_named(tmp_path: Path) -> None:
    frame(("x", DAYS[0])).drop("anchor").write_parquet(tmp_path / f"{DAYS[0]}.parquet")
    with pytest.raises(SchemaError, match=rf"{DAYS[0]}.parquet: anchor is missing"):
        scan_days(tmp_path, DATES, DAYS[:1])


def test_a_day_that_was_never_built_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="materialize dates for that day first"):
        scan_days(tmp_path, DATES, DAYS)


def test_a_write_that_fails_leaves_the_old_file_and_no_rest(tmp_path: Path) -> None:
    file = tmp_path / "day.parquet"
    write_parquet(frame(("old", DAYS[0])), file)
    before = file.read_bytes()
    with pytest.raises(pl.exceptions.PolarsError):
        write_parquet(pl.DataFrame({"odd": [object()]}), file)
    assert file.read_bytes() == before
    assert [found.name for found in tmp_path.iterdir()] == ["day.parquet"]


def test_every_partitioned_frame_has_the_partition_column() -> None:
    from transforms.schema import TABLES

    tables: list[Table] = [TABLES[name] for name in ("landed", "articles", "mentions", "dates", "claims", "quarantine")]
    assert [table.name for table in tables if "arrival_date" not in table.frame_schema()] == []
