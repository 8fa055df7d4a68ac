"""When a source said a number, and which time the number is about, out of the time expressions around it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from transforms.attribution.attribution import Attribution
from transforms.claims import comparing, governing, reach, saying, spans
from transforms.claims.description import Description
from transforms.claims.intervals import between, ends, single
from transforms.claims.kinds import HARM
from transforms.dates.expression import TimeExpression
from transforms.language.document import Document, Sentence
from transforms.quantities.quantity import Quantity

if TYPE_CHECKING:
    from spacy.tokens import Token

_POINTS_BACK = re.compile(
    r"\b(?:(?:in|during|over|for|within|through(?:out)?)\s+(?:the\s+same|that|this\s+same)\s+(?:time|period|span|stretch|timeframe|time\s+frame|interval)|in\s+the\s+same\s+period|meanwhile\s+in\s+that\s+time)\b",
    re.IGNORECASE,
)
_SINCE_THEN = re.compile(r"\bsince\s+(?:then|that\s+(?:day|time|date)|its\s+start)\b", re.IGNORECASE)
# "40,000 have died since", "have since died": since what was told last
_SINCE_IT = re.compile(
    r"\b(?:ever\s+)?since\s*(?=[.!?;,)”\"]|$)|\b(?:has|have|had)\s+since\s+(?:been\s+)?[a-z]{2,}(?:ed|en|wn|ne|t|d|g|n|m|e)\b", re.IGNORECASE
)
_FIGURES_FOR = re.compile(
    r"\b(?:figures|data|statistics|results|accounts|numbers|estimates?|reports?)\b[^,;]{0,30}\sfor\s+(?:the\s+)?$", re.IGNORECASE
)
_UNTIL_THEN = re.compile(r"\b(?:until|till|by)\s+then\b", re.IGNORECASE)
_BEGINS = re.compile(r"(?:the\s+)?(?:beginning|start)\s+of\b", re.IGNORECASE)
_POINTER = re.compile(r"\b(?:same|that)\s+(?:period|time)\b", re.IGNORECASE)
# a day that nothing names: an hour of it, or a word that points to it
_DAYLESS = re.compile(
    r"(?:about\s+|around\s+)?(?:\d{1,2}(?:[:.]\d\d)*(?:\s?[ap]\.?m\.?)?|noon|midnight)(?:\s+(?:local\s+time|GMT|UTC|[A-Z]{2,4}T))?|(?:on\s+)?(?:the\s+same|that)\s+(?:day|night|morning|evening|afternoon)",
    re.IGNORECASE,
)
_SAME_DAY = re.compile(r"\b(?:that|the)\s+(?:very\s+)?same\s+day\b", re.IGNORECASE)
_DAYS_BACK = 5
_UP_TO = re.compile(r"\b(?:by|as\s+of|until|till|up\s+to|through)\s+(?:about\s+|around\s+)?$", re.IGNORECASE)
_AT_THAT_TIME = re.compile(r"[^;]{0,80}\bat\s+(?:that|the)\s+time\b")
# "12 of them in the single day before the vote"
_OWN_DAY = re.compile(
    r"\s+(?:[a-z]+\s+){0,3}?(?:in|over|during|within)\s+(?:the|a|an|one)\s+(?:(?:single|very|last|final|whole|full)\s+)?(?:hours?|days?|nights?|weeks?|months?)\s+(?:before|after|since|until|of)\b"
)
# "after a fire in Brod in August, causing damage to 60 cars": what the fire did
_DOING = re.compile(
    r",\s+(?:causing|killing|injuring|wounding|leaving|destroying|damaging|displacing|forcing|flooding|burying|claiming)\b[^,;]{0,60}"
)
# a clause of circumstance, and nothing that ends it before the date
_WHEN_CLAUSE = re.compile(r"\b(?:when|after)\s+(?:an?|the|his|her|its|their|two|three|several|heavy|[a-z]+)\s[^;:\n]*$", re.IGNORECASE)
_CLAUSE = 240
_HOUR = re.compile(r"[\d:.]+\s*(?:[ap]\.?m\.?|GMT|EST|EDT)?", re.IGNORECASE)
_SENTENCES_BACK = 8
_SAID_NEARBY = 3000
_WEAKEST = 8


def stated_on(document: Document, attribution: Attribution, dates: Sequence[TimeExpression]) -> tuple[str | None, TimeExpression | None]:
    """The day on which the source said it, as an ISO day, month or year, and the time expression that says so.

    Without a date of its own current reporting is of the publication day. None without a source, and where it was said
    on an unknown earlier day.
    """
    if attribution.source is None:
        return None, None
    index = attribution.sentence
    if index is not None:
        sentence = document.sentences[index]
        within = _within(dates, sentence.start, sentence.end)
        # "the 6 p.m. update on Monday": an hour alone says less than the day beside it
        for expression in sorted(within, key=lambda d: bool(_HOUR.fullmatch(d.text))):
            is_told = saying.dates_saying(document, expression, attribution) or saying.dates_document(document, expression, attribution)
            is_told = is_told or saying.told_as_of(document, expression, attribution)
            if _is_past(expression, document) and (is_told or saying.dates_report(document, expression, attribution)):
                return single(expression, document.published), expression
        if saying.was_before(document, attribution, sentence):
            return None, None
    elsewhere = _said_nearby(document, attribution, dates)
    if elsewhere is not None:
        return single(elsewhere, document.published), elsewhere
    return (document.published.isoformat() if document.published else None), None


def period(
    document: Document,
    quantity: Quantity,
    dates: Sequence[TimeExpression],
    attribution: Attribution,
    description: Description | None = None,
) -> tuple[str | None, TimeExpression | None]:
    """The time that the number is about as ISO first/last, and the time expression that says so.

    Both are None when neither the sentence nor what it points back to gives one.
    """
    sentence = document.sentence_at(quantity.start)
    if reach.has_no_time(document, quantity):
        return None, None
    if _AT_THAT_TIME.match(document.text, quantity.end, sentence.end):
        told = [d for d in _within(dates, sentence.start, quantity.start) if d.type != "DURATION"]
        if told:
            return _interval(told[-1], ""), told[-1]
    found = _governing(document, quantity, dates, attribution) or _circumstance(document, quantity, dates, attribution, description)
    if found is not None:
        return found
    if _SAME_DAY.search(sentence.text):
        return _same_day(document, sentence, dates)
    if _POINTS_BACK.search(sentence.text):
        return _pointed_back(document, sentence, dates)
    if _OWN_DAY.match(document.text, quantity.end, sentence.end):
        return None, None
    if _SINCE_THEN.search(sentence.text) or _SINCE_IT.search(sentence.text):
        return _from_then(document, sentence, quantity.start, dates, attribution, is_end=False)
    if _UNTIL_THEN.search(sentence.text):
        return _from_then(document, sentence, sentence.start, dates, attribution, is_end=True)
    return None, None


def _within(dates: Sequence[TimeExpression], start: int, end: int) -> list[TimeExpression]:
    """The expressions with days between two positions."""
    first = bisect_left(dates, start, key=_start)
    last = bisect_left(dates, end, key=_start)
    return [d for d in dates[first:last] if d.type in ("DATE", "TIME", "DURATION") and _has_days(d)]


def _start(expression: TimeExpression) -> int:
    return expression.start


def _has_days(expression: TimeExpression) -> bool:
    """Whether anything is known of its days; of a fiscal year the year is."""
    return expression.first is not None or expression.last is not None or (expression.value or "").startswith("FY")


def _is_past(expression: TimeExpression, document: Document) -> bool:
    """Whether something can have been said then: a date not after the publication."""
    if expression.type == "DURATION" or expression.first is None:
        return False
    return document.published is None or expression.first <= document.published


def _said_nearby(document: Document, attribution: Attribution, dates: Sequence[TimeExpression]) -> TimeExpression | None:
    """The day on which the same source, earlier in the article, is said to have spoken."""
    if attribution.cue_start is None or not attribution.source:
        return None
    names = _called(attribution.source)
    latest = document.sentence_at(attribution.cue_start).index - 1
    near = _within(dates, max(0, attribution.cue_start - _SAID_NEARBY), attribution.cue_start)
    for expression in reversed([d for d in near if d.first is not None and d.first == d.last]):
        sentence = document.sentence_at(expression.start)
        before = document.text[max(sentence.start, expression.start - 30) : expression.start]
        told = saying.SAID_WHEN.search(before) or (sentence.index == latest and saying.MET_WHEN.search(before))
        told = (
            told
            or saying.SAID_AFTER.match(document.text, expression.end)
            or saying.SAID_THERE.search(document.text, sentence.start, expression.start)
        )
        told = told or saying.OUT_ON.search(before)
        if told and _is_past(expression, document) and _is_recent(expression, document.published):
            if names.search(sentence.text, 0, expression.start - sentence.start):
                return expression
    return None


_SAME = (
    frozenset({"poll", "survey"}),
    frozenset({"study", "report", "paper", "analysis", "findings", "research"}),
    frozenset({"researchers", "scientists", "authors", "team", "study", "findings", "paper"}),
)


def _called(source: str) -> re.Pattern[str]:
    """The last word of the source's name and what the same can be called: "the survey" is the poll, "the team" the researchers."""
    last = source.split()[-1].lower()
    words = sorted({last}.union(*(same for same in _SAME if last in same)))
    return re.compile("|".join(rf"\b{re.escape(word)}" for word in words), re.IGNORECASE)


