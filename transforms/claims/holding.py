"""Whose figure it is by who acts: who owns, wins, pays, gives or does what is counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transforms.claims import clauses, contest, holders, kinds, names, nouns, plain_names
from transforms.claims.owners import Owners
from transforms.claims.scene import Scene
from transforms.claims.thing import Counted
from transforms.language import countries, tables

if TYPE_CHECKING:
    from spacy.tokens import Token

_HAVING = frozenset(
    "own control win hold get receive seek need borrow have lose earn gain claim secure raise spend take carry poll score lead "
    "possess command account draw "
    "attract garner capture amass collect boast generate".split()
)
_MOVING = frozenset("fall rise climb drop gain lose add jump slip ease advance decline tumble soar surge plunge shed close settle end".split())
_BESTOWING = frozenset({"award", "grant", "fine", "fin", "offer", "pay", "owe", "give", "lend"})
_GIFTS = frozenset({"contribution", "donation", "grant", "gift", "loan", "pledge", "aid", "payment", "transfer"})
_ACCOUNTING = frozenset({"report", "post", "announce", "disclose", "register"})
_FIRMS = frozenset(
    "corp corporation inc co company ltd plc group holdings industries llc ag sa nv spa bank airlines airways motors steel energy oil "
    "electric systems technologies international enterprises partners financial bancorp pharmaceuticals stores foods".split()
)
# what somebody welcomes or hears of isn't theirs
_JUDGING = frozenset(
    "welcome condemn urge praise criticize criticise deplore mourn commend applaud oppose support inform notify brief assure remind "
    "hear learn recognize recognise celebrate thank honor honour remember mark congratulate host leave force prompt".split()
)
# those who are told to go, and what a court takes away, are not the speaker's
_BIDDING = frozenset("order tell ask advise instruct summon invite treat".split())


def holder(scene: Scene, owners: Owners, thing: Counted | None, metric: str) -> str | None:
    """Who owns, wins, gets or holds what is counted ("the company owns 80 % of the mill")."""
    anchor = thing.anchor if thing is not None and thing.phrase is not None and thing.how not in {"subject", "noun before", "title"} else scene.root
    for child in anchor.children if thing is None or thing.head_token is None else (*anchor.children, *thing.head_token.children):
        if child.dep_ == "relcl":
            # "the $85,000 in loans that she needed"
            owner = next((c for c in child.children if c.dep_ == "nsubj" and c.tag_ in {"PRP", "NNP"}), None)
            if owner is not None:
                return plain_names.name_by(scene, owners, owner)
        if child.dep_ == "acl" and child.tag_ == "VBN" and child.lemma_ in _HAVING | holders.KEEPING:
            # "the $37 million raised by her rival Mara Cole"
            agent = clauses.actor(child) if any(c.dep_ == "agent" for c in child.children) else None
            agent = next((c for c in agent.children if c.dep_ == "appos"), agent) if agent is not None else None
            if agent is not None and agent.tag_ in {"NNP", "NNPS"}:
                return plain_names.name_by(scene, owners, agent)
    verb = clauses.verb_above(anchor)
    if verb is not None and verb.lemma_ in {"cost", "save", "fine", "fin"} and metric == "money":
        # "could cost Norvia $1 billion", "fined Orvik $3 million": who pays
        payer = next(
            (c for c in verb.children if c.dep_ in {"dative", "dobj", "iobj"} and c.tag_ in {"NNP", "NNPS", "PRP"} and c.i < scene.first), None
        )
        if payer is not None:
            return plain_names.name_by(scene, owners, payer)
    if verb is not None and metric == "money" and verb.lemma_ in _BESTOWING:
        # "the builder was awarded a $3 million contract", "the bank was ordered to pay $3 million"
        receiver = next((child for child in verb.children if child.dep_ == "nsubjpass"), None)
        if receiver is not None and receiver.i < scene.first and receiver.i not in scene.numbers:
            return plain_names.name_by(scene, owners, receiver)
    is_per_share = (scene.quantity.unit or "").endswith("/share")
    if verb is not None and verb.lemma_ not in clauses.SAYING and (is_per_share or metric == "money" and verb.lemma_ in _MOVING):
        # "Kestrel Foods climbed $2": whose shares they are
        riser = clauses.actor(verb)
        if riser is not None and names.looks_named(riser) and not owners.names.is_person(riser.text):
            return plain_names.name_by(scene, owners, riser)
    if verb is None or verb.lemma_ not in _HAVING | _ACCOUNTING | holders.KEEPING or contest.is_aside(anchor, verb):
        return None
    actor = clauses.actor(verb)
    if actor is not None and verb.lemma_ not in _HAVING | _ACCOUNTING and actor.tag_ not in {"NNP", "NNPS"}:
        return None
    if actor is not None and verb.lemma_ in _ACCOUNTING and not _is_firm(actor) and not _tells_account(owners, thing, actor):
        return None
    if (
        actor is None
        or actor.i in scene.numbers
        or actor.lower_ in tables.words("units", "text")
        or any(token.i == actor.i for token in anchor.subtree)
    ):
        return None
    return plain_names.name_by(scene, owners, actor)


def _is_person(noun: Token) -> bool:
    return noun.dep_ == "dobj" and kinds.of_noun(nouns.singular(noun.text), noun) in kinds.PERSONS


def giver(scene: Scene, owners: Owners, thing: Counted | None, metric: str) -> str | None:
    """ "a contribution of $1 million from the Government of Norvia": who gives it."""
    if metric != "money" or thing is None or thing.head not in _GIFTS or scene.lower(scene.after) != "from":
        return None
    start = nouns.skip_determiners(scene.doc, scene.after + 1)
    phrase = nouns.phrase_at(scene.doc, start, scene.dated)
    if phrase is None or phrase.start != start:
        return None
    found = names.in_tokens(scene.doc, start, min(phrase.end + 3, len(scene.doc)))
    return found[0] if found is not None else plain_names.name_of(scene, owners, start, phrase.end)


def _tells_account(owners: Owners, thing: Counted | None, actor: Token) -> bool:
    """ "Kestrel reported profits of 3 million": a name that is no person's or place's tells its own accounts."""
    if thing is None or thing.head not in holders.ACCOUNTS or actor.tag_ not in {"NNP", "NNPS"}:
        return False
    return countries.territory(actor.text) is None and not countries.is_publication(actor.text) and not owners.names.is_person(actor.text)


def _is_firm(actor: Token) -> bool:
    """ "Pollard Corp. reported a loss": its own, where an agency's report is of others."""
    return actor.tag_ in {"NNP", "NNPS"} and actor.lower_.rstrip(".") in _FIRMS


