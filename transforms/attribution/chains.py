"""The links that stand beside a cue: whom a speaker cites, and through whom the words reached the article.

"Lenta, citing police, said …" adds police inside Lenta; "officials quoted by Lenta said …" adds Lenta outside officials.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from transforms.attribution import speakers
from transforms.attribution.cues import Cue
from transforms.attribution.link import Link
from transforms.language.lookup import positions

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_CITE = Cue("cite", "speech", "says", "number")
_CITING = frozenset(("citing", "quoting"))
_ORIGINS = frozenset(("cite", "quote", "originate", "come", "stem", "base", "draw", "attribute"))
_RELAYED = frozenset(("cite", "quote", "report", "carry"))


def expand(doc: Doc, links: list[Link], number: int) -> list[Link]:
    """The links with those beside them, innermost first; `number` is the index of the number's token."""
    whole: list[Link] = []
    waiting: list[Link] = []
    for link in links:
        inner = _cited(doc, link, number)
        if inner is not None and inner.first < link.speaker and any(other.speaker < other.first < inner.first for other in links):
            # "the Post reported, citing the mayor, that doctors said": the mayor is the Post's, whatever the parser makes of it
            waiting, inner = [inner], None
        if waiting and link.first < waiting[0].first:
            whole += waiting
            waiting = []
        if inner is not None and all(inner.first != other.first and inner.speaker != other.speaker for other in links):
            whole.append(inner)
        whole.append(link)
        outer = _relayed(doc, link)
        if outer is not None and all(outer.speaker != other.speaker for other in links):
            whole.append(outer)
    return whole + waiting


def _cited(doc: Doc, link: Link, number: int) -> Link | None:
    """Whom the speaker of the link cites."""
    speaker, cue = doc[link.speaker], doc[link.first]
    saying = next((c for c in cue.children if c.lower_ == "as"), None)
    if cue.lemma_ in ("quote", "cite") and cue.tag_ != "VBN" and saying is not None and _says_as(saying):
        target = next((c for c in cue.children if c.dep_ == "dobj" and c.i > cue.i), None)
        if target is not None and target != speaker:
            return Link(_CITE, saying.i, saying.i + 1, target.i)
    for token in (doc[i] for i in sorted(i for word in _CITING for i in positions(doc, word))):
        if token.head in (cue, speaker) or token.head.head == cue or _is_beside_according(link, speaker, token):
            target = next((c for c in token.children if c.dep_ == "dobj"), None)
            if target is not None and not target.left_edge.i <= number <= target.right_edge.i and not _says_as(token) and not _is_voiceless(target):
                return Link(_CITE, token.i, token.i + 1, target.i)
        if token.i == 0 and token.head.dep_ == "nsubj" and token.head.head == cue and token.head != speaker:
            return Link(_CITE, token.i, token.i + 1, token.head.i)  # the parser's "[Quoting officials], the Post said"
    return _origin(speaker)


def _is_beside_according(link: Link, speaker: Token, citing: Token) -> bool:
    """ "according to the agency Orlo, citing a police source, 12 died": right behind the speaker, wherever the parser hangs it."""
    if link.cue.text != "according to" or citing.i < speaker.i + 2 or citing.nbor(-1).text != ",":
        return False
    return speakers.describe(speaker).last >= citing.i - 1 or speaker.right_edge.i >= citing.i - 2


_VOICELESS = frozenset(
    "evidence data datum interview footage imagery image testimony fear concern reason need lack law rule cost risk security privacy weather "
    "example case policy condition problem progress change growth demand price".split()
)


def _is_voiceless(target: Token) -> bool:
    """Whether what is cited is nobody's word: "citing evidence based on interviews", but "citing data from the ministry"."""
    if target.lemma_.lower() not in _VOICELESS:
        return False
    made = [c for c in target.children if c.dep_ == "acl"]
    senders = [c for noun in (target, *made) for c in noun.children if c.dep_ in ("prep", "agent") and c.lower_ in ("from", "by")]
    # "citing Orlo University data" names whose they are
    return not senders and not any(c.dep_ == "poss" or c.dep_ in ("compound", "nmod") and c.pos_ == "PROPN" for c in target.children)


def _says_as(token: Token) -> bool:
    return any(child.lower_ == "saying" for child in token.subtree)


def _origin(speaker: Token) -> Link | None:
    """`reports, which originated from the institute, …`, `Lenta, which cited police, …`."""
    apposed = [inner for child in speaker.children if child.dep_ == "appos" for inner in child.children]
    for clause in [*speaker.children, *apposed]:
        if clause.dep_ not in ("relcl", "acl") or clause.lemma_ not in _ORIGINS:
            continue
        if clause.lemma_ in ("base", "draw") and any(c.dep_ in ("compound", "poss") and c.pos_ == "PROPN" for c in speaker.lefts):
            continue  # "a Lenta count based on …" is Lenta's own
        target = next((c for c in clause.children if c.dep_ == "dobj"), None)
        if clause.lemma_ not in ("cite", "quote"):
            target = None
            for child in clause.children:
                if child.dep_ == "prep" and child.lower_ in ("from", "on", "to"):
                    target = next((c for c in child.children if c.dep_ == "pobj"), None)
        if target is not None:
            return Link(_CITE, clause.i, clause.i + 1, target.i)
    return None


def _relayed(doc: Doc, link: Link) -> Link | None:
    """`officials quoted by Lenta said …`: through whom the speaker is heard."""
    cue = doc[link.first]
    before = doc[link.speaker].left_edge.i - 1
    if before > 0 and doc[before].lower_ in _CITING:
        # the parser's "the Courier, citing [Norpress, which quoted an official, said]"
        citing = next((c for c in cue.children if c.dep_ in ("nsubj", "nsubjpass") and c.i < before), None)
        if citing is not None:
            return Link(_CITE, before, before + 1, citing.i)
    for clause in doc[link.speaker].children:
        if clause.dep_ == "acl" and clause.tag_ == "VBN" and clause.lemma_ in _RELAYED:
            agent = next((c for c in clause.children if c.dep_ == "agent"), None)
            target = next((c for c in agent.children if c.dep_ == "pobj"), None) if agent is not None else None
            if target is not None and not speakers.is_time(target):
                return Link(_CITE, clause.i, clause.i + 1, target.i)
    return None
