"""Single days: weekdays, today and its neighbours, holidays, days counted from a named one."""

from __future__ import annotations

import re
from datetime import date, timedelta

from transforms.dates.calendar import ONE_DAY, easter, plus_months
from transforms.dates.context import Context
from transforms.dates.lexicon import EARLY, HOLIDAYS, MONTH, MONTHS, ORDINAL, ORDINALS, WEEKDAY, WEEKDAYS, YEAR, either, parse_ordinal, parse_year
from transforms.dates.reading import Reading, dated, rule
from transforms.language.tables import words as words_of


def weekday_number(match: re.Match[str]) -> int | None:
    """1 for Monday to 7 for Sunday; None where the word is hardly a weekday ("sun", "wed")."""
    word = match["weekday"]
    if not word[0].isupper() or (
        len(word.rstrip(".")) < 6 and not word.endswith(".") and word.lower() in ("sun", "sat", "mon", "wed", "fri", "tue", "thu")
    ):
        return None
    return WEEKDAYS[word.lower().rstrip(".")]


_PART_CODES = {"night": "TNI", "morning": "TMO", "afternoon": "TAF", "evening": "TEV"}
# a 13th that is a Friday comes within so many days
_NEAR_DAYS = 430
_FULL_DAY = either(word for word in WEEKDAYS if word.endswith("day"))


@rule("weekday", pattern=rf"(?:the\s+)?(?P<nth>first|second|third|fourth|last)\s+{WEEKDAY}\s+(?:of|in)\s+{MONTH}(?:,?\s+{YEAR})?")
def nth_weekday(match: re.Match[str], context: Context) -> Reading | None:
    """ "the first Monday of May": in the nearest such month unless the year is named."""
    number = weekday_number(match)
    year = parse_year(match) or (context.published.year if context.published else None)
    if number is None or year is None:
        return None
    row = {
        "month": str(MONTHS[match["month"].lower().rstrip(".")]),
        "day": "",
        "weekday": str(number),
        "nth": str(_NTH[match["nth"].lower()]),
        "days_after": "",
    }
    return dated(match.span(), holiday_in(year, row).isoformat(), "none" if parse_year(match) else "publication")


@rule("weekday", pattern=rf"(?P<each>each|every)\s+{WEEKDAY}(?:\s+(?P<part>night|morning|afternoon|evening)\b)?")
def weekly(match: re.Match[str], context: Context) -> Reading | None:
    """ "every Thursday", "every Friday night": sets."""
    number = weekday_number(match)
    if number is None:
        return None
    part = _PART_CODES[match["part"].lower()] if match["part"] else ""
    return Reading(*match.span(), "SET", f"XXXX-WXX-{number}{part}", precision="time" if part else "day")


@rule("unit", pattern=r"(?<=on\s)weekends\b")
def weekends(match: re.Match[str], context: Context) -> Reading | None:
    """ "on weekends": a set."""
    return Reading(*match.span(), "SET", "XXXX-WXX-WE", precision="weekend")


@rule("weekday", pattern=rf"{WEEKDAY}[\s-]the[\s-]{ORDINAL}")
def weekday_and_number(match: re.Match[str], context: Context) -> Reading | None:
    """ "Friday the 13th": the latest such day, or the next one where the clause looks ahead."""
    number, day, published = weekday_number(match), parse_ordinal(match["ordinal"]), context.published
    if number is None or published is None or not 1 <= day <= 31:
        return None
    sign = 1 if context.tense(*match.span()) == "future" else -1
    near = (published + sign * count * ONE_DAY for count in range(_NEAR_DAYS))
    found = next((near_day for near_day in near if near_day.day == day and near_day.isoweekday() == number), None)
    return dated(match.span(), found.isoformat(), "publication") if found else None


@rule("weekdays", pattern=rf"(?:each\s+|every\s+)?(?P<weekday>{_FULL_DAY})s\b")
def weekdays(match: re.Match[str], context: Context) -> Reading | None:
    """ "on Mondays": a set."""
    if not match["weekday"][0].isupper():
        return None
    return Reading(*match.span(), "SET", f"XXXX-WXX-{WEEKDAYS[match['weekday'].lower()]}", precision="day")


@rule(
    "weekday",
    pattern=rf"(?:each\s+|every\s+)?{WEEKDAY}(?=(?:,?\s+(?:and|or)\s+(?:{_FULL_DAY})|,\s+(?:{_FULL_DAY})){{0,3}}\s+(?P<part>night|morning|afternoon|evening)s\b)(?:\s+(?P=part)s\b)?",
)
def weekly_part(match: re.Match[str], context: Context) -> Reading | None:
    """ "on Saturday nights", "on Friday and Saturday nights": sets."""
    number = weekday_number(match)
    return None if number is None else Reading(*match.span(), "SET", f"XXXX-WXX-{number}{_PART_CODES[match['part'].lower()]}", precision="time")


