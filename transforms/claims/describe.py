"""From quantities to descriptions: one pass over an article's quantities in text order, each told by the rules beside it.

What a number counted is kept for later ones that only refer back ("12 others", "of them", "with 12,000 expected").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from transforms.attribution.attribution import Attribution
from transforms.claims import (
    counted,
    decide,
    extents,
    hollow,
    kinds,
    measured,
    metric,
    nouns,
    parts,
    phrases,
    place,
    respectively,
    shares,
    status,
    subject,
    sums,
    units,
)
from transforms.claims.description import Description
from transforms.claims.owners import Owners
from transforms.claims.scene import Scene, dated_tokens, token_range
from transforms.claims.thing import Counted, Known
from transforms.dates.expression import TimeExpression
from transforms.language import tables
from transforms.language.document import Document
from transforms.quantities import refusals
from transforms.quantities.quantity import Quantity
from transforms.quantities.trend import trend

if TYPE_CHECKING:
    from spacy.tokens import Token

# a date, a name or furniture has nothing that it counts
_COUNTS_NOTHING = frozenset({"date", "time", "name", "reference", "contact", "furniture", "list_number", "version"})
# what points of a poll or an election are of, all of them percentage points
_OF_VOTES = frozenset("lead margin support approval edge advantage turnout popularity gap rating vote".split())
_IN_PERCENT = frozenset("rate inflation unemployment share proportion quota".split())
_PERCENT = re.compile(r"%|\bper\s?cent\b")
_SHARES = frozenset({"%", "pp", "bp"})
_POLLED = re.compile(r"\b(?:polls?|survey|voters?|elections?|primar(?:y|ies)|caucus(?:es)?|ballots?|turnout)\b", re.IGNORECASE)
_RICHTER = re.compile(r"\s+(?:degrees?\s+)?on\s+(?:the\s+)?(?:open-ended\s+)?Richter", re.IGNORECASE)
_WHOLE = 100
_MILLION = 1e6
_PHRASE = 5
_PAID_AS = frozenset("assistance aid funding fund loan grant credit debt investment relief sale revenue export contract support".split())
_GIVING = frozenset({"provide", "give", "contribute", "spend", "pledge", "allocate", "donate", "invest", "commit"})
_WITHIN = frozenset({"in", "across", "throughout", "within", "from", "at"})
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
        if refusals.is_station(document.text, expression):
            continue
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
    scene = _as_magnitude(_as_money(scene, known), known)
    quantity = scene.quantity
    thing = counted.find(scene, known) if quantity.kind == "count" else measured.find(scene, known)
    whole = parts.whole_of(scene, known) if quantity.kind == "count" else None
    kind = metric.find(scene, thing, whole)
    if kind in {"population", "personnel"} and _is_joined(scene, known):
        kind = known[-1].metric
    unit = units.find(scene, thing)
    if quantity.kind == "count" and thing is not None and thing.head in _SHAKING and not float(quantity.low or 0).is_integer():
        unit, kind = "magnitude", "measure"  # "the 8.8 earthquake"
    if quantity.kind == "count" and thing is not None and thing.head in hollow.POINTS | hollow.INDICES:
        thing, unit, kind = _points(scene, thing, known)
    if kind == "share" and quantity.kind == "count" and thing is not None and unit not in _SHARES:
        unit = "%"  # "gave Cole 48 percent to Brandt's 41"
        if thing.head in _OF_VOTES and thing.before is not None and thing.before.unit == "pp":
            thing = shares.of_voters(scene) or thing  # "leads by 4 points, 46 to 42"
    why_not = quantity.reason or decide.reason(scene, thing, kind, known)
    whose = subject.find(scene, owners, thing, kind, known)
    where = place.find(scene, owners, thing, kind)
    paired = respectively.pair(scene)
    if paired is not None and paired[0] != paired[1]:
        thing, whose, where = _in_order(scene, owners, paired, (thing, whose, where))
    description = Description(
        is_claim=why_not is None,
        reason=why_not,
        unit=unit,
        counted=_clean(_supported(scene, thing, whose)) if thing is not None else None,
        counted_head=thing.head if thing is not None else None,
        head_start=scene.offset(thing.head_token) if thing is not None and thing.head_token is not None else None,
        metric=kind,
        subject=_clean(whose),
        place=_clean(where),
        status=status.find(scene, thing),
        trend=trend(scene.document, quantity),
    )
    return description, replace(_remember(scene, thing, description), is_part=whole is not None)


def _is_joined(scene: Scene, known: Sequence[Known]) -> bool:
    """ "killed five children in a bus and two drivers": told in one breath with those who came to harm."""
    last = known[-1] if known else None
    if last is None or last.sentence != scene.sentence.index or last.end is None or last.metric not in kinds.HARM or not last.is_claim:
        return False
    between = [token for token in scene.doc[: scene.first] if token.idx + scene.sentence.start >= last.end]
    if scene.lower(scene.before - 1) != "and" or scene.root.dep_ not in {"nummod", "conj", "nsubj"}:
        return False
    anchor = scene.root.head if scene.root.dep_ == "nummod" else scene.root
    return anchor.dep_ in {"conj", "pobj", "dobj"} and not any(token.pos_ in {"VERB", "AUX"} or token.text in {",", ";", "("} for token in between)


def _as_money(scene: Scene, known: Sequence[Known]) -> Scene:
    """ "… over $925 million. It includes 600 million in aid": millions of what only money is, in the currency told before."""
    quantity = scene.quantity
    if quantity.kind != "count" or quantity.is_vague or (quantity.low or quantity.high or 0) < _MILLION:
        return scene
    currency = next((earlier.unit for earlier in reversed(known) if earlier.kind == "money" and earlier.unit), None)
    if currency is None:
        return scene
    if sums.is_of_money(scene, known[-1] if known else None):
        return replace(scene, quantity=replace(quantity, kind="money", unit=currency.partition("/")[0]))
    at = scene.after + (2 if scene.lower(scene.after) == "of" and scene.lower(scene.after + 1) == "which" else 1)
    of_money = scene.lower(scene.after) in {"in", "of", "is"} and any(
        nouns.is_noun(token) and nouns.singular(token.text) in _PAID_AS for token in scene.doc[at : at + _PHRASE] if token.i not in scene.dated
    )
    given = scene.root.dep_ == "dobj" and scene.root.head.lemma_ in _GIVING and scene.lower(scene.after) in {"to", "for", "in", "on", "", "."}
    if not of_money and not given:
        return scene
    return replace(scene, quantity=replace(quantity, kind="money", unit=currency.partition("/")[0]))


def _as_magnitude(scene: Scene, known: Sequence[Known]) -> Scene:
    """ "measuring 5.1 degrees on the Richter scale", "the magnitude of the quake was 6.6"."""
    if extents.is_other_magnitude(scene, known[-1] if known else None):
        return replace(scene, quantity=replace(scene.quantity, kind="measure", unit="magnitude"))
    if _RICHTER.match(scene.document.text, scene.quantity.end) is None and not extents.is_magnitude(scene):
        return scene
    return replace(scene, quantity=replace(scene.quantity, kind="measure", unit="magnitude"))


def _in_order(
    scene: Scene, owners: Owners, paired: tuple[Token, Token], found: tuple[Counted | None, str | None, str | None]
) -> tuple[Counted | None, str | None, str | None]:
    """Thing, owner and place where several are told "respectively"; `found` are those of the first."""
    thing, whose, where = found
    first, own = paired
    start = phrases.start_of(scene, own)
    text = scene.text(start, own.i + 1)
    if thing is not None and thing.head_token == first:
        thing = Counted(text, nouns.singular(own.text), own, thing.how, own, (start, own.i + 1))
    elif thing is not None and thing.text.endswith(f" {first.text}"):
        thing = replace(thing, text=thing.text.removesuffix(first.text) + text)
    if whose is not None and first.text in whose.split():
        whose = owners.fullest(text)
    if where is not None and first.text in where.split():
        where = text
    return thing, whose, where


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
    if of is not None and of.head in _OF_VOTES and _POLLED.search(scene.document.text) is not None:
        return of, "pp", "share"
    if of is not None and of.head in _OF_VOTES | _IN_PERCENT and _PERCENT.search(scene.sentence.text) is not None:
        return of, "pp", "share"  # "approval rose 5 points to 41 percent"
    is_share = (
        not of_index
        and (scene.quantity.low or 0) <= _WHOLE
        and bool(known)
        and known[-1].sentence == scene.sentence.index
        and known[-1].kind in {"percent", "points"}
    )
    return of, "pp" if is_share else "point", "share" if is_share else "other"


def _remember(scene: Scene, thing: Counted | None, description: Description) -> Known:
    noun_metric = kinds.of_noun(description.counted_head, thing.head_token) if thing is not None and description.counted_head else None
    return Known(
        sentence=scene.sentence.index,
        low=scene.quantity.low if scene.quantity.low is not None else scene.quantity.high,
        high=scene.quantity.high,
        kind=scene.quantity.kind,
        text="people" if thing is not None and thing.head == "person" and _is_toll(thing) else description.counted,
        head=description.counted_head,
        metric=description.metric,
        subject=description.subject,
        is_person=noun_metric in kinds.PERSONS or thing is not None and thing.before is not None and thing.before.is_person,
        is_claim=description.is_claim
        or description.reason == "known_set"
        or description.reason == "pronoun"
        and thing is not None
        and thing.how == "noun",
        end=scene.quantity.end,
        place=description.place,
        status=description.status,
        unit=description.unit,
        is_name=thing is not None and thing.head_token is not None and thing.head_token.tag_ == "NNP",
        is_setting=scene.lower(scene.before - 1) in _WITHIN and thing is not None and thing.head in tables.words("place_nouns", "noun"),
    )
