"""Reading a cardinal number from tokens: "two hundred and five", "3.5 million", "half a dozen", "2 1/2", "several thousand"."""

from __future__ import annotations

import re

from transforms.quantities.numeral import Numeral, exact, take_abbreviation
from transforms.quantities.tokens import FRACTION_MARKS, Token, lexicon

_POWER = re.compile(r"\s?[×x]\s?10(?:\^|\*\*)?([-−–]?\d{1,2})(?!\d)|(?<=\d)[eE]([-+−]?\d{1,2})(?!\w)")
_MIXED = re.compile(rf"[ -]?(?P<mark>[{''.join(FRACTION_MARKS)}])|(?:[ \u00a0\u202f\u2009]|-)(?P<above>\d{{1,2}})[/⁄](?P<below>\d{{1,3}})(?![\d/⁄])")
_SIMPLE = re.compile(r"[/⁄](\d{1,4})(?![\d/⁄]|\.\d)")
_AND_PART = re.compile(r"[ -]and[ -](?:an?|one)[ -](half|quarter|third)\b", re.I)
_AND_PARTS = re.compile(r"[ -]and[ -](two|three|four)[ -](thirds|quarters|fifths)\b", re.I)
BEFORE_SCALE = re.compile(
    r"(?<![\w-])(?:(?P<half>half(?: an?|-an?|-)?)|(?P<quarter>(?:a )?quarter(?: of(?: an?)?| an?)?)|(?P<one>an?)"
    r"|(?P<few>several|a few|few|a couple(?: of)?|a couple|couple(?: of)?|some few)|(?P<many>many|countless|untold))[ -]?$",
    re.I,
)
# "another dozen", "a further dozen": one dozen, and the word before it is no part of the number
_ONE_MORE = re.compile(
    r"\b(?:another|(?:a|the) (?:further|additional|good|full|mere|round|cool|extra|estimated|record|first|last|next)"
    r"|an (?:additional|extra|estimated|initial)|(?:almost|nearly|about|around|roughly|least|than|over) a"
    r"|some|over|nearly|almost|about|roughly|other) $",
    re.I,
)
# "two point five billion", "zero point three percent": decimals as they are spoken, before what only a number has
_SPOKEN = re.compile(
    r"[ -]point((?:[ -](?:zero|oh|one|two|three|four|five|six|seven|eight|nine)){1,4})"
    r"(?=[ -](?:thousand|million|billion|trillion|percent|per cent|percentage|degrees|miles|kilomet|met(?:er|re)|inch|tons|tonnes)"
    r"|,? on the)",
    re.I,
)
_SHARES = {"half": 0.5, "quarter": 0.25, "one": 1.0, "few": 2.0, "many": 1.0}
# kind of token -> kinds of token after which it goes on with the number
_FOLLOWS = {
    "unit": frozenset(("start", "tens", "hundred", "scale")),
    "teen": frozenset(("start", "hundred", "scale")),
    "tens": frozenset(("start", "hundred", "scale")),
    "zero": frozenset(("start",)),
    "digits": frozenset(("start",)),
    "hundred": frozenset(("unit", "teen", "tens", "digits")),
    "dozen": frozenset(("unit", "teen", "tens", "digits")),
    "twenty": frozenset(("unit", "teen")),
    "scale": frozenset(("unit", "teen", "tens", "digits", "hundred", "dozen", "zero", "done")),
}
_DIGITS = {word: str(i) for i, word in enumerate("zero one two three four five six seven eight nine".split())} | {"oh": "0"}
_FACTORS = {"hundred": 100.0, "dozen": 12.0, "twenty": 20.0}


def read(text: str, tokens: list[Token], at: int) -> tuple[Numeral | None, int]:
    """The number that starts at this token, or None; and the index of the first token after it."""
    return _Reading(text, tokens, at).numeral()


