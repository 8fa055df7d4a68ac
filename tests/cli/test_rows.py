"""`claims sql`: several statements, none, types that Polars has not got, and results that are too wide for a table."""

from pathlib import Path

import duckdb
import polars as pl
import pytest
from typer.testing import CliRunner, Result

from orchestration.cli.app import app
from orchestration.cli.rows import SHOWN_RECORDS, is_too_wide


@pytest.fixture
def warehouse(root: Path) -> Path:
    """A published file with one small table; `claims sql` needs no more."""
    (root / "data").mkdir()
    with duckdb.connect(str(root / "data" / "version.duckdb")) as connection:
        connection.execute("CREATE TABLE numbers AS SELECT range AS n FROM range(3)")
    (root / "data" / "warehouse.duckdb").symlink_to("version.duckdb")
    return root


def sql(statement: str, *options: str) -> Result:
    return CliRunner().invoke(app, ["sql", statement, *options])


@pytest.mark.parametrize("statement", ["", ";", "  \n", "-- a comment"])
def test_no_statement_is_an_error_with_an_example(warehouse: Path, statement: str) -> None:
    ran = sql(statement)
    assert ran.exit_code == 1, ran.output
    assert "the query is empty; expected SQL, such as" in ran.stderr


def test_a_statement_may_begin_with_a_comment(warehouse: Path) -> None:
    ran = sql("-- how many\nSELECT count(*) AS counted FROM numbers", "--format", "csv")
    assert ran.stdout.split() == ["counted", "3"], ran.output


def test_each_statement_is_answered(warehouse: Path) -> None:
    ran = sql("SELECT 'one;' AS first; SET threads = 1; SELECT 'two' AS second;")
    assert ran.exit_code == 0, ran.output
    assert [word in ran.stdout for word in ("first", "one;", "done", "second", "two")] == [True] * 5


def test_a_file_takes_the_rows_of_one_statement(warehouse: Path) -> None:
    ran = sql("SELECT 1; SELECT 2", "--format", "csv")
    assert (ran.exit_code, ran.stdout) == (2, "")
    assert "2 statements" in ran.stderr
    assert sql("SET threads = 1; SELECT 7 AS n", "--format", "csv").stdout.split() == ["n", "7"]


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("INTERVAL 90 MINUTE", "01:30:00"),
        ("[INTERVAL 1 DAY]", "[1 day]"),
        ("{'took': INTERVAL 1 DAY}", "{'took': 1 day}"),
        ("union_value(k := 1)", "1"),
        ("'101'::BIT", "101"),
        ("'10:00:00+01'::TIMETZ", "10:00:00+01"),
    ],
)
def test_types_that_polars_has_not_got_are_written_as_duckdb_does(warehouse: Path, value: str, shown: str) -> None:
    ran = sql(f'SELECT {value} AS "the ""value""", n FROM numbers ORDER BY n DESC LIMIT 1')
    assert ran.exit_code == 0, ran.output
    assert shown in ran.stdout
    assert '"value"' in ran.stdout


def test_the_memory_of_queries_is_that_of_the_settings(warehouse: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from orchestration.settings import forget_settings

    monkeypatch.setenv("CLAIMS_QUERY_MEMORY", "123MiB")
    forget_settings()
    assert "123.0 MiB" in sql("SELECT current_setting('memory_limit')").stdout


def test_what_is_too_wide_is_shown_one_column_a_line(warehouse: Path) -> None:
    columns = ", ".join(f"'value {n} that is long' AS a_long_name_{n}" for n in range(41))
    ran = sql(f"SELECT {columns} FROM range({SHOWN_RECORDS + 2})")
    assert ran.exit_code == 0, ran.output
    assert "a_long_name_40  value 40 that is long" in ran.stdout
    assert f"row {SHOWN_RECORDS}" in ran.stdout
    assert f"row {SHOWN_RECORDS + 1}" not in ran.stdout
    assert f"{SHOWN_RECORDS + 2} rows; the first {SHOWN_RECORDS} are shown" in ran.stdout


@pytest.mark.parametrize(("columns", "width", "expected"), [(6, 80, True), (5, 80, False), (9, 150, False), (10, 150, True)])
def test_too_wide_is_less_than_twelve_characters_a_column(columns: int, width: int, expected: bool) -> None:
    frame = pl.DataFrame({f"c{n}": ["a sentence of some length"] for n in range(columns)})
    assert is_too_wide(frame, width) is expected
    assert not is_too_wide(pl.DataFrame({f"c{n}": [1] for n in range(columns)}), width)