@rule(
    "weekday",
    pattern=rf"(?:(?:the\s+)?(?P<which>last|next|this(?:\s+(?:past|coming))?|(?<=the\s)(?:previous|following|preceding)|past|coming)\s+)?{EARLY}"
    rf"(?:(?P<which2>last|next|this)\s+)?{WEEKDAY}(?:,?\s+(?P<week>last|this|next)\s+week)?(?P<later>\s+(?:before|after)\s+(?P<far>last|next))?",
)
def weekday(match: re.Match[str], context: Context) -> Reading | None:
    """ "Monday", "last Tuesday", "Friday next week": by default the latest such day, the publication day included."""
    number = weekday_number(match)
    if number is None or _NAMED_DAY.search(context.text, max(0, match.start() - 10), match.start()):
        return None
    which = " ".join((match["which"] or match["which2"] or "").lower().split())
    anchor = "publication"
    day = context.published
    if which in ("previous", "following", "preceding"):
        named = context.last_day()
        day, anchor = (named.first, "named") if named else (day, anchor)
    if day is None:
        return Reading(*match.span(), "DATE", f"XXXX-WXX-{number}", precision="day")
    found = _weekday_near(day, number, which, (match["week"] or "").lower(), match, context)
    named = context.last_named
    if not which and not match["week"] and named is not None and named.first is not None and named.precision == "day" and context.published:
        if named.first > context.published and found <= named.first and _LISTED.fullmatch(context.text, named.end, match.start()):
            # "will meet on Friday and Saturday": the list goes on
            found = named.first + ((number - named.first.isoweekday()) % 7 or 7) * ONE_DAY
    if not which and not match["week"] and (to := _TO_DAY.match(context.text, match.end())):
        last = context.peek(to.end())
        if last is not None and last.first is not None and last.precision == "day" and last.first < found <= last.first + 7 * ONE_DAY:
            # "from Monday to Sunday", told on a Monday: the one before that Sunday
            found -= 7 * ONE_DAY
    return dated(match.span(), found.isoformat(), anchor)


# "the Good Friday agreement", "Black Monday": names of their own
_NAMED_DAY = re.compile(r"\b(?:Good|Black|Bloody|Ash|Palm|Holy|Maundy|Super|Cyber|Fat|Shrove|Giving|Easter)\s$")


_TO_DAY = re.compile(rf"\s+(?:to|through|until)\s+(?={_FULL_DAY})|\s?[-–]\s?(?={_FULL_DAY})", re.IGNORECASE)
_LISTED = re.compile(r",?\s+(?:and|or|to|through|until)\s+(?:on\s+)?|,\s+|\s?[-–]\s?")


def _weekday_near(day: date, number: int, which: str, week: str, match: re.Match[str], context: Context) -> date:
    behind = (day.isoweekday() - number) % 7
    if week:
        monday = day - (day.isoweekday() - 1) * ONE_DAY + {"last": -7, "this": 0, "next": 7}[week] * ONE_DAY
        return monday + (number - 1) * ONE_DAY
    if which in ("last", "past", "this past", "previous", "preceding"):
        return day - (behind or 7) * ONE_DAY
    if which in ("next", "coming", "this coming", "following"):
        return day + (7 - behind) * ONE_DAY
    if behind and not _has_thing(match, context) and context.tense(*match.span()) == "future":
        return day + (7 - behind) * ONE_DAY
    return day - behind * ONE_DAY


def _has_thing(match: re.Match[str], context: Context) -> bool:
    """ "Wednesday's ruling": a thing that has been."""
    return bool(re.match(r"['’]s\s", context.text[match.end() : match.end() + 3]))


def _is_name(word: str, before: str) -> bool:
    """Whether "TODAY", "Today" is part of a name: capitals after capitals, or a capital within the sentence."""
    if word.isupper() and re.search(r"[A-Z]{2,}\s$", before):
        return True
    return word.istitle() and bool(re.search(r"[A-Za-z,]\s$", before)) and not before.rstrip().endswith(",")


_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1}
# "today's world" is of these times, "today's papers" of one day
_OF_THE_AGE = re.compile(
    r"['’]s\s+(?:[a-z-]+\s+)?(?:world|society|age|era|youth|young|generations?|kids|children|teenagers|students|men|women|parents|famil(?:y|ies)|voters"
    r"|consumers|workers|standards|dollars|money|prices|economy|technolog(?:y|ies)|computers|cars|cities|culture|leaders|politicians)\b"
)
_NEAR = {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0}


