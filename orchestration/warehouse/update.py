"""The one transaction of a load: every table brought to what the loaded days say, sources and figures made anew from all claims.

It changes the copy that is being built and nothing else.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import duckdb
import polars as pl

from orchestration.warehouse import days
from orchestration.warehouse.folders import Warehouse
from orchestration.warehouse.frames import Frames
from orchestration.warehouse.merge import Merge, apply, prepare
from transforms import figures, schema, sources

NOT_NUMBERED = "NOT EXISTS (SELECT 1 FROM numbering n WHERE n.article_id = o.article_id AND n.text_hash = o.text_hash)"
NOT_CURRENT = "NOT EXISTS (SELECT 1 FROM numbering n WHERE n.article_id = o.article_id AND n.text_hash = o.text_hash AND n.is_current)"
TOUCHED = "EXISTS (SELECT 1 FROM touched t WHERE t.article_id = o.article_id AND t.text_hash = o.text_hash)"

MERGES = (
    Merge(schema.LANDED, schema.LANDED.key, days.OF_LOADED_DAYS),
    Merge(schema.QUARANTINE, schema.QUARANTINE.key, days.OF_LOADED_DAYS),
    Merge(schema.ARTICLES, ("article_id", "text_hash"), f"{NOT_NUMBERED} OR {TOUCHED}", {"story_id": "i.article_id", "is_story_origin": "TRUE"}),
    Merge(schema.MENTIONS, schema.MENTIONS.key, f"{NOT_NUMBERED} OR {TOUCHED}"),
    Merge(schema.DATES, schema.DATES.key, f"{NOT_NUMBERED} OR {TOUCHED}"),
    Merge(schema.CLAIMS, schema.CLAIMS.key, f"{NOT_CURRENT} OR {TOUCHED}", {"source_id": "NULL", "figure_id": "NULL"}),
)
SOURCES = Merge(schema.SOURCES, schema.SOURCES.key, "TRUE")
FIGURES = Merge(schema.FIGURES, schema.FIGURES.key, "TRUE")


@dataclass(frozen=True, slots=True)
class Update:
    """What the transaction changed, by table; claims that came and that were superseded."""

    changes: Mapping[str, int]
    claims_added: int
    claims_removed: int

    @property
    def is_unchanged(self) -> bool:
        """Whether every table is as it was."""
        return not any(self.changes.values())


def update(connection: duckdb.DuckDBPyConnection, warehouse: Warehouse, frames: Frames, load_id: str) -> Update:
    """Bring all tables but `loads` and `check_results` up to date; the caller holds the transaction."""
    changes = {"article_arrivals": days.settle(connection, warehouse, frames, load_id)}
    for merge in MERGES:
        changes[merge.table.name] = prepare(connection, merge, f"incoming_{merge.table.name}", load_id)
        if merge.table is schema.ARTICLES:
            renumbered = _take_out_renumbered(connection)
        if merge.table is schema.CLAIMS:
            _supersede(connection, load_id)
        apply(connection, merge)
    counts = {name: change.total for name, change in changes.items()}
    connection.execute("INSERT INTO articles BY NAME FROM renumbered")
    counts["articles"] += renumbered
    for name in ("mentions", "dates", "claims"):
        counts[name] += _renumber(connection, name)
    if counts["articles"]:
        counts["articles"] += _stories(connection)
    counts |= _sources_and_figures(connection, load_id)
    claims = changes["claims"]
    return Update(counts, claims.added + claims.rewritten, claims.removed + claims.rewritten)


def _supersede(connection: duckdb.DuckDBPyConnection, load_id: str) -> None:
    """Keep the claims that go or change, with the reason."""
    columns = ", ".join(schema.CLAIMS.table_schema())
    connection.execute(
        f"""INSERT INTO claims_superseded ({columns}, superseded_by_load, superseded_why)
        SELECT {columns}, $load_id, CASE
            WHEN {NOT_CURRENT} AND o.article_id IN (SELECT article_id FROM numbering) THEN 'article_changed' ELSE 'reprocessed' END
        FROM claims o WHERE o.claim_id IN (
            SELECT claim_id FROM gone_claims UNION ALL SELECT claim_id FROM next_claims WHERE is_rewritten)""",
        {"load_id": load_id},
    )


def _take_out_renumbered(connection: duckdb.DuckDBPyConnection) -> int:
    """Take out the stored articles that get another version by arrivals on other days, into `renumbered`; how many.

    The version is part of the key: they may come back only after the incoming rows have taken their places.
    """
    connection.execute(
        """CREATE OR REPLACE TEMP TABLE renumbered AS
        SELECT a.* REPLACE (n.version AS version, n.is_current AS is_current)
        FROM articles a JOIN numbering n USING (article_id, text_hash)
        WHERE (a.version, a.is_current) IS DISTINCT FROM (n.version, n.is_current)
            AND NOT EXISTS (SELECT 1 FROM next_articles i WHERE i.article_id = a.article_id AND i.text_hash = a.text_hash)"""
    )
    connection.execute("DELETE FROM articles a USING renumbered m WHERE a.article_id = m.article_id AND a.text_hash = m.text_hash")
    return _count(connection, "SELECT count(*) FROM renumbered")


def _renumber(connection: duckdb.DuckDBPyConnection, name: str) -> int:
    return _count(
        connection,
        f"""UPDATE {name} SET version = n.version FROM numbering n
        WHERE n.article_id = {name}.article_id AND n.text_hash = {name}.text_hash AND n.version <> {name}.version""",
    )


def _stories(connection: duckdb.DuckDBPyConnection) -> int:
    """Group all articles into stories anew; how many changed."""
    # imports scipy, a second that a load without changed articles need not wait for
    from transforms.articles.stories import stories

    _register(connection, "grouped", stories(connection.execute("FROM articles").pl()))
    return _count(
        connection,
        """UPDATE articles SET story_id = g.story_id, is_story_origin = g.is_story_origin FROM grouped g
        WHERE g.article_id = articles.article_id AND g.text_hash = articles.text_hash
            AND (g.story_id, g.is_story_origin) IS DISTINCT FROM (articles.story_id, articles.is_story_origin)""",
    )


def group_across_articles(connection: duckdb.DuckDBPyConnection, load_id: str) -> None:
    """Stories, sources and figures anew from all articles and claims."""
    _stories(connection)
    _sources_and_figures(connection, load_id)


def _sources_and_figures(connection: duckdb.DuckDBPyConnection, load_id: str) -> dict[str, int]:
    """Sources and figures from all claims, and the claims' ids of both; rows changed by table."""
    claims = connection.execute(f"SELECT {', '.join(sorted({*sources.NEEDS, *figures.NEEDS}))} FROM claims ORDER BY claim_id").pl()
    source_rows, source_ids = sources.sources(claims)
    named = source_ids.join(source_rows.filter("is_named").select("source_id"), on="source_id", how="semi")
    figure_rows, figure_ids = figures.figures(claims.join(named, on="claim_id", how="left", maintain_order="left"))
    counts: dict[str, int] = {}
    for merge, rows in ((SOURCES, source_rows), (FIGURES, figure_rows)):
        _register(connection, "rows_across", rows)
        counts[merge.table.name] = prepare(connection, merge, "rows_across", load_id).total
        apply(connection, merge)
    _register(connection, "claim_ids", source_ids.join(figure_ids, on="claim_id", how="full", coalesce=True))
    counts["claims_ids"] = _count(
        connection,
        """UPDATE claims SET source_id = i.source_id, figure_id = i.figure_id FROM claim_ids i
        WHERE i.claim_id = claims.claim_id AND (i.source_id, i.figure_id) IS DISTINCT FROM (claims.source_id, claims.figure_id)""",
    )
    return counts


def _register(connection: duckdb.DuckDBPyConnection, name: str, frame: pl.DataFrame) -> None:
    connection.register(name, frame.to_arrow())


def _count(connection: duckdb.DuckDBPyConnection, sql: str) -> int:
    row = connection.execute(sql).fetchone()
    return int(row[0]) if row else 0
