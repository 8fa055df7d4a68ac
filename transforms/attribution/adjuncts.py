"""Cues that stand beside the clause of a number: "according to X", "in a poll", "X said" put in or behind, "by X's count"."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from transforms.attribution import cues, informants, papers, speakers, subjects
from transforms.attribution.cues import Cue
from transforms.attribution.link import Link
from transforms.language.lookup import any_between, last_before, once_a_sentence, positions

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

PLACING = frozenset("put place peg rate value price".split())


def is_inside(subject: Token, number: Token) -> bool:
    return subject.left_edge.i <= number.i <= subject.right_edge.i


def beside(node: Token, came_from: Token | None, path: set[int], number: Token) -> list[Link]:
    """Phrases beside the path: "according to X", "in a poll by X", "X said" put in, "citing X"."""
    found = []
    for child in node.children:
        if child.i in path:
            continue
        link = (
            _according(child)
            or papers.in_document(child, node)
            or _equated(child, node, came_from)
            or _revised(child, node, came_from)
            or _inserted(child, node)
        )
        if link is None or any_between(positions(number.doc, ";"), child.i, number.i):
            continue
        if not (child.left_edge.i <= number.i <= child.right_edge.i):
            found.append(link)
    return found


_FORESEEN_BY = frozenset("forecast predicted expected projected estimated anticipated".split())


def foreseen(doc: Doc, number: Token) -> Link | None:
    """ "above the 235,000 forecast by economists": the number is theirs."""
    for i in range(number.i + 1, min(number.i + 5, len(doc) - 2)):
        if doc[i].text in (",", ";", ".") or doc[i].tag_ in ("VBD", "VBZ", "VBP") and doc[i].lower_ not in _FORESEEN_BY:
            return None
        if doc[i].lower_ in _FORESEEN_BY and doc[i + 1].lower_ == "by":
            target = next((c for c in doc[i + 1].children if c.dep_ == "pobj"), None)
            if target is None or target.pos_ not in ("NOUN", "PROPN") or speakers.is_time(target):
                return None
            return Link(Cue(doc[i].lower_, "speech", "expects", "number"), i, i + 1, target.i)
    return None


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


@once_a_sentence
def _accordings(doc: Doc) -> list[tuple[Link, int]]:
    """Every "according to X" with the end of X."""
    found = (_according(doc[i]) for i in positions(doc, "according"))
    return [(link, speakers.describe(doc[link.speaker]).last) for link in found if link is not None]


def according_anywhere(doc: Doc, number: Token) -> list[Link]:
    """ "according to X" at the head or the end of a sentence, or put in between commas, covers all of it."""
    found = [link for link, last in _accordings(doc) if not (link.first <= number.i < last or _is_sample(doc, last, number.i))]
    return [min(found, key=lambda link: abs(link.first - number.i) + (0 if link.first > number.i else 1000))] if found else []


_UNTIL_SAMPLE = 6


def _is_sample(doc: Doc, last: int, number: int) -> bool:
    """ "according to a survey of some 3,000 shops": how many were asked is no result."""
    if last >= len(doc) or not last < number < last + _UNTIL_SAMPLE or doc[last].lower_ not in ("of", "among", "with"):
        return False
    return not any(token.is_punct or token.pos_ in ("VERB", "AUX") for token in doc[last:number])


@once_a_sentence
def _announcing(doc: Doc) -> list[tuple[Link, bool]]:
    """The cues whose content may go on behind a colon, and whether it may behind a semicolon too: that of documents."""
    found = []
    for i, rows in _cue_verbs(doc):
        verb = doc[i]
        if verb.dep_ in ("relcl", "acl", "advcl") or rows[0].kind not in ("speech", "evidence") or rows[0].takes == "quote":
            continue
        subject = subjects.subject_of(verb)
        if subject is None or not any(c.i > verb.i and c.dep_ in ("ccomp", "dobj") for c in verb.children):
            continue
        is_document = informants.is_document(subject)
        if is_document or (rows[0].kind == "speech" and any(c.dep_ == "ccomp" for c in verb.children)):
            found.append((Link(rows[0], verb.i, verb.i + 1, subject.i), is_document))
    return found


# "said sales fell; in addition, it lost 3 million": the speaker goes on
_ADDING = ("in addition", "also", "moreover", "furthermore", "besides", "of these", "of those", "of them", "among them")


def before_colon(doc: Doc, number: Token) -> Link | None:
    """ "The poll showed a divide: 42 percent agreed": what follows the colon spells out what the cue's clause says."""
    colon = max(last_before(positions(doc, mark), number.i) or 0 for mark in (":", ";"))
    if not colon:
        return None
    goes_on = doc[colon].text == ":" or doc[colon + 1 : colon + 3].text.lower().startswith(_ADDING)
    return next((link for link, is_document in _announcing(doc) if link.first < colon and (is_document or goes_on)), None)


