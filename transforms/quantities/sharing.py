"""What numbers take from their neighbours: unit and scale in lists, the currency of a series, the unit left out in a comparison."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from transforms.language import tables
from transforms.quantities import names, units
from transforms.quantities import numeral as numeral_values

if TYPE_CHECKING:
    from transforms.quantities.drafts import Draft

FROM = re.compile(
    r"\b(?:from|anywhere from) (?:about |around |roughly |some |as (?:little|few|low|many|much) as |just |nearly |up to |only "
    r"|(?:the|a|its|their|an?) (?:[a-z]+ ){0,2})?(?:[\d.,]+ ?[-–] ?)?$",
    re.I,
)
_LIST_GAP = re.compile(r",? (?:and|or|to|versus|vs\.?) |, | ?[-–—/] ?|- (?:and|or|to) | to-|-to-|-to |-or-")
_ALIKE = re.compile(r" (?:and|or|versus|vs\.?) |, | ?[-–—/] ?|-(?:to|or)-")
_OF_WHOLE = re.compile(r" of (?:the |its |their |a )(?:total )?")
_TO = re.compile(r" to (?:as (?:much|little|high|low) as |about |around |just |only |nearly |almost )?")
_NO_NOUN = re.compile(r"[.,;:)]|$| (?:in|by|for|on|at|over|since|after|before|from|as|and|but|when|while|during|within|last|this|per)\b")
_THEN = re.compile(
    r" (?:(?:a|one|two|three|five|ten) (?:years?|months?|quarters?|weeks?|decades?) (?:ago|earlier|before)|last (?:year|month|quarter|week))\b"
)
_BARE_STOP = re.compile(r"[.,;:)](?!\d)|$| (?:and|but|when|while|in|on|last|this)\b")
# the names and words between the shares of two rivals
_RIVAL_GAP = re.compile(
    r"[,;]? (?:(?:and|while|but|behind|ahead of|followed by|to|against|with) ){0,2}(?:[A-Z][\w.’'-]* ){1,3}(?:at |with |had |has |got |took |on )?"
)
_RIVAL_REACH, _WHOLE = 60, 100
_SENTENCE_END = re.compile(r"[.!?;\n](?=\s|$)")
_PLAIN_DOLLARS = re.compile(r"(?<!US )(?<!U\.S\. )\b(?:[Dd]ollars?|cents?)$")
_DOLLARS = frozenset(("AUD", "CAD", "NZD", "HKD", "SGD", "TWD", "JMD", "TTD", "FJD", "NAD", "BSD", "BBD"))
_BARE_CURRENCY = re.compile(
    r"(?<=[\d\w] )(pesos?|kroner|kronor|kron[ae]|crowns?|rupees?|francs?|pounds?|dinars?|shillings?|rials?|riyals?|lira|liras)\b"
)
_STEM = 4
_ENDS = 2
_FARTHEST = 5
_HUNDREDS = re.compile(r"(?:two|three|four|five|six|seven|eight|nine)[ -]hundred", re.I)
_HUNDRED = 100.0
_CONVERSION = re.compile(r"[(\[]|\b(?:or|about|worth|equal|equivalent) (?:about |to )?$|, or ")


def share(text: str, drafts: list[Draft]) -> None:
    """Give the drafts, in place, what their neighbours lend them."""
    _share_between(text, drafts)
    _share_backwards(text, drafts)
    _share_forwards(text, drafts)
    _share_sign(text, drafts)
    _share_then(text, drafts)
    _share_parallel(text, drafts)
    _share_rivals(text, drafts)
    _share_race(text, drafts)
    _share_by(text, drafts)
    _share_steps(text, drafts)
    _share_dollars(text, drafts)
    _name_currencies(text, drafts)
    _share_rate(text, drafts)


# " in May and ", " from Cole, "
_PARALLEL = re.compile(
    r" (in|from|to|for|on|at|among|against) (?:the |its |their |an? )?(?![\d])[\w’'.-]+(?: (?!and\b|or\b)[\w’'.-]+){0,3}(?:,| and|, and|;) $"
)
_PARALLEL_REACH = 60


@cache
def _parallel_end(preposition: str) -> re.Pattern[str]:
    """The same preposition with its noun, and no verb of a clause of its own ("and 40 in Norl were hurt")."""
    return re.compile(rf" {preposition} (?!\d)(?![^.,;]{{0,40}}\b(?:were|was|are|is|had|have|has|died|left|came)\b)")


def _share_parallel(text: str, drafts: list[Draft]) -> None:
    """ "rose 12 percent in May and 6 in June", "9 tons to Norl, 6 to Orlo": a bare number before the same preposition."""
    for left, right in pairwise(drafts):
        if left.reason or right.reason or right.unit is not None or right.kind != "count" or right.numeral.form not in ("digits", "words"):
            continue
        if left.unit is None or left.kind not in ("percent", "points", "measure") or not 0 < right.start - left.after < _PARALLEL_REACH:
            continue
        gap = _PARALLEL.fullmatch(text, left.after, right.start)
        if gap is None or right.numeral.has_scale or _parallel_end(gap[1]).match(text, right.end) is None:
            continue
        right.kind, right.unit = left.kind, left.unit
        apply_factor(right, left.factor)


def _share_backwards(text: str, drafts: list[Draft]) -> None:
    """ "80 and 96 cents", "10 to 12 million": from right to left a bare number takes unit and scale of its neighbour."""
    for i in range(len(drafts) - 2, -1, -1):
        left, right = drafts[i], drafts[i + 1]
        if left.reason or right.reason or right.start < left.end:
            continue
        gap = text[left.after : right.start]
        if gap == " — ":
            continue  # "four in 10 — 38 percent — who": an aside, no range
        if left.unit is None and right.kind == "money" and left.numeral.has_scale and _OF_WHOLE.fullmatch(gap):
            left.kind, left.unit = right.kind, right.unit  # 280 million of the 1.5 billion shekels
            continue
        if len(gap) > 9 or not _LIST_GAP.fullmatch(gap) or _says_again(text, drafts, i, gap):
            continue
        _lend_hundreds(text, left, right, gap)
        if left.numeral.form == "vague" or right.numeral.form not in ("digits", "words"):
            continue
        same_sort = left.unit is None or left.unit == right.unit or (left.kind == right.kind == "money" and left.unit_end is not None)
        # "$1.20 a share, or $340 million": what has its own unit and a comma is finished
        finished = left.unit is not None and ("/" in left.unit or "," in gap)
        if right.numeral.has_scale and not left.numeral.has_scale and same_sort and left.numeral.form != "part" and not finished:
            listed = gap.strip() in ("and", "or") and left.unit is None and right.unit is not None
            if gap.strip() != "," and left.numeral.value < 1000 and (left.numeral.value < right.numeral.mantissa or listed):
                numeral_values.rescale(left.numeral, right.numeral.scale)
                left.low = left.high = left.numeral.value if left.low >= 0 else -left.numeral.value
        if left.unit and right.unit and right.unit.startswith(left.unit + "/") and not left.numeral.has_scale:
            if _ALIKE.fullmatch(gap) or gap == " to " and left.factor == right.factor and left.low < right.low <= _ENDS * left.low:
                left.unit = right.unit  # "$62 and $68 per share", "15 cents to 20 cents a share"
        if left.unit is None and right.unit is not None and left.kind == "count":
            if right.kind == "duration" and gap.strip() == ",":
                continue
            stands_before = right.unit_end is not None and right.unit_end <= right.numeral.start
            if stands_before and gap.strip() not in ("-", "–", "—"):
                continue  # 40 and $50: a sign before its number serves no number before it
            left.kind, left.unit = right.kind, right.unit
            apply_factor(left, right.factor)


def _share_between(text: str, drafts: list[Draft]) -> None:
    """ "between US$300 and 400 billion": the sign before the lower end is of both."""
    for left, right in pairwise(drafts):
        if right.reason or left.reason or right.unit or right.kind != "count" or left.kind != "money" or left.numeral.has_scale:
            continue
        has_sign = left.unit_end is not None and left.unit_end <= left.numeral.start
        if has_sign and text[left.after : right.start] == " and " and text[max(left.start - 8, 0) : left.start].lower() == "between ":
            if right.numeral.has_scale or _NO_NOUN.match(text, right.end):
                right.kind, right.unit = left.kind, left.unit


def _lend_hundreds(text: str, left: Draft, right: Draft, gap: str) -> None:
    """ "one or two hundred", "two to three hundred people": the hundreds of the second are of both."""
    word = _HUNDREDS.fullmatch(text, right.numeral.start, right.numeral.end)
    if left.numeral.form != "words" or left.unit or left.numeral.has_scale or word is None or gap not in (" or ", " to ", "-or-", "-to-"):
        return
    if left.numeral.value < right.numeral.value / _HUNDRED and left.numeral.value.is_integer():
        numeral_values.rescale(left.numeral, _HUNDRED)
        left.low = left.high = left.numeral.value
        left.numeral.mantissa, right.numeral.mantissa = left.numeral.value / _HUNDRED, right.numeral.value / _HUNDRED
        right.numeral.scale = _HUNDRED


def _says_again(text: str, drafts: list[Draft], i: int, gap: str) -> bool:
    """ "from 40 to 50, or 25 percent" tells the same in other words; "5, 10, or 15 percent" is a list."""
    return gap.startswith(", or") and not (i and text[drafts[i - 1].after : drafts[i].start] == ", ")


def _share_forwards(text: str, drafts: list[Draft]) -> None:
    """ "from 208 pounds to 193": the second number of a change keeps the unit of the first."""
    for left, right in pairwise(drafts):
        if right.reason or left.reason or right.unit or right.kind != "count" or left.kind not in ("measure", "money", "percent", "duration"):
            continue
        begins = _TO.fullmatch(text, left.after, right.start) and FROM.search(text, max(left.start - 40, 0), left.start)
        if begins and _NO_NOUN.match(text, right.end):
            right.kind, right.unit = left.kind, left.unit
            apply_factor(right, left.factor)


def _share_sign(text: str, drafts: list[Draft]) -> None:
    """ "$10,000-15,000", "£5-10": the sign before the first end of a hyphened range is of both."""
    for left, right in pairwise(drafts):
        if right.reason or left.reason or right.unit or right.kind != "count" or left.kind != "money" or right.numeral.form != "digits":
            continue
        has_sign = left.unit_end is not None and left.unit_end <= left.numeral.start
        if has_sign and text[left.after : right.start] in ("-", "–") and left.low < right.low and "/" not in (left.unit or "/"):
            right.kind, right.unit = left.kind, left.unit
            if right.numeral.has_scale and not left.numeral.has_scale and left.numeral.value < right.numeral.mantissa:
                numeral_values.rescale(left.numeral, right.numeral.scale)
                left.low = left.high = left.numeral.value


def _share_then(text: str, drafts: list[Draft]) -> None:
    """ "24 million tons, up from 13.5 million a year ago": the number it is compared with, in a bare "a year ago" or "last year"."""
    for left, right in pairwise(drafts):
        if right.reason or left.reason or right.unit or right.kind != "count" or left.kind not in ("measure", "money", "percent"):
            continue
        if left.numeral.has_scale != right.numeral.has_scale or left.unit is None or "vague" in (left.numeral.form, right.numeral.form):
            continue
        if left.kind == "percent" and right.low > max(_WHOLE, _FARTHEST * left.low):
            continue  # "fell 30 percent to 229,751 last year": the people
        if left.kind == "money" and not right.numeral.has_scale or right.start - left.after > 60 or not _THEN.match(text, right.end):
            continue
        if _SENTENCE_END.search(text, left.after, right.start) is None:
            right.kind, right.unit = left.kind, left.unit
            apply_factor(right, left.factor)


def _share_rivals(text: str, drafts: list[Draft]) -> None:
    """ "Brandt at 24 percent and Orr at 9", "with 11 percent, behind Brandt's 24": the next one's share is one too."""
    for left, right in pairwise(drafts):
        if right.reason or left.reason or right.unit or right.kind != "count" or left.kind != "percent" or not 0 <= right.low <= _WHOLE:
            continue
        if right.start - left.after <= _RIVAL_REACH and _RIVAL_GAP.fullmatch(text, left.after, right.start) and _BARE_STOP.match(text, right.end):
            right.kind, right.unit = left.kind, left.unit


