"""`claims load` and `claims reprocess`: take articles in, or read again what was taken in before."""

import os
import sys
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

from orchestration.cli.console import EXIT_FAULT, EXIT_NOTHING_READ, EXIT_STOPPED, clean, err, fail, note, out

if TYPE_CHECKING:
    from orchestration.cli.running import Ended

SHOWN_CLAIMS = 60


def load(
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="[PATH]…", help="Files, folders or archives; - reads standard input; without any: the inbox and the feeds."),
    ] = None,
    published: Annotated[str | None, typer.Option(help="Publication date for articles that don't say, as YYYY-MM-DD.")] = None,
    publisher: Annotated[str | None, typer.Option(help="Publisher for articles that don't say.")] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 1 when rows were quarantined.")] = False,
    remove_examples: Annotated[bool, typer.Option("--remove-examples", help="Take the example articles out.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print counts only, not the claims.")] = False,
) -> None:
    """Take in what is new, extract its claims and publish the warehouse.

    The same job as the nightly load, so it shows in the Dagster UI. A repeated load changes nothing.

    [bold]claims load seeds/articles[/bold]   [bold]claims load reports/ page.html --publisher "The Courier"[/bold]

    Reads .txt .md .html .json .jsonl .csv .parquet .zip .tar.gz .warc(.gz). Exit codes: 0 all well, also when nothing was new;
    1 a fault, or rows were quarantined with --strict; 2 nothing could be read; 3 publication stopped by an expectation.
    """
    if published is not None:
        _iso_day(published, "--published")
    files, wants_input = _given(paths or [])
    from orchestration.cli.running import run_load
    from orchestration.partitions import today

    day = first = today()
    if remove_examples:
        first = _remove_examples(day)
    landing: dict[str, Any] = {
        "into_day": day.isoformat(),
        "if_new": True,
        "paths": files,
        "inbox": not paths and not remove_examples,
        "feeds": not paths and not remove_examples,
    }
    landing |= {name: value for name, value in (("published", published), ("publisher", publisher)) if value}
    spool = _spool_standard_input() if wants_input else None
    try:
        if spool:
            landing["standard_input_file"] = str(spool)
        known = _known_documents()
        ended = run_load(first, day, landing)
    finally:
        if spool:
            spool.unlink(missing_ok=True)
    finish(ended, strict=strict, quiet=quiet, new_documents=_known_documents() - known, day=day)


def reprocess(
    first: Annotated[str | None, typer.Option("--from", help="First day of arrival, as YYYY-MM-DD; by default the first that landed.")] = None,
    last: Annotated[str | None, typer.Option("--to", help="Last day of arrival, as YYYY-MM-DD; by default today.")] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print counts only, not the claims.")] = False,
) -> None:
    """Read landed documents again, with the present rules; nothing new is taken in.

    Claims that change are kept in claims_superseded with the reason.

    [bold]claims reprocess --from 2025-03-01 --to 2025-03-07[/bold]
    """
    from orchestration.cli.running import run_load
    from orchestration.landing.store import landed_days
    from orchestration.partitions import today
    from orchestration.settings import settings

    days = landed_days(settings().data_folder)
    if not days:
        fail("nothing has landed yet; run `claims load PATH` first", code=EXIT_NOTHING_READ)
    start = _iso_day(first, "--from") if first else days[0]
    end = _iso_day(last, "--to") if last else today()
    if start > end:
        fail(f"--from {start} is after --to {end}", code=EXIT_NOTHING_READ)
    start, end = max(start, days[0]), min(end, today())
    if start > end:
        fail(f"nothing has landed on these days; documents landed from {days[0]} to {days[-1]}", code=EXIT_NOTHING_READ)
    ended = run_load(start, end, {"take_in": False}, afresh=True)
    finish(ended, strict=False, quiet=quiet, new_documents=0, day=end)


def _given(paths: list[str]) -> tuple[list[str], bool]:
    """Absolute paths, and whether standard input is wanted; a path that isn't there is an error before anything starts."""
    files = [os.path.abspath(path) for path in paths if path != "-"]
    missing = [path for path in files if not os.path.lexists(path)]
    if missing:
        fail(f"{clean(missing[0])}: no such file or folder; check the path", code=EXIT_NOTHING_READ)
    return files, "-" in paths


def _spool_standard_input() -> Path:
    with NamedTemporaryFile(prefix="claims-stdin-", delete=False) as file:
        file.write(sys.stdin.buffer.read())
    return Path(file.name)


