"""The asset `claims`: the mentions that claim something."""

from collections.abc import Iterator
from time import monotonic

import dagster as dg
import polars as pl

from orchestration.assets.step import StepEvent, checked, one_asset
from transforms.schema import QUARANTINE


@dg.asset(**one_asset("claims", group="extraction", kinds={"polars", "parquet"}))
def claims(context: dg.AssetExecutionContext, mentions: pl.DataFrame, dates: pl.DataFrame, articles: pl.DataFrame) -> Iterator[StepEvent]:
    """Numeric claims: how many, of what, according to whom, said when, about when, and how firmly."""
    # imports the parser, which the definitions and a load without news need not
    from transforms import claim_frames

    started = monotonic()
    frame = claim_frames.claims(mentions, dates, articles)
    yield from checked(context, "claims", frame, QUARANTINE.empty(), started, articles=articles, mentions=mentions, dates=dates)
