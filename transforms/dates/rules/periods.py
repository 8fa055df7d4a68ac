"""Weeks, months, years and the like, placed from the publication or from a date named before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from transforms.dates.calendar import interval, plus_months, shift, shifted, value_at
from transforms.dates.context import Context
from transforms.dates.lexicon import EARLY, SEASON, SEASONS, YEAR, parse_year
from transforms.dates.reading import Reading, dated, rule

_PRECISION = {"fortnight": "week"}
_SHIFT = {
    "last": -1, "past": -1, "the past": -1, "this past": -1, "previous": -1, "the previous": -1, "the preceding": -1,
    "the prior": -1, "prior": -1, "the last": -1,
    "this": 0, "this current": 0, "current": 0, "the current": 0, "the present": 0, "this same": 0,
    "next": 1, "coming": 1, "the coming": 1, "this coming": 1, "the next": 1, "upcoming": 1, "the upcoming": 1, "following": 1,
    "the following": 1,
}  # fmt: skip
_UNIT = r"(?P<unit>week-?end|week(?!\s*-?end)|month|quarter|season|year|decade|century)\b(?!-)"
_DEICTIC = (
    r"the\s+past(?=\s+week-?end)|this(?:\s+(?:past|coming|current))?|last|next|the\s+current|the\s+present"
    r"|(?:the\s+)?coming|(?:the\s+)?upcoming|the\s+(?:previous|preceding|prior|following)|current"
)


def _precision(unit: str) -> str:
    unit = unit.lower().replace("-", "")
    return _PRECISION.get(unit, unit)


_IN_TITLE = re.compile(r"[A-Za-z]\s$")


@rule("unit", pattern=rf"{EARLY}(?P<which>{_DEICTIC})\s+(?:(?:calendar|fiscal|financial|full|whole)\s+)?{_UNIT}(?!s)")
def which_period(match: re.Match[str], context: Context) -> Reading | None:
    """ "last week", "earlier this month", "the end of next year"; "the following year" from the date named last."""
    if match["which"].istitle() and match["unit"].istitle() and not _IN_TITLE.search(context.text, max(0, match.start() - 3), match.start()):
        # a programme called "This Week"
        return None
    which, precision = " ".join(match["which"].lower().split()), _precision(match["unit"])
    day, anchor = context.published, "publication"
    if which in ("the previous", "the preceding", "the following", "the prior") and (named := context.last_named):
        day, anchor = named.first, "named"
    if "fiscal" in match.group().lower() and day is not None:
        year = shift(day, "year", _SHIFT[which]).year
        return Reading(*match.span(), "DATE", f"FY{year:04d}", precision="year", anchor=anchor)
    if day is None:
        return Reading(*match.span(), "DATE", {"week": "XXXX-WXX", "month": "XXXX-XX", "year": "XXXX"}.get(precision), precision=precision)
    count = _SHIFT[which]
    if precision == "weekend" and which == "this" and day.isoweekday() < 5 and context.tense(*match.span()) == "past":
        count = -1
    return dated(match.span(), value_at(shift(day, precision, count), precision), anchor)


_NTH_WEEK = {"first": 1, "second": 2, "third": 3, "fourth": 4}


@rule("unit", pattern=r"(?:the\s+)?(?P<nth>first|second|third|fourth|last|final)\s+(?:full\s+)?(?P<unit>week|weekend)\s+(?:of|in)\s+(?=[A-Z])")
def week_of_month(match: re.Match[str], context: Context) -> Reading | None:
    """ "the first week of March": the calendar week that holds the month's day of that number."""
    month = context.peek(match.end())
    if month is None or month.first is None or month.last is None or month.precision != "month":
        return None
    nth = _NTH_WEEK.get(match["nth"].lower())
    day = shift(_in_week(month.first) if match["unit"].lower() == "week" else month.first, "week", nth - 1) if nth else month.last
    return dated((match.start(), month.end), value_at(day, match["unit"].lower()), month.anchor)


def _in_week(first: date) -> date:
    """A day of the month's first week: where the month begins on a Saturday or Sunday, its first week is the one that follows."""
    return shift(first, "day", 2) if first.isoweekday() > 5 else first


