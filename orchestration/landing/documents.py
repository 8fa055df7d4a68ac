"""A document on its way into the landing zone, a refusal, and what landing may cost."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from transforms.articles.formats import BULK, CONTAINERS
from transforms.articles.identity import canonical_url
from transforms.ids import stable_id


@dataclass(frozen=True, slots=True)
class LandingLimits:
    """Bounds for what is taken in, in bytes and counts."""

    max_document_bytes: int = 20_000_000
    """Largest single article's document."""
    max_bulk_bytes: int = 512_000_000
    """Largest JSONL, CSV or Parquet file."""
    max_container_bytes: int = 50_000_000_000
    """Largest archive or WARC file; they are streamed."""
    max_archive_members: int = 100_000
    """Most members that are read from one archive."""
    max_archive_bytes: int = 2_000_000_000
    """Most bytes that one .zip or .tar.gz may unpack to."""
    max_expansion: int = 200
    """Most bytes that a packed byte may become."""

    def for_media_type(self, media_type: str) -> int:
        """The largest size of a document of this format."""
        if media_type in CONTAINERS:
            return self.max_container_bytes
        return self.max_bulk_bytes if media_type in BULK else self.max_document_bytes


@dataclass(frozen=True, slots=True)
class Outside:
    """What is said about a document from outside; it is part of the document's identity."""

    publisher: str | None = None
    published: str | None = None
    country: str | None = None
    zone: str | None = None
    is_example: bool = False

    def key(self, url: str | None = None) -> str:
        """All of it as one text; the same for the same sayings."""
        # a list may change the day that it gives; the same bytes from the same address are still the same document
        published = None if url else self.published
        said = [self.publisher, published, self.country, self.zone, self.is_example or None, canonical_url(url)]
        return json.dumps(said) if any(said) else ""


@dataclass(frozen=True, slots=True)
class Pending:
    """A document whose bytes are in memory and are about to be stored."""

    data: bytes
    origin_kind: str
    origin: str
    media_type: str
    found_at: datetime
    outside: Outside = Outside()
    http_status: int | None = None
    headers: dict[str, str] = field(default_factory=dict)
    modified_at: datetime | None = None

    @property
    def url(self) -> str | None:
        """The address that brought it, if one did."""
        return self.origin if self.origin.startswith(("http://", "https://")) else None

    def document_id(self) -> str:
        """SHA-256 of the bytes and of what was said from outside."""
        digest = hashlib.sha256(self.data)
        if said := self.outside.key(self.url):
            digest.update(b"\x1f" + said.encode())
        return digest.hexdigest()

    def row(self, document_id: str, day: date, stored_path: str) -> dict[str, Any]:
        """Its row of schema.LANDED's frame, with times as ISO texts for the sidecar."""
        return {
            "document_id": document_id,
            "arrival_date": day.isoformat(),
            "found_at": self.found_at.isoformat(),
            "origin_kind": self.origin_kind,
            "origin": self.origin.encode("utf-8", "backslashreplace").decode(),
            "stored_path": stored_path,
            "size_bytes": len(self.data),
            "media_type": self.media_type,
            "http_status": self.http_status,
            "headers": json.dumps(self.headers, ensure_ascii=False) if self.headers else None,
            "given_publisher": self.outside.publisher,
            "given_published": self.outside.published,
            "given_country": self.outside.country,
            "given_zone": self.outside.zone,
            "modified_at": self.modified_at.isoformat() if self.modified_at else None,
            "is_example": self.outside.is_example,
        }


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something that could not be taken in: a reason of schema.QUARANTINE_REASONS, a clear sentence, what is known of it."""

    reason: str
    detail: str
    origin: str
    about: dict[str, Any] = field(default_factory=dict)

    def row(self, day: date) -> dict[str, Any]:
        """Its row of schema.QUARANTINE's frame, the day as ISO text."""
        origin = self.origin.encode("utf-8", "backslashreplace").decode()
        return {
            "quarantine_id": stable_id("landed", self.reason, origin, self.detail),
            "stage": "landed",
            "reason": self.reason,
            "detail": self.detail.encode("utf-8", "backslashreplace").decode(),
            "origin": origin,
            "document_id": None,
            "row_json": json.dumps({"origin": origin, **self.about}, default=str, ensure_ascii=True),
            "arrival_date": day.isoformat(),
        }
