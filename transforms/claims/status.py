"""How firmly a figure is put: asserted, projected, denied or hypothetical, from tense, mood, denial and condition.

Read along the line of verbs that govern the number. Words come from `seeds/language/statuses.csv`.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from transforms.claims.scene import Scene
from transforms.claims.thing import Counted
from transforms.language import tables

if TYPE_CHECKING:
    from spacy.tokens import Token

_CONDITIONS = frozenset({"if", "unless", "provided", "assuming", "suppose", "supposing"})
_SAYING = frozenset("say tell report add state announce claim note explain write show estimate warn argue insist stress confirm".split())
# verbs whose negation limits the number instead of rejecting it
_LIMITS = frozenset("exceed surpass top pass".split())
_STEPS = 9


@cache
def _words(part: str) -> dict[str, str]:
    return {row["word"]: row["status"] for row in tables.rows("statuses") if row["part"] == part}


def find(scene: Scene, thing: Counted | None) -> str:
    """The status of one quantity, one of schema.STATUSES."""
    if scene.attribution.commitment == "denies" and _below_cue(scene):
        return "denied"
    if _not_but(scene):
        return "denied"
    anchor = thing.anchor if thing is not None and thing.head_token is not None else scene.root
    return _along(scene, anchor) or "asserted"


def _below_cue(scene: Scene) -> bool:
    """Whether the number follows the words of denial in their own sentence."""
    start = scene.attribution.cue_start
    return start is not None and scene.sentence.start <= start < scene.quantity.start


def _not_but(scene: Scene) -> bool:
    """ "not 3,000 but 500" denies the first."""
    if scene.lower(scene.before - 1) != "not":
        return False
    return any(token.lower_ == "but" for token in scene.doc[scene.after : scene.after + 8])


def _along(scene: Scene, anchor: Token) -> str | None:
    token = anchor
    for _ in range(_STEPS):
        head, dep = token.head, token.dep_
        found = _of_noun(token, scene) or None
        if found is not None:
            return found
        if token.pos_ in {"VERB", "AUX"}:
            found = _of_verb(scene, token)
            if found is not None:
                return found
        if head is token:
            return None
        if dep in {"ccomp", "parataxis"} and head.lemma_ in _SAYING:
            return None
        if head.pos_ in {"VERB", "AUX"}:
            if dep in {"advcl"} and not _is_condition(token):
                return None
            found = _over(scene, head, token)
            if found is not None:
                return found
        token = head
    return None


def _of_noun(token: Token, scene: Scene) -> str | None:
    """ "an expected 300", "plans for 40 schools", "the alleged"."""
    if token.pos_ not in {"NOUN", "PROPN", "NUM", "SYM"}:
        return None
    for child in token.children:
        if child.dep_ in {"amod", "quantmod", "advmod"} and child.i < token.i:
            status = _words("adjective").get(child.lower_)
            if status is not None:
                return status
        if child.dep_ == "acl" and child.i > token.i and child.lemma_ in _words("participle"):
            return _words("participle")[child.lemma_]
    if token.dep_ == "pobj" and token.head.head.pos_ == "NOUN":
        return _words("noun").get(token.head.head.lemma_)
    return None


def _of_verb(scene: Scene, verb: Token) -> str | None:
    """What the verb's own helpers, marks and negation make of the number that stands in its clause."""
    helpers = [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]
    words = {helper.lower_ for helper in helpers}
    if _is_condition(verb):
        return "hypothetical"
    if words & {"could", "may", "might"}:
        return "hypothetical"
    if words & {"would", "'d"} and ("have" in words or _has_condition(verb)):
        return "hypothetical"
    if words & {"will", "wo", "'ll", "’ll", "shall", "would", "'d"}:
        return "projected"
    if _denies(scene, verb, helpers):
        return "denied"
    if verb.lemma_ == "go" and any(child.dep_ == "xcomp" for child in verb.children) and verb.tag_ == "VBG":
        return "projected"
    if verb.tag_ in {"VBN", "VBD"} or verb.dep_ == "ROOT" or words:
        status = _words("verb").get(verb.lemma_)
        if status is not None and (verb.tag_ == "VBN" and scene.root.i < verb.i or _object_after(scene, verb)):
            return status
    return None


def _object_after(scene: Scene, verb: Token) -> bool:
    return verb.i < scene.first


def _over(scene: Scene, verb: Token, below: Token) -> str | None:
    """What a verb makes of its complement: "expects to send 300", "denied that 300 died", "threatened to kill 300"."""
    if below.dep_ in {"xcomp", "ccomp", "dobj", "pcomp", "prep", "advcl", "acl", "oprd", "nsubjpass", "nsubj"}:
        kind = "verb"
        status = _words(kind).get(verb.lemma_)
        if status == "denied" and below.i > verb.i:
            return status
        if status is not None and status != "denied" and (below.dep_ in {"xcomp", "ccomp", "dobj", "oprd"} and below.i > verb.i or verb.tag_ == "VBN" and below.dep_ == "nsubjpass"):
            return status
    return None


def _denies(scene: Scene, verb: Token, helpers: list[Token]) -> bool:
    if verb.lemma_ in _LIMITS or scene.first < verb.i:
        return False
    for child in verb.children:
        if child.dep_ == "neg" and child.lower_ != "never" and child.i < scene.first:
            following = scene.token(child.i + 1)
            return following is None or following.lower_ not in {"only", "just", "yet", "even", "more", "less", "fewer"}
    return False


def _is_condition(verb: Token) -> bool:
    return any(child.dep_ in {"mark", "advmod"} and child.lower_ in _CONDITIONS for child in verb.children)


def _has_condition(verb: Token) -> bool:
    return any(child.dep_ == "advcl" and _is_condition(child) for child in verb.children)
