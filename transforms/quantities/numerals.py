"""Numerals: digits, words and their mixtures read as values ("2,875", "three and a half million", "tens of thousands").

It knows nothing of units, hedges or what a number is of.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from transforms.language import tables

_SPACE = "[ \u00a0\u202f\u2009]"
_DIGITS = (
    r"\d{1,3}(?:,\d{3})+(?!\d|,\d)(?:\.\d+)?"  # 12,500
    r"|\d{1,2}(?:,\d{2})+,\d{3}(?!\d)"  # 1,20,000
    rf"|\d{{1,3}}(?:[\u00a0\u202f\u2009'’]\d{{3}})+(?!\d)(?:\.\d+)?|\d{{1,3}}(?: \d{{3}}){{2,}}(?!\d)|\d{{1,3}} 000(?!\d)"
    r"|\d+,\d{1,2}(?=\s?(?:million|billion|trillion|bn|%|percent|per cent)\b)"  # 1,5 million
    r"|\d+(?:\.\d+)?|\.\d+"
)
# longer strings of digits are codes, not numbers
_MOST_DIGITS = 24
_POWER = re.compile(r"\s?[×x]\s?10(?:\^|\*\*)?([-−–]?\d{1,2})(?!\d)|(?<=\d)[eE]([-+−]?\d{1,2})(?!\w)")
_FRACTION_MARKS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅕": 0.2, "⅖": 0.4, "⅗": 0.6, "⅘": 0.8, "⅙": 1 / 6, "⅛": 0.125, "⅜": 0.375, "⅝": 0.625, "⅞": 0.875}  # fmt: skip
_MIXED = re.compile(rf"[ -]?(?P<mark>[{''.join(_FRACTION_MARKS)}])|(?:{_SPACE}|-)(?P<above>\d{{1,2}})[/⁄](?P<below>\d{{1,3}})(?![\d/⁄])")
_SIMPLE = re.compile(r"[/⁄](\d{1,4})(?![\d/⁄]|\.\d)")
_AND_PART = re.compile(r"[ -]and[ -](?:an?|one)[ -](half|quarter|third)\b", re.I)
_AND_PARTS = re.compile(r"[ -]and[ -](two|three|four)[ -](thirds|quarters|fifths)\b", re.I)
_BEFORE_SCALE = re.compile(
    r"(?<![\w-])(?:(?P<half>half(?: an?|-an?|-)?)|(?P<quarter>(?:a )?quarter(?: of)? an?)|(?P<one>an?)"
    r"|(?P<few>several|a few|few|a couple(?: of)?|a couple|couple(?: of)?|some few)|(?P<many>many|countless|untold))[ -]?$",
    re.I,
)
_GAP = re.compile(r" |-|\u00a0| - ")
_OF = re.compile(r"\s+(?:of\s+)(?:the\s+)?|\s+upon\s+", re.I)
_WORD_AFTER = re.compile(r"[A-Za-z]")
_ABBREVIATION = re.compile(r"[ \u00a0-]?(bn|mn|mln|mio|bln|tn|trn|tln|mil)\b\.?", re.I)


@dataclass(slots=True)
class Numeral:
    """One numeral: span, value, and how it was written.

    `form` is digits, words, vague (a plural without a number), part (a fraction) or multiplier; `mantissa` is the value
    before a scale word ("5" of "5 million"), which a list or range may share; `scale` that word's value or 1.
    """

    start: int
    end: int
    value: float
    form: str
    mantissa: float
    scale: float = 1.0
    has_scale: bool = False
    hedge: str | None = None


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
    marks = "".join(_FRACTION_MARKS)
    letter = "[A-Za-z0-9_\u00c0-\u024f]"
    return re.compile(
        rf"(?=[\d.])(?:(?<!{letter})(?<!\d[.,])(?<![A-Za-z]\.)|(?:{_after_currency()})(?![\d.,]+[A-Za-z]\d))({_DIGITS})"
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
class _Token:
    start: int
    end: int
    kind: str
    value: float


def scan(text: str) -> list[Numeral]:
    """All numerals of the text in order, not overlapping. Digits inside words (HTML5, Su-27) are found too, if after a hyphen."""
    tokens = [_read_token(match) for match in _token().finditer(text)]
    found: list[Numeral] = []
    at = 0
    while at < len(tokens):
        numeral, at = _numeral(text, tokens, at)
        if numeral is not None:
            found.append(numeral)
    return found


def _read_token(match: re.Match[str]) -> _Token:
    digits, word, mark = match.groups()
    if digits and len(digits) > _MOST_DIGITS:
        return _Token(match.start(), match.end(), "code", 0.0)
    if digits:
        return _Token(match.start(), match.end(), "digits", to_number(digits))
    if mark:
        return _Token(match.start(), match.end(), "mark", _FRACTION_MARKS[mark])
    kind, value = lexicon()[word.lower()]
    return _Token(match.start(), match.end(), kind, value)


def to_number(digits: str) -> float:
    """The value of a string of digits with any of the usual groupings."""
    plain = re.sub(r"[ \u00a0\u202f\u2009'’]", "", digits)
    if re.fullmatch(r"\d+,\d{1,2}", plain):
        return float(plain.replace(",", "."))
    return float(plain.replace(",", ""))


def _numeral(text: str, tokens: list[_Token], at: int) -> tuple[Numeral | None, int]:
    first = tokens[at]
    if first.kind == "multiplier":
        return Numeral(first.start, first.end, first.value, "multiplier", first.value), at + 1
    if first.kind == "plural":
        return _vague(text, tokens, at)
    if first.kind in ("part", "parts"):
        if at + 1 < len(tokens) and tokens[at + 1].kind in ("hundred", "scale", "dozen") and tokens[at + 1].start - first.end <= 6:
            before = _BEFORE_SCALE.search(text, max(first.start - 2, 0), tokens[at + 1].start)
            if before is not None and before.start() <= first.start:
                return _cardinal(text, tokens, at + 1)  # half a million
        return _bare_part(text, first), at + 1
    if first.kind == "code":
        return None, at + 1
    if first.kind == "couple":
        return _couple(text, first), at + 1
    if first.kind == "mark":
        return Numeral(first.start, first.end, first.value * 100, "part", first.value), at + 1
    return _cardinal(text, tokens, at)


def _vague(text: str, tokens: list[_Token], at: int) -> tuple[Numeral | None, int]:
    """ "dozens", "tens of thousands", "hundreds of thousands of millions"; "several dozens" is read with what stands before."""
    first = tokens[at]
    value, end, at = first.value, first.end, at + 1
    while at < len(tokens) and tokens[at].kind == "plural" and _OF.fullmatch(text, end, tokens[at].start):
        value, end, at = value * tokens[at].value, tokens[at].end, at + 1
    if text[first.start : end].lower() in ("tens", "scores") and not re.match(r"\s+of\b|\s+more\b", text[end : end + 8]):
        return None, at
    return Numeral(first.start, end, value, "vague", value), at


def _bare_part(text: str, token: _Token) -> Numeral | None:
    """ "half", and "a quarter", "a third" where the article makes it one part; an ordinal without it."""
    word = text[token.start : token.end].lower()
    if word == "half":
        start = token.start - 2 if re.search(r"(?<!\w)a $", text[max(token.start - 3, 0) : token.start], re.I) else token.start
        return Numeral(start, token.end, 50.0, "part", 0.5)
    before = re.search(r"(?<![\w-])(an?)[ -]$", text[max(token.start - 4, 0) : token.start], re.I)
    if before and token.kind == "part":
        return Numeral(token.start - len(before.group()), token.end, 100 / token.value, "part", 1 / token.value)
    return None


def _couple(text: str, token: _Token) -> Numeral | None:
    """ "a couple of", not the couple that married."""
    if text[max(token.start - 2, 0) : token.start].lower() != "a " or not re.match(r" of | more ", text[token.end : token.end + 6]):
        return None
    return Numeral(token.start - 2, token.end, 2.0, "words", 2.0)


def _cardinal(text: str, tokens: list[_Token], at: int) -> tuple[Numeral | None, int]:
    first = tokens[at]
    start, end = first.start, first.end
    vague = None
    scale, has_scale = 1.0, False
    form = "digits" if first.kind == "digits" else "words"
    total, current = 0.0, 0.0
    last = "start"
    largest = float("inf")
    if first.kind in ("hundred", "scale", "dozen", "twenty"):
        before = _BEFORE_SCALE.search(text, max(start - 24, 0), start)
        if before is None:
            if first.kind in ("twenty", "dozen") or (start and not text[start - 1].isspace() and text[start - 1] not in "(\"“‘'"):
                return None, at + 1
            current = 1.0
        else:
            start = before.start()
            current = {"half": 0.5, "quarter": 0.25, "one": 1.0, "few": 2.0, "many": 1.0}[before.lastgroup or "one"]
            vague = before.lastgroup if before.lastgroup in ("few", "many") else None
        last = "unit"
    mantissa = current
    began = at
    while at < len(tokens):
        token = tokens[at]
        if at > began and not _joins(text, end, token, last):
            break
        kind, value = token.kind, token.value
        if kind == "digits":
            if last != "start":
                break
            current, end, value_end = _with_fraction(text, token)
            at += 1
            if at < len(tokens) and end == token.end and _is_split(text, token, tokens[at]):
                current, end = 1000 * current + tokens[at].value, tokens[at].end
                value_end = end
            while at < len(tokens) and tokens[at].start < value_end:
                at += 1
            if end < 0:  # a plain fraction such as 3/4
                return Numeral(start, value_end, current * 100, "part", current), at
            end, last, mantissa = value_end, "digits", current
            continue
        if kind in ("parts", "part") and last in ("unit", "teen", "digits") and total == 0 and _may_divide(text, token, current, kind):
            return Numeral(start, token.end, round(100 * current / value, 2), "part", current / value), at + 1
        if kind == "unit" and last in ("start", "tens", "hundred", "scale"):
            current += value
        elif kind in ("teen", "tens") and last in ("start", "hundred", "scale"):
            current += value
        elif kind == "zero" and last == "start":
            current = 0.0
        elif kind == "hundred" and last in ("unit", "teen", "tens", "digits") and current < 100:
            current *= 100
        elif kind == "dozen" and last in ("unit", "teen", "tens", "digits"):
            current *= 12
        elif kind == "twenty" and last in ("unit", "teen"):
            current *= 20
        elif kind == "scale" and last not in ("start",) and value < largest and current:
            mantissa = current if total == 0 else mantissa
            total += current * value
            current, largest = 0.0, value
            scale, has_scale = value, True
        else:
            break
        last = {"dozen": "scale", "twenty": "scale"}.get(kind, kind)
        if not has_scale:
            mantissa = current
        end = token.end
        at += 1
        part = _part_after(text, end)
        if part is not None:
            amount, end = part
            unit_of = scale if has_scale and current == 0 else 1.0
            if kind == "hundred":
                unit_of = 100.0
            current += amount * unit_of
            mantissa = current if not has_scale else mantissa
            while at < len(tokens) and tokens[at].start < end:
                at += 1
            last = "unit" if not has_scale else "done"
    if last == "start":
        return None, max(at, began + 1)
    number = Numeral(start, end, total + current, form, mantissa, scale, has_scale)
    _abbreviated(text, number)
    if vague:
        number.form = "vague"
    return number, at


def _joins(text: str, end: int, token: _Token, last: str) -> bool:
    gap = text[end : token.start]
    if gap in (" ", "-", "\u00a0", "\u202f"):
        return True
    lowered = gap.lower()
    if lowered in (" and ", "-and-", " & "):
        return last in ("hundred", "scale") and token.kind in ("unit", "teen", "tens")
    return False


_HEDGE_BEFORE = re.compile(r"\b(?:about|around|some|nearly|almost|over|than|least|roughly|approximately|estimated|up to|total of|as) $", re.I)


def _is_split(text: str, token: _Token, following: _Token) -> bool:
    """ "about 2, 875 sailors": one number with a stray space after the comma."""
    return (
        following.kind == "digits"
        and text[token.end : following.start] == ", "
        and token.end - token.start <= 3
        and following.end - following.start == 3
        and text[following.end : following.end + 2].strip().isalpha()
        and _HEDGE_BEFORE.search(text, max(token.start - 16, 0), token.start) is not None
    )


def _may_divide(text: str, token: _Token, above: float, kind: str) -> bool:
    """Whether "three quarters" is a fraction; "one third" is, "two third" isn't."""
    return (kind == "parts" and above >= 1) or (kind == "part" and above == 1)


