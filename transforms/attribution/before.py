"""Who spoke in the sentences before: what "he added" and "it said" point back to, whether or not a number stood there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transforms.attribution import closing, cues, informants, speakers, subjects
from transforms.language.document import Document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

_FARTHEST = 3


def voices(document: Document, position: int) -> Iterator[tuple[int, Token, tuple[int, int] | None]]:
    """Sentence, speaker's head and known words of the cues in the three sentences before the position, nearest first.

    They end where a sentence is about another person.
    """
    own = document.sentence_at(position).index
    for index in range(own - 1, max(own - 1 - _FARTHEST, -1), -1):
        doc = document.doc(index)
        found = _main(doc) if _may_speak(document.sentences[index].text) else None
        if found is not None:
            yield index, *found
        elif _is_about_person(doc):
            return


def _may_speak(sentence: str) -> bool:
    return sentence.startswith("According to ") or cues.verb_pattern().search(sentence) is not None


def _main(doc: Doc) -> tuple[Token, tuple[int, int] | None] | None:
    """Who speaks in a sentence whose main verb, or whose end, says so."""
    last = closing.find(doc)
    if last is not None:
        return doc[last.speaker], last.phrase
    root = next((token for token in doc if token.head == token), None)
    if doc[0].lower_ == "according" and len(doc) > 2 and doc[1].lower_ == "to":
        told = next((c for c in doc[1].children if c.dep_ == "pobj"), None)
        return (told, None) if told is not None else None
    rows = cues.verb_cues(root) if root is not None else ()
    if root is None or not any(row.kind == "speech" for row in rows):
        return None
    subject = subjects.subject_of(root)
    return (subject, None) if subject is not None else None


def _is_about_person(doc: Doc) -> bool:
    """ "Roe sold water at the gate. He said …": somebody else comes in between, without a word."""
    root = next((token for token in doc if token.head == token), None)
    subject = next((c for c in root.children if c.dep_ in ("nsubj", "nsubjpass")), None) if root is not None else None
    return subject is not None and subject.pos_ == "PROPN" and speakers.describe(subject).kind == "person"


_GENERIC = frozenset("agency group organisation organization fund lender body".split())


def body_named(noun: Token) -> str | None:
    """ "The board of the World Rivers Fund approved 3 million, the agency said": the body that its own sentence opens with."""
    if noun.lower_ not in _GENERIC:
        return None
    subject = next((t for t in reversed(noun.doc[: noun.i]) if t.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None or subject.pos_ not in ("NOUN", "PROPN") or subject.tag_ in ("NNS", "NNPS"):
        return None
    owner = next((inner for c in subject.rights if c.lower_ == "of" for inner in c.children if inner.dep_ == "pobj"), None)
    for token in (subject, owner):
        if token is not None and token.pos_ == "PROPN" and speakers.describe(token).kind == "organisation":
            described = speakers.describe(token)
            return token.doc[described.first : described.last].text
    return None


def fits(noun: Token, pronoun: str) -> bool:
    """Whether the pronoun can mean this speaker: "he" a person by name or office, "it" a body."""
    if noun.tag_ in ("NNS", "NNPS") or any(c.dep_ == "conj" for c in noun.children):
        return False
    if noun.pos_ != "PROPN":
        return informants.fits(noun, pronoun)
    kind = speakers.describe(noun).kind
    if pronoun == "it":  # "Lenta said": an agency's name of one word looks like a surname
        return kind == "organisation" or not any(c.dep_ == "compound" for c in noun.children)
    return kind == "person"
