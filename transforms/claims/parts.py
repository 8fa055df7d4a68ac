"""Numbers told as part of an earlier one: "29 people, five of them seriously", "including 12 nurses", "most of them women".

A part shares what happened to the whole unless its own words say otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence

from transforms.claims.scene import Scene
from transforms.claims.thing import Known

_AMONG = frozenset({"including", "among", "includes", "included", "counting", "comprising", "namely"})
_WHOLE = frozenset({"them", "whom", "those", "these", "which"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_TOTALS = frozenset({"body", "person", "victim", "casualty", "fatality", "death", "corpse"})
_REACH_TOKENS = 40


def whole_of(scene: Scene, known: Sequence[Known]) -> Known | None:
    """The earlier number of the sentence that this one is a part of; None where it stands for itself."""
    if not _is_part(scene) and not _is_broken_down(scene, known):
        return None
    for earlier in reversed(known):
        if earlier.sentence != scene.sentence.index:
            return None
        if earlier.kind == "count" and earlier.is_claim and earlier.head and not earlier.is_part:
            return earlier
    return None


def is_total(scene: Scene) -> bool:
    """Whether it is the whole that a share or a smaller number is taken from: "half of the district's 40 mayors"."""
    for at in range(scene.before - 1, max(scene.before - 7, 0), -1):
        token = scene.doc[at]
        if token.lower_ == "of":
            return at - 1 in scene.numbers or scene.lower(at - 1) in {"percent", "half", "third", "quarter", "%"}
        if token.tag_ not in {"DT", "POS", "PRP$", "NN", "NNS", "NNP", "JJ"}:
            return False
    return False


def _is_part(scene: Scene) -> bool:
    if scene.lower(scene.after) == "of" and scene.lower(scene.after + 1) in _WHOLE:
        return True
    for at in range(scene.before - 1, max(scene.before - _REACH_TOKENS, -1), -1):
        token = scene.doc[at]
        word = token.lower_
        if word == "including" or word in _AMONG and (word != "among" or scene.lower(at + 1) in _WHOLE):
            return True
        if word == "of" and scene.lower(at + 1) == "whom":
            return True
        if token.tag_ in _FINITE and not _listed_relative(scene, at) or token.text in {";", ":", ")", "—", "–"}:
            return False
        if token.tag_ in {"VBG", "VBN"} and at > 0 and scene.lower(at - 1) in {",", "and"} and token.dep_ in {"advcl", "conj", "acl"}:
            return False
    return False


def _is_broken_down(scene: Scene, known: Sequence[Known]) -> bool:
    """ "20 bodies were found, eleven women and nine men": nouns behind a comma, with no verb of their own, that break the total down."""
    last = known[-1] if known else None
    if last is None or last.sentence != scene.sentence.index or last.end is None or scene.quantity.low is None:
        return False
    between = [token for token in scene.doc[: scene.first] if token.idx + scene.sentence.start >= last.end]
    closing = between[-1].lower_ if between else ""
    if last.is_part:
        if closing not in {",", "and"} or any(token.pos_ in {"VERB", "AUX"} for token in between):
            return False
    elif closing != "," or (last.low or 0) <= scene.quantity.low:
        return False
    elif last.head not in _TOTALS and not any(token.pos_ in {"VERB", "AUX"} for token in between):
        return False  # "20 soldiers, eleven clerks and nine nurses" are a list
    return _ends_without_verb(scene)


def _ends_without_verb(scene: Scene) -> bool:
    for token in scene.doc[scene.after :]:
        if token.text in {".", ",", ";", ")", "—", "–"}:
            return True
        if token.pos_ in {"VERB", "AUX"}:
            return False
    return True


def _listed_relative(scene: Scene, at: int) -> bool:
    """Whether a verb only describes a member of the list ("nine children who were asleep and two nurses")."""
    return scene.doc[at].dep_ in {"relcl", "aux", "auxpass"} and at + 1 < len(scene.doc) and scene.doc[at].head.dep_ in {"relcl", "nsubj", "conj"}
