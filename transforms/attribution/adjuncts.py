"""Cues that stand beside the clause of a number: "according to X", "in a poll", "X said" put in or behind, "by X's count"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transforms.attribution import cues, informants, speakers
from transforms.attribution.cues import Cue
from transforms.attribution.link import Link

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

PLACING = frozenset("put place peg rate value price".split())


def is_inside(subject: Token, number: Token) -> bool:
    return subject.left_edge.i <= number.i <= subject.right_edge.i


def owner_of(noun: Token) -> Token | None:
    """Whose estimate, claim or figures: the possessor or the phrase with "by" or "from"."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
        if child.dep_ in ("prep", "agent") and child.lower_ in ("by", "from"):
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def beside(node: Token, came_from: Token | None, path: set[int], number: Token) -> list[Link]:
    """Phrases beside the path: "according to X", "in a poll by X", "X said" put in, "citing X"."""
    found = []
    for child in node.children:
        if child.i in path:
            continue
        link = (
            _according(child)
            or _in_document(child, node)
            or _equated(child, node, came_from)
            or _revised(child, node, came_from)
            or _inserted(child, node)
        )
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
        return Link(Cue("according to", "preposition", "says", "clause"), child.i, to.i + 1, target.i) if target is not None else None
    return None


def according_anywhere(doc: Doc, number: Token) -> list[Link]:
    """ "according to X" at the head or the end of a sentence, or put in between commas, covers all of it."""
    found = []
    for token in doc:
        if token.lower_ != "according":
            continue
        link = _according(token)
        if link is None:
            continue
        described = speakers.describe(doc[link.speaker])
        if not (token.i <= number.i < described.last):
            found.append((abs(token.i - number.i) + (0 if token.i > number.i else 1000), link))
    return [min(found, key=lambda pair: pair[0])[1]] if found else []


def survey_anywhere(doc: Doc, number: Token) -> list[Link]:
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
    is_average = noun.lower_ == "average" and any("poll" in token.lower_ for token in noun.subtree)
    if informants.document_nouns().get(noun.lemma_.lower()) != "survey" and not is_average:
        return False
    return noun.tag_ != "NNS" or any(child.dep_ in ("amod", "compound", "nummod", "poss", "nmod", "acl") for child in noun.children)


def before_colon(doc: Doc, number: Token) -> Link | None:
    """ "The poll showed a divide: 42 percent agreed": what follows the colon spells out what the cue's clause says."""
    colon = next((i for i in range(number.i - 1, 0, -1) if doc[i].text in (":", ";")), None)
    if colon is None:
        return None
    for verb in doc[:colon]:
        rows = cues.verb_cues(verb)
        if not rows or verb.dep_ in ("relcl", "acl", "advcl") or rows[0].kind not in ("speech", "evidence") or rows[0].takes == "quote":
            continue
        subject = speakers.subject_of(verb)
        if subject is None or not any(c.i > verb.i and c.dep_ in ("ccomp", "dobj") for c in verb.children):
            continue
        is_document = informants.is_document(subject)
        if is_document or (doc[colon].text == ":" and rows[0].kind == "speech" and any(c.dep_ == "ccomp" for c in verb.children)):
            return Link(rows[0], verb.i, verb.i + 1, subject.i)
    return None


def _before_times(doc: Doc, that: int) -> list[Token]:
    """The words that may be the cue of "that": the two before it, or the one before a time ("said a day earlier that")."""
    i = that - 1
    while i > 0 and (speakers.is_time(doc[i]) or doc[i].pos_ in ("DET", "ADV", "ADP", "NUM", "ADJ")):
        i -= 1
    # "told the newspaper in an interview that …"
    told = next((j for j in range(that - 1, max(that - 10, -1), -1) if doc[j].pos_ == "VERB"), i)
    return [doc[j] for j in dict.fromkeys((that - 1, that - 2, i, *([told] if doc[told].lower_ == "told" else []))) if j >= 0]


