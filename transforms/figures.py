"""Figures across articles: claims that count the same thing, by the exact key metric, unit, counted head, subject, place.

"520 deaths" and "371 people killed" count the same thing. Pure, and from all claims at once, so that ids and rows do
not depend on the order of loading. A number that says of nothing what it counts belongs to no figure.
"""

from __future__ import annotations

import re
import unicodedata

import polars as pl

from transforms import schema
from transforms.ids import stable_id

KEY = ("metric", "unit", "counted_head", "subject", "place")
NEEDS = ("claim_id", "article_id", "published_on", *KEY)

THE_DEAD = frozenset({"death", "fatality", "victim", "body"})

_QUOTES = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u00a0": " "})
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)


def normalised(text: str | None) -> str | None:
    """A name without case, leading article, curly quotes and surplus spaces; null for nothing."""
    if text is None:
        return None
    plain = " ".join(unicodedata.normalize("NFKC", text).translate(_QUOTES).split())
    return _ARTICLE.sub("", plain).casefold() or None


def thing(metric: str, unit: str | None, counted_head: str | None) -> tuple[str | None, str | None]:
    """Unit and counted head as they name the thing: a death or victim among the killed is a person killed."""
    is_person = metric == "killed" and counted_head in THE_DEAD and unit in (*THE_DEAD, "person")
    return ("person", "person") if is_person else (unit, counted_head)


def figure_id(metric: str, unit: str | None, counted_head: str | None, subject: str | None, place: str | None) -> str | None:
    """The figure that a claim with these columns is about; null when neither a thing, a subject nor a place is named."""
    unit, counted_head = thing(metric, unit, counted_head)
    named = [normalised(part) for part in (counted_head, subject, place)]
    if not any(named):
        return None
    return stable_id("figure", metric, unit, *named)


def label(metric: str, unit: str | None, counted_head: str | None, subject: str | None, place: str | None) -> str:
    """The figure in words: `casualties: soldier, of Russia, in Kursk`."""
    parts = [counted_head, f"of {subject}" if subject else None, f"in {place}" if place else None]
    parts.append(f"({unit})" if unit and unit != counted_head else None)
    return f"{metric}: " + " ".join(part for part in parts if part)


def figures(claims: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The rows of schema.FIGURES, and the figure of each claim: columns claim_id, figure_id (null for none).

    Needs the columns NEEDS and source_id of all claims. A figure's subject and place are shown in their commonest form.
    """
    keys = claims.select(KEY).unique().sort(KEY)
    ids = keys.with_columns(pl.Series("figure_id", [figure_id(*row) for row in keys.iter_rows()], dtype=pl.String))
    known = claims.select(*NEEDS, "source_id").join(ids, on=KEY, how="left", nulls_equal=True, maintain_order="left")
    about = known.filter(pl.col("figure_id").is_not_null())
    forms = about.group_by("figure_id", *KEY).len().sort(["len", *KEY], descending=[True, *(False for _ in KEY)])
    shown = forms.group_by("figure_id", maintain_order=True).agg(*(pl.col(name).first() for name in KEY))
    counts = about.group_by("figure_id").agg(
        pl.len().cast(pl.Int64).alias("claim_count"),
        pl.col("article_id").n_unique().cast(pl.Int64).alias("article_count"),
        pl.col("source_id").drop_nulls().n_unique().cast(pl.Int64).alias("source_count"),
        pl.col("published_on").min().alias("first_published"),
        pl.col("published_on").max().alias("last_published"),
    )
    rows = shown.join(counts, on="figure_id")
    labels = pl.Series("label", [label(*row) for row in rows.select(KEY).iter_rows()], dtype=pl.String)
    return rows.with_columns(labels).sort("figure_id").select(*schema.FIGURES.table_schema()), known.select("claim_id", "figure_id")
