"""Results of a poll that go on without a cue: "The Orlo poll shows a close race. Roe leads, 46 percent to 44 percent."

Only shares and points of those asked or of candidates, beside the sentence that names the poll; votes that were cast are no poll's.
"""

from __future__ import annotations

import re

from transforms.attribution.attribution import NONE, Attribution
from transforms.language.document import Document

_UNIT = r"\s*-?(?:%|per\s?cent\b|(?:percentage\s+)?points?\b)"
_SHARE = re.compile(rf"{_UNIT}|(?:\s+(?:percent|%))?\s*(?:to|-|–|versus|vs\.?)\s+(?:[\w.]+['’]s?\s+)?\d[\d.]*{_UNIT}", re.IGNORECASE)
_OWN_UNIT = re.compile(rf"{_UNIT}$", re.IGNORECASE)
_SECOND = re.compile(r"(?:%|\bpercent)\s*(?:to|-|–|versus|vs\.?)\s+(?:[\w.]+['’]s?\s+)?$", re.IGNORECASE)
# those who are asked, how they choose, and how the candidates stand
_RESULT = re.compile(
    r"\b(?:voters?|respondents?|registered|surveyed|polled|approv(?:e[ds]?|al|ing)|disapprov\w+|favou?r(?:s|ed|ing|able|ably)?|unfavou?rabl[ey]|undecided|unsure|leads?|led|leading|trails?|trailed"
    r"|trailing|ahead|behind|edges?|bests?|beats?|wins|defeats?|tied|s(?:aid|ay)\s+they|prefer\w*|matched|match-?up|head-to-head|hypothetical|Democrats|Republicans|independents|support(?:s|ed|ing|ers?)?|receive[ds]?|garner(?:s|ed)?)\b"
)
# what is counted and not asked
_COUNTED = re.compile(
    r"\b(?:turnout|counted|precincts?|ballots|returns|exit|elected|won|delegates?|unemployment|inflation|shares?|stocks?|index|revenues?|sales|profits?|wages?|tax(?:es)?|budget|according|margin|sampling)\b",
    re.IGNORECASE,
)
_WORD = r"[A-Z][\w&’'./-]*"
_NAME = rf"((?:{_WORD})(?:\s+(?:(?:of|and|for)\s+)?{_WORD}){{0,6}})"
_NAMINGS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b[Ii]ncluding\s+one\s+(?:[a-z]+\s+){{0,3}}?(?:from|by)\s+(?:the\s+)?{_NAME}",
        rf"\b(?:[Pp]oll|[Ss]urvey),?\s+(?:(?:conducted|released|taken|published|commissioned)\s+)?(?:by|from)\s+(?:the\s+)?{_NAME}",
        rf"\b((?:{_WORD}\s+){{1,6}}(?:(?:(?!(?:the|an?|this|that|our|its|his|her|their|one|each|every|latest|last|next)\b)[a-z]+\s+)?(?:poll|survey)\b|(?:polling\s+)?average\s+of\b[^.,;]{{0,40}}?\bpolls\b|head-to-head\s+match-?up\b))",
    )
)
# "In the May poll", "A Monday survey", "Another Orlo poll": what comes before the name
_OPENING = re.compile(
    r"(?:(?:The|In|An?|Another|Its|Their|One|This|That|Each|Every|New|By|For|Since|According|When|While|But|And|So|Still|Yet|Recent|Latest|Most|However,"
    r"|(?:January|February|March|April|May|June|July|August|September|October|November|December)(?:['’]s)?|(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\."
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:['’]s)?)\s+)*"
)
_BACK = 2


def goes_on(document: Document, start: int, end: int, before: Attribution | None, last: int = 0) -> Attribution:
    """The attribution of a number without a cue to the poll whose results its sentence plainly goes on telling; else NONE.

    `before` is the attribution of the number before, which begins at `last`.
    """
    sentence = document.sentence_at(start)
    if document.quotation_at(start) is not None or not _is_share(document.text, start, end):
        return NONE
    if not _tells_result(sentence.text):
        return NONE
    if before is not None and before.sentence is not None and _is_polls(before) and document.sentence_at(last).index >= sentence.index - 1:
        is_many = any(word.lower() in ("polls", "surveys") for word in (before.source or "").split())
        return (_named(document, before.sentence) if is_many else None) or before
    for index in range(sentence.index, max(sentence.index - _BACK, 0) - 1, -1):
        found = _named(document, index)
        if found is not None:
            return found
        if index < sentence.index and not _tells_result(document.sentences[index].text):
            break
    return NONE


def _is_share(text: str, start: int, end: int) -> bool:
    """ "46 percent", "52.6 to 40.2 percent", the second of "46 percent to 44", "by 4 points"."""
    return bool(_OWN_UNIT.search(text[start:end]) or _SHARE.match(text, end) or _SECOND.search(text[max(0, start - 30) : start]))


def _tells_result(sentence: str) -> bool:
    return _RESULT.search(sentence) is not None and _COUNTED.search(sentence) is None


def _is_polls(said: Attribution) -> bool:
    words = (said.source or "").lower().split()
    return (
        said.quote == "indirect"
        and any(word in ("poll", "survey", "polls") for word in words)
        or said.cue_text in ("poll", "survey", "Poll", "Survey")
    )


def _named(document: Document, index: int) -> Attribution | None:
    """The poll or pollster that the sentence names."""
    sentence = document.sentences[index]
    for naming in _NAMINGS:
        match = naming.search(sentence.text)
        opening = _OPENING.match(match[1]) if match is not None else None
        if match is None or opening is None or opening.end() == len(match[1]) or not match[1][opening.end()].isupper():
            continue
        name = match[1][opening.end() :].rstrip(".,'’/-").removesuffix("'s").removesuffix("’s")
        start = sentence.start + match.start(1) + opening.end()
        end = start + len(name)
        return Attribution(
            source=name, source_text=name, source_start=start, source_end=end, cue_text="poll",
            cue_start=start, cue_end=end, quote="indirect", commitment="says", sentence=index,
        )  # fmt: skip
    return None
