"""Sources across articles: one row for each one who claims numbers, found by the name alone.

Two forms are the same source when they differ only in case, quotation marks, a leading article, an honorific, a bracketed
abbreviation or a possessive ending. It never guesses that a surname is a full name: that is done within the article.
Who has no name ("the government", "miners' union") is a source of its own in each article.
"""

from __future__ import annotations

import re
import unicodedata

import polars as pl

from transforms import schema
from transforms.ids import stable_id
from transforms.source_kinds import HONORIFICS, LEADING, QUOTES, is_named, kind_in_text, kind_of

NEEDS = ("claim_id", "article_id", "published_on", "source", "source_text", "sentence")

_BRACKETS = re.compile(r"\s*\([^()]*\)")
_POSSESSIVE = re.compile(r"'s?$")
_INITIALS = re.compile(r"\b(?:[^\W\d_]\.){2,}")


def normalised(name: str) -> str:
    """The form of a name under which its variants are one source; never empty for a name that has a letter."""
    text = unicodedata.normalize("NFKC", name).translate(QUOTES)
    text = _BRACKETS.sub("", text) or text
    text = _INITIALS.sub(lambda match: match.group().replace(".", ""), text)
    words = text.strip("\"' ,;:").casefold().split()
    while len(words) > 1 and (words[0] in LEADING or words[0].rstrip(".") in HONORIFICS):
        words = words[1:]
    if words:
        words[-1] = _POSSESSIVE.sub("", words[-1]) or words[-1]
    return " ".join(words)


def sources(claims: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The rows of schema.SOURCES, and the source of each claim: columns claim_id, source_id (null without a source).

    Needs the columns NEEDS of all claims; the ids depend on the names only, and on the article for who has none.
    """
    names = {name: is_named(name) for name in claims["source"].drop_nulls().unique().sort()}
    named_or_not = pl.DataFrame(
        {"source": list(names), "is_named": list(names.values()), "form": [normalised(name) for name in names]},
        schema={"source": pl.String, "is_named": pl.Boolean, "form": pl.String},
    )
    known = claims.select(*NEEDS).join(named_or_not, on="source", how="left", maintain_order="left")
    # two countries' governments are not one source
    within = pl.when(~pl.col("is_named")).then("article_id")
    keys = known.filter(pl.col("source").is_not_null()).select("form", within.alias("within")).unique().sort("form", "within")
    key_ids = [stable_id("source", form) if article is None else stable_id("source", form, article) for form, article in keys.iter_rows()]
    ids = keys.with_columns(pl.Series("source_id", key_ids, dtype=pl.String))
    known = known.with_columns(within.alias("within")).join(ids, on=["form", "within"], how="left", nulls_equal=True, maintain_order="left")
    said = known.filter(pl.col("source_id").is_not_null())
    forms = said.group_by("source_id", "source").len().sort(["len", pl.col("source").str.len_chars(), "source"], descending=[True, True, False])
    named = forms.group_by("source_id", maintain_order=True).agg(
        pl.col("source").first().alias("name"), pl.col("source").unique().sort().alias("aliases")
    )
    counts = said.group_by("source_id").agg(
        pl.col("is_named").all(),
        pl.len().cast(pl.Int64).alias("claim_count"),
        pl.col("article_id").n_unique().cast(pl.Int64).alias("article_count"),
        pl.col("published_on").min().alias("first_published"),
        pl.col("published_on").max().alias("last_published"),
    )
    rows = named.join(counts, on="source_id").sort("source_id")
    rows = rows.with_columns(pl.Series("kind", _kinds(rows, said), dtype=pl.String))
    return rows.select(*schema.SOURCES.table_schema()), known.select("claim_id", "source_id")


def _kinds(rows: pl.DataFrame, said: pl.DataFrame) -> list[str]:
    """The kind of each row: by its name, else by its other forms, else by how the articles call it."""
    by_name = {
        source_id: next((kind for kind in map(kind_of, [name, *aliases]) if kind != "unknown"), "unknown")
        for source_id, name, aliases in rows.select("source_id", "name", "aliases").iter_rows()
    }
    open_ids = [source_id for source_id, kind in by_name.items() if kind == "unknown"]
    told = said.filter(pl.col("source_id").is_in(open_ids)).select("source_id", "source", "source_text", "sentence").unique().sort(pl.all())
    for (source_id,), group in told.group_by("source_id", maintain_order=True):
        found = [kind_in_text(*row) for row in group.select("source", "source_text", "sentence").iter_rows()]
        by_name[str(source_id)] = next((kind for kind in ("person", "organisation") if kind in found), "unknown")
    return [by_name[source_id] for source_id in rows["source_id"]]
