"""Drafts: numerals with the units beside them, joined to ranges, fractions of ("one in five") and lists that share a unit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from transforms.quantities import numeral as numeral_values
from transforms.quantities import sharing, units
from transforms.quantities.numeral import Numeral
from transforms.quantities.quantity import Kind
from transforms.quantities.units import Unit

_SIGN = re.compile(r"(?:(?<![\w.)\]%])[-−–]|(?<!plus or )(?<!plus/)(?<!plus-or-)\b(?:minus|negative)[ -])$", re.I)
_SUFFIX = re.compile(r"([kKmMbBtT])(?![A-Za-z0-9/²³])|(MM|mm|Mn)(?![A-Za-z])")
# a 10k race, a 4K screen
_NOT_THOUSANDS = re.compile(r" (?:races?|run|fun run|walk|video|TVs?|resolution|screens?|televisions?|display|content|streaming|filing|report)\b")
_SUFFIX_SCALE = {"k": 1e3, "m": 1e6, "b": 1e9, "t": 1e12, "mm": 1e6, "mn": 1e6}
_RANGE_GAP = re.compile(r" ?[-–—‑−] ?| to | ?-to-|-to | to-|- to ")
_AND_GAP = re.compile(r" and ")
_OR_GAP = re.compile(r" or |-or-")
_BETWEEN = re.compile(r"\bbetween (?:about |around |roughly |some |approximately |an estimated |as many as )?$", re.I)
_RATIO_GAP = re.compile(r" (?:in|of|out of(?: every)?|of every|in every|for every) |-in-")
_RATIO_WHOLES = frozenset((2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30, 40, 50, 100, 200, 500, 1000, 10000, 100000, 1000000))
_NO_RATIO_AFTER = re.compile(
    r"[ -](?:days?|weeks?|months?|years?|hours?|minutes?|seconds?|cities|countries|states|places|languages|provinces|districts"
    r"|areas|towns|villages|regions|games|matches|attempts|starts)\b",
)


@dataclass(slots=True)
class Draft:
    """One quantity in the making; `after` is the end of the whole expression with its unit."""

    numeral: Numeral
    start: int
    end: int
    low: float
    high: float
    kind: Kind = "count"
    unit: str | None = None
    unit_start: int | None = None
    unit_end: int | None = None
    factor: float = 1.0
    is_range: bool = False
    is_change: bool = False
    reason: str | None = None

    @property
    def after(self) -> int:
        """Where the expression ends, unit included."""
        return max(self.end, self.unit_end or 0)


def make(text: str, found: Sequence[Numeral], refused: dict[int, str]) -> list[Draft]:
    """Drafts of all numerals, in order; `refused` are those (by start) that claim nothing, so that they join nobody."""
    drafts = [_draft(text, numeral, refused.get(numeral.start)) for numeral in found]
    for i, right in enumerate(drafts[1:]):
        if drafts[i].after > right.start:  # "One$ 0": the sign is the right number's
            bare = drafts[i].numeral
            drafts[i] = Draft(bare, bare.start, min(bare.end, right.start), bare.value, bare.value, reason=drafts[i].reason)
    sharing.share(text, drafts)
    return _join(text, drafts)


def _draft(text: str, numeral: Numeral, reason: str | None) -> Draft:
    draft = Draft(numeral, numeral.start, numeral.end, numeral.value, numeral.value, reason=reason)
    if numeral.form == "part":
        draft.kind, draft.unit = "fraction", "%"
        draft.low = draft.high = round(numeral.value, 2)
    if reason is not None or numeral.form == "multiplier":
        return draft
    if numeral.form == "vague" or numeral.has_scale:
        _take_units_of(text, draft)
        if draft.unit is not None:
            return draft
    money = units.currency_before(text, numeral.start)
    sign = _SIGN.search(text, max(numeral.start - 18, 0), money[0] if money else numeral.start)
    if numeral.form in ("digits", "words") and sign is not None and _is_sign(text, sign):
        draft.start = sign.start()
        draft.low, draft.high = -numeral.value, -numeral.value
    _take_suffix(text, draft, money is not None)
    if money is not None:
        draft.kind, draft.unit = "money", money[1]
        if money[0] < numeral.start and text[numeral.start - 1] in "-−–":
            draft.low = draft.high = -numeral.value
        draft.unit_start, draft.unit_end = money[0], numeral.start
        draft.start = min(draft.start, money[0])
        _take_rate(text, draft, _repeated_currency(text, draft))
        return draft
    unit = units.unit_after(text, numeral.end, numeral.form == "digits", numeral.value, numeral.has_scale)
    if unit is None and numeral.form == "part" and (article := _PART_OF.match(text, numeral.end)) is not None:
        unit = units.unit_after(text, article.end(), True, 1.0, False)
        unit = unit if unit is not None and unit.kind in ("measure", "duration", "points", "percent") else None
        if unit is not None and unit.kind == "percent":
            draft.kind, draft.unit, draft.end = "percent", "%", unit.end
            draft.unit_start, draft.unit_end = unit.start, unit.end
            draft.low = draft.high = numeral.mantissa
            return draft
    if numeral.form == "part" and unit is None and _PART_POINT.match(text, numeral.end):
        draft.kind, draft.unit, draft.low, draft.high = "count", None, numeral.mantissa, numeral.mantissa
    if unit is None and text[numeral.start : numeral.end].lower().endswith("couple") and text.startswith(" of ", numeral.end):
        unit = units.unit_after(text, numeral.end + 3, False, numeral.value, False)
        unit = unit if unit is not None and unit.kind == "duration" else None
    if unit is not None:
        _take_unit(text, draft, unit)
    return draft


# half an hour, a quarter of a mile, 1/16 of a US pint
_PART_POINT = re.compile(r"[ -](?:of )?a[ -]points?\b")
_PART_OF = re.compile(r"(?: of)?[ -]an?(?: US| U\.S\.| imperial)?(?=[ -])")


def _take_units_of(text: str, draft: Draft) -> None:
    """ "thousands of dollars", "hundreds of kilometres"; "2 million of rubles" too."""
    if text.startswith(" of ", draft.end):
        unit = units.unit_after(text, draft.end + 3, True, draft.numeral.value, True)
        if unit is not None and (draft.numeral.form == "vague" or unit.kind == "money"):
            _take_unit(text, draft, unit)


def _is_sign(text: str, sign: re.Match[str]) -> bool:
    mark = sign.group()
    before = text[sign.start() - 1 : sign.start()]
    return len(mark) > 1 or not (before.isalnum() or before in ",)")


def _take_suffix(text: str, draft: Draft, is_money: bool) -> None:
    """ "$5m", "3k", "12.3m tonnes": a letter that multiplies."""
    numeral = draft.numeral
    if numeral.form != "digits" or numeral.has_scale:
        return
    match = _SUFFIX.match(text, numeral.end + (1 if is_money and text[numeral.end : numeral.end + 1] == " " else 0))
    if match is None:
        return
    letter = match.group()
    if not is_money:
        if match.start() != numeral.end or letter not in ("k", "K", "m", "M", "MM"):
            return
        if letter == "m" and units.is_millions(text, match.end()) is False:
            return
        if letter in "kK" and _NOT_THOUSANDS.match(text, match.end()) or letter == "K" and numeral.value < 5:
            return
    numeral_values.rescale(numeral, _SUFFIX_SCALE[letter.lower()], match.end())
    draft.low = draft.high = numeral.value if draft.low >= 0 else -numeral.value
    draft.end = match.end()


def _repeated_currency(text: str, draft: Draft) -> int:
    """End of a currency word that repeats the sign ("$5 million USD", "$3 million dollars")."""
    unit = units.unit_after(text, draft.end, True, draft.numeral.value, draft.numeral.has_scale)
    if unit is not None and unit.kind == "money" and unit.factor == 1.0:
        if unit.symbol != "USD" or draft.unit == "USD":
            draft.unit = unit.symbol
        draft.end = unit.end
        return unit.end
    if draft.unit == "USD" and (country := units.country_after(text, draft.end)) is not None:
        draft.unit, draft.end = country
    return draft.end


def _take_unit(text: str, draft: Draft, unit: Unit) -> None:
    draft.kind, draft.unit = unit.kind, unit.symbol
    draft.unit_start, draft.unit_end = unit.start, unit.end
    sharing.apply_factor(draft, unit.factor)
    if draft.numeral.form == "part" and unit.kind != "percent":
        draft.low = draft.high = draft.numeral.mantissa * unit.factor
    if unit.kind in ("money", "percent", "points") and "/" not in unit.symbol:
        draft.end = unit.end
    if unit.kind in ("money", "measure"):
        _take_rate(text, draft, unit.end)


def _take_rate(text: str, draft: Draft, end: int) -> None:
    rate = units.rate_after(text, end)
    if rate is not None and draft.unit and "/" not in draft.unit:
        draft.unit = f"{draft.unit}/{rate[0]}"
        draft.unit_end = rate[1]


def _join(text: str, drafts: list[Draft]) -> list[Draft]:
    joined: list[Draft] = []
    i = 0
    while i < len(drafts):
        left = drafts[i]
        right = drafts[i + 1] if i + 1 < len(drafts) else None
        if right is not None and not left.reason and not right.reason and right.start >= left.after and right.start - left.after <= 18:
            if _is_ratio(text, left, right):
                joined.append(_ratio(left, right))
                i += 2
                continue
            if _is_range(text, left, right, _leads_to_range(text, drafts, i) or _after_range(text, joined, left)):
                joined.append(_range(text, left, right))
                i += 2
                continue
        joined.append(left)
        i += 1
    return joined


def _is_ratio(text: str, left: Draft, right: Draft) -> bool:
    """ "one in five", "three out of four"; not "two in 10 days"."""
    if left.unit is not None or right.unit is not None or left.numeral.has_scale or left.is_range:
        return False
    if not _RATIO_GAP.fullmatch(text, left.after, right.start):
        return False
    whole = right.numeral.value
    if text[left.after : right.start] == " of " and whole != 10:
        return False  # only of ten is it a share: "eight of 10 limes"
    plausible = (whole in _RATIO_WHOLES or left.numeral.value == 1 and whole >= 100) and 0 < left.numeral.value < whole
    return plausible and (left.numeral.value <= 9 or whole >= 100) and _NO_RATIO_AFTER.match(text, right.end) is None


def _ratio(left: Draft, right: Draft) -> Draft:
    share = round(100 * left.numeral.value / right.numeral.value, 2)
    return Draft(left.numeral, left.start, right.end, share, share, kind="ratio", unit="%")


def _leads_to_range(text: str, drafts: list[Draft], i: int) -> bool:
    """ "from 5 to 7 per cent to 3 to 5 per cent": a change between two ranges."""
    if i + 3 >= len(drafts):
        return False
    return all(text[drafts[k].after : drafts[k + 1].start] == " to " for k in (i, i + 1, i + 2))


def _after_range(text: str, joined: list[Draft], left: Draft) -> bool:
    """ "to 0.5 to 2.5 per cent from 2 to 5 per cent": the start of a change that leads to a range is one too."""
    return bool(joined) and joined[-1].is_range and text[joined[-1].after : left.start].strip() in ("from", ", from", ", down from", ", up from")


def _is_range(text: str, left: Draft, right: Draft, leads_to_range: bool) -> bool:
    if "vague" in (left.numeral.form, right.numeral.form) and left.numeral.form != right.numeral.form:
        return False
    if left.unit is not None and right.unit is not None and left.unit != right.unit:
        return False
    if left.unit is not None and right.unit is None:
        return False
    if left.high >= right.low or left.factor != right.factor:
        return False
    gap = text[left.after : right.start]
    if _BETWEEN.search(text, max(left.start - 32, 0), left.start):
        return bool(_AND_GAP.fullmatch(gap) or _RANGE_GAP.fullmatch(gap))
    if _OR_GAP.fullmatch(gap):
        return right.numeral.mantissa == left.numeral.mantissa + 1 and right.numeral.mantissa <= 10 and left.numeral.scale == right.numeral.scale
    if not _RANGE_GAP.fullmatch(gap):
        return False
    if "to" in gap and (origin := sharing.FROM.search(text, max(left.start - 40, 0), left.start)) is not None:
        return leads_to_range or not _is_change(text, origin.start())
    if text[max(left.start - 4, 0) : left.start].lower() in (" to ", "t to"):
        return True
    return not ("to" in gap and left.low > 0 and _is_change(text, left.start) and _leads_to_level(text, left, right))


_BY = re.compile(
    r"\b(?:by|rose|risen|rising|fell|fallen|falling|climbed|jumped|dropped|declined|grew|slipped|slid|dipped|gained|lost|soared|surged|up|down)"
    r" (?:about |around |just |nearly |another |some |only |a further |more than )?$"
)


def _leads_to_level(text: str, left: Draft, right: Draft) -> bool:
    """ "rose $3 million to $419 million", "rose by 12,000 to 340,000": a change and the level that it reached, far above it.

    "rose by 2 to 10 percent" is a range: the unit of its second number serves both.
    """
    if left.unit is not None and left.unit_end is not None:
        return right.high > 4 * left.low
    return right.high > 10 * left.low and _BY.search(text, max(left.start - 24, 0), left.start) is not None


_CHANGE = re.compile(
    r"\b(?:rose|risen|rises?|rising|increas\w+|grow\w*|grew|climb\w*|jump\w*|soar\w*|surg\w+|went|gone|going|goes|mov\w+|rais\w+|lift\w*|boost\w*|expand\w*|doubl\w*|tripl\w*|fall\w*|fell"
    r"|drop\w*|declin\w+|decreas\w+|cut\w*|reduc\w+|lower\w*|shr[iau]nk\w*|slip\w*|slid\w*|slash\w*|down|up|chang\w+|swell\w*|swollen|revis\w+|upgrad\w+|downgrad\w+|narrow\w*|widen\w*|edg\w+|dip\w*|improv\w+|extend\w*|shift\w*|trim\w*|bring\w*|brought|ballooned|dwindl\w+|plung\w+|plummet\w*|tumbl\w+|leap\w*|leapt|hik\w+|scal\w+|eas\w+|rebound\w*)\b",
    re.I,
)
_RANGE_CUE = re.compile(r"\b(?:rang\w+|var\w+|anywhere|between|span\w*|aged?|ages)\b", re.I)


def _is_change(text: str, start: int) -> bool:
    """Whether "from A to B" tells of a change: a verb of change stands before it in the sentence."""
    left = text[max(start - 90, 0) : start]
    left = left[max(left.rfind(mark) for mark in (". ", "\n", "; ")) + 1 :]
    return _CHANGE.search(left) is not None and _RANGE_CUE.search(left[-24:]) is None


def _range(text: str, left: Draft, right: Draft) -> Draft:
    between = _BETWEEN.search(text, max(left.start - 32, 0), left.start)
    start = between.start() if between else left.start
    return Draft(
        left.numeral, start, right.end, left.low, right.high, right.kind if right.unit else left.kind, right.unit or left.unit,
        right.unit_start, right.unit_end, right.factor, is_range=True,
    )  # fmt: skip