def before_that(doc: Doc, number: Token) -> Link | None:
    """ "…, noting that … 50": the cue's own conjunction stands before the number, though the parser hung it elsewhere."""
    for i in range(number.i - 2, 0, -1):
        if doc[i].text == ";":
            return None
        if doc[i].lower_ != "that":
            continue
        for verb in _before_times(doc, i):
            rows = cues.verb_cues(verb)
            subject = speakers.subject_of(verb) if rows else None
            if subject is None and verb.tag_ == "NNS" and verb.i > 0 and verb.nbor(-1).text[:1].isupper():
                rows, subject = cues.table().get((verb.lemma_.lower(), "verb"), ()), verb.nbor(-1)
            if rows and subject is not None and rows[0].kind != "evidence" and not is_inside(subject, number):
                return Link(rows[0], verb.i, verb.i + 1, subject.i)
    return None


_BY_COUNT = frozenset("figure admission count tally estimate reckoning account calculation estimation".split())


_IN_VIEW = frozenset("view word opinion estimation telling".split())


def _in_document(child: Token, node: Token) -> Link | None:
    """ "in a poll", "by the ministry's count", "in X's view"."""
    if child.dep_ not in ("prep", "agent") or child.lower_ not in ("in", "by", "per"):
        return None
    noun = next((c for c in child.children if c.dep_ == "pobj"), None)
    if noun is None:
        return None
    kind = informants.document_nouns().get(noun.lemma_.lower())
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
    # "its British growth forecast": the parser may hang the possessor on any word before the noun
    owner = owner_of(child) or next((c for c in child.doc[child.left_edge.i : child.i] if c.tag_ == "PRP$"), None)
    if owner is not None and owner.tag_ == "PRP$":
        owner = speakers.subject_of(node)
    return Link(noun, child.i, child.i + 1, owner.i) if owner is not None and owner.i != child.i else None


_ESTIMATES = frozenset("estimate forecast projection prediction toll tally count figure assessment calculation outlook".split())


def _equated(child: Token, node: Token, came_from: Token | None) -> Link | None:
    """ "the police estimate was 1,800", "the union's tally stands at 90"."""
    if child.dep_ != "nsubj" or node.lemma_ not in ("be", "stand") or came_from is None or came_from.dep_ not in ("attr", "prep"):
        return None
    noun = cues.noun_cue(child)
    if noun is None or noun.text not in _ESTIMATES or came_from.dep_ == "prep" and came_from.lower_ != "at":
        return None
    owner = owner_of(child) or next((c for c in child.lefts if c.dep_ in ("compound", "nmod") and informants.is_informant(c)), None)
    if owner is None or owner.tag_ == "PRP$" or owner.i >= child.i or speakers.is_time(owner) or not informants.is_informant(owner):
        return None
    return Link(noun, child.i, child.i + 1, owner.i)


def _inserted(child: Token, node: Token) -> Link | None:
    """ "…, the minister said, …" hung below the clause that it speaks."""
    if child.dep_ not in ("ccomp", "parataxis", "advcl", "dep", "relcl", "conj") or child.pos_ not in ("VERB", "AUX"):
        return None
    rows = sorted(cues.verb_cues(child), key=lambda row: row.kind == "evidence")
    if not rows or rows[0].text in PLACING or rows[0].takes == "quote":
        return None
    if child.dep_ == "relcl" and rows[0].kind in ("speech", "thought"):
        # "the 40 million that experts say it costs", "the 2 billion it expects to save"
        own = next((c for c in child.children if c.dep_ == "nsubj" and c.tag_ not in ("WDT", "WP")), None)
        if own is not None and any(c.dep_ in ("ccomp", "xcomp") for c in child.children):
            return Link(rows[0], child.i, child.i + 1, own.i)
    if any(c.dep_ in ("ccomp", "xcomp") and c.i > child.i for c in child.children):
        return None
    is_as = any(c.lower_ == "as" and c.dep_ in ("mark", "advmod") for c in child.children)
    if child.dep_ in ("advcl", "conj", "relcl") and not is_as:
        return None
    if child.dep_ == "ccomp" and child.i > node.i and not _after_comma(child):
        return None
    if any(c.dep_ == "dobj" and c.i > child.i for c in child.children) and not is_as:
        return None
    subject = speakers.subject_of(child)
    if subject is None or (rows[0].kind == "evidence" and not informants.is_document(subject)):
        return None
    return Link(rows[0], child.i, child.i + 1, subject.i)


