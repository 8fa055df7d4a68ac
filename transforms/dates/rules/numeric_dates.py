"""Dates in figures: ISO 8601, year first, and day and month in either order, told apart by the evidence of the text."""

from __future__ import annotations

import re
from datetime import date

from transforms.dates.context import Context
from transforms.dates.reading import Reading, dated, rule

_CLOCK = r"(?:[T ](?P<clock>\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?"
_SLASHED = re.compile(r"(?<![\d/.])(\d{1,2})([/.-])(\d{1,2})\2(?:\d{4}|\d{2})(?![\d/]|\.\d)")


@rule(
    "year",
    pattern=rf"(?<![\d/.-])(?P<year>[12]\d{{3}})(?P<separator>[-/.])(?P<month>0?[1-9]|1[0-2])(?P=separator)(?P<day>3[01]|[12]\d|0?[1-9])(?![\d/-]|\.\d){_CLOCK}",
)
def year_first(match: re.Match[str], context: Context) -> Reading | None:
    """ "2024-10-28", "2024/10/28", with or without a time."""
    try:
        value = date(int(match["year"]), int(match["month"]), int(match["day"])).isoformat()
    except ValueError:
        return None
    if match["clock"]:
        return dated(match.span(), f"{value}T{match['clock']}", "none", "TIME")
    return dated(match.span(), value, "none")


@rule("numeric", pattern=r"(?<![\d/.-])(?P<one>\d{1,2})(?P<separator>[/.-])(?P<two>\d{1,2})(?P=separator)(?P<year>[12]\d{3}|\d{2})(?![\d/-]|\.\d)")
def day_and_month(match: re.Match[str], context: Context) -> Reading | None:
    """ "28/10/2024", "10/28/24", "28.10.2024"; where both orders are possible, as the rest of the text writes them."""
    one, two, year = int(match["one"]), int(match["two"]), int(match["year"])
    if len(match["year"]) == 2:
        if match["separator"] != "/":
            return None
        year += 2000 if year < 70 else 1900
    day_first = _order(one, two, match["separator"])
    if day_first is None:
        if context.day_first is None:
            context.day_first = is_day_first(context.text)
        day_first = context.day_first
    day, month = (one, two) if day_first else (two, one)
    try:
        return dated(match.span(), date(year, month, day).isoformat(), "none")
    except ValueError:
        return None


def _order(one: int, two: int, separator: str) -> bool | None:
    if one > 12:
        return True
    if two > 12:
        return False
    return True if separator == "." else None


def is_day_first(text: str) -> bool:
    """Whether the text writes the day before the month; by its unambiguous dates and its spelling, American without evidence."""
    votes = 0
    for match in _SLASHED.finditer(text):
        order = _order(int(match[1]), int(match[3]), match[2])
        votes += 0 if order is None else 1 if order else -1
    if votes:
        return votes > 0
    british = re.search(r"\b(?:\w+isation|labour|centre|colour|defence|favour|neighbour|programme|metres|kilometres|tonnes)\w*", text, re.IGNORECASE)
    american = re.search(r"\b(?:\w+ization|labor|center|color|defense|favor|neighbor|program|meters|kilometers)\b", text, re.IGNORECASE)
    return bool(british) and not american
