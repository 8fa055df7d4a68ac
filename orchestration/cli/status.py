"""`claims status`: the last loads, failed checks, the quarantine by reason, the published version, feeds' health."""

from datetime import datetime
from textwrap import shorten
from typing import TYPE_CHECKING, Annotated, Any

import typer

from orchestration.cli.console import cell, clean, note, out, short_path

if TYPE_CHECKING:
    from rich.text import Text

LOADS_SHOWN = 5
# room for an article, a sentence, what was expected and what to do
DETAIL_LENGTH = 600
OUTCOME_STYLES = {"published": "green", "unchanged": "dim", "stopped": "red", "failed": "bold red"}


def status(
    loads: Annotated[int, typer.Option(help="How many loads to show.")] = LOADS_SHOWN,
) -> None:
    """Show how the last loads went, what is still open in quarantine and why, and which version readers see."""
    from orchestration.loads import warehouse_folders
    from orchestration.warehouse import records
    from orchestration.warehouse.folders import Warehouse

    warehouse: Warehouse = warehouse_folders()
    _print_published(warehouse)
    rows = records.read_loads(warehouse).tail(loads).reverse().to_dicts()
    if not rows:
        note("nothing was loaded yet; run `claims load PATH`")
        return
    _print_loads(rows)
    results = records.read_checks(warehouse, [rows[0]["load_id"]])
    _print_checks([row for row in results.to_dicts() if not row["passed"]])
    _print_quarantine()
    _print_feeds()


def _print_published(warehouse: "Any") -> None:
    if not warehouse.link.exists():
        out.print("warehouse: none yet", markup=False)
        return
    size = warehouse.link.stat().st_size / 1e6
    out.print(f"warehouse: {short_path(warehouse.link)} → {warehouse.link.resolve().name}, {size:,.1f} MB", markup=False, soft_wrap=True)


def _print_loads(rows: list[dict[str, Any]]) -> None:
    from rich.table import Table
    from rich.text import Text

    table = Table(title="Loads, newest first", title_justify="left", header_style="bold")
    for name in ("started", "outcome", "days", "articles", "claims", "+", "−", "quarantined", "message"):
        table.add_column(name, justify="right" if name in ("articles", "claims", "+", "−", "quarantined") else "left", overflow="fold")
    for row in rows:
        started: datetime = row["started_at"]
        table.add_row(
            f"{started:%Y-%m-%d %H:%M} UTC",
            Text(row["outcome"], style=OUTCOME_STYLES[row["outcome"]]),
            f"{row['first_day']}" + (f" – {row['last_day']}" if row["last_day"] != row["first_day"] else ""),
            *(str(row[name]) for name in ("article_count", "claim_count", "claims_added", "claims_removed", "quarantined_count")),
            cell(row["message"]),
        )
    out.print(table)


def _print_checks(failed: list[dict[str, Any]]) -> None:
    from rich.table import Table

    if not failed:
        out.print("expectations: all of the last load's held", markup=False)
        return
    table = Table(title="Expectations that did not hold in the last load", title_justify="left", header_style="bold")
    for name in ("table", "expectation", "severity", "observed", "rows"):
        table.add_column(name, overflow="fold")
    for row in failed:
        table.add_row(*(cell(row[name]) for name in ("table_name", "check_name", "severity", "observed_value", "failing_count")))
    out.print(table)


def _print_quarantine() -> None:
    from rich.table import Table

    from orchestration.landing.store import landed_days
    from orchestration.loads import quarantine_state_of
    from orchestration.settings import settings

    rows = quarantine_state_of(landed_days(settings().data_folder))
    still = rows.filter("is_open")
    mended = f"; {rows.height - still.height} superseded by what was taken in later (view quarantine_state)" if still.height < rows.height else ""
    if still.is_empty():
        out.print(f"quarantine: {'nothing is open' if mended else 'empty'}{mended}", markup=False)
        return
    table = Table(title=f"Open in quarantine by reason{mended}", title_justify="left", header_style="bold")
    for name in ("stage", "reason", "rows", "last", "for example"):
        table.add_column(name, overflow="fold", justify="right" if name == "rows" else "left")
    for (stage, reason), group in still.sort("stage", "reason").group_by("stage", "reason", maintain_order=True):
        last = group.sort("arrival_date").tail(1).to_dicts()[0]
        table.add_row(cell(stage), cell(reason), str(group.height), str(last["arrival_date"]), _in_words(last["detail"]))
    out.print(table)


def _in_words(detail: str) -> "Text":
    """A detail as a cell, cut between words where it is long."""
    return cell(shorten(clean(detail), DETAIL_LENGTH, placeholder=" …"))


def _print_feeds() -> None:
    from orchestration.cli.rows import print_rows
    from orchestration.landing.feeds import feed_health
    from orchestration.settings import settings

    feeds = feed_health(settings().data_folder)
    if feeds.is_empty():
        out.print("feeds: none were fetched yet", markup=False)
        return
    out.print("Feeds", style="italic")
    print_rows(feeds)
