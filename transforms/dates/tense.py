"""Whether a sentence speaks of the past or of what is to come, at one place of it; by cheap lexical cues, without a parser."""

from __future__ import annotations

import re

_CLAUSE = re.compile(r"[;:.!?()“”\"]|,\s+(?:but|and|while|which|who|when|as)\b|\bthat\b|\b(?:and|but|while|because|which|who|whose)\b|—|--| – ")
_FUTURE = (
    r"will|won['’]t|shall|['’]ll|would|going\s+to|(?:is|are|was|were|be|been)\s+(?:to|due|set|slated|scheduled|expected|planned|meant|supposed|likely)\b"
    r"|due|scheduled|slated|set\s+to|plan(?:s|ned|ning)?\s+(?:to|for)|expect(?:s|ed|ing)?|hope[sd]?\s+to|intend(?:s|ed)?|aim(?:s|ed)?\s+to|upcoming|starting|beginning|effective|until|expire[sd]?|deadline"
    r"|forecasts?|projects?|projected|may|might|could|can|should|must|agreed\s+to|called\s+for|remain(?:s)?"
)
_PAST = (
    r"was|were|had|did|said|told|went|came|made|took|saw|got|gave|found|began|fell|rose|won|lost|led|held|left|met|sent|kept|hit|cut|shot|struck|broke|became|brought|wrote|ran|spoke|sold|bought|paid|died|has|have|been"
    r"|[a-z]{3,}ed|ago|after|since|earlier"
)
_CUE = re.compile(rf"\b(?:(?P<future>{_FUTURE})|(?P<past>{_PAST}))\b", re.IGNORECASE)
_LONGEST = 160


def direction(sentence: str, start: int, end: int) -> str | None:
    """`past`, `future` or None for the clause around sentence[start:end].

    The cue nearest to the left decides, then, where the clause has none there, the first to the right.
    """
    left = sentence[max(0, start - _LONGEST) : start]
    boundary = None
    for boundary in _CLAUSE.finditer(left):
        pass
    if boundary is not None:
        left = left[boundary.end() :]
    last = None
    for last in _CUE.finditer(left):
        pass
    if last is None:
        last = _CUE.search(sentence, end, min(len(sentence), end + _LONGEST))
    if last is None:
        return None
    return "future" if last["future"] else "past"
