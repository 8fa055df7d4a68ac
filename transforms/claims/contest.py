"""Whose result it is: the candidate or party beside a share of votes, a lead in a poll, or a count of delegates.

Read from the words next to the number ("36 percent for Cole", "Hadley's 41", "Ortega 11", "Brandt with 21 percent").
"""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from transforms.claims import clauses, names, nouns, race
from transforms.claims.owners import Owners
from transforms.claims.scene import Scene
from transforms.claims.thing import Counted
from transforms.language import countries, tables

if TYPE_CHECKING:
    from spacy.tokens import Token

_RESULTS = frozenset("delegate superdelegate elector vote seat state point percent ballot caucus contest medal voter".split())
_SHARES = frozenset({"percent", "points", "fraction"})
_BESIDE = frozenset({"with", "at", "on"})
# "Cole came next at 14 percent", "Hadley stood at nine percent"
_STANDING = frozenset(
    "be stand come finish place rank sit follow trail lead poll lag run draw attract garner capture pull edge "
    "rise fall climb drop slip surge jump sink go".split()
)
_HONORIFIC = re.compile(r"^(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov)\.? (?=[A-Z])")
_WINNING = frozenset("win carry take clinch secure prevail advance finish lose beat defeat retain hold".split())
_SIDES = frozenset("party bloc coalition alliance opposition camp".split())
_CHOOSING = frozenset("vote support back favor favour prefer choose pick name".split())
_ELECTING = frozenset({"elect", "reelect", "re-elect", "nominate"})
_ASKED = 12
_FULL_NAME = 2
_SHOWING = frozenset({"put", "show", "have", "find", "give", "see", "place", "leave"})
_AHEAD = frozenset({"ahead", "behind", "above", "below", "clear"})
_UNCLAIMED = frozenset({"undecided", "unpledged", "uncommitted", "unallocated", "undeclared", "unsure"})
_FOLLOWERS = frozenset({"voters", "supporters", "backers", "delegates", "fans"})
_BACKING = frozenset({"support", "backing", "approval", "popularity", "share", "lead", "rating", "ratings"})
_AT_STAKE = frozenset({"stake", "needed", "required", "necessary", "available"})
_CLAUSE_ENDS = frozenset({",", ";", ".", "", "and", "but", "of"})
_PLACED = frozenset({",", "second", "third", "next", "fourth", "top", "on", "ahead", "in", "out", "front", "first", "last", "lead"})
_SIDE_STOPS = frozenset({",", ";", "and", "while", "but", "to", "versus", "with", ".", "\n", "(", "-", "–", "—", "", "'s", "’s", "the"})
_AFTER_NAME = frozenset({",", ".", ";", "and", ")", "while", "but", "", "\n", "%", "percent", "per", "to", "on", "in"})


def find(scene: Scene, owners: Owners, thing: Counted | None) -> str | None:
    """The candidate or party that the number's own neighbours name; None for numbers that are no result."""
    kind = scene.quantity.kind
    if is_unclaimed(scene):
        return None
    if kind == "count" and (thing is None or thing.phrase is None or scene.lower(scene.before - 1) == ":") and scene.quantity.unit is None:
        return _elided(scene, owners)
    if kind == "money" and any(token.i in scene.numbers for token in scene.doc[: scene.first]):
        before = scene.token(scene.before - 1)
        # "Cole has raised $6 million, Brandt $4 million"
        while before is not None and before.i > 1 and before.is_lower and names.is_possessive(before.nbor(-1)):
            before = before.nbor(-1)  # "compared with Brandt's paltry $46,000"
        if before is not None and names.is_possessive(before):
            return _name_ending(scene, owners, before.i - 1)
        return _before(scene, owners) if before is not None and names.looks_named(before) else None
    is_lead = kind == "count" and _past_points(scene) != scene.after
    if kind not in _SHARES and not is_lead and not (kind == "count" and thing is not None and thing.head in _RESULTS):
        return None
    paired = race.side(scene)
    if paired is not None:
        token = scene.doc[paired]
        return owners.person(token.lower_, scene.offset(token)) if token.tag_ == "PRP" else _name_ending(scene, owners, paired)
    return _at(scene, owners) or _behind(scene, owners) or _before(scene, owners) or _chosen(scene, owners) or _standing(scene, owners)


