"""Units beside a numeral: currencies, percent, measures, durations and their rates, from seeds/language.

It reads what the text writes next to the number; the nouns of counted things are syntax and not read here.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import cast

from transforms.language import tables
from transforms.quantities.quantity import Kind

_WORD = re.compile(
    r"[ \u00a0\u202f-]?("
    r"%-?points?|%|％|‰|[°º] ?[CF](?![A-Za-z])|[°º″℃℉]|[€£$¢₽]"
    r"|(?:U\.S\.?|[A-Za-zµμÀ-ÖØ-öø-\u024f\u1ea0-\u1ef9ʻ]+|Ω)(?:/[A-Za-z]+[²³23]?(?![A-Za-z]))*[²³]?(?:(?<=m)[23](?!\d))?)"
)
_MOST_WORDS = 4
_RATE = re.compile(r"(?: ?/ ?|[ -](?:(per)|an?|each|every)[ -])([A-Za-z²³]+(?:[ -][a-z]+)?)")
_NO_RATE = re.compile(r" (?:ago|earlier|later|before|old)\b|-old")
_RATE_OF = re.compile(r" of (?:[a-z]+ ){1,3}(?:(per)|an?|each|every) ([a-z]+)")
# after "37m" these show that it is metres; any other lower-case word that it is millions of something
_DIMENSION = re.compile(
    r"\s*(?:[-(),.;:/×]|$|\s(?:x|by|deep|high|long|wide|tall|thick|above|below|from|away|north|south|east|west|off|up|down|and|or"
    r"|to|in|on|at|for|with|of water"
    r"|sprint|race|hurdles|freestyle|relay|final|backstroke|butterfly|breaststroke|dash|swim|distance|radius|depth|height|run|pool|waves?|under)\b)"
)
# codes of one letter stand without a space: "A $3 million bounty" has an article
_COUNTRY_BEFORE = re.compile(r"(?<![\w.])(US|U\.S\.|AU|CA|NZ|HK|NT) $")
_COUNTRY_AFTER = re.compile(r" (US|U\.S\.?|CDN|Cdn|Canadian|Australian|AUD|NZ)(?![\w-])")
_COUNTRY_CODES = {"US": "USD", "CDN": "CAD", "Cdn": "CAD", "Canadian": "CAD", "Australian": "AUD", "AUD": "AUD", "NZ": "NZD"}
# "35-plus hours", "40 or more days"
_HEDGE_BETWEEN = re.compile(r"(?:-plus|-odd|\+|-ish| plus| odd| or (?:more|so|fewer|less))(?=[ -])")
# "37 billion U.S. gallons": which gallons
_SYSTEM = re.compile(
    r" (?:U\.S\.|US|American|imperial|British|metric)(?= (?:fluid |liquid |dry )?(?:gallons?|pints?|quarts?|ounces?|barrels?)\b)", re.I
)
_RICHTER_AFTER = re.compile(r" (?:on|at) the (?:open-ended )?((?:Richter|moment magnitude)(?: scale)?)")
_MAGNITUDE_BEFORE = re.compile(
    r"\b(magnitude)(?:,? (?:of|at|was))?(?: (?:about|around|at least|over|roughly))?[ -][\d.]+$"
    r"|\b(?:earth)?(?:quakes?|tremors?|aftershocks?|jolts?)\b(?: [a-z]+){0,3},? (measuring|measured)(?: (?:about|at least|up to|between))?"
    r"(?: [\d.]+ (?:and|to|or))? [\d.]+$",
    re.I,
)
_OWNING = frozenset("minute hour day week month year decade minutes hours days weeks months years decades".split())
# short units that stand behind number words too: "one km"
_AFTER_WORDS = frozenset("RMB USD EUR GBP day sen tons ton km kg mph kmh".split())
# nouns before which a word is no unit: barrel bombs, foot soldiers
_NOT_BEFORE = {
    "barrel": re.compile(r" (?:bombs?|bombings?|rolls?|vaults?|organs?|chests?)\b"),
    "foot": re.compile(r" (?:soldiers?|patrols?|bridges?|passengers?|massages?|injur\w+)\b"),
    "stone": re.compile(r" (?:walls?|houses?|bridges?|buildings?|steps?|tools?|slabs?|columns?|statues?|blocks?|carvings?|circles?|pillars?)\b"),
    "yard": re.compile(r" sales?\b"),
    "mile": re.compile(r" markers?\b"),
    "magnitude": re.compile(r" \d"),
}
# words that are money only in amounts that nobody counts of the other thing
_OLD_COIN = frozenset(("mark", "marks", "soles", "leones", "colones"))
# letters that Unicode doesn't take apart into a letter and a mark
_STROKED = str.maketrans({"ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ø": "o", "ʻ": None})
_GLUED_ONLY = frozenset("V W h s d m g l t L pc".split())
_MONEY_OF_POUNDS = re.compile(
    r" (?:of|in) (?:\w+ ){0,2}?(?:aid|debts?|damage|fund\w*|investments?|tax\w*|savings?|cash|money|public|revenue|sales|income"
    r"|loans?|profits?)\b|(?! of\b)",
)
# "12 C in the shade", not "3 C students" or "8 F-16s"
_AFTER_DEGREES = re.compile(
    r"[.,;:)]|$| \(| (?:in|on|at|to|and|or|by|for|below|above|from|over|during|with|as|this|last|today|cooler|warmer|hotter|colder|higher"
    r"|lower|[a-z]+ing)\b"
)
# the letter glued to the digits: "47C"
_DIGITS_BEFORE = re.compile(r"\d[\d,]*(?:\.\d+)?$")
_TEMPERATURE_AFTER = re.compile(
    r" (?:heat\w*|warming|temperatures?|above pre-?industrial|threshold|highs?|lows?|warmer|cooler|hotter|colder|weather|rise|drop|fall"
    r"|increase|jump|mark)\b"
    r"|[-–/]\d+(?:\.\d+)? ?[CF]\b| \(-?\d+(?:\.\d+)? ?[CF]\)"
)
_OF_WEATHER = re.compile(
    r"\b(?:temperatures?|warm(?:ed|ing|er|est|s)?|cool(?:ed|ing|er|s)?|cold(?:er|est)?|heat(?:ed|waves?|ing)?|hot(?:ter|test)?|froze\w*|freezing|thermometers?"
    r"|mercury|pre-?industrial|weather|climate|Celsius|Fahrenheit|sunny|snow\w*|sweltering|chilly|fever)\b|°",
    re.I,
)
_HOTTEST = 2000
_SURELY_DEGREES = 10
_NAME_BEFORE = re.compile(r"\b(?:[A-Z][\w-]*|seats?|cells?|flats?|class|grade|room|model|type|number|no\.|building|block|row|unit|size) $")
_DEGREES_OF = re.compile(r" (?:warm|cold|cool|hot|below|above|of warming|north|south|east|west|higher|lower|overnight)")
_NO_DEGREES_OF = re.compile(r" (?:of (?:freedom|separation)|from|at)\b")
_BEFORE_DEGREES = re.compile(
    r"\b(?:by|rose|rises?|risen|fell|falls?|fallen|dropped|drops?|climbed|dipped|reached|hit|below|above|minus|plus"
    r"|tilt\w*|turn\w*|rotat\w*|lean\w*|swung|angle of)"
    r"(?: (?:about|around|nearly|almost|up to|only|just|at least|more than|another))? [a-z-]+ degrees$",
    re.I,
)
_WON_VERB = re.compile(r" (?:the|a|an|gold|silver|bronze|by|in|at|their|his|her|it|more|seats?|re-?election|medals?|prizes?|awards?|and|with|over)\b")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as written: symbol, kind (a Quantity's), factor to that symbol, span."""

    symbol: str
    kind: Kind
    factor: float
    start: int
    end: int


