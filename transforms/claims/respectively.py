""" "Holm and Brandt won 40 and 30 seats respectively": the n-th number belongs to the n-th name or noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transforms.claims import nouns
from transforms.claims.scene import Scene

if TYPE_CHECKING:
    from spacy.tokens import Token

_WORD = "respectively"
_ROLES = frozenset({"nsubj", "nsubjpass", "pobj"})


def pair(scene: Scene) -> tuple[Token, Token] | None:
    """First of the joined nouns and the one that this number belongs to; None where nothing is told respectively."""
    if _WORD not in scene.sentence.text:
        return None
    at = next((token.i for token in scene.doc if token.lower_ == _WORD), None)
    if at is None:
        return None
    numbers = [i for i in sorted(scene.numbers) if i - 1 not in scene.numbers and i not in scene.dated]
    for noun in scene.doc:
        if noun.dep_ not in _ROLES or not nouns.is_noun(noun) or not noun.conjuncts or any(noun.i > other.i for other in noun.conjuncts):
            continue
        joined = [noun, *noun.conjuncts]
        behind = [i for i in numbers if i > joined[-1].i]
        own = [i for i in behind if i < at][-len(joined) :] or [i for i in behind if i > at][: len(joined)]
        if len(own) == len(joined) and scene.first in own:
            return noun, joined[own.index(scene.first)]
    return None