def _before_times(doc: Doc, that: int) -> list[Token]:
    """The words that may be the cue of "that": the two before it, or the one before a time ("said a day earlier that")."""
    i = that - 1
    while i > 0 and (speakers.is_time(doc[i]) or doc[i].pos_ in ("DET", "ADV", "ADP", "NUM", "ADJ")):
        i -= 1
    # "told the newspaper in an interview that …"
    told = next((j for j in range(that - 1, max(that - 10, -1), -1) if doc[j].pos_ == "VERB"), i)
    return [doc[j] for j in dict.fromkeys((that - 1, that - 2, i, *([told] if doc[told].lower_ == "told" else []))) if j >= 0]


@once_a_sentence
def _thats(doc: Doc) -> dict[int, list[Link]]:
    """The cues that may stand before each "that", by its index."""
    found: dict[int, list[Link]] = {}
    for i in positions(doc, "that"):
        for verb in _before_times(doc, i) if i else ():
            rows = cues.verb_cues(verb)
            subject = subjects.subject_of(verb) if rows else None
            if subject is None and verb.tag_ == "NNS" and verb.i > 0 and verb.nbor(-1).text[:1].isupper():
                rows, subject = cues.table().get((verb.lemma_.lower(), "verb"), ()), verb.nbor(-1)
            if rows and subject is not None and rows[0].kind != "evidence":
                found.setdefault(i, []).append(Link(rows[0], verb.i, verb.i + 1, subject.i))
    return found


def before_that(doc: Doc, number: Token) -> Link | None:
    """ "…, noting that … 50": the cue's own conjunction stands before the number, though the parser hung it elsewhere."""
    stop = last_before(positions(doc, ";"), number.i - 1) or 0
    for i, links in reversed(_thats(doc).items()):
        if stop < i < number.i - 1:
            link = next((link for link in links if not is_inside(doc[link.speaker], number)), None)
            if link is not None:
                return link
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
    owner = papers.owner_of(child) or next((c for c in child.doc[child.left_edge.i : child.i] if c.tag_ == "PRP$"), None)
    if owner is not None and owner.tag_ == "PRP$":
        owner = subjects.subject_of(node)
    return Link(noun, child.i, child.i + 1, owner.i) if owner is not None and owner.i != child.i else None


_ESTIMATES = frozenset("estimate forecast projection prediction toll tally count figure assessment calculation outlook".split())


def _equated(child: Token, node: Token, came_from: Token | None) -> Link | None:
    """ "the police estimate was 1,800", "the union's tally stands at 90"."""
    if child.dep_ != "nsubj" or node.lemma_ not in ("be", "stand") or came_from is None or came_from.dep_ not in ("attr", "prep"):
        return None
    noun = cues.noun_cue(child)
    if noun is None or noun.text not in _ESTIMATES or came_from.dep_ == "prep" and came_from.lower_ != "at":
        return None
    owner = papers.owner_of(child) or next((c for c in child.lefts if c.dep_ in ("compound", "nmod") and informants.is_informant(c)), None)
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
        if own is not None and (any(c.dep_ in ("ccomp", "xcomp") for c in child.children) or _leaves_gap(child)):
            return Link(rows[0], child.i, child.i + 1, own.i)
    if any(c.dep_ in ("ccomp", "xcomp") and c.i > child.i for c in child.children):
        return None
    is_as = any(c.lower_ == "as" and c.dep_ in ("mark", "advmod") for c in child.children)
    if is_as and child.tag_ == "VBN" and not any(c.dep_ in ("nsubj", "agent", "aux") for c in child.children):
        return None  # "As shown in court, the couple kept 14 dogs": not the couple's words
    if child.dep_ in ("advcl", "conj", "relcl") and not is_as:
        return None
    if child.dep_ == "ccomp" and child.i > node.i and not _after_comma(child):
        return None
    if any(c.dep_ == "dobj" and c.i > child.i for c in child.children) and not is_as:
        return None
    subject = subjects.subject_of(child)
    if subject is None or (rows[0].kind == "evidence" and not informants.is_document(subject)):
        return None
    return Link(rows[0], child.i, child.i + 1, subject.i)


def _leaves_gap(verb: Token) -> bool:
    """ "workers that Hallex said a month ago would be laid off": the verb of what was said follows, wherever the parser hangs it."""
    rest = verb.doc[verb.i + 1 : verb.i + 6]
    following = next((t for t in rest if t.pos_ not in ("DET", "ADV", "ADP", "NUM", "ADJ") and not speakers.is_time(t)), None)
    return following is not None and following.tag_ == "MD"


def _after_comma(child: Token) -> bool:
    left = child.left_edge.i
    return left > 0 and child.doc[left - 1].text in (",", "–", "—", "--", "”", '"', "-")


_SHOWING = frozenset("show shows showed indicate indicates say says suggest".split())


