"""From quantities to descriptions: one pass over an article's quantities in text order, each told by the rules beside it.

What a number counted is kept for later ones that only refer back ("12 others", "of them", "with 12,000 expected").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from transforms.attribution.attribution import Attribution
from transforms.claims import counted, decide, hollow, measured, metric, parts, place, shares, status, subject, units
from transforms.claims.description import Description
from transforms.claims.owners import Owners
from transforms.claims.scene import Scene, dated_tokens, token_range
from transforms.claims.thing import Counted, Known
from transforms.dates.expression import TimeExpression
from transforms.language.document import Document
from transforms.quantities.quantity import Quantity
from transforms.quantities.trend import trend

# a date, a name or furniture has nothing that it counts
_COUNTS_NOTHING = frozenset({"date", "time", "name", "reference", "contact", "furniture", "list_number", "version"})
_SHAKING = frozenset({"earthquake", "quake", "tremor", "aftershock", "temblor", "magnitude"})


def describe(
    document: Document,
    quantities: Sequence[Quantity],
    dates: Sequence[TimeExpression],
    attributions: Sequence[Attribution],
) -> list[Description]:
    """A description of each quantity, in the same order."""
    described: list[Description] = []
    known: list[Known] = []
    owners = Owners(document)
    for scene in _scenes(document, quantities, dates, attributions):
        if scene.quantity.reason in _COUNTS_NOTHING:
            described.append(Description(is_claim=False, reason=scene.quantity.reason, unit=scene.quantity.unit))
            continue
        description, remembered = _one(scene, owners, known)
        described.append(description)
        known.append(remembered)
    return described


def _scenes(document: Document, quantities: Sequence[Quantity], dates: Sequence[TimeExpression], attributions: Sequence[Attribution]) -> list[Scene]:
    by_sentence: dict[int, list[int]] = {}
    for i, quantity in enumerate(quantities):
        by_sentence.setdefault(document.sentence_at(quantity.start).index, []).append(i)
    document.parse(by_sentence)
    dates_in: dict[int, list[TimeExpression]] = {}
    for expression in dates:
        dates_in.setdefault(document.sentence_at(expression.start).index, []).append(expression)
    scenes: dict[int, Scene] = {}
    for index, members in by_sentence.items():
        sentence, doc = document.sentences[index], document.doc(index)
        spans = {i: token_range(doc, sentence.start, quantities[i].start, quantities[i].end) for i in members}
        numbers = frozenset(at for first, last in spans.values() for at in range(first, last + 1))
        dated = dated_tokens(doc, sentence, dates_in.get(index, [])) - numbers
        ahead = [expression for expression in dates_in.get(index, []) if document.published and _begins(expression) > document.published]
        future = dated_tokens(doc, sentence, [expression for expression in ahead if expression.type == "DATE"])
        for i in members:
            first, last = spans[i]
            scenes[i] = Scene(document, quantities[i], sentence, doc, first, last, dated, numbers, attributions[i], future)
    return [scenes[i] for i in range(len(quantities))]


def _begins(expression: TimeExpression) -> date:
    """The first day that is certainly meant; for "by December" its last."""
    return expression.first or expression.last or date.min


def _clean(text: str | None) -> str | None:
    """Without the quotation marks and dashes that cling to a noun phrase's ends."""
    if text is None:
        return None
    return text.strip(" \t\n\"'“”‘’`-–—―,;:(") or None


def _one(scene: Scene, owners: Owners, known: Sequence[Known]) -> tuple[Description, Known]:
    quantity = scene.quantity
    thing = counted.find(scene, known) if quantity.kind == "count" else measured.find(scene, known)
    whole = parts.whole_of(scene, known) if quantity.kind == "count" else None
    kind = metric.find(scene, thing, whole)
    unit = units.find(scene, thing)
    if quantity.kind == "count" and thing is not None and thing.head in _SHAKING and not float(quantity.low or 0).is_integer():
        unit, kind = "magnitude", "measure"  # "the 8.8 earthquake"
    if quantity.kind == "count" and thing is not None and thing.head in hollow.POINTS | hollow.INDICES:
        thing, unit, kind = _points(scene, thing, known)
    why_not = quantity.reason or decide.reason(scene, thing, kind, known)
    whose = subject.find(scene, owners, thing, kind, known)
    description = Description(
        is_claim=why_not is None,
        reason=why_not,
        unit=unit,
        counted=_clean(_supported(scene, thing, whose)) if thing is not None else None,
        counted_head=thing.head if thing is not None else None,
        head_start=scene.offset(thing.head_token) if thing is not None and thing.head_token is not None else None,
        metric=kind,
        subject=_clean(whose),
        place=_clean(place.find(scene, owners, thing, kind)),
        status=status.find(scene, thing),
        trend=trend(scene.document, quantity),
    )
    return description, replace(_remember(scene, thing, description), is_part=whole is not None)


def _supported(scene: Scene, thing: Counted, whose: str | None) -> str:
    """ "Cole leads Brandt 44 percent to 37" in a poll: support for the one whose share it is."""
    if whose is not None and (thing.how == "rival" or thing.text.startswith(shares.SUPPORT)):
        return shares.SUPPORT + whose
    return thing.text


def _is_toll(thing: Counted) -> bool:
    """Whether the thing is given by the word toll, so that those who are told after it are people."""
    return thing.head_token is not None and thing.head_token.lower_ in {"toll", "tolls"}


def _points(scene: Scene, thing: Counted, known: Sequence[Known]) -> tuple[Counted | None, str, str]:
    """Points of an index or a lead: what they are of, and whether they are percentage points beside a percentage."""
    of = measured.of_points(scene, known)
    of_index = thing.head in hollow.INDICES or of is not None and of.head in hollow.INDICES
    is_share = not of_index and bool(known) and known[-1].sentence == scene.sentence.index and known[-1].kind in {"percent", "points"}
    return of, "pp" if is_share else "point", "share" if is_share else "other"


def _remember(scene: Scene, thing: Counted | None, description: Description) -> Known:
    noun_metric = metric.of_noun(description.counted_head, thing.head_token) if thing is not None and description.counted_head else None
    return Known(
        sentence=scene.sentence.index,
        low=scene.quantity.low if scene.quantity.low is not None else scene.quantity.high,
        high=scene.quantity.high,
        kind=scene.quantity.kind,
        text="people" if thing is not None and thing.head == "person" and _is_toll(thing) else description.counted,
        head=description.counted_head,
        metric=description.metric,
        subject=description.subject,
        is_person=noun_metric in metric.PERSONS or thing is not None and thing.before is not None and thing.before.is_person,
        is_claim=description.is_claim
        or description.reason == "known_set"
        or description.reason == "pronoun"
        and thing is not None
        and thing.how == "noun",
        end=scene.quantity.end,
        place=description.place,
        status=description.status,
        is_name=thing is not None and thing.head_token is not None and thing.head_token.tag_ == "NNP",
    )
