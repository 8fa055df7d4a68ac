"""When a cue rejects the number: negated cues, and predicates that call a figure false.

Only what the source does with the number; the claim's status is settled with the claim.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from transforms.attribution.cues import Cue
from transforms.language import tables

if TYPE_CHECKING:
    from spacy.tokens import Token

_PREDICATES = ("acomp", "attr", "oprd", "amod", "ccomp", "xcomp", "dobj", "prep")


def of_verb(cue: Cue, verb: Token) -> Cue:
    """The cue as the verb's negation leaves it: who does not deny a number says it."""
    if cue.commitment == "denies" and is_negated(verb):
        return replace(cue, commitment="says")
    return cue


def is_negated(verb: Token) -> bool:
    """Whether the verb itself is negated ("did not deny")."""
    return any(child.dep_ == "neg" or child.lower_ == "never" for child in verb.children)


_ASKING = frozenset("whether if how why when where what who which".split())
_REFUSING = frozenset("decline refuse".split())


def is_withheld(verb: Token, content: Token) -> bool:
    """Whether the speaker keeps silent about an open question: "would not say whether 90 had left", "declined to say how many of the 90"."""
    is_silent = is_negated(verb) or verb.dep_ == "xcomp" and verb.head.lemma_ in _REFUSING
    return is_silent and any(token.lower_ in _ASKING for token in verb.doc[content.left_edge.i : content.left_edge.i + 2])


def is_called_false(number: Token, cue: Token) -> bool:
    """Whether the clause between the number and its cue says that the figure is wrong.

    "the toll of 90 was false", "it was not true that 90 …"; a figure that is "not false" is not rejected.
    """
    node = number
    while node.head != node and node.i != cue.i:
        if _is_false_predicate(node.head, node):
            return True
        node = node.head
    return False


def is_followed_by_false(number: Token) -> bool:
    """ "called the figure of 90 false": the appraisal next to the number, which the parser takes for its noun."""
    following = number.doc[number.i + 1 : number.i + 4]
    return any(_words().get(token.lower_) == "false" for token in following)


def _is_false_predicate(verb: Token, subject: Token) -> bool:
    if verb.pos_ not in ("AUX", "VERB", "ADJ"):
        return False
    if verb.pos_ == "ADJ" or subject.dep_ in ("nsubj", "nsubjpass", "ccomp", "csubj", "dobj", "prep", "acl", "oprd"):
        appraisals = [inner for child in verb.children if child.lower_ == "as" for inner in child.children]
        for child in [*verb.children, *appraisals, verb]:
            if child != subject and (child == verb or child in appraisals or child.dep_ in _PREDICATES) and _is_false(child, verb):
                return subject.dep_ in ("nsubj", "nsubjpass", "csubj", "dobj") or subject.dep_ == "ccomp"
    return False


def _is_false(word: Token, verb: Token) -> bool:
    kind = _words().get(word.lower_)
    if kind is None:
        return False
    negated = is_negated(verb) or is_negated(word)
    return negated if kind == "true" else not negated


def _words() -> dict[str, str]:
    return {row["word"]: row["sense"] for row in tables.rows("truth_words")}