@cache
def _after() -> dict[str, tuple[str, Kind, float]]:
    entries: dict[str, tuple[str, Kind, float]] = {}
    for row in tables.rows("units"):
        if row["kind"] != "denominator" and row["text"] not in ("pounds", "pound"):
            _enter(entries, row["text"], (row["symbol"], cast(Kind, row["kind"]), 1.0))
    for row in tables.rows("currencies"):
        if row["position"] == "after" and row["text"] not in ("pounds", "pound"):
            _enter(entries, row["text"], (row["code"], "money", float(row["factor"])))
    return entries


def _enter(entries: dict[str, tuple[str, Kind, float]], text: str, entry: tuple[str, Kind, float]) -> None:
    key = text.replace("-", " ")
    entries[key] = entry
    if len(key) > 3:
        entries.setdefault(key.lower(), entry)


@cache
def _starts() -> frozenset[str]:
    """First words of the units of several words."""
    return frozenset(key.split(" ")[0] for key in _after() if " " in key)


@cache
def _before() -> dict[str, str]:
    return {row["text"]: row["code"] for row in tables.rows("currencies") if row["position"] == "before"}


@cache
def _denominators() -> dict[str, str]:
    named = {}
    for row in tables.rows("units"):
        if row["kind"] in ("denominator", "duration", "measure") and "/" not in row["symbol"]:
            named[row["text"].replace("-", " ")] = row["symbol"]
    return named


