"""`claims sql` and `claims query`: questions to the published warehouse, read-only, as a table or a file."""

import re
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperCommand

from orchestration.cli.console import cell, clean, err, fail, note, out
from orchestration.cli.rows import Format, print_frame

if TYPE_CHECKING:
    from orchestration.warehouse.folders import Warehouse

PROMPT = "claims> "
_COMMENT = re.compile(r"--\s")


FORMAT = Annotated[Format, typer.Option("--format", "-f", help="table to read; csv, json or parquet to standard output.")]


class StatementCommand(TyperCommand):
    """A command whose argument may begin with an SQL comment, which looks like an option."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put what is a comment behind the mark that ends the options."""
        comments = [argument for argument in args if _COMMENT.match(argument)]
        rest = [argument for argument in args if not _COMMENT.match(argument)]
        return super().parse_args(ctx, [*rest, "--", *comments] if comments else args)


def sql(
    statement: Annotated[
        str | None, typer.Argument(metavar="[QUERY]", help='A query, such as "SELECT * FROM claims_wide LIMIT 5"; without one, a prompt.')
    ] = None,
    output: FORMAT = Format.table,
) -> None:
    """Ask the published warehouse anything. It is opened read-only; COPY … TO writes a file where you say.

    A result too wide for a table is printed one column a line.

    [bold]claims sql "SELECT number_text, counted, source FROM claims_wide WHERE metric = 'killed'"[/bold]

    [bold]claims sql "FROM claims_wide" --format csv > claims.csv[/bold]
    """
    from orchestration.loads import warehouse_folders

    if statement is None:
        _prompt(warehouse_folders())
        return
    _answer(warehouse_folders(), statement, output)


def query(
    name: Annotated[str | None, typer.Argument(help="Name of a saved question; without one, the list.")] = None,
    parameters: Annotated[list[str] | None, typer.Argument(metavar="[NAME=VALUE]…", help="Values that the question asks for.")] = None,
    output: FORMAT = Format.table,
) -> None:
    """Ask a saved question by name; without a name, list them.

    [bold]claims query[/bold]   [bold]claims query toll_over_time metric=killed[/bold]
    """
    from orchestration.loads import warehouse_folders
    from orchestration.settings import settings
    from orchestration.warehouse import query as questions
    from orchestration.warehouse.folders import WarehouseError

    if name is None:
        _list_questions()
        return
    try:
        frame = questions.saved(warehouse_folders(), name, _values(parameters or []), settings().query_memory)
        print_frame(frame, output)
        if frame.is_empty():
            _hint(warehouse_folders(), _values(parameters or []))
    except WarehouseError as error:
        fail(str(error))


def _hint(warehouse: "Warehouse", given: dict[str, str]) -> None:
    """Why nothing may have been found: which values there are, where they come from a list."""
    from orchestration.warehouse import query as questions

    for name, value in given.items():
        known = questions.values_of(warehouse, name)
        if value and known and value not in known:
            note(f'no row has {name} "{clean(value)}"; the warehouse has: {", ".join(map(clean, known))}')


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


def _answer(warehouse: "Warehouse", sql: str, output: Format) -> None:
    """Print the rows of each statement; a file holds those of one."""
    from orchestration.settings import settings
    from orchestration.warehouse import query as questions
    from orchestration.warehouse.folders import WarehouseError

    memory = settings().query_memory
    try:
        if output is Format.table:
            for frame in questions.run_all(warehouse, sql, memory=memory):
                print_frame(frame)
            return
        frames = list(questions.run_all(warehouse, sql, memory=memory))
    except WarehouseError as error:
        fail(str(error))
    if sum(not frame.is_empty() for frame in frames) > 1:
        fail(f"{len(frames)} statements with --format {output}; expected one that returns rows: ask one by one", code=2)
    print_frame(frames[-1], output)


def _prompt(warehouse: "Warehouse") -> None:
    """Read queries that end with a semicolon until the end of input; a faulty one is reported and the prompt goes on."""
    if sys.stdin.isatty():
        import readline  # noqa: F401 - importing it gives input() history and editing

        note("End a query with ;  Try: SHOW TABLES;  FROM claims_wide LIMIT 5;  Leave with Ctrl-D.")
    from orchestration.settings import settings
    from orchestration.warehouse import query as questions
    from orchestration.warehouse.folders import WarehouseError

    for statement in _statements():
        try:
            for frame in questions.run_all(warehouse, statement, memory=settings().query_memory):
                print_frame(frame)
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
