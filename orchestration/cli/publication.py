"""`claims rollback`: put an earlier published version back before the readers."""

from typing import TYPE_CHECKING, Annotated

import typer

from orchestration.cli.console import cell, fail, out

if TYPE_CHECKING:
    from orchestration.warehouse.publish import Version


def rollback(
    version: Annotated[str | None, typer.Argument(help="The version, as listed; by default the one before the present.")] = None,
    reason: Annotated[str, typer.Option(help="Why; kept with the version.")] = "",
    listing: Annotated[bool, typer.Option("--list", help="Only list the kept versions.")] = False,
) -> None:
    """Switch the warehouse back to an earlier version; readers see it at once, nothing is deleted.

    The next load builds on the version that is published then.

    [bold]claims rollback --list[/bold]   [bold]claims rollback --reason "wrong dates"[/bold]
    """
    from orchestration.loads import warehouse_folders
    from orchestration.warehouse import publish
    from orchestration.warehouse.folders import WarehouseError

    warehouse = warehouse_folders()
    if listing:
        _list(publish.versions(warehouse))
        return
    try:
        now = publish.rollback(warehouse, version, reason)
    except WarehouseError as error:
        fail(str(error))
    out.print(f"published: {now.name}", markup=False)


def _list(versions: "list[Version]") -> None:
    from rich.table import Table

    table = Table("version", "published", "size", header_style="bold")
    for version in versions:
        table.add_row(cell(version.name), "now" if version.is_published else "", f"{version.size_bytes / 1e6:,.1f} MB")
    out.print(table)
