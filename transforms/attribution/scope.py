"""Which cues of a sentence cover a number: walking from the number up through the clauses that hold it.

The result is a list of links, innermost first; who the speakers are in the article is settled elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from transforms.attribution import cues, denials, speakers
from transforms.attribution.cues import Cue
from transforms.language import tables

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_CLAUSES = frozenset(("ccomp", "xcomp", "parataxis", "csubj", "csubjpass"))
_OBJECTS = frozenset(("dobj", "attr", "oprd", "prep", "nummod", "npadvmod", "dative", "pcomp", "acl", "advcl"))


@dataclass(frozen=True, slots=True)
class Link:
    """A cue that covers a number: token range `first` to `last` of the cue, head token of the `speaker` if it has one."""

    cue: Cue
    first: int
    last: int
    speaker: int | None


@cache
def document_nouns() -> dict[str, str]:
    """Nouns of documents, surveys and data by lemma, with their kind."""
    return {row["noun"]: row["kind"] for row in tables.rows("source_nouns")}


def is_document(token: Token) -> bool:
    """Whether the token is a document, a poll or data ("report", "figures"), so that what it shows is its claim."""
    return document_nouns().get(token.lemma_.lower()) in ("document", "survey")


def ends_in_document(name: str) -> bool:
    """Whether a name is that of a document or survey ("Tavia Institute poll")."""
    words = name.lower().split()
    return any(document_nouns().get(word.removesuffix("s") if len(word) > 4 else word) in ("document", "survey") for word in words)


def is_body(token: Token) -> bool:
    """Whether the token can publish findings: a document or a named organisation."""
    if is_document(token):
        return True
    if token.pos_ == "PROPN":
        described = speakers.describe(token)
        return described.kind == "organisation"
    return token.lower_ in speakers.organisation_words()


def is_informant(token: Token) -> bool:
    """Whether the token names somebody, or is a noun of those who inform the press ("police", "officials", "report")."""
    return token.pos_ == "PROPN" or token.lemma_.lower() in document_nouns() or token.lower_ in document_nouns()


def fits(noun: Token, pronoun: str) -> bool:
    """Whether a source of that noun can be called by the pronoun."""
    kind = document_nouns().get(noun.lemma_.lower())
    if pronoun in ("they", "them", "their"):
        return noun.tag_ in ("NNS", "NNPS") or noun.lower_ == "police"
    if noun.tag_ in ("NNS", "NNPS"):
        return False
    if pronoun in ("it", "its"):
        return kind in ("document", "survey", "body") or (noun.pos_ == "PROPN" and is_body(noun)) or speakers.is_collective(noun)
    return kind == "people" or noun.lower_ in speakers.titles()


def links(doc: Doc, token: Token) -> list[Link]:
    """The cues that cover the token, innermost first, each once."""
    found: list[Link] = []
    node, came_from = token, None
    path = {token.i}
    while True:
        found.extend(_adjuncts(node, came_from, path, token))
        if node.head == node:
            break
        parent = node.head
        link = _governor(node, parent, token)
        if link is not None:
            found.append(link)
        came_from, node = node, parent
        path.add(node.i)
    if not any(link.cue.text == "according to" for link in found):
        found.extend(_according_anywhere(doc, token))
    if not found:
        found.extend(_survey_anywhere(doc, token))
    if not found:
        tail = _parenthetical(doc, token) or _before_that(doc, token)
        if tail is not None:
            found.append(tail)
    unique: dict[int, Link] = {}
    if any(link.cue.text != "in" for link in found):
        found = [link for link in found if link.cue.text != "in"]
    for link in found:
        if link.cue.commitment in ("says", "claims") and link.cue.kind == "speech" and denials.is_called_false(token, doc[link.first]):
            link = replace(link, cue=replace(link.cue, commitment="denies"))
        unique.setdefault(link.first, link)
    ordered = list(unique.values())
    # ", Lenta reported" at the end of a sentence stands outside of all that comes before it
    closing = [link for link in ordered if link.cue.kind == "speech" and link.first > token.i and _closes(doc, link)]
    if len(closing) == 1 and any(link.first < token.i for link in ordered):
        ordered.remove(closing[0])
        ordered.append(closing[0])
    return ordered


def _closes(doc: Doc, link: Link) -> bool:
    """Whether only the speaker, a comma before it and an adverbial of a few words stand beside the cue at the end."""
    if link.speaker is None or len(doc) - link.first > 6:
        return False
    left = min(doc[link.speaker].left_edge.i, link.first)
    return left > 0 and doc[left - 1].text in (",", '"', "”")


def _governor(child: Token, parent: Token, number: Token) -> Link | None:
    """The parent as a cue that takes the child as its content."""
    noun = cues.noun_cue(parent)
    if noun is not None:
        return _noun_link(noun, child, parent)
    for cue in cues.verb_cues(parent):
        if _takes(cue, child, parent, number):
            subject = speakers.subject_of(parent)
            if subject is not None and (subject.i == child.i or _is_inside(subject, number) and not _is_inside(subject, parent)):
                continue
            if cue.kind == "evidence" and (subject is None or not (is_document(subject) or subject.lower_ in ("it", "they"))):
                continue
            if cue.text == "ask" and any(t.lower_ in ("whether", "if", "how") for t in child.children):
                continue
            last = parent.i + len(cue.text.split())
            return Link(denials.of_verb(cue, parent), parent.i, last, subject.i if subject is not None else None)
    return _calling(parent, number)


def _calling(parent: Token, number: Token) -> Link | None:
    """ "called the figure of 90 false", "described the toll as exaggerated"."""
    if parent.lemma_ not in ("call", "brand", "label", "describe", "denounce", "term"):
        return None
    if not denials.is_called_false(number, parent) and not denials.is_followed_by_false(number):
        return None
    subject = speakers.subject_of(parent)
    return Link(Cue(parent.lemma_, "speech", "denies", "number"), parent.i, parent.i + 1, subject.i) if subject is not None else None


def _is_inside(subject: Token, number: Token) -> bool:
    return subject.left_edge.i <= number.i <= subject.right_edge.i


def _takes(cue: Cue, child: Token, parent: Token, number: Token) -> bool:
    if child.dep_ == "xcomp" and child.tag_ == "VB" and cue.kind != "evidence" and cue.commitment != "expects":
        return False
    if cue.takes == "quote" and child.i > parent.i:
        return False
    if child.dep_ == "advcl" and child.i < parent.i and parent.i + 1 < len(parent.doc) and parent.nbor().text == ",":
        return cue.kind == "speech"  # "If the river rises by 3 metres, the mayor said, the dam will fail."
    if child.dep_ in _CLAUSES or (cue.kind == "evidence" and child.i > parent.i):
        return True
    if child.dep_ == "nsubjpass" and cue.takes == "number":
        return any(c.dep_ == "agent" for c in parent.children)
    if cue.takes == "quote":
        return False
    if cue.text in _ACCUSING:
        return child.dep_ == "prep" and child.lower_ in ("of", "with", "for")
    if cue.takes == "clause":
        return child.dep_ in ("dobj", "dep") and _is_clause(child) and child.i > parent.i
    if cue.text in _PLACING and not _is_placed(child, parent):
        return False
    return child.dep_ in _OBJECTS and child.i > parent.i


_ACCUSING = frozenset("accuse charge suspect blame".split())
_PLACING = frozenset("put place peg rate value price".split())


def _is_placed(child: Token, parent: Token) -> bool:
    """ "put the toll at 12", not "put two plans forward"."""
    return child.lower_ == "at" or (child.dep_ in ("dobj", "oprd") and cues.lemma(parent) in ("peg", "value", "price"))


def _is_clause(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX") and any(c.dep_ in ("nsubj", "nsubjpass") for c in token.children)


def _noun_link(cue: Cue, child: Token, noun: Token) -> Link | None:
    """ "X's estimate of 12", "the claim that 12 …", "a pledge by X to send 12"."""
    if child.i < noun.i:
        return None
    if child.dep_ not in ("acl", "ccomp", "prep", "relcl", "appos", "xcomp"):
        return None
    if child.dep_ == "prep" and child.lower_ not in ("of", "that", "for"):
        return None
    if child.dep_ in ("relcl", "appos") and cue.commitment != "claims":
        return None
    owner = owner_of(noun)
    if owner is None and noun.tag_ == "NNS" and child.dep_ in ("acl", "ccomp"):
        # "Roe estimates that …", where the parser takes the verb for a noun
        owner = next((c for c in noun.children if c.dep_ == "compound" and c.pos_ == "PROPN"), None)
    if owner is None and child.dep_ in ("acl", "ccomp") and is_document(noun) and _is_clause(child):
        owner = noun
    if owner is None:
        return None
    return Link(cue, noun.i, noun.i + 1, owner.i)


def owner_of(noun: Token) -> Token | None:
    """Whose estimate, claim or figures: the possessor or the phrase with "by" or "from"."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
        if child.dep_ in ("prep", "agent") and child.lower_ in ("by", "from"):
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def _adjuncts(node: Token, came_from: Token | None, path: set[int], number: Token) -> list[Link]:
    """Phrases beside the path: "according to X", "in a poll by X", "X said" put in, "citing X"."""
    found = []
    for child in node.children:
        if child.i in path:
            continue
        link = _according(child) or _in_document(child, node) or _revised(child, node, came_from) or _inserted(child, node)
        if child.i < number.i and any(token.text == ";" for token in number.doc[child.i : number.i]):
            continue
        if link is not None and not (child.left_edge.i <= number.i <= child.right_edge.i):
            found.append(link)
    return found


