"""Phrases around the name of a month: full dates, days without a year, months, and days listed after one another."""

from __future__ import annotations

import re
from datetime import date

from transforms.dates.calendar import interval, months, value_at
from transforms.dates.context import Context
from transforms.dates.lexicon import DAY, EARLY, MONTH, MONTHS, ORDINALS, WEEKDAY, YEAR, either, parse_ordinal, parse_year
from transforms.dates.reading import Reading, dated, rule
from transforms.dates.tense import foretells

_RELATIVE_YEAR = r"(?:,?\s+(?:of\s+)?(?P<relative>this|last|next|the\s+same|that|the\s+following|the\s+previous)\s+year\b)"
_YEAR = rf"(?:,?\s+(?:of\s+|in\s+)?{YEAR}|{_RELATIVE_YEAR})"
# "28-Oct-2024" too
_YEAR_JOINED = rf"(?:(?:,?\s+(?:of\s+|in\s+)?|-){YEAR}|{_RELATIVE_YEAR})"
_DAY_WORD = rf"(?P<day_word>{either(word for word in ORDINALS if word != 'second')})\b"
_WEEKDAY = rf"(?:(?:(?:this|last|next)\s+(?:past\s+|coming\s+)?)?{WEEKDAY},?\s+(?:the\s+)?)?"
_MORE = re.compile(
    r"(?P<join>\s*,\s*(?:and\s+|or\s+)?|\s+(?:and|or|to|through|until|till)\s+|\s*[-–—]\s*)"
    r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d:%/]|[.,]\d|\s?(?:percent|per\s+cent|million|billion|thousand|p\.?m\b|a\.?m\b|people|[a-z]+s\b))\b",
    re.IGNORECASE,
)
_TAIL_YEAR = re.compile(rf"{_YEAR}", re.IGNORECASE)
# a day so far off may as well lie in the other direction, so tense is asked
_DOUBTFUL_DAYS = 50


def _month(match: re.Match[str]) -> int | None:
    """The month's number, None where the word is hardly a month's name (modal "may", verb "march")."""
    word = match["month"]
    number = MONTHS[word.lower().rstrip(".")]
    return number if word[0].isupper() else None


@rule("month", "weekday", pattern=rf"{_WEEKDAY}{EARLY}{MONTH}\s?(?:{DAY}|(?:the\s+)?{_DAY_WORD})(?:{_YEAR})?")
def month_first(match: re.Match[str], context: Context) -> list[Reading] | None:
    """ "Aug. 7, 1998", "Friday, Oct. 13", "March eighth", and the days that follow: "Dec. 1 and 2"."""
    return _days(match, context, list(_days_after(context.text, match.end())))


@rule("month", "weekday", pattern=rf"{_WEEKDAY}(?:the\s+)?(?:(?<![\d,.$]){DAY}|{_DAY_WORD})(?:\s+of)?[\s-]?{MONTH}{_YEAR_JOINED}?")
def day_first(match: re.Match[str], context: Context) -> list[Reading] | None:
    """ "7 August 1998", "the 7th of August", "28-Oct-2024"."""
    return _days(match, context, [])


_ONE_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_LIST_BEFORE = re.compile(r"(?:\b(?:on|from|between|of|for|the|until|through|during|by|since|and|day)|[(,:—–-]|^)$")


