"""Clauses around a token: the verbs that govern it with its role in each, and who acts in them.

Everything here reads the parser's tree of one sentence; it knows nothing of numbers or claims.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

# verbs that only report: their subject is a source, and what holds for them doesn't hold for what is reported
SAYING = frozenset(
    "say tell report add state announce claim note explain write show estimate warn argue insist stress confirm reveal indicate "
    "acknowledge believe think suggest allege declare disclose cite quote find know see calculate reckon assert maintain "
    "observe recall respond reply remark testify record put according conclude determine".split()
)
# whose object does what the next verb says
_MAKING = frozenset("order tell ask force require urge allow oblige compel instruct direct enable persuade permit command".split())
_VERBAL = frozenset({"VERB", "AUX"})
_THROUGH = frozenset({"conj", "appos", "nummod", "quantmod", "compound", "nmod", "amod", "pobj", "prep", "pcomp", "npadvmod", "dep"})
_CARRYING = frozenset({"of", "with", "by", "including", "along", "plus", "among", "like", "alongside"})
# what is told along with something shares what happens to it
_BESIDES = frozenset({"along", "alongside", "including", "plus", "besides"})
# what is done with a list or a survey isn't done to those in it
_ASKED = frozenset({"poll", "polls", "survey", "surveys", "study", "sample", "list", "report", "database", "register"})
_DEPTH = 10


def is_verb(token: Token) -> bool:
    """Whether it is a verb or an auxiliary."""
    return token.pos_ in _VERBAL


def is_passive(verb: Token) -> bool:
    """Whether the verb is a passive form."""
    return (
        verb.tag_ == "VBN"
        and not any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children)
        or any(c.dep_ == "auxpass" for c in verb.children)
    )


def governors(anchor: Token) -> list[tuple[Token, str]]:
    """The verbs that the token's thing takes part in, main clause first, each with its role: object or subject."""
    found: list[tuple[Token, str]] = []
    token = anchor
    for _ in range(_DEPTH):
        head, dep = token.head, token.dep_
        if head == token:
            if is_verb(token):
                found.append((token, "object"))
            break
        if is_verb(head):
            found.extend(_roles(token, head))
            break
        beside = head.lower_ in _BESIDES or head.lower_ == "with" and head.i > 0 and head.nbor(-1).lower_ in {"along", "together"}
        if beside and (verb := verb_above(head)) is not None:
            suffers = is_passive(verb) or any(child.dep_ == "dobj" for child in verb.children)
            found.append((verb, "object" if suffers else "subject"))
            break
        if dep == "pobj" and head.lower_ == "of" and head.head.lower_ in _ASKED:
            break
        if dep == "pobj" and (head.lower_ not in _CARRYING or head.head.lower_ == "out"):
            break
        if dep not in _THROUGH and head.tag_ not in {"CD", "NNS"}:
            break
        token = head
    for child in anchor.children:
        if child.dep_ in {"acl", "relcl"} and is_verb(child):
            passive = child.dep_ == "acl" and child.tag_ == "VBN" or any(c.dep_ == "nsubjpass" for c in child.children)
            whose = next((c for c in child.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
            relative = whose is None or whose.tag_ in {"WP", "WDT"}
            found.append((child, "object" if passive or not relative else "subject"))
    return found


def _roles(token: Token, verb: Token) -> list[tuple[Token, str]]:
    dep = token.dep_
    if dep == "nsubjpass":
        # "are known to have died", "were forced to flee"
        further = [(child, "object" if is_passive(child) else "subject") for child in verb.children if child.dep_ == "xcomp" and is_verb(child)]
        return [(verb, "object"), *further]
    if dep in {"dobj", "oprd", "attr", "dative"}:
        return [(verb, "object")]
    if dep == "nsubj":
        found = [(verb, "object" if verb.tag_ == "VBN" and is_passive(verb) else "subject")]
        if verb.dep_ == "ccomp" and verb.tag_ in {"VBG", "VBN"} and is_verb(verb.head) and verb.head.i < token.i:
            # "killed 13 people queuing": the parser makes the object a subject
            found.insert(0, (verb.head, "object"))
        found.extend(
            (child, "object" if child.tag_ == "VBN" and is_passive(child) else "subject")
            for child in verb.children
            if child.dep_ in {"xcomp", "acomp", "oprd", "conj"} and child.pos_ in {"VERB", "AUX", "ADJ"} and not _has_subject(child)
        )
        return found
    if dep in {"npadvmod", "dep", "ccomp", "advcl", "pobj", "conj", "prep", "acl", "advmod"}:
        return [(verb, "object")]
    return []


def _has_subject(verb: Token) -> bool:
    """Whether a joined verb has a subject of its own ("300 stayed and 60 were hurt")."""
    return verb.dep_ == "conj" and any(child.dep_ in {"nsubj", "nsubjpass"} for child in verb.children)


def actor(verb: Token) -> Token | None:
    """Who does what the verb says: its subject, the agent of a passive, or the subject of the verb that it is joined to."""
    for _ in range(5):
        agent = next((c for c in verb.children if c.dep_ == "agent"), None)
        if agent is not None:
            return next((c for c in agent.children if c.dep_ == "pobj"), None)
        subjects = [c for c in verb.children if c.dep_ == "nsubj"]
        # of "the opposition Civic Bloc took" the parser makes two subjects
        subject = max((c for c in subjects if c.i < verb.i), key=lambda c: c.i, default=subjects[0] if subjects else None)
        if subject is not None:
            return subject
        beside = hung_on_list(verb)
        if beside is not None:
            return beside
        if any(c.dep_ == "nsubjpass" for c in verb.children) or verb.dep_ not in {"conj", "xcomp", "advcl", "pcomp", "prep"}:
            return None
        told = next((c for c in verb.head.children if c.dep_ == "dobj" and c.i < verb.i), None)
        if verb.dep_ == "xcomp" and verb.head.lemma_ in _MAKING and told is not None:
            return told  # "the court ordered the bank to pay"
        verb = verb.head
        if verb.pos_ == "ADP":
            verb = verb.head
        if not is_verb(verb):
            above = verb_above(verb)
            if above is None:
                return None
            verb = above
    return None


def hung_on_list(verb: Token) -> Token | None:
    """ "gained 13 seats and the Greens lost 10": the noun right before a finite verb acts, though the parser hung it on the list before."""
    before = verb.nbor(-1) if verb.dep_ == "conj" and verb.tag_ in {"VBD", "VBZ", "VBP"} and verb.i > 0 else None
    is_listed = before is not None and before.dep_ == "conj" and before.pos_ in {"NOUN", "PROPN"}
    return before if before is not None and is_listed and any(child.i < before.i for child in before.head.children if child.dep_ == "cc") else None


def first_listed(noun: Token) -> Token:
    """The first noun of the list that the noun is joined to ("59 deaths and 300 infections")."""
    for _ in range(_DEPTH):
        if noun.dep_ != "conj" or is_verb(noun.head):
            break
        noun = noun.head
    return noun


def verb_above(token: Token) -> Token | None:
    """The nearest verb that governs the token."""
    for _ in range(_DEPTH):
        if token.head == token:
            return None
        token = token.head
        if is_verb(token):
            return token
    return None
