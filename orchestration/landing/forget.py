"""Taking documents out for good: their bytes go, a tombstone in `data/landing/forgotten.jsonl` keeps them from coming back."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from orchestration.landing.files_on_disk import locked, replace_file
from orchestration.landing.known import read_rows
from orchestration.landing.redact import without_articles
from transforms.articles.forgotten import Forgotten
from transforms.articles.formats import BULK
from transforms.articles.identity import canonical_url

FILE_NAME = "forgotten.jsonl"
_KINDS = {"url": "urls", "article_id": "article_ids", "document_id": "document_ids", "text_hash": "text_hashes"}


def forgotten(data_folder: Path) -> Forgotten:
    """All tombstones."""
    values: dict[str, set[str]] = {name: set() for name in _KINDS.values()}
    for row in read_rows(data_folder / "landing" / FILE_NAME):
        values[_KINDS[row["kind"]]].add(row["value"])
    return Forgotten(**{name: frozenset(found) for name, found in values.items()})


def forget_documents(
    data_folder: Path,
    articles: Iterable[dict[str, Any]] = (),
    document_ids: Iterable[str] = (),
    urls: Iterable[str] = (),
    why: str = "",
) -> int:
    """Take out whole documents, addresses, and articles; returns how many documents were removed or had articles cut out.

    `articles` are rows with document_id, document_index, article_id, text_hash and canonical_url (None where there is none), as the
    warehouse has them. A file that holds other articles too (JSONL, CSV, Parquet) keeps those.
    """
    rows = list(articles)
    addresses = {address for url in urls if (address := canonical_url(url))}
    folder = data_folder / "landing"
    with locked(folder / ".lock"):
        whole = set(document_ids)
        stones = [("document_id", value) for value in sorted(whole)] + [("url", value) for value in sorted(addresses)]
        for row in rows:
            stones += [("article_id", row["article_id"]), ("text_hash", row["text_hash"])]
            stones += [("url", row["canonical_url"])] if row.get("canonical_url") else []
        _write_stones(folder, stones, why)
        wanted: dict[str, set[int]] = {}
        for row in rows:
            wanted.setdefault(row["document_id"], set()).add(row["document_index"])
        return sum(_cut(folder, batch, whole, addresses, wanted) for batch in sorted(folder.glob("????-??-??/batch-*")))


def _write_stones(folder: Path, stones: list[tuple[str, str]], why: str) -> None:
    path = folder / FILE_NAME
    before = path.read_text("utf-8") if path.exists() else ""
    known = {(row["kind"], row["value"]) for row in read_rows(path)}
    new = "".join(
        json.dumps({"kind": kind, "value": value, "why": why}) + "\n" for kind, value in dict.fromkeys(stones) if (kind, value) not in known
    )
    if new:
        replace_file(path, (before + new).encode())


def _cut(folder: Path, batch: Path, whole: set[str], addresses: set[str], wanted: dict[str, set[int]]) -> int:
    """Remove or redact the documents of one batch; the sidecar first, so that a kill leaves nothing that points nowhere."""
    rows = read_rows(batch / "index.jsonl")
    kept, gone, redacted = [], [], 0
    for row in rows:
        indexes = wanted.get(row["document_id"])
        path = folder / row["stored_path"]
        addressed = (canonical_url(row["origin"]) or "") in addresses
        if row["document_id"] in whole or addressed or (indexes and row["media_type"] not in BULK):
            gone.append(row)
            continue
        if indexes:
            replace_file(path, without_articles(path.read_bytes(), row["media_type"], indexes))
            redacted += 1
        kept.append(row)
    if gone:
        _write_stones(folder, [("document_id", row["document_id"]) for row in gone], "taken out with its article")
        replace_file(batch / "index.jsonl", "".join(json.dumps(row) + "\n" for row in kept).encode())
        for row in gone:
            (folder / row["stored_path"]).unlink(missing_ok=True)
    return len(gone) + redacted