def _is_recent(expression: TimeExpression, published: date | None) -> bool:
    return published is None or expression.first is None or (published - expression.first).days <= 6


def _governing(
    document: Document, quantity: Quantity, dates_around: Sequence[TimeExpression], attribution: Attribution
) -> tuple[str | None, TimeExpression | None] | None:
    """The period by the date that governs the number in its sentence; None when no date does."""
    sentence = document.sentence_at(quantity.start)
    candidates = _within(dates_around, sentence.start, sentence.end)
    outside = [d for d in candidates if (d.end <= quantity.start or quantity.end <= d.start) and not _POINTER.search(d.text)]
    eligible = [d for d in outside if not _is_dayless(document, d, dates_around) and _can_date(document, d, quantity, attribution)]
    if not eligible:
        return None
    number = document.span(quantity.start, quantity.end).root
    scored = []
    for expression in eligible:
        root = governing.root_of(document, expression)
        gap = min(abs(expression.start - quantity.end), abs(quantity.start - expression.end))
        distance = _distance(document, expression, quantity, number, root)
        scored.append((distance, gap, expression.start, expression, root))
    best = min(scored, key=lambda entry: entry[:3])
    if best[0] > _WEAKEST:
        return None
    if _is_of_today(document, quantity, number, dates_around, best[0]):
        return None
    expression = best[3]
    both = spans.both_ends(document, expression, candidates)
    if both is not None:
        return both
    if reach.precedes_when(document, expression) and not (quantity.end <= expression.start and governing.follows_since(document, expression)):
        return _interval(expression, ""), expression
    bound = governing.bound(document, expression, best[4], number)
    if bound == "open" and governing.within_since(document, expression, quantity.start):
        bound = ""
    if not bound and expression.end < quantity.start and _SINCE_IT.search(document.text, expression.end, sentence.end):
        bound = "open"
    return _interval(expression, bound), expression