@rule(
    "unit",
    pattern=r"(?P<which>the)\s+(?P<unit>year|month|week|quarter)\s+(?P<side>before|earlier)\b(?=\s*[.,;:)]|\s*$|\s+(?:and|but|to|when|while)\b)",
)
def period_before(match: re.Match[str], context: Context) -> Reading | None:
    """ "the year before": one before the period of that length named last."""
    named = context.last_with(match["unit"].lower()) or (context.last_period() if match["unit"].lower() == "year" else None)
    value = shifted(named.value or "", -1, match["unit"].lower()) if named is not None else None
    return dated(match.span(), value, "named", is_comparison=True) if value else None


@rule("unit", pattern=r"(?:the\s+)?(?P<unit>week|weekend)\s+(?:of|beginning|starting)\s+(?:on\s+)?")
def period_of_day(match: re.Match[str], context: Context) -> Reading | None:
    """ "the week of Oct. 14": the week that holds the day."""
    day = context.peek(match.end())
    if day is None or day.first is None or day.precision != "day":
        return None
    return dated((match.start(), day.end), value_at(day.first, match["unit"].lower()), day.anchor)


_YEAR_BACK = r"(?P<back>a\s+year\s+(?:ago|earlier|before)|the\s+(?:previous|prior|preceding)\s+year|the\s+year\s+before)\b"


@rule(
    "unit",
    pattern=rf"{EARLY}(?P<which>that|the\s+same|the\s+said|same)\s+(?:calendar\s+)?{_UNIT}(?!s)"
    rf"(?:,?\s+(?:of\s+|in\s+)?(?:(?P<relative>last|this|next)\s+year\b|{_YEAR_BACK})|\s+(?:of|in)\s+{YEAR})?",
)
def same_period(match: re.Match[str], context: Context) -> Reading | None:
    """ "that year", "the same month last year", "the same week of 2023": the period of that length named last, in the year that is named."""
    precision = _precision(match["unit"])
    named = context.last_with(precision) or context.last_named
    if named is None or named.first is None:
        day, anchor = context.published, "publication"
        if day is None or match["which"].lower() == "that":
            return None
    else:
        day, anchor = named.first, "named"
    year = parse_year(match)
    if match["relative"] and context.published:
        year = context.published.year + {"last": -1, "this": 0, "next": 1}[match["relative"].lower()]
    value = value_at(day, precision)
    if match["back"]:
        year = int(value[:4]) - 1 if value[:4].isdigit() else None
    if year is not None:
        value = _in_year(value, day, precision, year)
    return dated(match.span(), value, anchor, is_comparison=bool(match["back"] or parse_year(match)))


def _in_year(value: str, day: date, precision: str, year: int) -> str:
    """The period as it was in another year: a week by its number, others by their months."""
    if precision in ("week", "weekend"):
        return f"{year:04d}-W{min(int(value[6:8]), 52):02d}{value[8:]}"
    return value_at(plus_months(day, 12 * (year - day.year)), precision)


@rule(
    "unit",
    pattern=rf"(?:(?P<early>(?:early|late|earlier|later)(?:\s+on)?\s+in)\s+|(?P<part>(?:the\s+)?(?:start|beginning|end|middle|close|rest|remainder|course)\s+of)\s+)the\s+{_UNIT}(?!s)",
)
@rule("unit", pattern=r"(?P<part>year|month|week)(?:['’]s\s+|-|\s)end\b|(?P<unit>(?!))")
def part_of_period(match: re.Match[str], context: Context) -> Reading | None:
    """ "the end of the month", "later in the week", "year-end": of the period now running, unless one was just named."""
    unit = match["unit"] or match["part"]
    precision = _precision(unit)
    named = context.last_with(precision)
    day, anchor = context.published, "publication"
    if named is not None and context.in_sentence(named, match.start()):
        day, anchor = named.first, "named"
    if day is None:
        return Reading(*match.span(), "DATE", "XXXX", precision=precision)
    if not match["unit"] and precision == "week":
        return dated(match.span(), value_at(day, "weekend"), anchor)
    if not match["unit"]:
        if precision == "year" and anchor == "publication" and re.search(r"\bsince$", context.before(match.start())):
            # "up 5 percent since year-end"
            day = plus_months(day, -12)
        value = value_at(day, precision)
        return dated(match.span(), f"{value}-12" if precision == "year" else value, anchor)
    return dated(match.span(), value_at(day, precision), anchor)