def _share_race(text: str, drafts: list[Draft]) -> None:
    """ "leads Brandt 48 to 41 among voters": what rivals in a poll have is told in percent, also where nobody says so."""
    for left, right in pairwise(drafts):
        if left.reason or right.reason or left.unit or right.unit or left.kind != "count" or right.kind != "count":
            continue
        if left.low + right.low <= _WHOLE and text[left.after : right.start] == " to " and names.is_of_race(text, left.start, left.end):
            left.kind = right.kind = "percent"
            left.unit = right.unit = "%"


def _share_by(text: str, drafts: list[Draft]) -> None:
    """ "rose by 2 percent but fell by 1": a bare number after a second "by" is in the unit of the first."""
    for left, right in pairwise(drafts):
        if right.reason or left.reason or right.unit or right.kind != "count" or left.kind != "percent" or right.numeral.form != "digits":
            continue
        if right.start - left.after > 60 or text[right.start - 4 : right.start] != " by " or text[max(left.start - 4, 0) : left.start] != " by ":
            continue
        if _BARE_STOP.match(text, right.end) and _SENTENCE_END.search(text, left.after, right.start) is None:
            right.kind, right.unit = left.kind, left.unit


# "96 million euros plus a further 14 million"
_PLUS = re.compile(r" plus (?:a further |an extra |an additional |another |about |up to )?", re.IGNORECASE)
# "31 percent, down one from May"
_UP_OR_DOWN = re.compile(r",? (?:up|down) (?:just |only |about |another )?", re.IGNORECASE)
_STEP_END = re.compile(r"[,;.)](?!\d)|$| (?:from|on|since|and|but|in|compared|while)\b")