def _circumstance(
    document: Document, quantity: Quantity, dates: Sequence[TimeExpression], attribution: Attribution, description: Description | None
) -> tuple[str | None, TimeExpression | None] | None:
    """ "Nine people died and 12 were hurt when a bus crashed on Sunday": the day of what harmed them, wherever the parser hangs the clause."""
    if description is None or description.metric not in HARM:
        return None
    sentence = document.sentence_at(quantity.start)
    for expression in _within(dates, quantity.end, sentence.end):
        between = document.text[quantity.end : expression.start]
        if expression.type == "DURATION" or len(between) > _CLAUSE or not _WHEN_CLAUSE.search(between):
            continue
        if reach.is_counted_from(document, expression) or not _is_past(expression, document):
            continue
        if saying.dates_saying(document, expression, attribution) or saying.dates_other_saying(document, expression, quantity):
            continue
        return _interval(expression, ""), expression
    return None


def _is_dayless(document: Document, expression: TimeExpression, dates: Sequence[TimeExpression]) -> bool:
    """Whether no day is known for "at 13:40" or "on the same day" but by default that of the publication; "by noon" is up to now."""
    if not _DAYLESS.fullmatch(expression.text) or expression.first != document.published:
        return False
    earlier = dates[: bisect_left(dates, expression.start, key=_start)]
    if expression.anchor != "publication" and any(d.precision in ("day", "time") and not _DAYLESS.fullmatch(d.text) for d in earlier):
        return False
    return not _UP_TO.search(document.text[max(0, expression.start - 24) : expression.start])


def _is_what_it_did(document: Document, expression: TimeExpression, quantity: Quantity) -> bool:
    """ "after a fire in August, causing damage to 60 cars": the harm is of the date that stands right before it."""
    return expression.end < quantity.start and bool(_DOING.fullmatch(document.text, expression.end, quantity.start))


def _opens_figures(document: Document, expression: TimeExpression, quantity: Quantity) -> bool:
    """ "In the third quarter, the firm said it lost 4 million": of the loss, though the parser hangs it on "said"."""
    if quantity.start < expression.end:
        return False
    return saying.is_reported_on(document, expression) and saying.opens(document, expression) or saying.opens_up_to(document, expression)


def _are_figures_for(document: Document, expression: TimeExpression, quantity: Quantity) -> bool:
    """ "The figures for the first quarter show": whatever they show is of then."""
    return quantity.start > expression.end and bool(_FIGURES_FOR.search(document.text[max(0, expression.start - 60) : expression.start]))


