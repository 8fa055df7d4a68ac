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

    try:
        known = takedown.known(warehouse_folders(), article)
        if not yes:
            typer.confirm(_question(article, known), abort=True)
        done = takedown.forget(warehouse_folders(), article, reason)
    except WarehouseError as error:
        fail(str(error))
    out.print(str(done), markup=False)


def _question(article: str, known: int) -> str:
    if not known:
        return f"Nothing that was landed or loaded has the address {clean(article)}. Keep it from ever landing?"
    return f"Take {clean(article)} out of the landing zone and every kept version of the warehouse? This can't be undone."
