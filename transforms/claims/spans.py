"""Two dates that are the ends of one time: "from X to Y", "X-Y", and lists, "July and August"."""

from __future__ import annotations

import re
from datetime import date

from transforms.claims.intervals import between, ends
from transforms.dates.expression import TimeExpression
from transforms.language.document import Document

_PAIR = re.compile(
    r"[\s-]*(?:to|until|till|(?:right\s+)?through(?:\s+to)?|and|-|–|—|/)\s*[-]?(?:the\s+)?(?:end\s+of\s+|early\s+|late\s+|mid-?)?", re.IGNORECASE
)
_LISTED = frozenset({"day", "time", "month", "quarter", "half", "year"})
_COMMA_OR_AND = re.compile(r"\s*(?:,|,?\s+and)\s+(?:(?:in|on)\s+)?(?:the\s+)?", re.IGNORECASE)
# "12 and 14 percent in 2022 and 2023": one for each
_TWO_NUMBERS = re.compile(r"\d[^,;]{0,30}?(?:,|\band)\s+(?:[a-z]+\s+){0,2}[$€£¥]?\d[^,;]{0,40}$")
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_PAIR_BEFORE = re.compile(r"\b(?:from|between)\s+(?:on\s+|in\s+|the\s+|early\s+|late\s+|mid-?)*$", re.IGNORECASE)


def both_ends(document: Document, expression: TimeExpression, candidates: list[TimeExpression]) -> tuple[str, TimeExpression] | None:
    """The interval whose one end the date is, and its first date; None where the date stands alone or its pair is the wrong way round."""
    pair = _pair(document, expression, candidates)
    text = between(ends(pair[0])[0], ends(pair[1])[1]) if pair is not None else None
    return (text, pair[0]) if pair is not None and text is not None else None


def _pair(document: Document, expression: TimeExpression, candidates: list[TimeExpression]) -> tuple[TimeExpression, TimeExpression] | None:
    """ "from X to Y", "between X and Y", "X-Y": both ends."""
    text = document.text
    place = candidates.index(expression)
    for one, two in ((place, place + 1), (place - 1, place)):
        if one < 0 or two >= len(candidates):
            continue
        first, second = candidates[one], candidates[two]
        gap = text[first.end : second.start]
        if first.type == "DURATION" and first.last is not None and _PAIR.fullmatch(gap):
            # "the 12 months to February" has both its ends
            return first, first
        if _PAIR.fullmatch(gap) and (
            _PAIR_BEFORE.search(text[max(0, first.start - 24) : first.start]) or gap.strip(" -") in ("", "–", "/", "to", "through")
        ):
            return first, second
    return _listed(document, place, candidates)


def _listed(document: Document, place: int, candidates: list[TimeExpression]) -> tuple[TimeExpression, TimeExpression] | None:
    """ "July and August", "January, February and March": the first and the last of a rising list that ends with "and"."""
    low = high = place
    while low > 0 and _goes_on(document, candidates[low - 1], candidates[low]):
        low -= 1
    while high + 1 < len(candidates) and _goes_on(document, candidates[high], candidates[high + 1]):
        high += 1
    if low == high or "and" not in document.text[candidates[high - 1].end : candidates[high].start]:
        return None
    sentence = document.sentence_at(candidates[low].start)
    if "respectively" in sentence.text or _TWO_NUMBERS.search(document.text, sentence.start, candidates[low].start):
        return None
    return candidates[low], candidates[high]


def _goes_on(document: Document, first: TimeExpression, second: TimeExpression) -> bool:
    """Whether the second date continues the list of the first: as precise, later, and nothing but a comma or "and" between."""
    is_later = (first.last or date.max) < (second.first or date.min)
    if not is_later or first.precision != second.precision or first.precision not in _LISTED or "DURATION" in (first.type, second.type):
        return False
    return bool(_COMMA_OR_AND.fullmatch(document.text[first.end : second.start])) and not _is_subject(document, second)


def _is_subject(document: Document, expression: TimeExpression) -> bool:
    """ "fell in July, and August brought 12 more": the date is what the next verb speaks of."""
    span = document.span(expression.start, expression.end)
    following = span[-1].nbor() if span[-1].i + 1 < len(span.doc) else None
    return span.root.dep_ in _SUBJECTS and following is not None and following.pos_ in ("VERB", "AUX", "ADV")
