"""The data dictionary `docs/data-dictionary.md`, made from the schema, the views' and the saved questions' files.

`python -m orchestration.warehouse.dictionary` writes the page; a test says when it is stale.
"""

from pathlib import Path

import duckdb

from expectations.suites import SUITES
from orchestration.warehouse import ddl, query
from transforms import schema

PAGE = Path(__file__).resolve().parents[2] / "docs" / "data-dictionary.md"
HEAD = """# Data dictionary

Made by `python -m orchestration.warehouse.dictionary` from `transforms/schema.py` and `sql/`; a test fails when it is stale.
The same words are the comments of tables, views and columns in DuckDB: `SELECT * FROM duckdb_columns()`.

Columns marked *load* are given by the load and stand in the warehouse only, not in the assets' Parquet files.
"""


def dictionary() -> str:
    """The page as Markdown."""
    parts = [HEAD, _contents(), *(_table(table) for table in schema.TABLES.values()), _views(), _questions(), _expectations()]
    return "\n".join(parts)


def _contents() -> str:
    lines = [f"- [`{table.name}`](#{table.name}): one row is {table.row}" for table in schema.TABLES.values()]
    return "\n".join([*lines, "- [Views](#views), [saved questions](#saved-questions), [expectations](#expectations)", ""])


def _table(table: schema.Table) -> str:
    key = ", ".join(f"`{name}`" for name in table.key)
    lines = [f"## {table.name}\n", f"One row is {table.row}. Key: {key}.\n", "| column | type | | meaning |", "| --- | --- | --- | --- |"]
    return "\n".join([*lines, *(_column(column) for column in table.columns), ""])


def _column(column: schema.Column) -> str:
    marks = ", ".join(mark for mark, holds in (("may be null", column.nullable), ("*load*", column.at_load)) if holds)
    meaning = ddl.description(column)
    if column.values:
        meaning += " One of: " + ", ".join(f"`{value}`" for value in column.values) + "."
    return f"| `{column.name}` | {column.sql} | {marks} | {_cell(meaning)} |"


def _views() -> str:
    lines = ["## Views\n"]
    with duckdb.connect() as connection:
        ddl.create_tables(connection)
        ddl.create_views(connection)
        for file in ddl.view_files():
            name = ddl.view_name(file)
            lines += [f"### `{name}`\n", ddl.view_description(file) + "\n", "| column | type | meaning |", "| --- | --- | --- |"]
            columns = connection.execute(
                "SELECT column_name, data_type, comment FROM duckdb_columns() WHERE table_name = $name ORDER BY column_index", {"name": name}
            ).fetchall()
            lines += [f"| `{column}` | {dtype} | {_cell(comment)} |" for column, dtype, comment in columns]
            lines.append("")
    return "\n".join(lines)


def _questions() -> str:
    lines = ["## Saved questions\n", "`claims query NAME [PARAMETER=VALUE]…` runs one; the files lie in `sql/queries/`.\n"]
    lines += ["| name | what it answers | parameters |", "| --- | --- | --- |"]
    for question in query.saved_queries():
        parameters = "; ".join(f"`{one.name}`{f' ({one.default})' if one.default else ''}: {one.meaning}" for one in question.parameters)
        lines.append(f"| `{question.name}` | {_cell(question.title)} | {_cell(parameters)} |")
    return "\n".join([*lines, ""])


def _expectations() -> str:
    lines = [
        "## Expectations\n",
        "Each is a check of its asset and a row of `check_results` in every load. Rows that fail one of severity error go to quarantine;",
        "one about the whole frame stops the publication instead; a warning does neither.\n",
        "| table | expectation | severity | about | what holds |",
        "| --- | --- | --- | --- | --- |",
    ]
    for table, checks in SUITES.items():
        for check in checks:
            about = "rows" if check.is_row_level else "the whole"
            lines.append(f"| {table} | `{check.name}` | {check.severity} | {about} | {_cell(check.description)} |")
    return "\n".join([*lines, ""])


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(dictionary())
    print(PAGE)
