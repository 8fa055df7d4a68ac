"""The published versions: switching to a new one at once, keeping the last few, going back, and clearing what kills left.

Versions are files of mode 0444 behind a relative symlink: a reader keeps the version that it opened, and a writer who
opened the link can't leave a write-ahead log that the next version would replay.
"""

import fcntl
import json
import os
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from orchestration.warehouse import records
from orchestration.warehouse.folders import Warehouse, WarehouseError

PREFIX = "warehouse-"
BUILD_PREFIX = "build-"
WAIT_SECONDS = 600.0
POLL_SECONDS = 0.05


@dataclass(frozen=True, slots=True)
class Version:
    """A kept version of the warehouse: its name is the UTC time of its publication."""

    name: str
    file: Path
    size_bytes: int
    is_published: bool


@contextmanager
def lock(warehouse: Warehouse, wait_seconds: float = WAIT_SECONDS) -> Iterator[None]:
    """Hold the right to build, publish, roll back or forget; a killed holder loses it. Clears what a kill left behind.

    WarehouseError when somebody else still holds it after `wait_seconds`.
    """
    warehouse.versions_folder.mkdir(parents=True, exist_ok=True)
    with (warehouse.versions_folder / "lock").open("a") as handle:
        deadline = time.monotonic() + wait_seconds
        while not _take(handle.fileno()):
            if time.monotonic() > deadline:
                raise WarehouseError(
                    f"{warehouse.versions_folder}: another load, rollback or forget has been at work for {wait_seconds:.0f} s; wait until it ends"
                )
            time.sleep(POLL_SECONDS)
        clear(warehouse)
        yield


def _take(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def clear(warehouse: Warehouse) -> None:
    """Remove unfinished builds and links; only for the holder of the lock."""
    for file in warehouse.versions_folder.glob(f"{BUILD_PREFIX}*"):
        if file.is_dir():
            for inner in file.iterdir():
                inner.unlink()
            file.rmdir()
        else:
            file.unlink()
    for link in warehouse.data_folder.glob(f".{warehouse.link.name}.*.tmp"):
        link.unlink()


def published(warehouse: Warehouse) -> Path | None:
    """The file of the published version; None when nothing was published. WarehouseError for a link that leads nowhere
    or a file that is no link."""
    link = warehouse.link
    if not link.is_symlink():
        if link.exists():
            raise WarehouseError(f"{link}: is a file, expected a link to {warehouse.versions_folder.name}/{PREFIX}….duckdb; move it away")
        return None
    file = link.resolve()
    if not file.exists():
        raise WarehouseError(f"{link}: leads to {link.readlink()}, which is missing; run `claims rollback` to choose a kept version")
    return file


def versions(warehouse: Warehouse) -> list[Version]:
    """The kept versions, newest first."""
    current = warehouse.link.resolve()
    files = sorted(warehouse.versions_folder.glob(f"{PREFIX}*.duckdb"), reverse=True)
    return [Version(file.stem.removeprefix(PREFIX), file, file.stat().st_size, file.resolve() == current) for file in files]


def publish(warehouse: Warehouse, build: Path, replaces: Path | None = None) -> Path:
    """Make a finished, closed build the published version and prune; its file.

    `replaces` is a version that the new one repeats but for the record of loads: it is not kept, so that the kept
    versions differ.
    """
    file = warehouse.versions_folder / f"{PREFIX}{datetime.now(UTC):%Y%m%dT%H%M%S%fZ}.duckdb"
    sync(build)
    build.chmod(0o444)
    build.rename(file)
    sync(warehouse.versions_folder)
    switch(warehouse, file)
    if replaces is not None:
        replaces.unlink(missing_ok=True)
    _prune(warehouse)
    return file


def switch(warehouse: Warehouse, file: Path) -> None:
    """Point the link at a version, in one step for readers."""
    beside = warehouse.data_folder / f".{warehouse.link.name}.{os.getpid()}.tmp"
    beside.symlink_to(file.relative_to(warehouse.data_folder))
    beside.replace(warehouse.link)
    # a log beside the link is of somebody who wrote to an older version: no version may replay it
    warehouse.link.with_name(warehouse.link.name + ".wal").unlink(missing_ok=True)
    sync(warehouse.data_folder)


def rollback(warehouse: Warehouse, version: str | None = None, reason: str = "") -> Version:
    """Publish a kept version again: the named one, or the newest before the published one. Its Version.

    The loads that it lacks are recorded as stopped, with the reason, those that it has as it has them: a load that was
    rolled back is published again when readers see it again. WarehouseError when there is no such version.
    """
    with lock(warehouse):
        kept = versions(warehouse)
        target = _named(kept, version) if version else _before_published(kept)
        loads = _loads_of(target)
        old = warehouse.link.readlink().name if warehouse.link.is_symlink() else None
        switch(warehouse, target.file)
        _note(warehouse, {"at": datetime.now(UTC).isoformat(), "from": old, "to": target.file.name, "reason": reason})
        _mark_loads(warehouse, loads, reason)
        return Version(target.name, target.file, target.size_bytes, True)


def rollbacks(warehouse: Warehouse) -> list[dict[str, str | None]]:
    """All roll-backs, oldest first: at, from, to, reason."""
    file = warehouse.versions_folder / "rollbacks.jsonl"
    return [json.loads(line) for line in file.read_text().splitlines()] if file.exists() else []


def sync(path: Path) -> None:
    """Have a file or folder on disk before going on."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _prune(warehouse: Warehouse) -> None:
    for version in versions(warehouse)[warehouse.keep_versions :]:
        if not version.is_published:
            version.file.unlink()


def _named(kept: list[Version], name: str) -> Version:
    for version in kept:
        if version.name == name.removeprefix(PREFIX).removesuffix(".duckdb"):
            return version
    known = ", ".join(version.name for version in kept) or "none"
    raise WarehouseError(f'version "{name}" is not kept; kept are: {known}')


def _before_published(kept: list[Version]) -> Version:
    at = next((index for index, version in enumerate(kept) if version.is_published), -1)
    if at + 1 >= len(kept):
        raise WarehouseError(f"there is no version before the published one; kept are: {', '.join(v.name for v in kept) or 'none'}")
    return kept[at + 1]


def _note(warehouse: Warehouse, event: dict[str, str | None]) -> None:
    with (warehouse.versions_folder / "rollbacks.jsonl").open("a") as file:
        file.write(json.dumps(event) + "\n")


def _loads_of(version: Version) -> dict[str, dict[str, str | None]]:
    """Outcome and message of each load that readers of a version see, by load_id."""
    try:
        with duckdb.connect(str(version.file), read_only=True) as connection:
            rows = connection.execute("SELECT load_id, outcome, message FROM loads WHERE outcome IN ('published', 'unchanged')").fetchall()
    except duckdb.Error as error:
        raise WarehouseError(f"{version.file}: can't be read ({error}); choose another of `claims rollback --list`") from error
    return {load_id: {"outcome": outcome, "message": message} for load_id, outcome, message in rows}


def _mark_loads(warehouse: Warehouse, seen: Mapping[str, dict[str, str | None]], reason: str) -> None:
    message = f"rolled back on {datetime.now(UTC):%Y-%m-%d %H:%M} UTC" + (f": {reason}" if reason else "")
    for row in records.read_loads(warehouse).iter_rows(named=True):
        is_published = row["outcome"] in ("published", "unchanged")
        if row["load_id"] in seen and not is_published:
            records.write_load(warehouse, row | seen[row["load_id"]])
        elif row["load_id"] not in seen and is_published:
            records.write_load(warehouse, row | {"outcome": "stopped", "message": message})
