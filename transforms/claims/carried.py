"""Whose figure it is where the number goes on from an earlier one: the earlier one's owner, unless its own clause names another.

"Norway took 14 seats and Sweden 9", "1,040 in Kenya and 977 in Uganda", "29 percent for Orvik and 34 percent for the rest".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from transforms.claims import clauses, names, nouns, plain_names
from transforms.claims.owners import Owners
from transforms.claims.scene import Scene
from transforms.claims.thing import Counted
from transforms.language import countries

if TYPE_CHECKING:
    from spacy.tokens import Token

_PLACING = frozenset({"in", "at", "from", "across", "of"})
_NOBODY = frozenset({"example", "instance", "time", "now", "one", "free"})


def owner(scene: Scene, owners: Owners, thing: Counted) -> str | None:
    """The owner of a thing that was told before; None where nothing was, or where the number stands by somebody without a name."""
    before = thing.before
    if before is None or before.subject is None:
        return None
    there = place_behind(scene)
    if there is not None and countries.territory(before.subject) is not None:
        return there
    if is_for_others(scene):
        return _named_behind(scene, owners)
    is_same_sentence = before.sentence == scene.sentence.index
    return _other_holder(scene, owners, thing) or (_subject_between(scene, owners, before.end) if is_same_sentence else None) or before.subject


def place_behind(scene: Scene) -> str | None:
    """ "to 25 percent in Spain": the place that stands by the number itself."""
    if scene.lower(scene.after) not in _PLACING:
        return None
    at = nouns.skip_determiners(scene.doc, scene.after + 1)
    found = names.in_tokens(scene.doc, at, min(at + 3, len(scene.doc)))
    return found[0] if found is not None and found[1] == at else None


def is_for_others(scene: Scene) -> bool:
    """ "34 percent for the others": whether the words behind say whose it is, so that it isn't the one's told before."""
    if scene.quantity.kind not in {"percent", "count"} or scene.lower(scene.after) != "for":
        return False
    at = nouns.skip_determiners(scene.doc, scene.after + 1)
    token = scene.token(at)
    if token is None or at in scene.dated or at in scene.numbers or token.lower_ in _NOBODY:
        return False
    return nouns.is_noun(token) or any(c.isupper() for c in token.text)


def _named_behind(scene: Scene, owners: Owners) -> str | None:
    """ "34 percent for Orvik", but nobody in "34 percent for the others"."""
    start = nouns.skip_determiners(scene.doc, scene.after + 1)
    phrase = nouns.phrase_at(scene.doc, start, scene.dated)
    if phrase is None or phrase.start != start or not names.looks_named(scene.doc[phrase.head]):
        return None
    return plain_names.name_of(scene, owners, phrase.start, phrase.end)


def _other_holder(scene: Scene, owners: Owners, thing: Counted) -> str | None:
    """ "Kestrel sold 528 jets, fewer than Norsk, which sold 735": the clause that tells of somebody else's."""
    verb = clauses.verb_above(thing.anchor)
    if verb is None or thing.anchor.dep_ != "dobj":
        return None
    actor = _own_subject(verb)
    return plain_names.name_by(scene, owners, actor) if actor is not None and actor.tag_ not in {"PRP", "EX"} else None


def _subject_between(scene: Scene, owners: Owners, end: int | None) -> str | None:
    """ "Kestrel lost 12 planes and Norsk's fleet was cut to 9": the subject that stands between the two numbers."""
    verb = clauses.verb_above(scene.root)
    for _ in range(3):
        if verb is None:
            return None
        actor = _own_subject(verb)
        if actor is not None:
            break
        verb = clauses.verb_above(verb)
    if verb is None or actor is None or actor.i >= scene.first or end is None or scene.offset(actor) < end or verb.lemma_ in clauses.SAYING:
        return None
    if names.looks_named(actor):
        return plain_names.name_by(scene, owners, actor)
    named = next((child for child in actor.children if child.dep_ in {"compound", "poss", "nmod"} and child.tag_ == "NNP"), None)
    return plain_names.name_by(scene, owners, named) if named is not None else None


def _own_subject(verb: Token) -> Token | None:
    own = next((child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"} and child.i < verb.i), None)
    return own if own is not None else clauses.hung_on_list(verb)
