"""Comparisons: which of two numbers a date belongs to in "up from 80 in 2010" and "from nine to 20 by 2025"."""

from __future__ import annotations

import re

from transforms.dates.expression import TimeExpression
from transforms.language.document import Document
from transforms.quantities.quantity import Quantity

_WINDOW = 90
_COMPARED = re.compile(
    r"\b(?:from|than|against|versus|compared\s+(?:with|to)|double|triple|twice|half|shy\s+of|short\s+of)\s+(?:the\s+)?(?:(?!to\b)[a-z]+\s+){0,3}[$€£¥]?\d[\d.,]*(?:\s?%|\s?(?!to\b|by\b|since\b|until\b)[a-z]+){0,3}?"
    r"(?:\s+(?:recorded|registered|seen|reported|counted|posted|logged|set|measured|killed|sold))?(?:\s+(?:in|on|at|as\s+of))?(?:\s+(?:all\s+of|the))?\s+$",
    re.IGNORECASE,
)
_BASE = re.compile(r"\b(than|versus|against|compared\s+(?:with|to)|from)\s+(?:(?:in|on|at|during|that|those|of|for|the)\s+)*$", re.IGNORECASE)
_OVER = re.compile(r"\bover\s+(?:his|her|its|their|the)\s+$", re.IGNORECASE)
_SPAN = re.compile(r"\s+(?:years?|months?|weeks?|days?|quarter|period|season)")
_EARLIER = re.compile(r"\b(?:earlier|ago|last|previous|prior|preceding|same)\b", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s+(?:(?:the|a|its|their|current|present|about|some|around|[a-z]+ly)\s+)*$", re.IGNORECASE)
_TO = re.compile(r"(?:\s+[\w%]+){0,2}\s+to\s", re.IGNORECASE)
# "from 10 dollars a ton in 2008 to 30 dollars by 2012": each end of a change with its own date
_CHANGE_END = re.compile(r"\b(from|to)\s+(?:(?:about|around|some|nearly|almost|roughly|just|over|under|only|more\s+than)\s+){0,2}$", re.IGNORECASE)
_OF_END = re.compile(
    r"(?:\s+(?!(?:in|by|on|at|and|or|to|from|was|were|is|are)\b)[a-z-]+){0,7}?\s+(?:in|by|on|at|as\s+of|for)\s+(?:the\s+)?", re.IGNORECASE
)
# "14 in 2021 and 18 in 2023": a list of numbers with a date each
_LISTED = re.compile(
    r"\b(?:in|by|on)\s+(?:\d{4}|(?:January|February|March|April|May|June|July|August|September|October|November|December)(?:\s\d{1,4})?|[A-Z][a-z]+day)"
    r"(?:,|,?\s+and)\s+(?:(?:about|around|some|nearly|almost|just|only|more\s+than)\s+)?$"
)
_SINCE = re.compile(r"(?![^,;]*\b(?:and|but|which|who|that|than)\b)[^,;\d]{0,50}?\bsince\s[^,;\d]{0,60}", re.IGNORECASE)


def is_own(document: Document, expression: TimeExpression, quantity: Quantity) -> bool:
    """Whether the date follows the number at once within the second half of a comparison, so that it belongs to it alone."""
    start = _compared_from(document, expression)
    if start is not None and start <= quantity.start < expression.start:
        return True
    if expression.start < quantity.end or expression.start - quantity.end > _WINDOW:
        return False
    text = document.text
    between = text[quantity.end : expression.start]
    if _SINCE.fullmatch(between):
        return True
    before = text[max(0, quantity.start - 40) : quantity.start]
    if _LISTED.search(before) and _OF_END.fullmatch(between):
        return True
    lead = _CHANGE_END.search(before)
    if lead is None or not _OF_END.fullmatch(between):
        return False
    return lead[1].lower() == "to" or bool(_TO.match(text, expression.end))


def is_of_other(document: Document, expression: TimeExpression, quantity: Quantity) -> bool:
    """Whether the date belongs to the other number of a comparison, or to the end of a change that this number begins."""
    start = _compared_from(document, expression)
    if start is not None and not start <= quantity.start < expression.start:
        return True
    sentence = document.sentence_at(expression.start)
    lead = document.text[max(sentence.start, quantity.start - 24) : quantity.start]
    return expression.start > quantity.end and bool(_FROM.search(lead)) and bool(_TO.match(document.text, quantity.end))


def is_base(document: Document, expression: TimeExpression, quantity: Quantity) -> bool:
    """Whether the date is only what is compared with: "14 percent more than in May", "up 3 percent from a year earlier"."""
    if expression.start < quantity.end:
        return False
    before = document.text[max(quantity.end, expression.start - 40) : expression.start]
    if _OVER.search(before) and not _SPAN.match(document.text, expression.end):
        return True  # "by 69,000 votes over his 2008 lead"
    match = _BASE.search(before)
    return match is not None and (match[1].lower() != "from" or bool(_EARLIER.search(expression.text)))


def _compared_from(document: Document, expression: TimeExpression) -> int | None:
    """Where the half of a comparison starts that ends with the date."""
    start = max(document.sentence_at(expression.start).start, expression.start - _WINDOW)
    found = _COMPARED.search(document.text, start, expression.start)
    return found.start() if found else None
