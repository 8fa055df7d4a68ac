"""The command line's commands and what `claims --help` says."""

import os
import sys
from typing import Annotated

import typer

from orchestration.cli import doctor, extract, load, publication, query, show, status, takedown, ui
from orchestration.cli.console import EXIT_NOTHING_READ, clean, fail

app = typer.Typer(
    name="claims",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help=(
        "Turn news articles into a warehouse of numeric claims: how many, of what, according to whom, when, and how firmly.\n\n"
        "Start with [bold]claims load seeds/articles[/bold], then [bold]claims query disagreements[/bold] and [bold]claims ui[/bold]."
    ),
    epilog=(
        "Exit codes: 0 all well; 1 a fault, or rows quarantined with --strict; 2 nothing could be read, or wrong usage; "
        "3 publication stopped by an expectation."
    ),
)


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"claims-warehouse {version('claims-warehouse')}")
        raise typer.Exit


@app.callback()
def options(
    _: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")] = False,
) -> None:
    """What holds for every command; the help is the app's own."""


LOADING, LOOKING, KEEPING = "Loading", "Looking", "Keeping house"
app.command("load", rich_help_panel=LOADING)(load.load)
app.command("extract", rich_help_panel=LOADING)(extract.extract)
app.command("reprocess", rich_help_panel=LOADING)(load.reprocess)
app.command("show", rich_help_panel=LOOKING)(show.show)
app.command("sql", cls=query.StatementCommand, rich_help_panel=LOOKING)(query.sql)
app.command("query", rich_help_panel=LOOKING)(query.query)
app.command("ui", rich_help_panel=LOOKING)(ui.ui)
app.command("status", rich_help_panel=KEEPING)(status.status)
app.command("rollback", rich_help_panel=KEEPING)(publication.rollback)
app.command("forget", rich_help_panel=KEEPING)(takedown.forget)
app.command("doctor", rich_help_panel=KEEPING)(doctor.doctor)


def main() -> None:
    """Run the command; a wrong setting is an error with its name, not a traceback."""
    # before any Dagster import: its telemetry is off wherever the command runs
    os.environ.setdefault("DAGSTER_DISABLE_TELEMETRY", "1")
    from pydantic import ValidationError

    from orchestration.settings import SettingsError, faults

    try:
        app()
    except ValidationError as error:
        fail(f"settings (environment CLAIMS_… or claims.toml): {clean(faults(error))}; see docs/settings.md", code=EXIT_NOTHING_READ)
    except SettingsError as error:
        fail(f"settings: {clean(error)}; see docs/settings.md", code=EXIT_NOTHING_READ)
    except BrokenPipeError:
        # the reader of a pipe (head, less) has left
        sys.stderr.close()
        raise SystemExit(0) from None


if __name__ == "__main__":
    main()
