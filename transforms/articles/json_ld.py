"""What a page's JSON-LD says of its article, by schema.org: headline, dates, publisher, authors, section, body."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from transforms.articles.blocks import html_text
from transforms.articles.found import Found

_ARTICLE = re.compile(r"(?:Article|BlogPosting|Report|LiveBlogPosting|NewsArticle)$")
_WRAPPING = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*$")
_LONGEST = 2_000_000
_MOST_NODES = 2000


def say(found: Found, scripts: list[str]) -> str | None:
    """Add what the scripts say to what was found; returns the body that they hold, if they hold one."""
    nodes = [node for script in scripts for node in _nodes(_load(script))]
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    article = next((node for node in nodes if _is_a(node, _ARTICLE) and _first(node.get("headline") or node.get("datePublished"))), None)
    page = next((node for node in nodes if _is_a(node, re.compile("WebPage$"))), {})
    if article is None:
        for name, key in (("published", "datePublished"), ("modified", "dateModified")):
            found.say(name, "json_ld", _first(page.get(key)), f"WebPage.{key}")
        return None
    for name, key in (("title", "headline"), ("published", "datePublished"), ("modified", "dateModified"), ("section", "articleSection")):
        found.say(name, "json_ld", _first(article.get(key)), key)
    found.say("language", "json_ld", _first(article.get("inLanguage")), "inLanguage")
    found.say("url", "json_ld", _first(article.get("url")) or _reference(article.get("mainEntityOfPage")), "url")
    found.say(
        "publisher", "json_ld", next(_names(article.get("publisher"), by_id), None) or next(_names(page.get("publisher"), by_id), None), "publisher"
    )
    for author in _names(article.get("author"), by_id):
        found.say("authors", "json_ld", author, "author")
    body = article.get("articleBody")
    return html_text(body) if isinstance(body, str) else None


def _load(script: str) -> Any:
    """The script's value; None when it isn't JSON, as on many pages."""
    if len(script) > _LONGEST:
        return None
    try:
        return json.loads(_WRAPPING.sub("", script.strip()), strict=False)
    except (json.JSONDecodeError, RecursionError):
        return None


def _nodes(loaded: Any) -> Iterator[dict[str, Any]]:
    """The objects of a value, the outer ones first, never more than a page needs."""
    queue = [loaded]
    for count, value in enumerate(queue):
        if count > _MOST_NODES:
            return
        if isinstance(value, dict):
            yield value
            queue.extend(item for item in value.values() if isinstance(item, dict | list))
        elif isinstance(value, list):
            queue.extend(item for item in value if isinstance(item, dict | list))


def _is_a(node: dict[str, Any], pattern: re.Pattern[str]) -> bool:
    kinds = node.get("@type")
    return any(isinstance(kind, str) and pattern.search(kind) for kind in (kinds if isinstance(kinds, list) else [kinds]))


def _first(value: Any) -> str | None:
    value = value[0] if isinstance(value, list) and value else value
    return value if isinstance(value, str) else None


def _reference(value: Any) -> str | None:
    return value.get("@id") if isinstance(value, dict) and isinstance(value.get("@id"), str) else _first(value)


def _names(value: Any, by_id: dict[str, dict[str, Any]]) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, str) and not item.startswith(("http://", "https://", "#")):
            yield item
        elif isinstance(item, dict):
            name = _first(item.get("name")) or _first(by_id.get(str(item.get("@id")), {}).get("name"))
            if name:
                yield name
