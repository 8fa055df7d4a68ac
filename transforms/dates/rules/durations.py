"""Lengths of time and how often something happens; with the days they cover where the phrase places them."""

from __future__ import annotations

import re
from datetime import date, timedelta

from transforms.dates.calendar import ONE_DAY, interval, months, plus_months, shifted, value_at
from transforms.dates.context import Context
from transforms.dates.lexicon import NUMBER, NUMBER_WORD, UNIT, UNIT_WORDS, parse_number
from transforms.dates.reading import Reading, dated, pointing, rule

DAYS = {"D": 1, "W": 7}
MONTHS_OF = {"M": 1, "Q": 3, "Y": 12}
_PRECISION = {"D": "day", "W": "week", "M": "month", "Q": "quarter", "Y": "year", "C": "century", "WE": "weekend", "S": "season"}
PLURAL = re.compile(r"s$|centuries|millennia", re.IGNORECASE)


def duration_value(count: float | None, unit: str) -> str:
    """The TIMEX3 value: "P3D", "PT24H", "P2Y6M", "PXD" where the number is vague."""
    code, size = UNIT_WORDS[unit]
    prefix, letter = ("PT", code[1]) if code.startswith("T") else ("P", code)
    if letter == "S" and prefix == "P":
        letter, size, count = "M", 3, count
    if count is None:
        return f"{prefix}X{'E' if unit.startswith('decade') else letter}"
    if letter == "C" and count != int(count):
        letter, size = "Y", 100
    count *= size
    if count == int(count):
        return f"{prefix}{int(count)}{letter}"
    smaller = {("P", "Y"): (12, "M"), ("PT", "H"): (60, "M"), ("PT", "M"): (60, "S"), ("P", "W"): (7, "D"), ("P", "D"): (24, "TH")}.get(
        (prefix, letter)
    )
    if smaller is None:
        return f"{prefix}{count:g}{letter}"
    whole, rest = int(count), round((count - int(count)) * smaller[0])
    tail = f"{smaller[1][:-1]}{rest}{smaller[1][-1]}"
    return f"{prefix}{whole}{letter}{tail}" if whole else f"{prefix}{tail}"


def length(count: float, unit: str, day: date, sign: int) -> date | None:
    """The day that lies the length away from `day`; None beyond the calendar or for units without days."""
    code, size = UNIT_WORDS[unit]
    count *= size
    try:
        if code in DAYS:
            return day + timedelta(days=sign * round(count * DAYS[code]))
        if code in MONTHS_OF:
            return plus_months(day, sign * round(count * MONTHS_OF[code]))
        if code == "TH":
            return day + timedelta(days=sign * round(count / 24))
        if code.startswith("T"):
            return day
    except (ValueError, OverflowError):
        return None
    return None


def precision_of(unit: str) -> str:
    """The precision of an end that a length of that unit gives."""
    code, size = UNIT_WORDS[unit]
    return "time" if code.startswith("T") else "decade" if size == 10 else _PRECISION.get(code, "unknown")


SPAN = (
    rf"(?:{NUMBER}(?:\s*(?:to|or|-|–)\s*(?P<upper>\d+|{NUMBER_WORD}))?[\s-]+)?"
    rf"(?:(?:trading|business|working|calendar|fiscal|full|or\s+so|or\s+two)\s+)?{UNIT}(?:\s+or\s+(?:so|more|two))?(?:\s+and\s+(?:a\s+half|a\s+quarter))?"
)


@rule("unit", pattern=rf"(?P<set>each|every|per)\s+(?:(?P<other>other|few|couple\s+of|\d+|two|three|four|five|six|ten)\s+)?{UNIT}")
def every(match: re.Match[str], context: Context) -> Reading | None:
    """ "every day", "each month", "every two years": a set. "per day" belongs to its rate and to no time."""
    if match["set"].lower() == "per":
        return None
    unit = match["unit"].lower()
    other = (match["other"] or "").lower()
    count = 2.0 if other in ("other", "couple of") else parse_number(other) if other and other != "few" else 1.0
    return Reading(*match.span(), "SET", duration_value(count, unit), precision=precision_of(unit))


@rule(
    "unit",
    pattern=rf"(?:the\s+)?(?:year-(?:ago|earlier)|prior-year|(?:same|comparable|corresponding)(?:\s+year-(?:ago|earlier))?)\s+{NUMBER}[\s-]+{UNIT}",
)
def same_span(match: re.Match[str], context: Context) -> Reading | None:
    """ "the year-earlier nine months": the span named before, a year back."""
    count = parse_number(match["number"])
    if count is None:
        return None
    value = duration_value(count, match["unit"].lower())
    named = context.span
    if named is not None and named.value == value and "year" in match.group().lower():
        return pointing(match.span(), named, -1, is_comparison=True)
    return Reading(*match.span(), "DURATION", value, precision=precision_of(match["unit"].lower()), is_comparison=True)


