"""Whose weapons they are where two sides fight: what one side shoots down or captures is the other's.

The owner stands in the words around ("missiles fired by Norvia", "14 Hezbollah rockets"), or the article tells elsewhere who used
such things ("Norvia launched 30 drones", "Norvian drones hit the port").
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from transforms.claims import clauses, names, plain_names
from transforms.claims.owners import Owners
from transforms.claims.scene import Scene
from transforms.claims.thing import Counted
from transforms.language import countries

if TYPE_CHECKING:
    from spacy.tokens import Token

_HITTING = frozenset("shoot down destroy intercept sink neutralise neutralize repel foil thwart gun kill eliminate capture seize hit strike".split())
WEAPONS = frozenset(
    "drone missile rocket plane aircraft jet helicopter tank boat ship vessel warplane bomber warship submarine shell bomb mortar howitzer "
    "vehicle gun uav balloon rifle weapon launcher frigate".split()
)
_FIGHTERS = frozenset({"soldier", "troop", "serviceman", "fighter", "pilot", "officer"})
_USING = r"(?:launched|fired|used|sent|flew|attacked|struck|bombarded|unleashed)"
_STRIKING = r"(?:had |have |has )?(?:hit|struck|attacked|crossed|entered|flew|targeted|bombed|killed|damaged|violated|were launched|rained)\b"
_BY_WHOM = re.compile(r"([A-Z]\w+)[-‑–](?:launched|fired|operated|flown|held|owned|sent)\b")
_USED = frozenset({"launch", "fire", "use", "send", "deploy", "fly", "operate", "belong", "own", "shoot"})
_REACH = 60
# characters around the sentence
_FAR = 2500


def is_hit(scene: Scene, thing: Counted) -> Token | None:
    """The verb that says that a weapon is shot down or destroyed, or a fighter captured or killed; None for everything else."""
    token = clauses.first_listed(thing.anchor)
    while token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head != token:
        token = clauses.first_listed(token.head.head)
    if token.dep_ not in {"dobj", "nsubjpass"} or token.head.lemma_ not in _HITTING:
        return None
    by_named = token.dep_ == "dobj" and (actor := clauses.actor(token.head)) is not None and actor.tag_ in {"NNP", "NNPS", "NNS", "PRP", "NN"}
    return token.head if thing.head in WEAPONS or thing.head in _FIGHTERS and by_named else None


def owner(scene: Scene, owners: Owners, thing: Counted, verb: Token) -> str | None:
    """Whose the thing is that `verb` is done to: never the one's who does it."""
    named = _user(scene, owners, thing)
    if named is not None:
        return named
    by = doer(scene, owners, verb)
    before = thing.before.subject if thing.before is not None else None
    if before is not None and before != by:
        return before  # "fired 30 rockets. Israel intercepted 20"
    return _told_of(scene, thing, by) if thing.head in WEAPONS else None


def doer(scene: Scene, owners: Owners, verb: Token) -> str | None:
    """Who does what the verb says, whose the thing therefore is not."""
    actor = clauses.actor(verb)
    return plain_names.name_by(scene, owners, actor) if actor is not None and actor.head != actor else None


def _user(scene: Scene, owners: Owners, thing: Counted) -> str | None:
    """ "missiles fired by Norvia", "Norvian-launched drones", "Hezbollah rockets"."""
    start, end = thing.phrase or (scene.after, scene.after + 1)
    glued = _BY_WHOM.search(scene.text(max(start - 1, 0), end))
    if glued is not None:
        return countries.nation(glued[1]) or countries.territory(glued[1])
    for token in scene.doc[start:end]:
        body = owners.bodies.at(scene.offset(token))
        if body is not None and "armed" in body.kinds and token.i < end - 1:
            return owners.fullest(body.name)
    noun = thing.head_token if thing.head_token is not None else thing.anchor
    for child in noun.children:
        if child.dep_ == "acl" and child.lemma_ in _USED:
            agent = clauses.actor(child) or next((c for p in child.children if p.dep_ == "prep" and p.lower_ == "to" for c in p.children), None)
            return plain_names.name_by(scene, owners, agent) if agent is not None and names.looks_named(agent) else None
    return None


def _told_of(scene: Scene, thing: Counted, doer: str | None) -> str | None:
    """The one country other than the doer that the text around tells to have used such things."""
    text = scene.document.text[max(scene.sentence.start - _FAR, 0) : scene.sentence.end + _FAR]
    found: set[str] = set()
    for match in re.finditer(rf"\b{thing.head}s?\b", text):
        before = text[max(match.start() - _REACH, 0) : match.start()]
        if re.match(rf" {_STRIKING}", text[match.end() : match.end() + _REACH]):
            adjectives = (countries.nation(word.strip(",.;:“”\"'")) for word in before.split()[-3:])
            found |= {name for name in adjectives if name is not None}
        user = re.search(rf"\b((?:[A-Z]\w+ )?[A-Z]\w+)(?: had| has| have)?(?: \w+ly)?(?: also)? {_USING}\b[^.;]*$", before)
        if user is not None:
            last = user[1].split()[-1]
            name = countries.territory(user[1]) or countries.territory(last) or countries.of_capital(last)
            if name is not None:
                found.add(name)
    found.discard(doer or "")
    return found.pop() if len(found) == 1 else None
