"""Results of a poll that go on without a cue: "The Orlo poll shows a close race. Roe leads, 46 percent to 44 percent."

A poll that a sentence names stays open as long as sentences go on telling its results; only shares and points of those asked or
of candidates are its results. Votes that were cast are no poll's.
"""

from __future__ import annotations

import re
from dataclasses import replace

from transforms.attribution.attribution import NONE, Attribution
from transforms.language.document import Document

_UNIT = r"\s*-?(?:%|per\s?cent\b|(?:percentage\s+)?points?\b)"
_SHARE = re.compile(rf"{_UNIT}|(?:\s+(?:percent|%))?\s*(?:to|-|–|versus|vs\.?)\s+(?:[\w.]+['’]s?\s+)?\d[\d.]*{_UNIT}", re.IGNORECASE)
_OWN_UNIT = re.compile(rf"{_UNIT}$", re.IGNORECASE)
_SECOND = re.compile(r"(?:%|\bpercent)\s*(?:to|-|–|versus|vs\.?)\s+(?:[\w.]+['’]s?\s+)?$", re.IGNORECASE)
# "half of the respondents", "two-thirds said", "four in 10 likely voters": shares without a unit
_ASKED = (
    r"(?:respondents|those\s+(?:who|surveyed|polled|asked|questioned)|Democrats|Republicans|independents"
    r"|(?:(?:likely|registered|adult|young|older|female|male)\s+)*(?:voters|adults|supporters|backers|Americans|women|men|people))\b"
)
_PART = re.compile(r"\b(?:half|thirds?|quarters?|fifths?|(?:in|out\s+of)\s+(?:\d+|[a-z]+))$", re.IGNORECASE)
_OPINES = (
    r"(?:said|say|felt|feel|thought|think|believed?|want(?:ed)?|would|chose|choose|picked|opposed?|back(?:ed)?|trust(?:ed)?|(?:dis)?agreed?"
    r"|(?:dis)?approved?|answered|named|cited|rated|favou?r(?:ed)?|prefer(?:red)?|support(?:ed)?|found|did\s*n[o’']t|do\s+not|plan(?:ned)?)\b"
)
_PART_OF = re.compile(rf"\s+(?:of\s+)?(?:the\s+|all\s+)?(?:{_ASKED}|{_OPINES})")
# the share is that of those who were asked: "12 percent of women said", "9 percent would"
_ANSWER = re.compile(
    rf"(?:\s*(?:percent|per\s?cent|%))?\s*(?:of\s+(?:[\w’'-]+\s+){{1,6}}?)?(?:\w+ly\s+)?{_OPINES}|\s*(?:of|among)\s+(?:the\s+|all\s+)?(?:respondents|those\s+(?:surveyed|polled|asked))\b"
)
# those who are asked, how they choose, and how the candidates stand
_RESULT = re.compile(
    r"\b(?:voters?|respondents?|registered|surveyed|polled|approv(?:e[ds]?|al|ing)|disapprov\w+|favou?r(?:s|ed|ing|able|ably)?|unfavou?rabl[ey]|undecided|unsure|leads?|led|leading|trails?|trailed"
    r"|trailing|ahead|behind|edges?|bests?|beats?|wins|defeats?|tied|dead\s+heat|s(?:aid|ay)\s+they|prefer\w*|matched|match-?up|head-to-head|hypothetical|Democrats|Republicans|independents|supporters|back(?:s|ed|ing|ers)|oppose[ds]?|support(?:s|ed|ing)?|receive[ds]?|garner(?:s|ed)?|gets?|comes?\s+in|came\s+in"
    rf"|(?:second|third|fourth|fifth|last)(?:\s+place)?\s+(?:with|at)|followed\s+by|(?:%|percent|half|thirds|quarters)\s+{_OPINES})"
)
# what is counted and not asked
_COUNTED = re.compile(
    r"\b(?:turnout|counted|precincts?|ballots|returns|exit|elected|won(?!\s+out)|delegates?|unemployment|inflation|shares?|stocks?|index|revenues?|sales|profits?|wages?|tax(?:es)?|budget|according|margins?|sampling)\b",
    re.IGNORECASE,
)
_MENTION = re.compile(r"\b(?:poll|survey|pollsters?|respondents|participants)\b", re.IGNORECASE)
_WORD = r"[A-Z][\w&’'./-]*"
_NAME = rf"((?:{_WORD})(?:\s+(?:(?:of|and|for)\s+)?{_WORD}){{0,6}})"
_MADE = r"(?:conducted|released|taken|published|commissioned|carried\s+out|done)"
_NAMINGS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b[Ii]ncluding\s+one\s+(?:[a-z]+\s+){{0,3}}?(?:from|by)\s+(?:the\s+)?{_NAME}",
        rf"\b(?:[Pp]oll|[Ss]urvey),?\s+(?:{_MADE}\s+(?:(?:on\s+)?\w+\s+)?)?(?:by|from)\s+(?:the\s+)?{_NAME}",
        rf"\b(?:[Pp]oll|[Ss]urvey),?\s+{_MADE}\s+for\s+(?:the\s+)?{_NAME}",
        rf"\b((?:{_WORD}\s+){{1,6}}(?:(?:(?!(?:the|an?|this|that|our|its|his|her|their|one|each|every|latest|last|next)\b)[a-z]+\s+)?(?:[Pp]oll|[Ss]urvey)\b|(?:polling\s+)?average\s+of\b[^.,;]{{0,40}}?\bpolls\b|head-to-head\s+match-?up\b))",
        rf"\b{_NAME}\s+(?:also\s+)?(?:conducted\s+(?:the|an?)\s+(?:[a-z]+\s+){{0,2}}(?:poll|survey)\b|(?:surveyed|polled)\s+(?:(?:about|more\s+than|some|nearly|over)\s+)?(?:\d|[a-z]+\b))",
    )
)
# a poll without a name: "a new national poll", "The survey"
_NAMELESS = re.compile(
    r"\b(?:[Aa]n?|[Tt]he|[Oo]ne|[Aa]nother|[Tt]his)\s+((?:(?!exit|straw|earlier|previous|prior|last|same|first|older)[a-z][\w-]*\s+){0,3}?(?:poll|survey))\b(?!\s+(?:station|worker|watcher|tax|respondents?)|\s+of\s+(?:the\s+)?(?:ship|site|damage|area|land|sky))"
)
# "In the May poll", "A Monday survey", "Another Orlo poll": what comes before the name
_OPENING = re.compile(
    r"(?:(?:The|In|An?|Another|Its|Their|One|This|That|Each|Every|New|By|For|Since|According|When|While|But|And|So|Still|Yet|Recent|Latest|Most|However,"
    r"|(?:January|February|March|April|May|June|July|August|September|October|November|December)(?:['’]s)?|(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\."
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:['’]s)?)\s+)*"
)
_MONTH_ONLY = re.compile(
    r"(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.?|January|February|March|April|May|June|July|August|September|October|November|December"
)
# how many sentences back the poll can be named, and how many of them in a row may speak of something else
_BACK = 12
_ASIDE = 1


def goes_on(document: Document, start: int, end: int, before: Attribution | None, last: int = 0) -> Attribution:
    """The attribution of a number without a cue to the poll whose results its sentence plainly goes on telling; else NONE.

    `before` is the attribution of the number before, which begins at `last`.
    """
    sentence = document.sentence_at(start)
    if document.quotation_at(start) is not None or not _is_share(document.text, start, end):
        return NONE
    if not (_tells_result(sentence.text) or _ANSWER.match(document.text, end)):
        return NONE
    if before is not None and before.sentence is not None and _is_polls(before) and document.sentence_at(last).index >= sentence.index - 1:
        found = (_named(document, before.sentence) if _is_loose(before.source or "") else None) or before
    else:
        found = _open(document, sentence.index) or NONE
    return replace(found, implied=found.source is not None)


def _open(document: Document, index: int) -> Attribution | None:
    """The poll that the sentence or one before it names, where all between tell of it but for asides."""
    nameless = None
    aside = 0
    for i in range(index, max(index - _BACK, 0) - 1, -1):
        found = _named(document, i)
        if found is not None:
            return found
        nameless = nameless or _nameless(document, i)
        text = document.sentences[i].text
        aside = 0 if _tells_result(text) or _MENTION.search(text) else aside + 1
        if aside > _ASIDE:
            break
    return nameless


def _is_share(text: str, start: int, end: int) -> bool:
    """ "46 percent", "52.6 to 40.2 percent", the second of "46 percent to 44", "by 4 points", "half of the respondents"."""
    number = text[start:end]
    if _PART.search(number) and _PART_OF.match(text, end):
        return True
    return bool(_OWN_UNIT.search(number) or _SHARE.match(text, end) or _SECOND.search(text[max(0, start - 30) : start]))


def _tells_result(sentence: str) -> bool:
    return _RESULT.search(sentence) is not None and _COUNTED.search(sentence) is None


def _is_polls(said: Attribution) -> bool:
    words = (said.source or "").lower().split()
    return (
        said.quote == "indirect"
        and any(word in ("poll", "survey", "polls") for word in words)
        or said.cue_text in ("poll", "survey", "Poll", "Survey")
    )


def _is_loose(source: str) -> bool:
    """ "three polls", "results of the latest Orlo poll": words that stand around the poll's name."""
    words = source.lower().split()
    return any(word in ("polls", "surveys") for word in words) or words[:1] in (["results"], ["findings"], ["numbers"], ["data"])


def _named(document: Document, index: int) -> Attribution | None:
    """The poll or pollster that the sentence names."""
    sentence = document.sentences[index]
    for naming in _NAMINGS:
        match = naming.search(sentence.text)
        opening = _OPENING.match(match[1]) if match is not None else None
        if match is None or opening is None or opening.end() == len(match[1]) or not match[1][opening.end()].isupper():
            continue
        if _MONTH_ONLY.fullmatch(match[1].strip()):
            continue
        name = match[1][opening.end() :].rstrip(".,'’/-").removesuffix("'s").removesuffix("’s")
        return _attribution(name, sentence.start + match.start(1) + opening.end(), index)
    return None


def _nameless(document: Document, index: int) -> Attribution | None:
    sentence = document.sentences[index]
    match = _NAMELESS.search(sentence.text)
    return _attribution(match[1], sentence.start + match.start(1), index) if match is not None else None


def _attribution(name: str, start: int, index: int) -> Attribution:
    return Attribution(
        source=name, source_text=name, source_start=start, source_end=start + len(name), cue_text="poll",
        cue_start=start, cue_end=start + len(name), quote="indirect", commitment="says", sentence=index,
    )  # fmt: skip
