"""Bringing one table to what the loaded days say: rows that go, rows that changed, rows that came; by column names only.

It works inside the load's transaction. Rows that say the same keep the `load_id` of the load that first wrote them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import duckdb

from transforms.schema import Table

# a row that differs in these alone was not written anew: it is the same reading, found on another day or read again
NOT_CONTENT = frozenset({"arrival_date", "extractor_version", "version", "is_current"})


@dataclass(frozen=True, slots=True)
class Merge:
    """How one table is merged: `key` names a row for good; `gone` is SQL over the stored row `o` that says where a row
    that does not come again was removed; `kept` gives columns that other steps fill, with SQL for a new row's value."""

    table: Table
    key: Sequence[str]
    gone: str
    kept: Mapping[str, str] = field(default_factory=dict)

    @property
    def has_load(self) -> bool:
        """Whether its rows name the load that wrote them."""
        return "load_id" in self.table.table_schema()

    @property
    def given(self) -> list[str]:
        """The columns that the incoming rows bring."""
        return [name for name in self.table.table_schema() if name != "load_id" and name not in self.kept]


@dataclass(frozen=True, slots=True)
class Changes:
    """How many rows came, changed in what they say, changed in anything else, and went."""

    added: int
    rewritten: int
    touched: int
    removed: int

    @property
    def total(self) -> int:
        """Rows that are not as they were."""
        return self.added + self.rewritten + self.touched + self.removed


def prepare(connection: duckdb.DuckDBPyConnection, merge: Merge, incoming: str, load_id: str) -> Changes:
    """Compare the rows of the view `incoming` with the stored ones; nothing is written but the temporary tables
    `next_TABLE` (incoming rows with is_new, is_rewritten, is_touched) and `gone_TABLE` (keys)."""
    name, given = merge.table.name, merge.given
    content = [column for column in given if column not in NOT_CONTENT and column not in merge.key]
    same_key = " AND ".join(f"o.{column} = i.{column}" for column in merge.key)
    connection.execute(
        f"""CREATE OR REPLACE TEMP TABLE next_{name} AS
        SELECT {", ".join(f"i.{column}" for column in given)},
            o.{merge.key[0]} IS NULL AS is_new,
            NOT is_new AND {_distinct(content)} AS is_rewritten,
            NOT is_new AND NOT is_rewritten AND {_distinct(given)} AS is_touched
            {"".join(f", CASE WHEN is_new THEN {value} ELSE o.{column} END AS {column}" for column, value in merge.kept.items())}
            {", CASE WHEN is_new OR is_rewritten THEN $load_id ELSE o.load_id END AS load_id" if merge.has_load else ""}
        FROM {incoming} i LEFT JOIN {name} o ON {same_key}""",
        {"load_id": load_id} if merge.has_load else {},
    )
    connection.execute(
        f"""CREATE OR REPLACE TEMP TABLE gone_{name} AS
        SELECT {", ".join(f"o.{column}" for column in merge.key)} FROM {name} o
        WHERE ({merge.gone}) AND NOT EXISTS (SELECT 1 FROM next_{name} i WHERE {same_key})"""
    )
    counts = connection.execute(
        f"""SELECT count(*) FILTER (is_new), count(*) FILTER (is_rewritten), count(*) FILTER (is_touched),
            (SELECT count(*) FROM gone_{name}) FROM next_{name}"""
    ).fetchone()
    assert counts is not None
    return Changes(*counts)


def apply(connection: duckdb.DuckDBPyConnection, merge: Merge) -> None:
    """Write what `prepare` found: delete what went or changed, insert what changed or came."""
    name = merge.table.name
    match = " AND ".join(f"{name}.{column} = x.{column}" for column in merge.key)
    keys = ", ".join(merge.key)
    columns = ", ".join([*merge.given, *merge.kept, *(["load_id"] if merge.has_load else [])])
    connection.execute(
        f"""DELETE FROM {name} USING (
            SELECT {keys} FROM gone_{name} UNION ALL SELECT {keys} FROM next_{name} WHERE is_rewritten OR is_touched
        ) x WHERE {match}"""
    )
    connection.execute(f"INSERT INTO {name} ({columns}) SELECT {columns} FROM next_{name} WHERE is_new OR is_rewritten OR is_touched")


def _distinct(columns: Sequence[str]) -> str:
    if not columns:
        return "FALSE"
    mine, theirs = (", ".join(f"{side}.{column}" for column in columns) for side in "io")
    return f"row({mine}) IS DISTINCT FROM row({theirs})"
