"""Quarters and halves of years, and the "periods" by which companies compare them with the year before."""

from __future__ import annotations

import re
from dataclasses import replace

from transforms.dates.calendar import plus_months, shifted, value_at
from transforms.dates.context import Context
from transforms.dates.lexicon import YEAR, parse_year
from transforms.dates.reading import Reading, dated, pointing, rule
from transforms.dates.rules.durations import ending

_WHICH = r"(?P<nth>first|second|third|fourth|final|last|1st|2nd|3rd|4th)"
_NTH = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "final": 4, "last": 4}
_OWNER = (
    r"(?P<owner>(?:this|last|next)\s+year['’]?s?|(?P<own_year>(?:19|20)\d\d)(?:['’]s)?|the\s+year-(?:ago|earlier)|year-(?:ago|earlier)"
    r"|(?:the\s+)?(?:same|comparable|corresponding)(?:\s+year-(?:ago|earlier))?)"
)


@rule(
    "quarter",
    "unit",
    "year",
    "year_ago",
    pattern=rf"(?:(?:the|its|their|a|in)\s+)?(?:{_OWNER}\s+)?(?P<fiscal>fiscal[\s-]+)?{_WHICH}[\s-]+(?:fiscal[\s-]+|calendar[\s-]+)?(?P<unit>quarter|half)\b(?!s|\s+(?:in\s+a\s+row|running)\b|[\s-]*(?:dozen|century|hour|back|of\s+the\s+(?:game|match|season)))(?:(?:\s+of|,)?\s+(?:{YEAR}|(?P<relative>this|last|next)\s+year|(?P<ago>a\s+year\s+(?:ago|earlier))|(?P<the_year>the\s+year))\b)?",
)
def quarter(match: re.Match[str], context: Context) -> Reading | None:
    """ "third-quarter", "the first half of 1990", "next year's first quarter", "the year-ago third quarter"."""
    nth, unit = _NTH[match["nth"].lower()], match["unit"].lower()
    if unit == "half":
        if nth > 2 and match["nth"].lower() not in ("final", "last") or not _is_half(match):
            return None
        nth = min(nth, 2)
    elif match["nth"].lower() == "last" and not (match["year"] or match["relative"] or match["own_year"]):
        return None
    year, anchor = _year(match, nth, unit, context)
    letter = "Q" if unit == "quarter" else "H"
    is_comparison = bool(match["ago"]) or "year-" in (match["owner"] or "").lower()
    reading = dated(match.span(), f"{year:04d}-{letter}{nth}" if year else f"XXXX-{letter}{nth}", anchor, is_comparison=is_comparison)
    return _until_its_end(reading, unit, context)


def _until_its_end(reading: Reading, unit: str, context: Context) -> Reading:
    """ "the fourth quarter ended Sept. 30": named by the company's own year, with the days that its end gives."""
    first, last, _, anchor = ending(1.0 if unit == "quarter" else 2.0, "quarter", context, reading.end)
    if first is None or last is None or not _ENDED.match(context.text, reading.end):
        return reading
    year = (reading.value or "")[:4]
    if reading.anchor == "publication" and year.isdigit() and not 0 <= int(year) - last.year <= 1:
        year = f"{last.year:04d}"
    return replace(reading, value=year + (reading.value or "")[4:], first=first, last=last, anchor=anchor)


_FIGURES = re.compile(
    r"(?:[a-z-]+\s+)?(?:profits?|earnings|loss(?:es)?|results|sales|revenues?|income|net|turnover|output|production|exports|imports|growth|figures|deliveries)\b"
)


def _is_half(match: re.Match[str]) -> bool:
    """Whether a half is one of a year, not of a match: it says which, or it is one of figures ("first-half sales")."""
    if "-" in match.group() and _FIGURES.match(match.string, match.end() + 1):
        return True
    return bool(match["owner"] or match["fiscal"] or parse_year(match) or match["relative"] or match["ago"] or match["the_year"])