def _according(child: Token) -> Link | None:
    if child.lower_ == "according":
        to = next((c for c in child.children if c.lower_ == "to"), None)
        if to is None and child.i + 1 < len(child.doc) and child.nbor().lower_ == "to":
            to = child.nbor()
        if to is None:
            return None
        target = next((c for c in to.children if c.dep_ in ("pobj", "pcomp", "dobj")), None)
        if target is None:
            target = next((c for c in child.children if c.dep_ in ("pobj", "dobj") and c.i > to.i), None)
        return Link(Cue("according to", "preposition", "says", "clause"), child.i, to.i + 1, target.i if target is not None else None)
    return None


def _according_anywhere(doc: Doc, number: Token) -> list[Link]:
    """ "according to X" at the head or the end of a sentence, or put in between commas, covers all of it."""
    found = []
    for token in doc:
        if token.lower_ != "according":
            continue
        link = _according(token)
        if link is None or link.speaker is None:
            continue
        described = speakers.describe(doc[link.speaker])
        if not (token.i <= number.i < described.last):
            found.append((abs(token.i - number.i) + (0 if token.i > number.i else 1000), link))
    return [min(found, key=lambda pair: pair[0])[1]] if found else []


def _survey_anywhere(doc: Doc, number: Token) -> list[Link]:
    """ "In the new Baltic Barometer poll, 40 percent …" and "… 18 percent in a new poll", however the parser hangs it."""
    for token in doc:
        if token.lower_ != "in" or token.dep_ != "prep":
            continue
        noun = next((c for c in token.children if c.dep_ == "pobj"), None)
        if noun is None or token.i <= number.i <= noun.right_edge.i and token.i > 0:
            continue
        if token.i == 0 and token.i < number.i < noun.i:
            continue
        if _is_survey(noun):
            return [Link(Cue("in", "preposition", "says", "clause"), token.i, token.i + 1, noun.i)]
    return []


