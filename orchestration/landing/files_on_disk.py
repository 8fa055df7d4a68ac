"""Writing that survives a kill: a file or folder is whole under its name, or it isn't there."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

SYNCS_AT_ONCE = 8


def write_synced(path: Path, data: bytes) -> None:
    """Write a new file and wait until the disk has it."""
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def write_all_synced(paths_and_data: Iterable[tuple[Path, bytes]]) -> None:
    """Write new files and wait until the disk has them; the waits go side by side, since the disk takes many at once."""
    with ThreadPoolExecutor(SYNCS_AT_ONCE) as pool:
        for done in [pool.submit(write_synced, path, data) for path, data in paths_and_data]:
            done.result()


def replace_file(path: Path, data: bytes) -> None:
    """Put new content in a file's place: readers see the old or the new, never a part."""
    aside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    write_synced(aside, data)
    aside.replace(path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Wait until the disk has the folder's entries."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sweep(folder: Path) -> None:
    """Remove what a killed process left half-written in a folder; only to be called under the lock."""
    if folder.is_dir():
        for entry in folder.iterdir():
            if entry.name.startswith(".") and entry.name.endswith(".tmp"):
                if entry.is_dir():
                    shutil.rmtree(entry)
                else:
                    entry.unlink()


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock file exclusively; waits for whoever holds it. A killed holder frees it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