def _year(match: re.Match[str], nth: int, unit: str, context: Context) -> tuple[int | None, str]:
    year = parse_year(match) or (int(match["own_year"]) if match["own_year"] else None)
    if year is not None:
        return year, "none"
    if context.published is None:
        return None, "none"
    published = context.published
    owner = (match["owner"] or "").lower()
    relative = (match["relative"] or "").lower() or next((word for word in ("this", "last", "next") if owner.startswith(word)), "")
    if relative:
        return published.year + {"this": 0, "last": -1, "next": 1}[relative], "publication"
    begins = 3 * nth - 2 if unit == "quarter" else 6 * nth - 5
    latest = published.year - (begins > published.month)
    if match["ago"] or "year-" in owner:
        return latest - 1, "publication"
    if latest == published.year and begins + (3 if unit == "quarter" else 6) <= published.month and context.tense(*match.span()) == "future":
        return latest + (published.month > 9 and nth == 1), "publication"
    if latest < published.year and context.tense(*match.span()) == "future":
        return published.year, "publication"
    return latest, "publication"


@rule(
    "year",
    "quarter_code",
    pattern=r"(?:\bQ(?P<q>[1-4])|\bH(?P<h>[12]))(?:[\s-]+(?:of\s+)?(?P<year>(?:19|20)\d\d)\b)?|(?P<year2>(?:19|20)\d\d)[\s-]+(?:Q(?P<q2>[1-4])|H(?P<h2>[12]))\b",
    flags=re.RegexFlag(0),
)
def quarter_code(match: re.Match[str], context: Context) -> Reading | None:
    """ "Q3 2024", "H1"."""
    quarter_number, half = match["q"] or match["q2"], match["h"] or match["h2"]
    year = match["year"] or match["year2"]
    months, nth = (3, int(quarter_number)) if quarter_number else (6, int(half))
    letter = "Q" if quarter_number else "H"
    if year:
        return dated(match.span(), f"{year}-{letter}{nth}", "none")
    if not quarter_number:
        return None
    if context.published is None:
        return Reading(*match.span(), "DATE", f"XXXX-{letter}{nth}", precision="quarter")
    latest = context.published.year - (months * (nth - 1) + 1 > context.published.month)
    return dated(match.span(), f"{latest:04d}-{letter}{nth}", "publication")


@rule(
    "unit",
    pattern=r"(?:the|its|their|that|this|last)\s+(?:latest\s+|most\s+recent\s+|current\s+|past\s+|same\s+)?(?P<unit>quarter)\b(?!s|-|\s+(?:of\s+(?:a|the)|century|mile|dollar|final|back))(?P<ago>\s+(?:a\s+year\s+(?:ago|earlier)|last\s+year))?",
)
@rule(
    "period",
    pattern=r"(?:the|that)\s+(?:latest|most\s+recent|current|same)\s+(?P<unit>period)\b(?!s)(?P<ago>,?\s+(?:a\s+year\s+(?:ago|earlier)|last\s+year))?",
)
def the_quarter(match: re.Match[str], context: Context) -> Reading | None:
    """ "the quarter", "the latest period": the one named last, else the last one completed (the running one after "this")."""
    if not match["ago"] and (_ENDED.match(context.text, match.end()) or _OF_YEAR.match(context.text, match.end())):
        return None
    words = match.group().lower()
    named = context.last_with("quarter") if "quarter" in words else context.last_period()
    if re.search(r"\blatest\b|\bmost\s+recent\b", words):
        named = context.told_with("quarter", match.start()) if "quarter" in words else context.told_period(match.start())
    running = words.startswith("this") or "current" in words
    days: Reading | None = None
    if named is not None and named.value and not running and not words.startswith("last"):
        value, anchor, days = named.value, "named", named
        if context.published and named.first and named.first.year < context.published.year and "latest" in words:
            value = _completed(context)
    elif context.published is None or "period" in words:
        return Reading(*match.span(), "DATE", None, precision="unknown") if "same" not in words else None
    else:
        value, anchor = value_at(context.published, "quarter") if running else _completed(context), "publication"
    if days is not None and value == days.value:
        return pointing(match.span(), days, -1 if match["ago"] else 0)
    if match["ago"]:
        value = shifted(value, -1, "year") or value
    return dated(match.span(), value, anchor)


