"""How far a cue reaches: not past a semicolon, nor into the next speaker's clause.

"Organisers said 9,000 came; police put it at 4,000" has two sources and no chain.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from transforms.attribution.link import Link
from transforms.language.lookup import positions

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


_ADDING = frozenset("which who whose whom where when".split())
_BREAKS = frozenset((",", "–", "—", "--"))


def is_aside(clause: Token) -> bool:
    """Whether the verb heads a relative clause that adds something at the end, behind a comma.

    "The mayor praised the bridge, which cost 3 million": the addition is the article's own.
    """
    if clause.dep_ != "relcl" or clause.head.i > clause.i:
        return False
    first = clause.left_edge.i
    if any(child.lower_ == "that" and child.dep_ == "mark" for child in clause.lefts):
        return False  # "said in Tarvik, where he lives, that …"
    if first == 0 or clause.doc[first - 1].text not in _BREAKS:
        return False
    if _spells_out(clause, first):
        return False
    return any(token.lower_ in _ADDING for token in clause.doc[first : first + 3])


_AMOUNTING = frozenset("amount equal mean constitute represent translate".split())


def _spells_out(clause: Token, first: int) -> bool:
    """ "said 80 came, two of whom were hurt", "said 15% were women, which amounts to 90", "would close, which would cost 900 jobs"."""
    if not any(token.dep_ == "ccomp" for token in clause.ancestors):
        return False
    words = clause.doc[first : first + 4]
    if any(token.lower_ in ("whom", "which") and i and words[i - 1].lower_ == "of" for i, token in enumerate(words)):
        return True
    if words[0].lower_ != "which":
        return False
    return clause.lemma_ in _AMOUNTING or any(c.tag_ == "MD" and c.lower_ in ("will", "would") for c in clause.lefts)


def is_before(cue: Token, aside: int) -> bool:
    """Whether the content of a cue is complete before the aside: nothing above the aside stands behind it."""
    return cue.i < aside and all(child.i < aside or child.is_punct for child in cue.children)


def within_segment(doc: Doc, found: list[Link], number: int) -> list[Link]:
    """The links that reach the number over the sentence's semicolons.

    A cue in the number's own part shuts out all others; one whose speaker opens a later part speaks for that part alone.
    """
    marks = positions(doc, ";")
    if not marks:
        return found

    def part(index: int) -> int:
        return sum(mark < index for mark in marks)

    own = [link for link in found if part(link.first) == part(number) and part(link.speaker) == part(number)]
    if own:
        return own
    kept = [link for link in found if part(link.first) < part(number) or not _opens(doc, link, marks)]
    # "…, by its own account" in a later part says nothing of what an earlier cue covers
    return [link for link in kept if part(link.first) < part(number)] or kept


def _opens(doc: Doc, link: Link, marks: Sequence[int]) -> bool:
    left = min(doc[link.speaker].left_edge.i, link.first)
    return any(mark in (left - 1, left - 2) or mark == left for mark in marks)
