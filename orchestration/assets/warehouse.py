"""The assets `sources`, `figures` and `warehouse`: one step, the only one that opens the warehouse, one at a time."""

from collections.abc import Iterator
from datetime import date
from time import monotonic

import dagster as dg
import polars as pl

from orchestration import standing
from orchestration.checks import PublicationStopped, check_events, check_specs
from orchestration.loads import frame_of, load_id, quarantine_of, record_of, warehouse_folders
from orchestration.metadata import definition_metadata, markdown_table, sample
from orchestration.partitions import SINGLE_RUN, arrival_days, as_dates
from orchestration.progress import report
from orchestration.warehouse import connect
from orchestration.warehouse.frames import FRAME_TABLES, Frames
from orchestration.warehouse.load import LoadResult, load

POOL = "warehouse"
UPSTREAM = ["landed", "articles", "mentions", "dates", "claims"]
KINDS = {"duckdb"}
DESCRIPTION = (
    "The published DuckDB file. The load replaces these days' rows in a copy, audits it, and switches `warehouse.duckdb` to it; "
    "readers see the whole load or none of it."
)


@dg.multi_asset(
    name="load_warehouse",
    specs=[
        dg.AssetSpec(
            "sources",
            deps=["claims"],
            description="Who claims numbers, under one name, across all articles; made anew by each load.",
            kinds=KINDS,
            metadata=definition_metadata("sources"),
        ),
        dg.AssetSpec(
            "figures",
            deps=["claims"],
            description="Things being counted, across all articles; made anew by each load.",
            kinds=KINDS,
            metadata=definition_metadata("figures"),
        ),
        dg.AssetSpec("warehouse", deps=UPSTREAM, description=DESCRIPTION, kinds=KINDS, partitions_def=arrival_days()),
    ],
    group_name="warehouse",
    check_specs=check_specs("warehouse"),
    backfill_policy=SINGLE_RUN,
    # assets with and without partitions may share a step only so; the load always makes all three
    can_subset=True,
    pool=POOL,
)
def load_warehouse(context: dg.AssetExecutionContext) -> Iterator[dg.MaterializeResult | dg.AssetCheckResult]:
    """Load the run's days into a copy of the warehouse, audit it and publish it."""
    started = monotonic()
    report("load_warehouse", 0, None)
    days = as_dates(context.partition_keys)
    result = load(warehouse_folders(), frames_of(days), record_of(context, days))
    if result.outcome != "stopped":
        standing.note_published(warehouse_folders(), load_id(context), days)
        for asset, metadata in _published(result, monotonic() - started).items():
            if dg.AssetKey(asset) in context.selected_asset_keys:
                yield dg.MaterializeResult(asset, metadata=metadata)
    yield from check_events("warehouse", result.audit.results, "")
    if result.outcome == "stopped":
        raise PublicationStopped("warehouse", result.audit.stopping)


def frames_of(days: list[date]) -> Frames:
    """All frames of these days, with the rows in quarantine."""
    named = {name: frame_of(name, days) for name in FRAME_TABLES if name != "quarantine"}
    return Frames(tuple(days), **named, quarantine=quarantine_of(days))


def _published(result: LoadResult, seconds: float) -> dict[str, dict[str, dg.MetadataValue]]:
    """The metadata of the three assets, read from the version that readers see now."""
    with connect.connect(warehouse_folders()) as connection:
        tables = {name: connection.execute(f"SELECT count(*) AS n FROM {name}").pl().item() for name in ("articles", "claims", "sources", "figures")}
        rows = {name: connection.execute(f"FROM {name} ORDER BY claim_count DESC, {name[:-1]}_id LIMIT 20").pl() for name in ("sources", "figures")}
    metadata = {name: _counted(name, tables[name], rows[name]) for name in ("sources", "figures")}
    counts = {name: dg.MetadataValue.float(float(value)) for name, value in result.counts.items() if value is not None}
    metadata["warehouse"] = {
        **counts,
        "dagster/row_count": dg.MetadataValue.int(tables["claims"]),
        "articles_in_warehouse": dg.MetadataValue.int(tables["articles"]),
        "outcome": dg.MetadataValue.text(result.outcome),
        "published_file": dg.MetadataValue.path(str(result.version)),
        "seconds": dg.MetadataValue.float(round(seconds, 3)),
        "rows_changed": dg.MetadataValue.md(markdown_table(("table", "rows changed"), sorted(result.changes.items()))),
    }
    return metadata


def _counted(name: str, count: int, rows: pl.DataFrame) -> dict[str, dg.MetadataValue]:
    return {"dagster/row_count": dg.MetadataValue.int(count), "sample": dg.MetadataValue.md(sample(name, rows))}