def is_unclaimed(scene: Scene) -> bool:
    """ "with 112 still undecided", "310 delegates at stake", "it takes 1,990 delegates": nobody's result."""
    following = scene.token(scene.after)
    if following is not None and following.tag_ in {"NNP", "NNPS"}:
        return False  # "three Republicans are undecided"
    if any(scene.lower(at) in _UNCLAIMED for at in range(scene.after, scene.after + 3)):
        return True
    if scene.quantity.kind != "count":
        return False
    takes = scene.lower(scene.before - 1) in {"takes", "took", "requires", "required"} and scene.lower(scene.before - 2) in {
        "it",
        "nomination",
        "majority",
    }
    if takes or scene.lower(scene.after) == "of":
        return takes  # "nine of the 13 delegates at stake" are somebody's
    clause = itertools.takewhile(lambda at: scene.lower(at) not in _CLAUSE_ENDS, range(scene.after, scene.after + 7))
    return any(scene.lower(at) in _AT_STAKE for at in clause)


def _elided(scene: Scene, owners: Owners) -> str | None:
    """A bare number in parallel with a result: "Ortega 11", "to Brandt's four", "21 for Cole", "Cole: 410"."""
    before = scene.token(scene.before - 1)
    if before is not None and (names.is_possessive(before) or names.looks_named(before) or before.text == ":"):
        return _before(scene, owners)
    if before is not None and before.lower_ in _BESIDE and before.i > 0 and (found := _before(scene, owners)) is not None:
        return found
    if any(token.i in scene.numbers for token in scene.doc[: scene.first]):
        return _behind(scene, owners)
    return None


def _at(scene: Scene, owners: Owners) -> str | None:
    """ "Orvik by 29 percent; Kestrel by 17", "17.7 percent at Orvik", "among Brandt voters, 74 percent": whose change or voters they are."""
    if scene.quantity.kind != "percent":
        return None
    if scene.lower(scene.before - 1) == "by" and scene.before > 1 and names.looks_named(scene.doc[scene.before - 2]):
        first = _first(scene, scene.before - 2)
        if first == 0 or scene.lower(first - 1) in {":", ";", ",", "and"}:
            return _name_ending(scene, owners, scene.before - 2)
    if scene.lower(scene.after) == "at":
        phrase = nouns.phrase_at(scene.doc, scene.after + 1, scene.dated)
        if phrase is not None and phrase.start == scene.after + 1 and names.looks_named(scene.doc[phrase.head]):
            return _name_ending(scene, owners, phrase.head)
    for token in scene.doc[max(scene.before - _ASKED, 0) : scene.before]:
        named = token.lower_ in {"among", "for"} and token.i + 2 < len(scene.doc) and names.looks_named(scene.doc[token.i + 1])
        if named and scene.lower(token.i + 2) in _FOLLOWERS and token.i <= 1:
            form = scene.text(token.i + 1, token.i + 2)
            return countries.nation(form) or (owners.fullest(form) if countries.territory(form) is None else None)
    return None


def _behind(scene: Scene, owners: Owners) -> str | None:
    """ "36 percent for Cole", "54.3 percent of the vote for her rival Dana Cole"."""
    at = _past_points(scene)
    if scene.lower(at) == "of" and scene.lower(at + 1) in {"the", "all"} and nouns.singular(scene.lower(at + 2)) in {"vote", "ballot"}:
        at += 3
    at += scene.lower(at) in race.MARGINS  # "a three-point lead for Cole"
    if scene.lower(at) != "for":
        return None
    start = nouns.skip_determiners(scene.doc, at + 1)
    phrase = nouns.phrase_at(scene.doc, start, scene.dated)
    if phrase is None or phrase.start != start:
        return None
    return _name_ending(scene, owners, phrase.head)


def _past_points(scene: Scene) -> int:
    """The token behind the number and its "points"."""
    at = scene.after + (scene.lower(scene.after) == "-")
    return at + 1 if nouns.singular(scene.lower(at)) == "point" else scene.after


