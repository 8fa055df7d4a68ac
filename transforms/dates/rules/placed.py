"""Lengths of time that a word places ("the past three days", "the first 11 months of 2005"), and those left vague."""

from __future__ import annotations

import re
from datetime import date

from transforms.dates.calendar import ONE_DAY, months
from transforms.dates.context import Context
from transforms.dates.lexicon import MONTH, UNIT_WORDS, YEAR, parse_number, parse_year
from transforms.dates.reading import Reading, rule
from transforms.dates.rules.durations import DAYS, MONTHS_OF, PLURAL, SPAN, duration_value, length, precision_of

# how many months companies report on, and what follows when they do
_REPORTED = (3, 6, 9)
_FIGURES_OF = re.compile(r"\s*(?:[,.]|$)")


@rule(
    "unit",
    pattern=rf"(?:the\s+|these\s+|those\s+|its\s+|their\s+|this\s+)?(?P<which>past|last|previous|preceding|latest|next|coming|following|first|final|opening|ensuing|intervening)\s+{SPAN}(?P<of>\s+of\s+(?:(?P<this>this|last|next|the|that)\s+(?P<of_unit>year|month)|{MONTH}(?!\s+\d{{1,2}}\b)(?:,?\s+(?:19|20)\d\d)?|{YEAR}))?(?P<thing>\s+of\s+(?:the|his|her|its|their|a)\s+(?!month|year|quarter|century|decade|season)[a-z])?",
)
def placed(match: re.Match[str], context: Context) -> Reading | None:
    """ "the past three days", "the first 11 months of 2005", "the next few weeks": a length with its place."""
    which, unit = match["which"].lower(), match["unit"].lower()
    count = parse_number(match["number"]) if match["number"] else 1.0
    if not match["number"] and (
        which not in ("past", "last", "next") or (which != "past" and not re.match(r"the\s|\w+\s+\w+\s+or\s+so", match.group().lower()))
    ):
        return _plural(match, which, unit) if PLURAL.search(unit) else None
    if not match["number"] and PLURAL.search(unit):
        return _plural(match, which, unit)
    if which in ("last", "past") and unit == "quarter" and not match["number"] and not match["of"] and not match["thing"]:
        return None  # the calendar's, as "last quarter"
    value = duration_value(count, unit)
    end = match.start("of") if match["of"] else match.start("thing") if match["thing"] else match.end()
    first = last = None
    if match["thing"]:
        # "the last week of the campaign": whenever that was
        return Reading(match.start(), end, "DURATION", value, precision=precision_of(unit))
    if which in ("first", "opening", "final") or (which == "last" and match["of"]):
        first, last = _of_period(which, count, unit, match, context)
        anchor = "none" if first else "named"
    else:
        first, last, anchor = _around_publication(which, count, unit, match, context)
    return Reading(match.start(), end, "DURATION", value, first, last, precision_of(unit), anchor)


def _plural(match: re.Match[str], which: str, unit: str) -> Reading | None:
    """ "the coming months": a vague length."""
    if which not in ("past", "next", "coming", "last", "ensuing", "previous", "following"):
        return None
    return Reading(*match.span(), "DURATION", duration_value(None, unit), precision=precision_of(unit))


def _around_publication(which: str, count: float | None, unit: str, match: re.Match[str], context: Context) -> tuple[date | None, date | None, str]:
    published = context.published
    if which in ("previous", "preceding", "following", "ensuing", "intervening") or published is None:
        named = context.last_named
        if named is None or named.first is None or named.last is None or count is None or which == "intervening":
            return None, None, "none"
        if which in ("following", "ensuing"):
            return named.last, length(count, unit, named.last, 1), "named"
        before = named.first - ONE_DAY if named.first.day == 1 and UNIT_WORDS[unit][0] in MONTHS_OF else named.first
        return length(count, unit, named.first, -1), before, "named"
    if which in ("next", "coming"):
        return published, length(count, unit, published, 1) if count is not None else None, "publication"
    if count is None:
        return None, published, "publication"
    return length(count, unit, published, -1), published, "publication"


