"""Noun phrases as the thing that a measured number is of: from a token on, around a head, or as a verb's object."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transforms.claims import nouns
from transforms.claims.scene import Scene
from transforms.claims.thing import Counted

if TYPE_CHECKING:
    from spacy.tokens import Token

CHANGES = frozenset(
    "increase rise drop fall decline decrease reduction cut jump gain loss surge growth hike slump plunge hit dip boost spike "
    "contraction expansion slide advance upturn downturn change chance probability".split()
)
HOLDINGS = frozenset({"stake", "interest", "share", "holding", "position"})
_FORESEEN = frozenset({"forecast", "forecasts", "estimates", "predicts", "expects", "plans", "reports"})
# "rose 37 cents to close at 3 dollars", "has 50,000 dollars to go"
_ENDING = frozenset({"close", "settle", "finish", "end", "trade", "go", "date", "come", "stand", "reach", "hit", "total"})
_LETTING = frozenset({"enable", "allow", "help", "let", "encourage", "assist", "permit", "train"})
_LETTING_REACH = 12
_MAIN = frozenset({"ROOT", "ccomp", "relcl", "conj", "advcl", "xcomp"})
COPULAS = frozenset({"be", "become", "remain", "stay"})


def named(scene: Scene, start: int, how: str, anchor: Token | None = None) -> Counted | None:
    phrase = nouns.phrase_at(scene.doc, start, scene.dated)
    if phrase is None or phrase.start > start + 2:
        return None
    head = scene.doc[phrase.head]
    if nouns.singular(head.text) in CHANGES and scene.lower(phrase.end) in {"in", "of"}:
        inner_start = nouns.skip_determiners(scene.doc, phrase.end + 1)
        while inner_start in scene.dated or scene.lower(inner_start) in {"-", "'s", "’s"}:
            inner_start += 1
        inner = named(scene, inner_start, how, anchor or head)
        if inner is not None:
            return inner
    held = frozenset({"in"}) if nouns.singular(head.text) in HOLDINGS else frozenset()
    end = nouns.extended(scene.doc, phrase, scene.dated, frozenset({"of", "for"}) | held)
    if end == phrase.end:
        both = nouns.joined(scene.doc, phrase, scene.dated)
        end = both if scene.doc[both - 1].tag_[:3] == head.tag_[:3] else end
    return Counted(scene.text(phrase.start, end), nouns.singular(head.text), anchor or head, how, head, (phrase.start, end))


def start_of(scene: Scene, noun: Token) -> int:
    start = noun.i
    doc = scene.doc
    closed = scene.dated | scene.numbers | {token.i for token in doc[: noun.i] if token.tag_ == "VBN" and token.dep_ in _MAIN}
    while (
        start > 0 and start - 1 not in closed and (nouns.is_noun(doc[start - 1]) or doc[start - 1].tag_ in {"JJ", "JJR", "JJS", "VBN", "HYPH", "POS"})
    ):
        start -= 1
    for at in range(noun.i - 1, start, -1):
        if doc[at].lower_ in _FORESEEN and doc[at - 1].tag_ != "HYPH":
            start = at + 1  # "the bank forecast growth": the tagger makes the verb a noun
            break
    while noun.i < len(doc) and start > 2 and doc[start - 1].lower_ == "of" and doc[start - 2].lower_ == "margin":
        start -= 2
    if start > 0 and doc[start].lower_ == "capita" and doc[start - 1].lower_ == "per":
        start -= 1
    if doc[start].tag_ == "HYPH":
        # "after-tax impact": the word before the hyphen belongs to the phrase, unless it is the number itself
        start += -1 if start > 0 and start - 1 not in closed else 1
    return start


def around(scene: Scene, head: Token, how: str) -> Counted | None:
    """The plain noun phrase around a head, with a following "of" complement."""
    start = start_of(scene, head)
    end = nouns.extended(scene.doc, nouns.Phrase(start, head.i, head.i + 1), scene.dated, frozenset({"of", "for", "in"}))
    if head.tag_ == "NNP" and end == head.i + 1:
        end = nouns.joined(scene.doc, nouns.Phrase(start, head.i, end), scene.dated)  # "Tarn and Orlo gas fields"
    if start <= scene.first < end or scene.lower(end - 1) in {"magnitude", "amount"}:
        end = head.i + 1
    if start > 0 and start - 1 in scene.numbers and end > head.i + 2 and scene.lower(head.i + 1) == "of":
        start = head.i + 2  # of "45 kilograms of rice" the rice
    return Counted(scene.text(start, end), nouns.singular(head.text), head, how, head, (start, end))


def object_of(scene: Scene, at: int) -> Counted | None:
    """ "to repair roads", "on holding elections": the verb with its object."""
    token = scene.token(at)
    if token is None or token.tag_ not in {"VB", "VBG"} or token.lemma_ in COPULAS | _ENDING:
        return None
    if token.lemma_ == "help" and scene.token(at + 1) is not None:
        inner = object_of(scene, at + 1 + (scene.lower(at + 1) == "to"))
        if inner is not None:
            return inner  # "to help feed the displaced"
    if token.lemma_ in _LETTING:
        later = next((t.i for t in scene.doc[at + 2 : at + _LETTING_REACH] if t.tag_ == "VB" and t.nbor(-1).lower_ == "to"), None)
        if later is not None:
            return object_of(scene, later)  # "to enable partners to continue their work"
    start = at + 1
    while scene.token(start) is not None and scene.doc[start].tag_ == "RP":
        start += 1
    start = nouns.skip_determiners(scene.doc, start)
    while start in scene.numbers:
        start += 1
    phrase = nouns.phrase_at(scene.doc, start, scene.dated)
    if phrase is None or phrase.start != start:
        return Counted(token.text, token.lemma_, scene.root, "purpose", token, (at, at + 1))
    head = scene.doc[phrase.head]
    return Counted(scene.text(phrase.start, phrase.end), nouns.singular(head.text), scene.root, "purpose", head, (phrase.start, phrase.end))
