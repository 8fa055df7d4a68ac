"""The asset `landed`: what is new in the inbox, given paths and feeds, kept as it came; the only step that looks outside."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from time import monotonic

import dagster as dg
import polars as pl

from orchestration import standing
from orchestration.assets.step import StepEvent, checked, one_asset
from orchestration.landing.documents import LandingLimits
from orchestration.landing.fetch import FetchLimits
from orchestration.landing.findings import Findings
from orchestration.landing.land import Sources, land
from orchestration.landing.store import landed_frame, landing_quarantine
from orchestration.loads import load_id, record_of, warehouse_folders
from orchestration.partitions import as_dates, today
from orchestration.progress import tell
from orchestration.settings import settings


class Landing(dg.Config):
    """What one landing takes in. Without anything given: the inbox and the feeds, into today's partition.

    With `if_new` the load ends here when it could only repeat the last publication.
    """

    take_in: bool = True
    if_new: bool = False
    into_day: str | None = None
    inbox: bool = True
    feeds: bool = True
    paths: list[str] = []  # noqa: RUF012 - Dagster's Config copies defaults
    standard_input_file: str | None = None
    publisher: str | None = None
    published: str | None = None


@dg.asset(**one_asset("landed", group="landing", kinds={"polars", "parquet"}), output_required=False)
def landed(context: dg.AssetExecutionContext, config: Landing) -> Iterator[StepEvent]:
    """Documents as they were found, with where, when and how. Nothing here is changed later, so any day can be read again.

    Only the current day takes something in, and it only adds; other days list what their landing folder holds.
    """
    started = monotonic()
    data_folder, days = settings().data_folder, as_dates(context.partition_keys)
    into = date.fromisoformat(config.into_day) if config.into_day else today()
    if config.take_in and into in days:
        before = landed_frame(data_folder, into).height
        findings = Findings()
        after = land(data_folder, into, sources_of(config), findings).height
        tell(findings)
        context.log.info(f"{after - before} new documents landed on {into}")
    frame = pl.concat([landed_frame(data_folder, day) for day in days])
    faults = pl.concat([landing_quarantine(data_folder, day) for day in days])
    warehouse = warehouse_folders()
    digest = standing.found(warehouse, frame, faults)
    if config.if_new and (repeated := _repeated(context, digest, days)):
        standing.record_repeat(warehouse, record_of(context, days), repeated)
        context.log.info(f"nothing is new since load {repeated}: no other step has to run")
        return
    standing.note_found(warehouse, load_id(context), digest)
    yield from checked(context, "landed", frame, faults, started)


def _repeated(context: dg.AssetExecutionContext, digest: str, days: list[date]) -> str | None:
    """The load that this one would repeat, if Dagster too has its days as loaded."""
    loaded = context.instance.get_materialized_partitions(dg.AssetKey("warehouse"))
    return standing.standing_load(warehouse_folders(), digest, days) if {day.isoformat() for day in days} <= loaded else None


def sources_of(config: Landing) -> Sources:
    """Where to look, as the landing takes it."""
    chosen = settings()
    limits = LandingLimits(
        max_document_bytes=chosen.max_document_bytes,
        max_archive_members=chosen.max_archive_members,
        max_archive_bytes=chosen.max_archive_bytes,
    )
    return Sources(
        inbox=chosen.inbox_folder if config.inbox else None,
        paths=tuple(Path(path) for path in config.paths),
        standard_input=Path(config.standard_input_file).read_bytes() if config.standard_input_file else None,
        feeds_file=chosen.feeds_file if config.feeds and chosen.fetch_feeds and chosen.feeds_file.is_file() else None,
        publisher=config.publisher,
        published=config.published,
        example_folders=(chosen.seeds_folder,),
        limits=limits,
        fetch_limits=FetchLimits(
            timeout_seconds=chosen.fetch_timeout_seconds,
            delay_seconds=chosen.fetch_delay_seconds,
            max_bytes=chosen.max_document_bytes,
            max_feed_entries=chosen.max_feed_entries,
            user_agent=chosen.user_agent,
            allow_private=chosen.allow_loopback,
        ),
    )