def _share_steps(text: str, drafts: list[Draft]) -> None:
    """ "96 million euros plus 14 million" is all money; "31 percent, down one" tells a step in points."""
    for left, right in pairwise(drafts):
        if left.reason or right.reason or right.unit or right.kind != "count":
            continue
        if left.kind == "money" and left.numeral.has_scale and right.numeral.has_scale and _PLUS.fullmatch(text, left.after, right.start):
            right.kind, right.unit = left.kind, left.unit
        elif left.kind == "percent" and _UP_OR_DOWN.fullmatch(text, left.after, right.start) and _STEP_END.match(text, right.end):
            right.kind, right.unit = "points", "pp"


def _name_currencies(text: str, drafts: list[Draft]) -> None:
    """ "the Philippine peso fell to 44 pesos": a bare currency word is the one that the text names with its country."""
    for draft in drafts:
        word = _BARE_CURRENCY.search(text, draft.start, draft.end + 1) if draft.kind == "money" and draft.unit else None
        if word is None or _CONVERSION.search(text, max(draft.start - 12, 0), draft.start):
            continue
        code, _, rate = (draft.unit or "").partition("/")
        named = {other for country, other in _currencies_of(word.group(1).lower()) if country in text}
        if named and code not in named and len(named) == 1:
            draft.unit = f"{named.pop()}/{rate}" if rate else named.pop()


