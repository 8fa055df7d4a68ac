"""One cue that covers a number, with its speaker: the step that all attribution rules hand on."""

from __future__ import annotations

from dataclasses import dataclass

from transforms.attribution.cues import Cue


@dataclass(frozen=True, slots=True)
class Link:
    """A cue that covers a number: token range `first` to `last` of the cue, head token of the `speaker`.

    `phrase` are the speaker's words (a token range) where they are known without the parse.
    """

    cue: Cue
    first: int
    last: int
    speaker: int
    phrase: tuple[int, int] | None = None