def _is_survey(noun: Token) -> bool:
    """A survey that is named or counted, not "the polls" in general."""
    if document_nouns().get(noun.lemma_.lower()) != "survey" and not (noun.lower_ == "average" and any("poll" in t.lower_ for t in noun.subtree)):
        return False
    return noun.tag_ != "NNS" or any(c.dep_ in ("amod", "compound", "nummod", "poss", "nmod") for c in noun.children)


def _before_that(doc: Doc, number: Token) -> Link | None:
    """ "…, noting that … 50": the cue's own conjunction stands before the number, though the parser hung it elsewhere."""
    for i in range(number.i - 2, 0, -1):
        if doc[i].text == ";":
            return None
        if doc[i].lower_ != "that":
            continue
        for verb in (doc[i - 1], doc[i - 2]) if i > 1 else (doc[i - 1],):
            rows = cues.verb_cues(verb)
            subject = speakers.subject_of(verb) if rows else None
            if subject is None and verb.tag_ == "NNS" and verb.i > 0 and verb.nbor(-1).pos_ == "PROPN":
                rows, subject = cues.table().get((verb.lemma_.lower(), "verb"), ()), verb.nbor(-1)
            if rows and subject is not None and rows[0].kind != "evidence" and not _is_inside(subject, number):
                return Link(rows[0], verb.i, verb.i + 1, subject.i)
    return None


_BY_COUNT = frozenset("count tally estimate reckoning account calculation estimation".split())
_IN_VIEW = frozenset("view word opinion estimation telling".split())


