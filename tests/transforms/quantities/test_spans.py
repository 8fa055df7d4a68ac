"""Every quantity has a span of its own, whatever follows "a couple of"."""

import itertools

import pytest

from transforms.language.document import Document
from transforms.quantities.find import find


@pytest.mark.parametrize("scale", ["", "dozen ", "hundred ", "thousand ", "million ", "billion dollars of "])
@pytest.mark.parametrize("start", ["a couple of", "a couple", "several", "a few", "half a", "tens of"])
def test_no_empty_and_no_overlapping_spans(start, scale):
    text = f"They had {start} {scale}sheep, and {start} {scale}goats."
    found = find(Document(text))
    assert all(quantity.start < quantity.end and text[quantity.start : quantity.end] == quantity.text for quantity in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
