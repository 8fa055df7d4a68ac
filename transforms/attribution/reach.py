"""How far a cue reaches: not past a semicolon, nor into the next speaker's clause.

"Organisers said 9,000 came; police put it at 4,000" has two sources and no chain.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from transforms.attribution.link import Link

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_CONTRAST = frozenset(("while", "whereas", "although", "though", "but", "after", "as"))
_SIDE = ("conj", "parataxis", "advcl", "ccomp", "dep")


def ends_at(verb: Token) -> bool:
    """Whether a clause with a speaker of its own stands beside, not below, the clause that it hangs from."""
    if verb.dep_ not in _SIDE or not any(child.dep_ == "nsubj" for child in verb.children):
        return False
    if verb.dep_ == "conj":
        return verb.i > verb.head.i
    if verb.dep_ == "advcl":
        return verb.i > verb.head.i and any(child.lower_ in _CONTRAST for child in verb.lefts)
    low, high = sorted((verb.i, verb.head.i))
    return any(token.text == ";" for token in verb.doc[low:high])


def within_segment(doc: Doc, found: list[Link], number: int) -> list[Link]:
    """The links that reach the number over the sentence's semicolons.

    A cue in the number's own part shuts out all others; one whose speaker opens a later part speaks for that part alone.
    """
    marks = [token.i for token in doc if token.text == ";"]
    if not marks:
        return found

    def part(index: int) -> int:
        return sum(mark < index for mark in marks)

    own = [link for link in found if part(link.first) == part(number) and part(link.speaker) == part(number)]
    if own:
        return own
    return [link for link in found if part(link.first) < part(number) or not _opens(doc, link, marks)]


def _opens(doc: Doc, link: Link, marks: list[int]) -> bool:
    left = min(doc[link.speaker].left_edge.i, link.first)
    return any(mark in (left - 1, left - 2) or mark == left for mark in marks)
