"""What is looked up once a parsed sentence, however many numbers ask for it: tables kept with the sentence itself.

A rule that searches the whole sentence for every number of it takes time in the square of the sentence's length.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import wraps
from typing import TYPE_CHECKING, TypeVar

T = TypeVar("T")

if TYPE_CHECKING:
    from spacy.tokens import Doc


def once_a_sentence(build: Callable[[Doc], T]) -> Callable[[Doc], T]:
    """Make a function of a parsed sentence keep its result in the sentence; results hold indices, never tokens."""
    key = f"{build.__module__}.{build.__qualname__}"

    @wraps(build)
    def kept(doc: Doc) -> T:
        tables = doc.user_data
        if key not in tables:
            tables[key] = build(doc)
        found: T = tables[key]
        return found

    return kept


@once_a_sentence
def lower_words(doc: Doc) -> list[str]:
    """The lower-case text of each token: asking spaCy anew for every look costs more than all that is made of it."""
    return [token.lower_ for token in doc]


@once_a_sentence
def _positions(doc: Doc) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for i, token in enumerate(doc):
        found.setdefault(token.lower_, []).append(i)
    return found


def positions(doc: Doc, word: str) -> Sequence[int]:
    """Indices of the tokens that are this lower-case word or mark, in order."""
    return _positions(doc).get(word, ())


def last_before(indices: Sequence[int], end: int) -> int | None:
    """The greatest of ascending indices that is below `end`."""
    at = bisect_left(indices, end)
    return indices[at - 1] if at else None


def any_between(indices: Sequence[int], start: int, end: int) -> bool:
    """Whether one of ascending indices lies in `start` to before `end`."""
    at = bisect_left(indices, start)
    return at < len(indices) and indices[at] < end
