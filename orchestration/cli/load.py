"""`claims load` and `claims reprocess`: take articles in, or read again what was taken in before."""

import os
import sys
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

from orchestration.cli.console import EXIT_FAULT, EXIT_INTERRUPTED, EXIT_NOTHING_READ, EXIT_STOPPED, clean, fail, note, out

if TYPE_CHECKING:
    from orchestration.cli.found import Found
    from orchestration.cli.running import Ended

SHOWN_CLAIMS = 60
# quarantined rows that are told with all that is wrong with them
DETAILED = 5


def load(
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="[PATH]…", help="Files, folders or archives; - reads standard input; without any: the inbox and the feeds."),
    ] = None,
    published: Annotated[str | None, typer.Option(help="Publication date for articles that don't say, as YYYY-MM-DD.")] = None,
    publisher: Annotated[str | None, typer.Option(help="Publisher for articles that don't say.")] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 1 when something of this load was quarantined.")] = False,
    remove_examples: Annotated[bool, typer.Option("--remove-examples", help="Take the example articles out.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print counts only, not the claims.")] = False,
) -> None:
    """Take in what is new, extract its claims and publish the warehouse.

    The same job as the nightly load, so it shows in the Dagster UI. A repeated load changes nothing.

    [bold]claims load seeds/articles[/bold]   [bold]claims load reports/ page.html --publisher "The Courier"[/bold]

    Reads .txt .md .html .json .jsonl .csv .parquet .zip .tar.gz .warc(.gz). Exit codes: 0 all well, also when nothing was new;
    1 a fault, or something was quarantined with --strict; 2 nothing of what was given could be read; 3 publication stopped by an expectation.
    """
    if published is not None:
        _iso_day(published, "--published")
    files, wants_input = _given(paths or [])
    from orchestration.cli.found import found_by
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
        ended = _run(first, day, landing)
    finally:
        if spool:
            spool.unlink(missing_ok=True)
    found = found_by(ended.findings, day, given=bool(paths))
    finish(ended, found, strict=strict, quiet=quiet, given=bool(paths))


def reprocess(
    first: Annotated[str | None, typer.Option("--from", help="First day of arrival, as YYYY-MM-DD; by default the first that landed.")] = None,
    last: Annotated[str | None, typer.Option("--to", help="Last day of arrival, as YYYY-MM-DD; by default today.")] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print counts only, not the claims.")] = False,
) -> None:
    """Read landed documents again, with the present rules; nothing new is taken in.

    Claims that change are kept in claims_superseded with the reason.

    [bold]claims reprocess --from 2025-03-01 --to 2025-03-07[/bold]
    """
    from orchestration.cli.found import found_in
    from orchestration.landing.store import landed_days
    from orchestration.partitions import days_between, today
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
    ended = _run(start, end, {"take_in": False}, afresh=True)
    finish(ended, found_in(days_between(start, end)), strict=False, quiet=quiet, given=False)


def _run(first: date, last: date, landing: Mapping[str, Any], afresh: bool = False) -> "Ended":
    from orchestration.cli.running import run_load

    try:
        return run_load(first, last, landing, afresh=afresh)
    except KeyboardInterrupt:
        fail("stopped by Ctrl-C; what had landed is kept, the published warehouse stays as it was: run the load again", code=EXIT_INTERRUPTED)


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


def _remove_examples(day: date) -> date:
    from orchestration.landing.examples import remove_examples
    from orchestration.settings import settings

    days = remove_examples(settings().data_folder)
    note(f"example articles taken out of {len(days)} day{'s' if len(days) != 1 else ''}" if days else "there are no example articles to take out")
    return min([*days, day])


