"""Whether two numbers beside each other are the ends of one range, or the two ends of a change."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from transforms.quantities import sharing

if TYPE_CHECKING:
    from transforms.quantities.drafts import Draft

_RANGE_GAP = re.compile(r" ?[-–—‑−] ?| to | ?-to-|-to | to-|- to ")
_AND_GAP = re.compile(r" and ")
_TEENS, _NEAR = 10, 1.5
_OR_GAP = re.compile(r" or |-or-")
BETWEEN = re.compile(r"\bbetween (?:about |around |roughly |some |approximately |an estimated |as many as )?$", re.I)


def is_range(text: str, left: Draft, right: Draft, leads_to_range: bool) -> bool:
    if "vague" in (left.numeral.form, right.numeral.form) and left.numeral.form != right.numeral.form:
        return False
    if left.unit is not None and right.unit is not None and left.unit != right.unit:
        return False
    if left.unit is not None and right.unit is None:
        return False
    if left.high >= right.low or left.factor != right.factor:
        return False
    gap = text[left.after : right.start]
    if gap == " — " and (left.unit is not None) != (right.unit is not None):
        return False
    if BETWEEN.search(text, max(left.start - 32, 0), left.start):
        return bool(_AND_GAP.fullmatch(gap) or _RANGE_GAP.fullmatch(gap))
    if _OR_GAP.fullmatch(gap):
        if left.numeral.scale != right.numeral.scale:
            return False
        # "two or three", "14 or 15 percent", "200 or 250": near each other; "10 or 100" are two cases
        is_next = right.numeral.mantissa == left.numeral.mantissa + 1
        return is_next and right.numeral.mantissa <= 10 or left.low >= _TEENS and right.high <= _NEAR * left.low
    if not _RANGE_GAP.fullmatch(gap):
        return False
    if "to" in gap and (origin := sharing.FROM.search(text, max(left.start - 40, 0), left.start)) is not None:
        return leads_to_range or not _is_change(text, origin.start())
    if text[max(left.start - 4, 0) : left.start].lower() in (" to ", "t to"):
        return True
    return not ("to" in gap and left.low > 0 and _is_change(text, left.start) and _leads_to_level(text, left, right))


_BY = re.compile(
    r"\b(?:by|rose|risen|rising|fell|fallen|falling|climbed|jumped|dropped|declined|grew|slipped|slid|dipped|gained|lost|added|shed|advanced|eased|retreated|soared|surged|up|down"
    r"|plunged|plummeted|tumbled|slumped|skidded|sank|sagged|leapt|leaped|spiked|rallied|rebounded|bounced|shot\s+up|inched\s+(?:up|down)|edged\s+(?:up|down))"
    r" (?:about |around |just |nearly |another |some |only |a further |more than )?$"
)
# what the number counts follows it
_NOUN_NEXT = re.compile(r" (?!(?:in|on|by|from|as|at|after|before|since|during|over|this|last|for|and|but|when|while|with|compared)\b)[a-z]")
# how far the level that was reached lies above a change: told right behind the verb it is surely a level sooner
_FAR, _FAR_BARE, _NEARER, _NEARER_BARE = 4, 10, 2.5, 5


def _leads_to_level(text: str, left: Draft, right: Draft) -> bool:
    """ "rose $3 million to $419 million", "plunged $4 to $14.75", "rose by 12,000 to 340,000": a change and the level that it reached.

    The level lies far above the change. "rose by 2 to 10 percent" is a range: the unit of its second number serves both.
    """
    told_by_verb = _BY.search(text, max(left.start - 24, 0), left.start) is not None
    if left.unit is not None and left.unit_end is not None:
        is_price = told_by_verb and left.kind == "money" and not left.numeral.has_scale
        return right.high > (_NEARER if is_price else _FAR) * left.low
    is_bare = right.unit is None and _NOUN_NEXT.match(text, right.after) is None
    return told_by_verb and right.high > (_NEARER_BARE if is_bare else _FAR_BARE) * left.low


_CHANGE = re.compile(
    r"\b(?:rose|risen|rises?|rising|increas\w+|grow\w*|grew|climb\w*|jump\w*|soar\w*|surg\w+|went|gone|going|goes|mov\w+|rais\w+|lift\w*|boost\w*|expand\w*|doubl\w*|tripl\w*|fall\w*|fell"
    r"|drop\w*|declin\w+|decreas\w+|cut\w*|reduc\w+|lower\w*|shr[iau]nk\w*|slip\w*|slid\w*|slash\w*|down|up|chang\w+|swell\w*|swollen|revis\w+|upgrad\w+|downgrad\w+|narrow\w*|widen\w*|edg\w+|dip\w*|improv\w+|extend\w*|shift\w*|trim\w*|(?:bring\w*|brought)(?!\s*$)|ballooned|dwindl\w+|plung\w+|plummet\w*|tumbl\w+|leap\w*|leapt|hik\w+|scal\w+|eas\w+|rebound\w*|strengthen\w*|weaken\w*|appreciat\w+|depreciat\w+|slow\w*|accelerat\w+)\b",
    re.I,
)
_RANGE_CUE = re.compile(r"\b(?:rang\w+|var\w+|anywhere|between|span\w*|aged?|ages)\b", re.I)


def _is_change(text: str, start: int) -> bool:
    """Whether "from A to B" tells of a change: a verb of change stands before it in the sentence."""
    left = text[max(start - 90, 0) : start]
    left = left[max(left.rfind(mark) for mark in (". ", "\n", "; ")) + 1 :]
    return _CHANGE.search(left) is not None and _RANGE_CUE.search(left[-24:]) is None


def lends_thousands(text: str, left: Draft, right: Draft) -> bool:
    """ "10-15,000 people" are 10,000 to 15,000: the written-out thousands are of both ends, if they then lie near each other."""
    if left.numeral.form != "digits" or left.numeral.has_scale or not _THOUSANDS.fullmatch(text, right.numeral.start, right.numeral.end):
        return False
    gap = text[left.after : right.start]
    if right.start < right.numeral.start or not 1 <= left.low < _THOUSAND or not float(left.low).is_integer():
        return False  # "$10 to $15,000" says both in full
    if "o" in gap and sharing.FROM.search(text, max(left.start - 40, 0), left.start):
        return False
    farthest = _FARTHEST if gap.strip() in ("-", "–", "—", "‑") else _FARTHEST_APART
    return left.low * _THOUSAND < right.low <= farthest * left.low * _THOUSAND


_THOUSANDS = re.compile(r"\d{1,3},000")
_THOUSAND, _FARTHEST, _FARTHEST_APART = 1000, 5, 2
