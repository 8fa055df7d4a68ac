"""What the landing zone already has: an index over all days that is rebuilt from the days' sidecars when it is missing.

It makes landing cheap, it is never the only place of anything.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Any

FILE_NAME = "known.sqlite"
_TABLES = """
CREATE TABLE IF NOT EXISTS batches (path TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS documents (document_id TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS files (path TEXT, said TEXT, size INTEGER, mtime_ns INTEGER, PRIMARY KEY (path, said)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS pages (url TEXT PRIMARY KEY, stamp TEXT, etag TEXT, last_modified TEXT, status INTEGER) WITHOUT ROWID;
"""


class Known:
    """The index; open it once a landing, close it at the end."""

    def __init__(self, landing_folder: Path) -> None:
        self.folder = landing_folder
        landing_folder.mkdir(parents=True, exist_ok=True)
        self._connection = self._open()
        self.refresh()

    def _open(self) -> sqlite3.Connection:
        path = self.folder / FILE_NAME
        try:
            return _connect(path)
        except sqlite3.DatabaseError:
            for suffix in ("", "-wal", "-shm", "-journal"):
                path.with_name(path.name + suffix).unlink(missing_ok=True)
            return _connect(path)

    def close(self) -> None:
        """Write what is pending and let go of the file."""
        self._connection.commit()
        self._connection.close()

    def refresh(self) -> None:
        """Take in the batches that another process, or one that was killed, has stored."""
        indexed = {path for (path,) in self._connection.execute("SELECT path FROM batches")}
        for batch in sorted(self.folder.glob("????-??-??/batch-*")):
            name = batch.relative_to(self.folder).as_posix()
            if name not in indexed:
                self.add_batch(name, (row["document_id"] for row in read_rows(batch / "index.jsonl")))

    def add_batch(self, name: str, document_ids: Iterable[str]) -> None:
        """Remember a stored batch and its documents."""
        self._connection.executemany("INSERT OR IGNORE INTO documents VALUES (?)", ((document_id,) for document_id in document_ids))
        self._connection.execute("INSERT OR REPLACE INTO batches VALUES (?)", (name,))
        self._connection.commit()

    def has(self, document_id: str) -> bool:
        """Whether these bytes, with the same things said about them, were landed on any day."""
        return self._connection.execute("SELECT 1 FROM documents WHERE document_id = ?", (document_id,)).fetchone() is not None

    def files(self, said: str) -> dict[str, tuple[int, int]]:
        """Size and modification time of the files that were dealt with before, by path."""
        rows = self._connection.execute("SELECT path, size, mtime_ns FROM files WHERE said = ?", (said,))
        return {path: (size, mtime_ns) for path, size, mtime_ns in rows}

    def add_files(self, rows: Iterable[tuple[str, str, int, int]]) -> None:
        """Remember files as dealt with: path, what was said, size, modification time."""
        self._connection.executemany("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?)", rows)
        self._connection.commit()

    def page(self, url: str) -> tuple[str | None, str | None, str | None] | None:
        """Stamp, ETag and Last-Modified of a page that was fetched before."""
        found: tuple[str | None, str | None, str | None] | None = self._connection.execute(
            "SELECT stamp, etag, last_modified FROM pages WHERE url = ?", (url,)
        ).fetchone()
        return found

    def add_page(self, url: str, stamp: str | None, etag: str | None, last_modified: str | None, status: int) -> None:
        """Remember a fetched page."""
        self._connection.execute("INSERT OR REPLACE INTO pages VALUES (?, ?, ?, ?, ?)", (url, stamp, etag, last_modified, status))


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=60)
    connection.executescript(f"PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; {_TABLES}")
    return connection


def read_rows(path: Path) -> list[dict[str, Any]]:
    """The rows of a JSONL sidecar; none when the file isn't there."""
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line]
