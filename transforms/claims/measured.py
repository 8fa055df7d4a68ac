"""What money pays for, what a percentage is a share of, what a measure measures.

The thing stands after the number ("5 % of voters", "$3 million in aid"), as its neighbour ("a 46 % turnout record"),
before it ("turnout of 58 %") or as the subject of the verb that the number completes ("prices rose 2 %").
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from transforms.claims import nouns
from transforms.claims.scene import Scene
from transforms.claims.thing import Counted, Known

if TYPE_CHECKING:
    from spacy.tokens import Token

_MONEY_FOR = frozenset({"in", "for", "of", "worth", "on"})
_SHARE_OF = frozenset({"of", "in"})
_MEASURE_OF = frozenset({"of", "in"})
_CHANGES = frozenset(
    "increase rise drop fall decline decrease reduction cut jump gain loss surge growth hike slump plunge hit dip boost spike "
    "contraction expansion slide advance upturn downturn change chance probability".split()
)
# nouns after which the sum's purpose still has to be found ("$5 million deal" is the deal, "$5 million a year" is not a year)
_DISTANCES = {"away": "distance", "deep": "depth", "underground": "depth", "high": "height", "tall": "height", "wide": "width",
              "long": "length", "thick": "thickness", "below": "depth", "above": "height"}  # fmt: skip
_COMPASS = frozenset(
    "north south east west northeast northwest southeast southwest north-east north-west south-east south-west northern southern "
    "eastern western north-northeast upstream downstream inland offshore off from outside".split()
)
_COPULAS = frozenset({"be", "become", "remain", "stay"})


def find(scene: Scene, known: Sequence[Known]) -> Counted | None:
    """What is paid for, shared or measured; None where the sentence doesn't say."""
    kind = scene.quantity.kind
    if kind in {"measure", "duration"}:
        return _distance(scene) or _neighbour(scene) or _after(scene, _MEASURE_OF, known) or _title(scene) or _by_verb(scene) or _last(scene, known)
    prepositions = _MONEY_FOR if kind == "money" else _SHARE_OF
    return _neighbour(scene) or _after(scene, prepositions, known) or _title(scene) or _by_verb(scene) or _last(scene, known)


def _named(scene: Scene, start: int, how: str, anchor: Token | None = None) -> Counted | None:
    phrase = nouns.phrase_at(scene.doc, start, scene.dated)
    if phrase is None or phrase.start > start + 2:
        return None
    head = scene.doc[phrase.head]
    if nouns.singular(head.text) in _CHANGES and scene.lower(phrase.end) in {"in", "of"}:
        inner = _named(scene, nouns.skip_determiners(scene.doc, phrase.end + 1), how, anchor or head)
        if inner is not None:
            return inner
    end = nouns.extended(scene.doc, phrase, scene.dated, frozenset({"of", "for"}))
    return Counted(scene.text(phrase.start, end), nouns.singular(head.text), anchor or head, how, head, (phrase.start, end))


def _neighbour(scene: Scene) -> Counted | None:
    """ "a 46 % turnout record", "the $2 million memorial", "a 17-day offensive", "a multi-year, $4 billion, regional strategy"."""
    at = scene.after
    while scene.lower(at) in {"-", "worth"} or scene.lower(at) == "," and _in_determined(scene):
        at += 1
    token = scene.token(at)
    if token is None or at in scene.dated or token.tag_ in {"VBG", "VBN", "RB"} and not _in_determined(scene):
        return None
    if token.lower_ in {"more", "less", "higher", "lower", "per", "other", "each", "a", "apiece", "total", "ahead", "annually"}:
        return None
    return _named(scene, at, "neighbour")


def _in_determined(scene: Scene) -> bool:
    """Whether an article stands before the number, so that a noun has to follow it."""
    for at in range(scene.before - 1, max(scene.before - 6, -1), -1):
        tag = scene.doc[at].tag_
        if tag in {"DT", "PRP$", "POS"}:
            return True
        if tag not in {"JJ", "HYPH", ",", "RB", "NN"}:
            return False
    return False


def _after(scene: Scene, prepositions: frozenset[str], known: Sequence[Known]) -> Counted | None:
    """ "of voters", "in additional assistance", "for new roads", "to repair roads"."""
    at = scene.after
    if scene.lower(at) in {"more", "worth", "total"}:
        at += 1
    word = scene.lower(at)
    if word == "of" and scene.lower(at + 1) in {"them", "these", "those", "which", "whom", "it"} and not _goes_on(scene, at + 2):
        return _last(scene, known)
    if word in prepositions:
        start = nouns.skip_determiners(scene.doc, at + 1)
        if start in scene.dated:
            return None
        found = _gerund(scene, start) or (_named(scene, start, "after", scene.root) if scene.quantity.kind == "money" else _named(scene, start, "after"))
        if found is not None and not (word == "in" and scene.doc[start].tag_ == "NNP" and scene.quantity.kind != "money"):
            return found
    if word == "to" and scene.quantity.kind == "money":
        return _gerund(scene, at + 1)
    return None


