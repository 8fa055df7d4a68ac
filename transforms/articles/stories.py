"""Near-identical articles as one story: syndicated and lightly edited copies, so that corroboration counts publishers.

MinHash over word shingles (Broder 1997) finds candidates, an estimate of their Jaccard similarity decides. Deterministic,
and independent of the order of the articles.
"""

from __future__ import annotations

import re
import zlib
from datetime import date

import polars as pl
from datasketch import MinHash, MinHashLSH

from transforms.schema import BOOL, TEXT

PERMUTATIONS = 64
SHINGLE_WORDS = 3
SIMILAR = 0.6
"""Least estimated share of common shingles that makes two articles one story."""
LONGEST_WORDS = 800
DAYS_APART = 7
"""Copies appear within days; reports made from one form on far days are no copies."""
_WORD = re.compile(r"\w+")
SCHEMA = {"article_id": TEXT, "text_hash": TEXT, "story_id": TEXT, "is_story_origin": BOOL}


def stories(articles: pl.DataFrame) -> pl.DataFrame:
    """article_id, text_hash, story_id, is_story_origin of each article; story_id is the article_id of the likely origin.

    `articles` has article_id, text_hash, text, title, published_on, published_at, arrival_date. The likely origin is the earliest
    published; versions of one article are always one story.
    """
    rows = articles.select("article_id", "text_hash", "text", "title", "published_on", "published_at", "arrival_date").to_dicts()
    leaders = _Groups(row["article_id"] for row in rows)
    _join_same_texts(rows, leaders)
    _join_similar(rows, leaders)
    origins: dict[str, str] = {}
    for row in sorted(rows, key=_age):
        origins.setdefault(leaders.leader(row["article_id"]), row["article_id"])
    found = [(row, origins[leaders.leader(row["article_id"])]) for row in rows]
    return pl.DataFrame(
        [(row["article_id"], row["text_hash"], origin, origin == row["article_id"]) for row, origin in found], schema=SCHEMA, orient="row"
    )


class _Groups:
    """Disjoint sets of article ids."""

    def __init__(self, members: object) -> None:
        self._above: dict[str, str] = {member: member for member in members}  # type: ignore[attr-defined]

    def leader(self, member: str) -> str:
        while self._above[member] != member:
            self._above[member] = member = self._above[self._above[member]]
        return member

    def join(self, one: str, other: str) -> None:
        first, second = sorted((self.leader(one), self.leader(other)))
        self._above[second] = first


def _age(row: dict) -> tuple:
    at = row["published_at"]
    return row["published_on"], at is None, at.timestamp() if at else 0.0, row["arrival_date"], row["article_id"]


def _join_same_texts(rows: list[dict], leaders: _Groups) -> None:
    """Copies of one body under different headlines, without comparing shingles."""
    seen: dict[int, str] = {}
    for row in rows:
        body = " ".join(_WORD.findall(_body(row).lower()))
        if len(body) > 100:
            leaders.join(row["article_id"], seen.setdefault(hash_of(body), row["article_id"]))


def _join_similar(rows: list[dict], leaders: _Groups) -> None:
    index = MinHashLSH(threshold=SIMILAR, num_perm=PERMUTATIONS)
    known: dict[str, tuple[MinHash, date, str]] = {}
    for row in sorted(rows, key=lambda row: (row["article_id"], row["text_hash"])):
        shingles = _shingles(_body(row))
        if len(shingles) < 20:
            continue
        sketch = MinHash(num_perm=PERMUTATIONS, hashfunc=hash_of, seed=1)
        sketch.update_batch(shingles)
        for key in sorted(index.query(sketch)):
            other, day, article_id = known[key]
            if abs((row["published_on"] - day).days) <= DAYS_APART and sketch.jaccard(other) >= SIMILAR:
                leaders.join(row["article_id"], article_id)
        key = f"{row['article_id']}:{row['text_hash']}"
        if key not in known:
            known[key] = (sketch, row["published_on"], row["article_id"])
            index.insert(key, sketch)


def _body(row: dict) -> str:
    """The text without its headline, which publishers rewrite."""
    title, text = row["title"] or "", row["text"]
    return text[len(title) :] if title and text.startswith(title) else text


def _shingles(text: str) -> list[str]:
    words = _WORD.findall(text.lower())[:LONGEST_WORDS]
    return sorted({" ".join(words[start : start + SHINGLE_WORDS]) for start in range(len(words) - SHINGLE_WORDS + 1)})


def hash_of(value: str) -> int:
    """A 32-bit hash that is the same on every machine."""
    return zlib.crc32(value.encode())
