"""The assets `mentions` and `dates`, one step, so that each sentence is parsed once."""

from collections.abc import Iterator
from time import monotonic

import dagster as dg
import polars as pl

from orchestration.assets.step import Reading, StepEvent, asset_out, checked
from orchestration.checks import check_specs
from orchestration.kept import Kept
from orchestration.partitions import SINGLE_RUN, arrival_days
from orchestration.progress import report
from orchestration.settings import settings
from transforms.schema import QUARANTINE

PROGRESS_SECONDS = 15
KINDS = {"polars", "spacy", "parquet"}


@dg.multi_asset(
    name="mentions_and_dates",
    outs={
        "mentions": asset_out("mentions", "Every quantity of the articles, whether or not it claims something, and if not, why.", KINDS),
        "dates": asset_out("dates", "Every time expression of the articles, resolved against the publication date.", KINDS),
    },
    group_name="extraction",
    check_specs=[*check_specs("mentions"), *check_specs("dates")],
    partitions_def=arrival_days(),
    backfill_policy=SINGLE_RUN,
)
def mentions_and_dates(context: dg.AssetExecutionContext, config: Reading, articles: pl.DataFrame) -> Iterator[StepEvent]:
    """Every quantity and every time expression of the articles, read in one pass over their sentences."""
    # imports the parser, which the definitions and a load without news need not
    from orchestration.extraction import KEPT_COLUMNS, extract_articles

    started = last_logged = monotonic()
    report("mentions_and_dates", 0, articles.height)

    def progress(done: int, total: int) -> None:
        report("mentions_and_dates", done, total)
        nonlocal last_logged
        if monotonic() - last_logged >= PROGRESS_SECONDS:
            last_logged = monotonic()
            context.log.info(f"{done} of {total} articles read")

    kept = Kept(settings().assets_folder, "mentions_and_dates", KEPT_COLUMNS, config.afresh)
    mentions, dates, faults = extract_articles(articles, settings().workers, progress, kept)
    yield from checked(context, "mentions", mentions, faults, started, output="mentions", articles=articles)
    yield from checked(context, "dates", dates, QUARANTINE.empty(), started, output="dates", articles=articles)
