"""`claims sql` and `claims query`: questions to the published warehouse, read-only, as a table or a file."""

import sys
from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from orchestration.cli.console import cell, clean, err, fail, note, out

if TYPE_CHECKING:
    import polars as pl

    from orchestration.warehouse.folders import Warehouse

SHOWN_ROWS = 200
PROMPT = "claims> "


class Format(StrEnum):
    """How the rows are printed."""

    table = "table"
    csv = "csv"
    json = "json"
    parquet = "parquet"


FORMAT = Annotated[Format, typer.Option("--format", "-f", help="table to read; csv, json or parquet to standard output.")]


def sql(
    statement: Annotated[
        str | None, typer.Argument(metavar="[QUERY]", help='A query, such as "SELECT * FROM claims_wide LIMIT 5"; without one, a prompt.')
    ] = None,
    output: FORMAT = Format.table,
) -> None:
    """Ask the published warehouse anything; it is opened read-only.

    [bold]claims sql "SELECT number_text, counted, source FROM claims_wide WHERE metric = 'killed'"[/bold]

    [bold]claims sql "FROM claims_wide" --format csv > claims.csv[/bold]
    """
    from orchestration.loads import warehouse_folders

    if statement is None:
        _prompt(warehouse_folders())
        return
    print_frame(_ask(warehouse_folders(), statement), output)


def query(
    name: Annotated[str | None, typer.Argument(help="Name of a saved question; without one, the list.")] = None,
    parameters: Annotated[list[str] | None, typer.Argument(metavar="[NAME=VALUE]…", help="Values that the question asks for.")] = None,
    output: FORMAT = Format.table,
) -> None:
    """Ask a saved question by name; without a name, list them.

    [bold]claims query[/bold]   [bold]claims query latest_figures[/bold]
    """
    from orchestration.loads import warehouse_folders
    from orchestration.warehouse import query as questions
    from orchestration.warehouse.folders import WarehouseError

    if name is None:
        _list_questions()
        return
    try:
        frame = questions.saved(warehouse_folders(), name, _values(parameters or []))
    except WarehouseError as error:
        fail(str(error))
    print_frame(frame, output)


def _values(parameters: list[str]) -> dict[str, str]:
    for parameter in parameters:
        if "=" not in parameter:
            fail(f'"{clean(parameter)}": expected NAME=VALUE, such as subject=Russia', code=2)
    return dict(parameter.split("=", 1) for parameter in parameters)


def _list_questions() -> None:
    from rich.table import Table

    from orchestration.warehouse import query as questions

    table = Table("question", "what it answers", header_style="bold", show_lines=True)
    for saved in questions.saved_queries():
        table.add_row(cell(saved.name), cell(saved.description))
    out.print(table)


def _ask(warehouse: "Warehouse", statement: str) -> "pl.DataFrame":
    from orchestration.warehouse import query as questions
    from orchestration.warehouse.folders import WarehouseError

    try:
        return questions.run(warehouse, statement)
    except WarehouseError as error:
        fail(str(error))


def print_frame(frame: "pl.DataFrame", output: Format = Format.table) -> None:
    """Print rows; the table shows the first few hundred and says how many there are, the other formats give all."""
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
        _print_table(frame)


def _lists_as_json(frame: "pl.DataFrame", columns: list[str]) -> "pl.DataFrame":
    import json

    import polars as pl

    return frame.with_columns(
        pl.Series(
            name, [None if value is None else json.dumps(value, default=str, ensure_ascii=False) for value in frame[name].to_list()], dtype=pl.String
        )
        for name in columns
    )


def print_rows(frame: "pl.DataFrame") -> None:
    """Print the first few hundred rows as a table."""
    from rich.table import Table

    table = Table(header_style="bold")
    for name, dtype in frame.schema.items():
        table.add_column(clean(name), justify="right" if dtype.is_numeric() else "left", overflow="fold")
    for row in frame.head(SHOWN_ROWS).iter_rows():
        table.add_row(*(cell(f"{value:.15g}" if isinstance(value, float) else value) for value in row))
    out.print(table)


def _print_table(frame: "pl.DataFrame") -> None:
    print_rows(frame)
    rest = f"; the first {SHOWN_ROWS} are shown, --format csv gives all" if frame.height > SHOWN_ROWS else ""
    out.print(f"{frame.height} row{'s' if frame.height != 1 else ''}{rest}")


def _prompt(warehouse: "Warehouse") -> None:
    """Read queries that end with a semicolon until the end of input; a faulty one is reported and the prompt goes on."""
    if sys.stdin.isatty():
        import readline  # noqa: F401 - importing it gives input() history and editing

        note("End a query with ;  Try: SHOW TABLES;  FROM claims_wide LIMIT 5;  Leave with Ctrl-D.")
    from orchestration.warehouse import query as questions
    from orchestration.warehouse.folders import WarehouseError

    for statement in _statements():
        try:
            print_frame(questions.run(warehouse, statement))
        except WarehouseError as error:
            err.print(f"error: {clean(error)}", style="red", markup=False)


def _statements() -> Iterator[str]:
    lines: list[str] = []
    while True:
        try:
            line = input(PROMPT if not lines else "   ...> ") if sys.stdin.isatty() else next(sys.stdin)
        except (EOFError, StopIteration):
            if " ".join(lines).strip():
                yield "\n".join(lines)
            return
        lines.append(line.rstrip("\n"))
        if line.rstrip().endswith(";"):
            yield "\n".join(lines).rstrip().rstrip(";")
            lines = []
