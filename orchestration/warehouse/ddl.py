"""The warehouse's SQL from `transforms/schema.py`: tables with keys, closed lists and comments, written to `sql/tables/`.

`python -m orchestration.warehouse.ddl` writes the files; a test says when they are stale. Views are written by hand.
"""

import re
from collections.abc import Sequence
from pathlib import Path

import duckdb

from transforms import schema

SQL = Path(__file__).resolve().parents[2] / "sql"


def literal(text: str) -> str:
    """A text as an SQL literal."""
    return "'" + text.replace("'", "''") + "'"


def description(column: schema.Column) -> str:
    """A column's comment: what it means and in which unit."""
    return column.description if column.unit is None else f"{column.description} Unit: {column.unit}."


def create_table(table: schema.Table) -> str:
    """The statements that create a table with its key, checks and comments."""
    lines = [_column_line(column, table) for column in table.columns]
    lines.append(f"    PRIMARY KEY ({', '.join(_name(name) for name in table.key)})")
    comments = [f"COMMENT ON TABLE {table.name} IS {literal('One row is ' + table.row + '.')};"]
    comments += [f"COMMENT ON COLUMN {table.name}.{_name(column.name)} IS {literal(description(column))};" for column in table.columns]
    head = "-- made from transforms/schema.py by `python -m orchestration.warehouse.ddl`"
    return head + f"\nCREATE TABLE {table.name} (\n" + ",\n".join(lines) + "\n);\n" + "\n".join(comments) + "\n"


def _name(name: str) -> str:
    # `partition` is a word of SQL
    return f'"{name}"' if name in {"partition"} else name


def _column_line(column: schema.Column, table: schema.Table) -> str:
    line = f"    {_name(column.name)} {column.sql}"
    if not column.nullable:
        line += " NOT NULL"
    if column.values:
        line += f" CHECK ({column.name} IN ({', '.join(literal(value) for value in column.values)}))"
    return line


def create_tables(connection: duckdb.DuckDBPyConnection) -> None:
    """Create all tables in an empty warehouse, from the files of `sql/tables/`."""
    for name in schema.TABLES:
        connection.execute((SQL / "tables" / f"{name}.sql").read_text())


def create_views(connection: duckdb.DuckDBPyConnection) -> None:
    """Create or replace the views of `sql/views/`, in the order of their names' numbers."""
    for file in view_files():
        name = view_name(file)
        connection.execute(file.read_text())
        connection.execute(f"COMMENT ON VIEW {name} IS {literal(view_description(file))}")
        columns = [row[0] for row in connection.execute(f"DESCRIBE {name}").fetchall()]
        notes = view_columns(file, columns)
        connection.execute(";".join(f"COMMENT ON COLUMN {name}.{column} IS {literal(notes[column])}" for column in columns))


def view_name(file: Path) -> str:
    """The view's name: the file's without the number that orders it; also of a saved question's file."""
    return re.sub(r"^\d+_", "", file.stem)


def view_description(file: Path) -> str:
    """The first comment line of a view's file."""
    return file.read_text().splitlines()[0].removeprefix("--").strip()


def view_columns(file: Path, columns: Sequence[str]) -> dict[str, str]:
    """What each column of a view means: its line `--   column: meaning`, else what the schema says of a column of that name.

    KeyError names a column that neither explains.
    """
    own = dict(re.findall(r"^--   (\w+): (.+)$", file.read_text(), re.MULTILINE))
    known = {column.name: description(column) for table in _EXPLAINING for column in reversed(table.columns)}
    return {name: own[name] if name in own else known[name] for name in columns}


# later ones win: a view's column means what it means in claims, where claims have it
_EXPLAINING = (schema.LOADS, schema.FIGURES, schema.SOURCES, schema.ARTICLES, schema.CLAIMS)


def columns_of(connection: duckdb.DuckDBPyConnection) -> set[tuple[str, str, str]]:
    """Table, column and type of every column that a warehouse has."""
    rows = connection.execute(
        """SELECT c.table_name, c.column_name, c.data_type FROM duckdb_columns() c JOIN duckdb_tables() t USING (table_name)
        WHERE NOT c.internal AND NOT t.temporary"""
    )
    return set(rows.fetchall())


def columns_expected() -> set[tuple[str, str, str]]:
    """Table, column and type of every column of the schema, as DuckDB names types."""
    long_names = {"TIMESTAMPTZ": "TIMESTAMP WITH TIME ZONE"}
    return {(table.name, column.name, long_names.get(column.sql, column.sql)) for table in schema.TABLES.values() for column in table.columns}


def view_files() -> list[Path]:
    """The views' files; a view comes after those that it reads."""
    return sorted((SQL / "views").glob("*.sql"))


def write_files() -> list[Path]:
    """Write `sql/tables/*.sql` from the schema; the files written."""
    files = []
    for table in schema.TABLES.values():
        file = SQL / "tables" / f"{table.name}.sql"
        file.write_text(create_table(table))
        files.append(file)
    return files


if __name__ == "__main__":
    for written in write_files():
        print(written)
