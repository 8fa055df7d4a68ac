"""What a number counts, and what is remembered of it for the numbers that only refer back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True)
class Counted:
    """What is counted. `anchor` is the token whose place in the clause the thing takes (its head, or the number).

    `phrase` are the tokens of its noun phrase in this sentence, None where it is understood from elsewhere; `before` is
    then the earlier thing. `how` says which rule found it.
    """

    text: str
    head: str
    anchor: Token
    how: str
    head_token: Token | None = None
    phrase: tuple[int, int] | None = None
    before: Known | None = None


@dataclass(frozen=True)
class Known:
    """What an earlier number counted, for those that only refer back to it. `is_claim` also holds for known sets.

    `is_part` marks a number told as part of an earlier one ("including 12 nurses"), `is_name`
    a thing that is somebody's name, `is_setting` one that only says where something was counted ("in 15 countries").
    """

    sentence: int
    low: float | None
    high: float | None
    kind: str
    text: str | None
    head: str | None
    metric: str
    subject: str | None
    is_person: bool
    is_claim: bool
    end: int | None = None
    place: str | None = None
    status: str = "asserted"
    is_part: bool = False
    is_name: bool = False
    unit: str | None = None
    is_setting: bool = False
