"""Which event of a sentence a date belongs to: the date's place in the parser's tree, against a number's.

It reads the tree of one sentence and the words around the date; what the date means is known already.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from transforms.claims.clauses import SAYING, is_verb
from transforms.dates.expression import TimeExpression
from transforms.language.document import Document

if TYPE_CHECKING:
    from spacy.tokens import Token

_DEPTH = 24
_CLAUSAL = frozenset({"ccomp", "advcl", "relcl", "acl", "conj", "parataxis", "pcomp", "csubj", "csubjpass", "ROOT", "dep", "appos"})
_OPENING = frozenset({"since", "after", "following", "from", "starting", "beginning"})
_ENDING_BEFORE = frozenset({"before", "prior to", "ahead of"})
_HANGING = frozenset("pobj prep pcomp npadvmod nummod compound conj appos advmod amod dep poss det punct quantmod nmod agent".split())
HAPPENING = frozenset({"happen", "occur", "take", "strike", "hit", "erupt", "begin", "start"})
_FAR = 9


def root_of(document: Document, expression: TimeExpression) -> Token:
    """The token by which the date hangs in its sentence."""
    return document.span(expression.start, expression.end).root


def host_of(token: Token) -> Token:
    """The verb or noun that a date's token belongs to, past its prepositions and the nouns it stands with."""
    host = token
    for _ in range(_DEPTH):
        head = host.head
        if head == host:
            break
        if host.dep_ in _HANGING and (head.pos_ in ("ADP", "SCONJ", "ADV") or host == token or host.pos_ in ("ADP", "SCONJ", "ADV")):
            host = head
            if host.pos_ not in ("ADP", "SCONJ", "ADV"):
                break
            continue
        break
    return host


def clause_of(token: Token) -> Token:
    """The verb (or, in a headline, the root) of the clause that the token stands in; infinitives belong to their main verb."""
    current = token
    for _ in range(_DEPTH):
        head = current.head
        if head == current or (is_verb(current) and current.dep_ in _CLAUSAL):
            return current
        current = head
    return current


def path(token: Token) -> list[Token]:
    """The token and its ancestors, nearest first."""
    found = [token]
    while token.head != token and len(found) < 60:
        token = token.head
        found.append(token)
    return found


def distance(number: Token, date_root: Token) -> int:
    """How far a date is from governing the number: 0 its own noun, 1 its verb, up to 8; 9 and more when it doesn't."""
    host = host_of(date_root)
    upward = path(number)
    verb, date_verb = clause_of(number), clause_of(host)
    below = upward[: upward.index(verb)] if verb in upward else upward
    if host in below:
        return 0
    noun = next((token for token in upward[1:2] if not is_verb(token) and token.pos_ not in ("ADP", "SCONJ")), number)
    if noun in path(host):
        return 0 if _is_within(host, noun, number, date_root) else _FAR
    if host == verb:
        return 1
    if _is_in_aside_with_number(date_root, upward):
        return _FAR
    if _counts_other(host, number, date_root):
        return _FAR
    if date_verb == verb:
        return 2
    return _between(upward, host, date_verb, verb)


def _is_in_aside_with_number(date_root: Token, upward: list[Token]) -> bool:
    """Whether the date stands in an addition with a number of its own (", with 40 more expected by May") that isn't the number's."""
    for token in path(date_root):
        if token in upward:
            return False
        if token.lower_ == "with" and any(t.pos_ == "NUM" and t not in date_root.subtree for t in token.subtree):
            return True
    return False


def _is_within(host: Token, noun: Token, number: Token, date_root: Token) -> bool:
    """Whether a date deep in the number's noun phrase dates that noun: no other counted noun and no aside between them."""
    chain = path(host)
    for token in chain[: chain.index(noun)]:
        if _counts_other(token, number, date_root) or (token.dep_ == "relcl" and (token.head != noun or _is_aside(token))):
            return False
        if token.dep_ == "advcl" or (token.dep_ == "acl" and token.head != noun and token.tag_ == "VBG"):
            return False
    return True


def _tells_when(clause: Token, verb: Token) -> bool:
    """Whether an aside says when what the number's verb speaks of happened.

    "The blast, which occurred on Monday, killed six", "40 came to a fair, which took place on Monday".
    """
    noun = clause.head
    if clause.lemma_ not in HAPPENING:
        return False
    if noun.dep_ == "pobj":
        return noun.head.head == verb
    return noun.head == verb and noun.dep_ in ("nsubj", "nsubjpass", "dobj")


def _is_aside(clause: Token) -> bool:
    """Whether a clause on a noun only tells more of it (", which began in 1995", ", founded in 1995,")."""
    left = clause.left_edge
    return left.i > 0 and left.nbor(-1).text == ","


def _between(upward: list[Token], host: Token, date_verb: Token, verb: Token) -> int:
    """Distance between different clauses."""
    if host in upward or date_verb in upward:
        top = host if host in upward else date_verb
        below = upward[: upward.index(top)]
        if any(token.dep_ in ("ccomp", "parataxis") and token.head.lemma_ in SAYING for token in below):
            return _FAR
        return 3 + (host != date_verb and host not in upward)
    date_path = path(date_verb)
    if verb in date_path:
        below = date_path[: date_path.index(verb)]
        deps = {_role(token) for token in below}
        if deps <= {"advcl", "conj", "prep", "pcomp", "pobj"}:
            return _FAR if any(token.dep_ == "conj" and _changes_time(token, verb) for token in below) else 5
        if deps <= {"relcl", "acl", "nsubj", "nsubjpass", "dobj", "pobj", "prep", "attr", "appos", "conj", "agent"}:
            return _FAR if any(token.dep_ in ("relcl", "acl") and _is_aside(token) and not _tells_when(token, verb) for token in below) else 6
        return _FAR
    shared = next((token for token in upward if token in date_path), None)
    if shared is not None and shared.lemma_ not in SAYING:
        deps = {_role(t) for t in (*date_path[: date_path.index(shared)], *upward[: upward.index(shared)]) if is_verb(t)}
        if deps <= {"advcl", "conj"}:
            return 7
        return 8 if deps <= {"advcl", "conj", "acl"} else _FAR
    return _FAR


