"""Whose verb it is: the token that heads the speaker of a verb of saying, wherever the parser hangs it.

The words that name the speaker are read in `speakers`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from transforms.attribution import cues, mute, speakers

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = ("nsubj", "csubj", "expl")
_RELATIVE = frozenset(("who", "which", "that", "whom"))
_INHERIT = ("conj", "xcomp", "advcl", "pcomp", "ccomp", "dep")


def subject_of(verb: Token, depth: int = 0) -> Token | None:
    """The token that heads the speaker of this verb, through passives, participles, coordination and relative clauses."""
    passive = None
    for child in verb.children:
        if child.dep_ in _SUBJECTS and child.dep_ != "expl":
            if _is_relative(child):
                return _own_subject(verb) or _antecedent(verb)
            return _name_after(child, verb) or _past_office(mute.past_dateline(_last_subject(child), verb), verb)
        if child.dep_ == "agent":
            agent = next((c for c in child.children if c.dep_ == "pobj"), None)
            return None if agent is not None and speakers.is_time(agent) else agent
        if child.dep_ == "nsubjpass":
            passive = child
    if passive is not None:
        return None
    return _inverted(verb) or _inherited(verb, depth) or _between_commas(verb)


def _is_relative(token: Token) -> bool:
    """A relative pronoun, and not the World Health Organization."""
    return token.lower_ in _RELATIVE and token.tag_ not in ("NNP", "NNPS")


def _own_subject(verb: Token) -> Token | None:
    """ "the fall, which analysts say cost 3 million": the subject beside the relative pronoun that the next verb lacks."""
    return next((c for c in verb.lefts if c.dep_ == "nsubj" and not _is_relative(c) and c.pos_ in ("NOUN", "PROPN", "PRON")), None)


def _last_subject(subject: Token) -> Token:
    """The nearest of two subjects: "Quoting officials, the Post said" has both hung on the verb."""
    subjects = [c for c in subject.head.lefts if c.dep_ == "nsubj" and c.i > subject.i and c.i < subject.head.i]
    if not subjects or subjects[-1].tag_ in ("WDT", "WP") or subjects[-1].pos_ not in ("NOUN", "PROPN", "PRON"):
        return subject
    return subjects[-1]


def _name_after(subject: Token, verb: Token) -> Token | None:
    """ "said the spokesman of the port, Leo Marsh": the name behind the office that follows the verb."""
    if subject.i < verb.i or subject.pos_ != "NOUN":
        return None
    end = subject.right_edge.i + 1
    if end + 1 >= len(verb.doc) or verb.doc[end].text != ",":
        return None
    return next((c for c in verb.rights if c.dep_ in ("nsubj", "appos", "npadvmod", "dobj") and c.pos_ == "PROPN" and c.left_edge.i == end + 1), None)


def _between_commas(verb: Token) -> Token | None:
    """ "Speaking to Lenta, Ada Orr, head of the works, said": the name before the asides of a main verb that has no subject."""
    doc = verb.doc
    if verb.head != verb or verb.i < 4 or doc[verb.i - 1].text != "," or verb.tag_ not in ("VBD", "VBZ"):
        return None
    end = verb.i - 1
    for i in range(verb.i - 2, max(verb.i - 30, -2), -1):
        if i >= 0 and doc[i].text != ",":
            continue
        if end - i > 2 and all(token.pos_ == "PROPN" for token in doc[i + 1 : end]) and not speakers.is_organisation(doc, i + 1, end):
            return doc[end - 1]
        end = i
    return None


def _past_office(subject: Token, verb: Token) -> Token:
    """ "Power, Water and Coal Minister Ada Orr said": the name behind an office that the parser takes for a list."""
    doc = subject.doc
    last = verb.i - 1
    while last > subject.i and doc[last].pos_ in ("ADV", "AUX"):
        last -= 1
    joint = next((i for i in range(last, subject.left_edge.i, -1) if doc[i].lower_ == "and"), None)
    if joint is None or doc[last].pos_ != "PROPN" or subject.pos_ != "PROPN" or subject.i > last:
        return subject
    office = next((i for i in range(last - 1, joint, -1) if doc[i].text[:1].isupper() and doc[i].lower_ in speakers.OFFICES), None)
    is_run = office is not None and all(doc[i].pos_ == "PROPN" for i in range(office, last + 1)) and office - joint > 1
    return doc[last] if is_run else subject


def _antecedent(verb: Token) -> Token | None:
    clause = verb
    while clause.dep_ == "conj" and clause.head != clause:
        clause = clause.head
    if clause.dep_ not in ("relcl", "acl"):
        return None
    noun = clause.head
    is_thing = any(token.lower_ == "which" for token in verb.lefts)
    if is_thing and noun.dep_ == "pobj" and noun.head.lower_ in ("for", "of") and noun.head.head.pos_ == "PROPN":
        return noun.head.head  # "Friends of Orr, which expects …": a person is no "which"
    return noun


# their object is who hears it, never who speaks: "…, the mayor, Ada Orr, told reporters"
_HEARD = frozenset({"tell", "inform", "notify", "assure", "remind", "brief"})


def _inverted(verb: Token) -> Token | None:
    """`"…," said the mayor`: the parser sometimes calls the speaker an object."""
    if verb.tag_ == "VBG" and verb.lemma_ not in ("quote", "cite"):  # ", rejecting the claim that …" has an object there
        return None
    if verb.lemma_ in _HEARD:
        return None
    behind_quote = verb.i > 0 and verb.nbor(-1).text in ('"', "”", "''", "»", ",")
    if not behind_quote and verb.lower_ not in ("said", "says", "wrote", "asked", "added", "explained", "replied", "recalled"):
        return None
    for child in verb.rights:
        if child.dep_ in ("dobj", "npadvmod", "attr", "oprd", "dep") and child.pos_ in ("PROPN", "NOUN", "PRON") and child.i - verb.i <= 6:
            if not speakers.is_time(child):
                return child
    return None


def _inherited(verb: Token, depth: int) -> Token | None:
    head = verb.head
    if depth > 4 or head == verb:
        return None
    if verb.dep_ == "acl":
        # a participle has no speaker before it ("damage put at"), unless it is the sentence's only verb: "A poll found …", misread
        if verb.tag_ != "VBN" or head.head == head:
            return head
        top = head
        while top.dep_ in ("pobj", "prep", "compound", "nmod"):
            top = top.head
        # "An analysis of data identified 3 million": a participle has no object, and the sentence needs a verb
        return top if top.head == top and top.pos_ in ("NOUN", "PROPN") and any(c.dep_ == "dobj" for c in verb.children) else None
    if verb.dep_ == "relcl":
        return head if any(c.lower_ in _RELATIVE and c.dep_ in _SUBJECTS for c in verb.children) else None
    if verb.dep_ == "prep" or head.dep_ == "prep" or head.pos_ in ("ADP", "SCONJ"):
        governor = head.head
        if head.lower_ == "as" and governor.pos_ in ("NOUN", "PROPN"):
            return governor
        if head.lower_ == "as":  # "is quoted as saying", "was cited by Interfax as saying"
            return next((c for c in governor.children if c.dep_ in ("nsubjpass", "dobj")), None) or subject_of(governor, depth + 1)
        return subject_of(governor, depth + 1) if governor.pos_ in ("VERB", "AUX") else None
    if (
        verb.dep_ == "advcl"
        and verb.tag_ == "VBG"
        and head.dep_ == "ccomp"
        and verb.i > head.i
        and cues.verb_cues(verb)
        and cues.verb_cues(head.head)
    ):
        return subject_of(head.head, depth + 1)  # "said 31 had died, rejecting claims that …"
    if verb.dep_ in _INHERIT and head.pos_ in ("VERB", "AUX") and (verb.dep_ != "ccomp" or verb.tag_ == "VBG"):
        found = subject_of(head, depth + 1)
        if found is None:
            found = next((c for c in head.children if c.dep_ == "nsubjpass"), None) if verb.tag_ == "VBG" else None
        return found
    return None