@rule(
    "month",
    pattern=rf"(?<![\d,.$/:])(?P<first>{_ONE_DAY})(?P<more>(?:,\s+{_ONE_DAY}){{0,5}})(?:,?\s+(?:and|or|to|through|until)\s+|(?P<dash>\s?[-–]\s?))(?P<last>{_ONE_DAY})(?:\s+of)?\s+{MONTH}",
)
def days_listed_first(match: re.Match[str], context: Context) -> list[Reading] | None:
    """ "27 and 28 October", "3-5 May 2021", "on 1, 2 and 3 June": days in rising order before their month."""
    if _month(match) is None or not (match["dash"] or _LIST_BEFORE.search(context.before(match.start()))):
        return None
    last = context.peek(match.start("last"))
    written = [match.span("first"), *((match.start("more") + d.start(), match.start("more") + d.end()) for d in re.finditer(_ONE_DAY, match["more"]))]
    days = [int(re.sub(r"\D", "", context.text[start:end])) for start, end in written]
    if last is None or last.first is None or last.precision != "day" or sorted({*days, last.first.day}) != [*days, last.first.day]:
        return None
    named = [dated(span, last.first.replace(day=day).isoformat(), last.anchor) for span, day in zip(written, days, strict=True)]
    return [*named, last]


def _days(match: re.Match[str], context: Context, more: list[re.Match[str]]) -> list[Reading] | None:
    month = _month(match)
    if month is None:
        return None
    day = int(match["day"]) if match["day"] else parse_ordinal(match["day_word"])
    year, anchor = _year_of(match, context), "none"
    if year is not None:
        more = []
    elif more and (tail := _TAIL_YEAR.match(context.text, more[-1].end())):
        year = _year_of(tail, context)
    if year is None:
        year, anchor = nearest_year(context, month, day, match.span())
    elif match["relative"]:
        anchor = "publication"
    readings = [dated(match.span(), _day_value(year, month, day), anchor)]
    for following in more:
        span = (following.start("day"), following.end())
        readings.append(dated(span, _day_value(year, month, int(following["day"])), anchor))
    return readings


def _days_after(text: str, position: int) -> list[re.Match[str]]:
    found: list[re.Match[str]] = []
    while len(found) < 8 and (match := _MORE.match(text, position)):
        found.append(match)
        position = match.end()
    return found


def _day_value(year: int | None, month: int, day: int) -> str | None:
    if year is None:
        return f"XXXX-{month:02d}-{day:02d}"
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return f"{year:04d}-{month:02d}-XX"


def _year_of(match: re.Match[str], context: Context) -> int | None:
    """The year that the phrase itself gives."""
    groups = match.groupdict()
    if groups.get("relative"):
        return relative_year(" ".join(groups["relative"].lower().split()), context)
    return parse_year(match) if "year" in groups else None


def relative_year(words: str, context: Context) -> int | None:
    """The year of "this year", "last year", "the same year" …; None where nothing anchors it."""
    if words in ("this", "last", "next"):
        if context.published is None:
            return None
        return context.published.year + {"this": 0, "last": -1, "next": 1}[words]
    named = context.last_named
    if named is None or named.first is None:
        return None
    return named.first.year + {"the following": 1, "the previous": -1}.get(words, 0)


def nearest_year(context: Context, month: int, day: int, span: tuple[int, int]) -> tuple[int | None, str]:
    """The year in which a month and day without a year lie, and what it was anchored to.

    A year that the sentence has named in full, far from the publication, holds; else the day lies nearest to the publication.
    """
    named = context.last_named
    published = context.published
    if named is not None and named.first is not None and named.anchor == "none" and named.precision in ("day", "month"):
        if published is None or (
            abs(named.first.year - published.year) > 1 and context.in_sentence(named, span[0]) and context.tense(*span) != "future"
        ):
            return named.first.year, "named"
    if published is None:
        return None, "none"
    years = [year for year in (published.year - 1, published.year, published.year + 1) if _is_day(year, month, day)]
    if not years:
        return published.year, "publication"
    ended = re.search(r"\b(?:ended|since|was|were)(?:\s+on)?$", context.before(span[0]))
    past = [year for year in years if date(year, month, day) <= published]
    if ended and past:
        return max(past), "publication"
    nearest = min(years, key=lambda year: abs((date(year, month, day) - published).days))
    days_ahead = (date(nearest, month, day) - published).days
    if abs(days_ahead) > _DOUBTFUL_DAYS:
        tense = context.tense(*span)
        if (tense == "past" and days_ahead > 0) or (tense == "future" and days_ahead < 0):
            other = nearest - 1 if days_ahead > 0 else nearest + 1
            return other if other in years else nearest, "publication"
    return nearest, "publication"


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        return bool(date(year, month, day))
    except ValueError:
        return False


