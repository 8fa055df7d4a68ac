"""ISO 8601 texts of days, months, years and intervals: writing them from dates, and the days that they cover.

A text is as precise as what it was made of: "2024-10-28", "2024-10", "2024"; an interval has a slash and may have an
open end: "2024-10-28/2024-10-28", "/2024-12", "2025-01/".
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from transforms.dates.expression import TimeExpression

_DAYS = ("time", "day", "week", "weekend")
_LENGTHS = {"time": 10, "day": 10, "week": 10, "weekend": 10, "month": 7, "quarter": 7, "half": 7, "season": 7, "year": 4, "decade": 4, "century": 4}


def first_last(iso: str | None) -> tuple[date | None, date | None]:
    """First and last day of an ISO text or interval; None for an open end. ValueError names a text that is neither."""
    if not iso:
        return None, None
    if "/" in iso:
        begin, _, end = iso.partition("/")
        return _span(begin)[0], _span(end)[1]
    return _span(iso)


def _span(text: str) -> tuple[date | None, date | None]:
    if not text:
        return None, None
    parts = text.split("-")
    try:
        numbers = [int(part) for part in parts]
        if len(numbers) == 3:
            day = date(*numbers)
            return day, day
        if len(numbers) == 2:
            return date(numbers[0], numbers[1], 1), date(numbers[0], numbers[1], monthrange(*numbers)[1])
        if len(numbers) == 1 and len(text) == 4:
            return date(numbers[0], 1, 1), date(numbers[0], 12, 31)
    except ValueError:
        pass
    raise ValueError(f"{text!r} is no ISO date; expected YYYY, YYYY-MM or YYYY-MM-DD")


def ends(expression: TimeExpression) -> tuple[str, str]:
    """First and last end of a time expression as ISO texts of its own precision, empty where open."""
    if expression.value and expression.value.startswith("FY"):
        # its days are unknown, its year is not
        return expression.value[2:], expression.value[2:]
    length = _LENGTHS.get(expression.precision, 10)
    return _text(expression.first, length), _text(expression.last, length)


def _text(day: date | None, length: int) -> str:
    return "" if day is None else day.isoformat()[:length]


def between(begin: str, end: str) -> str | None:
    """The interval of two ISO texts, either empty where it is open; None where it would end before it begins, or has no end at all."""
    text = f"{begin}/{end}"
    first, last = first_last(text)
    if (first is None and last is None) or (first is not None and last is not None and last < first):
        return None
    return text


def single(expression: TimeExpression, latest: date | None = None) -> str | None:
    """The expression as one ISO day, month or year: the finest of these that holds all of it, never finer than its text.

    Days after `latest` (when something can't have been said yet) don't count.
    """
    first, last = expression.first, expression.last
    if latest is not None and last is not None and first is not None and first <= latest < last and expression.precision in ("week", "weekend"):
        last = latest
    if first is None or last is None:
        return None
    if first == last == expression.last and expression.precision in _DAYS:
        return first.isoformat()
    if (first.year, first.month) == (last.year, last.month):
        return first.isoformat()[:7]
    return first.isoformat()[:4] if first.year == last.year else None
