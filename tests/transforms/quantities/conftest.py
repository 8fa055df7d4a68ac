"""Case tables for quantities: the number_text stands between « and »."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from transforms.language.document import Document
from transforms.quantities.find import find
from transforms.quantities.quantity import Quantity


@pytest.fixture(scope="session")
def marked() -> Callable[[str], tuple[Document, Quantity]]:
    """Document and the quantity whose span is exactly the marked one; fails with what was found instead."""

    def read(case: str) -> tuple[Document, Quantity]:
        start, end = case.index("«"), case.index("»") - 1
        document = Document(case.replace("«", "").replace("»", ""))
        found = find(document)
        for quantity in found:
            if (quantity.start, quantity.end) == (start, end):
                return document, quantity
        raise AssertionError(f"no quantity {document.text[start:end]!r}; found {[(q.text, q.low, q.high, q.reason) for q in found]}")

    return read