def _after_comma(child: Token) -> bool:
    left = child.left_edge.i
    return left > 0 and child.doc[left - 1].text in (",", "–", "—", "--", "”", '"', "-")


_SHOWING = frozenset("show shows showed indicate indicates say says suggest".split())


def documents_show(doc: Doc, number: Token) -> Link | None:
    """ "…, records show, and …": documents and their verb between commas, which the parser takes for two nouns."""
    for token in doc[number.i + 3 :]:
        if token.lower_ not in _SHOWING or not informants.is_document(token.nbor(-1)) or token.i + 1 >= len(doc) or not token.nbor().is_punct:
            continue
        first = token.i - 1
        while first > number.i and doc[first - 1].pos_ in ("NOUN", "PROPN", "ADJ", "DET"):
            first -= 1
        if doc[first - 1].text == "," and first > number.i:
            return Link(Cue(token.lower_, "evidence", "says", "number"), token.i, token.i + 1, token.i - 1)
    return None


def _named_before(verb: Token) -> Token | None:
    """The name right before a closing cue that the parser gave no subject: ", its chief executive, Leo Marsh, said."""
    before = verb.nbor(-1) if verb.i > 0 else None
    if before is not None and before.text == "," and before.i > 0:
        before = before.nbor(-1)
    return before if before is not None and before.pos_ == "PROPN" and not speakers.is_time(before) else None


_HEARERS = frozenset("reporters journalists parliament lawmakers".split())


def _only_times_follow(verb: Token) -> bool:
    """ "… confirmed on Thursday.", "… told reporters late on Monday.": only hearers, times and small words to the end."""
    rest = [token for token in verb.doc[verb.i + 1 :] if not token.is_punct]
    words = [token for token in rest if token.pos_ not in ("ADP", "DET", "ADV", "ADJ", "NUM")]
    return len(rest) <= 6 and all(speakers.is_time(token) or token.lower_ in _HEARERS or token.lower_ in _MEANS for token in words)


_MEANS = frozenset("statement email interview telephone phone conference briefing news".split())


def parenthetical(doc: Doc, number: Token) -> Link | None:
    """A cue with its speaker behind the last comma or in the middle between commas, where the parser lost the thread."""
    for verb in doc:
        rows = sorted(cues.verb_cues(verb), key=lambda row: row.kind == "evidence")
        is_last = verb.i + 3 >= len(doc) or _only_times_follow(verb)
        if not rows or verb.i <= number.i or rows[0].takes == "quote" or rows[0].text in PLACING or (verb.dep_ in ("relcl", "acl") and not is_last):
            continue
        own = [c for c in verb.lefts if c.dep_ == "nsubj" and c.tag_ not in ("WDT", "WP")]
        subject = (own[-1] if own else None) if is_last else speakers.subject_of(verb)
        if subject is None and verb.i > 0 and verb.i + 2 >= len(doc) and informants.is_document(doc[verb.i - 1]):
            subject = doc[verb.i - 1]  # ", records show.": the parser takes both for nouns
        if subject is None and is_last and verb.tag_ in ("VBD", "VBZ"):
            subject = _named_before(verb)
        if rows[0].kind == "evidence" and (subject is None or not informants.is_document(subject)):
            continue
        if subject is None or abs(subject.i - verb.i) > 25:
            continue
        left = min(subject.left_edge.i, verb.i)
        if subject.dep_ == "appos" and left > 0 and doc[left - 1] == subject.head and subject.head.i > number.i:
            left = subject.head.left_edge.i  # "the newspaper Daily Star"
        if left <= number.i or not any(t.text in (",", "”", '"', "''") for t in doc[max(left - (2 if is_last else 1), 0) : left]):
            continue
        if any(c.dep_ in ("ccomp", "xcomp", "dobj") and c.i > verb.i and c.lower_ not in _HEARERS for c in verb.children):
            continue
        if any(doc[i].text in (";",) for i in range(number.i, left)):
            continue
        return Link(rows[0], verb.i, verb.i + 1, subject.i)
    return None