def _iso_day(value: str, option: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError:
        fail(f'{option} is "{clean(value)}"; expected an ISO 8601 date, such as 2024-10-28', code=EXIT_NOTHING_READ)


def _known_documents() -> int:
    from orchestration.landing.store import landed_days, landed_frame
    from orchestration.partitions import today
    from orchestration.settings import settings

    data_folder = settings().data_folder
    return landed_frame(data_folder, today()).height if today() in landed_days(data_folder) else 0


def _remove_examples(day: date) -> date:
    from orchestration.landing.examples import remove_examples
    from orchestration.settings import settings

    days = remove_examples(settings().data_folder)
    note(f"example articles taken out of {len(days)} day{'s' if len(days) != 1 else ''}" if days else "there are no example articles to take out")
    return min([*days, day])


def finish(ended: "Ended", *, strict: bool, quiet: bool, new_documents: int, day: date) -> None:
    """Say what the load did and end with its exit code."""
    from orchestration.loads import quarantine_of

    record = ended.record
    if not ended.succeeded or record is None or record["outcome"] in ("stopped", "failed"):
        _explain_failure(ended, record, day)
    seconds = (record["finished_at"] - _aware(record["started_at"])).total_seconds()
    if not quiet:
        _print_claims(ended.load_id, changed=record["claims_added"] > 0)
    outcome = (
        "nothing was new" if record["outcome"] == "unchanged" else f"{record['claims_added']} claims added, {record['claims_removed']} superseded"
    )
    out.print(
        f"{record['article_count']} articles, {record['claim_count']} claims, {record['quarantined_count']} quarantined "
        f"in the loaded days ({record['first_day']} to {record['last_day']}); {outcome}; {seconds:.1f} s",
        markup=False,
    )
    _print_where()
    if record["quarantined_count"]:
        reasons = quarantine_of([day])["reason"].value_counts().sort("reason").rows()
        note("quarantined today: " + ", ".join(f"{count} {reason}" for reason, count in reasons) + "; see `claims query quarantine_by_reason`")
        if strict:
            raise typer.Exit(EXIT_FAULT)
    if new_documents and not record["article_count"]:
        raise typer.Exit(EXIT_NOTHING_READ)


def _aware(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.astimezone()


def _explain_failure(ended: "Ended", record: Mapping[str, Any] | None, day: date) -> NoReturn:
    """End with 2 when nothing could be read, 3 when an expectation stopped the publication, else 1."""
    from orchestration.loads import frame_of, quarantine_of

    faults = quarantine_of([day])
    stopped = ", ".join(ended.failed_checks) or (record["message"] if record and record["outcome"] == "stopped" else None)
    if stopped and frame_of("articles", [day]).is_empty() and not faults.is_empty():
        for row in faults.head(5).iter_rows(named=True):
            err.print(f"  {row['reason']}: {clean(row['detail'])}", markup=False)
        fail(f"nothing could be read; rows in quarantine: {faults.height}; the published warehouse stays as it was", code=EXIT_NOTHING_READ)
    if stopped:
        fail(
            f"publication stopped by {clean(stopped)}; the published warehouse stays as it was; see `claims ui`, run {ended.run_id}",
            code=EXIT_STOPPED,
        )
    fail(f"{clean(ended.error or 'the run ended without a record')}; the published warehouse stays as it was; see `claims ui`, run {ended.run_id}")


def _print_claims(load_id: str, changed: bool) -> None:
    from orchestration.cli.rendering import claims_table
    from orchestration.loads import warehouse_folders
    from orchestration.warehouse import connect

    where = "WHERE load_id = $load_id" if changed else ""
    order = f"FROM claims {where} ORDER BY published_on DESC, article_id, char_start"
    values = {"load_id": load_id} if changed else {}
    with connect.connect(warehouse_folders()) as connection:
        total = connection.execute(f"SELECT count(*) AS n FROM claims {where}", values).pl().item()
        rows = connection.execute(f"{order} LIMIT {SHOWN_CLAIMS}", values).pl().to_dicts()
    if rows:
        out.print(claims_table(rows, title="New claims" if changed else "Claims in the warehouse, newest publication first"))
    if total > len(rows):
        note(f'… and {total - len(rows)} more: claims sql "FROM claims_wide"')


def _print_where() -> None:
    from orchestration.cli.console import short_path
    from orchestration.loads import warehouse_folders

    out.print(f"warehouse: {short_path(warehouse_folders().link)}", markup=False, soft_wrap=True)
