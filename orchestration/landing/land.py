"""One landing: everything new from the inbox, given paths, standard input and feeds goes to the day's landing folder."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

import polars as pl

from orchestration.landing.documents import LandingLimits, Outside, Pending
from orchestration.landing.feeds import land_feeds
from orchestration.landing.fetch import FetchLimits
from orchestration.landing.findings import Findings
from orchestration.landing.folders import land_path
from orchestration.landing.store import Store, landed_frame
from transforms.articles.formats import media_type


@dataclass(frozen=True, slots=True)
class Sources:
    """Where one landing looks, and what is said about what it finds."""

    inbox: Path | None = None
    paths: tuple[Path, ...] = ()
    standard_input: bytes | None = None
    feeds_file: Path | None = None
    publisher: str | None = None
    published: str | None = None
    example_folders: tuple[Path, ...] = ()
    """What is found at or below one of these folders is marked as an example."""
    limits: LandingLimits = field(default_factory=LandingLimits)
    fetch_limits: FetchLimits = field(default_factory=FetchLimits)


def land(data_folder: Path, day: date, sources: Sources, findings: Findings | None = None) -> pl.DataFrame:
    """Take in what is new and return all that landed on this day so far: schema.LANDED's frame; `findings` is filled.

    Only adds. What can't be taken in is a row of `landing_quarantine(data_folder, day)`; nothing of that stops the rest.
    """
    found_at = datetime.now(UTC)
    store = Store(data_folder, day, findings)
    try:
        if sources.inbox is not None:
            sources.inbox.mkdir(parents=True, exist_ok=True)
            land_path(store, sources.inbox, "inbox", Outside(), sources.limits, found_at)
        for path in sources.paths:
            land_path(store, path, "file", _outside(sources, path), sources.limits, found_at)
        if sources.standard_input is not None:
            data = sources.standard_input
            store.add(Pending(data, "stdin", "-", media_type(data[:65536], ""), found_at, _outside(sources, None)))
        if sources.feeds_file is not None:
            land_feeds(store, sources.feeds_file, sources.fetch_limits, found_at)
    finally:
        store.close()
    return landed_frame(data_folder, day)


def _outside(sources: Sources, path: Path | None) -> Outside:
    is_example = path is not None and any(path.resolve().is_relative_to(folder.resolve()) for folder in sources.example_folders)
    return Outside(sources.publisher, sources.published, is_example=is_example)