_OF_YEAR = re.compile(r"\s+(?:of|in)\s+[12]\d{3}\b")
_ENDED = re.compile(r"\s+(?:that\s+)?(?:ended|ending)\b", re.IGNORECASE)


def _completed(context: Context) -> str:
    """The quarter that was over when the article appeared."""
    assert context.published is not None
    return value_at(plus_months(context.published.replace(day=1), -3), "quarter")


@rule("quarter_year", "year", pattern=r"(?:(?:the|its)\s+)?(?P<year>(?:19|20)\d\d)\s+(?P<unit>quarter|period)\b(?!s)")
def quarter_in_year(match: re.Match[str], context: Context) -> Reading | None:
    """ "the 1988 quarter", "the 1988 period": the period named last, in that year."""
    is_quarter = match["unit"].lower() == "quarter"
    named = context.told_with("quarter", match.start()) if is_quarter else context.told_period(match.start())
    if named is None or not named.value or named.precision not in ("quarter", "half", "month"):
        return dated(match.span(), match["year"], "none", is_comparison=True)
    return dated(match.span(), match["year"] + named.value[4:], "named", is_comparison=True)


@rule(
    "year_ago",
    pattern=r"(?:(?:the|a)\s+)?(?:(?:same|comparable|corresponding)\s+)?(?:year-(?:ago|earlier)|prior-year|previous-year)(?:\s+(?P<unit>quarter|period|month|half|week))?\b(?!\s+\w+\s+(?:months|weeks)\b)",
)
@rule(
    "period",
    pattern=r"(?:the\s+)?(?:same|comparable|corresponding|like)\s+(?P<unit>period|quarter|month)(?:\s+(?:of\s+)?(?:last\s+year|a\s+year\s+(?:ago|earlier)|the\s+(?:previous|prior)\s+year))",
)
@rule("year_ago", pattern=r"last\s+year['’]s\s+(?P<unit>quarter|period)\b(?!s)")
def year_ago(match: re.Match[str], context: Context) -> Reading | None:
    """ "the year-earlier quarter", "year-ago", "the corresponding period last year": a year before the period named last."""
    named = context.told_period(match.start())
    unit = (match["unit"] or "").lower()
    if unit == "quarter" and (named is None or named.precision != "quarter"):
        named = context.told_with("quarter", match.start()) or named
    if named is not None and named.value and named.precision != "year":
        near = context.published is None or named.first is None or (context.published - named.first).days < 400
        return pointing(match.span(), named, -1 if near else 0, is_comparison=True)
    if unit == "period" and named is None and context.span is not None:
        return pointing(match.span(), context.span, -1, is_comparison=True)
    if context.published is None:
        return Reading(*match.span(), "DATE", None, precision="year")
    if unit == "month":
        return dated(match.span(), value_at(plus_months(context.published, -12), "month"), "publication", is_comparison=True)
    if unit == "quarter":
        return dated(match.span(), shifted(_completed(context), -1, "year"), "publication", is_comparison=True)
    return dated(match.span(), f"{context.published.year - 1:04d}", "publication", is_comparison=True)


@rule(
    "period",
    "year",
    pattern=rf"(?:the\s+)?(?:same|comparable|corresponding)\s+(?P<unit>period|quarter|half)\s+(?:of|in)\s+{YEAR}",
)
def same_in_year(match: re.Match[str], context: Context) -> Reading | None:
    """ "the same period of 2023": what was named last, in that year."""
    year = parse_year(match)
    is_quarter = match["unit"].lower() == "quarter"
    named = context.told_with("quarter", match.start()) if is_quarter else context.told_period(match.start()) or context.span
    if year is None or named is None or named.first is None or named.precision in ("year", "season"):
        return None
    return pointing(match.span(), named, year - named.first.year, is_comparison=True)
