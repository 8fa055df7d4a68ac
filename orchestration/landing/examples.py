"""Taking the example articles out of the landing zone, without tombstones: loading them again brings them back."""

import json
import sqlite3
from datetime import date
from pathlib import Path

from orchestration.landing.files_on_disk import locked, replace_file
from orchestration.landing.known import FILE_NAME, read_rows
from orchestration.landing.store import landing_folder


def remove_examples(data_folder: Path) -> list[date]:
    """Remove every landed document that is marked as an example; the days whose frames have to be built anew."""
    folder = landing_folder(data_folder)
    if not folder.is_dir():
        return []
    days: set[date] = set()
    with locked(folder / ".lock"):
        for batch in sorted(folder.glob("????-??-??/batch-*")):
            rows = read_rows(batch / "index.jsonl")
            gone = [row for row in rows if row["is_example"]]
            if not gone:
                continue
            kept = [row for row in rows if not row["is_example"]]
            replace_file(batch / "index.jsonl", "".join(json.dumps(row) + "\n" for row in kept).encode())
            for row in gone:
                (folder / row["stored_path"]).unlink(missing_ok=True)
            _unknow(folder / FILE_NAME, gone)
            days.add(date.fromisoformat(batch.parent.name))
    return sorted(days)


def _unknow(index: Path, rows: list[dict[str, str]]) -> None:
    connection = sqlite3.connect(index, timeout=60)
    try:
        with connection:
            connection.executemany("DELETE FROM documents WHERE document_id = ?", [(row["document_id"],) for row in rows])
            connection.executemany("DELETE FROM files WHERE path = ?", [(row["origin"].split("!")[0],) for row in rows])
    finally:
        connection.close()
