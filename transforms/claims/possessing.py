"""Whose figure it is by the noun phrase: a possessor, demonym or name within it, before it or right behind it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from transforms.claims import names, nouns, plain_names
from transforms.claims.kinds import PERSONS
from transforms.claims.owners import Owners
from transforms.claims.scene import Scene
from transforms.claims.thing import Counted
from transforms.language import countries, tables

if TYPE_CHECKING:
    from spacy.tokens import Doc

_NAMED_OWNERS = PERSONS | {"other", "share", "infrastructure", "money"}
# harm done to people is told of the victims; who did it is not whose figure it is
HARMS = frozenset({"killed", "wounded", "casualties", "missing", "affected", "population"})
_MEMBERS = frozenset(
    "member soldier troop fighter officer citizen resident employee worker supporter national leader official guerrilla militant "
    "representative delegate deputy branch seat inhabitant unit head population follower share percent majority".split()
)
_FROM_SOMEWHERE = frozenset({"share", "population", "money", "other", "affected", "displaced"})
_ASSOCIATIONS = frozenset({"union", "party", "alliance", "association", "society", "league", "federation", "airlines", "airways"})
_SERVICES = frozenset({"navy", "army", "police", "government", "coastguard"})
_SERVING = re.compile(
    r"\b((?:[A-Z][a-z]+ )?[A-Z][a-z]+) (?:navy|naval|army|police|government|coastguard|troops|soldiers|forces|military|officials|authorities)\b"
)
# "people inside Syria"; money for somebody isn't yet theirs
_BELONGING = frozenset({"in", "from", "of", "for", "inside", "within", "across"})
# they are where they are for a while and belong to no place
_GATHERED = frozenset(
    "protester protestor demonstrator marcher visitor tourist guest passenger spectator fan mourner worshipper pilgrim supporter traveller "
    "traveler shopper crowd".split()
)
_GIFTS = frozenset({"contribution", "donation", "gift", "grant"})
# "Series H shares", "Super Bowl tickets", "Class A roads"
_KINDS = frozenset("series super class type category phase level tier mark grade".split())
_SHORT_NAME = 3


def in_phrase(scene: Scene, owners: Owners, thing: Counted, metric: str) -> str | None:
    """A possessor, demonym or name within the noun phrase, or directly before it."""
    doc = scene.doc
    start, end = thing.phrase or (0, 0)
    inner = _member_of(scene, owners, thing, start, end)
    if inner is not None:
        return inner
    possessor = _possessor(scene, owners, start, end)
    if possessor is not None:
        return possessor
    if end - start == 1 and doc[start].lower_ in plain_names.PLACE_NOUNS and doc[start].tag_ == "NN":
        return owners.before(scene.offset(doc[start]), doc[start].lower_)  # "half the country was without power"
    if thing.how == "hyphen":
        end = nouns.extended(doc, nouns.Phrase(start, end - 1, end), scene.dated)  # "the 150-seat lower house of the Kenyan parliament"
    head = thing.head_token.i if thing.head_token is not None and start <= thing.head_token.i < end else end - 1
    found = names.in_tokens(doc, start, end)
    if found is not None and countries.group(doc[found[1] : found[2]].text) == "faith":
        found = None
    if found is not None and (metric != "measure" or found[1] <= head):
        return _body_around(doc, found, end) or found[0]
    if thing.head_token is None:
        return None
    if metric in _NAMED_OWNERS:
        named = _name_before(owners, doc, start, head)
        if named is not None:
            return named
    return _service(scene, owners, start, head, metric)


def _service(scene: Scene, owners: Owners, start: int, head: int, metric: str) -> str | None:
    """ "12 LTTE boats", "two navy boats", "300 rebel fighters": the force before the noun, by its name where the article has one."""
    if metric not in {"equipment", "infrastructure", "personnel", *HARMS} or head == start:
        return None
    modifier = scene.doc[head - 1]
    if modifier.tag_ == "NNP" and modifier.is_upper and modifier.is_alpha and len(modifier) > 2 and metric == "equipment":
        return owners.fullest(modifier.text)
    word = nouns.singular(modifier.text)
    if word in plain_names.REBELS:
        return owners.insurgents(scene.sentence.start, scene.sentence.end) or f"{word}s"
    return _whose_service(scene) or modifier.lower_ if modifier.lower_ in _SERVICES else None


def _whose_service(scene: Scene) -> str | None:
    """The one country whose soldiers, police or ministries the article names by its adjective; None for none or several."""
    found = {countries.nation(match[1]) for match in _SERVING.finditer(scene.document.text)} - {None}
    return found.pop() if len(found) == 1 else None


def _body_around(doc: Doc, found: tuple[str, int, int], end: int) -> str | None:
    """ "South Lebanon Army": the body that only has a country's name in its own."""
    stop = found[2]
    while stop < end and doc[stop].tag_ in {"NNP", "NNPS"}:
        stop += 1
    start = found[1]
    while start > 0 and doc[start - 1].tag_ in {"NNP", "NNPS"}:
        start -= 1
    if stop == found[2]:
        return None
    last = doc[stop - 1].lower_
    # "African Union" is a body of its own, the "Kenyan Army" is Kenya's
    is_adjective = countries.nation(doc[found[1] : found[2]].text) is not None
    is_body = last in _ASSOCIATIONS if is_adjective else last in tables.words("organisation_words", "word")
    return doc[start:stop].text if is_body else None


