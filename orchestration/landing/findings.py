"""What one landing met, new or not: for those who brought it and want to know what became of it. Nothing of it is kept."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Findings:
    """Documents, files and refusals in the order in which they were met."""

    documents: dict[str, str] = field(default_factory=dict)
    """Origin by document id, of documents that were opened, whether the landing zone had them or not."""
    new: set[str] = field(default_factory=set)
    """Ids of those that it had not."""
    unchanged: list[str] = field(default_factory=list)
    """Origins of files that were dealt with before and have kept size and time, so nobody opened them."""
    refused: dict[str, str] = field(default_factory=dict)
    """Origin by quarantine id, of what could not be taken in."""
    new_refused: dict[str, str] = field(default_factory=dict)
    """Those of the refusals that were not yet noted on this day."""
    forgotten: list[str] = field(default_factory=list)
    """Origins of documents that a takedown keeps out."""