def finish(ended: "Ended", found: "Found", *, strict: bool, quiet: bool, given: bool) -> None:
    """Say what the load found and did, and end with its exit code; `given` are paths or standard input, which may have been loaded before."""
    record = ended.record
    # without anything given, a feed that is down says nothing of the documents
    nothing_read = not found.read and (given or len(found.document_ids) > 0)
    if not ended.succeeded or record is None or record["outcome"] in ("stopped", "failed"):
        _explain_failure(ended, record, found)
    seconds = (record["finished_at"] - _aware(record["started_at"])).total_seconds()
    if not quiet:
        _print_claims(ended.load_id, changed=record["claims_added"] > 0, document_ids=found.document_ids)
    is_unchanged = record["outcome"] == "unchanged" and not nothing_read
    outcome = "nothing was new" if is_unchanged else f"{record['claims_added']} claims added, {record['claims_removed']} superseded"
    out.print(f"this load: {found.told('file' if given else 'document')}; {outcome}; {seconds:.1f} s", markup=False, soft_wrap=True)
    _print_warehouse()
    _note_quarantined(found)
    if nothing_read:
        fail(f"nothing could be read: {found.quarantined() if found.count else 'no files found; check the path'}", code=EXIT_NOTHING_READ)
    if found.rows and strict:
        raise typer.Exit(EXIT_FAULT)


def _note_quarantined(found: "Found") -> None:
    for row in found.rows[:DETAILED]:
        note(f"  {row['reason']}: {clean(row['detail'])}")
    if found.rows:
        more = f"{len(found.rows) - DETAILED} more: " if len(found.rows) > DETAILED else ""
        note(f'  {more}`claims sql "SELECT reason, detail FROM quarantine"` lists all; docs/ingestion.md says what to do about each reason')


def _aware(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.astimezone()


def _explain_failure(ended: "Ended", record: Mapping[str, Any] | None, found: "Found") -> NoReturn:
    """End with 2 when nothing could be read, 3 when an expectation stopped the publication, else 1."""
    stopped = ", ".join(ended.failed_checks) or (record["message"] if record and record["outcome"] == "stopped" else None)
    if stopped and not found.read and found.count:
        _note_quarantined(found)
        fail(f"nothing could be read: {found.quarantined()}; the published warehouse stays as it was", code=EXIT_NOTHING_READ)
    if stopped:
        fail(
            f"publication stopped by {clean(stopped)}; the published warehouse stays as it was; see `claims ui`, run {ended.run_id}",
            code=EXIT_STOPPED,
        )
    fail(f"{clean(ended.error or 'the run ended without a record')}; the published warehouse stays as it was; see `claims ui`, run {ended.run_id}")


def _print_claims(load_id: str, changed: bool, document_ids: Sequence[str]) -> None:
    """The new claims; where none is new, those of the documents that were met again."""
    from orchestration.cli.rendering import claims_table
    from orchestration.loads import warehouse_folders
    from orchestration.warehouse import connect

    if not changed and not document_ids:
        return
    where = "article_id IN (SELECT article_id FROM article_arrivals WHERE document_id IN (SELECT unnest($document_ids)))"
    values: dict[str, object] = {"document_ids": list(document_ids)}
    if changed:
        where, values = "load_id = $load_id", {"load_id": load_id}
    with connect.connect(warehouse_folders()) as connection:
        total = connection.execute(f"SELECT count(*) AS n FROM claims WHERE {where}", values).pl().item()
        rows = (
            connection.execute(f"FROM claims WHERE {where} ORDER BY published_on DESC, article_id, char_start LIMIT {SHOWN_CLAIMS}", values)
            .pl()
            .to_dicts()
        )
    if rows:
        out.print(claims_table(rows, title="New claims" if changed else "Claims of these articles, known before"))
    if total > len(rows):
        note(f'… and {total - len(rows)} more: claims sql "SELECT number_text, counted, subject, source, stated_on FROM claims_wide"')


def _print_warehouse() -> None:
    from orchestration.cli.console import short_path
    from orchestration.loads import warehouse_folders
    from orchestration.warehouse import query

    warehouse = warehouse_folders()
    articles, claims = query.run(warehouse, "SELECT (SELECT count(DISTINCT article_id) FROM articles), (SELECT count(*) FROM claims)").row(0)
    out.print(f"warehouse: {short_path(warehouse.link)}, {articles} articles, {claims} claims", markup=False, soft_wrap=True)
