"""Tokens of numerals: strings of digits, number words, fraction signs, each with kind and value.

The words are seeds/language/numerals.csv. How tokens make a number is read elsewhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from transforms.language import tables

_DIGITS = (
    r"\d{1,3}(?:,\d{3})+(?!\d|,\d)(?:\.\d+)?"  # 12,500
    r"|\d{1,2}(?:,\d{2})+,\d{3}(?!\d)"  # 1,20,000
    r"|\d{1,3}(?:[\u00a0\u202f\u2009'’]\d{3})+(?!\d)(?:\.\d+)?|\d{1,3}(?: \d{3}){2,}(?!\d)|\d{1,3} 000(?!\d)"
    r"|\d+,\d{1,2}(?=\s?(?:million|billion|trillion|bn|%|percent|per cent)\b)"  # 1,5 million
    r"|\d+(?:\.\d+)?|\.\d+"
)
# longer strings of digits are codes, not numbers
_MOST_DIGITS = 24
# "more than11 million": a space lost behind a hedge
_GLUED_HEDGE = r"(?<=\b(?:than|over))|(?<=\babout)|(?<=\b(?:around|almost|nearly))|(?<=\bleast)"
FRACTION_MARKS = {
    "½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅕": 0.2, "⅖": 0.4, "⅗": 0.6, "⅘": 0.8, "⅙": 1 / 6,
    "⅛": 0.125, "⅜": 0.375, "⅝": 0.625, "⅞": 0.875,
}  # fmt: skip


@cache
def lexicon() -> dict[str, tuple[str, float]]:
    """Numeral word -> (kind, value), from seeds/language/numerals.csv."""
    return {row["word"]: (row["kind"], float(row["value"])) for row in tables.rows("numerals")}


@cache
def _token() -> re.Pattern[str]:
    wanted = [w for w, (kind, _) in lexicon().items() if kind != "abbreviation"]
    by_first: dict[str, list[str]] = {}
    for word in sorted(wanted, key=len, reverse=True):
        by_first.setdefault(word[0], []).append(word[1:])
    # grouped by first letter, so that most words are refused after one comparison
    words = "|".join(f"[{c}{c.upper()}](?:{'|'.join(_any_case(rest) for rest in rests)})" for c, rests in sorted(by_first.items()))
    marks = "".join(FRACTION_MARKS)
    letter = "[A-Za-z0-9_\u00c0-\u024f]"
    return re.compile(
        rf"(?=[\d.])(?:(?<!{letter})(?<!\d[.,])(?<![A-Za-z]\.)|(?:{_after_currency()}|{_GLUED_HEDGE})(?![\d.,]+[A-Za-z]\d))({_DIGITS})"
        rf"|(?<!{letter})({words})(?![A-Za-z0-9_\u00c0-\u024f]|[’'][a-rt-z])|([{marks}])"
    )


def _after_currency() -> str:
    """Look-behinds for currency codes in letters that stand right before the digits: RM79, USD10m."""
    signs = [row["text"] for row in tables.rows("currencies") if row["position"] == "before" and row["text"][-1].isalpha()]
    by_length: dict[int, list[str]] = {}
    for sign in signs:
        by_length.setdefault(len(sign), []).append(re.escape(sign))
    return "|".join(rf"(?<=(?<![A-Za-z0-9])(?:{'|'.join(group)}))" for _, group in sorted(by_length.items()))


def _any_case(rest: str) -> str:
    return f"{rest}|{rest.upper()}" if len(rest) > 1 else rest


@dataclass(slots=True)
class Token:
    """One token: span, kind (a kind of numerals.csv, or digits, mark, code) and value."""

    start: int
    end: int
    kind: str
    value: float


def tokenize(text: str) -> list[Token]:
    """All tokens in order. Digits inside words (HTML5) are none, unless a currency code stands before them."""
    return [_read_token(match) for match in _token().finditer(text)]


def _read_token(match: re.Match[str]) -> Token:
    digits, word, mark = match.groups()
    if digits and len(digits) > _MOST_DIGITS:
        return Token(match.start(), match.end(), "code", 0.0)
    if digits:
        return Token(match.start(), match.end(), "digits", to_number(digits))
    if mark:
        return Token(match.start(), match.end(), "mark", FRACTION_MARKS[mark])
    kind, value = lexicon()[word.lower()]
    return Token(match.start(), match.end(), kind, value)


def to_number(digits: str) -> float:
    """The value of a string of digits with any of the usual groupings."""
    plain = re.sub(r"[ \u00a0\u202f\u2009'’]", "", digits)
    if re.fullmatch(r"\d+,\d{1,2}", plain):
        return float(plain.replace(",", "."))
    return float(plain.replace(",", ""))
