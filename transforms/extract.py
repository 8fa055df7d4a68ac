"""One article's text in, its mentions and time expressions out: the order of the steps, and nothing of their rules.

Same text, date and version, same rows, on whatever day and in whatever company the article is read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from transforms.attribution.attribute import attribute
from transforms.attribution.attribution import Attribution
from transforms.claims import timing
from transforms.claims.describe import describe
from transforms.claims.description import Description
from transforms.dates.expression import TimeExpression
from transforms.dates.find import find as find_dates
from transforms.ids import stable_id
from transforms.language import spacing
from transforms.language.document import Document
from transforms.language.spacing import Spacing
from transforms.quantities.find import find as find_quantities
from transforms.quantities.quantity import Quantity
from transforms.version import extractor_version

EXTRACTOR_VERSION = extractor_version()


@dataclass(frozen=True, slots=True)
class ArticleText:
    """What the extraction needs of an article; `marked` are spans (start, end, reason) of page furniture."""

    text: str
    published: date | None = None
    publisher: str | None = None
    title: str | None = None
    marked: Sequence[tuple[int, int, str]] = ()
    article_id: str = ""
    text_hash: str = ""
    arrival_date: date | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """Rows of the frames `mentions` and `dates` (schema.MENTIONS, schema.DATES), in text order."""

    mentions: list[dict[str, Any]]
    dates: list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read at one number, before it becomes a row."""

    quantity: Quantity
    description: Description
    attribution: Attribution


def extract(article: ArticleText) -> Extraction:
    """The mentions and time expressions of one article."""
    read_as = spacing.plain(article.text)
    document = open_document(article, read_as)
    dates = find_dates(document)
    readings = read(document, dates)
    return Extraction(
        mentions=[_mention(article, read_as, document, reading, dates) for reading in readings],
        dates=[_date(article, read_as, document, expression) for expression in dates],
    )


def open_document(article: ArticleText, read_as: Spacing) -> Document:
    """The article as the language rules see it."""
    marked = [(read_as.plain(start), read_as.plain(end), reason) for start, end, reason in article.marked]
    return Document(read_as.text, article.published, article.publisher, article.title, marked)


def read(document: Document, dates: Sequence[TimeExpression]) -> list[Reading]:
    """Every number of the document with what it is of and who says it."""
    quantities = find_quantities(document, dates)
    document.parse(document.sentence_at(quantity.start).index for quantity in quantities)
    attributions = attribute(document, [(quantity.start, quantity.end) for quantity in quantities])
    descriptions = describe(document, quantities, dates, attributions)
    return [Reading(*parts) for parts in zip(quantities, descriptions, attributions, strict=True)]


def _place_of(article: ArticleText, start: int, end: int) -> dict[str, Any]:
    return {
        "article_id": article.article_id,
        "text_hash": article.text_hash,
        "arrival_date": article.arrival_date,
        "char_start": start,
        "char_end": end,
        "extractor_version": EXTRACTOR_VERSION,
    }


def _sentence_of(read_as: Spacing, document: Document, start: int, end: int) -> dict[str, Any]:
    first, last = document.sentence_at(start), document.sentence_at(max(end - 1, start))
    sentence_start, sentence_end = read_as.span(first.start, max(first.end, last.end))
    return {"sentence_start": sentence_start, "sentence_end": sentence_end}


def _mention(article: ArticleText, read_as: Spacing, document: Document, reading: Reading, dates: Sequence[TimeExpression]) -> dict[str, Any]:
    quantity, said, source = reading.quantity, reading.description, reading.attribution
    stated_on = period = None
    stated_date = period_date = None
    if said.is_claim:
        stated_on, stated_date = timing.stated_on(document, source, dates)
        period, period_date = timing.period(document, quantity, dates, source, said)
    start, end = read_as.span(quantity.start, quantity.end)
    cue_start, cue_end = (
        read_as.span(source.cue_start, source.cue_end) if source.cue_start is not None and source.cue_end is not None else (None, None)
    )
    sentence = _sentence_of(read_as, document, quantity.start, quantity.end)
    return {
        "mention_id": stable_id(article.article_id, article.text_hash, start, end),
        **_place_of(article, start, end),
        "number_text": article.text[start:end],
        "comparator": said.comparator or quantity.comparator,
        "hedge_text": _slice(article, read_as, quantity.hedge_start, quantity.hedge_end),
        "low": quantity.low,
        "high": quantity.high,
        "trend": said.trend,
        "unit": said.unit or quantity.unit,
        "unit_text": _slice(article, read_as, quantity.unit_start, quantity.unit_end),
        "counted": said.counted,
        "counted_head": said.counted_head,
        "metric": said.metric,
        "subject": said.subject,
        "place": said.place,
        "status": said.status,
        "source": source.source,
        "source_text": source.source_text,
        "source_chain": list(source.chain),
        "cue_text": source.cue_text if cue_start is None else article.text[cue_start:cue_end],
        "cue_start": cue_start,
        "cue_end": cue_end,
        "quote": source.quote if source.source else "none",
        "stated_on": stated_on,
        "period": period,
        "stated_date_id": _date_id(article, read_as, stated_date),
        "period_date_id": _date_id(article, read_as, period_date),
        "sentence": article.text[sentence["sentence_start"] : sentence["sentence_end"]],
        **sentence,
        "is_claim": said.is_claim,
        "not_claim_reason": None if said.is_claim else said.reason or quantity.reason,
    }


def _slice(article: ArticleText, read_as: Spacing, start: int | None, end: int | None) -> str | None:
    if start is None or end is None:
        return None
    start, end = read_as.span(start, end)
    return article.text[start:end]


def _date_id(article: ArticleText, read_as: Spacing, expression: TimeExpression | None) -> str | None:
    if expression is None:
        return None
    return stable_id(article.article_id, article.text_hash, *read_as.span(expression.start, expression.end))


def _date(article: ArticleText, read_as: Spacing, document: Document, expression: TimeExpression) -> dict[str, Any]:
    fields = asdict(expression)
    start, end = read_as.span(expression.start, expression.end)
    return {
        "date_id": _date_id(article, read_as, expression),
        **_place_of(article, start, end),
        "date_text": article.text[start:end],
        "timex_type": fields["type"],
        "timex_value": fields["value"],
        "first_day": fields["first"],
        "last_day": fields["last"],
        "precision": fields["precision"],
        "anchor": fields["anchor"],
        **_sentence_of(read_as, document, expression.start, expression.end),
    }
