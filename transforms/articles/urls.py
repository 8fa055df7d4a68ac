"""The day that stands in an address, such as /2024/10/28/ or /20241028-; a year and month alone are no day."""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import urlsplit

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_PARTED = re.compile(r"(?<!\d)((?:19|20)\d{2})([/_-])(\d{1,2}|[a-z]{3})\2(\d{1,2})(?!\d)", re.IGNORECASE)
_JOINED = re.compile(r"(?<!\d)((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)")


def day_in_url(url: str | None) -> str | None:
    """The ISO day in the path of an address; None when there is none or several differ."""
    if not url:
        return None
    try:
        path = urlsplit(url).path
    except ValueError:
        return None
    days = {day for parts in (*((y, m, d) for y, _, m, d in _PARTED.findall(path)), *_JOINED.findall(path)) if (day := _day(*parts))}
    return days.pop() if len(days) == 1 else None


def _day(year: str, month: str, day: str) -> str | None:
    number = _MONTHS.index(month.lower()) + 1 if month.lower() in _MONTHS else int(month) if month.isdigit() else 0
    try:
        return date(int(year), number, int(day)).isoformat()
    except ValueError:
        return None