@once_a_sentence
def _showings(doc: Doc) -> list[tuple[Link, int]]:
    """Documents and their verb between commas, with the first word of the documents' phrase."""
    found = []
    for word in _SHOWING:
        for i in positions(doc, word):
            if i < 1 or not informants.is_document(doc[i - 1]) or i + 1 >= len(doc) or not doc[i + 1].is_punct:
                continue
            first = i - 1
            while first > 0 and doc[first - 1].pos_ in ("NOUN", "PROPN", "ADJ", "DET"):
                first -= 1
            if first > 0 and doc[first - 1].text == ",":
                found.append((Link(Cue(word, "evidence", "says", "number"), i, i + 1, i - 1), first))
    return sorted(found, key=lambda pair: pair[0].first)


def documents_show(doc: Doc, number: Token) -> Link | None:
    """ "…, records show, and …": documents and their verb between commas, which the parser takes for two nouns."""
    return next((link for link, first in _showings(doc) if first > number.i and link.first >= number.i + 3), None)


def _named_before(verb: Token) -> Token | None:
    """The name right before a closing cue that the parser gave no subject: ", its chief executive, Leo Marsh, said."""
    before = verb.nbor(-1) if verb.i > 0 else None
    if before is not None and before.text == "," and before.i > 0:
        before = before.nbor(-1)
    return before if before is not None and before.pos_ == "PROPN" and not speakers.is_time(before) else None


_HEARERS = frozenset("reporters journalists parliament lawmakers".split())


def _only_times_follow(verb: Token) -> bool:
    """ "… confirmed on Thursday.", "… told reporters late on Monday.": only hearers, times and small words to the end."""
    rest = list(islice((token for token in verb.doc[verb.i + 1 :] if not token.is_punct), 7))
    words = [token for token in rest if token.pos_ not in ("ADP", "DET", "ADV", "ADJ", "NUM")]
    return len(rest) <= 6 and all(speakers.is_time(token) or token.lower_ in _HEARERS or token.lower_ in _MEANS for token in words)


_MEANS = frozenset("statement email interview telephone phone conference briefing news".split())


@once_a_sentence
def _cue_verbs(doc: Doc) -> list[tuple[int, tuple[Cue, ...]]]:
    """Every verb of the sentence that is a cue, with its rows."""
    found = ((token.i, cues.verb_cues(token)) for token in doc)
    return [(i, rows) for i, rows in found if rows]


@dataclass(frozen=True, slots=True)
class _Tail:
    """A cue with its speaker that may stand between commas: from `left`, or from `outer` where `outer_head` names the speaker."""

    link: Link
    left: int
    outer: int
    outer_head: int
    is_last: bool


@once_a_sentence
def _tails(doc: Doc) -> list[_Tail]:
    ordered = ((i, min(rows, key=lambda row: row.kind == "evidence")) for i, rows in _cue_verbs(doc))
    return [tail for i, row in ordered if (tail := _tail(doc[i], row)) is not None]


def _tail(verb: Token, row: Cue) -> _Tail | None:
    doc = verb.doc
    if row.takes == "quote" or row.text in PLACING:
        return None
    is_last = verb.i + 3 >= len(doc) or _only_times_follow(verb)
    if verb.dep_ in ("relcl", "acl") and not is_last:
        return None
    own = [c for c in verb.lefts if c.dep_ == "nsubj" and c.tag_ not in ("WDT", "WP")]
    subject = (own[-1] if own else None) if is_last else subjects.subject_of(verb)
    if subject is None and verb.i > 0 and verb.i + 2 >= len(doc) and informants.is_document(doc[verb.i - 1]):
        subject = doc[verb.i - 1]  # ", records show.": the parser takes both for nouns
    if subject is None and is_last and verb.tag_ in ("VBD", "VBZ"):
        subject = _named_before(verb)
    if row.kind == "evidence" and (subject is None or not informants.is_document(subject)):
        return None
    if subject is None or abs(subject.i - verb.i) > 25:
        return None
    if any(c.dep_ in ("ccomp", "xcomp", "dobj") and c.i > verb.i and c.lower_ not in _HEARERS for c in verb.children):
        return None
    left = min(subject.left_edge.i, verb.i)
    is_apposed = subject.dep_ == "appos" and left > 0 and doc[left - 1] == subject.head
    outer, outer_head = (subject.head.left_edge.i, subject.head.i) if is_apposed else (left, -1)
    return _Tail(Link(row, verb.i, verb.i + 1, subject.i), left, outer, outer_head, is_last)


def parenthetical(doc: Doc, number: Token) -> Link | None:
    """A cue with its speaker behind the last comma or in the middle between commas, where the parser lost the thread."""
    for tail in _tails(doc):
        left = tail.outer if tail.outer_head > number.i else tail.left  # "the newspaper Daily Star"
        if tail.link.first <= number.i or left <= number.i or any_between(positions(doc, ";"), number.i, left):
            continue
        if any(t.text in (",", "”", '"', "''") for t in doc[max(left - (2 if tail.is_last else 1), 0) : left]):
            return tail.link
    return None