_MODIFIER = (
    r"(?:(?:about|around|nearly|almost|roughly|some|over|more\s+than|less\s+than|fewer\s+than|at\s+least|at\s+most|up\s+to|no\s+more\s+than|no\s+less\s+than"
    r"|within|only|just|as\s+many\s+as|as\s+long\s+as|an\s+additional|another|the|these|those|its|their|his|her)\s+)*"
)


@rule(
    "unit",
    pattern=r"(?:the|its|a)\s+(?:full\s+|whole\s+)?(?P<fiscal>fiscal\s+|financial\s+)?(?P<unit>decade|year|quarter|month|week)(?P<end>\s+(?:ended|ending|that\s+ended|to|up\s+to)\b)?",
)
def reporting_span(match: re.Match[str], context: Context) -> Reading | None:
    """ "the year ended March 31", "the fiscal year": a length, with days when its end is named."""
    unit = match["unit"].lower()
    if not match["end"] and (not match["fiscal"] or unit != "year" or match.group().lower().startswith("a")):
        return None
    end = match.end("unit")
    first, last, precision, anchor = ending(1.0, unit, context, end)
    if unit == "quarter" and first is not None and last is not None and interval(value_at(first, "quarter"))[:2] == (first, last):
        # "the quarter ended Sept. 30" is the third of the calendar
        return dated((match.start(), end), value_at(first, "quarter"), anchor)
    if last is None and match["end"] and match["end"].strip().lower() in ("to", "up to"):
        return None
    return Reading(match.start(), end, "DURATION", duration_value(1.0, unit), first, last, precision, anchor)


@rule("unit", pattern=rf"(?P<modifier>{_MODIFIER}){SPAN}(?P<old>[\s-]+old\b)?")
def span(match: re.Match[str], context: Context) -> Reading | None:
    """ "three days", "a five-year plan", "24 hours": a length, without a place of its own unless it ends "to" or "ended" a date."""
    unit = match["unit"].lower()
    code = UNIT_WORDS[unit][0]
    modifier = match["modifier"].lower()
    if match["old"] or (code == "S" and not PLURAL.search(unit)):
        return None
    if match["number"] is None and _ONE_MORE.search(modifier) and not PLURAL.search(unit) and code not in ("TS", "Q", "S"):
        return Reading(*match.span(), "DURATION", duration_value(1.0, unit), precision=precision_of(unit))
    if match["number"] is None:
        return _bare(match, unit, modifier, context)
    number = match["number"].lower()
    if number == "a" and re.search(r"\b(?:fiscal|calendar)\s+year$", match.group().lower()):
        # "from a fiscal year to a calendar year": a way to reckon
        return None
    if number in ("a", "an") and not _is_length(match, unit, context):
        return None
    if unit.startswith(("second", "quarter")) and not _is_short(match, number, context):
        return None
    if code in ("WE", "S") and number in ("a", "an"):
        return None
    count = parse_number(number)
    if re.search(r"and\s+a\s+half$", match.group().lower()) and count is not None and not number.endswith("half"):
        count += 0.5
    first, last, precision, anchor = ending(count, unit, context, match.end())
    if first is None and last is None and context.published and code == "M" and _is_reported(match, count, context):
        year = context.published.year - (context.published.month <= int(count or 0))
        first, last = months(year, 1, int(count or 0))
        return Reading(match.start(), match.end(), "DURATION", duration_value(count, unit), first, last, "month", "publication")
    return Reading(match.start(), match.end(), "DURATION", duration_value(count, unit), first, last, precision, anchor)


# a firm's half year and its three quarters, told of at their end
_REPORTED = (6, 9)
_FOR = re.compile(r"\b(?:for|in)$")
_FIGURES_FOLLOW = re.compile(r",\s|\.(?:\s|$)|\s(?:sales|revenues?|profits?|earnings|net|losses|income)\b")


def _is_reported(match: re.Match[str], count: float | None, context: Context) -> bool:
    """ "For the nine months, losses totaled 12 million": of the latest year of which they are over."""
    if count not in _REPORTED or match["modifier"].lower().strip() != "the" or not _FOR.search(context.before(match.start(), 8)):
        return False
    return _FIGURES_FOLLOW.match(context.text, match.end()) is not None


# "for another year", "an additional week"
_ONE_MORE = re.compile(r"\b(?:another|an\s+additional)\s+$")


def _is_short(match: re.Match[str], number: str, context: Context) -> bool:
    """Whether "second" is no ordinal and "quarter" no fraction."""
    if PLURAL.search(match["unit"]) and "-" not in match.group():
        return True
    return number not in ("a", "an") and not (match["unit"].lower().startswith("quarter") and re.search(r"three[\s-]quarters", match.group().lower()))


