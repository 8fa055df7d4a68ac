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
        for record in ArchiveIterator(file, record_types=_KINDS, parse_http=False):
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
    if record.content_length > limits.max_document_bytes:
        _refuse(store, "too_large", f"{record.content_length} bytes", f"{origin}!{url}")
        return ""
    _take_whole(record, url)
    status = record.http_headers.status_code if record.http_headers is not None else None
    if status is not None and status != 200:
        return f"with status {status}"
    data = record.reader.read(limits.max_document_bytes + 1)
    cut = record.headers.get("WARC-Truncated")
    if cut or len(data) > limits.max_document_bytes:
        _refuse(store, *(("truncated", f"cut by the crawler ({cut})") if cut else ("too_large", "unpacks to too many bytes")), f"{origin}!{url}")
        return ""
    headers = {name.lower(): value for name, value in record.http_headers.items()} if record.http_headers is not None else {}
    headers = {name: value for name, value in headers.items() if name in _KEPT_HEADERS}
    found = media_type(data[:65536], url.split("?", 1)[0].rsplit("/", 1)[-1])
    if found in CONTAINERS or found in (BINARY, FEED, XML):
        return f"of type {headers.get('content-type', found).split(';')[0]}"
    store.add(Pending(data, "warc_record", url, found, found_at, outside, status, headers))
    return ""


def _take_whole(record: WarcRecord, url: str) -> None:
    """Read the record into memory; EOFError when the file ends before it does, which the iterator passes over."""
    declared = record.content_length
    record.freeze()
    if record.content_length != declared:
        raise EOFError(f"{record.content_length} of {declared} bytes of {url}")
    record.parse_http(auto_decode="all")


def _refuse(store: Store, reason: str, detail: str, origin: str) -> None:
    store.refuse(Refusal(reason, f"{origin}: {detail}; fetch the page itself", origin))
