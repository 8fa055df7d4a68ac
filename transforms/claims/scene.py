"""Where one quantity stands: its sentence, its tokens, and the tokens of its unit, hedge and dates.

Shared by all claim rules, so that the syntax around a number is looked up once. It decides nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from transforms.attribution.attribution import Attribution
from transforms.dates.expression import TimeExpression
from transforms.language.document import Document, Sentence
from transforms.language.lookup import lower_words
from transforms.quantities.quantity import Quantity

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token


_HOW_OFTEN = frozenset({"hourly", "daily", "nightly", "weekly", "monthly", "quarterly", "yearly", "annual"})


@dataclass
class Scene:
    """One quantity in its parsed sentence. `first` and `last` are its first and last token's indices in `doc`.

    `dated` are tokens of time expressions, `future` those of them that lie after the publication date, `numbers` the
    tokens of all the sentence's quantities.
    """

    document: Document
    quantity: Quantity
    sentence: Sentence
    doc: Doc
    first: int
    last: int
    dated: frozenset[int]
    numbers: frozenset[int]
    attribution: Attribution
    future: frozenset[int] = frozenset()

    @cached_property
    def after(self) -> int:
        """Index of the first token after number, unit and a hedge that follows ("or more")."""
        quantity = self.quantity
        end = quantity.end
        if quantity.unit_end is not None and quantity.unit_start is not None and quantity.unit_start <= end + 2:
            end = max(end, quantity.unit_end)
        if quantity.hedge_start is not None and quantity.hedge_end is not None and end <= quantity.hedge_start <= end + 1:
            end = max(end, quantity.hedge_end)
        at = self.last + 1
        while at < len(self.doc) and self.sentence.start + self.doc[at].idx < end:
            at += 1
        return at

    @cached_property
    def before(self) -> int:
        """Index of the first token of the number with a hedge that stands directly before it."""
        at = self.first
        start = self.quantity.hedge_start
        if start is not None and start < self.quantity.start:
            while at > 0 and self.sentence.start + self.doc[at - 1].idx >= start:
                at -= 1
        return at

    @cached_property
    def root(self) -> Token:
        """The token of the number that governs its other tokens (the unit's noun for measures)."""
        span: Span = self.doc[self.first : max(self.after, self.last + 1)]
        return span.root

    def token(self, index: int) -> Token | None:
        """The token there, None outside the sentence."""
        return self.doc[index] if 0 <= index < len(self.doc) else None

    def lower(self, index: int) -> str:
        """The lower-case text of the token there, empty outside the sentence."""
        words = self._words
        return words[index] if 0 <= index < len(words) else ""

    @cached_property
    def _words(self) -> list[str]:
        return lower_words(self.doc)

    def text(self, start: int, end: int) -> str:
        """The text of the tokens from start to before end, as written."""
        return self.doc[start:end].text

    def offset(self, token: Token) -> int:
        """Code point in the article where the token starts."""
        return self.sentence.start + token.idx


def token_range(doc: Doc, base: int, start: int, end: int) -> tuple[int, int]:
    """Indices of the first and last token that the article's span touches; the sentence starts at code point `base`."""
    low, high = 0, len(doc)
    while low < high:
        middle = (low + high) // 2
        token = doc[middle]
        if base + token.idx + len(token) <= start:
            low = middle + 1
        else:
            high = middle
    first = min(low, len(doc) - 1)
    last = first
    while last + 1 < len(doc) and base + doc[last + 1].idx < end:
        last += 1
    return first, last


def dated_tokens(doc: Doc, sentence: Sentence, dates: list[TimeExpression]) -> frozenset[int]:
    """Indices of the sentence's tokens that belong to a time expression."""
    found: set[int] = set()
    for expression in dates:
        # "three daily flights": how often belongs to the noun phrase
        is_adjective = expression.type == "SET" and expression.text.lower() in _HOW_OFTEN
        if not is_adjective and expression.start < sentence.end and sentence.start < expression.end:
            first, last = token_range(doc, sentence.start, expression.start, expression.end)
            found.update(range(first, last + 1))
    return frozenset(found)
