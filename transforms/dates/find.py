"""Finding the time expressions of a text and resolving them: triggers by word, phrases by rule, then neighbours joined.

A word that can stand in a time expression triggers the rules of its class; the rule whose phrase begins furthest left
around that word wins. Everything is read once, from left to right, so the time grows with the text.
"""

from __future__ import annotations

import re
from functools import cache

from transforms.dates.calendar import ONE_DAY, interval
from transforms.dates.context import Context
from transforms.dates.expression import TimeExpression
from transforms.dates.lexicon import DAY_PARTS, HOLIDAYS, MONTHS, MULTIPLIERS, NUMBERS, ORDINALS, SEASONS, UNIT_WORDS, WEEKDAYS, WORDS
from transforms.dates.reading import RULES, Handler, Reading
from transforms.dates.rules import clock, counted, days, durations, month_dates, numeric_dates, periods, placed, quarters, words, years
from transforms.language.document import Document
from transforms.language.tables import words as words_of

# the order in which rules are tried: what is more particular comes first
_MODULES = [module.__name__ for module in (numeric_dates, month_dates, quarters, years, words, days, clock, periods, counted, placed, durations)]
_TOKEN = re.compile(r"[^\W_]+")
_WORDS_BACK = 9
_LONGEST_GAP = 4
# a time of day is of a day that was named within so many characters before it
_NEARBY = 400


@cache
def _triggers() -> dict[str, tuple[str, ...]]:
    """The classes of rules that a lower-case word triggers."""
    classes: dict[str, list[str]] = {}

    def add(names: object, kind: str) -> None:
        for name in names:  # type: ignore[attr-defined]
            classes.setdefault(name, []).append(kind)

    add({name.split()[-1] for name in WORDS} | {"day", "then"}, "word")
    add(MONTHS, "month")
    add(WEEKDAYS, "weekday")
    add((f"{word}s" for word in WEEKDAYS if word.endswith("day")), "weekdays")
    add(("today", "yesterday", "tomorrow", "tonight"), "near_day")
    add({name.split()[-1].split("'")[0] for name in HOLIDAYS} | {"thanksgiving", "christmas", "halloween", "juneteenth"}, "holiday")
    add(SEASONS, "season")
    add(("night",), "near_day")
    add(DAY_PARTS, "day_part")
    add(("quarter", "half"), "quarter")
    add(("period", "quarter", "month"), "period")
    add(("quarter", "period"), "quarter_year")
    add(("q1", "q2", "q3", "q4", "h1", "h2"), "quarter_code")
    add(("ago", "earlier", "year"), "year_ago")
    add(("days", "weeks", "months", "quarters", "years", "decades", "times", "hours"), "recent")
    add(UNIT_WORDS, "unit")
    add(("clock",), "oclock")
    add(("gmt", "utc", "bst", "est", "edt", "cet", "cest", "local", "ist", "jst", "msk"), "zone")
    add(("bc", "bce"), "era")
    add((word + "s" if not word.endswith("y") else word[:-1] + "ies" for word, number in NUMBERS.items() if number >= 20), "decade")
    add(("seventeen", "eighteen", "nineteen", "two"), "spoken_year")
    add(("fiscal",), "fiscal")
    return {word: tuple(dict.fromkeys(kinds)) for word, kinds in classes.items()}


@cache
def _rules(kind: str) -> list[tuple[re.Pattern[str], Handler]]:
    """The rules of a class in the order of their modules."""
    return sorted(RULES.get(kind, ()), key=lambda entry: _MODULES.index(entry[1].__module__))


# words that may stand before the trigger in a time expression
_INNER = words_of("time_phrase_words", "word") | set(NUMBERS) | set(MULTIPLIERS) | set(ORDINALS) | set(WEEKDAYS) | set(MONTHS)


class _Finder(Context):
    """One pass over one document."""

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self._tokens = [(match.start(), match.end(), match.group().lower()) for match in _TOKEN.finditer(document.text)]
        self._peeking = False

    def read_all(self) -> list[Reading]:
        found: list[Reading] = []
        done = 0
        for index in range(len(self._tokens)):
            if self._tokens[index][0] < done:
                continue
            for reading in self._read(index, done):
                try:
                    joined = _join(found, reading, self)
                except (OverflowError, ValueError):
                    # "overnight", told on the calendar's first day
                    continue
                found.append(joined)
                self.remember(joined)
                done = joined.end
        return found

    def peek(self, position: int) -> Reading | None:
        """The date that stands right at the position, not yet remembered."""
        if self._peeking:
            return None
        self._peeking = True
        try:
            for index in self._indices_from(position, 4):
                readings = self._read(index, position)
                if readings:
                    return readings[0] if not self.text[position : readings[0].start].strip(" ,\n") else None
        finally:
            self._peeking = False
        return None

    def _indices_from(self, position: int, count: int) -> list[int]:
        low, high = 0, len(self._tokens)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if self._tokens[middle][0] < position else (low, middle)
        return list(range(low, min(low + count, len(self._tokens))))

    def _read(self, index: int, done: int) -> list[Reading]:
        """The readings of the leftmost phrase around the token, none when it triggers nothing."""
        start, end, word = self._tokens[index]
        kinds = _triggers().get(word) or self._figure(start, end, word)
        if not kinds:
            return []
        for first in self._starts(index, done):
            position = self._tokens[first][0]
            if position and self.text[position - 1] in "'’" and position - 1 >= done and self.text[position].isdigit():
                position -= 1
            for kind in kinds:
                for pattern, handler in _rules(kind):
                    match = pattern.match(self.text, position)
                    if match is None or match.end() < end:
                        continue
                    try:
                        readings = handler(match, self)
                    except (OverflowError, ValueError):
                        # the day would lie beyond the calendar (years 1 to 9999)
                        continue
                    if readings:
                        return readings if isinstance(readings, list) else [readings]
        return []

    def _starts(self, index: int, done: int) -> range | list[int]:
        first = index
        while first > 0 and index - first < _WORDS_BACK:
            start, end, word = self._tokens[first - 1]
            if start < done or self._tokens[first][0] - end > _LONGEST_GAP or not (word in _INNER or word[0].isdigit()):
                break
            first -= 1
        return range(first, index + 1)

    def _figure(self, start: int, end: int, word: str) -> tuple[str, ...]:
        """The classes that a number in figures, or the "p" of "5 p.m.", triggers."""
        following = self.text[end : end + 1]
        if word in ("a", "p", "am", "pm"):
            near = self.text[max(0, start - 2) : start]
            if (word in ("am", "pm") or following == "." or self.text[end : end + 2] == " m") and (
                near.strip()[-1:].isalnum() or near.strip() == "."
            ):
                return ("clock",)
            return ()
        if not word[0].isdigit():
            return ("fiscal",) if word.startswith("fy") and word[2:].isdigit() else ()
        if word.isdigit():
            if len(word) == 2 and start and self.text[start - 1] in "'’‘":
                return ("short_year",)
            if len(word) == 4:
                return ("year",) if word[0] in "12" else ()
            if len(word) <= 2 and following and following in "/.-:" and self.text[end + 1 : end + 2].isdigit():
                return ("numeric",)
            return ()
        if word.endswith("s") and word[:-1].isdigit():
            return ("decade",) if word[-2] == "0" and len(word) in (3, 5) else ()
        if word[-2:] in ("am", "pm"):
            return ("clock",)
        return ()


