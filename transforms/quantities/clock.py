"""Digits that are dates, times, scores, telephone numbers or list numbering by their own shape and nearest neighbours."""

from __future__ import annotations

import re

from transforms.quantities.numeral import Numeral

_MONTH = "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
_SHAPES = re.compile(
    r"(?P<time>\d{1,2}[:.]\d{2}(?::\d{2})?\s?[ap]\.?\s?m\b\.?|\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?(?!\d)|\d{1,2}\s?[ap]\.m\.|\d{1,2}\s?[apAP][mM]\b"
    r"|\d{4}\s?(?:GMT|UTC|hrs|BST|EST|EDT|CET|PST|PDT|IST)\b|\d{1,2}(?:[:.]\d{2})?\s?(?:GMT|UTC)\b|\d{1,2} o[’']clock)"
    rf"|(?P<date>\d{{4}}-\d{{2}}-\d{{2}}(?:T[\d:.]+Z?)?|\d{{1,2}}[/.]\d{{1,2}}[/.](?:\d{{4}}|\d{{2}})(?!\d)|\d{{1,2}}(?:st|nd|rd"
    rf"|th)?(?: of|-)? ?{_MONTH}\b|9/11\b|7/7\b"
    r"|(?:1[5-9]|20)?\d0[’']?s\b|(?:1[5-9]|20)\d\d[/–-]\d\d(?!\d)|(?:1[5-9]|20)\d\d ?(?:AD|BC|CE|BCE)\b|\d{4} (?:election|fiscal|season)\b)"
    r"|(?P<idiom>24/7\b|50/50\b|50-50\b|20/20\b|101\b(?= class))"
    r"|(?P<version>\d+\.\d+\.\d+(?:\.\d+)*)"
    r"|(?P<contact>\d{3}[-. ]\d{3}[-. ]\d{4}(?!\d)|1-\d{3}-[\dA-Z-]{7,}|\d{3}-\d{4}(?!\d)"
    r"|\d{1,5}(?:[-–]\d{1,5})?[A-Z]? (?:[NSEW]\.? )?(?:[A-Z][\w'’.]+ ){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Lane|Drive|Boulevard"
    r"|Blvd)\b(?! [a-z]+s\b))"
    r"|(?P<score>\d{1,3}[-–]\d{1,3}[-–]\d{1,3}(?![\d%])|\d{1,3} ?[-–] ?\d{1,3}(?![\d%,]|\.\d|-?[a-z]))"
    r"|(?P<odds>\d{1,4}[ -]to[ -](?:1|one)\b(?! ?(?:%|percent|per cent|million|billion|thousand|point|\.\d)))"
    r"|(?P<reference>\d+ (?:U\.?S\.?C|C\.?F\.?R|Fed\. Reg|F\.\d)\b)"
    r"|(?P<ordinal>\d+(?:,\d{3})*(?:st|nd|rd|th)\b)",
)
_VOTES = re.compile(
    r"\b(?:vot\w+|ballots?|passed|approv\w+|rul(?:ed|ing)|decision|senate|court|committee|party-line|jury|majority|split|lopsided"
    r"|council)\b",
    re.I,
)
_FROM_BEFORE = re.compile(r"\bfrom(?: \w+)? $|[$€£]$")
_MATCH = re.compile(
    r"\b(?:won|wins?|winning|beat\w*|lost|los(?:e|es|ing)|loss|lead\w*|led|draw\w*|drew|defeat\w*|victory|victories|record|scor\w+|games?|match\w*|goals?|trail\w*|tied?|edg\w+|rout\w*|sets?|half-?time|series|aggregate|playoffs?|season|league|cup|upset|against|down|up)\b",
    re.I,
)
_COUNTED_AFTER_PAIR = re.compile(r" [a-z]+s\b|[ -](?:percent|year|day|week|month)")
_POSSESSIVE_BEFORE = re.compile(r"\b(?:his|her|their|my|our|your)(?: early| mid| late)?[ -]$")
# figures of nine digits are written with separators; without them they are identifiers
_ID_DIGITS = 9
MONTH_BEFORE = re.compile(rf"(?<![A-Za-z]){_MONTH}\.? ?$")
_MONTH_DAY_NEXT = re.compile(r"[ ]?(?:people|persons|men|women|children|percent|per cent|%|million|billion|thousand)")
_YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|since|by|until|till|from|before|after|during|of|early|late|mid|year|years|summer|spring|autumn|fall|winter|to|and"
    r"|between|through|for|the|its|their|our|this|his|her|a|that|or|than|back|around|circa|pre|post|fiscal|FY|q[1-4]|Christmas"
    r"|through)[ -]|['’]s |[,(–-] ?)$",
    re.I,
)
_YEAR_FIRM = re.compile(r"\b(?:in|since|by|until|till|during|early|late|mid|year|fiscal|summer|spring|autumn|fall|winter|Q[1-4])[ -]$", re.I)
_HEDGE_BEFORE = re.compile(
    r"\b(?:more than|at least|some|about|nearly|almost|over|least|than|approximately|roughly|up to|an estimated|only|another|all"
    r"|under|total of|average of|around)\s$",
    re.I,
)
_PLURAL_NEXT = re.compile(
    r" (?:[a-z]+(?:-[a-z]+)? ){0,1}?(?!this\b|has\b|was\b|is\b|as\b|its\b|his\b|us\b|plus\b|across\b|does\b|says\b|unless\b|thus\b"
    r"|perhaps\b|always\b)(?:people|men|women|children|[a-z]{2,}[^su\W]s)\b",
)
_YEAR_NOUN = re.compile(r" (?:levels?|elections?|census|season|campaign|budget|figures|prices|edition|Games|Olympics|vintage|harvest)\b")
_AFTER_FIRST = re.compile(r"\d (?:to|and|or) $")
_CAPITAL_BEFORE = re.compile(r"[a-z,] [A-Z][\w.'’-]* $")
_SAMPLE_BEFORE = re.compile(r"\b(?:poll|survey|sample|total|crowd|random|group|among) (?:of )?$")
_SPAN_OF_YEARS = re.compile(r"\b(?:between|from) $", re.I)
_LINE_NUMBER = re.compile(r"(?:^|\n)[ \t]*\(?$")
_BRACKETED = re.compile(r"(?:[;:,.]\s?|\n| and |^)\($")


