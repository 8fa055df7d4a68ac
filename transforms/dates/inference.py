"""The publication date out of an article's own text, where nothing else gives it: a dateline, or a complete date near the top.

Conservative: a date without a year, one that can be read in two ways, or one inside a sentence of the report gives nothing.
"""

from __future__ import annotations

import re
from datetime import date

from transforms.dates.expression import TimeExpression
from transforms.dates.find import find
from transforms.language.document import Document

_HEAD = 2500
_LINES = 12
_LONGEST_LABEL_LINE = 110
_AMBIGUOUS = re.compile(r"(?<!\d)(?:0?[1-9]|1[0-2])[/.-](?:0?[1-9]|1[0-2])[/.-](?:\d{4}|\d{2})(?!\d)")
_PLACE = re.compile(r"(?:[^\W\d_][\w.'’/-]*(?:\s+|,\s*|\s*[/-]\s*)){1,8}\(?$")
_DATELINE_TAIL = re.compile(r"\s*[,)]?\s*(?:\([^()\n]{2,40}\)\s*|/[A-Z][\w -]{1,30}/\s*)?(?:[-–—]{1,2}|:)\s*\S")
_PREPOSITION = re.compile(r"^(?:in|on|from|at|by|since|until|the|after|before)\b|\b(?:on|in|by|since|until|from|the)\s+$", re.IGNORECASE)
_LABEL = (
    r"published|posted|date|dated|issued|released|release\s+date|publication\s+date|pub\s+date|for\s+immediate\s+release"
    r"|press\s+release|first\s+published|created|news|statement|media\s+release"
)
_CHANGED = r"updated|last\s+updated|modified|last\s+modified|edited|corrected|last\s+reviewed"
_FILLER = re.compile(
    rf"(?:\b(?:{_LABEL}|{_CHANGED}|on|at|by|from|the|of|mon|tue|wed|thu|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|am|pm|a\.m|p\.m"
    r"|gmt|utc|bst|est|edt|pst|pdt|cet|cest|eet|et|local\s+time|time|noon)\b|\d{1,2}[:.]\d\d(?::\d\d)?|[+-]\d\d:?\d\d|[\s,.:;|()\[\]•·*#>/–—-])*",
    re.IGNORECASE,
)


def infer_published(text: str) -> tuple[date, str, str] | None:
    """(day, "dateline" or "text", the date as written) from the top of the text; None where it gives no complete date."""
    head = text[:_HEAD]
    lines = _top_lines(head)
    dates = [d for d in find(Document(head)) if _is_complete(d)]
    for start, end in lines:
        for expression in dates:
            if start <= expression.start < end and _is_dateline(head, start, expression):
                return _result(expression, "dateline")
    labelled = [(d, head[start:end]) for start, end in lines for d in dates if start <= d.start < end and _stands_alone(head, start, end, d)]
    days = {d.first for d, line in labelled if not re.search(rf"\b(?:{_CHANGED})\b", line, re.IGNORECASE)}
    if len(days) > 1:
        return None
    for expression, _ in labelled:
        if not days or expression.first in days:
            return _result(expression, "text")
    return None


def _result(expression: TimeExpression, evidence: str) -> tuple[date, str, str]:
    assert expression.first is not None
    return expression.first, evidence, expression.text


def _top_lines(head: str) -> list[tuple[int, int]]:
    """Start and end of the first lines that hold anything."""
    found = []
    position = 0
    for line in head.split("\n"):
        if line.strip():
            found.append((position + len(line) - len(line.lstrip()), position + len(line.rstrip())))
        position += len(line) + 1
    return found[:_LINES]


def _is_complete(expression: TimeExpression) -> bool:
    """Whether the text alone gives the day, in one way only."""
    return (
        expression.anchor == "none"
        and expression.precision in ("day", "time")
        and expression.first is not None
        and expression.first == expression.last
        and expression.type in ("DATE", "TIME")
        and not (_AMBIGUOUS.search(expression.text) and not _is_doubled(expression.text))
    )


def _is_doubled(text: str) -> bool:
    """Whether day and month are the same number, so that their order doesn't matter."""
    numbers = re.findall(r"\d+", text)
    return len(numbers) >= 2 and int(numbers[0]) == int(numbers[1])


def _is_dateline(head: str, line_start: int, expression: TimeExpression) -> bool:
    """ "GENEVA, 28 October 2024 (Agency) — …": place, date, dash at the start of a paragraph, the place in capitals or after none."""
    before = head[line_start : expression.start]
    if not before or len(before) > 60 or not _PLACE.fullmatch(before):
        return False
    first = re.match(r"[\w.'’-]+", before)
    if first is None or not first.group()[0].isupper() or _PREPOSITION.search(before):
        return False
    tail = _DATELINE_TAIL.match(head, expression.end)
    return tail is not None and (first.group().isupper() or all(w[0].isupper() for w in re.findall(r"[^\W\d_][\w.'’-]*", before)))


def _stands_alone(head: str, start: int, end: int, expression: TimeExpression) -> bool:
    """Whether the line is nothing but the date with its label, weekday, time or by-line."""
    if end - start > _LONGEST_LABEL_LINE:
        return False
    before, after = head[start : expression.start], head[expression.end : end]
    if not _FILLER.fullmatch(after):
        return False
    by_line = re.match(r"\s*by\s+(?:[A-Z][\w.'’-]*\s*(?:,|and)?\s*){1,6}[|,•·–—-]", before, re.IGNORECASE)
    return bool(_FILLER.fullmatch(before[by_line.end() :] if by_line else before))