@cache
def _currencies_of(word: str) -> tuple[tuple[str, str], ...]:
    """The adjectives with which the table names a currency word, and the codes: ("Norwegian", NOK) for "kroner"."""
    stem = word.rstrip("s")[:_STEM]
    found = set()
    for row in tables.rows("currencies"):
        country, _, noun = row["text"].rpartition(" ")
        if country[:1].isupper() and noun.lower().startswith(stem):
            found.add((country, row["code"]))
    return tuple(sorted(found))


# between the price of a share and how it moved
_MOVED = re.compile(r",? (?:up|down|off|ahead)(?: by)? |,? (?:(?:up|down) )?from ")


def _share_rate(text: str, drafts: list[Draft]) -> None:
    """ "C$6 (US$4.46) per share", "$66.50 a share, up $1.50": the rate is of both."""
    for left, right in pairwise(drafts):
        if left.kind == right.kind == "money" and _MOVED.fullmatch(text, left.after, right.start):
            if left.unit and right.unit and left.unit == f"{right.unit}/share" and not right.numeral.has_scale:
                right.unit = left.unit
            continue
        if (
            left.kind != right.kind
            or left.kind not in ("money", "measure")
            or text[left.after : right.start] != " ("
            or text[right.after : right.after + 1] != ")"
        ):
            continue
        rate = units.rate_after(text, right.after + 1)
        if rate is not None and left.unit and right.unit and "/" not in left.unit + right.unit:
            left.unit, right.unit = f"{left.unit}/{rate[0]}", f"{right.unit}/{rate[0]}"


def _share_dollars(text: str, drafts: list[Draft]) -> None:
    """ "10 Canadian dollars for adults and 30 dollars for families": plain dollars go on in the sentence's foreign dollars."""
    foreign: Draft | None = None
    for draft in drafts:
        if foreign is not None and _SENTENCE_END.search(text, foreign.after, draft.start):
            foreign = None
        if draft.unit in _DOLLARS:
            foreign = draft
        elif foreign is not None and draft.unit == "USD" and _PLAIN_DOLLARS.search(text, max(draft.start - 6, 0), draft.unit_end or draft.end):
            if not _CONVERSION.search(text, foreign.after, draft.start):
                draft.unit = foreign.unit
        elif draft.unit == "USD":
            foreign = None


def apply_factor(draft: Draft, factor: float) -> None:
    """Multiply the draft's values by its unit's factor to the symbol."""
    if factor != 1.0:
        draft.low, draft.high = numeral_values.exact(draft.low * factor), numeral_values.exact(draft.high * factor)
        draft.factor = factor