def _part_after(text: str, end: int) -> tuple[float, int] | None:
    """ "and a half" after a number: its value and end."""
    if text[end : end + 4].lower() not in (" and", "-and"):
        return None
    if match := _AND_PART.match(text, end):
        return 1 / lexicon()[match.group(1).lower()][1], match.end()
    if match := _AND_PARTS.match(text, end):
        return lexicon()[match.group(1).lower()][1] / lexicon()[match.group(2).lower()][1], match.end()
    return None


def _with_fraction(text: str, token: _Token) -> tuple[float, int, int]:
    """The value of a digit token with what follows it: "2 1/2", "2½", "1.5 × 10^6". Second item < 0 for a bare fraction."""
    value, end = token.value, token.end
    if match := _SIMPLE.match(text, end):
        below = float(match.group(1))
        if below and value.is_integer() and 0 < value < below and not text[max(token.start - 1, 0) : token.start] in ("/", "⁄"):
            return value / below, -1, match.end()
        return value, end, end
    if match := _MIXED.match(text, end):
        if match.group("mark"):
            return value + _FRACTION_MARKS[match.group("mark")], match.end(), match.end()
        above, below = float(match.group("above")), float(match.group("below"))
        if 0 < above < below:
            return value + above / below, match.end(), match.end()
    elif match := _POWER.match(text, end):
        exponent = (match.group(1) or match.group(2)).replace("−", "-").replace("–", "-")
        return value * 10.0 ** int(exponent), match.end(), match.end()
    if (part := _part_after(text, end)) is not None:
        return value + part[0], part[1], part[1]
    return value, end, end


def _abbreviated(text: str, number: Numeral) -> None:
    """Take "bn", "mln" into a number of digits; "m", "k", "b" need the unit's context and are read with it."""
    if number.form == "digits" and not number.has_scale and (match := _ABBREVIATION.match(text, number.end)):
        rescale(number, lexicon()[match.group(1).lower()][1], match.end(1))


def rescale(number: Numeral, scale: float, end: int | None = None) -> None:
    """Multiply by a scale that was found beside the number or is shared with its neighbour."""
    number.value = exact(number.value * scale)
    number.scale, number.has_scale = scale, True
    if end is not None:
        number.end = end


def exact(value: float) -> float:
    """Without the noise of binary multiplication (1.1 million is 1100000)."""
    rounded = round(value, 6)
    return float(f"{rounded:.12g}") if rounded else value
