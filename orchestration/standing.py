"""What the last publication was made of, so that a load which could only repeat it ends after landing, without reading a text.

Written by a load's first and last step. It says nothing that isn't elsewhere too: where it is missing or damaged, loads run whole.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path

import polars as pl

from orchestration.kept import rules
from orchestration.landing.files_on_disk import replace_file
from orchestration.landing.forget import FILE_NAME as TOMBSTONES
from orchestration.settings import PROJECT, settings
from orchestration.warehouse import publish, records
from orchestration.warehouse.folders import Warehouse, WarehouseError
from orchestration.warehouse.frames import FRAME_TABLES
from orchestration.warehouse.records import LoadRecord
from transforms.schema import STAGES

STANDING, FOUND = "standing.json", "found.txt"
CODE = ("orchestration", "transforms", "expectations", "sql", "seeds/language")
SUFFIXES = (".py", ".sql", ".csv")
WITHOUT_PUBLICATION = ("failed", "stopped")


def found(warehouse: Warehouse, *frames: pl.DataFrame) -> str:
    """A digest of all that goes into a load: these frames of what landed, takedowns, settings, code, rules, packages."""
    digest = hashlib.sha256(f"{rules()}\n{_code()}\n{settings().model_dump_json()}\n".encode())
    for frame in frames:
        stream = BytesIO()
        frame.write_ipc(stream)
        digest.update(stream.getbuffer())
    with suppress(FileNotFoundError):
        digest.update((warehouse.landing_folder / TOMBSTONES).read_bytes())
    return digest.hexdigest()


def note_found(warehouse: Warehouse, load_id: str, digest: str) -> None:
    """What this load goes by, for its last step: another process may land more before that."""
    folder = warehouse.load_folder(load_id)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / FOUND).write_text(digest)


def note_published(warehouse: Warehouse, load_id: str, days: Sequence[date]) -> None:
    """This load has published what it found on these days. A load whose first step was another run's says nothing."""
    with suppress(OSError, WarehouseError):
        digest = (warehouse.load_folder(load_id) / FOUND).read_text()
        standing = {"load_id": load_id, "found": digest, "left": _left(warehouse, days)}
        replace_file(warehouse.loads_folder / STANDING, json.dumps(standing).encode())


def standing_load(warehouse: Warehouse, digest: str, days: Sequence[date]) -> str | None:
    """The load that has published just this, when all that it left is as it was and no load has failed since; else None."""
    try:
        standing = json.loads((warehouse.loads_folder / STANDING).read_bytes())
        load_id = str(standing["load_id"])
        is_recorded = load_id in records.read_loads(warehouse)["load_id"].to_list()
        if standing["found"] == digest and standing["left"] == _left(warehouse, days) and is_recorded:
            return load_id
    except (OSError, ValueError, KeyError, TypeError, WarehouseError):
        return None
    return None


def record_repeat(warehouse: Warehouse, load: LoadRecord, repeated: str) -> None:
    """Record a load that would repeat another: `unchanged`, with the counts and check results of that one."""
    row: Mapping[str, object] = records.read_loads(warehouse).row(by_predicate=pl.col("load_id") == repeated, named=True)
    checks = records.read_checks(warehouse, [repeated])
    for (table, partition), results in checks.group_by("table_name", "partition", maintain_order=True):
        records.write_checks(warehouse, load.load_id, str(table), results, str(partition))
    records.write_load(warehouse, load.row("unchanged", None, {**row, "claims_added": 0, "claims_removed": 0}))  # type: ignore[dict-item]


def _left(warehouse: Warehouse, days: Sequence[date]) -> str:
    """A digest of the published version, of the days' frames on disk, and of the loads that published nothing."""
    version = publish.published(warehouse)
    frames = [name for name in FRAME_TABLES if name != "quarantine"] + [f"quarantine/{stage}" for stage in STAGES]
    files = [warehouse.asset_file(name, day) for name in frames for day in days]
    failed = records.read_loads(warehouse).filter(pl.col("outcome").is_in(WITHOUT_PUBLICATION))["load_id"].to_list()
    return hashlib.sha256(repr([[day.isoformat() for day in days], [_look(file) for file in (version, *files)], failed]).encode()).hexdigest()


def _look(file: Path | None) -> tuple[str, int, int] | None:
    """Name, size and time of a file; None when it isn't there."""
    if file is None or not file.exists():
        return None
    status = file.stat()
    return file.name, status.st_size, status.st_mtime_ns


@cache
def _code() -> str:
    digest = hashlib.sha256()
    for folder in CODE:
        for file in sorted((PROJECT / folder).rglob("*")):
            if file.suffix in SUFFIXES:
                digest.update(file.relative_to(PROJECT).as_posix().encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()
