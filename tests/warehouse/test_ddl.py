"""The SQL files say what the schema says: fresh, commented, with keys and closed lists that DuckDB enforces."""

from __future__ import annotations

import re

import duckdb
import pytest

from orchestration.warehouse import ddl
from orchestration.warehouse.dictionary import PAGE, dictionary
from transforms import schema


@pytest.fixture(scope="module")
def empty() -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    ddl.create_tables(connection)
    ddl.create_views(connection)
    return connection


@pytest.mark.parametrize("table", schema.TABLES)
def test_file_is_fresh(table: str) -> None:
    file = ddl.SQL / "tables" / f"{table}.sql"
    assert file.read_text() == ddl.create_table(schema.TABLES[table]), "run: python -m orchestration.warehouse.ddl"


def test_no_file_without_table() -> None:
    assert {file.stem for file in (ddl.SQL / "tables").glob("*.sql")} == set(schema.TABLES)


def test_dictionary_is_fresh() -> None:
    assert PAGE.read_text() == dictionary(), "run: python -m orchestration.warehouse.dictionary"


def test_dictionary_has_every_table_column_view_and_question() -> None:
    page = dictionary()
    for table in schema.TABLES.values():
        assert f"## {table.name}\n" in page
        assert all(f"| `{column.name}` |" in page for column in table.columns)
    for file in [*ddl.view_files(), *(ddl.SQL / "queries").glob("*.sql")]:
        assert f"`{ddl.view_name(file)}`" in page


def test_every_table_view_and_column_is_commented(empty: duckdb.DuckDBPyConnection) -> None:
    bare = empty.execute(
        """SELECT table_name FROM duckdb_tables() WHERE NOT internal AND comment IS NULL
        UNION ALL SELECT view_name FROM duckdb_views() WHERE NOT internal AND comment IS NULL
        UNION ALL SELECT table_name || '.' || column_name FROM duckdb_columns() WHERE NOT internal AND comment IS NULL"""
    ).fetchall()
    assert bare == []


def test_columns_have_the_types_of_the_schema(empty: duckdb.DuckDBPyConnection) -> None:
    assert ddl.columns_of(empty) == ddl.columns_expected()


def test_keys(empty: duckdb.DuckDBPyConnection) -> None:
    found = empty.execute("SELECT table_name, constraint_column_names FROM duckdb_constraints() WHERE constraint_type = 'PRIMARY KEY'").fetchall()
    assert {name: tuple(columns) for name, columns in found} == {table.name: table.key for table in schema.TABLES.values()}


CLOSED = [(table.name, column) for table in schema.TABLES.values() for column in table.columns if column.values]


@pytest.mark.parametrize("table,column", CLOSED, ids=[f"{table}.{column.name}" for table, column in CLOSED])
def test_closed_list_is_enforced(empty: duckdb.DuckDBPyConnection, table: str, column: schema.Column) -> None:
    checks = empty.execute(
        "SELECT constraint_text FROM duckdb_constraints() WHERE table_name = $table AND constraint_type = 'CHECK'", {"table": table}
    ).fetchall()
    (check,) = [text for (text,) in checks if re.match(rf'CHECK\(\("?{column.name}"? IN ', text)]
    assert all(f"'{value}'" in check for value in column.values or ())


def test_required_columns_are_enforced(empty: duckdb.DuckDBPyConnection) -> None:
    with pytest.raises(duckdb.ConstraintException, match="NOT NULL"):
        empty.execute("INSERT INTO sources (source_id) VALUES ('a')")