@rule(
    "near_day",
    pattern=r"(?:(?:the\s+)?(?P<far>day\s+(?:before|after))\s+)?(?P<early>(?:early|late|earlier|later)(?:\s+on)?\s+)?(?P<word>today|yesterday|tomorrow|tonight|last\s+night)\b",
)
def near_day(match: re.Match[str], context: Context) -> Reading | None:
    """ "today", "the day before yesterday", "tonight"."""
    word = match["word"].lower()
    if _is_name(match["word"], context.text[max(0, match.start() - 12) : match.start()]):
        return None
    if word == "today" and _OF_THE_AGE.match(context.text, match.end()):
        return Reading(*match.span(), "DATE", "PRESENT_REF", anchor="publication")
    if context.published is None:
        return Reading(*match.span(), "DATE", "XXXX-XX-XX", precision="day")
    offset = _NEAR.get(word, -1)
    if match["far"]:
        offset += -1 if "before" in match["far"].lower() else 1
    value = (context.published + offset * ONE_DAY).isoformat()
    if word == "tonight" or "night" in word:
        return dated(match.span(), value + "TNI", "publication", "TIME")
    return dated(match.span(), value, "publication")


@rule(
    "unit",
    pattern=r"(?P<which>that|the\s+same|this\s+same|the\s+following|the\s+next|the\s+previous|the\s+preceding)\s+(?P<unit>day|night|morning|afternoon|evening)\b(?!s)",
)
@rule(
    "day_part",
    pattern=r"(?P<which>that|the\s+same|the\s+following|the\s+next|the\s+previous|the\s+preceding)\s+(?:day\s+)?(?P<unit>night|morning|afternoon|evening)\b",
)
@rule("unit", pattern=r"(?:earlier|later|late|early)\s+(?:in\s+|on\s+)?(?P<which>the|that)\s+(?P<unit>day)\b(?!s)")
@rule("unit", pattern=r"(?P<which>the)\s+(?P<unit>day)\s+(?P<side>before|after|earlier|later)\b(?!\s+(?:yesterday|tomorrow))")
def pointed_day(match: re.Match[str], context: Context) -> Reading | None:
    """ "that day", "the following day", "the day before", "later in the day": from the day named last."""
    which, unit = " ".join(match["which"].lower().split()), match["unit"].lower()
    if "same" in which and _OTHER_YEAR.match(context.text, match.end()):
        return None
    side = (match.groupdict().get("side") or "").lower()
    offset = 1 if which in ("the following", "the next") or side in ("after", "later") else 0
    offset = -1 if which in ("the previous", "the preceding") or side in ("before", "earlier") else offset
    if side in ("before", "after") and (beside := context.peek(match.end() + _article(context.text, match.end()))) and beside.first:
        if beside.precision == "day" and beside.type == "DATE":
            # "the day before the May 5 vote"
            return dated((match.start(), beside.end), (beside.first + offset * ONE_DAY).isoformat(), beside.anchor)
    named = context.last_day()
    if named and named.precision == "day" and side in ("before", "after") and _IN_APPOSITION.fullmatch(context.text, named.end, match.start()):
        # "on Oct. 12, the day before the crash": that very day
        offset = offset if _CLAUSE_END.match(context.text, match.end()) else 0
    day, anchor = (named.first, "named") if named else (context.published, "publication")
    if day is None:
        return Reading(*match.span(), "DATE", "XXXX-XX-XX", precision="day")
    value = (day + offset * ONE_DAY).isoformat()
    if unit == "day":
        return dated(match.span(), value, anchor)
    return dated(match.span(), value + _PART_CODES[unit], anchor, "TIME")


@rule("word", pattern=r"(?<=until\s)then\b|(?<=till\s)then\b|(?<=by\s)then\b")
def then(match: re.Match[str], context: Context) -> Reading | None:
    """ "Until then": the day named in this sentence or the one before."""
    named = context.last_day()
    if named is None or named.first is None or named.start < context.sentence_span(max(context.sentence_span(match.start())[0] - 2, 0))[0]:
        return None
    return dated(match.span(), named.first.isoformat(), "named")


# "on the same day last year": of another year
_OTHER_YEAR = re.compile(r"\s+(?:last\s+(?:year|month|week)|a\s+(?:year|month|week)\s+(?:ago|earlier|before)|(?:in|of)\s+[12]\d{3}\b)", re.IGNORECASE)
_IN_APPOSITION = re.compile(r",\s+|\s*\(|\s+[-–—]+\s*")
_CLAUSE_END = re.compile(r"\s*(?:[.,;:)]|$|\s(?:and|but|that)\b)")


