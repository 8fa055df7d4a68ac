"""The words of dates and times, from `seeds/language`, and the regular expressions made of them.

Words only: what a phrase means is decided by the rules.
"""

from __future__ import annotations

import re

from transforms.language.tables import rows

MONTHS = {row["word"]: int(row["number"]) for row in rows("months")}
WEEKDAYS = {row["word"]: int(row["number"]) for row in rows("weekdays")}
UNITS = {row["word"]: (row["code"], int(row["size"])) for row in rows("time_units")}
DAY_PARTS = {row["word"]: row["code"] for row in rows("day_parts")}
SEASONS = {row["word"]: row["code"] for row in rows("seasons")}
HOLIDAYS = {row["name"]: row for row in rows("holidays")}
WORDS = {row["word"]: (row["type"], row["value"]) for row in rows("time_words")}
NUMBERS = {row["word"]: int(row["number"]) for row in rows("time_numbers") if row["kind"] == "cardinal"}
MULTIPLIERS = {row["word"]: int(row["number"]) for row in rows("time_numbers") if row["kind"] == "multiplier"}
ORDINALS = {row["word"]: int(row["number"]) for row in rows("time_numbers") if row["kind"] == "ordinal"}
_PLURALS = {"century": "centuries", "millennium": "millennia"}
UNIT_WORDS = UNITS | {_PLURALS.get(word, word + "s"): unit for word, unit in UNITS.items()}


def either(words: object) -> str:
    """An alternation, the longest word first; an apostrophe matches the typographic one too, a space any white space."""
    ordered = sorted(words, key=lambda word: (-len(word), word))  # type: ignore[call-overload]
    return "|".join(re.escape(word).replace("'", "['’]").replace(r"\ ", r"\s+") for word in ordered)


_full_months = [word for word in MONTHS if len(word) > 4 or word in ("june", "july", "may")]
_short_months = [word for word in MONTHS if word not in _full_months]
MONTH = rf"(?P<month>(?:{either(_full_months)})\b|(?:{either(_short_months)})\b\.?)"
_full_days = [word for word in WEEKDAYS if word.endswith("day")]
_short_days = [word for word in WEEKDAYS if word not in _full_days]
WEEKDAY = rf"(?P<weekday>(?:{either(_full_days)})\b|(?:{either(_short_days)})\b\.?)"
DAY = r"(?P<day>3[01]|[12]\d|0?[1-9])(?:\s?(?:st|nd|rd|th)\b)?(?![\d%]|[.,:]\d|\s?(?:percent|per\s+cent|million|billion|thousand)\b)\b"
_teen = either([word for word, number in NUMBERS.items() if 10 <= number < 20])
_tens = either([word for word, number in NUMBERS.items() if number >= 20])
_digit = either([word for word, number in NUMBERS.items() if 1 <= number < 10])
SPOKEN_YEAR = (
    rf"(?:(?:seventeen|eighteen|nineteen|twenty)[\s-](?:(?:{_tens})(?:[\s-](?:{_digit}))?|{_teen}|oh[\s-](?:{_digit})|hundred)"
    rf"|two\s+thousand(?:\s+(?:and\s+)?(?:{_teen}|{_digit}))?)\b"
)
YEAR = rf"(?:(?P<year>(?:1\d|20)\d\d)(?![\d%]|[.,]\d)\b|['’‘](?P<short_year>\d\d)(?!\d|s)|(?P<spoken_year>{SPOKEN_YEAR}))"
NUMBER_WORD = rf"(?:{either([*NUMBERS, *MULTIPLIERS])})"
NUMBER = (
    rf"(?P<number>\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?(?:[\s-]\d/\d|[½¼¾])?|half\s+an?|half(?=[\s-](?:hour|day|year|century|decade)\b)|an?|{NUMBER_WORD}(?:(?:[\s-]|\s+and\s+){NUMBER_WORD})*(?:[\s-]+and[\s-]a[\s-]half)?"
    rf"|(?:a\s+)?couple(?:\s+(?:of|more))?|several|(?:a\s+|the\s+)?(?:very\s+)?few|many|numerous|dozens\s+of|hundreds\s+of|thousands\s+of)(?:\s+(?:more|full|whole|straight|consecutive|long|successive))?"
)
UNIT = rf"(?P<unit>{either(UNIT_WORDS)})\b"
PERIOD_UNIT = r"(?P<unit>day|week(?!end)|weekend|fortnight|month|quarter|season|year|decade|century)\b"
PART = rf"(?P<part>{either(w for w in DAY_PARTS)})\b"
SEASON = rf"(?P<season>{either(SEASONS)})\b"
ORDINAL = rf"(?P<ordinal>{either(ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th))\b"
EARLY = (
    r"(?P<early>(?:very\s+)?(?:early|late|mid|earlier|later|sometime)(?:[\s-]+(?:on|in|on\s+in))?[\s-]+(?:the\s+(?=\S*\d{2}s))?"
    r"|the\s+(?:very\s+)?(?:start|beginning|end|middle|close|rest|remainder|course|turn)\s+of\s+)?"
)
"""A modifier that narrows a period, which keeps its value (TIMEX3's mod)."""


def parse_number(text: str) -> float | None:
    """The number that the words matched by NUMBER mean; None when it is vague ("several")."""
    words = re.sub(
        r"\b(?:more|full|whole|straight|consecutive|long|successive)$", "", text.lower().replace(",", "").replace("-", " ").strip()
    ).split()
    if not words or words[0] in ("several", "many", "numerous") or words[-1] == "few" or (words[-1] == "of" and words[0].endswith("s")):
        return None
    if "couple" in words:
        return 2.0
    if words[0] == "half":
        return 0.5
    if words[0][0].isdigit():
        return _digits(words)
    total = 0.0
    for word in words:
        if word in MULTIPLIERS:
            total = max(total, 1) * MULTIPLIERS[word]
        elif word == "half":
            total += 0.5
        elif word in NUMBERS:
            total += NUMBERS[word]
        elif word in ("a", "an") and not total:
            total = 1
    return total


def _digits(words: list[str]) -> float:
    fractions = {"½": 0.5, "¼": 0.25, "¾": 0.75}
    first, extra = words[0], 0.0
    if first[-1] in fractions:
        first, extra = first[:-1], fractions[first[-1]]
    if len(words) > 1 and "/" in words[1]:
        top, bottom = words[1].split("/")
        extra = int(top) / int(bottom) if int(bottom) else 0.0
    return float(first) + extra


def parse_year(match: re.Match[str]) -> int | None:
    """The year of a match of YEAR; two digits lie in 1930 to 2029."""
    if match["year"]:
        return int(match["year"])
    if match["short_year"]:
        short = int(match["short_year"])
        return short + (1900 if short >= 30 else 2000)
    if match["spoken_year"]:
        return _spoken(match["spoken_year"].lower().replace("-", " ").split())
    return None


def _spoken(words: list[str]) -> int:
    if words[:2] == ["two", "thousand"]:
        return 2000 + sum(NUMBERS.get(word, 0) for word in words[2:])
    rest = 0 if words[1:] == ["hundred"] else sum(NUMBERS.get(word, 0) for word in words[1:])
    return NUMBERS[words[0]] * 100 + rest


def parse_ordinal(text: str) -> int:
    """The number of an ordinal matched by ORDINAL."""
    return ORDINALS.get(text.lower()) or int(text[:-2])
