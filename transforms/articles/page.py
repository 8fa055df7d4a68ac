"""Web pages: metadata from JSON-LD, OpenGraph and other marks, in this order, the main text by trafilatura."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import timedelta
from functools import cache
from typing import Any
from urllib.parse import urljoin, urlsplit

from htmldate import find_date
from lxml.etree import LxmlError
from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.utils import load_html

from transforms.articles import json_ld
from transforms.articles.decoding import is_binary, lenient
from transforms.articles.found import Fault, Found, Unusable
from transforms.articles.identity import host_of
from transforms.articles.limits import Limits
from transforms.articles.tables import rows

_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"\A\ufeff?\s*<\?xml[^>]*\?>")
_SITE_SUFFIX = re.compile(r"\s+(?:[|·•–—]|::|-)\s+[^|·•–—]{2,40}$")


def read(data: bytes, landed: dict[str, Any], limits: Limits) -> Iterator[Found | Fault]:
    """The one article of a page; Unusable `binary`, `encoding`, `malformed`, `no_text`."""
    if is_binary(data):
        raise Unusable("binary", f"{landed['origin']}: holds bytes that no page has; expected HTML")
    headers = json.loads(landed["headers"] or "{}")
    text = lenient(data, _declared(data, headers), landed["origin"])
    try:
        tree = load_html(_XML_DECLARATION.sub("", text.replace("\x00", "")))
    except (LxmlError, ValueError) as error:
        raise Unusable("malformed", f"{landed['origin']}: not readable as HTML ({error}); fetch it again") from error
    if tree is None:
        raise Unusable("malformed", f"{landed['origin']}: no HTML elements in it; expected a page")
    yield article(tree, landed, limits)


def article(tree: HtmlElement, landed: dict[str, Any], limits: Limits) -> Found:
    """Everything a parsed page tells."""
    found = Found(body="")
    body_in_data = json_ld.say(found, [script.text for script in tree.iterfind('.//script[@type="application/ld+json"]') if script.text])
    _say_marks(found, tree)
    _say_elements(found, tree, landed)
    if not found.values("published"):
        _say_found_date(found, tree, landed, limits)
    found.body = _main_text(tree) or body_in_data or ""
    found.row = {name: [one.value for one in said][:5] for name, said in found.said.items()} | {"text": found.body[:2000]}
    return found


def _declared(data: bytes, headers: dict[str, str]) -> list[str]:
    """The charsets that header and page declare, the header's first."""
    said = [part.strip()[8:] for part in headers.get("content-type", "").split(";") if part.strip().lower().startswith("charset=")]
    inside = _CHARSET.search(data[:4096])
    return said + ([inside[1].decode("ascii")] if inside else [])


@cache
def _marks() -> dict[tuple[str, str], tuple[str, str, int]]:
    """Field, evidence and position by attribute and lower-case name of a <meta> element."""
    return {(row["attribute"], row["name"].lower()): (row["field"], row["evidence"], position) for position, row in enumerate(rows("page_marks"))}


def _say_marks(found: Found, tree: HtmlElement) -> None:
    """The <meta> elements in the table's order, since the commoner name is the safer one."""
    said = []
    for element in tree.iter("meta", "time", "span"):
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            known = _marks().get((attribute, (element.get(attribute) or "").lower()))
            if known:
                said.append((known[2], known[0], known[1], element.get("content") or element.get("datetime"), element.get(attribute)))
    for _, field, evidence, value, where in sorted(said, key=lambda row: row[0]):
        if field != "authors" or not (value or "").startswith(("http://", "https://")):
            found.say(field, evidence, value, where)


def _say_elements(found: Found, tree: HtmlElement, landed: dict[str, Any]) -> None:
    heading = next((text for element in tree.iter("h1") if (text := " ".join(element.text_content().split()))), None)
    title = next((" ".join((element.text or "").split()) for element in tree.iter("title")), None)
    if heading and title and heading.casefold() in title.casefold():
        found.say("title", "meta", heading, "h1")
    found.say("title", "meta", _SITE_SUFFIX.sub("", title) if title else heading, "title")
    for element in tree.iter("time"):
        is_of_article = element.get("pubdate") is not None or any(above.tag in ("article", "header") for above in element.iterancestors())
        if is_of_article:
            found.say("published", "meta", element.get("datetime") or element.text_content(), "time")
    root = tree if tree.tag == "html" else next(tree.iter("html"), tree)
    found.say("language", "meta", root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang"), "html lang")
    for element in tree.iter("link"):
        if (element.get("rel") or "").lower() == "canonical":
            _say_canonical(found, element.get("href"), landed)


def _say_canonical(found: Found, href: str | None, landed: dict[str, Any]) -> None:
    """A canonical link counts when it stays on the page's own site and leads to more than its front page."""
    own = landed["origin"] if landed["origin"].startswith(("http://", "https://")) else None
    address = urljoin(own or "", (href or "").strip())
    if not host_of(address) or urlsplit(address).path in ("", "/"):
        return
    if own and host_of(own) != host_of(address):
        return
    found.say("url", "meta", address, "canonical")


def _say_found_date(found: Found, tree: HtmlElement, landed: dict[str, Any], limits: Limits) -> None:
    """What htmldate reads from the page's own marks; its guesses from any text are not asked for."""
    latest = landed["found_at"] + timedelta(days=1)
    day = find_date(tree, extensive_search=False, original_date=True, min_date=limits.first_day.isoformat(), max_date=f"{latest:%Y-%m-%d}")
    found.say("published", "meta", day, "htmldate")


def _main_text(tree: HtmlElement) -> str:
    """The main text, one blank line between paragraphs; empty when trafilatura finds none."""
    _unpack_layout_tables(tree)
    document = bare_extraction(tree, include_comments=False, include_tables=True, with_metadata=False)
    text = getattr(document, "text", None)
    return "\n\n".join(line for line in (text or "").split("\n") if line.strip())


def _unpack_layout_tables(tree: HtmlElement) -> None:
    """Tables that hold paragraphs or headings arrange a page, they tabulate nothing: their cells are read as plain blocks."""
    for table in list(tree.iter("table")):
        if next(table.iter("p", "h1", "h2", "article"), None) is not None:
            for element in list(table.iter("table", "tbody", "tr", "td", "th")):
                element.tag = "div"