@rule(
    "unit",
    pattern=r"(?:(?P<lead>for|during|in|of|over|on|at|through|throughout|within)\s+)?(?P<the>the)\s+(?:(?:full|whole|entire|calendar)\s+)?(?P<unit>weekend|week(?!end)|month|year)\b(?!s|-|\s+(?:of|ago|ahead|before|earlier|later|ended|ending|to)\b|['’]s\s+end)",
)
def the_period(match: re.Match[str], context: Context) -> Reading | None:
    """ "over the weekend", "for the year": the one named last, else the one now running."""
    unit = match["unit"].lower()
    if _YEAR_NAMED.match(context.text, match.end()):
        return None
    if match["lead"] is None and unit != "weekend" and not re.match(r"['’]s\b", context.text[match.end() : match.end() + 3]):
        return None
    start = match.start("the")
    named = context.last_with(unit)
    day, anchor = context.published, "publication"
    is_forecast = named is not None and named.first is not None and day is not None and named.first > day and not context.in_sentence(named, start)
    if named is not None and unit != "weekend" and not is_forecast:
        # not next year, of which an earlier sentence spoke
        day, anchor = named.first, "named"
    if day is None:
        return Reading(start, match.end(), "DATE", None, precision=unit)
    if unit == "weekend" and context.tense(*match.span()) != "future" and day.isoweekday() < 6:
        day = shift(day, "week", -1)
    return dated((start, match.end()), value_at(day, unit), anchor)


# "the year two thousand"
_YEAR_NAMED = re.compile(r"\s+(?:\d{4}\b|two\s+thousand\b|(?:nineteen|eighteen|twenty)[\s-]\w)", re.IGNORECASE)


@rule(
    "season",
    pattern=rf"{EARLY}(?:(?P<which>this\s+past|this\s+coming|this|last|next|the\s+following|the\s+previous|the|every|each|that)\s+)?(?P<early2>(?:early|late|mid)[\s-]+)?{SEASON}(?!s)(?:(?:\s+of|,)?\s+(?:{YEAR}|(?P<relative>this|last|next)\s+year))?",
)
def season(match: re.Match[str], context: Context) -> Reading | None:
    """ "last summer", "the winter of 1994", "this fall"; the verb "fall" and the spring of a bed are left out."""
    code = SEASONS[match["season"].lower()]
    which = " ".join((match["which"] or "").lower().split())
    year = parse_year(match)
    if year is not None:
        return dated(match.span(), f"{year:04d}-{code}", "none")
    if which in ("every", "each"):
        return Reading(*match.span(), "SET", f"XXXX-{code}", precision="season")
    published = context.published
    if match["relative"] and published:
        return dated(match.span(), f"{published.year + {'last': -1, 'this': 0, 'next': 1}[match['relative'].lower()]:04d}-{code}", "publication")
    if which in ("", "the", "that") and not _is_season(match, context):
        return None
    if published is None:
        return Reading(*match.span(), "DATE", f"XXXX-{code}", precision="season")
    return dated(match.span(), _season_value(published, code, which, match, context), "publication")


def _is_season(match: re.Match[str], context: Context) -> bool:
    word = match["season"].lower()
    if match["early"] or match["early2"]:
        return True
    before = context.before(match.start())
    after = context.text[match.end() : match.end() + 20].lower()
    if word in ("fall", "spring") and re.match(r"\s+(?:of|in|to|from|for|into|by|on|below|short|behind)\b|s\b|\s+\d", after):
        return False
    return bool(re.search(r"\b(?:in|into|by|since|until|during|of|from|through|over|throughout|for|before|after)$", before)) and (
        word != "fall" or match["which"] is not None
    )


def _first(values: Iterator[str]) -> str:
    """The first of the values; ValueError where all lie beyond the calendar."""
    for value in values:
        return value
    raise ValueError("no such season between the years 1 and 9999")


def _season_value(published: date, code: str, which: str, match: re.Match[str], context: Context) -> str:
    options = [f"{published.year + offset:04d}-{code}" for offset in (-2, -1, 0, 1)]
    spans = {value: interval(value) for value in options}
    if which in ("last", "this past", "the previous"):
        return _first(value for value in reversed(options) if (spans[value][1] or published) < published)
    if which in ("next", "this coming", "the following"):
        return _first(value for value in options if (spans[value][0] or published) > published)
    if which == "this":
        return options[2]
    if context.tense(*match.span()) == "future":
        return _first(value for value in options if (spans[value][1] or published) >= published)
    return _first(value for value in reversed(options) if (spans[value][0] or published) <= published)
