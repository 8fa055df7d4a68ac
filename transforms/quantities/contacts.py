"""Telephone numbers by their shape: "020 7946 0018", "+49 30 123456", "(202) 555-0134", "call 999"."""

from __future__ import annotations

import re

from transforms.quantities.numeral import Numeral

_GROUPS = r"(?:[ .\u00a0-]\d{2,6}(?!\d)){1,4}(?![\d,%]|\.\d)"
_TRUNK = re.compile(rf"(?:00[ -]?[1-9]\d{{0,2}}|0\d{{2,5}})\)?{_GROUPS}")
_COUNTRY = re.compile(r"\d{1,3}[ .-]?(?:\(\d{1,5}\)[ .-]?)?\d{1,5}(?:[ .-]\d{2,8}(?!\d)){1,5}(?![\d,%]|\.\d)|\d{9,14}(?!\d)")
_BRACKETED = re.compile(r"\d{3,5}\)[ -]?\d{3}[-. ]?\d{4}(?!\d)")
_FREE_CALL = re.compile(r"1[ .-](?:800|888|877|866|855|844|833|900)[ .-]\d{3}[ .-]\d{4}(?!\d)|1[38]00 \d{3} \d{3}(?!\d)")
_ASKED = re.compile(r"\b(?:call|dial|phone|tel(?:ephone)?|fax|hotline|helpline|text|ring|mobile)(?: it)?(?: on| at| number)?[.:]? $", re.I)
_LOCAL = re.compile(r"\d{2,5}(?:[ -]\d{2,5}){1,4}(?!\d)(?![,.%]\d|%| [a-z]+s\b)")
_EMERGENCY = re.compile(r"(?:911|999|112|111|101|988|000|116)(?!\d|,\d|\.\d)(?! (?:[a-z]+ )?[a-z]+s\b| people\b)")
_DIALLED = re.compile(r"\b(?:[Cc]all(?:s|ed|ing)?|[Dd]ial(?:s|led|ling|ed|ing)?|[Rr]ing|rang) $")
_LEAST_DIGITS = 7
_MOST_DIGITS = 15


def refuse(text: str, numeral: Numeral) -> tuple[str, int] | None:
    """ "contact" and the end of the telephone number that begins here, or None."""
    start = numeral.start
    if not text[start].isdigit():
        return None
    shape = _shape(text, start)
    if shape is not None and _LEAST_DIGITS <= sum(c.isdigit() for c in shape.group()) <= _MOST_DIGITS:
        return "contact", shape.end()
    if (emergency := _EMERGENCY.match(text, start)) is not None and _DIALLED.search(text, max(start - 12, 0), start):
        return "contact", emergency.end()
    return None


def _shape(text: str, start: int) -> re.Match[str] | None:
    before = text[start - 1 : start]
    if text[start] == "0" and (match := _TRUNK.match(text, start)) is not None:
        return match
    if before == "+":
        return _COUNTRY.match(text, start)
    if before == "(":
        return _BRACKETED.match(text, start)
    if (match := _FREE_CALL.match(text, start)) is not None:
        return match
    return _LOCAL.match(text, start) if before == " " and _ASKED.search(text, max(start - 24, 0), start) else None