def currency_before(text: str, start: int) -> tuple[int, str] | None:
    """Start and ISO code of a currency sign before the number that starts there: "US$", "Rs ", "EUR "."""
    end = start
    if end > 1 and text[end - 1] in "-−–" and text[end - 2] in "$£€¥" or end and text[end - 1] in " \u00a0":
        end -= 1
    last = text[end - 1 : end]
    if not last or last.islower() and last not in "łrkphčs" or not (last.isalpha() or last in "$£€¥₹₽₩₪₦₱฿₫₴₺₸₵₡₲₼₾৳₿=./"):
        return None
    codes = _before()
    for length in range(min(5, end), 0, -1):
        sign = text[end - length : end]
        code = codes.get(sign)
        if code is None or (sign[0].isalpha() and end > length and text[end - length - 1].isalnum()):
            continue
        if sign == "R" and end < start:
            return None
        start = end - length
        if sign == "$" and (country := _COUNTRY_BEFORE.search(text, max(start - 6, 0), start)) is not None:
            return country.start(1), codes.get(country.group(1).replace(".", "") + "$", code)
        return start, code
    return None


def unit_after(text: str, end: int, digits: bool, value: float, has_scale: bool) -> Unit | None:
    """The longest unit written after the number that ends there; `digits` False where the number is in words."""
    if (hedge := _HEDGE_BETWEEN.match(text, end)) is not None:
        end = hedge.end()
    if (system := _SYSTEM.match(text, end)) is not None:
        end = system.end()
    match = _WORD.match(text, end)
    if match is None:
        return magnitude_around(text, end)
    glued = match.start(1) == end
    found: Unit | None = None
    parts: list[str] = []
    entries = _after()
    unit_start = match.start(1)
    hyphen = text[end : end + 1] == "-"
    for _ in range(_MOST_WORDS):
        parts.append(match.group(1))
        key = _plain(" ".join(parts))
        entry = entries.get(key) or (entries.get(key.lower()) if len(key) > 3 else None)
        if entry is None and key.lower() in ("pounds", "pound"):
            entry = _pounds(text, match.end(), has_scale)
        if entry is not None and _fits(text, key, match.end(), digits, glued or hyphen, value, has_scale):
            found = Unit(*entry, unit_start, match.end())
        if len(parts) == 1 and key not in _starts() and key.lower() not in _starts():
            break
        match = _WORD.match(text, match.end())
        if match is None:
            break
    return found or magnitude_around(text, end)


@lru_cache(maxsize=1024)
def _plain(words: str) -> str:
    """Without diacritics, as the tables spell units: "złotys" -> "zlotys", "guaraníes" -> "guaranies"."""
    if words.isascii() or len(words) < 3:
        return words
    parts = unicodedata.normalize("NFD", words.translate(_STROKED))
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def magnitude_around(text: str, end: int) -> Unit | None:
    """The strength of an earthquake: "5.2 on the Richter scale", "magnitude 5.6"."""
    match = _RICHTER_AFTER.match(text, end)
    if match is not None:
        return Unit("magnitude", "measure", 1.0, match.start(1), match.end(1))
    match = _MAGNITUDE_BEFORE.search(text, max(end - 72, 0), end)
    if match is None:
        return None
    group = match.lastindex or 1
    return Unit("magnitude", "measure", 1.0, match.start(group), match.end(group))


@lru_cache(maxsize=4)
def _has_pound_sign(text: str) -> bool:
    return "£" in text


# "12 pounds an hour" are earned, not weighed
_WAGES = re.compile(
    r"\b(?:wages?|salar(?:y|ies)|pay|paid|pays|earn(?:s|ed|ing)?|rents?|fees?|prices?|costs?|fares?|charges?|pensions?|benefits?|allowances?)\b", re.I
)
_PAID_PER = re.compile(r" (?:an?|per|each|every) (?:hour|week|month|year|day|night|head|person)\b")


def _pounds(text: str, end: int, has_scale: bool) -> tuple[str, Kind, float]:
    """Pounds are money in millions or where the text has the sign, else weight."""
    money = has_scale or _has_pound_sign(text) or (_PAID_PER.match(text, end) is not None and _WAGES.search(text, max(end - 120, 0), end) is not None)
    if text.startswith(" of", end):
        money = money and _MONEY_OF_POUNDS.match(text, end) is not None
    return ("GBP", "money", 1.0) if money else ("lb", "measure", 1.0)