@rule("month", pattern=rf"{EARLY}(?:the\s+month\s+of\s+)?{MONTH}(?:[,\s-]*(?:of\s+|in\s+)?{YEAR}|{_RELATIVE_YEAR})")
def month_year(match: re.Match[str], context: Context) -> Reading | None:
    """ "July 1997", "early December 2020", "January this year"."""
    month = _month(match)
    if month is None:
        return None
    year = _year_of(match, context)
    anchor = "none" if not match["relative"] else "named" if match["relative"].lower() not in ("this", "last", "next") else "publication"
    return dated(match.span(), f"{year:04d}-{month:02d}" if year else f"XXXX-{month:02d}", anchor)


@rule("month", pattern=rf"(?P<which>last|next|this(?:\s+(?:past|coming))?|the\s+following|the\s+previous|each|every)\s+{EARLY}{MONTH}")
def which_month(match: re.Match[str], context: Context) -> Reading | None:
    """ "last April", "this September", "each July"."""
    month = _month(match)
    if month is None:
        return None
    which = " ".join(match["which"].lower().split())
    if which in ("each", "every"):
        return Reading(*match.span(), "SET", f"XXXX-{month:02d}", precision="month")
    published = context.published
    if which.startswith("the "):
        named = context.last_named
        published = named.first if named else published
    if published is None:
        return dated(match.span(), f"XXXX-{month:02d}", "none")
    if which == "last" and month == (published.month - 2) % 12 + 1 and published.day < _LATE_IN_MONTH:
        # on March 1 the February just over is "this month" or "last month"
        year = published.year - 1 - (month > published.month)
    elif which in ("last", "this past", "the previous"):
        year = published.year - (month >= published.month)
    elif which in ("next", "this coming", "the following"):
        year = published.year + (month <= published.month)
    else:
        year = published.year
    return dated(match.span(), f"{year:04d}-{month:02d}", "named" if which.startswith("the ") else "publication")


_FULL_MONTH = either(word for word in MONTHS if len(word) > 4 or word in ("may", "june", "july"))


@rule(
    "month",
    pattern=rf"(?:the\s+)?{MONTH}\s?(?:-to-|-|–|\s+to\s+)\s?(?P<end>{_FULL_MONTH})\s+(?:quarter|period|half)\b(?:\s+(?:of\s+)?{YEAR})?",
)
def month_span(match: re.Match[str], context: Context) -> Reading | None:
    """ "the April-June quarter", "the January-September period": of the latest year in which it is over."""
    month, last = _month(match), MONTHS[match["end"].lower()]
    published = context.published
    year = parse_year(match) or (published.year if published else None)
    if month is None or year is None or not match["end"][0].isupper():
        return None
    count = (last - month) % 12 + 1
    span = months(year, month, count)
    if not parse_year(match) and published and span[1] >= published and context.tense(*match.span()) != "future":
        span = months(year - 1, month, count)
    value = next((value for unit in ("quarter", "half") if interval(value := value_at(span[0], unit))[:2] == span), None)
    anchor = "none" if parse_year(match) else "publication"
    if value:
        return dated(match.span(), value, anchor)
    return Reading(*match.span(), "DURATION", f"P{count}M", *span, precision="month", anchor=anchor)


