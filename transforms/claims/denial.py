"""Numbers that are rejected: "denied that 300 died", "reports of 300 dead are false", "not 3,000 but 500"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from transforms.claims import clauses, nouns
from transforms.claims.scene import Scene
from transforms.language import tables

if TYPE_CHECKING:
    from spacy.tokens import Token

# rejecting one of these rejects the number in it; rejecting a plan, a bill or a request for $3 million doesn't
CLAIM_NOUNS = frozenset(
    "claim report allegation accusation assertion figure number estimate rumor rumour suggestion statement count toll tally account "
    "charge story notion idea evidence total version pretext information news speculation talk data statistic".split()
)
# verbs whose negation limits the number or tells of something else than of how many there are
WITHHOLDING = frozenset({"confirm", "verify", "discuss", "reveal", "disclose"})
_LIMITS = WITHHOLDING | frozenset("give comment exceed surpass top pass include mean rule want need know say tell think believe expect".split())
_CONTRAST = 12
_EXCEPT = frozenset("only just yet even more less fewer necessarily simply merely alone".split())


@cache
def _words(part: str) -> frozenset[str]:
    return frozenset(row["word"] for row in tables.rows("statuses") if row["part"] == part and row["status"] == "denied")


def at_number(scene: Scene) -> bool:
    """Whether "not" stands directly before the number, in contrast: "not 3,000 but 500", "500, not 3,000"."""
    at = scene.before - 1
    if scene.lower(at) in {"the", "a", "by"}:
        at -= 1
    if scene.lower(at) == "no" and scene.quantity.kind == "count" and (scene.quantity.low or 0) > 1:
        return scene.lower(scene.before - 2) not in {"yes", "or", "."}  # "no 300 people died here"
    if scene.lower(at) != "not":
        return False
    if scene.lower(at - 1) in {",", "-", "–", "—", "and", "(", "were", "was", "are", "is", "killed", "lost", ""} or at == 0:
        following = " ".join(token.lower_ for token in scene.doc[scene.after : scene.after + 10])
        return scene.lower(at - 1) in {",", "-", "–", "—", "and", "("} or " but " in f" {following} "
    return any(token.lower_ == "but" for token in scene.doc[scene.after : scene.after + 10])


def is_set_right(scene: Scene) -> bool:
    """ "did not kill 200 people but 20": the number after "but" is the true one."""
    if scene.lower(scene.before - 1) != "but":
        return False
    return any(token.lower_ in {"not", "n't", "n’t", "no"} for token in scene.doc[max(scene.before - _CONTRAST, 0) : scene.before - 1])


def is_told_instead(verb: Token) -> bool:
    """ "denied that 14 were arrested and spoke of three": who denies tells a number of their own."""
    head = verb.head
    if verb.dep_ != "conj" or head.dep_ != "ccomp" or head.head.lemma_ not in _words("verb") or not clauses.is_verb(verb):
        return False
    return (verb.lemma_ in clauses.SAYING or verb.lemma_ in {"speak", "put"}) and not any(child.dep_ == "nsubj" for child in verb.children)


def negated(verb: Token) -> bool:
    """Whether the verb is negated ("did not say")."""
    return any(child.dep_ == "neg" for child in verb.children)


def by(scene: Scene, token: Token, head: Token) -> bool:
    """Whether what governs the token rejects it; called for each step up the tree from the number."""
    if clauses.is_verb(token) and _under_false_noun(token):
        return True
    if _is_claim(token) and _called(token, head):
        return True
    if clauses.is_verb(head):
        return _by_verb(scene, token, head)
    if nouns.singular(head.text) in CLAIM_NOUNS or head.lemma_ in _words("noun"):
        if head.lemma_ in _words("noun"):
            return True
        return _is_false(head)
    return False


def _under_false_noun(verb: Token) -> bool:
    """ "under the pretext that …": the noun before "that", wherever the parser hangs the clause."""
    mark = next((child for child in verb.children if child.dep_ == "mark" and child.lower_ == "that"), None)
    if mark is None or mark.i == 0:
        return False
    noun = mark.nbor(-1)
    return noun.pos_ == "NOUN" and (noun.lemma_ in _words("noun") or _is_claim(noun) and _is_false(noun))


def _by_verb(scene: Scene, token: Token, verb: Token) -> bool:
    dep = token.dep_
    clause = dep in {"ccomp", "xcomp", "pcomp"}
    if verb.lemma_ in _words("verb") and token.i > verb.i and not negated(verb):
        return clause or _rejects_claim(token)
    if verb.lemma_ in _words("verb") and dep == "nsubjpass" and _is_claim(token) and not negated(verb):
        return True
    if dep in {"nsubj", "nsubjpass"} and (_is_claim(token) or _heads_claim(token)):
        return _called_false(verb) and not _is_of_doing(token)
    if dep == "dobj" and _is_claim(token) and _called_false(verb):
        return True
    if clause and verb.lemma_ == "be" and _called_false(verb):
        return True
    return dep in {"dobj", "attr", "prep", "nummod", "npadvmod", "dep", "ccomp"} and _rejected(scene, token, verb)


def _called(claim: Token, head: Token) -> bool:
    """ "rejected as exaggerated an estimate of …", "dismissed as lies a report that …": the claim stands behind what it is called."""
    is_as = head.lower_ == "as" or any(child.lower_ == "as" and child.dep_ == "mark" for child in head.children)
    return is_as and claim.i > head.i and head.head.lemma_ in _words("verb") and not negated(head.head)


def _heads_claim(noun: Token) -> bool:
    """ "Reports of 40 dead are untrue", its "Reports of" read as a hedge of the number."""
    return any(_is_claim(inner) and inner.i < noun.i for child in noun.children if child.dep_ == "nummod" for inner in child.children)


def _is_claim(token: Token) -> bool:
    return nouns.singular(token.text) in CLAIM_NOUNS


def _is_of_doing(noun: Token) -> bool:
    """ "the idea of deporting 300 people is absurd": a deed is rejected, not how many there are."""
    following = noun.doc[noun.i + 1 : noun.i + 3]
    return len(following) > 1 and following[0].lower_ == "of" and following[1].tag_ == "VBG"


def _rejects_claim(token: Token) -> bool:
    """Whether the object of a verb of rejection is a claim."""
    if _is_claim(token):
        return True
    return token.dep_ == "dobj" and token.tag_ == "VBG"


def _is_false(noun: Token) -> bool:
    """ "false claims of 300 dead", "no evidence that 300 died"."""
    words = _words("adjective")
    if any(child.lower_ in words for child in noun.children):
        return True
    return noun.lemma_ in {"evidence", "indication", "sign", "proof"} and any(child.lower_ == "no" for child in noun.children)


def _called_false(verb: Token) -> bool:
    """Whether the verb says of its subject that it is false, or not true."""
    false, true = _words("adjective"), {"true", "correct", "accurate", "right"}
    for child in verb.children:
        if child.dep_ in {"acomp", "attr", "oprd", "dobj"}:
            if child.lower_ in false or child.lemma_ in _words("noun") or any(inner.lower_ in false for inner in child.children):
                return not negated(verb)
            if child.lower_ in true and negated(verb):
                return True
    return False


def _rejected(scene: Scene, token: Token, verb: Token) -> bool:
    """ "did not kill 300 people", "there were not 40 survivors": the verb is negated and the number is its object."""
    if verb.lemma_ in _LIMITS or scene.first < verb.i or token.dep_ == "ccomp":
        return False
    if any(child.dep_ == "mark" and child.lower_ in {"if", "unless", "whether"} for child in verb.children):
        return False  # "if he does not get the 300 signatures": the number itself stands
    if scene.lower(scene.before - 1) == "the" and scene.lower(scene.before - 2) != "of":
        return False
    if token.dep_ == "prep" and token.lower_ not in {"of", "by"}:
        return False
    for child in verb.children:
        if child.dep_ == "neg" and child.i < scene.first:
            following = scene.lower(child.i + 1)
            exists = any(other.dep_ == "expl" for other in verb.children)
            return following not in _EXCEPT and (exists or child.i != scene.before - 1)
    return False
