"""Columns worked out in Polars before the conversion: slices of the text, and facts of a row that involve several columns.

Each function takes a frame and its context and returns it with the columns `_…` that the suites name; facts are never
null. Great Expectations only sees the finished columns.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache

import polars as pl

from transforms import schema
from transforms.language import tables

Context = Mapping[str, pl.DataFrame]
TEXT_KEY = ["article_id", "text_hash"]
DAY_KEY = [*TEXT_KEY, "arrival_date"]
PERCENT_UNITS = ("%", "pp", "bp")
FIRST_YEAR = 1990
PLAUSIBLE_SHARE = 1000


def derive(table: str, frame: pl.DataFrame, context: Context) -> pl.DataFrame:
    """The frame with the derived columns of its table's suite, rows in the same order."""
    return _STEPS[table](frame.with_columns(_unset(table)), context)


def _articles(frame: pl.DataFrame, context: Context) -> pl.DataFrame:
    spans = [_spans_inside(spans, text) for spans, text in frame.select("marked_spans", "text").iter_rows()]
    hashes = pl.Series("_hash", [_sha256(text) for text in frame["text"]], dtype=pl.String)
    day_after = pl.col("arrival_date").dt.offset_by("1d")
    return _known(frame, context, "landed", ["document_id", "arrival_date"], "_document_landed").with_columns(
        _fact("_text_unique", pl.struct(DAY_KEY).is_first_distinct()),
        _fact("_text_hash_of_text", pl.col("text_hash") == hashes),
        _fact("_title_starts_text", pl.col("title").is_null() | pl.col("text").str.starts_with(pl.col("title"))),
        _fact("_published_on_plausible", (pl.col("published_on").dt.year() >= FIRST_YEAR) & (pl.col("published_on") <= day_after)),
        _fact(
            "_published_at_fits_day",
            pl.col("published_at").is_null() | ((pl.col("published_at").dt.date() - pl.col("published_on")).dt.total_days().abs() <= 1),
        ),
        pl.Series("_marked_spans_inside", spans, dtype=pl.Boolean),
    )


def _mentions(frame: pl.DataFrame, context: Context) -> pl.DataFrame:
    placed = _numbers(_placed(frame, context, "mention_id"), pl.col("is_claim"))
    return placed.with_columns(_fact("_reason_fits_claim", pl.col("is_claim") == pl.col("not_claim_reason").is_null()))


def _dates(frame: pl.DataFrame, context: Context) -> pl.DataFrame:
    years = [pl.col(name).dt.year().is_between(1000, 2500).fill_null(True) for name in ("first_day", "last_day")]
    return _placed(frame, context, "date_id").with_columns(
        _fact("_days_in_order", (pl.col("first_day") <= pl.col("last_day")).fill_null(True)),
        _fact("_days_plausible", years[0] & years[1]),
        _fact("_unknown_has_no_days", (pl.col("precision") != "unknown") | (pl.col("first_day").is_null() & pl.col("last_day").is_null())),
    )


def _claims(frame: pl.DataFrame, context: Context) -> pl.DataFrame:
    stated, first, last = pl.col("stated_on"), pl.col("stated_first"), pl.col("stated_last")
    both_stated = first.is_not_null() & last.is_not_null() & (first <= last).fill_null(False)
    mentions = context.get("mentions")
    claiming = {} if mentions is None else {"mentions": mentions.filter("is_claim").with_columns(pl.col("mention_id").alias("claim_id"))}
    known = _known(_numbers(_placed(frame, context, "claim_id"), pl.lit(True)), claiming, "mentions", ["claim_id", "mention_id"], "_mention_claims")
    return known.with_columns(
        _fact("_published_on_of_article", pl.col("_article_day").is_null() | (pl.col("published_on") == pl.col("_article_day"))),
        _fact("_stated_days_fit", pl.when(stated.is_null()).then(first.is_null() & last.is_null()).otherwise(both_stated)),
        _fact("_stated_on_not_after_publication", (first <= pl.col("published_on")).fill_null(True)),
        _fact("_period_in_order", (pl.col("period_first") <= pl.col("period_last")).fill_null(True)),
        _fact("_period_days_fit", _has_end("period_first", 0) & _has_end("period_last", 1)),
        _fact("_dates_exist", _dates_exist(context)),
        _fact("_share_plausible", (pl.col("metric") != "share") | _all_bounds(lambda bound: bound.abs() <= PLAUSIBLE_SHARE)),
        _fact("_counted_head_lower_case", (pl.col("counted_head") == pl.col("counted_head").str.to_lowercase()).fill_null(True)),
    )


def _placed(frame: pl.DataFrame, context: Context, key: str) -> pl.DataFrame:
    """Slices of the article's text at the row's spans; the text comes from the context's articles."""
    articles = context["articles"].select(*DAY_KEY, pl.col("text").alias("_text"), pl.col("published_on").alias("_article_day"))
    joined = frame.join(articles.unique(DAY_KEY, keep="first"), on=DAY_KEY, how="left", maintain_order="left")
    slices = [_slice("char_start", "char_end").alias("_text_at_span"), _slice("sentence_start", "sentence_end").alias("_sentence_at_span")]
    if "cue_start" in frame.columns:
        slices.append(_slice("cue_start", "cue_end").alias("_text_at_cue"))
    return joined.with_columns(
        *slices,
        _fact("_article_exists", pl.col("_text").is_not_null()),
        _fact(f"_{key}_unique", pl.struct(key, "arrival_date").is_first_distinct()),
        _fact("_sentence_contains_span", (pl.col("sentence_start") <= pl.col("char_start")) & (pl.col("sentence_end") >= pl.col("char_end"))),
    ).drop("_text")