def _possessor(scene: Scene, owners: Owners, start: int, end: int) -> str | None:
    """ "its soldiers", "Kyiv's forces", "the continent's urban population", "Israel's 17-day offensive"."""
    doc = scene.doc
    for at in range(start, end):
        if doc[at].tag_ == "POS":
            return plain_names.owner_of(scene, owners, at)
    at = start - 1
    if (
        start > scene.first
        and start - 1 <= max(scene.after, scene.last)
        and scene.lower(start - 1) not in {"of", "its", "their", "his", "her", "our"}
    ):
        at = scene.before - 1
        while at > 0 and doc[at].tag_ in {"JJ", "JJS", "RB"} and doc[at].lower_ not in {"more"}:
            at -= 1
    while at > 0 and at in scene.numbers and at > scene.last:
        at -= 1  # "400 of its 9,000 jobs"
    while at > 0 and (at in scene.dated or doc[at].tag_ == "HYPH" and at - 1 in scene.dated):
        at -= 1
    before = scene.token(at)
    if before is None:
        return None
    if before.tag_ == "POS":
        return plain_names.owner_of(scene, owners, at)
    if before.tag_ == "PRP$":
        return plain_names.antecedent(scene, owners, before)
    return None


def _member_of(scene: Scene, owners: Owners, thing: Counted, start: int, end: int) -> str | None:
    """ "members of the SLA": the name in the complement of a noun of belonging."""
    doc = scene.doc
    for at in range(start + 1, end):
        if doc[at].lower_ == "of" and nouns.singular(doc[at - 1].text) in _MEMBERS:
            inner = nouns.skip_determiners(doc, at + 1)
            first = next((i for i in range(inner, end) if doc[i].tag_ in {"NNP", "NNPS"} and scene.lower(i + 1) not in {"-", "–"}), None)
            if first is not None:
                last = first
                while first > inner and (doc[first - 1].tag_ == "HYPH" or doc[first - 1].lower_ in {"al", "el"}):
                    first -= 1  # "members of al-Nur"
                while last + 1 < len(doc) and (doc[last + 1].tag_ in {"NNP", "NNPS"} or doc[last + 1].text in {"'", "’"}):
                    last += 1
                return countries.canonical(doc[first : last + 1].text)
    return None


def _name_before(owners: Owners, doc: Doc, start: int, head: int) -> str | None:
    """ "Hezbollah fighters", "BSF personnel", but not "AK-47 rifles" or "AIDS cases"."""
    if doc[head].tag_ == "NNP" and not doc[head].is_upper and not doc[start:head].text.isupper():
        return None  # "Harbour Bank" is one name and no bank of Harbour
    at = head
    while at > start and doc[at - 1].tag_ in {"NN", "JJ"} and not doc[at - 1].text[:1].isupper():
        at -= 1
    first = at
    while first > start and doc[first - 1].tag_ in {"NNP", "NNPS"} and not any(c.isdigit() for c in doc[first - 1].text):
        first -= 1
    name = doc[first:at].text
    if countries.group(name) == "faith":
        return None
    if not name or name.lower() in tables.words("no_owner", "name") or _KINDS & {doc[first].lower_, doc[max(first - 1, 0)].lower_}:
        return None
    return countries.territory(name) or owners.fullest(name)


def _owner_end(doc: Doc, start: int, end: int) -> int:
    """Where a possessor in the phrase ends, else the phrase's end."""
    return next((at for at in range(start + 1, end) if doc[at].tag_ == "POS"), end)


def behind(scene: Scene, owners: Owners, thing: Counted, metric: str) -> str | None:
    """ "people in South Africa", "emails from the minister's server": a territory or name in the phrase right after the noun."""
    if metric not in _FROM_SOMEWHERE or thing.phrase is None:
        return None
    doc, at = scene.doc, thing.phrase[1]
    if thing.head in _GATHERED and scene.lower(at) != "from":
        return None
    if thing.head in _GIFTS and scene.lower(at) == "to":
        start = nouns.skip_determiners(doc, at + 1)
        phrase = nouns.phrase_at(doc, start, scene.dated)
        return plain_names.name_of(scene, owners, start, _owner_end(doc, start, phrase.end)) if phrase is not None else None
    if scene.lower(at) not in _BELONGING or scene.lower(at) == "for" and metric == "money":
        return None
    start = nouns.skip_determiners(doc, at + 1)
    phrase = nouns.phrase_at(doc, start, scene.dated)
    if phrase is None or phrase.start != start:
        return None
    found = names.in_tokens(doc, phrase.start, phrase.end)
    if found is not None:
        return found[0]
    if scene.lower(at) == "from" and metric == "other":
        marks = [token.i for token in doc[phrase.start : phrase.end] if token.tag_ == "POS"]
        stop = marks[0] if marks else phrase.end
        return plain_names.name_of(scene, owners, phrase.start, stop) if doc[stop - 1].tag_ == "NNP" else None
    if nouns.singular(doc[phrase.head].text) in plain_names.PLACE_NOUNS:
        return owners.before(scene.offset(doc[phrase.head]), doc[phrase.head].lower_)
    if scene.lower(at) == "for" and metric in {"population", "other"} and doc[phrase.head].tag_ == "NNP" and phrase.end - phrase.start <= _SHORT_NAME:
        is_day = phrase.head in scene.dated
        return None if is_day else owners.fullest(doc[phrase.start : phrase.end].text)  # "300 million users for Kestrel"
    return None