def _role(token: Token) -> str:
    """The token's relation; a complement of anything but a verb of saying counts as a co-ordinated clause (loose parses)."""
    return "conj" if token.dep_ == "ccomp" and token.head.lemma_ not in SAYING else token.dep_


def _changes_time(clause: Token, verb: Token) -> bool:
    """Whether one of two co-ordinated clauses speaks of the future and the other doesn't."""

    def is_future(token: Token) -> bool:
        return any(child.dep_ == "aux" and (child.tag_ == "MD" or child.lower_ in ("wo", "'ll", "’ll")) for child in token.children)

    return is_future(clause) != is_future(verb)


def _counts_other(host: Token, number: Token, date_root: Token) -> bool:
    """Whether the date hangs on a noun that has a number of its own, which is not this one."""
    if is_verb(host):
        return False
    return any(child.dep_ == "nummod" and child not in (number, date_root) for child in host.children) and number not in host.subtree


_BOUND = re.compile(
    r"\b(since|by|until|till|before|prior\s+to|ahead\s+of|through|as\s+of|up\s+to|starting|beginning|from|after|following)"
    r"(?:\s+(?:on|in|about|around|at\s+least|late|early|mid|the|last|end\s+of|beginning\s+of|start\s+of|as\s+early\s+as))*[\s-]*$"
)
_SINCE_CLAUSE = re.compile(r"\bsince\s+(?![^,;]*\b(?:said|told|reported)\b)(?:[^,;.]|\.(?=\S)){3,90}\s(?:in|on)\s+$")
_SINCE_WORD = re.compile(r".*\bsince\b", re.IGNORECASE | re.DOTALL)
_BEGUN = re.compile(
    r"\bsince\b[^,;]*\b(?:beg[au]n|started|broke\s+out|erupted|launched|invaded|opened|took\s+(?:office|power|over))\s+(?:(?:in|on|early|late)\s+)*$",
    re.IGNORECASE,
)
# "since May 4", "since early May" have no clause
_SINCE_WORDS = 3
_SINCE = re.compile(r"\bsince\s+(?:last\s+|early\s+|late\s+|mid-?)?$", re.IGNORECASE)
_OPENS = re.compile(r"\W*since\b[^,;]{0,90}$", re.IGNORECASE)


def bound(document: Document, expression: TimeExpression, date_root: Token, number: Token) -> str:
    """`open` when the date begins the period ("since", "from"), `close` or `before` when it ends it ("by", "before"), else empty."""
    start = document.sentence_at(expression.start).start
    before = document.text[max(start, expression.start - 110) : expression.start].lower()
    match = _BOUND.search(before[-40:])
    if match:
        word = " ".join(match[1].split())
        if word in ("from", "after", "following") and describes_noun(document, expression):
            return ""
        return "open" if word in _OPENING else "before" if word in _ENDING_BEFORE else "close"
    if _SINCE_CLAUSE.search(before):
        return "open"
    upward = path(number)
    for token in path(date_root)[1:]:
        if token in upward:
            break
        words = {token.lower_} | {child.lower_ for child in token.children if child.dep_ in ("mark", "prep", "advmod") and child.i < date_root.i}
        if "since" in words:
            return "open"
        if "until" in words or "till" in words:
            return "close"
    return ""


def within_since(document: Document, expression: TimeExpression, number_start: int) -> bool:
    """ "since rebels killed 12 on Feb. 20": a number within the clause that "since" opens is of its date, not of the time after."""
    start = document.sentence_at(expression.start).start
    opened = _SINCE_WORD.match(document.text, start, expression.start)
    if number_start > expression.end and follows_beginning(document, expression):
        return False  # "losses since the war began in March stood at 12"
    if opened is None or number_start < opened.end() or document.text.count(" ", opened.end(), expression.start) < _SINCE_WORDS:
        return False
    last = max(number_start, expression.start)
    return not any(mark in document.text[opened.end() : last] for mark in ",;")


def follows_beginning(document: Document, expression: TimeExpression) -> bool:
    """ "since the war began in March": the date from which on the rest of the sentence is."""
    start = document.sentence_at(expression.start).start
    return _BEGUN.search(document.text, start, expression.start) is not None


def describes_noun(document: Document, expression: TimeExpression) -> bool:
    """ "third-quarter profit", "Monday's blast", "the 2011 flood": the date only says which thing the noun means."""
    if re.match(r"['’]s\b", document.text[expression.end : expression.end + 3]):
        return True
    last = document.span(expression.start, expression.end)[-1]
    head = last.head
    return last.dep_ in {"compound", "amod", "nmod", "nummod"} and head.i > last.i and head.idx >= expression.end and head.pos_ in ("NOUN", "PROPN")


def opens_sentence(document: Document, expression: TimeExpression) -> bool:
    """Whether the date stands in the "since" phrase or clause with which its sentence begins: it is of all that follows."""
    start = document.sentence_at(expression.start).start
    return bool(_OPENS.fullmatch(document.text, start, expression.start))


def follows_since(document: Document, expression: TimeExpression) -> bool:
    """Whether "since" stands right before the date."""
    return bool(_SINCE.search(document.text[max(0, expression.start - 24) : expression.start]))
