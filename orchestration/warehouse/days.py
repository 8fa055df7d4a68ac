"""The loaded days against all that the warehouse knows: which texts are which version, and whose rows have to be fetched.

It writes `article_arrivals` and the temporary tables `numbering`, `touched` and `incoming_TABLE` that the merges read.
"""

import duckdb
import polars as pl

from orchestration.warehouse.folders import Warehouse
from orchestration.warehouse.frames import Frames, read_stored
from orchestration.warehouse.merge import Changes, Merge, apply, prepare
from transforms import schema, versions
from transforms.versions import TEXT_KEY

OF_LOADED_DAYS = "o.arrival_date IN (SELECT day FROM loaded_days)"


def settle(connection: duckdb.DuckDBPyConnection, warehouse: Warehouse, frames: Frames, load_id: str) -> Changes:
    """Take in the days' arrivals and lay out the rows to merge; the changes in `article_arrivals`."""
    _table(connection, "loaded_days", pl.DataFrame({"day": frames.days}))
    _table(connection, "incoming_article_arrivals", versions.arrivals(frames.articles, frames.landed))
    merge = Merge(schema.ARRIVALS, schema.ARRIVALS.key, OF_LOADED_DAYS)
    changes = prepare(connection, merge, "incoming_article_arrivals", load_id)
    apply(connection, merge)
    numbering = versions.numbered(connection.execute("FROM article_arrivals").pl())
    _table(connection, "numbering", numbering)
    _lay_out(connection, warehouse, frames, numbering)
    return changes


def _lay_out(connection: duckdb.DuckDBPyConnection, warehouse: Warehouse, frames: Frames, numbering: pl.DataFrame) -> None:
    elsewhere = numbering.filter(~pl.col("arrival_date").is_in(list(frames.days)))
    stored = connection.execute("SELECT article_id, text_hash, arrival_date, is_current AS was_current FROM articles").pl()
    known = elsewhere.join(stored, on=[*TEXT_KEY, "arrival_date"], how="left")
    foreign = known.filter(pl.col("was_current").is_null())
    risen = known.filter(pl.col("is_current") & ~pl.col("was_current"))
    touched = pl.concat([numbering.filter(pl.col("arrival_date").is_in(list(frames.days))), foreign.select(*numbering.columns)])
    _table(connection, "touched", touched.select(*TEXT_KEY))
    for name in ("landed", "quarantine"):
        _table(connection, f"incoming_{name}", frames[name].unique(list(schema.TABLES[name].key), keep="first", maintain_order=True))
    for name in ("articles", "mentions", "dates"):
        rows = pl.concat([_in_order(frames, name), _fetch(warehouse, name, foreign)])
        _table(connection, f"incoming_{name}", _owned(rows, touched, name))
    current = pl.concat([touched, risen.select(*numbering.columns)]).filter("is_current").unique(TEXT_KEY)
    rows = pl.concat([_in_order(frames, "claims"), _fetch(warehouse, "claims", pl.concat([foreign, risen]).filter("is_current").unique(TEXT_KEY))])
    _table(connection, "incoming_claims", _owned(rows, current, "claims"))


def _in_order(frames: Frames, name: str) -> pl.DataFrame:
    return frames[name].select(*schema.TABLES[name].frame_schema())


def _fetch(warehouse: Warehouse, name: str, texts: pl.DataFrame) -> pl.DataFrame:
    """The stored rows of these texts, which other days own."""
    days = sorted(texts["arrival_date"].unique())
    rows = read_stored(warehouse.assets_folder, name, days)
    return rows.join(texts, on=[*TEXT_KEY, "arrival_date"], how="semi", maintain_order="left")


def _owned(rows: pl.DataFrame, texts: pl.DataFrame, name: str) -> pl.DataFrame:
    """The rows of the days that own these texts, with the columns that the numbering gives."""
    on = [*TEXT_KEY, "arrival_date", *(("document_id", "document_index") if name == "articles" else ())]
    given = ["version", *(("is_current",) if name == "articles" else ())]
    table = schema.TABLES[name]
    key = TEXT_KEY if name == "articles" else list(table.key)
    return rows.join(texts.select(*on, *given), on=on, how="inner", maintain_order="left").unique(key, keep="first", maintain_order=True)


def _table(connection: duckdb.DuckDBPyConnection, name: str, frame: pl.DataFrame) -> None:
    """A temporary table of a frame; copied, as a view on Arrow memory would be read again by every statement."""
    connection.register("arrow_frame", frame.to_arrow())
    connection.execute(f"CREATE OR REPLACE TEMP TABLE {name} AS FROM arrow_frame")
    connection.unregister("arrow_frame")