def _fits(text: str, key: str, end: int, digits: bool, joined: bool, value: float, has_scale: bool) -> bool:
    if end < len(text) and (text[end].isalnum() or text[end] in "’'_") and key[-1].isalnum():
        return key in _OWNING and re.match(r"[’']s? [a-z]", text[end : end + 4]) is not None  # five months' probation, two year's jail
    if (noun := _NOT_BEFORE.get(key.lower())) is not None and noun.match(text, end):
        return False
    if key in _OLD_COIN:
        return has_scale or value >= 100  # top marks, a pair of soles
    if key in "€£$¢₽":
        return not text[end : end + 1].isalnum() and not (joined and text[end - 2 : end - 1] == "-")
    if len(key) <= 3 and key.isalpha() and key not in ("yen", "yr", "won") and not digits:
        return key in _AFTER_WORDS
    if key == "pc" and not joined:
        return False
    if len(key) == 1 and key in _GLUED_ONLY and not joined:
        return key in "mgtl" and not has_scale and not text.startswith("'", end)
    if key in ("C", "F"):
        return not has_scale and (_is_temperature(text, end, value) if joined else _AFTER_DEGREES.match(text, end) is not None)
    if key in ("second", "minute", "degree") and not joined:
        return value <= 1
    if key == "won":
        return (has_scale or value >= 1000) and _WON_VERB.match(text, end) is None
    if key == "degrees" and not digits:
        return _is_angle_or_heat(text, end)
    if key == "p":
        return text[end : end + 2] != ".m"
    if key in ("kilo", "kilos", "min", "sec"):
        return digits or joined or key == "kilos"
    return True


def _is_temperature(text: str, end: int, value: float) -> bool:
    """ "47C", "-12C in Oslo", "a 45C heatwave"; not seat 12C, 3C cells or a 747-F: `end` is behind the letter."""
    before = _DIGITS_BEFORE.search(text, max(end - 9, 0), end - 1)
    if before is None or value > _HOTTEST:
        return False
    if _TEMPERATURE_AFTER.match(text, end) or _OF_WEATHER.search(text, max(end - 80, 0), end + 40):
        return True
    if _AFTER_DEGREES.match(text, end) is None or text[end : end + 2] == ".m":
        return False
    signed = text[before.start() - 1 : before.start()] in ("-", "−", "–") or "." in before.group()
    return signed or value >= _SURELY_DEGREES and _NAME_BEFORE.search(text, max(before.start() - 24, 0), before.start()) is None


def _is_angle_or_heat(text: str, end: int) -> bool:
    """ "eight degrees colder", "fell by eight degrees"; not two degrees in law."""
    if _DEGREES_OF.match(text, end):
        return True
    if _NO_DEGREES_OF.match(text, end):
        return False
    return _BEFORE_DEGREES.search(text, max(end - 40, 0), end) is not None or _OF_WEATHER.search(text, max(end - 100, 0), end + 40) is not None


def country_after(text: str, end: int) -> tuple[str, int] | None:
    """Code and end of a country written after an amount in dollars: "$76 US a barrel"."""
    match = _COUNTRY_AFTER.match(text, end)
    if match is None or not re.match(r"[ ]?(?:[.,;)]|$|an? |per |\(|in |for |to |and |or |on )", text[match.end() : match.end() + 5]):
        return None
    return _COUNTRY_CODES[match.group(1).replace(".", "")], match.end()


def is_millions(text: str, end: int) -> bool:
    """Whether the "m" that ends there, after a plain number, stands for million rather than metres."""
    return _DIMENSION.match(text, end) is None


def rate_after(text: str, end: int) -> tuple[str, int] | None:
    """Symbol and end of "a barrel", "per day", "/tonne" after a unit; "per" takes any noun, "a" only a known one."""
    match = _RATE.match(text, end) or _RATE_OF.match(text, end)
    if match is None or _NO_RATE.match(text, match.end(2)) or match.group(2).endswith((" earlier", " ago", " later", " before")):
        return None
    word = match.group(2)
    known = _denominators()
    first = re.split("[ -]", word)[0]
    for candidate in (word, first):
        symbol = known.get(candidate.replace("-", " ")) or known.get(candidate.lower().replace("-", " "))
        if symbol is not None:
            return symbol, match.start(2) + len(candidate)
    if match.group(1) and first.islower():
        return first.rstrip("s"), match.start(2) + len(first)
    return None
