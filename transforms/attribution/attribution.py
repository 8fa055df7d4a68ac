"""What the attribution rules find for one number."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is responsible for one number, and the words that say so. Offsets are code points of the article.

    `source` is the fullest name in the article, `source_text` its words where the attribution stands; `chain` the links
    of a second-hand claim, nearest to the publisher first, the last being `source`; `quote` one of schema.QUOTES;
    `commitment` what the cue does with the number (says, claims, denies, confirms, expects); `sentence` the index of the
    sentence where cue and speaker stand, which need not be the number's own; `implied` whether no cue covers the number
    and the source is that of results told before.
    """

    source: str | None = None
    source_text: str | None = None
    source_start: int | None = None
    source_end: int | None = None
    chain: tuple[str, ...] = ()
    cue_text: str | None = None
    cue_start: int | None = None
    cue_end: int | None = None
    quote: str = "none"
    commitment: str | None = None
    sentence: int | None = None
    implied: bool = False


NONE = Attribution()
