"""Drafts: numerals with the units beside them, joined to ranges, fractions of ("one in five") and lists that share a unit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from transforms.quantities import numeral as numeral_values
from transforms.quantities import ranges, sharing, units
from transforms.quantities.numeral import Numeral
from transforms.quantities.quantity import Kind
from transforms.quantities.units import Unit

_SIGN = re.compile(r"(?:(?<![\w.)\]%/+−–-])[-−–]|(?<!plus or )(?<!plus/)(?<!plus-or-)\b(?:minus|negative)[ -])\Z", re.I)
_SUFFIX = re.compile(r"([kKmMbBtT])(?![A-Za-z0-9/²³])|(MM|mm|Mn)(?![A-Za-z])")
# a 10k race, a 4K screen
_NOT_THOUSANDS = re.compile(r" (?:races?|run|fun run|walk|video|TVs?|resolution|screens?|televisions?|display|content|streaming|filing|report)\b")
_SUFFIX_SCALE = {"k": 1e3, "m": 1e6, "b": 1e9, "t": 1e12, "mm": 1e6, "mn": 1e6}
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
    if numeral.form == "part" and unit is None and (point := _point_after(text, numeral)) is not None:
        draft.kind, draft.unit, draft.low, draft.high = "points", "point", numeral.mantissa, numeral.mantissa
        draft.unit_start, draft.unit_end = point.span(1)
    if unit is None and text[numeral.start : numeral.end].lower().endswith("couple") and text.startswith(" of ", numeral.end):
        unit = units.unit_after(text, numeral.end + 3, False, numeral.value, False)
        unit = unit if unit is not None and unit.kind == "duration" else None
    if unit is not None:
        _take_unit(text, draft, unit)
    return draft


# "billions of taxpayers' dollars", "millions of extra euros": the owner stands before the currency
_OWNED_MONEY = re.compile(
    r" of (?:(?:[A-Za-z]+['’]s?|[A-Za-z]+s['’]|more|extra|additional|public|private|federal|state|tax|taxpayer|aid|research|oil)[ -]){1,3}"
    r"(?=(?:dollars|euros)\b)"
)
# half an hour, a quarter of a mile, 1/16 of a US pint
_PART_POINT = re.compile(r"[ -](?:of )?(?:a[ -])?(points?)\b(?! of\b)")
_BEFORE_POINT = re.compile(r"half|quarters?|\d|[¼½¾]", re.I)
_PART_OF = re.compile(r"(?: of)?[ -]an?(?: US| U\.S\.| imperial)?(?=[ -])")


def _point_after(text: str, numeral: Numeral) -> re.Match[str] | None:
    """The "point" of "half a point", "a quarter-point"; "a third point" is the next of some points."""
    match = _PART_POINT.match(text, numeral.end)
    is_plain = match is not None and match.group().lstrip("- ").startswith("point")
    return None if is_plain and not _BEFORE_POINT.search(text, numeral.start, numeral.end) else match


def _take_units_of(text: str, draft: Draft) -> None:
    """ "thousands of dollars", "hundreds of kilometres"; "2 million of rubles" too."""
    if text.startswith(" of ", draft.end):
        unit = units.unit_after(text, draft.end + 3, True, draft.numeral.value, True)
        if unit is not None and (draft.numeral.form == "vague" or unit.kind == "money"):
            _take_unit(text, draft, unit)
        elif unit is None and (words := _OWNED_MONEY.match(text, draft.end)) is not None:
            unit = units.unit_after(text, words.end(), True, draft.numeral.value, True)
            if unit is not None and unit.kind == "money":
                end = draft.end
                _take_unit(text, draft, unit)
                draft.end = end


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
    if draft.numeral.form == "part":
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
            if _is_of_one_percent(text, left, right):
                _take_single(left, right)
            if _is_ratio(text, left, right):
                joined.append(_ratio(left, right))
                i += 2
                continue
            if ranges.is_range(text, left, right, _leads_to_range(text, drafts, i) or _after_range(text, joined, left)):
                joined.append(_range(text, left, right))
                i += 2
                continue
        joined.append(left)
        i += 1
    return joined


def _is_of_one_percent(text: str, left: Draft, right: Draft) -> bool:
    """ "less than one-half of 1 percent", "three-quarters of one percentage point": a part of a single one."""
    is_one = right.kind in ("percent", "points") and right.low == right.high == 1 and right.unit != "point"
    return left.numeral.form == "part" and left.kind == "fraction" and is_one and text[left.after : right.start] in (" of ", " of a ")


def _take_single(left: Draft, right: Draft) -> None:
    """The part is the figure, in the unit of the single one, which is only what it is reckoned by."""
    left.low = left.high = numeral_values.exact(left.numeral.mantissa)
    left.kind, left.unit, left.unit_start, left.unit_end = right.kind, right.unit, right.unit_start, right.unit_end
    right.reason = "reference"


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


def _range(text: str, left: Draft, right: Draft) -> Draft:
    between = ranges.BETWEEN.search(text, max(left.start - 32, 0), left.start)
    start = between.start() if between else left.start
    low = 1000 * left.low if ranges.lends_thousands(text, left, right) else left.low
    return Draft(
        left.numeral, start, right.end, low, right.high, right.kind if right.unit else left.kind, right.unit or left.unit,
        right.unit_start, right.unit_end, right.factor, is_range=True,
    )  # fmt: skip