_RATE_BEFORE = re.compile(
    r"(?:\d|\b(?:dollars?|percent|cents?|times|once|twice|barrels?|tons?|people|million|billion|thousand|hundred|hours|\w+s))\s*$"
)


def _is_length(match: re.Match[str], unit: str, context: Context) -> bool:
    """Whether "a day", "a year" is a length, not the unit of a rate."""
    if match["modifier"]:
        return True
    return not _RATE_BEFORE.search(context.before(match.start(), 20))


_SPENT = frozenset({"minutes", "hours", "days", "nights", "weeks", "months", "years", "decades", "centuries"})
_NOT_SPENT = re.compile(
    r"\b(?:or|the|these|those|early|late|closing|opening|final|first|last|small|wee|morning|night|rush|peak|working|office|visiting|his|her|their|its)$|\d$"
)


def _bare(match: re.Match[str], unit: str, modifier: str, context: Context) -> Reading | None:
    """ "for years", "in recent weeks", "decades of war"."""
    if not PLURAL.search(unit) or modifier.strip():
        return None
    before = context.before(match.start(), 16)
    if before.endswith("matter of"):
        return None
    if unit in _SPENT and re.match(r"\s+of\s", context.text[match.end() : match.end() + 4]) and not _NOT_SPENT.search(before):
        # "it follows months of talks": time spent, whatever stands before
        return Reading(*match.span(), "DURATION", duration_value(None, unit), precision=precision_of(unit))
    if re.search(r"\b(?:recent|past)$", before) or not re.search(
        r"\b(?:for|in|over|after|within|of|took|takes|take|last|lasted|spent|through|during|coming|and|many|be|than)$", before
    ):
        return None
    if re.match(r"\s+(?:of\s+age|old|ago)\b|-", context.text[match.end() : match.end() + 9].lower()):
        return None
    return Reading(*match.span(), "DURATION", duration_value(None, unit), precision=precision_of(unit))


_ENDS = re.compile(r"\s+(?:to|through|ended|ending|up\s+to|until|before|that\s+ended)\s+(?:on\s+)?", re.IGNORECASE)

# a business quarter that is told in weeks ends so few days before its month does
_WEEKS_SHORT = 3
# a span that ends farther ahead than this has ended a year before
_AHEAD_DAYS = 45


def _in_past(day: Reading, context: Context) -> Reading:
    """The end of a span of figures, which are told when it is over: "in the 12 months to February" is of the last February."""
    published = context.published
    if published is None or day.last is None or day.anchor != "publication" or (day.last - published).days <= _AHEAD_DAYS:
        return day
    before = shifted(day.value or "", -1, "year")
    return dated((day.start, day.end), before, day.anchor, day.type) if before else day


_BESIDE = re.compile(r",?\s*(?:on\s+)?")


def ending(count: float | None, unit: str, context: Context, end: int) -> tuple[date | None, date | None, str, str]:
    """First day, last day, precision and anchor of "the 24 hours to Monday": they end with the date that follows."""
    if count is None or not (match := _ENDS.match(context.text, end)):
        return None, None, precision_of(unit), "none"
    following = context.peek(match.end())
    if following is not None and following.last is None and (following.value or "").startswith("T"):
        # "the 48 hours to 3 p.m. Friday"
        following = context.peek(following.end + len(_BESIDE.match(context.text, following.end).group()))  # type: ignore[union-attr]
    if following is None or following.last is None:
        return None, None, precision_of(unit), "none"
    following = _in_past(following, context)
    if following.last is None:
        return None, None, precision_of(unit), "none"
    month_end = UNIT_WORDS[unit][0] in MONTHS_OF and (following.last + ONE_DAY).day == 1
    # "the quarter ended Sept. 29" of a business year in weeks: the months are meant
    near_end = UNIT_WORDS[unit][0] in MONTHS_OF and not month_end and (following.last + _WEEKS_SHORT * ONE_DAY).day <= _WEEKS_SHORT
    if month_end or near_end:
        # "the quarter ended June 30" begins on a month's first day, however many days the months have
        begin = length(count, unit, (following.last + _WEEKS_SHORT * ONE_DAY).replace(day=1), -1)
    else:
        begin = length(count, unit, following.last, -1)
        if begin is not None and not UNIT_WORDS[unit][0].startswith("T"):
            begin += ONE_DAY
    if month_end and following.precision == "year" and UNIT_WORDS[unit][0] == "Y":
        # "the decade to 2020"
        return begin, following.last, "year", following.anchor
    precision = "month" if month_end else following.precision if following.precision in ("day", "month") else precision_of(unit)
    return begin, following.last, precision, following.anchor
