"""What is counted from now or from a date named before: "two weeks ago", "a year earlier", "a week from Friday"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from transforms.dates.calendar import shift, value_at
from transforms.dates.context import Context
from transforms.dates.lexicon import NUMBER, UNIT, UNIT_WORDS, parse_number
from transforms.dates.reading import Reading, dated, pointing, rule
from transforms.dates.rules.durations import duration_value

_AGO = r"(?:(?P<about>about|around|nearly|almost|roughly|some|over|just|more\s+than|less\s+than|fewer\s+than|at\s+least|exactly)\s+)?"


@rule(
    "unit",
    pattern=rf"{_AGO}{NUMBER}[\s-]+(?:or\s+(?:two|so)\s+)?{UNIT}(?:\s+or\s+(?:so|more))?(?P<half>\s+and\s+a\s+half)?\s+(?P<way>ago|back|from\s+now|hence|from\s+today)\b(?P<day>\s+(?:today|yesterday|tomorrow|this\s+week|on\s+\w+day)\b)?",
)
def counted_from_now(match: re.Match[str], context: Context) -> Reading | None:
    """ "two weeks ago", "a year from now": as precise as the unit."""
    way = match["way"].lower()
    count, unit = parse_number(match["number"]), match["unit"].lower()
    if count is not None and match["half"]:
        count += 0.5
    sign = -1 if way in ("ago", "back") else 1
    published = context.published
    if unit == "quarters" or unit == "quarter":
        unit = "quarter"
    if count is None:
        return Reading(*match.span(), "DATE", "PAST_REF" if sign < 0 else "FUTURE_REF", anchor="publication")
    if unit.startswith("year") and count == 1 and not match["about"] and way == "ago" and (named := context.told_period(match.start())):
        if named.precision in ("quarter", "half", "month") and context_is_current(named, context):
            return pointing(match.span(), named, -1, is_comparison=True)
    if unit.startswith("year") and count == 1 and not match["about"] and way == "ago" and (span := _span_year_before(match, context)):
        return span
    if published is None:
        return Reading(*match.span(), "DATE", "PAST_REF" if sign < 0 else "FUTURE_REF", anchor="none")
    value = counted(published, sign * count, unit)
    if value is None:
        return None
    return dated(match.span(), value, "publication", "TIME" if "T" in value else "DATE")


# what happens at once, so that it lies at the end of the time, not within it ("will build it in three weeks")
_AT_ONCE = re.compile(
    r"\b(?:be|is|are|due|arriv(?:e|es|ing)|opens?|opening|starts?|begins?|comes?|coming|leav(?:e|es|ing)|land|depart|sail|meet|vote|expires?|ends?|launch(?:es)?|returns?|resumes?|reopens?|follow|place|held)\s+(?:again\s+)?in$"
)


@rule("unit", pattern=rf"(?<=in\s){_AGO}{NUMBER}\s+{UNIT}(?P<time>['’]?s?['’]?\s+time\b)?(?!\s+of\b)")
def counted_ahead(match: re.Match[str], context: Context) -> Reading | None:
    """ "will arrive in three weeks", "in three weeks' time": that long after the publication, as precise as the unit."""
    count, published = parse_number(match["number"]), context.published
    if count is None or published is None or UNIT_WORDS[match["unit"].lower()][0].startswith("T"):
        return None
    if not match["time"] and not (_AT_ONCE.search(context.before(match.start())) and context.tense(*match.span()) != "past"):
        return None
    value = counted(published, count, match["unit"].lower())
    return dated(match.span(), value, "publication") if value else None


@rule("unit", pattern=rf"{NUMBER}\s+(?P<unit>days|weeks?|fortnights?)\s+from\s+(?:this\s+(?:coming\s+)?)?(?=[A-Z]\w+day\b)")
def counted_from_weekday(match: re.Match[str], context: Context) -> Reading | None:
    """ "a week from Friday": counted from the coming one."""
    count, day = parse_number(match["number"]), context.peek(match.end())
    if count is None or day is None or day.first is None or day.precision != "day" or context.published is None:
        return None
    coming = day.first if day.first >= context.published else shift(day.first, "week", 1)
    value = counted(coming, count * (14 if match["unit"].startswith("f") else 7 if match["unit"].startswith("w") else 1), "day")
    return dated((match.start(), day.end), value, day.anchor)


def _span_year_before(match: re.Match[str], context: Context) -> Reading | None:
    """ "In the six months to June it sold 40, from 30 a year earlier": by its value a year, by its days the same six months."""
    if context.span is None or context.told_period(match.start()) is not None or not context_is_current(context.span, context):
        return None
    span = pointing(match.span(), context.span, -1, is_comparison=True)
    if span is None or span.first is None or span.last is None or span.precision != "month":
        return None
    return replace(span, type="DATE", value=f"{span.last.year:04d}", anchor="named")


def context_is_current(named: Reading, context: Context) -> bool:
    """Whether the period named last lies near the publication, so that "a year ago" compares with it."""
    return context.published is None or (named.first is not None and abs((named.first - context.published).days) < 400)


def counted(day: date, count: float, unit: str) -> str | None:
    """The value that lies `count` units from the day, as precise as the unit; None beyond the calendar."""
    code, size = UNIT_WORDS[unit]
    if code.startswith("T"):
        return f"{day.isoformat()}TXX:XX"
    if size == 10:
        count, code = count * 10, "Y"
    if code == "C" and abs(count) < 100:
        return value_at(shift(day, "year", round(100 * count)), "decade")
    if code in ("C", "L", "S") or abs(count) > 10000:
        return None
    if count != int(count):
        count, code = {"Y": (count * 12, "M"), "M": (count * 4, "W"), "W": (count * 7, "D"), "Q": (count * 3, "M")}.get(code, (count, code))
    if code == "W" and size == 2:
        count *= 2
    precision = {"D": "day", "W": "week", "WE": "weekend", "M": "month", "Q": "quarter", "Y": "year"}[code]
    try:
        return value_at(shift(day, precision, round(count)), precision)
    except (ValueError, OverflowError):
        return None


@rule(
    "unit",
    pattern=rf"{_AGO}{NUMBER}[\s-]+{UNIT}\s+(?P<way>earlier|later|before|after(?:wards?)?|previously|prior|beforehand|after\s+that|before\s+that)\b(?!\s+than)",
)
def counted_from_named(match: re.Match[str], context: Context) -> Reading | None:
    """ "a year earlier", "three days later": from the date named last."""
    reading = _from_named(match, context)
    if reading is None or not (match["about"] or "").lower().endswith("than") or not _MEASURED.search(context.before(match.start())):
        return reading
    # "3 percent more than a year earlier" compares the amounts
    return replace(reading, start=match.start() + _THAN.match(match.group()).end())  # type: ignore[union-attr]


_MEASURED = re.compile(
    r"(?:\d|%|\bpercent|\bcents?|\bpoints?|\b(?:million|billion|trillion|thousand)(?:\s+\w+)?"
    r"|\b(?:slightly|much|far|even|little|many|considerably|significantly))$"
)
_THAN = re.compile(r"\w+\s+than\s+")


def _from_named(match: re.Match[str], context: Context) -> Reading | None:
    count, unit, way = parse_number(match["number"]), match["unit"].lower(), match["way"].lower()
    sign = 1 if way.startswith(("later", "after")) else -1
    code = UNIT_WORDS[unit][0]
    following = context.text[match.end() : match.end() + 12]
    if way in ("before", "after", "prior") and re.match(r"\s+(?:the|a|an|his|her|its|their|he|she|it|they|[A-Z]\w|to\b|\w+ing\b)", following):
        return None
    if count is None:
        # "a few days later": that long after something, which may be long ago
        return Reading(*match.span(), "DURATION", duration_value(None, unit))
    if code == "Y" and count == int(count) and sign < 0 and (period := context.told_period(match.start())) and period.value:
        return pointing(match.span(), period, -int(count), is_comparison=True)
    if code == "Y" and count == 1 and sign < 0 and (span := _span_year_before(match, context)):
        return span
    named = context.last_named
    if named is None or named.first is None:
        if context.published is None or sign > 0:
            return None
        value = counted(context.published, sign * count, unit)
        return dated(match.span(), value, "publication", "TIME" if "T" in value else "DATE") if value else None
    if code.startswith("T"):
        return dated(match.span(), f"{named.first.isoformat()}TXX:XX", "named", "TIME") if named.precision in ("day", "time") else None
    value = counted(named.first, sign * count, unit)
    return dated(match.span(), value, "named") if value else None
