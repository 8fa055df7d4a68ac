"""Whose figure it is: the country, side or body that the counted thing belongs to, by its plain name.

From the noun phrase itself (demonym, possessive, name before the noun, "members of X"), else from who acts.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from transforms.claims import names, nouns
from transforms.claims.metric import PERSONS
from transforms.claims.scene import Scene
from transforms.claims.thing import Counted
from transforms.language import tables

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_NAMED_OWNERS = PERSONS | {"other", "share", "infrastructure", "money"}
# harm done to people is told of the victims; who did it is not whose figure it is
_HARMS = frozenset({"killed", "wounded", "casualties", "missing", "affected", "population"})
_MEMBERS = frozenset(
    "member soldier troop fighter officer citizen resident employee worker supporter national leader official guerrilla "
    "militant representative delegate deputy branch percent seat resident inhabitant unit head population".split()
)
_CHANGEABLE = frozenset({"its", "their", "his", "her", "our", "my"})


def find(scene: Scene, thing: Counted | None, metric: str, actors: Sequence[str] = ()) -> str | None:
    """The subject of one quantity; None where the sentence names nobody that the thing belongs to."""
    if thing is None:
        return _actor(scene, scene.root) if metric in {"money", "share"} else None
    if thing.phrase is not None:
        found = _in_phrase(scene, thing, metric) or _behind(scene, thing, metric)
        if found is not None:
            return found
    if thing.before is not None and thing.before.subject is not None and metric in PERSONS | {"equipment", "attacks", "infrastructure", "other", "share", "money"}:
        return thing.before.subject
    if metric in _HARMS:
        return None
    return _actor(scene, thing.anchor)


def _in_phrase(scene: Scene, thing: Counted, metric: str) -> str | None:
    """A demonym, possessor or name within the noun phrase, or directly before it."""
    doc = scene.doc
    start, end = thing.phrase or (0, 0)
    possessor = _possessor(scene, start, thing)
    if possessor is not None:
        return possessor
    head = thing.head_token.i if thing.head_token is not None and start <= thing.head_token.i < end else end - 1
    found = names.in_tokens(doc, start, end)
    if found is not None and (found[1] <= head or metric in PERSONS | {"share", "money", "other", "infrastructure", "equipment", "attacks"}):
        return found[0]
    inner = _member_of(scene, thing, start, end)
    if inner is not None:
        return inner
    if metric in _NAMED_OWNERS and thing.head_token is not None:
        return _name_before(doc, start, head)
    return None


def _possessor(scene: Scene, start: int, thing: Counted) -> str | None:
    """ "its soldiers", "Kyiv's forces", "the continent's urban population"."""
    doc = scene.doc
    stop = thing.phrase[1] if thing.phrase is not None else start
    for at in range(start, stop):
        if doc[at].tag_ == "POS":
            return _owner(scene, at)
    before = scene.token(start - 1)
    at = start - 1
    if start in scene.numbers or start - 1 in scene.numbers:
        at = scene.before - 1
        before = scene.token(at)
    if before is None:
        return None
    if before.tag_ == "POS":
        return _owner(scene, at)
    if before.lower_ in _CHANGEABLE:
        return antecedent(scene, before)
    return None


def _owner(scene: Scene, mark: int) -> str | None:
    """The name before a possessive mark at token `mark`."""
    start, doc = mark, scene.doc
    while start > 0 and (nouns.is_noun(doc[start - 1]) or doc[start - 1].tag_ in {"JJ", "HYPH"}) and start - 1 not in scene.dated:
        start -= 1
    if start == mark:
        return None
    return name_of(doc, start, mark)


def name_of(doc: Doc, start: int, end: int) -> str | None:
    """The plain name that tokens give: a country for its adjective or capital, else the capitalised words; None for common nouns."""
    form = doc[start:end].text
    whole = names.nation(form) or names.territory(form) or names.of_capital(form)
    if whole is not None:
        return whole
    if any(token.tag_ in {"NNP", "NNPS"} for token in doc[start:end]):
        return form
    found = names.in_tokens(doc, start, end)
    return found[0] if found is not None else None


def _member_of(scene: Scene, thing: Counted, start: int, end: int) -> str | None:
    """ "members of the SLA": the name in the complement of a noun of belonging."""
    doc = scene.doc
    for at in range(start, end):
        if doc[at].lower_ == "of" and nouns.singular(doc[at - 1].text) in _MEMBERS:
            inner = nouns.skip_determiners(doc, at + 1)
            name = [token for token in doc[inner:end] if token.tag_ in {"NNP", "NNPS"}]
            if name:
                return names.canonical(doc[name[0].i : name[-1].i + 1].text)
    return None


def _name_before(doc: Doc, start: int, head: int) -> str | None:
    """ "Hezbollah fighters", "BSF personnel", but not "AK-47 rifles" or "AIDS cases"."""
    at = head
    while at > start and doc[at - 1].tag_ in {"NN", "JJ"} and not doc[at - 1].text[:1].isupper():
        at -= 1
    first = at
    while first > start and doc[first - 1].tag_ in {"NNP", "NNPS"} and not any(c.isdigit() for c in doc[first - 1].text):
        first -= 1
    name = doc[first:at].text
    if not name or name.lower() in tables.words("no_owner", "name"):
        return None
    return names.canonical(name)


def _behind(scene: Scene, thing: Counted, metric: str) -> str | None:
    """ "people in South Africa", "the unemployment rate in Ohio": a territory in the phrase right after the noun."""
    if metric not in {"share", "population", "money", "other", "affected"} or thing.phrase is None:
        return None
    doc, at = scene.doc, thing.phrase[1]
    if scene.lower(at) not in {"in", "from", "of"}:
        return None
    start = nouns.skip_determiners(doc, at + 1)
    phrase = nouns.phrase_at(doc, start, scene.dated)
    if phrase is None:
        return None
    found = names.in_tokens(doc, phrase.start, phrase.end)
    return found[0] if found is not None else None


def _actor(scene: Scene, anchor: Token) -> str | None:
    """The subject of the verb above, where it names a state, body or person."""
    token = anchor
    for _ in range(8):
        head = token.head
        if head is token:
            break
        if head.pos_ in {"VERB", "AUX"}:
            if head.dep_ == "ROOT" and head.lemma_ in {"say", "tell", "report"} and token.dep_ == "ccomp":
                break
            actor = next((c for c in head.children if c.dep_ in {"nsubj", "agent"} and c.i != token.i), None)
            if actor is not None and actor.dep_ == "agent":
                actor = next((c for c in actor.children if c.dep_ == "pobj"), None)
            if actor is not None and actor.i not in scene.numbers:
                return _named(scene, actor)
        token = head
    return None


def _named(scene: Scene, actor: Token) -> str | None:
    if actor.tag_ == "PRP":
        return antecedent(scene, actor)
    if actor.i in scene.dated or not nouns.is_noun(actor):
        return None
    return _plain_name(scene, actor)


def _plain_name(scene: Scene, noun: Token) -> str | None:
    """The name of a noun phrase: its proper noun, or the country in its adjective or possessive."""
    doc, start = scene.doc, noun.i
    while start > 0 and (nouns.is_noun(doc[start - 1]) or doc[start - 1].tag_ in {"JJ", "HYPH", "POS"}) and start - 1 not in scene.dated:
        start -= 1
    if noun.tag_ in {"NNP", "NNPS"}:
        first = noun.i
        while first > start and doc[first - 1].tag_ in {"NNP", "NNPS", "HYPH"}:
            first -= 1
        return names.canonical(doc[first : noun.i + 1].text)
    found = names.in_tokens(doc, start, noun.i + 1)
    return found[0] if found is not None else None


def antecedent(scene: Scene, pronoun: Token) -> str | None:
    """Whom a pronoun points back to: the named subject of its clause or sentence, else of the sentence before."""
    plural = pronoun.lower_ in {"their", "they"}
    if pronoun.lower_ in {"our", "my", "we", "i"}:
        return scene.attribution.source
    for token in scene.doc[: pronoun.i]:
        if token.dep_ in {"nsubj", "nsubjpass"} and nouns.is_noun(token) and token.i not in scene.dated:
            name = _plain_name(scene, token)
            if name is not None and not (plural and token.tag_ == "NNP" and names.nation(token.text)):
                return name
    if scene.sentence.index > 0:
        earlier = scene.document.parsed(scene.sentence.index - 1) if hasattr(scene.document, "parsed") else None
        if earlier is not None:
            return None
    return None