def _in_document(child: Token, node: Token) -> Link | None:
    """ "in a poll", "by the ministry's count", "in X's view"."""
    if child.dep_ not in ("prep", "agent") or child.lower_ not in ("in", "by", "per"):
        return None
    noun = next((c for c in child.children if c.dep_ == "pobj"), None)
    if noun is None:
        return None
    kind = document_nouns().get(noun.lemma_.lower())
    cue = Cue(child.lower_, "preposition", "says", "clause")
    if child.lower_ == "per" and child.i == child.sent.start:
        return Link(cue, child.i, child.i + 1, noun.i)
    if child.lower_ == "in" and kind == "survey" and _is_survey(noun):
        return Link(cue, child.i, child.i + 1, noun.i)
    owned = _BY_COUNT if child.lower_ == "by" else _IN_VIEW
    if noun.lemma_.lower() in owned and node.pos_ in ("VERB", "AUX"):
        owner = owner_of(noun)
        if owner is not None:
            return Link(cue, child.i, noun.i + 1, owner.i)
    return None


def _revised(child: Token, node: Token, came_from: Token | None) -> Link | None:
    """ "raised its forecast to 3.1 percent", "put X's toll at 12": the number beside the estimate that the verb moves."""
    if child.dep_ not in ("dobj", "nsubj", "nsubjpass") or node.pos_ != "VERB" or came_from is None:
        return None
    if came_from.dep_ != "prep" or came_from.lower_ not in ("to", "at", "by", "from"):
        return None
    noun = cues.noun_cue(child)
    if noun is None or noun.text not in _ESTIMATES:
        return None
    owner = owner_of(child)
    if owner is not None and owner.tag_ == "PRP$":
        owner = speakers.subject_of(node)
    return Link(noun, child.i, child.i + 1, owner.i) if owner is not None and owner.i != child.i else None


_ESTIMATES = frozenset("estimate forecast projection prediction toll tally count figure assessment calculation outlook".split())


def _inserted(child: Token, node: Token) -> Link | None:
    """ "…, the minister said, …" hung below the clause that it speaks."""
    if child.dep_ not in ("ccomp", "parataxis", "advcl", "dep", "relcl", "conj") or child.pos_ not in ("VERB", "AUX"):
        return None
    rows = cues.verb_cues(child)
    if not rows or rows[0].text in _PLACING or rows[0].takes == "quote":
        return None
    if child.dep_ == "relcl" and rows[0].kind == "speech":
        own = next((c for c in child.children if c.dep_ == "nsubj" and c.tag_ not in ("WDT", "WP")), None)
        if own is not None and any(c.dep_ == "ccomp" for c in child.children):
            return Link(rows[0], child.i, child.i + 1, own.i)
    if any(c.dep_ in ("ccomp", "xcomp") and c.i > child.i for c in child.children):
        return None
    is_as = any(c.lower_ == "as" and c.dep_ in ("mark", "advmod") for c in child.children)
    if child.dep_ in ("advcl", "conj", "relcl") and not is_as:
        return None
    if child.dep_ == "ccomp" and child.i > node.i and not _after_comma(child):
        return None
    if any(c.dep_ == "dobj" for c in child.children) and not is_as:
        return None
    subject = speakers.subject_of(child)
    if subject is None or (rows[0].kind == "evidence" and not is_document(subject)):
        return None
    return Link(rows[0], child.i, child.i + 1, subject.i)


def _after_comma(child: Token) -> bool:
    left = child.left_edge.i
    return left > 0 and child.doc[left - 1].text in (",", "–", "—", "--", "”", '"', "-")


def _parenthetical(doc: Doc, number: Token) -> Link | None:
    """A cue with its speaker behind the last comma or in the middle between commas, where the parser lost the thread."""
    for verb in doc:
        rows = cues.verb_cues(verb)
        if not rows or verb.i <= number.i or verb.dep_ in ("relcl", "acl") or rows[0].takes == "quote":
            continue
        subject = speakers.subject_of(verb)
        if subject is None and verb.i > 0 and verb.i + 2 >= len(doc) and is_document(doc[verb.i - 1]):
            subject = doc[verb.i - 1]  # ", records show.": the parser takes both for nouns
        if rows[0].kind == "evidence" and (subject is None or not is_document(subject)):
            continue
        if subject is None or abs(subject.i - verb.i) > 25:
            continue
        left = min(subject.left_edge.i, verb.i)
        if left <= number.i or left == 0 or doc[left - 1].text not in (",", "”", '"', "''"):
            continue
        if any(c.dep_ in ("ccomp", "xcomp", "dobj") and c.i > verb.i for c in verb.children):
            continue
        if any(doc[i].text in (";",) for i in range(number.i, left)):
            continue
        return Link(rows[0], verb.i, verb.i + 1, subject.i)
    return None
