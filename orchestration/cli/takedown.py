"""`claims forget`: take an article out for good."""

from typing import Annotated

import typer

from orchestration.cli.console import clean, fail, out


def forget(
    article: Annotated[str, typer.Argument(metavar="ARTICLE|URL", help="The article's id or its address.")],
    reason: Annotated[str, typer.Option(help="Why; kept with the tombstone.")] = "",
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Don't ask.")] = False,
) -> None:
    """Take an article out for good: its text, claims and landed bytes, from every kept version.

    A tombstone without any of its text keeps it from landing again.

    [bold]claims forget https://example.org/a-story --reason "takedown request of 3 May"[/bold]
    """
    from orchestration.loads import warehouse_folders
    from orchestration.warehouse import forget as takedown
    from orchestration.warehouse.folders import WarehouseError

    if not yes:
        typer.confirm(f"Take {clean(article)} out of the landing zone and every kept version of the warehouse? This can't be undone.", abort=True)
    try:
        done = takedown.forget(warehouse_folders(), article, reason)
    except WarehouseError as error:
        fail(str(error))
    out.print(str(done), markup=False)
