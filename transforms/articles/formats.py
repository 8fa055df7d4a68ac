"""Which format a document has, by its content first and its name second, as a media type."""

from __future__ import annotations

import re

from transforms.articles.decoding import is_binary

TEXT, MARKDOWN, JSON, JSONL, HTML = "text/plain", "text/markdown", "application/json", "application/x-ndjson", "text/html"
CSV, PARQUET, ZIP, GZIP, TAR, WARC = (
    "text/csv",
    "application/vnd.apache.parquet",
    "application/zip",
    "application/gzip",
    "application/x-tar",
    "application/warc",
)
MAIL, PDF, NEWSML, XML, BINARY = (
    "message/rfc822",
    "application/pdf",
    "application/vnd.iptc.g2.newsitem+xml",
    "application/xml",
    "application/octet-stream",
)
FEED = "application/feed+xml"

BULK = frozenset({JSONL, CSV, PARQUET, ZIP, GZIP, TAR, WARC})
"""Formats that hold many articles, so that their size says nothing about one article's."""
CONTAINERS = frozenset({ZIP, GZIP, TAR, WARC})
"""Formats that landing takes apart: each member is a document of its own."""

_MAGIC = (
    (b"PAR1", PARQUET), (b"PK\x03\x04", ZIP), (b"PK\x05\x06", ZIP), (b"\x1f\x8b", GZIP), (b"WARC/", WARC), (b"%PDF-", PDF),
)  # fmt: skip
_HTML = re.compile(
    rb"^(?:\s|<!--.*?-->|<\?xml[^>]*>)*<(?:!doctype\s+html|html|head|body|article|main|div|section|p|h1|title|meta)\b", re.IGNORECASE | re.DOTALL
)
_XML = re.compile(rb"^\s*(?:<\?xml|<!--|<!DOCTYPE|<[A-Za-z_][\w.-]*:?[\w.-]*[\s>])", re.IGNORECASE)
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF|urlset|sitemapindex)[\s>]", re.IGNORECASE)
_NEWSML = re.compile(rb"<(?:\w+:)?(?:newsMessage|newsItem|nitf|NewsML)[\s>]")
_MAIL_FIELDS = rb"From|To|Subject|Date|Message-ID|Received|Return-Path|Delivered-To|MIME-Version|X-[\w-]+|Content-[\w-]+|DKIM-Signature|Reply-To"
_MAIL = re.compile(rb"^(?:(?:" + _MAIL_FIELDS + rb"):[ \t].*\r?\n(?:[ \t].*\r?\n)*){2,}", re.IGNORECASE)
_BY_NAME = {
    ".md": MARKDOWN, ".markdown": MARKDOWN, ".csv": CSV, ".tsv": CSV, ".jsonl": JSONL, ".ndjson": JSONL, ".json": JSON,
    ".html": HTML, ".htm": HTML, ".xhtml": HTML, ".eml": MAIL,
}  # fmt: skip


def media_type(head: bytes, name: str) -> str:
    """The media type of a document, from its first 64 KB and its name."""
    for magic, found in _MAGIC:
        if head.startswith(magic):
            return found
    if head[257:262] == b"ustar":
        return TAR
    if is_binary(head):
        return BINARY
    suffix = name[name.rfind(".") :].lower() if "." in name else ""
    return _marked_up(head) or _json(head, suffix) or (MAIL if _MAIL.match(head) else _BY_NAME.get(suffix, TEXT))


def _marked_up(head: bytes) -> str | None:
    start = head[3:] if head.startswith(b"\xef\xbb\xbf") else head
    if _HTML.match(start):
        return HTML
    if not _XML.match(start):
        return None
    if _NEWSML.search(start):
        return NEWSML
    if _FEED.search(start):
        return FEED
    return HTML if re.search(rb"<(?:html|body)[\s>]", start, re.IGNORECASE) else XML if start.lstrip().startswith(b"<?xml") else None


def _json(head: bytes, suffix: str) -> str | None:
    """JSONL when the first line is a whole object and something follows it."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if suffix in (".jsonl", ".ndjson"):
        return JSONL
    if not start.startswith((b"{", b"[")) or suffix in (".txt", ".md", ".csv"):
        return JSON if suffix == ".json" else None
    first, _, rest = start.partition(b"\n")
    if first.startswith(b"{") and first.rstrip().endswith(b"}") and rest.lstrip().startswith(b"{"):
        return JSONL
    return JSON if re.match(rb"[{\[]\s*[\"{\[\]}]", start) else None