def _before(scene: Scene, owners: Owners) -> str | None:
    """ "Hadley's 41 percent", "Ortega 11", "Brandt: 410", "Brandt with 21 percent"."""
    at = scene.before - 1
    while at > 0 and scene.lower(at) in {"a", "an", "just", "only", "average", "of", "still"}:
        at -= 1
    before = scene.token(at)
    if before is None:
        return None
    if names.is_possessive(before):
        return _name_ending(scene, owners, at - 1)
    if before.text == "(" and at > 0 and scene.quantity.kind == "percent" and countries.territory(scene.doc[at - 1].text) is None:
        return _name_ending(scene, owners, at - 1)  # "Eritreans (14 percent) and Iranians (11)"
    if before.text == ":":
        first = _first(scene, at - 1)
        if first == 0 and scene.sentence.index == 0:
            return None  # "Beijing: At least 64 people": where it was written
        return _name_ending(scene, owners, at - 1) if first == 0 or scene.lower(first - 1) in _SIDE_STOPS else None
    if before.lower_ in _BESIDE:
        at -= 1
        while at > 0 and scene.lower(at) in _PLACED:
            at -= 1
        while at > 0 and scene.doc[at].tag_ in {"DT", "JJ"} and scene.doc[at].is_lower:
            at -= 1  # "with Novak a distant third at 3"
        if at > 1 and scene.lower(at - 1) == "of" and countries.territory(scene.doc[at].text) is not None:
            at -= 2  # "followed by Falk of Ohio, with 6"
        if scene.doc[at].tag_ == "NN" and nouns.singular(scene.lower(at)) in _SIDES:
            return _side(scene, owners, scene.doc[at])
        return _name_ending(scene, owners, at) if scene.doc[at].dep_ != "pobj" or scene.doc[at].head.lower_ in {"for", "by"} else None
    if names.looks_named(before) and (scene.lower(scene.last + 1) in _AFTER_NAME or scene.lower(_past_points(scene)) in _AHEAD):
        first = _first(scene, at)
        if first > 0 and scene.doc[first - 1].lemma_ in _SHOWING:
            return _name_ending(scene, owners, at)  # "the poll put Cole 3 points ahead"
        while first > 0 and scene.doc[first - 1].tag_ in {"JJ", "NN", "DT"} and scene.lower(first - 1) not in _SIDE_STOPS:
            first -= 1
        return _name_ending(scene, owners, at) if first == 0 or scene.lower(first - 1) in _SIDE_STOPS else None
    return None


def _chosen(scene: Scene, owners: Owners) -> str | None:
    """ "45 percent of voters said they would vote for Cole", "another 12 percent back Lisle": whom those asked would choose."""
    if scene.quantity.kind not in _SHARES or not owners.is_of_votes:
        return None
    above = clauses.verb_above(scene.root)
    if above is not None and above.lemma_ in _CHOOSING and scene.lower(scene.before - 1) == "by":
        chosen = next((child for child in above.children if child.dep_ == "nsubjpass"), None)
        return _name_ending(scene, owners, chosen.i) if chosen is not None else None  # "Cole was named by 7 percent"
    verb = next((t for t in scene.doc[scene.after : scene.after + _ASKED] if t.lemma_ in _CHOOSING and clauses.is_verb(t)), None)
    between = scene.doc[scene.after : verb.i] if verb is not None else ()
    if verb is None or verb.tag_ == "VBG" or any(token.i in scene.numbers or token.lower_ in {"while", "but", ";"} for token in between):
        return None
    at = verb.i + 2 if scene.lower(verb.i + 1) == "for" else verb.i + 1
    phrase = nouns.phrase_at(scene.doc, nouns.skip_determiners(scene.doc, at), scene.dated)
    if phrase is None or not names.looks_named(scene.doc[phrase.head]) or phrase.start > at + 1:
        return None
    return _name_ending(scene, owners, phrase.head)


def _standing(scene: Scene, owners: Owners) -> str | None:
    """ "Cole was second at 12 percent": the person or party that stands there."""
    verb = clauses.verb_above(scene.root)
    if verb is not None and scene.lower(verb.i - 1) in {"'s", "’s"} and scene.doc[verb.i - 1].tag_ == "POS":
        return _name_ending(scene, owners, verb.i - 2)  # "Cole's rose by two points while Brandt's fell by three"
    is_won = scene.quantity.kind == "count" or verb is not None and verb.lemma_ in _WINNING
    with_results = is_won and scene.lower(scene.before - 1) == "with" and _wins_with(scene.doc[scene.before - 1], verb)
    elected = next((child for child in verb.children if child.dep_ == "nsubjpass"), None) if verb is not None else None
    if verb is not None and verb.lemma_ in _ELECTING and elected is not None and scene.lower(scene.before - 1) == "with":
        return _name_ending(scene, owners, elected.i)
    if verb is None or verb.lemma_ not in _STANDING and not with_results or elected is not None:
        return None
    actor = clauses.actor(verb)
    if actor is not None and actor.tag_ in {"WP", "WDT"} and verb.dep_ in {"relcl", "conj"}:
        clause = verb if verb.dep_ == "relcl" else verb.head
        actor = clause.head if clause.dep_ == "relcl" else actor
    if actor is not None and actor.lower_ in _BACKING:
        return _backed(scene, owners, actor)
    if actor is not None and actor.lower_ in {"he", "she"}:
        return owners.person(actor.lower_, scene.offset(actor))
    if actor is not None and actor.tag_ == "NN" and nouns.singular(actor.text) in _SIDES and actor.i not in scene.numbers:
        return _side(scene, owners, actor)
    if actor is None or not (names.looks_named(actor) or _opens_as_name(owners, actor)) or actor.i in scene.numbers:
        return None
    return _name_ending(scene, owners, actor.i)


