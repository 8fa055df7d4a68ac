"""Hedges and comparators before and after a number ("at least", "or more"), from seeds/language/comparators.csv."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from transforms.language import tables

_WINDOW = 48
_LONGEST = 5
_BREAK = re.compile(r"[\n;:!?()\[\]\"“”…—–]|[.,](?=\s)(?<!approx\.)(?<!ca\.)(?<!\bc\.)")
_WORDS = re.compile(r"\S+")
_FILLERS = (
    ("a", "total", "of"), ("a", "further"), ("an", "additional"), ("an", "extra"), ("a", "combined"), ("a", "record"), ("an", "average", "of"),
    ("an", "average"), ("another",), ("a",), ("an",), ("additional",), ("other",),
)  # fmt: skip
# "a film about two brothers", "took over two towns": the preposition belongs to the word before
_NOT_ABOUT = frozenset(
    "story stories film films movie book books talk talks talking talked question questions concern concerns concerned worry "
    "worries worried know knew "
    "knows joke jokes documentary report reports information details news debate song songs think thinking "
    "learn learned complain complained speak speaks spoke speaking care cared excited confused tale series novel play article "
    "piece anything something".split()
)
_NOT_OVER = frozenset(
    "take took taken taking takes hand handed handing turn turned turning win winning take-over presided presides argue argued fight fighting".split()
)
_SHORT_OF = frozenset("just little slightly well far way fell fall falls falling fallen".split())
_MOVING = frozenset("go goes going gone went creeps crept creeping shoots shot".split())
# "for over five years"; without such a word "over five years" tells during which time
_OVER_MEASURES = frozenset(("", *"for in is was of after just well lasted took spent at with by to a aged now little".split()))
_AFTER_UNIT = re.compile(
    r"(?:[ -][a-z’'-]+){0,2}?,? (?:(?P<more>or more(?! than)|or greater|or higher|or longer|or older|or above|or over|if not more|and above"
    r"|and over|and up|and older|and upwards)"
    r"|(?P<less>or less|or fewer|or lower|or younger|or under|or below|and under|or shorter)|(?P<so>or so|or thereabouts"
    r"|give or take|more or less))\b",
    re.I,
)
# "2,000 or more kilograms"
_BEFORE_UNIT = re.compile(r" (?:(?P<more>or more)|(?P<less>or less|or fewer)|(?P<so>or so))(?=[ -])")
# "a two percent plus or minus margin of error"
_PLUS_OR_MINUS = re.compile(r" plus[ -]or[ -]minus\b")
# "20 million euros plus 5 million in add-ons" adds up
_PLUS_MORE = re.compile(r" plus (?:an? (?:further |extra |additional )|another |about |up to )?[$€£¥\d]", re.I)
_AT_LEAST_AFTER = re.compile(r"(?: [a-z]+)?,? at (least|most)(?=[\s]*[.,;)]|$)")


@dataclass(frozen=True, slots=True)
class Hedge:
    """A comparator with the span of its words."""

    comparator: str
    start: int
    end: int


@cache
def _phrases(position: str) -> dict[tuple[str, ...], str]:
    return {tuple(row["phrase"].split(" ")): row["comparator"] for row in tables.rows("comparators") if row["position"] == position}


@cache
def _last_words() -> frozenset[str]:
    return frozenset(phrase[-1] for phrase in _phrases("before"))


def before(text: str, start: int, is_duration: bool = False) -> Hedge | None:
    """The hedge that ends right before the number; of two ("at least about 50") the one that sets a bound."""
    floor = max(start - _WINDOW, 0)
    left = text[floor:start]
    if left and left[-1] in "~≈±<>≤≥":
        return Hedge(_phrases("before").get((left[-1],), "~"), start - 1, start)
    if left.endswith(("sub-", "Sub-")):
        return Hedge("<", start - 4, start)
    breaks = [match.end() for match in _BREAK.finditer(left)]
    base = breaks[-1] if breaks else 0
    words = [(m.group().lower().strip("'‘’*"), floor + m.start(), floor + m.end()) for m in _WORDS.finditer(left, base)]
    if floor and base == 0 and words and text[floor - 1].isalnum():
        words = words[1:]
    hedge = _nearest(words, is_duration, text) or _passed(text, floor, start)
    if hedge is not None and hedge.comparator == "~":
        outer = _nearest([word for word in words if word[2] <= hedge.start], is_duration, text)
        if outer is not None and outer.comparator != "~":
            return Hedge(outer.comparator, outer.start, hedge.end)
    return hedge


_PASSED = re.compile(
    r"\b(?:tolls?|numbers?|totals?|counts?|figures?|populations?|sales|prices?|turnover|donations|index|value|cases|deaths|attendance|debts?|profits?"
    r"|losses|casualties|spending|exports|imports|output)\b(?: [\w’'-]+){0,16}?"
    r" (pass(?:ed|es)?|cross(?:ed|es)?|cleared|broke through|went past)(?: the)? $",
    re.IGNORECASE,
)


def _passed(text: str, floor: int, start: int) -> Hedge | None:
    """ "the death toll passed 80,000": a number that grows beyond a mark; a bill or a ball is passed otherwise."""
    if not text[floor:start].endswith(
        (" passed ", " crossed ", " passes ", " crosses ", " pass ", " cross ", " cleared ", " through ", " past ", " the ")
    ):
        return None
    match = _PASSED.search(text, max(floor - 120, 0), start)
    return Hedge(">", match.start(1), match.end(1)) if match is not None else None


def _nearest(words: list[tuple[str, int, int]], is_duration: bool, text: str) -> Hedge | None:
    phrases, lasts = _phrases("before"), _last_words()
    article = False
    while words:
        if words[-1][0] in lasts and not (article and words[-1][0] in _NOT_ACROSS_ARTICLE):
            for length in range(min(_LONGEST, len(words)), 0, -1):
                comparator = phrases.get(tuple(word for word, _, _ in words[-length:]))
                if comparator is not None:
                    if not _is_hedge(words, length, is_duration, text):
                        return None
                    return Hedge(comparator, words[-length][1], words[-1][2])
        shorter = _without_filler(words)
        if shorter is None:
            return None
        article = article or words[-1][0] in ("a", "an")
        words = shorter
    return None


# before these the article is no sign that the number was known: "approaching the two-year mark"
_BEFORE_THE = frozenset(("approaching", "nearing", "near", "exceed", "exceeded", "exceeding", "topped", "surpassed", "surpass"))


# "jailed over $3 million fraud": what it is about, in a headline's way without an article
_MATTER = re.compile(
    r" [$€£¥][\d.,]+(?: ?(?:[kmb]n?|million|billion|trillion))?[ -](?:[a-z]+ )?"
    r"(?:fraud|bribe|deal|debt|scam|scandal|theft|loan|bill|scheme|heist|lawsuit|contract|claim|fine|plot|row)\b",
    re.I,
)


def _is_matter(end: int, text: str) -> bool:
    return _MATTER.match(text, end) is not None


def _is_hedge(words: list[tuple[str, int, int]], length: int, is_duration: bool, text: str) -> bool:
    previous = words[-length - 1][0] if len(words) > length else ""
    phrase = words[-1][0] if length == 1 else ""
    if phrase == "about":
        return previous not in _NOT_ABOUT
    if length == 2 and words[-2][0] == "up" and words[-1][0] == "to":
        return previous not in _MOVING  # "the toll went up to 41"
    if length == 2 and words[-2][0] == "short":
        return previous in _SHORT_OF  # "is still short of 52,000" is no bound of what there is
    if phrase == "over" and _is_matter(words[-1][2], text):
        return False
    if phrase == "over":
        if is_duration:
            return previous in _OVER_MEASURES
        return previous not in _NOT_OVER
    return True


# "doubts over a 43-billion-dollar rescue", "under a 10-year plan": before an article these are prepositions
_NOT_ACROSS_ARTICLE = frozenset(("over", "under", "above", "below", "within"))


def _without_filler(words: list[tuple[str, int, int]]) -> list[tuple[str, int, int]] | None:
    if len(words) > 1 and words[-1][0] == "the" and words[-2][0] in _BEFORE_THE:
        return words[:-1]
    for filler in _FILLERS:
        if tuple(word for word, _, _ in words[-len(filler) :]) == filler:
            return words[: -len(filler)]
    return None


def after(text: str, end: int, unit_end: int) -> Hedge | None:
    """The hedge right after the number or after its unit and at most two words: "35-plus", "5 km or more"."""
    follows = text[end : end + 1]
    if follows == "+":
        return Hedge(">=", end, end + 1)
    if follows in ("-", " "):
        phrases = _phrases("after")
        words = [(m.group().lower().rstrip('.,;:)!?"”'), m.start(), m.end()) for m in _WORDS.finditer(text[end : end + 24])][:3]
        if follows == "-" and words:
            first = words[0][0]
            for suffix in ("-plus", "-odd", "-ish", "-something"):
                if first == suffix or first.startswith(suffix + "-"):
                    return Hedge(phrases[(suffix,)], end, end + len(suffix))
        elif words and words[0][0] in ("plus", "odd") and not _PLUS_OR_MINUS.match(text, end) and not _PLUS_MORE.match(text, end):
            return Hedge(phrases[(words[0][0],)], end + 1, end + 1 + len(words[0][0]))
    match = (_BEFORE_UNIT.match(text, end) if unit_end > end else None) or _AFTER_UNIT.match(text, unit_end)
    if match is not None:
        comparator = {"more": ">=", "less": "<=", "so": "~"}[match.lastgroup or "so"]
        return Hedge(comparator, match.start(match.lastgroup or 0), match.end())
    at = _AT_LEAST_AFTER.match(text, unit_end)
    if at is not None:
        return Hedge(">=" if at.group(1) == "least" else "<=", at.start(1) - 3, at.end(1))
    return None
