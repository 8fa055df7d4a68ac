"""Counts told by another number or by a level: compared, changed, quoted as a price, or jobs gained and lost."""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.claims import clauses, hollow, nouns, phrases, tolls
from transforms.claims.scene import Scene
from transforms.claims.thing import Counted, Known
from transforms.language import tables

FORESEEN = frozenset({"forecast", "expected", "predicted", "projected", "anticipated", "estimated"})
_HIRING = frozenset({"add", "shed", "lose", "gain", "cut", "create"})
_JOBS = re.compile(r"\b(?:jobs?|employment|payrolls?)\b", re.IGNORECASE)
_JOBS_REACH, _FEW = 600, 500
_AT_LEVEL = re.compile(r",? (?:to|at)(?: (?:close|end|finish|settle|trade)(?: at)?)? ")
_MARKET = re.compile(r"\b(?:index|indices|points|Dow|Nasdaq|FTSE|DAX|Dax|Nikkei|CAC|Hang Seng|Sensex|Composite)\b|S&P")
# these rise to a sum or a level, not to a count
_PRICED = frozenset("charge price cost fee fare rate toll tariff value wage salary rent temperature score currency share stock yield".split())
_AIMS = frozenset({"goal", "target", "quota", "forecast", "estimate", "record", "average", "peak", "limit", "expectation", "expectations"})
_FROM_NUMBER = re.compile(r"\bfrom (?:\w+ ){0,2}[\w.,]+$")
_CHANGE_REACH = 40
_OTHER_ORDER = 20


def found(scene: Scene, known: Sequence[Known]) -> Counted | None:
    """ "up from 30", "compared with 8 million for the others": what the number just before counted."""
    last = known[-1] if known else None
    if last is None or last.sentence != scene.sentence.index or not last.text or not last.head:
        return None
    if scene.lower(scene.after) == "per" and nouns.singular(scene.lower(scene.after + 1)) == last.head:
        # "some 20,000 people in 361 boats, an average of 55 per boat": what each holds
        held = next(
            (earlier for earlier in reversed(known[:-1]) if earlier.sentence == last.sentence and earlier.kind == "count" and earlier.text), None
        )
        return Counted(held.text or "", held.head or "", scene.root, "understood", before=held) if held is not None else None
    if _is_next_level(scene, last):
        return Counted(last.text, "point", scene.root, "understood", before=last)
    if last.kind == "count" and scene.lower(scene.before - 1) in {"with", "to", "versus", "against"}:
        last = _of_like_size(scene, known, last)
    if not last.text or not last.head:
        return None
    again = _says_again(scene) if last.kind == "percent" else last.kind == "count" and (_is_beside(scene) or _is_other_end(scene, last))
    return Counted(last.text, last.head, scene.root, "understood", before=last) if again else None


def _of_like_size(scene: Scene, known: Sequence[Known], last: Known) -> Known:
    """ "20,000 people came in 361 boats, compared with 13,000": with the number of the sentence that is of its order."""
    value = scene.quantity.low or scene.quantity.high or 0

    def ratio(earlier: Known) -> float:
        size = earlier.low or earlier.high or 0
        return max(size, value) / min(size, value) if size > 0 and value > 0 else float("inf")

    here = [earlier for earlier in known if earlier.sentence == last.sentence and earlier.kind == "count" and earlier.text and earlier.head]
    return min(here, key=ratio) if here and ratio(last) > _OTHER_ORDER else last


def _is_beside(scene: Scene) -> bool:
    """ "up from 30", "versus 30", "the 30 forecast by economists", "exceeding its goal of 30"."""
    word, before = scene.lower(scene.before - 1), scene.lower(scene.before - 2)
    return (
        word == "from"
        and before in {"up", "down"}
        or word in {"with", "to"}
        and before == "compared"
        or word in {"versus", "against"}
        or word == "the"
        and scene.lower(scene.after) in FORESEEN
        or word == "of"
        and nouns.singular(before) in _AIMS
    )


def _is_other_end(scene: Scene, last: Known) -> bool:
    """ "from five people to six"."""
    if scene.lower(scene.before - 1) != "to" or last.end is None:
        return False
    gap = scene.document.text[last.end : scene.quantity.start]
    begun = scene.document.text[max(0, last.end - _CHANGE_REACH) : last.end]
    return len(gap) < _CHANGE_REACH and "," not in gap and _FROM_NUMBER.search(begun) is not None


def _says_again(scene: Scene) -> bool:
    """ "12 percent of its customers, or 30,000": the share and its count, whatever is told in percent."""
    return scene.lower(scene.before - 1) == "or" and scene.lower(scene.before - 2) == ","


def _is_next_level(scene: Scene, last: Known) -> bool:
    """ "up 72 points, to 8,189", "the index gained 0.7 percent to 6,327.80": the level after the change."""
    if last.unit == "point":
        return scene.lower(scene.before - 1) in {"to", "from"} and scene.lower(scene.before - 2) in {",", "points", "point"}
    if last.kind != "percent" or last.end is None:
        return False
    return _AT_LEVEL.fullmatch(scene.document.text, last.end, scene.quantity.start) is not None and _MARKET.search(scene.sentence.text) is not None


def employed(scene: Scene) -> Counted | None:
    """ "Employment rose in May. Construction added 15,000": jobs, where the text speaks of them."""
    verb = scene.root.head
    if scene.root.dep_ != "dobj" or verb.lemma_ not in _HIRING or (scene.quantity.low or 0) < _FEW or scene.quantity.kind != "count":
        return None
    told = scene.document.text[max(0, scene.quantity.start - _JOBS_REACH) : scene.quantity.start]
    return Counted("jobs", "job", scene.root, "understood") if _JOBS.search(told) else None


def changed(scene: Scene) -> Counted | None:
    """ "Horsepower jumped from 240 to 273": where nothing else is named, what rises or falls."""
    if scene.lower(scene.before - 1) not in {"from", "to", "by"}:
        return None
    verb = clauses.verb_above(scene.root)
    actor = clauses.actor(verb) if verb is not None and verb.lemma_ in tolls.CHANGING else None
    if actor is None or actor.tag_ not in {"NN", "NNS"} or hollow.is_hollow(actor) or actor.i in scene.dated or actor.i > scene.first:
        return None
    if nouns.singular(actor.text) in _PRICED:
        return None
    start = phrases.start_of(scene, actor)
    return Counted(scene.text(start, actor.i + 1), nouns.singular(actor.text), actor, "title", actor, (start, actor.i + 1))


def quoted(scene: Scene, known: Sequence[Known]) -> Counted | None:
    """ "the franc eased to 3.4875", "the index closed at 478.6": a currency or an index at its price."""
    token = scene.root
    verb = clauses.verb_above(token)
    for _ in range(3):
        if verb is None:
            return None
        for child in verb.children:
            if child.dep_ == "nsubj" and child.i < scene.first:
                word = nouns.singular(child.text)
                if child.tag_ == "PRP" and known and known[-1].head in hollow.INDICES and known[-1].text:
                    return Counted(known[-1].text, known[-1].head, scene.root, "title", before=known[-1])
                if word not in hollow.INDICES and word != "currency" and word not in tables.words("currencies", "text"):
                    return None
                start = phrases.start_of(scene, child)
                return Counted(scene.text(start, child.i + 1), word, child, "title", child, (start, child.i + 1))
        verb = clauses.verb_above(verb) if verb.dep_ in {"xcomp", "advcl", "conj", "relcl", "ccomp", "acl", "pcomp"} else None
    return None
