"""Whom the words before a colon name, where a quotation follows: `Jane Roe of the Institute: "…"`, `Roe had a message: "…"`.

Works on one parsed sentence and the place of its colon; verbs of saying are dealt with elsewhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from transforms.attribution import cues, informants, papers, subjects

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_WITHIN_NAME = frozenset(("pobj", "prep", "compound", "appos", "nmod"))
_DASHES = frozenset(("-", "–", "—", "--"))
_LONGEST = 40
# "Roe's answer: …" is Roe's; "the Institute's report: …" stays the report's
_SPOKEN = frozenset("answer reply response speech message remark comment word words quote explanation reaction take advice question point".split())


def speaker(doc: Doc, colon: int) -> Token | None:
    """The token that heads the speaker; `colon` is a character of the sentence."""
    first = max((t.i + 1 for t in doc[1:] if t.idx < colon and t.text in _DASHES and t.nbor(-1).whitespace_), default=0)
    before = [t for t in doc[first:] if t.idx < colon]
    nouns = [t for t in before if t.pos_ in ("PROPN", "NOUN")]
    if not nouns or len(before) > _LONGEST:
        return None
    named = _subject(doc, colon)
    if named is not None and named.i >= first:
        return named
    head = top = nouns[-1]
    while top.head != top and top.dep_ in _WITHIN_NAME and top.head.pos_ in ("PROPN", "NOUN", "ADP"):
        top = top.head
        head = top if top.pos_ in ("PROPN", "NOUN") else head
    if head.lemma_.lower() in _SPOKEN and papers.owner_of(head) is not None:
        return papers.owner_of(head)
    if cues.noun_cue(head) is not None and head.head.pos_ == "VERB" and head.dep_ == "dobj":
        return subjects.subject_of(head.head) or head
    if len(before) > 5 and head.pos_ != "PROPN" and not informants.is_document(head):
        return None
    return head


def _subject(doc: Doc, colon: int) -> Token | None:
    """The subject where a whole clause leads up to the colon: "Roe took to the radio: …", "The Daily News dwells on the costs: …"."""
    verbs = (t for t in doc if t.idx < colon and t.pos_ in ("VERB", "AUX") and (t.head == t or t.head.idx > colon))
    root = next(verbs, None)
    if root is None:
        return None
    subject = subjects.subject_of(root)
    if subject is None or subject.idx > colon:
        return None
    if root.lemma_ == "be" and subject.lower_ in ("this", "that", "it", "here"):  # "This was Roe's reply: …"
        attribute = next((c for c in root.children if c.dep_ == "attr"), None)
        return papers.owner_of(attribute) if attribute is not None else None
    is_somebody = (
        subject.pos_ == "PROPN" or subject.lower_ in ("he", "she", "they") or informants.document_nouns().get(subject.lemma_.lower()) == "people"
    )
    return subject if is_somebody else None
