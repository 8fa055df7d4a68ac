"""Nouns that are never what a number is of: units, statistics ("an average", "a low", "a total") and surveys.

Whoever looks for the thing climbs on from them to what they are of.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from transforms.claims import nouns
from transforms.language import tables

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

POINTS = frozenset({"point", "percentage point"})
INDICES = frozenset("index average dow jones jone nasdaq ftse nikkei dax sensex".split())
# with a word of their own before them these do say what is measured ("unemployment rate", "sea level", "track record")
_FILLED_BY_MODIFIER = frozenset(
    {"rate", "level", "record", "return", "mark", "figure", "estimate", "forecast", "amount", "exchange", "total", "ratio", "range"}
)
_NO_CURRENCY = frozenset({"percent", "%", "cent", "per-cent", "percentage", "point", "pct", "penny", "pence", "sole", "dlrs"})
# adjectives that say what a rate is of: "the jobless rate"
_RATED = frozenset({"jobless", "natal", "fatal", "prime", "marginal", "chronic", "inflationary"})
_WHOSE_AVERAGE = frozenset({"national", "regional", "global", "european", "provincial", "nationwide", "industrial", "composite"})


@cache
def _table() -> dict[str, str]:
    return {row["noun"]: row["kind"] for row in tables.rows("hollow_nouns")}


def is_hollow(token: Token) -> bool:
    """Whether the noun says nothing of what its number is of."""
    word = nouns.singular(token.text)
    kind = _table().get(word)
    if kind is None:
        return False
    if kind == "unit" and word not in _NO_CURRENCY:
        # "the dollar rose", "one euro was worth": the currency itself
        if token.tag_ == "NN" and token.dep_ == "nsubj":
            return False
        return not any(child.lower_ == "the" or child.dep_ == "poss" for child in token.children)
    if word == "average":
        return not any(child.lower_ in _WHOSE_AVERAGE for child in token.children)
    if word not in _FILLED_BY_MODIFIER:
        return True
    if word == "return" and any(child.dep_ == "prep" and child.lower_ == "on" for child in token.children):
        return False  # "return on equity"
    return not any(
        child.dep_ in {"compound", "nmod"} or child.dep_ == "amod" and (child.tag_ == "NN" or child.lower_ in _RATED) for child in token.children
    )


def is_unit(token: Token) -> bool:
    """Whether the noun only names the unit of a number beside it."""
    return _table().get(nouns.singular(token.text)) == "unit"


def past_possessor(doc: Doc, start: int, numbers: frozenset[int]) -> int:
    """Index of the first token after "the town's ten" where a possessor with a number follows at `start`; else `start`."""
    at = start
    while at < len(doc) and at < start + 6 and (nouns.is_noun(doc[at]) or doc[at].tag_ in {"JJ", "HYPH"}):
        at += 1
    if at == start or at >= len(doc) or doc[at].tag_ != "POS":
        return start
    at += 1
    while at < len(doc) and doc[at].tag_ in {"JJ", "RB"} and at + 1 in numbers:
        at += 1
    if at not in numbers:
        return start
    while at < len(doc) and at in numbers:
        at += 1
    return at
