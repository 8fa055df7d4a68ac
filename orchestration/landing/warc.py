"""WARC files, streamed record by record: pages that a crawler fetched become documents with their address and headers.

Memory is that of one record and one batch, whatever the file's size. Records that are no pages are counted, not kept.
"""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from typing import IO

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from orchestration.landing.documents import LandingLimits, Outside, Pending, Refusal
from orchestration.landing.store import Store
from transforms.articles.formats import BINARY, CONTAINERS, FEED, XML, media_type

_KINDS = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
_KEPT_HEADERS = ("content-type", "last-modified", "date", "content-language", "etag")


def land_warc(store: Store, file: IO[bytes], origin: str, outside: Outside, limits: LandingLimits, found_at: datetime) -> None:
    """Land the pages of a WARC file; EOFError when it ends in the middle of a record."""
    passed: Counter[str] = Counter()
    try:
        for record in ArchiveIterator(file, record_types=_KINDS, parse_http=True, auto_decode="all"):
            why = _land_record(store, record, origin, outside, limits, found_at)
            passed[why] += 1
    except (OSError, ValueError) as error:
        raise EOFError(str(error)) from error
    landed = passed.pop("", 0)
    if passed:
        counts = ", ".join(f"{count} {why}" for why, count in sorted(passed.items()))
        store.refuse(
            Refusal("unsupported_format", f"{origin}: {landed} pages taken, others are no articles: {counts}", origin, {"passed_over": dict(passed)})
        )


def _land_record(store: Store, record: WarcRecord, origin: str, outside: Outside, limits: LandingLimits, found_at: datetime) -> str:
    """Land one record, or say in a few words why it is passed over."""
    url = (record.headers.get("WARC-Target-URI") or "").strip("<>")
    if not url.startswith(("http://", "https://")):
        return "without a web address"
    status = record.http_headers.status_code if record.http_headers is not None else None
    if status is not None and status != 200:
        return f"with status {status}"
    data = record.reader.read(limits.max_document_bytes + 1)
    declared = record.headers.get("WARC-Truncated")
    if declared or len(data) > limits.max_document_bytes:
        reason, detail = (
            ("truncated", f"cut by the crawler ({declared})") if declared else ("too_large", f"more than {limits.max_document_bytes} bytes")
        )
        store.refuse(Refusal(reason, f"{origin}!{url}: {detail}; fetch the page itself", f"{origin}!{url}", {"size_bytes": len(data)}))
        return ""
    headers = (
        {name.lower(): value for name, value in record.http_headers.items() if name.lower() in _KEPT_HEADERS}
        if record.http_headers is not None
        else {}
    )
    found = media_type(data[:65536], url.split("?", 1)[0].rsplit("/", 1)[-1])
    if found in CONTAINERS or found in (BINARY, FEED, XML):
        return f"of type {headers.get('content-type', found).split(';')[0]}"
    store.add(Pending(data, "warc_record", url, found, found_at, outside, status, headers))
    return ""
