"""Texts and Markdown files, with or without a YAML front matter. The first line is the title when a blank line follows it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from transforms.articles.cleaning import characters
from transforms.articles.decoding import is_binary, strict
from transforms.articles.formats import MARKDOWN
from transforms.articles.found import FIELDS, Fault, Found, Unusable
from transforms.articles.limits import Limits
from transforms.articles.tables import rows

_FRONT = re.compile(r"\A\ufeff?---[ \t]*\r?\n(?P<head>.*?)(?:^|\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_LONGEST_TITLE = 250
_LONGEST_FRONT = 65536
_MARKS = (
    (re.compile(r"!\[([^\]]*)\]\([^)]*\)"), ""),
    (re.compile(r"\[([^\]]+)\]\([^)\s]+(?:\s+\"[^\"]*\")?\)"), r"\1"),
    (re.compile(r"^#{1,6}[ \t]+(.*?)(?:[ \t]+#+)?$", re.MULTILINE), r"\1"),
    (re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*])([*_])(?=[^\s*_])([^*_\n]+?)(?<=\S)\1(?![\w*])"), r"\2"),
    (re.compile(r"^>[ \t]?", re.MULTILINE), ""),
)


def read(data: bytes, landed: dict[str, Any], limits: Limits) -> Iterator[Found | Fault]:
    """The one article of a text file; Unusable `binary`, `encoding` or `malformed`."""
    origin = landed["origin"]
    if is_binary(data):
        raise Unusable("binary", f"{origin}: holds bytes that no text has; expected a text file")
    text = strict(data, origin)
    front = _FRONT.match(text)
    fields = _front_matter(front["head"], origin) if front else {}
    body = text[front.end() :] if front else text
    markdown = landed["media_type"] == MARKDOWN
    found = Found(body="", row={"front_matter": fields, "text": body})
    for name, value in fields.items():
        _say(found, name, value, origin)
    title, found.body = _title(characters(_without_marks(body) if markdown else body), known=bool(found.values("title")))
    found.say("title", "text", title)
    yield found


def _front_matter(head: str, origin: str) -> dict[str, Any]:
    """The fields as strings: YAML's own types would make dates of some and numbers of others."""
    if len(head) > _LONGEST_FRONT:
        raise Unusable("malformed", f"{origin}: front matter of {len(head)} characters; expected at most {_LONGEST_FRONT}")
    try:
        fields = yaml.load(head, Loader=yaml.BaseLoader)  # noqa: S506 - BaseLoader makes only strings, lists and dicts
    except (yaml.YAMLError, RecursionError) as error:
        raise Unusable(
            "malformed", f"{origin}: front matter is not YAML ({' '.join(str(error).split())[:200]}); put values with a colon in quotation marks"
        ) from error
    if fields in (None, ""):
        return {}
    if not isinstance(fields, dict):
        raise Unusable("malformed", f"{origin}: front matter is a {type(fields).__name__}; expected lines such as published: 2024-10-28")
    return {str(name): value for name, value in fields.items() if isinstance(value, str) or _strings(value)}


def _strings(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _say(found: Found, name: str, value: str | list[str], origin: str) -> None:
    known = {row["name"].lower(): row["field"] for row in reversed(rows("fields")) if row["field"] in FIELDS}
    field = known.get(name.lower())
    if field == "authors":
        for author in value if isinstance(value, list) else [value]:
            found.say(field, "front_matter", author, name)
    elif field and isinstance(value, list):
        raise Unusable("wrong_type", f'{origin}: "{name}" is a list; expected one value', found.row)
    elif field:
        found.say(field, "front_matter", str(value), name)


def _title(body: str, known: bool) -> tuple[str | None, str]:
    """The first line as title when it stands alone and the front matter names none; the body stays whole."""
    first, _, rest = body.partition("\n")
    if known or not rest.startswith("\n") or len(first) > _LONGEST_TITLE or not rest.strip():
        return None, body
    return first, body


def _without_marks(body: str) -> str:
    for pattern, kept in _MARKS:
        body = pattern.sub(kept, body)
    return body
