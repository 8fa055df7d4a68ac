"""Rows of a query as people or programs want them: a table, one column a line where a table would be too wide, or a file."""

import json
import sys
from enum import StrEnum
from typing import TYPE_CHECKING

from orchestration.cli.console import cell, clean, fail, out

if TYPE_CHECKING:
    import polars as pl

SHOWN_ROWS = 200
# rows that are shown one column a line
SHOWN_RECORDS = 10
# a column that is narrower than this and than its own values stacks its letters
READABLE_WIDTH = 12
# a border and a space on either side
BORDER_WIDTH = 3


class Format(StrEnum):
    """How the rows are printed."""

    table = "table"
    csv = "csv"
    json = "json"
    parquet = "parquet"


def print_frame(frame: "pl.DataFrame", output: Format = Format.table) -> None:
    """Print rows; the table shows the first of them and says how many there are, the other formats give all."""
    if output is Format.csv:
        lists = [name for name, dtype in frame.schema.items() if dtype.is_nested()]
        sys.stdout.write(_lists_as_json(frame, lists).write_csv())
    elif output is Format.json:
        sys.stdout.write(frame.write_json() + "\n")
    elif output is Format.parquet:
        if sys.stdout.isatty():
            fail("Parquet is binary; send it to a file: claims sql … --format parquet > rows.parquet", code=2)
        frame.write_parquet(sys.stdout.buffer)
    else:
        _print_for_people(frame)


def print_rows(frame: "pl.DataFrame") -> None:
    """Print the first few hundred rows as a table."""
    from rich.table import Table

    table = Table(header_style="bold")
    for name, dtype in frame.schema.items():
        table.add_column(clean(name), justify="right" if dtype.is_numeric() else "left", overflow="fold")
    for row in frame.head(SHOWN_ROWS).iter_rows():
        table.add_row(*(cell(_plain(value)) for value in row))
    out.print(table)


def is_too_wide(frame: "pl.DataFrame", width: int) -> bool:
    """Whether a table of these rows in so many characters would have columns too narrow to read."""
    return 1 + sum(BORDER_WIDTH + min(READABLE_WIDTH, _width(frame, name)) for name in frame.columns) > width


def _width(frame: "pl.DataFrame", name: str) -> int:
    values = (clean(_plain(value)) for value in frame[name].head(SHOWN_ROWS) if value is not None)
    return max([len(name), *map(len, values)])


def _print_for_people(frame: "pl.DataFrame") -> None:
    # what DuckDB answers to a statement that returns nothing, such as SET
    if frame.columns in ([], ["Success"]):
        out.print("done")
        return
    shown, remark = SHOWN_ROWS, ""
    if is_too_wide(frame, out.width):
        shown = SHOWN_RECORDS
        remark = f"; one column a line, since {frame.width} columns are too wide for {out.width} characters: SELECT fewer for a table"
        _print_records(frame.head(shown))
    else:
        print_rows(frame)
    rest = f"; the first {shown} are shown, --format csv gives all" if frame.height > shown else ""
    out.print(f"{frame.height} row{'s' if frame.height != 1 else ''}{rest}{remark}", soft_wrap=True)


def _print_records(frame: "pl.DataFrame") -> None:
    """Each row as lines of column and value."""
    from rich.table import Table

    for number, row in enumerate(frame.iter_rows(), 1):
        out.rule(f"row {number}", align="left")
        table = Table(show_header=False, box=None, padding=(0, 2, 0, 0))
        table.add_column(style="bold", no_wrap=True)
        table.add_column(overflow="fold")
        for name, value in zip(frame.columns, row, strict=True):
            table.add_row(cell(name), cell(_plain(value)))
        out.print(table)


def _plain(value: object) -> object:
    return f"{value:.15g}" if isinstance(value, float) else value


def _lists_as_json(frame: "pl.DataFrame", columns: list[str]) -> "pl.DataFrame":
    import polars as pl

    return frame.with_columns(
        pl.Series(
            name, [None if value is None else json.dumps(value, default=str, ensure_ascii=False) for value in frame[name].to_list()], dtype=pl.String
        )
        for name in columns
    )
