"""Reading one phrase of a sentence published on Wednesday, 30 October 2024."""

from collections.abc import Callable
from datetime import date

import pytest

from transforms.dates.expression import TimeExpression
from transforms.dates.find import find
from transforms.language.document import Document

PUBLISHED = date(2024, 10, 30)


@pytest.fixture
def read() -> Callable[..., TimeExpression]:
    """The expression that covers the phrase of the sentence; it fails when none does."""

    def reading(sentence: str, phrase: str, published: date | None = PUBLISHED) -> TimeExpression:
        start = sentence.index(phrase)
        found = find(Document(sentence, published))
        covering = [e for e in found if e.start < start + len(phrase) and start < e.end]
        assert covering, f"nothing found in {phrase!r}; found {[e.text for e in found]}"
        return covering[0]

    return reading