def actor(scene: Scene, owners: Owners, anchor: Token) -> str | None:
    """Who does it: the subject of the nearest verb above that has one, unless it only reports."""
    token = anchor
    if anchor.dep_ == "pobj" and anchor.head.lower_ == "to" and anchor.head.head.lower_ == "according":
        return None  # "won, according to three networks"
    for _ in range(8):
        verb = clauses.verb_above(token)
        if verb is None:
            return None
        if verb.lemma_ in clauses.SAYING and token != anchor or verb.lemma_ in _JUDGING or verb.lemma_ in _BIDDING and _is_person(anchor):
            return None
        if verb.dep_ == "acl" and verb.tag_ == "VB":
            # "Cole's plan to hire 300 nurses": whose plan it is
            owner = next((child for child in verb.head.children if child.dep_ == "poss"), None)
            return plain_names.name_by(scene, owners, owner) if owner is not None else None
        actor = clauses.actor(verb)
        if contest.is_aside(anchor, verb):
            return None
        if actor is not None and actor.i not in scene.numbers and actor.i != anchor.i:
            whose = plain_names.name_by(scene, owners, actor)
            # "Kenya reported 40 deaths": a country's own figure; of anybody else that reports it is not
            told = verb.lemma_ in clauses.SAYING and not (anchor.dep_ == "dobj" and whose is not None and countries.territory(whose))
            return None if told else whose
        if actor is not None or any(child.dep_ == "nsubjpass" for child in verb.children) and verb.dep_ != "relcl":
            return None
        token = verb
    return None
