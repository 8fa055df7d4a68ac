"""Years, fiscal years, decades and centuries."""

from __future__ import annotations

import re

from transforms.dates.context import Context
from transforms.dates.lexicon import EARLY, NUMBERS, ORDINAL, SPOKEN_YEAR, YEAR, parse_ordinal, parse_year
from transforms.dates.reading import Reading, dated, rule

_TEMPORAL = re.compile(
    r"\b(?:in|since|by|until|till|from|of|during|before|after|through|between|early|late|mid|year|circa|throughout|to|spring|summer|autumn|fall|winter|than|and|or|for|last|around|about|to|as\s+of)[\s-]*$|[(–—]$"
)
_SURE = re.compile(
    r"\b(?:in|since|until|till|during|year|years|circa|throughout|early|late|mid|from|by|back\s+in|post-|pre-|spring|summer|autumn|fall|winter|(?:by|from|in)\s+\d{4}\s+(?:to|and|or|through)|(?:decade|years?)\s+to)[\s-]*$"
)
_COUNTED_AFTER = re.compile(
    r"\s?(?:%|percent|per\s+cent|pp\b|(?:million|billion|trillion|thousand|hundred)\b|(?:k?m|kg|km/h|mph|ft|feet|foot|m²|sq|lb|lbs|tons?|tonnes?|miles?|meters?|metres?|kilometers?|kilometres?|acres?|hectares?"
    r"|gallons?|liters?|litres?|barrels?|degrees?|people|persons|individuals|patients|villagers|residents|inmates|troops|soldiers|men|women|children|police|personnel|points?|dollars?|euros?|pounds?|yen|yuan|hours?|days?|minutes?|shares?|jobs|votes)\b)",
    re.IGNORECASE,
)
_PLURAL_AFTER = re.compile(
    r"\s+(?!(?:and|or|to|in|when|as|at|by|but|that|with|from|on|which|who|was|were|is|are|has)\b)(?:[a-z-]+\s+)?[a-z]{3,}(?<!s)s\b(?!\s+(?:said|was|is|has|were)\b)"
)
_SHORT_BEFORE = re.compile(r"\b(?:in|of|since|by|from|until|during|to|spring|summer|fall|autumn|winter|january|march|june|july|may)$")
_NOUN_AFTER = re.compile(
    r"\s+(?!(?:and|or|to|in|when|as|at|by|but|that|with|from|on|which|who|was|were|is|are|has|had|will|would|after|before)\b)[a-z]{3,}"
)
_NOT_BEFORE = re.compile(
    r"(?:[$£€¥#№]|\bno\.?|\bresolution|\bnumbers?|\bsection|\bpage|\bbox|\broom|\bflight|\bact|\bwindows|\broute|\bhighway|\bboeing|\bairbus|rs\.?|\d[.,/:])\s?$"
)
# "in 2019, 2021 and 2023": years before and after it; "in 2019, 1500 homes" goes on with no year
_LIST_BEFORE = re.compile(r"\b(?:in|of|for|during|both)\s+(?:[12]\d{3},\s+){0,2}[12]\d{3},$")
_LIST_AFTER = re.compile(r",?\s+(?:and\s+)?[12]\d{3}\b(?![.,]\d|%)")
_HEDGE_BEFORE = re.compile(
    r"\b(?:some|about|nearly|almost|approximately|roughly|least|most|than|over|under|up\s+to|around|only|another|exactly|an\s+estimated|of|for|and|to|with|killed?|killing|injur\w+)\s*$"
)


@rule(
    "year",
    "word",
    "fiscal",
    "unit",
    pattern=rf"{EARLY}(?:the\s+)?(?P<fiscal>(?:(?:fiscal|financial)\s+year|fiscal|FY)[\s-]?){YEAR}(?:[-–/](?P<second>\d{{2,4}})\b)?",
)
@rule("fiscal", pattern=r"(?-i:FY)(?P<short_year>\d\d)(?P<year>(?!))?(?P<spoken_year>(?!))?(?:[-–/](?P<second>\d\d)\b)?\b(?![.,]?\d)")
def fiscal_year(match: re.Match[str], context: Context) -> Reading | None:
    """ "fiscal 1989", "FY2025", "FY24": the days of a fiscal year are unknown, as bodies begin theirs in different months."""
    year = parse_year(match)
    if match["second"]:
        year = int(str(year)[: 4 - len(match["second"])] + match["second"])
    return Reading(*match.span(), "DATE", f"FY{year}", precision="year")


@rule(
    "year",
    pattern=rf"{EARLY}(?:the\s+year\s+)?(?<![\d.,/$£€#])(?P<year>1\d{{3}}|20\d\d)(?![\d%]|[.,:]\d|/(?!\d\d\b)\d|-(?:\d|\d{{3}}|\d{{5,}})\b|-(?-i:[a-z]{{0,3}}[A-Z])|[a-z])(?=(?P<range>[-–/](?:\d{{4}}|\d{{2}})\b)?)",
)
def year(match: re.Match[str], context: Context) -> list[Reading] | Reading | None:
    """ "2019", "early 1990", "2010-15" (two years); not a number that counts things."""
    number = int(match["year"])
    before = context.before(match.start("year"))
    start = match.start()
    is_sure = bool(match["early"]) or bool(_SURE.search(before)) or match.group().lower().startswith("the year")
    is_listed = bool(_LIST_BEFORE.search(before)) and bool(_LIST_AFTER.match(context.text, match.end()))
    if (_NOT_BEFORE.search(before) and not is_listed) or _COUNTED_AFTER.match(context.text, match.end()):
        return None
    if not is_sure and not is_listed and not _is_year(number, before, context.text, match.end()):
        return None
    readings = [dated((start, match.end()), f"{number:04d}", "none")]
    if match["range"]:
        readings += _range_end(number, match)
    return readings