def refuse(text: str, numeral: Numeral, earlier: Numeral | None, earlier_reason: str | None) -> tuple[str, int] | None:
    """Reason and end of the refused span, or None."""
    start, end = numeral.start, numeral.end
    shape = _SHAPES.match(text, start)
    if shape is not None and (refused := _by_shape(text, numeral, shape)) is not None:
        return refused
    if numeral.has_scale:
        return None
    if end - start >= _ID_DIGITS and text[start:end].isdigit():
        return "reference", end
    value = numeral.value
    if value <= 31 and value.is_integer() and MONTH_BEFORE.search(text, max(start - 11, 0), start) and not _MONTH_DAY_NEXT.match(text, end):
        return "date", end
    if earlier is not None and earlier_reason in ("date", "drop") and max(earlier.value, value) <= 31 and value.is_integer():
        if _follows_day(text, earlier.end, start, end):
            return "date", end
    if end - start == 4 and value.is_integer() and 1400 <= value <= 2199 and _is_year(text, start, end, earlier_reason):
        return "date", end
    if text[end : end + 1] in (".", ")") and value <= 40 and _is_list_number(text, start, end):
        return "list_number", end
    if text[end : end + 1] == "]" and text[start - 1 : start] == "[":
        return "reference", end
    return None


def _by_shape(text: str, numeral: Numeral, shape: re.Match[str]) -> tuple[str, int] | None:
    sort = shape.lastgroup or ""
    before = text[numeral.start - 1 : numeral.start]
    if sort == "score":
        return _score(text, shape)
    if sort == "odds":
        return ("score", shape.end()) if numeral.value > 1 and not _FROM_BEFORE.search(text, max(numeral.start - 12, 0), numeral.start) else None
    if sort == "time" and before in ("$", "£", "€"):
        return None
    if sort == "date" and before in ("$", "£", "€"):
        return None
    if sort == "date" and shape.group().endswith("s") and _POSSESSIVE_BEFORE.search(text, max(numeral.start - 12, 0), numeral.start):
        return "age", shape.end()
    return sort, shape.end()


def _score(text: str, shape: re.Match[str]) -> tuple[str, int] | None:
    """Scores and paired results: falling pairs, and rising ones beside words of a match. Votes are counts."""
    numbers = [int(part) for part in re.findall(r"\d+", shape.group())]
    around = text[max(shape.start() - 48, 0) : shape.end() + 32]
    if len(numbers) == 2:
        if _VOTES.search(around):
            return None
        counted = _COUNTED_AFTER_PAIR.match(text, shape.end()) is not None
        if numbers[0] < numbers[1] and (counted or numbers[1] >= 100 or not _MATCH.search(around)):
            return None
        if text[shape.start() - 1 : shape.start()] in ("$", "£", "€"):
            return None
    return "score", shape.end()


def _follows_day(text: str, earlier_end: int, start: int, end: int) -> bool:
    gap = text[earlier_end:start]
    return gap in (" and ", "-", "–", " to ", " or ", " - ", " through ") and _MONTH_DAY_NEXT.match(text, end) is None


def _is_year(text: str, start: int, end: int, earlier_reason: str | None) -> bool:
    if re.match(r" ?[-–] ?(?:1[5-9]|20)\d\d(?![\d,])", text[end : end + 7]):
        return True
    if text[end : end + 1] == "%":
        return False
    if _YEAR_NOUN.match(text, end):
        return True
    if _HEDGE_BEFORE.search(text, max(start - 16, 0), start) and not re.match(r"[.,;)]|$", text[end : end + 1]):
        return False
    value = int(text[start:end])
    plural = _PLURAL_NEXT.match(text, end) is not None
    if plural and _SAMPLE_BEFORE.search(text, max(start - 12, 0), start):
        return False
    if 1900 <= value <= 2060:
        if not plural:
            return True
        if earlier_reason != "date" and _AFTER_FIRST.search(text, max(start - 9, 0), start):
            return False
        return _YEAR_BEFORE.search(text, max(start - 12, 0), start) is not None or _CAPITAL_BEFORE.search(text, max(start - 24, 0), start) is not None
    if _SPAN_OF_YEARS.search(text, max(start - 9, 0), start) and re.match(r" (?:and|to|until) (?:1[5-9]|20)\d\d(?![\d,])", text[end : end + 12]):
        return True
    return not plural and _YEAR_FIRM.search(text, max(start - 12, 0), start) is not None


def _is_list_number(text: str, start: int, end: int) -> bool:
    if text[end + 1 : end + 2] not in (" ", "\t"):
        return False
    before = text[max(start - 6, 0) : start]
    if start < 6:
        before = "\n" + before
    if _LINE_NUMBER.search(before):
        return True
    return text[end] == ")" and text[end + 2 : end + 3].isalpha() and _BRACKETED.search(text, max(start - 6, 0), start) is not None