@rule("unit", pattern=r"(?:the\s+)?(?P<nth>\w+)\s+(?:straight\s+|consecutive\s+|full\s+)?(?P<unit>day)\s+(?=of\s)")
def nth_day(match: re.Match[str], context: Context) -> Reading | None:
    """ "Today is the third day of the strike", "it's the third day of": the day of publication, as the verb says."""
    nth, published = match["nth"].lower(), context.published
    if published is None or nth not in ORDINALS or not _IS_TODAY.search(context.before(match.start(), 40)):
        return None
    return dated((match.start(), match.end("unit")), published.isoformat(), "publication")


@rule("unit", pattern=rf"the\s+{ORDINAL}(?:\s+day)?\s+of\s+(?P<which>this|last|next)\s+(?P<unit>month)\b(?!s)")
def day_of_month(match: re.Match[str], context: Context) -> Reading | None:
    """ "the 15th of next month"."""
    if context.published is None:
        return None
    month = plus_months(context.published.replace(day=1), {"this": 0, "last": -1, "next": 1}[match["which"].lower()])
    return dated(match.span(), month.replace(day=parse_ordinal(match["ordinal"])).isoformat(), "publication")


_IS_TODAY = re.compile(r"\b(?:(?:today|this)\s+(?:is|marks)|it(?:['’]s|\s+is)(?:\s+now)?)$")
_ARTICLE = re.compile(r"\s+(?:the\s+|last\s+(?=\d))?")


def _article(text: str, end: int) -> int:
    found = _ARTICLE.match(text, end)
    return found.end() - end if found else 0


# a holiday so far off is asked for the tense of its clause
_DOUBTFUL_DAYS = 30
# the American one, taken for it only near that day: other countries vote on other days
_ELECTION_DAY = "election day"
_OF_HOLIDAY = re.compile(rf"\s+(?:{either(words_of('holiday_things', 'noun'))})(?:s|es)?\b")


@rule("holiday", pattern=rf"(?:(?P<which>last|this|next)\s+)?(?P<name>{either(HOLIDAYS)})(?!['’]?\w)(?:,?\s+{YEAR})?")
def holiday(match: re.Match[str], context: Context) -> Reading | None:
    """ "Thanksgiving", "last Christmas", "New Year's Day 2024"."""
    if not match["name"][0].isupper() or _OF_HOLIDAY.match(context.text, match.end()) or context.before(match.start()).endswith("orthodox"):
        return None
    row = HOLIDAYS[" ".join(match["name"].lower().replace("’", "'").split())]
    year = parse_year(match)
    if year is not None:
        return dated(match.span(), holiday_in(year, row).isoformat(), "none")
    published = context.published
    if published is None:
        month, day = (row[name].zfill(2) if row[name] else "XX" for name in ("month", "day"))
        return Reading(*match.span(), "DATE", f"XXXX-{month}-{day}", precision="day")
    days = [holiday_in(published.year + shift, row) for shift in (-1, 0, 1) if 1 < published.year < 9998]
    which = (match["which"] or "").lower()
    if which == "last":
        found = max(day for day in days if day < published)
    elif which == "next":
        found = min(day for day in days if day > published)
    else:
        found = min(days, key=lambda day: abs((day - published).days))
        tense = context.tense(*match.span())
        if row["name"] == _ELECTION_DAY:
            if not (-14 <= (found - published).days <= 0 if tense == "past" else 0 <= (found - published).days <= _DOUBTFUL_DAYS):
                return None
        elif abs((found - published).days) > _DOUBTFUL_DAYS and tense:
            found = min(day for day in days if day > published) if tense == "future" else max(day for day in days if day <= published)
    return dated(match.span(), found.isoformat(), "publication")


def holiday_in(year: int, row: dict[str, str]) -> date:
    """The day of a row of `seeds/language/holidays.csv` in that year; one without a month is counted from Easter Sunday."""
    return _base_of(year, row) + int(row["days_after"] or 0) * ONE_DAY


def _base_of(year: int, row: dict[str, str]) -> date:
    if not row["month"]:
        return easter(year)
    month = int(row["month"])
    if row["day"]:
        return date(year, month, int(row["day"]))
    weekday, nth = int(row["weekday"]), int(row["nth"])
    if nth > 0:
        first = date(year, month, 1)
        return first + ((weekday - first.isoweekday()) % 7 + 7 * (nth - 1)) * ONE_DAY
    last = date(year + month // 12, month % 12 + 1, 1) - ONE_DAY
    return last - ((last.isoweekday() - weekday) % 7) * ONE_DAY - timedelta(weeks=-nth - 1)
