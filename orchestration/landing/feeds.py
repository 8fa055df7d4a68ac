"""The feed list: its feeds, sitemaps and pages are fetched, what they list is landed, how each fares is kept.

A feed that fails is reported and tried again at the next landing; it never stops the others.
"""

import asyncio
import csv
import json
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import available_timezones

import polars as pl

from orchestration.landing.documents import Outside, Pending, Refusal
from orchestration.landing.fetch import Fetched, Fetcher, FetchFault, FetchLimits
from orchestration.landing.files_on_disk import replace_file
from orchestration.landing.store import Store
from transforms.articles.feed import Entry, NotAFeed, feed_entries, sitemap_entries
from transforms.articles.formats import CONTAINERS, media_type
from transforms.articles.moments import parse
from transforms.schema import INT, STAMP, TEXT

FILE_NAME = "feeds.json"
KINDS = ("feed", "sitemap", "page")
COLUMNS = ("publisher", "country", "language", "time_zone", "kind", "url", "enabled")
MOST_SITEMAPS = 20
_HEALTH = {
    "url": TEXT, "publisher": TEXT, "kind": TEXT, "outcome": TEXT, "detail": TEXT, "entries": INT, "landed": INT, "failed": INT,
    "last_tried_at": STAMP, "last_ok_at": STAMP,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Feed:
    """One row of the feed list."""

    publisher: str
    country: str
    language: str
    time_zone: str
    kind: str
    url: str

    @property
    def outside(self) -> Outside:
        """What the list says of each document that it brings."""
        return Outside(self.publisher or None, None, self.country or None, self.time_zone or None)


@dataclass(slots=True)
class _Tally:
    entries: int = 0
    landed: int = 0
    failed: int = 0
    will_retry: bool = False


def read_feed_list(path: Path) -> tuple[list[Feed], list[Refusal]]:
    """The enabled rows of the feed list, and a refusal for each row that can't be used."""
    feeds, refusals = [], []
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        missing = [name for name in ("kind", "url") if name not in (reader.fieldnames or ())]
        if missing:
            detail = f"{path}: no column {' and '.join(missing)}; expected {','.join(COLUMNS)}"
            return [], [Refusal("missing_field", detail, str(path))]
        for row in reader:
            values = {name: (row.get(name) or "").strip() for name in COLUMNS}
            if values.pop("enabled").lower() in ("no", "false", "0", "off") or not any(values.values()):
                continue
            feed = Feed(**values)
            if fault := _fault(feed):
                refusals.append(Refusal("malformed", f"{path}, line {reader.line_num}: {fault}", feed.url or str(path), values))
            else:
                feeds.append(feed)
    return feeds, refusals


def _fault(feed: Feed) -> str | None:
    if feed.kind not in KINDS:
        return f'kind is "{feed.kind}"; expected {", ".join(KINDS)}'
    if not feed.url.startswith(("http://", "https://")):
        return f'url is "{feed.url}"; expected an http or https address'
    if feed.time_zone and feed.time_zone not in available_timezones():
        return f'time_zone is "{feed.time_zone}"; expected an IANA name, such as Europe/Brussels'
    return None


def land_feeds(store: Store, path: Path, limits: FetchLimits, found_at: datetime) -> None:
    """Fetch all that the feed list names and land what is new."""
    feeds, refusals = read_feed_list(path)
    for refusal in refusals:
        store.refuse(refusal)
    if feeds:
        asyncio.run(_Landing(store, limits, found_at).run(feeds))


def feed_health(data_folder: Path) -> pl.DataFrame:
    """How each feed fared the last time: url, publisher, kind, outcome (ok, unchanged, failed), detail, counts, times."""
    rows = []
    for url, state in sorted(_read_states(data_folder / "landing" / FILE_NAME).items()):
        times = {name: datetime.fromisoformat(state[name]) if state.get(name) else None for name in ("last_tried_at", "last_ok_at")}
        rows.append({"url": url, **{name: state.get(name) for name in _HEALTH if name not in ("url", *times)}, **times})
    return pl.DataFrame(rows, schema=_HEALTH)


def _read_states(path: Path) -> dict[str, dict[str, Any]]:
    if not path.exists():
        return {}
    states: dict[str, dict[str, Any]] = json.loads(path.read_text("utf-8"))
    return states


def comparable(stamp: str) -> str:
    """A list's time of change so that later ones sort behind, whichever list and form they come in; empty when it can't be read."""
    moment = parse(stamp)
    if moment is None:
        return ""
    return moment.at.isoformat() if moment.at else moment.day.isoformat()


class _Landing:
    """One landing of all feeds."""

    def __init__(self, store: Store, limits: FetchLimits, found_at: datetime) -> None:
        self.store = store
        self.limits = limits
        self.found_at = found_at
        self.path = store.folder / FILE_NAME
        self.states = _read_states(self.path)
        self.taken: set[str] = set()
        self.at_once = asyncio.Semaphore(limits.most_hosts_at_once)

    async def run(self, feeds: list[Feed]) -> None:
        async with Fetcher(self.limits) as fetcher:
            # feeds first: they give a day for pages that a sitemap lists without one
            for kinds in (("feed", "page"), ("sitemap",)):
                await asyncio.gather(*(self._guarded(fetcher, feed) for feed in feeds if feed.kind in kinds))

    async def _guarded(self, fetcher: Fetcher, feed: Feed) -> None:
        """Land one feed and write down how it fared, at once, so that a kill loses nothing of it."""
        before = self.states.get(feed.url, {})
        tally = _Tally()
        state = {
            "publisher": feed.publisher,
            "kind": feed.kind,
            "last_tried_at": datetime.now(UTC).isoformat(),
            "last_ok_at": before.get("last_ok_at"),
        }
        try:
            async with self.at_once:
                found = await self._feed(fetcher, feed, before, tally)
            state |= {"outcome": "unchanged" if found.is_unchanged else "ok", "detail": "", "last_ok_at": state["last_tried_at"]}
            kept = before if found.is_unchanged else found.headers
            if not tally.will_retry:
                state |= {"etag": kept.get("etag"), "last-modified": kept.get("last-modified")}
        except (FetchFault, NotAFeed) as fault:
            reason = fault.reason if isinstance(fault, FetchFault) else "malformed"
            state |= {"outcome": "failed", "detail": str(fault)}
            self.store.refuse(Refusal(reason, f"{feed.kind} {feed.url}: {fault}", feed.url, {"publisher": feed.publisher}))
        self.store.flush()
        self.states[feed.url] = {**state, "entries": tally.entries, "landed": tally.landed, "failed": tally.failed}
        replace_file(self.path, json.dumps(self.states, indent=1, sort_keys=True).encode())

    async def _feed(self, fetcher: Fetcher, feed: Feed, before: dict[str, Any], tally: _Tally) -> Fetched:
        found = await fetcher.get(feed.url, before.get("etag"), before.get("last-modified"))
        if found.is_unchanged:
            return found
        if feed.kind == "page":
            tally.entries = 1
            self._land(found, "page", feed, None, tally)
            return found
        entries = await self._entries(fetcher, feed, found.data)
        tally.entries = len(entries)
        for entry in entries:
            await self._entry(fetcher, feed, entry, tally)
        return found

    async def _entries(self, fetcher: Fetcher, feed: Feed, data: bytes) -> list[Entry]:
        """What a feed lists; of a sitemap's index, what its newest sitemaps list."""
        if feed.kind == "feed":
            return await asyncio.to_thread(feed_entries, data, self.limits.max_feed_entries)
        entries, inner = await asyncio.to_thread(sitemap_entries, data, self.limits.max_feed_entries)
        for address in inner[:MOST_SITEMAPS]:
            if len(entries) < self.limits.max_feed_entries:
                found = await fetcher.get(address)
                entries += (await asyncio.to_thread(sitemap_entries, found.data, self.limits.max_feed_entries))[0]
        return entries[: self.limits.max_feed_entries]

    async def _entry(self, fetcher: Fetcher, feed: Feed, entry: Entry, tally: _Tally) -> None:
        """Land one listed page unless it was fetched before and the list doesn't say that it changed."""
        known = self.store.known.page(entry.url)
        stamp = comparable(entry.stamp)
        if entry.url in self.taken or (known and stamp <= (known[0] or "")) or self.store.forgotten.names_url(entry.url):
            return
        self.taken.add(entry.url)
        try:
            found = await fetcher.get(entry.url, *(known[1:] if known else ()))
        except FetchFault as fault:
            tally.failed += 1
            tally.will_retry |= not fault.is_final
            self.store.refuse(Refusal(fault.reason, f"page of {feed.url}: {fault}", entry.url, {"feed": feed.url, "published": entry.published}))
            if fault.is_final:
                self.store.known.add_page(entry.url, stamp, None, None, 0)
            return
        if not found.is_unchanged:
            self._land(found, feed.kind, feed, entry.published, tally)
        self.store.known.add_page(entry.url, stamp, found.headers.get("etag"), found.headers.get("last-modified"), found.status)

    def _land(self, found: Fetched, kind: str, feed: Feed, published: str | None, tally: _Tally) -> None:
        name = found.url.split("?", 1)[0].rsplit("/", 1)[-1]
        recognised = media_type(found.data[:65536], name)
        if recognised in CONTAINERS:
            self.store.refuse(Refusal("unsupported_format", f"{found.url}: a {recognised}; fetch it and put it into the inbox", found.url))
            return
        outside = replace(feed.outside, published=published)
        document = Pending(found.data, kind, found.url, recognised, self.found_at, outside, found.status, found.headers)
        tally.landed += self.store.add(document)
