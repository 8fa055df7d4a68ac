"""Who spoke in the sentences before: what "he added" and "it said" point back to, whether or not a number stood there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transforms.attribution import closing, cues, informants, speakers
from transforms.language.document import Document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

_FARTHEST = 3


def voices(document: Document, position: int) -> Iterator[tuple[int, Token, tuple[int, int] | None]]:
    """Sentence, speaker's head and known words of the cues in the three sentences before the position, nearest first."""
    own = document.sentence_at(position).index
    for index in range(own - 1, max(own - 1 - _FARTHEST, -1), -1):
        if cues.verb_pattern().search(document.sentences[index].text) is None:
            continue
        doc = document.doc(index)
        found = _main(doc)
        if found is not None:
            yield index, *found


def _main(doc: Doc) -> tuple[Token, tuple[int, int] | None] | None:
    """Who speaks in a sentence whose main verb, or whose end, says so."""
    last = closing.find(doc)
    if last is not None:
        return doc[last.speaker], last.phrase
    root = next((token for token in doc if token.head == token), None)
    rows = cues.verb_cues(root) if root is not None else ()
    if root is None or not any(row.kind == "speech" for row in rows):
        return None
    subject = speakers.subject_of(root)
    return (subject, None) if subject is not None else None


def fits(noun: Token, pronoun: str) -> bool:
    """Whether the pronoun can mean this speaker: "he" a person by name or office, "it" a body."""
    if noun.tag_ in ("NNS", "NNPS") or any(c.dep_ == "conj" for c in noun.children):
        return False
    if noun.pos_ != "PROPN":
        return informants.fits(noun, pronoun)
    kind = speakers.describe(noun).kind
    return kind == "organisation" if pronoun == "it" else kind == "person"
