"""Calendar arithmetic on TIMEX3 values: which days a value covers, how precise it is, and values shifted by units.

It knows no words of any language and no document.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)
SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_VALUE = re.compile(
    r"(?P<year>\d{4})(?:-(?:W(?P<week>\d\d)(?:-(?P<weekend>WE))?|Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<season>SP|SU|FA|WI)"
    r"|(?P<month>\d\d)(?:-(?P<day>\d\d))?))?(?:T(?P<time>.+))?"
)
Interval = tuple[date | None, date | None, str]


def interval(value: str | None) -> Interval:
    """First day, last day and precision of a TIMEX3 date or time value; (None, None, precision) where days are unknown."""
    if not value:
        return None, None, "unknown"
    if re.fullmatch(r"\d{3}X?", value):
        start = int(value[:3]) * 10
        return date(max(start, 1), 1, 1), date(start + 9, 12, 31), "decade"
    if re.fullmatch(r"\d\d(XX)?", value):
        start = int(value[:2]) * 100
        return date(max(start, 1), 1, 1), date(start + 99, 12, 31), "century"
    match = _VALUE.fullmatch(value)
    if match is None or match["year"] == "0000":
        return None, None, _unknown(value)
    try:
        return _days(match)
    except ValueError:
        return None, None, "unknown"


def _days(match: re.Match[str]) -> Interval:
    year = int(match["year"])
    if match["day"]:
        day = date(year, int(match["month"]), int(match["day"]))
        return day, day, "time" if match["time"] else "day"
    if match["month"]:
        return *months(year, int(match["month"]), 1), "month"
    if match["week"]:
        monday = date.fromisocalendar(year, int(match["week"]), 1)
        if match["weekend"]:
            return monday + 5 * ONE_DAY, monday + 6 * ONE_DAY, "weekend"
        return monday, monday + 6 * ONE_DAY, "week"
    if match["quarter"]:
        return *months(year, 3 * int(match["quarter"]) - 2, 3), "quarter"
    if match["half"]:
        return *months(year, 6 * int(match["half"]) - 5, 6), "half"
    if match["season"]:
        return *months(year, SEASON_MONTH[match["season"]], 3), "season"
    return date(year, 1, 1), date(year, 12, 31), "year"


def _unknown(value: str) -> str:
    """The precision of a value whose days are unknown."""
    if value.startswith("FY"):
        return "year"
    for pattern, name in (
        (r".{4}-.{2}-.{2}T", "time"), (r".{4}-W.{2}-WE", "weekend"), (r".{4}-W.{2}-\d", "day"), (r".{4}-W", "week"), (r".{4}-Q", "quarter"),
        (r".{4}-H", "half"), (r".{4}-(?:SP|SU|FA|WI)", "season"), (r".{4}-.{2}-.{2}", "day"), (r".{4}-.{2}", "month"),
        (r"BC|[\dX]{4}$", "year"),
    ):  # fmt: skip
        if re.match(pattern, value):
            return name
    return "unknown"


def months(year: int, month: int, count: int) -> tuple[date, date]:
    """First and last day of `count` calendar months from that month on; ValueError beyond the calendar."""
    last = year * 12 + month - 1 + count - 1
    return date(year, month, 1), date(last // 12, last % 12 + 1, monthrange(last // 12, last % 12 + 1)[1])


def plus_months(day: date, count: int) -> date:
    """The same day of the month, `count` months on (the last day where that month is shorter)."""
    index = day.year * 12 + day.month - 1 + count
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def easter(year: int) -> date:
    """Easter Sunday of the Western churches, by the Gregorian rule in its form without tables (Meeus, Jones and Butcher)."""
    golden, century, rest = year % 19, year // 100, year % 100
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    month, day = divmod(moon + weekday - 7 * ((golden + 11 * moon + 22 * weekday) // 451) + 114, 31)
    return date(year, month, day + 1)


def value_at(day: date, precision: str) -> str:
    """The TIMEX3 value of that precision (day, week, weekend, month, quarter, half, season, year, decade, century) that holds the day."""
    week = day.isocalendar()
    return {
        "day": day.isoformat(),
        "week": f"{week.year:04d}-W{week.week:02d}",
        "weekend": f"{week.year:04d}-W{week.week:02d}-WE",
        "month": f"{day.year:04d}-{day.month:02d}",
        "quarter": f"{day.year:04d}-Q{(day.month + 2) // 3}",
        "half": f"{day.year:04d}-H{(day.month + 5) // 6}",
        "season": season_at(day),
        "year": f"{day.year:04d}",
        "decade": f"{day.year // 10:03d}",
        "century": f"{day.year // 100:02d}",
    }[precision]


def season_at(day: date) -> str:
    """The season that holds the day; a winter bears the year in which it began."""
    code = ("WI", "SP", "SU", "FA")[day.month % 12 // 3]
    return f"{day.year - (day.month < 3):04d}-{code}"


def shift(day: date, precision: str, count: int) -> date:
    """The day moved by `count` units of that precision; ValueError or OverflowError beyond the calendar."""
    if precision in ("day", "time"):
        return day + count * ONE_DAY
    if precision in ("week", "weekend"):
        return day + 7 * count * ONE_DAY
    per_unit = {"month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}[precision]
    return plus_months(day, per_unit * count)


def shifted(value: str, count: int, unit: str) -> str | None:
    """The value moved by `count` units (day, week, month, quarter, year), kept at its own precision; None where it has no days."""
    first, _, precision = interval(value)
    if first is None:
        return None
    clock = value[value.index("T") :] if precision == "time" else ""
    try:
        moved = shift(first, unit, count)
    except (ValueError, OverflowError):
        return None
    return value_at(moved, "day" if clock else precision) + clock