_JOINT = re.compile(r"(?:,?\s+(?:on\s+|of\s+|in\s+the\s+|the\s+|at\s+|local\s+time\s*,?\s*(?:on\s+)?)?|\s*,\s*(?:at\s+)?|\s*\()$|$")


def _join(found: list[Reading], reading: Reading, context: Context) -> Reading:
    """A clock time takes the day beside it, before or after; so does one that is tied to it by "and" or "to"."""
    joined = _joined(found, reading, context)
    if found and joined.type == "TIME" and joined.start == reading.start and joined.first is not None and found[-1].type == "TIME":
        previous = found[-1]
        gap = context.text[previous.end : joined.start]
        if "T" in (previous.value or "") and joined.end > reading.end and re.fullmatch(r"\s*(?:and|to|until|till|or|-|–)\s*", gap):
            found[-1] = _timed(previous.start, previous.end, joined, "T" + (previous.value or "").split("T", 1)[1])
    return joined


def _joined(found: list[Reading], reading: Reading, context: Context) -> Reading:
    previous = found[-1] if found else None
    gap = context.text[previous.end : reading.start] if previous else ""
    is_beside = previous is not None and len(gap) <= 24 and bool(_JOINT.fullmatch(gap))
    if reading.value and reading.value.startswith("T"):
        if previous is not None and is_beside and previous.precision == "day" and previous.value and previous.type == "DATE":
            found.pop()
            return _timed(previous.start, reading.end, previous, reading.value)
        ahead = context.peek(reading.end + _ahead(context.text, reading.end))
        if ahead is None and (aside := _ASIDE.match(context.text, reading.end)) and (day := context.peek(aside.end())) and day.precision == "day":
            return _timed(reading.start, reading.end, day, reading.value)
        if ahead is not None and ahead.type == "DATE" and ahead.precision == "day":
            return _timed(reading.start, ahead.end, ahead, reading.value)
        return _with_day(reading, context)
    return reading


_ASIDE = re.compile(r"\s*\([^()\n]{2,30}\),?\s+(?:on\s+)?")
_AHEAD = re.compile(r",?\s+(?:on\s+|of\s+)?|\s*,\s*")


def _ahead(text: str, end: int) -> int:
    match = _AHEAD.match(text, end)
    return match.end() - end if match else 0


def _timed(start: int, end: int, day: Reading, clock_value: str) -> Reading:
    first, last = day.first, day.last
    value = f"{(day.value or '')[:10]}{clock_value}"
    return Reading(start, end, "TIME", value, first, last, "time", day.anchor)


def _with_day(reading: Reading, context: Context) -> Reading:
    """A time of day alone is of the day that the article named last nearby, else of the publication."""
    named = context.last_day()
    is_past = named is not None and named.first is not None and (context.published is None or named.first <= context.published)
    if named is not None and named.first is not None and is_past and reading.start - named.end < _NEARBY:
        return Reading(reading.start, reading.end, "TIME", f"{named.first.isoformat()}{reading.value}", named.first, named.last, "time", "named")
    if context.published is None:
        return Reading(reading.start, reading.end, "TIME", f"XXXX-XX-XX{reading.value}", None, None, "time", "none")
    day = (
        context.published - ONE_DAY
        if reading.value == "TNI" and "overnight" in context.text[reading.start : reading.end].lower()
        else context.published
    )
    return Reading(reading.start, reading.end, "TIME", f"{day.isoformat()}{reading.value}", day, day, "time", "publication")


def find(document: Document) -> list[TimeExpression]:
    """The time expressions of the document in text order, none overlapping, with TIMEX3 type and value.

    Relative ones are resolved against `document.published` or the date named last; without either their value keeps X's
    and they have no days.
    """
    return [
        TimeExpression(
            reading.start, reading.end, document.text[reading.start : reading.end], reading.type, reading.value,
            reading.first, reading.last, reading.precision, reading.anchor,
        )
        for reading in _Finder(document).read_all()
    ]  # fmt: skip


__all__ = ["find", "interval"]
