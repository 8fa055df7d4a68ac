"""When a source said a number, and which time the number is about, out of the time expressions around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from transforms.attribution.attribution import Attribution
from transforms.claims import governing
from transforms.claims.clauses import SAYING, is_verb
from transforms.claims.description import Description
from transforms.claims.intervals import ends, single
from transforms.dates.expression import TimeExpression
from transforms.language.document import Document, Sentence
from transforms.quantities.quantity import Quantity

_EARLIER = re.compile(r"\b(?:earlier|previously|once|already|repeatedly|in\s+the\s+past|long)\b", re.IGNORECASE)
_HAD = re.compile(r"\b(?:had|['’]d)\s+(?:\w+ly\s+|also\s+|earlier\s+|previously\s+)*$", re.IGNORECASE)
_BESIDE = re.compile(r"[\s,]*(?:(?:\w+\s+)?(?:on|in|at|late|early|earlier|later|over|during)\s+)*", re.IGNORECASE)
_IN_PLACE = re.compile(
    r"[\s,]*(?:(?:in|at|during|to|told|after)\s+(?:an?|the|its|his|her|their|reporters?|journalists?|[A-Z]\w+)(?:\s+[\w'’-]+){0,6}?\s+)(?:on\s+|late\s+|early\s+|earlier\s+|released\s+|published\s+|issued\s+)*"
)
_REPORTING = r"said|says|say|told|announced|reported|stated|declared|confirmed|added|claimed|disclosed|revealed|warned"
_SAID_WHEN = re.compile(rf"\b(?:{_REPORTING})(?:\s+(?:here|in\s+a\s+\w+|late|early|on|earlier))*\s*$", re.IGNORECASE)
_POINTS_BACK = re.compile(
    r"\b(?:(?:in|during|over|for|within|through(?:out)?)\s+(?:the\s+same|that|this\s+same)\s+(?:time|period|span|stretch|timeframe|time\s+frame|interval)|in\s+the\s+same\s+period|meanwhile\s+in\s+that\s+time)\b",
    re.IGNORECASE,
)
_PAIR = re.compile(r"\s*(?:to|until|till|through|and|-|–|—)\s*(?:the\s+)?(?:end\s+of\s+|early\s+|late\s+|mid-?)?", re.IGNORECASE)
_PAIR_BEFORE = re.compile(r"\b(?:from|between)\s+(?:on\s+|in\s+|the\s+|early\s+|late\s+|mid-?)*$", re.IGNORECASE)
_BEGINS = re.compile(r"(?:the\s+)?(?:beginning|start)\s+of\b", re.IGNORECASE)
_COMPARED = re.compile(
    r"\b(?:from|than|against|versus|compared\s+(?:with|to)|over)\s+(?:[a-z]+\s+){0,3}[$€£¥]?[\d.,]+\s?(?:%|\w+){0,1}(?:\s+[a-z]+){0,3}?\s+(?:in|on|at|as\s+of)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_REACHED = re.compile(r"\b(?:from|of)\s+(?:the\s+|a\s+|its\s+|their\s+|current\s+|present\s+|[a-z]+ly\s+)*$", re.IGNORECASE)
_POINTER = re.compile(r"\b(?:same|that)\s+(?:period|time)\b", re.IGNORECASE)
_SENTENCES_BACK = 8
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
        for expression in _within(dates, sentence.start, sentence.end):
            if _is_past(expression, document) and _dates_saying(document, expression, attribution):
                return single(expression), expression
        if _was_before(document, attribution, sentence):
            return None, None
    elsewhere = _said_nearby(document, attribution, dates)
    if elsewhere is not None:
        return single(elsewhere), elsewhere
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
    found = _governing(document, quantity, _within(dates, sentence.start, sentence.end), attribution)
    if found is not None:
        return found
    if _POINTS_BACK.search(sentence.text):
        return _pointed_back(document, sentence, dates)
    return None, None


def _within(dates: Sequence[TimeExpression], start: int, end: int) -> list[TimeExpression]:
    """The expressions with days between two positions."""
    return [d for d in dates if start <= d.start < end and d.type in ("DATE", "TIME", "DURATION") and _has_days(d)]


def _has_days(expression: TimeExpression) -> bool:
    """Whether anything is known of its days; of a fiscal year the year is."""
    return expression.first is not None or expression.last is not None or (expression.value or "").startswith("FY")


def _is_past(expression: TimeExpression, document: Document) -> bool:
    """Whether something can have been said then: a date not after the publication."""
    if expression.type == "DURATION" or expression.first is None:
        return False
    return document.published is None or expression.first <= document.published


def _dates_saying(document: Document, expression: TimeExpression, attribution: Attribution) -> bool:
    """Whether the date is that of the saying: beside the cue or its speaker, or hanging on the cue in the tree."""
    if attribution.cue_start is None or attribution.cue_end is None:
        return False
    text = document.text
    for end in (attribution.cue_end, attribution.source_end):
        if end is not None and end <= expression.start:
            between = text[end : expression.start]
            if _BESIDE.fullmatch(between) or (
                len(between) < 70 and " that " not in between and _IN_PLACE.fullmatch(between) and end == attribution.cue_end
            ):
                return True
    for start in (attribution.cue_start, attribution.source_start):
        if start is not None and expression.end <= start and re.fullmatch(r"(?:['’]s)?,?\s*(?:the\s+|a\s+|an\s+)?", text[expression.end : start]):
            return start == attribution.cue_start or attribution.cue_start <= start or "," not in text[expression.end : start]
    return _hangs_on_cue(document, expression, attribution)


def _hangs_on_cue(document: Document, expression: TimeExpression, attribution: Attribution) -> bool:
    if attribution.cue_start is None or attribution.cue_end is None:
        return False
    if document.sentence_at(attribution.cue_start).index != document.sentence_at(expression.start).index:
        return False
    if _is_quoted_apart(document, expression, attribution.cue_start):
        return False
    host = governing.host_of(governing.root_of(document, expression))
    cue = document.span(attribution.cue_start, attribution.cue_end)
    if host.i not in range(cue.start, cue.end):
        return False
    # a date before the content and before the cue ("On Tuesday, nine died, police said") is the content's
    return expression.start > attribution.cue_start or "," not in document.text[expression.end : attribution.cue_start]


def _is_quoted_apart(document: Document, expression: TimeExpression, cue_start: int | None) -> bool:
    """Whether the date stands in a quotation that doesn't hold the cue."""
    for quotation in document.quotations:
        if quotation.start > expression.start:
            break
        if quotation.holds(expression.start, expression.end):
            return cue_start is None or not quotation.start <= cue_start < quotation.end
    return False


