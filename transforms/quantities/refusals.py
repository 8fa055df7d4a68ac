"""Numerals whose wording alone shows that they claim nothing: dates, names, references, scores, ages, idioms.

Two passes: before units are read (so that a refused number lends nothing to its neighbours), and after, for what only
shows beside a unit. The reasons are schema.NOT_CLAIM_REASONS.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.dates.expression import TimeExpression
from transforms.quantities import ages, clock, comparators, contacts, names, wording
from transforms.quantities.drafts import Draft
from transforms.quantities.numeral import Numeral

DROP = "drop"
_DURATION_NEXT = re.compile(r"[ -](?:\w+[ -])?(?:seconds?|minutes?|hours?|days?|weeks?|fortnights?|months?|years?|decades?|centur(?:y|ies))\b", re.I)
_OLD = re.compile(r"[ -]olds?\b|[ -]of[ -]age\b", re.I)
_PERSONS = (
    r"(?:people|persons|those|adults?|children|kids|boys?|girls?|men|women|males|females|voters|workers|residents|americans|anyone|everyone|infants"
    r"|teenagers|youths|population|members|victims|patients|whom|them|none|who|all|most|drivers|players|pupils|students|inhabitants)"
)
_AGED = re.compile(
    r"\b(?:(?:aged|ages?|age of|ages of|under-|over-|the age of)(?: between| from| about| under| over)?(?: \w+ (?:and|to|or))?"
    rf"|{_PERSONS} (?:aged )?(?:under|over|above|below)(?: the age of)?"
    rf"|(?:\b\d+|{_PERSONS}(?: \w+){{0,2}}) (?:is|are|was|were|be|being)(?: all| still| now| mostly| either)? (?:aged|under|over|below|above)"
    r"|[a-z]+ (?:older|younger) than"
    r"|(?:he|she|i|who) (?:was|is|turned|turns)(?: around| about| only| just| nearly| almost)"
    r"|(?:he|she|i|who) (?:turned|turns|will turn)) ?$",
    re.I,
)
_AGE_STOP = re.compile(
    r"(?!%)(?:[.,;:)!?\"”’'—–](?!\d)|$|\n| -| (?!percent|per cent|points?|million|billion|thousand|hundred|seats?|votes?|times|people|cents?"
    r"|(?!is\b|was\b|has\b|says\b|as\b)[a-z]+s\b))"
)
_AGE_SAID = re.compile(r"\b(?:he|she) (?:was|is|will be|would be)(?: only| just| now)? $", re.I)
_AGE_SAID_STOP = re.compile(r"[.,;)](?!\d)|$|\n| (?:and (?:then|he|she|they|has|had|lives?|lived)|but|by|so|when|because|until|at the time)\b")
_AGE_THEN = re.compile(r"(?:\b(?:he|she|i) (?:was|is)|\bwho (?:was|is)|\band|,)(?: only| just| about| around)? $", re.I)
_THEN = re.compile(r" when (?:he|she|i|his|her)\b", re.I)
_LASTING = re.compile(r"\b(?:to|will|would|could|may|might|should|not|must|can|usually|normally) last(?: about| around| some)? $", re.I)
_AGE_AFTER = re.compile(r" (?:and|or) (?:older|over|younger|under|up|above)\b")
_PLACES_AFTER = re.compile(
    r"(?: or (?:so|more))?(?:['’])?(?:,? (?:ago|later|earlier|before|after|prior|beforehand|afterwards?|from now|hence|since|into|until|till"
    r"|to go|previously|on from|out from|down the)\b)",
    re.I,
)
_PLACES_BEFORE = re.compile(
    r"\b(?:(?:past|last|next|previous|coming|first|final|following|preceding|recent|opening|closing|latest|past few|ensuing|intervening|initial)"
    r"|in|after|every|until|before|since|these|those|in (?:about|around|under|just|as little as|less than|more than|over|only|the)"
    r"|after (?:about|around|just|nearly|almost|more than|less than|over|only|the))\s+$",
    re.I,
)
_DURING = re.compile(r"\bduring (?:his|her|its|their|our|my|your|the|those|these)(?: \w+)? $", re.I)
_MORE_TIMES = re.compile(
    r" times (?:as|more|less|fewer|the|that|those|what|its|his|her|their|our|higher|larger|greater|faster|bigger|stronger|better"
    r"|worse|lower|smaller|longer|heavier|likelier|likely|over|deadlier|cheaper|older|hotter|brighter|richer)\b"
    r"|[ -]?fold\b|x\b|[ -]times\b(?= (?:earnings|sales|revenue|leverage))"
)  # fmt: skip
_CALIBRE = re.compile(
    r" ?-?(?:shells?|artillery|howitzers?|mortars?|rounds?|guns?|cannons?|calib(?:er|re)s?|ammunition|ammo|pistols?|rifles?"
    r"|bullets?|machine|tanks?|grenades?|casings?|handguns?|lens(?:es)?|film|projectiles?|munitions?|rockets?)\b"
)
_CALIBRES = frozenset(("mm", "cm", "in"))
_LIST_GAP = re.compile(r" and | or | to |[-–]|, (?:and )?| [A-Z][\w.]* ")
_COUNTED_NEXT = re.compile(r"%| (?:[a-z]+ )?(?:people|men|women|children|percent|per cent|[a-z]+s)\b")
# "five AM radio stations" have no hour
_BROADCAST = re.compile(
    r" (?:AM|FM)(?:,? (?:and|or) (?:[a-z]+|\d+) FM)? (?:radio|stations?|channels?|transmitters?|broadcasters?|frequenc(?:y|ies)|licen[cs]es?)\b"
)
_READING_TIME = re.compile(r"[ -](?:min|minute)s?[ -]read\b")


def before_units(text: str, found: Sequence[Numeral], dates: Sequence[TimeExpression]) -> dict[int, str]:
    """Start of a numeral -> reason, or DROP for what is no quantity at all."""
    spans = sorted((d.start, d.end) for d in dates if d.type in ("DATE", "TIME"))
    refused: dict[int, str] = {}
    covered, why = 0, ""
    at = 0
    for i, numeral in enumerate(found):
        if numeral.start < covered:
            refused[numeral.start] = DROP
            continue
        while at < len(spans) and spans[at][1] <= numeral.start:
            at += 1
        if at < len(spans) and spans[at][0] <= numeral.start and numeral.end <= spans[at][1] + 1 and not _BROADCAST.match(text, numeral.end):
            refused[numeral.start] = "duration_placing" if _DURATION_NEXT.match(text, numeral.end) else DROP
            continue
        earlier = found[i - 1] if i else None
        why, end = _why(text, numeral, earlier, refused.get(earlier.start) if earlier else None)
        if not why and earlier is not None and refused.get(earlier.start) in ("reference", "name") and _carries(text, earlier, numeral):
            why, end = refused[earlier.start], numeral.end
        if why:
            refused[numeral.start] = why
            covered = max(covered, end)
    return refused


def is_station(text: str, expression: TimeExpression) -> bool:
    """ "five AM stations": the wave band, no hour."""
    return expression.type == "TIME" and text[expression.end - 2 : expression.end] == "AM" and _BROADCAST.match(text, expression.end - 3) is not None


def _carries(text: str, earlier: Numeral, numeral: Numeral) -> bool:
    """ "sections 4, 5 and 6", "parts 120-130": a plain number that goes on a list of references."""
    if earlier.form != numeral.form or numeral.has_scale or not _LIST_GAP.fullmatch(text, earlier.end, numeral.start):
        return False
    return _COUNTED_NEXT.match(text, numeral.end) is None


def _why(text: str, numeral: Numeral, earlier: Numeral | None, earlier_reason: str | None) -> tuple[str, int]:
    if numeral.form == "digits" or (numeral.form == "part" and text[numeral.start].isdigit()):
        return (
            contacts.refuse(text, numeral)
            or clock.refuse(text, numeral, earlier, earlier_reason)
            or ages.refuse(text, numeral)
            or names.refuse(text, numeral)
            or ("", 0)
        )
    if numeral.form == "multiplier":
        return wording.idiom(text, numeral) or ("multiplier", numeral.end)
    if numeral.form == "part":
        return wording.part(text, numeral) or ("", 0)
    if names.is_base(text, numeral):
        return "reference", numeral.end
    return ages.refuse(text, numeral) or names.refuse_word(text, numeral) or wording.refuse(text, numeral) or ("", 0)


def _lasts_over(text: str, draft: Draft) -> bool:
    """ "$84 billion over 10 years": the time during which, where "over" is no hedge."""
    before = text[max(draft.start - 5, 0) : draft.start].lower()
    return before == "over " and comparators.before(text, draft.start, is_duration=True) is None


# "(95% confidence interval 4 to 10)", "95% CI: 1.2-3.4": how sure an estimate is, and no figure of its own
_SURE = re.compile(r"(?:[ -](?:confidence|credible)[ -](?:interval|level|limit)|[ -]CI\b)", re.I)
_SURE_BEFORE = re.compile(
    r"(?:\b(?:confidence|credible)[ -]interval|\bCI)s?(?:[:,=]?\s*[\[(]?\s*(?:was |is |of |from |between )?(?:[\d.]+%?\s?(?:to|[-–,])\s?)?)$", re.I
)


def after_units(text: str, draft: Draft) -> str | None:
    """The reason that shows only when unit and range are known."""
    if draft.kind in ("percent", "count") and (
        draft.kind == "percent" and _SURE.match(text, draft.after) or _SURE_BEFORE.search(text, max(draft.start - 48, 0), draft.start)
    ):
        return "reference"
    after = draft.after
    if draft.kind == "duration":
        if _OLD.match(text, after) or _AGED.search(text, max(draft.start - 32, 0), draft.start):
            return "age"
        if _READING_TIME.match(text, draft.end):
            return "furniture"
        if _PLACES_AFTER.match(text, after):
            return "duration_placing"
        if text[draft.end : draft.end + 1] != "-" and _DURING.search(text, max(draft.start - 24, 0), draft.start) or _lasts_over(text, draft):
            return "duration_placing"
        if _LASTING.search(text, max(draft.start - 24, 0), draft.start):
            return None
        if text[draft.end : draft.end + 1] != "-" and _PLACES_BEFORE.search(text, max(draft.start - 32, 0), draft.start):
            return "duration_placing"
        return None
    if draft.kind == "count":
        if _MORE_TIMES.match(text, draft.end):
            return "multiplier"
        if draft.high < 111 and _AGE_STOP.match(text, draft.end) and _AGED.search(text, max(draft.start - 48, 0), draft.start):
            return "age"
        if draft.high < 111 and _AGE_SAID_STOP.match(text, draft.end) and _AGE_SAID.search(text, max(draft.start - 24, 0), draft.start):
            return "age"
        if draft.high < 111 and _THEN.match(text, draft.end) and _AGE_THEN.search(text, max(draft.start - 20, 0), draft.start):
            return "age"
        if 5 <= draft.high < 121 and _AGE_AFTER.match(text, draft.end):
            return "age"
        if draft.numeral.form == "digits" and text[draft.end : draft.end + 1].isalpha():
            return names.glued(text, draft.end)
        return None
    if draft.kind == "measure" and draft.unit in _CALIBRES and _CALIBRE.match(text, after):
        return "name"
    return None