_LATE_IN_MONTH = 8
# between an article and a month: "the revised June estimate"
_DESCRIBED = r"(?:revised|final|preliminary|initial|original|earlier|previous|average|adjusted|unrevised|strong|weak|weaker|stronger)"
_BARE_BEFORE = re.compile(
    rf"(?:\b(?:the|an?|its)\s+{_DESCRIBED}|\b(?:in|since|until|till|by|of|during|from|to|through|between|and|before|after|for|last|early|late|mid|this|next|around|through|on|or|a|the|its|their|his|her|our|each|every|(?:early|late|recently|soon|far\s+back)\s+as)|['’]s|,|-|–|\()$"
)


@rule("month", pattern=rf"{EARLY}(?:the\s+month\s+of\s+)?{MONTH}(?!\s+(?:3[01]|[012]?\d)\b(?!\s*(?:percent|%|people|million|billion)))")
def month_alone(match: re.Match[str], context: Context) -> Reading | None:
    """ "December", "mid-January": by the tense of its clause the last or the next one, else the nearest."""
    month = _month(match)
    word = match["month"].lower().rstrip(".")
    if month is None or (word != "may" and len(word) <= 3 and not match["month"].endswith(".")):
        return None
    if word in ("may", "march", "august", "april", "june") and not match["early"]:
        before = context.before(match.start())
        if not _BARE_BEFORE.search(before) or (
            word in ("april", "june")
            and not _names_thing(before, context.text[match.end() : match.end() + 3])
            and not re.search(
                r"(?:\b(?i:in|since|until|till|by|of|during|from|between|early|late|last|this|next|before|after|to|and|or|through|as)|\b[A-Z][a-z]+\s?[-–])$",
                context.text[max(0, match.start() - 12) : match.start()].rstrip(),
            )
        ):
            return None
    year, anchor = _month_year(context, month, match)
    return dated(match.span(), f"{year:04d}-{month:02d}" if year else f"XXXX-{month:02d}", anchor)


def _names_thing(before: str, after: str) -> bool:
    """ "under a June agreement": a lower-case noun follows, so the word is no person."""
    return bool(re.search(rf"(?:\b(?:a|an|the|its|their|this|and)(?:\s+{_DESCRIBED})?|['’]s)$", before)) and after[:1] == " " and after[1:2].islower()


_TO = re.compile(r"\s*(?:to|through|until|till|-|–)\s*", re.IGNORECASE)
# "40 came in January 2023, 12 in February": no verb of its own, so the list goes on in the year that was named
_NEXT_OF_LIST = re.compile(
    r"(?:[,;]|\band)\s+(?:(?:about|around|some|nearly|almost|just|only|another)\s+)?[$€£¥]?\d[\d.,]*(?:\s?%|\s+[a-z]+)?\s+in\s+$"
)


def _month_year(context: Context, month: int, match: re.Match[str]) -> tuple[int | None, str]:
    published = context.published
    named = context.last_named
    if named is not None and named.first is not None and named.anchor == "none" and named.precision in ("day", "month", "year"):
        if published is None or (abs(named.first.year - published.year) > 1 and context.in_sentence(named, match.start())):
            return named.first.year, "named"
    if named is not None and named.precision == "month" and named.first is not None and _TO.fullmatch(context.text, named.end, match.start()):
        return named.first.year + (month < named.first.month), named.anchor
    if named is not None and named.first is not None and named.precision == "month" and context.in_sentence(named, match.start()):
        if named.anchor == "none" and named.first.month < month and _NEXT_OF_LIST.search(context.text, named.end, match.start()):
            return named.first.year, "named"
    if published is None:
        return None, "none"
    tense = context.tense(*match.span())
    if tense == "past" and month == published.month % 12 + 1 and foretells(context.before(match.start(), 100)):
        # "warned of a cut in November", told in October: eleven months back it would be "last November"
        tense = None
    if tense == "past":
        return published.year - (month > published.month), "publication"
    if tense == "future":
        return published.year + (month < published.month), "publication"
    offset = min((-1, 0, 1), key=lambda shift: abs((published.year + shift) * 12 + month - published.year * 12 - published.month))
    return published.year + offset, "publication"