def _is_year(number: int, before: str, text: str, end: int) -> bool:
    """Whether a bare number of four digits, without a preposition of time before it, is a year."""
    if not 1800 <= number <= 2059:
        return False
    is_plural = bool(_PLURAL_AFTER.match(text, end))
    if is_plural and (_HEDGE_BEFORE.search(before) or not re.search(r"(?:\b(?:the|its|their|his|her|our|my|your|this|that)|['’]s|s['’])$", before)):
        return False
    if _HEDGE_BEFORE.search(before):
        is_weak = bool(re.search(r"\b(?:than|of|for|and|to|around|about|with)$", before))
        return is_weak and (bool(re.search(r"\b[12]\d{3}(?:\s*,)?\s+(?:and|to)$", before)) or not _NOUN_AFTER.match(text, end))
    return True


def _range_end(number: int, match: re.Match[str]) -> list[Reading]:
    written = match["range"][1:]
    last = int(str(number)[: 4 - len(written)] + written)
    if not number < last <= number + 100:
        return []
    return [dated((match.end() + 1, match.end() + 1 + len(written)), f"{last:04d}", "none")]


@rule("spoken_year", "unit", pattern=rf"{EARLY}(?:the\s+year\s+)?(?P<year>(?!))?(?P<short_year>(?!))?(?P<spoken_year>{SPOKEN_YEAR})")
def spoken_year(match: re.Match[str], context: Context) -> Reading | None:
    """ "nineteen ninety-six", "the year two thousand"."""
    words = match["spoken_year"].lower()
    if words.startswith("two") and "year" not in match.group().lower() and not _SURE.search(context.before(match.start())):
        return None
    if not re.search(r"[\s-]", words) or _COUNTED_AFTER.match(context.text, match.end()):
        return None
    return dated(match.span(), f"{parse_year(match):04d}", "none")


_TENS = {word + "s" if not word.endswith("y") else word[:-1] + "ies": number for word, number in NUMBERS.items() if number >= 20}


@rule(
    "decade",
    pattern=rf"{EARLY}(?:the\s+)?(?P<early2>(?:early|mid|late)[\s-]+(?:to[\s-](?:mid|late)[\s-]+)?|(?:first|last|second)\s+half\s+of\s+the\s+)?(?P<figures>1\d\d0|20\d0|['’]?[2-9]0)['’]?s\b",
)
@rule(
    "decade",
    pattern=rf"{EARLY}(?P<the>the\s+)?(?P<early2>(?:early|mid|late)[\s-]+)?(?:(?P<hundreds>nineteen|eighteen)[\s-])?(?P<word>{'|'.join(_TENS)})\b",
)
def decade(match: re.Match[str], context: Context) -> Reading | None:
    """ "the 1980s", "the late '70s", "the nineties"."""
    groups = match.groupdict()
    if groups.get("word"):
        if not groups["the"] and not groups["hundreds"] and not groups["early"]:
            return None
        hundreds = 1800 if (groups["hundreds"] or "").lower() == "eighteen" else 1900
        start = hundreds + _TENS[groups["word"].lower()]
        if re.search(r"\b(?:in|into|through)\s+(?:his|her|their|my)\s*$", context.before(match.start(), 30)):
            return None
        return dated(match.span(), f"{start // 10}", "none")
    figures = groups["figures"].lstrip("'’")
    if len(figures) == 2:
        if not re.search(r"['’]|\bthe\b", match.group()) or re.search(
            r"\b(?:his|her|their|my|degrees|temperatures|highs|lows)\b", context.before(match.start(), 40)
        ):
            return None
        return dated(match.span(), f"19{figures[0]}", "none")
    if figures.endswith("00"):
        return dated(match.span(), f"{figures[:2]}" if not groups["early2"] else f"{figures[:3]}", "none")
    return dated(match.span(), f"{figures[:3]}", "none")


@rule(
    "unit",
    pattern=rf"{EARLY}(?:the\s+)?(?P<early2>(?:early|mid|late)[\s-]+|(?:first|last|second)\s+half\s+of\s+the\s+)?{ORDINAL}[\s-]+centur(?:y|ies)\b(?P<bc>\s*B\.?C\.?)?",
)
def century(match: re.Match[str], context: Context) -> Reading | None:
    """ "the 20th century", "late eighteenth century"."""
    number = parse_ordinal(match["ordinal"])
    if match["bc"] or not 1 <= number <= 22:
        return None
    return dated(match.span(), f"{number - 1:02d}", "none")


@rule("short_year", pattern=r"['’‘](?P<figures>\d\d)(?![\w’'])")
def short_year(match: re.Match[str], context: Context) -> Reading | None:
    """ "in '98"."""
    if not _SHORT_BEFORE.search(context.before(match.start())):
        return None
    number = int(match["figures"])
    return dated(match.span(), str(number + (1900 if number >= 30 else 2000)), "none")


@rule("era", pattern=r"(?:in\s+)?(?P<year>\d{1,4})\s?(?:B\.C\.E?\.?|BCE?)")
def before_christ(match: re.Match[str], context: Context) -> Reading | None:
    """ "300 BC"."""
    return Reading(match.start("year"), match.end(), "DATE", f"BC{int(match['year']):04d}", precision="year")