def _was_before(document: Document, attribution: Attribution, sentence: Sentence) -> bool:
    """Whether it was said earlier, on a day that the text doesn't give: "had said", "previously said"."""
    if attribution.cue_start is None or attribution.cue_end is None:
        return False
    before = document.text[max(sentence.start, attribution.cue_start - 30) : attribution.cue_start]
    after = document.text[attribution.cue_end : min(sentence.end, attribution.cue_end + 12)]
    if _HAD.search(before):
        return True
    beside = before.rsplit(",", 1)[-1].split()[-1:] + after.split()[:1]
    return any(_EARLIER.fullmatch(word.strip(",.")) for word in beside)


def _said_nearby(document: Document, attribution: Attribution, dates: Sequence[TimeExpression]) -> TimeExpression | None:
    """The day on which the same source, earlier in the article, is said to have spoken."""
    if attribution.cue_start is None or not attribution.source:
        return None
    name = attribution.source.split()[-1]
    for expression in reversed([d for d in dates if d.end <= attribution.cue_start and d.first is not None and d.first == d.last]):
        before = document.text[max(0, expression.start - 30) : expression.start]
        if _SAID_WHEN.search(before) and _is_past(expression, document):
            sentence = document.sentence_at(expression.start)
            if name in sentence.text and _is_recent(expression, document.published):
                return expression
    return None


def _is_recent(expression: TimeExpression, published: date | None) -> bool:
    return published is None or expression.first is None or (published - expression.first).days <= 6