def _goes_on(scene: Scene, at: int) -> bool:
    token = scene.token(at)
    return token is not None and nouns.is_noun(token) and at not in scene.dated


def _gerund(scene: Scene, at: int) -> Counted | None:
    """ "to repair roads", "on holding elections": the verb with its object."""
    token = scene.token(at)
    if token is None or token.tag_ not in {"VB", "VBG"}:
        return None
    start = nouns.skip_determiners(scene.doc, at + 1)
    phrase = nouns.phrase_at(scene.doc, start, scene.dated)
    if phrase is None or phrase.start != start:
        return Counted(token.text, token.lemma_, scene.root, "purpose", token, (at, at + 1))
    head = scene.doc[phrase.head]
    return Counted(scene.text(phrase.start, phrase.end), nouns.singular(head.text), scene.root, "purpose", head, (phrase.start, phrase.end))


def _distance(scene: Scene) -> Counted | None:
    """ "40 km south of the city", "700 metres away from the entrance", "1,030 metres underground"."""
    if scene.quantity.kind != "measure":
        return None
    at = scene.after
    if scene.lower(at) == "(":
        while at < len(scene.doc) and scene.lower(at) != ")":
            at += 1
        at += 1
    if scene.lower(at) == ")":
        at += 1
    if scene.lower(at) == "to":
        at += 2
    word = scene.lower(at)
    if word in _COMPASS or word in _DISTANCES:
        what = _DISTANCES.get(word, "distance")
        return Counted(what, what, scene.root, "distance")
    return None


def _title(scene: Scene) -> Counted | None:
    """ "a turnout of 58 %", "turnout: 58 %", "prices below 59 dollars"."""
    before = scene.token(scene.before - 1)
    if before is None or scene.before < 2:
        return None
    noun = scene.doc[scene.before - 2]
    if before.lower_ in {"of", ":", "at"} and nouns.is_noun(noun) and noun.i not in scene.dated:
        start = _start_of(scene, noun)
        text = scene.text(start, noun.i + 1)
        head = nouns.singular(noun.text)
        if head in _CHANGES:
            return None
        return Counted(text, head, noun, "title", noun, (start, noun.i + 1))
    return None


def _start_of(scene: Scene, noun: Token) -> int:
    start = noun.i
    doc = scene.doc
    while start > 0 and start - 1 not in scene.dated and (
        nouns.is_noun(doc[start - 1]) or doc[start - 1].tag_ in {"JJ", "JJR", "JJS", "VBN", "HYPH", "POS"}
    ):
        start -= 1
    return start


def _by_verb(scene: Scene) -> Counted | None:
    """The subject of the verb that the number completes; of a verb of spending the object or purpose."""
    token = scene.root
    for _ in range(6):
        head = token.head
        if head.dep_ == "pobj" or head is token:
            pass
        if head.pos_ in {"NOUN", "PROPN"} and head.i < scene.first and token.dep_ in {"prep", "acl", "appos", "nummod", "npadvmod"} and (
            head.dep_ not in {"npadvmod"} and head.i not in scene.dated
        ):
            return _subtree(scene, head, "noun before")
        if head.pos_ in {"VERB", "AUX"}:
            found = _of_verb(scene, head, token)
            if found is not None:
                return found
        if head is token:
            return None
        token = head
    return None


def _of_verb(scene: Scene, verb: Token, below: Token) -> Counted | None:
    for child in verb.children:
        if child.dep_ in {"prep"} and child.lower_ in {"on", "for"} and child.i > scene.last:
            for inner in child.children:
                if inner.dep_ in {"pobj", "pcomp"} and inner.i not in scene.dated:
                    return _subtree(scene, inner, "purpose")
    if below.dep_ not in {"nsubj", "nsubjpass", "dobj"} or verb.lemma_ in _COPULAS:
        for child in verb.children:
            if child.dep_ == "dobj" and child.i != below.i and nouns.is_noun(child) and child.i not in scene.dated:
                return _subtree(scene, child, "object")
    for child in verb.children:
        if child.dep_ in {"nsubj", "nsubjpass"} and child.i != below.i and child.i not in scene.dated:
            if nouns.is_noun(child):
                return _subtree(scene, child, "subject")
    return None


def _subtree(scene: Scene, head: Token, how: str) -> Counted | None:
    """The plain noun phrase around a head, with a following "of" complement."""
    start = _start_of(scene, head)
    end = nouns.extended(scene.doc, nouns.Phrase(start, head.i, head.i + 1), scene.dated, frozenset({"of", "for", "in"}))
    if start <= scene.first < end:
        end = head.i + 1
    return Counted(scene.text(start, end), nouns.singular(head.text), head, how, head, (start, end))


def _last(scene: Scene, known: Sequence[Known]) -> Counted | None:
    """What the nearest earlier number was of, if near enough."""
    for earlier in reversed(known):
        if scene.sentence.index - earlier.sentence > 1:
            return None
        if earlier.text and earlier.head and (earlier.kind == scene.quantity.kind or scene.quantity.kind in {"percent", "fraction"}):
            return Counted(earlier.text, earlier.head, scene.root, "understood", before=earlier)
    return None
