"""What one load found: how many files it was given, which of them could be read, and what went to quarantine, by file name."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from orchestration.cli.console import clean
from orchestration.landing.findings import Findings

if TYPE_CHECKING:
    import polars as pl

# up to so many quarantined rows are named one by one, more are counted by reason
NAMED = 5
_POSITION = re.compile(r"#\d+$")


@dataclass(frozen=True, slots=True)
class Found:
    """Documents met and of these unchanged, read and kept out by a takedown; their ids; rows of schema.QUARANTINE with `name`."""

    count: int
    unchanged: int
    read: int
    forgotten: int
    document_ids: tuple[str, ...]
    rows: tuple[dict[str, Any], ...]

    def told(self, noun: str = "file") -> str:
        """In one line: "2 files read, 1 quarantined: french.txt: language"."""
        if not self.count:
            return "no new documents" if noun == "document" else f"no {noun}s found"
        unchanged = f" ({'all' if self.unchanged == self.count else self.unchanged} unchanged since an earlier load)" if self.unchanged else ""
        said = f"{self.count} {noun}{'s' if self.count != 1 else ''} read{unchanged}, {self.quarantined()}"
        return said + (f", {self.forgotten} kept out by `claims forget`" if self.forgotten else "")

    def quarantined(self) -> str:
        """What went to quarantine, by name where it is little and by reason where it is much."""
        if not self.rows:
            return "0 quarantined"
        if len(self.rows) <= NAMED:
            listed = [f"{row['name']}: {row['reason']}" for row in self.rows]
        else:
            reasons = [row["reason"] for row in self.rows]
            listed = [f"{reasons.count(reason)} {reason}" for reason in sorted(set(reasons))]
        return f"{len(self.rows)} quarantined: {', '.join(listed)}"


def found_by(findings: Findings, day: date, *, given: bool) -> Found:
    """What became of all that a landing on this day met; without anything `given`, only of what was new to the landing zone."""
    import polars as pl

    from orchestration.landing.store import landed_days
    from orchestration.loads import quarantine_of, rows_of
    from orchestration.settings import settings

    if not given:
        new = {key: origin for key, origin in findings.documents.items() if key in findings.new}
        findings = Findings(new, findings.new, refused=findings.new_refused)
    files = set(findings.unchanged)
    is_old = bool(files or findings.documents.keys() - findings.new)
    days = sorted({*landed_days(settings().data_folder), day}) if is_old else [day]
    before = rows_of("landed", days, _archive(pl.col("origin")).is_in(list(files)), ("document_id", "origin", "found_at"))
    # of a file that was mended, or given another publisher, the last version counts
    before = before.sort("found_at", maintain_order=True).unique("origin", keep="last", maintain_order=True)
    documents = dict(before.select("document_id", "origin").iter_rows()) | findings.documents
    is_of_documents = pl.col("document_id").is_in(list(documents)).fill_null(False)
    is_of_files = (pl.col("stage") == "landed") & _archive(pl.col("origin")).is_in(list(files)) & ~pl.col("origin").is_in(before["origin"].to_list())
    rows = quarantine_of(days).filter(is_of_documents | is_of_files | pl.col("quarantine_id").is_in(list(findings.refused)))
    rows = rows.unique("quarantine_id", keep="last", maintain_order=True)
    with_article = rows_of("articles", days, pl.col("document_id").is_in(list(documents)), ("document_id",))["document_id"]
    # a second document of the same article has neither an article of its own nor a fault
    unread = set(rows["document_id"]) - set(with_article)
    refused = {*findings.refused.values(), *rows.filter(stage="landed")["origin"]}
    # what has no document of its own: refused at landing, or its bytes landed under another name
    lone = (files | refused) - {part for origin in documents.values() for part in (origin, origin.partition("!")[0])}
    return Found(
        count=len(documents) + len(lone) + len(findings.forgotten),
        unchanged=len(documents.keys() - findings.new) + len(lone & files),
        read=len(documents.keys() - unread) + len(lone - refused),
        forgotten=len(findings.forgotten),
        document_ids=tuple(documents),
        rows=_named(rows, documents),
    )


def found_in(days: Sequence[date]) -> Found:
    """What all documents that landed on these days have become."""
    import polars as pl

    from orchestration.loads import quarantine_of, rows_of

    documents = dict(rows_of("landed", days, pl.lit(True), ("document_id", "origin")).iter_rows())
    rows = quarantine_of(days)
    unread = set(rows["document_id"]) - set(rows_of("articles", days, pl.lit(True), ("document_id",))["document_id"])
    return Found(len(documents), 0, len(documents.keys() - unread), 0, tuple(documents), _named(rows, documents))


def _named(rows: "pl.DataFrame", documents: dict[str, str]) -> tuple[dict[str, Any], ...]:
    """The rows, each with the name of the file, archive member or page that it is of."""
    named = []
    for row in rows.sort("stage", "origin").iter_rows(named=True):
        # rows of later stages stand under ids of their own; a record of a file has its position behind the name
        origin, position = documents.get(row["document_id"], row["origin"]), _POSITION.search(row["origin"])
        named.append({**row, "name": _name(origin) + (position[0] if position and row["document_id"] in documents else "")})
    return tuple(named)


def _name(origin: str) -> str:
    """The last part of a path, a whole address, or what standard input is called."""
    if origin == "-":
        return "standard input"
    return clean(origin if "://" in origin else PurePath(origin).name)


def _archive(origin: "pl.Expr") -> "pl.Expr":
    """The archive that a member came from, or the file itself."""
    return origin.str.split("!").list.first()
