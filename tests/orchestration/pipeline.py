"""Running the nightly job in a test: real Dagster, Great Expectations and DuckDB on the root of the test."""

from datetime import date
from pathlib import Path
from typing import Any

import dagster as dg
import polars as pl

from orchestration.definitions import defs
from orchestration.jobs import JOB_NAME
from orchestration.loads import warehouse_folders
from orchestration.partitions import range_tags, today
from orchestration.warehouse import query, records

QUIET = {"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}


def run(instance: dg.DagsterInstance, *paths: Path, first: date | None = None, last: date | None = None, **landing: Any) -> dg.ExecuteInProcessResult:
    """One run of the job over the days (today by default), landing these paths."""
    config = {"paths": [str(path) for path in paths], "inbox": False, "feeds": False, **landing}
    return defs.resolve_job_def(JOB_NAME).execute_in_process(
        run_config={"ops": {"landed": {"config": config}}, **QUIET},
        instance=instance,
        tags=range_tags(first or today(), last or today()),
        raise_on_error=False,
    )


def rows(sql: str) -> list[tuple[Any, ...]]:
    """The rows of a query to the published warehouse."""
    return query.run(warehouse_folders(), sql).rows()


def loads() -> pl.DataFrame:
    """The records of all loads on disk."""
    return records.read_loads(warehouse_folders())


def article(
    folder: Path, name: str, text: str, published: str | None = "2025-03-04", publisher: str | None = "The Test", title: str = "A made-up title"
) -> Path:
    """A text file with front matter."""
    fields = {"title": title, "published": published, "publisher": publisher}
    head = "".join(f"{key}: {value}\n" for key, value in fields.items() if value)
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / name
    file.write_text(f"---\n{head}---\n{text}\n", encoding="utf-8")
    return file
