"""Shares told of people: respondents of a survey, and rivals' shares that stand beside the first one's.

The thing is then what the first share was a share of, never the rival or the voter who is named.
"""

from __future__ import annotations

from collections.abc import Sequence

from transforms.claims import names, nouns, phrases
from transforms.claims.scene import Scene
from transforms.claims.thing import Counted, Known

_AT = frozenset({"at", "with", "on", "by", "to", "had", "got", "took", "won", "'s", "’s", "below", "above"})
_RIVALS = frozenset("candidate challenger rival opponent incumbent nominee runner-up president senator governor democrat republican".split())


def respondents(scene: Scene, known: Sequence[Known]) -> Counted | None:
    """ "34 % strongly agree": those who do, or the people that the percentage before was a share of."""
    if scene.quantity.kind not in {"percent", "fraction"}:
        return None
    at = scene.after
    while scene.token(at) is not None and scene.doc[at].tag_ == "RB":
        at += 1
    verb = scene.token(at)
    if verb is None or verb.tag_ not in {"VBP", "VBD", "VB"} or verb.lemma_ in phrases.COPULAS | {"have"} or scene.root.dep_ in {"pobj", "dobj"}:
        return None
    for earlier in reversed(known):
        if scene.sentence.index - earlier.sentence > 2:
            break
        if earlier.kind == scene.quantity.kind and earlier.is_person and earlier.text and earlier.head:
            return Counted(earlier.text, earlier.head, scene.root, "respondents", before=earlier)
    end = at + 1
    while end < len(scene.doc) and end < at + 7 and scene.doc[end].tag_ not in {",", ".", ":", "CC", "IN"}:
        end += 1
    return Counted(f"those who {scene.text(scene.after, end)}", "person", scene.root, "respondents")


def parallel(scene: Scene, known: Sequence[Known]) -> Counted | None:
    """ "36 percent, to 21 percent for Orr", "Cole was at 14 percent": a rival's share is of what the first was a share of."""
    if scene.quantity.kind not in {"percent", "fraction"}:
        return None
    at = scene.after
    if scene.lower(at) in {"of", "in"}:
        return None
    earlier = next((k for k in reversed(known) if k.kind in {"percent", "fraction"} and scene.sentence.index - k.sentence <= 3), None)
    if earlier is None or not earlier.text or not earlier.head:
        return None
    same = earlier.sentence == scene.sentence.index
    token = scene.token(at)
    to_rival = same and scene.lower(at) == "for" and token is not None and _rival(scene, nouns.skip_determiners(scene.doc, at + 1))
    behind_name = scene.before > 0 and scene.lower(scene.before - 1) in _AT and _rival_before(scene)
    if to_rival or behind_name:
        return Counted(earlier.text, earlier.head, scene.root, "understood", before=earlier)
    return None


def _rival(scene: Scene, at: int) -> bool:
    """Whether a person's name or a candidate stands there."""
    token = scene.token(at)
    return token is not None and (token.tag_ == "NNP" and names.nation(token.text) is None or token.lower_ in _RIVALS)


def _rival_before(scene: Scene) -> bool:
    """Whether the number's verb has a person's name or a candidate as its subject, or the possessor before it is one."""
    for back in range(scene.before - 1, max(scene.before - 5, -1), -1):
        token = scene.doc[back]
        if token.tag_ == "POS" and back:
            return _rival(scene, back - 1)
        if token.tag_ == "NNP" and names.nation(token.text) is None:
            return True
        if token.pos_ in {"VERB", "AUX"}:
            return token.lemma_ == "poll" or any(child.dep_ == "nsubj" and _rival(scene, child.i) for child in token.children)
    return False