def _numbers(frame: pl.DataFrame, claims_something: pl.Expr) -> pl.DataFrame:
    """Whether interval, unit, source and chain agree; metric and interval are only fixed where something is claimed."""
    low, high, mark, chain = pl.col("low"), pl.col("high"), pl.col("comparator"), pl.col("source_chain")
    is_percent = pl.col("unit").is_in(PERCENT_UNITS).fill_null(False)
    is_money = pl.col("unit").str.split("/").list.first().is_in(list(currency_codes())).fill_null(False)
    sourced = pl.col("source").is_not_null()
    fits = (
        pl.when(mark.is_in([">", ">="])).then(low.is_not_null() & high.is_null())
        .when(mark.is_in(["<", "<="])).then(low.is_null() & high.is_not_null())
        .otherwise(low.is_not_null() & high.is_not_null())
    )  # fmt: skip
    return frame.with_columns(
        _fact("_bounds_finite", _all_bounds(lambda bound: bound.is_finite())),
        _fact("_low_not_above_high", (low <= high).fill_null(True)),
        _fact("_bounds_fit_comparator", ~claims_something | fits),
        _fact("_share_is_percent", ~claims_something | ((pl.col("metric") == "share") == is_percent)),
        _fact("_money_is_currency", ~claims_something | ((pl.col("metric") == "money") == is_money)),
        _fact("_source_fits_quote", sourced == (pl.col("quote") != "none")),
        _fact("_chain_ends_with_source", (chain.list.len() == 0) | ((chain.list.len() > 1) & (chain.list.last() == pl.col("source")))),
        _fact("_stated_on_needs_source", sourced | pl.col("stated_on").is_null()),
        _fact("_hedge_in_sentence", pl.col("hedge_text").is_null() | pl.col("sentence").str.contains(pl.col("hedge_text"), literal=True)),
    )


def _fact(name: str, fact: pl.Expr) -> pl.Expr:
    return fact.fill_null(False).alias(name)


def _all_bounds(test) -> pl.Expr:  # type: ignore[no-untyped-def]
    return test(pl.col("low")).fill_null(True) & test(pl.col("high")).fill_null(True)


def _slice(start: str, end: str) -> pl.Expr:
    # a negative start would count from the text's end
    inside = (pl.col(start) >= 0) & (pl.col(end) >= pl.col(start))
    return pl.when(inside).then(pl.col("_text").str.slice(pl.col(start), pl.when(inside).then(pl.col(end) - pl.col(start))))


def _has_end(column: str, index: int) -> pl.Expr:
    """Whether a DATE column is set exactly where the period has that end."""
    written = pl.col("period").str.split("/").list.get(index, null_on_oob=True).fill_null("") != ""
    return pl.col(column).is_not_null() == written


def _dates_exist(context: Context) -> pl.Expr:
    dates = context.get("dates")
    if dates is None:
        return pl.lit(True)
    ids = dates["date_id"].implode()
    return pl.all_horizontal(pl.col(name).is_in(ids).fill_null(True) for name in ("stated_date_id", "period_date_id"))


def _known(frame: pl.DataFrame, context: Context, other: str, on: Sequence[str], name: str) -> pl.DataFrame:
    """A fact: the row's columns `on` are a row of that context frame; true where the context has no such frame."""
    if other not in context:
        return frame.with_columns(pl.lit(True).alias(name))
    keys = context[other].select(*on).unique().with_columns(pl.lit(True).alias(name))
    return frame.join(keys, on=list(on), how="left", maintain_order="left").with_columns(_fact(name, pl.col(name)))


def _unset(table: str) -> pl.Expr:
    """Names of the not nullable columns that are null, joined; null where none is."""
    required = [column.name for column in schema.TABLES[table].columns if not column.nullable and not column.at_load]
    names = pl.concat_str([pl.when(pl.col(name).is_null()).then(pl.lit(f"{name} ")).otherwise(pl.lit("")) for name in required])
    return pl.when(names != "").then(names.str.strip_chars_end()).alias("_unset")


def _spans_inside(marked: str | None, text: str | None) -> bool:
    try:
        spans = json.loads(marked or "")
    except ValueError:
        return False
    return isinstance(spans, list) and all(_is_span(span, len(text or "")) for span in spans)


def _is_span(span: object, length: int) -> bool:
    match span:
        case [int(start), int(end), str()]:
            return 0 <= start <= end <= length
    return False


def _sha256(text: str | None) -> str | None:
    from transforms.ids import text_hash

    return None if text is None else text_hash(text)


@cache
def currency_codes() -> frozenset[str]:
    """ISO 4217 codes, present and past, and those of seeds/language/currencies.csv."""
    from babel.numbers import list_currencies

    return frozenset(list_currencies()) | frozenset(row["code"] for row in tables.rows("currencies"))


_STEPS = {"articles": _articles, "mentions": _mentions, "dates": _dates, "claims": _claims}
