"""What the Dagster UI shows of a frame: counts, timings, a sample as a Markdown table, and columns with their meanings."""

from collections.abc import Sequence

import dagster as dg
import polars as pl

from orchestration.settings import settings
from transforms.schema import TABLES, Column

CELL_CHARACTERS = 90

# the columns that say most about a row; the sample shows these and in this order
SAMPLE_COLUMNS: dict[str, tuple[str, ...]] = {
    "landed": ("origin", "origin_kind", "media_type", "size_bytes", "found_at"),
    "articles": ("title", "publisher", "published_on", "published_origin", "language", "word_count"),
    "mentions": ("number_text", "unit", "comparator", "is_claim", "not_claim_reason", "sentence"),
    "dates": ("date_text", "timex_type", "timex_value", "first_day", "last_day", "anchor"),
    "claims": ("number_text", "comparator", "unit", "counted", "metric", "status", "source", "stated_on", "period", "sentence"),
    "quarantine": ("stage", "reason", "origin", "detail"),
    "sources": ("name", "kind", "claim_count", "article_count"),
    "figures": ("label", "metric", "unit", "claim_count", "source_count", "first_published", "last_published"),
}

DAGSTER_TYPES = {
    "BIGINT": "int",
    "DOUBLE": "float",
    "BOOLEAN": "bool",
    "DATE": "date",
    "TIMESTAMPTZ": "timestamp",
    "VARCHAR": "string",
    "VARCHAR[]": "list of strings",
}


def definition_metadata(table: str) -> dict[str, dg.MetadataValue]:
    """The columns with types and meanings, for the asset's definition; columns that only the load gives are left out."""
    columns = [_table_column(column, table) for column in TABLES[table].columns if not column.at_load]
    return {
        "dagster/column_schema": dg.MetadataValue.table_schema(dg.TableSchema(columns=columns)),
        "dagster/table_name": dg.MetadataValue.text(table),
        "key": dg.MetadataValue.text(", ".join(TABLES[table].key)),
    }


def _table_column(column: Column, table: str) -> dg.TableColumn:
    description = column.description + (f" Unit: {column.unit}." if column.unit else "")
    others = [f"one of: {', '.join(column.values)}"] if column.values else []
    constraints = dg.TableColumnConstraints(nullable=column.nullable, unique=(column.name,) == TABLES[table].key, other=others)
    return dg.TableColumn(column.name, DAGSTER_TYPES[column.sql], description, constraints)


def frame_metadata(table: str, frame: pl.DataFrame, seconds: float, quarantined: int = 0) -> dict[str, dg.MetadataValue]:
    """Row count, seconds spent, rows quarantined and a sample of the frame, for its materialization."""
    return {
        "dagster/row_count": dg.MetadataValue.int(frame.height),
        "rows_quarantined": dg.MetadataValue.int(quarantined),
        "seconds": dg.MetadataValue.float(round(seconds, 3)),
        "sample": dg.MetadataValue.md(sample(table, frame)),
    }


def sample(table: str, frame: pl.DataFrame) -> str:
    """The first rows of the frame as a Markdown table of its most telling columns."""
    columns = [name for name in SAMPLE_COLUMNS.get(table, frame.columns[:8]) if name in frame.columns]
    return markdown_table(columns, frame.select(columns).head(settings().sample_rows).rows())


def markdown_table(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """A Markdown table; cells are shortened, and what Markdown or HTML would read as markup is shown as written."""
    if not rows:
        return "*no rows*"
    lines = [f"| {' | '.join(columns)} |", f"| {' | '.join('---' for _ in columns)} |"]
    lines += [f"| {' | '.join(_cell(value) for value in row)} |" for row in rows]
    return "\n".join(lines)


def _cell(value: object) -> str:
    if value is None:
        return ""
    text = " ".join(str(value).split())
    text = text if len(text) <= CELL_CHARACTERS else text[: CELL_CHARACTERS - 1] + "…"
    for character, escaped in (
        ("&", "&amp;"),
        ("<", "&lt;"),
        (">", "&gt;"),
        ("|", "&#124;"),
        ("`", "&#96;"),
        ("*", "&#42;"),
        ("_", "&#95;"),
        ("[", "&#91;"),
        ("$", "&#36;"),
        ("~", "&#126;"),
    ):
        text = text.replace(character, escaped)
    return text
