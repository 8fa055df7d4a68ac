"""What a format's reader hands on: an article as the document tells it, or the fault that stopped it.

Values are kept with the evidence they came from; which one wins is decided in `trust.py`, for all formats alike.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from transforms.articles.limits import Limits

FIELDS = ("title", "publisher", "published", "modified", "url", "authors", "section", "language")


@dataclass(frozen=True, slots=True)
class Said:
    """One value for one field, and what says so (one of schema.EVIDENCE); `where` is the name used in the document."""

    evidence: str
    value: str
    where: str = ""


@dataclass(slots=True)
class Found:
    """One article in a document: its body and everything that was said about it, in the document's order."""

    body: str
    index: int = 0
    said: dict[str, list[Said]] = field(default_factory=dict)
    row: dict[str, Any] = field(default_factory=dict)

    def say(self, name: str, evidence: str, value: str | None, where: str = "") -> None:
        """Add one value for a field; empty values say nothing."""
        if value and value.strip():
            self.said.setdefault(name, []).append(Said(evidence, value.strip(), where or name))

    def values(self, name: str) -> list[Said]:
        """All that was said for a field."""
        return self.said.get(name, [])


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a document, or one article of it, cannot be used: a reason of schema.QUARANTINE_REASONS and a clear sentence."""

    reason: str
    detail: str
    index: int = 0
    row: dict[str, Any] = field(default_factory=dict)


class Unusable(ValueError):  # noqa: N818 - says what the document is, as the quarantine does
    """Raised inside a reader when one article or the whole document cannot be used."""

    def __init__(self, reason: str, detail: str, row: dict[str, Any] | None = None) -> None:
        super().__init__(detail)
        self.fault = Fault(reason, detail, row=row or {})


Reader = Callable[[bytes, dict[str, Any], Limits], Iterator["Found | Fault"]]
