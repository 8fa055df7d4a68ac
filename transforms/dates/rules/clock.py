"""Times of day: clock times and parts of a day. Their day comes from the phrase beside them, which `find` joins."""

from __future__ import annotations

import re

from transforms.dates.calendar import ONE_DAY
from transforms.dates.context import Context
from transforms.dates.lexicon import DAY_PARTS, NUMBERS, PART, WEEKDAYS, either
from transforms.dates.reading import Reading, dated, rule

_ZONES = (
    r"(?:[ECMP][SD]?T|GMT|UTC|BST|CET|CEST|EET|IST|JST|MSK|AEST|local(?:\s+time)?"
    r"|(?:Eastern|Central|Mountain|Pacific|Moscow|Kyiv|Beijing)(?:\s+(?:Standard\s+|Daylight\s+)?Time)?)\b"
)
_ZONE = rf"(?:,?\s*{_ZONES}|\s*\({_ZONES}\))"
_HOUR_WORD = either([word for word, number in NUMBERS.items() if 1 <= number <= 12])
_FULL_DAY = either(word for word in WEEKDAYS if word.endswith("day"))
_EARLY = r"(?:(?:around|about|at|before|after|until|by|shortly|just|early|late)\s+)*"


_SHOW = re.compile(r"\s+(?:talk|show|shows|host|hosts|comedy|comedian|comedians|TV|television|news|shift|sky|sun|light)\b")


# "from the night the dam broke": whichever that was
_TOLD_BY_CLAUSE = re.compile(r"\s+(?:the|an?|that|when|he|she|they|it|we|you|his|her|their|(?-i:I))\b", re.IGNORECASE)


def _clock(hour: int, minute: str | None, half: str) -> str | None:
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 24:
        return None
    return f"T{hour:02d}:{minute or '00'}"


@rule(
    "unit",
    "day_part",
    pattern=rf"(?:(?:in|during|on|over)\s+)?(?P<night>(?:(?:the|that)\s+)?(?:over)?night)\s+(?:from\s+(?:{_FULL_DAY})\s+)?(?:to|into|on\s+to)\s+(?={_FULL_DAY})",
)
def night_to(match: re.Match[str], context: Context) -> Reading | None:
    """ "in the night to Sunday", "overnight into Sunday": the night between the day before and that day."""
    day = context.peek(match.end())
    if day is None or day.first is None or day.type != "DATE" or day.precision != "day":
        return None
    before = day.first - ONE_DAY
    return Reading(match.start("night"), day.end, "TIME", f"{before.isoformat()}TNI", before, day.first, "time", day.anchor)


@rule("clock", pattern=rf"(?P<hour>\d{{1,2}})(?:[:.](?P<minute>[0-5]\d))?(?:[:.][0-5]\d)?\s*(?P<half>[ap])\.?\s?m\b\.?{_ZONE}?")
@rule("clock", pattern=rf"(?P<hour>{_HOUR_WORD})(?P<minute>(?!))?\s+(?P<half>[ap])\.?\s?m\b\.?{_ZONE}?")
def twelve_hours(match: re.Match[str], context: Context) -> Reading | None:
    """ "5 p.m. EST", "10:35 a.m."; without its day."""
    hour = NUMBERS.get(match["hour"].lower()) or int(match["hour"]) if not match["hour"].isdigit() else int(match["hour"])
    value = _clock(hour, match["minute"], match["half"].lower())
    return Reading(*match.span(), "TIME", value, precision="time") if value else None


@rule("numeric", "zone", pattern=rf"(?<![\d:.])(?P<hour>[01]?\d|2[0-4])[:.](?P<minute>[0-5]\d)(?::[0-5]\d)?\s*(?:hours|hrs|h)?{_ZONE}")
@rule("zone", pattern=rf"(?<![\d:.])(?P<hour>[01]\d|2[0-4])(?P<minute>[0-5]\d)\s*(?:hours|hrs|h)?{_ZONE}")
@rule("numeric", pattern=r"(?<=at\s)(?P<hour>[01]?\d|2[0-4]):(?P<minute>[0-5]\d)(?::[0-5]\d)?(?![\d:]|\s*[ap]\.?\s?m\b)")
def twenty_four_hours(match: re.Match[str], context: Context) -> Reading | None:
    """ "14:30 GMT", "0600 GMT", "at 18:45"; without its day."""
    value = _clock(int(match["hour"]), match["minute"], "")
    return Reading(*match.span(), "TIME", value, precision="time") if value else None


