"""What feeds and sitemaps list: addresses with the day that stands beside them. Bounded, and never expanding entities."""

from __future__ import annotations

import gzip
import io
import re
import zlib
from dataclasses import dataclass

import feedparser
from lxml import etree

_ENTITY = re.compile(rb"<!ENTITY\s", re.IGNORECASE)
_END_OF_ENTRY = re.compile(rb"</(?:\w+:)?(item|entry)\s*>", re.IGNORECASE)
_CLOSERS = {b"rss": b"</channel></rss>", b"feed": b"</feed>", b"rdf": b"</rdf:RDF>"}
LARGEST_SITEMAP = 60_000_000


class NotAFeed(ValueError):  # noqa: N818 - says what the document is
    """The document is no feed or sitemap, or one that must not be read."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One listed page: its address, the publication day as the list writes it, and a stamp that changes when the page does."""

    url: str
    published: str | None
    stamp: str


def feed_entries(data: bytes, most: int) -> list[Entry]:
    """The first entries of an RSS or Atom feed, in its order; NotAFeed when it is none."""
    _refuse_entities(data)
    if not re.search(rb"<(?:\w+:)?(?:rss|feed|rdf)\b", data[:5000], re.IGNORECASE):
        raise NotAFeed("no RSS or Atom feed; expected <rss>, <feed> or <rdf:RDF>: check the address and kind in the feed list")
    parsed = feedparser.parse(io.BytesIO(_first_entries(data, most)), sanitize_html=False, resolve_relative_uris=True)
    entries = []
    for item in parsed.entries[:most]:
        published = item.get("published") or item.get("created") or item.get("updated")
        if link := item.get("link"):
            entries.append(Entry(link.strip(), published, item.get("updated") or published or ""))
    if not entries and not parsed.version:
        raise NotAFeed(f"not readable as a feed ({parsed.get('bozo_exception', 'no entries')})")
    return entries


def _refuse_entities(data: bytes) -> None:
    if _ENTITY.search(data[:100_000]):
        raise NotAFeed("defines entities of its own, which could expand without end; expected a plain feed")


def _first_entries(data: bytes, most: int) -> bytes:
    """The feed cut behind its first entries: parsing is slow, and some feeds list a site's whole past."""
    for number, found in enumerate(_END_OF_ENTRY.finditer(data), 1):
        if number == most:
            root = re.search(rb"<(?:\w+:)?(rss|feed|rdf)\b", data[:5000], re.IGNORECASE)
            return data[: found.end()] + _CLOSERS[root[1].lower() if root else b"rss"]
    return data


def sitemap_entries(data: bytes, most: int) -> tuple[list[Entry], list[str]]:
    """The newest pages of a sitemap and the addresses of the sitemaps that an index lists; NotAFeed when it is none."""
    data = _unpacked(data)
    _refuse_entities(data)
    entries: list[Entry] = []
    inner: list[tuple[str, str]] = []
    try:
        for _, element in etree.iterparse(io.BytesIO(data), events=("end",), resolve_entities=False, no_network=True, load_dtd=False, recover=True):
            name = etree.QName(element).localname if isinstance(element.tag, str) else ""
            if name in ("url", "sitemap"):
                facts = {etree.QName(child).localname: (child.text or "").strip() for child in element.iter() if isinstance(child.tag, str)}
                location, stamp = facts.get("loc", ""), facts.get("lastmod", "")
                if location and name == "url":
                    entries.append(Entry(location, facts.get("publication_date") or None, stamp or facts.get("publication_date", "")))
                elif location:
                    inner.append((stamp, location))
                element.clear()
                while element.getprevious() is not None:
                    del element.getparent()[0]
    except etree.LxmlError as error:
        raise NotAFeed(f"not readable as a sitemap ({error})") from error
    if not entries and not inner and not re.search(rb"<(?:\w+:)?(?:urlset|sitemapindex)\b", data[:5000]):
        raise NotAFeed("no sitemap; expected <urlset> or <sitemapindex>: check the address and kind in the feed list")
    entries.sort(key=lambda entry: entry.stamp, reverse=True)
    return entries[:most], [location for _, location in sorted(inner, reverse=True)]


def _unpacked(data: bytes) -> bytes:
    if not data.startswith(b"\x1f\x8b"):
        return data
    try:
        with gzip.open(io.BytesIO(data)) as packed:
            unpacked = packed.read(LARGEST_SITEMAP + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise NotAFeed(f"not readable as gzip ({error})") from error
    if len(unpacked) > LARGEST_SITEMAP:
        raise NotAFeed(f"unpacks to more than {LARGEST_SITEMAP} bytes; expected at most 50 MB, as the sitemap protocol says")
    return unpacked