def _of_period(which: str, count: float | None, unit: str, match: re.Match[str], context: Context) -> tuple[date | None, date | None]:
    """The first or last `count` months (or days) of a year or month that the phrase names."""
    if match["month"]:
        return _of_month(which, count, unit, match, context)
    year = parse_year(match)
    if year is None and match["of_unit"] and match["of_unit"].lower() == "year" and context.published:
        this = match["this"].lower()
        named = context.last_with("year")
        year = context.published.year + {"last": -1, "next": 1}.get(this, 0)
        year = named.first.year if this == "that" and named and named.first else year
    if year is None and which == "first" and not match["of"] and context.published and _FIGURES_OF.match(context.text, match.end()):
        # "In the first nine months, net rose": of the latest year of which they are over
        year = context.published.year - (context.published.month <= (count or 0)) if count in _REPORTED and unit == "months" else None
    if year is None or count is None or count != int(count):
        return None, None
    code, size = UNIT_WORDS[unit]
    wanted = int(count) * size * MONTHS_OF.get(code, 0)
    if 1 <= wanted <= 12:
        return months(year, 1, wanted) if which in ("first", "opening") else months(year, 13 - wanted, wanted)
    days = int(count) * size * DAYS.get(code, 0)
    if 1 <= days <= 365 and which in ("first", "opening"):
        return date(year, 1, 1), date(year, 1, 1) + (days - 1) * ONE_DAY
    return None, None


def _of_month(which: str, count: float | None, unit: str, match: re.Match[str], context: Context) -> tuple[date | None, date | None]:
    """ "the first three weeks of April": days counted from the month's first or back from its last."""
    named = context.peek(match.start("month"))
    code, size = UNIT_WORDS[unit]
    if named is None or named.first is None or named.last is None or named.precision != "month" or count is None:
        return None, None
    days = round(count * size * DAYS.get(code, 0))
    if not 1 <= days <= (named.last - named.first).days + 1:
        return None, None
    if which in ("first", "opening"):
        return named.first, named.first + (days - 1) * ONE_DAY
    return named.last - (days - 1) * ONE_DAY, named.last


@rule("unit", pattern=r"the\s+(?P<unit>day|week|month|year|decade)\s+ahead\b(?!\s+of)")
def ahead(match: re.Match[str], context: Context) -> Reading | None:
    """ "in the year ahead": from the publication on."""
    unit, published = match["unit"].lower(), context.published
    last = length(1, unit, published, 1) if published else None
    return Reading(*match.span(), "DURATION", duration_value(1, unit), published, last, precision_of(unit), "publication" if published else "none")


@rule("unit", pattern=r"the\s+(?P<unit>hours|days|weeks|months|years|decades)\s+(?:ahead|to\s+come|(?=that\s+followed))")
def vague_span(match: re.Match[str], context: Context) -> Reading | None:
    """ "the weeks ahead", "in the years that followed": a vague length."""
    unit = match["unit"].lower()
    return Reading(match.start(), match.end() - (match.group()[-1].isspace()), "DURATION", duration_value(None, unit), precision=precision_of(unit))


@rule("recent", pattern=r"(?P<unit>minutes|hours|days|weeks|months|years|decades|centuries)\s+ago\b")
def vague_ago(match: re.Match[str], context: Context) -> Reading | None:
    """ "months ago", "just hours ago"."""
    return Reading(*match.span(), "DATE", "PAST_REF", anchor="publication")


@rule(
    "recent",
    pattern=r"(?:the\s+)?(?P<recent>more\s+recent|recent|coming|past|future)\s+(?P<unit>days|weeks|months|quarters|years|decades|times|hours)\b(?:\s+and\s+(?:weeks|months|years))?",
)
def recent(match: re.Match[str], context: Context) -> Reading | None:
    """ "in recent years": no known days."""
    value = "FUTURE_REF" if match["recent"].lower() in ("coming", "future") else "PAST_REF"
    return Reading(*match.span(), "DATE", value, anchor="publication")