@rule(
    "oclock",
    "day_part",
    pattern=rf"(?P<hour>{_HOUR_WORD}|1[0-2]|[1-9])(?:\s+o['’]clock|(?=\s+in\s+the\s))(?:\s+in\s+the\s+(?P<part>morning|afternoon|evening)|\s+at\s+night)?",
)
def oclock(match: re.Match[str], context: Context) -> Reading | None:
    """ "four o'clock", "4 in the morning"; without its day."""
    written = match["hour"].lower()
    if "clock" not in match.group().lower() and not match["part"]:
        return None
    hour = int(written) if written.isdigit() else NUMBERS[written]
    part = (match["part"] or ("night" if match.group().lower().endswith("night") else "")).lower()
    value = _clock(hour, None, {"morning": "a", "afternoon": "p", "evening": "p", "night": "p"}.get(part, ""))
    return Reading(*match.span(), "TIME", value, precision="time") if value else None


@rule("day_part", pattern=rf"(?P<each>each|every)\s+{PART}")
def every_part(match: re.Match[str], context: Context) -> Reading | None:
    """ "every night": a set."""
    return Reading(*match.span(), "SET", "P1D", precision="time")


@rule(
    "day_part",
    pattern=rf"(?P<which>this|that|last|the\s+previous|the\s+following|the\s+next)\s+(?P<early>early\s+|late\s+)?{PART}|(?:earlier|later|early|late)\s+this\s+(?P<part2>morning|afternoon|evening)",
)
def which_part(match: re.Match[str], context: Context) -> Reading | None:
    """ "this morning", "last night"."""
    which = " ".join((match["which"] or "this").lower().split())
    part = (match["part"] or match["part2"]).lower()
    if context.published is None:
        return Reading(*match.span(), "TIME", f"XXXX-XX-XXT{DAY_PARTS[part]}", precision="time")
    if which in ("this", "last"):
        day, anchor = context.published - (which == "last") * ONE_DAY, "publication"
    else:
        named = context.last_day()
        day, anchor = (named.first or context.published, "named") if named else (context.published, "publication")
        day += {"that": 0, "the previous": -1}.get(which, 1) * ONE_DAY
    return dated(match.span(), f"{day.isoformat()}T{DAY_PARTS[part]}", anchor, "TIME")


@rule(
    "day_part",
    pattern=rf"(?P<lead>(?:in|during|by|at|before|after|until|through|from|since|throughout)\s+)?(?P<early>(?:the\s+)?(?:early|late|mid)[\s-]+(?:hours\s+of\s+the\s+)?)?(?P<the>the\s+)?{PART}(?!\s+of\s+(?!\w+day))",
)
def part(match: re.Match[str], context: Context) -> Reading | None:
    """ "overnight", "mid-afternoon", "in the morning"; without its day. Beside a weekday the two are joined."""
    word = match["part"].lower()
    beside_day = re.search(
        r"(?:day|yesterday|tomorrow|\d|dec\.|\.)['’]?s?\s+$", context.text[max(0, match.start() - 12) : match.start()].lower() + ""
    ) or re.match(r",?\s+(?:on\s+|of\s+)?(?:[A-Z][a-z]+day\b|yesterday|tomorrow|today)", context.text[match.end() : match.end() + 20])
    sure = word in ("overnight", "midnight", "midday", "noon") or match["early"] or (match["lead"] and match["the"])
    if (not sure and not beside_day) or _SHOW.match(context.text, match.end()) or (word == "noon" and context.before(match.start()).endswith("high")):
        return None
    if match["the"] and not match["early"] and _TOLD_BY_CLAUSE.match(context.text, match.end()):
        return None
    start = match.start("early") if match["early"] else match.start("the") if match["the"] else match.start("part")
    return Reading(start, match.end(), "TIME", "T" + DAY_PARTS[word], precision="time")
