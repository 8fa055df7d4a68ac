"""Any text: no crash, spans match, order holds, and the time grows with the length."""

from __future__ import annotations

import math
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms import schema
from transforms.language.document import Document
from transforms.quantities.find import find

PIECES = st.sampled_from(
    "one two three twelve twenty hundred thousand million billion dozen dozens half third thirds a an the and or to from between of in out "
    "more than at least about some up nearly $ £ € US$ Rs % percent per cent km m kg miles barrel day year years old ago later - – — / . , : ; ( ) # "
    "0 1 2 3.5 10 12,500 1999 2024 007 1/2 ½ st nd th k bn rose fell cent cents dollars euros Boeing No. Section May p.m. one-way − + × ^ 10^5 ' ’s".split(
        " "
    )
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=40).map(" ".join), st.lists(PIECES, max_size=40).map("".join))


@given(TEXTS)
@settings(max_examples=500, deadline=None)
def test_any_text(text: str) -> None:
    last = 0
    for quantity in find(Document(text)):
        assert 0 <= last <= quantity.start < quantity.end <= len(text)
        assert text[quantity.start : quantity.end] == quantity.text
        assert quantity.comparator in schema.COMPARATORS
        assert quantity.reason is None or quantity.reason in schema.NOT_CLAIM_REASONS
        assert quantity.low is not None or quantity.high is not None
        assert all(end is None or math.isfinite(end) for end in (quantity.low, quantity.high))
        assert quantity.low is None or quantity.high is None or quantity.low <= quantity.high
        assert (quantity.unit_start is None) == (quantity.unit_end is None)
        last = quantity.end


def seconds(piece: str, size: int) -> float:
    """Processor time for a text of that many characters made of the piece."""
    document = Document((piece * (size // len(piece) + 1))[:size])
    began = time.process_time()
    find(document)
    return time.process_time() - began


@pytest.mark.parametrize(
    "piece",
    ["one ", "7", "7 ", "1-", "12,", "5 pounds ", "Boeing 737 ", "half a ", "hundreds of ", "one in ", "from 1 to ", "(", "$", "1/", "million "],
)
def test_time_grows_with_length(piece: str) -> None:
    seconds(piece, 1000)
    small, large = seconds(piece, 5_000), seconds(piece, 50_000)
    assert large < max(30 * small, 1.0)


def test_a_megabyte_of_dense_news() -> None:
    piece = "On May 4, 2021 about 1,200 of the 3,000 ferries in the old harbour of Orrin carried goods worth $5.5 million, the owners said. "
    assert seconds(piece, 1_000_000) < max(30 * seconds(piece, 100_000), 0.1)
