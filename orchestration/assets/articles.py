"""The asset `articles`: landed documents read into clean text with publisher and publication date."""

from collections.abc import Iterator
from time import monotonic

import dagster as dg
import polars as pl

from orchestration.assets.step import StepEvent, checked, one_asset
from orchestration.landing.forget import forgotten
from orchestration.landing.store import landed_bytes
from orchestration.progress import report
from orchestration.settings import settings
from transforms.articles.limits import Limits
from transforms.articles.read import read_documents
from transforms.schema import ARTICLES, QUARANTINE


@dg.asset(**one_asset("articles", group="reading", kinds={"polars", "parquet"}))
def articles(context: dg.AssetExecutionContext, landed: pl.DataFrame) -> Iterator[StepEvent]:
    """Readable articles: clean text, title, publisher, publication date, and what each of these was taken from.

    What cannot be read goes to quarantine with its reason. The text never changes after this; every offset counts in it.
    """
    started = monotonic()
    frames, faults = [ARTICLES.empty()], [QUARANTINE.empty()]
    # a day at a time: what one day holds must not depend on the days it is rebuilt with
    for number, (_, documents) in enumerate(landed.group_by("arrival_date", maintain_order=True)):
        read, unreadable = read_documents(documents, _bytes, limits(), forgotten(settings().data_folder))
        frames.append(read)
        faults.append(unreadable)
        report("articles", number + 1, None)
    yield from checked(context, "articles", pl.concat(frames), pl.concat(faults), started, landed=landed)


def _bytes(stored_path: str) -> bytes:
    return landed_bytes(settings().data_folder, stored_path)


def limits() -> Limits:
    """What reading may cost, from the settings."""
    chosen = settings()
    return Limits(max_record_bytes=chosen.max_document_bytes, text_column=chosen.text_column, default_publisher=chosen.default_publisher)