def _backed(scene: Scene, owners: Owners, noun: Token) -> str | None:
    """ "support for Cole has slipped to 36 percent", "Cole's support": whom it is for."""
    whose = [inner for child in noun.children if child.lower_ in {"for", "of"} for inner in child.children if inner.dep_ == "pobj"]
    whose += [child for child in noun.children if child.dep_ == "poss"]
    return _name_ending(scene, owners, whose[0].i) if whose else None


def _wins_with(word: Token, verb: Token | None) -> bool:
    """Whether "with 25 percent of the vote" says how somebody won: it hangs on the verb or on what was won."""
    return verb is not None and (word.head == verb or word.head.head == verb and word.head.dep_ in {"dobj", "attr", "prep"})


def _side(scene: Scene, owners: Owners, noun: Token) -> str:
    """ "the ruling party", "the opposition bloc": the side's name where the article tells it, else its words."""
    first = noun.i
    while first > 0 and scene.doc[first - 1].tag_ in {"JJ", "NN", "VBG", "VBN", "HYPH", "NNP"} and first - 1 not in scene.dated:
        first -= 1
    words = scene.doc[first : noun.i]
    named = owners.body(scene.offset(scene.doc[first]), noun.lower_) if not len(words) else None
    return named or scene.doc[first : noun.i + 1].text


def _first(scene: Scene, last: int) -> int:
    """The first token of the capitalised words that end at `last`."""
    first = last
    while first > 0 and _is_name(scene.doc[first - 1]) and first - 1 not in scene.dated:
        first -= 1
    return first


def _is_name(token: Token) -> bool:
    return names.looks_named(token) or token.tag_ == "HYPH"


def _opens_as_name(owners: Owners, token: Token) -> bool:
    """Whether the word that opens the sentence is a name that the article has within sentences too."""
    return token.i == 0 and token.text[:1].isupper() and owners.names.has_within(token.text)


def _name_ending(scene: Scene, owners: Owners, last: int) -> str | None:
    """The candidate or party whose name ends at the token; None for places, days and what is no name."""
    token = scene.token(last)
    if token is None or not (names.looks_named(token) or _opens_as_name(owners, token)) or last in scene.dated or last in scene.numbers:
        return None
    form = _past_office(scene, last) or scene.doc[_first(scene, last) : last + 1].text
    if countries.territory(form) is not None or countries.is_publication(form) or token.lower_ in tables.words("place_nouns", "noun"):
        return None
    party = countries.nation(form)
    return party if party is not None else owners.fullest(_HONORIFIC.sub("", form))


def _past_office(scene: Scene, last: int) -> str | None:
    """ "Mara Cole" for the title of "Secretary of State Mara Cole"."""
    if scene.lower(last) not in names.titles() or scene.lower(last + 1) != "of":
        return None
    end = last + 2
    while end < len(scene.doc) and names.looks_named(scene.doc[end]):
        end += 1
    return scene.text(end - _FULL_NAME, end) if end - last - 2 > _FULL_NAME else None


def is_error_margin(scene: Scene) -> bool:
    """ "a margin of error of plus or minus 3 percentage points" is nobody's."""
    before = [scene.lower(at) for at in range(max(scene.before - 9, 0), scene.before)]
    return "margin" in before and "error" in before


def is_whole(scene: Scene) -> bool:
    """The 121 of "won 58 of the 121 seats" belong to nobody who won some of them."""
    at = scene.before - 1
    if scene.lower(at) not in {"the", "its", "their"} or scene.lower(at - 1) != "of":
        return False
    return at - 2 in scene.numbers or at - 3 in scene.numbers


def is_aside(anchor: Token, verb: Token) -> bool:
    """ "With 80 percent of precincts reporting, Cole had 1,204 votes": what stands beside the clause has no part in it."""
    token = anchor
    while token != verb and token.head != token:
        token = token.head
        if token.lower_ in {"with", "after", "despite", "amid"} and token.dep_ == "prep":
            return True
    return False
