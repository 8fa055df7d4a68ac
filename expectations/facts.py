"""Facts about a frame as a whole, as one row, and the bands that the last loads set for them."""

from __future__ import annotations

from collections.abc import Mapping
from statistics import median

import polars as pl

from expectations.suites import BANDS
from transforms import schema

LOADS_LOOKED_AT = 30
FEWEST_LOADS = 5
# a band is this many typical deviations wide, and never narrower than this share of the middle
DEVIATIONS = 5
NARROWEST = 0.3
PER_WORDS = 1000

Fact = float | int | None


def schema_faults(table: str, frame: pl.DataFrame) -> list[str]:
    """What is wrong with the frame's columns and types, in words; empty when nothing is."""
    wanted = schema.TABLES[table].frame_schema()
    faults = [f"{name} is missing" for name in wanted if name not in frame.columns]
    found = {name: dtype for name, dtype in frame.schema.items() if name in wanted}
    faults += [f"{name} is {dtype}, expected {wanted[name]}" for name, dtype in found.items() if dtype != wanted[name]]
    return faults + [f"{name} is not a column of {table}" for name in frame.columns if name not in wanted]


def facts(table: str, frame: pl.DataFrame, context: Mapping[str, pl.DataFrame]) -> dict[str, Fact]:
    """The facts that the table's suite names; null (which passes) where there is nothing to measure."""
    rows = frame.height
    if table == "articles":
        landed = context["landed"].height if "landed" in context else None
        return {"documents_without_any_article": landed if landed and not rows else 0, "article_share": _share(min(rows, landed or 0), landed)}
    if table == "mentions":
        return {"claim_share": _share(frame.filter("is_claim").height, rows)}
    if table == "dates":
        resolved = (pl.col("first_day").is_not_null() | pl.col("last_day").is_not_null()).sum()
        return {"resolved_share": _share(frame.select(resolved).item(), rows)}
    if table == "claims":
        words = int(context["articles"]["word_count"].sum())
        return {
            "claims_per_1000_words": rows * PER_WORDS / words if words else None,
            "sourced_share": _share(frame.filter(pl.col("source").is_not_null()).height, rows),
            "other_metric_share": _share(frame.filter(pl.col("metric") == "other").height, rows),
        }
    return {}


def bands(history: pl.DataFrame | None) -> dict[str, tuple[float, float]]:
    """Lower and upper bound of each banded fact, from the last loads that published; none from fewer than FEWEST_LOADS.

    `history` holds rows of schema.LOADS. The middle is the median; the width comes from the median deviation.
    """
    if history is None:
        return {}
    published = history.filter(pl.col("outcome").is_in(["published", "unchanged"])).sort("started_at").tail(LOADS_LOOKED_AT)
    found = {}
    for name in BANDS:
        values = published[name].drop_nulls().to_list()
        if len(values) >= FEWEST_LOADS:
            middle = median(values)
            spread = max(DEVIATIONS * median(abs(value - middle) for value in values), NARROWEST * middle)
            found[f"{name}_in_band"] = (middle - spread, middle + spread)
    return found


def _share(part: int | None, whole: int | None) -> float | None:
    return part / whole if whole and part is not None else None
