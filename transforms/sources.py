"""Sources across articles: one row for each one who claims numbers, found by the name alone.

Two forms are the same source when they differ only in case, quotation marks, a leading article, an honorific, a bracketed
abbreviation or a possessive ending. It never guesses that a surname is a full name: that is done within the article.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

import polars as pl

from transforms import schema
from transforms.ids import stable_id
from transforms.language import tables

NEEDS = ("claim_id", "article_id", "published_on", "source")

HONORIFICS = frozenset("mr mrs ms miss mx dr prof professor sir dame lord lady rev reverend hon".split())
LEADING = frozenset("the a an".split())
UNNAMED = frozenset(
    """official source spokesman spokeswoman spokesperson diplomat aide insider witness person observer critic
    supporter employee executive representative adviser advisor authority""".split()
)
DOCUMENT_KINDS = frozenset({"document", "survey"})

_QUOTES = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201b": "'", "\u02bc": "'", "\u201c": '"', "\u201d": '"', "\u00a0": " "})
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_POSSESSIVE = re.compile(r"'s?$")
_INITIALS = re.compile(r"\b(?:[^\W\d_]\.){2,}")
_WORD = re.compile(r"[\w'&.-]+")


def normalised(name: str) -> str:
    """The form of a name under which its variants are one source; never empty for a name that has a letter."""
    text = unicodedata.normalize("NFKC", name).translate(_QUOTES)
    text = _BRACKETS.sub("", text) or text
    text = _INITIALS.sub(lambda match: match.group().replace(".", ""), text)
    words = text.strip("\"' ,;:").casefold().split()
    while len(words) > 1 and (words[0] in LEADING or words[0].rstrip(".") in HONORIFICS):
        words = words[1:]
    if words:
        words[-1] = _POSSESSIVE.sub("", words[-1]) or words[-1]
    return " ".join(words)


def kind_of(name: str) -> str:
    """What kind of source a name stands for (schema.SOURCE_KINDS), by its words alone."""
    plain = unicodedata.normalize("NFKC", name).translate(_QUOTES)
    words = [word.strip(".'") for word in _WORD.findall(plain)]
    words = [word for word in words if word]
    if not words:
        return "unknown"
    if words[0].lower() in HONORIFICS and len(words) > 1:
        return "person"
    if words[0].lower() in LEADING and len(words) > 1:
        words = words[1:]
    head = _head(words)
    return _named_kind(words, head) if head[:1].isupper() else _common_kind(words, head.lower())


def sources(claims: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The rows of schema.SOURCES, and the source of each claim: columns claim_id, source_id (null without a source).

    Needs the columns NEEDS of all claims; the ids depend on the names only.
    """
    names = {name: stable_id("source", normalised(name)) for name in claims["source"].drop_nulls().unique().sort()}
    ids = pl.DataFrame({"source": list(names), "source_id": list(names.values())}, schema={"source": pl.String, "source_id": pl.String})
    known = claims.select(*NEEDS).join(ids, on="source", how="left", maintain_order="left")
    said = known.filter(pl.col("source_id").is_not_null())
    forms = said.group_by("source_id", "source").len().sort(["len", pl.col("source").str.len_chars(), "source"], descending=[True, True, False])
    named = forms.group_by("source_id", maintain_order=True).agg(
        pl.col("source").first().alias("name"), pl.col("source").unique().sort().alias("aliases")
    )
    counts = said.group_by("source_id").agg(
        pl.len().cast(pl.Int64).alias("claim_count"),
        pl.col("article_id").n_unique().cast(pl.Int64).alias("article_count"),
        pl.col("published_on").min().alias("first_published"),
        pl.col("published_on").max().alias("last_published"),
    )
    rows = named.join(counts, on="source_id").with_columns(pl.col("name").map_elements(kind_of, return_dtype=pl.String).alias("kind"))
    return rows.sort("source_id").select(*schema.SOURCES.table_schema()), known.select("claim_id", "source_id")


def _head(words: list[str]) -> str:
    """The head of a noun phrase: its last word before a preposition."""
    for index, word in enumerate(words):
        if index and word.lower() in {"of", "in", "from", "for", "at", "on", "with", "close", "familiar", "near", "by"}:
            return words[index - 1]
    return words[-1]


def _named_kind(words: list[str], head: str) -> str:
    lower = {word.lower() for word in words}
    if head.lower() in _documents() or _singular(head.lower()) in _documents():
        return "document"
    is_acronym = any(len(word) > 1 and word.isupper() for word in words)
    if lower & tables.words("organisation_words", "word") or is_acronym or " ".join(words).lower() in _states():
        return "organisation"
    capitals = [word for word in words if word[:1].isupper()]
    if 2 <= len(words) <= 4 and len(capitals) >= len(words) - 1:
        return "person"
    return "unknown"


def _common_kind(words: list[str], head: str) -> str:
    single = _singular(head)
    if single in _documents() or head in _documents():
        return "document"
    if single in UNNAMED:
        return "anonymous"
    if {head, single} & tables.words("organisation_words", "word"):
        return "organisation"
    return "group" if single != head or head in tables.words("plurals", "plural") else "anonymous"


def _singular(noun: str) -> str:
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") and len(noun) > 3 else noun


@cache
def _documents() -> frozenset[str]:
    return frozenset(row["noun"].lower() for row in tables.rows("source_nouns") if row["kind"] in DOCUMENT_KINDS)


@cache
def _states() -> frozenset[str]:
    of_states = (row for row in tables.rows("demonyms") if row["group"] == "place")
    return frozenset(text.lower() for row in of_states for text in (row["form"], row["name"]) if row["kind"] != "adjective" or text == row["name"])
