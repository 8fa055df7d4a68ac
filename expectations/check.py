"""One expectation as data: what is expected, of which columns, and what a failure means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Check:
    """An expectation of a table.

    `kind` is Great Expectations' own name in snake case; `parameters` are its own but for the columns. `of_rows` says
    whether it runs on the table's rows or on the one row of facts about the whole frame. A row-level check of severity
    error puts its failing rows into quarantine; a table-level one stops the publication; a warning does neither.
    """

    name: str
    table: str
    kind: str
    columns: tuple[str, ...]
    description: str
    parameters: Mapping[str, object] = field(default_factory=dict)
    severity: str = "error"
    is_row_level: bool = True
    about: str | None = None

    @property
    def column_name(self) -> str | None:
        """The schema's column that the results name."""
        return self.about or (self.columns[0] if self.columns else None)