def _governing(
    document: Document, quantity: Quantity, candidates: list[TimeExpression], attribution: Attribution
) -> tuple[str | None, TimeExpression | None] | None:
    """The period by the date that governs the number in its sentence; None when no date does."""
    outside = [d for d in candidates if (d.end <= quantity.start or quantity.end <= d.start) and not _POINTER.search(d.text)]
    eligible = [d for d in outside if not _dates_saying(document, d, attribution) and not _dates_other_saying(document, d, quantity)]
    if not eligible:
        return None
    number = document.span(quantity.start, quantity.end).root
    scored = []
    for expression in eligible:
        root = governing.root_of(document, expression)
        gap = min(abs(expression.start - quantity.end), abs(quantity.start - expression.end))
        scored.append((governing.distance(number, root), gap, expression.start, expression, root))
    best = min(scored, key=lambda entry: entry[:3])
    if best[0] > _WEAKEST:
        return None
    expression = best[3]
    if _is_of_other(document, expression, quantity):
        return None
    pair = _pair(document, expression, candidates)
    if pair is not None:
        return f"{ends(pair[0])[0]}/{ends(pair[1])[1]}", pair[0]
    return _interval(expression, governing.bound(document, expression, best[4], number)), expression


def _is_of_other(document: Document, expression: TimeExpression, quantity: Quantity) -> bool:
    """Whether the date belongs to the other side of a comparison: "up from 80 in 2010"; "to grow from nine to 20 by 2025"."""
    start = document.sentence_at(expression.start).start
    before = document.text[max(start, expression.start - 70) : expression.start]
    compared = _COMPARED.search(before)
    if compared and not compared.start() <= quantity.start - (expression.start - len(before)) < len(before):
        return True
    following = document.text[quantity.end : quantity.end + 24]
    lead = document.text[max(start, quantity.start - 24) : quantity.start]
    return (
        bool(_REACHED.search(lead))
        and lead.rstrip().lower().rfind("from") >= 0
        and bool(re.match(r"(?:\s+\w+){0,2}\s+to\s", following))
        and expression.start > quantity.end
    )


def _dates_other_saying(document: Document, expression: TimeExpression, quantity: Quantity) -> bool:
    """Whether the date is that of a verb of saying which the number's attribution doesn't name ("he said on Monday")."""
    sentence = document.sentence_at(expression.start)
    before = document.text[max(sentence.start, expression.start - 30) : expression.start]
    if _SAID_WHEN.search(before):
        return True
    if document.published is not None and expression.first is not None and expression.first > document.published:
        return False
    if _is_quoted_apart(document, expression, None):
        return False
    host = governing.host_of(governing.root_of(document, expression))
    if host.lemma_ not in SAYING or not is_verb(host):
        return False
    number = document.span(quantity.start, quantity.end).root
    return expression.start > sentence.start + host.idx or number not in host.subtree


def _pair(document: Document, expression: TimeExpression, candidates: list[TimeExpression]) -> tuple[TimeExpression, TimeExpression] | None:
    """ "from X to Y", "between X and Y", "X-Y": both ends."""
    text = document.text
    place = candidates.index(expression)
    for one, two in ((place, place + 1), (place - 1, place)):
        if one < 0 or two >= len(candidates):
            continue
        first, second = candidates[one], candidates[two]
        between = text[first.end : second.start]
        if _PAIR.fullmatch(between) and (
            _PAIR_BEFORE.search(text[max(0, first.start - 24) : first.start]) or between.strip() in ("-", "–", "to", "through")
        ):
            return first, second
    return None


def _interval(expression: TimeExpression, bound: str) -> str:
    """The interval of one expression: its days, or only the end that "since" or "by" gives."""
    first, last = ends(expression)
    if expression.type != "DURATION":
        if bound == "open":
            return f"{first}/"
        if bound == "before" or (bound == "close" and _BEGINS.match(expression.text)):
            return f"/{first}"
        if bound == "close":
            return f"/{last}"
    return f"{first}/{last}"


def _pointed_back(document: Document, sentence: Sentence, dates: Sequence[TimeExpression]) -> tuple[str | None, TimeExpression | None]:
    """The period that "the same period" points back to: the nearest one before that begins or lasts."""
    for index in range(sentence.index - 1, max(sentence.index - 1 - _SENTENCES_BACK, -1), -1):
        earlier = document.sentences[index]
        for expression in _within(dates, earlier.start, earlier.end):
            root = governing.root_of(document, expression)
            before = document.text[max(earlier.start, expression.start - 30) : expression.start]
            if _SAID_WHEN.search(before):
                continue
            main = root.doc[:].root
            bound = governing.bound(document, expression, root, main)
            pair = _pair(document, expression, _within(dates, earlier.start, earlier.end))
            if pair is not None:
                return f"{ends(pair[0])[0]}/{ends(pair[1])[1]}", pair[0]
            if bound == "open" or expression.type == "DURATION" or expression.precision not in ("day", "time"):
                return _interval(expression, bound), expression
    return None, None
