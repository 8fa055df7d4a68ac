"""Whose fighters and weapons they are where two sides fight: what one side shoots down or captures is the other's.

The owner stands in the words around ("missiles fired by Norvia"), or the article tells elsewhere whose such things are
("Norvian drones", "Norvia launched 30 drones"). Fighters without an owner are those of the one armed group or of the one army told of.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from transforms.claims import clauses, plain_names
from transforms.claims.owners import Owners
from transforms.claims.scene import Scene
from transforms.claims.thing import Counted
from transforms.language import countries

if TYPE_CHECKING:
    from spacy.tokens import Token

_HITTING = frozenset("shoot down destroy intercept sink neutralise neutralize repel foil thwart gun kill eliminate capture seize hit strike".split())
_USING = r"(?:launched|fired|used|sent|deployed|flew|attacked|struck|hit|bombarded|unleashed)"
_BY_WHOM = re.compile(r"([A-Z]\w+)[-‑–](?:launched|fired|operated|flown|held|owned|sent)\b")
_USED = frozenset({"launch", "fire", "use", "send", "deploy", "fly", "operate", "belong", "own", "shoot"})
_REACH = 60
# characters: longer than most articles, so that the time a long text takes stays in proportion
_FAR = 5000


def is_hit(scene: Scene, thing: Counted) -> Token | None:
    """The verb that says that the thing is shot down, destroyed or captured; None where nothing of the kind happens to it."""
    token = clauses.first_listed(thing.anchor)
    while token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head != token:
        token = clauses.first_listed(token.head.head)
    if token.dep_ not in {"dobj", "nsubjpass"}:
        return None
    return token.head if token.head.lemma_ in _HITTING else None


def owner(scene: Scene, owners: Owners, thing: Counted, verb: Token) -> str | None:
    """Whose the thing is that `verb` is done to: never the one's who does it."""
    named = _user(scene, owners, thing)
    if named is not None:
        return named
    actor = clauses.actor(verb) if verb.dep_ != "nsubjpass" else None
    doer = plain_names.name_by(scene, owners, actor) if actor is not None else None
    return _told_of(scene, thing, doer)


def _user(scene: Scene, owners: Owners, thing: Counted) -> str | None:
    """ "missiles fired by Norvia", "Norvian-launched drones"."""
    start, end = thing.phrase or (scene.after, scene.after + 1)
    glued = _BY_WHOM.search(scene.text(max(start - 1, 0), end))
    if glued is not None:
        return countries.nation(glued[1]) or countries.territory(glued[1])
    noun = thing.head_token if thing.head_token is not None else thing.anchor
    for child in noun.children:
        if child.dep_ == "acl" and child.lemma_ in _USED:
            agent = clauses.actor(child) or next((c for p in child.children if p.dep_ == "prep" and p.lower_ == "to" for c in p.children), None)
            return plain_names.name_by(scene, owners, agent) if agent is not None else None
    return None


def _told_of(scene: Scene, thing: Counted, doer: str | None) -> str | None:
    """The one country other than the doer whose such things the article tells of."""
    if not thing.head.isalpha():
        return None
    text = scene.document.text[max(scene.sentence.start - _FAR, 0) : scene.sentence.end + _FAR]
    found: set[str] = set()
    for match in re.finditer(rf"\b{thing.head}s?\b", text):
        before = text[max(match.start() - _REACH, 0) : match.start()]
        words = before.split()
        for word in reversed(words[-3:]):
            name = countries.nation(word.strip(",.;:“”\"'"))
            if name is not None:
                found.add(name)
            elif not word.isalpha():
                break
        user = re.search(rf"\b((?:[A-Z]\w+ )?[A-Z]\w+)(?: had| has| have)?(?: \w+ly)?(?: also)? {_USING}\b[^.;]*$", before)
        if user is not None:
            name = countries.territory(user[1]) or countries.territory(user[1].split()[-1]) or countries.of_capital(user[1].split()[-1])
            if name is not None:
                found.add(name)
    found.discard(doer or "")
    return found.pop() if len(found) == 1 else None
