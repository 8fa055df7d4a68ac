"""What makes two documents the same article: the canonical URL, the publisher's key, the ids."""

from __future__ import annotations

import re
from functools import cache
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from transforms.articles.tables import rows
from transforms.ids import stable_id

_VARIANT_HOST = re.compile(r"^(?:www\d?|m|mobile|amp)\.(?=[^.]+\.)")
_VARIANT_PATH = re.compile(r"(?:/amp|\.amp|/index\.(?:html?|php))$|^/amp(?=/)")
_SAFE = "/:@!$&'()*+,;=-._~%"


@cache
def _tracking() -> tuple[frozenset[str], tuple[str, ...]]:
    exact = frozenset(row["name"] for row in rows("tracking_parameters") if row["form"] == "exact")
    return exact, tuple(row["name"] for row in rows("tracking_parameters") if row["form"] == "prefix")


def canonical_url(url: str | None) -> str | None:
    """The address without scheme variants, www., mobile and AMP variants, tracking parameters, fragment; None if not http(s)."""
    if not url:
        return None
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        return None
    host = (parts.hostname or "").rstrip(".").lower()
    if parts.scheme.lower() not in ("http", "https") or not host:
        return None
    host = _VARIANT_HOST.sub("", host)
    path = _VARIANT_PATH.sub("", quote(unquote(parts.path), safe=_SAFE).rstrip("/")).rstrip("/")
    exact, prefixes = _tracking()
    query = sorted(
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if name.lower() not in exact and not name.lower().startswith(prefixes)
    )
    shown_port = f":{port}" if port not in (None, 80, 443) else ""
    return f"https://{host}{shown_port}{path or '/'}" + (f"?{urlencode(query)}" if query else "")


def host_of(url: str | None) -> str | None:
    """The host of an address without its variants, as a publisher's last-resort name; also of a bare host name."""
    if not url:
        return None
    canonical = canonical_url(url if "://" in url else f"https://{url}")
    return urlsplit(canonical).hostname if canonical else None


def publisher_key(publisher: str) -> str:
    """The publisher's name as far as it tells publishers apart: lower-case, without a leading article or signs."""
    return re.sub(r"[\W_]+", " ", re.sub(r"^the\s+", "", publisher.casefold())).strip() or publisher.casefold()


def article_id(publisher: str, canonical: str | None, hash_of_text: str) -> str:
    """The article's id: of publisher and canonical URL, or of publisher and text where there is no URL."""
    return stable_id("article", publisher_key(publisher), canonical or hash_of_text)