class _Reading:
    """The state while one number is read: `total` of the finished scales, `current` below the next scale."""

    def __init__(self, text: str, tokens: list[Token], at: int) -> None:
        self.text, self.tokens, self.at, self.began = text, tokens, at, at
        self.start = self.end = tokens[at].start
        self.total = self.current = self.mantissa = 0.0
        self.scale, self.has_scale, self.largest = 1.0, False, float("inf")
        self.last = "start"
        self.is_vague = False
        self.fraction: float | None = None

    def numeral(self) -> tuple[Numeral | None, int]:
        """Read on as long as the tokens belong to one number."""
        first = self.tokens[self.at]
        if first.kind in ("hundred", "scale", "dozen", "twenty") and not self._take_article(first):
            return None, self.at + 1
        while self.at < len(self.tokens) and self.fraction is None and self._take(self.tokens[self.at]):
            pass
        if self.last == "start":
            return None, max(self.at, self.began + 1)
        if self.fraction is not None:
            return Numeral(self.start, self.end, round(100 * self.fraction, 2), "part", self.fraction), self.at
        form = "vague" if self.is_vague else "digits" if first.kind == "digits" else "words"
        number = Numeral(self.start, self.end, self.total + self.current, form, self.mantissa, self.scale, self.has_scale)
        take_abbreviation(self.text, number)
        return number, self.at

    def _take_article(self, first: Token) -> bool:
        """ "a hundred", "half a million", "several dozen"; a bare "million" only at the start of a word."""
        before = BEFORE_SCALE.search(self.text, max(first.start - 24, 0), first.start)
        self.last, self.current = "unit", 1.0
        if before is None and first.kind == "dozen":
            return _ONE_MORE.search(self.text, max(first.start - 20, 0), first.start) is not None
        if before is None:
            left = self.text[first.start - 1 : first.start]
            return first.kind in ("hundred", "scale") and (not left or left.isspace() or left in "(\"“‘'")
        article = before.lastgroup or "one"
        self.start, self.current = before.start(), _SHARES[article]
        self.is_vague = article in ("few", "many")
        self.mantissa = self.current
        return True

    def _take(self, token: Token) -> bool:
        """Go on with this token, if it belongs to the number."""
        kind = token.kind
        if self.at > self.began and not _joins(self.text, self.end, token, self.last):
            return False
        if kind in ("part", "parts"):
            return self._take_part(token)
        if self.last not in _FOLLOWS.get(kind, ()):
            return False
        if kind == "digits":
            self._take_digits(token)
            return True
        if kind == "scale":
            if token.value >= self.largest or not self.current:
                return False
            self._take_scale(token.value)
        elif kind in _FACTORS:
            if kind == "hundred" and self.current >= 100:
                return False
            self.current *= _FACTORS[kind]
        else:
            self.current += token.value
        self.last = "scale" if kind in ("dozen", "twenty") else kind
        self._pass(token.end)
        self._take_and_part(kind)
        return True

    def _pass(self, end: int) -> None:
        """The number now ends there: skip the tokens before it."""
        self.end = end
        if not self.has_scale:
            self.mantissa = self.current
        while self.at < len(self.tokens) and self.tokens[self.at].start < end:
            self.at += 1

    def _take_scale(self, value: float) -> None:
        if self.total == 0:
            self.mantissa = self.current
        self.total += self.current * value
        self.current, self.largest = 0.0, value
        self.scale, self.has_scale = value, True

    def _take_digits(self, token: Token) -> None:
        value, end, is_fraction = _with_fraction(self.text, token)
        following = self.tokens[self.at + 1] if self.at + 1 < len(self.tokens) else None
        if end == token.end and following is not None and _is_split(self.text, token, following):
            value, end = 1000 * value + following.value, following.end
        self.current, self.last = value, "digits"
        self._pass(end)
        self.fraction = value if is_fraction else None

    def _take_part(self, token: Token) -> bool:
        """ "three quarters", "one third"; not "two third"."""
        if self.last not in ("unit", "teen", "digits") or self.total:
            return False
        if not (self.current == 1 if token.kind == "part" else self.current >= 1):
            return False
        self.fraction = self.current / token.value
        self._pass(token.end)
        return True

    def _take_and_part(self, kind: str) -> None:
        """ "three and a half", "a million and a half"."""
        if kind in ("unit", "teen", "tens", "zero", "hundred") and (spoken := _SPOKEN.match(self.text, self.end)) is not None:
            digits = "".join(_DIGITS[word] for word in spoken.group(1).lower().replace("-", " ").split())
            self.current = exact(self.current + float(f"0.{digits}"))
            self._pass(spoken.end())
            self.last = "unit"
            return
        part = _part_after(self.text, self.end)
        if part is None:
            return
        base = 100.0 if kind == "hundred" else self.scale if self.has_scale and not self.current else 1.0
        self.current += part[0] * base
        self._pass(part[1])
        self.last = "done" if self.has_scale else "unit"


def _joins(text: str, end: int, token: Token, last: str) -> bool:
    gap = text[end : token.start]
    if gap in (" ", "-", "\u00a0", "\u202f"):
        return True
    lowered = gap.lower()
    if lowered in (" and ", "-and-", " & "):
        return last in ("hundred", "scale") and token.kind in ("unit", "teen", "tens")
    return False


_HEDGE_BEFORE = re.compile(r"\b(?:about|around|some|nearly|almost|over|than|least|roughly|approximately|estimated|up to|total of|as) $", re.I)


def _is_split(text: str, token: Token, following: Token) -> bool:
    """ "about 2, 875 sailors": one number with a stray space after the comma."""
    return (
        following.kind == "digits"
        and text[token.end : following.start] == ", "
        and token.end - token.start <= 3
        and following.end - following.start == 3
        and text[following.end : following.end + 2].strip().isalpha()
        and _HEDGE_BEFORE.search(text, max(token.start - 16, 0), token.start) is not None
    )


def _part_after(text: str, end: int) -> tuple[float, int] | None:
    """ "and a half" after a number: its value and end."""
    if text[end : end + 4].lower() not in (" and", "-and"):
        return None
    if match := _AND_PART.match(text, end):
        return 1 / lexicon()[match.group(1).lower()][1], match.end()
    if match := _AND_PARTS.match(text, end):
        return lexicon()[match.group(1).lower()][1] / lexicon()[match.group(2).lower()][1], match.end()
    return None


def _with_fraction(text: str, token: Token) -> tuple[float, int, bool]:
    """The value of a digit token with what follows it: "2 1/2", "2½", "1.5 × 10^6". The flag marks a bare fraction."""
    value, end = token.value, token.end
    if match := _SIMPLE.match(text, end):
        below = float(match.group(1))
        if below and value.is_integer() and 0 < value < below and text[max(token.start - 1, 0) : token.start] not in ("/", "⁄"):
            return value / below, match.end(), True
        return value, end, False
    if match := _MIXED.match(text, end):
        if match.group("mark"):
            return value + FRACTION_MARKS[match.group("mark")], match.end(), False
        above, below = float(match.group("above")), float(match.group("below"))
        if 0 < above < below:
            return value + above / below, match.end(), False
    elif match := _POWER.match(text, end):
        exponent = (match.group(1) or match.group(2)).replace("−", "-").replace("–", "-")
        return value * 10.0 ** int(exponent), match.end(), False
    if (part := _part_after(text, end)) is not None:
        return value + part[0], part[1], False
    return value, end, False
