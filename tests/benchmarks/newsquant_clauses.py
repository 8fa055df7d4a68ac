"""The clause that a number stands in: its subject, with pronouns resolved, where the parser or the lost punctuation hide it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsquant_units import NOMINAL

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

TIMES = frozenset("year years month months week weeks day days today yesterday last past end time times quarter season close".split())
WORDLIKE = ("NOUN", "PROPN", "ADJ", "NUM")
SUBJECTS = ("nsubj", "nsubjpass", "expl")


def subjects(token: Token, inside: set[int]) -> Iterator[Token]:
    """The subject of the nearest clause above the token that has one; of a pronoun its antecedent."""
    for above in governing(token):
        own = [c for c in above.children if c.dep_ in SUBJECTS and c.i not in inside and c.i != token.i and not c.is_ancestor(token)]
        if own:
            subject = resolved(own[0], above)
            if subject is not None and subject.i not in inside:
                yield subject
            return
        if any(c.dep_ in SUBJECTS for c in above.children):
            return  # the number is in the subject itself
        left = left_of(above)
        if left is not None and left.i not in inside:
            yield left
        if above.dep_ in ("acl", "relcl") and above.head.pos_ in NOMINAL and above.head.lower_ not in TIMES:
            yield above.head
            infinitive = above.tag_ == "VB" and above.head.dep_ == "attr"  # "is the first firm to offer 5"
            if not infinitive and (above.head.dep_ not in ("attr", "dobj", "pobj") or above.tag_ == "VBN" or above.dep_ == "relcl"):
                return


def subjects_of(verb: Token, inside: set[int]) -> list[Token]:
    """The verb's own subject, pronouns resolved."""
    own = [resolved(c, verb) for c in verb.children if c.dep_ in SUBJECTS and c.i not in inside]
    return [subject for subject in own if subject is not None]


def governing(token: Token) -> Iterator[Token]:
    """The verbs above the token, nearest first. "Six months after they left" belongs to the verb above "left"."""
    passed = token
    for above in token.ancestors:
        if above.pos_ in ("VERB", "AUX") or any(c.dep_ in SUBJECTS for c in above.children):
            mark = next((c for c in above.children if c.dep_ == "mark"), None)
            if not (passed.dep_ == "npadvmod" and mark is not None and passed.i < mark.i):
                yield above
        passed = above


def left_of(verb: Token) -> Token | None:
    """The noun right before a finite verb to which the parser gives no subject, an inserted phrase between commas passed over."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or verb.dep_ in ("acl", "relcl", "amod"):
        return None
    at = verb.i - 1
    while at > 0 and (verb.doc[at].pos_ in ("AUX", "ADV", "PART") or verb.doc[at].dep_ == "neg"):
        at -= 1
    if at > 0 and verb.doc[at].text == ",":
        opening = next((k for k in range(at - 1, max(at - 12, 0), -1) if verb.doc[k].text == ","), None)
        at = opening - 1 if opening is not None else -1
    return verb.doc[at] if at >= 0 and verb.doc[at].pos_ in NOMINAL else None


def resolved(subject: Token, verb: Token) -> Token | None:
    """The noun that a subject stands for; None where the sentence doesn't say."""
    if subject.pos_ not in ("PRON", "DET", "NUM"):
        return subject
    for child in subject.children:
        if child.lower_ == "of":  # each of the houses
            return next((inner for inner in child.children if inner.dep_ == "pobj" and inner.pos_ in NOMINAL), None)
    if subject.tag_ in ("WDT", "WP"):
        if verb.dep_ == "relcl" and verb.head.pos_ in NOMINAL:
            return verb.head
        before = subject.doc[subject.i - 1] if subject.i else None
        return before if before is not None and before.pos_ in NOMINAL else None
    return antecedent(subject, verb)


def antecedent(pronoun: Token, verb: Token) -> Token | None:
    """What a personal pronoun probably stands for."""
    word = pronoun.lower_
    if word in ("he", "she"):
        names = [t for t in pronoun.doc[: pronoun.i] if t.pos_ == "PROPN" and t.dep_ != "compound"]
        leading = [t for t in names if t.dep_ in (*SUBJECTS, "ROOT", "poss", "nmod", "appos", "conj")]
        return (leading or names)[-1] if names else None
    if word not in ("it", "they"):
        return None
    if word == "it" and any(c.dep_ == "advcl" and c.i < pronoun.i and any(m.lower_ == "if" for m in c.children) for c in verb.children):
        return None  # "If they agreed, it would save $5m": what the condition tells
    before = [token for token in pronoun.doc[: pronoun.i] if token.pos_ in NOMINAL and not (word == "they" and token.tag_ == "NN")]
    leading = [token for token in before if token.dep_ in (*SUBJECTS, "ROOT")] or [token for token in before if token.dep_ == "poss"]
    plural = [token for token in before if token.tag_ == "NNS" and token.lower_ not in TIMES]
    return next(iter(leading), plural[-1] if word == "they" and plural else None)


def opens(token: Token) -> bool:
    """Whether a phrase stands before its verb and isn't the subject ("Two years later, the firm …")."""
    verb = next(governing(token), None)
    return verb is None or token.i < verb.i


def copula_before(at: int, doc: Doc) -> Token | None:
    """The "is" right before a noun phrase that the parser has made a subject: "A set is exactly 12 cups while a …"."""
    at -= 1
    while at > 0 and doc[at].pos_ == "ADV":
        at -= 1
    return doc[at] if at > 0 and doc[at].lemma_ == "be" else None


def set_apart(span: Span) -> Token | None:
    """ "Fallers were Mill A, down 5 p, and Mill B, down 3 p": the noun before the comma, the direction and the number."""
    doc, at = span.doc, span.start - 1
    while at > 0 and (doc[at].pos_ == "SYM" or doc[at].lower_ in ("by", "about", "nearly")):
        at -= 1
    if at < 3 or doc[at].lower_ not in ("up", "down") or doc[at - 1].text != ",":
        return None
    noun = doc[at - 2]
    return noun if noun.pos_ == "PROPN" and not any(c.dep_ in SUBJECTS for c in doc[at].head.children if c.i > noun.i) else None


def gapped(span: Span) -> Token | None:
    """ "A rose 5 %, B by 3 % and C 2 %": the noun right before the number in a clause that leaves out its verb."""
    doc, at = span.doc, span.start - 1
    while at > 0 and doc[at].pos_ in ("ADV", "SYM"):
        at -= 1
    if at > 0 and doc[at].lower_ in ("by", "to", "at"):
        at -= 1
    if at <= 0 or doc[at].pos_ not in NOMINAL or doc[at].dep_ in ("pobj", "dobj"):
        return None
    first = at
    while first > 0 and doc[first - 1].pos_ in (*WORDLIKE, "DET"):
        first -= 1
    if first < 2 or doc[first - 1].lower_ not in (",", "and", "while", ";", "but") or not doc[first - 2].text.endswith(("%", "percent", "cent")):
        if first < 3 or doc[first - 2].text != "," or doc[first - 1].lower_ != "and":
            return None
    return doc[at]
