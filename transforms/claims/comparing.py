"""Comparisons: which of two numbers a date belongs to in "up from 80 in 2010" and "from nine to 20 by 2025"."""

from __future__ import annotations

import re

from transforms.dates.expression import TimeExpression
from transforms.dates.lexicon import NUMBERS, either
from transforms.language.document import Document
from transforms.quantities.quantity import Quantity

_WINDOW = 90
_COMPARED = re.compile(
    r"\b(?:from|than|against|versus|compared\s+(?:with|to)|double|triple|twice|half|shy\s+of|short\s+of)\s+(?:the\s+)?(?:(?!to\b)[a-z]+\s+){0,4}"
    rf"(?:[$€£¥]?\d[\d.,]*|(?:{either(NUMBERS)})\b(?!\s+(?:years?|months?|weeks?|days?|hours?)\b))(?:\s?%|\s?(?!to\b|by\b|since\b|until\b)[a-z]+){{0,3}}?(?:\s+who\s+(?:[a-z]+\s+){{1,3}}?[a-z]+)?"
    # "$9 million, or 18 cents a share, a year ago"
    r"(?:,?\s+or\s+[$€£¥]?\d[\d.,]*(?:\s+(?!to\b|in\b|on\b)[a-z]+){1,3},?)?"
    r"(?:\s+(?:in|during|for)\s+(?:an?|the|its|their)\s+(?:[a-z-]+\s+){0,2}[a-z]+)?"
    r"(?:\s+(?:recorded|registered|seen|reported|counted|posted|logged|set|measured|killed|sold))?(?:\s+(?:(?:just\s+|only\s+)?as\s+(?:recently|late)\s+as|in|on|at|as\s+of))?(?:\s+(?:all\s+of|the))?\s+$",
    re.IGNORECASE,
)
_BASE = re.compile(r"\b(than|versus|against|compared\s+(?:with|to)|from)\s+(?:(?:in|on|at|during|that|those|of|for|the)\s+)*$", re.IGNORECASE)
# "twice as much as in 2019"
_AS_MUCH = re.compile(r"\bas\s+(?:much|many|high|large|big|long|often|low)\s+as\s+(?:in|on|at|during)\s+(?:the\s+)?$", re.IGNORECASE)
_OVER = re.compile(r"\bover\s+(?:his|her|its|their|the)\s+$", re.IGNORECASE)
_SPAN = re.compile(r"\s+(?:years?|months?|weeks?|days?|quarter|period|season)")
_EARLIER = re.compile(r"\b(?:earlier|ago|last|previous|prior|preceding|same)\b", re.IGNORECASE)
# "unchanged from September", "up 3 percent from August", "rose 3 percent from 2019"; "will rise from September" begins then
_HEDGED = (
    r"\s+(?:by\s+|of\s+|to\s+)?(?:about\s+|some\s+|nearly\s+|almost\s+)?"
    rf"(?:[$€£¥]?\d[\d.,]*\s?|(?:{either(NUMBERS)})\s)(?:%|[a-z]+(?:\s+(?:points?|[a-z]+))?)?"
)
# "a four-point dip from March"
_STEP_FROM = (
    rf"(?:[\d.]+|{either(NUMBERS)})[-\s](?:percentage[-\s])?(?:points?|percent|per\s?cent)[-\s]"
    r"(?:rise|increase|gain|jump|bump|drop|dip|fall|decline|decrease|slide|improvement)"
)
_MOVED_FROM = re.compile(
    rf"\b(?:{_STEP_FROM}|(?:unchanged|(?:little|no)\s+changed?|flat|steady|stable|up|down|higher|lower|better|worse|improved)(?:{_HEDGED})?"
    rf"|(?:rise|rose|risen|increased?|drop(?:ped)?|fall(?:en)?|fell|declined?|decreased?|gain(?:ed)?|jump(?:ed)?|grew|grown|climb(?:ed)?|slipped|edged\s+(?:up|down)){_HEDGED})"
    # "unchanged from the two polls before, in February"
    r"\s+from\s+(?:the\s+|early\s+|late\s+)?(?:(?:its|their|his|her|the|a)?\s*(?:(?!to\b)[\w’'-]+\s+){0,5}?(?:polls?|surveys?|levels?|figures?|readings?|counts?|results?|reports?|estimates?),?\s+(?:in|of|on|from)\s+(?:[A-Z][a-z]+(?:\s\d+)?,?\s+and\s+(?:in\s+|on\s+)?)?)?$",
    re.IGNORECASE,
)
_MOVES = re.compile(r"\b(?:will|would|to|should|could|may|might|shall)\s+(?:[a-z]+ly\s+|be\s+)?$", re.IGNORECASE)
_GOES_ON = re.compile(r"\s*(?:-|–|to\b|through\b|until\b|on(?:wards?)?\b)", re.IGNORECASE)
# "and the one on Friday 14", "and in June 12 more": after the conjunction nothing but a noun phrase, the date, and its number
_GAPPED = re.compile(
    r"(?:\b(?:and|but|while)|;),?\s+(?:(?!(?:and|but|while)\b)[A-Za-z'’-]+\s+){0,7}?(?:on|in|at|during|as\s+of|by|since)\s+(?:the\s+)?$"
)
_ITS_NUMBER = re.compile(r",?\s+(?:(?:about|around|some|nearly|almost|another|only|just|at\s+least|more\s+than)\s+){0,2}")
_NUMBER_FOLLOWS = re.compile(_ITS_NUMBER.pattern + rf"(?:[$€£¥]?\d|(?:{either(NUMBERS)})\b)", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s+(?:(?:the|a|its|their|current|present|about|some|around|[a-z]+ly)\s+)*$", re.IGNORECASE)
_TO = re.compile(r"(?:\s+[\w%]+){0,2}\s+to\s", re.IGNORECASE)
# "from 10 dollars a ton in 2008 to 30 dollars by 2012": each end of a change with its own date
_CHANGE_END = re.compile(r"\b(from|to)\s+(?:(?:about|around|some|nearly|almost|roughly|just|over|under|only|more\s+than)\s+){0,2}$", re.IGNORECASE)
_OF_END = re.compile(
    r"(?:\s+(?!(?:in|by|on|at|and|or|to|from|was|were|is|are)\b)[a-z-]+){0,7}?\s+(?:in|by|on|at|as\s+of|for)\s+(?:the\s+)?", re.IGNORECASE
)
# "14 in 2021 and 18 in 2023": a list of numbers with a date each
_LISTED = re.compile(
    r"\b(?:in|by|on)\s+(?:\d{4}|(?:January|February|March|April|May|June|July|August|September|October|November|December)(?:\s\d{1,4})?|[A-Z][a-z]+day)"
    r"(?:,|,?\s+and)\s+(?:(?:about|around|some|nearly|almost|just|only|more\s+than)\s+)?$"
)
# "narrowed from March's 20-point gap to 13 points": the first figure alone is of March
_OWN_LEVEL = re.compile(rf"['’]s\s+(?:[a-z-]+\s+)?(?=[$€£¥]?\d|(?:{either(NUMBERS)})\b)", re.IGNORECASE)
_LEVEL_BEFORE = re.compile(r"\b(?:from|than|versus|against|compared\s+(?:with|to))\s+(?:the\s+)?$", re.IGNORECASE)
_SINCE = re.compile(r"(?![^,;]*\b(?:and|but|which|who|that|than)\b)[^,;\d]{0,50}?\bsince\s[^,;\d]{0,60}", re.IGNORECASE)
# "for the first time since records began in 1962": when that began is no time of the number
_SUPERLATIVE = re.compile(
    r"\b(?:first|second|third|last)\s+time\b|\b(?:highest|lowest|largest|smallest|biggest|worst|best|most|least|fastest|slowest)\b", re.IGNORECASE
)


def is_own(document: Document, expression: TimeExpression, quantity: Quantity) -> bool:
    """Whether the date follows the number at once within the second half of a comparison, so that it belongs to it alone."""
    start = _compared_from(document, expression)
    if start is not None and start <= quantity.start < expression.start:
        return True
    if _has_number_at_once(document, expression, quantity) and _gapped_from(document, expression) is not None:
        return True
    if expression.start < quantity.end or expression.start - quantity.end > _WINDOW:
        return False
    text = document.text
    between = text[quantity.end : expression.start]
    if _SINCE.fullmatch(between) and not _SUPERLATIVE.search(between):
        return True
    before = text[max(0, quantity.start - 40) : quantity.start]
    if _LISTED.search(before) and _OF_END.fullmatch(between):
        return True
    lead = _CHANGE_END.search(before)
    if lead is None or not _OF_END.fullmatch(between):
        return False
    return lead[1].lower() == "to" or bool(_TO.match(text, expression.end))


def is_of_other(document: Document, expression: TimeExpression, quantity: Quantity) -> bool:
    """Whether the date belongs to the other number of a comparison, or to the end of a change that this number begins."""
    start = _compared_from(document, expression)
    if start is not None and not start <= quantity.start < expression.start:
        return True
    owned = _OWN_LEVEL.match(document.text, expression.end)
    if owned is not None and _LEVEL_BEFORE.search(document.text, max(0, expression.start - 20), expression.start):
        return quantity.start > owned.end() + 1 or quantity.end < expression.start
    sentence = document.sentence_at(expression.start)
    gap = _gapped_from(document, expression) if quantity.end <= expression.start else None
    if gap is not None and quantity.end <= gap and _NUMBER_FOLLOWS.match(document.text, expression.end):
        return True
    lead = document.text[max(sentence.start, quantity.start - 24) : quantity.start]
    return expression.start > quantity.end and bool(_FROM.search(lead)) and bool(_TO.match(document.text, quantity.end))


def _has_number_at_once(document: Document, expression: TimeExpression, quantity: Quantity) -> bool:
    """Whether the number follows the date at once."""
    return expression.end < quantity.start and bool(_ITS_NUMBER.fullmatch(document.text, expression.end, quantity.start))


def _gapped_from(document: Document, expression: TimeExpression) -> int | None:
    """Where a half begins whose verb is left out up to its date: "and the one on Friday 14"."""
    start = max(document.sentence_at(expression.start).start, expression.start - _WINDOW)
    found = _GAPPED.search(document.text, start, expression.start)
    if found is None or any(token.pos_ in ("VERB", "AUX") for token in document.span(found.start(), found.end())):
        return None
    return found.start()


def _is_moved_from(document: Document, expression: TimeExpression) -> bool:
    """ "unchanged from September", "rose 3 percent from August": the date of what a level is compared with; a day may also be where a rise begins."""
    start = max(document.sentence_at(expression.start).start, expression.start - _WINDOW)
    found = _MOVED_FROM.search(document.text, start, expression.start)
    if found is None or _GOES_ON.match(document.text, expression.end):
        return False
    return not _MOVES.search(document.text, start, found.start())


def is_base(document: Document, expression: TimeExpression, quantity: Quantity) -> bool:
    """Whether the date is only what is compared with: "14 percent more than in May", "up 3 percent from a year earlier"."""
    if _is_moved_from(document, expression):
        return True
    if expression.start < quantity.end:
        return bool(_AS_MUCH.search(document.text, max(0, expression.start - 40), expression.start))
    before = document.text[max(quantity.end, expression.start - 40) : expression.start]
    if _OVER.search(before) and not _SPAN.match(document.text, expression.end):
        return True  # "by 69,000 votes over his 2008 lead"
    match = _BASE.search(before)
    return match is not None and (match[1].lower() != "from" or bool(_EARLIER.search(expression.text)))


def _compared_from(document: Document, expression: TimeExpression) -> int | None:
    """Where the half of a comparison starts that ends with the date."""
    start = max(document.sentence_at(expression.start).start, expression.start - _WINDOW)
    found = _COMPARED.search(document.text, start, expression.start)
    return found.start() if found else None
