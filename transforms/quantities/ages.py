"""Ages that only say who somebody is: "Lee, 42,", "his sisters, 5 and 7,", "20-somethings"."""

from __future__ import annotations

import re

from transforms.quantities.clock import MONTH_BEFORE
from transforms.quantities.numeral import Numeral

_NUMBER = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_KIN = (
    r"(?:sisters|brothers|sons|daughters|children|kids|boys|girls|twins|nieces|nephews|cousins|siblings|grandchildren|grandsons|granddaughters"
    r"|stepchildren|stepsons|stepdaughters|toddlers|teenagers|youngsters)"
)
_KIN_BEFORE = re.compile(rf"\b{_KIN}, (?:{_NUMBER}, )*(?:{_NUMBER},? (?:and|or) )?$", re.I)
_NAMES_BEFORE = re.compile(rf"\b[A-Z][\w’'-]+,? and [A-Z][\w’'-]+, (?:{_NUMBER} and )?$")
_KIN_AFTER = re.compile(rf"(?:, {_NUMBER})*,? (?:and|or) {_NUMBER}[,.;)](?!\d)(?! respectively)|[,.;)](?!\d)(?! respectively)")
_SOMETHINGS = re.compile(r"[ -]?somethings?\b")
_ARTICLE_BEFORE = re.compile(r"\b(?:an?|every|each|the|of|my|his|her|their|for) $", re.I)
_DECADES = frozenset((20, 30, 40, 50, 60, 70, 80, 90))


def refuse(text: str, numeral: Numeral) -> tuple[str, int] | None:
    """Reason and end of a number that is somebody's age, or None."""
    if not 1 <= numeral.value <= 110 or numeral.has_scale or not numeral.value.is_integer():
        return None
    return _something(text, numeral) or _of_several(text, numeral) or (_apposition(text, numeral) if numeral.form == "digits" else None)


def _something(text: str, numeral: Numeral) -> tuple[str, int] | None:
    """ "20-somethings", "a thirty-something"; "50-something goats" is a hedged count."""
    match = _SOMETHINGS.match(text, numeral.end) if numeral.value in _DECADES else None
    if match is None or not (match.group().endswith("s") or _ARTICLE_BEFORE.search(text, max(numeral.start - 7, 0), numeral.start)):
        return None
    return "age", match.end()


def _of_several(text: str, numeral: Numeral) -> tuple[str, int] | None:
    """ "his sisters, 5 and 7,", "Anna and Ben, 4 and 6,"."""
    if text[numeral.start - 1 : numeral.start] != " " or _KIN_AFTER.match(text, numeral.end) is None:
        return None
    floor = max(numeral.start - 60, 0)
    listed = _KIN_BEFORE.search(text, floor, numeral.start) is not None
    named = numeral.form == "digits" and _NAMES_BEFORE.search(text, floor, numeral.start) is not None
    if not listed and named:
        before, after = text[numeral.start - 5 : numeral.start], text[numeral.end : numeral.end + 5]
        named = before.endswith(" and ") or after == " and "
        listed = named
    return ("age", numeral.end) if listed else None


_AGE_APPOSITION = re.compile(r"[A-Z][\w'’.-]*(?:\s?\([^)]{1,20}\))?,? ?, $|[A-Z][\w'’-]+, $")
_AGE_END = re.compile(r",|\.(?!\d)|;|\)| ?(?:who|of(?! (?:its|the|their|his|her|our|those|them|these|whom|which|all)\b)|from|and)\b| [-–—―]|$|\n")
# "The minister, 62, has led it"
_GROWN = 15
_SOMEBODY = re.compile(r"\b(?:[Tt]he|[Aa]|[Hh]is|[Hh]er) (?:[a-z-]+ ){0,2}[a-z-]+[^s\W], $")
_GOES_ON = re.compile(r", (?:has|had|was|is|who|said|will|would|also|told|began|died|became|won|lives|lived|faces|denies|denied)\b")
_WHO_IS = re.compile(r"\bwho(?:['’]s| is| was| turns| turned| will be| will turn) (?:now |only |just )?$")


def _apposition(text: str, numeral: Numeral) -> tuple[str, int] | None:
    """ "Lee, 42,": a number of a life's length between a name's comma and the next."""
    if not 1 <= numeral.value <= 110 or not numeral.value.is_integer():
        return None
    if _WHO_IS.search(text, max(numeral.start - 22, 0), numeral.start) and re.match(r"[,.;)]|$", text[numeral.end : numeral.end + 1]):
        return "age", numeral.end
    if text[numeral.start - 2 : numeral.start] != ", ":
        return None
    if numeral.value >= _GROWN and _SOMEBODY.search(text, max(numeral.start - 40, 0), numeral.start) and _GOES_ON.match(text, numeral.end):
        return "age", numeral.end
    if not _AGE_END.match(text, numeral.end) or re.match(r",\d| and \d|, \d", text[numeral.end : numeral.end + 7]):
        return None
    if not _AGE_APPOSITION.search(text, max(numeral.start - 30, 0), numeral.start):
        return None
    if MONTH_BEFORE.search(text, max(numeral.start - 12, 0), numeral.start - 2):
        return None
    return "age", numeral.end
