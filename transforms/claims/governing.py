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
_CLOSING = frozenset({"by", "until", "till", "before", "through"})
_FAR = 9


def root_of(document: Document, expression: TimeExpression) -> Token:
    """The token by which the date hangs in its sentence."""
    return document.span(expression.start, expression.end).root


def host_of(token: Token) -> Token:
    """The verb or noun that a date's token belongs to, past its prepositions and the nouns it stands with."""
    host = token
    for _ in range(_DEPTH):
        head = host.head
        if head is host:
            break
        if host.dep_ in ("pobj", "prep", "pcomp", "npadvmod", "nummod", "compound", "conj", "appos", "advmod", "amod", "dep", "poss", "det", "punct", "quantmod", "nmod", "agent") and (
            head.pos_ in ("ADP", "SCONJ", "ADV") or host is token or host.pos_ in ("ADP", "SCONJ", "ADV")
        ):
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
        if head is current or (is_verb(current) and current.dep_ in _CLAUSAL):
            return current
        current = head
    return current


def path(token: Token) -> list[Token]:
    """The token and its ancestors, nearest first."""
    found = [token]
    while token.head is not token and len(found) < 60:
        token = token.head
        found.append(token)
    return found


def distance(number: Token, date_root: Token) -> int:
    """How far a date is from governing the number: 0 its own noun, 1 its verb, up to 8; 9 and more when it doesn't."""
    host = host_of(date_root)
    upward = path(number)
    verb, date_verb = clause_of(number), clause_of(host)
    if host is number or (host in upward and host in upward[: upward.index(verb)] if verb in upward else host in upward[:2]):
        return 0
    if number in path(host) or (upward[1:2] and not is_verb(upward[1]) and upward[1] in path(host)):
        return 0
    if host is verb:
        return 1
    if _counts_other(host, number):
        return _FAR
    if date_verb is verb:
        return 2
    return _between(upward, host, date_verb, verb)


def _between(upward: list[Token], host: Token, date_verb: Token, verb: Token) -> int:
    """Distance between different clauses."""
    if host in upward or date_verb in upward:
        top = host if host in upward else date_verb
        below = upward[: upward.index(top)]
        if any(token.dep_ in ("ccomp", "parataxis") and token.head.lemma_ in SAYING for token in below):
            return _FAR
        return 3 + (host is not date_verb and host not in upward)
    date_path = path(date_verb)
    if verb in date_path:
        below = date_path[: date_path.index(verb)]
        deps = {token.dep_ for token in below}
        if deps <= {"advcl", "conj", "prep", "pcomp", "pobj"}:
            return 5
        if deps <= {"relcl", "acl", "nsubj", "nsubjpass", "dobj", "pobj", "prep", "attr", "appos"}:
            return 6
        return _FAR
    shared = next((token for token in upward if token in date_path), None)
    if shared is not None and shared.lemma_ not in SAYING and is_verb(shared):
        deps = {token.dep_ for token in (*date_path[: date_path.index(shared)], *upward[: upward.index(shared)]) if is_verb(token)}
        return 7 if deps <= {"advcl", "conj"} else _FAR
    return _FAR


def _counts_other(host: Token, number: Token) -> bool:
    """Whether the date hangs on a noun that has a number of its own, which is not this one."""
    if is_verb(host):
        return False
    return any(child.dep_ == "nummod" and child is not number for child in host.children) and number not in host.subtree


def bound(document: Document, expression: TimeExpression, date_root: Token, number: Token) -> str:
    """`open` when the date begins the period ("since", "from"), `close` when it ends it ("by", "until"), else ``."""
    start = document.sentence_at(expression.start).start
    before = document.text[max(start, expression.start - 32) : expression.start].lower()
    match = re.search(r"(?:\b(since|by|until|till|before|prior\s+to|ahead\s+of|through|as\s+of|up\s+to|starting|beginning|from|after|following))(?:\s+(?:on|in|about|around|at\s+least|late|early|mid|the|last|end\s+of|beginning\s+of|start\s+of|as\s+early\s+as))*[\s-]*$", before)
    if match:
        word = " ".join(match[1].split())
        return "open" if word in _OPENING else "close"
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