def _distance(document: Document, expression: TimeExpression, quantity: Quantity, number: Token, root: Token) -> int:
    if comparing.is_own(document, expression, quantity):
        return -1
    if governing.opens_sentence(document, expression) and quantity.start > expression.end:
        return min(governing.distance(number, root), 4)
    if _are_figures_for(document, expression, quantity) or governing.follows_beginning(document, expression) and quantity.start > expression.end:
        return min(governing.distance(number, root), 5)
    if _is_what_it_did(document, expression, quantity) or _opens_figures(document, expression, quantity):
        return min(governing.distance(number, root), 4)
    return governing.distance(number, root)


def _can_date(document: Document, expression: TimeExpression, quantity: Quantity, attribution: Attribution) -> bool:
    """Whether neither a saying nor the other half of a comparison claims the date."""
    if comparing.is_own(document, expression, quantity):
        return True
    if saying.dates_saying(document, expression, attribution) or saying.dates_other_saying(document, expression, quantity):
        return False
    if comparing.is_of_other(document, expression, quantity) or comparing.is_base(document, expression, quantity):
        return False
    if quantity.start < expression.start and reach.precedes_when(document, expression) and governing.follows_since(document, expression):
        return False
    if governing.opens_sentence(document, expression) or _are_figures_for(document, expression, quantity):
        return True
    if _is_what_it_did(document, expression, quantity):
        return True
    return not reach.is_apart(document, expression, quantity)


def _is_of_today(document: Document, quantity: Quantity, number: Token, dates: Sequence[TimeExpression], nearest: int) -> bool:
    """Whether "now" governs the number more closely than any date does ("in 2020 we had 12; now we have three")."""
    sentence = document.sentence_at(quantity.start)
    first, last = bisect_left(dates, sentence.start, key=_start), bisect_left(dates, sentence.end, key=_start)
    return any(d.value == "PRESENT_REF" and governing.distance(number, governing.root_of(document, d)) < nearest for d in dates[first:last])


def _interval(expression: TimeExpression, bound: str) -> str | None:
    """The interval of one expression: its days, or only the end that "since" or "by" gives."""
    first, last = ends(expression)
    if expression.type != "DURATION":
        if bound == "open":
            return between(first, "")
        if bound == "before" or (bound == "close" and _BEGINS.match(expression.text)):
            return between("", first)
        if bound == "close":
            return between("", last)
    return between(first, last)


def _pointed_back(document: Document, sentence: Sentence, dates: Sequence[TimeExpression]) -> tuple[str | None, TimeExpression | None]:
    """The period that "the same period" points back to: the nearest one before that begins or lasts."""
    for index in range(sentence.index - 1, max(sentence.index - 1 - _SENTENCES_BACK, -1), -1):
        earlier = document.sentences[index]
        for expression in _within(dates, earlier.start, earlier.end):
            root = governing.root_of(document, expression)
            before = document.text[max(earlier.start, expression.start - 30) : expression.start]
            if saying.SAID_WHEN.search(before):
                continue
            main = root.doc[:].root
            bound = governing.bound(document, expression, root, main)
            both = spans.both_ends(document, expression, _within(dates, earlier.start, earlier.end))
            if both is not None:
                return both
            if bound == "open" or expression.type == "DURATION" or expression.precision not in ("day", "time"):
                return _interval(expression, bound), expression
    return None, None


def _same_day(document: Document, sentence: Sentence, dates: Sequence[TimeExpression]) -> tuple[str | None, TimeExpression | None]:
    """ "made that same day": the day named last, few sentences back."""
    first = document.sentences[max(sentence.index - _DAYS_BACK, 0)].start
    for expression in reversed(_within(dates, first, sentence.start)):
        if expression.precision == "day" and expression.type == "DATE" and not _DAYLESS.fullmatch(expression.text):
            return _interval(expression, ""), expression
    return None, None


def _from_then(
    document: Document, sentence: Sentence, until: int, dates: Sequence[TimeExpression], attribution: Attribution, is_end: bool
) -> tuple[str | None, TimeExpression | None]:
    """The time after, or up to, the date named last before the place, two sentences back at most, other than that of a saying."""
    first = document.sentences[max(sentence.index - 2, 0)].start
    for expression in reversed(_within(dates, first, until)):
        before = document.text[max(first, expression.start - 30) : expression.start]
        if expression.start >= sentence.start and saying.dates_saying(document, expression, attribution):
            continue
        if expression.last is not None and expression.type != "DURATION" and not saying.SAID_WHEN.search(before):
            last = ends(expression)[1]
            return (between("", last) if is_end else between(last, "")), expression
    return None, None
