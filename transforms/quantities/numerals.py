"""Numerals of a text: cardinal numbers, vague plurals ("tens of thousands"), fractions, multipliers, in order.

It knows nothing of units, hedges or what a number is of.
"""

from __future__ import annotations

import re

from transforms.quantities import cardinals
from transforms.quantities.numeral import Numeral
from transforms.quantities.tokens import Token, tokenize

_OF = re.compile(r"\s+(?:of\s+)(?:the\s+)?|\s+upon\s+", re.I)
_COUPLE_AFTER = re.compile(r" (?:of|more|were|are|have been|had been|others?|dozen)\b")
_ARTICLE = re.compile(r"(?<!\w)a $", re.I)
# "quarter-point", "half-percent": a part that needs no article
_POINT_AFTER = re.compile(r"[ -](?:percentage[ -])?points?\b|[ -]percent\b")
# "hundreds of thousands of millions" is the longest that anybody writes
_LONGEST_CHAIN = 2


def scan(text: str) -> list[Numeral]:
    """All numerals of the text in order, not overlapping. Digits inside words (HTML5, Su-27) are found too, if after a hyphen."""
    tokens = tokenize(text)
    found: list[Numeral] = []
    at = 0
    while at < len(tokens):
        numeral, at = _numeral(text, tokens, at)
        if numeral is not None:
            found.append(numeral)
    return found


def _numeral(text: str, tokens: list[Token], at: int) -> tuple[Numeral | None, int]:
    first = tokens[at]
    if first.kind == "multiplier":
        return Numeral(first.start, first.end, first.value, "multiplier", first.value), at + 1
    if first.kind == "plural":
        return _vague(text, tokens, at)
    if first.kind in ("part", "parts"):
        if at + 1 < len(tokens) and tokens[at + 1].kind in ("hundred", "scale", "dozen") and tokens[at + 1].start - first.end <= 6:
            before = cardinals.BEFORE_SCALE.search(text, max(first.start - 2, 0), tokens[at + 1].start)
            if before is not None and before.start() <= first.start:
                return cardinals.read(text, tokens, at + 1)  # half a million
        return _bare_part(text, first), at + 1
    if first.kind == "code":
        return None, at + 1
    if first.kind == "couple":
        # "a couple of hundred" is read with its scale, as "several hundred" is
        is_scaled = at + 1 < len(tokens) and tokens[at + 1].kind in ("hundred", "scale", "dozen") and tokens[at + 1].start - first.end <= len(" of ")
        return (None if is_scaled else _couple(text, first)), at + 1
    if first.kind == "mark":
        return Numeral(first.start, first.end, first.value * 100, "part", first.value), at + 1
    return cardinals.read(text, tokens, at)


def _vague(text: str, tokens: list[Token], at: int) -> tuple[Numeral | None, int]:
    """ "dozens", "tens of thousands", "hundreds of thousands of millions"; "several dozens" is read with what stands before."""
    first = tokens[at]
    value, end, at = first.value, first.end, at + 1
    last = at + _LONGEST_CHAIN
    while at < min(last, len(tokens)) and tokens[at].kind == "plural" and _OF.fullmatch(text, end, tokens[at].start):
        value, end, at = value * tokens[at].value, tokens[at].end, at + 1
    if text[first.start : end].lower() in ("tens", "scores") and not re.match(r"\s+of\b|\s+more\b", text[end : end + 8]):
        return None, at
    return Numeral(first.start, end, value, "vague", value), at


def _bare_part(text: str, token: Token) -> Numeral | None:
    """ "half", and "a quarter", "a third" where the article makes it one part; an ordinal without it."""
    word = text[token.start : token.end].lower()
    if word == "half":
        start = token.start - 2 if re.search(r"(?<!\w)a $", text[max(token.start - 3, 0) : token.start], re.I) else token.start
        return Numeral(start, token.end, 50.0, "part", 0.5)
    before = re.search(r"(?<![\w-])(an?)[ -]$", text[max(token.start - 4, 0) : token.start], re.I)
    if before and token.kind == "part":
        return Numeral(token.start - len(before.group()), token.end, 100 / token.value, "part", 1 / token.value)
    if word == "quarter" and _POINT_AFTER.match(text, token.end):
        return Numeral(token.start, token.end, 100 / token.value, "part", 1 / token.value)
    return None


def _couple(text: str, token: Token) -> Numeral | None:
    """ "a couple of", "another couple of", "a couple were damaged"; not the couple that married."""
    if _COUPLE_AFTER.match(text, token.end) is None:
        return None
    if text[max(token.start - 8, 0) : token.start].lower() == "another ":
        return Numeral(token.start, token.end, 2.0, "words", 2.0)
    return Numeral(token.start - 2, token.end, 2.0, "words", 2.0) if _ARTICLE.search(text, max(token.start - 3, 0), token.start) else None
