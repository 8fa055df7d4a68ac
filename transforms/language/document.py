"""An article's text as paragraphs, sentences and quotations, with syntax parsed only where somebody asks for it.

Everything is addressed by code points of the article's text. It never decides what a number or a date means.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from spacy.tokens import Span

from transforms.language import headlines, nlp, quotations, sentences

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
# "the Export–Import Bank": the tagger takes the dash for the end of a phrase
_COMPOUND_DASH = re.compile(r"(?<=[^\W\d_])[–‐‑](?=[^\W\d_])")
_SMALL_WORD = re.compile(r"\b[a-z]{3,}\b")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence (or headline, list line): `index` in the document, span, and its paragraph's number."""

    index: int
    start: int
    end: int
    paragraph: int
    text: str


@dataclass
class Document:
    """One article. `published` anchors its dates; `marked` are spans of page furniture (start, end, reason)."""

    text: str
    published: date | None = None
    publisher: str | None = None
    title: str | None = None
    marked: Sequence[tuple[int, int, str]] = ()
    _docs: dict[int, Doc] = field(default_factory=dict, repr=False)

    @cached_property
    def sentences(self) -> list[Sentence]:
        """All sentences in order; they cover every non-blank character once."""
        spans = sentences.split(self.text)
        return [Sentence(i, start, end, paragraph, self.text[start:end]) for i, (start, end, paragraph) in enumerate(spans)]

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    @cached_property
    def quotations(self) -> list[quotations.Quotation]:
        """Quoted stretches in order, across sentences and paragraphs."""
        return quotations.find(self.text)

    def sentence_at(self, position: int) -> Sentence:
        """The sentence that holds the code point (or the last one before it)."""
        return self.sentences[max(bisect_right(self._starts, position) - 1, 0)]

    def is_marked(self, start: int, end: int) -> bool:
        """Whether any of the span is page furniture."""
        return any(first < end and start < last for first, last, _ in self.marked)

    def quotation_at(self, offset: int) -> int | None:
        """Index of the quotation that holds the offset; None outside of all."""
        last = bisect_right(self._quotation_starts, offset) - 1
        return last if last >= 0 and offset < self.quotations[last].end else None

    @cached_property
    def _quotation_starts(self) -> list[int]:
        return [quotation.start for quotation in self.quotations]

    def parse(self, indices: Iterable[int]) -> None:
        """Parse these sentences now, in one batch; cheap when they are parsed already."""
        wanted = [i for i in dict.fromkeys(indices) if i not in self._docs]
        for i, doc in zip(wanted, nlp.parse([self._for_the_tagger(self.sentences[i].text) for i in wanted]), strict=True):
            self._docs[i] = doc

    def _for_the_tagger(self, sentence: str) -> str:
        """The sentence with plain hyphens in compounds, a headline in title case without its needless capitals; the length stays."""
        sentence = _COMPOUND_DASH.sub("-", sentence)
        return headlines.soften(sentence, self._small.__contains__) if headlines.is_title_case(sentence) else sentence

    @cached_property
    def _small(self) -> frozenset[str]:
        """Words that the article also writes small."""
        return frozenset(_SMALL_WORD.findall(self.text))

    def doc(self, index: int) -> Doc:
        """The parsed sentence. Token offsets (`token.idx`) count from the sentence's start."""
        if index not in self._docs:
            self.parse([index])
        return self._docs[index]

    def span(self, start: int, end: int) -> Span:
        """The spaCy tokens that the span of the article touches; both ends must lie in one sentence."""
        sentence = self.sentence_at(start)
        return nlp.tokens_between(self.doc(sentence.index), start - sentence.start, end - sentence.start)

    def offsets(self, index: int, tokens: Span | Token) -> tuple[int, int]:
        """Start and end in the article of a token or span of the parsed sentence `index`."""
        base = self.sentences[index].start
        first, last = (tokens[0], tokens[-1]) if isinstance(tokens, Span) else (tokens, tokens)
        return base + first.idx, base + last.idx + len(last)
