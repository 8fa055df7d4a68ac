"""The asset `articles`: landed documents read into clean text with publisher and publication date."""

from collections.abc import Iterator
from functools import partial
from time import monotonic

import dagster as dg
import polars as pl

from orchestration.assets.step import Reading, StepEvent, checked, one_asset
from orchestration.kept import Kept
from orchestration.landing.reading import KEPT_COLUMNS, read_landed
from orchestration.progress import report
from orchestration.settings import settings
from transforms.articles.limits import Limits
from transforms.schema import ARTICLES, QUARANTINE


@dg.asset(**one_asset("articles", group="reading", kinds={"polars", "parquet"}))
def articles(context: dg.AssetExecutionContext, config: Reading, landed: pl.DataFrame) -> Iterator[StepEvent]:
    """Readable articles: clean text, title, publisher, publication date, and what each of these was taken from.

    What cannot be read goes to quarantine with its reason. The text never changes after this; every offset counts in it.
    """
    started = monotonic()
    chosen = settings()
    kept = Kept(chosen.assets_folder, "articles", KEPT_COLUMNS, config.afresh)
    frames, faults, before = [ARTICLES.empty()], [QUARANTINE.empty()], 0
    # a day at a time: what one day holds must not depend on the days it is rebuilt with
    for documents in landed.partition_by("arrival_date", maintain_order=True):
        progress = partial(_report, before, landed.height)
        read, unreadable = read_landed(chosen.data_folder, documents, limits(), chosen.workers, chosen.read_timeout_seconds, progress, kept)
        frames.append(read)
        faults.append(unreadable)
        before += documents.height
    yield from checked(context, "articles", pl.concat(frames), pl.concat(faults), started, landed=landed)


def _report(before: int, total: int, done: int, _: int) -> None:
    report("articles", before + done, total)


def limits() -> Limits:
    """What reading may cost, from the settings."""
    chosen = settings()
    return Limits(max_record_bytes=chosen.max_document_bytes, text_column=chosen.text_column, default_publisher=chosen.default_publisher)
