"""Reading attributions from an article whose numbers are marked: "[[12]] people died, police said."."""

import re
from collections.abc import Callable
from datetime import date

import pytest

from transforms.attribution.attribute import attribute
from transforms.attribution.attribution import Attribution
from transforms.language.document import Document

PUBLISHED = date(2024, 10, 28)


def marked(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without its marks, and the spans that they enclosed."""
    plain, spans = "", []
    for index, part in enumerate(re.split(r"\[\[|\]\]", text)):
        if index % 2:
            spans.append((len(plain), len(plain) + len(part)))
        plain += part
    return plain, spans


@pytest.fixture
def read() -> Callable[[str], list[Attribution]]:
    """The attribution of each marked number."""

    def attributions(text: str) -> list[Attribution]:
        plain, spans = marked(text)
        return attribute(Document(plain, published=PUBLISHED), spans)

    return attributions
