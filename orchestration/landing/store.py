"""The landing zone on disk: `data/landing/DATE/batch-NNNNNN/` with the documents' bytes and two sidecars.

A batch folder is written aside and renamed, so it is whole or absent; it is never changed afterwards but by a takedown.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import polars as pl

from orchestration.landing.documents import Pending, Refusal
from orchestration.landing.files_on_disk import locked, sweep, sync_folder, write_all_synced, write_synced
from orchestration.landing.findings import Findings
from orchestration.landing.forget import forgotten
from orchestration.landing.known import Known, read_rows
from transforms.schema import LANDED, QUARANTINE

BATCH_BYTES = 32_000_000
BATCH_DOCUMENTS = 500


def landing_folder(data_folder: Path) -> Path:
    """Where the landing zone lies."""
    return data_folder / "landing"


class Store:
    """Takes documents and refusals for one day and stores them in batches; `close` stores the rest."""

    def __init__(self, data_folder: Path, day: date, findings: Findings | None = None) -> None:
        self.day = day
        self.findings = Findings() if findings is None else findings
        self.folder = landing_folder(data_folder)
        self.known = Known(self.folder)
        self.forgotten = forgotten(data_folder)
        self.added = 0
        self.skipped = 0
        self._pending: dict[str, Pending] = {}
        self._pending_bytes = 0
        self._refusals: list[Refusal] = []
        self._files: list[tuple[str, str, int, int]] = []
        self._refused_ids = {row["quarantine_id"] for batch in batches(self.folder, day) for row in read_rows(batch / "quarantine.jsonl")}

    def add(self, document: Pending) -> bool:
        """Take a document unless the landing zone has it or it was taken out for good; says whether it was new."""
        document_id = document.document_id()
        gone = document_id in self.forgotten.document_ids or (document.url is not None and self.forgotten.names_url(document.url))
        if gone:
            self.findings.forgotten.append(document.origin)
        else:
            self.findings.documents.setdefault(document_id, document.origin)
        if gone or document_id in self._pending or self.known.has(document_id):
            self.skipped += 1
            return False
        self.findings.new.add(document_id)
        self._pending[document_id] = document
        self._pending_bytes += len(document.data)
        if len(self._pending) >= BATCH_DOCUMENTS or self._pending_bytes >= BATCH_BYTES:
            self.flush()
        return True

    def refuse(self, refusal: Refusal) -> None:
        """Note something that could not be taken in; the same refusal is kept once a day."""
        self._refusals.append(refusal)
        quarantine_id = refusal.row(self.day)["quarantine_id"]
        self.findings.refused[quarantine_id] = refusal.origin
        if quarantine_id not in self._refused_ids:
            self.findings.new_refused[quarantine_id] = refusal.origin

    def pass_over(self, origin: str) -> None:
        """Note a file that was dealt with before and has not changed."""
        self.skipped += 1
        self.findings.unchanged.append(origin)

    def done_with_file(self, path: str, said: str, size: int, mtime_ns: int) -> None:
        """Remember a file as dealt with, once all that came from it is stored."""
        self._files.append((path, said, size, mtime_ns))

    def flush(self) -> None:
        """Store what is pending as one batch."""
        with locked(self.folder / ".lock"):
            self.known.refresh()
            documents = {key: document for key, document in self._pending.items() if not self.known.has(key)}
            refused = {row["quarantine_id"]: row for row in (refusal.row(self.day) for refusal in self._refusals)}
            refused = {key: row for key, row in refused.items() if key not in self._refused_ids}
            if documents or refused:
                name = self._write(documents, list(refused.values()))
                self.known.add_batch(name, documents)
        self.known.add_files(self._files)
        self.added += len(documents)
        self._refused_ids |= refused.keys()
        self._pending, self._pending_bytes, self._refusals, self._files = {}, 0, [], []

    def close(self) -> None:
        """Store the rest and let go of the index."""
        self.flush()
        self.known.close()

    def _write(self, documents: dict[str, Pending], refused: list[dict[str, Any]]) -> str:
        day_folder = self.folder / self.day.isoformat()
        day_folder.mkdir(parents=True, exist_ok=True)
        sweep(day_folder)
        number = 1 + max((int(batch.name[6:]) for batch in batches(self.folder, self.day)), default=0)
        name = f"batch-{number:06d}"
        aside = day_folder / f".{name}.{os.getpid()}.tmp"
        aside.mkdir()
        names = {document_id: f"{position:05d}-{document_id[:12]}" for position, document_id in enumerate(documents)}
        write_all_synced((aside / names[document_id], document.data) for document_id, document in documents.items())
        rows = [document.row(key, self.day, f"{self.day.isoformat()}/{name}/{names[key]}") for key, document in documents.items()]
        write_synced(aside / "index.jsonl", _jsonl(rows))
        write_synced(aside / "quarantine.jsonl", _jsonl(refused))
        sync_folder(aside)
        aside.rename(day_folder / name)
        sync_folder(day_folder)
        return f"{self.day.isoformat()}/{name}"


def batches(folder: Path, day: date) -> list[Path]:
    """The batch folders of one day, in order."""
    return sorted((folder / day.isoformat()).glob("batch-*"))


def landed_days(data_folder: Path) -> list[date]:
    """All days on which something was landed or refused, in order."""
    return sorted({date.fromisoformat(batch.parent.name) for batch in landing_folder(data_folder).glob("????-??-??/batch-*")})


def landed_frame(data_folder: Path, day: date) -> pl.DataFrame:
    """One row a document that landed on this day, in order: schema.LANDED's frame."""
    rows = (row for batch in batches(landing_folder(data_folder), day) for row in read_rows(batch / "index.jsonl"))
    return _frame(rows, LANDED.frame_schema())


def landing_quarantine(data_folder: Path, day: date) -> pl.DataFrame:
    """One row a refusal on this day: schema.QUARANTINE's frame."""
    rows = (row for batch in batches(landing_folder(data_folder), day) for row in read_rows(batch / "quarantine.jsonl"))
    return _frame({row["quarantine_id"]: row for row in rows}.values(), QUARANTINE.frame_schema())


def landed_bytes(data_folder: Path, stored_path: str) -> bytes:
    """The bytes of a landed document, as they came; FileNotFoundError names the document when they were taken out."""
    return (landing_folder(data_folder) / stored_path).read_bytes()


def _jsonl(rows: Iterable[dict[str, Any]]) -> bytes:
    return "".join(json.dumps(row, ensure_ascii=True) + "\n" for row in rows).encode()


def _frame(rows: Iterable[dict[str, Any]], schema: dict[str, Any]) -> pl.DataFrame:
    stamps = [name for name, dtype in schema.items() if isinstance(dtype, pl.Datetime)]
    days = [name for name, dtype in schema.items() if isinstance(dtype, pl.Date)]
    plain = [
        {
            **row,
            **{name: datetime.fromisoformat(row[name]) for name in stamps if row.get(name)},
            **{name: date.fromisoformat(row[name]) for name in days if row.get(name)},
        }
        for row in rows
    ]
    return pl.DataFrame(plain, schema=schema)
